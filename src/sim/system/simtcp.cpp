// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simtcp.h"

#include "sim/physics/ceilings.h"
#include "sim/world/listeners.h"

#include <algorithm>

namespace sparkloom::sim {

using namespace base::literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kConnects{1};
constexpr double kSendShare = physics::kTcpSendCost;

class SimTcp : public agent::TcpEngine {
public:
    SimTcp(World &world, Spark &spark) : m_world(world), m_spark(spark) {}

    base::Result<std::unique_ptr<agent::TcpEnd>> receive(
        const std::string &token, std::vector<agent::TcpFlowSpec> flows, agent::TcpEvents events) override
    {
        return std::unique_ptr<agent::TcpEnd>(
            std::make_unique<SimTcpReceiver>(m_world, m_spark, token, std::move(flows), std::move(events)));
    }

    base::Result<std::unique_ptr<agent::TcpEnd>> send(const std::string &token, std::vector<agent::TcpFlowSpec> flows,
        milliseconds patience, agent::TcpEvents events) override
    {
        return std::unique_ptr<agent::TcpEnd>(
            std::make_unique<SimTcpSender>(m_world, m_spark, token, std::move(flows), patience, std::move(events)));
    }

private:
    World &m_world;
    Spark &m_spark;
};

} // namespace

std::unique_ptr<agent::TcpEngine> makeSimTcp(World &world, Spark &spark)
{
    return std::make_unique<SimTcp>(world, spark);
}

agent::TcpReading SimTcpEnd::read()
{
    agent::TcpReading reading;
    reading.at = m_world.loop().monotonic();
    for (const agent::TcpFlowSpec &flow : m_flows) {
        agent::TcpReading::Flow sum{flow.flow, 0, 0, 0};
        const auto id = m_traffic.find(flow.flow);
        if (id != m_traffic.end())
            sum.open = flow.streams;
        if (const auto state = id == m_traffic.end() ? std::nullopt : m_world.flows().state(id->second)) {
            sum.open = state->running ? flow.streams : 0;
            sum.bytes = static_cast<std::uint64_t>(state->gigabits * 1e9 / 8);
            sum.retransmits = static_cast<std::uint64_t>(state->lostPackets);
            const double core = physics::connectionGbps(1, m_spark.parameters.processor);
            if (core > 0)
                reading.cpu +=
                    std::chrono::nanoseconds(static_cast<std::int64_t>(state->gigabits / core * m_cpuShare * 1e9));
        }
        reading.flows.push_back(sum);
    }
    return reading;
}

void SimTcpEnd::later(milliseconds delay, std::function<void()> what)
{
    m_world.loop().after(delay, [life = std::weak_ptr<int>(m_life), what = std::move(what)] {
        if (!life.expired())
            what();
    });
}

void SimTcpEnd::tellFailed(const base::Error &error)
{
    if (!std::exchange(m_over, true))
        m_events.failed(error);
}

SimTcpReceiver::SimTcpReceiver(
    World &world, Spark &spark, std::string token, std::vector<agent::TcpFlowSpec> flows, agent::TcpEvents events)
    : SimTcpEnd(world, spark, std::move(flows), std::move(events), 1), m_token(std::move(token))
{
    for (agent::TcpFlowSpec &flow : m_flows)
        flow.port = m_world.listeners().add(flow.local, *this);
}

SimTcpReceiver::~SimTcpReceiver()
{
    for (const agent::TcpFlowSpec &flow : m_flows)
        m_world.listeners().remove(flow.local, flow.port);
    for (const auto &[flow, joined] : std::exchange(m_joined, {}))
        joined.sender->receiverLeft();
}

agent::TcpReading SimTcpReceiver::read()
{
    agent::TcpReading reading = SimTcpEnd::read();
    for (agent::TcpReading::Flow &flow : reading.flows) {
        const auto spec = std::ranges::find(m_flows, flow.flow, &agent::TcpFlowSpec::flow);
        if (m_traffic.empty() && m_joined.contains(flow.flow)) // they wait for the others
            flow.open = spec->streams;
    }
    return reading;
}

bool SimTcpReceiver::join(SimTcpSender &sender, const std::string &token, const agent::TcpFlowSpec &flow)
{
    const auto own = std::ranges::find_if(
        m_flows, [&](const auto &each) { return each.port == flow.port && each.local == flow.peer; });
    if (token != m_token || own == m_flows.end() || own->peer != flow.local || m_joined.contains(own->flow)) {
        ++m_strangers;
        return false;
    }
    m_joined[own->flow] = {&sender, flow.flow};
    if (m_joined.size() == m_flows.size())
        later(milliseconds(0), [this] { begin(); });
    return true;
}

void SimTcpReceiver::leave(SimTcpSender &sender)
{
    std::erase_if(m_joined, [&](const auto &each) { return each.second.sender == &sender; });
    if (m_traffic.empty() || !m_joined.empty() || m_over)
        return;
    later(milliseconds(0), [this] {
        if (!std::exchange(m_over, true))
            m_events.ended();
    });
}

