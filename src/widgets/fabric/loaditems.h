// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fabric/livemap.h"

#include <QGraphicsItem>
#include <QPixmap>

#include <memory>

namespace sparkloom::widgets {

// The four channels of a cable: two lanes with two directions each, side by side.
class CableChannels {
public:
    CableChannels() = default;
    // share: how wide its lanes are, of that of a fast cable.
    CableChannels(const CableCurve &curve, int steps, double share = 1);
    // A closed band along the cable: around a line `offset` beside its middle, `half` to each side.
    QPolygonF band(double offset, double half) const;
    QPointF at(double t, double offset) const; // t: 0 (end a) to 1 (end b)
    QPointF along(double t) const;             // direction there, of length 1
    static double laneOffset(int lane);
    double channelOffset(int way, int lane) const;
    double channelHalf() const { return kChannelHalf * m_share; }
    double laneHalf() const { return kLaneHalf * m_share; }

private:
    static constexpr double kChannelHalf = 2.5; // of a fast cable
    static constexpr double kLaneHalf = 5.8;

    double m_share = 1;
    std::vector<QPointF> m_points;
    std::vector<QPointF> m_normals;
};

// Holds what does not move and paints it from a picture that it keeps as long as the zoom stays.
class StillLayer : public QGraphicsItem {
public:
    explicit StillLayer(const QRectF &bounds);
    void take(std::unique_ptr<QGraphicsItem> item);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintItems(QPainter &painter) const;

    QRectF m_bounds;
    std::vector<std::unique_ptr<QGraphicsItem>> m_items;
    QPixmap m_picture;
    QRect m_place;
    QTransform m_transform;
};

// The empty channels of a cable with its plugs: what there is to fill.
class CableTrackItem : public QGraphicsItem {
public:
    CableTrackItem(const viewmodels::PictureCable &cable, int index, const FabricLayout &layout);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    viewmodels::PictureCable m_cable;
    CableChannels m_channels;
    std::array<QRectF, 2> m_plugs;
    std::array<bool, 2> m_plugUp{};
    QRectF m_bounds;
};

// What fills them now.
class CableLoadItem : public QGraphicsItem {
public:
    CableLoadItem(const viewmodels::PictureCable &cable, int index, const FabricLayout &layout);
    // True where it looks different than before.
    bool setLoad(const CableLoad &load);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintArrow(QPainter &painter, int way, int lane) const;

    CableChannels m_channels;
    QColor m_colour;
    CableLoad m_load;
    std::array<std::array<int, 2>, 2> m_steps{}; // of the fill, as drawn; -1: not known
    QRectF m_bounds;
};

// Number and figures of a cable, over everything else.
class LoadLabelItem : public QGraphicsItem {
public:
    LoadLabelItem(const viewmodels::PictureCable &cable, int index, const FabricLayout &layout, bool room);
    bool setLoad(const CableLoad &load);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QString text() const;

    int m_number;
    bool m_known;
    bool m_room; // for figures; else the number alone
    double m_scale; // of the usual size
    QPointF m_position;
    std::array<QString, 2> m_arrows; // by way, as the cable lies
    std::array<QString, 2> m_figures;
    QString m_note;
};

// One line below a Spark.
class BoxLoadItem : public QGraphicsItem {
public:
    explicit BoxLoadItem(const QRectF &box);
    bool setText(const QString &text);
    QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_rect;
    QString m_text;
};

} // namespace sparkloom::widgets
