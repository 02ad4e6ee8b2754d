// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testblocks.h"

#include "engine/bench/ladder.h"
#include "engine/text/text.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using domain::Verdict;
using engine::text::sentence;

namespace {

constexpr double kRoom = 1.04; // above the largest mark of a scale
constexpr double kGigabytes = 8;

QString collectiveName(protocol::NcclCollective collective)
{
    using enum protocol::NcclCollective;
    switch (collective) {
    case AllReduce: return u"all_reduce"_s;
    case AllGather: return u"all_gather"_s;
    case ReduceScatter: return u"reduce_scatter"_s;
    case Broadcast: return u"broadcast"_s;
    case AllToAll: return u"alltoall"_s;
    case SendRecv: break;
    }
    return u"sendrecv"_s;
}

QString sizeName(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeIecFormat);
}

QString wireText(const domain::RunFigure &run)
{
    if (!run.wireBytes)
        return TestWords::tr("No counter saw the wire.");
    const QString payload = TestWords::bytes(run.payloadBytes);
    const QString wire = TestWords::bytes(*run.wireBytes);
    const bool agrees = run.wire == domain::WireVerdict::Agrees;
    if (run.source == domain::WireSource::Port)
        return agrees
            ? TestWords::tr("%1 arrived, the port of the socket counted %2 with headers: they agree.")
                  .arg(payload, wire)
            : TestWords::tr("%1 arrived, the port of the socket counted %2: they do not agree.").arg(payload, wire);
    return agrees ? TestWords::tr("%1 arrived, the kernel counted %2: they agree.").arg(payload, wire)
                  : TestWords::tr("%1 arrived, the kernel counted %2: they do not agree.").arg(payload, wire);
}

QString evidenceOf(const domain::Figure &figure, engine::TestLayer layer)
{
    QStringList parts;
    const domain::Spread spread = figure.spread();
    if (spread.runs > 1)
        parts << TestWords::tr("%n run(s), %1 to %2.", nullptr, spread.runs)
                     .arg(TestWords::number(spread.least), TestWords::number(spread.most));
    const domain::RunFigure &last = figure.runs.back();
    if (layer != engine::TestLayer::Nccl || last.wireBytes)
        parts << wireText(last);
    if (layer == engine::TestLayer::Tcp) {
        parts << TestWords::tr("%n segment(s) sent again.", nullptr, static_cast<int>(last.retransmits));
        parts << TestWords::tr("Busy cores: %1 sending, %2 receiving.")
                     .arg(TestWords::number(last.senderCores), TestWords::number(last.receiverCores));
    }
    return parts.join(u' ');
}

void setScale(FigureLine &line, const domain::Figure &figure, double unit)
{
    for (const domain::RunFigure &run : figure.runs)
        line.runs.push_back(run.gbps / unit);
    if (!figure.band)
        return;
    line.hasScale = true;
    line.ok = figure.band->ok / unit;
    line.good = figure.band->good / unit;
    line.top = std::max(figure.band->impossible / unit, line.good) * kRoom;
    for (const double run : line.runs)
        line.top = std::max(line.top, run * kRoom);
}

QString expectedOf(const domain::Band &band, double unit, const QString &unitName)
{
    const QString from = TestWords::number(band.good / unit, unit > 1 ? 1 : 0);
    const QString reason = sentence(band.reason);
    const QString expected = TestWords::tr("Expected: %1 %2 or more").arg(from, unitName);
    return reason.isEmpty() ? expected : TestWords::tr("%1; %2.").arg(expected, reason);
}

FigureLine lineOf(const domain::Figure &figure, const QString &title, engine::TestLayer layer)
{
    const bool nccl = layer == engine::TestLayer::Nccl;
    const double unit = nccl ? kGigabytes : 1;
    const QString unitName = nccl ? u"GB/s"_s : u"Gb/s"_s;
    FigureLine line;
    line.title = title;
    line.verdict = figure.verdict;
    line.word = TestWords::verdict(figure.verdict);
    line.sentence = sentence(figure.reason);
    if (figure.runs.empty())
        return line;
    line.value = u"%1 %2"_s.arg(TestWords::number(figure.spread().median / unit), unitName);
    line.evidence = evidenceOf(figure, layer);
    if (figure.band)
        line.expected = expectedOf(*figure.band, unit, unitName);
    setScale(line, figure, unit);
    return line;
}

