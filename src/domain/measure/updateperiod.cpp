// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/updateperiod.h"

#include <algorithm>
#include <vector>

namespace sparkloom::domain {

namespace {

constexpr std::size_t kKept = 31;
constexpr std::size_t kEnough = 5;
// A longer pause between two changes is a pause of the traffic, not of the counter.
constexpr std::chrono::milliseconds kLongest{1500};
// A busy counter that changes with every read, but for some that the traffic itself left out.
constexpr double kEveryRead = 1.5;
constexpr std::size_t kEnoughChanges = 3;

std::chrono::nanoseconds median(std::deque<std::chrono::nanoseconds> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void keep(std::deque<std::chrono::nanoseconds> &values, std::chrono::nanoseconds value)
{
    values.push_back(value);
    if (values.size() > kKept)
        values.pop_front();
}

} // namespace

void UpdatePeriod::take(std::chrono::nanoseconds at, bool moved)
{
    if (m_lastRead && at > *m_lastRead)
        keep(m_reads, at - *m_lastRead);
    m_lastRead = at;
    if (!moved)
        return;
    if (m_lastChange && at - *m_lastChange <= kLongest)
        keep(m_changes, at - *m_lastChange);
    m_lastChange = at;
}

void UpdatePeriod::restart()
{
    m_lastRead.reset();
    m_lastChange.reset();
}

std::chrono::nanoseconds UpdatePeriod::period() const
{
    if (m_reads.size() < kEnough || m_changes.size() < kEnough)
        return std::chrono::nanoseconds(0);
    const std::chrono::nanoseconds change = median(m_changes);
    const bool everyRead =
        static_cast<double>(change.count()) <= kEveryRead * static_cast<double>(median(m_reads).count());
    return everyRead ? std::chrono::nanoseconds(0) : change;
}

std::optional<std::chrono::nanoseconds> periodOf(std::span<const QuickRead> reads)
{
    std::vector<std::chrono::nanoseconds> changes;
    for (std::size_t i = 1; i < reads.size(); ++i)
        if (reads[i].value != reads[i - 1].value)
            changes.push_back(reads[i].at);
    if (changes.size() < kEnoughChanges)
        return std::nullopt;
    return (changes.back() - changes.front()) / static_cast<std::int64_t>(changes.size() - 1);
}

} // namespace sparkloom::domain
