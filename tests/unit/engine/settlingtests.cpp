// SPDX-License-Identifier: GPL-3.0-or-later
// A change stands half applied and one of the Sparks never comes back, or only later: the others are settled, exactly
// old or exactly new, and nothing is ever said to be done on the one that was not asked.
#include "settlingtests.h"

#include "sessionfixture.h"

#include <QTest>

#include <variant>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace sparkloom::base::literals;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using Kind = ApplyOutcome::Kind;
using Phase = protocol::TransactionPhase;

namespace {

int addressesOf(const FakeSpark &spark)
{
    return static_cast<int>(std::count_if(spark.facts.halves.begin(), spark.facts.halves.end(),
        [](const auto &half) { return !half.addresses.empty(); }));
}

bool trusts(const FakeSpark &spark, const FakeSpark &other)
{
    const std::vector<std::string> &lines = spark.trust.authorizedLines;
    return std::any_of(lines.begin(), lines.end(),
        [&](const std::string &line) { return line.find(other.facts.hostname) != std::string::npos; });
}

// Three Sparks in a ring, A, B and C: C is the one that dies.
struct Ring : SessionFixture {
    Ring()
    {
        begin(3);
        for (std::size_t i = 0; i < 3; ++i)
            sparks.plug(i, CageIndex::Zero, (i + 1) % 3, CageIndex::One);
        const auto signedIn = finish(session->signIn());
        const auto plan = finish(session->makePlan(quick()));
        if (!signedIn || !*signedIn || !plan || !*plan)
            qFatal("the ring could not be planned: %s", why(plan).constData());
    }
    FakeSpark &a() { return sparks.spark(0); }
    FakeSpark &b() { return sparks.spark(1); }
    FakeSpark &c() { return sparks.spark(2); }
    QString nameOfC() const { return nameOf(2); }
    QString nameOf(std::size_t number) const { return session->cluster().members.at(number).name; }

    void setUp()
    {
        const auto outcome = finish(session->apply());
        if (!outcome || !*outcome || outcome->value().kind != Kind::Applied)
            qFatal("the ring could not be set up: %s", why(outcome).constData());
    }
    std::optional<base::Result<ApplyOutcome>> leave(bool gone)
    {
        const auto plan = finish(session->planLeave(nameOfC(), 6));
        if (!plan || !*plan)
            qFatal("no plan for the others: %s", why(plan).constData());
        return finish(session->leave(nameOfC(), gone));
    }
    // For good: nobody reaches it any more, and its plugs are dark.
    void burn()
    {
        c().reachable = false;
        sparks.unplug(2, CageIndex::Zero);
        sparks.unplug(2, CageIndex::One);
    }
    // What the safety timers of the others do.
    void timersFire()
    {
        for (FakeSpark *spark : {&a(), &b()}) {
            if (spark->phase != Phase::Begun && spark->phase != Phase::Trial && spark->phase != Phase::Persisted)
                continue;
            spark->facts = spark->before;
            spark->phase = Phase::RolledBack;
        }
    }
    void comeBack()
    {
        reopen();
        if (const auto signedIn = finish(session->signIn()); !signedIn || !*signedIn)
            qFatal("nobody could sign in");
    }
};

bool says(const ApplyOutcome &outcome, const char *id, const QString &spark)
{
    return std::any_of(outcome.notes.begin(), outcome.notes.end(), [&](const base::Message &note) {
        return note.id == id && std::get<std::string>(note.arguments.at("sparks")) == spark.toStdString();
    });
}

} // namespace

