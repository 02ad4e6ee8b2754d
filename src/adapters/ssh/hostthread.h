// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/worker.h"
#include "base/threadend.h"

#include <QPointer>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sparkloom::ssh {

// One worker on its thread. Main thread. The worker may be called (queued) until stop(); it is deleted when its thread
// has ended.
class HostThread {
public:
    explicit HostThread(const Timings &timings);
    ~HostThread(); // waits for the thread, at most until what it does was cancelled

    Worker &worker() { return *m_worker; }
    QThread &thread() { return m_thread; }
    // Ends whatever the worker does, also in the middle of connecting.
    void stop();
    bool isStopping() const { return m_stopping; }

private:
    base::ThreadEnd m_end;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    bool m_stopping = false;
};

// Lets threads of at most 64 Sparks live at a time; who comes later waits for a place (design decision 19). A further
// connection to a Spark that has a place needs none of its own: it is opened to prove something while the first one
// stays, and would wait for it forever. Main thread.
class ThreadGate : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMaxSparks = 64;
    using Granted = std::function<void(HostThread *)>;

    explicit ThreadGate(const Timings &timings, std::size_t limit = kMaxSparks);
    ~ThreadGate() override;

    // Calls granted with a running thread as soon as there is a place for this Spark (named by where it is connected
    // to), at once where there is one; never once waiter is gone. The thread stays the gate's; give it back with
    // release().
    void acquire(QObject *waiter, std::string spark, Granted granted);
    void withdraw(QObject *waiter);
    void release(HostThread *thread);
    std::size_t liveThreads() const { return m_threads.size(); }

private:
    struct Waiting {
        QPointer<QObject> waiter;
        std::string spark;
        Granted granted;
    };
    struct Running {
        std::string spark;
        std::unique_ptr<HostThread> thread;
    };
    bool hasPlace(const std::string &spark) const;
    void grantWaiting();
    HostThread *startThread(const std::string &spark);

    const Timings m_timings;
    const std::size_t m_limit;
    std::vector<Running> m_threads;
    std::deque<Waiting> m_waiting;
};

} // namespace sparkloom::ssh
