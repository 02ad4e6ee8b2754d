// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace sparkloom::domain {

// One moment of a chart in our own clock; NaN where nothing is known, which breaks the line.
struct SeriesPoint {
    std::chrono::nanoseconds at{};
    float sendGbps = std::numeric_limits<float>::quiet_NaN();
    float receiveGbps = std::numeric_limits<float>::quiet_NaN();
};

// The newest points of a chart, oldest first; a full one forgets the oldest. Its memory is taken once.
class Series {
public:
    explicit Series(std::size_t capacity) : m_points(capacity) {}

    void add(const SeriesPoint &point)
    {
        m_points[m_next] = point;
        m_next = (m_next + 1) % m_points.size();
        m_size = m_size < m_points.size() ? m_size + 1 : m_size;
        ++m_added;
    }
    void clear() { m_size = m_next = 0; }
    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_points.size(); }
    // 0 is the oldest.
    const SeriesPoint &at(std::size_t index) const
    {
        return m_points[(m_next + m_points.size() - m_size + index) % m_points.size()];
    }
    const SeriesPoint &newest() const { return at(m_size - 1); }
    // How many were ever added: tells a chart what it has not drawn yet.
    std::size_t added() const { return m_added; }

private:
    std::vector<SeriesPoint> m_points;
    std::size_t m_next = 0;
    std::size_t m_size = 0;
    std::size_t m_added = 0;
};

} // namespace sparkloom::domain
