// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/loadcolumns.h"

#include <algorithm>

namespace sparkloom::viewmodels {

namespace {

using std::chrono::nanoseconds;

// Samples come 10 to 50 times a second: a longer silence is a gap.
constexpr std::chrono::milliseconds kLongestPause{300};

float in(const domain::SeriesPoint &point, domain::Direction direction)
{
    return direction == domain::Direction::Send ? point.sendGbps : point.receiveGbps;
}

} // namespace

void LoadColumn::take(float gbps)
{
    if (gbps != gbps)
        return;
    least = known() ? std::min(least, gbps) : gbps;
    most = most == most ? std::max(most, gbps) : gbps;
}

LoadColumns::LoadColumns(nanoseconds span, int columns)
    : m_width(span / columns), m_columns(static_cast<std::size_t>(columns))
{}

void LoadColumns::take(const domain::Series &series)
{
    if (series.added() < m_taken)
        clear();
    const std::size_t fresh = std::min(series.added() - m_taken, series.size());
    for (std::size_t i = series.size() - fresh; i < series.size(); ++i) {
        const domain::SeriesPoint &point = series.at(i);
        const std::int64_t number = numberAt(point.at);
        Place &place = m_columns[static_cast<std::size_t>(number) % m_columns.size()];
        if (place.number > number)
            continue; // of a clock that was set back: older than all that is shown
        if (place.number < number)
            place = {number, {}};
        for (const domain::Direction direction : domain::kBothDirections)
            place.load[direction].take(in(point, direction));
    }
    m_taken = series.added();
}

void LoadColumns::clear()
{
    std::fill(m_columns.begin(), m_columns.end(), Place());
    m_taken = 0;
}

LoadColumn LoadColumns::at(std::int64_t number, domain::Direction direction) const
{
    if (number < 0)
        return {};
    const Place &place = m_columns[static_cast<std::size_t>(number) % m_columns.size()];
    return place.number == number ? place.load[direction] : LoadColumn();
}

std::vector<LoadColumn> columnsBetween(
    const domain::Series &series, domain::Direction direction, nanoseconds from, nanoseconds to, int columns)
{
    std::vector<LoadColumn> out(static_cast<std::size_t>(std::max(1, columns)));
    const double width = static_cast<double>((to - from).count()) / static_cast<double>(out.size());
    if (!(width > 0))
        return out;
    const auto place = [&](nanoseconds at) {
        return static_cast<std::int64_t>(static_cast<double>((at - from).count()) / width);
    };
    const auto last = static_cast<std::int64_t>(out.size()) - 1;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const domain::SeriesPoint &point = series.at(i);
        if (point.at < from || point.at > to)
            continue;
        const float gbps = in(point, direction);
        const std::int64_t here = std::min(place(point.at), last);
        out[static_cast<std::size_t>(here)].take(gbps);
        if (i + 1 >= series.size() || series.at(i + 1).at - point.at > kLongestPause)
            continue;
        for (std::int64_t next = here + 1; next < std::min(place(series.at(i + 1).at), last + 1); ++next)
            out[static_cast<std::size_t>(next)].take(gbps);
    }
    return out;
}

} // namespace sparkloom::viewmodels
