// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/fabriclayout.h"

#include <vector>

class QGraphicsScene;

namespace sparkloom::widgets {

class BoxItem;
class CableItem;
class CableLabelItem;
class SocketItem;
class TrayItem;

// The items of a picture; they live as long as the scene's content.
struct MapItems {
    std::vector<BoxItem *> boxes;         // as in the picture
    std::vector<SocketItem *> sockets;    // as in the layout
    std::vector<CableItem *> cables;      // as in the picture
    std::vector<CableLabelItem *> labels; // of the cables
    TrayItem *tray = nullptr;             // where there is one

    // Those sockets that pulse.
    std::vector<SocketItem *> wanted() const;
};

// Puts the items of a picture into an empty scene: boxes, sockets, cables, labels and the tray. busy: the tray waits.
MapItems fillScene(
    QGraphicsScene &scene, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy);

// Whether one layout serves both: the same boxes, cables between the same sockets, a tray in both or in none.
bool haveSamePlaces(const viewmodels::FabricPicture &a, const viewmodels::FabricPicture &b);

// Lets the items of a picture show another one that has the same places: news of one Spark cost one box, not all.
void showNews(const MapItems &items, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy);

} // namespace sparkloom::widgets
