// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/page.h"

#include <QEvent>
#include <QStackedWidget>

#include <utility>

namespace sparkloom::widgets {

void Page::refreshWhenSeen()
{
    m_stale = isBehindAnother();
    if (!m_stale)
        refresh();
}

void Page::catchUp()
{
    if (std::exchange(m_stale, false))
        refresh();
}

bool Page::isBehindAnother() const
{
    const auto *stack = qobject_cast<const QStackedWidget *>(parentWidget());
    return stack && stack->indexOf(this) >= 0 && stack->currentWidget() != this; // what is being made is in none yet
}

void Page::showEvent(QShowEvent *event)
{
    catchUp();
    QWidget::showEvent(event);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sparkloom::widgets
