// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/hostthread.h"

#include <algorithm>

namespace sparkloom::ssh {

HostThread::HostThread(const Timings &timings) : m_worker(std::make_unique<Worker>(timings))
{
    m_thread.setObjectName(QStringLiteral("ssh-host"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

HostThread::~HostThread()
{
    stop();
    m_thread.wait();
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
    for (const auto &thread : m_threads)
        thread->stop(); // all at once, then each is waited for
}

void ThreadGate::acquire(QObject *waiter, Granted granted)
{
    m_waiting.push_back({waiter, std::move(granted)});
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

HostThread *ThreadGate::startThread()
{
    m_threads.push_back(std::make_unique<HostThread>(m_timings));
    HostThread *thread = m_threads.back().get();
    // Queued: the thread has ended when its object is deleted.
    connect(
        &thread->thread(), &QThread::finished, this,
        [this, thread] {
            std::erase_if(m_threads, [thread](const auto &owned) { return owned.get() == thread; });
            grantWaiting();
        },
        Qt::QueuedConnection);
    return thread;
}

void ThreadGate::grantWaiting()
{
    while (!m_waiting.empty() && m_threads.size() < m_limit) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next.waiter)
            next.granted(startThread());
    }
}

} // namespace sparkloom::ssh
