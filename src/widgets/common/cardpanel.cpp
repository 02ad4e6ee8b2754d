// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/cardpanel.h"

#include "widgets/common/glyphs.h"
#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

namespace sparkloom::widgets {

namespace {
constexpr double kHeight = 62;
constexpr double kInset = 16;
constexpr double kMark = 22;
} // namespace

CardPanel::CardPanel(QWidget *parent) : QFrame(parent) {}

void CardPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
}

ChoiceCard::ChoiceCard(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(m_tickable);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::show(const QString &title, const QString &subtitle, const QString &corner, bool chosen)
{
    setChecked(chosen && m_tickable); // what a click has toggled by itself, too
    if (title == m_title && subtitle == m_subtitle && corner == m_corner && chosen == m_chosen)
        return; // of 64 that are told anew one has changed
    m_title = title;
    m_subtitle = subtitle;
    m_corner = corner;
    m_chosen = chosen;
    describe();
    update();
}

void ChoiceCard::describe()
{
    setAccessibleName(m_corner.isEmpty() ? m_title : QStringLiteral("%1, %2").arg(m_title, m_corner));
    setAccessibleDescription(m_tickable && m_chosen ? tr("%1, chosen").arg(m_subtitle) : m_subtitle);
}

void ChoiceCard::setTickable(bool tickable)
{
    m_tickable = tickable;
    setCheckable(tickable);
    describe();
}

void ChoiceCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

QSize ChoiceCard::sizeHint() const
{
    return {qRound(px(300)), qRound(px(kHeight))};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {qRound(px(180)), qRound(px(kHeight))};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(m_chosen ? theme.accentTint : theme.card);
    const bool bright = hasFocus() || m_chosen;
    painter.setPen(QPen(bright ? theme.accentText : underMouse() ? theme.muted : theme.line, hasFocus() ? 2.2 : 1.2));
    painter.drawRoundedRect(area, px(11), px(11));

    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QRectF words = area.adjusted(px(kInset), px(9), -px(kInset), -px(9));
    if (m_tickable) {
        const double x = mirrored ? words.right() - px(kMark) : words.left();
        const QRectF mark(x, area.center().y() - px(kMark) / 2, px(kMark), px(kMark));
        if (m_chosen)
            paintBadge(painter, Glyph::Tick, mark, theme.accent, theme.onAccent);
        else
            paintGlyph(painter, Glyph::Ring, mark, theme.muted);
        words.adjust(mirrored ? 0 : px(kMark + 14), 0, mirrored ? -px(kMark + 14) : 0, 0);
    }
    const int side = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const QFont small = fontOf(12.5);
    const double cornerWidth = m_corner.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(m_corner) + px(10);
    painter.setFont(small);
    painter.setPen(theme.muted);
    const QRectF upper(words.left(), words.top(), words.width(), words.height() / 2);
    const QRectF lower(words.left(), words.center().y(), words.width(), words.height() / 2);
    painter.drawText(
        upper, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter, m_corner);
    painter.drawText(
        lower, side | Qt::AlignVCenter, QFontMetricsF(small).elidedText(m_subtitle, Qt::ElideRight, lower.width()));
    const QFont bold = fontOf(15, QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(isEnabled() ? theme.text : theme.muted);
    painter.drawText(upper.adjusted(mirrored ? cornerWidth : 0, 0, mirrored ? 0 : -cornerWidth, 0),
        side | Qt::AlignVCenter, QFontMetricsF(bold).elidedText(m_title, Qt::ElideRight, words.width() - cornerWidth));
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace sparkloom::widgets
