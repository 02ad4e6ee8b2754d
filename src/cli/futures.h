// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace sparkloom::cli {

template <typename T>
QCoro::Task<void> fulfil(QCoro::Task<T> task, std::shared_ptr<QPromise<T>> promise)
{
    T value = co_await task;
    promise->addResult(std::move(value));
    promise->finish();
}

// A coroutine's result for those who wait for a QFuture. The coroutine runs on by itself and always finishes it.
template <typename T>
QFuture<T> toFuture(QCoro::Task<T> task)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    fulfil(std::move(task), promise);
    return future;
}

} // namespace sparkloom::cli
