// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <array>
#include <map>
#include <vector>

namespace sparkloom::widgets {

// Where the sockets of a back panel are, in its own coordinates.
struct PanelGeometry {
    QSizeF size;
    std::vector<QRectF> sockets;
};

// A cable as a curve of the third degree; its two lanes run beside it.
struct CableCurve {
    std::array<QPointF, 4> points;

    QPointF at(double t) const;
    // Points of a line that runs `offset` beside the curve.
    std::vector<QPointF> beside(double offset, int steps = 48) const;
};

// How wide a lane of this cable is drawn, its capacity: 1 at full speed and where that is not known, half at half of it
// (design section 7), and never too thin to be seen.
double laneShare(const viewmodels::PictureCable &cable);

// Geometry of the fabric map, from values alone: no widgets, no colours. In scene units; the view zooms to fit
// bounds(). The same picture always gives the same places.
class FabricLayout {
public:
    using SocketKey = viewmodels::SocketKey;
    enum class Exit { Down, Up }; // how a plug leaves its socket

    // panel: of Sparks. aspect: width to height of what the map is shown in, at least 0.2.
    FabricLayout() = default;
    FabricLayout(const viewmodels::FabricPicture &picture, const PanelGeometry &panel, double aspect);

    QRectF bounds() const { return m_bounds; }
    QRectF boxRect(const QString &key) const;
    // The opening of a socket; of a switch only those that a cable uses exist.
    QRectF socketRect(const SocketKey &key) const;
    Exit exitOf(const SocketKey &key) const;
    // All sockets in reading order, for the keyboard.
    const std::vector<SocketKey> &sockets() const { return m_order; }
    // By the picture's order of cables. The ends with the sockets of a switch dealt out.
    int cableCount() const { return static_cast<int>(m_cables.size()); }
    const CableCurve &curve(int cable) const { return m_cables[static_cast<std::size_t>(cable)].curve; }
    SocketKey endA(int cable) const { return m_cables[static_cast<std::size_t>(cable)].a; }
    SocketKey endB(int cable) const { return m_cables[static_cast<std::size_t>(cable)].b; }
    QPointF labelPosition(int cable) const { return m_cables[static_cast<std::size_t>(cable)].label; }
    QRectF trayRect() const { return m_tray; } // null where there is no tray
    QPointF trayPlug() const;                  // where a cable of the tray is grabbed
    int socketCount(const QString &box) const;

    // The plugs of a cable: they stick out of their openings in the direction of exit.
    QRectF plugA(int cable) const;
    QRectF plugB(int cable) const;

private:
    struct Box {
        QString key;
        bool isSwitch = false;
        QRectF rect;
        std::vector<QRectF> sockets;
    };
    struct Cable {
        SocketKey a;
        SocketKey b;
        Exit exitA = Exit::Down;
        Exit exitB = Exit::Down;
        CableCurve curve;
        QPointF label;
    };

    void placeBoxes(const viewmodels::FabricPicture &picture, const PanelGeometry &panel, double aspect);
    void placeRow(const std::vector<QString> &keys, double y, const std::map<QString, QSizeF> &sizes);
    void dealSwitchSockets(const viewmodels::FabricPicture &picture);
    void routeCables(const viewmodels::FabricPicture &picture);
    void placeTray(const viewmodels::FabricPicture &picture);
    CableCurve route(const Cable &cable, int nth) const;
    const Box *box(const QString &key) const;
    QRectF plugIn(const SocketKey &key, Exit exit) const;
    QPointF plugTip(const SocketKey &key, Exit exit) const;

    std::vector<Box> m_boxes;
    std::vector<Cable> m_cables;
    std::vector<SocketKey> m_order;
    std::map<SocketKey, Exit> m_exits;
    QRectF m_bounds;
    QRectF m_tray;
};

} // namespace sparkloom::widgets
