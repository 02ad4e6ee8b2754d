// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace sparkloom::sim {

class SimIperf;
class SimNcclRun;
class SimRdmaEnd;
class SimTcpReceiver;

// Who listens where in a world, as the kernels of its Sparks know it. World thread.
class Listeners {
public:
    // A free port of the ephemeral range of Linux at this address.
    int add(domain::Ipv4Address address, SimTcpReceiver &receiver)
    {
        const int port = freePort(address);
        m_at[{address, port}] = &receiver;
        return port;
    }
    void remove(domain::Ipv4Address address, int port) { m_at.erase({address, port}); }
    SimTcpReceiver *at(domain::Ipv4Address address, int port) const
    {
        const auto it = m_at.find({address, port});
        return it == m_at.end() ? nullptr : it->second;
    }
    bool empty() const { return m_at.empty() && m_iperf.empty(); }

    // Servers of iperf3. False: somebody listens there.
    bool addIperf(domain::Ipv4Address address, int port, SimIperf &server)
    {
        return !m_at.contains({address, port}) && m_iperf.emplace(std::pair(address, port), &server).second;
    }
    void removeIperf(const SimIperf &server)
    {
        std::erase_if(m_iperf, [&](const auto &each) { return each.second == &server; });
    }
    SimIperf *iperfAt(domain::Ipv4Address address, int port) const
    {
        const auto it = m_iperf.find({address, port});
        return it == m_iperf.end() ? nullptr : it->second;
    }
    // That nobody listens on; the next call gives another one.
    int freePort(domain::Ipv4Address address)
    {
        while (m_at.contains({address, m_next}) || m_iperf.contains({address, m_next}))
            m_next = next(m_next);
        return std::exchange(m_next, next(m_next));
    }

    // The ranks of an NCCL run meet at rank 0, by the run's unique id.
    void hold(const std::string &id, const std::shared_ptr<SimNcclRun> &run)
    {
        std::erase_if(m_runs, [](const auto &each) { return each.second.expired(); });
        m_runs[id] = run;
    }
    std::shared_ptr<SimNcclRun> meeting(const std::string &id) const
    {
        const auto it = m_runs.find(id);
        return it == m_runs.end() ? nullptr : it->second.lock();
    }

    // Ends of RDMA runs find each other by the numbers of their queue pairs.
    std::uint32_t addQueuePair(SimRdmaEnd &end)
    {
        m_nextPair = m_nextPair >= kLastPair ? kFirstPair : m_nextPair + 1;
        m_pairs[m_nextPair] = &end;
        return m_nextPair;
    }
    void removeQueuePairs(const SimRdmaEnd &end)
    {
        std::erase_if(m_pairs, [&](const auto &each) { return each.second == &end; });
    }
    SimRdmaEnd *atQueuePair(std::uint32_t number) const
    {
        const auto it = m_pairs.find(number);
        return it == m_pairs.end() ? nullptr : it->second;
    }

private:
    static constexpr std::uint32_t kFirstPair = 0x100;
    static constexpr std::uint32_t kLastPair = 0xfffffe;
    static constexpr int kFirst = 32'768;
    static constexpr int kLast = 60'999;
    static int next(int port) { return port == kLast ? kFirst : port + 1; }

    std::map<std::pair<domain::Ipv4Address, int>, SimTcpReceiver *> m_at;
    std::map<std::pair<domain::Ipv4Address, int>, SimIperf *> m_iperf;
    int m_next = kFirst;
    std::map<std::string, std::weak_ptr<SimNcclRun>> m_runs;
    std::map<std::uint32_t, SimRdmaEnd *> m_pairs;
    std::uint32_t m_nextPair = kFirstPair;
};

} // namespace sparkloom::sim
