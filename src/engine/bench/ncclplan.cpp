// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/ncclplan.h"

#include "domain/measure/linkbudget.h"
#include "domain/plan/environment.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using protocol::NcclCollective;

namespace {

constexpr NcclCollective kAll[] = {NcclCollective::AllReduce, NcclCollective::AllGather, NcclCollective::ReduceScatter,
    NcclCollective::Broadcast, NcclCollective::AllToAll, NcclCollective::SendRecv};
// The default of 20 lets a rank wait half a minute for a peer that is gone; 17 about 4 s (measurement-and-safety 1.9).
constexpr const char *kTimeout = "17";
constexpr const char *kRetries = "7";
constexpr int kSubnetAware = 3; // ranks from which on the devices have to be chosen by subnet
constexpr std::chrono::milliseconds kInAndOut{4000};
constexpr double kLeastGbps = 8; // for a bound: what goes over 10GbE

bool joins(const TestWay &way, const domain::SparkId &a, const domain::SparkId &b)
{
    return (way.a.spark == a && way.b.spark == b) || (way.a.spark == b && way.b.spark == a);
}

std::vector<domain::SparkId> ringOrder(const std::vector<TestWay> &ways)
{
    std::vector<domain::SparkId> order{ways.front().a.spark};
    std::set<domain::SparkId> seen{order.front()};
    for (bool more = true; more;) {
        more = false;
        for (const TestWay &way : ways)
            for (const auto &[from, to] : {std::pair(way.a.spark, way.b.spark), std::pair(way.b.spark, way.a.spark)})
                if (!more && from == order.back() && seen.insert(to).second) {
                    order.push_back(to);
                    more = true;
                }
    }
    return order;
}

bool closes(const std::vector<domain::SparkId> &order, const std::vector<TestWay> &ways)
{
    std::set<domain::SparkId> all;
    for (const TestWay &way : ways)
        all.insert({way.a.spark, way.b.spark});
    if (order.size() != all.size())
        return false;
    return order.size() == 2 || std::any_of(ways.begin(), ways.end(), [&](const TestWay &way) {
        return way.cable == 0 || joins(way, order.back(), order.front());
    });
}

double part(NcclCollective collective, int ranks, int rank)
{
    const double n = ranks;
    switch (collective) {
    case NcclCollective::AllReduce: return 2 * (n - 1) / n;
    case NcclCollective::AllGather:
    case NcclCollective::ReduceScatter:
    case NcclCollective::AllToAll: return (n - 1) / n;
    case NcclCollective::Broadcast: return rank == 0 ? 0 : 1; // the root only gives
    case NcclCollective::SendRecv: break;
    }
    return 1;
}

bool checked(const protocol::NcclRunRequest &request, NcclCollective collective, bool inPlace)
{
    return request.verify
        && (!inPlace || (collective != NcclCollective::AllToAll && collective != NcclCollective::SendRecv));
}

std::vector<std::int64_t> sizes(const protocol::NcclRunRequest &request, int factor)
{
    std::vector<std::int64_t> all;
    for (std::int64_t size = request.minBytes; size <= request.maxBytes; size *= std::max(factor, 2))
        all.push_back(size);
    return all;
}

} // namespace

std::vector<NcclGroup> ncclGroups(const domain::AddressPlan &plan, const std::vector<TestWay> &ways)
{
    if (ways.empty())
        return {};
    const std::vector<domain::SparkId> order = ringOrder(ways);
    if (plan.topology != domain::Topology::Line && closes(order, ways))
        return {{order, ways}};
    std::vector<NcclGroup> groups;
    for (const TestWay &way : ways) {
        const auto known = std::find_if(groups.begin(), groups.end(),
            [&](const NcclGroup &group) { return joins(way, group.ranks[0], group.ranks[1]); });
        if (known == groups.end())
            groups.push_back({{way.a.spark, way.b.spark}, {way}});
        else
            known->ways.push_back(way);
    }
    return groups;
}

std::vector<NcclOutcome::Setting> ncclSettings(
    const domain::AddressPlan &plan, const NcclGroup &group, const domain::SparkFacts &spark)
{
    domain::AddressPlan part = plan; // the devices of the ways that are tested
    std::erase_if(part.lanes, [&](const domain::Lane &lane) {
        return std::none_of(group.ways.begin(), group.ways.end(), [&](const TestWay &way) {
            return std::any_of(way.lanes.begin(), way.lanes.end(), [&](const TestLane &each) {
                return each.cable == lane.cable && lane.subnet.contains(each.from.address.address);
            });
        });
    });
    std::vector<NcclOutcome::Setting> settings;
    const auto add = [&](const std::string &name, const std::string &value, base::Message reason) {
        const auto known = std::find_if(settings.begin(), settings.end(),
            [&](const auto &each) { return each.name == QString::fromStdString(name); });
        if (known == settings.end())
            settings.push_back({QString::fromStdString(name), QString::fromStdString(value), std::move(reason)});
    };
    for (const domain::EnvironmentVariable &each : domain::clusterEnvironment(part, spark)) {
        if (!each.name.starts_with("NCCL_") || each.name == "NCCL_NET_PLUGIN") // every rank gets that one anyway
            continue;
        if (each.name == "NCCL_IB_SUBNET_AWARE_ROUTING" && group.ranks.size() < kSubnetAware)
            continue;
        const bool exact = each.name == "NCCL_SOCKET_IFNAME" && !each.value.starts_with('=');
        add(each.name, exact ? '=' + each.value : each.value, each.reason);
    }
    add("NCCL_ALGO", "Ring", "environment.test-algo-ring"_msg);
    add("NCCL_IB_TIMEOUT", kTimeout, "environment.test-timeout"_msg);
    add("NCCL_IB_RETRY_CNT", kRetries, "environment.test-timeout"_msg);
    return settings;
}

