// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from the start of the program to its first painted frame, against an empty Qt window; a frame
// of the map and news of one Spark with 3, 16 and 64 Sparks; memory. Prints figures and ratios; nothing is asserted
// about time. Offscreen, painted by the processor.
#include "firstframe.h"
#include "fixtures.h"

#include "engine/text/language.h"
#include "gui/mainwindow.h"
#include "widgets/common/watchedapplication.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/pages/page.h"
#include "widgets/shell/setupview.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <vector>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60000;
constexpr QSize kMap(1000, 560); // as on the page, in a window of 1280x720
const QString kChild = u"--child"_s;

struct Start {
    double completeMs = 0, completeCpuMs = 0; // with the first page
    double wallMs = 0, cpuMs = 0, anonymousMib = 0, residentMib = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double medianOf(const std::vector<Start> &starts, double Start::*what)
{
    std::vector<double> values;
    for (const Start &start : starts)
        values.push_back(start.*what);
    return median(values);
}

fixtures::Fabric starFabric(int sparks)
{
    std::vector<fixtures::Plugged> cables;
    for (int i = 0; i < sparks; ++i)
        cables.push_back({i, domain::CageIndex::Zero, -1, domain::CageIndex::Zero});
    return fixtures::fabric(sparks, cables, domain::Topology::Star);
}

viewmodels::FabricPicture starOf(int sparks)
{
    const fixtures::Fabric fabric = starFabric(sparks);
    return viewmodels::pictureOfCabling(fabric.hosts, fabric.cabling);
}

} // namespace

class BenchWindow : public QObject {
    Q_OBJECT

public:
    static inline bool full = false;

private Q_SLOTS:
    void start_againstAnEmptyWindow()
    {
        const QString self = QCoreApplication::applicationFilePath();
        const QString empty = QCoreApplication::applicationDirPath() + u"/bench_emptywindow"_s;
        std::vector<Start> ours, theirs;
        for (int i = 0; i < (full ? 21 : 3); ++i) { // by turns, so that both meet the same machine
            theirs.push_back(measure(empty, {}));
            ours.push_back(measure(self, {kChild}));
        }
        QVERIFY(medianOf(ours, &Start::cpuMs) > 0 && medianOf(theirs, &Start::cpuMs) > 0);
        std::printf("\nstart to first painted frame, median of %zu, offscreen\n\n", ours.size());
        std::printf("                the first frame: its ground     the start page, to read and click\n"
                    "                 first frame  (processor)   first page  (processor)   own memory       in all\n");
        for (const auto &[name, starts] : {std::pair("empty window", &theirs), std::pair("Sparkloom", &ours)})
            std::printf("%-14s %10.0f ms %8.0f ms %9.0f ms %8.0f ms %8.1f MiB %8.1f MiB\n", name,
                medianOf(*starts, &Start::wallMs), medianOf(*starts, &Start::cpuMs),
                medianOf(*starts, &Start::completeMs), medianOf(*starts, &Start::completeCpuMs),
                medianOf(*starts, &Start::anonymousMib), medianOf(*starts, &Start::residentMib));
        const auto ratio = [&](double Start::*what) { return medianOf(ours, what) / medianOf(theirs, what); };
        std::printf("ratio              x %.2f       x %.2f       x %.2f      x %.2f\n", ratio(&Start::wallMs),
            ratio(&Start::cpuMs), ratio(&Start::completeMs), ratio(&Start::completeCpuMs));
        std::fflush(stdout);
    }

    void frame_ofTheMap()
    {
        std::printf("\nframes of the map at %dx%d, processor time of the thread, median\n\n"
                    "Sparks   a socket pulses   a plug came   all of it   memory so far\n",
            kMap.width(), kMap.height());
        for (const int sparks : {3, 16, 64}) {
            widgets::FabricMap map;
            map.resize(kMap);
            viewmodels::FabricPicture picture = starOf(sparks);
            picture.boxes.front().sockets.front().wanted = true;
            map.setPicture(picture);
            map.show();
            QVERIFY(QTest::qWaitForWindowExposed(&map));
            std::vector<double> pulses, news, whole;
            for (int i = 0; i < (full ? 200 : 20); ++i) {
                const QRect socket(
                    map.viewportPosition({picture.boxes.front().key, 0}) - QPoint(20, 20), QSize(40, 40));
                pulses.push_back(cost([&] { map.viewport()->repaint(socket); }));
                picture.cables.back().lanes[1].up = i % 2 == 0;
                news.push_back(cost([&] {
                    map.setPicture(picture);
                    map.viewport()->repaint();
                }));
                whole.push_back(cost([&] { map.viewport()->repaint(); }));
            }
            std::printf("%6d %12.2f ms %10.2f ms %8.2f ms %11.1f MiB\n", sparks, median(pulses), median(news),
                median(whole), FirstFrame::statusKib("RssAnon:") / 1024.0);
        }
        std::fflush(stdout);
    }

