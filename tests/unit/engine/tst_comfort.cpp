// SPDX-License-Identifier: GPL-3.0-or-later
// What makes life with a cluster easier: the light of a socket, names on the Sparks and on the owner's computer.
#include "sessionfixture.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using domain::CageIndex;
using std::chrono::seconds;

namespace {

struct Desk : SessionFixture {
    Desk()
    {
        begin(2);
        sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        const auto signedIn = finish(session->signIn());
        if (!signedIn || !*signedIn)
            qFatal("nobody could sign in");
    }
    domain::Plan plan(std::optional<bool> hostsNames = {}, std::optional<bool> sshAliases = {})
    {
        PlanOptions options;
        options.timerSeconds = 6;
        options.hostsNames = hostsNames;
        options.sshAliases = sshAliases;
        const auto made = finish(session->makePlan(options));
        if (!made || !*made)
            qFatal("no plan: %s", made ? made->error().message.id.c_str() : "");
        return made->value();
    }
    ApplyOutcome apply()
    {
        const auto outcome = finish(session->apply());
        if (!outcome || !*outcome)
            qFatal("no apply: %s", outcome ? outcome->error().message.id.c_str() : "");
        return outcome->value();
    }
    QString nameOf(std::size_t number) const { return session->hosts()[number].name; }
};

} // namespace

