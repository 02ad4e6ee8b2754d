// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with the real engine on virtual Sparks: from the start page to the proven pair, once by mouse with
// the cable dragged from the tray, once by keyboard alone, once by what a screen reader gets. The watchdog looks on.
#include "../support/sanitized.h"
#include "engine/text/language.h"
#include "gui/mainwindow.h"
#include "viewmodels/fullspeed.h"
#include "widgets/common/watchedapplication.h"
#include "widgets/fabric/fabricmap.h"
#include "widgets/shell/setupview.h"

#include "hands.h"
#include "readerhands.h"
#include "windowstests.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::Step;
using viewmodels::TestsViewModel;

namespace {

constexpr int kPatienceMs = 40000;                  // of one step; nothing is asserted about time
constexpr int kMostClicks = 12;                     // design section 8
constexpr double kRoom = test::kSanitized ? 20 : 3; // a build without optimisation, caches that are cold
QString pictureFolder;

} // namespace

class TestWindow : public QObject, private Hands, private ReaderHands {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString bin = QString::fromLocal8Bit(qgetenv("SPARKLOOM_BIN_DIR"));
        if (!QFile::exists(bin + u"/sparkloom-sim"_s))
            QSKIP("sparkloom-sim is not part of this build");
        m_language.use(u"en"_s);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    // No call on the window's thread may take more than 8 ms: it is counted and printed. What is asserted is processor
    // time of a debug build, brought to that of a calm machine by what known work cost just after the call.
    void cleanupTestCase()
    {
        using widgets::WatchedApplication;
        WatchedApplication *app = WatchedApplication::instance();
        std::printf("watchdog: %llu calls, longest %.1f ms of processor time; %zu over %.0f ms, %zu waited\n",
            static_cast<unsigned long long>(app->calls()), app->longestCpuMs(), app->busyCalls().size(),
            WatchedApplication::kMostMs, app->waitingCalls().size());
        QVERIFY(app->calls() > 0);
        constexpr double most = kRoom * WatchedApplication::kMostMs;
        QStringList tooSlow;
        for (const widgets::SlowCall &call : app->busyCalls()) {
            const double calmMs = call.cpuMs < most ? call.cpuMs : app->calmMs(call);
            if (calmMs >= most)
                tooSlow << WatchedApplication::describe(call) + u", %1 ms where it is calm"_s.arg(calmMs, 0, 'f', 1);
        }
        QVERIFY2(tooSlow.isEmpty(), qPrintable(tooSlow.join(u'\n')));
    }

