// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/proven.h"

#include <algorithm>
#include <functional>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;

base::Message sentenceOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return "bench.verdict-good"_msg;
    case Verdict::Ok: return "bench.verdict-ok"_msg;
    case Verdict::NotTested: return "bench.verdict-not-tested"_msg;
    case Verdict::Suspect: return "bench.verdict-suspect"_msg;
    case Verdict::Degraded: return "bench.verdict-degraded"_msg;
    case Verdict::Broken: return "bench.verdict-broken"_msg;
    case Verdict::Invalid: break;
    }
    return "bench.verdict-invalid"_msg;
}

namespace {

// Shots with a band; the others inform and decide nothing.
std::vector<TestShot> deciding(const TestReport &report)
{
    std::vector<TestShot> shots = report.shots;
    for (const LadderStep &step : report.steps)
        shots.insert(shots.end(), step.shots.begin(), step.shots.end());
    std::erase_if(shots, [](const TestShot &shot) {
        const bool loaded = !shot.error && !shot.latencies.empty()
            && std::all_of(shot.latencies.begin(), shot.latencies.end(),
                [](const LatencyFigure &latency) { return latency.underLoad; });
        return loaded || (shot.kind == Shot::Kind::Everything && shot.layer != TestLayer::Nccl);
    });
    return shots;
}

bool fine(const std::vector<TestShot> &shots, const std::function<bool(const TestShot &)> &of)
{
    return std::any_of(shots.begin(), shots.end(), of)
        && std::all_of(shots.begin(), shots.end(),
            [&](const TestShot &shot) { return !of(shot) || domain::isFine(shot.verdict()); });
}

bool provenAll(const std::vector<TestShot> &shots, TestLayer layer, Shot::Kind kind)
{
    return fine(shots,
        [&](const TestShot &shot) { return shot.layer == layer && shot.kind == kind && shot.latencies.empty(); });
}

void sayProven(TestReport &report, const std::vector<TestShot> &shots)
{
    const auto say = [&](TestLayer layer, Shot::Kind kind, base::MessageId id) {
        if (provenAll(shots, layer, kind))
            report.proven.push_back(id);
    };
    say(TestLayer::Rdma, Shot::Kind::OneHalf, "bench.proven-halves-rdma"_msg);
    say(TestLayer::Rdma, Shot::Kind::BothHalves, "bench.proven-cables-rdma"_msg);
    say(TestLayer::Rdma, Shot::Kind::BothWays, "bench.proven-both-ways-rdma"_msg);
    if (fine(shots, [](const TestShot &shot) { return !shot.latencies.empty(); }))
        report.proven.push_back("bench.proven-latency"_msg);
    const bool nccl = fine(shots, [](const TestShot &shot) { return shot.layer == TestLayer::Nccl; });
    if (nccl)
        report.proven.push_back("bench.proven-nccl"_msg);
    say(TestLayer::Tcp, Shot::Kind::OneHalf, "bench.proven-halves"_msg);
    say(TestLayer::Tcp, Shot::Kind::BothHalves, "bench.proven-cables"_msg);
    say(TestLayer::Tcp, Shot::Kind::BothWays, "bench.proven-both-ways"_msg);
    const bool rdma = fine(shots, [](const TestShot &shot) { return shot.layer == TestLayer::Rdma; });
    if (!report.proven.empty())
        report.proven.push_back("bench.proven-wire"_msg);
    if (!rdma && !nccl) // what NCCL sent over RDMA proves that, too
        report.notProven.push_back("bench.rdma-not-proven"_msg);
    if (!nccl)
        report.notProven.push_back("bench.nccl-not-proven"_msg);
}

// Each once, however often it was said.
void sayHeard(TestReport &report)
{
    const auto say = [&](const std::vector<TestShot> &shots) {
        for (const TestShot &shot : shots)
            for (const base::Message &heard : shot.heard)
                if (std::find(report.alarms.begin(), report.alarms.end(), heard) == report.alarms.end())
                    report.alarms.push_back(heard);
    };
    say(report.shots);
    for (const LadderStep &step : report.steps)
        say(step.shots);
}

} // namespace

std::chrono::milliseconds usualMeasure(TestKind kind, TestLength length)
{
    if (length != TestLength::Quick)
        return std::chrono::seconds(3);
    return std::chrono::seconds(kind == TestKind::Ladder ? 1 : 2);
}

void conclude(TestReport &report)
{
    const std::vector<TestShot> shots = deciding(report);
    report.verdict = report.steps.empty() ? verdictOf(shots) : Verdict::Good;
    for (const LadderStep &step : report.steps)
        if (step.counts)
            report.verdict = domain::worse(report.verdict, step.verdict);
    if (!report.notProven.empty()) // a Spark that was not reached
        report.verdict = domain::worse(report.verdict, Verdict::NotTested);
    report.sentence = sentenceOf(report.verdict);
    sayProven(report, shots);
    sayHeard(report);
}

} // namespace sparkloom::engine
