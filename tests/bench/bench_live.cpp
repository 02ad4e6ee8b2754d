// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the Live page costs, for 2 to 64 Sparks at 20 Hz: pulling the figures and painting them, with the map
// and with the chart; beside the way that charts are often fed, which appends every sample and scrolls an axis. Figures
// are printed, nothing is asserted about them.  bench_live [--full | --only SPARKS]
#include "engine/flow/livestation.h"
#include "livescript.h"
#include "widgets/pages/livepage.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QFile>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <unistd.h>

using namespace sparkloom;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using domain::HalfId;
using domain::Side;

namespace {

constexpr QSize kSize(1066, 720); // of the page in a window of 1280x720
constexpr int kHz = 20;
constexpr int kKept = 60 * kHz;

fixtures::Fabric fabricOf(int sparks)
{
    if (sparks == 2)
        return fixtures::fabric(2, {{0, CageIndex::Zero, 1, CageIndex::Zero}, {0, CageIndex::One, 1, CageIndex::One}},
            domain::Topology::PairTwoCables);
    std::vector<fixtures::Plugged> cables;
    for (int i = 0; i < sparks; ++i)
        cables.push_back({i, CageIndex::Zero, -1, CageIndex::Zero});
    return fixtures::fabric(sparks, cables, domain::Topology::Star);
}

void play(fixtures::LiveScript &script)
{
    const auto wave = [](double gbps, double pace) {
        return [=](double t) { return gbps * (0.7 + 0.3 * std::sin(t * pace)); };
    };
    for (int spark = 0; spark < static_cast<int>(script.fabric().sparks.size()); ++spark)
        for (const Side side : {Side::A, Side::B}) {
            script.send(spark, {CageIndex::Zero, side}, wave(40 + spark % 17, 1.1 + spark % 5));
            script.receive(spark, {CageIndex::Zero, side}, wave(38 + spark % 13, 0.7 + spark % 3));
        }
}

struct Figures {
    std::vector<double> ms;
    std::vector<double> cpuMs; // the same without waiting for a processor: what counts where others are at work
    double cpu = 0;            // seconds, of the whole process, in all frames
    double at(double part) const { return quantile(ms, part); }
    static double quantile(std::vector<double> sorted, double part)
    {
        std::sort(sorted.begin(), sorted.end());
        return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
    }
    // Of one core, at 20 frames a second.
    double share() const { return cpu / static_cast<double>(ms.size()) * kHz * 100; }
};

double megabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <typename Before, typename Frame>
Figures measure(int frames, Before before, Frame frame)
{
    Figures figures;
    for (int i = 0; i < frames + 5; ++i) { // the first ones warm up
        before();
        const double cpu = cpuSeconds();
        QElapsedTimer timer;
        timer.start();
        frame();
        QCoreApplication::processEvents(); // paints
        if (i < 5)
            continue;
        figures.ms.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        figures.cpuMs.push_back((cpuSeconds() - cpu) * 1e3);
        figures.cpu += cpuSeconds() - cpu;
    }
    return figures;
}

void print(const char *what, int sparks, const Figures &figures, double memory)
{
    std::printf(
        "%-26s %2d Sparks: p50 %8.2f ms  p99 %8.2f ms (processor %8.2f ms)  CPU at 20 Hz %6.1f %%  memory %6.1f MB\n",
        what, sparks, figures.at(0.5), figures.at(0.99), Figures::quantile(figures.cpuMs, 0.99), figures.share(),
        memory);
    std::fflush(stdout);
}

// As many lines as there are lanes and directions, each sample appended, the oldest removed, the axis moved on.
Figures naive(int sparks, const fixtures::LiveScript &script, int frames)
{
    auto *chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    auto *x = new QValueAxis;
    auto *y = new QValueAxis;
    y->setRange(0, 200);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    std::vector<QLineSeries *> lines;
    const auto count = script.fabric().cabling.map.cables.size() * 4;
    for (std::size_t i = 0; i < count; ++i) {
        auto *line = new QLineSeries;
        QList<QPointF> points;
        for (int sample = 0; sample < kKept; ++sample)
            points << QPointF(
                sample / static_cast<double>(kHz), 40 + 20 * std::sin(sample * 0.06 + static_cast<double>(i)));
        line->replace(points);
        chart->addSeries(line);
        line->attachAxis(x);
        line->attachAxis(y);
        lines.push_back(line);
    }
    QChartView view(chart);
    view.setRenderHint(QPainter::Antialiasing);
    view.resize(kSize);
    view.show();
    QCoreApplication::processEvents();
    int sample = kKept;
    const Figures figures = measure(
        frames, [] {},
        [&] {
            const double time = sample / static_cast<double>(kHz);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                lines[i]->append(time, 40 + 20 * std::sin(sample * 0.06 + static_cast<double>(i)));
                lines[i]->remove(0);
            }
            x->setRange(time - 60, time);
            ++sample;
        });
    print("append and scroll", sparks, figures, megabytes());
    return figures;
}

