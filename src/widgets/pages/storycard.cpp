// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/storycard.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QBoxLayout>

namespace sparkloom::widgets {

StoryCard::StoryCard(QWidget *parent)
    : CardButton(parent), m_title(new PlainLabel({}, PlainLabel::Role::Heading)),
      m_corner(new PlainLabel({}, PlainLabel::Role::Small)), m_story(new PlainLabel({}, PlainLabel::Role::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(qRound(px(16)), qRound(px(11)), qRound(px(16)), qRound(px(12)));
    column->setSpacing(qRound(px(4)));
    auto *top = new QHBoxLayout;
    m_title->setWordWrap(false);
    m_corner->setWordWrap(false);
    place(top, m_title);
    top->addStretch(1);
    place(top, m_corner);
    column->addLayout(top);
    place(column, m_story);
}

void StoryCard::show(const QString &title, const QString &corner, const QString &story)
{
    m_title->setText(title);
    m_corner->setText(corner);
    m_story->setText(story);
    setAccessibleName(corner.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, corner));
    setAccessibleDescription(story);
}

} // namespace sparkloom::widgets
