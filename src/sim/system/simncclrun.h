// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages_nccl.h"
#include "sim/world/flows.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::sim {

class SimRank;

// What the ranks of one NCCL run do together: they meet, then size after size goes around, as flows of the world.
class SimNcclRun : public std::enable_shared_from_this<SimNcclRun> {
public:
    SimNcclRun(World &world, protocol::NcclRunRequest request);
    ~SimNcclRun();

    // False: this number is taken, or is none of this run.
    bool join(SimRank &rank, int number);
    // It died or was told to go: the others lose their peer.
    void leave(const SimRank &rank);

private:
    struct Row {
        protocol::NcclCollective collective;
        std::int64_t size = 0;
        bool inPlace = false;
        bool first = false; // of its collective: the first pass over all sizes is before it
    };
    void begin();
    void next();
    void poll();
    void rowEnded();
    void finish();
    void failAll(const base::Error &error);
    double needOf(const Row &row) const; // gigabits over one hop
    TrafficRequest trafficOf(const Row &row) const;
    void later(std::chrono::nanoseconds delay, void (SimNcclRun::*what)());

    World &m_world;
    const protocol::NcclRunRequest m_request;
    std::vector<SimRank *> m_ranks; // null where nobody has come yet, or nobody is left
    std::vector<Row> m_rows;
    std::size_t m_row = 0;
    bool m_over = false;
    int m_checks = 0;
    std::int64_t m_wrong = 0;

    Flows::Id m_flow = 0;
    bool m_warm = false;      // it has risen to its full speed
    double m_warmSeconds = 0; // of the world
    double m_warmGigabits = 0;
};

} // namespace sparkloom::sim