FigureLine lineOf(const engine::LatencyFigure &latency)
{
    FigureLine line;
    const QString way = TestWords::way(latency.from, latency.to);
    const QString half = QString::fromStdString(domain::toText(latency.lane.from.half.half));
    line.title = latency.underLoad ? TestWords::tr("%1, half %2, under load").arg(way, half)
                                   : TestWords::tr("%1, half %2, idle").arg(way, half);
    line.value = TestWords::tr("%1 µs").arg(TestWords::number(latency.p50));
    line.sentence = sentence(latency.reason);
    line.evidence =
        TestWords::tr("Half of the round trips took at most %1 µs, 99 % at most %2, 99.9 % at most %3.")
            .arg(TestWords::number(latency.p50), TestWords::number(latency.p99), TestWords::number(latency.p999));
    line.verdict = latency.verdict;
    line.word = TestWords::verdict(latency.verdict);
    return line;
}

using TitleOf = std::function<QString(const engine::TestShot &, const engine::TestFigure &)>;

void add(TestBlock &block, const engine::TestShot &shot, const TitleOf &title)
{
    for (const engine::TestFigure &figure : shot.figures)
        if (!figure.figure.runs.empty())
            block.figures.push_back(lineOf(figure.figure, title(shot, figure), shot.layer));
    for (const engine::LatencyFigure &latency : shot.latencies)
        block.figures.push_back(lineOf(latency));
    if (shot.nccl) {
        for (const base::Message &said : shot.nccl->said)
            block.seen << sentence(said);
        for (const engine::NcclFigure &figure : shot.nccl->figures) {
            FigureLine line = lineOf(figure.figure,
                u"%1, %2"_s.arg(collectiveName(figure.collective), sizeName(figure.bytes)), engine::TestLayer::Nccl);
            if (figure.wrong)
                line.evidence =
                    (*figure.wrong == 0 ? TestWords::tr("Every result was compared: none was wrong.")
                                        : TestWords::tr("%n wrong value(s)!", nullptr, static_cast<int>(*figure.wrong)))
                    + (line.evidence.isEmpty() ? QString() : u' ' + line.evidence);
            block.figures.push_back(line);
        }
    }
    for (const engine::ErrorDelta &error : shot.errors)
        block.seen << TestWords::tr("%1, half %2: %3 grew by %4.")
                          .arg(error.spark, QString::fromStdString(domain::toText(error.half)), error.counter)
                          .arg(error.count);
    if (shot.error) {
        const engine::text::Explanation why = engine::text::explain(*shot.error);
        block.seen << QStringList{why.seen, why.meaning}.join(u' ').simplified();
        if (!why.remedy.isEmpty())
            block.remedies << why.remedy;
    }
}

TestBlock blockOf(const engine::LadderStep &step, int rung, bool severalCables)
{
    TestBlock block{
        sentence(engine::titleOf(step.kind)), step.verdict, TestWords::verdict(step.verdict), {}, {}, {}, rung};
    for (const base::Message &seen : step.seen)
        block.seen << sentence(seen);
    for (const base::Message &remedy : step.remedies)
        block.remedies << sentence(remedy);
    for (const engine::TestShot &shot : step.shots)
        add(block, shot, [severalCables](const auto &each, const auto &figure) {
            return TestWords::figure(each, figure, severalCables);
        });
    block.seen.removeDuplicates();
    block.remedies.removeDuplicates();
    return block;
}

// The climb says already which rungs are well and which were not reached.
bool tellsSomething(const engine::LadderStep &step)
{
    const bool notReached = step.seen.size() == 1 && step.seen.front().id == "ladder.stopped";
    return !step.shots.empty() || (!step.seen.empty() && !notReached);
}

class LaneTable {
public:
    void note(const domain::HalfRef &half, Verdict verdict)
    {
        const auto known = m_worst.find(half);
        if (known == m_worst.end())
            m_worst[half] = verdict;
        else if (verdict != Verdict::NotTested)
            known->second = known->second == Verdict::NotTested ? verdict : domain::worse(known->second, verdict);
    }

