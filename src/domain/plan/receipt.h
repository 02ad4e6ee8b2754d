// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/address.h"
#include "domain/hardware/half.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::domain {

// What one half is to be: the typed values that a privileged verb takes and validates again (design decision 6).
struct HalfConfig {
    HalfId half;
    std::string netdev;
    Ipv4Interface address;
    int mtu = 1500; // 1500 to 9000
    friend auto operator<=>(const HalfConfig &, const HalfConfig &) = default;
};

// A foreign netplan file that our file replaces: it defines the same halves. sha256 is of its bytes when the plan was
// made; the transaction refuses when they differ (stale plan).
struct ForeignFile {
    std::string path; // below /etc/netplan/, or a profile of NetworkManager (isKeyfilePath)
    std::string sha256;
    // Of what stays of it (restOfForeignFile), which takes its place; empty: the file goes.
    std::string restSha256;
    friend auto operator<=>(const ForeignFile &, const ForeignFile &) = default;
};

// A foreign netplan file that configures some halves exactly as planned: its bytes stay, and these halves are left out
// of our file. Undo leaves it where it is.
struct AdoptedFile {
    std::string path; // below /etc/netplan/, or a profile of NetworkManager (isKeyfilePath)
    std::string sha256;
    std::vector<HalfId> halves; // ordered
    friend auto operator<=>(const AdoptedFile &, const AdoptedFile &) = default;
};

// A line of our block in /etc/hosts: another Spark's address in a lane that both are in, and its names there.
struct HostsEntry {
    Ipv4Address address;
    std::vector<std::string> names; // isFabricName()
    friend auto operator<=>(const HostsEntry &, const HostsEntry &) = default;
};

// Everything that one Spark's network transaction does: from it both sides render the same bytes.
struct NetworkConfig {
    std::vector<HalfConfig> halves; // ordered by half; empty means: take our configuration away
    std::vector<ForeignFile> takeOver;
    std::vector<AdoptedFile> adopted;
    std::vector<std::string> firewall; // netdevs that ufw lets everything in on for us, sorted; empty where ufw is off
    std::vector<HostsEntry> hosts;     // ordered by address; empty: no block of ours
    friend bool operator==(const NetworkConfig &, const NetworkConfig &) = default;

    // The halves that our netplan file holds: all but those of adopted files.
    std::vector<HalfConfig> written() const;
};

// A file as it stood after a set-up: enough to notice a change without reading it.
struct ReceiptFile {
    std::string path;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    std::string sha256;
    friend bool operator==(const ReceiptFile &, const ReceiptFile &) = default;
};

// World-readable record of the last set-up (/var/lib/sparkloom/receipt.json, design decision 8).
struct Receipt {
    std::string clusterId;
    std::string planId;
    std::string clusterName;
    std::int64_t appliedUtcMs = 0;
    std::string owner; // user@computer that applied it, untrusted plain text
    NetworkConfig config;
    std::vector<ReceiptFile> files; // ours and every other netplan file
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

} // namespace sparkloom::domain
