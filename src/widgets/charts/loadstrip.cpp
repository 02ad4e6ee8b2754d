// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/loadstrip.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace sparkloom::widgets {

using viewmodels::CableStrip;
using viewmodels::LiveEvent;
using viewmodels::LiveViewModel;
using viewmodels::LoadColumn;

namespace {

constexpr double kMiddleGap = 1; // pixels between the two directions

QColor faded(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

QColor eventColour(LiveEvent::Kind kind)
{
    switch (kind) {
    case LiveEvent::Kind::Error: return Stage::bad();
    case LiveEvent::Kind::Link: return Stage::warn();
    case LiveEvent::Kind::PlanApplied: return Stage::good();
    case LiveEvent::Kind::TestBegun:
    case LiveEvent::Kind::TestEnded: break;
    }
    return Stage::link();
}

double LoadStrip::x(std::int64_t column) const
{
    return m_area.right() - (static_cast<double>(m_last - column) + 1 - m_late) * m_columnWidth;
}

void LoadStrip::paint(
    QPainter &painter, const QRectF &area, const LiveViewModel &model, int cable, const QColor &colour)
{
    const CableStrip *strip = model.strip(cable);
    m_area = area;
    painter.save();
    painter.setClipRect(area.adjusted(-1, -1, 1, 1));
    paintGrid(painter, area, model, cable);
    if (strip) {
        const auto &columns = strip->columns();
        m_columnWidth = area.width() / columns.count();
        m_last = columns.numberAt(model.time());
        m_late = 1
            - static_cast<double>(model.time().count() % columns.width().count())
                / static_cast<double>(columns.width().count());
        m_late = std::clamp(m_late, 0.0, 1.0);
        paintUnknown(painter, *strip);
        for (int way = 0; way < 2; ++way)
            paintWay(painter, model, *strip, way, colour);
        paintEvents(painter, model, cable);
    }
    painter.restore();
}

void LoadStrip::paintGrid(QPainter &painter, const QRectF &area, const LiveViewModel &model, int cable) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, QColor(0x0c, 0x11, 0x1b));
    const double middle = std::round(area.center().y());
    painter.setPen(QPen(Stage::line(), 1));
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
    painter.setPen(QPen(QColor(0x1e, 0x27, 0x39), 1));
    for (int quarter = 1; quarter < 4; ++quarter) { // every 15 s
        const double at = std::round(area.left() + area.width() * quarter / 4);
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
    }
    // The ceiling of each direction, where the scale reaches that far.
    const viewmodels::LiveCableShown *shown = model.cable(cable);
    painter.setPen(QPen(Stage::muted(), 1, Qt::DotLine));
    for (int way = 0; shown && way < 2; ++way) {
        const double ceiling = shown->ways[static_cast<std::size_t>(way)].ceiling;
        if (ceiling <= 0 || ceiling > model.scale().top() * 1.001)
            continue;
        const double height = (area.height() / 2 - kMiddleGap) * model.scale().place(ceiling);
        const double y = way == 0 ? middle - height : middle + height;
        painter.drawLine(QPointF(area.left(), std::clamp(y, area.top(), area.bottom() - 1)),
            QPointF(area.right(), std::clamp(y, area.top(), area.bottom() - 1)));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void LoadStrip::paintUnknown(QPainter &painter, const CableStrip &strip) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(QColor(0x2b, 0x33, 0x45), Qt::BDiagPattern));
    const int count = strip.columns().count();
    const auto unknown = [&](std::int64_t column) {
        return !strip.at(0, CableStrip::Line::Whole, column).known()
            && !strip.at(1, CableStrip::Line::Whole, column).known();
    };
    for (int i = count; i >= 1; --i) { // not the newest, which is still to be filled
        if (!unknown(m_last - i))
            continue;
        int end = i;
        while (end > 1 && unknown(m_last - end + 1))
            --end;
        painter.drawRect(
            QRectF(QPointF(x(m_last - i), m_area.top()), QPointF(x(m_last - end) + m_columnWidth, m_area.bottom())));
        i = end;
    }
}

void LoadStrip::paintWay(
    QPainter &painter, const LiveViewModel &model, const CableStrip &strip, int way, const QColor &colour)
{
    const double middle = m_area.center().y();
    const double room = m_area.height() / 2 - kMiddleGap;
    const auto y = [&](float gbps) {
        const double height = kMiddleGap + room * model.scale().place(static_cast<double>(gbps));
        return way == 0 ? middle - height : middle + height;
    };
    const int count = strip.columns().count();
    // Each stretch without a gap on its own.
    const auto stretches = [&](CableStrip::Line line, auto &&draw) {
        m_upper.clear();
        m_lower.clear();
        for (int i = count - 1; i >= -1; --i) {
            const LoadColumn column = i < 0 ? LoadColumn() : strip.at(way, line, m_last - i);
            if (column.known()) {
                const double at = x(m_last - i) + m_columnWidth / 2;
                m_upper << QPointF(at, y(column.most));
                m_lower << QPointF(at, y(column.least));
            } else if (!m_upper.isEmpty()) {
                draw();
                m_upper.clear();
                m_lower.clear();
            }
        }
    };
    const auto fillTo = [&](double base, const QColor &ink) {
        QPolygonF shape = m_upper;
        shape << QPointF(m_upper.last().x(), base) << QPointF(m_upper.first().x(), base);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(shape);
    };
    stretches(CableStrip::Line::Whole, [&] { fillTo(middle, faded(colour, 0.22F)); });
    stretches(CableStrip::Line::LaneA, [&] { fillTo(middle, faded(colour, 0.5F)); });
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1));
    // Dips of the whole are the lower line; without it they would hide behind the peaks of their column.
    stretches(CableStrip::Line::Whole, [&] {
        painter.drawPolyline(m_lower);
        painter.drawPolyline(m_upper);
    });
    painter.setPen(QPen(Stage::text(), 1, Qt::DotLine));
    stretches(CableStrip::Line::LaneB, [&] { painter.drawPolyline(m_upper); });
}

void LoadStrip::paintEvents(QPainter &painter, const LiveViewModel &model, int cable) const
{
    for (const LiveEvent &event : model.events()) {
        const double ago = static_cast<double>((model.time() - event.at).count()) * 1e-9;
        if (ago < 0 || ago > 60 || (event.cable != 0 && event.cable != cable))
            continue;
        const double at = m_area.right() - m_area.width() * ago / 60;
        painter.setPen(QPen(faded(eventColour(event.kind), 0.8F), 1));
        painter.drawLine(QPointF(at, m_area.top()), QPointF(at, m_area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(eventColour(event.kind));
        painter.drawPolygon(QPolygonF({{at - 4, m_area.top()}, {at + 4, m_area.top()}, {at, m_area.top() + 6}}));
    }
}

} // namespace sparkloom::widgets
