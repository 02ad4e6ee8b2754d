// SPDX-License-Identifier: Apache-2.0
#include "agent/handler.h"

namespace sparkloom::agent {

struct Reply::State {
    std::int64_t id = 0;
    Send send;
    bool open = true;
};

Reply::Reply(std::int64_t id, Send send) : m_state(std::make_shared<State>(State{id, std::move(send), true})) {}

std::int64_t Reply::id() const
{
    return m_state->id;
}

bool Reply::open() const
{
    return m_state->open;
}

void Reply::event(std::string_view type, std::string_view body) const
{
    if (m_state->open)
        m_state->send(protocol::eventLine(m_state->id, type, body));
}

void Reply::done(std::string_view body) const
{
    if (!std::exchange(m_state->open, false))
        return;
    m_state->send(protocol::doneLine(m_state->id, body));
}

void Reply::fail(const base::Error &error) const
{
    if (!std::exchange(m_state->open, false))
        return;
    m_state->send(protocol::errorLine(m_state->id, error));
}

} // namespace sparkloom::agent
