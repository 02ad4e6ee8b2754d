// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/bigstar.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::widgets {

using viewmodels::FabricPicture;
using viewmodels::PictureBox;
using viewmodels::PictureCable;
using viewmodels::SocketKey;

namespace {

constexpr std::size_t kTwoRowsHold = 8; // Sparks
constexpr int kMostRows = 16;
constexpr double kLaneStep = 15;
constexpr double kLaneInset = 14; // before the first lane and after the last
constexpr double kLeastGap = 34;  // between columns without lanes
constexpr double kSwitchHeight = 84;
constexpr double kSwitchGap = 92; // above and below the switch
constexpr double kMostTextScale = 2.2;

struct Shape {
    int rows = 0;
    int above = 0;
    int columns = 0;
    double columnGap = 0;
    double rowGap = 0;
    QSizeF size;
};

Shape shapeOf(int rows, int sparks, int cablesEach, const QSizeF &panel, double textScale)
{
    Shape shape;
    shape.rows = rows;
    shape.above = (rows + 1) / 2;
    shape.columns = (sparks + rows - 1) / rows;
    const int lanes = (shape.above - 1) * cablesEach;
    shape.columnGap = std::max(kLeastGap, 2 * kLaneInset + (lanes - 1) * kLaneStep);
    shape.rowGap = 26 + 16 * textScale; // for a note, and for the number of a cable
    shape.size = QSizeF(shape.columns * (panel.width() + shape.columnGap),
        rows * panel.height() + (rows - 2) * shape.rowGap + 2 * kSwitchGap + kSwitchHeight);
    return shape;
}

// As many rows as let the whole be drawn largest in a view of this shape.
Shape bestShape(int sparks, int cablesEach, const QSizeF &panel, double textScale, double aspect)
{
    Shape best;
    double largest = 0;
    for (int rows = 2; rows <= std::min(kMostRows, sparks); ++rows) {
        const Shape shape = shapeOf(rows, sparks, cablesEach, panel, textScale);
        if ((rows - 1) * shape.columns >= sparks)
            continue; // the last row would be empty
        const double scale = std::min(aspect / shape.size.width(), 1 / shape.size.height());
        if (scale > largest) {
            largest = scale;
            best = shape;
        }
    }
    return best;
}

// The cages of each Spark that have a cable to a switch.
std::map<QString, std::vector<int>> cagesOnASwitch(const FabricPicture &picture)
{
    std::map<QString, std::vector<int>> cages;
    for (const PictureCable &cable : picture.cables)
        for (const auto &[end, other] : {std::pair(cable.a, cable.b), std::pair(cable.b, cable.a)}) {
            const PictureBox *box = picture.box(other.box);
            std::vector<int> &known = cages[end.box];
            if (box && box->kind == PictureBox::Kind::Switch && end.socket >= 0
                && std::find(known.begin(), known.end(), end.socket) == known.end())
                known.push_back(end.socket);
        }
    for (auto &[spark, known] : cages)
        std::sort(known.begin(), known.end());
    return cages;
}

} // namespace

std::optional<BigStar> BigStar::of(const FabricPicture &picture, const QSizeF &panel,
    const std::vector<QRectF> &sockets, double aspect)
{
    std::vector<QString> sparks, switches;
    for (const PictureBox &box : picture.boxes)
        (box.kind == PictureBox::Kind::Spark ? sparks : switches).push_back(box.key);
    if (sparks.size() <= kTwoRowsHold || switches.empty())
        return std::nullopt;
    const auto cages = cagesOnASwitch(picture);
    std::size_t cablesEach = 1;
    for (const auto &[spark, used] : cages)
        cablesEach = std::max(cablesEach, used.size());
    const int count = static_cast<int>(sparks.size());
    BigStar star;
    star.textScale = std::min(std::sqrt(static_cast<double>(count) / kTwoRowsHold), kMostTextScale);
    const Shape shape = bestShape(count, static_cast<int>(cablesEach), panel, star.textScale, aspect);

    const double step = panel.width() + shape.columnGap;
    double y = 0;
    const double switchY = shape.above * panel.height() + (shape.above - 1) * shape.rowGap + kSwitchGap;
    for (int row = 0; row < shape.rows; ++row) {
        const bool above = row < shape.above;
        if (row == shape.above) { // all switches side by side, as wide as what they serve
            const double width = (shape.size.width() - shape.columnGap) / static_cast<double>(switches.size());
            for (std::size_t i = 0; i < switches.size(); ++i)
                star.boxes.push_back({switches[i],
                    QRectF(static_cast<double>(i) * width, switchY, width - (i + 1 < switches.size() ? kLeastGap : 0),
                        kSwitchHeight)});
            y = switchY + kSwitchHeight + kSwitchGap;
        }
        for (int column = 0; column < shape.columns && row * shape.columns + column < count; ++column) {
            const QString &key = sparks[static_cast<std::size_t>(row * shape.columns + column)];
            const QRectF rect(QPointF(column * step, y), panel);
            star.boxes.push_back({key, rect});
            // The farther from the switch, the farther to the right is its lane: no cable crosses another.
            const int away = above ? shape.above - 1 - row : row - shape.above;
            const auto used = cages.find(key);
            for (std::size_t i = 0; used != cages.end() && i < used->second.size(); ++i) {
                const int cage = used->second[i];
                Lane lane;
                lane.above = above;
                lane.direct = away == 0;
                const int place = (away - 1) * static_cast<int>(cablesEach) + static_cast<int>(i);
                lane.x = lane.direct ? rect.left() + sockets[static_cast<std::size_t>(cage)].center().x()
                                     : rect.right() + kLaneInset + place * kLaneStep;
                lane.enterY = above ? rect.bottom() + shape.rowGap * 0.7 : rect.top() - shape.rowGap * 0.7;
                lane.leaveY = above ? switchY - kSwitchGap : switchY + kSwitchHeight + kSwitchGap;
                star.lanes[{key, cage}] = lane;
            }
        }
        y += panel.height() + shape.rowGap;
    }
    return star;
}

} // namespace sparkloom::widgets
