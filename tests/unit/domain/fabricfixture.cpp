// SPDX-License-Identifier: GPL-3.0-or-later
#include "fabricfixture.h"

#include "base/sha256.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::test {

using namespace domain;

SparkFacts makeSpark(int number)
{
    SparkFacts facts;
    // Shorter than the real 32 digits: it fits into a string without allocation, and there are many of them.
    facts.id.value = base::sha256Hex("spark" + std::to_string(number)).substr(0, 15);
    facts.hostname = "spark-" + std::string(1, static_cast<char>('a' + number % 26))
        + (number >= 26 ? std::to_string(number / 26) : "");
    facts.maker = Maker::FoundersEdition;
    facts.architecture = "aarch64";
    facts.user = "nvidia";
    facts.uid = 1000;
    facts.renderer = Renderer::NetworkManager;
    facts.managementInterface = "enP7s7";
    const auto base = *MacAddress::parse("4c:bb:47:00:00:00");
    for (const HalfId id : kAllHalves) {
        HalfFacts half;
        half.id = id;
        half.netdev = documentedNetdev(id);
        half.rdmaDevice = documentedRdmaDevice(id);
        half.pciAddress = documentedPciAddress(id);
        half.mac = base.plus(256 * (number + 1) + macOffset(id));
        half.adminUp = true;
        half.mtu = 1500;
        half.maxMtu = 9978;
        half.sysctls = {0, 0, 2, 0};
        facts.halves.push_back(half);
    }
    OtherInterface management;
    management.name = "enP7s7";
    management.up = true;
    management.mac = *MacAddress::parse("aa:00:00:00:00:01");
    management.addresses = {{Ipv4Address{0xc0a84d00u + 10u + static_cast<std::uint32_t>(number)}, 24}};
    facts.others.push_back(management);
    facts.routes = {{*Ipv4Prefix::parse("0.0.0.0/0"), "enP7s7"}, {*Ipv4Prefix::parse("192.168.77.0/24"), "enP7s7"}};
    facts.hostKeys = {{"ssh-ed25519", publicKey(100 + number).substr(12)}};
    facts.netplanFiles = {{"/etc/netplan/01-network-manager-all.yaml", 104, 7, 1, 1, 0600, ""}};
    return facts;
}

std::vector<SparkFacts> makeSparks(int count)
{
    std::vector<SparkFacts> sparks;
    for (int i = 0; i < count; ++i)
        sparks.push_back(makeSpark(i));
    return sparks;
}

CageRef cage(const std::vector<SparkFacts> &sparks, int spark, int cageNumber)
{
    return {sparks[static_cast<std::size_t>(spark)].id, cageNumber == 0 ? CageIndex::Zero : CageIndex::One};
}

int Cabling::switchOf(const CageRef &wanted) const
{
    for (std::size_t i = 0; i < switches.size(); ++i)
        if (std::find(switches[i].begin(), switches[i].end(), wanted) != switches[i].end())
            return static_cast<int>(i);
    return -1;
}

const CageRef *Cabling::peerOf(const CageRef &wanted) const
{
    for (const auto &[a, b] : direct) {
        if (a == wanted)
            return &b;
        if (b == wanted)
            return &a;
    }
    return nullptr;
}

void light(std::vector<SparkFacts> &sparks, const CageRef &wanted, bool a, bool b)
{
    for (SparkFacts &spark : sparks)
        for (HalfFacts &half : spark.halves)
            if (spark.id == wanted.spark && half.id.cage == wanted.cage)
                half.carrier = half.id.side == Side::A ? a : b;
}

void plug(std::vector<SparkFacts> &sparks, const Cabling &cabling)
{
    for (const auto &[a, b] : cabling.direct) {
        light(sparks, a);
        light(sparks, b);
    }
    for (const auto &cages : cabling.switches)
        for (const CageRef &each : cages)
            light(sparks, each);
}

