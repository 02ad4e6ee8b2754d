// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Where a transaction keeps what (design decision 11).
namespace sparkloom::agent {

inline constexpr std::string_view kStateFolder = "/var/lib/sparkloom";
inline constexpr std::string_view kOriginPath = "/var/lib/sparkloom/origin"; // folders that were there before us
inline constexpr std::string_view kRunFolder = "/run/sparkloom";
inline constexpr std::string_view kLockPath = "/run/sparkloom/lock";
inline constexpr std::string_view kWokenPath = "/run/sparkloom/woken"; // netdevs that `wake` raised, one per line
inline constexpr std::string_view kBootUnit = "sparkloom-recover";
inline constexpr std::string_view kHelperFolder = "/usr/local/libexec/sparkloom";
inline constexpr std::string_view kMadeParentMarker = "/usr/local/libexec/sparkloom/.made-parent";

inline std::string transactionFolder(std::string_view id)
{
    return std::string(kStateFolder) + "/txn-" + std::string(id);
}
inline std::string timerUnit(std::string_view id)
{
    return "sparkloom-rollback-" + std::string(id);
}

} // namespace sparkloom::agent
