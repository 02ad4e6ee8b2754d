// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/fabriclayout.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::widgets {

using viewmodels::FabricPicture;
using viewmodels::PictureBox;
using viewmodels::PictureCable;

namespace {

constexpr double kBoxGap = 150;   // between boxes of a row: room for a hanging cable's label
constexpr double kNarrowGap = 60; // in rows of three and more
constexpr double kRowGap = 120;
constexpr double kTightRowGap = 88; // where a switch stands between two rows
constexpr double kMargin = 26;
constexpr double kHang = 96;     // how deep a cable between neighbours hangs
constexpr double kHangStep = 46; // each further one hangs deeper
constexpr QSizeF kSwitchSocket(38, 26);
constexpr double kSwitchGap = 14;
constexpr QSizeF kSwitchEnds(150, 84); // room beside the sockets, and height
constexpr QSizeF kPlug(27, 34);
constexpr double kPlugOverlap = 15; // how deep a plug sits in its socket
constexpr int kBendSteps = 7; // points of a bend into a lane
constexpr double kFurtherNote = 20; // below a box whose words are twice as large
constexpr double kThinnestLane = 0.4;
constexpr double kLabelRoom = 32; // between the middles of two numbers, either way
constexpr std::array kLabelPlaces = {0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75}; // along a cable
constexpr QSizeF kTray(500, 66);    // for two lines of words in any language

struct Row {
    std::vector<QString> keys;
};

std::vector<QString> keysOf(const FabricPicture &picture, PictureBox::Kind kind)
{
    std::vector<QString> keys;
    for (const PictureBox &box : picture.boxes)
        if (box.kind == kind)
            keys.push_back(box.key);
    return keys;
}

// Boxes as they stand on a desk: two side by side, three as a triangle, more in rows; a switch between or above.
std::vector<Row> rowsOf(const FabricPicture &picture, double aspect)
{
    const std::vector<QString> sparks = keysOf(picture, PictureBox::Kind::Spark);
    const std::vector<QString> switches = keysOf(picture, PictureBox::Kind::Switch);
    const std::size_t count = sparks.size();
    std::vector<Row> rows;
    const auto take = [&](std::size_t from, std::size_t n) {
        return Row{{sparks.begin() + static_cast<long>(from), sparks.begin() + static_cast<long>(from + n)}};
    };
    if (!switches.empty() && count > 3) {
        const std::size_t upper = (count + 1) / 2;
        rows = {take(0, upper), Row{switches}, take(upper, count - upper)};
    } else if (!switches.empty()) {
        rows = {Row{switches}, take(0, count)};
    } else if (count <= 2) {
        rows = {take(0, count)};
    } else if (count == 3) {
        rows = {take(0, 1), take(1, 2)};
    } else {
        // As many columns as make the whole about as wide as the view; every other row runs backwards, so that a ring
        // closes.
        const double wanted = std::sqrt(static_cast<double>(count) * aspect * 0.5);
        const auto columns = std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(wanted)), 2, count);
        for (std::size_t from = 0; from < count; from += columns) {
            Row row = take(from, std::min(columns, count - from));
            if (rows.size() % 2 == 1)
                std::reverse(row.keys.begin(), row.keys.end());
            rows.push_back(row);
        }
    }
    std::erase_if(rows, [](const Row &row) { return row.keys.empty(); });
    return rows;
}

QPointF cubic(const QPointF *p, double t)
{
    const double u = 1 - t;
    return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

QPointF cubicNormal(const QPointF *p, double t)
{
    const double u = 1 - t;
    const QPointF along = (p[1] - p[0]) * (u * u) + (p[2] - p[1]) * (2 * u * t) + (p[3] - p[2]) * (t * t);
    const double length = std::hypot(along.x(), along.y());
    return length > 0 ? QPointF(-along.y() / length, along.x() / length) : QPointF(1, 0);
}

// From one upright line to another, as smoothly as there is room.
void addBend(std::vector<QPointF> &points, const QPointF &to)
{
    const QPointF from = points.back();
    const double reach = (to.y() - from.y()) * 0.55;
    points.insert(points.end(), {from + QPointF(0, reach), to - QPointF(0, reach), to});
}

QPointF normalAt(const CableCurve &curve, double t)
{
    const double step = 0.01;
    const QPointF along = curve.at(std::min(1.0, t + step)) - curve.at(std::max(0.0, t - step));
    const double length = std::hypot(along.x(), along.y());
    return length > 0 ? QPointF(-along.y() / length, along.x() / length) : QPointF(1, 0);
}

} // namespace

