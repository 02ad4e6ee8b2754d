// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/mapscene.h"

#include "widgets/fabric/fabricitems.h"

#include <QGraphicsScene>

#include <algorithm>
#include <iterator>

namespace sparkloom::widgets {

using viewmodels::PictureBox;
using viewmodels::PictureCable;
using viewmodels::PictureSocket;

namespace {

PictureSocket socketIn(const viewmodels::FabricPicture &picture, const viewmodels::SocketKey &key)
{
    const PictureSocket *socket = picture.socket(key);
    return socket ? *socket : PictureSocket{}; // a switch has as many as it has cables, all alike
}

} // namespace

std::vector<SocketItem *> MapItems::wanted() const
{
    std::vector<SocketItem *> pulsing;
    std::copy_if(sockets.begin(), sockets.end(), std::back_inserter(pulsing),
        [](const SocketItem *socket) { return socket->wanted(); });
    return pulsing;
}

MapItems fillScene(
    QGraphicsScene &scene, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy)
{
    MapItems items;
    for (const PictureBox &box : picture.boxes)
        scene.addItem(items.boxes.emplace_back(new BoxItem(box, layout)));
    for (const viewmodels::SocketKey &key : layout.sockets()) {
        const auto [down, up] = layout.waysOf(key);
        scene.addItem(items.sockets.emplace_back(
            new SocketItem(socketIn(picture, key), layout.socketRect(key), down || up)));
    }
    for (int i = 0; i < layout.cableCount(); ++i) {
        const PictureCable &cable = picture.cables[static_cast<std::size_t>(i)];
        scene.addItem(items.cables.emplace_back(new CableItem(cable, i, layout)));
        scene.addItem(
            items.labels.emplace_back(new CableLabelItem(cable, layout.labelPosition(i), layout.labelScale())));
    }
    if (picture.tray.visible) {
        items.tray = new TrayItem(picture.tray, layout.trayRect(), layout.trayPlug(), busy);
        scene.addItem(items.tray);
    }
    scene.setSceneRect(layout.bounds());
    return items;
}

bool haveSamePlaces(const viewmodels::FabricPicture &a, const viewmodels::FabricPicture &b)
{
    return a.tray.visible == b.tray.visible
        && std::equal(a.boxes.begin(), a.boxes.end(), b.boxes.begin(), b.boxes.end(),
            [](const PictureBox &one, const PictureBox &other) {
                return one.key == other.key && one.kind == other.kind;
            })
        && std::equal(a.cables.begin(), a.cables.end(), b.cables.begin(), b.cables.end(),
            [](const PictureCable &one, const PictureCable &other) { return one.a == other.a && one.b == other.b; });
}

void showNews(const MapItems &items, const viewmodels::FabricPicture &picture, const FabricLayout &layout, bool busy)
{
    for (std::size_t i = 0; i < items.boxes.size(); ++i)
        items.boxes[i]->show(picture.boxes[i]);
    for (std::size_t i = 0; i < items.sockets.size(); ++i)
        items.sockets[i]->show(socketIn(picture, layout.sockets()[i]));
    for (std::size_t i = 0; i < items.cables.size(); ++i) {
        items.cables[i]->show(picture.cables[i], static_cast<int>(i), layout);
        items.labels[i]->show(picture.cables[i]);
    }
    if (items.tray)
        items.tray->show(picture.tray, busy);
}

} // namespace sparkloom::widgets
