// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pill.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace sparkloom::widgets {

PillButton::PillButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFont(fontOf(13, QFont::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillButton::setOnStage(bool onStage)
{
    m_onStage = onStage;
    update();
}

QSize PillButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + qRound(px(26)), qRound(px(30))};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = m_onStage ? Theme::darkOne() : Theme::of(window()->palette());
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool bright = isChecked() || hasFocus();
    painter.setBrush(isChecked() ? theme.accentTint : theme.card);
    painter.setPen(QPen(bright ? theme.accentText : theme.muted, hasFocus() ? 2.2 : 1.2));
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    painter.setPen(isChecked() ? theme.text : theme.muted);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(fontOf(12, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::show(const QString &text, bool warning)
{
    m_warning = warning;
    setText(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + qRound(px(18)), qRound(px(22))};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_warning ? theme.warnTint : theme.accent);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(m_warning ? theme.warn : theme.onAccent);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace sparkloom::widgets
