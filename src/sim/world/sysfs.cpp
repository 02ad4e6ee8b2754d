// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/sysfs.h"

#include "base/text.h"
#include "sim/errors.h"
#include "sim/world/maker.h"
#include "sim/world/roce.h"
#include "sim/world/spark.h"

#include <cerrno>
#include <cstdio>

namespace sparkloom::sim {

namespace {

// A line that is made from an interface when it is read; an interface that is gone gives ENODEV.
void put(Spark &spark, const std::string &path, const std::string &netdev,
    std::function<base::Result<std::string>(const Interface &)> make)
{
    spark.files.putGenerated(path, [&spark, netdev, make = std::move(make)]() -> base::Result<std::string> {
        const Interface *const interface = spark.network.byName(netdev);
        if (!interface)
            return systemError(ENODEV, netdev);
        auto text = make(*interface);
        if (!text)
            return text;
        return *text + '\n';
    });
}

void constant(Spark &spark, const std::string &path, std::string text)
{
    spark.files.putGenerated(path, [text = text + '\n']() -> base::Result<std::string> { return text; });
}

// A line that is made from the Spark's parameters when it is read.
void made(Spark &spark, const std::string &path, std::function<std::string()> make)
{
    spark.files.putGenerated(path, [make = std::move(make)]() -> base::Result<std::string> { return make() + '\n'; });
}

void mountSysctl(Spark &spark, const std::string &family, const std::string &scope, const std::string &key)
{
    const std::string path = "/proc/sys/net/" + family + "/conf/" + scope + '/' + key;
    spark.files.putGenerated(
        path,
        [&spark, scope, key]() -> base::Result<std::string> {
            const auto value = spark.network.sysctl(scope, key);
            if (!value)
                return systemError(ENOENT, scope);
            return std::to_string(*value) + '\n';
        },
        [&spark, scope, key, path](std::string_view text) -> base::Result<void> {
            const auto value = base::parseInteger(base::trimmed(text), 0, 8);
            if (!value || !spark.network.setSysctl(scope, key, static_cast<int>(*value)))
                return systemError(EINVAL, path);
            return {};
        },
        0644);
}

void mountSysctls(Spark &spark, const std::string &scope)
{
    for (const char *key : {"arp_ignore", "arp_announce", "rp_filter"})
        mountSysctl(spark, "ipv4", scope, key);
    mountSysctl(spark, "ipv6", scope, "disable_ipv6");
}

void mountStatistics(Spark &spark, const std::string &folder, const std::string &netdev)
{
    const auto number = [&spark](std::uint64_t Traffic::*field) {
        return [&spark, field](const Interface &i) -> base::Result<std::string> {
            spark.settleTraffic();
            return std::to_string(i.traffic.*field);
        };
    };
    put(spark, folder + "/statistics/tx_bytes", netdev, number(&Traffic::txBytes));
    put(spark, folder + "/statistics/rx_bytes", netdev, number(&Traffic::rxBytes));
    put(spark, folder + "/statistics/tx_packets", netdev, number(&Traffic::txPackets));
    put(spark, folder + "/statistics/rx_packets", netdev, number(&Traffic::rxPackets));
    const auto ofCage = [&spark](std::uint64_t CageCounters::*field) {
        return [&spark, field](const Interface &i) -> base::Result<std::string> {
            spark.settleTraffic();
            return std::to_string(i.half ? spark.cages[at(i.half->cage)].*field : 0);
        };
    };
    put(spark, folder + "/statistics/rx_crc_errors", netdev, ofCage(&CageCounters::rxCrcErrors));
    put(spark, folder + "/statistics/rx_errors", netdev, ofCage(&CageCounters::rxCrcErrors));
    put(spark, folder + "/statistics/rx_length_errors", netdev, ofCage(&CageCounters::rxOversize));
    put(spark, folder + "/statistics/rx_missed_errors", netdev, ofCage(&CageCounters::rxDiscards));
    for (const char *name : {"tx_errors", "rx_dropped", "tx_dropped"})
        constant(spark, folder + "/statistics/" + name, "0");
}

// The netdev folder at its place below /sys/devices, and its link in /sys/class/net.
void mountNetdev(Spark &spark, const std::string &device, const std::string &netdev, int speedMbps)
{
    const std::string folder = device + "/net/" + netdev;
    spark.files.putFolder(folder);
    put(spark, folder + "/address", netdev,
        [](const Interface &i) -> base::Result<std::string> { return i.mac.toString(); });
    put(spark, folder + "/mtu", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::to_string(i.mtu); });
    put(spark, folder + "/ifindex", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::to_string(i.index); });
    put(spark, folder + "/iflink", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::to_string(i.index); });
    put(spark, folder + "/type", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::string(i.name == "lo" ? "772" : "1"); });
    put(spark, folder + "/operstate", netdev, [](const Interface &i) -> base::Result<std::string> {
        return std::string(i.name == "lo" ? "unknown" : i.carrier() ? "up" : "down");
    });
    put(spark, folder + "/flags", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::string(i.adminUp ? "0x1003" : "0x1002"); });
    put(spark, folder + "/carrier_changes", netdev,
        [](const Interface &i) -> base::Result<std::string> { return std::to_string(i.carrierChanges); });
    // As the kernel: carrier and speed of a netdev that is administratively down cannot be read.
    put(spark, folder + "/carrier", netdev, [](const Interface &i) -> base::Result<std::string> {
        return i.adminUp ? base::Result<std::string>(i.carrier() ? "1" : "0")
                         : base::Result<std::string>(systemError(EINVAL, i.name));
    });
    put(spark, folder + "/speed", netdev, [speedMbps](const Interface &i) -> base::Result<std::string> {
        const int full = i.speedMbps > 0 ? i.speedMbps : speedMbps;
        return i.adminUp && speedMbps > 0 ? base::Result<std::string>(std::to_string(i.carrier() ? full : -1))
                                          : base::Result<std::string>(systemError(EINVAL, i.name));
    });
    mountStatistics(spark, folder, netdev);
    spark.files.putLink("/sys/class/net/" + netdev, "../../" + folder.substr(5));
    mountSysctls(spark, netdev);
}