class TestSettling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halfAppliedLeave_isSettledWithoutTheSparkThatDied_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::addColumn<bool>("cut"); // else: refused
        for (const bool finishes : {true, false})
            for (const bool cut : {true, false})
                QTest::addRow("%s, %s", finishes ? "finish" : "revert", cut ? "connection lost" : "an error")
                    << finishes << cut;
    }

    void halfAppliedLeave_isSettledWithoutTheSparkThatDied()
    {
        QFETCH(bool, finishes);
        QFETCH(bool, cut);
        Ring ring;
        ring.setUp();
        const auto before = ring.a().facts.halves, beforeB = ring.b().facts.halves;
        if (cut)
            ring.b().cutAt.insert("txn-commit");
        else
            ring.b().failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(ring.leave(false)->value().kind, Kind::HalfApplied);
        ring.burn();
        ring.timersFire();
        ring.comeBack();
        QVERIFY(ring.session->hasOpenTransaction());
        QVERIFY(ring.session->saidGone().isEmpty());
        const QString dead = ring.nameOfC();
        const auto logOfC = ring.c().log;

        // Nobody is dropped silently.
        const auto refused = finishes ? finish(ring.session->finishOpen()) : finish(ring.session->revertOpen());
        QCOMPARE(why(refused), QByteArray("flow.not-all-settled"));
        QVERIFY(ring.session->hasOpenTransaction());
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(3));

        const auto settled =
            finishes ? finish(ring.session->finishOpen({dead})) : finish(ring.session->revertOpen({dead}));
        QVERIFY2(settled && *settled, why(settled));
        QVERIFY(!ring.session->hasOpenTransaction() && ring.journal.open({}).empty());
        QCOMPARE(ring.c().log, logOfC);
        if (finishes) {
            QCOMPARE(settled->value().kind, Kind::Applied);
            QVERIFY(says(settled->value(), "apply.went-without", dead));
            QCOMPARE(ring.session->cluster().members.size(), std::size_t(2));
            QCOMPARE(addressesOf(ring.a()), 2);
            QCOMPARE(addressesOf(ring.b()), 2);
            QVERIFY(!trusts(ring.a(), ring.c()) && !trusts(ring.b(), ring.c()));
            QVERIFY(finish(ring.session->verify())->value().passed());
        } else {
            QVERIFY(says(settled->value(), "apply.gone-still-listed", dead));
            QCOMPARE(ring.session->cluster().members.size(), std::size_t(3));
            QVERIFY(ring.a().facts.halves == before && ring.b().facts.halves == beforeB);
            // And then it leaves.
            QVERIFY2(ring.leave(true)->ok(), "the next step");
            QCOMPARE(ring.session->cluster().members.size(), std::size_t(2));
            QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 4);
        }
    }

    // The person said it already, when the leave began.
    void halfAppliedLeave_ofASparkThatIsGone_needsNoSecondWord()
    {
        Ring ring;
        ring.setUp();
        ring.burn();
        ring.b().failAt["txn-commit"] = base::failed(base::Message());
        const QString dead = ring.nameOfC();
        QCOMPARE(ring.leave(true)->value().kind, Kind::HalfApplied);
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(3));
        QCOMPARE(ring.clusters.saved.members.back().name, dead); // at its place, should this computer die now
        ring.comeBack();
        QCOMPARE(ring.session->saidGone(), QStringList(dead));
        const auto finished = finish(ring.session->finishOpen());
        QVERIFY2(finished && *finished, why(finished));
        QVERIFY(says(finished->value(), "apply.went-without", dead));
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(2));
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 4);
        QVERIFY(!ring.session->hasOpenTransaction());
    }

    // Finishing a leave makes nobody a member again.
    void halfAppliedLeave_isFinishedAsALeave()
    {
        Ring ring;
        ring.setUp();
        ring.b().failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(ring.leave(false)->value().kind, Kind::HalfApplied);
        ring.timersFire();
        ring.comeBack();
        const auto finished = finish(ring.session->finishOpen());
        QVERIFY2(finished && *finished, why(finished));
        QVERIFY(finished->value().notes.empty());
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(2));
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 4);
        QCOMPARE(addressesOf(ring.c()), 0);
        QVERIFY(!ring.c().facts.rootHelperInstalled && !ring.c().facts.receipt);
        QVERIFY(finish(ring.session->verify())->value().passed());
    }

    // The others are done, and the connection is lost while the one that leaves gets its earlier settings back: that
    // undo is its own, nobody follows it.
    void undoOfTheOneThatLeaves_isNobodyElses_data()
    {
        QTest::addColumn<bool>("dies");
        QTest::newRow("it comes back") << false;
        QTest::newRow("it is dead") << true;
    }

    void undoOfTheOneThatLeaves_isNobodyElses()
    {
        QFETCH(bool, dies);
        Ring ring;
        ring.setUp();
        const QString leaver = ring.nameOfC();
        const auto plan = finish(ring.session->planLeave(leaver, 6));
        QVERIFY(plan && *plan);
        ring.c().cutAt.insert("txn-commit"); // the only one that it is asked for is that of its undo
        const auto left = finish(ring.session->leave(leaver, false));
        QVERIFY(left && !*left);
        QVERIFY(ring.session->hasOpenTransaction());
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 4);
        if (dies)
            ring.burn();
        ring.comeBack();
        const auto finished = finish(ring.session->finishOpen(dies ? QStringList(leaver) : QStringList()));
        QVERIFY2(finished && *finished, why(finished));
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 4);
        QCOMPARE(ring.a().count("root:undo") + ring.b().count("root:undo"), 0);
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(2));
        if (!dies)
            QVERIFY(addressesOf(ring.c()) == 0 && !ring.c().facts.receipt);
        QVERIFY(!ring.session->hasOpenTransaction());
    }

    // Likewise where only one of them is forgotten.
    void undoOfTheOneThatIsForgotten_isNobodyElses()
    {
        Ring ring;
        ring.setUp();
        const int before = addressesOf(ring.a()) + addressesOf(ring.b());
        ring.c().cutAt.insert("txn-commit");
        QVERIFY(!finish(ring.session->forget({ring.nameOfC()}))->ok());
        QVERIFY(ring.session->hasOpenTransaction());
        ring.comeBack();
        const auto finished = finish(ring.session->finishOpen());
        QVERIFY2(finished && *finished, why(finished));
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), before);
        QCOMPARE(addressesOf(ring.c()), 0);
        const auto &applied = ring.session->cluster().applied; // of the others it is still known
        QVERIFY(applied && int(applied->halvesOf(ring.a().facts.id).size()) == addressesOf(ring.a()));
        QVERIFY(applied->halvesOf(ring.c().facts.id).empty());
    }

    // A first set-up, whose third Spark dies in the last step.
    void halfAppliedSetUp_goesOnWithoutTheSparkThatDied_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::newRow("finish") << true;
        QTest::newRow("revert") << false;
    }

    void halfAppliedSetUp_goesOnWithoutTheSparkThatDied()
    {
        QFETCH(bool, finishes);
        Ring ring;
        ring.c().cutAt.insert("txn-commit");
        QCOMPARE(finish(ring.session->apply())->value().kind, Kind::HalfApplied);
        ring.burn();
        ring.comeBack();
        const QString dead = ring.nameOfC();
        const auto settled =
            finishes ? finish(ring.session->finishOpen({dead})) : finish(ring.session->revertOpen({dead}));
        QVERIFY2(settled && *settled, why(settled));
        QVERIFY(!ring.session->hasOpenTransaction());
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(finishes ? 2 : 3));
        QCOMPARE(addressesOf(ring.a()), finishes ? 2 : 0);
        QCOMPARE(addressesOf(ring.b()), finishes ? 2 : 0);
        QVERIFY(ring.a().trust.hasClusterKey == finishes);
        QVERIFY(says(settled->value(), finishes ? "apply.went-without" : "apply.gone-still-listed", dead));
        if (finishes)
            QVERIFY(finish(ring.session->verify())->value().passed());
    }

    void halfDoneUndo_isCompletedWithoutTheSparkThatDied()
    {
        Ring ring;
        ring.setUp();
        ring.c().cutAt.insert("txn-commit");
        QCOMPARE(finish(ring.session->undo())->value().kind, Kind::HalfApplied);
        ring.burn();
        ring.comeBack();
        const QString dead = ring.nameOfC();
        QCOMPARE(why(finish(ring.session->revertOpen({dead}))), QByteArray("apply.undo-only-forward"));
        const auto finished = finish(ring.session->finishOpen({dead}));
        QVERIFY2(finished && *finished, why(finished));
        QCOMPARE(addressesOf(ring.a()) + addressesOf(ring.b()), 0);
        QVERIFY(says(finished->value(), "apply.gone-still-listed", dead));
        QVERIFY(!ring.a().trust.hasClusterKey && !ring.b().trust.hasClusterKey);
        QVERIFY(!ring.session->hasOpenTransaction());
        QVERIFY(!ring.session->cluster().applied && ring.session->cluster().clusterId.isEmpty());
        QCOMPARE(finished->value().kind, Kind::Applied); // not "there was nothing to finish"
    }

    // Nobody is set up, and nothing that somebody changed is put back, by a word about something else.
    void finish_withNothingOpen_changesNothing()
    {
        Ring ring; // planned, not applied
        const auto early = finish(ring.session->finishOpen());
        QVERIFY2(early && *early && early->value().kind == Kind::NothingToDo, why(early));
        QCOMPARE(addressesOf(ring.a()), 0);
        ring.setUp();
        ring.a().facts.halves.front().mtu = 1500; // somebody changed it
        const auto late = finish(ring.session->finishOpen());
        QVERIFY2(late && *late && late->value().kind == Kind::NothingToDo, why(late));
        QCOMPARE(ring.a().facts.halves.front().mtu, 1500);
        QCOMPARE(ring.a().count("root:txn-begin"), 1);
    }

    void whomToDoWithout_isChecked()
    {
        Ring ring;
        ring.setUp();
        QCOMPARE(why(finish(ring.session->finishOpen({ring.nameOfC()}))), QByteArray("flow.nothing-to-settle"));
        QCOMPARE(why(finish(ring.session->revertOpen({u"nobody"_s}))), QByteArray("flow.no-such-member"));
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(3));
        ring.b().failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(ring.leave(false)->value().kind, Kind::HalfApplied);
        const QStringList all{ring.nameOf(0), ring.nameOf(1), ring.nameOf(2)};
        QCOMPARE(why(finish(ring.session->finishOpen(all))), QByteArray("flow.nobody-ready"));
        QVERIFY(ring.session->hasOpenTransaction());
    }

    // "Sign in again, then finish": the same window, whose connection was lost in the last step.
    void connectionLostInTheMiddle_isSettledAfterSigningInAgain_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::newRow("finish") << true;
        QTest::newRow("revert") << false;
    }

    void connectionLostInTheMiddle_isSettledAfterSigningInAgain()
    {
        QFETCH(bool, finishes);
        Ring ring;
        ring.c().cutAt.insert("txn-commit");
        QCOMPARE(finish(ring.session->apply())->value().kind, Kind::HalfApplied);
        // It does not answer yet.
        ring.c().reachable = false;
        const auto early = finish(ring.session->signIn());
        QVERIFY(early.has_value());
        QCOMPARE(why(finishes ? finish(ring.session->finishOpen()) : finish(ring.session->revertOpen())),
            QByteArray("flow.not-all-settled"));
        QVERIFY(ring.session->hasOpenTransaction());
        // Its connection comes back, whether by itself or by this.
        ring.c().reachable = true;
        QVERIFY(finish(ring.session->signIn())->ok());
        const auto settled = finishes ? finish(ring.session->finishOpen()) : finish(ring.session->revertOpen());
        QVERIFY2(settled && *settled, why(settled));
        QVERIFY(!ring.session->hasOpenTransaction());
        for (FakeSpark *spark : {&ring.a(), &ring.b(), &ring.c()})
            QCOMPARE(addressesOf(*spark), finishes ? 4 : 0);
        QCOMPARE(ring.session->cluster().members.size(), std::size_t(3));
    }

    // The names of this computer's SSH configuration go with the Spark.
    void sshName_leavesWithItsSpark()
    {
        Ring ring;
        PlanOptions options = quick();
        options.sshAliases = true;
        QVERIFY(finish(ring.session->makePlan(options))->ok());
        ring.setUp();
        QVERIFY(ring.aliases.state.file.value_or("").find("10.0.0.3") != std::string::npos);
        const auto left = ring.leave(false);
        QVERIFY2(left && *left, why(left));
        const std::string file = ring.aliases.state.file.value_or("");
        QVERIFY(file.find("10.0.0.3") == std::string::npos && file.find("10.0.0.2") != std::string::npos);
    }
};

int runSettlingTests(const QStringList &arguments)
{
    TestSettling test;
    return QTest::qExec(&test, arguments);
}

#include "settlingtests.moc"
