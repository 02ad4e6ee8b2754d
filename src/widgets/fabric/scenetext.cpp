// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/scenetext.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <map>
#include <tuple>

namespace sparkloom::widgets {

namespace {
constexpr double kLeastReadable = 4;    // pixels of the screen
constexpr double kSmall = 0.5;           // pixels for one of the scene
constexpr std::size_t kMostKnown = 512; // texts: names of 64 Sparks and the words at their sockets
} // namespace

QFont sceneFont(double size, QFont::Weight weight)
{
    QFont font = fontOf(size, weight);
    font.setPixelSize(qRound(size));
    return font;
}

double widthOf(const QString &text, const QFont &font)
{
    static std::map<std::tuple<QString, int, int, QString>, double> known;
    const std::tuple key(text, font.pixelSize(), static_cast<int>(font.weight()), font.family());
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    if (known.size() >= kMostKnown)
        known.clear();
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    known.emplace(key, width);
    return width;
}

double scaleOf(const QPainter &painter)
{
    if (painter.paintEngine() && painter.paintEngine()->type() != QPaintEngine::Raster)
        return 1; // what is saved or printed can be looked at closely
    return painter.worldTransform().map(QLineF(0, 0, 1, 0)).length();
}

bool isSmall(const QPainter &painter)
{
    return scaleOf(painter) < kSmall;
}

bool isReadable(const QPainter &painter, const QFont &font)
{
    return font.pixelSize() * scaleOf(painter) >= kLeastReadable;
}

void drawFitted(QPainter &painter, const QRectF &place, const QString &text, QFont font, Qt::Alignment alignment)
{
    if (!isReadable(painter, font))
        return;
    const double wanted = widthOf(text, font);
    if (wanted > place.width())
        font.setPixelSize(std::max(1, qFloor(font.pixelSize() * std::max(kLeastFit, place.width() / wanted))));
    painter.setFont(font);
    const bool fits = wanted <= place.width() || widthOf(text, font) <= place.width();
    painter.drawText(place, static_cast<int>(alignment),
        fits ? text : QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace sparkloom::widgets
