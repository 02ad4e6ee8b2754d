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
constexpr std::size_t kFieldsAtOnce = 10; // of 128: no call holds the window for long
} // namespace

AddressTable::AddressTable(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(qRound(px(16)));
    m_grid->setVerticalSpacing(qRound(px(5)));
    m_grid->setColumnStretch(4, 1);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &AddressTable::fill);
}

QWidget *AddressTable::firstField() const
{
    return m_fields.empty() ? nullptr : m_fields.front().edit;
}

void AddressTable::clear()
{
    for (const Field &field : m_fields)
        for (QWidget *widget :
            std::initializer_list<QWidget *>{field.lane, field.spark, field.interface, field.edit, field.problem})
            delete widget;
    m_fields.clear();
}

void AddressTable::addField(const viewmodels::AddressRow &row)
{
    Field field{row.half, new PlainLabel({}, PlainLabel::Role::Muted, this), new PlainLabel(this),
        new PlainLabel({}, PlainLabel::Role::Small, this), new QLineEdit(this),
        new PlainLabel({}, PlainLabel::Role::Bad, this)};
    for (PlainLabel *label : {field.lane, field.spark, field.interface})
        label->setWordWrap(false);
    field.edit->setObjectName(u"address%1"_s.arg(m_fields.size()));
    field.edit->setFont(fontOf(14));
    field.edit->setMaxLength(kMostTyped);
    field.edit->setFixedWidth(qRound(px(kFieldWidth)));
    connect(field.edit, &QLineEdit::textEdited, this,
        [this, half = row.half](const QString &text) { Q_EMIT edited(half, text); });
    connect(field.edit, &QLineEdit::editingFinished, this, &AddressTable::committed);
    int column = 0;
    for (QWidget *widget :
        std::initializer_list<QWidget *>{field.lane, field.spark, field.interface, field.edit, field.problem})
        m_grid->addWidget(widget, static_cast<int>(m_fields.size()), column++);
    m_fields.push_back(field);
}

void AddressTable::show(const std::vector<viewmodels::AddressRow> &rows)
{
    const bool same = m_fields.size() <= rows.size()
        && std::equal(m_fields.begin(), m_fields.end(), rows.begin(),
            [](const Field &field, const viewmodels::AddressRow &row) { return row.half == field.half; });
    if (!same)
        clear();
    m_rows = rows;
    fill();
}

void AddressTable::fill()
{
    for (std::size_t made = 0; m_fields.size() < m_rows.size() && made < kFieldsAtOnce; ++made)
        addField(m_rows[m_fields.size()]);
    QString lane;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const viewmodels::AddressRow &row = m_rows[i];
        const Field &field = m_fields[i];
        field.lane->show(row.lane == lane ? QString() : row.lane);
        lane = row.lane;
        field.spark->show(row.spark);
        field.interface->show(row.interface);
        field.edit->setPlaceholderText(row.planned);
        //: what a screen reader says of the field: lane, Spark, interface
        field.edit->setAccessibleName(tr("Address, %1, %2, %3").arg(row.lane, row.spark, row.interface));
        field.edit->setAccessibleDescription(row.problem);
        if (field.edit->text() != row.text) {
            const QSignalBlocker quiet(field.edit);
            field.edit->setText(row.text);
        }
        field.problem->show(row.problem);
    }
    if (m_fields.size() < m_rows.size())
        m_more.start();
}

} // namespace sparkloom::widgets