QPointF CableCurve::at(double t) const
{
    if (points.size() == 4)
        return cubic(points.data(), t);
    double whole = 0;
    for (std::size_t i = 0; i + 3 < points.size(); i += 3)
        whole += std::hypot(points[i + 3].x() - points[i].x(), points[i + 3].y() - points[i].y());
    double left = t * whole;
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const double part = std::hypot(points[i + 3].x() - points[i].x(), points[i + 3].y() - points[i].y());
        if (left <= part && part > 0)
            return cubic(&points[i], left / part);
        left -= part;
    }
    return points.empty() ? QPointF() : points.back();
}

std::vector<QPointF> CableCurve::beside(double offset, int steps) const
{
    std::vector<QPointF> line;
    line.reserve(static_cast<std::size_t>(steps) + 1);
    if (points.size() > 4) {
        for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
            const bool straight = points[i].x() == points[i + 3].x();
            const int pieces = straight ? 1 : kBendSteps;
            for (int piece = i == 0 ? 0 : 1; piece <= pieces; ++piece) {
                const double t = static_cast<double>(piece) / pieces;
                line.push_back(cubic(&points[i], t) + cubicNormal(&points[i], t) * offset);
            }
        }
        return line;
    }
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        line.push_back(at(t) + normalAt(*this, t) * offset);
    }
    return line;
}

double laneShare(const PictureCable &cable)
{
    return cable.isSlow() ? std::max(kThinnestLane, cable.gbps / domain::kDefaultLinkGbps) : 1;
}

