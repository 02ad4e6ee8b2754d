// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/keyfile.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

constexpr std::size_t kMostKeys = 512;
constexpr std::string_view kExtension = ".nmconnection";

} // namespace

std::string Keyfile::value(const std::string &section, const std::string &key) const
{
    const auto found = sections.find(section);
    if (found == sections.end())
        return {};
    const auto entry = found->second.find(key);
    return entry == found->second.end() ? std::string() : entry->second;
}

std::string Keyfile::type() const
{
    const std::string written = value("connection", "type");
    return written == "802-3-ethernet" ? "ethernet" : written;
}

std::string Keyfile::macAddress() const
{
    for (const char *section : {"ethernet", "802-3-ethernet"})
        if (const std::string mac = value(section, "mac-address"); !mac.empty())
            return base::lowered(mac);
    return {};
}

std::string Keyfile::controller() const
{
    const std::string today = value("connection", "controller");
    return today.empty() ? value("connection", "master") : today;
}

bool Keyfile::isBondNamed(std::string_view controller) const
{
    return type() == "bond" && !controller.empty()
        && (value("connection", "interface-name") == controller || value("connection", "uuid") == controller
            || value("connection", "id") == controller);
}

bool Keyfile::comesUpByItself() const
{
    const std::string word = base::lowered(value("connection", "autoconnect"));
    return word != "false" && word != "0" && word != "no";
}

std::optional<Keyfile> readKeyfile(std::string_view text)
{
    if (text.size() > kMostKeyfile)
        return std::nullopt;
    Keyfile file;
    std::map<std::string, std::string> *section = nullptr;
    std::size_t keys = 0;
    for (const std::string_view raw : base::split(text, '\n')) {
        const std::string_view line = base::trimmed(raw);
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[') {
            if (line.back() != ']' || line.size() < 3)
                return std::nullopt;
            section = &file.sections[std::string(line.substr(1, line.size() - 2))];
            continue;
        }
        const std::size_t equals = line.find('=');
        if (!section || equals == std::string_view::npos || equals == 0 || ++keys > kMostKeys)
            return std::nullopt;
        // The last of two counts, as in GLib.
        (*section)[std::string(base::trimmed(line.substr(0, equals)))] = base::trimmed(line.substr(equals + 1));
    }
    return file;
}

bool isKeyfilePath(std::string_view path)
{
    if (!path.starts_with(kKeyfileFolder) || !path.ends_with(kExtension) || path.size() > 300)
        return false;
    const std::string_view name = path.substr(kKeyfileFolder.size());
    return name.size() > kExtension.size() && name.front() != '.'
        && std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 32 && c != 127 && c != '/'; });
}

bool isPlainEthernetOf(const Keyfile &profile, std::string_view netdev, std::string_view mac)
{
    if (profile.type() != "ethernet" || profile.sections.contains("802-1x"))
        return false;
    const std::string name = profile.value("connection", "interface-name"), address = profile.macAddress();
    if (name.empty() && address.empty())
        return false;
    return (name.empty() || name == netdev) && (address.empty() || (!mac.empty() && address == mac));
}

} // namespace sparkloom::domain
