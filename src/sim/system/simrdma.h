// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/rdma/rdmahost.h"
#include "agent/rdma/rdmawindow.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace sparkloom::sim {

// agent::RdmaEnd over the flows of a virtual world: data goes as fast as its physics let it, and its counters move.
class SimRdmaEnd : public agent::RdmaEnd {
public:
    SimRdmaEnd(World &world, Spark &spark, protocol::RdmaPlan plan, agent::RdmaEvents events);
    ~SimRdmaEnd() override;

    void connect(const protocol::RdmaConnectRequest &request) override;
    void start() override;
    void finish() override;
    void check() override;

private:
    void open();
    std::optional<base::Error> whyNot(const protocol::RdmaFlow &flow, const protocol::RdmaDevice &device) const;
    protocol::RdmaEndpoint endpointOf(const protocol::RdmaFlow &flow, const protocol::RdmaDevice &device);
    std::optional<base::Error> cannotConnect(const protocol::RdmaFlow &flow) const;
    // Nothing where the other Spark is not there.
    std::optional<TrafficRequest> trafficOf(const protocol::RdmaFlow &flow) const;
    agent::RdmaReading read() const;
    void look(int turn);
    void lookLater(std::chrono::nanoseconds delay);
    bool stillRuns();
    void stopTraffic();
    protocol::RdmaResult::Latency latencyOf(const protocol::RdmaFlow &flow) const;
    base::Error lost(const protocol::RdmaFlow &flow, base::MessageId id) const;
    void fail(const base::Error &error);
    // From the loop, unless this is gone or has failed then.
    void later(std::chrono::nanoseconds delay, std::function<void()> what);

    World &m_world;
    Spark &m_spark;
    const protocol::RdmaPlan m_plan;
    const agent::RdmaEvents m_events;
    std::map<int, std::vector<std::uint32_t>> m_peers; // numbers of queue pairs at the other end, by flow
    std::map<int, Flows::Id> m_traffic;                // by flow
    std::optional<agent::RdmaWindow> m_window;
    int m_turn = 0; // of look(): one that was put off for another one does nothing
    bool m_finished = false;
    bool m_over = false;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
