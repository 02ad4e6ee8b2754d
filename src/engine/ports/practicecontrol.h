// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/virtualsparks.h"

#include <algorithm>

// What is wrong with virtual Sparks, and what could be: for whoever lets a person play with them.
namespace sparkloom::engine {

// Something that can go wrong, as the simulator lists it.
struct VirtualFaultKind {
    enum class Place { Spark, Cage, Half, Cable, SwitchPort };

    QString id;    // "F-08"
    QString name;  // "bad-cable"
    QString title; // one sentence, English, without capital and full stop
    std::vector<Place> places;

    bool canSitAt(Place place) const { return std::find(places.begin(), places.end(), place) != places.end(); }
};

struct VirtualFault {
    QString id;
    QString place; // as VirtualSparks::setFault takes it
    friend bool operator==(const VirtualFault &, const VirtualFault &) = default;
};

struct VirtualCable {
    VirtualSocket a; // always of a Spark
    VirtualSocket b;
    double limitGbps = 0; // as VirtualSparks::slow has set it; 0: none
};

struct PracticeState {
    std::vector<VirtualFaultKind> kinds; // all that there are
    std::vector<VirtualFault> on;        // in the order in which they came
    std::vector<VirtualCable> cables;    // that are plugged in
};

// A VirtualSparks that can tell. Main thread.
class PracticeControl {
public:
    virtual ~PracticeControl() = default;
    virtual QFuture<base::Result<PracticeState>> practiceState() = 0;
};

} // namespace sparkloom::engine