    // What the window's thread does when one Spark has news, with each page in front: what the models make of it, and
    // the frame that shows it, with the longest of the calls that this takes.
    void news_ofOneSparkOfMany()
    {
        std::printf("\nnews of one Spark, processor time of the thread, median (and longest), ms: told + shown\n"
                    "(longest call of the event loop meanwhile)\n\n");
        auto *app = widgets::WatchedApplication::instance();
        for (const int sparks : {3, 16, 64}) {
            fixtures::Fabric fabric = starFabric(sparks);
            viewmodels::SetupViewModels models;
            widgets::SetupView view(models);
            view.resize(1280, 720);
            view.applyTheme(true);
            fill(models, fabric);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            for (const viewmodels::Step step :
                {viewmodels::Step::Find, viewmodels::Step::SignIn, viewmodels::Step::Topology, viewmodels::Step::Cable,
                    viewmodels::Step::Review, viewmodels::Step::Prove, viewmodels::Step::Tests}) {
                const double entered = cost([&] { models.steps.go(step); });
                QTest::qWait(0);
                std::vector<double> told, shown;
                app->forgetCalls();
                app->setWatching(true);
                for (int i = 0; i < (full ? 50 : 5); ++i) {
                    fabric.hosts.back().state = i % 2 == 0 ? engine::HostState::Inspecting : engine::HostState::Ready;
                    told.push_back(cost([&] { tell(models, fabric); }));
                    shown.push_back(cost([] { QCoreApplication::processEvents(); }));
                }
                app->setWatching(false);
                std::printf("%3d Sparks  %-10s %6.2f (%6.2f) + %6.2f (%6.2f; %6.2f)   entered %6.2f\n", sparks,
                    qPrintable(models.steps.name(step)), median(told), *std::max_element(told.begin(), told.end()),
                    median(shown), *std::max_element(shown.begin(), shown.end()), app->longestCpuMs(), entered);
            }
        }
        std::fflush(stdout);
    }

    // Every call on the window's thread while a page is entered, from the key press to the last change of layout: as
    // the first thing that somebody does in a new window, and once all pages were made ahead; and while they are made.
    // Of several windows: what the machine does meanwhile is charged to some call of one of them.
    void entering_ofEachPage()
    {
        for (const int sparks : full ? std::vector{3, 16, 64} : std::vector{64}) {
            const fixtures::Fabric fabric = starFabric(sparks);
            Entered entered;
            for (int i = 0; i < (full ? 5 : 1); ++i) {
                enterInNewWindows(fabric, entered);
                enterWhereAllIsMade(fabric, entered);
            }
            const auto told = [](const std::vector<double> &calls) {
                return u"%1 (%2)"_s.arg(median(calls), 5, 'f', 2)
                    .arg(*std::max_element(calls.begin(), calls.end()), 5, 'f', 2)
                    .toLatin1();
            };
            const viewmodels::SetupViewModels names;
            std::printf("\n%d Sparks, the longest call of the window's thread, processor time, ms: median of %zu windows "
                        "(most)\n\npages made ahead: %s, limit %.0f\n\n"
                        "entering      as the first thing        made ahead         once more\n",
                sparks, entered.making.size(), told(entered.making).constData(),
                widgets::WatchedApplication::kMostMs);
            for (const viewmodels::Step step : kEntered)
                std::printf("%-12s %19s %17s %17s\n", qPrintable(names.steps.name(step)),
                    told(entered.atOnce[step]).constData(), told(entered.ahead[step]).constData(),
                    told(entered.again[step]).constData());
        }
        std::fflush(stdout);
    }

private:
    static constexpr std::array kEntered = {viewmodels::Step::Find, viewmodels::Step::SignIn,
        viewmodels::Step::Topology, viewmodels::Step::Cable, viewmodels::Step::Review, viewmodels::Step::Apply,
        viewmodels::Step::Prove, viewmodels::Step::Live, viewmodels::Step::Tests};

    static constexpr int kQuietMs = 60; // longer than pieces of work are apart

    // Longest calls, ms of processor time.
    struct Entered {
        std::map<viewmodels::Step, std::vector<double>> atOnce, ahead, again;
        std::vector<double> making;
    };

    static double enter(viewmodels::SetupViewModels &models, viewmodels::Step step)
    {
        auto *app = widgets::WatchedApplication::instance();
        app->forgetCalls();
        app->setWatching(true);
        QMetaObject::invokeMethod(
            &models.steps, [&models, step] { models.steps.go(step); }, Qt::QueuedConnection);
        QTest::qWait(kQuietMs);
        app->setWatching(false);
        return app->longestCpuMs();
    }

