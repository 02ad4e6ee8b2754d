// SPDX-License-Identifier: Apache-2.0
#include "agent/countersource.h"

#include "agent/rdmacounters.h"
#include "agent/smallfiles.h"

#include <limits>

namespace sparkloom::agent {

namespace {

std::optional<std::uint64_t> numberIn(Files &files, const std::string &path)
{
    const long long value = readNumber(files, path, -1, 0, std::numeric_limits<long long>::max());
    return value < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(value));
}

} // namespace

const std::vector<std::string> &driverCounters()
{
    static const std::vector<std::string> names = {"rx_crc_errors_phy", "rx_symbol_err_phy", "rx_pcs_symbol_err_phy",
        "rx_corrected_bits_phy", "rx_discards_phy", "tx_discards_phy", "rx_oversize_pkts_phy", "link_down_events_phy",
        "rx_global_pause", "tx_global_pause", "rx_pause_ctrl_phy", "tx_pause_ctrl_phy", "rx_out_of_buffer",
        "outbound_pci_stalled_rd", "outbound_pci_stalled_wr", "module_unplug", "module_high_temp",
        "module_bad_shorted"};
    return names;
}

const std::vector<std::string> &rdmaEventCounters()
{
    static const std::vector<std::string> names = {"out_of_sequence", "packet_seq_err", "implied_nak_seq_err",
        "local_ack_timeout_err", "rnr_nak_retry_err", "duplicate_request", "req_cqe_error", "rx_icrc_encapsulated",
        "roce_adp_retrans", "np_cnp_sent", "rp_cnp_handled", "np_ecn_marked_roce_packets"};
    return names;
}

std::string rdmaCounterPath(const PresentHalf &half, std::string_view name)
{
    return "/sys/class/infiniband/" + half.rdmaDevice + "/ports/1/counters/" + std::string(name);
}

std::string rdmaEventPath(const PresentHalf &half, std::string_view name)
{
    return "/sys/class/infiniband/" + half.rdmaDevice + "/ports/1/hw_counters/" + std::string(name);
}

std::string carrierChangesPath(const PresentHalf &half)
{
    return "/sys/class/net/" + half.link.name + "/carrier_changes";
}

BasicCounters::BasicCounters(System &system, PresentHalf half) : m_system(system), m_half(std::move(half))
{
    const auto values = m_system.network().counters(m_half.link.name);
    if (values && values->macTxOctets && values->macRxOctets)
        m_source = domain::PortSource::Netlink;
    const auto offer = [this](const std::string &name, const std::string &path) {
        if (!numberIn(m_system.files(), path))
            return;
        m_slowNames.push_back(name);
        m_slowPaths.push_back(path);
    };
    offer(std::string(kCarrierChanges), carrierChangesPath(m_half));
    if (!m_half.rdmaDevice.empty())
        for (const std::string &name : rdmaEventCounters())
            offer(name, rdmaEventPath(m_half, name));
}

domain::PortRead BasicCounters::port()
{
    domain::PortRead read;
    if (const auto values = m_system.network().counters(m_half.link.name)) {
        read.txOctets = values->macTxOctets;
        read.rxOctets = values->macRxOctets;
        read.rxFrames = values->macRxFrames;
    }
    return read;
}

domain::LaneRead BasicCounters::lane()
{
    domain::LaneRead read;
    read.rdmaTx = rdmaBytes(m_system.files(), m_half, "port_xmit_data");
    read.rdmaRx = rdmaBytes(m_system.files(), m_half, "port_rcv_data");
    if (const auto values = m_system.network().counters(m_half.link.name)) {
        read.netTx = values->txBytes;
        read.netRx = values->rxBytes;
    }
    return read;
}

std::vector<std::optional<std::uint64_t>> BasicCounters::slow()
{
    std::vector<std::optional<std::uint64_t>> values;
    for (const std::string &path : m_slowPaths)
        values.push_back(numberIn(m_system.files(), path));
    return values;
}

std::unique_ptr<CounterSource> System::openCounters(const PresentHalf &half)
{
    return std::make_unique<BasicCounters>(*this, half);
}

} // namespace sparkloom::agent
