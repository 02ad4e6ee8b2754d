// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threadend.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>

namespace sparkloom::store {

// The one thread that all stores do their I/O on, in the order of the calls (design decision 19). Any thread may call
// run(); the destructor does what is still queued and then ends the thread.
class IoThread {
public:
    IoThread();
    ~IoThread();
    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;

    template <typename Task>
    QFuture<std::invoke_result_t<Task>> run(Task task)
    {
        using Answer = std::invoke_result_t<Task>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        QMetaObject::invokeMethod(
            m_context.get(),
            [promise, task = std::move(task)]() mutable {
                promise->addResult(task());
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    base::ThreadEnd m_end;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
};

} // namespace sparkloom::store
