// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "protocol/codec.h"
#include "protocol/messages_rdma.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::engine {

// The rdma-open requests of one run. What has not ended by itself is stopped with it.
class RdmaStreams {
public:
    struct Stream {
        std::shared_ptr<AgentClient> agent;
        std::int64_t id = 0;
        bool over = false;
        Pending<protocol::RdmaReady> ready;
        Pending<void> measured;
        Pending<protocol::RdmaResult> result;
    };

    explicit RdmaStreams(std::function<void(double)> onRate) : m_onRate(std::move(onRate)) {}
    ~RdmaStreams();
    RdmaStreams(const RdmaStreams &) = delete;
    RdmaStreams &operator=(const RdmaStreams &) = delete;

    std::shared_ptr<Stream> begin(std::shared_ptr<AgentClient> agent, const std::string &body);
    // What one of them says concerns all: nobody waits for a run that cannot come about.
    void fail(const base::Error &error);
    // The error that ended the run, or this one.
    base::Error cause(const base::Error &otherwise) const { return m_error.value_or(otherwise); }

private:
    void take(Stream &stream, const std::string &type, const std::string &text);
    void tellRate(const Stream &stream, const std::string &text);

    std::function<void(double)> m_onRate;
    std::vector<std::shared_ptr<Stream>> m_streams;
    std::map<const Stream *, double> m_rates;
    std::optional<base::Error> m_error;
};

} // namespace sparkloom::engine
