// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/rdmastreams.h"

namespace sparkloom::engine {

RdmaStreams::~RdmaStreams()
{
    for (const auto &stream : m_streams)
        if (!std::exchange(stream->over, true))
            stream->agent->stop(stream->id);
}

std::shared_ptr<RdmaStreams::Stream> RdmaStreams::begin(std::shared_ptr<AgentClient> agent, const std::string &body)
{
    const auto stream = std::make_shared<Stream>();
    stream->agent = std::move(agent);
    m_streams.push_back(stream);
    const std::weak_ptr<Stream> weak = stream;
    stream->id = stream->agent->stream(
        protocol::verb::kRdmaOpen, body,
        [this, weak](const std::string &type, const std::string &text) {
            if (const auto known = weak.lock(); known && !known->over)
                take(*known, type, text);
        },
        [this, weak](const base::Error &error) {
            if (const auto known = weak.lock(); known && !std::exchange(known->over, true))
                fail(error);
        });
    return stream;
}

void RdmaStreams::fail(const base::Error &error)
{
    if (!m_error)
        m_error = error;
    for (const auto &stream : m_streams) {
        stream->ready.resolve(error);
        stream->measured.resolve(error);
        stream->result.resolve(error);
    }
}

void RdmaStreams::take(Stream &stream, const std::string &type, const std::string &text)
{
    if (type == protocol::event::kRdmaReady)
        stream.ready.resolve(protocol::decode<protocol::RdmaReady>(text));
    if (type == protocol::event::kRdmaMeasured)
        stream.measured.resolve({});
    if (type == protocol::event::kRdmaResult)
        stream.result.resolve(protocol::decode<protocol::RdmaResult>(text));
    if (type == protocol::event::kRdmaInterval)
        tellRate(stream, text);
}

void RdmaStreams::tellRate(const Stream &stream, const std::string &text)
{
    const auto interval = protocol::decode<protocol::RdmaInterval>(text);
    if (!interval || !m_onRate)
        return;
    double sum = 0;
    for (const auto &flow : interval->flows)
        sum += flow.gbps;
    m_rates[&stream] = sum;
    sum = 0;
    for (const auto &[each, rate] : m_rates)
        sum += rate;
    m_onRate(sum);
}

} // namespace sparkloom::engine
