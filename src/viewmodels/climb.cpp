// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/climb.h"

#include "engine/bench/ladder.h"
#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using engine::LadderStep;
using Kind = LadderStep::Kind;

namespace {

constexpr Kind kWholeLadder[] = {Kind::Link, Kind::Pcie, Kind::Address, Kind::JumboAndLane, Kind::EachHalf,
    Kind::BothHalves, Kind::BothWays, Kind::AllCables, Kind::Latency, Kind::NcclSmall, Kind::NcclLarge, Kind::Tcp,
    Kind::Soak};

std::vector<Kind> expectedRungs(const engine::TestOptions &options, int cables)
{
    std::vector<Kind> kinds(std::begin(kWholeLadder), std::end(kWholeLadder));
    std::erase_if(kinds, [&](Kind kind) {
        return (kind == Kind::Soak && options.length != engine::TestLength::Soak)
            || (kind == Kind::AllCables && cables < 2);
    });
    return kinds;
}

QStringList sentences(const std::vector<base::Message> &messages)
{
    QStringList lines;
    for (const base::Message &message : messages)
        lines << engine::text::sentence(message);
    return lines;
}

// The figure that decides: the worst, and of equals the smallest.
QString worstFigure(const std::vector<engine::TestShot> &shots)
{
    const domain::Figure *worst = nullptr;
    for (const engine::TestShot &shot : shots)
        for (const engine::TestFigure &figure : shot.figures) {
            if (figure.figure.runs.empty())
                continue;
            const bool weighsMore = worst && domain::worse(worst->verdict, figure.figure.verdict) != worst->verdict;
            const bool smaller = worst && worst->verdict == figure.figure.verdict
                && figure.figure.spread().median < worst->spread().median;
            if (!worst || weighsMore || smaller)
                worst = &figure.figure;
        }
    if (worst)
        return TestWords::tr("%1 Gb/s").arg(TestWords::number(worst->spread().median));
    double slowest = 0;
    double least = 0;
    for (const engine::TestShot &shot : shots) {
        for (const engine::LatencyFigure &latency : shot.latencies)
            slowest = latency.underLoad ? slowest : std::max(slowest, latency.p50);
        if (shot.nccl)
            for (const engine::NcclFigure &figure : shot.nccl->figures)
                least = least > 0 ? std::min(least, figure.busBw()) : figure.busBw();
    }
    if (slowest > 0)
        return TestWords::tr("%1 µs").arg(TestWords::number(slowest));
    return least > 0 ? TestWords::tr("%1 GB/s").arg(TestWords::number(least)) : QString();
}

Rung rungOf(const LadderStep &step)
{
    return {engine::text::sentence(engine::titleOf(step.kind)), markOf(step.verdict), TestWords::verdict(step.verdict),
        worstFigure(step.shots), sentences(step.seen), sentences(step.remedies)};
}

Rung rungOf(const engine::TestShot &shot, bool several)
{
    const QString title =
        shot.figures.size() == 1 ? TestWords::figure(shot, shot.figures.front(), several) : TestWords::shot(shot);
    Rung rung{title, markOf(shot.verdict()), TestWords::verdict(shot.verdict()), worstFigure({shot}), {}, {}};
    if (shot.error)
        rung.seen << engine::text::sentence(shot.error->message);
    return rung;
}

Rung openRung(const QString &title, bool running)
{
    const TestMark mark = running ? TestMark::Running : TestMark::Waiting;
    return {title, mark, TestWords::mark(mark), {}, {}, {}};
}

Climb ladderOf(const engine::TestReport &report, const std::optional<engine::TestProgress> &running, int cables)
{
    Climb climb;
    std::vector<Kind> left = running ? expectedRungs(report.options, cables) : std::vector<Kind>();
    for (const LadderStep &step : report.steps) {
        climb.push_back(rungOf(step));
        std::erase(left, step.kind);
    }
    bool first = true;
    for (const Kind kind : left) {
        const bool now = running->rung ? *running->rung == kind : first;
        climb.push_back(openRung(engine::text::sentence(engine::titleOf(kind)), now));
        first = false;
    }
    return climb;
}

} // namespace

Climb climbOf(const engine::TestReport &report, const std::optional<engine::TestProgress> &running, int cables)
{
    if (report.kind == engine::TestKind::Ladder)
        return ladderOf(report, running, cables);
    Climb climb;
    for (const engine::TestShot &shot : report.shots)
        climb.push_back(rungOf(shot, cables > 1));
    if (running && !running->doing.empty())
        climb.push_back(openRung(engine::text::sentence(running->doing), true));
    return climb;
}

QString summaryOf(const Climb &climb)
{
    QStringList parts;
    int open = 0;
    for (const Rung &rung : climb) {
        if (rung.mark == TestMark::NotTested || rung.mark == TestMark::Waiting)
            ++open;
        else
            parts << u"%1: %2%3"_s.arg(rung.title, rung.word, rung.figure.isEmpty() ? QString() : u' ' + rung.figure);
    }
    if (open > 0)
        parts << TestWords::tr("%n not tested", "rungs", open);
    return parts.join(u", "_s);
}

} // namespace sparkloom::viewmodels
