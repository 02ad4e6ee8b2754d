// SPDX-License-Identifier: GPL-3.0-or-later
#include "driftstories.h"

#include "storyroom.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::DriftViewModel;
using viewmodels::Step;

class TestDriftStories : public QObject, private StoryRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enter(); }

    void cleanup() { end(); }

    // Told when the person comes back to the window, with what can be done: part of it is kept, the rest put back by
    // way of the review, and after a further change the cluster is forgotten. By keyboard alone.
    void changesOfAColleague_areKeptPutBackAndForgotten()
    {
        setUp();
        colleague({{u"spark"_s, u"spark-a"_s}, {u"half"_s, u"0A"_s}, {u"mtu"_s, 1500}});
        colleague({{u"spark"_s, u"spark-b"_s}, {u"write"_s, u"/etc/netplan/70-other.yaml"_s}, {u"mode"_s, 0600},
            {u"text"_s, u"network:\n  version: 2\n  ethernets:\n    dummy9:\n      dhcp4: true\n"_s}});
        QVERIFY(!visible(u"driftHeadline"_s));
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(drift().state(), DriftViewModel::State::Drifted, kPatienceMs);
        QVERIFY2(drift().headline().contains(u"spark-a, spark-b"_s), qPrintable(drift().headline()));
        QCOMPARE(drift().lines().size(), 2);
        QVERIFY2(told(u"spark-a: "_s, u"1500"_s) && told(u"spark-b: "_s, u"70-other.yaml"_s), qPrintable(toldLines()));
        QVERIFY(visible(u"driftHeadline"_s));
        QCOMPARE(mtu(), 1500); // nothing was repaired

        pressOn(u"driftKeepButton"_s, Qt::Key_Space);
        QCOMPARE(drift().lines().size(), 1);
        QVERIFY2(told(u"spark-a: "_s, u"1500"_s), qPrintable(toldLines()));
        comeBack(); // what was kept stays kept
        QVERIFY2(!drift().canLook(), "a look is under way");
        QTRY_VERIFY_WITH_TIMEOUT(drift().canLook(), kPatienceMs);
        QCOMPARE(drift().lines().size(), 1);

        pressOn(u"driftReapplyButton"_s, Qt::Key_Space);
        QCOMPARE(models().steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled && models().review.plan(),
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        QVERIFY(models().review.plan()->changesSparks());
        QCOMPARE(mtu(), 1500); // not before it was agreed to
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        carriedOut();
        QTRY_COMPARE_WITH_TIMEOUT(drift().state(), DriftViewModel::State::Hidden, kPatienceMs);
        QTRY_VERIFY(!visible(u"driftHeadline"_s));
        QCOMPARE(mtu(), 9000);

        colleague({{u"spark"_s, u"spark-a"_s}, {u"half"_s, u"0B"_s}, {u"addAddress"_s, u"172.30.0.9/24"_s}});
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(drift().state(), DriftViewModel::State::Drifted, kPatienceMs);
        QVERIFY2(told(u"spark-a: "_s, u"172.30.0.9"_s), qPrintable(toldLines()));
        pressOn(u"driftForgetButton"_s, Qt::Key_Space);
        QCOMPARE(drift().state(), DriftViewModel::State::Asking);
        pressOn(u"driftRefuseButton"_s, Qt::Key_Space);
        QCOMPARE(drift().state(), DriftViewModel::State::Drifted);
        pressOn(u"driftForgetButton"_s, Qt::Key_Space);
        pressOn(u"driftConfirmButton"_s, Qt::Key_Space);
        carriedOut();
        QTRY_VERIFY_WITH_TIMEOUT(!isSetUp(), kPatienceMs);
        QTRY_VERIFY(!visible(u"driftHeadline"_s));
        QVERIFY(!models().steps.isOpen(Step::Prove));
    }

    // While something is under way nobody looks beside it; afterwards it is told.
    void changeDuringAProof_isToldAfterIt()
    {
        setUp();
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Prove);
        QVERIFY(models().prove.verifying());
        comeBack();
        QVERIFY2(drift().canLook(), "nobody looks");
        colleague({{u"spark"_s, u"spark-a"_s}, {u"half"_s, u"0B"_s}, {u"addAddress"_s, u"172.30.0.9/24"_s}});
        QTRY_VERIFY2_WITH_TIMEOUT(!models().prove.verifying() && !models().prove.measuring(),
            qPrintable(models().prove.headline() + models().prove.problem().seen), kPatienceMs);
        QCOMPARE(drift().state(), DriftViewModel::State::Hidden);
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(drift().state(), DriftViewModel::State::Drifted, kPatienceMs);
        QVERIFY2(told(u"spark-a: "_s, u"172.30.0.9"_s), qPrintable(toldLines()));
    }

    // What works on the fabric would break off with an undo: said before, with a way to go on all the same.
    void workOnTheFabric_isSaidBeforeAnUndo()
    {
        setUp();
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            models().prove.hasReport() && !models().prove.verifying() && !models().prove.measuring(),
            qPrintable(models().prove.headline() + models().prove.problem().seen), kPatienceMs);
        auto traffic = m_window->simulator()->startTraffic(u"rdma"_s, {u"spark-a"_s, u"spark-b"_s}, kLongTraffic);
        QTRY_VERIFY_WITH_TIMEOUT(traffic.isFinished(), kPatienceMs);
        QVERIFY(traffic.result().ok());
        click(u"undoButton"_s);
        QAbstractButton *undo = buttonWithText(u"Undo it"_s);
        QVERIFY(undo);
        undo->click();
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        QVERIFY(!models().apply.succeeded() && isSetUp());
        QVERIFY2(models().apply.problem().seen.contains(u"RDMA"_s), qPrintable(models().apply.problem().seen));
        QVERIFY2(models().apply.headline().contains(u"not begun"_s), qPrintable(models().apply.headline()));
        pressOn(u"insistButton"_s, Qt::Key_Space);
        QVERIFY(models().apply.running() && !models().apply.insistOffered());
        carriedOut();
        QTRY_VERIFY_WITH_TIMEOUT(!isSetUp(), kPatienceMs);
    }

    // The same before one Spark leaves. Those that stay are busy, too: Review asks about them, and that is consent
    // enough.
    void workOnTheFabric_isSaidBeforeALeave()
    {
        practise(u"ring"_s);
        goToReview();
        startApply();
        carriedOut();
        auto traffic = m_window->simulator()->startTraffic(u"rdma"_s, {u"spark-b"_s, u"spark-c"_s}, kLongTraffic);
        QTRY_VERIFY_WITH_TIMEOUT(traffic.isFinished(), kPatienceMs);
        models().leave.ask({u"spark-c"_s, {u"spark-a"_s, u"spark-b"_s}, false, true, true});
        models().leave.choose(viewmodels::LeaveViewModel::Way::Clean);
        models().leave.proceed();
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Review && models().review.hasPlan(), kPatienceMs);
        const bool asked = !models().review.consents().empty() || !models().review.primaryAction().enabled;
        for (auto *box : m_window->findChildren<QCheckBox *>())
            if (asked && box->isVisible() && box->isEnabled() && !box->isChecked())
                box->click();
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        if (!asked) {
            QVERIFY2(models().apply.insistOffered(), qPrintable(models().apply.headline()));
            QCOMPARE(models().find.memberCount(), 3);
            pressOn(u"insistButton"_s, Qt::Key_Space);
        }
        carriedOut();
        QCOMPARE(models().find.memberCount(), 2);
    }

    // Whoever refuses sudo is not told of work, and what was proven still holds.
    void refusedSudo_isNoWork()
    {
        begin();
        signIn(password());
        goToReview();
        startApply();
        carriedOut();
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            models().prove.hasReport() && !models().prove.verifying() && !models().prove.measuring(),
            qPrintable(models().prove.headline() + models().prove.problem().seen), kPatienceMs);
        useSudo(Sudo::Refuse);
        click(u"undoButton"_s);
        QAbstractButton *undo = buttonWithText(u"Undo it"_s);
        QVERIFY(undo);
        undo->click();
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        QVERIFY(!models().apply.succeeded() && !models().apply.insistOffered());
        QVERIFY2(models().apply.problem().seen.contains(u"sudo"_s), qPrintable(models().apply.problem().seen));
        QVERIFY(models().prove.hasReport());
    }

