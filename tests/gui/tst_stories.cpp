// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong while a person sets up Sparks, in the real window on virtual Sparks: a plug in the wrong socket, a
// pulled plug, a wrong password, another key, sudo refused, cancelled, a Spark gone, the application killed. And every
// scenario from its card to the proof. A small part runs every time, all of it in the full tier.
#include "closingstories.h"
#include "driftstories.h"
#include "membershipstories.h"
#include "storyroom.h"

#include "widgets/common/watchedapplication.h"
#include "widgets/fabric/fabricmap.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>

#include <csignal>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::CableState;
using viewmodels::Step;

namespace {

constexpr int kMidApply = 12;  // pieces of traffic with one Spark into an apply: its transaction has begun
constexpr int kMostMoves = 40; // plugs that one scenario may need
constexpr const char *kChild = "SPARKLOOM_STORY_CHILD";

} // namespace

class TestStories : public QObject, private StoryRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enter(); }

    void cleanup() { end(); }

    void wrongPlug_isNamedAndMoved()
    {
        practise(u"ring-wrong-plug"_s);
        goToCable();
        const auto misplaced = [this] {
            const auto &cables = models().cable.picture().cables;
            return std::any_of(
                cables.begin(), cables.end(), [](const auto &c) { return c.state == CableState::Wrong; });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(misplaced(), qPrintable(models().cable.headline()), kPatienceMs);
        QVERIFY(!models().cable.primaryAction().enabled);
        QVERIFY(!models().cable.primaryAction().reason.isEmpty());
        QVERIFY2(models().cable.headline().contains(u"spark-"_s), qPrintable(models().cable.headline()));
        QVERIFY2(cableAsAsked(), qPrintable(cabling()));
    }

    void pulledPlug_isSeenAndPluggedAgain()
    {
        practise(u"pair"_s);
        goToCable();
        QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete(), kPatienceMs);
        auto *map = comes<widgets::FabricMap>(u"map"_s);
        map->setCurrent(widgets::MapElement{0, {}});
        QTest::keyClick(map, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!models().cable.complete(), kPatienceMs);
        QVERIFY(!models().cable.primaryAction().enabled);
        QVERIFY2(cableAsAsked(), qPrintable(models().cable.headline()));
        // Nothing that was done before is lost.
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Review);
    }

    // Pulled while the plan is read: said, until it is back in its place. Moved: planned again, with what was chosen.
    void movedPlug_whileThePlanIsRead_isToldAndPlannedAgain()
    {
        using domain::CageIndex;
        practise(u"pair"_s);
        goToReview();
        const viewmodels::ReviewViewModel &review = models().review;
        const engine::VirtualSocket a{u"spark-a"_s, CageIndex::Zero}, b{u"spark-b"_s, CageIndex::Zero};
        const auto stale = [&] { return !review.staleness().seen.isEmpty(); };
        const QString apply = review.primaryAction().text;
        m_window->simulator()->unplug(b);
        QTRY_VERIFY_WITH_TIMEOUT(stale(), kPatienceMs);
        QVERIFY2(review.staleness().seen.contains(u"spark-b"_s), qPrintable(review.staleness().seen));
        QTRY_VERIFY(visible(u"staleNotice"_s) && buttonWithText(u"Plan again"_s) && !buttonWithText(apply));
        m_window->simulator()->plug(a, b);
        QTRY_VERIFY_WITH_TIMEOUT(!stale(), kPatienceMs);
        QTRY_VERIFY(!visible(u"staleNotice"_s) && buttonWithText(apply));

        viewmodels::AddressesViewModel &addresses = models().review.addresses();
        const auto ofA = [&] {
            const auto rows = addresses.rows();
            return *std::find_if(rows.begin(), rows.end(), [](const auto &row) { return row.spark == u"spark-a"_s; });
        };
        addresses.editAddress(ofA().half, u"10.42.7.5"_s);
        addresses.commit();
        QTRY_VERIFY_WITH_TIMEOUT(review.primaryAction().enabled && !review.planning(), kPatienceMs);
        m_window->simulator()->unplug(b);
        QTRY_VERIFY_WITH_TIMEOUT(stale(), kPatienceMs);
        m_window->simulator()->plug(a, {u"spark-b"_s, CageIndex::One});
        QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete(), kPatienceMs);
        QVERIFY(stale());
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!review.planning() && !stale() && review.primaryAction().enabled,
            qPrintable(review.headline() + review.problem().seen), kPatienceMs);
        QCOMPARE(review.primaryAction().text, apply);
        QCOMPARE(ofA().text, u"10.42.7.5"_s);
        const auto &ends = review.plan()->addresses.lanes.front().ends;
        QVERIFY(std::any_of(
            ends.begin(), ends.end(), [](const auto &end) { return end.half.half.cage == CageIndex::One; }));
    }

    void wrongPassword_isAskedForAgain_besideItsSpark()
    {
        begin();
        signIn(u"not the password"_s);
        const auto asking = [this] {
            const auto rows = models().signIn.rows();
            return std::count_if(rows.begin(), rows.end(),
                [](const auto &row) { return row.asksCredentials && !row.problem.isEmpty(); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(asking(), std::ptrdiff_t(2), kPatienceMs); // each is told why, side by side
        const QString why = models().signIn.rows().front().problem;
        QVERIFY2(why.startsWith(u"The user name or the password was not accepted."_s), qPrintable(why));
        QVERIFY(!models().signIn.allReady());
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"rowPassword"_s);
        for (std::ptrdiff_t left = 1; left >= 0; --left) { // who is answered goes on, whoever still waits
            const QPointer<QLineEdit> edit = visible<QLineEdit>(u"rowPassword"_s);
            QVERIFY(edit);
            QTest::keyClicks(edit, password());
            QTest::keyClick(edit, Qt::Key_Return);
            QTRY_VERIFY2_WITH_TIMEOUT(readyCount() == 2 - left, qPrintable(signInState()), kPatienceMs);
            QCOMPARE(asking(), left);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
    }

    void otherKey_isAHardStop_untilTheSparkIsBack()
    {
        begin();
        signIn(password());
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        m_window.reset();
        m_proxyA.lead(m_portA, m_sparks[1].endpoint.port); // another machine answers at the address of spark-a
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 2, kPatienceMs);
        signIn(password());
        const auto changed = [this] {
            const auto rows = models().signIn.rows();
            return std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.keyChanged; });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(changed(), qPrintable(signInState()), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!models().signIn.busy(), kPatienceMs);
        QVERIFY(!models().signIn.allReady());
        QVERIFY(!models().steps.isOpen(Step::Cable));
        m_proxyA.lead(m_portA, m_sparks[0].endpoint.port);
        if (QAbstractButton *again = buttonWithText(u"Try again"_s))
            again->click();
        else
            click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
    }

    // Asked for the first time when the settings that are there now are read.
    void sudoRefused_saysWhatItWasFor_andChangesNothing()
    {
        begin();
        signIn(password());
        goToCable();
        QTRY_VERIFY_WITH_TIMEOUT(models().cable.complete(), kPatienceMs);
        useSudo(Sudo::Refuse);
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Review);
        const auto decided = [this] {
            return models().review.primaryAction().enabled || !models().review.problem().seen.isEmpty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(decided(), qPrintable(models().review.headline()), kPatienceMs);
        if (models().review.problem().seen.isEmpty()) { // a plan without them is possible; root is needed to apply it
            startApply();
            QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
            QVERIFY(!models().apply.succeeded() && !models().apply.halfApplied());
            QVERIFY2(!models().apply.problem().seen.isEmpty(), qPrintable(models().apply.headline()));
        } else { // answered after all, it goes on from where it is
            useSudo(Sudo::Answer);
            click(u"primaryButton"_s);
            QTRY_VERIFY2_WITH_TIMEOUT(models().review.problem().seen.isEmpty() && models().review.plan(),
                qPrintable(models().review.problem().seen), kPatienceMs);
            QVERIFY(models().review.primaryAction().enabled);
        }
        everythingIsStillToBeDone();
    }

    void cancel_whileItIsApplied_takesEverythingBack()
    {
        const QStringList planned = planAPair();
        startApply();
        m_proxyA.arm(kMidApply, test::CutProxies::Fault::None, [this] {
            QMetaObject::invokeMethod(
                this, [this] { click(u"cancelButton"_s); }, Qt::QueuedConnection);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY2(m_proxyA.hasCut(), qPrintable(QString::number(m_proxyA.pieces())));
        QVERIFY2(!models().apply.succeeded(), qPrintable(models().apply.headline()));
        QVERIFY2(!models().apply.halfApplied(), qPrintable(models().apply.headline()));
        everythingIsStillToBeDone(planned);
    }

    void sparkGone_whileItIsApplied_goesBackByItself()
    {
        const QStringList planned = planAPair();
        startApply();
        m_proxyB.arm(kMidApply, test::CutProxies::Fault::Network); // as a restart of it looks from here
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY2(m_proxyB.hasCut(), qPrintable(QString::number(m_proxyB.pieces())));
        QVERIFY(!models().apply.succeeded());
        QVERIFY2(!models().apply.problem().seen.isEmpty(), qPrintable(models().apply.headline()));
        m_proxyB.mend();
        // The way on leads back to the plan, over signing in again where it is needed.
        click(u"primaryButton"_s);
        QVERIFY(models().steps.current() == Step::SignIn || models().steps.current() == Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(models().steps.current() == Step::Review, qPrintable(signInState()), kPatienceMs);
        everythingIsStillToBeDone(planned);
    }

    // Between them it is opened once more, and closed without an answer: nothing stays on the Sparks then.
    void killed_andOpenedAgain_finishesWhatWasBegun()
    {
        begin();
        signIn(password());
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        m_window.reset();
        // Another process of this program sets the pair up, until this one kills it between commit and its end.
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kChild), folder());
        environment.insert(QString::fromLatin1(kChild) + u"_USER"_s, m_sparks[0].user);
        environment.insert(QString::fromLatin1(kChild) + u"_PASSWORD"_s, password());
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"child_setsUpUntilItIsKilled"_s});
        QVERIFY(child.waitForStarted());
        killOnceCommitting(child);
        QTRY_VERIFY_WITH_TIMEOUT(child.state() == QProcess::NotRunning, kPatienceMs);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(isCommitting());

        openWindow({});
        QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Interrupted, kPatienceMs);
        m_window.reset();
        QTRY_COMPARE_WITH_TIMEOUT(signedIn(), 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(timers(), QStringList(), kPatienceMs);
        QVERIFY(isCommitting());

        openWindow({});
        QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Interrupted, kPatienceMs);
        QVERIFY(!models().interrupted.primaryAction().enabled);
        click(u"finishCard"_s);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            models().steps.current() == Step::SignIn || models().steps.current() == Step::Apply, kPatienceMs);
        if (models().steps.current() == Step::SignIn && !models().signIn.busy() && !models().signIn.allReady())
            click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(),
            qPrintable(signInState()), kPatienceMs);
        QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.headline() + models().apply.problem().seen));
        QVERIFY(!isCommitting());
    }

    // Only as the child of the story above.
    void child_setsUpUntilItIsKilled()
    {
        if (!qEnvironmentVariableIsSet(kChild))
            return;
        takeUp(qEnvironmentVariable(kChild), qEnvironmentVariable("SPARKLOOM_STORY_CHILD_USER"),
            qEnvironmentVariable("SPARKLOOM_STORY_CHILD_PASSWORD"));
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 2, kPatienceMs);
        click(u"primaryButton"_s);
        if (!models().signIn.allReady())
            click(u"primaryButton"_s);
        goToReview();
        startApply();
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QFAIL("nobody killed it");
    }

    void everyScenario_data()
    {
        QTest::addColumn<QString>("scenario");
        for (const engine::ScenarioInfo &info : workplace::scenarios())
            QTest::newRow(qPrintable(info.name)) << info.name;
    }

    // From the card of a scenario to the proof: whatever is wrong with its cables and files can be put right on the way
    // (how fast it is afterwards is for the ladder to say).
    void everyScenario()
    {
        QFETCH(QString, scenario);
        const bool isClass = scenario == u"class-64"_s;
        m_patienceMs = isClass ? 8 * kPatienceMs : kPatienceMs;
        // Only the owner can tell what the cables to a storage are for.
        const bool isSplit = scenario == u"split-role"_s;
        practise(scenario);
        goToCable(isSplit ? std::optional(domain::Topology::SplitRole) : std::nullopt);
        QVERIFY2(cableAsAsked(), qPrintable(models().cable.headline()));
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!models().review.planning(), qPrintable(models().review.headline()), m_patienceMs);
        for (const QString &box : {u"busyBox"_s, u"takeOverBox"_s})
            if (auto *agree = visible<QCheckBox>(box); agree && !agree->isChecked())
                agree->click();
        QVERIFY2(models().review.primaryAction().enabled && models().review.problem().seen.isEmpty(),
            qPrintable(models().review.problem().seen));
        click(u"primaryButton"_s);
        if (models().steps.current() == Step::Apply) {
            QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), m_patienceMs);
            QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.problem().seen));
            click(u"primaryButton"_s);
        }
        QCOMPARE(models().steps.current(), Step::Prove);
        const auto isOver = [this] {
            const auto &prove = models().prove;
            return !prove.verifying() && (prove.hasReport() || !prove.problem().seen.isEmpty());
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isOver(), qPrintable(models().prove.headline()), m_patienceMs);
        // A link that drops now and then may do so in the middle of a proof; the page then offers another one.
        for (int again = 0; scenario == u"dying-cable"_s && again < 5 && !models().prove.passed(); ++again) {
            click(u"primaryButton"_s);
            QTRY_VERIFY2_WITH_TIMEOUT(isOver(), qPrintable(models().prove.headline()), m_patienceMs);
        }
        QVERIFY2(models().prove.hasReport(), qPrintable(models().prove.problem().seen));
        std::printf("%s: %s %s\n", qPrintable(scenario), qPrintable(models().prove.headline()),
            qPrintable(models().prove.problem().seen));
        QVERIFY2(models().prove.passed(), qPrintable(models().prove.tally()));
    }

    // Nothing runs any more: the first page does not say that one practises, and offers what it offers otherwise.
    void simulatorThatEnded_endsThePractice()
    {
        practise(u"pair"_s);
        const QString practising = models().start.headline();
        Q_EMIT m_window->simulator()->ended(base::failed(base::Message(base::MessageId("virtual.ended"))));
        QTRY_VERIFY_WITH_TIMEOUT(!models().start.problem().isEmpty(), kPatienceMs);
        QCOMPARE(models().steps.current(), Step::Start);
        QVERIFY(!m_window->simulator() && models().start.practice().isEmpty());
        QVERIFY2(models().start.headline() != practising, qPrintable(practising));
        QTRY_VERIFY(models().start.ready());
        QVERIFY(models().find.members().empty());
    }

    // Nobody can see that a cable leads to storage: taken for a pair, the proof fails, and the page says what to
    // choose.
    void storageTakenForAPair_isToldWhichFormToChoose()
    {
        practise(u"split-role"_s);
        goToCable();
        QVERIFY2(cableAsAsked(), qPrintable(models().cable.headline()));
        QCOMPARE(models().cable.goal(), std::optional(domain::Topology::PairTwoCables));
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled && !models().review.planning(),
            qPrintable(models().review.headline()), kPatienceMs);
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Apply);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY(!models().apply.succeeded());
        const engine::text::Explanation told = models().apply.problem();
        QVERIFY2(told.seen.contains(u"1500"_s) && !told.meaning.isEmpty(), qPrintable(told.seen));
        QVERIFY2(told.remedy.contains(u"storage"_s) && told.remedy.contains(u"Topology"_s), qPrintable(told.remedy));
    }

