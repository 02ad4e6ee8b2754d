// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/buttons.h"

#include "widgets/common/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace sparkloom::widgets {

namespace {

constexpr double kRadius = 9;

QColor shade(const QColor &colour, const Button *button)
{
    if (button->isDown())
        return colour.darker(115);
    return button->underMouse() && button->isEnabled() ? colour.lighter(108) : colour;
}

} // namespace

Button::Button(QWidget *parent) : Button(QString(), Kind::Plain, parent) {}

Button::Button(const QString &text, Kind kind, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setKind(kind);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    setFont(kind == Kind::Primary ? fontOf(14.5, QFont::DemiBold) : fontOf(14, QFont::Medium));
    updateGeometry();
    update();
}

void Button::setOnStage(bool onStage)
{
    m_onStage = onStage;
    update();
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int width = metrics.size(Qt::TextShowMnemonic, text()).width();
    switch (m_kind) {
    case Kind::Primary: return {qMax(qRound(px(140)), width + qRound(px(44))), qRound(px(38))};
    case Kind::Plain: return {width + qRound(px(32)), qRound(px(36))};
    case Kind::Link: break;
    }
    return {width + qRound(px(16)), qRound(px(30))};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = m_onStage ? Theme::darkOne() : Theme::of(window()->palette());
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QColor ink = theme.text;
    if (m_kind == Kind::Primary) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isEnabled() ? shade(theme.accent, this) : theme.disabled);
        painter.drawRoundedRect(area, px(kRadius), px(kRadius));
        ink = isEnabled() ? theme.onAccent : theme.onDisabled;
    } else if (m_kind == Kind::Plain) {
        painter.setPen(QPen(isEnabled() ? theme.muted : theme.line, 1));
        painter.setBrush(isDown() || underMouse() ? theme.accentTint : theme.card);
        painter.drawRoundedRect(area, px(kRadius), px(kRadius));
        ink = isEnabled() ? theme.text : theme.muted;
    } else {
        ink = isEnabled() ? (m_onStage ? Stage::link() : theme.accentText) : theme.muted;
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_kind == Kind::Primary ? theme.text : theme.accentText, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(kRadius) + 1, px(kRadius) + 1);
    }
    painter.setPen(ink);
    QFont font = this->font();
    font.setUnderline(m_kind == Kind::Link && underMouse() && isEnabled());
    painter.setFont(font);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

void Button::keyPressEvent(QKeyEvent *event)
{
    // Return presses the button that has the focus, as people expect outside dialogs too.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Button::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Button::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace sparkloom::widgets