    void sealedPair_byMouse_endsProven()
    {
        auto &models = m_window->models();
        QCOMPARE(models.steps.current(), Step::Start); // with a display and nothing else
        picture("0-start");
        click(u"scenario_sealed-pair"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(models.find.primaryAction().enabled, kPatienceMs);
        picture("1-find");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::SignIn);
        QTRY_VERIFY2_WITH_TIMEOUT(models.signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        picture("2-signin");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Topology);
        QCOMPARE(
            models.topology.chosen(), std::optional(domain::Topology::Pair)); // recommended: nothing has to be chosen
        QCOMPARE(models.topology.shopping().parts.size(), 3);
        picture("2-topology");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Cable);
        QTRY_COMPARE_WITH_TIMEOUT(models.cable.picture().tray.cables, 1, kPatienceMs);
        QVERIFY(!models.cable.complete());
        picture("3-cable-before");
        dragCableToWantedSocket();
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
        picture("3-cable");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(models.review.primaryAction().enabled,
            qPrintable(models.review.headline() + models.review.problem().seen), kPatienceMs);
        picture("4-review");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Apply);
        QTRY_VERIFY_WITH_TIMEOUT(!models.apply.running(), kPatienceMs);
        QVERIFY2(models.apply.succeeded(), qPrintable(models.apply.headline() + models.apply.problem().seen));
        picture("5-apply");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Prove);
        QTRY_VERIFY_WITH_TIMEOUT(models.prove.hasReport() && !models.prove.verifying(), kPatienceMs);
        QVERIFY2(models.prove.passed(), qPrintable(proofState()));
        picture("6-prove");
        QVERIFY(!models.prove.headline().contains(u"full speed"_s)); // nobody has measured it yet
        click(u"primaryButton"_s);
        QVERIFY(models.prove.measuring());
        QTRY_VERIFY_WITH_TIMEOUT(!models.prove.measuring(), kPatienceMs);
        QVERIFY2(models.prove.measured() && domain::isFine(models.prove.measured()->verdict),
            qPrintable(models.prove.headline() + models.prove.problem().seen));
        QCOMPARE(models.prove.headline() == u"Your two Sparks are connected at full speed."_s,
            viewmodels::provesFullSpeed(*models.prove.measured()));
        QCOMPARE(models.tests.history().size(), std::size_t(1));
        picture("7-full-speed");
        QVERIFY2(m_clicks <= kMostClicks, qPrintable(u"%1 clicks"_s.arg(m_clicks)));

        // And back: undo, confirmed by naming the Sparks.
        click(u"undoButton"_s);
        QAbstractButton *undo = buttonWithText(u"Undo it"_s);
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(models.steps.current() == Step::Apply && !models.apply.running(), kPatienceMs);
        QVERIFY2(models.apply.succeeded(), qPrintable(models.apply.headline() + models.apply.problem().seen));
    }

    void sealedPair_byKeyboardAlone_endsProven()
    {
        auto &models = m_window->models();
        pressOn(u"scenario_sealed-pair"_s, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(models.find.primaryAction().enabled, kPatienceMs);
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(models.signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QCOMPARE(models.steps.current(), Step::Topology);
        pressOn(u"topology_pair"_s, Qt::Key_Space);
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(models.cable.picture().tray.cables, 1, kPatienceMs);
        auto *map = qobject_cast<widgets::FabricMap *>(QApplication::focusWidget());
        QVERIFY2(map, "the map has the focus on its page");
        // Arrows go over the map; what is selected is said in words.
        QTest::keyClick(map, Qt::Key_Right);
        QVERIFY(map->current().has_value());
        QTest::keyClick(map, Qt::Key_Down);
        QVERIFY(!map->accessibleDescription().isEmpty());
        QTest::keyClick(map, Qt::Key_P);
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
        // Pull it again, and plug it anew.
        map->setCurrent(widgets::MapElement{0, {}});
        QTest::keyClick(map, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!models.cable.complete() && models.cable.picture().tray.cables == 1, kPatienceMs);
        QTest::keyClick(map, Qt::Key_P);
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(models.review.primaryAction().enabled, kPatienceMs);
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(models.steps.current() == Step::Apply && !models.apply.running(), kPatienceMs);
        QVERIFY2(models.apply.succeeded(), qPrintable(models.apply.headline() + models.apply.problem().seen));
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(models.prove.hasReport() && !models.prove.verifying(), kPatienceMs);
        QVERIFY2(models.prove.passed(), qPrintable(proofState()));
    }

    // By roles, names and actions of the accessible tree alone, as the window hands it to screen readers.
    void sealedPair_byScreenReaderAlone_endsProven()
    {
        for (const QString &name : {u"A sealed pair…"_s, u"Continue"_s, u"Continue"_s, u"Pair, one cable…"_s,
                 u"Continue"_s, u"As a table"_s, u"Plug cable 1"_s})
            QVERIFY2(pressesOnceThere(name, kPatienceMs), qPrintable(name + u'\n' + everything()));
        QTRY_VERIFY2_WITH_TIMEOUT(readsText(u"All cables are in place."_s), qPrintable(everything()), kPatienceMs);
        // Its line says both ends, the state and both lanes.
        const QString line = readsTable(u"Table of the cables and sockets"_s).value(0);
        for (const QString &part : {u"Cable 1; "_s, u"spark-a, cage 0, next to the network plug"_s,
                 u"spark-b, cage 0, next to the network plug"_s, u"up; Lane A: up; Lane B: up"_s})
            QVERIFY2(line.contains(part), qPrintable(line));
        for (const QString &name : {u"Continue"_s, u"Apply to 2 Sparks"_s, u"Prove it"_s})
            QVERIFY2(pressesOnceThere(name, kPatienceMs), qPrintable(name + u'\n' + everything()));
        QTRY_VERIFY2_WITH_TIMEOUT(readsText(u"Your Sparks are one fabric."_s), qPrintable(everything()), kPatienceMs);
    }

    void cabledRing_isOfferedFirstAndUsed()
    {
        auto &models = m_window->models();
        click(u"scenario_ring"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models.signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Topology);
        QTRY_VERIFY_WITH_TIMEOUT(
            !models.topology.cards().empty() && models.topology.cards().front().cabled, kPatienceMs);
        QCOMPARE(models.topology.chosen(), std::optional(domain::Topology::Ring));
        QVERIFY(models.topology.shopping().empty());
        picture("ring-topology");
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Cable);
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
    }

    void tests_ofAHealthyPair_areStoppedAndMadeAgain()
    {
        goToTests(u"pair-ready"_s);
        auto &tests = m_window->models().tests;
        QTRY_COMPARE_WITH_TIMEOUT(tests.others(), TestsViewModel::Others::Nobody, kPatienceMs);
        QVERIFY2(tests.estimateText().contains(u"cable 1"_s), qPrintable(tests.estimateText()));
        picture("tests-choose");
        click(u"testKind1"_s); // TCP
        click(u"testLength1"_s);
        click(u"primaryButton"_s);
        QCOMPARE(tests.state(), TestsViewModel::State::Running);
        QTRY_VERIFY_WITH_TIMEOUT(!tests.curve().stretches().empty(), kPatienceMs); // runs are shorter than a look
        picture("tests-running");
        click(u"primaryButton"_s); // in the middle
        QTRY_COMPARE_WITH_TIMEOUT(tests.state(), TestsViewModel::State::Choosing, kPatienceMs);
        QVERIFY(tests.cancelled());
        // Whoever still sent would be seen on the wire, and the figures would be invalid.
        click(u"testLength0"_s);
        click(u"primaryButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tests.state(), TestsViewModel::State::Done, kPatienceMs);
        QVERIFY2(tests.verdict() == domain::Verdict::Good, qPrintable(tests.asText()));
        QVERIFY(tests.staleText().isEmpty() && !tests.fullSpeed());
        QCOMPARE(tests.picture().cables[0].lanes[0].proof, viewmodels::LaneProof::Passed);
        QCOMPARE(tests.picture().cables[0].lanes[1].proof, viewmodels::LaneProof::Passed);
        picture("tests-tcp");
    }

    void tests_ofAPairWithOneHalf_sayWhichAndWhy()
    {
        goToTests(u"one-half"_s);
        auto &tests = m_window->models().tests;
        click(u"primaryButton"_s); // the ladder, quick
        QTRY_COMPARE_WITH_TIMEOUT(tests.state(), TestsViewModel::State::Done, kPatienceMs);
        QVERIFY2(tests.verdict() == domain::Verdict::Degraded, qPrintable(tests.asText()));
        QVERIFY2(tests.asText().contains(u"Half 0B"_s) && tests.asText().contains(u"no address"_s),
            qPrintable(tests.asText()));
        QCOMPARE(tests.picture().cables[0].lanes[1].proof, viewmodels::LaneProof::Failed);
        QVERIFY(!tests.fullSpeed());
        picture("tests-one-half");
    }

    void practice_endsOnTheFirstPage()
    {
        auto &models = m_window->models();
        click(u"scenario_pair"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        click(u"step0"_s);
        QCOMPARE(models.steps.current(), Step::Start);
        QCOMPARE(models.start.practice(), u"pair"_s);
        click(u"endPracticeButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models.start.practice().isEmpty(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(models.find.sparks().empty(), kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QVERIFY(!models.find.practice());
    }

    void typedName_isRememberedAsAClusterOfBefore()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().start.ready(), kPatienceMs);
        type(u"addEdit"_s, u"127.0.0.1:9"_s); // nobody listens there, and nothing connects
        click(u"addButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->models().steps.current(), Step::Find, kPatienceMs);
        QCOMPARE(m_window->models().find.memberCount(), 1);
        click(u"step0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->models().start.recent().size(), std::size_t(1), kPatienceMs);
        // Opened anew, the first page comes first, and the cluster is one click away.
        openWindow();
        auto &models = m_window->models();
        QTRY_COMPARE_WITH_TIMEOUT(models.start.recent().size(), std::size_t(1), kPatienceMs);
        QCOMPARE(models.steps.current(), Step::Start);
        QCOMPARE(models.find.memberCount(), 0);
        click(u"recent_default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QCOMPARE(models.find.memberCount(), 1);
        // A new one does not touch it.
        click(u"step0"_s);
        click(u"primaryButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QCOMPARE(models.find.memberCount(), 0);
    }

    void interruptedChange_comesBeforeTheFirstPage()
    {
        m_window.reset();
        {
            workplace::Workplace place(m_folder->path());
            const engine::Environment environment = place.environment();
            engine::Cluster cluster;
            for (const char *name : {"spark-a", "spark-b"}) {
                cluster.members.emplace_back();
                cluster.members.back().name = QString::fromLatin1(name);
                cluster.members.back().endpoint.host = u"127.0.0.1"_s;
                cluster.members.back().endpoint.port =
                    static_cast<quint16>(cluster.members.size()); // nobody listens there
                cluster.members.back().user = u"ann"_s;
            }
            QVERIFY(environment.clusters->save(cluster).result().ok());
            engine::JournalEntry entry;
            entry.clusterName = cluster.name;
            entry.transactionId = u"0123456789abcdef0123456789abcdef"_s;
            entry.step = u"commit"_s;
            entry.when = QDateTime::currentDateTimeUtc();
            QVERIFY(environment.journal->append(entry).result().ok());
        }
        openWindow();
        auto &models = m_window->models();
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Interrupted, kPatienceMs);
        picture("interrupted");
        QVERIFY(!models.interrupted.primaryAction().enabled); // nothing is preselected
        click(u"finishCard"_s);
        QVERIFY(models.interrupted.primaryAction().enabled);
        click(u"primaryButton"_s); // which needs the Sparks
        QCOMPARE(models.steps.current(), Step::SignIn);
        QTRY_VERIFY_WITH_TIMEOUT(!models.signIn.busy(), kPatienceMs);
        QVERIFY(!models.signIn.allReady());
        QVERIFY2(models.interrupted.interrupted(), "it waits");
        QVERIFY(!models.find.primaryAction().enabled);
        click(u"step0"_s);
        QVERIFY(models.start.recent().front().interrupted);
    }

    // Without any set-up: the counters of every Spark are enough.
    void live_showsTrafficOfVirtualSparks_onTheRightCableLaneAndDirection()
    {
        openWindow(1); // rates are those of the Sparks' own time
        auto &models = m_window->models();
        QVERIFY(!visible(u"step9"_s));
        models.start.showGroup(viewmodels::ScenarioGroup::Healthy);
        click(u"scenario_pair-ready"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(models.find.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models.signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"step9"_s);
        QCOMPARE(models.steps.current(), Step::Live);
        using viewmodels::LiveViewModel;
        LiveViewModel &live = models.live;
        QTRY_COMPARE_WITH_TIMEOUT(live.state(), LiveViewModel::State::Streaming, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(live.cables().size(), std::size_t(1), kPatienceMs);
        const auto started = m_window->simulator()->startTraffic(u"rdma"_s, {u"spark-a"_s, u"spark-b"_s}, 60);
        QTRY_VERIFY_WITH_TIMEOUT(started.isFinished(), kPatienceMs);
        QVERIFY(started.result().ok());
        const auto carries = [&](std::size_t way) {
            const viewmodels::LiveWayShown &shown = live.cables().front().ways[way];
            return shown.now.value_or(-1) > 100 && shown.lanes[0].now.value_or(-1) > 50
                && shown.lanes[1].now.value_or(-1) > 50;
        };
        const std::size_t there = live.cables().front().ways[0].from == u"spark-a"_s ? 0 : 1;
        QTRY_VERIFY_WITH_TIMEOUT(carries(there), kPatienceMs);
        QVERIFY2(live.cables().front().ways[1 - there].now.value_or(-1) < 20, "acknowledgements only");
        QTRY_VERIFY_WITH_TIMEOUT(live.cables().front().rdmaShare.value_or(0) > 0.95, kPatienceMs);
        QVERIFY(!live.cables().front().ways[there].share.value_or(2) || *live.cables().front().ways[there].share <= 1);
        picture("live");
        // Elsewhere in the window the streams end, and come back with the page.
        click(u"step1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!live.pulling(), kPatienceMs);
        click(u"step9"_s);
        QTRY_VERIFY_WITH_TIMEOUT(live.pulling() && carries(there), kPatienceMs);
    }

    void windowClosedWhileSparksRun_leavesNothingBehind()
    {
        auto &models = m_window->models();
        click(u"scenario_pair"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.steps.current(), Step::Find, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(models.find.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        m_window.reset(); // in the middle of signing in
        const QStringList left = QDir(QDir::tempPath()).entryList({u"sparkloom-virtual-*"_s}, QDir::Dirs);
        for (const QString &folder : left) // folders of other runs are not ours to judge
            QVERIFY(!QFile::exists(QDir::tempPath() + u'/' + folder + u"/clusters/practice-pair.lock"_s));
    }

private:
    // The window, on the folder that it may have used before.
    void openWindow(double speed = 20, const QString &scenario = {})
    {
        m_window.reset();
        gui::StartOptions options;
        options.folder = m_folder->path();
        options.simulatorSpeed = speed;
        options.virtualScenario = scenario;
        m_window = std::make_unique<gui::MainWindow>(options);
        takeWindow(m_window.get());
        readWindow(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_window->start();
        waitForPage();
        m_clicks = 0;
    }

    // Signs in to the Sparks of a scenario that is set up, and opens the page.
    void goToTests(const QString &scenario)
    {
        openWindow(20, scenario);
        auto &shown = m_window->models();
        QTRY_VERIFY_WITH_TIMEOUT(shown.find.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(shown.signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"step%1"_s.arg(static_cast<int>(Step::Tests)));
        QCOMPARE(shown.steps.current(), Step::Tests);
        QCOMPARE(shown.tests.state(), TestsViewModel::State::Choosing);
    }

    void type(const QString &name, const QString &text)
    {
        auto *edit = comes<QLineEdit>(name);
        QVERIFY2(edit, qPrintable(name));
        QTest::keyClicks(edit, text);
    }

    void dragCableToWantedSocket()
    {
        auto *map = comes<widgets::FabricMap>(u"map"_s);
        QVERIFY(map);
        const auto &cable = m_window->models().cable.picture().cables.front();
        const QPoint from = map->trayPosition();
        const QPoint to = map->viewportPosition(cable.a);
        QTest::mousePress(map->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map->viewport(), (from + to) / 2);
        QTest::mouseMove(map->viewport(), to);
        QTest::mouseRelease(map->viewport(), Qt::LeftButton, {}, to);
        ++m_clicks;
    }

    QString signInState() const
    {
        QStringList lines;
        for (const auto &row : m_window->models().signIn.rows())
            lines << row.name + u": "_s + row.stateText + u' ' + row.error.seen;
        return lines.join(u'\n');
    }

    QString proofState() const
    {
        QStringList lines = {m_window->models().prove.headline(), m_window->models().prove.tally()};
        for (const auto &line : m_window->models().prove.lines())
            lines << line.text;
        return lines.join(u'\n');
    }

    void picture(const char *name)
    {
        if (pictureFolder.isEmpty())
            return;
        QCoreApplication::processEvents();
        QVERIFY(QDir().mkpath(pictureFolder));
        QVERIFY(m_window->grab().save(u"%1/window-%2.png"_s.arg(pictureFolder, QString::fromLatin1(name))));
    }

    engine::text::Language m_language;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::MainWindow> m_window;
};

int main(int argc, char **argv)
{
    widgets::WatchedApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QStringList arguments = app.arguments();
    if (arguments.size() > 1 && arguments[1].contains(u'/'))
        pictureFolder = arguments.takeAt(1);
    TestWindow test;
    const int failed = QTest::qExec(&test, arguments);
    return failed + runWindowsTests(arguments);
}

#include "tst_window.moc"
