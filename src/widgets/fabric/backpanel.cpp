// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/backpanel.h"

#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

void initSparkloomResources()
{
    Q_INIT_RESOURCE(window); // static library: nobody else pulls it in
}

namespace sparkloom::widgets {

QSvgRenderer &BackPanel::drawing(domain::Maker maker)
{
    static const bool ready = (initSparkloomResources(), true);
    Q_UNUSED(ready)
    static QSvgRenderer generic(u":/sparkloom/panels/generic.svg"_s);
    static QSvgRenderer founders(u":/sparkloom/panels/founders-edition.svg"_s);
    return maker == domain::Maker::FoundersEdition ? founders : generic;
}

PanelGeometry BackPanel::geometryOf(domain::Maker maker)
{
    QSvgRenderer &svg = drawing(maker);
    return {svg.viewBoxF().size(), {svg.boundsOnElement(u"cage0"_s), svg.boundsOnElement(u"cage1"_s)}};
}

PanelGeometry BackPanel::geometry()
{
    return geometryOf(domain::Maker::Unknown);
}

bool BackPanel::hasOwnDrawing(domain::Maker maker)
{
    return maker == domain::Maker::FoundersEdition;
}

void BackPanel::paint(QPainter &painter, const QRectF &rect, domain::Maker maker)
{
    drawing(maker).render(&painter, rect);
}

} // namespace sparkloom::widgets