void mountPciFunction(Spark &spark, const std::string &folder, const std::string &address, const char *vendor,
    const char *device, const char *classCode)
{
    constant(spark, folder + "/vendor", vendor);
    constant(spark, folder + "/device", device);
    constant(spark, folder + "/class", classCode);
    spark.files.putLink("/sys/bus/pci/devices/" + address, "../../../" + folder.substr(5));
}

// The kernel's three AER files: one line for each kind, the total last.
std::string aerText(const char *kind, const char *total, std::uint64_t count)
{
    const std::string number = std::to_string(count);
    return std::string(kind) + ' ' + number + '\n' + total + ' ' + number;
}

void mountPcieLink(Spark &spark, const std::string &folder, domain::Side side)
{
    const PcieParameters &link = spark.parameters.pcie[at(side)];
    made(spark, folder + "/current_link_speed", [&link] {
        char text[32];
        std::snprintf(text, sizeof text, "%.1f GT/s PCIe", link.gigatransfers);
        return std::string(text);
    });
    made(spark, folder + "/current_link_width", [&link] { return std::to_string(link.width); });
    constant(spark, folder + "/max_link_speed", "32.0 GT/s PCIe");
    constant(spark, folder + "/max_link_width", "4"); // the kernel names no better link that it could have (facts 1.2)
    made(spark, folder + "/aer_dev_correctable",
        [&link] { return aerText("RxErr", "TOTAL_ERR_COR", link.aerCorrectable); });
    made(spark, folder + "/aer_dev_nonfatal",
        [&link] { return aerText("UnsupReq", "TOTAL_ERR_NONFATAL", link.aerNonFatal); });
    made(spark, folder + "/aer_dev_fatal", [&link] { return aerText("DLP", "TOTAL_ERR_FATAL", link.aerFatal); });
}

void mountDmi(Spark &spark)
{
    const MakerProfile &maker = *spark.spec.maker;
    const std::string folder = "/sys/devices/virtual/dmi/id/";
    spark.files.putLink("/sys/class/dmi/id", "../../devices/virtual/dmi/id");
    constant(spark, folder + "sys_vendor", std::string(maker.sysVendor));
    constant(spark, folder + "product_name", std::string(maker.productName));
    constant(spark, folder + "product_version", std::string(maker.productVersion));
    constant(spark, folder + "board_name", std::string(maker.boardName));
    constant(spark, folder + "board_vendor", std::string(maker.sysVendor));
    made(spark, folder + "bios_version", [&spark] { return spark.biosVersion(); });
    constant(spark, folder + "bios_date", std::string(maker.biosDate));
}

