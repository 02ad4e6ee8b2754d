// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"

#include <map>

namespace sparkloom::test {

// A loop whose time only moves when the test says so: what takes seconds on a Spark takes none here.
class ManualLoop : public agent::Loop {
public:
    TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) override
    {
        m_timers.emplace(Key{m_now + delay, ++m_last}, std::move(callback));
        return m_last;
    }
    void cancel(TimerId timer) override
    {
        std::erase_if(m_timers, [timer](const auto &entry) { return entry.first.second == timer; });
    }
    std::chrono::nanoseconds monotonic() const override { return m_now += m_tick; }
    std::int64_t utcMs() const override
    {
        return kStartUtcMs + std::chrono::duration_cast<std::chrono::milliseconds>(m_now).count();
    }

    // Runs everything that falls due within this time, in order.
    void pass(std::chrono::milliseconds time)
    {
        const std::chrono::nanoseconds end = m_now + time;
        while (!m_timers.empty() && m_timers.begin()->first.first <= end) {
            auto node = m_timers.extract(m_timers.begin());
            m_now = std::max(m_now, node.key().first);
            node.mapped()();
        }
        m_now = end;
    }

    // A busy machine: the time goes by, and only then runs what fell due meanwhile.
    void stall(std::chrono::milliseconds time)
    {
        m_now += time;
        pass(std::chrono::milliseconds(0));
    }

    // A machine on which even reading the clock takes time.
    void setTick(std::chrono::nanoseconds tick) { m_tick = tick; }

private:
    static constexpr std::int64_t kStartUtcMs = 1'795'000'000'000; // November 2026
    using Key = std::pair<std::chrono::nanoseconds, TimerId>;
    mutable std::chrono::nanoseconds m_now{0};
    std::chrono::nanoseconds m_tick{0};
    TimerId m_last = 0;
    std::map<Key, std::function<void()>> m_timers;
};

} // namespace sparkloom::test
