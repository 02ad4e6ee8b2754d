// SPDX-License-Identifier: GPL-3.0-or-later
// One change over three Sparks: at each step one of them fails, is cut off, or does it and its answer is lost; another
// application is at work, this one was interrupted earlier. Afterwards all are old or all are new, and the next change
// succeeds.
#include "sessionfixture.h"

#include <QTest>

#include <random>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace sparkloom::base::literals;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using Phase = protocol::TransactionPhase;

namespace {

bool plansAgain(SessionFixture &fixture)
{
    const auto signedIn = finish(fixture.session->signIn());
    const auto plan = finish(fixture.session->makePlan(quick()));
    return signedIn && *signedIn && plan && *plan;
}

void beginRing(SessionFixture &fixture)
{
    fixture.begin(3);
    for (std::size_t i = 0; i < 3; ++i)
        fixture.sparks.plug(i, CageIndex::Zero, (i + 1) % 3, CageIndex::One);
    if (!plansAgain(fixture))
        qFatal("the ring could not be planned");
}

int configuredOf(SessionFixture &fixture)
{
    int count = 0;
    for (std::size_t i = 0; i < fixture.sparks.count(); ++i)
        count += isConfigured(fixture.sparks.spark(i));
    return count;
}

// What the safety timers of the Sparks do.
void timersFire(SessionFixture &fixture)
{
    for (std::size_t i = 0; i < fixture.sparks.count(); ++i) {
        FakeSpark &spark = fixture.sparks.spark(i);
        if (spark.phase != Phase::Begun && spark.phase != Phase::Trial && spark.phase != Phase::Persisted)
            continue;
        spark.facts = spark.before;
        spark.phase = Phase::RolledBack;
    }
}

bool nothingIsOpen(SessionFixture &fixture)
{
    bool closed = fixture.journal.open({}).empty();
    for (std::size_t i = 0; i < fixture.sparks.count(); ++i) {
        const Phase phase = fixture.sparks.spark(i).phase;
        closed &= phase == Phase::None || phase == Phase::Committed || phase == Phase::RolledBack;
    }
    return closed;
}

} // namespace

class TestTwoPhase : public QObject {
    Q_OBJECT

    int m_points = 0, m_old = 0, m_new = 0, m_half = 0, m_between = 0;

