// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace sparkloom::widgets {

// Small marks, painted so that they are sharp at every scale.
enum class Glyph { Tick, Cross, Exclamation, Question, Dot, Ring, Arc, Dash, Lock };

// Draws the mark alone, stroked in `colour`, to fill `rect`.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour);
// A filled disc with the mark in it.
void paintBadge(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &disc, const QColor &mark);

} // namespace sparkloom::widgets
