// SPDX-License-Identifier: GPL-3.0-or-later
// The rungs of the ladder that load the cables.
#include "engine/bench/errorwatch.h"
#include "engine/bench/ladder.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;
using Kind = LadderStep::Kind;

namespace {

constexpr std::int64_t kSmall = std::int64_t(32) << 20;
constexpr std::int64_t kLarge = std::int64_t(1) << 30;
constexpr int kQuickIterations = 5;
constexpr int kRuns = 3;

// What is wrong, or could not be found out; the worst first.
void note(LadderStep &step, Verdict verdict, base::Message seen, base::Message remedy = {})
{
    const bool worst = domain::worse(step.verdict, verdict) != step.verdict;
    step.verdict = domain::worse(step.verdict, verdict);
    step.seen.insert(worst ? step.seen.begin() : step.seen.end(), std::move(seen));
    if (!remedy.empty() && std::find(step.remedies.begin(), step.remedies.end(), remedy) == step.remedies.end())
        step.remedies.push_back(std::move(remedy));
}

bool isBad(Verdict verdict)
{
    return verdict == Verdict::Degraded || verdict == Verdict::Broken;
}

void noteSignature(LadderStep &step, Verdict verdict, const Signature &signature)
{
    const bool told = std::any_of(
        step.seen.begin(), step.seen.end(), [&](const base::Message &seen) { return seen.id == signature.seen.id; });
    if (!signature.seen.empty() && !told) // once: the halves of a NIC share its fate
        note(step, verdict, signature.seen, signature.remedy);
}

} // namespace

Signature signatureOf(const TestFigure &figure)
{
    const double gbps = std::round(figure.figure.spread().median * 10) / 10;
    if (!isBad(figure.figure.verdict) || !figure.figure.band || figure.figure.band->reason.id == "band.narrow-pcie")
        return {};
    // Link and PCIe are as they should be, no error anywhere, and each half stays far below (facts F-01).
    if (figure.lanes.size() == 1 && gbps >= 8 && gbps <= 25 && figure.figure.band->good > 60)
        return {base::Message("bench.stale-init"_msg).with("gbps", gbps), "bench.stale-init-remedy"_msg};
    if (figure.lanes.size() > 1 && gbps >= 80 && gbps <= 112 && figure.figure.band->good > 150)
        return {base::Message("bench.one-half-of-two"_msg).with("gbps", gbps), "bench.one-half-of-two-remedy"_msg};
    return {};
}

Signature signatureOf(const NcclOutcome &outcome)
{
    for (const NcclFigure &figure : outcome.figures) {
        const double busBw = std::round(figure.busBw() * 10) / 10;
        if (figure.figure.reason.id == "bench.nccl-beside-cable")
            return {"bench.nccl-beside-cable"_msg, "bench.nccl-beside-cable-remedy"_msg};
        if (!isBad(figure.figure.verdict) || !figure.figure.band || figure.bytes < kSmall)
            continue;
        // A library that is no release, or not made for this GPU (facts F-36, measurement-and-safety 5.4).
        if (outcome.network == QStringLiteral("IB") && busBw >= 2 && busBw <= 4)
            return {
                base::Message("bench.nccl-wrong-build"_msg).with("busbw", busBw), "bench.nccl-wrong-build-remedy"_msg};
        if (busBw >= 9 && busBw <= 12.6 && figure.figure.band->good > 150)
            return {base::Message("bench.nccl-one-half"_msg).with("busbw", busBw), "bench.one-half-of-two-remedy"_msg};
    }
    return {};
}

bool ncclIsMissing(const base::Error &error)
{
    static constexpr std::string_view kIds[] = {"nccl.not-here", "nccl.library-missing", "nccl.cuda-missing",
        "nccl.no-gpu", "nccl.busy", "nccl.memory-low", "nccl.memory-cap", "remote.unknown-verb"};
    return std::find(std::begin(kIds), std::end(kIds), error.message.id) != std::end(kIds);
}

void Ladder::addShot(LadderStep &step, TestShot shot) const
{
    if (shot.error)
        note(step, isBad(shot.verdict()) ? shot.verdict() : Verdict::NotTested, shot.error->message);
    for (const TestFigure &figure : shot.figures) {
        if (figure.figure.runs.empty())
            continue;
        noteSignature(step, figure.figure.verdict, signatureOf(figure));
        // All cables at once has no band: it informs, unless it is no measurement at all.
        if (shot.kind != Shot::Kind::Everything || figure.figure.verdict == Verdict::Invalid)
            step.verdict = domain::worse(step.verdict, figure.figure.verdict);
    }
    for (const LatencyFigure &latency : shot.latencies)
        if (!latency.underLoad)
            step.verdict = domain::worse(step.verdict, latency.verdict);
    if (shot.nccl && !shot.nccl->figures.empty()) {
        noteSignature(step, shot.verdict(), signatureOf(*shot.nccl));
        step.verdict = domain::worse(step.verdict, shot.verdict());
    }
    step.shots.push_back(std::move(shot));
}

