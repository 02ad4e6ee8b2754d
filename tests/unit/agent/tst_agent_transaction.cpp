// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of a transaction, and what each refuses.
#include "agent/netplanfiles.h"
#include "agent/transaction/journal.h"
#include "agent/transaction/records.h"
#include "domain/plan/render.h"
#include "txn.h"

#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
using protocol::TransactionPhase;
namespace verb = protocol::verb;

class TestAgentTransaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole_configuresAndLeavesAReceipt()
    {
        Machine machine;
        QVERIFY2(machine.setUp(), machine.error ? machine.error->message.id.c_str() : "");
        auto &files = machine.system.files();
        const auto config = machine.begin().config;
        QCOMPARE(files.text("/etc/netplan/60-sparkloom.yaml"), domain::renderNetplan(config.halves));
        QCOMPARE(files.info("/etc/netplan/60-sparkloom.yaml").mode, 0600u);
        QCOMPARE(files.text(std::string(domain::kSysctlPath)), domain::renderSysctl(config.halves));
        QVERIFY(!files.exists("/etc/netplan/40-cx7.yaml"));
        QVERIFY(!files.exists("/run/netplan"));
        QCOMPARE(machine.system.network().addressesOf("enp1s0f0np0"), std::vector<std::string>{"10.100.0.1/24"});
        QCOMPARE(machine.system.network().link("enP2p1s0f0np0").mtu, 9000);
        QCOMPARE(files.text("/proc/sys/net/ipv6/conf/enp1s0f0np0/disable_ipv6"), std::string("1\n"));
        QVERIFY(machine.nothingLeftBehind());
        QCOMPARE(files.info("/var/lib/sparkloom/receipt.json").mode, 0644u);
        const auto receipt = protocol::decode<domain::Receipt>(files.text("/var/lib/sparkloom/receipt.json"));
        QVERIFY(receipt.ok());
        QVERIFY(receipt->config.halves == config.halves && receipt->config.takeOver.empty());
        QVERIFY(receiptMatches(files, *receipt));
        QCOMPARE(files.info("/var/lib/sparkloom/txn-00000000000000a1").mode, 0700u);
        QVERIFY(machine.system.services().hasBootUnit("sparkloom-recover"));
    }

    void undoOfTheSecond_bringsTheRecordOfTheFirstBack_withItsTime()
    {
        Machine machine;
        const auto recorded = [&machine] {
            const auto read =
                protocol::decode<domain::Receipt>(machine.system.files().text("/var/lib/sparkloom/receipt.json"));
            return read ? read->appliedUtcMs : 0;
        };
        QVERIFY(machine.setUp());
        const std::int64_t first = recorded();
        machine.system.loop().advance(1h);
        QVERIFY(machine.setUp("00000000000000a2"));
        const std::int64_t second = recorded();
        QVERIFY(first > 0 && second > first);
        machine.system.loop().advance(1h);
        QVERIFY(machine.undoWhole());
        QCOMPARE(recorded(), first);
        QVERIFY(machine.undoWhole("00000000000000b2"));
        QVERIFY(recorded() > second); // nothing stands: since then
    }

    void trial_isForgottenByARebootAndTouchesNothingInEtc()
    {
        Machine machine;
        const std::string etc = machine.system.files().listing({"/etc"});
        Harness harness(machine.system, Mode::Root);
        const auto begun = machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin()));
        QVERIFY(begun && begun->phase == TransactionPhase::Begun && begun->timerLeftMs > 0);
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        QCOMPARE(machine.system.files().listing({"/etc"}), etc);
        QCOMPARE(machine.system.files().text("/run/netplan/40-cx7.yaml"), std::string());
        QVERIFY(machine.system.files().exists("/run/netplan/40-cx7.yaml"));
        QCOMPARE(machine.system.files().info("/run/netplan/60-sparkloom.yaml").mode, 0600u);
        QCOMPARE(machine.system.services().timers.size(), std::size_t(1));
        QCOMPARE(machine.system.services().timers.begin()->second,
            (std::vector<std::string>{machine.system.who.agentPath, "rollback", "00000000000000a1"}));
    }

    void endOfInput_beforePersistGoesBackAtOnce()
    {
        for (const bool afterTrial : {false, true}) {
            Machine machine;
            const std::string before = machine.state();
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
            if (afterTrial)
                QVERIFY(machine.step(harness, verb::kTransactionTrial));
            harness.session->inputEnded();
            machine.system.loop().advance(1ms);
            QVERIFY(harness.session->finished());
            QCOMPARE(harness.session->exitCode(), 0);
            QCOMPARE(machine.state(), before);
            QVERIFY(machine.nothingLeftBehind());
            QVERIFY(readJournal(machine.system.files(), "00000000000000a1")->phase == TransactionPhase::RolledBack);
        }
    }

    void endOfInput_duringTheTrialGoesBack()
    {
        Machine machine;
        const std::string before = machine.state();
        machine.system.activation().takesUp = false;
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        const auto id = harness.send(verb::kTransactionTrial);
        machine.system.loop().advance(1s);
        QVERIFY(harness.terminal(id).type.empty());
        harness.session->inputEnded();
        machine.system.loop().advance(30s);
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
    }

    void endOfInput_afterPersistLeavesItToTheTimer()
    {
        Machine machine;
        {
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            QVERIFY(machine.step(harness, verb::kTransactionPersist));
            harness.session->inputEnded();
            machine.system.loop().advance(1ms);
        }
        QVERIFY(machine.system.files().exists("/etc/netplan/60-sparkloom.yaml"));
        QCOMPARE(machine.system.services().timers.size(), std::size_t(1));
        // A new session finds it half applied and finishes it.
        Harness harness(machine.system, Mode::Root);
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin("00000000000000a2"))));
        QCOMPARE(machine.error->message.id, std::string("remote.half-applied"));
        QVERIFY(machine.step(harness, verb::kTransactionStatus)->phase == TransactionPhase::Persisted);
        const auto committed = machine.step(harness, verb::kTransactionCommit);
        QVERIFY(committed && committed->phase == TransactionPhase::Committed && committed->undoAvailable);
        const auto receipt =
            protocol::decode<domain::Receipt>(machine.system.files().text("/var/lib/sparkloom/receipt.json"));
        QVERIFY(receipt.ok() && receipt->config.halves.size() == 2);
        QVERIFY(machine.nothingLeftBehind());
    }

    void halfApplied_canBeReverted()
    {
        Machine machine;
        const std::string before = machine.state();
        {
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
            QVERIFY(machine.step(harness, verb::kTransactionTrial));
            QVERIFY(machine.step(harness, verb::kTransactionPersist));
            harness.session->inputEnded();
        }
        Harness harness(machine.system, Mode::Root);
        const auto status = machine.step(harness, verb::kTransactionRollback);
        QVERIFY(status && status->phase == TransactionPhase::RolledBack);
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
    }

    void timer_firesInThisProcessToo()
    {
        Machine machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        for (int i = 0; i < 10; ++i) {
            machine.system.loop().advance(10s);
            harness.session->receive(protocol::requestLine(0, verb::kHeartbeat) + "\n");
        }
        QCOMPARE(machine.state(), before);
        QVERIFY(!machine.step(harness, verb::kTransactionPersist));
        QCOMPARE(machine.error->message.id, std::string("remote.no-transaction"));
        QCOMPARE(machine.step(harness, verb::kTransactionStatus)->problem, std::string("remote.rolled-back-by-timer"));
    }

    void timer_ofSystemdIsFasterThanAStoppedProcess()
    {
        Machine machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        const auto result =
            recover(machine.system, "00000000000000a1", false); // another process, although we hold the lock
        QVERIFY(result.ok() && *result);
        QCOMPARE(machine.state(), before);
        QVERIFY(!machine.step(harness, verb::kTransactionPersist));
        QCOMPARE(machine.error->message.id, std::string("remote.transaction-over"));
        QCOMPARE(machine.state(), before);
    }

    void silence_goesBack()
    {
        Machine machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        machine.system.loop().advance(20s);
        QVERIFY(harness.session->finished());
        QCOMPARE(machine.state(), before);
    }

    void trial_thatIsNotTakenUpGoesBack()
    {
        Machine machine;
        const std::string before = machine.state();
        machine.system.activation().takesUp = false;
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        const auto id = harness.send(verb::kTransactionTrial);
        for (int i = 0; i < 4; ++i) {
            machine.system.loop().advance(5s);
            harness.session->receive(protocol::requestLine(0, verb::kHeartbeat) + "\n");
        }
        QCOMPARE(harness.terminal(id).error->message.id, std::string("remote.trial-not-taken-up"));
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
    }

    void trial_thatTouchesManagementGoesBack()
    {
        Machine machine;
        machine.system.activation().breaksInterface = "enP7s7";
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(!machine.step(harness, verb::kTransactionTrial));
        QCOMPARE(machine.error->message.id, std::string("remote.management-changed"));
        QVERIFY(!machine.system.files().exists("/run/netplan"));
    }

    void trial_turnsIpv6OffAgainWhenARendererTurnsItOn()
    {
        Machine machine;
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        machine.system.activation().takesUp = false;
        const auto id = harness.send(verb::kTransactionTrial);
        machine.system.files().put("/proc/sys/net/ipv6/conf/enp1s0f0np0/disable_ipv6", "0\n");
        machine.system.activation().takesUp = true;
        QVERIFY(machine.system.activation().activate({"enp1s0f0np0", "enP2p1s0f0np0"}).ok());
        machine.system.loop().advance(1s);
        QCOMPARE(harness.terminal(id).type, std::string("done"));
        QCOMPARE(machine.system.files().text("/proc/sys/net/ipv6/conf/enp1s0f0np0/disable_ipv6"), std::string("1\n"));
    }

    void begin_refusesAndChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *what, const char *id) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(id);
        };
        row("file changed", "remote.stale-plan");
        row("file came", "remote.stale-plan");
        row("file went", "remote.stale-plan");
        row("take over differs", "remote.stale-plan");
        row("half gone", "remote.half-missing");
        row("management on half", "remote.management-on-half");
        row("management gone", "remote.management-missing");
        row("subnet in use", "remote.subnet-in-use");
        row("black hole", "remote.subnet-in-use");
        row("mtu too large", "remote.mtu-not-supported");
        row("disk full", "remote.disk-full");
        row("same subnet twice", "remote.value-out-of-range");
        row("network address", "remote.value-out-of-range");
        row("multicast", "remote.value-out-of-range");
        row("mtu odd", "remote.value-out-of-range");
        row("timer short", "remote.value-out-of-range");
        row("id", "remote.value-out-of-range");
        row("path outside", "remote.value-out-of-range");
        row("netdev text", "remote.value-out-of-range");
    }

    void begin_refusesAndChangesNothing()
    {
        QFETCH(QString, what);
        QFETCH(QString, id);
        Machine machine;
        auto begin = machine.begin();
        auto &system = machine.system;
        if (what == QLatin1String("file changed"))
            system.files().put(
                "/etc/netplan/01-network-manager-all.yaml", "network:\n  renderer: NetworkManager\n", 0600);
        else if (what == QLatin1String("file came"))
            system.files().put("/run/netplan/99-x.yaml", "network: {}\n");
        else if (what == QLatin1String("file went"))
            system.files().nodes.erase("/etc/netplan/01-network-manager-all.yaml");
        else if (what == QLatin1String("take over differs"))
            begin.config.takeOver[0].sha256 = std::string(64, '0');
        else if (what == QLatin1String("half gone"))
            std::erase_if(system.network().linkTable, [](const auto &link) { return link.name == "enP2p1s0f0np0"; });
        else if (what == QLatin1String("management on half"))
            begin.managementInterface = "enp1s0f0np0";
        else if (what == QLatin1String("management gone"))
            begin.managementInterface = "wlP9s9";
        else if (what == QLatin1String("subnet in use"))
            begin.config.halves[0].address = *domain::Ipv4Interface::parse("192.168.77.200/24");
        else if (what == QLatin1String("black hole"))
            system.network().routeTable.push_back({*domain::Ipv4Prefix::parse("10.100.0.0/26"), std::nullopt});
        else if (what == QLatin1String("mtu too large"))
            system.network().link("enp1s0f0np0").maxMtu = 4000;
        else if (what == QLatin1String("disk full"))
            system.files().free = 1000;
        else if (what == QLatin1String("same subnet twice"))
            begin.config.halves[1].address = *domain::Ipv4Interface::parse("10.100.0.9/24");
        else if (what == QLatin1String("network address"))
            begin.config.halves[0].address = *domain::Ipv4Interface::parse("10.100.0.0/24");
        else if (what == QLatin1String("multicast"))
            begin.config.halves[0].address = *domain::Ipv4Interface::parse("224.0.0.5/24");
        else if (what == QLatin1String("mtu odd"))
            begin.config.halves[0].mtu = 9001;
        else if (what == QLatin1String("timer short"))
            begin.timerSeconds = 4;
        else if (what == QLatin1String("id"))
            begin.transactionId = "../../etc/passwd";
        else if (what == QLatin1String("path outside"))
            begin.config.takeOver[0].path = "/etc/netplan/../passwd.yaml";
        else
            begin.config.halves[0].netdev = "a b";
        const std::string before = machine.state() + system.files().listing({"/var/lib", "/usr/local"});
        Harness harness(system, Mode::Root);
        QVERIFY(!machine.step(harness, verb::kTransactionBegin, protocol::encode(begin)));
        // The codec refuses some values before the agent looks at them.
        if (QString::fromStdString(machine.error->message.id).startsWith(QLatin1String("remote.")))
            QCOMPARE(QString::fromStdString(machine.error->message.id), id);
        QCOMPARE(machine.state() + system.files().listing({"/var/lib", "/usr/local"}), before);
        QVERIFY(machine.nothingLeftBehind());
        QVERIFY(system.services().bootUnits.empty());
    }

    // A VPN that takes all traffic writes the default route in pieces: they are in nobody's way.
    void begin_besideAVpn()
    {
        Machine machine;
        const int tunnel = machine.system.network().add("tun0", "00:00:00:00:00:00");
        for (const char *piece : {"0.0.0.0/1", "128.0.0.0/1", "10.8.0.0/24"})
            machine.system.network().routeTable.push_back({*domain::Ipv4Prefix::parse(piece), std::nullopt, tunnel});
        Harness harness(machine.system, Mode::Root);
        QVERIFY2(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())),
            machine.error ? machine.error->message.id.c_str() : "");
    }

    void phases_outOfOrderAreRefused()
    {
        Machine machine;
        Harness harness(machine.system, Mode::Root);
        for (const auto phase : {verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit,
                 verb::kTransactionRollback}) {
            QVERIFY(!machine.step(harness, phase));
            QCOMPARE(machine.error->message.id, std::string("remote.no-transaction"));
        }
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        for (const auto phase : {verb::kTransactionPersist, verb::kTransactionCommit}) {
            QVERIFY(!machine.step(harness, phase));
            QCOMPARE(machine.error->message.id, std::string("remote.wrong-phase"));
        }
    }

    void wokenHalfCountsAsDown()
    {
        Machine machine;
        Harness harness(machine.system, Mode::Root);
        const std::string before = machine.state();
        harness.ask(verb::kWake, protocol::encode(protocol::WakeRequest{300}));
        QVERIFY(machine.system.network().link("enP2p1s0f0np0").adminUp);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        harness.session->inputEnded();
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
    }

    void trial_takesAwayWhatSomebodyAddedAndUndoGivesItBack()
    {
        Machine machine;
        QVERIFY(machine.setUp());
        FakeNetwork &network = machine.system.network();
        QVERIFY(std::none_of(network.routeTable.begin(), network.routeTable.end(),
            [](const RouteInfo &route) { return route.protocol == kTypedRoute; }));
        // IPv6 is off now; rules are everybody's, and those that the renderer dropped are there again.
        const auto typed = machine.system.typed().list();
        QCOMPARE(typed->size(), std::size_t(2));
        QVERIFY(
            std::ranges::all_of(*typed, [](const TypedEntry &entry) { return entry.kind == TypedEntry::Kind::Rule; }));
        network.give("enp1s0f0np0", "172.30.0.9/24");
        const std::string drifted = machine.state();
        machine.system.activation().takesUp = false; // a renderer that leaves addresses of others alone
        QVERIFY2(machine.setUp("00000000000000a2"), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(network.addressesOf("enp1s0f0np0"), std::vector<std::string>{"10.100.0.1/24"});
        QVERIFY2(machine.undoWhole("00000000000000b1"), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.state(), drifted);
        machine.system.activation().takesUp = true;
        QVERIFY2(machine.undoWhole("00000000000000b2"), machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY(machine.state().find("route 172.31.0.0/16 10.9.9.254 50 10.9.9.1") != std::string::npos);
        QVERIFY(machine.state().find("enp1s0f0np0 fd01::/64 via fd00::2") != std::string::npos);
    }

    void readConfig_givesTextsInTheRootAgent()
    {
        Machine machine;
        Harness harness(machine.system, Mode::Root);
        const auto answer = protocol::decode<protocol::ReadConfigAnswer>(harness.ask(verb::kReadConfig).body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->files.size(), std::size_t(2));
        QCOMPARE(answer->files[0].path, std::string("/etc/netplan/01-network-manager-all.yaml"));
    }

    void records_roundTripAndNoticeDamage()
    {
        const std::vector<Record> records = {{"a", "tab\there", "line\nend", "100%", ""}, {"b"}};
        const std::string text = encodeRecords(records);
        QCOMPARE(*decodeRecords(text), records);
        for (std::size_t i = 0; i < text.size(); ++i) {
            QVERIFY(!decodeRecords(text.substr(0, i)));
            std::string bad = text;
            bad[i] ^= 1;
            QVERIFY(!decodeRecords(bad));
        }
    }
};

QTEST_GUILESS_MAIN(TestAgentTransaction)
#include "tst_agent_transaction.moc"
