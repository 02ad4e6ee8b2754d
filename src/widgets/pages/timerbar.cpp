// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/timerbar.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sparkloom::widgets {

TimerBar::TimerBar(QWidget *parent) : QWidget(parent), m_text(new PlainLabel({}, PlainLabel::Role::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, qRound(px(12)), 0, 0);
    column->addWidget(m_text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(qRound(px(34)));
}

void TimerBar::show(double share, const QString &text)
{
    m_share = share;
    m_text->setText(text);
    update();
}

void TimerBar::paintEvent(QPaintEvent *)
{
    if (m_text->text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Theme theme = Theme::of(window()->palette());
    const QRectF track(0, px(3), width(), px(5));
    painter.setBrush(theme.line);
    painter.drawRoundedRect(track, px(2.5), px(2.5));
    QRectF left = track;
    left.setWidth(track.width() * m_share);
    if (layoutDirection() == Qt::RightToLeft)
        left.moveRight(track.right());
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(left, px(2.5), px(2.5));
}

} // namespace sparkloom::widgets
