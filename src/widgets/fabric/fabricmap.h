// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/fabric/fabriclayout.h"
#include "widgets/fabric/mapscene.h"

#include <QGraphicsView>
#include <QVariantAnimation>

#include <optional>

namespace sparkloom::widgets {

class DragItem;
class SocketItem;

// What is selected on the map: a socket, or a cable by its place in the picture.
struct MapElement {
    std::optional<int> cable;
    viewmodels::SocketKey socket; // where it is no cable
    friend bool operator==(const MapElement &, const MapElement &) = default;
};

// The fabric map: draws a picture and tells what a person did to it. It fits, and can be looked at more closely. Keys:
// arrows follow the cables and go from socket to socket, Enter asks for details, P plugs the cable that is asked for,
// Delete pulls the selected one, Escape drops what is in the hand, + and - (or Ctrl and the wheel) zoom, 0 fits again.
class FabricMap : public QGraphicsView {
    Q_OBJECT
public:
    explicit FabricMap(QWidget *parent = nullptr);

    void setPicture(const viewmodels::FabricPicture &picture);
    const viewmodels::FabricPicture &picture() const { return m_picture; }
    const FabricLayout &layoutOfMap() const { return m_layout; }
    std::optional<MapElement> current() const { return m_current; }
    void setCurrent(const std::optional<MapElement> &element);
    // Where a thing of the map is in the viewport, for tests and tool tips.
    QPoint viewportPosition(const viewmodels::SocketKey &socket) const;
    QPoint trayPosition() const;
    bool isMoving() const;                 // something pulses
    double zoom() const { return m_zoom; } // 1: all of it fits
    // A cable is being plugged: the tray waits.
    void setBusy(bool busy);

Q_SIGNALS:
    void cableDropped(const sparkloom::viewmodels::SocketKey &socket);
    void plugRequested();
    void unplugRequested(const sparkloom::viewmodels::SocketKey &socket);
    void takeBackRequested();
    void currentChanged();
    void cableActivated(int cable); // by its place in the picture: clicked, or Space on it
    void detailsRequested();
    // The context menu of a box was asked for, by the mouse or by its key; at: on the screen.
    void boxMenuRequested(const QString &box, const QPoint &at);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

    // After the scene was filled anew: for maps that show more. Such a map takes items out of the scene and says that
    // none is kept: every picture then fills it anew.
    virtual void dress() {}
    virtual bool keepsItems() const { return true; }
    virtual QSizeF labelSize() const { return {26, 26}; } // of a cable's number, with all that stands beside it

private:
    struct Spot {
        MapElement element;
        QPointF centre;
    };
    void rebuild();
    void showNewsOnly();
    void paintNextBand();
    double aspect() const;
    double fittingScale() const; // 0: nothing to show, or nowhere
    void fit();
    QPointF placeToLookAt() const;
    QPointF inScene(const QPointF &inViewport) const;
    void zoomTo(double zoom, const QPointF &fixed); // fixed: in the viewport, stays where it is
    void step(const QPointF &direction);
    bool joined(const MapElement &a, const MapElement &b) const; // a cable and a socket that it ends in
    std::vector<Spot> spots() const;
    QRectF rectOf(const MapElement &element) const;
    std::optional<viewmodels::SocketKey> socketNear(const QPointF &scenePosition, double reach) const;
    std::optional<MapElement> elementAt(const QPointF &scenePosition) const;
    QString boxAt(const QPointF &scenePosition) const; // empty: none
    void endDrag();
    void animate();

    viewmodels::FabricPicture m_picture;
    FabricLayout m_layout;
    double m_aspect = 0;                // that the layout is for
    std::optional<MapItems> m_items;    // that show the picture
    std::vector<SocketItem *> m_wanted; // among them
    std::optional<MapElement> m_current;
    DragItem *m_drag = nullptr;
    QPointF m_dragStart;
    std::optional<viewmodels::SocketKey> m_dropTarget;
    QVariantAnimation m_pulse;
    double m_zoom = 1;
    bool m_busy = false;
    int m_bandsToCome = 0; // of the first painting after it was shown
};

} // namespace sparkloom::widgets