std::vector<Evidence> fullEvidence(const Cabling &cabling, EvidenceKind kind)
{
    std::vector<Evidence> evidence;
    const auto hears = [&](const CageRef &from, const CageRef &to) {
        for (const Side sender : {Side::A, Side::B}) // both halves hear the same wire
            for (const Side receiver : {Side::A, Side::B})
                evidence.push_back({kind, {from.spark, {from.cage, sender}}, {to.spark, {to.cage, receiver}}});
    };
    for (const auto &[a, b] : cabling.direct) {
        hears(a, b);
        hears(b, a);
    }
    for (const auto &cages : cabling.switches)
        for (const CageRef &from : cages)
            for (const CageRef &to : cages)
                if (from.spark != to.spark)
                    hears(from, to);
    return evidence;
}

CableMap trueMap(const std::vector<SparkFacts> &sparks, const Cabling &cabling)
{
    return buildCableMap(sparks, fullEvidence(cabling, EvidenceKind::Ipv6Datagram));
}

Cabling pairCabling(const std::vector<SparkFacts> &sparks, int cageNumber)
{
    return {{{cage(sparks, 0, cageNumber), cage(sparks, 1, cageNumber)}}, {}};
}

Cabling pairTwoCabling(const std::vector<SparkFacts> &sparks)
{
    return {{{cage(sparks, 0, 0), cage(sparks, 1, 0)}, {cage(sparks, 0, 1), cage(sparks, 1, 1)}}, {}};
}

Cabling ringCabling(const std::vector<SparkFacts> &sparks)
{
    Cabling cabling;
    const int count = static_cast<int>(sparks.size());
    for (int i = 0; i < count; ++i)
        cabling.direct.emplace_back(cage(sparks, i, 0), cage(sparks, (i + 1) % count, 1));
    return cabling;
}

Cabling starCabling(const std::vector<SparkFacts> &sparks, int cageNumber)
{
    Cabling cabling;
    cabling.switches.emplace_back();
    for (int i = 0; i < static_cast<int>(sparks.size()); ++i)
        cabling.switches[0].push_back(cage(sparks, i, cageNumber));
    return cabling;
}

Cabling randomCabling(const std::vector<SparkFacts> &sparks, Dice &dice)
{
    std::vector<CageRef> free;
    for (int spark = 0; spark < static_cast<int>(sparks.size()); ++spark)
        for (const int number : {0, 1})
            free.push_back(cage(sparks, spark, number));
    dice.shuffle(free);
    Cabling cabling;
    for (int i = dice.below(3); i > 0; --i) {
        std::vector<CageRef> onSwitch;
        for (int size = 2 + dice.below(7); size > 0 && !free.empty(); --size) {
            onSwitch.push_back(free.back());
            free.pop_back();
        }
        if (!onSwitch.empty())
            cabling.switches.push_back(onSwitch);
    }
    while (free.size() >= 2 && dice.chance(75)) {
        const CageRef a = free.back();
        free.pop_back();
        cabling.direct.emplace_back(a, free.back());
        free.pop_back();
    }
    return cabling;
}

std::string mistakeIn(const CableMap &map, const std::vector<SparkFacts> &sparks, const Cabling &truth)
{
    std::set<CageRef> accounted;
    std::map<int, int> realSwitch;
    for (const Cable &cable : map.cables) {
        if (!cable.a.cage)
            return "a cable without a cage";
        if (!accounted.insert(*cable.a.cage).second)
            return "two cables in one cage";
        const int a = truth.switchOf(*cable.a.cage);
        if (cable.b.isSwitch()) {
            if (a < 0)
                return "a switch where there is none";
            if (!realSwitch.emplace(cable.b.switchNumber, a).second && realSwitch[cable.b.switchNumber] != a)
                return "two switches taken for one";
            continue;
        }
        if (!accounted.insert(*cable.b.cage).second)
            return "two cables in one cage";
        if (*cable.b.cage < *cable.a.cage)
            return "ends in the wrong order";
        const CageRef *peer = truth.peerOf(*cable.a.cage);
        const bool direct = std::any_of(cable.evidence.begin(), cable.evidence.end(),
            [](const Evidence &item) { return item.kind == EvidenceKind::DirectFrame; });
        if (peer ? cable.throughSwitch() : direct)
            return "a cable taken for a switch between two, or a switch for none";
        if (peer ? *peer != *cable.b.cage : a < 0 || a != truth.switchOf(*cable.b.cage))
            return "a cable that is not there";
        if (!peer && cable.certainty == Certainty::Certain && truth.switches[static_cast<std::size_t>(a)].size() > 2)
            return "a switch taken for a cable, and said to be certain";
    }
    for (const CageRef &each : map.unknown)
        if (!accounted.insert(each).second)
            return "known and not known";
    for (const SparkFacts &spark : sparks)
        for (const CageIndex number : kAllCages)
            if (spark.cageLit(number) != accounted.contains({spark.id, number}))
                return "a lit cage is missing, or a dark one is there";
    return {};
}

