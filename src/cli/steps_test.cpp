// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps_test.h"

#include "cli/tr.h"
#include "engine/bench/benchflow.h"
#include "engine/bench/ladder.h"
#include "engine/bench/ncclplan.h"
#include "engine/text/text.h"

#include <QLocale>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {

using domain::Verdict;

namespace {

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return Cli::tr("good");
    case Verdict::Ok: return Cli::tr("ok");
    case Verdict::NotTested: return Cli::tr("not tested");
    case Verdict::Suspect: return Cli::tr("suspect");
    case Verdict::Degraded: return Cli::tr("degraded");
    case Verdict::Broken: return Cli::tr("broken");
    case Verdict::Invalid: break;
    }
    return Cli::tr("invalid");
}

Output::Tone toneOf(Verdict verdict)
{
    return domain::isFine(verdict) ? Output::Tone::Good
        : domain::isWrong(verdict) ? Output::Tone::Bad
                                   : Output::Tone::Attention;
}

QString number(double value, int digits = 1)
{
    return QLocale().toString(value, 'f', digits);
}

QString halvesOf(const engine::TestFigure &figure)
{
    QStringList halves;
    for (const engine::TestLane &lane : figure.lanes)
        halves << QString::fromStdString(domain::toText(lane.from.half.half));
    return halves.join(u'+');
}

void add(Table &table, const engine::TestShot &shot, const engine::TestFigure &figure)
{
    const domain::Figure &measured = figure.figure;
    if (measured.runs.empty())
        return;
    const domain::Spread spread = measured.spread();
    const domain::RunFigure &last = measured.runs.back();
    const QString both = shot.kind == engine::Shot::Kind::BothWays || shot.kind == engine::Shot::Kind::Everything
        ? Cli::tr("both")
        : Cli::tr("one");
    const QString band = measured.band ? Cli::tr("%1 or more").arg(number(measured.band->good, 0)) : QString();
    table.add({figure.cable > 0 ? QString::number(figure.cable) : QString(), figure.from, halvesOf(figure), figure.to,
        both, number(spread.median),
        spread.runs > 1 ? u"%1 - %2"_s.arg(number(spread.least), number(spread.most)) : QString(), band,
        QString::number(last.retransmits), u"%1 / %2"_s.arg(number(last.senderCores), number(last.receiverCores)),
        word(measured.verdict)});
}

QString sizeOf(std::int64_t bytes)
{
    if (bytes >= (1 << 30) && bytes % (1 << 30) == 0)
        return Cli::tr("%1 GiB").arg(bytes >> 30);
    if (bytes >= (1 << 20) && bytes % (1 << 20) == 0)
        return Cli::tr("%1 MiB").arg(bytes >> 20);
    return QString::number(bytes);
}

void add(Table &table, const engine::NcclFigure &figure)
{
    const QString band =
        figure.figure.band ? Cli::tr("%1 or more").arg(number(figure.figure.band->good / 8)) : QString();
    table.add({engine::ncclName(figure.collective) + (figure.inPlace ? Cli::tr(" in place") : QString()),
        sizeOf(figure.bytes), number(figure.timeUs), number(figure.algBw, 2), number(figure.busBw(), 2), band,
        figure.wrong ? QString::number(*figure.wrong) : QString(),
        figure.figure.band || figure.figure.verdict != Verdict::NotTested ? word(figure.figure.verdict) : QString()});
}

// As nccl-tests prints it, with what was expected.
void showNccl(Output &output, const engine::NcclOutcome &outcome)
{
    for (const base::Message &said : outcome.said)
        output.say(engine::text::sentence(said), Output::Tone::Quiet);
    QStringList settings;
    for (const engine::NcclOutcome::Setting &setting : outcome.settings)
        settings << setting.name + u'=' + setting.value;
    if (!settings.isEmpty())
        output.say(Cli::tr("Settings of %1: %2").arg(outcome.ranks.value(0), settings.join(u' ')), Output::Tone::Quiet);
    if (!outcome.removed.isEmpty())
        output.say(Cli::tr("Inherited, and not passed on: %1").arg(outcome.removed.join(u", "_s)), Output::Tone::Quiet);
    Table table({Cli::tr("COLLECTIVE"), Cli::tr("SIZE"), Cli::tr("TIME us"), Cli::tr("ALGBW GB/s"),
        Cli::tr("BUSBW GB/s"), Cli::tr("EXPECTED"), Cli::tr("WRONG"), Cli::tr("VERDICT")});
    for (const engine::NcclFigure &figure : outcome.figures)
        add(table, figure);
    if (!table.empty())
        output.say(table);
    std::set<QString> reasons;
    for (const engine::NcclFigure &figure : outcome.figures) {
        if (figure.figure.band)
            reasons.insert(engine::text::sentence(figure.figure.band->reason));
        if (domain::isWrong(figure.figure.verdict))
            output.say(u"%1 %2: %3"_s.arg(engine::ncclName(figure.collective), sizeOf(figure.bytes),
                           engine::text::sentence(figure.figure.reason)),
                toneOf(figure.figure.verdict));
    }
    for (const QString &reason : reasons)
        output.say(Cli::tr("Expected: %1").arg(reason), Output::Tone::Quiet);
    if (!outcome.blamed.isEmpty())
        output.say(Cli::tr("It is due to %1:").arg(outcome.blamed), Output::Tone::Attention);
}

