// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/foreignprofiles.h"

#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/keyfile.h"

#include <algorithm>
#include <array>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kDefaultMtu = 1500;

using Keys = std::array<std::string_view, 10>;
// Settings that are judged below, and those that change nothing on a half with a static address.
constexpr Keys kConnection = {"id", "uuid", "type", "interface-name", "autoconnect", "autoconnect-priority",
    "timestamp", "permissions", "llmnr", "mdns"};
constexpr Keys kEthernet = {"mtu", "mac-address", "auto-negotiate"};
constexpr Keys kIpv4 = {"method", "address1", "may-fail", "never-default", "dns-search", "ignore-auto-dns"};
constexpr Keys kIpv6 = {"method", "addr-gen-mode", "may-fail", "never-default", "dns-search"};

const Keys *knownKeys(const std::string &section)
{
    static constexpr Keys kNone = {};
    return section == "connection"                             ? &kConnection
        : section == "ethernet" || section == "802-3-ethernet" ? &kEthernet
        : section == "ipv4"                                    ? &kIpv4
        : section == "ipv6"                                    ? &kIpv6
        : section == "proxy"                                   ? &kNone
                                                               : nullptr;
}

// The first setting that the plan knows nothing of, "section.key".
std::string unknownSetting(const Keyfile &profile)
{
    for (const auto &[section, keys] : profile.sections) {
        const Keys *known = knownKeys(section);
        for (const auto &[key, value] : keys)
            if (!known || std::find(known->begin(), known->end(), key) == known->end())
                return section + '.' + key;
    }
    return {};
}

// Why the profile may not stay, in the words that netplan files get; nothing where it does what is wanted.
std::optional<Message> whyNotRight(const Keyfile &profile, const HalfConfig &wanted)
{
    const auto about = [&](Message message) { return std::move(message).with("interface", wanted.netdev); };
    if (const std::string more = unknownSetting(profile); !more.empty())
        return about("plan.foreign-more-reason"_msg).with("setting", base::cleanText(more, 60));
    const std::string method = profile.value("ipv4", "method"), method6 = profile.value("ipv6", "method");
    if (method != "manual")
        return about(method.empty() || method == "auto" ? "plan.foreign-dhcp-reason"_msg : "plan.foreign-reason"_msg);
    const std::string written = profile.value("ipv4", "address1"); // "10.100.0.1/24", with a gateway behind a comma
    const auto address = Ipv4Interface::parse(written);
    if (!address || *address != wanted.address)
        return about("plan.foreign-address-reason"_msg)
            .with("address", written.empty() ? std::string("-") : base::cleanText(written, 80))
            .with("wanted", wanted.address.toString());
    std::string mtu = profile.value("ethernet", "mtu");
    if (mtu.empty())
        mtu = profile.value("802-3-ethernet", "mtu");
    const auto bytes = mtu.empty() ? kDefaultMtu : base::parseInteger(mtu, 68, 65535).value_or(0);
    if (bytes != wanted.mtu)
        return about("plan.foreign-mtu-reason"_msg).with("mtu", static_cast<int>(bytes)).with("wanted", wanted.mtu);
    if (method6 != "disabled" && method6 != "ignore")
        return about("plan.foreign-ipv6-reason"_msg);
    return std::nullopt;
}

struct Profile {
    const NetplanText *file;
    Keyfile content;
};

std::vector<Profile> profilesIn(std::span<const NetplanText> files)
{
    std::vector<Profile> found;
    for (const NetplanText &file : files)
        if (auto profile = isKeyfilePath(file.path) ? readKeyfile(file.text) : std::nullopt)
            found.push_back({&file, std::move(*profile)});
    return found;
}

std::string macOf(const HalfFacts *half)
{
    return half && !half->mac.isZero() ? half->mac.toString() : std::string();
}