std::string brokenRule(
    const AddressPlan &plan, const std::vector<SparkFacts> &sparks, const std::vector<Ipv4Prefix> &avoid)
{
    std::set<Ipv4Prefix> subnets;
    std::set<Ipv4Address> addresses;
    for (const Lane &lane : plan.lanes) {
        if (lane.subnet.length != 24 || !subnets.insert(lane.subnet).second)
            return "a lane without a /24 of its own";
        std::set<SparkId> here;
        for (const LaneEnd &end : lane.ends) {
            const std::uint32_t host = end.address.address.value & 255;
            if (end.address.prefix() != lane.subnet || host == 0 || host == 255)
                return "an address outside its lane";
            if (!addresses.insert(end.address.address).second)
                return "an address twice";
            if (!here.insert(end.half.spark).second)
                return "two halves of a Spark in one subnet";
            if (end.half.half.side != lane.side)
                return "sides mixed";
        }
        for (const SparkFacts &spark : sparks)
            for (const Route &route : spark.routes)
                if (route.destination.length > 1 && !halfOfDocumentedNetdev(route.interface)
                    && route.destination.overlaps(lane.subnet))
                    return "a collision with a route";
        for (const Ipv4Prefix &other : avoid)
            if (other.overlaps(lane.subnet))
                return "a collision with this computer";
        if (Ipv4Prefix::parse("192.168.0.0/23")->overlaps(lane.subnet))
            return "a home network";
    }
    return {};
}

PlanInput inputFor(const SparkFacts &facts)
{
    PlanInput input;
    input.facts = facts;
    input.netplan.emplace();
    input.netplan->push_back(
        {"/etc/netplan/01-network-manager-all.yaml", "network:\n  version: 2\n  renderer: NetworkManager\n"});
    input.names = {facts.hostname, facts.hostname + ".local", facts.others[0].addresses[0].address.toString()};
    return input;
}

PlanInput applied(PlanInput input, const SparkPlan &plan, const Plan &whole)
{
    SparkFacts &facts = input.facts;
    for (const ForeignFile &file : plan.network.takeOver)
        std::erase_if(facts.netplanFiles,
            [&](const NetplanFile &entry) { return entry.path == file.path && file.restSha256.empty(); });
    const std::string path(kNetplanPath);
    std::erase_if(facts.netplanFiles, [&](const NetplanFile &entry) { return entry.path == path; });
    if (!plan.network.written().empty())
        facts.netplanFiles.push_back({path, renderNetplan(plan.network.written()).size(), 99, 5, 6, 0600, ""});
    for (const HalfConfig &config : plan.network.halves) {
        for (HalfFacts &half : facts.halves) {
            if (half.id != config.half)
                continue;
            half.addresses = {config.address};
            half.mtu = config.mtu;
            half.adminUp = true;
            half.sysctls = {1, 2, 2, 1};
        }
        facts.routes.push_back({config.address.prefix(), config.netdev});
    }
    Receipt receipt;
    receipt.clusterId = whole.clusterId;
    receipt.planId = whole.id;
    receipt.config = plan.network;
    receipt.config.takeOver.clear();
    for (const NetplanFile &file : facts.netplanFiles)
        receipt.files.push_back(
            {file.path, file.size, file.inode, file.modifiedNs, file.changedNs, std::string(64, 'a')});
    facts.receipt = receipt;
    facts.receiptMatchesFiles = true;
    facts.rootHelperInstalled = true;
    input.netplan.reset(); // not readable without root, and not needed any more
    return input;
}

std::string publicKey(int number)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA";
    for (int i = 0; i < 42; ++i)
        key += kDigits[(number * 31 + i * 7) % 64];
    return key;
}

} // namespace sparkloom::test
