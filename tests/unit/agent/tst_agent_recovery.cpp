// SPDX-License-Identifier: GPL-3.0-or-later
// The ways back: what recovery does with each phase, with damage, and with a rollback that fails at first; undo and
// forget.
#include "agent/netplanfiles.h"
#include "agent/transaction/journal.h"
#include "domain/plan/render.h"
#include "txn.h"

#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
using protocol::TransactionPhase;
namespace verb = protocol::verb;

namespace {

// A machine that a killed session left in this phase.
void leaveAt(Machine &machine, TransactionPhase phase)
{
    Harness harness(machine.system, Mode::Root);
    machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin()));
    if (phase != TransactionPhase::Begun)
        machine.step(harness, verb::kTransactionTrial);
    if (phase == TransactionPhase::Persisted || phase == TransactionPhase::Committed)
        machine.step(harness, verb::kTransactionPersist);
    if (phase == TransactionPhase::Committed)
        machine.step(harness, verb::kTransactionCommit);
}

} // namespace

class TestAgentRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recover_fromEachPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("goesBack");
        QTest::newRow("begun") << static_cast<int>(TransactionPhase::Begun) << true;
        QTest::newRow("trial") << static_cast<int>(TransactionPhase::Trial) << true;
        QTest::newRow("persisted") << static_cast<int>(TransactionPhase::Persisted) << true;
        QTest::newRow("committed") << static_cast<int>(TransactionPhase::Committed) << false;
    }

    void recover_fromEachPhase()
    {
        QFETCH(int, phase);
        QFETCH(bool, goesBack);
        Machine machine;
        const std::string before = machine.state();
        leaveAt(machine, static_cast<TransactionPhase>(phase));
        const std::string left = machine.state();
        auto result = recover(machine.system, "", false);
        QVERIFY(result.ok());
        QCOMPARE(*result, goesBack);
        QCOMPARE(machine.state(), goesBack ? before : left);
        result = recover(machine.system, "", false);
        QVERIFY(result.ok() && !*result); // idempotent
    }

    // udev and systemd-sysctl have set MTU and sysctls before the recovery unit could run.
    void recover_atBootPutsKernelSettingsBackWithoutARenderer()
    {
        Machine machine;
        leaveAt(machine, TransactionPhase::Persisted);
        std::erase_if(machine.system.network().addressTable,
            [](const auto &address) { return address.v4 && address.v4->length == 24 && address.index > 1; });
        QVERIFY(*recover(machine.system, "", true));
        QCOMPARE(machine.system.network().link("enP2p1s0f0np0").mtu, 1500);
        QCOMPARE(machine.system.network().link("enp1s0f0np0").mtu, 4000);
        QVERIFY(machine.system.network().addressesOf("enp1s0f0np0").empty()); // the renderer gives it when it starts
        QCOMPARE(machine.system.files().text("/proc/sys/net/ipv6/conf/enp1s0f0np0/disable_ipv6"), std::string("0\n"));
        QCOMPARE(readJournal(machine.system.files(), "00000000000000a1")->problem,
            std::string("remote.rolled-back-at-boot"));
    }

    // It was too slow or failed at boot, and is tried again when the network runs with what was not to stay.
    void recover_afterBootPutsTheLiveSettingsBackToo()
    {
        Machine machine;
        const std::string before = machine.state();
        leaveAt(machine, TransactionPhase::Persisted);
        QVERIFY(machine.state() != before);
        QVERIFY(*recover(machine.system, "", true, true));
        QCOMPARE(machine.state(), before);
        QCOMPARE(readJournal(machine.system.files(), "00000000000000a1")->problem,
            std::string("remote.rolled-back-at-boot"));
    }

    void recover_profileWhoseFileNameWasTakenSinceGetsTheNextNumber()
    {
        Machine machine;
        const std::string folder = "/etc/NetworkManager/system-connections/";
        machine.system.activation().profiles = {
            {folder + "Wired connection 1.nmconnection", "[connection]\nuuid=1111\n"}};
        machine.system.files().put(folder + "Wired connection 1.nmconnection", "[connection]\nuuid=1111\n", 0600);
        leaveAt(machine, TransactionPhase::Trial);
        machine.system.files().put(folder + "Wired connection 1.nmconnection", "[connection]\nuuid=2222\n", 0600);
        QVERIFY(*recover(machine.system, "", false));
        QCOMPARE(machine.system.files().text(folder + "Wired connection 1.nmconnection"),
            std::string("[connection]\nuuid=2222\n"));
        QCOMPARE(machine.system.files().text(folder + "Wired connection 2.nmconnection"),
            std::string("[connection]\nuuid=1111\n"));
    }

    void recover_onlyTheTransactionThatIsMeant()
    {
        Machine machine;
        leaveAt(machine, TransactionPhase::Trial);
        const auto result = recover(machine.system, "ffffffffffffffff", false);
        QVERIFY(result.ok() && !*result);
        QVERIFY(openJournal(machine.system.files()).has_value());
    }

    void recover_withNothingThere()
    {
        Machine machine;
        const auto result = recover(machine.system, "", true);
        QVERIFY(result.ok() && !*result);
        QVERIFY(machine.nothingLeftBehind());
    }

    void recover_halfGoneWithItsCable()
    {
        Machine machine;
        const std::string etc = machine.system.files().listing({"/etc"});
        leaveAt(machine, TransactionPhase::Persisted);
        std::erase_if(
            machine.system.network().linkTable, [](const auto &link) { return link.name == "enP2p1s0f0np0"; });
        std::erase_if(machine.system.files().nodes,
            [](const auto &entry) { return entry.first.find("/enP2p1s0f0np0/") != std::string::npos; });
        const auto result = recover(machine.system, "", false);
        QVERIFY(result.ok() && *result);
        QCOMPARE(machine.system.files().listing({"/etc"}), etc);
    }

    void recover_keepsSomebodyElsesNewerFile()
    {
        Machine machine;
        leaveAt(machine, TransactionPhase::Persisted); // 40-cx7.yaml is in the backup now
        machine.system.files().put("/etc/netplan/40-cx7.yaml", "network: {version: 2}\n", 0600);
        QVERIFY(*recover(machine.system, "", false));
        QCOMPARE(machine.system.files().text("/etc/netplan/40-cx7.yaml"), std::string("network: {version: 2}\n"));
    }

    void recover_damagedBackupIsTold()
    {
        Machine machine;
        leaveAt(machine, TransactionPhase::Persisted);
        auto &bytes = machine.system.files().nodes["/var/lib/sparkloom/txn-00000000000000a1/files/0"].bytes;
        bytes += "x";
        const std::string left = machine.state();
        const auto result = recover(machine.system, "", false);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().message.id, std::string("remote.backup-damaged"));
        QCOMPARE(machine.state(), left);
    }

    void rollback_thatFailsStaysOpenForTheTimer()
    {
        Machine machine;
        const std::string before = machine.state();
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, verb::kTransactionTrial));
        QVERIFY(machine.step(harness, verb::kTransactionPersist));
        machine.system.faults.failFrom = machine.system.faults.changes + 1; // a disk that is broken from now on
        QVERIFY(!machine.step(harness, verb::kTransactionRollback));
        QCOMPARE(machine.error->message.id, std::string("remote.rollback-incomplete"));
        machine.system.faults.failFrom = 0;
        QVERIFY(openJournal(machine.system.files()).has_value());
        QVERIFY(!machine.system.services().timers.empty());
        harness.session->inputEnded();
        machine.system.loop().advance(std::chrono::milliseconds(1));
        QCOMPARE(harness.session->exitCode(), 1);
        QVERIFY(*recover(machine.system, "00000000000000a1", false));
        QCOMPARE(machine.state(), before);
    }

    void begin_cleansUpAfterAKilledSession()
    {
        Machine machine;
        const auto begin = machine.begin("00000000000000a2");
        leaveAt(machine, TransactionPhase::Trial);
        QVERIFY(openJournal(machine.system.files()).has_value());
        Harness harness(machine.system, Mode::Root);
        // What the trial had put there is taken back first; the plan was made before it and still fits.
        QVERIFY2(machine.step(harness, verb::kTransactionBegin, protocol::encode(begin)),
            machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY(readJournal(machine.system.files(), "00000000000000a1")->phase == TransactionPhase::RolledBack);
    }

    // However many changes there were, forget has a way back to before the first of them.
    void backups_leadBackToBeforeTheFirst()
    {
        Machine machine;
        const std::string before = machine.state();
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(machine.setUp("00000000000000a" + std::to_string(i)));
            machine.system.loop().advance(1s);
        }
        QCOMPARE(allJournals(machine.system.files()).size(), std::size_t(5));
        for (int i = 1; i <= 5; ++i) {
            QVERIFY2(machine.undoWhole("00000000000000b" + std::to_string(i)),
                machine.error ? machine.error->message.id.c_str() : "");
            machine.system.loop().advance(1s);
        }
        QCOMPARE(machine.state(), before);
        QVERIFY(!machine.undoWhole("00000000000000b6"));
    }

    void undo_putsBackByteForByte()
    {
        Machine machine;
        const std::string before = machine.state();
        QVERIFY(machine.setUp());
        QVERIFY(machine.state() != before);
        QVERIFY2(machine.undoWhole(), machine.error ? machine.error->message.id.c_str() : "");
        QCOMPARE(machine.state(), before);
        QVERIFY(machine.nothingLeftBehind());
        const auto receipt =
            protocol::decode<domain::Receipt>(machine.system.files().text("/var/lib/sparkloom/receipt.json"));
        QVERIFY(receipt.ok() && receipt->config.halves.empty());
        QVERIFY(receiptMatches(machine.system.files(), *receipt));
        QVERIFY(!machine.undoWhole("00000000000000b2"));
        QCOMPARE(machine.error->message.id, std::string("remote.nothing-to-undo"));
    }

    void undo_goesStepByStep()
    {
        Machine machine;
        const std::string before = machine.state();
        QVERIFY(machine.setUp());
        const std::string first = machine.state();
        auto second = machine.begin("00000000000000a2");
        second.config.halves.pop_back();
        second.config.halves[0].address = *domain::Ipv4Interface::parse("10.101.0.1/24");
        {
            Harness harness(machine.system, Mode::Root);
            for (const auto &[phase, body] : {std::pair(verb::kTransactionBegin, protocol::encode(second)),
                     std::pair(verb::kTransactionTrial, std::string("{}")),
                     std::pair(verb::kTransactionPersist, std::string("{}")),
                     std::pair(verb::kTransactionCommit, std::string("{}"))})
                QVERIFY2(machine.step(harness, phase, body), machine.error ? machine.error->message.id.c_str() : "");
        }
        // The half that is given up loses its address and gets the sysctls of a new interface.
        QVERIFY(machine.system.network().addressesOf("enP2p1s0f0np0").empty());
        QCOMPARE(machine.system.files().text("/proc/sys/net/ipv6/conf/enP2p1s0f0np0/disable_ipv6"), std::string("0\n"));
        machine.system.loop().advance(1s);
        QVERIFY(machine.undoWhole("00000000000000b1"));
        QCOMPARE(machine.state(), first);
        machine.system.loop().advance(1s);
        QVERIFY(machine.undoWhole("00000000000000b2"));
        QCOMPARE(machine.state(), before);
    }

    void undo_isATransactionItself()
    {
        Machine machine;
        QVERIFY(machine.setUp());
        const std::string configured = machine.state();
        for (const bool persisted : {false, true}) {
            Harness harness(machine.system, Mode::Root);
            const std::string id = persisted ? "00000000000000b2" : "00000000000000b1";
            const auto status = machine.step(harness, verb::kUndo, protocol::encode(machine.undo(id)));
            QVERIFY(status && status->phase == TransactionPhase::Trial);
            QVERIFY(machine.state() != configured);
            if (persisted)
                QVERIFY(machine.step(harness, verb::kTransactionPersist));
            harness.session->inputEnded();
            if (persisted)
                QVERIFY(*recover(machine.system, id, false)); // the timer
            QCOMPARE(machine.state(), configured);
            QVERIFY(machine.nothingLeftBehind());
        }
        QVERIFY(machine.undoWhole("00000000000000b3"));
    }

    void undo_refusesToOverwriteANewFile()
    {
        Machine machine;
        QVERIFY(machine.setUp());
        machine.system.files().put("/etc/netplan/40-cx7.yaml", "network: {}\n", 0600);
        QVERIFY(!machine.undoWhole());
        QCOMPARE(machine.error->message.id, std::string("remote.undo-conflict"));
        QCOMPARE(machine.system.files().text("/etc/netplan/40-cx7.yaml"), std::string("network: {}\n"));
    }

    void takingTheConfigurationAwayIsAPlanToo()
    {
        Machine machine;
        QVERIFY(machine.setUp());
        auto away = machine.begin("00000000000000a2");
        away.config.halves.clear();
        Harness harness(machine.system, Mode::Root);
        for (const auto &[phase, body] : {std::pair(verb::kTransactionBegin, protocol::encode(away)),
                 std::pair(verb::kTransactionTrial, std::string("{}")),
                 std::pair(verb::kTransactionPersist, std::string("{}")),
                 std::pair(verb::kTransactionCommit, std::string("{}"))})
            QVERIFY2(machine.step(harness, phase, body), machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY(!machine.system.files().exists("/etc/netplan/60-sparkloom.yaml"));
        QVERIFY(!machine.system.files().exists(std::string(domain::kSysctlPath)));
        QVERIFY(machine.system.network().addressesOf("enp1s0f0np0").empty());
    }

    void forget_leavesTheMachineAsBeforeFirstContact()
    {
        Machine machine;
        machine.system.files().nodes.erase("/etc/sysctl.d");
        const auto &files = machine.system.files();
        const std::vector<std::string> all = {"/etc", "/usr", "/var", "/run"};
        machine.system.files().nodes.erase("/usr/local/libexec/sparkloom");
        machine.system.files().nodes.erase("/usr/local/libexec");
        const std::string before = files.listing(all) + machine.state();
        machine.system.files().put(machine.system.who.agentPath, "agent", 0755);
        machine.system.files().put("/usr/local/libexec/sparkloom/.made-parent", "");
        QVERIFY(machine.setUp());
        Harness harness(machine.system, Mode::Root);
        QVERIFY(!machine.step(harness, verb::kForget));
        QCOMPARE(machine.error->message.id, std::string("remote.forget-needs-undo"));
        QVERIFY(machine.undoWhole());
        const auto answer = harness.ask(verb::kForget);
        QCOMPARE(answer.type, std::string("done"));
        const auto removed = protocol::decode<protocol::ForgetAnswer>(answer.body);
        QVERIFY(removed.ok() && removed->removed.size() > 3);
        QCOMPARE(files.listing(all) + machine.state(), before);
        QVERIFY(machine.system.services().bootUnits.empty());
    }
};

QTEST_GUILESS_MAIN(TestAgentRecovery)
#include "tst_agent_recovery.moc"
