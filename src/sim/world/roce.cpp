// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/roce.h"

#include "sim/errors.h"
#include "sim/world/spark.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace sparkloom::sim {

namespace {

constexpr int kGids = 16; // slots that are shown; mlx5 has 255
constexpr int kFullSpeed = 200'000;

struct Gid {
    std::string text;
    std::string type;
};

std::string inGroups(const std::string &hex)
{
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += 4)
        text += (i ? ":" : "") + hex.substr(i, 4);
    return text;
}

std::string hexOf(const domain::MacAddress &mac, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", mac.bytes[i]);
        text += two;
    }
    return text;
}

// node_guid of ConnectX: the MAC with 0300 in the middle (sample ibstat).
std::string guidOf(const domain::MacAddress &mac)
{
    return inGroups(hexOf(mac, 0, 3) + "0300" + hexOf(mac, 3, 6));
}

// The table of the kernel: each address gives a RoCE v1 and a v2 entry; the first pair is made of the MAC and always
// there. Stray link-local addresses (privacy, temporary) stand before the IPv4 ones and shift their indices.
std::vector<Gid> gidTable(const Interface &interface, int strays)
{
    domain::MacAddress flipped = interface.mac;
    flipped.bytes[0] ^= 2;
    std::vector<std::string> texts{
        "fe80:0000:0000:0000:" + inGroups(hexOf(flipped, 0, 3) + "fffe" + hexOf(flipped, 3, 6))};
    for (int i = 0; i < strays; ++i)
        texts.push_back("fe80:0000:0000:0000:"
            + inGroups(SeededRandom(static_cast<std::uint64_t>(i), "stray " + interface.mac.toString()).hex(16)));
    for (const auto &address : interface.addresses) {
        char text[50];
        std::snprintf(text, sizeof text, "0000:0000:0000:0000:0000:ffff:%04x:%04x", address.address.value >> 16,
            address.address.value & 0xffff);
        texts.emplace_back(text);
    }
    std::vector<Gid> table;
    for (const std::string &text : texts)
        for (const char *type : {"IB/RoCE v1", "RoCE v2"})
            if (table.size() < kGids)
                table.push_back({text, type});
    return table;
}

using Make = std::function<base::Result<std::string>(const Interface &)>;

void put(Spark &spark, const std::string &path, domain::HalfId half, Make make)
{
    spark.files.putGenerated(path, [&spark, half, make = std::move(make)]() -> base::Result<std::string> {
        const Interface *const interface = spark.network.byHalf(half);
        if (!interface)
            return systemError(ENODEV, domain::documentedRdmaDevice(half));
        auto text = make(*interface);
        if (!text)
            return text;
        return *text + '\n';
    });
}

Make constant(std::string text)
{
    return [text = std::move(text)](const Interface &) -> base::Result<std::string> { return text; };
}

void mountGids(Spark &spark, domain::HalfId half, const std::string &port)
{
    const auto tableOf = [&spark, half](const Interface &interface) {
        return gidTable(interface, spark.parameters.half(half).strayGids);
    };
    for (int i = 0; i < kGids; ++i) {
        const auto slot = static_cast<std::size_t>(i);
        const std::string number = std::to_string(i);
        put(spark, port + "/gids/" + number, half,
            [slot, tableOf](const Interface &interface) -> base::Result<std::string> {
                const auto table = tableOf(interface);
                return slot < table.size() ? table[slot].text : inGroups(std::string(32, '0'));
            });
        put(spark, port + "/gid_attrs/types/" + number, half,
            [slot, tableOf](const Interface &interface) -> base::Result<std::string> {
                const auto table = tableOf(interface);
                return slot < table.size() ? base::Result<std::string>(table[slot].type)
                                           : base::Result<std::string>(systemError(EINVAL, "types"));
            });
        put(spark, port + "/gid_attrs/ndevs/" + number, half,
            [slot, tableOf](const Interface &interface) -> base::Result<std::string> {
                const auto table = tableOf(interface);
                return slot < table.size() ? base::Result<std::string>(interface.name)
                                           : base::Result<std::string>(systemError(EINVAL, "ndevs"));
            });
    }
}

