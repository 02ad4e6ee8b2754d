// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/testwords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using domain::Verdict;
using engine::TestKind;
using engine::TestLength;

namespace {

constexpr int kMinute = 60;
constexpr int kMinutesFrom = 100; // seconds; below, seconds say more

QString halfOf(const engine::TestShot &shot)
{
    if (shot.figures.empty() || shot.figures.front().lanes.empty())
        return {};
    return QString::fromStdString(domain::toText(shot.figures.front().lanes.front().from.half.half));
}

} // namespace

TestMark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return TestMark::Good;
    case Verdict::Ok: return TestMark::Ok;
    case Verdict::NotTested: return TestMark::NotTested;
    case Verdict::Suspect: return TestMark::Suspect;
    case Verdict::Degraded:
    case Verdict::Broken:
    case Verdict::Invalid: break;
    }
    return TestMark::Bad;
}

QString TestWords::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return tr("good");
    case Verdict::Ok: return tr("ok");
    case Verdict::NotTested: return tr("not tested");
    case Verdict::Suspect: return tr("suspect");
    case Verdict::Degraded: return tr("degraded");
    case Verdict::Broken: return tr("broken");
    case Verdict::Invalid: break;
    }
    return tr("invalid");
}

QString TestWords::mark(TestMark mark)
{
    switch (mark) {
    case TestMark::Waiting: return tr("waiting");
    case TestMark::Running: return tr("running");
    case TestMark::Good: return tr("good");
    case TestMark::Ok: return tr("ok");
    case TestMark::NotTested: return tr("not tested");
    case TestMark::Suspect: return tr("suspect");
    case TestMark::Bad: break;
    }
    return tr("failed");
}

QString TestWords::kind(TestKind kind)
{
    switch (kind) {
    case TestKind::Ladder: return tr("Check everything", "test: the ladder");
    case TestKind::Tcp: return tr("TCP", "test");
    case TestKind::Rdma: return tr("RDMA", "test");
    case TestKind::Nccl: break;
    }
    return tr("NCCL", "test");
}

QString TestWords::about(TestKind kind)
{
    switch (kind) {
    case TestKind::Ladder:
        return tr("Climbs from the plug to NCCL, rung by rung, and stops at the first rung that fails: that one is the "
                  "cause. Start here.");
    case TestKind::Tcp:
        return tr("What copying files and most programs use. Many streams over each half, then over both; a Spark's "
                  "CPU sets the limit, not the cable.");
    case TestKind::Rdma:
        return tr("What AI jobs use: data goes from memory to memory, past the CPU. This is the speed of the cable "
                  "itself.");
    case TestKind::Nccl: break;
    }
    return tr("What training and inference really call. All chosen Sparks exchange data together, as a job would, and "
              "every result is compared.");
}

QString TestWords::length(TestLength length)
{
    switch (length) {
    case TestLength::Quick: return tr("Quick", "length of a test");
    case TestLength::Normal: return tr("Normal", "length of a test");
    case TestLength::Full: return tr("Full", "length of a test");
    case TestLength::Soak: break;
    }
    return tr("Soak, 10 minutes", "length of a test");
}

QString TestWords::aboutLength(TestKind kind, TestLength length)
{
    switch (length) {
    case TestLength::Quick:
        return tr("One run of what decides; what looks slow is measured twice more before it is called slow.");
    case TestLength::Normal: return tr("Three runs of each figure, so that one odd run does not decide.");
    case TestLength::Full:
        return kind == TestKind::Ladder ? tr("Three runs of everything, all cables at once too.")
                                        : tr("Three runs of everything.");
    case TestLength::Soak: break;
    }
    return tr("Then ten minutes under load, with every error counted: for cables that fail only now and then.");
}

QString TestWords::layer(engine::TestLayer layer)
{
    switch (layer) {
    case engine::TestLayer::Tcp: return u"TCP"_s;
    case engine::TestLayer::Rdma: return u"RDMA"_s;
    case engine::TestLayer::Nccl: break;
    }
    return u"NCCL"_s;
}

QString TestWords::shot(const engine::TestShot &shot)
{
    using Kind = engine::Shot::Kind;
    if (shot.nccl)
        return tr("NCCL, %n Spark(s) together", nullptr, static_cast<int>(shot.nccl->ranks.size()));
    if (shot.kind == Kind::Everything)
        return tr("All cables at once, both directions");
    const QString half = halfOf(shot);
    QString what;
    if (!shot.latencies.empty())
        what = tr("latency");
    else if (shot.kind == Kind::OneHalf)
        what = half.isEmpty() ? tr("one half alone") : tr("half %1 alone").arg(half);
    else if (shot.kind == Kind::BothHalves)
        what = tr("both halves together");
    else
        what = tr("both directions at once");
    if (shot.cable == 0)
        return tr("Through the switch, %1").arg(what);
    return tr("Cable %1, %2").arg(shot.cable).arg(what);
}

QString TestWords::figure(const engine::TestShot &shot, const engine::TestFigure &figure, bool severalCables)
{
    QString title = way(figure.from, figure.to);
    if (figure.lanes.size() == 1)
        title = u"%1: %2"_s.arg(QString::fromStdString(domain::toText(figure.lanes.front().from.half.half)), title);
    else if (shot.kind != engine::Shot::Kind::Everything)
        title = tr("both: %1", "both halves, from and to").arg(title);
    return severalCables && figure.cable > 0 ? u"%1 · %2"_s.arg(QString::number(figure.cable), title) : title;
}

QString TestWords::way(const QString &from, const QString &to)
{
    return tr("%1 → %2", "from Spark, to Spark").arg(from, to);
}

QString TestWords::number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString TestWords::bytes(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString TestWords::time(std::chrono::milliseconds time)
{
    const auto seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(std::max(time, {})).count());
    if (seconds < kMinutesFrom)
        return tr("%1 s", "seconds").arg(seconds);
    return tr("%1 min", "minutes").arg(static_cast<int>(std::lround(static_cast<double>(seconds) / kMinute)));
}

} // namespace sparkloom::viewmodels
