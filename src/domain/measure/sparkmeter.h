// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/measure/countersample.h"
#include "domain/measure/direction.h"
#include "domain/measure/linkbudget.h"
#include "domain/measure/ratemeter.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace sparkloom::domain {

// One direction of something, in Gb/s; nothing where it is not known, never zero for that.
struct LiveRate {
    std::optional<double> now;
    std::optional<double> peak;
    std::uint64_t total = 0; // bytes, since the meter began
};

struct LiveLane {
    HalfId half;
    bool present = false;   // the netdev is there
    bool rdmaKnown = false; // false: `all` is what the network stack sent only
    bool netKnown = false;
    PerDirection<LiveRate> all; // bytes of frames
    PerDirection<LiveRate> rdma;
    PerDirection<LiveRate> tcp;                       // what the network stack sent: TCP and all else that is not RDMA
    PerDirection<double> ceiling;                     // Gb/s, with what the lanes beside it carry now
    std::optional<std::chrono::nanoseconds> lastRead; // clock of the Spark
    // It carried nothing although its sibling did: one half of the cable is unused.
    bool silent = false;
};

struct LiveCage {
    enum class Basis {
        Unknown,
        Wire,   // the port's own counters, with preamble and gap
        Halves, // the sum of what the halves count: the driver has no port counters
    };
    Basis basis = Basis::Unknown;
    PerDirection<LiveRate> rate;
    LiveRate bothWays;  // sent and received added; its peak is of the same moment
    double ceiling = 0; // Gb/s per direction
    int gaps = 0;
    bool aboveWire = false; // more than the link can carry: the figure is wrong
    std::optional<std::chrono::nanoseconds> lastRead;
};

// Both cages of a Spark together.
struct LiveBox {
    PerDirection<LiveRate> rate;
    LiveRate bothWays; // sent and received added: what some call full duplex
};

// Turns the samples of one Spark into what its cages and lanes carry.
class SparkMeter {
public:
    SparkMeter();

    // Speeds and PCIe links, for ceilings; again after an inventory.
    void setFacts(const SparkFacts &facts);
    void setLayout(const CounterLayout &layout);
    void take(const CounterSample &sample);
    // The stream ended: nothing is known until the next sample.
    void interrupt();
    void clearTotals();

    LiveLane lane(HalfId half) const;
    LiveCage cage(CageIndex cage) const;
    LiveBox box() const;
    const CounterLayout &layout() const { return m_layout; }

private:
    // One counter and what it says.
    struct Line {
        CounterTrack track;
        RateMeter meter;
        Line();
        void take(const ReadTime &time, const std::optional<std::uint64_t> &value);
    };
    struct Lane {
        PerDirection<Line> rdma;
        PerDirection<Line> tcp;
        PerDirection<std::optional<double>> peak; // of both together
        bool present = false;
        bool rdmaKnown = false;
        bool netKnown = false;
        std::optional<std::chrono::nanoseconds> lastRead;
    };
    // The port of a cage as one half reports it.
    struct Port {
        PerDirection<CounterTrack> octets;
        PerDirection<CounterTrack> frames;
        PerDirection<RateMeter> meter;
        Port();
    };
    struct Cage {
        bool wire = false;
        std::map<HalfId, Port> ports;
        PerDirection<std::optional<double>> peak; // of the sum, where there are several meters
        std::optional<double> bothPeak;
    };

    void takePort(const CounterSample::Half &half);
    void takeLane(const CounterSample::Half &half);
    void notePeaks();
    LiveCage eachWay(CageIndex cage) const;
    std::optional<double> wide(CageIndex cage, Direction direction) const;
    std::vector<HalfId> portsThatCount(CageIndex cage) const;
    double carriedNow(HalfId half, Direction direction) const;
    std::uint64_t carried(HalfId half) const;
    void applyCeilings();

    CounterLayout m_layout;
    std::array<Cage, 2> m_cages;
    PerDirection<std::optional<double>> m_boxPeak;
    std::optional<double> m_bothPeak;
    std::map<HalfId, Lane> m_lanes;
    std::map<HalfId, LaneBudget> m_budgets;
    std::array<double, 2> m_link{}; // Gb/s, 0: not known
    std::array<double, 2> m_ceiling{};
    std::array<bool, 2> m_forcedShared{};
};

} // namespace sparkloom::domain
