// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side/textcolumn.h"

#include "widgets/common/leadingmargins.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace sparkloom::widgets {

namespace {
constexpr double kTermWidth = 230;
constexpr double kMostWidth = 860; // lines longer than this are hard to read
} // namespace

TextColumn::TextColumn(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    startAnew();
}

void TextColumn::startAnew()
{
    auto *content = new QWidget;
    content->setMaximumWidth(qRound(px(kMostWidth)));
    m_column = new QVBoxLayout(content);
    setLeadingMargins(m_column, 0, 0, qRound(px(10)), 0);
    m_column->setSpacing(qRound(px(9)));
    setWidget(content);
}

void TextColumn::clear()
{
    const int place = verticalScrollBar()->value();
    startAnew();
    verticalScrollBar()->setValue(place);
}

void TextColumn::add(const QString &text, PlainLabel::Role role)
{
    if (text.isEmpty())
        return;
    auto *label = new PlainLabel(text, role);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_column->addWidget(label);
}

void TextColumn::addPair(const QString &term, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(qRound(px(16)));
    auto *name = new PlainLabel(term, PlainLabel::Role::Strong);
    name->setFixedWidth(qRound(px(kTermWidth)));
    auto *what = new PlainLabel(text);
    for (PlainLabel *label : {name, what})
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    row->addWidget(name);
    row->addWidget(what, 1);
    m_column->addLayout(row);
}

void TextColumn::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void TextColumn::addSpace()
{
    m_column->addStretch(1);
}

} // namespace sparkloom::widgets
