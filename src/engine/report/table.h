// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sparkloom::engine::report {

// Text in aligned columns, two blanks between them, no lines drawn. Cells are plain text of one line.
class Table {
public:
    explicit Table(QStringList headings) : m_headings(std::move(headings)) {}
    void add(QStringList cells) { m_rows.push_back(std::move(cells)); }
    bool empty() const { return m_rows.empty(); }
    // Lines without trailing blanks; the first is the headings.
    QStringList lines() const;

private:
    QStringList m_headings;
    std::vector<QStringList> m_rows;
};

} // namespace sparkloom::engine::report