std::vector<protocol::NcclSetting> asProtocol(const std::vector<NcclOutcome::Setting> &settings)
{
    std::vector<protocol::NcclSetting> list;
    for (const NcclOutcome::Setting &each : settings)
        list.push_back({each.name.toStdString(), each.value.toStdString()});
    return list;
}

std::vector<NcclCollective> ncclCollectives(const NcclOptions &options)
{
    return options.collectives.empty() ? std::vector(std::begin(kAll), std::end(kAll)) : options.collectives;
}

QString ncclName(NcclCollective collective)
{
    switch (collective) {
    case NcclCollective::AllReduce: return u"all_reduce"_s;
    case NcclCollective::AllGather: return u"all_gather"_s;
    case NcclCollective::ReduceScatter: return u"reduce_scatter"_s;
    case NcclCollective::Broadcast: return u"broadcast"_s;
    case NcclCollective::AllToAll: return u"alltoall"_s;
    case NcclCollective::SendRecv: break;
    }
    return u"sendrecv"_s;
}

domain::NcclExpectation ncclExpectation(const NcclGroup &group, const domain::AddressPlan &plan,
    const std::vector<TestSpark> &sparks, NcclCollective collective, std::int64_t bytes)
{
    using Expectation = domain::NcclExpectation;
    Expectation expectation;
    expectation.bytes = bytes;
    expectation.motion = collective == NcclCollective::SendRecv ? Expectation::Motion::PointToPoint
        : collective == NcclCollective::Broadcast || collective == NcclCollective::AllToAll ? Expectation::Motion::Other
                                                                                            : Expectation::Motion::Ring;
    const bool throughSwitch = group.ways.front().cable == 0 || domain::isStar(plan.topology);
    expectation.way = throughSwitch ? Expectation::Way::Switch
        : group.ranks.size() > 2    ? Expectation::Way::DirectRing
                                    : Expectation::Way::Pair;
    expectation.mtu = group.ways.front().lanes.front().mtu;
    int fewest = 0;
    double slowest = 0;
    // From one rank to the next: all ways between the two.
    for (std::size_t i = 0; i < group.ranks.size(); ++i) {
        int halves = 0;
        double link = 0;
        for (const TestWay &way : group.ways) {
            if (!joins(way, group.ranks[i], group.ranks[(i + 1) % group.ranks.size()]))
                continue;
            halves += static_cast<int>(way.lanes.size());
            const auto spark = std::find_if(
                sparks.begin(), sparks.end(), [&](const TestSpark &each) { return each.facts.id == way.a.spark; });
            const auto speed = spark == sparks.end() ? std::nullopt : domain::linkGbps(spark->facts, way.a.cage);
            link += speed.value_or(0);
        }
        if (halves > 0 && (fewest == 0 || halves < fewest))
            fewest = halves;
        if (link > 0 && (slowest == 0 || link < slowest))
            slowest = link;
    }
    expectation.halves = std::max(fewest, 1);
    expectation.linkGbps = slowest;
    for (const TestWay &way : group.ways)
        for (const TestLane &lane : way.lanes) {
            expectation.mtu = std::min(expectation.mtu, lane.mtu);
            for (const domain::LaneEnd &end : {lane.from, lane.to})
                for (const TestSpark &spark : sparks)
                    if (const domain::HalfFacts *half =
                            spark.facts.id == end.half.spark ? spark.facts.half(end.half.half) : nullptr;
                        half && half->pcie)
                        expectation.pcie.push_back(*half->pcie);
        }
    return expectation;
}

NcclTraffic ncclTraffic(const protocol::NcclRunRequest &request, int rank)
{
    NcclTraffic traffic;
    for (const NcclCollective collective : request.collectives) {
        const double share = part(collective, request.ranks, rank);
        for (const std::int64_t size : sizes(request, 2)) // the first pass, which opens the connections
            traffic.all += share * static_cast<double>(size) * request.warmUps;
        for (const std::int64_t size : sizes(request, request.factor))
            for (const bool inPlace : {false, true}) {
                if (inPlace && !request.inPlace)
                    continue;
                const double one = share * static_cast<double>(size);
                traffic.timed += one * request.iterations;
                traffic.all += one
                    * (request.iterations + std::max(request.warmUps, 1)
                        + (checked(request, collective, inPlace) ? 1 : 0));
            }
    }
    return traffic;
}

std::chrono::milliseconds ncclDuration(const protocol::NcclRunRequest &request, double busGbps)
{
    double most = 0;
    for (int rank = 0; rank < request.ranks; ++rank)
        most = std::max(most, ncclTraffic(request, rank).all);
    const double seconds = most * 8e-9 / std::max(busGbps, kLeastGbps);
    return kInAndOut + std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

NcclCode ncclCodeFor(std::span<const std::string> code, const std::string &capability)
{
    const std::size_t dot = capability.find('.');
    if (code.empty() || dot == std::string::npos)
        return NcclCode::NotKnown;
    const std::string major = capability.substr(0, dot);
    const int wanted = std::atoi((major + capability.substr(dot + 1)).c_str());
    bool translated = false;
    for (const std::string &each : code) {
        const std::size_t line = each.find('_');
        if (line == std::string::npos)
            continue;
        const int number = std::atoi(each.c_str() + line + 1);
        // Machine code runs on its own generation from its own minor version on.
        if (each.starts_with("sm_") && number <= wanted && number / 10 == wanted / 10)
            return NcclCode::Own;
        translated |= each.starts_with("compute_") && number <= wanted;
    }
    return translated ? NcclCode::Translated : NcclCode::None;
}

} // namespace sparkloom::engine
