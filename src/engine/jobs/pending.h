// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/jobs/canceltoken.h"

#include <QCoroTask>
#include <QFuture>
#include <QFutureWatcher>

#include <chrono>
#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sparkloom::engine {

base::Error cancelledError();

namespace detail {

// A suspended coroutine that is to go on exactly once. cancel() of the token continues it before it returns, so that no
// coroutine is left behind when the object that it works for is destroyed; every other outcome continues it from the
// event loop, so that no coroutine runs inside the signal handler that woke it.
struct Waiter {
    std::coroutine_handle<> handle;
    CancelToken token;
    CancelToken::CallbackId callback = 0;

    void resume();
    static void resumeLater(const std::shared_ptr<Waiter> &waiter);
};

} // namespace detail

// A value that comes once. Copies share it; any number of coroutines may wait. Main thread only.
template <typename T>
class Pending {
public:
    Pending() : m_state(std::make_shared<State>()) {}

    // The first call counts, later ones are ignored.
    void resolve(base::Result<T> result) const
    {
        if (m_state->result)
            return;
        m_state->result.emplace(std::move(result));
        for (const auto &waiter : std::exchange(m_state->waiters, {}))
            detail::Waiter::resumeLater(waiter);
    }
    bool isResolved() const { return m_state->result.has_value(); }

    // co_await pending.wait(token): the value, or Cancelled as soon as the token is.
    auto wait(const CancelToken &token) const { return Awaiter(m_state, token); }

private:
    struct State {
        std::optional<base::Result<T>> result;
        std::vector<std::shared_ptr<detail::Waiter>> waiters;
    };
    struct Awaiter {
        std::shared_ptr<State> state;
        CancelToken token;
        std::shared_ptr<detail::Waiter> waiter;

        Awaiter(std::shared_ptr<State> ofPending, const CancelToken &cancelToken)
            : state(std::move(ofPending)), token(cancelToken)
        {}
        bool await_ready() const { return state->result || token.isCancelled(); }
        void await_suspend(std::coroutine_handle<> handle)
        {
            waiter = std::make_shared<detail::Waiter>();
            waiter->handle = handle;
            waiter->token = token;
            state->waiters.push_back(waiter);
            const std::shared_ptr<detail::Waiter> own = waiter;
            waiter->callback = token.onCancel([own] { own->resume(); });
        }
        base::Result<T> await_resume()
        {
            if (state->result && !token.isCancelled())
                return *state->result;
            return cancelledError();
        }
    };

    std::shared_ptr<State> m_state;
};

// What a port's future yields. A future that ends without a value (its maker went away) is Cancelled.
template <typename T>
Pending<T> pendingOf(QFuture<base::Result<T>> future)
{
    Pending<T> pending;
    auto *watcher = new QFutureWatcher<base::Result<T>>;
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, pending] {
        if (watcher->future().resultCount() > 0)
            pending.resolve(watcher->future().result());
        else
            pending.resolve(cancelledError());
        watcher->deleteLater();
    });
    watcher->setFuture(std::move(future));
    return pending;
}

// The same for futures of plain values (the prompter's).
template <typename T>
Pending<T> pendingValue(QFuture<T> future)
{
    Pending<T> pending;
    auto *watcher = new QFutureWatcher<T>;
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, pending] {
        if (watcher->future().resultCount() > 0)
            pending.resolve(base::Result<T>(watcher->future().result()));
        else
            pending.resolve(cancelledError());
        watcher->deleteLater();
    });
    watcher->setFuture(std::move(future));
    return pending;
}

// Resolved after this time.
Pending<void> pendingTimer(std::chrono::milliseconds delay);
// Gives up on a pending value after this time: resolves it with `error` unless it came before.
void expire(std::chrono::milliseconds delay, std::function<void()> giveUp);

} // namespace sparkloom::engine
