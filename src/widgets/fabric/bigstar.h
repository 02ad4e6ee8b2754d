// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace sparkloom::widgets {

// Where the boxes of a star stand that has so many Sparks that two rows of them would be too small to read: several
// rows above and below the switch, as many as fill the view best. Their cables run to the switch between the columns,
// each in a lane of its own, so that none lies over a box of another Spark. Scene units.
struct BigStar {
    // The way of one cable from the cage of a Spark.
    struct Lane {
        bool above = true;  // the Spark stands above the switch: the cable leaves downwards
        bool direct = true; // in the row beside the switch: straight on
        double x = 0;       // of the lane; where it is direct, of the cage
        double enterY = 0;  // where the cable is in the lane, beside its own row
        double leaveY = 0;  // where it leaves it, beside the switch
    };

    std::vector<std::pair<QString, QRectF>> boxes; // in reading order
    std::map<viewmodels::SocketKey, Lane> lanes;   // of each cage with a cable to a switch
    double textScale = 1;                          // of the words at boxes, so that they can be read

    // sockets: of a panel. aspect: width to height of the view. Nothing where the picture is no such star.
    static std::optional<BigStar> of(const viewmodels::FabricPicture &picture, const QSizeF &panel,
        const std::vector<QRectF> &sockets, double aspect);
};

} // namespace sparkloom::widgets
