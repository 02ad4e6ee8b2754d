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
constexpr Kind kTcpKinds[] = {Kind::EachHalf, Kind::BothHalves, Kind::BothWays};

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
    case Kind::Latency: return "ladder.rdma"_msg;
    default: break;
    }
    return "ladder.nccl"_msg;
}

Signature signatureOf(const TestFigure &figure)
{
    const double gbps = std::round(figure.figure.spread().median * 10) / 10;
    const bool bad = figure.figure.verdict == Verdict::Degraded || figure.figure.verdict == Verdict::Broken;
    if (!bad || !figure.figure.band || figure.figure.band->reason.id == "band.narrow-pcie")
        return {};
    // Link and PCIe are as they should be, no error anywhere, and each half stays far below (facts F-01).
    if (figure.lanes.size() == 1 && gbps >= 8 && gbps <= 25 && figure.figure.band->good > 60)
        return {base::Message("bench.stale-init"_msg).with("gbps", gbps), "bench.stale-init-remedy"_msg};
    if (figure.lanes.size() > 1 && gbps >= 80 && gbps <= 112 && figure.figure.band->good > 150)
        return {base::Message("bench.one-half-of-two"_msg).with("gbps", gbps), "bench.one-half-of-two-remedy"_msg};
    return {};
}

Ladder::Ladder(
    std::shared_ptr<TcpTest> tcp, std::shared_ptr<Verifier> verifier, std::vector<TestWay> ways, TestOptions options)
    : m_tcp(std::move(tcp)), m_verifier(std::move(verifier)), m_ways(std::move(ways)), m_options(std::move(options))
{}

const TestSpark *Ladder::spark(const domain::SparkId &id) const
{
    for (const TestSpark &spark : m_tcp->sparks())
        if (spark.facts.id == id)
            return &spark;
    return nullptr;
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
        if (!half->pcie || half->pcie->width <= 0)
            note(step, Verdict::NotTested, about("ladder.pcie-not-known"_msg, *known, end));
        else if (half->pcie->width < kFullWidth || half->pcie->gigatransfersPerSecond < kGen5)
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
    take(step, m_verifier->checkFacts(), Check::Kind::Address);
    // A half with a link and no address carries nothing, and nothing reports that (facts F-07).
    const std::vector<domain::LaneEnd> used = ends();
    for (const TestSpark &each : m_tcp->sparks())
        for (const domain::HalfFacts &half : each.facts.halves) {
            const bool sibling = std::any_of(used.begin(), used.end(), [&](const domain::LaneEnd &end) {
                return end.half.spark == each.facts.id && end.half.half.cage == half.id.cage
                    && end.half.half != half.id;
            });
            const domain::LaneEnd end{{each.facts.id, half.id}, half.netdev, half.mac, {}};
            if (half.carrier && half.addresses.empty() && sibling)
                note(step, Verdict::Degraded, about("ladder.half-without-address"_msg, each, end),
                    "ladder.half-without-address-remedy"_msg);
        }
    return step;
}

QCoro::Task<LadderStep> Ladder::lanesStep(CancelToken token) const
{
    LadderStep step{Kind::JumboAndLane, Verdict::Good, {}, {}, {}};
    const std::vector<Check> checks = co_await m_verifier->checkLanes(token);
    for (const Check::Kind kind : {Check::Kind::Route, Check::Kind::Mtu, Check::Kind::RightLane})
        take(step, checks, kind);
    if (checks.empty())
        note(step, Verdict::NotTested, "ladder.no-lanes"_msg);
    co_return step;
}

std::vector<Shot> Ladder::shotsOf(Kind kind) const
{
    std::vector<Shot> shots;
    for (const TestWay &way : m_ways) {
        if (kind == Kind::BothHalves && way.lanes.size() < 2)
            continue; // the same as each half
        const Shot::Kind what = kind == Kind::EachHalf ? Shot::Kind::OneHalf
            : kind == Kind::BothHalves                 ? Shot::Kind::BothHalves
                                                       : Shot::Kind::BothWays;
        for (Shot &shot : engine::shotsOf(way, what))
            shots.push_back(std::move(shot));
    }
    return shots;
}

int Ladder::shots() const
{
    std::size_t count = 0;
    for (const Kind kind : kTcpKinds)
        count += shotsOf(kind).size();
    return static_cast<int>(count);
}

QCoro::Task<LadderStep> Ladder::tcpStep(Kind kind, CancelToken token) const
{
    LadderStep step{kind, Verdict::Good, {}, {}, {}};
    const std::vector<Shot> shots = shotsOf(kind);
    for (const Shot &shot : shots) {
        const TestShot done = co_await m_tcp->measure(shot, token);
        step.shots.push_back(done);
        if (done.error)
            note(step, Verdict::NotTested, done.error->message);
        for (const TestFigure &figure : done.figures) {
            if (figure.figure.runs.empty())
                continue;
            const Signature signature = signatureOf(figure);
            const bool told = std::any_of(step.seen.begin(), step.seen.end(),
                [&](const base::Message &seen) { return seen.id == signature.seen.id; });
            if (!signature.seen.empty() && !told) // once: the halves of a NIC share its fate
                note(step, figure.figure.verdict, signature.seen, signature.remedy);
            step.verdict = domain::worse(step.verdict, figure.figure.verdict);
        }
        if (done.error && done.error->kind == base::ErrorKind::Cancelled)
            break;
    }
    if (shots.empty())
        note(step, Verdict::NotTested, "ladder.one-lane-only"_msg);
    co_return step;
}

QCoro::Task<base::Result<std::vector<LadderStep>>> Ladder::climb(CancelToken token)
{
    std::vector<LadderStep> steps{linkStep()};
    const auto goesOn = [&steps] {
        // What could not be looked up, or has no band, stops nobody; what is wrong does, and a test that did not come
        // about.
        const LadderStep &last = steps.back();
        return !domain::isWrong(last.verdict)
            && std::none_of(
                last.shots.begin(), last.shots.end(), [](const TestShot &shot) { return shot.error.has_value(); });
    };
    const auto skip = [&steps](Kind kind, base::Message why) {
        steps.push_back({kind, Verdict::NotTested, {std::move(why)}, {}, {}});
    };
    bool failed = false;
    for (const Kind kind :
        {Kind::Pcie, Kind::Address, Kind::JumboAndLane, Kind::EachHalf, Kind::BothHalves, Kind::BothWays}) {
        failed = failed || !goesOn();
        if (token.isCancelled())
            co_return cancelledError();
        if (failed)
            skip(kind, "ladder.stopped"_msg);
        else if (kind == Kind::Pcie)
            steps.push_back(pcieStep());
        else if (kind == Kind::Address)
            steps.push_back(addressStep());
        else if (kind == Kind::JumboAndLane) {
            const LadderStep step = co_await lanesStep(token);
            steps.push_back(step);
        } else {
            const LadderStep step = co_await tcpStep(kind, token);
            steps.push_back(step);
        }
    }
    if (token.isCancelled())
        co_return cancelledError();
    skip(Kind::Latency, "ladder.no-rdma-engine"_msg);
    skip(Kind::NcclSmall, "ladder.no-nccl-engine"_msg);
    co_return steps;
}

} // namespace sparkloom::engine
