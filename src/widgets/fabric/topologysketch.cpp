// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/topologysketch.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace sparkloom::widgets {

using domain::Topology;

namespace {

constexpr double kBesideFirst = 7; // two cables between the same boxes
constexpr double kGap = 6;         // between boxes of a row

} // namespace

TopologySketch::TopologySketch(Topology topology, int sparkCount, QSizeF field)
    : m_field(field), m_shown(std::clamp(sparkCount, 0, kMostSparks))
{
    // As many as share a row decide how wide a box may be.
    const bool round = topology == Topology::Ring || topology == Topology::Line;
    const int inRow = round ? std::max(2, (m_shown + 1) / 2)
                            : std::clamp(m_shown, 2, topology == Topology::SplitRole ? kMostSparks : 6);
    const double width = std::min(field.width() * 0.3, (field.width() - kGap * (inRow + 1)) / inRow);
    m_box = QSizeF(width, std::min(field.height() * 0.24, width * 0.6));
    switch (topology) {
    case Topology::Pair:
    case Topology::PairTwoCables:
        placeRow(2, field.height() / 2);
        if (topology == Topology::Pair) {
            add(0, 1);
        } else {
            add(0, 1, -kBesideFirst);
            add(0, 1, kBesideFirst);
        }
        break;
    case Topology::Ring:
    case Topology::Line:
        placeRound();
        for (int i = 0; i + 1 < m_shown; ++i)
            add(i, i + 1);
        if (topology == Topology::Ring && m_shown > 2)
            add(m_shown - 1, 0);
        break;
    case Topology::Star:
    case Topology::StarTwoCables: placeStar(topology == Topology::StarTwoCables); break;
    case Topology::SplitRole: placeSplit(); break;
    case Topology::Mixed:
    case Topology::Unknown: break;
    }
}

void TopologySketch::placeRow(int count, double y)
{
    const double step = m_field.width() / count;
    for (int i = 0; i < count; ++i)
        m_boxes.push_back(
            {Kind::Spark, QRectF(QPointF(step * (i + 0.5) - m_box.width() / 2, y - m_box.height() / 2), m_box)});
}

// Around an ellipse, the first one on top.
void TopologySketch::placeRound()
{
    const double rx = (m_field.width() - m_box.width()) / 2 - 1;
    const double ry = (m_field.height() - m_box.height()) / 2 - 1;
    for (int i = 0; i < m_shown; ++i) {
        const double angle = 2 * M_PI * i / m_shown - M_PI / 2;
        const QPointF middle(m_field.width() / 2 + rx * qCos(angle), m_field.height() / 2 + ry * qSin(angle));
        m_boxes.push_back({Kind::Spark, QRectF(middle - QPointF(m_box.width(), m_box.height()) / 2, m_box)});
    }
}

void TopologySketch::placeStar(bool twoCables)
{
    const int upperRow = m_shown <= 6 ? 0 : m_shown / 2;
    const double highest = m_box.height() / 2 + 1;
    const double lowest = m_field.height() - highest;
    if (upperRow > 0)
        placeRow(upperRow, highest);
    placeRow(m_shown - upperRow, lowest);
    const QSizeF size(m_field.width() * 0.5, m_box.height() * 0.8);
    const double y = upperRow > 0 ? m_field.height() / 2 : size.height() / 2 + 1;
    m_boxes.push_back(
        {Kind::Switch, QRectF(QPointF(m_field.width() / 2 - size.width() / 2, y - size.height() / 2), size)});
    for (int i = 0; i < m_shown; ++i) {
        if (twoCables) {
            add(i, m_shown, -kBesideFirst / 2);
            add(i, m_shown, kBesideFirst / 2);
        } else {
            add(i, m_shown);
        }
    }
}

void TopologySketch::placeSplit()
{
    m_shown -= m_shown % 2;
    placeRow(m_shown, m_box.height() / 2 + 1);
    const QSizeF size(m_field.width() * 0.4, m_box.height() * 0.8);
    m_boxes.push_back({Kind::Storage,
        QRectF(QPointF((m_field.width() - size.width()) / 2, m_field.height() - size.height() - 1), size)});
    for (int i = 0; i < m_shown; i += 2)
        add(i, i + 1);
    for (int i = 0; i < m_shown; ++i)
        add(i, m_shown);
}

QPointF TopologySketch::end(const Cable &cable, bool first) const
{
    const QPointF from = m_boxes[static_cast<std::size_t>(cable.from)].rect.center();
    const QPointF to = m_boxes[static_cast<std::size_t>(cable.to)].rect.center();
    const QPointF way = to - from;
    const double length = std::max(1.0, std::hypot(way.x(), way.y()));
    return (first ? from : to) + QPointF(-way.y(), way.x()) * (cable.offset / length);
}

} // namespace sparkloom::widgets
