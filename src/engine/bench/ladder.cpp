// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/ladder.h"

#include "domain/measure/linkbudget.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;
using Kind = LadderStep::Kind;

namespace {

constexpr int kFullSpeedMbps = 200'000;
constexpr int kFullWidth = 4;
constexpr double kGen5 = 32;

// Notes what is wrong, or that something could not be found out.
void note(LadderStep &step, Verdict verdict, base::Message seen, base::Message remedy = {})
{
    const bool worst = domain::worse(step.verdict, verdict) != step.verdict;
    step.verdict = domain::worse(step.verdict, verdict);
    step.seen.insert(worst ? step.seen.begin() : step.seen.end(), std::move(seen));
    if (!remedy.empty() && std::find(step.remedies.begin(), step.remedies.end(), remedy) == step.remedies.end())
        step.remedies.push_back(std::move(remedy));
}

base::Message about(base::MessageId id, const TestSpark &spark, const domain::LaneEnd &end)
{
    return base::Message(id)
        .with("spark", spark.name.toStdString())
        .with("half", domain::toText(end.half.half))
        .with("interface", end.netdev);
}

// An earlier half of the same Spark with a link and an address in one of this half's subnets.
std::optional<domain::HalfId> inSubnetOf(const domain::SparkFacts &spark, const domain::HalfFacts &half)
{
    for (const domain::HalfFacts &other : spark.halves) {
        if (other.id == half.id)
            return std::nullopt;
        for (const domain::Ipv4Interface &mine : half.addresses)
            for (const domain::Ipv4Interface &theirs : other.addresses)
                if (half.carrier && other.carrier && mine.prefix() == theirs.prefix())
                    return other.id;
    }
    return std::nullopt;
}

void take(LadderStep &step, const std::vector<Check> &checks, Check::Kind only)
{
    for (const Check &check : checks) {
        if (check.kind != only || check.verdict == Check::Verdict::Passed)
            continue;
        note(step, check.verdict == Check::Verdict::Failed ? Verdict::Broken : Verdict::NotTested, check.text,
            check.remedy);
    }
}

} // namespace

base::Message titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Link: return "ladder.link"_msg;
    case Kind::Pcie: return "ladder.pcie"_msg;
    case Kind::Address: return "ladder.address"_msg;
    case Kind::JumboAndLane: return "ladder.jumbo-and-lane"_msg;
    case Kind::EachHalf: return "ladder.each-half"_msg;
    case Kind::BothHalves: return "ladder.both-halves"_msg;
    case Kind::BothWays: return "ladder.both-ways"_msg;
    case Kind::AllCables: return "ladder.all-cables"_msg;
    case Kind::Latency: return "ladder.latency"_msg;
    case Kind::NcclSmall: return "ladder.nccl-small"_msg;
    case Kind::NcclLarge: return "ladder.nccl-large"_msg;
    case Kind::Tcp: return "ladder.tcp"_msg;
    case Kind::Soak: break;
    }
    return "ladder.soak"_msg;
}

Ladder::Ladder(LadderMeans means, std::vector<TestWay> ways, TestOptions options)
    : m_means(std::move(means)), m_ways(std::move(ways)), m_options(std::move(options)), m_rdma(everyHalfHasRdma())
{}

std::vector<Kind> Ladder::rungs() const
{
    std::vector<Kind> rungs{
        Kind::Link, Kind::Pcie, Kind::Address, Kind::JumboAndLane, Kind::EachHalf, Kind::BothHalves, Kind::BothWays};
    if (m_ways.size() > 1)
        rungs.push_back(Kind::AllCables);
    rungs.insert(rungs.end(), {Kind::Latency, Kind::NcclSmall, Kind::NcclLarge, Kind::Tcp});
    if (m_options.length == TestLength::Soak)
        rungs.push_back(Kind::Soak);
    return rungs;
}

const TestSpark *Ladder::spark(const domain::SparkId &id) const
{
    for (const TestSpark &spark : m_means.tcp->sparks())
        if (spark.facts.id == id)
            return &spark;
    return nullptr;
}

bool Ladder::everyHalfHasRdma() const
{
    const std::vector<domain::LaneEnd> used = ends();
    return m_means.rdma.measure && !used.empty()
        && std::all_of(used.begin(), used.end(), [this](const domain::LaneEnd &end) {
               const TestSpark *known = spark(end.half.spark);
               const domain::HalfFacts *half = known ? known->facts.half(end.half.half) : nullptr;
               return half && !half->rdmaDevice.empty();
           });
}

std::vector<domain::LaneEnd> Ladder::ends() const
{
    std::vector<domain::LaneEnd> ends;
    std::set<domain::HalfRef> known;
    for (const TestWay &way : m_ways)
        for (const TestLane &lane : way.lanes)
            for (const domain::LaneEnd &end : {lane.from, lane.to})
                if (known.insert(end.half).second)
                    ends.push_back(end);
    return ends;
}

