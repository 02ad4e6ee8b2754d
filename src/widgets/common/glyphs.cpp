// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace sparkloom::widgets {

namespace {

// Points of a mark in a square of side 1.
QPainterPath pathOf(Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::Tick:
        path.moveTo(0.27, 0.52);
        path.lineTo(0.44, 0.69);
        path.lineTo(0.74, 0.33);
        break;
    case Glyph::Cross:
        path.moveTo(0.31, 0.31);
        path.lineTo(0.69, 0.69);
        path.moveTo(0.69, 0.31);
        path.lineTo(0.31, 0.69);
        break;
    case Glyph::Exclamation:
        path.moveTo(0.5, 0.24);
        path.lineTo(0.5, 0.56);
        path.moveTo(0.5, 0.75);
        path.lineTo(0.5, 0.76);
        break;
    case Glyph::Question:
        path.moveTo(0.36, 0.38);
        path.cubicTo(0.36, 0.2, 0.66, 0.2, 0.66, 0.4);
        path.cubicTo(0.66, 0.52, 0.5, 0.5, 0.5, 0.62);
        path.moveTo(0.5, 0.77);
        path.lineTo(0.5, 0.78);
        break;
    case Glyph::Dash:
        path.moveTo(0.3, 0.5);
        path.lineTo(0.7, 0.5);
        break;
    case Glyph::Dot: path.addEllipse(QPointF(0.5, 0.5), 0.12, 0.12); break;
    case Glyph::Ring: path.addEllipse(QPointF(0.5, 0.5), 0.42, 0.42); break;
    case Glyph::Arc:
        path.arcMoveTo(QRectF(0.14, 0.14, 0.72, 0.72), 90);
        path.arcTo(QRectF(0.14, 0.14, 0.72, 0.72), 90, -250);
        break;
    case Glyph::Lock:
        path.addRoundedRect(QRectF(0.3, 0.47, 0.4, 0.28), 0.05, 0.05);
        path.moveTo(0.38, 0.47);
        path.lineTo(0.38, 0.38);
        path.cubicTo(0.38, 0.22, 0.62, 0.22, 0.62, 0.38);
        path.lineTo(0.62, 0.47);
        break;
    }
    return path;
}

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width(), rect.height());
    const double width = glyph == Glyph::Ring ? 0.075 : 0.11;
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(glyph == Glyph::Dot ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawPath(pathOf(glyph));
    painter.restore();
}

void paintBadge(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &disc, const QColor &mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(disc);
    painter.drawEllipse(rect);
    painter.restore();
    paintGlyph(painter, glyph, rect, mark);
}

} // namespace sparkloom::widgets
