// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxcounters.h"

#include "base/text.h"

#include <charconv>
#include <fcntl.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

// port_xmit_data and port_rcv_data count words of four bytes (facts 8.1).
std::optional<std::uint64_t> inBytes(const std::optional<std::uint64_t> &words)
{
    return words ? std::optional(*words * 4) : std::nullopt;
}

std::optional<std::uint64_t> at(const std::vector<std::uint64_t> &values, const std::optional<std::size_t> &place)
{
    return place && *place < values.size() ? std::optional(values[*place]) : std::nullopt;
}

} // namespace

NumberFile::NumberFile(const std::string &path) : m_file(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

std::optional<std::uint64_t> NumberFile::read() const
{
    char text[32];
    const ssize_t count = m_file.valid() ? pread(m_file.get(), text, sizeof text, 0) : -1;
    if (count <= 0)
        return std::nullopt;
    const std::string_view digits = base::trimmed({text, static_cast<std::size_t>(count)});
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

LinuxCounters::LinuxCounters(Ethtool &ethtool, const PresentHalf &half)
    : m_ethtool(ethtool), m_index(half.link.index), m_driver(half.link.name)
{
    const std::string statistics = "/sys/class/net/" + half.link.name + "/statistics/";
    m_lane[2] = NumberFile(statistics + "tx_bytes");
    m_lane[3] = NumberFile(statistics + "rx_bytes");
    if (!half.rdmaDevice.empty()) {
        m_lane[0] = NumberFile(rdmaCounterPath(half, "port_xmit_data"));
        m_lane[1] = NumberFile(rdmaCounterPath(half, "port_rcv_data"));
    }
    findPortSource();
    findSlow(half);
}

void LinuxCounters::findPortSource()
{
    domain::PortRead read;
    m_ethtool.readCounters(m_index, read);
    if (read.known()) {
        m_source = domain::PortSource::Netlink;
        return;
    }
    constexpr std::string_view names[] = {"tx_bytes_phy", "rx_bytes_phy", "tx_packets_phy", "rx_packets_phy"};
    for (std::size_t i = 0; i < m_portPlaces.size(); ++i)
        m_portPlaces[i] = m_driver.indexOf(names[i]);
    if (m_portPlaces[0] && m_portPlaces[1])
        m_source = domain::PortSource::Ioctl;
}

void LinuxCounters::findSlow(const PresentHalf &half)
{
    for (const std::string &name : driverCounters()) {
        if (const auto place = m_driver.indexOf(name)) {
            m_slowNames.push_back(name);
            m_slowPlaces.push_back(*place);
        }
    }
    const auto offer = [this](std::string_view name, const std::string &path) {
        NumberFile file(path);
        if (!file.read())
            return;
        m_slowNames.emplace_back(name);
        m_slowFiles.push_back(std::move(file));
    };
    offer(kCarrierChanges, carrierChangesPath(half));
    if (!half.rdmaDevice.empty())
        for (const std::string &name : rdmaEventCounters())
            offer(name, rdmaEventPath(half, name));
}

domain::PortRead LinuxCounters::portOfDriver() const
{
    const std::vector<std::uint64_t> values = m_driver.read();
    return {{}, at(values, m_portPlaces[0]), at(values, m_portPlaces[1]), at(values, m_portPlaces[2]),
        at(values, m_portPlaces[3])};
}

domain::PortRead LinuxCounters::port()
{
    if (m_source == domain::PortSource::Ioctl)
        return portOfDriver();
    domain::PortRead read;
    if (m_source == domain::PortSource::Netlink)
        m_ethtool.readCounters(m_index, read);
    return read;
}

domain::LaneRead LinuxCounters::lane()
{
    return {{}, inBytes(m_lane[0].read()), inBytes(m_lane[1].read()), m_lane[2].read(), m_lane[3].read()};
}

std::vector<std::optional<std::uint64_t>> LinuxCounters::slow()
{
    std::vector<std::optional<std::uint64_t>> values;
    if (!m_slowPlaces.empty()) {
        const std::vector<std::uint64_t> all = m_driver.read();
        for (const std::size_t place : m_slowPlaces)
            values.push_back(at(all, place));
    }
    for (const NumberFile &file : m_slowFiles)
        values.push_back(file.read());
    return values;
}

} // namespace sparkloom::agent
