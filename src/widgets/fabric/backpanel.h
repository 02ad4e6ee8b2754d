// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/sparkfacts.h"
#include "widgets/fabric/fabriclayout.h"

class QPainter;
class QSvgRenderer;

namespace sparkloom::widgets {

// The drawings of back panels, from resources/panels. The sockets' places are those of the SVG's elements, so that a
// drawing can be changed without code. Makers without a drawing of their own get the generic one.
class BackPanel {
public:
    // Of the generic drawing; every drawing has its cages in the same places (tests/gui/tst_fabriclayout).
    static PanelGeometry geometry();
    static PanelGeometry geometryOf(domain::Maker maker);
    static bool hasOwnDrawing(domain::Maker maker);
    static void paint(QPainter &painter, const QRectF &rect, domain::Maker maker);

private:
    static QSvgRenderer &drawing(domain::Maker maker);
};

} // namespace sparkloom::widgets