class TestComfort : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blink_isPutOutWhenItsTimeIsOver()
    {
        Desk desk;
        std::optional<CageIndex> lit;
        const auto ended =
            finish(desk.session->blink(desk.nameOf(1), CageIndex::Zero, seconds(1), [&](const QString &netdev) {
                lit = desk.sparks.spark(1).blinking;
                QCOMPARE(netdev, QStringLiteral("enp1s0f0np0"));
            }));
        QVERIFY(ended && *ended);
        QVERIFY(lit == CageIndex::Zero);
        QVERIFY(!desk.sparks.spark(1).blinking && !desk.sparks.spark(0).blinking);
        QCOMPARE(desk.person.sudoAsked.size(), std::size_t(1));
        QVERIFY(desk.person.sudoAsked.begin()->second.front().first == SudoReason::Blink);
        // Nothing else was asked of root.
        QVERIFY(desk.sparks.spark(1).count("root:txn-begin") == 0 && desk.sparks.spark(1).count("root:blink") == 2);
    }

    void blink_cancelPutsItOutAtOnce()
    {
        Desk desk;
        const auto ended = finish(desk.session->blink(
            desk.nameOf(0), CageIndex::Zero, seconds(60), [&](const QString &) { desk.session->cancel(); }));
        QVERIFY(ended && !*ended);
        QVERIFY(ended->error().kind == base::ErrorKind::Cancelled);
        QVERIFY(!desk.sparks.spark(0).blinking);
    }

    void hostsNames_areWrittenByRoot_remembered_andKnownToSsh()
    {
        Desk desk;
        const domain::Plan plan = desk.plan(true);
        QVERIFY(plan.computer.empty());
        QCOMPARE(desk.apply().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(desk.sparks.spark(0).begin.config.hosts, plan.forSpark(desk.sparks.spark(0).facts.id)->network.hosts);
        QCOMPARE(desk.sparks.spark(0).begin.config.hosts.size(), std::size_t(2));
        QVERIFY(desk.sparks.spark(0).trust.knownHosts.find("spark-b-fabric") != std::string::npos);
        QVERIFY(desk.session->cluster().hostsNames && desk.clusters.saved.hostsNames);
        // Whoever says nothing wants what was wanted before.
        QVERIFY(!desk.plan().changesAnything());
        QVERIFY(desk.plan(false).changesSparks());
        QVERIFY(!desk.clusters.saved.hostsNames);
    }

    void sshAliases_comeWithTheSetUp_andGoWithTheUndo()
    {
        Desk desk;
        desk.aliases.state.config = "Host *\n  User bob\n";
        const domain::SshAliasState before = desk.aliases.state;
        const domain::Plan plan = desk.plan({}, true);
        QCOMPARE(plan.computer.size(), std::size_t(2));
        for (const domain::Change &change : plan.computer)
            QVERIFY(change.kind == domain::Change::Kind::SshAliases && !change.needsRoot && !change.diff.empty());
        QCOMPARE(desk.aliases.writes, 0);
        QCOMPARE(desk.apply().kind, ApplyOutcome::Kind::Applied);
        QVERIFY(desk.aliases.state.file->find("HostName 10.0.0.1") != std::string::npos);
        QVERIFY(desk.aliases.state.config->ends_with("Host *\n  User bob\n"));
        QVERIFY(desk.clusters.saved.sshAliases && !desk.plan().changesAnything());
        QCOMPARE(finish(desk.session->undo())->value().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(desk.aliases.state.config, before.config);
        QCOMPARE(desk.aliases.state.file, before.file);
    }

    // No Spark is asked for anything, root least of all.
    void sshAliases_alone_touchOnlyThisComputer()
    {
        Desk desk;
        desk.plan();
        desk.apply();
        const domain::Plan plan = desk.plan({}, true);
        QVERIFY(plan.changesAnything() && !plan.changesSparks() && !plan.needsRoot());
        const std::size_t asked = desk.sparks.spark(0).log.size();
        QCOMPARE(desk.apply().kind, ApplyOutcome::Kind::Applied);
        QVERIFY(desk.aliases.state.file.has_value());
        for (std::size_t i = asked; i < desk.sparks.spark(0).log.size(); ++i)
            QVERIFY2(!desk.sparks.spark(0).log[i].starts_with("root:"), desk.sparks.spark(0).log[i].c_str());
        QVERIFY(!desk.session->plan()->changesAnything());
        // And away again, without an undo.
        QVERIFY(!desk.plan({}, false).computer.empty());
        desk.apply();
        QVERIFY(!desk.aliases.state.file && !desk.aliases.state.config);
    }

    void sshAliases_leaveNamesOfOthersAlone()
    {
        Desk desk;
        desk.aliases.state.included = {"Host spark-b\n  HostName elsewhere\n"};
        const domain::Plan plan = desk.plan({}, true);
        QCOMPARE(plan.warnings.back().id, std::string("plan.alias-taken"));
        desk.apply();
        QVERIFY(desk.aliases.state.file->find("Host spark-a\n") != std::string::npos);
        QVERIFY(desk.aliases.state.file->find("Host spark-b\n") == std::string::npos);
    }

    // The fabric stands; a file here that cannot be written is no reason to take it down.
    void sshAliases_thatCannotBeWritten_areANote()
    {
        Desk desk;
        desk.plan({}, true);
        desk.aliases.fails = true;
        const ApplyOutcome outcome = desk.apply();
        QCOMPARE(outcome.kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(outcome.notes.back().id, std::string("apply.aliases-not-written"));
        QVERIFY(!desk.session->plan()->computer.empty()); // still to be done
    }

    void forgottenSpark_losesItsName()
    {
        Desk desk;
        desk.plan({}, true);
        desk.apply();
        desk.session->removeHost(desk.nameOf(1));
        QVERIFY(finish(desk.session->tidyAliases())->ok());
        QVERIFY(desk.aliases.state.file->find("Host spark-a\n") != std::string::npos);
        QVERIFY(desk.aliases.state.file->find("Host spark-b\n") == std::string::npos);
        const auto forgotten = finish(desk.session->forget({}));
        QVERIFY2(forgotten && *forgotten, forgotten && !*forgotten ? forgotten->error().message.id.c_str() : "");
        QVERIFY(!desk.aliases.state.file && !desk.aliases.state.config);
    }

    void blink_withoutSudo_isRefused()
    {
        Desk desk;
        desk.person.sudo.clear();
        const auto ended = finish(desk.session->blink(
            desk.nameOf(0), CageIndex::Zero, seconds(5), [](const QString &) { QFAIL("it blinks"); }));
        QVERIFY(ended && !*ended);
        QVERIFY(ended->error().kind == base::ErrorKind::Refused);
        QVERIFY(!finish(desk.session->blink(QStringLiteral("nobody"), CageIndex::Zero, seconds(5), [](const QString &) {
        }))->ok());
    }
};

QTEST_GUILESS_MAIN(TestComfort)
#include "tst_comfort.moc"
