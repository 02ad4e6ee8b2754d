// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/tcpengine.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace sparkloom::sim {

// agent::TcpEngine over the flows of a virtual world: streams go as fast as its physics let them, and its counters
// move.
std::unique_ptr<agent::TcpEngine> makeSimTcp(World &world, Spark &spark);

// What both ends of simulated streams have in common.
class SimTcpEnd : public agent::TcpEnd {
public:
    SimTcpEnd(
        World &world, Spark &spark, std::vector<agent::TcpFlowSpec> flows, agent::TcpEvents events, double cpuShare)
        : m_world(world), m_spark(spark), m_flows(std::move(flows)), m_events(std::move(events)), m_cpuShare(cpuShare)
    {}

    agent::TcpReading read() override;
    std::vector<agent::TcpFlowSpec> flows() const override { return m_flows; }

protected:
    // From the loop, unless this is gone then.
    void later(std::chrono::milliseconds delay, std::function<void()> what);
    void tellFailed(const base::Error &error);

    World &m_world;
    Spark &m_spark;
    std::vector<agent::TcpFlowSpec> m_flows;
    agent::TcpEvents m_events;
    std::map<int, Flows::Id> m_traffic; // by flow; 0: its streams are open, but nothing gets through
    bool m_over = false;

private:
    const double m_cpuShare; // of what a core needs to receive
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

class SimTcpSender;

class SimTcpReceiver : public SimTcpEnd {
public:
    SimTcpReceiver(
        World &world, Spark &spark, std::string token, std::vector<agent::TcpFlowSpec> flows, agent::TcpEvents events);
    ~SimTcpReceiver() override;

    agent::TcpReading read() override;
    void finish() override;
    int strangers() const override { return m_strangers; }

    Spark &spark() { return m_spark; }
    // Streams of one flow come. False: they are turned away.
    bool join(SimTcpSender &sender, const std::string &token, const agent::TcpFlowSpec &flow);
    void leave(SimTcpSender &sender);

private:
    void begin();

    const std::string m_token;
    struct Joined {
        SimTcpSender *sender = nullptr;
        int flow = 0; // as the sender calls it
    };
    std::map<int, Joined> m_joined; // by flow
    int m_strangers = 0;
};

class SimTcpSender : public SimTcpEnd {
public:
    SimTcpSender(World &world, Spark &spark, std::string token, std::vector<agent::TcpFlowSpec> flows,
        std::chrono::milliseconds patience, agent::TcpEvents events);
    ~SimTcpSender() override;

    void finish() override;
    // The receiver lets this flow go; gives its traffic.
    Flows::Id begin(int flow);
    void receiverLeft();
    // It has stopped the traffic of its flows.
    void receiverHasEnough(SimTcpReceiver &receiver);

private:
    void connect();
    void leave();
    void connectFlow(const agent::TcpFlowSpec &flow);
    TrafficRequest requestOf(const agent::TcpFlowSpec &flow, const Spark &to) const;

    const std::string m_token;
    const std::chrono::milliseconds m_patience;
    std::set<SimTcpReceiver *> m_receivers;
};

} // namespace sparkloom::sim
