// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/warmup.h"

#include "widgets/fabric/backpanel.h"
#include "widgets/fabric/scenetext.h"

#include <QImage>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

namespace {

constexpr double kScale = 0.5; // about that of a map on the page

void paintPanel(domain::Maker maker)
{
    const QSizeF size = BackPanel::geometryOf(maker).size;
    QImage image((size * kScale).toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.scale(kScale, kScale);
    BackPanel::paint(painter, QRectF(QPointF(), size), maker);
}

void paintWords()
{
    QImage image(64, 32, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    for (const QFont &font : {sceneFont(15, QFont::Bold), sceneFont(11.5), sceneFont(10, QFont::DemiBold)}) {
        painter.setFont(font);
        painter.drawText(QPointF(0, 20), u"spark 0123456789"_s);
    }
}

} // namespace

bool warmUpMap()
{
    static int done = 0;
    switch (done) {
    case 0: paintPanel(domain::Maker::Unknown); break;
    case 1: paintPanel(domain::Maker::FoundersEdition); break;
    case 2: paintWords(); break;
    default: return false;
    }
    ++done;
    return true;
}

} // namespace sparkloom::widgets
