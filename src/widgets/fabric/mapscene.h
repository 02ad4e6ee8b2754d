// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/fabriclayout.h"

#include <vector>

class QGraphicsScene;

namespace sparkloom::widgets {

class SocketItem;

// Puts the items of a picture into an empty scene: boxes, sockets, cables, labels and the tray. busy: the tray waits.
// Returns the sockets that pulse; they live as long as the scene's content.
std::vector<SocketItem *> fillScene(
    QGraphicsScene &scene, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy);

} // namespace sparkloom::widgets
