// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/backpanel.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

void initSparkloomResources()
{
    Q_INIT_RESOURCE(window); // static library: nobody else pulls it in
}

namespace sparkloom::widgets {

namespace {
constexpr int kMostPixels = 2000; // of a copy's width
}

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

// A drawing has more than a hundred shapes, and the map is painted many times a second: on the screen it is drawn once
// for each size and then copied, pixel for pixel. Into files and on paper it goes as it is.
void BackPanel::paint(QPainter &painter, const QRectF &rect, domain::Maker maker)
{
    const QTransform toDevice = painter.deviceTransform();
    const double scale = toDevice.m11();
    const QSize pixels = (rect.size() * scale).toSize();
    const bool copies = painter.paintEngine()->type() == QPaintEngine::Raster && scale > 0
        && toDevice.type() <= QTransform::TxScale && !pixels.isEmpty() && pixels.width() <= kMostPixels;
    if (!copies) {
        drawing(maker).render(&painter, rect);
        return;
    }
    const QString key =
        u"sparkloom-panel-%1-%2x%3"_s.arg(hasOwnDrawing(maker)).arg(pixels.width()).arg(pixels.height());
    QPixmap copy;
    if (!QPixmapCache::find(key, &copy)) {
        copy = QPixmap(pixels);
        copy.fill(Qt::transparent);
        QPainter once(&copy);
        once.setRenderHint(QPainter::Antialiasing);
        drawing(maker).render(&once, QRectF(QPointF(), QSizeF(pixels)));
        once.end();
        QPixmapCache::insert(key, copy);
    }
    const QPointF corner = toDevice.map(rect.topLeft());
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    painter.drawPixmap(QRectF(rect.topLeft() + (whole - corner) / scale, QSizeF(pixels) / scale), copy,
        QRectF(QPointF(), QSizeF(pixels)));
}

} // namespace sparkloom::widgets
