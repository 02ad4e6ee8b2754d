// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/timerbar.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace sparkloom::widgets {

namespace {
constexpr double kHeight = 66;
constexpr double kInset = 18;
constexpr double kBar = 5;
} // namespace

TimerBar::TimerBar(QWidget *parent)
    : QWidget(parent), m_figure(new PlainLabel({}, PlainLabel::Role::Headline)),
      m_text(new PlainLabel({}, PlainLabel::Role::Body))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(qRound(px(kInset)), 0, qRound(px(kInset)), qRound(px(kBar + 3)));
    row->setSpacing(qRound(px(18)));
    m_figure->setWordWrap(false);
    // As wide as the most seconds that there can be, so that nothing jumps while they run out.
    m_figure->setMinimumWidth(QFontMetrics(m_figure->font()).horizontalAdvance(QStringLiteral("300 s")));
    row->addWidget(m_figure);
    row->addWidget(m_text, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(qRound(px(kHeight)));
}

void TimerBar::show(double share, const QString &figure, const QString &text)
{
    m_share = share;
    m_figure->setText(figure);
    m_figure->setVisible(!figure.isEmpty());
    m_text->setText(text);
    m_text->setRole(figure.isEmpty() ? PlainLabel::Role::Muted : PlainLabel::Role::Body);
    update();
}

void TimerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(window()->palette());
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(area, px(10), px(10));
    if (m_figure->text().isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    const QRectF track(px(kInset), height() - px(kBar + 7), width() - 2 * px(kInset), px(kBar));
    painter.setBrush(theme.line);
    painter.drawRoundedRect(track, px(kBar / 2), px(kBar / 2));
    QRectF left = track;
    left.setWidth(track.width() * m_share);
    if (layoutDirection() == Qt::RightToLeft)
        left.moveRight(track.right());
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(left, px(kBar / 2), px(kBar / 2));
}

} // namespace sparkloom::widgets