void SimTcpReceiver::finish()
{
    for (const auto &[flow, traffic] : m_traffic)
        (void)m_world.flows().stop(traffic); // it may be over
    std::set<SimTcpSender *> senders;
    for (const auto &[flow, joined] : m_joined)
        senders.insert(joined.sender);
    for (SimTcpSender *const sender : senders)
        sender->receiverHasEnough(*this);
}

void SimTcpReceiver::begin()
{
    if (m_joined.size() != m_flows.size())
        return; // somebody has left again
    for (const agent::TcpFlowSpec &flow : m_flows) {
        m_world.listeners().remove(flow.local, flow.port);
        const Joined &joined = m_joined.at(flow.flow);
        m_traffic[flow.flow] = joined.sender->begin(joined.flow);
    }
    m_events.started();
}

SimTcpSender::SimTcpSender(World &world, Spark &spark, std::string token, std::vector<agent::TcpFlowSpec> flows,
    milliseconds patience, agent::TcpEvents events)
    : SimTcpEnd(world, spark, std::move(flows), std::move(events), kSendShare), m_token(std::move(token)),
      m_patience(patience)
{
    later(kConnects, [this] { connect(); });
}

SimTcpSender::~SimTcpSender()
{
    leave();
}

void SimTcpSender::finish()
{
    leave();
    later(milliseconds(0), [this] {
        if (!std::exchange(m_over, true))
            m_events.ended();
    });
}

void SimTcpSender::receiverHasEnough(SimTcpReceiver &receiver)
{
    m_receivers.erase(&receiver);
    receiver.leave(*this);
    if (m_receivers.empty())
        finish();
}

void SimTcpSender::leave()
{
    for (const auto &[flow, traffic] : m_traffic)
        (void)m_world.flows().stop(traffic); // it may be over
    for (SimTcpReceiver *const receiver : std::exchange(m_receivers, {}))
        receiver->leave(*this);
}

TrafficRequest SimTcpSender::requestOf(const agent::TcpFlowSpec &flow, const Spark &to) const
{
    TrafficRequest request;
    request.kind = TrafficRequest::Kind::Tcp;
    request.sparks = {m_spark.number, to.number};
    request.channels = flow.streams;
    request.bound = true;
    if (const Interface *const out = m_spark.network.byName(flow.netdev); out && out->half)
        request.halves = {*out->half};
    return request;
}

void SimTcpSender::connect()
{
    for (const agent::TcpFlowSpec &flow : m_flows)
        if (!m_over)
            connectFlow(flow);
}

void SimTcpSender::connectFlow(const agent::TcpFlowSpec &flow)
{
    const auto failLater = [this](base::MessageId id, const std::string &why) {
        later(m_patience, [this, error = base::failed(id, why)] { tellFailed(error); });
    };
    Spark *const to = m_world.sparkAtAddress(flow.peer);
    if (!to)
        return failLater("tcp.connect-timeout"_msg, {});
    const Interface *const out = m_spark.network.byName(flow.netdev);
    if (out && !out->half) { // the management network: everybody reaches everybody, firewalls let SSH in only
        if (to->firewallIsOn())
            return failLater("tcp.connect-timeout"_msg, {});
    } else if (const auto reaches = m_world.flows().reaches(requestOf(flow, *to)); !reaches) {
        const base::Error why = reaches.error();
        if (why.kind == base::ErrorKind::Unreachable) // a firewall: nothing comes back
            return failLater("tcp.connect-timeout"_msg, why.detail);
        if (why.kind != base::ErrorKind::NotKnown) // small packets pass
            return tellFailed(base::failed("tcp.no-way"_msg, why.detail));
    }
    SimTcpReceiver *const receiver = m_world.listeners().at(flow.peer, flow.port);
    if (!receiver || &receiver->spark() != to)
        return tellFailed(base::failed("tcp.connect-refused"_msg));
    if (!receiver->join(*this, m_token, flow))
        return tellFailed(base::failed("tcp.turned-away"_msg));
    m_receivers.insert(receiver);
}

Flows::Id SimTcpSender::begin(int flow)
{
    const auto spec = std::ranges::find(m_flows, flow, &agent::TcpFlowSpec::flow);
    Spark *const to = m_world.sparkAtAddress(spec->peer);
    // Packets that are too large for the way are lost, all of them: the streams stand still.
    const Interface *const out = m_spark.network.byName(spec->netdev);
    const bool management = out && !out->half; // small, and in no counter of the fabric
    const auto id = to && !management ? m_world.flows().start(requestOf(*spec, *to)) : base::Result<Flows::Id>(0);
    m_traffic[flow] = id ? *id : 0;
    if (m_traffic.size() == m_flows.size())
        later(milliseconds(0), [this] {
            if (!m_over)
                m_events.started();
        });
    return m_traffic[flow];
}

void SimTcpSender::receiverLeft()
{
    m_receivers.clear();
    later(milliseconds(0), [this] { tellFailed(base::failed("tcp.stream-broke"_msg)); });
}

} // namespace sparkloom::sim
