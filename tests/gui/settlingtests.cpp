// SPDX-License-Identifier: GPL-3.0-or-later
// The window's side of a change that stands half applied: signing in again first, going on without a Spark that is gone
// for good, and what it believes to be set up afterwards. Sparks in memory, no display.
#include "settlingtests.h"

#include "../unit/engine/sessionfixture.h"

#include "engine/flow/interruption.h"
#include "engine/text/text.h"
#include "viewmodels/session/setupcontroller.h"

#include <QTest>

#include <algorithm>

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

    // Who decides, and then has to buy cables, finds that form again; "Keep it like this" is a choice as well.
    void formThatWasDecidedOn_isKept()
    {
        Desk desk(3);
        viewmodels::TopologyViewModel &page = desk.pages.topology;
        QCOMPARE(page.chosen(), std::optional(domain::Topology::Ring));
        page.choose(domain::Topology::Star);
        page.triggerPrimary();
        QCOMPARE(desk.session->cluster().goal, std::optional(domain::Topology::Star));
        desk.openAgain();
        QVERIFY(page.decided());
        QTRY_COMPARE(page.chosen(), std::optional(domain::Topology::Star)); // once the Sparks have told of themselves
        Q_EMIT desk.pages.cable.goalChosen(domain::Topology::Ring);
        QCOMPARE(page.chosen(), std::optional(domain::Topology::Ring));
        QCOMPARE(desk.session->cluster().goal, std::optional(domain::Topology::Ring));
    }

    void pulledCable_makesTheProofOneOfBefore()
    {
        Desk desk(2);
        SetupViewModels &pages = desk.pages;
        QVERIFY(desk.apply());
        pages.steps.go(Step::Prove);
        QTRY_VERIFY2(pages.prove.passed() && !pages.prove.verifying(), qPrintable(pages.prove.headline()));
        QCOMPARE(pages.steps.state(Step::Prove), viewmodels::StepState::Done);
        pages.steps.go(Step::Cable);
        QTRY_VERIFY2(pages.cable.complete(), qPrintable(pages.cable.headline()));
        QVERIFY(!pages.prove.isStale());
        desk.sparks.unplug(0, CageIndex::Zero);
        QTRY_VERIFY(pages.prove.isStale());
        QVERIFY(pages.steps.state(Step::Prove) != viewmodels::StepState::Done);
        pages.steps.go(Step::Prove);
        QVERIFY(pages.prove.isStale() && !pages.prove.verifying());
        desk.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        pages.prove.triggerPrimary();
        QVERIFY(pages.prove.verifying());
        QTRY_VERIFY2(pages.prove.passed() && !pages.prove.verifying(), qPrintable(pages.prove.headline()));
        QCOMPARE(pages.steps.state(Step::Prove), viewmodels::StepState::Done);
    }

    // Which one, and why; and a step with something left to prove is not done.
    void checkThatCouldNotBeMade_isNamedWithItsReason()
    {
        Desk desk(2);
        SetupViewModels &pages = desk.pages;
        QVERIFY(desk.apply());
        const base::Message reason = base::Message(base::MessageId("remote.locked"));
        desk.sparks.spark(1).failAt["ping"] = base::failed(reason);
        pages.steps.go(Step::Prove);
        QTRY_VERIFY(pages.prove.hasReport() && !pages.prove.verifying());
        QVERIFY(!pages.prove.passed());
        const auto lines = pages.prove.lines();
        const auto open = std::find_if(lines.begin(), lines.end(), [](const viewmodels::ProofLine &line) {
            return line.verdict == viewmodels::LaneProof::NotTested && !line.remedy.isEmpty();
        });
        QVERIFY(open != lines.end());
        QVERIFY2(open->text.contains(desk.nameOf(1)), qPrintable(open->text));
        QVERIFY2(open->remedy.startsWith(engine::text::sentence(reason)), qPrintable(open->remedy));
        QVERIFY(pages.steps.state(Step::Prove) != viewmodels::StepState::Done);
    }

    // Applied while another change is open: refused, and the page leads to where that is decided.
    void openChange_isToldOnEveryPage_andWhereApplyIsRefused()
    {
        Desk desk(2);
        desk.sparks.spark(1).cutAt.insert("txn-commit");
        QVERIFY(desk.apply());
        desk.openAgain();
        SetupViewModels &pages = desk.pages;
        QVERIFY(pages.interrupted.interrupted());
        QVERIFY(tellsOfOpenChange(Step::Review, pages.steps.facts()));
        desk.plan(1500);
        Q_EMIT pages.review.applyRequested();
        QVERIFY(desk.ended());
        QVERIFY2(pages.apply.leftOpen(), qPrintable(pages.apply.headline()));
        pages.apply.triggerPrimary();
        QCOMPARE(pages.steps.current(), Step::Interrupted);
    }

    void keyOnRecord_isSaidOnTheForm()
    {
        Desk desk(2);
        QVERIFY(desk.pages.signIn.keyedText().isEmpty()); // all are signed in
        desk.controller.reset();
        desk.reopen();
        desk.controller = std::make_unique<viewmodels::SetupController>(desk.pages, desk.prompter);
        desk.controller->setSession(desk.session.get());
        QVERIFY2(
            desk.pages.signIn.keyedText().contains(u"can stay empty"_s), qPrintable(desk.pages.signIn.keyedText()));
        QVERIFY(desk.pages.signIn.primaryAction().enabled);
        desk.person.signsIn = false; // nobody types anything
        Q_EMIT desk.pages.signIn.signInRequested();
        QTRY_VERIFY(desk.pages.signIn.allReady());
        QVERIFY(desk.pages.signIn.keyedText().isEmpty());
    }

    // What another cluster was doing, or had said, stays with it: its answers do not come here any more.
    void anotherCluster_isNotHeldUpByWhatTheOneBeforeDid()
    {
        Desk next(2);
        QVERIFY(next.apply());
        Desk left(2);
        SetupViewModels &pages = left.pages;
        QVERIFY(left.apply());
        QVERIFY(pages.apply.succeeded() && pages.apply.model()->rowCount() > 0);
        Q_EMIT pages.start.addRequested(u"bad x"_s);
        QVERIFY(!pages.find.addError().isEmpty() && !pages.start.addError().isEmpty());
        pages.cable.blink({});
        const QString hint = pages.cable.blinkText();
        QVERIFY(!hint.isEmpty());
        pages.cable.setPlugging(true);
        pages.cable.setPlugProblem([] { return u"in use"_s; });
        pages.cable.setBlinking(viewmodels::SocketKey{left.nameOf(0), 0});
        const QString plugging = pages.cable.linkText();
        QVERIFY(!plugging.isEmpty() && pages.cable.notes().contains(u"in use"_s));
        pages.review.replan();
        pages.prove.verifyAgain();
        QVERIFY(pages.review.planning() && pages.prove.verifying());

        left.controller->setSession(next.session.get());
        QVERIFY(!pages.review.planning() && !pages.prove.verifying());
        QVERIFY(!pages.steps.facts().planning && !pages.steps.facts().verifying);
        QVERIFY(pages.find.addError().isEmpty() && pages.start.addError().isEmpty());
        QVERIFY(pages.cable.blinkText().isEmpty() && pages.cable.linkText() != plugging);
        QVERIFY(!pages.cable.notes().contains(u"in use"_s));
        QVERIFY(!pages.apply.succeeded() && pages.apply.model()->rowCount() == 0);
        pages.review.replan();
        pages.prove.verifyAgain();
        QTRY_VERIFY(!pages.review.planning() && !pages.prove.verifying());
        QVERIFY(pages.review.hasPlan() && pages.prove.passed());
    }
};

int runSettlingTests(const QStringList &arguments)
{
    TestSettlingWindow test;
    return QTest::qExec(&test, arguments);
}

#include "settlingtests.moc"
