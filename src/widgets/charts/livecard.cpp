// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/livecard.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::LiveCableShown;
using viewmodels::LiveLaneShown;
using viewmodels::LiveViewModel;
using viewmodels::LiveWayShown;

namespace {

constexpr double kHeight = 119;
constexpr double kLeast = 380;
constexpr double kInset = 14;
constexpr double kWayWidth = 140;
constexpr double kWayGap = 12;
constexpr double kLeastEnds = 24; // less is no word

double textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace

LiveCard::LiveCard(LiveViewModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time and figures run one way everywhere
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LiveCard::setCable(int number)
{
    m_cable = number;
    setObjectName(u"cable%1"_s.arg(number));
    update();
}

QSize LiveCard::sizeHint() const
{
    return {qRound(px(kLeast + 60)), qRound(px(kHeight))};
}

QSize LiveCard::minimumSizeHint() const
{
    return {qRound(px(kLeast)), qRound(px(kHeight))};
}

void LiveCard::paintTitle(QPainter &painter, const QRectF &area, const LiveCableShown &cable) const
{
    const QColor colour = cable.fresh ? Stage::cable(cable.number) : Stage::unknown();
    const double side = px(9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(area.left(), area.center().y() - side / 2, side, side));
    QRectF words = area.adjusted(px(16), 0, 0, 0);
    // Which cable it is comes before everything else; what it does has the rest, and its ends what is then left.
    const QFont bold = fontOf(13.5, QFont::Bold);
    const QString title = QFontMetricsF(bold).elidedText(m_model.cableTitle(cable), Qt::ElideRight, words.width() / 2);
    painter.setFont(bold);
    painter.setPen(Stage::text());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, title);
    words.setLeft(words.left() + textWidth(bold, title) + px(10));
    // At the right: both directions together.
    const QFont small = fontOf(12);
    const QString both = QFontMetricsF(small).elidedText(cable.fresh
            ? tr("both %1 Gb/s, peak %2 · %3")
                  .arg(LiveViewModel::number(cable.bothNow), LiveViewModel::number(cable.bothPeak),
                      LiveViewModel::amount(cable.bothTotal))
            : m_model.ageText(cable),
        Qt::ElideRight, words.width());
    painter.setFont(small);
    painter.setPen(cable.fresh ? Stage::muted() : Stage::warn());
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, both);
    words.setRight(words.right() - textWidth(small, both) - px(12));
    if (words.width() < px(kLeastEnds))
        return;
    painter.setPen(Stage::muted());
    const QString ends = m_model.cableEnds(cable);
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(small).elidedText(ends, Qt::ElideRight, words.width()));
}

void LiveCard::paintLane(
    QPainter &painter, const QRectF &area, const LiveLaneShown &lane, std::size_t place, const QColor &colour) const
{
    const QFont small = fontOf(11);
    painter.setFont(small);
    painter.setPen(Stage::muted());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, place == 0 ? u"A"_s : u"B"_s);
    const bool figures = lane.state == LiveLaneShown::State::Known;
    const double wide = px(figures ? 34 : 78);
    painter.setPen(lane.state == LiveLaneShown::State::Silent ? Stage::warn()
            : figures                                         ? Stage::text()
                                                              : Stage::muted());
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_model.laneText(lane));
    const QRectF bar(area.left() + px(13), area.center().y() - px(2.5), area.width() - px(13) - wide, px(5));
    painter.setPen(Qt::NoPen);
    if (lane.state == LiveLaneShown::State::Unknown || lane.state == LiveLaneShown::State::Absent) {
        painter.setBrush(QBrush(Stage::unknown(), Qt::BDiagPattern));
        painter.drawRect(bar);
        return;
    }
    painter.setBrush(QColor(0x2a, 0x33, 0x47));
    painter.drawRoundedRect(bar, px(2.5), px(2.5));
    if (lane.share.value_or(0) <= 0)
        return;
    QRectF fill = bar;
    fill.setWidth(std::max(1.0, bar.width() * *lane.share));
    painter.setBrush(colour);
    painter.drawRoundedRect(fill, px(2.5), px(2.5));
}

