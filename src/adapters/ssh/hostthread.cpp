// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/hostthread.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace sparkloom::ssh {

HostThread::HostThread(const Timings &timings) : m_worker(std::make_unique<Worker>(timings))
{
    m_thread.setObjectName(QStringLiteral("ssh-host"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(
        &m_thread, &QThread::started, m_worker.get(), [this] { m_end.begin(); }, Qt::DirectConnection);
    m_thread.start();
}

HostThread::~HostThread()
{
    stop();
    m_thread.wait();
    m_end.wait();
}

void HostThread::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_worker->cancelFlag().cancel();
    QMetaObject::invokeMethod(m_worker.get(), &Worker::shutDown, Qt::QueuedConnection);
}

ThreadGate::ThreadGate(const Timings &timings, std::size_t limit) : m_timings(timings), m_limit(limit) {}

ThreadGate::~ThreadGate()
{
    for (const Running &running : m_threads)
        running.thread->stop(); // all at once, then each is waited for
}

void ThreadGate::acquire(QObject *waiter, std::string spark, Granted granted)
{
    m_waiting.push_back({waiter, std::move(spark), std::move(granted)});
    grantWaiting();
}

void ThreadGate::withdraw(QObject *waiter)
{
    std::erase_if(m_waiting, [waiter](const Waiting &waiting) { return waiting.waiter == waiter; });
}

void ThreadGate::release(HostThread *thread)
{
    thread->stop();
}

HostThread *ThreadGate::startThread(const std::string &spark)
{
    m_threads.push_back({spark, std::make_unique<HostThread>(m_timings)});
    HostThread *thread = m_threads.back().thread.get();
    // Queued: the thread has ended when its object is deleted.
    connect(
        &thread->thread(), &QThread::finished, this,
        [this, thread] {
            std::erase_if(m_threads, [thread](const Running &running) { return running.thread.get() == thread; });
            grantWaiting();
        },
        Qt::QueuedConnection);
    return thread;
}

bool ThreadGate::hasPlace(const std::string &spark) const
{
    std::set<std::string_view> sparks;
    for (const Running &running : m_threads) {
        if (running.spark == spark && !running.thread->isStopping())
            return true;
        sparks.insert(running.spark);
    }
    return sparks.size() < m_limit;
}

// In the order of their coming, but for those that have a place already.
void ThreadGate::grantWaiting()
{
    for (;;) {
        const auto next = std::ranges::find_if(
            m_waiting, [this](const Waiting &waiting) { return !waiting.waiter || hasPlace(waiting.spark); });
        if (next == m_waiting.end())
            return;
        const Waiting granted = std::move(*next);
        m_waiting.erase(next);
        if (granted.waiter)
            granted.granted(startThread(granted.spark));
    }
}

} // namespace sparkloom::ssh