void takeWhole(ForeignFiles &found, const NetplanText &file, const Message &reason)
{
    const bool already = std::any_of(found.takeOver.begin(), found.takeOver.end(),
        [&](const TakeOver &taken) { return taken.file.path == file.path; });
    if (!already)
        found.takeOver.push_back({file, {}, reason});
}

bool isAdoptedBefore(const ForeignFiles &found, const HalfId &half)
{
    return std::any_of(found.adopted.begin(), found.adopted.end(), [&](const AdoptedFile &file) {
        return std::find(file.halves.begin(), file.halves.end(), half) != file.halves.end();
    });
}

// A bond goes with the profiles of all of its ports. The agent shows the profile of a bond only where every port is a
// half and nothing is built on it.
base::Result<void> takeBond(ForeignFiles &found, const SparkFacts &facts, std::span<const HalfConfig> halves,
    const std::vector<Profile> &profiles, const Profile &port, const HalfConfig &wanted)
{
    const auto about = [&](Message message, const NetplanText &file) {
        return std::move(message).with("spark", facts.hostname).with("file", file.path);
    };
    const auto bond = std::find_if(profiles.begin(), profiles.end(),
        [&](const Profile &profile) { return profile.content.isBondNamed(port.content.controller()); });
    if (bond == profiles.end())
        return base::refused(about("plan.foreign-port"_msg, *port.file).with("interface", wanted.netdev));
    const std::string name = bond->content.value("connection", "interface-name");
    if (name == facts.managementInterface)
        return base::refused(
            Message("plan.management-on-half"_msg).with("spark", facts.hostname).with("interface", name));
    const Message reason = Message("plan.foreign-bond-reason"_msg)
                               .with("interface", wanted.netdev)
                               .with("bond", base::cleanText(name, 40));
    takeWhole(found, *bond->file, reason);
    for (const Profile &other : profiles) {
        if (!bond->content.isBondNamed(other.content.controller()))
            continue;
        for (const HalfFacts &half : facts.halves) {
            const bool planned = std::any_of(
                halves.begin(), halves.end(), [&](const HalfConfig &config) { return config.half == half.id; });
            if (!planned && half.carrier && isPlainEthernetOf(other.content, half.netdev, macOf(&half)))
                return base::refused(
                    about("plan.foreign-other-half"_msg, *other.file).with("line", 1).with("definition", half.netdev));
        }
        takeWhole(found, *other.file, reason);
    }
    return {};
}

base::Result<void> judge(ForeignFiles &found, const NetplanText &file, const Keyfile &profile, const HalfConfig &wanted)
{
    auto reason = whyNotRight(profile, wanted);
    if (!reason && isAdoptedBefore(found, wanted.half))
        reason = Message("plan.foreign-profile-twice-reason"_msg).with("interface", wanted.netdev);
    if (reason)
        found.takeOver.push_back({file, {}, std::move(*reason)});
    else
        found.adopted.push_back({file.path, base::sha256Hex(file.text), {wanted.half}});
    return {};
}

} // namespace

base::Result<void> addForeignProfiles(ForeignFiles &found, const SparkFacts &facts, std::span<const HalfConfig> halves,
    std::span<const NetplanText> files)
{
    const std::vector<Profile> profiles = profilesIn(files);
    for (const Profile &profile : profiles) {
        if (!profile.content.comesUpByItself())
            continue;
        for (const HalfConfig &wanted : halves) {
            if (!isPlainEthernetOf(profile.content, wanted.netdev, macOf(facts.half(wanted.half))))
                continue;
            auto judged = profile.content.controller().empty()
                ? judge(found, *profile.file, profile.content, wanted)
                : takeBond(found, facts, halves, profiles, profile, wanted);
            if (!judged)
                return judged;
            break;
        }
    }
    const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
    std::sort(found.takeOver.begin(), found.takeOver.end(),
        [](const TakeOver &a, const TakeOver &b) { return a.file.path < b.file.path; });
    std::sort(found.adopted.begin(), found.adopted.end(), byPath);
    return {};
}

} // namespace sparkloom::domain
