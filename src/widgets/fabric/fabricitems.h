// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/fabriclayout.h"

#include <QColor>
#include <QGraphicsItem>

namespace sparkloom::widgets {

// Items of the map: each paints one thing of the picture where the layout says. They hold values and answer nothing.
// show(): another value of the same thing at the same place; it is painted anew only where it looks otherwise.

class BoxItem : public QGraphicsItem {
public:
    BoxItem(const viewmodels::PictureBox &box, const FabricLayout &layout);
    void show(viewmodels::PictureBox box);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintSpark(QPainter *painter) const;
    void paintSwitch(QPainter *painter) const;
    void paintNames(QPainter *painter, double baseline) const;
    void paintSocketNames(QPainter *painter) const;
    void paintDigits(QPainter *painter) const;
    void takeSockets(viewmodels::PictureBox &box);
    // The name of a cage, and that nobody knows what is in it.
    QString named(std::size_t socket, const QString &name) const;

    // Where no plug and no cable lies over the name of a cage.
    struct NamePlace {
        bool above = false;
        bool beside = false; // cables leave both ways
        bool inUse = false;  // the question mark stands with the name, not in the opening
    };

    viewmodels::PictureBox m_box;
    QRectF m_rect;
    double m_scale; // of its words
    std::vector<QRectF> m_sockets;
    std::vector<NamePlace> m_names;
    std::vector<bool> m_unknown; // what is at the other end of this socket
};

class SocketItem : public QGraphicsItem {
public:
    // inUse: a cable ends there, and would lie over what stands in the opening.
    SocketItem(const viewmodels::PictureSocket &socket, const QRectF &rect, bool inUse);
    void show(const viewmodels::PictureSocket &socket);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    bool wanted() const { return m_socket.wanted; }
    // 0 to 1, the phase of the pulse of a wanted socket.
    void setPulse(double phase);

private:
    void paintGlow(QPainter *painter) const;
    void paintSmall(QPainter *painter, const QColor &frame) const;

    viewmodels::PictureSocket m_socket;
    QRectF m_rect;
    bool m_inUse;
    double m_pulse = 0.35;
};

class CableItem : public QGraphicsItem {
public:
    CableItem(const viewmodels::PictureCable &cable, int index, const FabricLayout &layout);
    void show(const viewmodels::PictureCable &cable, int index, const FabricLayout &layout);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void place(int index, const FabricLayout &layout);
    void paintLanes(QPainter *painter) const;
    void paintLane(QPainter *painter, int lane) const;
    QColor colour() const;
    double share() const; // of the usual width of a lane
    double faintness() const;

    viewmodels::PictureCable m_cable;
    const std::array<QPolygonF, 2> &lanes(const QPainter &painter) const;

    std::array<QPolygonF, 2> m_lanes;
    std::array<QPolygonF, 2> m_coarseLanes; // for a map that is small on the screen
    std::vector<QRectF> m_plugs;
    QRectF m_bounds;
};

// The number of a cable and what was proven on its lanes; lies over all cables.
class CableLabelItem : public QGraphicsItem {
public:
    // scale: of the usual size.
    CableLabelItem(const viewmodels::PictureCable &cable, const QPointF &position, double scale);
    void show(const viewmodels::PictureCable &cable);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    bool hasProof() const;
    QRectF pill() const; // at the usual size

    viewmodels::PictureCable m_cable;
    QPointF m_position;
    double m_scale;
};

class TrayItem : public QGraphicsItem {
public:
    TrayItem(const viewmodels::PictureTray &tray, const QRectF &rect, const QPointF &plug, bool busy);
    void show(const viewmodels::PictureTray &tray, bool busy);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    viewmodels::PictureTray m_tray;
    QRectF m_rect;
    QPointF m_plug;
    bool m_busy;
};

// A cable in the hand: from where it hangs to the pointer.
class DragItem : public QGraphicsItem {
public:
    explicit DragItem(const QPointF &from);
    void moveTo(const QPointF &position);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QPointF m_from;
    QPointF m_to;
};

// A cable that is plugged, up, and in nobody's way: thinner and fainter than all others, in the colour of what is up.
constexpr double kSpareLane = 0.5; // of a lane's width
bool isSpare(const viewmodels::PictureCable &cable);
QColor spareInk();

// A plug, upright: `rect` is its body. Shared by cables, tray and drag.
void paintPlug(QPainter &painter, const QRectF &rect, const QColor &colour, bool up);

} // namespace sparkloom::widgets