LadderStep Ladder::linkStep() const
{
    LadderStep step{Kind::Link, Verdict::Good, {}, {}, {}};
    for (const domain::LaneEnd &end : ends()) {
        const TestSpark *known = spark(end.half.spark);
        if (!known)
            continue; // said once, before the ladder
        const domain::HalfFacts *half = known->facts.half(end.half.half);
        if (!half)
            note(step, Verdict::Broken, about("verify.half-absent"_msg, *known, end),
                about("verify.half-absent-remedy"_msg, *known, end));
        else if (!half->carrier)
            note(step, Verdict::Broken, about("ladder.half-dark"_msg, *known, end), "ladder.half-dark-remedy"_msg);
        else if (half->pcie && half->speedMbps && *half->speedMbps < kFullSpeedMbps)
            note(step, Verdict::Degraded,
                about("ladder.slow-link"_msg, *known, end).with("gbps", *half->speedMbps / 1000),
                "ladder.slow-link-remedy"_msg);
    }
    return step;
}

LadderStep Ladder::pcieStep() const
{
    LadderStep step{Kind::Pcie, Verdict::Good, {}, {}, {}};
    for (const domain::LaneEnd &end : ends()) {
        const TestSpark *known = spark(end.half.spark);
        const domain::HalfFacts *half = known ? known->facts.half(end.half.half) : nullptr;
        if (!half)
            continue;
        if (!half->pcie || half->pcie->width <= 0) {
            note(step, Verdict::NotTested, about("ladder.pcie-not-known"_msg, *known, end));
            step.counts = false;
        } else if (half->pcie->width < kFullWidth || half->pcie->gigatransfersPerSecond < kGen5)
            note(step, Verdict::Degraded,
                about("ladder.narrow-pcie"_msg, *known, end)
                    .with("width", half->pcie->width)
                    .with("speed", half->pcie->gigatransfersPerSecond)
                    .with("gbps", double(int(domain::pcieGbps(half->pcie)))),
                "ladder.narrow-pcie-remedy"_msg);
    }
    return step;
}

LadderStep Ladder::addressStep() const
{
    LadderStep step{Kind::Address, Verdict::Good, {}, {}, {}};
    take(step, m_means.verifier->checkFacts(), Check::Kind::Address);
    // A half with a link and no address carries nothing, and nothing reports that (facts F-07).
    const std::vector<domain::LaneEnd> used = ends();
    for (const TestSpark &each : m_means.tcp->sparks())
        for (const domain::HalfFacts &half : each.facts.halves) {
            const bool sibling = std::any_of(used.begin(), used.end(), [&](const domain::LaneEnd &end) {
                return end.half.spark == each.facts.id && end.half.half.cage == half.id.cage
                    && end.half.half != half.id;
            });
            const domain::LaneEnd end{{each.facts.id, half.id}, half.netdev, half.mac, {}};
            if (half.carrier && half.addresses.empty() && sibling)
                note(step, Verdict::Degraded, about("ladder.half-without-address"_msg, each, end),
                    "ladder.half-without-address-remedy"_msg);
            // Two halves in one subnet: all of it leaves through one of them (facts F-15).
            if (const auto other = inSubnetOf(each.facts, half); other)
                note(step, Verdict::Degraded,
                    about("ladder.one-subnet"_msg, each, end).with("other", domain::toText(*other)),
                    "ladder.half-without-address-remedy"_msg);
        }
    return step;
}

QCoro::Task<LadderStep> Ladder::lanesStep(CancelToken token) const
{
    LadderStep step{Kind::JumboAndLane, Verdict::Good, {}, {}, {}};
    const std::vector<Check> checks = co_await m_means.verifier->checkLanes(token);
    for (const Check::Kind kind : {Check::Kind::Route, Check::Kind::Mtu, Check::Kind::RightLane})
        take(step, checks, kind);
    if (checks.empty())
        note(step, Verdict::NotTested, "ladder.no-lanes"_msg);
    co_return step;
}

QCoro::Task<LadderStep> Ladder::step(Kind kind, CancelToken token)
{
    switch (kind) {
    case Kind::Link: co_return linkStep();
    case Kind::Pcie: co_return pcieStep();
    case Kind::Address: co_return addressStep();
    case Kind::JumboAndLane: co_return co_await lanesStep(token);
    case Kind::EachHalf:
    case Kind::BothHalves:
    case Kind::BothWays:
    case Kind::AllCables: co_return co_await shotsStep(kind, token);
    case Kind::Latency: co_return co_await latencyStep(token);
    case Kind::NcclSmall:
    case Kind::NcclLarge: co_return co_await ncclStep(kind, token);
    case Kind::Tcp: co_return co_await tcpStep(token);
    case Kind::Soak: break;
    }
    co_return co_await soakStep(token);
}

QCoro::Task<base::Result<std::vector<LadderStep>>> Ladder::climb(
    std::function<void(const LadderStep &)> onStep, CancelToken token)
{
    std::vector<LadderStep> steps;
    bool failed = false;
    for (const Kind kind : rungs()) {
        LadderStep done{kind, Verdict::NotTested, {"ladder.stopped"_msg}, {}, {}};
        if (!failed) {
            m_means.pace->enter(kind, titleOf(kind));
            done = co_await step(kind, token);
        }
        if (token.isCancelled())
            co_return cancelledError();
        // What could not be looked up, or has no band, stops nobody; what is wrong does, and a test that did not come
        // about.
        failed = failed || domain::isWrong(done.verdict)
            || std::any_of(done.shots.begin(), done.shots.end(),
                [&](const TestShot &shot) { return done.counts && shot.error.has_value(); });
        if (onStep)
            onStep(done);
        steps.push_back(done);
    }
    co_return steps;
}

} // namespace sparkloom::engine
