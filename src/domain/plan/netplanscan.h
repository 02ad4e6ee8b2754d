// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// One definition of a netplan file, as far as Sparkloom looks at foreign files.
struct NetplanDefinition {
    std::string section; // "ethernets", "bonds", ...
    std::string id;
    int line = 0;        // 1..
    int lastLine = 0;    // its last line with content
    int sectionLine = 0; // where its section begins
    bool hasMatch = false;
    std::optional<std::string> matchName;
    std::optional<std::string> matchMac;
    std::optional<std::string> matchDriver;
    std::optional<std::string> setName;
    bool hasAddresses = false; // or a DHCP client that is on
    std::vector<std::string>
        words;             // every word of its body but the above: other interfaces that it uses are among them
    bool flowBody = false; // "{...}" behind its name: the two fields below do not see into it
    // Its own settings: key and the text of the value, "" where the value stands on the lines below.
    std::map<std::string, std::string> settings;
    std::vector<std::string> addresses; // items of "addresses", as they are written
    std::vector<std::string> ports;     // items of "interfaces" of a bond or bridge
};

struct NetplanScan {
    bool understood = true;
    int badLine = 0; // first line that was not understood
    std::vector<NetplanDefinition> definitions;
    bool hasRenderer = false; // the file says who configures all interfaces, those of other files too
};

// Finds the definitions of a foreign netplan file. It reads the block style that netplan's own tools and people write;
// anchors, aliases, tags, several documents and flow style above the definitions are not understood, nor is text above
// 1 MiB. No YAML library: the domain has none, and what is not understood is refused, never guessed.
NetplanScan scanNetplan(std::string_view text);

// The text without these definitions (indices into scan.definitions, ascending) and without the sections that hold
// nothing more; every other byte is as it was. scan is that of the text, and understood.
std::string withoutDefinitions(std::string_view text, const NetplanScan &scan, const std::vector<std::size_t> &removed);

// Whether `text` holds this word between characters that cannot belong to an interface name or a MAC address.
bool mentionsWord(std::string_view text, std::string_view word);

// Shell pattern with *, ? and [...] as in netplan's match (fnmatch without special cases).
bool matchesPattern(std::string_view pattern, std::string_view text);

} // namespace sparkloom::domain
