// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/bigstar.h"

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

// A cable as one or several curves of the third degree, each beginning where the one before ends (three further points
// each); its two lanes run beside it.
struct CableCurve {
    std::vector<QPointF> points;

    QPointF at(double t) const; // 0 to 1
    // Points of a line that runs `offset` beside the curve. steps: of a single curve; several have as many as they
    // need.
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
    // All ways that cables leave a socket: the one that is in it and the one that is to come may go different ways.
    struct Ways {
        bool down = false;
        bool up = false;
    };
    Ways waysOf(const SocketKey &key) const;
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
    // How much larger than usual words are drawn, so that those of a big star can be read; at least 1.
    double textScale() const { return m_textScale; }
    double labelScale() const { return 1 + (m_textScale - 1) / 2; } // and numbers of cables

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
    void placeInRows(
        const viewmodels::FabricPicture &picture, double aspect, std::map<QString, QSizeF> &sizes);
    void placeRow(const std::vector<QString> &keys, double y, const std::map<QString, QSizeF> &sizes);
    void dealSwitchSockets(const viewmodels::FabricPicture &picture);
    void dealAlongLanes(Box &box);
    CableCurve routeAlong(const BigStar::Lane &lane, const QPointF &from, const QPointF &to) const;
    const BigStar::Lane *laneOf(const Cable &cable) const;
    void routeCables(const viewmodels::FabricPicture &picture);
    void placeTray(const viewmodels::FabricPicture &picture);
    CableCurve route(const Cable &cable, int nth) const;
    static QPointF freeLabelPlace(const CableCurve &curve, const std::vector<QPointF> &taken);
    const Box *box(const QString &key) const;
    QRectF plugIn(const SocketKey &key, Exit exit) const;
    QPointF plugTip(const SocketKey &key, Exit exit) const;

    std::vector<Box> m_boxes;
    std::vector<Cable> m_cables;
    std::vector<SocketKey> m_order;
    std::map<SocketKey, Exit> m_exits;
    std::map<SocketKey, Ways> m_ways;
    std::map<SocketKey, BigStar::Lane> m_lanes; // of a big star
    double m_textScale = 1;
    QRectF m_bounds;
    QRectF m_tray;
};

} // namespace sparkloom::widgets
