// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/iperfhost.h"
#include "agent/linux/epollloop.h"
#include "agent/linux/linuxactivation.h"
#include "agent/linux/linuxfiles.h"
#include "agent/linux/linuxfirewall.h"
#include "agent/linux/linuxnetwork.h"
#include "agent/linux/linuxprocesses.h"
#include "agent/linux/linuxservices.h"
#include "agent/linux/linuxtcp.h"
#include "agent/linux/linuxtyped.h"
#include "agent/linux/nccl/linuxpieces.h"
#include "agent/linux/nccl/linuxrankhost.h"
#include "agent/rdma/rdmahost.h"
#include "agent/session.h"

namespace sparkloom::agent {

// This machine. Sets a fixed PATH and umask 077 for the whole process: make one per process, in main().
class LinuxSystem : public System, public RankHost, public RdmaHost, public IperfHost, public LinuxPieces {
public:
    explicit LinuxSystem(std::string agentPath);

    EpollLoop &loop() override { return m_loop; }
    Files &files() override { return m_files; }
    Network &network() override { return m_network; }
    Processes &processes() override { return m_processes; }
    Services &services() override { return m_services; }
    Activation &activation() override { return m_activation; }
    Firewall &firewall() override { return m_firewall; }
    TcpEngine &tcp() override { return m_tcp; }
    TypedEntries &typed() override { return m_typed; }
    Identity identity() override;
    std::string randomHex(int digits) override;
    std::unique_ptr<CounterSource> openCounters(const PresentHalf &half) override;
    bool outputReady() override;

    base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, RankHost::Callbacks callbacks) override;
    std::vector<std::string> inheritedEnvironment() const override { return m_ranks.inheritedEnvironment(); }
    base::Result<std::unique_ptr<RdmaEnd>> openRdma(const protocol::RdmaPlan &plan, RdmaEvents events) override;
    base::Result<int> freePort(domain::Ipv4Address local) override;
    base::Result<std::unique_ptr<Child>> startProgram(ProgramCall call, ProgramHost::Callbacks callbacks) override;

private:
    std::string m_agentPath;
    EpollLoop m_loop;
    LinuxRankHost m_ranks;
    LinuxRankHost m_rdmaEnds;
    LinuxRankHost m_programs;
    LinuxFiles m_files;
    LinuxProcesses m_processes;
    LinuxNetwork m_network;
    LinuxServices m_services;
    LinuxActivation m_activation;
    LinuxFirewall m_firewall;
    LinuxTcp m_tcp{m_loop};
    LinuxTyped m_typed;
};

// Runs one session over stdin and stdout until it is finished: SIGHUP, SIGTERM and SIGINT count as the end of stdin.
// Returns the exit code of the process.
int runSession(LinuxSystem &system, Mode mode);

} // namespace sparkloom::agent
