// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"

#include <utility>

namespace sparkloom::sim {

// The world's loop as the agents of one Spark see it: with that Spark's clock, which somebody may set. What is timed
// goes by the other clock, which nobody can set.
class SparkClock : public agent::Loop {
public:
    explicit SparkClock(agent::Loop &world) : m_world(world) {}
    TimerId after(std::chrono::milliseconds delay, std::function<void()> callback) override
    {
        return m_world.after(delay, std::move(callback));
    }
    void cancel(TimerId timer) override { m_world.cancel(timer); }
    std::chrono::nanoseconds monotonic() const override { return m_world.monotonic(); }
    std::int64_t utcMs() const override { return m_world.utcMs() + m_ahead.count(); }
    // So much ahead of the world's from now on, or behind it.
    void set(std::chrono::milliseconds ahead) { m_ahead = ahead; }

private:
    agent::Loop &m_world;
    std::chrono::milliseconds m_ahead{0};
};

} // namespace sparkloom::sim
