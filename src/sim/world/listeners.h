// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace sparkloom::sim {

class SimNcclRun;
class SimTcpReceiver;

// Who listens where in a world, as the kernels of its Sparks know it. World thread.
class Listeners {
public:
    // A free port of the ephemeral range of Linux at this address.
    int add(domain::Ipv4Address address, SimTcpReceiver &receiver)
    {
        while (m_at.contains({address, m_next}))
            m_next = next(m_next);
        const int port = m_next;
        m_next = next(m_next);
        m_at[{address, port}] = &receiver;
        return port;
    }
    void remove(domain::Ipv4Address address, int port) { m_at.erase({address, port}); }
    SimTcpReceiver *at(domain::Ipv4Address address, int port) const
    {
        const auto it = m_at.find({address, port});
        return it == m_at.end() ? nullptr : it->second;
    }
    bool empty() const { return m_at.empty(); }

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

private:
    static constexpr int kFirst = 32'768;
    static constexpr int kLast = 60'999;
    static int next(int port) { return port == kLast ? kFirst : port + 1; }

    std::map<std::pair<domain::Ipv4Address, int>, SimTcpReceiver *> m_at;
    int m_next = kFirst;
    std::map<std::string, std::weak_ptr<SimNcclRun>> m_runs;
};

} // namespace sparkloom::sim