void LiveCard::paintWay(QPainter &painter, const QRectF &area, const LiveCableShown &cable, std::size_t way) const
{
    const LiveWayShown &shown = cable.ways[way];
    const QColor colour = way == 0 ? Stage::cable(cable.number) : Stage::cable(cable.number).lighter(128);
    const QFont small = fontOf(11.5);
    const QString to = shown.to.isEmpty() ? tr("switch") : shown.to;
    const QRectF line1(area.left(), area.top(), area.width(), px(16));
    painter.setFont(small);
    painter.setPen(Stage::muted());
    painter.drawText(line1, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(
            (way == 0 ? u"▲ "_s : u"▼ "_s) + tr("to %1").arg(to), Qt::ElideRight, area.width()));
    const QRectF line2(area.left(), line1.bottom(), area.width(), px(25));
    const QFont big = fontOf(20, QFont::Bold);
    const QString figure = shown.now ? LiveViewModel::number(shown.now) : u"?"_s;
    painter.setFont(big);
    painter.setPen(shown.now ? Stage::text() : Stage::unknown());
    painter.drawText(line2, Qt::AlignLeft | Qt::AlignVCenter, figure);
    painter.setFont(small);
    painter.setPen(Stage::muted());
    const QRectF beside = line2.adjusted(textWidth(big, figure) + px(6), px(5), px(kWayGap) - px(3), 0);
    painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(
            shown.now ? tr("of %1").arg(qRound(shown.ceiling)) : tr("unknown"), Qt::ElideRight, beside.width()));
    QRectF line3(area.left(), line2.bottom() + px(1), area.width(), px(13));
    for (std::size_t lane = 0; lane < shown.lanes.size(); ++lane, line3.translate(0, px(14)))
        paintLane(painter, line3, shown.lanes[lane], lane, colour);
    const QRectF line4(area.left(), line3.top(), area.width(), px(15));
    painter.setFont(small);
    painter.setPen(Stage::muted());
    painter.drawText(line4, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(
            tr("peak %1 · %2").arg(LiveViewModel::number(shown.peak), LiveViewModel::amount(shown.total)),
            Qt::ElideRight, area.width()));
}

void LiveCard::paintEvent(QPaintEvent *)
{
    const LiveCableShown *cable = m_model.cable(m_cable);
    if (!cable)
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool current = m_model.focus() == m_cable;
    painter.setBrush(QColor(0x0f, 0x15, 0x20));
    painter.setPen(QPen(hasFocus() ? Stage::text()
            : current              ? Stage::link()
                                   : QColor(0x2a, 0x33, 0x47),
        hasFocus() ? 2 : 1.2));
    painter.drawRoundedRect(area, px(10), px(10));
    const QRectF inner = area.adjusted(px(kInset), px(6), -px(kInset), -px(6));
    const QRectF title(inner.left(), inner.top(), inner.width(), px(19));
    paintTitle(painter, title, *cable);
    const double top = title.bottom() + px(2);
    double left = inner.left();
    for (std::size_t way = 0; way < 2; ++way, left += px(kWayWidth + kWayGap))
        paintWay(painter, QRectF(left, top, px(kWayWidth), inner.bottom() - top), *cable, way);
    const QString traffic = cable->connected ? m_model.trafficText(*cable) : tr("not plugged now");
    const QRectF under(left, inner.bottom() - px(15), inner.right() - left, px(15));
    m_strip.paint(painter, QRectF(left, top + px(3), inner.right() - left, under.top() - top - px(6)), m_model, m_cable,
        cable->fresh ? Stage::cable(m_cable) : Stage::unknown());
    const QFont small = fontOf(11.5);
    painter.setFont(small);
    painter.setPen(cable->rdmaSeen && cable->connected ? Stage::muted() : Stage::warn());
    painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(traffic, Qt::ElideRight, under.width()));
    painter.setPen(Stage::muted());
    if (textWidth(small, traffic) + px(70) < under.width())
        painter.drawText(under, Qt::AlignRight | Qt::AlignVCenter, tr("60 s"));
}

void LiveCard::mousePressEvent(QMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen(m_cable);
}

void LiveCard::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT opened(m_cable);
}

void LiveCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened(m_cable);
    else
        event->ignore(); // the page knows the others
}

void LiveCard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT chosen(m_cable);
}

} // namespace sparkloom::widgets
