// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/addresstable.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {
constexpr double kFieldWidth = 170;
constexpr int kMostTyped = 40;
} // namespace

AddressTable::AddressTable(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(qRound(px(16)));
    m_grid->setVerticalSpacing(qRound(px(5)));
    m_grid->setColumnStretch(4, 1);
}

QWidget *AddressTable::firstField() const
{
    return m_fields.empty() ? nullptr : m_fields.front().edit;
}

void AddressTable::build(const std::vector<viewmodels::AddressRow> &rows)
{
    for (const Field &field : m_fields)
        for (QWidget *widget :
            std::initializer_list<QWidget *>{field.lane, field.spark, field.interface, field.edit, field.problem})
            delete widget;
    m_fields.clear();
    int line = 0;
    for (const viewmodels::AddressRow &row : rows) {
        Field field{row.half, new PlainLabel({}, PlainLabel::Role::Muted), new PlainLabel,
            new PlainLabel({}, PlainLabel::Role::Small), new QLineEdit, new PlainLabel({}, PlainLabel::Role::Bad)};
        for (PlainLabel *label : {field.lane, field.spark, field.interface})
            label->setWordWrap(false);
        field.edit->setFont(fontOf(14));
        field.edit->setMaxLength(kMostTyped);
        field.edit->setFixedWidth(qRound(px(kFieldWidth)));
        connect(field.edit, &QLineEdit::textEdited, this,
            [this, half = row.half](const QString &text) { Q_EMIT edited(half, text); });
        connect(field.edit, &QLineEdit::editingFinished, this, &AddressTable::committed);
        int column = 0;
        for (QWidget *widget :
            std::initializer_list<QWidget *>{field.lane, field.spark, field.interface, field.edit, field.problem})
            m_grid->addWidget(widget, line, column++);
        ++line;
        m_fields.push_back(field);
    }
}

void AddressTable::show(const std::vector<viewmodels::AddressRow> &rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_fields.begin(), m_fields.end(),
        [](const viewmodels::AddressRow &row, const Field &field) { return row.half == field.half; });
    if (!same)
        build(rows);
    QString lane;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const viewmodels::AddressRow &row = rows[i];
        const Field &field = m_fields[i];
        field.lane->setText(row.lane == lane ? QString() : row.lane);
        lane = row.lane;
        field.spark->setText(row.spark);
        field.interface->setText(row.interface);
        field.edit->setObjectName(u"address%1"_s.arg(i));
        field.edit->setPlaceholderText(row.planned);
        //: what a screen reader says of the field: lane, Spark, interface
        field.edit->setAccessibleName(tr("Address, %1, %2, %3").arg(row.lane, row.spark, row.interface));
        field.edit->setAccessibleDescription(row.problem);
        if (field.edit->text() != row.text) {
            const QSignalBlocker quiet(field.edit);
            field.edit->setText(row.text);
        }
        field.problem->setText(row.problem);
    }
}

} // namespace sparkloom::widgets
