// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/receipt.h"

#include <span>
#include <string>
#include <string_view>

namespace sparkloom::domain {

// The two files that are ours (design decision 10).
inline constexpr std::string_view kNetplanPath = "/etc/netplan/60-sparkloom.yaml";
inline constexpr std::string_view kNetplanRunPath = "/run/netplan/60-sparkloom.yaml";
inline constexpr std::string_view kSysctlPath = "/etc/sysctl.d/90-sparkloom.conf";
inline constexpr std::string_view kReceiptPath = "/var/lib/sparkloom/receipt.json";

// Canonical netplan text: header with a hash of the body, sorted keys, every string in double quotes (YAML 1.1 readers
// would turn some into numbers). Same values, same bytes, on both sides.
std::string renderNetplan(std::span<const HalfConfig> halves);
// arp_ignore=1, arp_announce=2, rp_filter=2, disable_ipv6=1 per half (design decisions 9 and 13).
std::string renderSysctl(std::span<const HalfConfig> halves);
// One sysctl of the set above.
struct SysctlValue {
    std::string key; // "net/ipv4/conf/IF/arp_ignore": path below /proc/sys
    int value = 0;
};
std::vector<SysctlValue> sysctlValues(const HalfConfig &half);

// Whether a netplan text is ours and unchanged since it was rendered (its header hash fits).
bool isOurNetplan(std::string_view text);

// Unified diff with three lines of context, empty when equal; both sides at most 1 MiB.
std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view path);

} // namespace sparkloom::domain
