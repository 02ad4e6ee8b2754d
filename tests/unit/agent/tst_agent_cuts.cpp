// SPDX-License-Identifier: GPL-3.0-or-later
// Every single change that a set-up or an undo makes to the machine fails once, or is the last one that its process
// makes before it is killed, also where the clock jumps just before that: afterwards the machine is exactly old or
// exactly new, nothing is left behind, and the next try works.
#include "agent/transaction/journal.h"
#include "cutting.h"

#include <QTest>

#include <stdexcept>

using namespace sparkloom;
using namespace sparkloom::test;

Q_DECLARE_METATYPE(sparkloom::test::Work)

namespace {

// What is going on when a check fails.
QByteArray at(const Work &work, int point, const Machine &machine, const std::string &more = {})
{
    return QByteArray(work.name) + " point " + QByteArray::number(point) + " (" + machine.system.faults.what.c_str()
        + ") " + more.c_str();
}

// The process of the work dies before its change number killAt, and somebody has set the clock before the change ahead
// of that; false where it was done before.
bool killedRun(const Work &work, Machine &machine, int killAt, std::chrono::hours jump = {})
{
    work.prepare(machine);
    machine.system.faults = {};
    machine.system.faults.killAt = killAt;
    machine.system.faults.only = [&machine, jump, left = std::max(killAt - 1, 1)](const std::string &) mutable {
        if (--left == 0)
            machine.system.loop().jumpClock(jump);
        return true;
    };
    work.run(machine, 0x10);
    const bool reached = machine.system.faults.changes >= killAt;
    machine.system.faults = {};
    if (!work.alwaysThere.empty() && !machine.system.files().exists(work.alwaysThere))
        throw std::logic_error("the file of the management is missing at point " + std::to_string(killAt));
    return reached;
}

// The process of the work dies before each of its changes in turn; check looks at what it leaves. Ends with the first
// failed check.
template <typename Check>
void everyKill(const Work &work, Check check, std::chrono::hours jump = {})
{
    for (int killAt = 1; killAt < kMaxPoints; ++killAt) {
        Machine machine;
        if (!killedRun(work, machine, killAt, jump))
            return;
        check(killAt, machine);
        if (QTest::currentTestFailed())
            return;
    }
}

// The work is done from the old state, and nothing is left behind.
void doneAgain(const Work &work, const Case &states, int point, Machine &machine)
{
    QVERIFY2(
        work.run(machine, 0x20), at(work, point, machine, machine.error ? machine.error->message.id : "").constData());
    QVERIFY2(machine.state() == states.fresh, at(work, point, machine).constData());
}

void nothingLeft(const Work &work, int point, Machine &machine)
{
    QVERIFY2(leftBehind(machine).empty(), at(work, point, machine, leftBehind(machine)).constData());
}

// The safety timers fire on what a killed process left.
void theTimerFires(const Work &work, const Case &states, Tally &tally, int killAt, Machine &machine)
{
    const bool armed = !machine.system.services().timers.empty();
    fireTimers(machine);
    const std::string state = machine.state();
    QVERIFY2(tally.count(state, states.old, states.fresh), at(work, killAt, machine).constData());
    if (armed)
        nothingLeft(work, killAt, machine);
    if (state == states.old)
        doneAgain(work, states, killAt, machine);
    else if (!armed) // killed at the very end
        QVERIFY2(leftBehind(machine).empty(), at(work, killAt, machine, leftBehind(machine)).constData());
    QVERIFY2(machine.state() == states.fresh, at(work, killAt, machine).constData());
    nothingLeft(work, killAt, machine);
}

// The host starts with what a killed process left.
void theHostStartsAgain(const Work &work, const Case &states, Tally &tally, int killAt, Machine &machine)
{
    reboot(machine);
    const std::string state = stateAtBoot(machine);
    QVERIFY2(tally.count(state, states.oldAtBoot, states.freshAtBoot), at(work, killAt, machine, state).constData());
    if (!machine.system.services().bootUnits.empty())
        nothingLeft(work, killAt, machine);
    if (state == states.oldAtBoot)
        QVERIFY2(work.run(machine, 0x20),
            at(work, killAt, machine, machine.error ? machine.error->message.id : "").constData());
    nothingLeft(work, killAt, machine);
}

// The next one comes before the timer: what was persisted it has to ask about, all else it takes back itself.
void somebodyTriesAgainAtOnce(
    const Work &work, const Case &states, Tally &tally, int &asked, int killAt, Machine &machine)
{
    if (isCommitted(machine, 0x10)) {
        QVERIFY2(recover(machine.system, "", false).ok() && machine.state() == states.fresh,
            at(work, killAt, machine).constData());
        return;
    }
    bool done = work.run(machine, 0x20);
    if (!done && machine.error
        && machine.error->message.id == "remote.stale-plan") // of the state that was taken back just now
        done = work.run(machine, 0x28);
    if (!done && machine.error && machine.error->message.id == "remote.half-applied") {
        ++asked;
        Harness harness(machine.system, Mode::Root);
        QVERIFY2(machine.step(harness, protocol::verb::kTransactionRollback), at(work, killAt, machine).constData());
        QVERIFY2(machine.state() == states.old, at(work, killAt, machine).constData());
        done = work.run(machine, 0x30);
    }
    QVERIFY2(done, at(work, killAt, machine, machine.error ? machine.error->message.id : "").constData());
    QVERIFY2(tally.count(machine.state(), states.old, states.fresh) && tally.old == 0,
        at(work, killAt, machine).constData());
    fireTimers(machine);
    QVERIFY2(machine.state() == states.fresh, at(work, killAt, machine).constData());
    nothingLeft(work, killAt, machine);
}

void rows()
{
    QTest::addColumn<Work>("work");
    for (const Work &work : works())
        QTest::newRow(work.name) << work;
}

} // namespace

class TestAgentCuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeFailsOnce_data() { rows(); }

    void everyChangeFailsOnce()
    {
        QFETCH(Work, work);
        const Case states(work);
        Tally tally;
        for (int failAt = 1; failAt < kMaxPoints; ++failAt) {
            Machine machine;
            work.prepare(machine);
            machine.system.faults = {};
            machine.system.faults.failAt = failAt;
            const bool done = work.run(machine, 0x10);
            if (!machine.system.faults.hit)
                break;
            const QByteArray where = at(work, failAt, machine);
            machine.system.faults = {};
            QVERIFY2(tally.count(machine.state(), states.old, states.fresh), where.constData());
            QVERIFY2(machine.state() == (done ? states.fresh : states.old), where.constData());
            fireTimers(machine); // one that could not be stopped finds nothing to do
            QVERIFY2(machine.state() == (done ? states.fresh : states.old), where.constData());
            if (!done)
                QVERIFY2(work.run(machine, 0x20),
                    (where + ": " + (machine.error ? machine.error->message.id.c_str() : "")).constData());
            QVERIFY2(machine.state() == states.fresh, where.constData());
            QVERIFY2(leftBehind(machine).empty(), (where + leftBehind(machine).c_str()).constData());
        }
        tally.print(work.name, "one change fails");
        QVERIFY(tally.points > 25);
    }

    void killed_theTimerFires_data() { rows(); }

    void killed_theTimerFires()
    {
        QFETCH(Work, work);
        const Case states(work);
        Tally tally;
        everyKill(work, [&](int killAt, Machine &machine) { theTimerFires(work, states, tally, killAt, machine); });
        tally.print(work.name, "killed, then the timer");
        QVERIFY(tally.points > 25 && tally.old > 20 && tally.fresh > 0);
    }

    void killed_theHostStartsAgain_data() { rows(); }

    void killed_theHostStartsAgain()
    {
        QFETCH(Work, work);
        const Case states(work);
        Tally tally;
        everyKill(
            work, [&](int killAt, Machine &machine) { theHostStartsAgain(work, states, tally, killAt, machine); });
        tally.print(work.name, "power lost, then a start");
        QVERIFY(tally.points > 25 && tally.old > 20 && tally.fresh > 0);
    }

    void killed_somebodyTriesAgainAtOnce_data() { rows(); }

    void killed_somebodyTriesAgainAtOnce()
    {
        QFETCH(Work, work);
        const Case states(work);
        Tally tally;
        int asked = 0;
        everyKill(work, [&](int killAt, Machine &machine) {
            somebodyTriesAgainAtOnce(work, states, tally, asked, killAt, machine);
        });
        tally.print(work.name, "killed, then tried again at once");
        QVERIFY(tally.points > 25 && asked > 0);
    }

    void clockJumpsThenKilled_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<int>("hours");
        for (const Work &work : works())
            for (const int hours : {-24, 24})
                QTest::addRow("%s, a day %s", work.name, hours < 0 ? "back" : "ahead") << work << hours;
    }

    // What then comes is the timer, a start of the host, or somebody else; each in turn, or each at every change.
    void clockJumpsThenKilled()
    {
        QFETCH(Work, work);
        QFETCH(int, hours);
        const Case states(work);
        Tally timer, boot, atOnce;
        int asked = 0;
        const bool all = qEnvironmentVariableIsSet("SPARKLOOM_ALL_CUTS");
        for (int turn = 0; turn < 3; ++turn)
            everyKill(
                work,
                [&](int killAt, Machine &machine) {
                    if (!all && killAt % 3 != turn)
                        return;
                    if (turn == 0)
                        theTimerFires(work, states, timer, killAt, machine);
                    else if (turn == 1)
                        theHostStartsAgain(work, states, boot, killAt, machine);
                    else
                        somebodyTriesAgainAtOnce(work, states, atOnce, asked, killAt, machine);
                },
                std::chrono::hours(hours));
        const QByteArray jump = hours < 0 ? "a day back, " : "a day ahead, ";
        timer.print(work.name, (jump + "killed, then the timer").constData());
        boot.print(work.name, (jump + "power lost, then a start").constData());
        atOnce.print(work.name, (jump + "killed, then tried again at once").constData());
        QVERIFY(timer.points > 8 && boot.points > 8 && atOnce.points > 8);
        QVERIFY(timer.old > 0 && boot.old > 0);
    }

    // The taking back is killed, too, at each of its changes, and systemd tries it again.
    void killed_andTheRecoveryAsWell_data() { rows(); }

    void killed_andTheRecoveryAsWell()
    {
        QFETCH(Work, work);
        const Case states(work);
        Tally tally;
        const bool all = qEnvironmentVariableIsSet("SPARKLOOM_ALL_CUTS");
        for (int killAt = 1; killAt < kMaxPoints; killAt += all ? 1 : 7) {
            bool reached = true;
            for (int again = 1; reached && again < kMaxPoints; again += all ? 1 : 5) {
                Machine machine;
                if (!killedRun(work, machine, killAt) || machine.system.services().timers.empty())
                    break;
                const std::string id = machine.system.services().timers.begin()->second.back();
                machine.system.faults.killAt = again;
                (void)recover(machine.system, id, false);
                reached = machine.system.faults.changes >= again;
                machine.system.faults = {};
                machine.system.services().timers.clear(); // it has fired: what systemd starts again is its service
                QVERIFY(recover(machine.system, id, false).ok());
                const std::string where = at(work, killAt, machine, std::to_string(again)).toStdString();
                QVERIFY2(tally.count(machine.state(), states.old, states.fresh), where.c_str());
                QVERIFY2(leftBehind(machine).empty(), (where + leftBehind(machine)).c_str());
            }
        }
        tally.print(work.name, all ? "killed twice" : "killed twice (a part of the points)");
        QVERIFY(tally.points > 10);
    }

    void forget_killedAnywhereCanBeDoneAgain()
    {
        const auto forgets = [](Machine &machine) {
            return Harness(machine.system, Mode::Root).ask(protocol::verb::kForget).type == "done";
        };
        const auto contents = [](Machine &machine) {
            return machine.system.files().listing({"/etc", "/usr", "/var", "/run"}) + machine.state()
                + leftBehind(machine);
        };
        const auto bare = [](Machine &machine) { machine.system.files().nodes.erase("/etc/sysctl.d"); };
        Machine untouched;
        bare(untouched);
        const std::string before = contents(untouched);
        int points = 0;
        for (int killAt = 1; killAt < kMaxPoints; ++killAt) {
            Machine machine;
            bare(machine);
            QVERIFY(machine.setUp() && machine.undoWhole());
            machine.system.faults = {};
            machine.system.faults.killAt = killAt;
            (void)forgets(machine);
            const bool reached = machine.system.faults.changes >= killAt;
            machine.system.faults = {};
            if (!reached)
                break;
            ++points;
            QVERIFY2(forgets(machine), QByteArray::number(killAt).constData());
            machine.system.files().putFolder("/usr/local/libexec/sparkloom"); // the fake's own agent lies there
            QVERIFY2(contents(machine) == before, (std::to_string(killAt) + contents(machine)).c_str());
        }
        std::printf("cuts: forget, killed, then forgotten again: %d points\n", points);
        QVERIFY(points > 10);
    }
};

QTEST_GUILESS_MAIN(TestAgentCuts)
#include "tst_agent_cuts.moc"