void mountCounters(Spark &spark, domain::HalfId half, const std::string &port)
{
    const auto traffic = [&spark, half](std::uint64_t Traffic::*field, std::uint64_t unit) {
        return [&spark, half, field, unit](const Interface &) -> base::Result<std::string> {
            spark.settleTraffic();
            return std::to_string(spark.rdma[at(half.cage)][at(half.side)].*field / unit);
        };
    };
    put(spark, port + "/counters/port_xmit_data", half, traffic(&Traffic::txBytes, 4)); // 4-byte words
    put(spark, port + "/counters/port_rcv_data", half, traffic(&Traffic::rxBytes, 4));
    put(spark, port + "/counters/port_xmit_packets", half, traffic(&Traffic::txPackets, 1));
    put(spark, port + "/counters/port_rcv_packets", half, traffic(&Traffic::rxPackets, 1));
    put(spark, port + "/counters/port_xmit_discards", half, constant("0"));
    // Counters of InfiniBand style are small and stay at their end (facts 8.2).
    const auto ofCage = [&spark, half](std::uint64_t CageCounters::*field, std::uint64_t most) {
        return [&spark, half, field, most](const Interface &) -> base::Result<std::string> {
            spark.settleTraffic();
            return std::to_string(std::min(spark.cages[at(half.cage)].*field, most));
        };
    };
    put(spark, port + "/counters/symbol_error", half, ofCage(&CageCounters::rxSymbolErrors, 0xffff));
    put(spark, port + "/counters/port_rcv_errors", half, ofCage(&CageCounters::rxCrcErrors, 0xffff));
    put(spark, port + "/counters/link_downed", half, ofCage(&CageCounters::linkDowns, 0xff));
    const auto event = [&spark, half](std::uint64_t RdmaEvents::*field) {
        return [&spark, half, field](const Interface &) -> base::Result<std::string> {
            spark.settleTraffic();
            return std::to_string(spark.rdmaEvents[at(half.cage)][at(half.side)].*field);
        };
    };
    put(spark, port + "/hw_counters/out_of_sequence", half, event(&RdmaEvents::outOfSequence));
    put(spark, port + "/hw_counters/packet_seq_err", half, event(&RdmaEvents::packetSequenceErrors));
    put(spark, port + "/hw_counters/local_ack_timeout_err", half, event(&RdmaEvents::ackTimeouts));
    put(spark, port + "/hw_counters/np_cnp_sent", half, event(&RdmaEvents::cnpSent));
    put(spark, port + "/hw_counters/rp_cnp_handled", half, event(&RdmaEvents::cnpHandled));
    put(spark, port + "/hw_counters/np_ecn_marked_roce_packets", half, event(&RdmaEvents::ecnMarked));
    put(spark, port + "/hw_counters/rnr_nak_retry_err", half, constant("0"));
}

} // namespace

void mountRoce(Spark &spark, domain::HalfId half, const std::string &deviceFolder)
{
    const std::string device(domain::documentedRdmaDevice(half));
    const std::string folder = deviceFolder + "/infiniband/" + device;
    put(spark, folder + "/node_guid", half, constant(guidOf(spark.macOf(half))));
    put(spark, folder + "/sys_image_guid", half, constant(guidOf(spark.baseMac)));
    put(spark, folder + "/fw_ver", half,
        [&spark](const Interface &) -> base::Result<std::string> { return spark.parameters.software.nicFirmware; });
    put(spark, folder + "/hca_type", half, constant("MT4129"));
    put(spark, folder + "/board_id", half, constant("NVD0000000087"));
    put(spark, folder + "/node_type", half, constant("1: CA"));
    const std::string port = folder + "/ports/1";
    put(spark, port + "/link_layer", half, constant("Ethernet"));
    put(spark, port + "/state", half, [](const Interface &i) -> base::Result<std::string> {
        return std::string(i.carrier() ? "4: ACTIVE" : "1: DOWN");
    });
    put(spark, port + "/phys_state", half, [](const Interface &i) -> base::Result<std::string> {
        return std::string(i.carrier() ? "5: LinkUp" : "3: Disabled");
    });
    put(spark, port + "/rate", half, [](const Interface &i) -> base::Result<std::string> {
        if (!i.carrier())
            return std::string("40 Gb/sec (4X QDR)");
        return std::string(i.speedMbps >= kFullSpeed ? "200 Gb/sec (2X NDR)" : "100 Gb/sec (1X NDR)");
    });
    mountGids(spark, half, port);
    mountCounters(spark, half, port);
    spark.files.putLink(folder + "/device", "../../../" + deviceFolder.substr(deviceFolder.rfind('/') + 1));
    spark.files.putLink("/sys/class/infiniband/" + device, "../../" + folder.substr(5));
}

void unmountRoce(Spark &spark, domain::HalfId half)
{
    spark.files.removeTree("/sys/class/infiniband/" + std::string(domain::documentedRdmaDevice(half)));
}

} // namespace sparkloom::sim