std::vector<Shot> Ladder::shotsOf(Kind kind) const
{
    if (kind == Kind::AllCables || kind == Kind::Soak)
        return {everythingAtOnce(m_ways)};
    std::vector<Shot> shots;
    for (const TestWay &way : m_ways) {
        if (kind == Kind::BothHalves && way.lanes.size() < 2)
            continue; // the same as each half
        const Shot::Kind what = kind == Kind::EachHalf                                ? Shot::Kind::OneHalf
            : kind == Kind::BothHalves || (kind == Kind::Tcp && way.lanes.size() > 1) ? Shot::Kind::BothHalves
            : kind == Kind::Tcp                                                       ? Shot::Kind::OneHalf
                                                                                      : Shot::Kind::BothWays;
        for (Shot &shot : engine::shotsOf(way, what))
            shots.push_back(std::move(shot));
    }
    return shots;
}

NcclLoad Ladder::loadOf(Kind kind) const
{
    NcclLoad load;
    load.minBytes = load.maxBytes = kind == Kind::NcclSmall ? kSmall : kLarge;
    load.collectives = {protocol::NcclCollective::AllGather};
    if (m_options.length == TestLength::Full && kind == Kind::NcclLarge)
        load.collectives = ncclCollectives({});
    load.iterations =
        m_options.quick() ? std::min(m_options.nccl.iterations, kQuickIterations) : m_options.nccl.iterations;
    load.warmUps = std::min(load.iterations, load.warmUps);
    load.runs = m_options.quick() ? 1 : kRuns;
    return load;
}

std::vector<std::chrono::milliseconds> Ladder::durations() const
{
    std::vector<std::chrono::milliseconds> all;
    for (const Kind kind : rungs()) {
        const auto shot = m_rdma ? m_means.rdma.shot : m_means.tcp->durationOfShot();
        switch (kind) {
        case Kind::Link:
        case Kind::Pcie:
        case Kind::Address:
        case Kind::JumboAndLane: break;
        case Kind::EachHalf:
        case Kind::BothHalves:
        case Kind::BothWays:
        case Kind::AllCables: all.insert(all.end(), roundsOf(shotsOf(kind)).size(), shot); break;
        case Kind::Latency:
            if (m_rdma)
                all.insert(all.end(), roundsOf(latencyShots()).size(), m_means.rdma.roundTrips);
            break;
        case Kind::NcclSmall:
        case Kind::NcclLarge:
            for (const NcclGroup &group : m_means.nccl->groups())
                all.push_back(m_means.nccl->durationOf(group, loadOf(kind)));
            break;
        case Kind::Tcp:
            if (m_rdma)
                all.insert(all.end(), roundsOf(shotsOf(kind)).size(), m_means.tcp->durationOfShot());
            break;
        case Kind::Soak: all.push_back(m_options.soak); break;
        }
    }
    return all;
}

// By RDMA, unless the Sparks turn out to have none.
QCoro::Task<TestShot> Ladder::measure(Shot shot, CancelToken token)
{
    if (m_rdma) {
        const TestShot done = co_await m_means.rdma.measure(shot, token);
        if (!done.error || !m_means.rdma.isMissing(*done.error))
            co_return TestShot(done);
        m_rdma = false;
    }
    const TestShot done = co_await m_means.tcp->measure(shot, token);
    co_return TestShot(done);
}

QCoro::Task<LadderStep> Ladder::inRounds(
    LadderStep step, std::vector<std::vector<Shot>> rounds, MeasureShot measure, CancelToken token)
{
    for (const std::vector<Shot> &round : rounds) {
        const int count = static_cast<int>(round.size());
        m_means.pace->begin(
            count > 1 ? std::optional(base::Message("bench.doing-pairs"_msg).with("count", count)) : std::nullopt);
        const std::vector<TestShot> shots = co_await measureRound(round, measure, token);
        for (const TestShot &shot : shots)
            addShot(step, shot);
        if (token.isCancelled())
            break;
    }
    co_return LadderStep(step);
}

QCoro::Task<LadderStep> Ladder::shotsStep(Kind kind, CancelToken token)
{
    const std::vector<std::vector<Shot>> rounds = roundsOf(shotsOf(kind));
    const MeasureShot measure = [this](Shot shot, CancelToken alive) { return this->measure(std::move(shot), alive); };
    const LadderStep begun{kind, Verdict::Good, {}, {}, {}};
    LadderStep step = co_await inRounds(begun, rounds, measure, token);
    if (rounds.empty()) {
        note(step, Verdict::NotTested, "ladder.one-lane-only"_msg);
        step.counts = false;
    }
    if (!m_rdma) {
        m_tcpSoFar = m_tcpSoFar == Verdict::NotTested ? step.verdict : domain::worse(m_tcpSoFar, step.verdict);
        if (kind == Kind::EachHalf)
            step.seen.push_back("ladder.by-tcp"_msg);
    }
    co_return LadderStep(step);
}

