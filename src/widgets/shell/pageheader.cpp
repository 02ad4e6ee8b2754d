// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/pageheader.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sparkloom::widgets {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_headline(new PlainLabel({}, PlainLabel::Role::Headline)),
      m_detail(new PlainLabel({}, PlainLabel::Role::Muted)), m_quietLine(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(px(6)));
    column->addWidget(m_headline);
    m_quietLine->setSpacing(qRound(px(16)));
    m_quietLine->addWidget(m_detail, 1);
    m_quietLine->addStretch(); // without a detail the tools stay where they are with one
    column->addLayout(m_quietLine);
    m_detail->setHideEmpty(true);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_detail->setObjectName(QStringLiteral("headlineDetail"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::show(const QString &headline, const QString &detail)
{
    if (m_headline->text() != headline) {
        m_headline->setText(headline);
        m_headline->setAccessibleName(headline);
        QAccessibleEvent event(m_headline, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    m_detail->show(detail);
}

void PageHeader::addTool(QWidget *tool)
{
    m_quietLine->addWidget(tool, 0, Qt::AlignTrailing | Qt::AlignBottom);
}

void PageHeader::setOnStage(bool onStage)
{
    m_headline->setOnStage(onStage);
    m_detail->setOnStage(onStage);
}

} // namespace sparkloom::widgets
