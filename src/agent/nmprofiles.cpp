// SPDX-License-Identifier: Apache-2.0
#include "agent/nmprofiles.h"

#include "agent/halves.h"
#include "agent/smallfiles.h"
#include "base/text.h"
#include "domain/plan/keyfile.h"

#include <algorithm>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMostProfiles = 256;
constexpr std::string_view kMadeByNetplan = "/run/NetworkManager/system-connections/netplan-";

bool isOfAHalf(const domain::Keyfile &profile, const std::vector<PresentHalf> &halves)
{
    // Halves that no cable shows now have their documented names.
    const bool absent = std::any_of(domain::kAllHalves.begin(), domain::kAllHalves.end(), [&](domain::HalfId id) {
        return !halfOf(halves, id) && domain::isPlainEthernetOf(profile, domain::documentedNetdev(id), {});
    });
    return absent || std::any_of(halves.begin(), halves.end(), [&](const PresentHalf &half) {
        return domain::isPlainEthernetOf(profile, half.link.name, half.link.mac.toString());
    });
}

struct Profile {
    domain::NetplanText file;
    domain::Keyfile content;
    bool ofAHalf = false;
};

std::vector<Profile> allProfiles(System &system)
{
    std::vector<Profile> found;
    const auto halves = findHalves(system);
    const std::string folder(domain::kKeyfileFolder);
    for (const std::string &name : listNames(system.files(), folder.substr(0, folder.size() - 1))) {
        if (found.size() >= kMostProfiles || !domain::isKeyfilePath(folder + name))
            continue;
        const FileInfo info = system.files().info(folder + name);
        auto text = info.kind == FileInfo::Kind::File ? system.files().read(folder + name, domain::kMostKeyfile)
                                                      : base::Result<std::string>(std::string());
        auto profile = text ? domain::readKeyfile(*text) : std::nullopt;
        if (!profile)
            continue;
        const bool ofAHalf = isOfAHalf(*profile, halves);
        found.push_back({{folder + name, std::move(text).value()}, std::move(*profile), ofAHalf});
    }
    return found;
}

// Every port is a half, at least one is, and no VLAN or the like has it as its parent.
bool isBondOfHalves(const Profile &bond, const std::vector<Profile> &profiles)
{
    bool hasPorts = false;
    for (const Profile &other : profiles) {
        for (const auto &[section, keys] : other.content.sections)
            if (const auto parent = keys.find("parent");
                parent != keys.end() && bond.content.isBondNamed(parent->second))
                return false;
        if (!bond.content.isBondNamed(other.content.controller()))
            continue;
        if (!other.ofAHalf)
            return false;
        hasPorts = true;
    }
    return hasPorts && bond.content.controller().empty() && !bond.content.sections.contains("802-1x");
}

} // namespace

std::vector<domain::NetplanText> profileTexts(System &system)
{
    std::vector<domain::NetplanText> found;
    const std::vector<Profile> profiles = allProfiles(system);
    for (const Profile &profile : profiles)
        if (profile.ofAHalf || (profile.content.type() == "bond" && isBondOfHalves(profile, profiles)))
            found.push_back(profile.file);
    return found;
}

std::vector<std::string> terseFields(std::string_view line)
{
    std::vector<std::string> fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            fields.back() += line[++i];
        else if (line[i] == ':')
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

std::string uuidOfKept(Files &files, std::string_view listing, const Activation::Kept &kept, std::string_view mac)
{
    for (const std::string_view line : base::split(listing, '\n')) {
        const auto fields = terseFields(line);
        if (fields.size() != 2 || fields[0].empty())
            continue;
        if (domain::isKeyfilePath(kept.path)) {
            if (fields[1] == kept.path)
                return fields[0];
            continue;
        }
        if (!fields[1].starts_with(kMadeByNetplan))
            continue;
        const auto text = files.read(fields[1], domain::kMostKeyfile);
        const auto profile = text ? domain::readKeyfile(*text) : std::nullopt;
        if (profile && domain::isPlainEthernetOf(*profile, kept.netdev, mac))
            return fields[0];
    }
    return {};
}

} // namespace sparkloom::agent
