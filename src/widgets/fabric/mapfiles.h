// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/fabriclayout.h"
#include "widgets/fabric/maplegend.h"

#include <QGraphicsScene>
#include <QString>

class QPainter;

namespace sparkloom::widgets {

// The fabric map as it is on the screen, with its legend, for files and paper. Drawn by the items of the map, without
// the tray. Main thread.
class MapPicture {
public:
    explicit MapPicture(viewmodels::FabricPicture picture, double aspect = 1.7);
    QSizeF size() const { return m_size; } // in pixels of the screen
    // Fitted into the area, in the middle.
    void paint(QPainter &painter, const QRectF &area);

private:
    FabricLayout m_layout;
    QGraphicsScene m_scene;
    QSizeF m_size;
    MapLegend::Also m_also; // what the legend tells
};

enum class MapFormat { Png, Svg, Pdf };

// Whole file or none. Returns what went wrong, for people; empty where nothing did.
QString saveMap(const viewmodels::FabricPicture &picture, const QString &path, MapFormat format);
QString savePlan(const viewmodels::FabricPicture &picture, const QString &path);

} // namespace sparkloom::widgets
