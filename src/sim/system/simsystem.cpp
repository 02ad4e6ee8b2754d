// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simsystem.h"

#include "sim/system/parts.h"
#include "sim/system/simcounters.h"
#include "sim/system/simiperf.h"
#include "sim/system/simpackages.h"
#include "sim/system/simrank.h"
#include "sim/system/simrdma.h"
#include "sim/system/simtcp.h"
#include "sim/world/listeners.h"

namespace sparkloom::sim {

SimSystem::SimSystem(World &world, Spark &spark, Credentials who, std::string agentPath)
    : m_world(world), m_spark(spark), m_who(who), m_agentPath(std::move(agentPath)), m_processId(spark.nextProcessId()),
      m_files(makeSimFiles(spark, who)), m_network(makeSimNetwork(world, spark, who)),
      m_processes(makeSimProcesses(world, spark, who)), m_services(makeSimServices(world, spark, who)),
      m_activation(makeSimActivation(spark, who)), m_firewall(makeSimFirewall(spark, who)),
      m_tcp(makeSimTcp(world, spark)), m_typed(makeSimTyped(spark, who)), m_ranks(makeSimRanks(world, spark))
{}

SimSystem::~SimSystem() = default;

agent::Loop &SimSystem::loop()
{
    return m_spark.clock;
}
agent::Files &SimSystem::files()
{
    return *m_files;
}
agent::Network &SimSystem::network()
{
    return *m_network;
}
agent::Processes &SimSystem::processes()
{
    return *m_processes;
}
agent::Services &SimSystem::services()
{
    return *m_services;
}
agent::Activation &SimSystem::activation()
{
    return *m_activation;
}
agent::Firewall &SimSystem::firewall()
{
    return *m_firewall;
}
agent::TcpEngine &SimSystem::tcp()
{
    return *m_tcp;
}
agent::TypedEntries &SimSystem::typed()
{
    return *m_typed;
}

base::Result<std::unique_ptr<agent::RankHost::Rank>> SimSystem::startRank(
    std::vector<std::string> environment, std::string document, agent::RankHost::Callbacks callbacks)
{
    return m_ranks->startRank(std::move(environment), std::move(document), std::move(callbacks));
}

base::Result<int> SimSystem::freePort(domain::Ipv4Address local)
{
    return m_world.listeners().freePort(local);
}

base::Result<std::unique_ptr<agent::ProgramHost::Child>> SimSystem::startProgram(
    agent::ProgramCall call, agent::ProgramHost::Callbacks callbacks)
{
    if (!call.argv.empty() && call.argv[0] == "iperf3")
        return std::unique_ptr<Child>(
            std::make_unique<SimIperf>(m_world, m_spark, std::move(call.argv), std::move(callbacks)));
    return std::unique_ptr<Child>(
        std::make_unique<SimPackages>(m_world, m_spark, m_who, std::move(call), std::move(callbacks)));
}

std::vector<std::string> SimSystem::inheritedEnvironment() const
{
    return m_ranks->inheritedEnvironment();
}

base::Result<std::unique_ptr<agent::RdmaEnd>> SimSystem::openRdma(
    const protocol::RdmaPlan &plan, agent::RdmaEvents events)
{
    return std::unique_ptr<agent::RdmaEnd>(std::make_unique<SimRdmaEnd>(m_world, m_spark, plan, std::move(events)));
}

agent::Identity SimSystem::identity()
{
    return {.user = m_who.isRoot() ? "root" : m_spark.spec.user,
        .uid = m_who.uid,
        .home = m_who.isRoot() ? "/root" : m_spark.home,
        .hostname = m_spark.spec.name,
        .architecture = m_spark.spec.architecture,
        .kernel = m_spark.parameters.software.kernel,
        .pid = m_processId,
        .virtualSpark = true,
        .agentPath = m_agentPath};
}

std::string SimSystem::randomHex(int digits)
{
    return m_spark.random.hex(digits);
}

std::unique_ptr<agent::CounterSource> SimSystem::openCounters(const agent::PresentHalf &half)
{
    return openSimCounters(*this, m_world, m_spark, half);
}

} // namespace sparkloom::sim