    static void addRows(const QStringList &verbs)
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("host");
        const bool all = qEnvironmentVariableIsSet("SPARKLOOM_ALL_CUTS");
        const unsigned seed = std::random_device{}();
        int point = int(seed % 3);
        for (const QString &verb : verbs)
            for (const QString &how : {u"error"_s, u"cut"_s, u"answer lost"_s})
                for (int host = 0; host < 3; ++host, ++point)
                    if (all || (point + point / 3) % 3 == 0)
                        QTest::newRow(qPrintable(u"%1 %2 on %3"_s.arg(verb, how).arg(host))) << verb << how << host;
        std::printf("cuts: one of three Sparks fails: %s points, seed %u\n", all ? "all" : "a third of the", seed);
    }

    static void spoil(FakeSpark &spark, const QString &verb, const QString &how)
    {
        if (how == "error"_L1)
            spark.failAt[verb.toStdString()] = base::failed(base::Message());
        else if (how == "cut"_L1)
            spark.cutAt.insert(verb.toStdString());
        else
            spark.cutAfter.insert(verb.toStdString());
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        std::printf("cuts: one of three Sparks fails: %d points, %d old, %d new, %d half applied until finished, %d "
                    "in between\n",
            m_points, m_old, m_new, m_half, m_between);
    }

    void oneOfThree_failsAtEachStep_data()
    {
        addRows({u"txn-begin"_s, u"txn-trial"_s, u"inventory"_s, u"ping"_s, u"txn-persist"_s, u"cluster-key"_s,
            u"trust-apply"_s, u"txn-commit"_s});
    }

    void oneOfThree_failsAtEachStep()
    {
        QFETCH(QString, verb);
        QFETCH(QString, how);
        QFETCH(int, host);
        SessionFixture fixture;
        beginRing(fixture);
        ++m_points;
        const FakeSpark &spoilt = fixture.sparks.spark(std::size_t(host));
        spoil(fixture.sparks.spark(std::size_t(host)), verb, how);
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome.has_value());
        QVERIFY2(spoilt.failAt.empty() && spoilt.cutAt.empty() && spoilt.cutAfter.empty(), "it has not come to that");
        const std::optional<base::Error> told = *outcome ? outcome->value().error : outcome->error();
        QVERIFY2(!told || told->kind != base::ErrorKind::Cancelled, "nobody cancelled anything");
        using Kind = ApplyOutcome::Kind;
        const auto kind = *outcome ? std::optional(outcome->value().kind) : std::nullopt;
        QVERIFY2(kind != Kind::NothingToDo, why(outcome));
        if (kind == Kind::RolledBack && configuredOf(fixture) > 0) // then it does not say that all is back
            QVERIFY(!outcome->value().notes.empty());
        timersFire(fixture);
        const int configured = configuredOf(fixture);
        const bool whole = kind == Kind::Applied ? configured == 3 : kind == Kind::HalfApplied || configured == 0;
        m_between += !whole;
        QVERIFY2(whole, why(outcome));
        ++(kind == Kind::Applied ? m_new : kind == Kind::HalfApplied ? m_half : m_old);
        QCOMPARE(fixture.session->hasOpenTransaction(), kind == Kind::HalfApplied);

        // A person comes back, to the same Sparks, with a new session.
        fixture.reopen();
        QVERIFY(plansAgain(fixture));
        const auto again =
            kind == Kind::HalfApplied ? finish(fixture.session->finishOpen()) : finish(fixture.session->apply());
        QVERIFY2(again && *again, why(again));
        QVERIFY(again->value().kind == Kind::Applied || again->value().kind == Kind::NothingToDo);
        QCOMPARE(configuredOf(fixture), 3);
        QVERIFY(nothingIsOpen(fixture));
    }

    // All of them may be final, or that one alone, and nobody knows.
    void commitWhoseAnswerIsLost_canBeReverted_data()
    {
        QTest::addColumn<int>("host");
        QTest::addColumn<bool>("othersFail");
        for (int host = 0; host < 3; ++host)
            for (const bool othersFail : {false, true})
                QTest::addRow("of %d, the others %s", host, othersFail ? "fail" : "do it") << host << othersFail;
    }

    void commitWhoseAnswerIsLost_canBeReverted()
    {
        QFETCH(int, host);
        QFETCH(bool, othersFail);
        SessionFixture fixture;
        beginRing(fixture);
        FakeSpark &unheard = fixture.sparks.spark(std::size_t(host));
        spoil(unheard, u"txn-commit"_s, u"answer lost"_s);
        for (int other = 0; other < 3; ++other)
            if (othersFail && other != host)
                spoil(fixture.sparks.spark(std::size_t(other)), u"txn-commit"_s, u"error"_s);
        const auto outcome = finish(fixture.session->apply());
        QVERIFY2(outcome && *outcome && outcome->value().kind == ApplyOutcome::Kind::HalfApplied, why(outcome));
        QCOMPARE(unheard.phase, Phase::Committed); // it has done so
        timersFire(fixture);
        QCOMPARE(configuredOf(fixture), othersFail ? 1 : 3);
        fixture.reopen();
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(fixture.session->hasOpenTransaction());
        const auto reverted = finish(fixture.session->revertOpen());
        QVERIFY2(reverted && *reverted, why(reverted));
        QCOMPARE(configuredOf(fixture), 0);
        QVERIFY(nothingIsOpen(fixture));
        QVERIFY(plansAgain(fixture));
        const auto again = finish(fixture.session->apply());
        QVERIFY2(again && *again && again->value().kind == ApplyOutcome::Kind::Applied, why(again));
        QCOMPARE(configuredOf(fixture), 3);
    }

    void connectionLost_isToldAsSuch_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char *verb : {"txn-begin", "txn-trial", "txn-persist", "txn-commit"})
            QTest::newRow(verb) << verb;
    }

    void connectionLost_isToldAsSuch()
    {
        QFETCH(QString, verb);
        SessionFixture fixture;
        beginRing(fixture);
        fixture.sparks.spark(1).cutAt.insert(verb.toStdString());
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome && outcome->value().error);
        QCOMPARE(outcome->value().error->message.id, std::string("ssh.lost"));
        int failed = 0;
        for (const JobView &job : fixture.session->jobs()) {
            QVERIFY2(job.state != JobView::State::Cancelled, job.title.id.c_str());
            failed += job.state == JobView::State::Failed && job.spark == fixture.session->hosts()[1].name;
        }
        QCOMPARE(failed, 1);
    }

    void barriers_holdAtEveryStep()
    {
        SessionFixture fixture;
        beginRing(fixture);
        QStringList wrong;
        const QMap<QString, Phase> before = {{u"trial"_s, Phase::Begun}, {u"prove"_s, Phase::Trial},
            {u"persist"_s, Phase::Trial}, {u"trust"_s, Phase::Persisted}, {u"commit"_s, Phase::Persisted},
            {u"closed"_s, Phase::Committed}};
        QStringList seen;
        fixture.journal.onAppend = [&](const JournalEntry &entry) {
            if (!entry.intent && entry.step != "closed"_L1)
                return;
            seen << entry.step;
            for (std::size_t i = 0; i < 3 && before.contains(entry.step); ++i)
                if (fixture.sparks.spark(i).phase != before[entry.step])
                    wrong << entry.step;
        };
        QVERIFY(finish(fixture.session->apply())->ok());
        QVERIFY2(wrong.empty(), qPrintable(wrong.join(u' ')));
        seen.removeDuplicates();
        QCOMPARE(seen,
            (QStringList{u"begin"_s, u"trial"_s, u"prove"_s, u"persist"_s, u"trust"_s, u"commit"_s, u"closed"_s}));
    }

    void timerLeft_countsOnlyWhileTimersAreArmed()
    {
        SessionFixture fixture;
        beginRing(fixture);
        bool counted = true;
        fixture.journal.onAppend = [&](const JournalEntry &entry) {
            if (entry.step == "trial"_L1)
                counted &= fixture.session->timerLeft() && *fixture.session->timerLeft() <= std::chrono::seconds(6);
        };
        QVERIFY(!fixture.session->timerLeft());
        QVERIFY(finish(fixture.session->apply())->ok());
        QVERIFY(counted && !fixture.session->timerLeft());
    }

    void anotherApplication_isNamedAndNothingOfItIsTakenBack()
    {
        SessionFixture fixture;
        beginRing(fixture);
        FakeSpark &theirs = fixture.sparks.spark(1);
        theirs.failAt["txn-begin"] = base::refused(base::Message("remote.locked"_msg)
                                                       .with("owner", "bob@desk")
                                                       .with("since", std::int64_t(1'790'000'000'000)));
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::RolledBack);
        QCOMPARE(outcome->value().error->message.id, std::string("remote.locked"));
        QCOMPARE(std::get<std::string>(outcome->value().error->message.arguments.at("owner")), std::string("bob@desk"));
        QCOMPARE(theirs.count("root:txn-rollback"), 0);
        QCOMPARE(configuredOf(fixture), 0);
        QVERIFY(fixture.journal.open({}).empty());
    }

    // A Spark is lost in the middle: this computer cannot tell how it ended there, but the next change can.
    void lostSpark_theNextApplySettlesItself_data()
    {
        QTest::addColumn<bool>("timerWasFaster");
        QTest::newRow("it has gone back") << true;
        QTest::newRow("it still waits for its timer") << false;
    }

    void lostSpark_theNextApplySettlesItself()
    {
        QFETCH(bool, timerWasFaster);
        SessionFixture fixture;
        beginRing(fixture);
        fixture.sparks.spark(2).cutAt.insert("txn-persist");
        const auto outcome = finish(fixture.session->apply());
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::RolledBack);
        FakeSpark &lost = fixture.sparks.spark(2);
        if (!timerWasFaster)
            lost.phase = Phase::Persisted; // as where only the answer was lost
        QVERIFY(!fixture.journal.open({}).empty());
        fixture.reopen();
        QVERIFY(!fixture.session->hasOpenTransaction());
        QVERIFY(plansAgain(fixture));
        const int rollbacks = lost.count("root:txn-rollback");
        const auto again = finish(fixture.session->apply());
        QVERIFY2(again && *again && again->value().kind == ApplyOutcome::Kind::Applied, why(again));
        QCOMPARE(lost.count("root:txn-rollback") - rollbacks, timerWasFaster ? 0 : 1);
        QCOMPARE(configuredOf(fixture), 3);
        QVERIFY(fixture.journal.open({}).empty());
    }

    void revert_waitsForItsOwnDeadSession()
    {
        SessionFixture fixture;
        beginRing(fixture);
        fixture.sparks.spark(0).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::HalfApplied);
        fixture.reopen();
        fixture.sparks.spark(0).lockedFor = 1;
        QVERIFY(finish(fixture.session->signIn())->ok());
        bool told = false;
        QObject::connect(fixture.session.get(), &ClusterSession::jobsChanged, fixture.session.get(), [&] {
            for (const JobView &job : fixture.session->jobs())
                told |= job.title.id == "apply.waits-for-timer";
        });
        const auto reverted = finish(fixture.session->revertOpen());
        QVERIFY2(reverted && *reverted, why(reverted));
        QVERIFY(told);
        QCOMPARE(configuredOf(fixture), 0);
    }

    void revert_leavesTheLiveWorkOfAnother()
    {
        SessionFixture fixture;
        beginRing(fixture);
        fixture.sparks.spark(0).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::HalfApplied);
        fixture.sparks.spark(0).lockedFor = 1;
        fixture.sparks.spark(0).owner = "bob@desk";
        const auto reverted = finish(fixture.session->revertOpen());
        QVERIFY(reverted && !*reverted);
        QCOMPARE(reverted->error().message.id, std::string("remote.locked"));
        QVERIFY(fixture.session->hasOpenTransaction());
    }

    // Plan 1 stands everywhere, plan 2 became final on some: reverting takes back plan 2 and nothing of plan 1.
    void halfAppliedSecondSetUp_revertKeepsTheFirst()
    {
        SessionFixture fixture;
        beginRing(fixture);
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        const auto first = fixture.sparks.spark(0).facts.halves;
        PlanOptions other = quick();
        other.mtu = 1500;
        const auto plan = finish(fixture.session->makePlan(other));
        QVERIFY2(plan && *plan && plan->value().changesAnything(), why(plan));
        fixture.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::HalfApplied);
        QVERIFY(fixture.sparks.spark(0).facts.halves != first);
        const auto reverted = finish(fixture.session->revertOpen());
        QVERIFY2(reverted && *reverted, why(reverted));
        QVERIFY(fixture.sparks.spark(0).facts.halves == first);
        QCOMPARE(configuredOf(fixture), 3);
        QVERIFY(fixture.sparks.spark(1).trust.hasClusterKey);
    }

    // A set-up that found the other Sparks right changed the second only, whatever their clocks say.
    void undo_ofASetUpOfOne_leavesTheOthers()
    {
        SessionFixture fixture;
        beginRing(fixture);
        QVERIFY(finish(fixture.session->apply())->ok());
        const auto age = [&](int number, std::int64_t clock, std::int64_t applied) {
            fixture.sparks.spark(number).facts.clockUtcMs = clock;
            fixture.sparks.spark(number).facts.receipt->appliedUtcMs = applied;
        };
        age(0, 5'000'000, 4'000'000);
        age(2, 5'000'000, 4'000'000);
        FakeSpark &mended = fixture.sparks.spark(1);
        mended.undoTo = mended.facts;
        mended.facts.receipt->planId = "mended";
        age(1, 100'000, 99'000);
        fixture.reopen();
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto undone = finish(fixture.session->undo());
        QVERIFY(undone && *undone);
        QCOMPARE(undone->value().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(fixture.sparks.spark(0).count("root:undo") + fixture.sparks.spark(2).count("root:undo"), 0);
        QCOMPARE(mended.count("root:undo"), 1);
        QCOMPARE(configuredOf(fixture), 3);
        QVERIFY(mended.trust.hasClusterKey);
        QCOMPARE(undone->value().notes.size(), std::size_t(1));
        QCOMPARE(undone->value().notes.front().id, std::string("apply.undo-earlier-stands"));
    }

    // Who had no part in the undo does not follow it either.
    void halfDoneUndo_ofASetUpOfTwo_leavesTheThird()
    {
        SessionFixture fixture;
        beginRing(fixture);
        QVERIFY(finish(fixture.session->apply())->ok());
        for (const std::size_t number : {1, 2}) {
            fixture.sparks.spark(number).facts.receipt->planId = "later";
            fixture.sparks.spark(number).facts.receipt->appliedUtcMs = 1000;
        }
        fixture.reopen();
        QVERIFY(finish(fixture.session->signIn())->ok());
        fixture.sparks.spark(2).failAt["txn-commit"] = base::failed(base::Message());
        const auto undone = finish(fixture.session->undo());
        QVERIFY(undone && *undone && undone->value().kind == ApplyOutcome::Kind::HalfApplied);
        timersFire(fixture);
        QCOMPARE(configuredOf(fixture), 2);
        const auto finished = finish(fixture.session->finishOpen());
        QVERIFY2(finished && *finished, why(finished));
        QVERIFY(isConfigured(fixture.sparks.spark(0)));
        QCOMPARE(configuredOf(fixture), 1);
        QVERIFY(!fixture.session->hasOpenTransaction());
        // What is left makes no whole: nothing is claimed, as after an undo that was not cut.
        QVERIFY(!fixture.session->cluster().applied);
        QCOMPARE(finished->value().notes.size(), std::size_t(1));
        QCOMPARE(finished->value().notes.front().id, std::string("apply.undo-earlier-stands"));
    }

    void halfDoneUndo_isCompletedNotReverted()
    {
        SessionFixture fixture;
        beginRing(fixture);
        PlanOptions options = quick();
        options.sshAliases = true;
        QVERIFY(finish(fixture.session->makePlan(options))->ok());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        QVERIFY(fixture.session->cluster().applied && !fixture.aliases.state.file.value_or("").empty());
        fixture.sparks.spark(2).failAt["txn-commit"] = base::failed(base::Message());
        const auto undone = finish(fixture.session->undo());
        QVERIFY(undone && *undone && undone->value().kind == ApplyOutcome::Kind::HalfApplied);
        timersFire(fixture);
        QCOMPARE(configuredOf(fixture), 1);
        const auto reverted = finish(fixture.session->revertOpen());
        QCOMPARE(reverted->error().message.id, std::string("apply.undo-only-forward"));
        const auto finished = finish(fixture.session->finishOpen());
        QVERIFY2(finished && *finished, why(finished));
        QCOMPARE(configuredOf(fixture), 0);
        QVERIFY(!fixture.session->hasOpenTransaction());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(!fixture.sparks.spark(i).trust.hasClusterKey);
        // Nor does this computer believe in it any more.
        QVERIFY(!fixture.session->cluster().applied && fixture.session->cluster().clusterId.isEmpty());
        QVERIFY(!fixture.clusters.saved.applied && !fixture.session->plan() && !fixture.session->report());
        QCOMPARE(fixture.aliases.state.file.value_or(""), std::string());
        QVERIFY(finish(fixture.session->refreshStatus())->ok());
        for (const SparkStatus &status : fixture.session->status())
            QCOMPARE(status.state, SparkStatus::State::NotConfigured);
    }
};

QTEST_GUILESS_MAIN(TestTwoPhase)
#include "tst_twophase.moc"
