// SPDX-License-Identifier: GPL-3.0-or-later
#include "cutting.h"

#include "agent/transaction/aside.h"
#include "agent/transaction/journal.h"
#include "base/sha256.h"
#include "base/text.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace sparkloom::test {

namespace verb = protocol::verb;

namespace {

std::string idOf(char kind, int salt)
{
    char id[17];
    std::snprintf(id, sizeof id, "%c%015x", kind, static_cast<unsigned>(salt));
    return id;
}

bool phases(Machine &machine, const protocol::TransactionBegin &begin)
{
    Harness harness(machine.system, Mode::Root);
    return machine.step(harness, verb::kTransactionBegin, protocol::encode(begin))
        && machine.step(harness, verb::kTransactionTrial) && machine.step(harness, verb::kTransactionPersist)
        && machine.step(harness, verb::kTransactionCommit);
}

bool first(Machine &machine, int salt)
{
    return phases(machine, machine.begin(idOf('a', salt)));
}

// Another address, and one half given up.
bool second(Machine &machine, int salt)
{
    auto begin = machine.begin(idOf('c', salt));
    begin.config.halves.pop_back();
    begin.config.halves[0].address = *domain::Ipv4Interface::parse("10.100.7.1/24");
    return phases(machine, begin);
}

bool away(Machine &machine, int salt)
{
    auto begin = machine.begin(idOf('d', salt));
    begin.config.halves.clear();
    return phases(machine, begin);
}

const std::string kShared = "/etc/netplan/50-cloud-init.yaml";
const std::string kRest = "network:\n  version: 2\n  ethernets:\n    enP7s7:\n      dhcp4: true\n";
const std::string kWhole = kRest + "    enp1s0f0np0:\n      addresses:\n        - 10.9.9.1/24\n      mtu: 4000\n";

// One foreign file for the management and for a half of ours.
void share(Machine &machine)
{
    machine.system.files().nodes.erase("/etc/netplan/40-cx7.yaml");
    machine.system.files().put(kShared, kWhole, 0640);
}

bool cutting(Machine &machine, int salt)
{
    auto begin = machine.begin(idOf('f', salt));
    begin.config.takeOver = {{kShared, base::sha256Hex(kWhole), base::sha256Hex(kRest)}};
    return phases(machine, begin);
}

const std::string kHosts = "/etc/hosts";

// A file of names whose last line has no end; somebody's own mode.
void haveHosts(Machine &machine)
{
    machine.system.files().put(kHosts, "127.0.0.1 localhost\n10.0.0.9 printer", 0640);
}

bool naming(Machine &machine, int salt)
{
    auto begin = machine.begin(idOf('9', salt));
    begin.config.hosts = hostsOfTwo();
    return phases(machine, begin);
}

bool otherNames(Machine &machine, int salt)
{
    auto begin = machine.begin(idOf('8', salt));
    begin.config.hosts = hostsOfTwo();
    begin.config.hosts.pop_back();
    return phases(machine, begin);
}

void mustWork(bool done)
{
    if (!done)
        throw std::logic_error("what a cut is tried on does not work uncut");
}

} // namespace

std::vector<Work> works()
{
    const auto undo = [](Machine &machine, int salt) { return machine.undoWhole(idOf('e', salt)); };
    const auto bare = std::make_shared<Machine>(), once = std::make_shared<Machine>(),
               twice = std::make_shared<Machine>();
    const auto shared = std::make_shared<Machine>(), parted = std::make_shared<Machine>();
    share(*shared);
    share(*parted);
    const auto named = std::make_shared<Machine>(), unnamed = std::make_shared<Machine>(),
               bareNamed = std::make_shared<Machine>();
    haveHosts(*unnamed);
    haveHosts(*named);
    mustWork(naming(*named, 1) && naming(*bareNamed, 1));
    mustWork(first(*once, 1) && first(*twice, 1) && second(*twice, 2) && cutting(*parted, 1));
    std::vector<Work> all = {{"first set-up", bare, first}, {"second set-up", once, second},
        {"set-up taken away", once, away}, {"undo", once, undo}, {"undo of the second", twice, undo},
        {"set-up that cuts a file", shared, cutting, kShared}, {"undo of that", parted, undo, kShared},
        {"set-up with names", unnamed, naming, kHosts}, {"undo of names", named, undo, kHosts}};
    if (std::getenv("SPARKLOOM_ALL_CUTS"))
        all.insert(all.end(),
            {{"other names", named, otherNames, kHosts}, {"names go", named, first, kHosts},
                {"undo of a file of names", bareNamed, undo}});
    return all;
}

