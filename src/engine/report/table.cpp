// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/table.h"

#include <algorithm>

namespace sparkloom::engine::report {
namespace {

QString line(const QStringList &cells, const std::vector<qsizetype> &widths)
{
    QString out;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += QLatin1StringView("  ");
        out += cells[i].leftJustified(widths[static_cast<std::size_t>(i)]);
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

} // namespace

QStringList Table::lines() const
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(m_headings.size()), 0);
    const auto measure = [&](const QStringList &cells) {
        for (std::size_t i = 0; i < widths.size() && static_cast<qsizetype>(i) < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[static_cast<qsizetype>(i)].size());
    };
    measure(m_headings);
    for (const QStringList &row : m_rows)
        measure(row);
    QStringList out{line(m_headings, widths)};
    for (const QStringList &row : m_rows)
        out << line(row.mid(0, m_headings.size()), widths);
    return out;
}

} // namespace sparkloom::engine::report
