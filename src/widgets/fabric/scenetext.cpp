// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/scenetext.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sparkloom::widgets {

QFont sceneFont(double size, QFont::Weight weight)
{
    QFont font = fontOf(size, weight);
    font.setPixelSize(qRound(size));
    return font;
}

void drawFitted(QPainter &painter, const QRectF &place, const QString &text, QFont font, Qt::Alignment alignment)
{
    const double wanted = QFontMetricsF(font).horizontalAdvance(text);
    if (wanted > place.width())
        font.setPixelSize(std::max(1, qFloor(font.pixelSize() * std::max(kLeastFit, place.width() / wanted))));
    painter.setFont(font);
    painter.drawText(
        place, static_cast<int>(alignment), QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace sparkloom::widgets