void mountMemoryAndKernel(Spark &spark)
{
    spark.files.putGenerated("/proc/meminfo", [&spark]() -> base::Result<std::string> {
        const MemoryParameters &memory = spark.parameters.memory;
        std::string text;
        for (const auto &[name, kilobytes] :
            std::initializer_list<std::pair<const char *, std::int64_t>>{{"MemTotal:", memory.totalKb},
                {"MemFree:", memory.availableKb / 9 * 8}, {"MemAvailable:", memory.availableKb},
                {"CmaTotal:", memory.cmaTotalKb}, {"CmaFree:", memory.cmaFreeKb}}) {
            char line[64];
            std::snprintf(line, sizeof line, "%-15s%10lld kB\n", name, static_cast<long long>(kilobytes));
            text += line;
        }
        return text;
    });
    spark.files.putFile("/proc/sys/kernel/random/boot_id", spark.bootId + '\n', 0444);
    spark.files.putFile("/proc/sys/kernel/hostname", spark.spec.name + '\n', 0644);
    made(spark, "/proc/sys/kernel/osrelease", [&spark] { return spark.parameters.software.kernel; });
    made(spark, "/proc/sys/net/ipv4/ip_forward",
        [&spark] { return std::string(spark.parameters.ip.forwarding ? "1" : "0"); });
    made(spark, "/proc/sys/net/ipv4/tcp_rmem",
        [&spark] { return "4096\t131072\t" + std::to_string(spark.parameters.processor.tcpWindowBytes); });
    spark.files.putFile("/proc/sys/net/ipv4/ping_group_range", "0\t2147483647\n", 0644);
    made(spark, "/proc/driver/nvidia/version", [&spark] {
        return "NVRM version: NVIDIA UNIX Open Kernel Module for aarch64  " + spark.parameters.software.driver
            + "  Release Build\nGCC version:  gcc version 13.3.0";
    });
    made(spark, "/sys/module/nvidia/version", [&spark] { return spark.parameters.software.driver; });
    spark.files.putFile("/proc/mounts", "/dev/nvme0n1p2 / ext4 rw,relatime 0 0\n", 0444);
}

} // namespace

void mountSystem(Spark &spark)
{
    mountDmi(spark);
    mountMemoryAndKernel(spark);
    for (const char *scope : {"all", "default"})
        mountSysctls(spark, scope);
    const std::string rj45 = "/sys/devices/pci0007:00/0007:00:00.0/0007:01:00.0";
    const std::string wifi = "/sys/devices/pci0009:00/0009:00:00.0/0009:01:00.0";
    const std::string gpu = "/sys/devices/pci000f:00/000f:00:00.0/000f:01:00.0";
    mountPciFunction(spark, rj45, "0007:01:00.0", "0x10ec", "0x8127", "0x020000");
    mountPciFunction(spark, wifi, "0009:01:00.0", "0x14c3", "0x7925", "0x028000");
    mountPciFunction(spark, gpu, "000f:01:00.0", "0x10de", "0x2e12", "0x030000"); // GB10, the surest mark of a Spark
    mountNetdev(spark, rj45, "enP7s7", 10000);
    mountNetdev(spark, wifi, "wlP9s9", 0);
    spark.files.putLink(rj45 + "/net/enP7s7/device", "../../../0007:01:00.0");
    spark.files.putLink(wifi + "/net/wlP9s9/device", "../../../0009:01:00.0");
    spark.files.putFolder(wifi + "/net/wlP9s9/wireless");
    spark.files.putFolder(wifi + "/net/wlP9s9/phy80211");
    mountNetdev(spark, "/sys/devices/virtual", "lo", 0);
    mountNetdev(spark, "/sys/devices/virtual", "docker0", 0);
    spark.files.putFolder("/sys/devices/virtual/net/docker0/bridge");
    spark.files.putFolder("/sys/class/infiniband");
}

void mountHalf(Spark &spark, domain::HalfId half)
{
    const std::string address(domain::documentedPciAddress(half));
    const std::string netdev(domain::documentedNetdev(half));
    const std::string domainNumber = address.substr(0, 4);
    const std::string folder = "/sys/devices/pci" + domainNumber + ":00/" + domainNumber + ":00:00.0/" + address;
    mountPciFunction(spark, folder, address, "0x15b3", "0x1021", "0x020000");
    mountPcieLink(spark, folder, half.side);
    spark.files.putLink(folder + "/driver", "../../../../bus/pci/drivers/mlx5_core");
    mountNetdev(spark, folder, netdev, 200000);
    const std::string net = folder + "/net/" + netdev;
    spark.files.putLink(net + "/device", "../../../" + address);
    constant(spark, net + "/phys_port_name", std::string(domain::documentedPortName(half.cage)));
    constant(spark, net + "/dev_port", "0");
    mountRoce(spark, half, folder);
}

void unmountHalf(Spark &spark, domain::HalfId half)
{
    const std::string address(domain::documentedPciAddress(half));
    const std::string netdev(domain::documentedNetdev(half));
    unmountRoce(spark, half);
    spark.files.removeTree("/sys/class/net/" + netdev);
    spark.files.removeTree("/sys/bus/pci/devices/" + address);
    spark.files.removeTree(
        "/sys/devices/pci" + address.substr(0, 4) + ":00/" + address.substr(0, 4) + ":00:00.0/" + address);
    for (const char *family : {"ipv4", "ipv6"})
        spark.files.removeTree(std::string("/proc/sys/net/") + family + "/conf/" + netdev);
}

} // namespace sparkloom::sim
