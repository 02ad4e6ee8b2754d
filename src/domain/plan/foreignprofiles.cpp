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

// A port of a bond, bridge or team names its controller, under today's or the earlier word.
bool isPort(const Keyfile &profile)
{
    return !profile.value("connection", "controller").empty() || !profile.value("connection", "master").empty();
}

bool isAdoptedBefore(const ForeignFiles &found, const HalfId &half)
{
    return std::any_of(found.adopted.begin(), found.adopted.end(), [&](const AdoptedFile &file) {
        return std::find(file.halves.begin(), file.halves.end(), half) != file.halves.end();
    });
}

base::Result<void> judge(ForeignFiles &found, const SparkFacts &facts, const NetplanText &file, const Keyfile &profile,
    const HalfConfig &wanted)
{
    if (isPort(profile))
        return base::refused(Message("plan.foreign-port"_msg)
                                 .with("spark", facts.hostname)
                                 .with("file", file.path)
                                 .with("interface", wanted.netdev));
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
    for (const NetplanText &file : files) {
        const auto profile = isKeyfilePath(file.path) ? readKeyfile(file.text) : std::nullopt;
        if (!profile || !profile->comesUpByItself())
            continue;
        for (const HalfConfig &wanted : halves) {
            const HalfFacts *half = facts.half(wanted.half);
            const std::string mac = half && !half->mac.isZero() ? half->mac.toString() : std::string();
            if (!isPlainEthernetOf(*profile, wanted.netdev, mac))
                continue;
            if (auto judged = judge(found, facts, file, *profile, wanted); !judged)
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
