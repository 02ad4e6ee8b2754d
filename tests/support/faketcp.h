// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system.h"
#include "agent/tcpengine.h"

#include <map>
#include <vector>

// TCP streams that do what the test says.
namespace sparkloom::test {

class FakeTcp : public agent::TcpEngine {
public:
    explicit FakeTcp(agent::Loop &loop) : m_loop(loop) {}

    // One end that is open; the test moves its figures and calls its events.
    struct End {
        std::string token;
        std::vector<agent::TcpFlowSpec> flows;
        agent::TcpEvents events;
        bool receives = false;
        std::chrono::milliseconds patience{0};
        std::map<int, std::uint64_t> bytes; // by flow
        std::map<int, int> open;            // by flow; not named: as many as were asked for
        std::chrono::nanoseconds cpu{0};
        int strangers = 0;
        bool finishing = false;
    };
    std::vector<End *> ends; // that are open now, in the order of opening
    std::string problem;     // not empty: nothing can be opened

    base::Result<std::unique_ptr<agent::TcpEnd>> receive(
        const std::string &token, std::vector<agent::TcpFlowSpec> flows, agent::TcpEvents events) override
    {
        for (agent::TcpFlowSpec &flow : flows)
            flow.port = 40'000 + flow.flow;
        return make({token, std::move(flows), std::move(events), true, {}, {}, {}, {}, 0, false});
    }
    base::Result<std::unique_ptr<agent::TcpEnd>> send(const std::string &token, std::vector<agent::TcpFlowSpec> flows,
        std::chrono::milliseconds patience, agent::TcpEvents events) override
    {
        return make({token, std::move(flows), std::move(events), false, patience, {}, {}, {}, 0, false});
    }

private:
    class Handle : public agent::TcpEnd {
    public:
        Handle(FakeTcp &owner, End end) : m_owner(owner), m_end(std::move(end)) { m_owner.ends.push_back(&m_end); }
        ~Handle() override { std::erase(m_owner.ends, &m_end); }
        agent::TcpReading read() override
        {
            agent::TcpReading reading{m_owner.m_loop.monotonic(), m_end.cpu, {}};
            for (const agent::TcpFlowSpec &flow : m_end.flows)
                reading.flows.push_back({flow.flow,
                    m_end.open.contains(flow.flow) ? m_end.open[flow.flow] : flow.streams, m_end.bytes[flow.flow], 0});
            return reading;
        }
        void finish() override { m_end.finishing = true; }
        int strangers() const override { return m_end.strangers; }
        std::vector<agent::TcpFlowSpec> flows() const override { return m_end.flows; }

    private:
        FakeTcp &m_owner;
        End m_end;
    };
    base::Result<std::unique_ptr<agent::TcpEnd>> make(End end)
    {
        using namespace base::literals;
        if (!problem.empty())
            return base::failed("test.fault"_msg, problem);
        return std::unique_ptr<agent::TcpEnd>(std::make_unique<Handle>(*this, std::move(end)));
    }

    agent::Loop &m_loop;
};

} // namespace sparkloom::test
