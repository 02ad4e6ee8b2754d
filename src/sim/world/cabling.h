// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/half.h"

#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace sparkloom::sim {

// Where a cable end can be plugged in: the cage of a Spark, or a switch (which has a socket for everybody).
struct Socket {
    int spark = -1; // index into the world's Sparks, -1 for a switch
    domain::CageIndex cage = domain::CageIndex::Zero;
    int switchNumber = -1; // index into the world's switches, -1 for a Spark

    static Socket ofSpark(int spark, domain::CageIndex cage) { return {spark, cage, -1}; }
    static Socket ofSwitch(int number) { return {-1, domain::CageIndex::Zero, number}; }
    bool isSwitch() const { return switchNumber >= 0; }
    friend auto operator<=>(const Socket &, const Socket &) = default;
};

struct PluggedCable {
    Socket a; // always a cage
    Socket b;
    friend bool operator==(const PluggedCable &, const PluggedCable &) = default;
};

// The cables that are plugged in. A wire is what one frame reaches: the two ends of a cable, or everything on a switch.
// World thread.
class Cabling {
public:
    bool isUsed(Socket socket) const; // a switch never is
    // The caller has checked that both are free and not the same.
    void plug(Socket a, Socket b);
    // The cable that was taken out, nothing where none was.
    std::optional<PluggedCable> unplug(Socket socket);
    std::optional<Socket> otherEnd(Socket cage) const;
    // The cable in this cage, null without one, and for a switch. Good until the next plug or unplug.
    const PluggedCable *cableIn(Socket cage) const;
    // The cages that hear what this cage sends, itself among them; empty without a cable.
    std::vector<Socket> wire(Socket cage) const;
    // The switch in between, -1 on a direct cable.
    int switchOf(Socket cage) const;
    const std::vector<PluggedCable> &cables() const { return m_cables; }

private:
    std::vector<PluggedCable> m_cables; // in the order of plugging
    std::map<Socket, PluggedCable> m_byCage;
};

} // namespace sparkloom::sim
