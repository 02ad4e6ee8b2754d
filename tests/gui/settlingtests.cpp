// SPDX-License-Identifier: GPL-3.0-or-later
// The window's side of a change that stands half applied: signing in again first, going on without a Spark that is gone
// for good, and what it believes to be set up afterwards. Sparks in memory, no display.
#include "settlingtests.h"

#include "../unit/engine/sessionfixture.h"

#include "engine/flow/interruption.h"
#include "viewmodels/session/setupcontroller.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using viewmodels::ApplyViewModel;
using viewmodels::InterruptedViewModel;
using viewmodels::SetupViewModels;
using viewmodels::Step;
using Kind = ApplyOutcome::Kind;

namespace {

// Sparks in a ring (two: a pair), and a window upon their session.
struct Desk : SessionFixture {
    SetupViewModels pages;
    viewmodels::WindowPrompter prompter; // the person of the fixture answers instead
    std::unique_ptr<viewmodels::SetupController> controller;

    explicit Desk(int count)
    {
        begin(count);
        const std::size_t last = std::size_t(count) - 1;
        for (std::size_t i = 0; i < last; ++i)
            sparks.plug(i, CageIndex::Zero, i + 1, count == 2 ? CageIndex::Zero : CageIndex::One);
        if (count > 2)
            sparks.plug(last, CageIndex::Zero, 0, CageIndex::One);
        open();
        plan(9000);
    }
    ~Desk() { controller.reset(); }

    void open()
    {
        controller = std::make_unique<viewmodels::SetupController>(pages, prompter);
        controller->setSession(session.get());
        QObject::connect(controller.get(), &viewmodels::SetupController::interruptionMayHaveChanged, controller.get(),
            [this] { readJournal(); });
        readJournal();
        const auto signedIn = finish(session->signIn());
        if (!signedIn || !*signedIn)
            qFatal("nobody could sign in");
    }
    // As a person who starts the application again.
    void openAgain()
    {
        controller.reset();
        reopen();
        open();
    }
    void readJournal() { controller->setInterruption(interruptionIn(journal.open({}))); }
    void plan(int mtu)
    {
        PlanOptions options = quick();
        options.mtu = mtu;
        const auto made = finish(session->makePlan(options));
        if (!made || !*made)
            qFatal("no plan: %s", made ? made->error().message.id.c_str() : "");
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return !pages.apply.running(); }, kPatienceMs);
    }
    bool apply()
    {
        Q_EMIT pages.review.applyRequested();
        return pages.apply.running() && ended();
    }
    QString nameOf(std::size_t number) const { return session->hosts().at(number).name; }
    int configured()
    {
        int count = 0;
        for (std::size_t i = 0; i < sparks.count(); ++i)
            for (const domain::HalfFacts &half : sparks.spark(i).facts.halves)
                count += !half.addresses.empty();
        return count;
    }
};

} // namespace

class TestSettlingWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lostInTheLastStep_signsInAgainThenSettles_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::newRow("finish") << true;
        QTest::newRow("revert") << false;
    }

    void lostInTheLastStep_signsInAgainThenSettles()
    {
        QFETCH(bool, finishes);
        std::vector<std::string> steps; // that settling shows
        Desk desk(2);
        FakeSpark &lost = desk.sparks.spark(1);
        lost.cutAt.insert("txn-commit");
        QObject::connect(desk.session.get(), &ClusterSession::hostChanged, &desk.pages.apply, [&lost, &desk] {
            if (desk.session->hosts()[1].state == HostState::Lost)
                lost.reachable = false; // nor does it come back at once
        });
        QVERIFY(desk.apply());
        QVERIFY2(desk.pages.apply.halfApplied(), qPrintable(desk.pages.apply.headline()));
        QVERIFY(desk.pages.interrupted.interrupted());
        QVERIFY(!lost.reachable);
        // This computer was not switched off, and is not said to have been.
        const QString headline = desk.pages.interrupted.headline(), happened = desk.pages.interrupted.happened();
        QVERIFY2(!headline.contains(u"computer"_s) && headline.contains(u"not"_s), qPrintable(headline));
        QVERIFY2(happened.contains(u"connection was lost"_s), qPrintable(happened));

        finishes ? desk.pages.apply.finish() : desk.pages.apply.revert();
        QCOMPARE(desk.pages.steps.current(), Step::SignIn);
        QVERIFY(QTest::qWaitFor([&] { return !desk.pages.signIn.busy(); }, kPatienceMs));
        QCOMPARE(desk.pages.steps.current(), Step::SignIn); // it waits for the Spark
        QVERIFY(desk.session->hasOpenTransaction());

        desk.session->disconnect(&desk.pages.apply);
        QObject::connect(desk.session.get(), &ClusterSession::jobsChanged, &desk.pages.interrupted, [&steps, &desk] {
            for (const JobView &job : desk.session->jobs())
                steps.push_back(job.title.id);
        });
        lost.reachable = true;
        Q_EMIT desk.pages.signIn.retryRequested(desk.nameOf(1));
        QVERIFY(QTest::qWaitFor([&] { return desk.pages.steps.current() == Step::Apply; }, kPatienceMs));
        QVERIFY(desk.ended());
        QVERIFY2(desk.pages.apply.succeeded(), qPrintable(desk.pages.apply.headline()));
        QCOMPARE(desk.configured(), finishes ? 4 : 0);
        QVERIFY(!desk.session->hasOpenTransaction() && !desk.pages.interrupted.interrupted());
        QCOMPARE(desk.pages.steps.facts().applied, finishes);
        const std::string own = finishes ? "apply.step-settle-forward" : "apply.step-settle";
        QVERIFY(std::any_of(steps.begin(), steps.end(), [&](const std::string &step) { return step == own; }));
        QVERIFY(std::none_of(steps.begin(), steps.end(),
            [&](const std::string &step) { return step.starts_with("apply.step-settle") && step != own; }));
    }

    // As after an undo that nothing came in between of: nobody is set up, and nothing is said to be.
    void undoLostInTheLastStep_isFinishedAndForgotten()
    {
        Desk desk(2);
        QVERIFY(desk.apply());
        QVERIFY(desk.pages.steps.facts().applied);
        desk.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        Q_EMIT desk.pages.prove.undoRequested();
        QVERIFY(desk.pages.apply.running() && desk.ended());
        QVERIFY2(desk.pages.apply.halfApplied(), qPrintable(desk.pages.apply.headline()));
        desk.pages.apply.finish();
        QVERIFY(desk.pages.apply.running() && desk.ended());
        QVERIFY2(desk.pages.apply.succeeded(), qPrintable(desk.pages.apply.headline()));
        QCOMPARE(desk.configured(), 0);
        QVERIFY(!desk.pages.steps.facts().applied);
        QVERIFY(!desk.session->cluster().applied);
        QVERIFY(!canEnter(Step::Prove, desk.pages.steps.facts()));
    }

    void whoGoesElsewhere_isNotFetchedBack()
    {
        Desk desk(2);
        FakeSpark &lost = desk.sparks.spark(1);
        lost.cutAt.insert("txn-commit");
        QVERIFY(desk.apply());
        lost.reachable = false;
        desk.openAgain();
        desk.pages.interrupted.choose(InterruptedViewModel::Choice::Finish);
        desk.pages.interrupted.triggerPrimary();
        QCOMPARE(desk.pages.steps.current(), Step::SignIn);
        QVERIFY(QTest::qWaitFor([&] { return !desk.pages.signIn.busy(); }, kPatienceMs));
        desk.pages.steps.go(Step::Find);
        lost.reachable = true;
        QVERIFY(finish(desk.session->signIn())->ok());
        QVERIFY(!desk.pages.apply.running());
        QVERIFY(desk.session->hasOpenTransaction());
    }

    void sparkThatDied_isGoneOnWithoutOnceAPersonSaysSo_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::newRow("finish") << true;
        QTest::newRow("revert") << false;
    }

    void sparkThatDied_isGoneOnWithoutOnceAPersonSaysSo()
    {
        QFETCH(bool, finishes);
        Desk desk(3);
        QVERIFY(desk.apply());
        QVERIFY(desk.pages.apply.succeeded());
        const QString dead = desk.nameOf(2);
        const auto plan = finish(desk.session->planLeave(dead, 6));
        QVERIFY(plan && *plan);
        desk.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(desk.session->leave(dead, false))->value().kind, Kind::HalfApplied);
        desk.sparks.spark(2).reachable = false;
        desk.openAgain();

        InterruptedViewModel &page = desk.pages.interrupted;
        QVERIFY(page.interrupted());
        QVERIFY2(page.headline().contains(u"computer"_s), qPrintable(page.headline())); // opened again meanwhile
        QVERIFY2(page.happened().contains(dead), qPrintable(page.happened()));
        QTRY_VERIFY(page.withoutOffered()); // news of the Sparks are put together
        QVERIFY(page.withoutText().contains(dead));
        QVERIFY(page.gone().isEmpty());
        // No other way takes it off the list meanwhile.
        Q_EMIT desk.pages.signIn.leaveRequested(dead);
        QCOMPARE(desk.pages.steps.current(), Step::Interrupted);
        QVERIFY(!desk.pages.leave.asking());
        QCOMPARE(desk.session->cluster().members.size(), std::size_t(3));

        page.choose(finishes ? InterruptedViewModel::Choice::Finish : InterruptedViewModel::Choice::Revert);
        const QString before = page.primaryAction().text;
        page.setWithoutMissing(true);
        QVERIFY(page.primaryAction().text != before);
        page.triggerPrimary();
        QCOMPARE(desk.pages.steps.current(), Step::Apply);
        QVERIFY(desk.ended());
        QVERIFY2(desk.pages.apply.succeeded(), qPrintable(desk.pages.apply.headline()));
        QVERIFY2(desk.pages.apply.detail().contains(dead), qPrintable(desk.pages.apply.detail()));
        QVERIFY(!page.interrupted() && page.gone().isEmpty());
        QCOMPARE(desk.session->cluster().members.size(), std::size_t(finishes ? 2 : 3));
        QVERIFY(desk.pages.steps.facts().applied); // what stood before, or what stands now
    }

    // Said once, when it was taken out.
    void sparkThatWasSaidToBeGone_isNotAskedAboutAgain()
    {
        Desk desk(3);
        QVERIFY(desk.apply());
        const QString dead = desk.nameOf(2);
        desk.sparks.spark(2).reachable = false;
        const auto plan = finish(desk.session->planLeave(dead, 6));
        QVERIFY(plan && *plan);
        desk.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(desk.session->leave(dead, true))->value().kind, Kind::HalfApplied);
        desk.openAgain();
        InterruptedViewModel &page = desk.pages.interrupted;
        QVERIFY(!page.withoutOffered());
        QCOMPARE(page.gone(), QStringList(dead));
        page.choose(InterruptedViewModel::Choice::Finish);
        page.triggerPrimary();
        QCOMPARE(desk.pages.steps.current(), Step::Apply);
        QVERIFY(desk.ended());
        QVERIFY2(desk.pages.apply.succeeded(), qPrintable(desk.pages.apply.headline()));
        QCOMPARE(desk.session->cluster().members.size(), std::size_t(2));
    }

    // An earlier set-up stands after the later one was taken back: the window knows it without being opened again.
    void earlierSetUp_isKnownAfterRevertAndUndo_data()
    {
        QTest::addColumn<bool>("undo");
        QTest::newRow("revert of one that is half applied") << false;
        QTest::newRow("undo") << true;
    }

    void earlierSetUp_isKnownAfterRevertAndUndo()
    {
        QFETCH(bool, undo);
        Desk desk(2);
        QVERIFY(desk.apply());
        QVERIFY(desk.pages.apply.succeeded());
        desk.plan(1500);
        if (!undo)
            desk.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        QVERIFY(desk.apply());
        QCOMPARE(desk.pages.apply.halfApplied(), !undo);
        if (undo)
            Q_EMIT desk.pages.prove.undoRequested();
        else
            desk.pages.apply.revert();
        QVERIFY(desk.pages.apply.running() && desk.ended());
        QVERIFY2(desk.pages.apply.succeeded(), qPrintable(desk.pages.apply.headline()));
        QCOMPARE(desk.sparks.spark(0).facts.halves.front().mtu, 9000);
        QCOMPARE(desk.configured(), 4);
        const viewmodels::FlowFacts told = desk.pages.steps.facts();
        QVERIFY(told.applied);
        QVERIFY(canEnter(Step::Prove, told));
        desk.openAgain();
        QVERIFY2(desk.pages.steps.facts().applied, "as the window that is opened again says");
    }
};

int runSettlingTests(const QStringList &arguments)
{
    TestSettlingWindow test;
    return QTest::qExec(&test, arguments);
}

#include "settlingtests.moc"