    static void enterInNewWindows(const fixtures::Fabric &fabric, Entered &entered)
    {
        for (const viewmodels::Step step : kEntered) {
            viewmodels::SetupViewModels models;
            widgets::SetupView view(models);
            show(view, models, fabric);
            entered.atOnce[step].push_back(enter(models, step));
        }
    }

    static void enterWhereAllIsMade(const fixtures::Fabric &fabric, Entered &entered)
    {
        viewmodels::SetupViewModels models;
        widgets::SetupView view(models);
        auto *app = widgets::WatchedApplication::instance();
        app->forgetCalls();
        app->setWatching(true);
        show(view, models, fabric);
        const auto allMade = [&view] {
            return static_cast<std::size_t>(view.findChildren<widgets::Page *>().size())
                == viewmodels::kAllSteps.size() + viewmodels::kSidePages.size();
        };
        QVERIFY(QTest::qWaitFor(allMade, kPatienceMs));
        QTest::qWait(10 * kQuietMs);
        entered.making.push_back(app->longestCpuMs());
        for (const viewmodels::Step step : kEntered)
            entered.ahead[step].push_back(enter(models, step));
        for (const viewmodels::Step step : kEntered)
            entered.again[step].push_back(enter(models, step));
    }

    static void fill(viewmodels::SetupViewModels &models, const fixtures::Fabric &fabric)
    {
        models.cable.setCabling(fabric.cabling);
        tell(models, fabric);
        const domain::Plan plan = fixtures::planOf(fabric);
        models.review.setPlan(plan);
        models.prove.setReport(fixtures::passedReport(fabric, plan));
        viewmodels::FlowFacts open;
        open.members = open.ready = static_cast<int>(fabric.hosts.size());
        open.topologyChosen = open.cablingComplete = open.planned = open.applied = true;
        models.steps.setFacts(open);
    }

    // Up to the first page that can be read and clicked.
    static void show(widgets::SetupView &view, viewmodels::SetupViewModels &models, const fixtures::Fabric &fabric)
    {
        view.resize(1280, 720);
        view.applyTheme(true);
        fill(models, fabric);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.isPagePainted());
    }

    // As the session's news are told to the pages.
    static void tell(viewmodels::SetupViewModels &models, const fixtures::Fabric &fabric)
    {
        models.find.setMembers(fabric.hosts);
        models.signIn.setHosts(fabric.hosts);
        models.interrupted.setHosts(fabric.hosts);
        models.topology.setHosts(fabric.hosts);
        models.cable.setHosts(fabric.hosts);
        models.review.setHosts(fabric.hosts);
        models.prove.setHosts(fabric.hosts);
        models.tests.setHosts(fabric.hosts);
        models.live.setHosts(fabric.hosts);
    }

    Start measure(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        const long long begin = FirstFrame::monotonicNs();
        process.start(program, arguments);
        Start start;
        if (!process.waitForFinished(kPatienceMs))
            return start;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 5 && words[0] == "painted") {
                start.wallMs = static_cast<double>(words[1].toLongLong() - begin) / 1e6;
                start.cpuMs = words[2].toDouble();
                start.anonymousMib = words[3].toDouble() / 1024;
                start.residentMib = words[4].toDouble() / 1024;
            } else if (words.size() == 5 && words[0] == "complete") {
                start.completeMs = static_cast<double>(words[1].toLongLong() - begin) / 1e6;
                start.completeCpuMs = words[2].toDouble();
            }
        }
        return start;
    }

    template <typename F>
    double cost(F what)
    {
        const double begin = FirstFrame::cpuMs();
        what();
        return FirstFrame::cpuMs() - begin;
    }
};

int main(int argc, char **argv)
{
    widgets::WatchedApplication app(argc, argv);
    app.setWatching(false); // but where calls are looked at
    QApplication::setStyle(u"Fusion"_s);
    QStringList arguments = app.arguments();
    if (arguments.contains(kChild)) { // what src/gui/main.cpp does
        engine::text::Language language;
        language.use({});
        QTemporaryDir folder;
        gui::StartOptions options;
        options.folder = folder.path();
        gui::MainWindow window(options);
        FirstFrame frame(window, [&window] {
            const auto *page = window.findChild<widgets::Page *>();
            return page && page->isVisible();
        });
        window.show();
        window.start();
        return QApplication::exec();
    }
    BenchWindow::full = arguments.removeAll(u"--full"_s) > 0;
    BenchWindow bench;
    return QTest::qExec(&bench, arguments);
}

#include "bench_window.moc"
