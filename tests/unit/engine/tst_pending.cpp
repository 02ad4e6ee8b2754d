// SPDX-License-Identifier: GPL-3.0-or-later
// Coroutines that can be cancelled and leave nothing behind; measurements that run at the same time.
#include "engine/bench/nccltest.h"
#include "engine/bench/rounds.h"
#include "engine/jobs/pending.h"
#include "engine/jobs/turns.h"

#include <QTest>

#include <map>
#include <set>

using namespace sparkloom;
using namespace sparkloom::engine;

namespace {

struct Log {
    std::vector<std::string> lines;
};

QCoro::Task<void> waitFor(Pending<int> pending, CancelToken token, std::shared_ptr<Log> log)
{
    const base::Result<int> result = co_await pending.wait(token);
    log->lines.push_back(result ? std::to_string(result.value()) : "cancelled");
}

QCoro::Task<void> takeTurn(
    std::shared_ptr<Turns> turns, std::string name, Pending<void> until, CancelToken token, std::shared_ptr<Log> log)
{
    const base::Result<Turns::Turn> turn = co_await turns->next(token);
    if (!turn) {
        log->lines.push_back(name + " gave up");
        co_return;
    }
    log->lines.push_back(name);
    const base::Result<void> waited = co_await until.wait(token);
    static_cast<void>(waited);
}

// The shots of Sparks that are joined through a switch (cable 0: each with the next, the last with the first) or, two
// of them, by a cable.
std::vector<Shot> shotsThrough(int cable, std::string_view sparks, Shot::Kind kind)
{
    domain::AddressPlan plan;
    for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
        domain::Lane lane;
        lane.cable = cable;
        lane.side = side;
        for (const char spark : sparks)
            lane.ends.push_back(
                {{domain::SparkId{std::string(32, spark)}, {domain::CageIndex::Zero, side}}, {}, {}, {}});
        plan.lanes.push_back(std::move(lane));
    }
    std::vector<Shot> shots;
    for (const TestWay &way : waysOf(plan))
        for (Shot &shot : shotsOf(way, kind))
            shots.push_back(std::move(shot));
    return shots;
}

} // namespace

