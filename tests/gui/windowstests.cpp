// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowstests.h"

#include "gui/windows.h"
#include "viewmodels/faultwords.h"
#include "widgets/common/theme.h"
#include "widgets/pages/page.h"
#include "widgets/shell/setupview.h"
#include "widgets/shell/steprail.h"

#include "hands.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using Appearance = viewmodels::SettingsViewModel::Appearance;
using viewmodels::SidePage;
using viewmodels::Step;

namespace {

constexpr int kPatienceMs = 40000; // of one step; nothing is asserted about time

// Programs that this one has started and that still run.
QStringList childrenOfThisProgram()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid()));
    if (!file.open(QIODevice::ReadOnly))
        return {u"unknown"_s};
    return QString::fromLatin1(file.readAll()).split(u' ', Qt::SkipEmptyParts);
}

// Threads that a session has made: those of a Spark or of what is written. Qt's own pool and bus stay for the next one.
int threadsOfSessions()
{
    int count = 0;
    for (const QString &id : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(u"/proc/self/task/%1/comm"_s.arg(id));
        const QByteArray found = name.open(QIODevice::ReadOnly) ? name.readAll().trimmed() : QByteArray();
        count += found == "ssh-host" || found == "store-io";
    }
    return count;
}

class FakeDesktop : public engine::DesktopSettings {
public:
    void look() override {}
    bool lessMotion() const override { return m_less; }
    void say(bool less)
    {
        m_less = less;
        Q_EMIT changed();
    }

private:
    bool m_less = false;
};

} // namespace