private:
    static constexpr double kLongTraffic = 3600; // seconds of the simulator

    DriftViewModel &drift() const { return models().drift; }

    void setUp()
    {
        practise(u"pair"_s);
        goToReview();
        startApply();
        carriedOut();
        QTRY_VERIFY_WITH_TIMEOUT(drift().canLook(), kPatienceMs); // the look that follows every change
    }

    void carriedOut()
    {
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.headline() + models().apply.problem().seen));
    }

    static void colleague(QJsonObject change)
    {
        change[u"do"_s] = u"colleague"_s;
        const QJsonObject answer = askSimulator(change);
        QVERIFY2(answer[u"ok"_s].toBool(), qPrintable(answer[u"error"_s].toString()));
    }

    // As a window manager says it.
    void comeBack()
    {
        QVERIFY(m_window->isActiveWindow());
        QEvent event(QEvent::ActivationChange);
        QApplication::sendEvent(m_window.get(), &event);
    }

    bool told(const QString &spark, const QString &what) const
    {
        const QStringList lines = drift().lines();
        return std::any_of(lines.begin(), lines.end(),
            [&](const QString &line) { return line.startsWith(spark) && line.contains(what); });
    }
    QString toldLines() const { return drift().lines().join(u'\n'); }

    bool isSetUp() const
    {
        const auto &hosts = models().find.members();
        return std::any_of(hosts.begin(), hosts.end(),
            [](const engine::HostView &host) { return host.facts && domain::isSetUp(*host.facts); });
    }
    // Of the first half of spark-a, as it is.
    static int mtu()
    {
        for (const auto &spark : askSimulator({{u"do"_s, u"state"_s}})[u"sparks"_s].toArray())
            for (const auto &half : spark[u"halves"_s].toArray())
                if (spark[u"name"_s] == u"spark-a"_s && half[u"half"_s] == u"0A"_s)
                    return half[u"mtu"_s].toInt();
        return 0;
    }
};

std::unique_ptr<QObject> driftStories()
{
    return std::make_unique<TestDriftStories>();
}

#include "driftstories.moc"
