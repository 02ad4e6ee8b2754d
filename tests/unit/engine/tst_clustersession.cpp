// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way over fake Sparks: sign in, cable, plan, apply, verify, undo, forget; and what happens when it goes
// wrong.
#include "engine/flow/routeshere.h"
#include "sessionfixture.h"
#include "settlingtests.h"

#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;

namespace {

// Signed in, one cable in cage 0 of both, planned.
domain::Plan plannedPair(SessionFixture &fixture)
{
    fixture.begin(2);
    fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
    const auto signedIn = finish(fixture.session->signIn());
    PlanOptions options;
    options.timerSeconds = 6; // short, so that a proof that cannot succeed gives up soon
    const auto plan = finish(fixture.session->makePlan(options));
    if (!signedIn || !*signedIn || !plan || !*plan)
        qFatal("the pair could not be planned: %s", plan && !*plan ? plan->error().message.id.c_str() : "sign-in");
    return plan->value();
}

} // namespace

class TestClusterSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_fromFirstContactToForgotten()
    {
        SessionFixture fixture;
        const domain::Plan plan = plannedPair(fixture);
        QCOMPARE(fixture.person.tables.size(), std::size_t(1)); // one table for both keys
        QCOMPARE(fixture.person.tables.front().size(), std::size_t(2));
        QVERIFY(plan.changesAnything());
        for (const HostView &host : fixture.session->hosts()) {
            QCOMPARE(host.state, HostState::Ready);
            QVERIFY(host.keyLogin);
        }

        const auto applied = finish(fixture.session->apply());
        QVERIFY(applied && *applied);
        QVERIFY2(applied->value().kind == ApplyOutcome::Kind::Applied,
            applied->value().error ? applied->value().error->message.id.c_str() : "");
        QVERIFY(!fixture.session->hasOpenTransaction());

        const auto report = finish(fixture.session->verify());
        QVERIFY(report && *report);
        for (const Check &check : report->value().checks)
            QVERIFY2(check.verdict == Check::Verdict::Passed, check.text.id.c_str());
        QVERIFY(report->value().passed());
        QVERIFY(!report->value().notProven.empty()); // speed never is

        const auto undone = finish(fixture.session->undo());
        QVERIFY(undone && *undone);
        QCOMPARE(undone->value().kind, ApplyOutcome::Kind::Applied);
        QVERIFY(!isConfigured(fixture.sparks.spark(0)) && !isConfigured(fixture.sparks.spark(1)));
        QVERIFY(!fixture.sparks.spark(0).trust.hasClusterKey);

        const auto forgotten = finish(fixture.session->forget({}));
        QVERIFY(forgotten && *forgotten);
        QVERIFY(fixture.session->hosts().empty());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(fixture.sparks.spark(i).authorizedKeys.empty());
            QVERIFY(fixture.sparks.spark(i).storedAgent.empty());
        }
        QVERIFY(fixture.hostKeys.known.isEmpty());
    }

    void secondSetUp_changesNothingAndUsesNoSudo()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        const auto applied = finish(fixture.session->apply());
        QVERIFY(applied && *applied && applied->value().kind == ApplyOutcome::Kind::Applied);
        fixture.reopen();
        for (int i = 0; i < 2; ++i)
            fixture.sparks.spark(i).log.clear();
        fixture.person.credentialsAsked.clear();
        const auto journalBefore = fixture.journal.entries.size();
        const int savesBefore = fixture.clusters.saves;

        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto plan = finish(fixture.session->makePlan({}));
        QVERIFY2(plan && *plan, plan && !*plan ? plan->error().message.id.c_str() : "");
        for (const domain::SparkPlan &spark : plan->value().sparks)
            for (const domain::Change &change : spark.changes)
                QVERIFY2(false, change.title.id.c_str());
        QVERIFY(!plan->value().changesAnything());
        const auto again = finish(fixture.session->apply());
        QVERIFY(again && *again);
        QCOMPARE(again->value().kind, ApplyOutcome::Kind::NothingToDo);
        QCOMPARE(fixture.journal.entries.size(), journalBefore);
        QCOMPARE(fixture.clusters.saves, savesBefore);
        QVERIFY(fixture.person.credentialsAsked.empty());
        for (int i = 0; i < 2; ++i)
            for (const std::string &entry : fixture.sparks.spark(i).log)
                QVERIFY2(!entry.starts_with("sudo") && !entry.starts_with("privileged") && entry != "upload"
                        && entry != "trust-apply" && entry != "install-key" && entry != "cluster-key",
                    entry.c_str());
    }

    // Sparkloom may run on one of the Sparks: the routes over its own halves are in nobody's way. Those of any other
    // computer are.
    void routesOfThisComputer_areAvoidedUnlessItIsASpark_data()
    {
        QTest::addColumn<bool>("isSpark");
        QTest::newRow("another computer") << false;
        if (!identityHere().isEmpty()) // bare containers have none
            QTest::newRow("one of the Sparks") << true;
    }
    void routesOfThisComputer_areAvoidedUnlessItIsASpark()
    {
        QFETCH(bool, isSpark);
        SessionFixture fixture;
        fixture.begin(2);
        if (isSpark)
            fixture.sparks.spark(1).facts.id = domain::SparkId{identityHere().toStdString()};
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto plan = finish(fixture.session->makePlan({}));
        QVERIFY2(plan && *plan, plan && !*plan ? plan->error().message.id.c_str() : "no end");
        const auto applied = finish(fixture.session->apply());
        QVERIFY(applied && *applied && applied->value().kind == ApplyOutcome::Kind::Applied);
        fixture.local.known.clear();
        for (const domain::Lane &lane : plan->value().addresses.lanes)
            fixture.local.known.push_back(lane.subnet); // as a computer that sits on the lanes
        QCOMPARE(fixture.session->routesHere().empty(), isSpark);
        const auto again = finish(fixture.session->makePlan({}));
        QVERIFY2(again && *again, again && !*again ? again->error().message.id.c_str() : "no end");
        QCOMPARE(again->value().changesAnything(), !isSpark);
    }

    void failureBeforeCommit_rollsBackEverywhere_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("how");
        for (const QString &verb :
            {u"txn-begin"_s, u"txn-trial"_s, u"ping"_s, u"txn-persist"_s, u"trust-apply"_s, u"cluster-key"_s})
            for (const QString &how : {u"error"_s, u"cut"_s})
                QTest::newRow(qPrintable(verb + u' ' + how)) << verb << how;
    }

    void failureBeforeCommit_rollsBackEverywhere()
    {
        QFETCH(QString, verb);
        QFETCH(QString, how);
        SessionFixture fixture;
        plannedPair(fixture);
        FakeSpark &bad = fixture.sparks.spark(1);
        const domain::SparkFacts oldA = fixture.sparks.spark(0).facts;
        const domain::SparkFacts oldB = bad.facts;
        if (how == "error"_L1 && verb == "ping"_L1)
            bad.rightLane = false; // an echo that comes back proves nothing
        else if (how == "error"_L1)
            bad.failAt[verb.toStdString()] = base::failed(base::Message());
        else
            bad.cutAt.insert(verb.toStdString());
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::RolledBack);
        QVERIFY(outcome->value().error.has_value());
        QVERIFY(fixture.sparks.spark(0).facts.halves == oldA.halves);
        if (bad.phase != protocol::TransactionPhase::Persisted) // then its timer does it
            QVERIFY(bad.facts.halves == oldB.halves);
        QVERIFY(!fixture.sparks.spark(0).trust.hasClusterKey);
        QVERIFY(!fixture.session->timerLeft());
    }

    void commitThatFailsInTheMiddle_isHalfAppliedAndCanBeFinished()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::HalfApplied);
        fixture.reopen();
        QVERIFY(fixture.session->hasOpenTransaction());
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto refused = finish(fixture.session->apply());
        QVERIFY(refused && !*refused);
        const auto finished = finish(fixture.session->finishOpen());
        QVERIFY2(finished && *finished, finished && !*finished ? finished->error().message.id.c_str() : "");
        QVERIFY(!fixture.session->hasOpenTransaction());
        QVERIFY(isConfigured(fixture.sparks.spark(0)) && isConfigured(fixture.sparks.spark(1)));
        QVERIFY(finish(fixture.session->verify())->value().passed());
        // It was one set-up, and goes back as one.
        const auto undone = finish(fixture.session->undo());
        QVERIFY(undone && *undone && undone->value().notes.empty());
        QVERIFY(!isConfigured(fixture.sparks.spark(0)) && !isConfigured(fixture.sparks.spark(1)));
    }

    // What a pulled plug breaks is told with the half that is dark, never with "run the set-up again".
    void pulledCable_isTheCauseThatVerifyNames()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        fixture.sparks.unplug(0, CageIndex::Zero);
        const auto report = finish(fixture.session->verify());
        QVERIFY(report && *report && !report->value().passed());
        int lanes = 0, names = 0;
        for (const Check &check : report->value().checks) {
            if (check.kind == Check::Kind::SshName)
                names += check.verdict == Check::Verdict::Passed;
            if (check.kind != Check::Kind::SshLane)
                continue;
            ++lanes;
            QCOMPARE(check.verdict, Check::Verdict::Failed);
            QCOMPARE(check.text.id, std::string("verify.ssh-no-link"));
            QCOMPARE(std::get<std::string>(check.text.arguments.at("spark")), check.from.toStdString());
            QVERIFY(std::get<std::string>(check.text.arguments.at("interface")).find("f0np0") != std::string::npos);
            QCOMPARE(check.remedy.id, std::string("verify.ssh-no-link-remedy"));
        }
        QCOMPARE(lanes, 4); // two halves, both directions
        QCOMPARE(names, 2); // management still works
    }

    // A link that leads elsewhere: no key is the cause.
    void movedCable_isNoMatterOfKeys()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        for (domain::HalfFacts &half : fixture.sparks.spark(1).facts.halves)
            half.addresses.clear();
        const auto report = finish(fixture.session->verify());
        QVERIFY(report && *report && !report->value().passed());
        int lanes = 0;
        for (const Check &check : report->value().checks)
            if (check.text.id == "verify.ssh-failed") {
                ++lanes;
                QCOMPARE(check.remedy.id, std::string("verify.ssh-no-way-remedy"));
            }
        QCOMPARE(lanes, 2); // from the one that has its addresses still to the other
    }

    void commitThatFailsInTheMiddle_canBeReverted()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.sparks.spark(1).failAt["txn-commit"] = base::failed(base::Message());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::HalfApplied);
        fixture.reopen();
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto reverted = finish(fixture.session->revertOpen());
        QVERIFY2(reverted && *reverted, reverted && !*reverted ? reverted->error().message.id.c_str() : "");
        QCOMPARE(reverted->value().kind, ApplyOutcome::Kind::RolledBack);
        QVERIFY(!fixture.session->hasOpenTransaction());
        QVERIFY(!isConfigured(fixture.sparks.spark(0)) && !isConfigured(fixture.sparks.spark(1)));
    }

    void forgetAfterARolledBackSetUp_takesTheRootHelperAway()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.sparks.spark(1).failAt["txn-trial"] = base::failed(base::Message());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::RolledBack);
        QVERIFY(finish(fixture.session->inspect())->ok());
        const auto forgotten = finish(fixture.session->forget({}));
        QVERIFY2(forgotten && *forgotten, forgotten && !*forgotten ? forgotten->error().message.id.c_str() : "");
        for (int i = 0; i < 2; ++i)
            QVERIFY(!fixture.sparks.spark(i).facts.rootHelperInstalled);
    }

    void cancelWithinAnApply_rollsBack_data()
    {
        QTest::addColumn<QString>("step");
        for (const QString &step : {u"begin"_s, u"trial"_s, u"prove"_s, u"persist"_s, u"trust"_s})
            QTest::newRow(qPrintable(step)) << step;
    }

    void cancelWithinAnApply_rollsBack()
    {
        QFETCH(QString, step);
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.journal.onAppend = [&](const JournalEntry &entry) {
            if (entry.step == step && entry.intent)
                QTimer::singleShot(0, fixture.session.get(), [&fixture] { fixture.session->cancel(); });
        };
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::RolledBack);
        QCOMPARE(outcome->value().error->kind, base::ErrorKind::Cancelled);
        QVERIFY(!isConfigured(fixture.sparks.spark(0)) && !isConfigured(fixture.sparks.spark(1)));
        QVERIFY(!fixture.sparks.spark(0).trust.hasClusterKey);
    }

    void sessionDestroyedInTheMiddle_leavesNothingRunning()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.journal.onAppend = [&](const JournalEntry &entry) {
            if (entry.step == "prove"_L1)
                QTimer::singleShot(0, [&fixture] { fixture.session.reset(); });
        };
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && !*outcome);
        QVERIFY(fixture.sparks.processes.empty() && fixture.sparks.hosts.empty());
        QVERIFY(!isConfigured(fixture.sparks.spark(0)) && !isConfigured(fixture.sparks.spark(1)));
    }

    void journalThatCannotBeWritten_stopsTheStep()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        fixture.journal.failAt = u"trial"_s;
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::RolledBack);
        QCOMPARE(fixture.sparks.spark(0).count("root:txn-trial"), 0);
    }

    void sudo_asksOnlyAsOftenAsNeeded()
    {
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        fixture.sparks.spark(0).sudoPassword.clear(); // no password needed: none may be sent
        fixture.sparks.spark(1).lecture = true;
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto plan = finish(fixture.session->makePlan({}));
        QVERIFY(plan && *plan);
        QVERIFY(fixture.sparks.spark(0).secretsSeen.find("root-please") == std::string::npos);
        QCOMPARE(fixture.sparks.spark(1).count("sudo:password"), 1);
        QCOMPARE(fixture.person.sudoAsked.size(), std::size_t(1));
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(fixture.sparks.spark(1).count("sudo:password"), 1); // the same root agent serves both
    }

    void sudo_wrongPasswordAndUserWithoutSudo()
    {
        SessionFixture fixture;
        fixture.person.sudo = "wrong";
        fixture.begin(2);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto wrong = finish(fixture.session->makePlan({}));
        QVERIFY(wrong && !*wrong);
        QCOMPARE(wrong->error().message.id, std::string("sudo.wrong-password"));
        QCOMPARE(fixture.person.sudoAsked.begin()->second.size(), std::size_t(3));
        QVERIFY(fixture.person.sudoAsked.begin()->second.back().second);

        fixture.person.sudo = "root-please";
        fixture.sparks.spark(0).maySudo = false;
        const auto refused = finish(fixture.session->makePlan({}));
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().message.id, std::string("sudo.not-allowed"));
    }

    void star_fallsBackToTheMtuThatTheSwitchPasses()
    {
        SessionFixture fixture;
        fixture.begin(3);
        for (std::size_t i = 0; i < 3; ++i) {
            fixture.sparks.plugIntoSwitch(i, CageIndex::Zero);
            fixture.sparks.spark(i).largestPayload = 1472;
        }
        QVERIFY(finish(fixture.session->signIn())->ok());
        PlanOptions options;
        options.timerSeconds = 6;
        const auto plan = finish(fixture.session->makePlan(options));
        QVERIFY2(plan && *plan, plan && !*plan ? plan->error().message.id.c_str() : "");
        QCOMPARE(plan->value().addresses.topology, domain::Topology::Star);
        const auto outcome = finish(fixture.session->apply());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(outcome->value().notes.size(), std::size_t(1));
        QCOMPARE(fixture.session->cluster().applied->mtu, 1500);
        const auto report = finish(fixture.session->verify());
        QVERIFY(report->value().passed());
        // Every ordered pair on each of the two lanes.
        QCOMPARE(std::count_if(report->value().checks.begin(), report->value().checks.end(),
                     [](const Check &check) { return check.kind == Check::Kind::RightLane; }),
            12);
    }

    void forgetOne_leavesWhatIsKnownOfTheOthers()
    {
        SessionFixture fixture;
        fixture.begin(3);
        for (std::size_t i = 0; i < 3; ++i)
            fixture.sparks.plugIntoSwitch(i, CageIndex::Zero);
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(finish(fixture.session->makePlan({}))->ok() && finish(fixture.session->apply())->ok());
        const Cluster before = fixture.session->cluster();
        const auto idOf = [&](std::size_t i) { return fixture.sparks.spark(i).facts.id; };
        for (std::size_t i = 2; i > 0; --i) {
            QVERIFY(finish(fixture.session->forget({fixture.session->hosts().back().name}))->ok());
            const Cluster &left = fixture.session->cluster();
            QCOMPARE(left.members.size(), i);
            QCOMPARE(left.applied.has_value(), i == 2); // one alone is no cluster
            QCOMPARE(left.clusterId, i == 2 ? before.clusterId : QString());
            for (std::size_t other = 0; left.applied && other < i; ++other)
                QVERIFY(left.applied->halvesOf(idOf(other)) == before.applied->halvesOf(idOf(other)));
            QVERIFY(!left.applied || left.applied->halvesOf(idOf(i)).empty());
        }
    }

    void missingRingCable_isNamed()
    {
        SessionFixture fixture;
        fixture.begin(3);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::One);
        fixture.sparks.plug(1, CageIndex::Zero, 2, CageIndex::One);
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto plan = finish(fixture.session->makePlan({}));
        QVERIFY(plan && !*plan);
        QCOMPARE(plan->error().message.id, std::string("cabling.ring-missing"));
    }

    // networkd leaves unconfigured halves down: their cables are dark until they are woken, and again afterwards.
    void sleepingHalves_areWokenForThePlanAndSleepAgain_data()
    {
        QTest::addColumn<bool>("watched");
        QTest::newRow("planned without watching") << false;
        QTest::newRow("watched, woken and left again") << true;
    }
    void sleepingHalves_areWokenForThePlanAndSleepAgain()
    {
        QFETCH(const bool, watched);
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        const auto asleep = [&fixture](std::size_t index) {
            const auto &halves = fixture.sparks.spark(index).facts.halves;
            return std::none_of(
                halves.begin(), halves.end(), [](const auto &half) { return half.adminUp || half.carrier; });
        };
        for (std::size_t i = 0; i < 2; ++i)
            fixture.sparks.setAsleep(fixture.sparks.spark(i), true);
        QVERIFY(asleep(0) && asleep(1));
        QVERIFY(finish(fixture.session->signIn())->ok());
        if (watched) {
            QVERIFY(finish(fixture.session->startCabling(domain::Topology::Pair))->ok());
            QVERIFY(fixture.session->cabling().wakeNeeded);
            QVERIFY(finish(fixture.session->wakeHalves())->ok());
            QTRY_VERIFY(fixture.session->cabling().status.complete);
            fixture.session->stopCabling();
            QTRY_VERIFY(asleep(0) && asleep(1));
        }
        const auto plan = finish(fixture.session->makePlan({}));
        QVERIFY2(plan && *plan, plan && !*plan ? plan->error().message.id.c_str() : "no end");
        QVERIFY(plan->value().changesAnything());
        QVERIFY(!fixture.session->cabling().running);
        QTRY_VERIFY(asleep(0) && asleep(1));
    }

    void plugWhileWatching_turnsUpInTheMapAndGoesAgain()
    {
        SessionFixture fixture;
        fixture.begin(2);
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(finish(fixture.session->startCabling(domain::Topology::Pair))->ok());
        QVERIFY(!fixture.session->cabling().status.complete);
        fixture.sparks.plug(0, CageIndex::One, 1, CageIndex::Zero);
        QTRY_VERIFY(fixture.session->cabling().status.complete);
        fixture.sparks.unplug(0, CageIndex::One);
        QTRY_VERIFY(fixture.session->cabling().map.cables.empty());
        fixture.session->stopCabling();
        QVERIFY(!fixture.session->cabling().running);
    }

    void lostConnection_comesBackByItself()
    {
        SessionFixture fixture;
        plannedPair(fixture);
        QVERIFY(fixture.session->hosts().front().lastKnown.isNull());
        const QDateTime cut = fixture.time = fixture.time.addSecs(600);
        for (FakeHost *host : std::set<FakeHost *>(fixture.sparks.hosts))
            if (host->spark == &fixture.sparks.spark(0))
                host->cut();
        QTRY_COMPARE(fixture.session->hosts().front().state, HostState::Lost);
        fixture.time = fixture.time.addSecs(60); // that it is tried again changes nothing
        QCOMPARE(fixture.session->hosts().front().lastKnown, cut);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->hosts().front().state != HostState::Lost, 20'000);
        QVERIFY(fixture.session->hosts().front().lastKnown == cut
            || fixture.session->hosts().front().state == HostState::Ready);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session->hosts().front().state, HostState::Ready, 20'000);
        QVERIFY(fixture.session->hosts().front().lastKnown.isNull());
        QVERIFY(fixture.session->hosts().back().lastKnown.isNull()); // was never lost
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestClusterSession test;
    const int failed = QTest::qExec(&test, app.arguments());
    return failed + runSettlingTests(app.arguments());
}

#include "tst_clustersession.moc"
