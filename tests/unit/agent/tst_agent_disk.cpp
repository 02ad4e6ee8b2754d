// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, or that turns read-only, from any change of a set-up or undo on, and stays so.
#include "agent/transaction/journal.h"
#include "cutting.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;

Q_DECLARE_METATYPE(sparkloom::test::Work)

namespace {

using Change = const std::string &;

bool isAbout(Change change, const char *folder)
{
    return change.find(std::string(" ") + folder) != std::string::npos;
}
bool isUnit(Change change)
{
    return change == "boot unit" || change == "no boot unit";
}

// What needs room on the disk; /run and /proc are no disks, and a rename or a removal needs none.
bool needsRoom(Change change)
{
    const bool adds = change.starts_with("write ") || change.starts_with("folder ") || change == "boot unit";
    return adds && !isAbout(change, "/run/") && !isAbout(change, "/proc/");
}
bool isInRun(Change change)
{
    return (change.starts_with("write ") || change.starts_with("folder ")) && isAbout(change, "/run/");
}
bool isInEtc(Change change)
{
    return isAbout(change, "/etc/") || isUnit(change);
}
bool isOnDisk(Change change)
{
    const bool file = change.starts_with("write ") || change.starts_with("folder ") || change.starts_with("remove ")
        || change.starts_with("rename ");
    return (file && !isAbout(change, "/run/")) || isUnit(change);
}

void rows()
{
    QTest::addColumn<Work>("work");
    for (const Work &work : works())
        QTest::newRow(work.name) << work;
}

} // namespace

class TestAgentDisk : public QObject {
    Q_OBJECT

    // From each of the changes that `fails` names on, all of them fail. waits: what is broken may keep the Spark from
    // going back until it is mended; then the timer, which systemd starts again and again, does it.
    void breakEverywhere(const Work &work, const char *fault, bool (*fails)(Change), bool waits)
    {
        const Case states(work);
        Tally tally;
        int waited = 0;
        for (int from = 1; from < kMaxPoints; ++from) {
            Machine machine;
            work.prepare(machine);
            machine.system.faults = {};
            machine.system.faults.only = fails;
            machine.system.faults.failFrom = from;
            const bool done = work.run(machine, 0x10);
            if (!machine.system.faults.hit)
                break;
            const QByteArray where =
                QByteArray(work.name) + " from " + QByteArray::number(from) + ' ' + machine.system.faults.what.c_str();
            if (openJournal(machine.system.files())) {
                QVERIFY2(waits, where.constData());
                QVERIFY2(machine.state() == states.old || !machine.system.services().timers.empty(), where.constData());
                ++waited;
            } else if (!waits) {
                QVERIFY2(machine.state() == states.old || isCommitted(machine, 0x10), where.constData());
            }
            QVERIFY2(!done || isCommitted(machine, 0x10), where.constData());
            fireTimers(machine); // still broken
            machine.system.faults = {};
            fireTimers(machine);
            (void)recover(machine.system, "", false);
            QVERIFY2(tally.count(machine.state(), states.old, states.fresh), where.constData());
            QVERIFY2(leftBehind(machine).empty(), (where + leftBehind(machine).c_str()).constData());
            if (machine.state() == states.old)
                QVERIFY2(work.run(machine, 0x20),
                    (where + (machine.error ? machine.error->message.id.c_str() : "")).constData());
            QVERIFY2(machine.state() == states.fresh, where.constData());
        }
        tally.print(work.name, fault);
        std::printf("   of them %d could go back only once it was mended\n", waited);
        QVERIFY(tally.points > 0);
    }

private Q_SLOTS:
    void full_data() { rows(); }
    // Nothing has to wait for room: what was taken out of the way lies beside its place.
    void full()
    {
        QFETCH(Work, work);
        breakEverywhere(work, "the disk is full", needsRoom, false);
    }

    void runIsFull_data() { rows(); }
    void runIsFull()
    {
        QFETCH(Work, work);
        breakEverywhere(work, "/run is full", isInRun, false);
    }

    void etcIsReadOnly_data() { rows(); }
    void etcIsReadOnly()
    {
        QFETCH(Work, work);
        breakEverywhere(work, "/etc is read-only", isInEtc, true);
    }

    void diskIsReadOnly_data() { rows(); }
    void diskIsReadOnly()
    {
        QFETCH(Work, work);
        breakEverywhere(work, "the disk is read-only", isOnDisk, true);
    }

    void fullDisk_isToldWithoutTheReason()
    {
        Machine machine;
        Harness harness(machine.system, Mode::Root);
        QVERIFY(machine.step(harness, protocol::verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(harness, protocol::verb::kTransactionTrial));
        machine.system.faults.only = needsRoom;
        machine.system.faults.failFrom = 1;
        QVERIFY(!machine.step(harness, protocol::verb::kTransactionPersist));
        const auto status = machine.step(harness, protocol::verb::kTransactionStatus);
        QVERIFY(status && status->phase == protocol::TransactionPhase::RolledBack);
        QCOMPARE(status->problem, std::string("remote.rolled-back-reason-lost"));
    }
};

QTEST_GUILESS_MAIN(TestAgentDisk)
#include "tst_agent_disk.moc"
