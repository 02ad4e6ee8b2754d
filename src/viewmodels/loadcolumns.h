// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/measure/direction.h"
#include "domain/measure/series.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <vector>

namespace sparkloom::viewmodels {

// One column of a picture: the least and the most of what was carried in its time, Gb/s. NaN where nothing is known.
struct LoadColumn {
    float least = std::numeric_limits<float>::quiet_NaN();
    float most = std::numeric_limits<float>::quiet_NaN();
    bool known() const { return least == least; }
    void take(float gbps);
};

// A series as columns of equal time, so that a strip draws as many points as it has pixels however many samples there
// are. Takes only what is new; its memory is taken once. Columns are named by the number of their time since the clock
// began, so that nothing moves when time goes on.
class LoadColumns {
public:
    static constexpr int kColumns = 240;
    // span: of all columns together.
    explicit LoadColumns(std::chrono::nanoseconds span = std::chrono::seconds(60), int columns = kColumns);

    // What the series got since the last call; one that began anew is taken from its beginning.
    void take(const domain::Series &series);
    void clear();

    int count() const { return static_cast<int>(m_columns.size()); }
    std::chrono::nanoseconds width() const { return m_width; }
    std::int64_t numberAt(std::chrono::nanoseconds time) const { return time.count() / m_width.count(); }
    // The column of this number in one direction; unknown where it is too old or still to come.
    LoadColumn at(std::int64_t number, domain::Direction direction) const;

private:
    struct Place {
        std::int64_t number = -1;
        domain::PerDirection<LoadColumn> load;
    };
    std::chrono::nanoseconds m_width;
    std::vector<Place> m_columns;
    std::size_t m_taken = 0; // of Series::added()
};

// The points of a series between two times as at most `columns` columns, the oldest first: for a picture that may be
// zoomed. Empty columns are unknown. Where samples are rarer than columns, columns between two samples take the one
// before them, so that a line stays whole.
std::vector<LoadColumn> columnsBetween(const domain::Series &series, domain::Direction direction,
    std::chrono::nanoseconds from, std::chrono::nanoseconds to, int columns);

} // namespace sparkloom::viewmodels
