// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/loaditems.h"

#include "widgets/common/theme.h"
#include "widgets/fabric/fabricitems.h"
#include "widgets/fabric/scenetext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::CableState;
using viewmodels::PictureCable;

namespace {

constexpr double kLaneOffset = 7.2;    // of a lane's middle from that of the cable
constexpr double kChannelOffset = 2.9; // of a direction's middle from that of its lane
constexpr int kSteps = 40;             // points of a curve
constexpr int kFillSteps = 24;         // that a fill is told apart in
constexpr double kThinnest = 0.45;     // of what moves at all
constexpr double kLabelHeight = 29;
constexpr double kLabelWidth = 230; // room for the widest figures
constexpr QColor kTrack(0x2a, 0x33, 0x47);
constexpr QColor kEdge(0x05, 0x07, 0x0c);

QRectF boundsOf(const CableChannels &channels)
{
    return channels.band(0, kLaneOffset + channels.laneHalf()).boundingRect().adjusted(-3, -3, 3, 3);
}

// Which way it goes on the drawing, mostly.
QString arrow(const QPointF &way)
{
    if (std::abs(way.x()) >= std::abs(way.y()) * 0.8)
        return way.x() >= 0 ? u"→"_s : u"←"_s;
    return way.y() >= 0 ? u"↓"_s : u"↑"_s;
}

} // namespace

CableChannels::CableChannels(const CableCurve &curve, int steps, double share) : m_share(share)
{
    const std::vector<QPointF> middle = curve.beside(0, steps);
    const std::vector<QPointF> beside = curve.beside(1, steps);
    for (std::size_t i = 0; i < middle.size(); ++i) {
        m_points.push_back(middle[i]);
        m_normals.push_back(beside[i] - middle[i]);
    }
}

QPolygonF CableChannels::band(double offset, double half) const
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(m_points.size() * 2));
    for (std::size_t i = 0; i < m_points.size(); ++i)
        polygon << m_points[i] + m_normals[i] * (offset - half);
    for (std::size_t i = m_points.size(); i-- > 0;)
        polygon << m_points[i] + m_normals[i] * (offset + half);
    return polygon;
}

QPointF CableChannels::at(double t, double offset) const
{
    const auto place = static_cast<std::size_t>(std::lround(t * static_cast<double>(m_points.size() - 1)));
    return m_points[place] + m_normals[place] * offset;
}

QPointF CableChannels::along(double t) const
{
    const auto place = static_cast<std::size_t>(std::lround(t * static_cast<double>(m_points.size() - 1)));
    return {m_normals[place].y(), -m_normals[place].x()}; // the normal is the direction turned by a right angle
}

double CableChannels::laneOffset(int lane)
{
    return lane == 0 ? -kLaneOffset : kLaneOffset;
}

double CableChannels::channelOffset(int way, int lane) const
{
    return laneOffset(lane) + (way == 0 ? -kChannelOffset : kChannelOffset) * m_share;
}

StillLayer::StillLayer(const QRectF &bounds) : m_bounds(bounds)
{
    setZValue(-1);
}

void StillLayer::take(std::unique_ptr<QGraphicsItem> item)
{
    m_items.push_back(std::move(item));
    std::stable_sort(
        m_items.begin(), m_items.end(), [](const auto &a, const auto &b) { return a->zValue() < b->zValue(); });
    m_picture = {};
}

void StillLayer::paintItems(QPainter &painter) const
{
    for (const auto &item : m_items) {
        painter.save();
        item->paint(&painter, nullptr, nullptr);
        painter.restore();
    }
}

void StillLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    if (!widget) { // into a file
        paintItems(*painter);
        return;
    }
    const QTransform transform = painter->worldTransform();
    const QTransform device = painter->deviceTransform();
    const double ratio = transform.m11() > 0 ? device.m11() / transform.m11() : 1;
    if (m_picture.isNull() || m_transform != device) {
        m_transform = device;
        m_place = transform.mapRect(m_bounds).toAlignedRect();
        m_picture = QPixmap((QSizeF(m_place.size()) * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter still(&m_picture);
        still.setRenderHint(QPainter::Antialiasing);
        still.translate(-m_place.topLeft());
        still.setTransform(transform, true);
        paintItems(still);
    }
    painter->save();
    painter->resetTransform();
    painter->drawPixmap(m_place.topLeft(), m_picture);
    painter->restore();
}

CableTrackItem::CableTrackItem(const PictureCable &cable, int index, const FabricLayout &layout)
    : m_cable(cable), m_channels(layout.curve(index), kSteps, laneShare(cable)),
      m_plugs{layout.plugA(index), layout.plugB(index)},
      m_plugUp{m_channels.at(0, 0).y() < m_plugs[0].center().y(), m_channels.at(1, 0).y() < m_plugs[1].center().y()},
      m_bounds(boundsOf(m_channels).united(m_plugs[0]).united(m_plugs[1]))
{
    setZValue(2);
}

void CableTrackItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool known = m_cable.state != CableState::NotKnown && m_cable.state != CableState::Down;
    const QColor colour = known ? Stage::cable(m_cable.number) : Stage::unknown();
    for (int lane = 0; lane < 2; ++lane) {
        const bool up = m_cable.lanes[static_cast<std::size_t>(lane)].up;
        const double offset = CableChannels::laneOffset(lane);
        painter->setPen(Qt::NoPen);
        painter->setBrush(kEdge);
        painter->drawPolygon(m_channels.band(offset, m_channels.laneHalf() + 1));
        QColor frame = colour;
        frame.setAlphaF(known && up ? 0.55F : 0.3F);
        QPen pen(frame, 0.9);
        if (!known || !up)
            pen.setDashPattern({3, 4});
        painter->setPen(pen);
        painter->setBrush(known && up                   ? kTrack
                : m_cable.state == CableState::NotKnown ? QColor(0x4d, 0x55, 0x66)
                                                        : QColor(0x16, 0x1b, 0x27));
        painter->drawPolygon(m_channels.band(offset, m_channels.laneHalf()));
    }
    for (std::size_t end = 0; end < m_plugs.size(); ++end)
        paintPlug(*painter, m_plugs[end], colour, m_plugUp[end]);
}

CableLoadItem::CableLoadItem(const PictureCable &cable, int index, const FabricLayout &layout)
    : m_channels(layout.curve(index), kSteps, laneShare(cable)), m_colour(Stage::cable(cable.number)),
      m_bounds(boundsOf(m_channels))
{
    setZValue(2.5);
    for (auto &way : m_steps)
        way.fill(-1);
}

bool CableLoadItem::setLoad(const CableLoad &load)
{
    std::array<std::array<int, 2>, 2> steps{};
    for (std::size_t way = 0; way < 2; ++way)
        for (std::size_t lane = 0; lane < 2; ++lane) {
            const std::optional<double> &share = load.shares[way][lane];
            // Anything that moves is seen, and only what is full is full.
            steps[way][lane] = !share ? -1
                : *share <= 0.0002    ? 0
                                      : std::clamp(static_cast<int>(std::lround(*share * kFillSteps)), 1, kFillSteps);
        }
    const bool differs = steps != m_steps || load.silent != m_load.silent;
    m_steps = steps;
    m_load = load;
    if (differs)
        update();
    return differs;
}

void CableLoadItem::paintArrow(QPainter &painter, int way, int lane) const
{
    const double t = way == 0 ? 0.86 : 0.14; // near the end that receives
    const double offset = m_channels.channelOffset(way, lane);
    const QPointF tip = m_channels.at(t, offset);
    QPointF along = m_channels.along(t);
    if (way == 1)
        along = -along;
    const QPointF aside(-along.y(), along.x());
    painter.drawPolyline(QPolygonF({tip - along * 3.4 + aside * 1.7, tip, tip - along * 3.4 - aside * 1.7}));
}

void CableLoadItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (int way = 0; way < 2; ++way)
        for (int lane = 0; lane < 2; ++lane) {
            const int step = m_steps[static_cast<std::size_t>(way)][static_cast<std::size_t>(lane)];
            if (step <= 0)
                continue;
            const double half = std::max(kThinnest, m_channels.channelHalf() * step / kFillSteps);
            painter->setPen(Qt::NoPen);
            painter->setBrush(way == 0 ? m_colour : m_colour.lighter(128));
            painter->drawPolygon(m_channels.band(m_channels.channelOffset(way, lane), half));
            painter->setPen(
                QPen(step > kFillSteps / 2 ? Stage::ink() : Stage::text(), 1.1, Qt::SolidLine, Qt::RoundCap));
            paintArrow(*painter, way, lane);
        }
    for (int lane = 0; lane < 2; ++lane) {
        if (!m_load.silent[static_cast<std::size_t>(lane)])
            continue;
        painter->setPen(QPen(Stage::warn(), 1.6, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolygon(m_channels.band(CableChannels::laneOffset(lane), m_channels.laneHalf() - 1));
    }
}

LoadLabelItem::LoadLabelItem(const PictureCable &cable, int index, const FabricLayout &layout, bool room)
    : m_number(cable.number), m_known(cable.state != CableState::NotKnown && cable.state != CableState::Down),
      m_room(room), m_scale(layout.labelScale()), m_position(layout.labelPosition(index))
{
    setZValue(4);
    const QPointF way = layout.curve(index).at(0.56) - layout.curve(index).at(0.44);
    m_arrows = {arrow(way), arrow(-way)};
}

bool LoadLabelItem::setLoad(const CableLoad &load)
{
    if (load.figures == m_figures && load.note == m_note)
        return false;
    m_figures = load.figures;
    m_note = load.note;
    if (m_room)
        update();
    return m_room;
}

QString LoadLabelItem::text() const
{
    if (!m_note.isEmpty())
        return m_note;
    QStringList parts;
    for (std::size_t way = 0; way < 2; ++way)
        parts << u"%1 %2"_s.arg(m_figures[way].isEmpty() ? u"?"_s : m_figures[way], m_arrows[way]);
    return parts.join(u"   "_s);
}

QRectF LoadLabelItem::boundingRect() const
{
    QRectF rect(QPointF(), QSizeF(m_room ? kLabelWidth : kLabelHeight, kLabelHeight) * m_scale + QSizeF(4, 4));
    rect.moveCenter(m_position);
    return rect;
}

void LoadLabelItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LeftToRight); // as the cable lies
    painter->translate(m_position);
    painter->scale(m_scale, m_scale);
    painter->translate(-m_position);
    const QColor colour = m_known && m_note.isEmpty() ? Stage::cable(m_number) : Stage::unknown();
    const QFont font = sceneFont(15, QFont::Bold);
    const QString figures = m_room ? text() : QString();
    const double width = m_room
        ? std::min(kLabelWidth, QFontMetricsF(font).horizontalAdvance(figures) + kLabelHeight + 22)
        : kLabelHeight;
    const QRectF pill(m_position - QPointF(width / 2, kLabelHeight / 2), QSizeF(width, kLabelHeight));
    painter->setPen(QPen(Stage::ink(), 1.4));
    painter->setBrush(colour);
    painter->drawRoundedRect(pill, kLabelHeight / 2, kLabelHeight / 2);
    const QRectF disc = QRectF(pill.topLeft(), QSizeF(kLabelHeight, kLabelHeight)).adjusted(3, 3, -3, -3);
    if (m_room) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Stage::ink());
        painter->drawEllipse(disc);
        painter->setPen(colour);
    } else {
        painter->setPen(Stage::ink());
    }
    painter->setFont(sceneFont(14, QFont::Bold));
    painter->drawText(disc, Qt::AlignCenter, QString::number(m_number));
    painter->setPen(Stage::ink());
    drawFitted(*painter, pill.adjusted(kLabelHeight + 4, 0, -8, 0), figures, font);
}

BoxLoadItem::BoxLoadItem(const QRectF &box) : m_rect(box.left(), box.bottom() + 3, box.width() * 0.7, 20)
{
    setZValue(1);
}

bool BoxLoadItem::setText(const QString &text)
{
    if (text == m_text)
        return false;
    m_text = text;
    update();
    return true;
}

void BoxLoadItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QFont font = sceneFont(13);
    painter->setLayoutDirection(Qt::LeftToRight); // the drawing is never mirrored
    painter->setFont(font);
    painter->setPen(Stage::muted());
    painter->drawText(m_rect, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(m_text, Qt::ElideRight, m_rect.width()));
}

} // namespace sparkloom::widgets
