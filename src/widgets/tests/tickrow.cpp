// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/tickrow.h"

#include "widgets/common/glyphs.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

namespace sparkloom::widgets {

namespace {
constexpr double kHeight = 28, kMark = 18, kInset = 6, kGap = 9;
}

TickRow::TickRow(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFont(fontOf(13.5));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TickRow::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + qRound(px(2 * kInset + kMark + kGap)), qRound(px(kHeight))};
}

QSize TickRow::minimumSizeHint() const
{
    return {qRound(px(120)), qRound(px(kHeight))};
}

void TickRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? QPen(Stage::link(), 2) : QPen(Qt::NoPen));
        painter.setBrush(QColor(255, 255, 255, 14));
        painter.drawRoundedRect(area, px(7), px(7));
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double left = mirrored ? area.right() - px(kInset + kMark) : area.left() + px(kInset);
    const QRectF mark(left, area.center().y() - px(kMark) / 2, px(kMark), px(kMark));
    if (isChecked())
        paintBadge(painter, Glyph::Tick, mark, Stage::link(), Stage::ink());
    else
        paintGlyph(painter, Glyph::Ring, mark, Stage::muted());
    QRectF words = area.adjusted(px(kInset + kMark + kGap), 0, -px(kInset), 0);
    if (mirrored)
        words = area.adjusted(px(kInset), 0, -px(kInset + kMark + kGap), 0);
    painter.setFont(font());
    painter.setPen(isChecked() ? Stage::text() : Stage::muted());
    painter.drawText(words, (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter,
        QFontMetricsF(font()).elidedText(text(), Qt::ElideRight, words.width()));
}

void TickRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sparkloom::widgets
