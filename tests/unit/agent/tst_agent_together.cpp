// SPDX-License-Identifier: GPL-3.0-or-later
// Two applications at one Spark, sessions whose application is gone, and clocks that jump.
#include "agent/transaction/journal.h"
#include "cutting.h"

#include <QTest>

#include <random>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using protocol::TransactionPhase;
namespace verb = protocol::verb;

namespace {

constexpr unsigned kSeed = 20261121;

std::string beginBy(const Machine &machine, const char *owner, const char *id = "00000000000000a2")
{
    auto begin = machine.begin(id);
    begin.owner = owner;
    return protocol::encode(begin);
}

std::string textArgument(const base::Error &error, const char *name)
{
    const auto found = error.message.arguments.find(name);
    return found == error.message.arguments.end() ? std::string() : std::get<std::string>(found->second);
}

void keepAlive(Machine &machine, Harness &harness, std::chrono::seconds time)
{
    for (auto passed = 0s; passed < time; passed += 5s) {
        harness.session->receive(protocol::requestLine(0, verb::kHeartbeat) + "\n");
        machine.system.loop().advance(5s);
    }
}

} // namespace

class TestAgentTogether : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherOne_isRefusedAtOnceWithWhoAndSinceWhen()
    {
        Machine machine;
        Harness first(machine.system, Mode::Root), second(machine.system, Mode::Root);
        const auto since = machine.system.loop().utcMs();
        QVERIFY(machine.step(first, verb::kTransactionBegin, protocol::encode(machine.begin())));
        machine.system.loop().advance(3s);
        for (const auto &[request, body] : {std::pair(verb::kTransactionBegin, beginBy(machine, "you@laptop")),
                 std::pair(
                     verb::kUndo, protocol::encode(protocol::UndoRequest{"00000000000000b1", 90, "you@laptop"}))}) {
            const auto id = second.send(request, body);
            const auto answer = second.terminal(id); // no time has passed
            QCOMPARE(answer.type, std::string("error"));
            QCOMPARE(answer.error->kind, base::ErrorKind::Refused);
            QCOMPARE(answer.error->message.id, std::string("remote.locked"));
            QCOMPARE(textArgument(*answer.error, "owner"), std::string("me@pc"));
            QCOMPARE(std::get<std::int64_t>(answer.error->message.arguments.at("since")), since);
        }
        QVERIFY(machine.step(first, verb::kTransactionTrial)); // who was first goes on
    }

    void revert_waitsForTheOneThatIsAtWorkThenSaysWhoItIs()
    {
        Machine machine;
        Harness first(machine.system, Mode::Root), second(machine.system, Mode::Root);
        QVERIFY(machine.step(first, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(first, verb::kTransactionTrial));
        for (const auto request : {verb::kTransactionRollback, verb::kForget}) {
            const auto id = second.send(request);
            for (int i = 0; i < 6; ++i) {
                keepAlive(machine, first, 5s);
                second.session->receive(protocol::requestLine(0, verb::kHeartbeat) + "\n");
            }
            const auto answer = second.terminal(id);
            QVERIFY(answer.error.has_value());
            QCOMPARE(answer.error->message.id, std::string("remote.locked"));
        }
        QVERIFY(machine.step(first, verb::kTransactionPersist));
        QVERIFY(machine.step(first, verb::kTransactionCommit));
    }

    void ownDeadSession_isTakenOverOnceItLetsGo_data()
    {
        QTest::addColumn<bool>("reverts");
        QTest::newRow("revert") << true;
        QTest::newRow("next apply") << false;
    }

    // The connection of the first one broke without a word: its agent does not know yet.
    void ownDeadSession_isTakenOverOnceItLetsGo()
    {
        QFETCH(bool, reverts);
        Machine machine;
        const std::string before = machine.state();
        const std::string next = protocol::encode(machine.begin("00000000000000a2"));
        Harness dead(machine.system, Mode::Root);
        QVERIFY(machine.step(dead, verb::kTransactionBegin, protocol::encode(machine.begin())));
        QVERIFY(machine.step(dead, verb::kTransactionTrial));
        Harness alive(machine.system, Mode::Root);
        const auto id =
            alive.send(reverts ? verb::kTransactionRollback : verb::kTransactionBegin, reverts ? "{}" : next);
        QVERIFY(alive.terminal(id).type.empty()); // it waits
        for (int i = 0; i < 8 && alive.terminal(id).type.empty(); ++i)
            keepAlive(machine, alive, 5s);
        QCOMPARE(alive.terminal(id).type, std::string("done"));
        QCOMPARE(machine.state(), before); // begun, or reverted: nothing of it stands
        QVERIFY(readJournal(machine.system.files(), "00000000000000a1")->phase == TransactionPhase::RolledBack);
        QCOMPARE(leftBehind(machine).empty(), reverts);
    }

    void waitingForTheLock_endsWithTheInputAndOnRequest()
    {
        for (const bool ends : {false, true}) {
            Machine machine;
            Harness first(machine.system, Mode::Root), second(machine.system, Mode::Root);
            QVERIFY(machine.step(first, verb::kTransactionBegin, protocol::encode(machine.begin())));
            const auto id = second.send(verb::kTransactionBegin, protocol::encode(machine.begin("00000000000000a2")));
            QVERIFY(second.terminal(id).type.empty());
            if (ends) {
                second.session->inputEnded();
                machine.system.loop().advance(1ms);
                QVERIFY(second.session->finished());
            } else {
                const auto rollback = second.send(verb::kTransactionRollback);
                QCOMPARE(second.terminal(id).error->kind, base::ErrorKind::Cancelled);
                QCOMPARE(second.terminal(rollback).error->message.id, std::string("remote.no-transaction"));
            }
            QVERIFY(machine.step(first, verb::kTransactionTrial)); // untouched by that
            QVERIFY(machine.step(first, verb::kTransactionPersist));
            QVERIFY(machine.step(first, verb::kTransactionCommit));
        }
    }

    void revert_findsThatTheTimerWasFaster()
    {
        Machine machine;
        {
            Harness dead(machine.system, Mode::Root);
            QVERIFY(machine.step(dead, verb::kTransactionBegin, protocol::encode(machine.begin())));
            QVERIFY(machine.step(dead, verb::kTransactionTrial));
        }
        fireTimers(machine);
        Harness harness(machine.system, Mode::Root);
        const auto status = machine.step(harness, verb::kTransactionRollback);
        QVERIFY(status && status->phase == TransactionPhase::RolledBack);
        QVERIFY(leftBehind(machine).empty());
    }

    // Two owners, many times, each at a random point of its own change, some of them vanish: never do two of them
    // stand in a transaction at once, and who is refused is told the other's name.
    void manyRaces()
    {
        std::mt19937 random(kSeed);
        int refused = 0, done = 0, takenBack = 0;
        Machine machine;
        const std::string before = machine.state();
        const int races = qEnvironmentVariableIsSet("SPARKLOOM_ALL_CUTS") ? 1000 : 150;
        for (int race = 0; race < races; ++race) {
            Machine bystander; // a fresh one, so that backups do not pile up
            Harness a(bystander.system, Mode::Root), b(bystander.system, Mode::Root);
            struct Side {
                Harness &harness;
                const char *owner, *other, *id;
                int phase = 0;
            } sides[] = {{a, "a@pc", "b@pc", "00000000000000a1"}, {b, "b@pc", "a@pc", "00000000000000a2"}};
            for (int turn = 0; turn < 4; ++turn) {
                Side &side = sides[random() % 2];
                if (side.phase > 0 && random() % 5 == 0) {
                    side.harness.session->inputEnded();
                    ++takenBack;
                    break;
                }
                const std::string_view request = side.phase == 0 ? verb::kTransactionBegin
                    : side.phase == 1                            ? verb::kTransactionTrial
                                                                 : verb::kTransactionPersist;
                const auto id =
                    side.harness.send(request, side.phase == 0 ? beginBy(bystander, side.owner, side.id) : "{}");
                bystander.system.loop().advance(1ms);
                const auto answer = side.harness.terminal(id);
                QVERIFY(answer.type == "done" || answer.type == "error");
                if (answer.type == "done") {
                    ++done;
                    ++side.phase;
                    QVERIFY(side.owner == std::string(sides[0].owner) ? sides[1].phase == 0 : sides[0].phase == 0);
                } else if (side.phase == 0) {
                    ++refused;
                    QCOMPARE(answer.error->message.id, std::string("remote.locked"));
                    QCOMPARE(textArgument(*answer.error, "owner"), std::string(side.other));
                }
                if (side.phase == 3)
                    break;
            }
            for (Side &side : sides)
                side.harness.session->inputEnded();
            fireTimers(bystander);
            QVERIFY2(bystander.state() == before && leftBehind(bystander).empty(),
                (std::to_string(race) + leftBehind(bystander)).c_str());
        }
        std::printf("races: seed %u, %d of two owners: %d steps done, %d refused, %d vanished\n", kSeed, races, done,
            refused, takenBack);
        QVERIFY(refused > races / 10 && takenBack > races / 20);
    }

    // stdin ends at every tenth of a second of a trial that is slow to be taken up.
    void endOfInput_atEveryMomentOfTheTrial()
    {
        Tally tally;
        for (int tenths = 0; tenths < 170; tenths += 5) {
            Machine machine;
            const std::string before = machine.state();
            machine.system.activation().takesUp = false;
            Harness harness(machine.system, Mode::Root);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
            harness.send(verb::kTransactionTrial);
            for (int i = 0; i < tenths; ++i) {
                if (i % 50 == 0)
                    harness.session->receive(protocol::requestLine(0, verb::kHeartbeat) + "\n");
                machine.system.loop().advance(100ms);
            }
            harness.session->inputEnded();
            machine.system.loop().advance(1ms);
            QVERIFY(harness.session->finished());
            QVERIFY(tally.count(machine.state(), before, {}));
            QVERIFY2(leftBehind(machine).empty(), leftBehind(machine).c_str());
        }
        tally.print("first set-up", "stdin ends during the trial");
    }

    void clockJumps_betweenTransactionsDoNotChangeTheirOrder_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("a day back") << -24;
        QTest::newRow("a day ahead") << 24;
        QTest::newRow("to 1999") << -24 * 365 * 27;
    }

    void clockJumps_betweenTransactionsDoNotChangeTheirOrder()
    {
        QFETCH(int, hours);
        const auto all = works();
        Machine machine;
        const std::string before = machine.state();
        QVERIFY(machine.setUp("00000000000000a1"));
        const std::string first = machine.state();
        machine.system.loop().jumpClock(std::chrono::hours(hours));
        QVERIFY(all[1].run(machine, 2));
        const std::string second = machine.state();
        QVERIFY(second != first);
        machine.system.loop().jumpClock(std::chrono::hours(-hours / 2));
        QVERIFY(machine.undoWhole("00000000000000b1"));
        QCOMPARE(machine.state(), first);
        machine.system.loop().jumpClock(std::chrono::hours(hours));
        QVERIFY(machine.undoWhole("00000000000000b2"));
        QCOMPARE(machine.state(), before);
    }

    void clockJumps_betweenPhasesChangeNothing()
    {
        for (const int hours : {-24, 24}) {
            Machine machine;
            Harness harness(machine.system, Mode::Root);
            const auto jump = std::chrono::hours(hours);
            QVERIFY(machine.step(harness, verb::kTransactionBegin, protocol::encode(machine.begin())));
            for (const auto phase : {verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit}) {
                machine.system.loop().jumpClock(jump);
                QVERIFY(machine.step(harness, phase));
            }
            QVERIFY(leftBehind(machine).empty());
        }
    }

    void clockJumps_whileAnotherOwnerWaits_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("persisted");
        QTest::addColumn<QString>("end");
        for (const int hours : {-24, 24})
            for (const bool persisted : {false, true})
                for (const char *end : {"timer", "boot", "revert"})
                    QTest::addRow("a day %s in %s, then %s", hours < 0 ? "back" : "ahead",
                        persisted ? "persist" : "the trial", end)
                        << hours << persisted << QString::fromLatin1(end);
    }

    // The first one's clock jumps in the middle of a phase, another owner is refused, and the first one's agent is
    // killed.
    void clockJumps_whileAnotherOwnerWaits()
    {
        QFETCH(int, hours);
        QFETCH(bool, persisted);
        QFETCH(QString, end);
        Machine machine;
        const std::string before = machine.state();
        const std::string theirs = beginBy(machine, "you@laptop");
        const auto since = machine.system.loop().utcMs();
        {
            Harness first(machine.system, Mode::Root), other(machine.system, Mode::Root);
            QVERIFY(machine.step(first, verb::kTransactionBegin, protocol::encode(machine.begin())));
            if (persisted)
                QVERIFY(machine.step(first, verb::kTransactionTrial));
            const int changes = machine.system.faults.changes;
            machine.system.faults.only = [&](const std::string &) {
                if (machine.system.faults.changes == changes + 1)
                    machine.system.loop().jumpClock(std::chrono::hours(hours));
                return true;
            };
            QVERIFY(machine.step(first, persisted ? verb::kTransactionPersist : verb::kTransactionTrial));
            machine.system.faults.only = {};
            QVERIFY(std::chrono::abs(std::chrono::milliseconds(machine.system.loop().utcMs() - since)) > 23h);
            const auto id = other.send(verb::kTransactionBegin, theirs);
            QCOMPARE(other.terminal(id).error->message.id, std::string("remote.locked"));
            QCOMPARE(textArgument(*other.terminal(id).error, "owner"), std::string("me@pc"));
            QCOMPARE(std::get<std::int64_t>(other.terminal(id).error->message.arguments.at("since")), since);
        } // both agents are killed
        QVERIFY(machine.state() != before);
        if (end == "timer"_L1) {
            fireTimers(machine);
        } else if (end == "boot"_L1) {
            reboot(machine);
        } else {
            Harness reverts(machine.system, Mode::Root);
            QVERIFY(machine.step(reverts, verb::kTransactionRollback));
        }
        Machine untouched;
        if (end == "boot"_L1)
            reboot(untouched);
        QCOMPARE(stateAtBoot(machine), stateAtBoot(untouched));
        QVERIFY2(leftBehind(machine).empty(), leftBehind(machine).c_str());
        Harness other(machine.system, Mode::Root);
        QVERIFY2(machine.step(other, verb::kTransactionBegin, beginBy(machine, "you@laptop")),
            machine.error ? machine.error->message.id.c_str() : "");
        for (const auto phase : {verb::kTransactionTrial, verb::kTransactionPersist, verb::kTransactionCommit})
            QVERIFY2(machine.step(other, phase), machine.error ? machine.error->message.id.c_str() : "");
        QVERIFY2(leftBehind(machine).empty(), leftBehind(machine).c_str());
    }
};

QTEST_GUILESS_MAIN(TestAgentTogether)
#include "tst_agent_together.moc"
