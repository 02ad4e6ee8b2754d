// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/agentlines.h"

#include "protocol/codec.h"
#include "protocol/limits.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {
// Room for a burst of two seconds before the averaged rate counts.
constexpr double kBurst = 2.0 * protocol::kMaxLinesPerSecond;

// Also of an agent whose version is not ours: that has a name of its own, and is not noise that one waits behind.
bool isOfAgent(std::string_view line)
{
    const auto decoded = protocol::decodeLine(line);
    return decoded.ok() || decoded.error().message.id == "protocol.version";
}
} // namespace

base::Result<std::vector<std::string>> AgentLines::take(const QByteArray &bytes, std::chrono::milliseconds now)
{
    std::vector<std::string> lines;
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype newline = bytes.indexOf('\n', from);
        const qsizetype until = newline < 0 ? bytes.size() : newline;
        m_partial.append(bytes.constData() + from, static_cast<std::size_t>(until - from));
        if (m_partial.size() > protocol::kMaxMessageBytes)
            return base::protocolError(base::Message("agent.line-too-long"_msg));
        if (newline < 0)
            break;
        from = newline + 1;
        if (!spend(now))
            return base::protocolError(base::Message("agent.too-many-lines"_msg));
        if (const auto accepted = accept(std::exchange(m_partial, {}), lines); !accepted)
            return accepted.error();
    }
    if (!m_talking && m_noise + m_partial.size() > protocol::kMaxNoiseBytes)
        return base::protocolError(base::Message("agent.too-much-noise"_msg));
    return lines;
}

base::Result<void> AgentLines::accept(std::string line, std::vector<std::string> &lines)
{
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    if (!m_talking) {
        // What the profile printed last may have no newline: then hello begins in the middle of a line.
        const std::size_t at = line.rfind("{\"v\":");
        m_talking = at != std::string::npos && isOfAgent(std::string_view(line).substr(at));
        m_noise += m_talking ? at : line.size() + 1;
        if (m_noise > protocol::kMaxNoiseBytes)
            return base::protocolError(base::Message("agent.too-much-noise"_msg));
        if (!m_talking)
            return {};
        line.erase(0, at);
    }
    lines.push_back(std::move(line));
    return {};
}

bool AgentLines::spend(std::chrono::milliseconds now)
{
    if (!m_last)
        m_tokens = kBurst;
    else
        m_tokens = std::min(
            kBurst, m_tokens + static_cast<double>((now - *m_last).count()) * protocol::kMaxLinesPerSecond / 1000.0);
    m_last = now;
    m_tokens -= 1;
    return m_tokens >= 0;
}

} // namespace sparkloom::engine
