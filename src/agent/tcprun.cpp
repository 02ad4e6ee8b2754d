// SPDX-License-Identifier: Apache-2.0
#include "agent/tcprun.h"

#include "agent/halves.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::milliseconds;

namespace {

// After its window the receiver waits so long for the sender to end, and a sender for its receiver to have read all.
constexpr milliseconds kTail{5000};

const LinkInfo *linkNamed(const std::vector<LinkInfo> &links, std::string_view name)
{
    const auto it =
        std::find_if(links.begin(), links.end(), [name](const LinkInfo &link) { return link.name == name; });
    return it == links.end() ? nullptr : &*it;
}

std::uint64_t bytesOf(const TcpReading &reading, int flow)
{
    const auto it = std::find_if(
        reading.flows.begin(), reading.flows.end(), [flow](const auto &each) { return each.flow == flow; });
    return it == reading.flows.end() ? 0 : it->bytes;
}

bool anyOpen(const TcpReading &reading)
{
    return std::any_of(reading.flows.begin(), reading.flows.end(), [](const auto &flow) { return flow.open > 0; });
}

// The figures between two readings; the totals are those of a third one.
protocol::TcpResult resultOf(const TcpReading &begin, const TcpReading &end, const TcpReading &last)
{
    protocol::TcpResult result;
    result.beginNs = begin.at.count();
    result.endNs = end.at.count();
    result.cpuSeconds = std::max(0.0, std::chrono::duration<double>(end.cpu - begin.cpu).count());
    for (const TcpReading::Flow &flow : end.flows)
        result.flows.push_back(
            {flow.flow, flow.open, flow.bytes - bytesOf(begin, flow.flow), bytesOf(last, flow.flow), flow.retransmits});
    return result;
}

class ReceiveRun : public TcpRun {
public:
    ReceiveRun(System &system, const protocol::TcpReceiveRequest &request, Reply reply, std::function<void()> ended)
        : TcpRun(system, std::move(reply), std::move(ended)), m_request(request)
    {}

    base::Result<void> begin()
    {
        auto specs = specsOf(m_system, m_request.flows);
        if (!specs)
            return specs.error();
        auto end = m_system.tcp().receive(m_request.token, std::move(specs).value(), events());
        if (!end)
            return end.error();
        m_end = std::move(end).value();
        protocol::TcpListening listening;
        for (const TcpFlowSpec &flow : m_end->flows())
            listening.ports.push_back({flow.flow, flow.port});
        reply().event(protocol::event::kTcpListening, protocol::encode(listening));
        after(milliseconds(m_request.joinMs), [this] { joinTimeOver(); });
        return {};
    }

private:
    void started() override
    {
        m_start = m_last = m_end->read();
        after(milliseconds(m_request.warmUpMs), [this] { beginWindow(); });
        nextInterval();
    }

    void joinTimeOver()
    {
        if (m_start)
            return;
        int wanted = 0, joined = 0;
        for (const protocol::TcpFlow &flow : m_request.flows)
            wanted += flow.streams;
        for (const TcpReading::Flow &flow : m_end->read().flows)
            joined += flow.open;
        fail({base::ErrorKind::NotKnown,
            base::Message("tcp.nobody-came"_msg)
                .with("joined", joined)
                .with("wanted", wanted)
                .with("strangers", m_end->strangers()),
            {}});
    }

    void nextInterval()
    {
        after(milliseconds(m_request.intervalMs), [this] {
            if (m_finish)
                return;
            tellInterval(m_end->read());
            nextInterval();
        });
    }

    void tellInterval(const TcpReading &now)
    {
        const double seconds = std::chrono::duration<double>(now.at - m_last.at).count();
        if (seconds <= 0)
            return;
        protocol::TcpInterval interval;
        interval.monotonicNs = now.at.count();
        interval.elapsedMs = std::chrono::duration_cast<milliseconds>(now.at - m_start->at).count();
        interval.warmUp = !m_begin;
        for (const TcpReading::Flow &flow : now.flows)
            interval.flows.push_back(
                {flow.flow, static_cast<double>(flow.bytes - bytesOf(m_last, flow.flow)) * 8e-9 / seconds});
        m_last = now;
        reply().event(protocol::event::kTcpInterval, protocol::encode(interval));
    }

    void beginWindow()
    {
        m_begin = m_end->read();
        after(milliseconds(m_request.measureMs), [this] { endWindow(); });
    }

    void endWindow()
    {
        m_finish = m_end->read();
        if (!anyOpen(*m_finish))
            return lastByte();
        after(milliseconds(std::min(protocol::kTcpGoOnMs, m_request.measureMs)), [this] { m_end->finish(); });
        after(kTail, [this] { lastByte(); });
    }

    // Everything has come, or the sender takes too long to end.
    void lastByte()
    {
        protocol::TcpResult result = resultOf(*m_begin, *m_finish, m_end->read());
        result.strangers = m_end->strangers();
        finish(result);
    }

    void streamsEnded() override
    {
        if (m_finish)
            lastByte();
        else
            fail(base::failed("tcp.sender-left"_msg));
    }

