// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/strongid.h"
#include "domain/hardware/address.h"
#include "domain/hardware/half.h"
#include "domain/plan/receipt.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::domain {

struct SparkIdTag;
// Identity of a Spark within the application: first 32 hex digits of SHA-256("sparkloom" + machine id). The machine id
// itself never leaves the Spark (machine-id(5) asks for that).
using SparkId = base::StrongId<SparkIdTag>;

// Who built it (facts 1.6). Unknown: not recognised as a Spark.
enum class Maker { Unknown, FoundersEdition, Asus, Dell, Hp, Lenovo, Msi, Gigabyte, Acer };

struct PcieLink {
    double gigatransfersPerSecond = 0; // 32.0 for Gen5
    int width = 0;                     // lanes in use; 4 on a healthy half (facts 1.1)
    int maxWidth = 0;
    friend bool operator==(const PcieLink &, const PcieLink &) = default;
};

// The sysctl values that keep the two halves of a cage apart (measurement-and-safety 4.4). -1: not readable.
struct HalfSysctls {
    int arpIgnore = -1;
    int arpAnnounce = -1;
    int rpFilter = -1;
    int disableIpv6 = -1;
    friend bool operator==(const HalfSysctls &, const HalfSysctls &) = default;
};

// What is known of one half. A half that does not exist now (no cable) is absent from SparkFacts::halves.
struct HalfFacts {
    // How cage and side were found: by phys_port_name and PCI domain, or by the documented netdev name.
    enum class Grouping { PortName, DocumentedName };

    HalfId id;
    Grouping grouping = Grouping::DocumentedName;
    std::string netdev;
    std::string rdmaDevice; // empty where there is none
    std::string pciAddress; // empty where there is none
    int interfaceIndex = 0;
    MacAddress mac;
    bool adminUp = false;
    bool carrier = false;
    std::optional<int> speedMbps; // both halves report the speed of the port (facts 1.2)
    int mtu = 0;
    int maxMtu = 0; // 0: not known
    std::vector<Ipv4Interface> addresses;
    bool hasIpv6LinkLocal = false;
    HalfSysctls sysctls;
    std::optional<PcieLink> pcie;
    std::string firmware;          // NIC firmware, empty where not known
    std::vector<std::string> gids; // IPv4-mapped RoCE v2 GIDs as dotted quads
    friend bool operator==(const HalfFacts &, const HalfFacts &) = default;
};

// An interface that is no half: RJ45, Wi-Fi, docker0 and so on.
struct OtherInterface {
    std::string name;
    MacAddress mac;
    bool up = false;
    bool wireless = false;
    std::vector<Ipv4Interface> addresses;
    friend bool operator==(const OtherInterface &, const OtherInterface &) = default;
};

struct Route {
    Ipv4Prefix destination; // 0.0.0.0/0 is the default route
    std::string interface;
    friend auto operator<=>(const Route &, const Route &) = default;
};

// A file below /etc/netplan, /run/netplan or /lib/netplan. Content is read only by the root verb read-config.
struct NetplanFile {
    std::string path;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modifiedNs = 0; // since the epoch
    std::int64_t changedNs = 0;
    std::uint32_t mode = 0;
    std::string sha256; // empty where it could not be read
    friend bool operator==(const NetplanFile &, const NetplanFile &) = default;
};

struct Versions {
    std::string os;     // PRETTY_NAME of /etc/os-release
    std::string dgxOs;  // DGX_SWBUILD_VERSION
    std::string dgxOta; // last DGX_OTA_VERSION, empty where never updated
    std::string kernel; // uname -r
    std::string driver; // NVIDIA kernel driver, empty where not loaded
    std::string bios;
    friend bool operator==(const Versions &, const Versions &) = default;
};

// The sshd host keys of a Spark, read from its own files over the authenticated channel.
struct HostKeyLine {
    std::string type;   // "ssh-ed25519"
    std::string base64; // key blob
    friend auto operator<=>(const HostKeyLine &, const HostKeyLine &) = default;
};

enum class Renderer { Unknown, Networkd, NetworkManager };

// One inventory of one Spark: a value, made by the agent without root.
struct SparkFacts {
    SparkId id;
    std::string hostname; // untrusted plain text, at most 63 bytes
    Maker maker = Maker::Unknown;
    std::string product;      // untrusted plain text
    std::string architecture; // "aarch64", "x86_64"
    bool virtualSpark = false;
    std::string bootId;
    std::string sysImageGuid; // empty while no NIC is there (facts 1.4)
    Versions versions;
    std::int64_t memoryBytes = 0;
    std::string user;
    std::int64_t uid = -1;
    std::int64_t clockUtcMs = 0;   // the Spark's wall clock when the inventory was made
    std::vector<HalfFacts> halves; // ordered by id; empty is normal without a cable (facts 1.4)
    std::vector<OtherInterface> others;
    std::vector<Route> routes;
    std::string managementInterface; // the one that carries this SSH connection, empty where not found
    Renderer renderer = Renderer::Unknown;
    std::vector<NetplanFile> netplanFiles; // ordered by path
    std::optional<Receipt> receipt;
    bool receiptMatchesFiles = false; // every file that the receipt lists is still as it was then
    std::vector<HostKeyLine> hostKeys;
    std::string clusterPublicKey;     // OpenSSH form of this Spark's own cluster key, empty where none was made
    bool rootHelperInstalled = false; // /usr/local/libexec/sparkloom is there: `forget` has something to do as root
    friend bool operator==(const SparkFacts &, const SparkFacts &) = default;

    const HalfFacts *half(HalfId half) const;
    const HalfFacts *halfByNetdev(std::string_view netdev) const;
    bool nicPresent() const { return !halves.empty(); }
    // Both halves of the cage have a carrier / at least one has.
    bool cageUp(CageIndex cage) const;
    bool cageLit(CageIndex cage) const;
};

} // namespace sparkloom::domain
