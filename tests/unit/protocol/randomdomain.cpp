// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomvalues.h"

namespace sparkloom::test {

using namespace domain;

template <>
base::Message make(Random &random)
{
    base::Message message;
    message.id = random.token(40);
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        switch (random.below(3)) {
        case 0: message.arguments[random.token(10)] = random.wide(); break;
        case 1: message.arguments[random.token(10)] = random.real(); break;
        default: message.arguments[random.token(10)] = random.text(); break;
        }
    }
    return message;
}

template <>
HalfRef make(Random &random)
{
    return {random.spark(), random.half()};
}

template <>
NetworkConfig make(Random &random)
{
    NetworkConfig config;
    config.halves = random.list<HalfConfig>(4, [&] {
        return HalfConfig{random.half(), random.netdev(), random.interface(), random.between(1500, 9000)};
    });
    config.takeOver = random.list<ForeignFile>(3, [&] {
        return ForeignFile{random.path(), random.hex(64), random.flag() ? random.hex(64) : ""};
    });
    config.adopted = random.list<AdoptedFile>(2, [&] {
        return AdoptedFile{random.path(), random.hex(64), random.list<HalfId>(4, [&] { return random.half(); })};
    });
    config.hosts = random.list<HostsEntry>(3, [&] {
        return HostsEntry{random.ipv4(), random.list<std::string>(3, [&] {
                              return "spark-" + random.hex(4) + (random.flag() ? "-fabric" : "-fabric-3b");
                          })};
    });
    return config;
}

template <>
Receipt make(Random &random)
{
    Receipt receipt;
    receipt.clusterId = random.hex(16);
    receipt.planId = random.hex(16);
    receipt.clusterName = random.text();
    receipt.appliedUtcMs = random.safe();
    receipt.owner = random.text();
    receipt.config = make<NetworkConfig>(random);
    receipt.files = random.list<ReceiptFile>(3, [&] {
        return ReceiptFile{
            random.path(), random.number(), random.number(), random.wide(), random.wide(), random.hex(64)};
    });
    return receipt;
}

template <>
NetplanFile make(Random &random)
{
    return {random.path(), random.number(), random.number(), random.wide(), random.wide(),
        static_cast<std::uint32_t>(random.below(07777 + 1)), random.flag() ? random.hex(64) : std::string()};
}

template <>
HalfFacts make(Random &random)
{
    HalfFacts half;
    half.id = random.half();
    half.grouping = random.flag() ? HalfFacts::Grouping::PortName : HalfFacts::Grouping::DocumentedName;
    half.netdev = random.netdev();
    half.rdmaDevice = random.token(15);
    half.pciAddress = std::string(documentedPciAddress(half.id));
    half.interfaceIndex = random.between(1, 1 << 30);
    half.mac = random.mac();
    half.adminUp = random.flag();
    half.carrier = random.flag();
    if (random.flag())
        half.speedMbps = random.between(-1, 400000);
    half.mtu = random.between(0, 65536);
    half.maxMtu = random.between(0, 65536);
    half.addresses = random.list<Ipv4Interface>(3, [&] { return random.interface(); });
    half.hasIpv6LinkLocal = random.flag();
    half.sysctls = {random.between(-1, 8), random.between(-1, 2), random.between(-1, 2), random.between(-1, 1)};
    if (random.flag())
        half.pcie = PcieLink{random.real(), random.between(0, 16), random.between(0, 16)};
    half.firmware = random.text();
    half.gids = random.list<std::string>(3, [&] { return random.ipv4().toString(); });
    return half;
}

template <>
SparkFacts make(Random &random)
{
    SparkFacts facts;
    facts.id = random.spark();
    facts.hostname = random.text();
    facts.maker = static_cast<Maker>(random.below(9));
    facts.product = random.text();
    facts.architecture = random.flag() ? "aarch64" : "x86_64";
    facts.virtualSpark = random.flag();
    facts.bootId = random.hex(32);
    facts.sysImageGuid = random.hex(16);
    facts.versions = {random.text(), random.text(), random.text(), random.text(), random.text(), random.text()};
    facts.memoryBytes = random.wide();
    facts.user = random.text();
    facts.uid = random.safe();
    facts.clockUtcMs = random.safe();
    facts.halves = random.list<HalfFacts>(4, [&] { return make<HalfFacts>(random); });
    facts.others = random.list<OtherInterface>(3, [&] {
        return OtherInterface{random.netdev(), random.mac(), random.flag(), random.flag(),
            random.list<Ipv4Interface>(2, [&] { return random.interface(); })};
    });
    facts.routes = random.list<Route>(5, [&] { return Route{random.prefix(), random.netdev()}; });
    facts.managementInterface = random.flag() ? random.netdev() : std::string();
    facts.renderer = static_cast<Renderer>(random.below(3));
    facts.netplanFiles = random.list<NetplanFile>(3, [&] { return make<NetplanFile>(random); });
    if (random.flag())
        facts.receipt = make<Receipt>(random);
    facts.receiptMatchesFiles = random.flag();
    facts.rootHelperInstalled = random.flag();
    facts.hostKeys = random.list<HostKeyLine>(3, [&] { return HostKeyLine{random.token(20), random.token(60)}; });
    facts.clusterPublicKey = random.flag() ? random.publicKey() : std::string();
    facts.rootHelperInstalled = random.flag();
    return facts;
}

