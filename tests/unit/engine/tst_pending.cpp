// SPDX-License-Identifier: GPL-3.0-or-later
// Coroutines that can be cancelled and leave nothing behind.
#include "engine/jobs/pending.h"
#include "engine/jobs/turns.h"

#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestPending)
#include "tst_pending.moc"