// What every sample costs before anything is shown, seen or hidden: decoding, meters, the last minute. Seconds.
double secondsPerSample(int samples)
{
    const fixtures::Fabric fabric = fabricOf(2);
    engine::LiveStation station(u"spark-a"_s, fabric.sparks.front(), kHz);
    domain::CounterLayout layout;
    domain::CounterSample sample;
    for (const HalfId half : domain::kAllHalves) {
        domain::CounterLayout::Half known;
        known.half = half;
        known.port = domain::PortSource::Netlink;
        known.readsPort = half.side == Side::A;
        known.rdma = known.net = true;
        layout.halves.push_back(known);
        sample.halves.push_back({half, {}, {{}, 0, 0, 0, 0}});
        if (known.readsPort)
            sample.halves.back().port = domain::PortRead{{}, 0, 0, 0, 0};
    }
    const protocol::StreamLayout told = protocol::layoutOf(layout, sample, {});
    if (!station.take(std::string(protocol::event::kLayout), protocol::encode(told)))
        return std::nan("");
    double spent = 0;
    for (int i = 1; i <= samples; ++i) {
        const auto bytes = static_cast<std::uint64_t>(i) * 200'000'000;
        const std::chrono::nanoseconds at = std::chrono::milliseconds(50) * i;
        sample.sequence = i;
        for (domain::CounterSample::Half &half : sample.halves) {
            half.lane = {{at, at + 80us}, bytes, bytes / 2, bytes / 100, bytes / 200};
            if (half.port)
                half.port = domain::PortRead{{at, at + 80us}, bytes * 2, bytes, bytes / 2000, bytes / 4000};
        }
        const std::string body = protocol::encode(protocol::relative(told, sample, at.count()));
        const double before = cpuSeconds();
        if (!station.take(std::string(protocol::event::kSample), body))
            return std::nan("");
        spent += cpuSeconds() - before;
    }
    return spent / samples;
}

void run(int sparks, int frames, int naiveFrames)
{
    fixtures::LiveScript script(fabricOf(sparks), kHz, 10ms);
    play(script);
    viewmodels::LiveViewModel model;
    model.setHosts(script.fabric().hosts);
    model.setFeed(script.feed());
    model.setCabling(script.fabric().cabling);
    for (int second = 0; second < 61; ++second) {
        script.advance(1s);
        model.pull();
    }
    widgets::LivePage page(model);
    page.resize(kSize);
    page.show();
    QCoreApplication::processEvents();
    model.setShown(false); // frames come from here, not from its timer
    const auto step = [&] { script.advance(std::chrono::milliseconds(1000 / kHz)); };
    const Figures map = measure(frames, step, [&] { model.pull(); });
    print("map, cards and strips", sparks, map, megabytes());
    model.setChartShown(true);
    QCoreApplication::processEvents();
    const Figures chart = measure(frames, step, [&] { model.pull(); });
    print("chart, cards and strips", sparks, chart, megabytes());
    page.hide();
    const Figures hidden = measure(frames, step, [] {});
    print("hidden", sparks, hidden, megabytes());
    const Figures old = naive(sparks, script, naiveFrames);
    std::printf("%-26s %2d Sparks: %.1f to 1 (p50), %.1f to 1 (p99)\n\n", "append and scroll : map", sparks,
        old.at(0.5) / map.at(0.5), old.at(0.99) / map.at(0.99));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    if (const qsizetype only = app.arguments().indexOf(u"--only"_s); only > 0) {
        run(std::clamp(app.arguments().value(only + 1).toInt(), 2, 64), 300, 4);
        return 0;
    }
    const bool full = app.arguments().contains(u"--full"_s);
    const double sample = secondsPerSample(full ? 5000 : 200);
    std::printf("a sample taken: %.1f us; at 20 Hz %.2f %% of a core for 2 Sparks, %.2f %% for 64, seen or hidden\n\n",
        sample * 1e6, sample * 2 * kHz * 100, sample * 64 * kHz * 100);
    for (const int sparks : full ? std::vector{2, 8, 16, 64} : std::vector{2})
        run(sparks, full ? 300 : 20, full ? (sparks > 16 ? 12 : 60) : 4);
    return 0;
}