private:
    std::ptrdiff_t readyCount()
    {
        const auto rows = models().signIn.rows();
        return std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.progress == 100; });
    }
    static bool isWrong(const viewmodels::PictureCable &cable) { return cable.state == CableState::Wrong; }

    // Does what the page asks for until nothing is left to plug: pulls what is in a wrong place, plugs what waits.
    // False where that does not lead anywhere.
    bool cableAsAsked()
    {
        const viewmodels::CableViewModel &page = models().cable;
        auto *map = comes<widgets::FabricMap>(u"map"_s);
        const auto isIdle = [&] {
            const auto &picture = page.picture();
            return page.linkText() != u"plugging"_s
                && (page.complete() || picture.tray.cables > 0
                    || std::any_of(picture.cables.begin(), picture.cables.end(), isWrong));
        };
        for (int move = 0; map && move < kMostMoves; ++move) {
            if (!QTest::qWaitFor(isIdle, m_patienceMs / 2) || page.complete())
                break;
            const std::vector<viewmodels::PictureCable> before = page.picture().cables;
            const auto wrong = std::find_if(before.begin(), before.end(), isWrong);
            if (wrong != before.end()) {
                map->setCurrent(widgets::MapElement{static_cast<int>(wrong - before.begin()), {}});
                QTest::keyClick(map, Qt::Key_Delete);
            } else {
                QTest::keyClick(map, Qt::Key_P);
            }
            // Refused where a plug that is not known yet is in the way: it comes to be known.
            if (!QTest::qWaitFor([&] { return page.picture().cables != before; }, m_patienceMs / 2))
                break;
        }
        return page.complete();
    }

    QString cabling() const
    {
        return QStringList{models().cable.headline(), models().cable.summary(), models().cable.notes().join(u' ')}.join(
            u'\n');
    }

    // From signing in to the review: what is planned.
    QStringList planAPair()
    {
        begin();
        signIn(password());
        goToReview();
        return toBeDone();
    }

    // Nothing has stayed on any Spark: looked at anew, the same is to be done as was planned (where that is known).
    void everythingIsStillToBeDone(const QStringList &planned = {})
    {
        useSudo(Sudo::Answer);
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 2, kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models().signIn.primaryAction().enabled, kPatienceMs);
        if (!models().signIn.allReady())
            click(u"primaryButton"_s);
        goToReview();
        QCOMPARE(toBeDone().size(), 2);
        QVERIFY(models().review.plan()->changesSparks());
        if (!planned.isEmpty())
            QCOMPARE(toBeDone(), planned);
        QVERIFY(!models().interrupted.interrupted());
    }

    void killOnceCommitting(QProcess &child)
    {
        for (test::CutProxies *proxy : {&m_proxyA, &m_proxyB})
            proxy->arm(1, test::CutProxies::Fault::None, [this, &child] {
                if (isCommitting())
                    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
                else
                    killOnceCommitting(child);
            });
    }
};

namespace {

// The test with those of the named functions that it has; not at all where none of the named ones is its own.
int runOwn(QObject &test, const QStringList &arguments)
{
    QStringList own;
    bool named = false, has = false;
    for (const QString &argument : arguments) {
        const QByteArray function = argument.section(u':', 0, 0).toLatin1() + "()";
        const bool isName = argument != arguments.front() && !argument.startsWith(u'-') && argument[0].isLower();
        const bool isOwn = test.metaObject()->indexOfMethod(function.constData()) >= 0;
        named |= isName;
        has |= isName && isOwn;
        if (!isName || isOwn)
            own << argument;
    }
    return named && !has ? 0 : QTest::qExec(&test, own);
}

} // namespace

int main(int argc, char **argv)
{
    widgets::WatchedApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    TestStories test;
    const int failed = runOwn(test, app.arguments());
    return failed + runOwn(*membershipStories(), app.arguments()) + runOwn(*closingStories(), app.arguments())
        + runOwn(*driftStories(), app.arguments());
}

#include "tst_stories.moc"
