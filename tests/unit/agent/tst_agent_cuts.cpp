// SPDX-License-Identifier: GPL-3.0-or-later
// Every single change to the machine fails once, at every point of a set-up and of an undo: afterwards the machine is
// exactly old or exactly new, and the next try works.
#include "agent/transaction/journal.h"
#include "txn.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
namespace verb = protocol::verb;

namespace {

constexpr int kMaxChanges = 400; // far more than a set-up makes

} // namespace

class TestAgentCuts : public QObject {
    Q_OBJECT

private:
    // A fresh machine of which change number failAt fails. setUpFirst: the fault hits the undo of a set-up.
    static bool faultedRun(Machine &machine, int failAt, bool setUpFirst, std::string &old, std::string &fresh)
    {
        if (setUpFirst) {
            old = machine.state();
            machine.setUp();
        }
        const std::string start = machine.state();
        machine.system.faults = {};
        machine.system.faults.failAt = failAt;
        const bool done = setUpFirst ? machine.undoWhole() : machine.setUp();
        if (!setUpFirst)
            old = start;
        else
            fresh = start;
        return done;
    }

private Q_SLOTS:
    void setUp_everyChangeFailsOnce()
    {
        Machine reference;
        QVERIFY(reference.setUp());
        const std::string configured = reference.state();
        int points = 0;
        for (int failAt = 1; failAt < kMaxChanges; ++failAt) {
            Machine machine;
            std::string before, unused;
            const bool done = faultedRun(machine, failAt, false, before, unused);
            if (!machine.system.faults.hit)
                break;
            ++points;
            const QByteArray where = QByteArray::number(failAt) + ' ' + machine.system.faults.what.c_str();
            QVERIFY2(machine.state() == (done ? configured : before), where.constData());
            const auto open = openJournal(machine.system.files());
            QVERIFY2(!open, where.constData());
            // A timer that could not be stopped finds nothing to do.
            for (const auto &[unit, argv] : std::map(machine.system.services().timers)) {
                const auto result = recover(machine.system, argv.back(), false);
                QVERIFY2(result.ok() && !*result, where.constData());
                machine.system.services().timers.erase(unit);
            }
            QVERIFY2(machine.state() == (done ? configured : before), where.constData());
            machine.system.faults = {};
            if (!done)
                QVERIFY2(machine.setUp("00000000000000a9"), where.constData());
            QVERIFY2(machine.state() == configured, where.constData());
        }
        QVERIFY2(points > 25, QByteArray::number(points).constData());
    }

    void undo_everyChangeFailsOnce()
    {
        int points = 0;
        for (int failAt = 1; failAt < kMaxChanges; ++failAt) {
            Machine machine;
            std::string old, configured;
            const bool done = faultedRun(machine, failAt, true, old, configured);
            if (!machine.system.faults.hit)
                break;
            ++points;
            const QByteArray where = QByteArray::number(failAt) + ' ' + machine.system.faults.what.c_str();
            QVERIFY2(machine.state() == (done ? old : configured), where.constData());
            QVERIFY2(!openJournal(machine.system.files()), where.constData());
            machine.system.faults = {};
            if (!done)
                QVERIFY2(machine.undoWhole("00000000000000b9"), where.constData());
            QVERIFY2(machine.state() == old, where.constData());
        }
        QVERIFY2(points > 25, QByteArray::number(points).constData());
    }

    // The process is killed in the middle: nothing of it runs on. The timer, or the next start, puts everything back.
    void kill_atEveryChange()
    {
        for (const bool atBoot : {false, true}) {
            for (int killAt = 1; killAt < kMaxChanges; ++killAt) {
                Machine machine;
                const std::string before = machine.state();
                const auto begin = protocol::encode(machine.begin());
                bool reached = false;
                {
                    Harness harness(machine.system, Mode::Root);
                    for (const auto &[phase, body] : {std::pair(verb::kTransactionBegin, begin), std::pair(verb::kTransactionTrial, std::string("{}")),
                             std::pair(verb::kTransactionPersist, std::string("{}")), std::pair(verb::kTransactionCommit, std::string("{}"))}) {
                        machine.system.faults.killAt = killAt;
                        machine.step(harness, phase, body);
                    }
                    reached = machine.system.faults.changes >= killAt;
                    machine.system.faults.dead = true; // also for what the end of the session would do
                }
                if (!reached)
                    break;
                machine.system.faults = {};
                const QByteArray where = QByteArray(atBoot ? "boot " : "timer ") + QByteArray::number(killAt);
                const auto journal = readJournal(machine.system.files(), "00000000000000a1");
                const bool committed = journal && journal->phase == protocol::TransactionPhase::Committed;
                if (atBoot)
                    reboot(machine);
                const auto result = recover(machine.system, atBoot ? "" : "00000000000000a1", atBoot);
                QVERIFY2(result.ok(), where.constData());
                if (committed)
                    QVERIFY2(machine.system.files().exists("/etc/netplan/60-sparkloom.yaml") && !*result, where.constData());
                else if (atBoot)
                    QVERIFY2(etcOf(machine.state()) == etcOf(before), where.constData());
                else
                    QVERIFY2(machine.state() == before, where.constData());
                QVERIFY2(!openJournal(machine.system.files()), where.constData());
            }
        }
    }

private:
    // What a reboot forgets.
    static void reboot(Machine &machine)
    {
        std::erase_if(machine.system.files().nodes, [](const auto &entry) { return entry.first.starts_with("/run/"); });
        machine.system.services().timers.clear();
    }

    static std::string etcOf(const std::string &state)
    {
        std::string lines;
        for (std::size_t at = 0; at < state.size();) {
            const std::size_t end = state.find('\n', at);
            if (state.compare(at, 5, "/etc/") == 0)
                lines += state.substr(at, end - at + 1);
            at = end == std::string::npos ? state.size() : end + 1;
        }
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestAgentCuts)
#include "tst_agent_cuts.moc"
