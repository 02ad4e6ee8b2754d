// SPDX-License-Identifier: Apache-2.0
#include "agent/nmprofiles.h"

#include "agent/halves.h"
#include "agent/smallfiles.h"
#include "domain/plan/keyfile.h"

#include <algorithm>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMostProfiles = 256;

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

} // namespace

std::vector<domain::NetplanText> profileTexts(System &system)
{
    std::vector<domain::NetplanText> found;
    const auto halves = findHalves(system);
    const std::string folder(domain::kKeyfileFolder);
    for (const std::string &name : listNames(system.files(), folder.substr(0, folder.size() - 1))) {
        if (found.size() >= kMostProfiles || !domain::isKeyfilePath(folder + name))
            continue;
        const FileInfo info = system.files().info(folder + name);
        auto text = info.kind == FileInfo::Kind::File ? system.files().read(folder + name, domain::kMostKeyfile)
                                                      : base::Result<std::string>(std::string());
        const auto profile = text ? domain::readKeyfile(*text) : std::nullopt;
        if (profile && isOfAHalf(*profile, halves))
            found.push_back({folder + name, std::move(text).value()});
    }
    return found;
}

} // namespace sparkloom::agent
