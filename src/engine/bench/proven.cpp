// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/proven.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using domain::Verdict;

namespace {

// Shots with a band; the others inform and decide nothing.
std::vector<TestShot> deciding(const TestReport &report)
{
    std::vector<TestShot> shots = report.shots;
    for (const LadderStep &step : report.steps)
        shots.insert(shots.end(), step.shots.begin(), step.shots.end());
    std::erase_if(shots, [](const TestShot &shot) { return shot.kind == Shot::Kind::Everything; });
    return shots;
}

bool provenAll(const std::vector<TestShot> &shots, Shot::Kind kind)
{
    const auto of = [kind](const TestShot &shot) { return shot.kind == kind; };
    return std::any_of(shots.begin(), shots.end(), of)
        && std::all_of(shots.begin(), shots.end(),
            [&](const TestShot &shot) { return !of(shot) || domain::isFine(shot.verdict()); });
}

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

} // namespace

void conclude(TestReport &report)
{
    const std::vector<TestShot> shots = deciding(report);
    report.verdict = report.steps.empty() ? verdictOf(shots) : Verdict::Good;
    for (const LadderStep &step : report.steps) {
        const bool counts = step.kind != LadderStep::Kind::Latency && step.kind != LadderStep::Kind::NcclSmall
            && !(step.verdict == Verdict::NotTested && step.kind == LadderStep::Kind::Pcie);
        // One lane only: there are no two halves to be tested together.
        const bool empty = step.kind == LadderStep::Kind::BothHalves && step.shots.empty() && step.seen.size() == 1
            && step.seen.front().id == "ladder.one-lane-only";
        if (counts && !empty)
            report.verdict = domain::worse(report.verdict, step.verdict);
    }
    if (!report.notProven.empty()) // a Spark that was not reached
        report.verdict = domain::worse(report.verdict, Verdict::NotTested);
    report.sentence = sentenceOf(report.verdict);
    if (provenAll(shots, Shot::Kind::OneHalf))
        report.proven.push_back("bench.proven-halves"_msg);
    if (provenAll(shots, Shot::Kind::BothHalves))
        report.proven.push_back("bench.proven-cables"_msg);
    if (provenAll(shots, Shot::Kind::BothWays))
        report.proven.push_back("bench.proven-both-ways"_msg);
    if (!report.proven.empty())
        report.proven.push_back("bench.proven-wire"_msg);
    report.notProven.push_back("bench.rdma-not-proven"_msg);
}

} // namespace sparkloom::engine
