// SPDX-License-Identifier: GPL-3.0-or-later
#include "changetests.h"

#include "fixtures.h"
#include "viewmodels/session/setupcontroller.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace sparkloom;
using namespace base::literals;
using namespace Qt::Literals::StringLiterals;
using viewmodels::ApplyViewModel;
using viewmodels::FlowFacts;
using viewmodels::SetupViewModels;
using viewmodels::Step;
using Kind = engine::ApplyOutcome::Kind;
using Task = ApplyViewModel::Task;

namespace {

engine::ApplyOutcome outcomeOf(Kind kind)
{
    return {kind, {}, true, {}};
}

// The pages with what joins them, after a change that ended on the page Apply.
struct Ended {
    SetupViewModels pages;
    viewmodels::WindowPrompter prompter;
    viewmodels::SetupController controller{pages, prompter};

    Ended(FlowFacts facts, Task task, const engine::ApplyOutcome &outcome)
    {
        facts.applyFailed = true; // so that the page can be shown
        pages.steps.setFacts(facts);
        pages.steps.go(Step::Apply);
        pages.apply.begin(task);
        pages.apply.setSignInFirst(facts.ready < facts.members);
        pages.apply.setOutcome(outcome);
    }
};

FlowFacts factsOf(int ready)
{
    FlowFacts facts;
    facts.members = 2;
    facts.ready = ready;
    return facts;
}

} // namespace

class TestChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failed_leadsBackToThePlan_orToSigningInAgain()
    {
        FlowFacts facts = factsOf(2);
        facts.planned = true;
        Ended whole(facts, Task::Apply, outcomeOf(Kind::RolledBack));
        const QString plan = whole.pages.apply.primaryAction().text;
        whole.pages.apply.triggerPrimary();
        QCOMPARE(whole.pages.steps.current(), Step::Review);

        facts.ready = 1;
        Ended lost(facts, Task::Apply, outcomeOf(Kind::RolledBack));
        QVERIFY(lost.pages.apply.primaryAction().enabled && lost.pages.apply.primaryAction().text != plan);
        lost.pages.apply.triggerPrimary();
        QCOMPARE(lost.pages.steps.current(), Step::SignIn);

        Ended unknown(factsOf(2), Task::Apply, outcomeOf(Kind::RolledBack)); // neither plan nor cables are known
        unknown.pages.apply.triggerPrimary();
        QCOMPARE(unknown.pages.steps.current(), Step::Cable);
    }

    // A change that was begun waits for a person: the page leads there, and does not say that something was taken back.
    void refusedBecauseOneIsOpen_leadsToWhatIsOpen()
    {
        FlowFacts facts = factsOf(2);
        facts.planned = facts.interrupted = true;
        Ended failed(facts, Task::Apply, outcomeOf(Kind::RolledBack));
        Ended open(facts, Task::Apply, outcomeOf(Kind::RolledBack));
        open.pages.apply.setOutcome(base::refused("apply.open-transaction"_msg));
        QVERIFY(open.pages.apply.headline() != failed.pages.apply.headline());
        QVERIFY2(open.pages.apply.headline().contains(u"still open"_s), qPrintable(open.pages.apply.headline()));
        QCOMPARE(open.pages.apply.primaryAction().text, u"Decide now"_s);
        open.pages.apply.triggerPrimary();
        QCOMPARE(open.pages.steps.current(), Step::Interrupted);
    }

    // What a step came to, for whom its line is too short and who hears it.
    void steps_sayWhyInFull()
    {
        ApplyViewModel apply;
        std::vector<engine::JobView> jobs = fixtures::jobsRolledBack();
        jobs.back().error = base::refused("apply.busy"_msg);
        apply.setJobs(jobs);
        const viewmodels::JobModel &model = *apply.model();
        int told = 0;
        const std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex step = model.index(row, 0, parent);
                const QString why = step.data(viewmodels::JobModel::DetailRole).toString();
                QCOMPARE(step.data(Qt::ToolTipRole).toString(), why);
                QVERIFY(step.data(Qt::AccessibleTextRole).toString().endsWith(why));
                told += !why.isEmpty();
                visit(step);
            }
        };
        visit({});
        QVERIFY(told > 0);
    }

    // Whatever was said of an apply that fails: settling one that became final on some leaves them apart.
    void settling_thatFails_neverSaysThatAllIsBack()
    {
        ApplyViewModel apply;
        apply.begin(Task::Apply);
        apply.setOutcome(outcomeOf(Kind::RolledBack));
        const QString allBack = apply.headline();
        QVERIFY(!apply.halfApplied() && !apply.revertOffered());

        QSignalSpy finish(&apply, &ApplyViewModel::finishOpenRequested);
        QSignalSpy revert(&apply, &ApplyViewModel::revertOpenRequested);
        engine::ApplyOutcome refused = outcomeOf(Kind::RolledBack);
        refused.error = base::refused("apply.busy"_msg);
        const base::Result<engine::ApplyOutcome> error = *refused.error;
        for (const base::Result<engine::ApplyOutcome> &outcome : {base::Result<engine::ApplyOutcome>(refused), error}) {
            apply.begin(Task::Finish);
            apply.setOutcome(outcome);
            QVERIFY2(apply.headline() != allBack, qPrintable(apply.headline()));
            QVERIFY(!apply.succeeded() && !apply.problem().seen.isEmpty());
            QVERIFY(apply.revertOffered());
            apply.triggerPrimary();
        }
        QCOMPARE(finish.size(), 2);

        apply.begin(Task::Revert);
        apply.setOutcome(error);
        QVERIFY(apply.headline() != allBack && !apply.revertOffered());
        apply.triggerPrimary();
        QCOMPARE(revert.size(), 1);
        QCOMPARE(finish.size(), 2);
    }

    void reverting_isDone_whereAllIsRolledBack()
    {
        ApplyViewModel apply;
        apply.begin(Task::Undo);
        apply.setOutcome(outcomeOf(Kind::Applied));
        const QString asBefore = apply.headline();
        apply.begin(Task::Revert);
        apply.setOutcome(outcomeOf(Kind::RolledBack));
        QVERIFY(apply.succeeded());
        QCOMPARE(apply.headline(), asBefore);
    }

    // What is finished may be an undo: it ends where the Sparks were before, and there is no way forward again.
    void undo_thatIsFinished_endsAsItWasBefore()
    {
        ApplyViewModel apply;
        apply.begin(Task::FinishUndo);
        apply.setOutcome(outcomeOf(Kind::HalfApplied));
        QVERIFY(apply.halfApplied() && !apply.revertOffered());
        apply.begin(Task::FinishUndo);
        apply.setOutcome(outcomeOf(Kind::Applied));
        QSignalSpy start(&apply, &ApplyViewModel::startRequested);
        apply.triggerPrimary();
        QCOMPARE(start.size(), 1);
    }

    // Without a plan of before, and where one Spark is to leave.
    void failedPlan_isMadeAgain()
    {
        viewmodels::ReviewViewModel review;
        QSignalSpy again(&review, &viewmodels::ReviewViewModel::planRequested);
        QVERIFY(!review.primaryAction().enabled);
        review.setProblem(base::refused("apply.busy"_msg));
        review.triggerPrimary();
        QCOMPARE(again.size(), 1);
        review.setLeaver(viewmodels::Leaver{u"spark-b"_s, false, true});
        review.triggerPrimary();
        QCOMPARE(again.size(), 2);
    }

    // What the page says beside the timer, and whether it can be cancelled, is so for each kind of work.
    void work_saysWhatItsCancelAndTimerDo()
    {
        ApplyViewModel apply;
        apply.begin(Task::Apply);
        const QString untouched = apply.timerNote(), cancelText = apply.cancelText(), forward = apply.detail();
        apply.cancel();
        const QString takesBack = apply.headline();
        apply.begin(Task::Undo);
        QCOMPARE(apply.timerNote(), untouched);
        QVERIFY(apply.cancelText() != cancelText && apply.detail() != forward);
        apply.cancel();
        QVERIFY2(apply.headline() != takesBack, "what was set up stays");
        for (const Task task : {Task::Finish, Task::FinishUndo, Task::Revert, Task::Forget}) {
            apply.begin(task);
            QVERIFY2(apply.timerNote() != untouched, "it changes things without a timer");
            QVERIFY(apply.cancelText() != cancelText);
            apply.cancel();
            QVERIFY(apply.headline() != takesBack);
        }
    }

    void commit_endsWhatCanBeCancelled()
    {
        ApplyViewModel apply;
        QSignalSpy cancel(&apply, &ApplyViewModel::cancelRequested);
        apply.begin(Task::Apply);
        const QString working = apply.headline(), before = apply.detail();
        QVERIFY(apply.cancelOffered());
        engine::JobView commit;
        commit.title = base::Message("apply.step-commit"_msg);
        apply.setJobs({commit});
        QVERIFY2(apply.cancelOffered(), "it only waits");
        commit.state = engine::JobView::State::Running;
        apply.setJobs({commit});
        QVERIFY(!apply.cancelOffered() && apply.detail() != before);
        apply.cancel();
        QCOMPARE(cancel.size(), 0);

        apply.begin(Task::Apply);
        apply.cancel();
        QCOMPARE(cancel.size(), 1);
        apply.setJobs({commit}); // it was said before the cancel was heard
        QCOMPARE(apply.headline(), working);
    }

    void cancelled_isNoTrouble()
    {
        ApplyViewModel apply;
        apply.begin(Task::Apply);
        engine::ApplyOutcome outcome = outcomeOf(Kind::RolledBack);
        outcome.error = base::Error{base::ErrorKind::Cancelled, base::Message("apply.busy"_msg), {}};
        apply.setOutcome(outcome);
        QVERIFY2(!apply.cancelled(), "not by the person");
        apply.begin(Task::Apply);
        apply.cancel();
        apply.setOutcome(outcome);
        QVERIFY(apply.cancelled() && apply.problem().seen.isEmpty());
        QVERIFY(!apply.detail().isEmpty());
        outcome.error->kind = base::ErrorKind::Failed;
        apply.setOutcome(outcome);
        QVERIFY(!apply.cancelled() && !apply.problem().seen.isEmpty() && apply.detail().isEmpty());
    }

    // Beside the field for the next try: what to do, not which ways the program tried.
    void wrongPassword_isSaidInWordsOfThePerson()
    {
        SetupViewModels pages;
        viewmodels::WindowPrompter prompter;
        const viewmodels::SetupController controller(pages, prompter);
        pages.signIn.setHosts({fixtures::host(u"spark-a"_s, engine::HostState::SigningIn)});
        const auto told = [&](const char *tried) {
            prompter.dismissAll();
            prompter.credentials(u"spark-a"_s,
                base::Message("ssh.auth-denied"_msg).with("user", "ann").with("tried", tried).with("offered", "hand"));
            return pages.signIn.rows().front().problem;
        };
        const QString wrong = told("own-key,password");
        const QString remedy = engine::text::explain(base::refused("ssh.auth-denied"_msg)).remedy;
        QVERIFY2(wrong.contains(remedy) && !wrong.contains(u"own-key"_s), qPrintable(wrong));
        const QString other = told("own-key"); // no password is taken there
        QVERIFY2(other.contains(u"hand"_s), qPrintable(other));
    }

    void find_saysWhetherSomethingIsConnected()
    {
        using State = engine::HostState;
        viewmodels::FindViewModel find;
        const auto detailOf = [&find](State a, State b) {
            find.setMembers({fixtures::host(u"spark-a"_s, a), fixtures::host(u"spark-b"_s, b)});
            return find.detail();
        };
        const QString idle = detailOf(State::Idle, State::Idle);
        const QString one = detailOf(State::Ready, State::Idle);
        QVERIFY(one != idle);
        QVERIFY(detailOf(State::Ready, State::Ready) != one && find.detail() != idle);
    }

    void speed_thatIsNotMeasured_isNoFailedProof()
    {
        const fixtures::Fabric fabric = fixtures::cabledPair();
        viewmodels::ProveViewModel prove;
        prove.setReport(fixtures::passedReport(fabric, fixtures::planOf(fabric)));
        prove.setProblem(base::refused("apply.busy"_msg));
        const QString unproven = prove.headline();
        prove.setProblem({});
        prove.setMeasured(base::refused("bench.another-runs"_msg));
        QVERIFY(!prove.problem().seen.isEmpty() && prove.headline() != unproven);
        prove.setProblem(base::refused("apply.busy"_msg)); // a later proof
        QCOMPARE(prove.headline(), unproven);
    }

    void applied_isProven_orSignedInToAgain()
    {
        FlowFacts facts = factsOf(2);
        facts.applied = true;
        Ended whole(facts, Task::Apply, outcomeOf(Kind::Applied));
        whole.pages.apply.triggerPrimary();
        QCOMPARE(whole.pages.steps.current(), Step::Prove);

        facts.ready = 1;
        Ended lost(facts, Task::Apply, outcomeOf(Kind::Applied));
        QVERIFY(lost.pages.apply.primaryAction().text != whole.pages.apply.primaryAction().text);
        lost.pages.apply.triggerPrimary();
        QCOMPARE(lost.pages.steps.current(), Step::SignIn);
    }
};

int runChangeTests(const QStringList &arguments)
{
    TestChange test;
    return QTest::qExec(&test, arguments);
}

#include "changetests.moc"