FabricLayout::FabricLayout(const FabricPicture &picture, const PanelGeometry &panel, double aspect)
{
    placeBoxes(picture, panel, std::max(0.2, aspect));
    routeCables(picture);
    placeTray(picture);
    for (const Box &box : m_boxes)
        m_bounds = m_bounds.united(box.rect.adjusted(0, 0, 0, kFurtherNote * (m_textScale - 1)));
    for (const Cable &cable : m_cables)
        for (const QPointF &point : cable.curve.beside(0, 16))
            m_bounds = m_bounds.united(QRectF(point - QPointF(14, 16), QSizeF(28, 32)));
    m_bounds = m_bounds.united(m_tray).adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

void FabricLayout::placeBoxes(const FabricPicture &picture, const PanelGeometry &panel, double aspect)
{
    std::map<QString, QSizeF> sizes;
    for (const PictureBox &box : picture.boxes) {
        sizes[box.key] = panel.size;
        if (box.kind != PictureBox::Kind::Switch)
            continue;
        const auto uses = std::count_if(picture.cables.begin(), picture.cables.end(),
            [&](const PictureCable &cable) { return cable.a.box == box.key || cable.b.box == box.key; });
        const double width = kSwitchEnds.width() + static_cast<double>(uses) * (kSwitchSocket.width() + kSwitchGap);
        sizes[box.key] = QSizeF(std::max(panel.size.width(), width), kSwitchEnds.height());
    }
    if (std::optional<BigStar> star = BigStar::of(picture, panel.size, panel.sockets, aspect)) {
        for (const auto &[key, rect] : star->boxes)
            m_boxes.push_back({key, false, rect, {}});
        m_lanes = std::move(star->lanes);
        m_textScale = star->textScale;
    } else {
        placeInRows(picture, aspect, sizes);
    }
    for (Box &box : m_boxes) {
        const PictureBox *pictured = picture.box(box.key);
        box.isSwitch = pictured && pictured->kind == PictureBox::Kind::Switch;
        if (!box.isSwitch)
            for (const QRectF &socket : panel.sockets)
                box.sockets.push_back(socket.translated(box.rect.topLeft()));
    }
    dealSwitchSockets(picture);
    for (const Box &box : m_boxes)
        for (int i = 0; i < static_cast<int>(box.sockets.size()); ++i)
            m_order.push_back({box.key, i});
}

void FabricLayout::placeInRows(
    const FabricPicture &picture, double aspect, std::map<QString, QSizeF> &sizes)
{
    double y = 0;
    const std::vector<Row> rows = rowsOf(picture, aspect);
    const double rowGap = rows.size() == 3 ? kTightRowGap : kRowGap;
    for (const Row &row : rows) {
        placeRow(row.keys, y, sizes);
        double height = 0;
        for (const QString &key : row.keys)
            height = std::max(height, sizes[key].height());
        y += height + rowGap;
    }
}

void FabricLayout::placeRow(const std::vector<QString> &keys, double y, const std::map<QString, QSizeF> &sizes)
{
    // The lower row of a triangle stands wide, so that its cables do not lie over the upper box.
    const double gap = keys.size() > 2 ? kNarrowGap : m_boxes.size() == 1 ? kBoxGap * 1.5 : kBoxGap;
    double width = gap * static_cast<double>(keys.size() - 1);
    for (const QString &key : keys)
        width += sizes.at(key).width();
    double x = -width / 2;
    for (const QString &key : keys) {
        m_boxes.push_back({key, false, QRectF(QPointF(x, y), sizes.at(key)), {}});
        x += sizes.at(key).width() + gap;
    }
}

// The sockets of a switch go to its cables from left to right, as their Sparks stand: fewest crossings.
void FabricLayout::dealSwitchSockets(const FabricPicture &picture)
{
    m_cables.clear();
    for (const PictureCable &cable : picture.cables) {
        Cable placed;
        placed.a = cable.a;
        placed.b = cable.b;
        m_cables.push_back(placed);
    }
    for (Box &box : m_boxes) {
        if (!box.isSwitch)
            continue;
        if (!m_lanes.empty()) {
            dealAlongLanes(box);
            continue;
        }
        struct Use {
            SocketKey *end;
            double x;
        };
        std::vector<Use> uses;
        for (Cable &cable : m_cables)
            for (SocketKey *end : {&cable.a, &cable.b})
                if (end->box == box.key) {
                    const SocketKey &other = end == &cable.a ? cable.b : cable.a;
                    uses.push_back({end, socketRect(other).center().x()});
                }
        std::stable_sort(uses.begin(), uses.end(), [](const Use &a, const Use &b) { return a.x < b.x; });
        const double step = kSwitchSocket.width() + kSwitchGap;
        double x = box.rect.right() - 24 - step * static_cast<double>(uses.size()) + kSwitchGap;
        for (std::size_t i = 0; i < uses.size(); ++i, x += step) {
            *uses[i].end = {box.key, static_cast<int>(i)};
            box.sockets.push_back(
                QRectF(QPointF(x, box.rect.center().y() - kSwitchSocket.height() / 2), kSwitchSocket));
        }
    }
}

// A row of sockets at each side, each as near as possible to the lane of its cable.
void FabricLayout::dealAlongLanes(Box &box)
{
    struct Use {
        SocketKey *end;
        double x;
    };
    std::array<std::vector<Use>, 2> sides; // above, below
    for (Cable &cable : m_cables)
        for (SocketKey *end : {&cable.a, &cable.b})
            if (end->box == box.key) {
                const auto lane = m_lanes.find(end == &cable.a ? cable.b : cable.a);
                const bool above = lane == m_lanes.end() || lane->second.above;
                sides[above ? 0 : 1].push_back({end, lane == m_lanes.end() ? box.rect.right() : lane->second.x});
            }
    const double first = box.rect.left() + kSwitchEnds.width(), last = box.rect.right() - 24 - kSwitchSocket.width();
    for (std::size_t side = 0; side < sides.size(); ++side) {
        std::vector<Use> &uses = sides[side];
        std::stable_sort(uses.begin(), uses.end(), [](const Use &a, const Use &b) { return a.x < b.x; });
        // Closer together where there are more than fit.
        const double room = uses.size() > 1 ? (last - first) / static_cast<double>(uses.size() - 1) : 0;
        const double step = std::min(kSwitchSocket.width() + kSwitchGap, std::max(room, 1.0));
        double x = first - step;
        for (Use &use : uses)
            x = use.x = std::max({use.x - kSwitchSocket.width() / 2, first, x + step});
        double limit = last;
        for (auto use = uses.rbegin(); use != uses.rend(); ++use, limit -= step)
            use->x = std::min(use->x, limit);
        const double y = side == 0 ? box.rect.top() + 10 : box.rect.bottom() - 10 - kSwitchSocket.height();
        for (const Use &use : uses) {
            *use.end = {box.key, static_cast<int>(box.sockets.size())};
            box.sockets.push_back(QRectF(QPointF(use.x, y), kSwitchSocket));
        }
    }
}

const BigStar::Lane *FabricLayout::laneOf(const Cable &cable) const
{
    for (const auto &[end, other] : {std::pair(&cable.a, &cable.b), std::pair(&cable.b, &cable.a)})
        if (const Box *to = box(other->box); to && to->isSwitch)
            if (const auto lane = m_lanes.find(*end); lane != m_lanes.end())
                return &lane->second;
    return nullptr;
}

CableCurve FabricLayout::routeAlong(const BigStar::Lane &lane, const QPointF &from, const QPointF &to) const
{
    CableCurve curve{{from}};
    if (!lane.direct) {
        addBend(curve.points, QPointF(lane.x, lane.enterY));
        if (lane.leaveY != lane.enterY)
            addBend(curve.points, QPointF(lane.x, lane.leaveY));
    }
    addBend(curve.points, to);
    return curve;
}

void FabricLayout::routeCables(const FabricPicture &)
{
    // Which way a plug leaves: towards the other box; between neighbours of one row both hang down. Two cables may meet
    // in one socket: the one that is in it, and the one that is asked for.
    int hanging = 0;
    std::vector<QPointF> labels;
    for (Cable &cable : m_cables) {
        const double ya = boxRect(cable.a.box).center().y();
        const double yb = boxRect(cable.b.box).center().y();
        const bool sameRow = std::abs(ya - yb) < 1;
        cable.exitA = sameRow || ya < yb ? Exit::Down : Exit::Up;
        cable.exitB = sameRow || yb < ya ? Exit::Down : Exit::Up;
        m_exits.emplace(cable.a, cable.exitA);
        m_exits.emplace(cable.b, cable.exitB);
        (cable.exitA == Exit::Down ? m_ways[cable.a].down : m_ways[cable.a].up) = true;
        (cable.exitB == Exit::Down ? m_ways[cable.b].down : m_ways[cable.b].up) = true;
        if (const BigStar::Lane *lane = laneOf(cable)) {
            const bool fromA = !box(cable.a.box)->isSwitch;
            const QPointF tipA = plugTip(cable.a, cable.exitA), tipB = plugTip(cable.b, cable.exitB);
            cable.curve = routeAlong(*lane, fromA ? tipA : tipB, fromA ? tipB : tipA);
            // Its number stands where it leaves its Spark.
            cable.label = cubic(cable.curve.points.data(), lane->direct ? 0.2 : 0.5);
            if (!fromA)
                std::reverse(cable.curve.points.begin(), cable.curve.points.end());
            continue;
        }
        cable.curve = route(cable, hanging);
        hanging += sameRow;
        cable.label = freeLabelPlace(cable.curve, labels);
        labels.push_back(cable.label);
    }
}

// In the middle; where two cables cross there, farther along this one: a number, or a cross, is read and clicked.
QPointF FabricLayout::freeLabelPlace(const CableCurve &curve, const std::vector<QPointF> &taken)
{
    for (const double at : kLabelPlaces) {
        const QPointF place = curve.at(at);
        const bool free = std::none_of(taken.begin(), taken.end(), [&place](const QPointF &other) {
            return std::abs(other.x() - place.x()) < kLabelRoom && std::abs(other.y() - place.y()) < kLabelRoom;
        });
        if (free)
            return place;
    }
    return curve.at(kLabelPlaces.front());
}

CableCurve FabricLayout::route(const Cable &cable, int nth) const
{
    const QPointF from = plugTip(cable.a, cable.exitA);
    const QPointF to = plugTip(cable.b, cable.exitB);
    if (cable.exitA == Exit::Down && cable.exitB == Exit::Down) {
        // Each further hanging cable hangs below the one before.
        const double base = std::min(from.y(), to.y());
        const double depth = (std::max(from.y(), to.y()) + kHang + nth * kHangStep - base) * 4.0 / 3.0;
        return {{from, QPointF(from.x(), base + depth), QPointF(to.x(), base + depth), to}};
    }
    const double reach = std::max(60.0, std::abs(to.y() - from.y()) * 0.62);
    const double down = cable.exitA == Exit::Down ? reach : -reach;
    return {{from, QPointF(from.x(), from.y() + down), QPointF(to.x(), to.y() - down), to}};
}

void FabricLayout::placeTray(const FabricPicture &picture)
{
    if (!picture.tray.visible)
        return;
    QRectF around;
    for (const Box &box : m_boxes)
        around = around.united(box.rect);
    double bottom = around.bottom();
    for (const Cable &cable : m_cables)
        for (const QPointF &point : cable.curve.beside(0, 16))
            bottom = std::max(bottom, point.y());
    m_tray = QRectF(QPointF(around.center().x() - kTray.width() / 2, bottom + 34), kTray);
}

QPointF FabricLayout::trayPlug() const
{
    return m_tray.isNull() ? QPointF() : QPointF(m_tray.left() + 46, m_tray.center().y());
}

const FabricLayout::Box *FabricLayout::box(const QString &key) const
{
    const auto it =
        std::find_if(m_boxes.begin(), m_boxes.end(), [&](const Box &candidate) { return candidate.key == key; });
    return it == m_boxes.end() ? nullptr : &*it;
}

QRectF FabricLayout::boxRect(const QString &key) const
{
    const Box *found = box(key);
    return found ? found->rect : QRectF();
}

QRectF FabricLayout::socketRect(const SocketKey &key) const
{
    const Box *found = box(key.box);
    if (!found || key.socket < 0 || key.socket >= static_cast<int>(found->sockets.size()))
        return {};
    return found->sockets[static_cast<std::size_t>(key.socket)];
}

int FabricLayout::socketCount(const QString &key) const
{
    const Box *found = box(key);
    return found ? static_cast<int>(found->sockets.size()) : 0;
}

FabricLayout::Exit FabricLayout::exitOf(const SocketKey &key) const
{
    const auto it = m_exits.find(key);
    return it == m_exits.end() ? Exit::Down : it->second;
}

FabricLayout::Ways FabricLayout::waysOf(const SocketKey &key) const
{
    const auto it = m_ways.find(key);
    return it == m_ways.end() ? Ways{} : it->second;
}

QRectF FabricLayout::plugIn(const SocketKey &key, Exit exit) const
{
    const QRectF socket = socketRect(key);
    const double x = socket.center().x() - kPlug.width() / 2;
    const double y = exit == Exit::Down ? socket.bottom() - kPlugOverlap : socket.top() + kPlugOverlap - kPlug.height();
    return {QPointF(x, y), kPlug};
}

QPointF FabricLayout::plugTip(const SocketKey &key, Exit exit) const
{
    const QRectF plug = plugIn(key, exit);
    return {plug.center().x(), exit == Exit::Down ? plug.bottom() : plug.top()};
}

QRectF FabricLayout::plugA(int cable) const
{
    const Cable &own = m_cables[static_cast<std::size_t>(cable)];
    return plugIn(own.a, own.exitA);
}

QRectF FabricLayout::plugB(int cable) const
{
    const Cable &own = m_cables[static_cast<std::size_t>(cable)];
    return plugIn(own.b, own.exitB);
}

} // namespace sparkloom::widgets
