// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tests/historyrow.h"

#include "widgets/common/plaintip.h"
#include "widgets/common/theme.h"
#include "widgets/tests/testmarks.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {

constexpr double kHeight = 30, kWidth = 260, kMark = 16, kInset = 8;

} // namespace

HistoryRow::HistoryRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistoryRow::show(const viewmodels::HistoryEntry &entry, bool current, bool stale)
{
    m_entry = entry;
    m_current = current;
    const QString word = viewmodels::TestWords::verdict(entry.verdict);
    const QString figures = viewmodels::said(entry.figures);
    m_end = figures.isEmpty() ? word : u"%1 · %2"_s.arg(figures, word);
    if (stale)
        m_end += u" · "_s + tr("outdated");
    setText(entry.title());
    setAccessibleName(u"%1: %2"_s.arg(entry.title(), m_end));
    setAccessibleDescription(entry.report ? tr("Shows this result") : tr("From an earlier session"));
    setPlainToolTip(this, accessibleDescription());
    setEnabled(entry.report.has_value());
    setCursor(entry.report ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

QSize HistoryRow::sizeHint() const
{
    return {qRound(px(kWidth)), qRound(px(kHeight))};
}

QSize HistoryRow::minimumSizeHint() const
{
    return {qRound(px(160)), qRound(px(kHeight))};
}

void HistoryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (m_current || hasFocus() || (underMouse() && isEnabled())) {
        painter.setPen(hasFocus() ? QPen(Stage::link(), 2) : QPen(Qt::NoPen));
        painter.setBrush(m_current ? QColor(0x17353a) : QColor(255, 255, 255, 14));
        painter.drawRoundedRect(area, px(7), px(7));
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double left = mirrored ? area.right() - px(kInset + kMark) : area.left() + px(kInset);
    paintMark(painter, viewmodels::markOf(m_entry.verdict),
        QRectF(left, area.center().y() - px(kMark) / 2, px(kMark), px(kMark)));
    QRectF words = area.adjusted(px(kInset + kMark + 8), 0, -px(kInset), 0);
    if (mirrored)
        words = area.adjusted(px(kInset), 0, -px(kInset + kMark + 8), 0);
    const QFont small = fontOf(12.5);
    const double endWidth = QFontMetricsF(small).horizontalAdvance(m_end);
    painter.setFont(small);
    painter.setPen(Stage::muted());
    painter.drawText(words, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter, m_end);
    const QFont font = fontOf(13);
    painter.setFont(font);
    painter.setPen(isEnabled() ? Stage::text() : Stage::muted());
    if (mirrored)
        words.setLeft(words.left() + endWidth + px(8));
    else
        words.setRight(words.right() - endWidth - px(8));
    painter.drawText(words, (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(text(), Qt::ElideRight, words.width()));
}

void HistoryRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sparkloom::widgets
