// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/loop.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace sparkloom::sim {

EventLoop::EventLoop() : m_wakeDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_wakeDescriptor < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
}

EventLoop::~EventLoop()
{
    close(m_wakeDescriptor);
}

agent::Loop::TimerId EventLoop::after(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const TimerId id = ++m_lastTimer;
    const auto due = monotonic() + std::max(delay, std::chrono::milliseconds(0));
    m_timers.emplace(When{due, id}, std::move(callback));
    m_due.emplace(id, due);
    return id;
}

void EventLoop::cancel(TimerId timer)
{
    const auto it = m_due.find(timer);
    if (it == m_due.end())
        return;
    m_timers.erase({it->second, timer});
    m_due.erase(it);
}

std::chrono::nanoseconds EventLoop::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::int64_t EventLoop::utcMs() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void EventLoop::watch(int descriptor, std::function<void()> readable)
{
    m_watched[descriptor] = std::move(readable);
}

void EventLoop::unwatch(int descriptor)
{
    m_watched.erase(descriptor);
}

bool EventLoop::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return false;
    m_posted.push_back(std::move(work));
    const std::uint64_t one = 1;
    // A full counter means that the loop is woken anyway.
    [[maybe_unused]] const ssize_t written = write(m_wakeDescriptor, &one, sizeof one);
    return true;
}

void EventLoop::stop()
{
    m_stopping = true;
}

void EventLoop::runPosted()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = read(m_wakeDescriptor, &count, sizeof count);
    std::vector<std::function<void()>> posted;
    {
        const std::lock_guard lock(m_mutex);
        posted.swap(m_posted);
    }
    for (auto &work : posted) {
        work();
        work = nullptr;
    }
}

void EventLoop::runDueTimers()
{
    const auto now = monotonic();
    while (!m_timers.empty() && m_timers.begin()->first.first <= now && !m_stopping) {
        auto node = m_timers.extract(m_timers.begin());
        m_due.erase(node.key().second);
        node.mapped()();
    }
}

int EventLoop::millisecondsToNextTimer() const
{
    if (m_timers.empty())
        return -1;
    const auto left = m_timers.begin()->first.first - monotonic();
    if (left.count() <= 0)
        return 0;
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return static_cast<int>(std::min<std::int64_t>(rounded, std::numeric_limits<int>::max()));
}

void EventLoop::run()
{
    while (!m_stopping) {
        std::vector<pollfd> polled{{m_wakeDescriptor, POLLIN, 0}};
        for (const auto &[descriptor, callback] : m_watched)
            polled.push_back({descriptor, POLLIN, 0});
        if (poll(polled.data(), polled.size(), millisecondsToNextTimer()) < 0 && errno != EINTR)
            throw std::system_error(errno, std::generic_category(), "poll");
        runPosted();
        for (std::size_t i = 1; i < polled.size() && !m_stopping; ++i)
            if (polled[i].revents != 0)
                if (const auto it = m_watched.find(polled[i].fd); it != m_watched.end())
                    std::function<void()>(it->second)(); // a copy: the callback may unwatch itself
        runDueTimers();
    }
    std::vector<std::function<void()>> dropped;
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    dropped.swap(m_posted);
}

} // namespace sparkloom::sim