    void take(const engine::TestShot &shot)
    {
        if (shot.kind == engine::Shot::Kind::Everything)
            return; // it has no band
        for (const engine::TestFigure &figure : shot.figures)
            for (const engine::TestLane &lane : figure.lanes)
                for (const domain::HalfRef &half : {lane.from.half, lane.to.half})
                    // Both halves together say nothing about one of them alone, unless they are well.
                    if (figure.lanes.size() == 1 || domain::isFine(figure.figure.verdict))
                        note(half, figure.figure.verdict);
    }

    std::vector<LaneVerdict> all() const
    {
        std::vector<LaneVerdict> lanes;
        for (const auto &[half, verdict] : m_worst)
            lanes.push_back({half, markOf(verdict)});
        return lanes;
    }

private:
    std::map<domain::HalfRef, Verdict> m_worst;
};

} // namespace

std::vector<TestBlock> blocksOf(const engine::TestReport &report)
{
    std::vector<TestBlock> blocks;
    std::set<int> cables;
    for (const engine::LadderStep &step : report.steps)
        for (const engine::TestShot &shot : step.shots)
            cables.insert(shot.cable);
    cables.erase(0);
    const bool several = cables.size() > 1;
    for (std::size_t i = 0; i < report.steps.size(); ++i)
        if (tellsSomething(report.steps[i]))
            blocks.push_back(blockOf(report.steps[i], static_cast<int>(i), several));
    for (std::size_t i = 0; i < report.shots.size(); ++i) {
        const engine::TestShot &shot = report.shots[i];
        TestBlock block{
            TestWords::shot(shot), shot.verdict(), TestWords::verdict(shot.verdict()), {}, {}, {}, static_cast<int>(i)};
        // The title of the card says which cable and which half.
        add(block, shot, [](const auto &, const auto &figure) { return TestWords::way(figure.from, figure.to); });
        blocks.push_back(std::move(block));
    }
    return blocks;
}

QString methodOf(const engine::TestReport &report)
{
    const engine::TestOptions &options = report.options;
    QStringList parts{TestWords::length(options.length)};
    if (report.kind == engine::TestKind::Ladder)
        parts.prepend(TestWords::kind(report.kind));
    const QString seconds = QLocale().toString(static_cast<double>(options.measure.count()) / 1000, 'g', 2);
    const auto rdma = [&] {
        return TestWords::tr("RDMA: %n queue pair(s) on each half", nullptr, options.rdma.queuePairs) + u", "_s
            + TestWords::tr("messages of %1").arg(sizeName(options.rdma.messageBytes));
    };
    const QString tcp = TestWords::tr("TCP: %n stream(s) on each half", nullptr, options.streams);
    const QString nccl =
        TestWords::tr("NCCL: %1 to %2").arg(sizeName(options.nccl.minBytes), sizeName(options.nccl.maxBytes));
    if (report.kind == engine::TestKind::Tcp || report.kind == engine::TestKind::Ladder)
        parts << tcp;
    if (report.kind == engine::TestKind::Rdma || report.kind == engine::TestKind::Ladder)
        parts << rdma();
    if (report.kind == engine::TestKind::Nccl)
        parts << nccl;
    else
        parts << TestWords::tr("runs of %1 s").arg(seconds);
    int mtu = 0;
    const auto look = [&mtu](const std::vector<engine::TestShot> &shots) {
        for (const engine::TestShot &shot : shots)
            for (const engine::TestFigure &figure : shot.figures)
                for (const engine::TestLane &lane : figure.lanes)
                    mtu = mtu == 0 ? lane.mtu : std::min(mtu, lane.mtu);
    };
    look(report.shots);
    for (const engine::LadderStep &step : report.steps)
        look(step.shots);
    if (mtu > 0)
        parts << TestWords::tr("MTU %1").arg(QString::number(mtu));
    return parts.join(u", "_s);
}

std::vector<LaneVerdict> laneVerdictsOf(const engine::TestReport &report)
{
    LaneTable lanes;
    for (const engine::TestShot &shot : report.shots)
        lanes.take(shot);
    for (const engine::LadderStep &step : report.steps)
        for (const engine::TestShot &shot : step.shots)
            lanes.take(shot);
    return lanes.all();
}

} // namespace sparkloom::viewmodels