std::vector<Shot> Ladder::latencyShots() const
{
    std::vector<Shot> shots;
    for (const TestWay &way : m_ways)
        shots.push_back(engine::shotsOf(way, Shot::Kind::BothHalves).front());
    return shots;
}

QCoro::Task<LadderStep> Ladder::latencyStep(CancelToken token)
{
    LadderStep step{Kind::Latency, Verdict::Good, {}, {}, {}};
    if (!m_rdma || !m_means.rdma.latency) {
        note(step, Verdict::NotTested, "ladder.latency-needs-rdma"_msg);
        step.counts = false;
        co_return LadderStep(step);
    }
    const std::vector<std::vector<Shot>> rounds = roundsOf(latencyShots());
    const LadderStep done = co_await inRounds(step, rounds, m_means.rdma.latency, token);
    co_return LadderStep(done);
}

QCoro::Task<LadderStep> Ladder::ncclStep(Kind kind, CancelToken token)
{
    LadderStep step{kind, Verdict::Good, {}, {}, {}};
    for (const NcclGroup &group : m_means.nccl->groups()) {
        m_means.pace->begin();
        const TestShot done = co_await m_means.nccl->measure(group, loadOf(kind), token);
        if (token.isCancelled())
            break;
        addShot(step, done);
        if (!done.error)
            continue;
        if (ncclIsMissing(*done.error)) {
            step.counts = false;
            step.remedies.push_back("ladder.nccl-missing-remedy"_msg);
            break; // the others have it no more than this one
        }
        // Without NCCL no job of several Sparks runs, whatever the cables carry.
        step.verdict = domain::worse(step.verdict, Verdict::Broken);
        if (!done.nccl->blamed.isEmpty())
            step.seen.push_back(base::Message("ladder.nccl-blamed"_msg).with("spark", done.nccl->blamed.toStdString()));
    }
    co_return LadderStep(step);
}

QCoro::Task<LadderStep> Ladder::tcpStep(CancelToken token)
{
    LadderStep step{Kind::Tcp, Verdict::Good, {}, {}, {}};
    if (!m_rdma) { // the rungs below were made of it
        step.verdict = m_tcpSoFar;
        step.seen.push_back("ladder.tcp-measured-below"_msg);
        step.counts = false;
        co_return LadderStep(step);
    }
    const MeasureShot measure = [tcp = m_means.tcp](Shot shot, CancelToken alive) { return tcp->measure(shot, alive); };
    const std::vector<std::vector<Shot>> rounds = roundsOf(shotsOf(Kind::Tcp));
    const LadderStep done = co_await inRounds(step, rounds, measure, token);
    co_return LadderStep(done);
}

// Load on everything again and again, until the time is over; counters of errors that moved meanwhile.
QCoro::Task<LadderStep> Ladder::soakStep(CancelToken token)
{
    LadderStep step{Kind::Soak, Verdict::Good, {}, {}, {}};
    m_means.pace->begin();
    ErrorWatch errors(m_means.tcp->sparks(), ends());
    const base::Result<void> watching = co_await errors.begin(token);
    if (!watching)
        step.seen.push_back(watching.error().message);
    QElapsedTimer clock;
    clock.start();
    TestShot all;
    int rounds = 0;
    while (!token.isCancelled() && clock.elapsed() < m_options.soak.count()) {
        TestShot done;
        if (m_rdma)
            done = co_await m_means.rdma.measure(everythingAtOnce(m_ways), token);
        else
            done = co_await m_means.tcp->measure(everythingAtOnce(m_ways), token);
        if (rounds++ == 0) {
            all = done;
        } else {
            for (std::size_t i = 0; i < all.figures.size() && i < done.figures.size(); ++i) {
                auto &runs = all.figures[i].figure.runs;
                const auto &more = done.figures[i].figure.runs;
                runs.insert(runs.end(), more.begin(), more.end());
                domain::judge(all.figures[i].figure);
            }
            all.error = done.error;
        }
        if (done.error)
            break;
    }
    const std::vector<ErrorDelta> moved = co_await errors.end(token);
    all.errors = moved;
    addShot(step, all);
    if (token.isCancelled())
        co_return LadderStep(step);
    for (const ErrorDelta &error : moved)
        note(step, Verdict::Degraded, grewOf(error), "ladder.soak-errors-remedy"_msg);
    step.seen.push_back(base::Message("ladder.soaked"_msg)
                            .with("rounds", rounds)
                            .with("time", static_cast<std::int64_t>(clock.elapsed())));
    co_return LadderStep(step);
}

} // namespace sparkloom::engine
