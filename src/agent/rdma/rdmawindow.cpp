// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/rdmawindow.h"

#include <algorithm>

namespace sparkloom::agent {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

// Who is told nothing ends all the same: the application may be gone.
constexpr milliseconds kUnheard{protocol::kRdmaUnheardMs};

bool counts(const protocol::RdmaFlow &flow)
{
    return flow.active && flow.kind == protocol::RdmaKind::Bandwidth;
}

} // namespace

RdmaWindow::RdmaWindow(const protocol::RdmaOpenRequest &request, const RdmaReading &start)
    : m_request(request), m_start(start), m_last(start), m_nextInterval(start.at + milliseconds(request.intervalMs))
{}

std::uint64_t RdmaWindow::bytes(const RdmaReading &reading, std::size_t flow) const
{
    return reading.messages[flow] * static_cast<std::uint64_t>(m_request.messageBytes);
}

RdmaWindow::Next RdmaWindow::look(const RdmaReading &now, bool allOver)
{
    Next next;
    const nanoseconds begin = m_start.at + milliseconds(m_request.warmUpMs);
    if (!m_begin && now.at >= begin)
        m_begin = now;
    const nanoseconds end = (m_begin ? m_begin->at : begin) + milliseconds(m_request.measureMs);
    if (!m_end && (now.at >= end || allOver)) { // the rounds of a ping-pong may be done before
        m_end = now;
        next.measured = true;
    }
    if (now.at >= m_nextInterval && !m_end) {
        next.interval = interval(now);
        m_last = now;
        m_nextInterval += milliseconds(m_request.intervalMs);
    }
    if (m_end && !m_finishing && (m_told || now.at >= m_end->at + kUnheard))
        next.finish = m_finishing = true;
    if (allOver)
        return next;
    if (!m_begin)
        next.due = std::min(begin, m_nextInterval);
    else if (!m_end)
        next.due = std::min(end, m_nextInterval);
    else if (!m_finishing)
        next.due = m_end->at + kUnheard;
    return next;
}

protocol::RdmaInterval RdmaWindow::interval(const RdmaReading &now) const
{
    protocol::RdmaInterval interval;
    interval.monotonicNs = now.at.count();
    interval.elapsedMs = std::chrono::duration_cast<milliseconds>(now.at - m_start.at).count();
    interval.warmUp = !m_begin;
    const double seconds = std::max(1e-9, std::chrono::duration<double>(now.at - m_last.at).count());
    for (std::size_t i = 0; i < m_request.flows.size(); ++i)
        if (counts(m_request.flows[i]))
            interval.flows.push_back(
                {m_request.flows[i].flow, static_cast<double>(bytes(now, i) - bytes(m_last, i)) * 8e-9 / seconds});
    return interval;
}

protocol::RdmaResult RdmaWindow::result(const RdmaReading &last) const
{
    const RdmaReading &begin = m_begin ? *m_begin : m_start;
    const RdmaReading &end = m_end ? *m_end : last;
    protocol::RdmaResult result;
    result.beginNs = begin.at.count();
    result.endNs = end.at.count();
    result.runNs = (last.at - m_start.at).count();
    result.cpuSeconds = std::max(0.0, end.cpuSeconds - begin.cpuSeconds);
    for (std::size_t i = 0; i < m_request.flows.size(); ++i)
        if (counts(m_request.flows[i]))
            result.flows.push_back({m_request.flows[i].flow, bytes(end, i) - bytes(begin, i), bytes(last, i),
                end.messages[i] - begin.messages[i]});
    return result;
}

} // namespace sparkloom::agent
