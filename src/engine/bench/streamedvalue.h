// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "engine/jobs/pending.h"
#include "protocol/codec.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace sparkloom::engine {

// One streaming request that is stopped with it; what it streams comes as one value. Main thread.
template <typename Event>
class StreamedValue {
public:
    // event: the type of the value. onOther: gets every other one, while it lives.
    StreamedValue(std::shared_ptr<AgentClient> agent, std::string_view verb, std::string_view event,
        const std::string &body, AgentClient::EventHandler onOther = {})
        : m_agent(std::move(agent))
    {
        m_id = m_agent->stream(
            verb, body,
            [value = m_value, wanted = std::string(event), onOther = std::move(onOther)](
                const std::string &type, const std::string &text) {
                if (type == wanted)
                    value.resolve(protocol::decode<Event>(text));
                else if (onOther)
                    onOther(type, text);
            },
            [value = m_value](const base::Error &error) { value.resolve(error); });
    }
    ~StreamedValue() { m_agent->stop(m_id); }
    StreamedValue(const StreamedValue &) = delete;
    StreamedValue &operator=(const StreamedValue &) = delete;

    const Pending<Event> &value() const { return m_value; }
    void expireAfter(std::chrono::milliseconds time) const
    {
        expire(time, [value = m_value] {
            value.resolve(
                base::Error{base::ErrorKind::Unreachable, base::Message(base::MessageId("bench.no-end")), {}});
        });
    }

private:
    std::shared_ptr<AgentClient> m_agent;
    Pending<Event> m_value;
    std::int64_t m_id = 0;
};

} // namespace sparkloom::engine
