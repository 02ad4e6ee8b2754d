// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/half.h"
#include "domain/measure/siblings.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::domain {

// Where the counters of a cage's port come from.
enum class PortSource {
    None,    // the driver has neither: only what the halves count is known
    Netlink, // ethtool netlink, group eth-mac
    Ioctl,   // the driver's own list, by the names of mlx5
};

// What one half counted: bytes of frames, without checksum, preamble and gap.
struct LaneRead {
    ReadTime time;
    std::optional<std::uint64_t> rdmaTx; // port_xmit_data x 4
    std::optional<std::uint64_t> rdmaRx;
    std::optional<std::uint64_t> netTx; // link statistics: never RDMA; some drivers refresh them once a second only
    std::optional<std::uint64_t> netRx;
    friend bool operator==(const LaneRead &, const LaneRead &) = default;
};

// What can be read on a Spark at the moment.
struct CounterLayout {
    struct Half {
        HalfId half;
        std::string netdev;
        PortSource port = PortSource::None;
        bool readsPort = false; // false: its sibling reads the port for both
        bool rdma = false;      // it has a RoCE device with byte counters
        bool net = false;
        std::vector<std::string> slowNames; // of the counters that are read once a second
        friend bool operator==(const Half &, const Half &) = default;
    };
    std::vector<Half> halves;         // those that are there, ordered by id
    std::array<Sharing, 2> sharing{}; // by cage
    // How often the sources bring news; nothing: not calibrated yet, which needs traffic.
    std::optional<std::chrono::nanoseconds> portPeriod;
    std::optional<std::chrono::nanoseconds> rdmaPeriod;
    std::optional<std::chrono::nanoseconds> netPeriod;

    const Half *half(HalfId id) const
    {
        for (const Half &each : halves)
            if (each.half == id)
                return &each;
        return nullptr;
    }
    friend bool operator==(const CounterLayout &, const CounterLayout &) = default;
};

// One tick of one Spark.
struct CounterSample {
    struct Half {
        HalfId half;
        std::optional<PortRead> port; // nothing: not read here
        LaneRead lane;
        friend bool operator==(const Half &, const Half &) = default;
    };
    std::int64_t sequence = 0; // of ticks since the stream began; a hole means that some were lost or left out
    std::int64_t dropped = 0;  // samples that never left the Spark, since the stream began
    bool late = false;         // the tick began more than half an interval late
    std::vector<Half> halves;
    friend bool operator==(const CounterSample &, const CounterSample &) = default;
};

// The slow lane: errors, pressure and RDMA events, in the order of CounterLayout::Half::slowNames.
struct SlowSample {
    struct Half {
        HalfId half;
        std::vector<std::optional<std::uint64_t>> values;
        friend bool operator==(const Half &, const Half &) = default;
    };
    std::chrono::nanoseconds at{};
    std::vector<Half> halves;
    friend bool operator==(const SlowSample &, const SlowSample &) = default;
};

} // namespace sparkloom::domain
