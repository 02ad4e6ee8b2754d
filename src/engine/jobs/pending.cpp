// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobs/pending.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

base::Error cancelledError()
{
    return {base::ErrorKind::Cancelled, "engine.cancelled"_msg, {}};
}

namespace detail {

void Waiter::resume()
{
    const auto continuation = std::exchange(handle, {});
    if (!continuation)
        return;
    token.remove(callback);
    continuation.resume();
}

void Waiter::resumeLater(const std::shared_ptr<Waiter> &waiter)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [waiter] { waiter->resume(); }, Qt::QueuedConnection);
}

} // namespace detail

Pending<void> pendingTimer(std::chrono::milliseconds delay)
{
    Pending<void> pending;
    QTimer::singleShot(delay, [pending] { pending.resolve({}); });
    return pending;
}

void expire(std::chrono::milliseconds delay, std::function<void()> giveUp)
{
    QTimer::singleShot(delay, std::move(giveUp));
}

} // namespace sparkloom::engine
