// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace sparkloom::test {

// Long enough for a busy machine; a test that reaches it has failed.
inline constexpr int kPatienceMs = 60'000;

// Runs the event loop until the task is done; nothing where it never is.
template <typename T>
std::optional<T> finish(QCoro::Task<T> task)
{
    std::optional<T> result;
    QEventLoop loop;
    auto waiting = task.then([&](T value) {
        result.emplace(std::move(value));
        loop.quit();
    });
    QTimer timeout;
    QObject::connect(&timeout, &QTimer::timeout, &loop, &QEventLoop::quit);
    timeout.start(kPatienceMs);
    if (!result)
        loop.exec();
    return result;
}

} // namespace sparkloom::test
