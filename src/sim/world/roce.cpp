// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/roce.h"

#include "sim/errors.h"
#include "sim/world/spark.h"

#include <cerrno>
#include <cstdio>

namespace sparkloom::sim {

namespace {

constexpr int kGids = 16; // slots that are shown; mlx5 has 255

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
// there.
std::vector<Gid> gidTable(const Interface &interface)
{
    domain::MacAddress flipped = interface.mac;
    flipped.bytes[0] ^= 2;
    std::vector<std::string> texts{
        "fe80:0000:0000:0000:" + inGroups(hexOf(flipped, 0, 3) + "fffe" + hexOf(flipped, 3, 6))};
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
    for (int i = 0; i < kGids; ++i) {
        const auto slot = static_cast<std::size_t>(i);
        const std::string number = std::to_string(i);
        put(spark, port + "/gids/" + number, half, [slot](const Interface &interface) -> base::Result<std::string> {
            const auto table = gidTable(interface);
            return slot < table.size() ? table[slot].text : inGroups(std::string(32, '0'));
        });
        put(spark, port + "/gid_attrs/types/" + number, half,
            [slot](const Interface &interface) -> base::Result<std::string> {
                const auto table = gidTable(interface);
                return slot < table.size() ? base::Result<std::string>(table[slot].type)
                                           : base::Result<std::string>(systemError(EINVAL, "types"));
            });
        put(spark, port + "/gid_attrs/ndevs/" + number, half,
            [slot](const Interface &interface) -> base::Result<std::string> {
                const auto table = gidTable(interface);
                return slot < table.size() ? base::Result<std::string>(interface.name)
                                           : base::Result<std::string>(systemError(EINVAL, "ndevs"));
            });
    }
}

void mountCounters(Spark &spark, domain::HalfId half, const std::string &port)
{
    const auto traffic = [&spark, half](std::uint64_t Traffic::*field, std::uint64_t unit) {
        return [&spark, half, field, unit](const Interface &) -> base::Result<std::string> {
            return std::to_string(spark.rdma[at(half.cage)][at(half.side)].*field / unit);
        };
    };
    put(spark, port + "/counters/port_xmit_data", half, traffic(&Traffic::txBytes, 4)); // 4-byte words
    put(spark, port + "/counters/port_rcv_data", half, traffic(&Traffic::rxBytes, 4));
    put(spark, port + "/counters/port_xmit_packets", half, traffic(&Traffic::txPackets, 1));
    put(spark, port + "/counters/port_rcv_packets", half, traffic(&Traffic::rxPackets, 1));
    for (const char *name : {"symbol_error", "link_downed", "port_rcv_errors", "port_xmit_discards"})
        put(spark, port + "/counters/" + name, half, constant("0"));
    for (const char *name : {"out_of_sequence", "packet_seq_err", "local_ack_timeout_err", "rnr_nak_retry_err",
             "np_cnp_sent", "rp_cnp_handled"})
        put(spark, port + "/hw_counters/" + name, half, constant("0"));
}

} // namespace

void mountRoce(Spark &spark, domain::HalfId half, const std::string &deviceFolder)
{
    const std::string device(domain::documentedRdmaDevice(half));
    const std::string folder = deviceFolder + "/infiniband/" + device;
    put(spark, folder + "/node_guid", half, constant(guidOf(spark.macOf(half))));
    put(spark, folder + "/sys_image_guid", half, constant(guidOf(spark.baseMac)));
    put(spark, folder + "/fw_ver", half, constant("28.45.4028"));
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
        return std::string(i.carrier() ? "200 Gb/sec (2X NDR)" : "40 Gb/sec (4X QDR)");
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
