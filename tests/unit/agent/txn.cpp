// SPDX-License-Identifier: GPL-3.0-or-later
#include "txn.h"

#include "agent/halffacts.h"
#include "agent/netplanfiles.h"
#include "base/sha256.h"

#include <set>

namespace sparkloom::test {

namespace {

const std::string kForeign = "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      addresses:\n        - "
                             "10.9.9.1/24\n      mtu: 4000\n";

} // namespace

std::vector<domain::HostsEntry> hostsOfTwo()
{
    return {{*domain::Ipv4Address::parse("10.100.0.2"), {"spark-b-fabric", "spark-b-fabric-1a"}},
        {*domain::Ipv4Address::parse("10.100.1.2"), {"spark-b-fabric-1b"}}};
}

Machine::Machine()
{
    addHalves(system);
    // One half was configured by somebody else's file, the other one is bare.
    system.files().put("/etc/netplan/40-cx7.yaml", kForeign, 0644);
    system.files().put("/etc/netplan/01-network-manager-all.yaml", "network:\n  version: 2\n", 0600);
    auto &half = system.network().link("enp1s0f0np0");
    half.adminUp = half.carrier = true;
    half.mtu = 4000;
    system.network().give("enp1s0f0np0", "10.9.9.1/24");
    // Somebody typed a route over it.
    RouteInfo route;
    route.destination = *domain::Ipv4Prefix::parse("172.31.0.0/16");
    route.gateway = domain::Ipv4Address::parse("10.9.9.254");
    route.index = half.index;
    route.metric = 50;
    route.protocol = kTypedRoute;
    route.source = domain::Ipv4Address::parse("10.9.9.1");
    system.network().routeTable.push_back(route);
    // ... and IPv6, and a rule that sends one subnet of the half another way. The last is about somebody else.
    using Kind = TypedEntry::Kind;
    const std::optional<domain::Ipv4Prefix> from = domain::Ipv4Prefix::parse("10.9.9.0/24"), none;
    system.typed().entries = {{Kind::Address6, "enp1s0f0np0", {}, 0, none, none, "fd00::1/64"},
        {Kind::Route6, "enp1s0f0np0", {}, 254, none, none, "fd01::/64 via fd00::2"},
        {Kind::Rule, {}, {}, 100, from, none, "from 10.9.9.0/24 lookup 100"},
        {Kind::Rule, "enP7s7", {}, 101, none, none, "iif enP7s7 lookup 101"}};
    system.activation().profiles = {
        {"/etc/NetworkManager/system-connections/Wired connection 1.nmconnection", "[connection]\n"}};
    system.files().put(system.activation().profiles[0].path, "[connection]\n", 0600);
}

protocol::TransactionBegin Machine::begin(const std::string &id) const
{
    protocol::TransactionBegin begin;
    begin.transactionId = id;
    begin.planId = "plan1";
    begin.clusterId = "c1";
    begin.clusterName = "desk";
    begin.owner = "me@pc";
    begin.timerSeconds = 90;
    begin.managementInterface = "enP7s7";
    auto &files = const_cast<FakeSystem &>(system).files();
    begin.seen = netplanFiles(files);
    begin.config.halves = {{{domain::CageIndex::Zero, domain::Side::A}, "enp1s0f0np0",
                               *domain::Ipv4Interface::parse("10.100.0.1/24"), 9000},
        {{domain::CageIndex::Zero, domain::Side::B}, "enP2p1s0f0np0", *domain::Ipv4Interface::parse("10.100.1.1/24"),
            9000}};
    if (files.exists("/etc/netplan/40-cx7.yaml"))
        begin.config.takeOver = {{"/etc/netplan/40-cx7.yaml", base::sha256Hex(kForeign), {}}};
    return begin;
}

std::optional<protocol::TransactionStatus> Machine::step(
    Harness &harness, std::string_view verb, const std::string &body)
{
    const auto answer = harness.ask(verb, body);
    error = answer.error;
    if (answer.type != "done")
        return std::nullopt;
    const auto status = protocol::decode<protocol::TransactionStatus>(answer.body);
    return status ? std::optional(*status) : std::nullopt;
}

bool Machine::setUp(const std::string &id)
{
    Harness harness(system, Mode::Root);
    return step(harness, protocol::verb::kTransactionBegin, protocol::encode(begin(id)))
        && step(harness, protocol::verb::kTransactionTrial) && step(harness, protocol::verb::kTransactionPersist)
        && step(harness, protocol::verb::kTransactionCommit);
}

bool Machine::undoWhole(const std::string &id)
{
    Harness harness(system, Mode::Root);
    return step(harness, protocol::verb::kUndo, protocol::encode(undo(id)))
        && step(harness, protocol::verb::kTransactionPersist) && step(harness, protocol::verb::kTransactionCommit);
}

std::string Machine::state()
{
    std::string text = system.files().listing({"/etc", "/run/netplan", "/proc/sys", "/home"});
    for (const auto &link : system.network().linkTable) {
        text += link.name + ' ' + std::to_string(link.adminUp) + ' ' + std::to_string(link.mtu);
        for (const std::string &address : system.network().addressesOf(link.name))
            text += ' ' + address;
        for (const RouteInfo &route : system.network().routeTable)
            if (route.index == link.index && route.protocol == kTypedRoute)
                text += " route " + route.destination.toString() + ' '
                    + route.gateway.value_or(domain::Ipv4Address{}).toString() + ' ' + std::to_string(route.metric)
                    + ' ' + route.source.value_or(domain::Ipv4Address{}).toString();
        text += '\n';
    }
    std::multiset<std::string> typed; // the kernel does not keep them in the order in which they came
    const auto entries = system.typed().list();
    for (const TypedEntry &entry : *entries)
        typed.insert(entry.netdev + ' ' + entry.message + '\n');
    for (const std::string &line : typed)
        text += line;
    return text;
}

bool Machine::nothingLeftBehind()
{
    for (const auto &[path, node] : system.files().nodes)
        if (path.starts_with("/run/sparkloom"))
            return false;
    return system.services().timers.empty();
}

} // namespace sparkloom::test
