// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/iperfhost.h"
#include "agent/nccl/rankhost.h"
#include "agent/rdma/rdmahost.h"
#include "agent/system.h"
#include "sim/world/world.h"

#include <functional>
#include <memory>

namespace sparkloom::sim {

// agent::System over a simulated Spark, for one agent process: as the user of the Spark, or as root. World thread. It
// executes nothing; every identity() says that the Spark is virtual. It must not outlive the world.
class SimSystem : public agent::System, public agent::RankHost, public agent::RdmaHost, public agent::IperfHost {
public:
    // agentPath: where the upload of the running agent lies on the Spark, for timers and the boot unit.
    SimSystem(World &world, Spark &spark, Credentials who, std::string agentPath);
    ~SimSystem() override;

    agent::Loop &loop() override;
    agent::Files &files() override;
    agent::Network &network() override;
    agent::Processes &processes() override;
    agent::Services &services() override;
    agent::Activation &activation() override;
    agent::Firewall &firewall() override;
    agent::TcpEngine &tcp() override;
    agent::TypedEntries &typed() override;
    agent::Identity identity() override;
    std::string randomHex(int digits) override;
    std::unique_ptr<agent::CounterSource> openCounters(const agent::PresentHalf &half) override;
    base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, agent::RankHost::Callbacks callbacks) override;
    base::Result<int> freePort(domain::Ipv4Address local) override;
    base::Result<std::unique_ptr<Child>> startProgram(
        agent::ProgramCall call, agent::ProgramHost::Callbacks callbacks) override;
    std::vector<std::string> inheritedEnvironment() const override;
    base::Result<std::unique_ptr<agent::RdmaEnd>> openRdma(
        const protocol::RdmaPlan &plan, agent::RdmaEvents events) override;
    bool outputReady() override { return !m_outputReady || m_outputReady(); }
    // Who carries the agent's lines away says whether more would have to wait.
    void setOutputReady(std::function<bool()> ready) { m_outputReady = std::move(ready); }

private:
    World &m_world;
    Spark &m_spark;
    Credentials m_who;
    std::string m_agentPath;
    int m_processId;
    std::function<bool()> m_outputReady;
    std::unique_ptr<agent::Files> m_files;
    std::unique_ptr<agent::Network> m_network;
    std::unique_ptr<agent::Processes> m_processes;
    std::unique_ptr<agent::Services> m_services;
    std::unique_ptr<agent::Activation> m_activation;
    std::unique_ptr<agent::Firewall> m_firewall;
    std::unique_ptr<agent::TcpEngine> m_tcp;
    std::unique_ptr<agent::TypedEntries> m_typed;
    std::unique_ptr<agent::RankHost> m_ranks;
};

} // namespace sparkloom::sim
