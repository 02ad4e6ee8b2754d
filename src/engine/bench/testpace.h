// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testreport.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace sparkloom::engine {

// How far a whole test has come. The engines of TCP, RDMA and NCCL tell of the one measurement that they make; this
// adds which one of how many it is, what is left of the others, on which rung.
class TestPace {
public:
    explicit TestPace(std::function<void(const TestProgress &)> tell) : m_tell(std::move(tell)) { m_clock.start(); }

    // How long each measurement takes, in their order, if nothing has to be repeated.
    void expect(std::vector<std::chrono::milliseconds> durations) { m_durations = std::move(durations); }
    // The next one. together: several measurements that run at the same time count as one; this says what they are.
    void begin(std::optional<base::Message> together = {})
    {
        ++m_at;
        m_together = std::move(together);
        m_rates.clear();
    }
    // A rung of the ladder; nothing measures at the moment.
    void enter(std::optional<LadderStep::Kind> rung, const base::Message &doing)
    {
        m_rung = rung;
        m_together.reset();
        TestProgress progress;
        progress.doing = doing;
        take(progress);
    }
    // progress.left: of this measurement.
    void take(TestProgress progress)
    {
        if (m_together)
            join(progress);
        progress.shot = m_at;
        progress.shots = std::max(m_at, static_cast<int>(m_durations.size()));
        for (std::size_t i = static_cast<std::size_t>(m_at); i < m_durations.size(); ++i)
            progress.left += m_durations[i];
        progress.rung = m_rung;
        progress.elapsed = std::chrono::milliseconds(m_clock.elapsed());
        if (m_tell)
            m_tell(progress);
    }

private:
    // What one of several says, as what all of them say.
    void join(TestProgress &progress)
    {
        const auto known = std::find_if(
            m_rates.begin(), m_rates.end(), [&](const auto &rate) { return rate.first == progress.doing; });
        if (known != m_rates.end())
            known->second = progress.gbps;
        else
            m_rates.emplace_back(progress.doing, progress.gbps);
        progress.gbps = 0;
        for (const auto &[doing, gbps] : m_rates)
            progress.gbps += gbps;
        progress.band.reset();
        progress.doing = *m_together;
    }

    std::function<void(const TestProgress &)> m_tell;
    std::vector<std::chrono::milliseconds> m_durations;
    std::optional<LadderStep::Kind> m_rung;
    std::optional<base::Message> m_together;
    std::vector<std::pair<base::Message, double>> m_rates; // Gb/s, by what each of several is doing
    QElapsedTimer m_clock;
    int m_at = 0;
};

} // namespace sparkloom::engine
