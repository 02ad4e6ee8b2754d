// SPDX-License-Identifier: GPL-3.0-or-later
#include "membershipstories.h"

#include "storyroom.h"

#include "widgets/fabric/fabricmap.h"
#include "widgets/shell/leavedialog.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <map>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::AdoptViewModel;
using viewmodels::Step;

namespace {

constexpr int kMidLeave = 12; // pieces of traffic with one Spark into it: its transaction has begun

using Addresses = std::map<QString, QString>; // "spark-a 0A" and its address

} // namespace

class TestMembership : public QObject, private StoryRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { enter(); }

    void cleanup() { end(); }

    // The sample of every run: two Sparks that another computer set up are recognised, taken over, and one of them is
    // gone, by keyboard alone.
    void pairOfAnother_isTakenOver_andOneIsGone()
    {
        practise(u"pair-ready"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Offered, kPatienceMs);
        QVERIFY(visible(u"adoptHeadline"_s));
        QCOMPARE(models().adopt.lines().size(), 1);
        for (const QString &part : {u"spark-a, spark-b"_s, u"pair-ready"_s, u"somebody@another-computer"_s})
            QVERIFY2(models().adopt.lines().front().contains(part), qPrintable(models().adopt.lines().front()));
        pressOn(u"adoptButton"_s, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        QVERIFY2(
            models().adopt.headline().contains(u"somebody@another-computer"_s), qPrintable(models().adopt.headline()));
        QVERIFY(models().steps.isOpen(Step::Prove));
        pressOn(u"adoptAsideButton"_s, Qt::Key_Space);
        QTRY_VERIFY(!visible(u"adoptHeadline"_s));

        models().steps.go(Step::Find);
        pressOn(u"card_spark-b"_s, Qt::Key_Space);
        QTRY_VERIFY(leaveDialog());
        QCOMPARE(models().find.memberCount(), 2); // nothing has happened yet
        QVERIFY2(models().leave.othersText().contains(u"One Spark is no cluster"_s),
            qPrintable(models().leave.othersText()));
        QTest::keyClick(leaveDialog(), Qt::Key_Escape);
        QTRY_VERIFY(!leaveDialog());
        m_window->activateWindow(); // what a window manager does
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QCOMPARE(models().find.memberCount(), 2);
        pressOn(u"card_spark-b"_s, Qt::Key_Space);
        QTRY_VERIFY(leaveDialog());
        pressInDialog(u"leaveGone"_s);
        pressInDialog(u"leaveGo"_s);
        QTRY_COMPARE(models().steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        QVERIFY2(models().review.headline().contains(u"no cluster is left"_s), qPrintable(models().review.headline()));
        QVERIFY(!models().review.hasPlan());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        pressOn(u"primaryButton"_s, Qt::Key_Return);
        carriedOut();
        QCOMPARE(models().find.memberCount(), 1);
        QVERIFY(!isSetUp(u"spark-a"_s));
        click(u"primaryButton"_s);
        QCOMPARE(models().steps.current(), Step::Find);
        QVERIFY(!models().steps.isOpen(Step::Prove));
        // All that the scenario brought can be chosen again, and what is on the one that was gone is recognised.
        click(u"card_spark-b"_s);
        QCOMPARE(models().find.memberCount(), 2);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Offered, kPatienceMs);
        QVERIFY(isSetUp(u"spark-b"_s));
    }

    // Two of three are chosen: the records name the third, which is signed in to and belongs again.
    void ringOfAnother_namesItsThird()
    {
        practise(u"ring-ready"_s, {u"spark-c"_s});
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Offered, kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Missing, kPatienceMs);
        QVERIFY2(models().adopt.headline().contains(u"spark-c"_s), qPrintable(models().adopt.headline()));
        click(u"adoptJoinButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        QCOMPARE(models().find.memberCount(), 3);
        click(u"adoptProveButton"_s);
        proven();
    }

    // Who is gone for good is left out of what is taken over.
    void starOfAnother_isTakenOverWithoutOne()
    {
        practise(u"star-ready"_s, {u"spark-d"_s});
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Offered, kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Missing, kPatienceMs);
        click(u"adoptLeaveOutButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(models().adopt.state() != AdoptViewModel::State::Reading, kPatienceMs);
        QVERIFY2(models().adopt.state() == AdoptViewModel::State::Done, qPrintable(models().adopt.headline()));
        QCOMPARE(models().find.memberCount(), 3);
    }

    // A Spark without a record beside two that have one: said, with what to do, and that works.
    void sparkWithoutRecord_isSaid()
    {
        practise(u"pair-ready"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        leave(u"spark-b"_s, u"leaveGone"_s);
        click(u"primaryButton"_s);
        carriedOut();
        click(u"primaryButton"_s);
        click(u"card_spark-b"_s);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Failed, kPatienceMs);
        QVERIFY2(models().adopt.headline().contains(u"spark-a"_s), qPrintable(models().adopt.headline()));
        QVERIFY2(models().adopt.detail().contains(u"page Find"_s), qPrintable(models().adopt.detail()));
        click(u"adoptAsideButton"_s);
        QVERIFY(!visible(u"adoptHeadline"_s));
    }

    // From a ring of three one leaves in good order, the others stay; it joins again, and they keep their addresses.
    void thirdOfARing_leavesAndJoinsAgain()
    {
        practise(u"ring-ready"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        const Addresses ring = addresses();
        QCOMPARE(ring.size(), std::size_t(12));

        leave(u"spark-c"_s, u"leaveClean"_s);
        QVERIFY(!models().review.addressesOffered());
        QCOMPARE(models().review.model()->rowCount(), 2);
        QVERIFY2(models().review.warnings().front().contains(u"spark-c"_s),
            qPrintable(models().review.warnings().join(u'\n')));
        click(u"primaryButton"_s); // "Take spark-c out"
        carriedOut();
        QCOMPARE(models().find.memberCount(), 2);
        const Addresses pair = addresses();
        QCOMPARE(pair.size(), std::size_t(4));
        for (const auto &[half, address] : pair)
            QCOMPARE(ring.at(half), address);
        click(u"primaryButton"_s);
        proven();

        // And back: chosen on the first page of the way, with its cables as they are.
        models().steps.go(Step::Find);
        click(u"card_spark-c"_s);
        QCOMPARE(models().find.memberCount(), 3);
        QVERIFY(!models().steps.isOpen(Step::Prove)); // it is not set up yet
        click(u"primaryButton"_s);
        goToReview();
        QCOMPARE(models().cable.goal(), std::optional(domain::Topology::Ring));
        startApply();
        carriedOut();
        const Addresses again = addresses();
        QCOMPARE(again.size(), std::size_t(12));
        for (const auto &[half, address] : pair)
            QCOMPARE(again.at(half), address);
        click(u"primaryButton"_s);
        proven();
    }

    // Nothing is asked of one that is gone, although it would answer.
    void memberOfAStar_isGone()
    {
        practise(u"star-ready"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        const Addresses before = addresses();
        click(u"adoptProveButton"_s);
        proven();
        askFromTheMap(u"spark-d"_s);
        pressInDialog(u"leaveGone"_s);
        pressInDialog(u"leaveGo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Review, kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        click(u"primaryButton"_s);
        carriedOut();
        QCOMPARE(models().find.memberCount(), 3);
        Addresses after = addresses();
        for (const auto &[half, address] : after)
            QCOMPARE(before.at(half), address);
        QCOMPARE(after.size(), std::size_t(6));
        click(u"primaryButton"_s);
        proven();
    }

    // A plan that is looked at and not carried out is forgotten: the next one is for all.
    void plan_ofALeave_isGivenUp()
    {
        practise(u"ring-ready"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().signIn.allReady(), qPrintable(signInState()), kPatienceMs);
        click(u"adoptButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().adopt.state(), AdoptViewModel::State::Done, kPatienceMs);
        leave(u"spark-c"_s, u"leaveClean"_s);
        click(u"backButton"_s);
        QCOMPARE(models().steps.current(), Step::Find);
        QVERIFY(!models().review.leaver());
        click(u"primaryButton"_s);
        goToReview();
        QVERIFY2(!models().review.plan()->changesAnything(), qPrintable(models().review.headline()));
        QCOMPARE(models().find.memberCount(), 3);
    }

    // A cluster of two, opened again on a computer that has it; a third Spark is plugged and set up with them. Its
    // password is typed.
    void thirdSpark_joinsAnOpenedPair()
    {
        begin(u"ring"_s);
        freeOfCables(u"spark-c"_s);
        signIn(password());
        goToReview();
        startApply();
        carriedOut();
        const Addresses pair = addresses();
        QCOMPARE(pair.size(), std::size_t(4));

        // A virtual Spark cannot be typed, as it has to be known for one: it comes to the list with the cluster's file.
        m_window.reset();
        addToStored(m_sparks[2]);
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 3, kPatienceMs);
        QVERIFY(!models().steps.isOpen(Step::Prove)); // all but the third are set up
        signIn(password());
        goToCable(domain::Topology::Ring);
        QVERIFY(!models().cable.complete());
        plugAsRing();
        QTRY_VERIFY2_WITH_TIMEOUT(models().cable.complete(), qPrintable(models().cable.headline()), kPatienceMs);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        QCOMPARE(models().review.model()->rowCount(), 3);
        startApply();
        carriedOut();
        const Addresses ring = addresses();
        QCOMPARE(ring.size(), std::size_t(12));
        for (const auto &[half, address] : pair)
            QCOMPARE(ring.at(half), address);
        click(u"primaryButton"_s);
        proven();
    }

    // Cancelled while it is carried out: all are members, set up as before.
    void leave_isCancelled()
    {
        begin(u"ring"_s, 3);
        signIn(password());
        goToReview();
        startApply();
        carriedOut();
        const Addresses ring = addresses();
        leave(u"spark-c"_s, u"leaveClean"_s);
        m_proxyA.arm(kMidLeave, test::CutProxies::Fault::None, [this] {
            QMetaObject::invokeMethod(
                this, [this] { click(u"cancelButton"_s); }, Qt::QueuedConnection);
        });
        click(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!models().apply.running(), kPatienceMs);
        QVERIFY(m_proxyA.hasCut());
        QVERIFY2(!models().apply.succeeded(), qPrintable(models().apply.headline()));
        QCOMPARE(models().find.memberCount(), 3);
        QCOMPARE(addresses(), ring);
        click(u"primaryButton"_s); // back to the plan, which is made anew and carried out
        QCOMPARE(models().steps.current(), Step::Review);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        click(u"primaryButton"_s);
        carriedOut();
        QCOMPARE(models().find.memberCount(), 2);
    }

    // A member that does not answer any more is offered to be taken out where that is said.
    void deadMember_isTakenOutWhereItFails()
    {
        begin(u"ring"_s, 3);
        signIn(password());
        goToReview();
        startApply();
        carriedOut();
        openWindow(u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().find.memberCount(), 3, kPatienceMs);
        m_proxyC.lead(m_portC, 1); // nobody listens there
        click(u"primaryButton"_s);
        click(u"primaryButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(visible(u"rowLeave"_s), qPrintable(signInState()), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!models().signIn.busy(), kPatienceMs);
        click(u"rowLeave"_s);
        QTRY_VERIFY(leaveDialog());
        QVERIFY(!models().leave.action().enabled); // that it is gone is said by a person
        pressInDialog(u"leaveGone"_s);
        pressInDialog(u"leaveGo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Review, kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
        click(u"primaryButton"_s);
        carriedOut();
        QCOMPARE(models().find.memberCount(), 2);
        click(u"primaryButton"_s);
        proven();
    }

private:
    void addToStored(const engine::VirtualSpark &spark)
    {
        workplace::Workplace stored(folder());
        auto clusters = stored.environment().clusters->load().result();
        QVERIFY(clusters.ok() && clusters->size() == 1);
        engine::Cluster cluster = clusters->front();
        cluster.members.push_back(workplace::membersFor({spark}).front());
        QVERIFY(stored.environment().clusters->save(cluster).result().ok());
    }

    widgets::LeaveDialog *leaveDialog() const { return m_window->findChild<widgets::LeaveDialog *>(); }

    void pressInDialog(const QString &name) const
    {
        auto *button = leaveDialog() ? leaveDialog()->findChild<QAbstractButton *>(name) : nullptr;
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }

    // By the context menu of its box, asked for with the menu key.
    void askFromTheMap(const QString &name)
    {
        auto *map = comes<widgets::FabricMap>(u"map"_s);
        QVERIFY(map);
        map->setCurrent(widgets::MapElement{std::nullopt, {name, 0}});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(map->viewport(), &event);
        auto *menu = m_window->findChild<QMenu *>(u"boxMenu"_s);
        QVERIFY(menu && menu->actions().size() == 1);
        QVERIFY2(menu->actions().front()->text().contains(name), qPrintable(menu->actions().front()->text()));
        menu->actions().front()->trigger();
        menu->close();
        QTRY_VERIFY(leaveDialog());
    }

    // From the list to the reviewed plan.
    void leave(const QString &name, const QString &way)
    {
        models().steps.go(Step::Find);
        QCoreApplication::processEvents();
        click(u"card_"_s + name);
        QTRY_VERIFY(leaveDialog());
        pressInDialog(way);
        pressInDialog(u"leaveGo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(models().steps.current(), Step::Review, kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(models().review.primaryAction().enabled,
            qPrintable(models().review.headline() + models().review.problem().seen), kPatienceMs);
    }

    void carriedOut()
    {
        QTRY_VERIFY_WITH_TIMEOUT(models().steps.current() == Step::Apply && !models().apply.running(), kPatienceMs);
        QVERIFY2(models().apply.succeeded(), qPrintable(models().apply.headline() + models().apply.problem().seen));
    }

    void proven()
    {
        QCOMPARE(models().steps.current(), Step::Prove);
        QTRY_VERIFY2_WITH_TIMEOUT(models().prove.hasReport() && !models().prove.verifying(),
            qPrintable(models().prove.headline() + models().prove.problem().seen), kPatienceMs);
        QVERIFY2(models().prove.passed(), qPrintable(models().prove.headline()));
    }

    const engine::HostView *host(const QString &name) const
    {
        const auto &hosts = models().find.members();
        const auto found =
            std::find_if(hosts.begin(), hosts.end(), [&](const auto &each) { return each.name == name; });
        return found == hosts.end() ? nullptr : &*found;
    }

    bool isSetUp(const QString &name) const
    {
        const engine::HostView *found = host(name);
        return found && found->facts && domain::isSetUp(*found->facts);
    }

    // As the Sparks told when they were looked at last.
    Addresses addresses() const
    {
        Addresses all;
        for (const engine::HostView &each : models().find.members())
            if (each.facts)
                for (const domain::HalfFacts &half : each.facts->halves)
                    for (const auto &address : half.addresses)
                        all[u"%1 %2"_s.arg(QString::fromStdString(each.facts->hostname),
                            QString::fromStdString(domain::toText(half.id)))] =
                            QString::fromStdString(address.toString());
        return all;
    }
};

std::unique_ptr<QObject> membershipStories()
{
    return std::make_unique<TestMembership>();
}

#include "membershipstories.moc"
