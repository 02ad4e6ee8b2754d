// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>
#include <stdexcept>

namespace sparkloom::test {

// Long enough for a busy machine; a test that reaches it has failed.
inline constexpr std::chrono::seconds kPatience{40};

// Runs the event loop until the future has its result. Throws where it never gets one.
template <typename T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished() || future.resultCount() == 0)
        throw std::runtime_error("a future got no result");
    return future.result();
}

} // namespace sparkloom::test
