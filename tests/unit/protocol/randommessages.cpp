// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomvalues.h"

namespace sparkloom::test {

using namespace protocol;

namespace {

std::optional<std::uint64_t> maybe(Random &random)
{
    return random.flag() ? std::optional(random.number()) : std::nullopt;
}

std::string tag(Random &random)
{
    return "sparkloom:" + random.hex(16);
}

} // namespace

template <>
Hello make(Random &random)
{
    return {random.token(20), random.flag() ? "user" : "root", random.between(1, 1 << 22), random.flag()};
}

template <>
InventoryRequest make(Random &random)
{
    return {random.flag() ? random.ipv4().toString() : std::string(), "fe80::1%eth0"};
}

template <>
InventoryAnswer make(Random &random)
{
    return {make<domain::SparkFacts>(random)};
}

template <>
WatchEvent make(Random &random)
{
    return {random.number(), random.safe(), random.list<WatchEvent::Half>(4, [&] {
                return WatchEvent::Half{random.half(), random.netdev(), random.flag(), random.flag(), random.flag(),
                    random.between(0, 9978)};
            })};
}

template <>
NeighboursRequest make(Random &random)
{
    return {random.hex(32), random.hex(64), random.spark(), random.between(100, 5000)};
}

template <>
NeighbourHeard make(Random &random)
{
    NeighbourHeard heard{static_cast<domain::EvidenceKind>(random.below(9)), random.half(), {}, {}};
    if (random.flag())
        heard.from = make<domain::HalfRef>(random);
    else
        heard.table =
            domain::NeighbourEntry{random.netdev(), random.flag() ? "fe80::1" : random.ipv4().toString(), random.mac()};
    return heard;
}

template <>
NeighbourMethods make(Random &random)
{
    return {random.list<NeighbourMethods::Half>(4, [&] {
        return NeighbourMethods::Half{random.half(), random.flag(), random.flag(), random.text()};
    })};
}

template <>
PingRequest make(Random &random)
{
    return {random.half(), random.ipv4(), random.mac(), random.list<int>(4, [&] { return random.between(0, 8972); }),
        random.between(1, 20), random.between(100, 5000)};
}

template <>
PingAnswer make(Random &random)
{
    PingAnswer answer;
    answer.sizes = random.list<PingAnswer::Size>(4, [&] {
        return PingAnswer::Size{
            random.between(0, 8972), random.between(0, 20), random.between(0, 20), random.real(), random.text()};
    });
    if (random.flag())
        answer.neighbourMac = random.mac();
    answer.routeInterface = random.flag() ? random.netdev() : std::string();
    return answer;
}

template <>
CounterSnapshot make(Random &random)
{
    return {random.wide(), random.list<CounterSnapshot::Half>(4, [&] {
                return CounterSnapshot::Half{random.half(), maybe(random), maybe(random), maybe(random), maybe(random),
                    random.number(), random.number(), random.number()};
            })};
}

template <>
InstallKeyRequest make(Random &random)
{
    return {random.publicKey(), tag(random)};
}

template <>
InstallKeyAnswer make(Random &random)
{
    return {random.flag()};
}

template <>
RemoveKeyRequest make(Random &random)
{
    return {random.publicKey(), tag(random)};
}

template <>
ClusterKeyAnswer make(Random &random)
{
    return {random.publicKey(), random.flag()};
}

template <>
TrustStateRequest make(Random &random)
{
    return {random.hex(16)};
}

template <>
TrustApplyRequest make(Random &random)
{
    return {make<domain::SshTrust>(random)};
}

template <>
TrustRemoveRequest make(Random &random)
{
    return {random.hex(16), random.flag()};
}

template <>
SshCheckRequest make(Random &random)
{
    return {"user" + random.hex(4), "spark-" + random.hex(4), random.between(100, 60000)};
}

template <>
SshCheckAnswer make(Random &random)
{
    return {random.flag(), random.text(), random.text()};
}

template <>
ReadConfigAnswer make(Random &random)
{
    return {random.list<domain::NetplanText>(3,
                [&] {
                    return domain::NetplanText{random.path(), random.text()};
                }),
        {random.flag(), random.list<std::string>(3, [&] { return random.netdev(); }), random.flag(),
            random.flag() ? "DROP" : ""}};
}

template <>
PreflightAnswer make(Random &random)
{
    PreflightAnswer answer;
    answer.occupation.traffic = random.list<domain::FabricTraffic>(4, [&] {
        return domain::FabricTraffic{random.half(), random.netdev(), random.real()};
    });
    answer.occupation.jobs = random.list<domain::FabricJob>(4, [&] {
        return domain::FabricJob{
            static_cast<domain::FabricJob::Kind>(random.below(4)), random.safe(), random.netdev(), random.flag()};
    });
    answer.occupation.sawEveryProcess = random.flag();
    answer.clockUtcMs = random.safe();
    return answer;
}

template <>
WakeRequest make(Random &random)
{
    return {random.between(10, 1800)};
}

template <>
WakeAnswer make(Random &random)
{
    return {random.list<std::string>(4, [&] { return random.netdev(); })};
}

template <>
TransactionBegin make(Random &random)
{
    TransactionBegin begin;
    begin.transactionId = random.hex(16);
    begin.planId = random.hex(16);
    begin.clusterId = random.hex(16);
    begin.clusterName = random.text();
    begin.owner = random.text();
    begin.config = make<domain::NetworkConfig>(random);
    begin.seen = random.list<domain::NetplanFile>(3, [&] { return make<domain::NetplanFile>(random); });
    begin.timerSeconds = random.between(5, 300);
    begin.managementInterface = random.flag() ? random.netdev() : std::string();
    return begin;
}

template <>
TransactionStatus make(Random &random)
{
    return {random.flag() ? random.hex(16) : std::string(), static_cast<TransactionPhase>(random.below(6)),
        random.between(0, 300000), random.text(), random.safe(), random.flag(), random.text()};
}

template <>
UndoRequest make(Random &random)
{
    return {random.hex(16), random.between(5, 300), random.text()};
}

template <>
ForgetAnswer make(Random &random)
{
    return {random.list<std::string>(3, [&] { return random.path(); })};
}

} // namespace sparkloom::test