template <>
Evidence make(Random &random)
{
    return {static_cast<EvidenceKind>(random.below(9)), make<HalfRef>(random), make<HalfRef>(random)};
}

template <>
CableEnd make(Random &random)
{
    CableEnd end;
    if (random.flag())
        end.cage = CageRef{random.spark(), random.cage()};
    else
        end.switchNumber = random.between(-1, 1023);
    return end;
}

template <>
Cable make(Random &random)
{
    return {make<CableEnd>(random), make<CableEnd>(random), random.flag() ? Certainty::Certain : Certainty::Probable,
        random.list<Evidence>(4, [&] { return make<Evidence>(random); })};
}

template <>
CableMap make(Random &random)
{
    CableMap map;
    map.cables = random.list<Cable>(4, [&] { return make<Cable>(random); });
    map.unknown = random.list<CageRef>(3, [&] { return CageRef{random.spark(), random.cage()}; });
    map.contradictions = random.list<Contradiction>(2, [&] {
        return Contradiction{
            {random.spark(), random.cage()}, random.list<Evidence>(2, [&] { return make<Evidence>(random); })};
    });
    map.switchCount = random.between(0, 5);
    return map;
}

template <>
CablingStatus make(Random &random)
{
    CablingStatus status;
    status.complete = random.flag();
    status.cables = random.list<GoalCable>(4, [&] {
        return GoalCable{random.between(1, 100), make<CableEnd>(random), make<CableEnd>(random),
            static_cast<GoalCable::State>(random.below(4))};
    });
    status.misplaced = random.list<Cable>(2, [&] { return make<Cable>(random); });
    status.steps = random.list<PlugStep>(3, [&] {
        PlugStep step{static_cast<PlugStep::Kind>(random.below(3)), make<CableEnd>(random), make<CableEnd>(random), {},
            make<base::Message>(random)};
        if (step.kind == PlugStep::Kind::Move)
            step.stays = make<CableEnd>(random);
        return step;
    });
    status.instruction = make<base::Message>(random);
    status.instructionDetail = make<base::Message>(random);
    status.highlight = random.list<CageRef>(2, [&] { return CageRef{random.spark(), random.cage()}; });
    return status;
}

template <>
AddressPlan make(Random &random)
{
    AddressPlan plan;
    plan.topology = static_cast<Topology>(random.below(9));
    plan.pool = random.prefix();
    plan.mtu = random.between(1500, 9000);
    plan.lanes = random.list<Lane>(4, [&] {
        return Lane{random.between(0, 9), random.flag() ? Side::A : Side::B, random.prefix(),
            random.list<LaneEnd>(3,
                [&] {
                    return LaneEnd{make<HalfRef>(random), random.netdev(), random.mac(), random.interface()};
                }),
            random.flag() ? Lane::Role::Storage : Lane::Role::Cluster};
    });
    return plan;
}

template <>
SshTrust make(Random &random)
{
    SshTrust trust;
    trust.clusterId = random.hex(16);
    trust.peers = random.list<SshPeer>(3, [&] {
        return SshPeer{random.spark(), "user" + random.from("abc09_.-", 0, 20),
            random.list<std::string>(
                3, [&] { return random.flag() ? random.ipv4().toString() : "spark-" + random.hex(4) + ".local"; }),
            random.list<HostKeyLine>(2,
                [&] {
                    return HostKeyLine{"ssh-ed25519", random.hex(20)};
                }),
            random.flag() ? random.publicKey() : std::string(),
            random.list<std::string>(3, [&] { return "spark-" + random.hex(4) + "-fabric"; })};
    });
    trust.allowedFrom = random.list<std::string>(3, [&] { return random.prefix().toString(); });
    return trust;
}

template <>
SshTrustState make(Random &random)
{
    return {random.flag(), random.text(), random.text(), random.flag(),
        random.list<std::string>(3, [&] { return random.text(); })};
}

template <>
Plan make(Random &random)
{
    Plan plan;
    plan.id = random.hex(16);
    plan.clusterId = random.hex(16);
    plan.addresses = make<AddressPlan>(random);
    const auto change = [&] {
        return Change{static_cast<Change::Kind>(random.below(12)), static_cast<Change::Risk>(random.below(3)),
            make<base::Message>(random), make<base::Message>(random), make<base::Message>(random), random.text(),
            random.text(), random.text(), random.flag()};
    };
    plan.computer = random.list<Change>(2, change);
    plan.sparks = random.list<SparkPlan>(3, [&] {
        SparkPlan spark;
        spark.spark = random.spark();
        spark.hostname = random.text();
        spark.network = make<NetworkConfig>(random);
        spark.networkChanges = random.flag();
        spark.trust = make<SshTrust>(random);
        spark.trustChanges = random.flag();
        spark.changes = random.list<Change>(4, change);
        return spark;
    });
    plan.warnings = random.list<base::Message>(3, [&] { return make<base::Message>(random); });
    plan.timerSeconds = random.between(5, 300);
    return plan;
}

} // namespace sparkloom::test
