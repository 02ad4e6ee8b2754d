// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Names for the Sparks in the owner's own SSH configuration: a file of ours, read through one Include line at the top
// of
// ~/.ssh/config (ssh_config(5): after a Host line it would count for that host only, and the first value wins).
namespace sparkloom::domain {

inline constexpr std::string_view kAliasFile = "sparkloom_aliases"; // beside config, 0600

struct SshAlias {
    std::string name; // isAliasName()
    std::string host; // name or address
    int port = 22;
    std::string user;
    friend bool operator==(const SshAlias &, const SshAlias &) = default;
};

// Letters, digits, dot, hyphen and underscore, no address: nothing that ssh takes for a pattern.
bool isAliasName(std::string_view name);

// What there is now, and where.
struct SshAliasState {
    std::string folder;                // "/home/ann/.ssh"
    std::optional<std::string> config; // texts; nothing: no such file
    std::optional<std::string> file;
    std::vector<std::string> included; // texts of what config includes otherwise
    std::string identity;              // path of the application's own key
    std::string knownHosts;            // path of the application's own list of host keys
    bool madeFolder = false;           // there is no such folder yet
};

// The lines for one cluster. Aliases that ssh could misread are left out.
std::string renderAliases(std::span<const SshAlias> aliases, const SshAliasState &state);

// Both files with this section for the cluster; empty takes it away, and with the last one file and line go. A file
// that did not exist before us is gone then, too.
struct AliasTexts {
    std::optional<std::string> config, file;
    bool removeFolder = false; // where it is empty then: it was made for these files
    friend bool operator==(const AliasTexts &, const AliasTexts &) = default;
};
AliasTexts withAliases(const SshAliasState &state, std::string_view cluster, std::string_view section);
// The section as it stands, empty where there is none.
std::string aliasSection(const SshAliasState &state, std::string_view cluster);

// Host patterns of a configuration that stand for one name only: an alias of that name would take its place.
std::vector<std::string> namesInConfig(std::string_view config);
// Arguments of its Include lines that are not ours.
std::vector<std::string> includesOf(std::string_view config);
// Host names that our file gives to other clusters.
std::vector<std::string> namesOfOthers(const SshAliasState &state, std::string_view cluster);

} // namespace sparkloom::domain
