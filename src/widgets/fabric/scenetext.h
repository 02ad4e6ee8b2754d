// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

// Text on the map. It is in scene units: it grows with the map.
namespace sparkloom::widgets {

constexpr double kLeastFit = 0.75; // of its size: smaller is not readable on a projector

QFont sceneFont(double size, QFont::Weight weight = QFont::Normal);

// How wide the text is, in scene units. Boxes of one kind say the same words: each is measured once.
double widthOf(const QString &text, const QFont &font);

// Pixels of the screen for one of the scene; 1 where it is no screen.
double scaleOf(const QPainter &painter);

// Whether letters of this size are more than a smudge as the map is scaled now: on a map of 64 Sparks many are not.
// So small on the screen that round corners cannot be seen: plain shapes cost a quarter.
bool isSmall(const QPainter &painter);
bool isReadable(const QPainter &painter, const QFont &font);

// In the pen's colour, where it is readable; smaller where it has no room, and shortened where that does not help.
void drawFitted(
    QPainter &painter, const QRectF &place, const QString &text, QFont font, Qt::Alignment alignment = Qt::AlignCenter);

} // namespace sparkloom::widgets
