// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/bonds.h"

#include "agent/halves.h"
#include "agent/inventory.h"
#include "agent/probeframe.h"
#include "agent/smallfiles.h"
#include "base/text.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/keyfile.h"
#include "protocol/limits.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

const std::string kNet = "/sys/class/net/";
const std::string kMasters = kNet + "bonding_masters";
// What people set, in the order in which the kernel takes it: the mode only while there are no ports, the delays only
// with a monitor.
constexpr std::array<const char *, 10> kOptions = {"mode", "miimon", "updelay", "downdelay", "xmit_hash_policy",
    "lacp_rate", "ad_select", "min_links", "fail_over_mac", "primary_reselect"};

std::string folderOfBond(const std::string &name)
{
    return kNet + name + "/bonding";
}

bool exists(Files &files, const std::string &name)
{
    return files.info(folderOfBond(name)).kind != FileInfo::Kind::Missing;
}

// "balance-xor 2": the kernel shows word and number, and takes either.
std::string option(Files &files, const std::string &name, const std::string &key)
{
    const std::string text = readSmall(files, folderOfBond(name) + '/' + key);
    const auto words = base::split(base::trimmed(text), ' ');
    return words.empty() ? std::string() : std::string(words.front());
}

std::vector<std::string> portsOf(Files &files, const std::string &name)
{
    std::vector<std::string> ports;
    const std::string text = readSmall(files, folderOfBond(name) + "/slaves");
    for (const std::string_view port : base::split(base::trimmed(text), ' '))
        if (domain::isInterfaceName(port))
            ports.emplace_back(port);
    std::sort(ports.begin(), ports.end());
    return ports;
}

base::Result<void> write(Files &files, const std::string &path, const std::string &text)
{
    if (auto written = files.writeSpecial(path, text); !written)
        return base::failed(base::Message("remote.bond-failed"_msg).with("path", path), written.error().detail);
    return {};
}

base::Result<void> make(Files &files, const LiveBond &bond)
{
    if (!exists(files, bond.name))
        if (auto made = write(files, kMasters, '+' + bond.name); !made)
            return made;
    for (const auto &[key, value] : bond.options)
        if (option(files, bond.name, key) != value)
            if (auto set = write(files, folderOfBond(bond.name) + '/' + key, value); !set)
                return set;
    return {};
}

// The kernel takes a port only while it is down, and raises it itself.
base::Result<void> join(System &system, const LiveBond &bond, const std::string &port)
{
    const auto links = system.network().links();
    if (!links)
        return links.error();
    const auto link = std::find_if(links->begin(), links->end(), [&](const LinkInfo &one) { return one.name == port; });
    if (link == links->end())
        return {};
    if (link->adminUp)
        if (auto set = system.network().setAdminUp(link->index, false); !set)
            return set;
    return write(system.files(), folderOfBond(bond.name) + "/slaves", '+' + port);
}

} // namespace

std::vector<std::string> bondsTakenOver(System &system, const domain::NetworkConfig &config)
{
    std::vector<std::string> names;
    std::optional<domain::SparkFacts> facts;
    for (const domain::ForeignFile &file : config.takeOver) {
        const auto text = system.files().read(file.path, protocol::kMaxNetplanFile);
        if (!text || text->find("bond") == std::string::npos) // "bonds:", "type=bond"
            continue;
        if (domain::isKeyfilePath(file.path)) {
            const auto profile = domain::readKeyfile(*text);
            if (profile && profile->type() == "bond")
                names.push_back(profile->value("connection", "interface-name"));
            continue;
        }
        if (!facts) {
            auto taken = takeInventory(system, {});
            if (!taken)
                continue;
            facts = std::move(taken).value();
        }
        for (std::string &name : domain::bondsOfHalves(*facts, *text))
            names.push_back(std::move(name));
    }
    std::erase_if(names, [](const std::string &name) { return !domain::isInterfaceName(name); });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

bool hasOtherPorts(System &system, const std::string &bond)
{
    const auto halves = findHalves(system);
    const auto ports = portsOf(system.files(), bond);
    return std::any_of(ports.begin(), ports.end(), [&](const std::string &port) {
        return std::none_of(
            halves.begin(), halves.end(), [&](const PresentHalf &half) { return half.link.name == port; });
    });
}

std::vector<LiveBond> captureBonds(Files &files, const std::vector<std::string> &names)
{
    std::vector<LiveBond> bonds;
    for (const std::string &name : names) {
        LiveBond bond{name, exists(files, name), {}, {}};
        for (const char *key : kOptions)
            if (std::string value = option(files, name, key); bond.there && !value.empty())
                bond.options.emplace_back(key, std::move(value));
        if (bond.there)
            bond.ports = portsOf(files, name);
        bonds.push_back(std::move(bond));
    }
    return bonds;
}

base::Result<void> releaseBonds(Files &files, const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        if (exists(files, name))
            if (auto gone = write(files, kMasters, '-' + name); !gone && exists(files, name))
                return gone;
    return {};
}

base::Result<void> restoreBonds(System &system, const std::vector<LiveBond> &bonds)
{
    Files &files = system.files();
    for (const LiveBond &bond : bonds) {
        if (!bond.there) {
            if (auto gone = releaseBonds(files, {bond.name}); !gone)
                return gone;
            continue;
        }
        if (auto made = make(files, bond); !made)
            return made;
        for (const std::string &port : bond.ports) {
            const auto now = portsOf(files, bond.name);
            if (std::find(now.begin(), now.end(), port) != now.end())
                continue;
            auto joined = join(system, bond, port);
            // A renderer may be faster.
            const auto then = portsOf(files, bond.name);
            if (!joined && std::find(then.begin(), then.end(), port) == then.end())
                return joined;
        }
    }
    return {};
}

} // namespace sparkloom::agent
