// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topology.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace sparkloom::widgets {

// A small drawing of a form: boxes and the cables between them, from values alone. The same input always gives the same
// places; nothing sticks out of the field.
class TopologySketch {
public:
    enum class Kind { Spark, Switch, Storage };
    struct Box {
        Kind kind = Kind::Spark;
        QRectF rect;
        friend bool operator==(const Box &, const Box &) = default;
    };
    // From the middle of one box to that of another; a second cable between the same two runs beside the first.
    struct Cable {
        int from = 0;
        int to = 0;
        double offset = 0; // how far beside the middle line
        friend bool operator==(const Cable &, const Cable &) = default;
    };
    static constexpr int kMostSparks = 12; // more are told by their number

    // field: at least 60 by 40.
    TopologySketch(domain::Topology topology, int sparkCount, QSizeF field);

    const std::vector<Box> &boxes() const { return m_boxes; }
    const std::vector<Cable> &cables() const { return m_cables; }
    int sparksShown() const { return m_shown; }
    QPointF start(const Cable &cable) const { return end(cable, true); }
    QPointF end(const Cable &cable) const { return end(cable, false); }

private:
    void placeRow(int count, double y);
    void placeRound();
    void placeStar(bool twoCables);
    void placeSplit();
    void add(int from, int to, double offset = 0) { m_cables.push_back({from, to, offset}); }
    QPointF end(const Cable &cable, bool first) const;

    QSizeF m_field;
    QSizeF m_box;
    int m_shown = 0;
    std::vector<Box> m_boxes;
    std::vector<Cable> m_cables;
};

} // namespace sparkloom::widgets