void Work::prepare(Machine &machine) const
{
    FakeSystem &to = machine.system, &from = before->system;
    to.files().nodes = from.files().nodes;
    to.network().linkTable = from.network().linkTable;
    to.network().addressTable = from.network().addressTable;
    to.services().bootUnits = from.services().bootUnits;
    to.activation().profiles = from.activation().profiles;
}

Case::Case(const Work &work)
{
    for (const bool boots : {false, true}) {
        Machine machine, done;
        work.prepare(machine);
        work.prepare(done);
        mustWork(work.run(done, 0xff));
        if (boots) {
            reboot(machine);
            reboot(done);
        }
        (boots ? oldAtBoot : old) = boots ? stateAtBoot(machine) : machine.state();
        (boots ? freshAtBoot : fresh) = boots ? stateAtBoot(done) : done.state();
    }
}

void reboot(Machine &machine)
{
    FakeSystem &system = machine.system;
    FakeFiles &files = system.files();
    std::erase_if(files.nodes, [](const auto &entry) { return entry.first.starts_with("/run/"); });
    system.services().timers.clear();
    system.typed().entries.clear(); // the kernel starts anew
    for (const char *name : {"enp1s0f0np0", "enP2p1s0f0np0"}) {
        LinkInfo &link = system.network().link(name);
        link.adminUp = link.carrier = false;
        link.mtu = 1500;
        std::erase_if(
            system.network().addressTable, [&](const AddressInfo &address) { return address.index == link.index; });
        const std::string v4 = std::string("/proc/sys/net/ipv4/conf/") + name;
        files.put(v4 + "/arp_ignore", "0\n");
        files.put(v4 + "/arp_announce", "0\n");
        files.put(v4 + "/rp_filter", "2\n");
        files.put(std::string("/proc/sys/net/ipv6/conf/") + name + "/disable_ipv6", "0\n");
    }
    const std::string sysctls = files.text("/etc/sysctl.d/90-sparkloom.conf");
    for (const std::string_view line : base::split(sysctls, '\n'))
        if (const std::size_t equals = line.find('='); equals != std::string_view::npos && !line.starts_with('#'))
            if (const std::string path = "/proc/sys/" + std::string(base::trimmed(line.substr(0, equals)));
                files.exists(path))
                files.put(path, std::string(base::trimmed(line.substr(equals + 1))) + '\n');
    if (!system.services().bootUnits.empty())
        (void)recover(system, "", true);
    (void)system.activation().activate({"enp1s0f0np0", "enP2p1s0f0np0"});
}

std::string stateAtBoot(Machine &machine)
{
    for (LinkInfo &link : machine.system.network().linkTable)
        if (machine.system.network().addressesOf(link.name).empty())
            link.mtu = 1500;
    return machine.state();
}

bool isCommitted(Machine &machine, int salt)
{
    const auto journals = allJournals(machine.system.files());
    return !journals.empty() && journals.back().phase == protocol::TransactionPhase::Committed
        && journals.back().id.substr(1) == idOf('a', salt).substr(1);
}

void fireTimers(Machine &machine)
{
    auto &timers = machine.system.services().timers;
    for (const auto &[unit, argv] : std::map(timers))
        if (recover(machine.system, argv.back(), false))
            timers.erase(unit);
}

std::string leftBehind(Machine &machine)
{
    FakeFiles &files = machine.system.files();
    std::string text;
    for (const auto &[path, node] : files.nodes)
        if (path.starts_with("/run/sparkloom"))
            text += path + '\n';
    for (const auto &[unit, argv] : machine.system.services().timers)
        text += unit + '\n';
    for (const std::string &path : strayPaths(files))
        text += path + '\n';
    for (const Journal &journal : allJournals(files))
        if (journal.isOpen())
            text += "open: " + journal.id + '\n';
    return files.isLocked("/run/sparkloom/lock") ? text + "locked\n" : text;
}

bool Tally::count(const std::string &state, const std::string &oldState, const std::string &freshState)
{
    ++points;
    ++(state == oldState ? old : state == freshState ? fresh : between);
    return state == oldState || state == freshState;
}

void Tally::print(const char *work, const char *fault) const
{
    std::printf("cuts: %s, %s: %d points, %d old, %d new, %d in between\n", work, fault, points, old, fresh, between);
    std::fflush(stdout);
}

} // namespace sparkloom::test
