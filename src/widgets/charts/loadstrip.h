// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/liveviewmodel.h"

#include <QColor>
#include <QPolygonF>
#include <QRectF>

class QPainter;

namespace sparkloom::widgets {

// The last minute of one cable as a painted strip: one direction above the middle line, the other below it; lane A
// filled, lane B as a line, and the height of all that the cable carried as a pale ground. What is not known is a grey
// ground. Draws a fixed number of columns however many samples there were; its memory is taken once.
class LoadStrip {
public:
    void paint(
        QPainter &painter, const QRectF &area, const viewmodels::LiveViewModel &model, int cable, const QColor &colour);

private:
    void paintGrid(QPainter &painter, const QRectF &area, const viewmodels::LiveViewModel &model, int cable) const;
    void paintWay(QPainter &painter, const viewmodels::LiveViewModel &model, const viewmodels::CableStrip &strip,
        int way, const QColor &colour);
    void paintUnknown(QPainter &painter, const viewmodels::CableStrip &strip) const;
    void paintEvents(QPainter &painter, const viewmodels::LiveViewModel &model, int cable) const;
    double x(std::int64_t column) const;

    QRectF m_area;
    double m_columnWidth = 1;
    std::int64_t m_last = 0; // number of the newest column
    double m_late = 0;       // how much of it is still to come, in columns
    QPolygonF m_upper;
    QPolygonF m_lower;
};

// Colour of a mark on the time axis.
QColor eventColour(viewmodels::LiveEvent::Kind kind);

} // namespace sparkloom::widgets