class TestPending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_reachesEveryWaiterFromTheEventLoop()
    {
        const auto log = std::make_shared<Log>();
        const CancelToken token;
        const Pending<int> pending;
        waitFor(pending, token, log);
        waitFor(pending, token, log);
        pending.resolve(7);
        pending.resolve(8);          // too late
        QVERIFY(log->lines.empty()); // never inside of resolve()
        QTRY_COMPARE(log->lines, (std::vector<std::string>{"7", "7"}));
        waitFor(pending, token, log); // already there
        QCOMPARE(log->lines.size(), std::size_t(3));
        QCOMPARE(log.use_count(), 1L);
    }

    void cancel_endsWaitersBeforeItReturns()
    {
        const auto log = std::make_shared<Log>();
        const CancelToken token;
        const CancelToken child = token.child();
        const Pending<int> pending;
        waitFor(pending, child, log);
        const Pending<int> resolved;
        waitFor(resolved, token, log);
        resolved.resolve(1);
        token.cancel();
        QCOMPARE(log->lines, (std::vector<std::string>{"cancelled", "cancelled"}));
        QCOMPARE(log.use_count(), 1L); // no frame is left
        QVERIFY(child.isCancelled() && child.child().isCancelled());
        waitFor(pending, token, log);
        QCOMPARE(log->lines.size(), std::size_t(3));
        QCoreApplication::processEvents(); // what was on its way finds nobody
    }

    void childToken_doesNotCancelItsParent()
    {
        const CancelToken token;
        token.child().cancel();
        QVERIFY(!token.isCancelled());
    }

    void future_withoutValueIsCancelled()
    {
        const auto log = std::make_shared<Log>();
        QFutureInterface<base::Result<int>> interface;
        interface.reportStarted();
        waitFor(pendingOf(interface.future()), CancelToken(), log);
        interface.reportCanceled();
        interface.reportFinished();
        QTRY_COMPARE(log->lines, std::vector<std::string>{"cancelled"});
    }

    void turns_areTakenInOrderAndPassedOn()
    {
        const auto log = std::make_shared<Log>();
        const auto turns = std::make_shared<Turns>();
        const Pending<void> first, second, third;
        const CancelToken impatient;
        takeTurn(turns, "a", first, {}, log);
        takeTurn(turns, "b", second, impatient, log);
        takeTurn(turns, "c", third, {}, log);
        QCOMPARE(log->lines, std::vector<std::string>{"a"});
        first.resolve({});
        QTRY_COMPARE(log->lines.size(), std::size_t(2));
        QCOMPARE(log->lines.back(), std::string("b"));
        impatient.cancel(); // in the middle of its turn
        QTRY_COMPARE(log->lines.size(), std::size_t(3));
        QCOMPARE(log->lines.back(), std::string("c"));
        third.resolve({});
        QTRY_COMPARE(log.use_count(), 1L);
    }

    void turn_ofSomebodyWhoGaveUpGoesToTheNext()
    {
        const auto log = std::make_shared<Log>();
        const auto turns = std::make_shared<Turns>();
        const Pending<void> first, second, third;
        const CancelToken impatient;
        takeTurn(turns, "a", first, {}, log);
        takeTurn(turns, "b", second, impatient, log);
        takeTurn(turns, "c", third, {}, log);
        impatient.cancel();
        first.resolve({});
        QTRY_COMPARE(log->lines, (std::vector<std::string>{"a", "b gave up", "c"}));
        third.resolve({});
        QTRY_COMPARE(log.use_count(), 1L);
    }

    // Through a switch pairs that share no Spark are measured at once; cables never are.
    void rounds_ofASwitch()
    {
        // An odd number: the last way is in nobody's rhythm.
        const std::vector<Shot> shots = shotsThrough(0, "abcdefg", Shot::Kind::OneHalf);
        QCOMPARE(shots.size(), std::size_t(28));
        const auto rounds = roundsOf(shots);
        QCOMPARE(rounds.size(), std::size_t(12));
        std::size_t measured = 0;
        for (const auto &round : rounds) {
            std::set<domain::SparkId> sparks;
            for (const Shot &shot : round) {
                QVERIFY(sparks.insert(shot.lanes[0].from.half.spark).second);
                QVERIFY(sparks.insert(shot.lanes[0].to.half.spark).second);
                QCOMPARE(shot.lanes[0].from.half.half.side, round.front().lanes[0].from.half.half.side);
                ++measured;
            }
        }
        QCOMPARE(measured, shots.size());
        std::vector<Shot> alone = shotsThrough(1, "ab", Shot::Kind::BothHalves);
        for (Shot &shot : shotsThrough(2, "cd", Shot::Kind::BothHalves))
            alone.push_back(std::move(shot));
        QCOMPARE(roundsOf(alone).size(), std::size_t(4));
    }

    // However many ranks there are, no Spark takes part in more probes at once than its agent takes; none is left out.
    void probesOfNcclRanks_areFewAtOnce()
    {
        for (const std::size_t ranks : {std::size_t(2), std::size_t(9), std::size_t(64)}) {
            std::set<NcclTest::RankPair> all;
            for (const auto &round : NcclTest::probeRounds(ranks)) {
                std::map<std::size_t, int> busy;
                for (const auto &[from, to] : round) {
                    QVERIFY(all.insert({from, to}).second && from != to);
                    QVERIFY(++busy[from] <= 12 && ++busy[to] <= 12);
                }
            }
            for (std::size_t i = 1; i < ranks; ++i)
                for (const NcclTest::RankPair &pair :
                    std::vector<NcclTest::RankPair>{{i, 0}, {0, i}, {i - 1, i}, {i, i - 1}})
                    QVERIFY(all.contains(pair));
        }
    }

    // Slow in company and well alone is well; slow alone is slow; and two of them suffice.
    void round_measuresAgainAloneWhatLookedSlow_data()
    {
        QTest::addColumn<bool>("sick");
        QTest::addColumn<int>("measurements");
        QTest::newRow("in the way of each other") << false << 8;
        QTest::newRow("really slow") << true << 6;
    }
    void round_measuresAgainAloneWhatLookedSlow()
    {
        QFETCH(bool, sick);
        QFETCH(int, measurements);
        int running = 0, begun = 0;
        const MeasureShot measure = [&](Shot shot, CancelToken) -> QCoro::Task<TestShot> {
            ++begun;
            ++running;
            const Pending<void> pause = pendingTimer(std::chrono::milliseconds(0));
            const CancelToken token;
            const base::Result<void> waited = co_await pause.wait(token);
            static_cast<void>(waited);
            TestShot done{shot.kind, shot.cable, {}, std::nullopt, TestLayer::Tcp};
            done.figures.push_back({QStringLiteral("a"), QStringLiteral("b"), 0, shot.lanes, {}});
            done.figures.back().figure.verdict = sick || begun <= 4 ? domain::Verdict::Degraded : domain::Verdict::Good;
            --running;
            co_return TestShot(done);
        };
        std::vector<Shot> round;
        for (const char *pair : {"ab", "cd", "ef", "gh"})
            round.push_back(shotsThrough(0, pair, Shot::Kind::BothHalves).front());
        const std::vector<TestShot> done = QCoro::waitFor(measureRound(round, measure, CancelToken()));
        QCOMPARE(begun, measurements);
        QCOMPARE(running, 0);
        QCOMPARE(done.size(), round.size());
        for (const TestShot &shot : done)
            QCOMPARE(shot.verdict(), sick ? domain::Verdict::Degraded : domain::Verdict::Good);
    }
};

QTEST_GUILESS_MAIN(TestPending)
#include "tst_pending.moc"