    const protocol::TcpReceiveRequest m_request;
    TcpReading m_last;
};

class SendRun : public TcpRun {
public:
    SendRun(System &system, const protocol::TcpSendRequest &request, Reply reply, std::function<void()> ended)
        : TcpRun(system, std::move(reply), std::move(ended)), m_request(request)
    {}

    base::Result<void> begin()
    {
        auto specs = specsOf(m_system, m_request.flows);
        if (!specs)
            return specs.error();
        auto end =
            m_system.tcp().send(m_request.token, std::move(specs).value(), milliseconds(m_request.joinMs), events());
        if (!end)
            return end.error();
        m_end = std::move(end).value();
        return {};
    }

private:
    void started() override
    {
        m_start = m_end->read();
        after(milliseconds(m_request.sendMs), [this] {
            m_finish = m_end->read();
            m_end->finish();
            after(kTail, [this] { streamsEnded(); });
        });
    }

    void streamsEnded() override
    {
        const TcpReading last = m_end->read();
        TcpReading finished = m_finish.value_or(last);
        if (!m_finish) // all were open until the receiver had seen enough
            for (const TcpFlowSpec &spec : m_end->flows())
                for (TcpReading::Flow &flow : finished.flows)
                    flow.open = flow.flow == spec.flow ? spec.streams : flow.open;
        finish(resultOf(m_start.value_or(last), finished, last));
    }

    const protocol::TcpSendRequest m_request;
};

template <typename Run, typename Request>
base::Result<std::unique_ptr<TcpRun>> begun(
    System &system, const Request &request, Reply reply, std::function<void()> ended)
{
    auto run = std::make_unique<Run>(system, request, std::move(reply), std::move(ended));
    if (auto begins = run->begin(); !begins)
        return begins.error();
    return std::unique_ptr<TcpRun>(std::move(run));
}

} // namespace

TcpRun::TcpRun(System &system, Reply reply, std::function<void()> ended)
    : m_system(system), m_reply(std::move(reply)), m_ended(std::move(ended))
{}

TcpRun::~TcpRun() = default;

TcpEvents TcpRun::events()
{
    const std::weak_ptr<int> life = m_life;
    return {[this, life] {
                if (!life.expired())
                    started();
            },
        [this, life](const base::Error &error) {
            if (!life.expired())
                fail(error);
        },
        [this, life] {
            if (!life.expired())
                streamsEnded();
        }};
}

void TcpRun::after(milliseconds delay, std::function<void()> callback)
{
    m_system.loop().after(delay, [life = std::weak_ptr<int>(m_life), callback = std::move(callback)] {
        if (!life.expired())
            callback();
    });
}

void TcpRun::fail(const base::Error &error)
{
    m_reply.fail(error);
    over();
}

void TcpRun::finish(const protocol::TcpResult &result)
{
    m_reply.event(protocol::event::kTcpResult, protocol::encode(result));
    m_reply.done();
    over();
}

// Not destroyed here: a callback of its own streams may be what has led to this.
void TcpRun::over()
{
    m_life.reset();
    m_system.loop().after(milliseconds(0), m_ended);
}

base::Result<std::vector<TcpFlowSpec>> TcpRun::specsOf(System &system, const std::vector<protocol::TcpFlow> &flows)
{
    const auto outOfRange = [] {
        return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "flows"));
    };
    const auto addresses = system.network().addresses();
    if (!addresses)
        return addresses.error();
    const auto halves = findHalves(system);
    const auto links = system.network().links();
    std::vector<TcpFlowSpec> specs;
    int threads = 0;
    for (const protocol::TcpFlow &flow : flows) {
        const PresentHalf *half = flow.netdev ? nullptr : halfOf(halves, flow.half);
        const LinkInfo *link = flow.netdev && links ? linkNamed(*links, *flow.netdev) : nullptr;
        if (!half && !link)
            return base::failed(base::Message("remote.half-missing"_msg).with("half", domain::toText(flow.half)));
        const bool own = std::any_of(addresses->begin(), addresses->end(), [&](const AddressInfo &address) {
            return address.index == (half ? half->link.index : link->index) && address.v4
                && address.v4->address == flow.local;
        });
        if (!own)
            return base::failed(base::Message("tcp.not-own-address"_msg)
                                    .with("address", flow.local.toString())
                                    .with("half", domain::toText(flow.half)));
        const bool twice =
            std::any_of(specs.begin(), specs.end(), [&](const TcpFlowSpec &other) { return other.flow == flow.flow; });
        threads += flow.streams;
        if (twice || threads > protocol::kMaxTcpThreads)
            return outOfRange();
        specs.push_back(
            {flow.flow, half ? half->link.name : link->name, flow.local, flow.peer, flow.port, flow.streams});
    }
    if (specs.empty())
        return outOfRange();
    return specs;
}

base::Result<std::unique_ptr<TcpRun>> receiveTcp(
    System &system, const protocol::TcpReceiveRequest &request, Reply reply, std::function<void()> ended)
{
    return begun<ReceiveRun>(system, request, std::move(reply), std::move(ended));
}

base::Result<std::unique_ptr<TcpRun>> sendTcp(
    System &system, const protocol::TcpSendRequest &request, Reply reply, std::function<void()> ended)
{
    return begun<SendRun>(system, request, std::move(reply), std::move(ended));
}

} // namespace sparkloom::agent
