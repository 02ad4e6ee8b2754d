// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/cardbutton.h"

#include "widgets/common/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace sparkloom::widgets {

CardButton::CardButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    // Labels on a button would take the button's text colour, and with it none of their own.
    setForegroundRole(QPalette::WindowText);
    setBackgroundRole(QPalette::Window);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardButton::place(QBoxLayout *layout, QWidget *part, int stretch)
{
    part->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(part, stretch);
}

void CardButton::setChosen(bool chosen)
{
    if (m_chosen == chosen)
        return;
    m_chosen = chosen;
    update();
}

void CardButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    const bool bright = hasFocus() || m_chosen;
    painter.setBrush(m_chosen ? theme.accentTint : theme.card);
    painter.setPen(QPen(bright            ? theme.accentText
            : underMouse() && isEnabled() ? theme.muted
                                          : theme.line,
        hasFocus() ? 2.2 : 1.2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), px(11), px(11));
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CardButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CardButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace sparkloom::widgets
