// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

// NetworkManager's own profiles, one "keyfile" each (nm-settings-keyfile(5)).
namespace sparkloom::domain {

inline constexpr std::string_view kKeyfileFolder = "/etc/NetworkManager/system-connections/";
inline constexpr std::size_t kMostKeyfile = 64 * 1024; // bytes; those of halves have some hundred

struct Keyfile {
    // Section, then key and value as they are written.
    std::map<std::string, std::map<std::string, std::string>> sections;

    // Empty where it does not stand there.
    std::string value(const std::string &section, const std::string &key) const;
    // "ethernet", "bond", ... in today's words.
    std::string type() const;
    // The MAC of the card that it is for, in lower case; empty where it says none.
    std::string macAddress() const;
    // The bond, bridge or team whose port it is, by interface name, uuid or id; empty where it is none's.
    std::string controller() const;
    // Whether it is a bond that a port names in that way.
    bool isBondNamed(std::string_view controller) const;
    // Whether NetworkManager may bring it up by itself.
    bool comesUpByItself() const;
};

// Nothing for what NetworkManager would not read either: a line that is no comment, section or assignment, an
// assignment before the first section, text above kMostKeyfile.
std::optional<Keyfile> readKeyfile(std::string_view text);

// Whether a path is a profile directly in NetworkManager's folder, with a name that cannot leave it.
bool isKeyfilePath(std::string_view path);

// Whether it is a profile of an Ethernet card that may be read out and shown: bound to this interface (by name, or by
// MAC), and without anything secret in it.
bool isPlainEthernetOf(const Keyfile &profile, std::string_view netdev, std::string_view mac);

} // namespace sparkloom::domain
