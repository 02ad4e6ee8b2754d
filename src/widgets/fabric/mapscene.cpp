// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/mapscene.h"

#include "widgets/fabric/fabricitems.h"

#include <QGraphicsScene>

namespace sparkloom::widgets {

std::vector<SocketItem *> fillScene(
    QGraphicsScene &scene, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy)
{
    std::vector<SocketItem *> wanted;
    for (const viewmodels::PictureBox &box : picture.boxes)
        scene.addItem(new BoxItem(box, layout));
    for (const viewmodels::SocketKey &key : layout.sockets()) {
        const viewmodels::PictureSocket *socket = picture.socket(key);
        auto *item = new SocketItem(socket ? *socket : viewmodels::PictureSocket{}, layout.socketRect(key));
        scene.addItem(item);
        if (item->wanted())
            wanted.push_back(item);
    }
    for (int i = 0; i < layout.cableCount(); ++i) {
        const viewmodels::PictureCable &cable = picture.cables[static_cast<std::size_t>(i)];
        scene.addItem(new CableItem(cable, i, layout));
        scene.addItem(new CableLabelItem(cable, layout.labelPosition(i)));
    }
    if (picture.tray.visible)
        scene.addItem(new TrayItem(picture.tray, layout.trayRect(), layout.trayPlug(), busy));
    scene.setSceneRect(layout.bounds());
    return wanted;
}

} // namespace sparkloom::widgets