void showLatencies(Output &output, const engine::TestShot &shot)
{
    Table table({Cli::tr("CABLE"), Cli::tr("FROM"), Cli::tr("HALF"), Cli::tr("TO"), Cli::tr("p50 us"),
        Cli::tr("p99 us"), Cli::tr("p99.9 us"), Cli::tr("VERDICT")});
    for (const engine::LatencyFigure &latency : shot.latencies)
        table.add({QString::number(latency.lane.cable), latency.from,
            QString::fromStdString(domain::toText(latency.lane.from.half.half)), latency.to, number(latency.p50, 2),
            number(latency.p99, 2), number(latency.p999, 2),
            latency.underLoad ? Cli::tr("under load") : word(latency.verdict)});
    if (!table.empty())
        output.say(table);
}

void showFigures(Output &output, const std::vector<engine::TestShot> &shots)
{
    Table table({Cli::tr("CABLE"), Cli::tr("FROM"), Cli::tr("HALVES"), Cli::tr("TO"), Cli::tr("WAYS"), Cli::tr("Gb/s"),
        Cli::tr("RUNS"), Cli::tr("EXPECTED"), Cli::tr("RESENT"), Cli::tr("CORES"), Cli::tr("VERDICT")});
    for (const engine::TestShot &shot : shots)
        for (const engine::TestFigure &figure : shot.figures)
            add(table, shot, figure);
    if (!table.empty())
        output.say(table);
    for (const engine::TestShot &shot : shots) {
        showLatencies(output, shot);
        if (shot.nccl)
            showNccl(output, *shot.nccl);
    }
    std::set<QString> reasons;
    for (const engine::TestShot &shot : shots) {
        for (const engine::TestFigure &figure : shot.figures) {
            if (figure.figure.band)
                reasons.insert(engine::text::sentence(figure.figure.band->reason));
            if (!figure.figure.reason.empty() && figure.figure.verdict != Verdict::Good)
                output.say(u"%1 %2 -> %3: %4"_s.arg(
                               figure.from, halvesOf(figure), figure.to, engine::text::sentence(figure.figure.reason)),
                    toneOf(figure.figure.verdict));
        }
        if (shot.error)
            output.error(*shot.error);
    }
    for (const QString &reason : reasons)
        output.say(Cli::tr("Expected: %1").arg(reason), Output::Tone::Quiet);
}

void showStep(Output &output, const engine::LadderStep &step)
{
    output.say(
        u"%1: %2"_s.arg(engine::text::sentence(engine::titleOf(step.kind)), word(step.verdict)), toneOf(step.verdict));
    showFigures(output, step.shots);
    for (const base::Message &seen : step.seen)
        output.say(u"  "_s + engine::text::sentence(seen));
    for (const base::Message &remedy : step.remedies)
        output.say(u"  "_s + engine::text::sentence(remedy));
}

} // namespace

TestLines::TestLines(Context &context) : m_context(context)
{
    connect(&context.session().bench(), &engine::BenchFlow::progressChanged, this, &TestLines::look);
}

void TestLines::look()
{
    const std::optional<engine::TestProgress> &progress = m_context.session().bench().progress();
    if (!progress)
        return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(progress->left).count();
    const QString line = engine::text::sentence(progress->doing);
    if (line == m_last)
        return;
    m_last = line;
    m_context.output().note(
        Cli::tr("%1 of %2, about %3 s left: %4").arg(progress->shot).arg(progress->shots).arg(seconds).arg(line));
}

void showTest(Context &context, const engine::TestReport &report)
{
    Output &output = context.output();
    showFigures(output, report.shots);
    for (const engine::LadderStep &step : report.steps)
        showStep(output, step);
    output.say(engine::text::sentence(report.sentence), toneOf(report.verdict));
    for (const base::Message &proven : report.proven)
        output.say(proven, Output::Tone::Good);
    for (const base::Message &alarm : report.alarms)
        output.say(engine::text::sentence(alarm), Output::Tone::Attention);
    for (const base::Message &open : report.notProven)
        output.say(open, Output::Tone::Quiet);
}

void showCrossCheck(Context &context, const engine::CrossCheckReport &report)
{
    Output &output = context.output();
    Table table({Cli::tr("CABLE"), Cli::tr("FROM"), Cli::tr("HALF"), Cli::tr("TO"), Cli::tr("Gb/s"),
        Cli::tr("iperf3 Gb/s"), Cli::tr("RATIO"), Cli::tr("iperf3 CORES")});
    for (const engine::CrossCheckLane &lane : report.lanes)
        table.add({lane.lane.cable > 0 ? QString::number(lane.lane.cable) : QString(), lane.from,
            QString::fromStdString(domain::toText(lane.lane.from.half.half)), lane.to,
            lane.gbps > 0 ? number(lane.gbps) : QString(), lane.iperfGbps > 0 ? number(lane.iperfGbps) : QString(),
            lane.ratio() ? number(*lane.ratio(), 3) : QString(),
            lane.iperfGbps > 0 ? number(lane.iperfCores) : QString()});
    if (!table.empty())
        output.say(table);
    for (const engine::CrossCheckLane &lane : report.lanes)
        if (lane.error)
            output.error(*lane.error, u"%1 -> %2"_s.arg(lane.from, lane.to));
    for (const base::Message &said : report.said)
        output.say(said, Output::Tone::Quiet);
}

ExitCode exitCodeOf(const engine::TestReport &report)
{
    if (domain::isWrong(report.verdict))
        return ExitCode::CheckFailed;
    return domain::isFine(report.verdict) ? ExitCode::Healthy : ExitCode::NotKnown;
}

} // namespace sparkloom::cli