class TestWindows : public QObject, private Hands {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QString::fromLocal8Bit(qgetenv("SPARKLOOM_BIN_DIR")) + u"/sparkloom-sim"_s))
            QSKIP("sparkloom-sim is not part of this build");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        m_windows.reset();
        if (m_preferences)
            m_preferences->begin(u"en"_s);
        m_preferences.reset();
        m_folder.reset();
    }

    void language_isSwitchedMidway()
    {
        auto &models = m_window->models();
        practise(u"ring"_s);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models.signIn.allReady(), kPatienceMs);
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Topology);
        QTRY_VERIFY_WITH_TIMEOUT(
            !models.topology.cards().empty() && models.topology.cards().front().cabled, kPatienceMs);
        const QString before = shownTexts();
        chooseLanguage(u"de"_s);
        QCOMPARE(models.steps.current(), Step::Topology);
        QCOMPARE(models.topology.chosen(), std::optional(domain::Topology::Ring)); // nothing is lost
        for (const Step step : {Step::Topology, Step::Cable, Step::Find}) {
            models.steps.go(step);
            const QString german = shownTexts();
            QVERIFY2(german != before, qPrintable(german));
            QVERIFY2(german.contains(u"Anmelden"_s) && german.contains(u"Zurück"_s), qPrintable(german));
            QVERIFY2(!german.contains(u"Sign in"_s) && !german.contains(u"Back"_s), qPrintable(german));
        }
        models.steps.go(Step::Cable);
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
        const QString inGerman = shownTexts();
        QVERIFY2(inGerman.contains(u"Alle Kabel"_s), qPrintable(inGerman));
        chooseLanguage(u"en"_s);
        QVERIFY2(shownTexts().contains(u"All cables are in place."_s), qPrintable(shownTexts()));
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models.review.primaryAction().enabled, kPatienceMs);
        // Plurals go with the language, too.
        QVERIFY2(models.review.headline().contains(u"3 Sparks"_s), qPrintable(models.review.headline()));
    }

    void pseudoLocale_mirrorsTheWindowButNotTheBoxes()
    {
        practise(u"pair"_s);
        auto *rail = m_window->findChild<widgets::StepRail *>();
        QVERIFY(rail && rail->mapTo(m_window, QPoint()).x() == 0);
        m_preferences->begin(QString::fromUtf16(engine::text::Language::kPseudo));
        QTRY_COMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QTRY_VERIFY(rail->mapTo(m_window, QPoint()).x() > m_window->width() / 2);
        QTRY_VERIFY(shownTexts().contains(QChar(0x200F)));
        // Left and right of the map are those of the hardware.
        for (const char *map : {"map"})
            for (auto *widget : m_window->findChildren<QWidget *>(QString::fromLatin1(map)))
                QCOMPARE(widget->layoutDirection(), Qt::LeftToRight);
        m_preferences->begin(u"en"_s);
        QTRY_COMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
        QTRY_VERIFY(rail->mapTo(m_window, QPoint()).x() == 0);
    }

    void settings_areKeptAndHoldInAllWindows()
    {
        auto *second = openAnother();
        QVERIFY(second && m_windows->all().size() == 2);
        auto values = m_preferences->values();
        values.appearance = Appearance::Dark;
        values.calm = true;
        values.sameSudo = true;
        m_window->models().settings.choose(values);
        QCOMPARE(second->models().settings.values(), values);
        for (const auto &window : m_windows->all())
            QVERIFY(widgets::Theme::of(window->palette()).dark);
        QVERIFY(!widgets::wantsMotion(m_window));
        QVERIFY(m_window->models().sudo.sameSuggested());
        values.appearance = Appearance::Light;
        second->models().settings.choose(values);
        QVERIFY(!widgets::Theme::of(m_window->palette()).dark);
        m_windows.reset();
        m_preferences = std::make_unique<gui::Preferences>(m_folder->path());
        QCOMPARE(m_preferences->values(), values);
        values = {};
        m_preferences->keep(values); // motion again
    }

    // The desktop may ask for less motion, at any time; the person's own choice is kept apart from it.
    void desktop_mayAskForLessMotion()
    {
        FakeDesktop desktop;
        m_preferences->follow(desktop);
        QVERIFY(widgets::wantsMotion(m_window));
        desktop.say(true);
        QVERIFY(!widgets::wantsMotion(m_window));
        click(u"side2"_s);
        QTRY_VERIFY(visible(u"calmHint"_s));
        QVERIFY(!m_preferences->values().calm);
        auto *second = openAnother();
        QVERIFY(!second->models().settings.calmHint().isEmpty());
        desktop.say(false);
        QVERIFY(widgets::wantsMotion(m_window));
        QTRY_VERIFY(!visible(u"calmHint"_s));
        auto values = m_preferences->values();
        values.calm = true;
        m_preferences->keep(values);
        desktop.say(true);
        desktop.say(false);
        QVERIFY2(!widgets::wantsMotion(m_window), "the person wants none");
        m_preferences->keep({});
    }

    void shape_isKept()
    {
        m_window->resize(1300, 760);
        const auto splitter = [this] {
            const auto *page = m_window->findChild<widgets::SetupView *>()->page(Step::Review);
            return page->findChild<QSplitter *>(u"changesView"_s);
        };
        QVERIFY(splitter());
        splitter()->setSizes({300, 200});
        const QByteArray divided = splitter()->saveState();
        m_preferences->keepPage(u"default"_s, Step::Cable);
        m_windows.reset();
        start();
        QCOMPARE(m_window->size(), QSize(1300, 760));
        QCOMPARE(splitter()->saveState(), divided);
        QCOMPARE(m_preferences->pageOf(u"default"_s), std::optional(Step::Cable));
        QVERIFY(!m_preferences->pageOf(u"other"_s));
    }

    void sameCluster_isOpenInOneWindowOnly()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().start.ready(), kPatienceMs);
        m_window->models().start.add(u"127.0.0.1:9"_s); // nobody listens there, and nothing connects
        QTRY_COMPARE_WITH_TIMEOUT(m_window->openCluster(), u"default"_s, kPatienceMs);
        auto *second = openAnother();
        QVERIFY(second != m_window);
        QTRY_VERIFY_WITH_TIMEOUT(second->models().start.ready(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(second->models().start.recent().size(), std::size_t(1), kPatienceMs);
        // Chosen there: the window that has it comes to the front, and the second one opens nothing.
        second->models().start.open(u"default"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(second->models().start.ready(), kPatienceMs);
        QVERIFY(second->openCluster().isEmpty());
        gui::StartOptions options;
        options.folder = m_folder->path();
        options.cluster = u"default"_s;
        QCOMPARE(m_windows->open(options), m_window);
        QCOMPARE(m_windows->all().size(), std::size_t(2));
        // Another one gets the second window.
        second->models().start.add(u"127.0.0.2:9"_s);
        QTRY_COMPARE_WITH_TIMEOUT(second->openCluster(), u"cluster-2"_s, kPatienceMs);
        second->close();
        QTRY_COMPARE(m_windows->all().size(), std::size_t(1));
    }

    void cluster_isForgotten()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().start.ready(), kPatienceMs);
        m_window->models().start.add(u"127.0.0.1:9"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->openCluster(), u"default"_s, kPatienceMs);
        m_window->models().steps.go(Step::Start); // closes it
        QTRY_COMPARE_WITH_TIMEOUT(m_window->models().start.recent().size(), std::size_t(1), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().start.ready(), kPatienceMs);
        click(u"side2"_s);
        QCOMPARE(m_window->models().side.current(), std::optional(SidePage::Settings));
        const auto closed = [this] {
            const auto known = m_window->models().settings.remembered();
            return known.size() == 1 && known.front().reason.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(closed(), kPatienceMs); // what is open cannot be forgotten
        click(u"forget_default"_s);
        QCOMPARE(m_window->models().start.recent().size(), std::size_t(1)); // asked once more
        click(u"forgetNow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().start.recent().empty(), kPatienceMs);
        QVERIFY(m_window->models().settings.remembered().empty());
    }

    void sidePages_byKeyboard()
    {
        auto &side = m_window->models().side;
        QTest::keyClick(m_window, Qt::Key_F1);
        QCOMPARE(side.current(), std::optional(SidePage::Help));
        QTRY_VERIFY(visible(u"helpText"_s) && visible(u"helpText"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!side.current());
        for (const QString &link : {u"side0"_s, u"side1"_s, u"side2"_s, u"side3"_s}) {
            auto *button = visible<QAbstractButton>(link);
            QVERIFY2(button, qPrintable(link));
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            QVERIFY(side.current().has_value());
            click(u"primaryButton"_s); // Done
            QVERIFY(!side.current());
        }
    }

    // What a person lets go wrong is wrong in the simulator, and can be taken away again; by keyboard.
    void faults_comeAndGoByHand()
    {
        const QString link = u"side%1"_s.arg(
            std::distance(viewmodels::kSidePages.begin(), std::ranges::find(viewmodels::kSidePages, SidePage::Faults)));
        QVERIFY(!visible(link)); // real Sparks have enough of their own
        m_window->models().start.showGroup(viewmodels::ScenarioGroup::Healthy);
        practise(u"pair-ready"_s);
        click(link);
        const viewmodels::PracticeViewModel &practice = m_window->models().practice;
        QTRY_VERIFY_WITH_TIMEOUT(!practice.faults().empty(), kPatienceMs);
        QVERIFY(practice.troubles().empty() && visible(u"nothingWrong"_s));
        auto *list = comes<QListWidget>(u"faultList"_s);
        QVERIFY(list && list->hasFocus());
        QCOMPARE(static_cast<std::size_t>(list->count()), practice.faults().size());
        while (practice.fault() != u"F-08"_s && list->currentRow() + 1 < list->count())
            QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(practice.fault(), u"F-08"_s);
        QCOMPARE(practice.place(), u"cable:spark-a:0"_s);
        QTest::keyClick(list, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"faultPlaces"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"putFault"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(practice.troubles().size(), std::size_t(1), kPatienceMs);
        QVERIFY(!practice.putAction().enabled && !practice.putAction().reason.isEmpty());
        const auto twice = m_window->simulator()->setFault(u"bad-cable"_s, u"cable:spark-a:0"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(twice.isFinished(), kPatienceMs);
        QVERIFY2(!twice.result().ok(), "the simulator has it");
        click(u"slowCable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(practice.troubles().size(), std::size_t(2), kPatienceMs);
        QVERIFY2(practice.troubles().back().text.contains(u"25 Gb/s"_s), qPrintable(practice.troubles().back().text));
        // What others do is seen here, too.
        const auto others = m_window->simulator()->setFault(u"F-24"_s, u"spark-b"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(practice.troubles().size(), std::size_t(3), kPatienceMs);
        auto *take = visible<QAbstractButton>(u"takeFault_F-08_cable:spark-a:0"_s);
        QVERIFY(take);
        take->setFocus();
        QTest::keyClick(take, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(practice.troubles().size(), std::size_t(2), kPatienceMs);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"takeFault_F-24_spark-b"_s); // the next one
        click(u"takeAllFaults"_s);
        QTRY_VERIFY_WITH_TIMEOUT(practice.troubles().empty(), kPatienceMs);
        QTRY_VERIFY(visible(u"nothingWrong"_s));
        QVERIFY2(practice.problem().isEmpty(), qPrintable(practice.problem()));
        click(u"primaryButton"_s); // Done
        QVERIFY(!m_window->models().side.current());
        click(link);
        m_window->models().start.endPractice();
        QTRY_VERIFY_WITH_TIMEOUT(!visible(link) && !m_window->models().side.current(), kPatienceMs);
    }

    // Each fault that the simulator can make has a sentence of its own in the window.
    void faults_haveTheirSentences()
    {
        practise(u"pair"_s);
        m_window->models().side.open(SidePage::Faults);
        const viewmodels::PracticeViewModel &practice = m_window->models().practice;
        QTRY_VERIFY_WITH_TIMEOUT(practice.faults().size() >= 29, kPatienceMs);
        for (const auto &fault : practice.faults())
            QVERIFY2(!viewmodels::FaultWords::sentence({fault.key, {}, {}, {}}).isEmpty(), qPrintable(fault.text));
    }

    void windowClosedInAnyState_leavesNothingRunning_data()
    {
        QTest::addColumn<Step>("until");
        QTest::addColumn<bool>("busy");
        for (const Step step :
            {Step::Start, Step::Find, Step::SignIn, Step::Topology, Step::Cable, Step::Review, Step::Apply})
            QTest::addRow("%d", static_cast<int>(step)) << step << false;
        QTest::newRow("proving") << Step::Prove << true;
        QTest::newRow("testing") << Step::Tests << true;
        QTest::newRow("leaving") << Step::Find << true;
    }

    // Neither threads nor programs here. busy: at something with a pair that is set up; with the simulator these Sparks
    // end, too. What is left on Sparks that live on is a story of its own (closingstories).
    void windowClosedInAnyState_leavesNothingRunning()
    {
        QFETCH(Step, until);
        QFETCH(bool, busy);
        auto &models = m_window->models();
        if (until == Step::Start) {
            click(u"scenario_pair"_s); // and closed while they start
        } else {
            if (busy)
                models.start.showGroup(viewmodels::ScenarioGroup::Healthy);
            practise(busy ? u"pair-ready"_s : u"pair"_s);
            if (until != Step::Find || busy)
                click(u"primaryButton"_s);
            busy ? openSetUp(until) : goOnTo(until);
        }
        QVERIFY2(until <= Step::Find || threadsOfSessions() > 0, "they are found where there are some");
        m_windows.reset();
        QTRY_VERIFY2_WITH_TIMEOUT(
            childrenOfThisProgram().isEmpty(), qPrintable(childrenOfThisProgram().join(u' ')), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(threadsOfSessions(), 0, kPatienceMs);
    }

private:
    // The way of a set-up, from signing in on.
    void goOnTo(Step until)
    {
        auto &models = m_window->models();
        if (until <= Step::SignIn)
            return;
        QTRY_VERIFY_WITH_TIMEOUT(models.signIn.allReady(), kPatienceMs);
        click(u"primaryButton"_s);
        if (until == Step::Topology)
            return;
        click(u"primaryButton"_s);
        QCOMPARE(models.steps.current(), Step::Cable);
        if (until == Step::Cable)
            return;
        QTRY_VERIFY_WITH_TIMEOUT(models.cable.complete(), kPatienceMs);
        click(u"primaryButton"_s);
        if (until == Step::Review)
            return;
        QTRY_VERIFY_WITH_TIMEOUT(models.review.primaryAction().enabled, kPatienceMs);
        click(u"primaryButton"_s);
        QVERIFY(models.apply.running());
    }

    // A pair that is set up, taken over; then what is done with one.
    void openSetUp(Step until)
    {
        auto &models = m_window->models();
        QTRY_VERIFY_WITH_TIMEOUT(models.signIn.allReady(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(
            models.adopt.state(), viewmodels::AdoptViewModel::State::Offered, kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models.adopt.state(), viewmodels::AdoptViewModel::State::Done, kPatienceMs);
        if (until == Step::Find) {
            models.leave.ask({u"spark-b"_s, {u"spark-a"_s}, false, true, true});
            models.leave.choose(viewmodels::LeaveViewModel::Way::Clean);
            models.leave.proceed();
            QTRY_VERIFY_WITH_TIMEOUT(
                models.steps.current() == Step::Review && models.review.primaryAction().enabled, kPatienceMs);
            click(u"primaryButton"_s);
            QVERIFY(models.apply.running());
            return;
        }
        models.steps.go(until);
        QCOMPARE(models.steps.current(), until);
        if (until == Step::Prove) {
            QVERIFY(models.prove.verifying());
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(models.tests.primaryAction().enabled, kPatienceMs);
            click(u"primaryButton"_s);
            QTRY_VERIFY_WITH_TIMEOUT(
                models.tests.state() == viewmodels::TestsViewModel::State::Running, kPatienceMs);
        }
    }

    void start()
    {
        m_preferences = std::make_unique<gui::Preferences>(m_folder->path());
        m_preferences->begin(u"en"_s);
        gui::StartOptions options;
        options.folder = m_folder->path();
        options.simulatorSpeed = 20;
        m_windows = std::make_unique<gui::Windows>(*m_preferences, options);
        m_window = m_windows->open(options);
        takeWindow(m_window);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        waitForPage();
        m_window->activateWindow();
    }

    gui::MainWindow *openAnother()
    {
        QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier);
        return m_windows->all().back().get();
    }

    void practise(const QString &scenario)
    {
        click(u"scenario_"_s + scenario);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->models().steps.current(), Step::Find, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->models().find.primaryAction().enabled, kPatienceMs);
    }

    // As a person does: the page Settings, the box, and back.
    void chooseLanguage(const QString &code)
    {
        click(u"side2"_s);
        auto *combo = comes<QComboBox>(u"languageCombo"_s);
        QVERIFY(combo && combo->findData(code) >= 0);
        combo->setCurrentIndex(combo->findData(code));
        Q_EMIT combo->activated(combo->currentIndex());
        QTRY_COMPARE(m_preferences->values().language, code);
        QTest::qWait(0); // the windows are told by posted events
        click(u"primaryButton"_s);
    }

    QString shownTexts() const
    {
        QStringList texts;
        for (auto *label : m_window->findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        for (auto *button : m_window->findChildren<QAbstractButton *>())
            if (button->isVisible())
                texts << button->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Preferences> m_preferences;
    std::unique_ptr<gui::Windows> m_windows;
    gui::MainWindow *m_window = nullptr;
};

int runWindowsTests(const QStringList &arguments)
{
    TestWindows test;
    return QTest::qExec(&test, arguments);
}

#include "windowstests.moc"
