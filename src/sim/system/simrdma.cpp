// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simrdma.h"

#include "sim/physics/ceilings.h"
#include "sim/world/listeners.h"

#include <algorithm>
#include <cmath>

namespace sparkloom::sim {

using namespace base::literals;
using protocol::RdmaKind;
using protocol::RdmaOperation;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr milliseconds kOpens{2};
constexpr milliseconds kConnects{1};
// A peer that does not answer is given up after seven times 67 ms (measurement-and-safety 2.5).
constexpr milliseconds kRetries{540};
constexpr milliseconds kVerifies{5};
constexpr int kSmallestMtu = 256;
constexpr double kPosting = 0.02; // cores that a thread needs for 1 Gb/s in messages of 64 KiB; an estimate

physics::Operation operationOf(RdmaOperation operation)
{
    switch (operation) {
    case RdmaOperation::Write: return physics::Operation::Write;
    case RdmaOperation::Read: return physics::Operation::Read;
    case RdmaOperation::Send: break;
    }
    return physics::Operation::Send;
}

std::optional<domain::HalfId> halfOwning(Spark &spark, domain::Ipv4Address address)
{
    for (const domain::HalfId half : domain::kAllHalves)
        if (const Interface *const interface = spark.network.byHalf(half); interface && interface->owns(address))
            return half;
    return std::nullopt;
}

} // namespace

SimRdmaEnd::SimRdmaEnd(World &world, Spark &spark, protocol::RdmaPlan plan, agent::RdmaEvents events)
    : m_world(world), m_spark(spark), m_plan(std::move(plan)), m_events(std::move(events))
{
    later(kOpens, [this] { open(); });
}

SimRdmaEnd::~SimRdmaEnd()
{
    stopTraffic();
    m_world.listeners().removeQueuePairs(*this);
}

void SimRdmaEnd::later(nanoseconds delay, std::function<void()> what)
{
    m_world.loop().after(std::chrono::ceil<milliseconds>(std::max(delay, nanoseconds(0))),
        [this, life = std::weak_ptr<int>(m_life), what = std::move(what)] {
            if (!life.expired() && !m_over)
                what();
        });
}

void SimRdmaEnd::fail(const base::Error &error)
{
    if (std::exchange(m_over, true))
        return;
    stopTraffic();
    m_events.failed(error);
}

base::Error SimRdmaEnd::lost(const protocol::RdmaFlow &flow, base::MessageId id) const
{
    return base::failed(base::Message(id)
                            .with("flow", flow.flow)
                            .with("device", std::string(domain::documentedRdmaDevice(flow.half)))
                            .with("text", "transport retry counter exceeded")
                            .with("status", 12));
}

// What keeps libibverbs from working with this half (F-35, F-44).
std::optional<base::Error> SimRdmaEnd::whyNot(const protocol::RdmaFlow &flow, const protocol::RdmaDevice &device) const
{
    const SparkParameters &parameters = m_spark.parameters;
    if (!parameters.nccl.rdmaUsable)
        return base::failed(base::Message("rdma.no-device-file"_msg)
                                .with("device", device.device)
                                .with("text", "No such file or directory"));
    if (parameters.memory.cmaTotalKb == 0 && parameters.memory.cmaFreeKb > 0)
        return base::failed(base::Message("rdma.no-memory"_msg)
                                .with("device", device.device)
                                .with("what", "ibv_reg_mr")
                                .with("text", "Cannot allocate memory"));
    const Interface *const interface = m_spark.network.byHalf(flow.half);
    if (!interface || !interface->carrier())
        return base::failed(base::Message("rdma.port-down"_msg).with("device", device.device));
    return std::nullopt;
}

void SimRdmaEnd::open()
{
    protocol::RdmaReady ready;
    ready.library = "/usr/lib/aarch64-linux-gnu/libibverbs.so.1";
    ready.devices = m_plan.devices;
    for (std::size_t i = 0; i < m_plan.request.flows.size(); ++i) {
        if (const auto problem = whyNot(m_plan.request.flows[i], m_plan.devices[i]))
            return fail(*problem);
        ready.endpoints.push_back(endpointOf(m_plan.request.flows[i], m_plan.devices[i]));
    }
    m_events.ready(ready);
}

protocol::RdmaEndpoint SimRdmaEnd::endpointOf(const protocol::RdmaFlow &flow, const protocol::RdmaDevice &device)
{
    protocol::RdmaEndpoint endpoint;
    endpoint.flow = flow.flow;
    endpoint.gid = device.gid;
    endpoint.mtu = std::max(kSmallestMtu, physics::roceMtu(m_spark.network.byHalf(flow.half)->mtu));
    for (int i = 0; i < flow.queuePairs; ++i)
        endpoint.queuePairs.push_back(
            {m_world.listeners().addQueuePair(*this), static_cast<std::uint32_t>(m_spark.random.below(1u << 24))});
    endpoint.address = (m_spark.random.next() & 0xffffffffu) << 12;
    endpoint.key = static_cast<std::uint32_t>(m_spark.random.below(1u << 24));
    endpoint.bytes = static_cast<std::uint64_t>(protocol::rdmaMemory(m_plan.request, flow));
    return endpoint;
}

std::optional<TrafficRequest> SimRdmaEnd::trafficOf(const protocol::RdmaFlow &flow) const
{
    Spark *const other = m_world.sparkAtAddress(flow.peer);
    const auto theirs = other ? halfOwning(*other, flow.peer) : std::nullopt;
    if (!theirs)
        return std::nullopt;
    // Data of a READ come from the other end.
    const bool read = m_plan.request.operation == RdmaOperation::Read;
    TrafficRequest request;
    request.kind = TrafficRequest::Kind::Rdma;
    request.sparks = read ? std::vector{other->number, m_spark.number} : std::vector{m_spark.number, other->number};
    request.halves = {read ? *theirs : flow.half};
    request.channels = flow.queuePairs;
    request.messageBytes = m_plan.request.messageBytes;
    request.operation = operationOf(m_plan.request.operation);
    return request;
}

// The kernel asks for the neighbour before a queue pair is ready to receive.
std::optional<base::Error> SimRdmaEnd::cannotConnect(const protocol::RdmaFlow &flow) const
{
    const auto request = trafficOf(flow);
    if (!request)
        return lost(flow, "rdma.no-neighbour"_msg);
    const auto reaches = m_world.flows().reaches(*request);
    // Too large packets, or those that reach the wrong half, are lost later only.
    if (reaches || reaches.error().kind == base::ErrorKind::NotKnown
        || reaches.error().detail.find("(ARP)") != std::string::npos)
        return std::nullopt;
    return lost(flow, "rdma.no-neighbour"_msg);
}

void SimRdmaEnd::connect(const protocol::RdmaConnectRequest &request)
{
    for (const protocol::RdmaEndpoint &peer : request.peers)
        for (const protocol::RdmaQueuePair &pair : peer.queuePairs)
            m_peers[peer.flow].push_back(pair.number);
    for (const protocol::RdmaFlow &flow : m_plan.request.flows)
        if (const auto problem = cannotConnect(flow)) {
            later(kRetries, [this, error = *problem] { fail(error); });
            return;
        }
    later(kConnects, [this] { m_events.connected(); });
}

void SimRdmaEnd::start()
{
    bool active = false;
    for (const protocol::RdmaFlow &flow : m_plan.request.flows) {
        active |= flow.active;
        if (!flow.active || flow.kind == RdmaKind::Latency)
            continue;
        const auto request = trafficOf(flow);
        const auto id = request ? m_world.flows().start(*request) : base::Result<Flows::Id>(0);
        m_traffic[flow.flow] = id ? *id : 0; // 0: nothing gets through
    }
    if (!active)
        return;
    m_window.emplace(m_plan.request, read());
    lookLater(nanoseconds(0));
}

void SimRdmaEnd::finish()
{
    if (!m_window || m_finished)
        return;
    m_window->finish();
    lookLater(nanoseconds(0));
}

void SimRdmaEnd::lookLater(nanoseconds delay)
{
    later(delay, [this, turn = ++m_turn] { look(turn); });
}

agent::RdmaReading SimRdmaEnd::read() const
{
    agent::RdmaReading reading;
    reading.at = m_world.loop().monotonic();
    for (const protocol::RdmaFlow &flow : m_plan.request.flows) {
        const auto id = m_traffic.find(flow.flow);
        const auto state = id == m_traffic.end() ? std::nullopt : m_world.flows().state(id->second);
        const double bytes = state ? state->gigabits * 1e9 / 8 : 0;
        reading.messages.push_back(
            static_cast<std::uint64_t>(bytes / static_cast<double>(m_plan.request.messageBytes)));
        reading.cpuSeconds += state ? state->gigabits * kPosting : 0;
    }
    return reading;
}

// Whether every flow still gets through and its other end is there.
bool SimRdmaEnd::stillRuns()
{
    for (const protocol::RdmaFlow &flow : m_plan.request.flows) {
        if (!flow.active)
            continue;
        const auto &peers = m_peers[flow.flow];
        const bool there = std::all_of(peers.begin(), peers.end(),
            [this](std::uint32_t number) { return m_world.listeners().atQueuePair(number) != nullptr; });
        const auto id = m_traffic.find(flow.flow);
        const auto state = id == m_traffic.end() ? std::nullopt : m_world.flows().state(id->second);
        const Interface *const own = m_spark.network.byHalf(flow.half);
        const bool lit = own && own->carrier();
        if (there && lit && (flow.kind == RdmaKind::Latency || (state && state->running)))
            continue;
        const base::Error error = lit ? lost(flow, "rdma.retry-exceeded"_msg) : lost(flow, "rdma.link-lost"_msg);
        later(kRetries, [this, error] { fail(error); });
        return false;
    }
    return true;
}

void SimRdmaEnd::look(int turn)
{
    if (turn != m_turn || m_finished || !stillRuns())
        return;
    const agent::RdmaReading now = read();
    const agent::RdmaWindow::Next next = m_window->look(now, false);
    if (next.interval)
        m_events.interval(*next.interval);
    if (next.measured)
        m_events.measured();
    if (!next.finish)
        return lookLater(next.due.value_or(now.at) - now.at);
    protocol::RdmaResult result = m_window->result(now);
    for (const protocol::RdmaFlow &flow : m_plan.request.flows)
        if (flow.active && flow.kind == RdmaKind::Latency)
            result.latencies.push_back(latencyOf(flow));
    stopTraffic();
    later(kVerifies, [this, result] { m_events.result(result); });
}

// What travels for this end ends.
void SimRdmaEnd::stopTraffic()
{
    m_finished = true;
    for (const auto &[flow, traffic] : m_traffic)
        if (traffic != 0)
            (void)m_world.flows().stop(traffic); // it may be over
}

// The usual time with a tail as ib_write_lat shows it (samples of eugr and GX10: p99 within a tenth, p99.9 half as much
// again).
protocol::RdmaResult::Latency SimRdmaEnd::latencyOf(const protocol::RdmaFlow &flow) const
{
    const bool throughSwitch = m_world.portAt(Socket::ofSpark(m_spark.number, flow.half.cage)) != nullptr;
    double gbps = 0; // of what shares the half
    for (const protocol::RdmaFlow &other : m_plan.request.flows) {
        const auto id = m_traffic.find(other.flow);
        const auto state = id == m_traffic.end() ? std::nullopt : m_world.flows().state(id->second);
        if (other.half == flow.half && state)
            gbps = std::max(gbps, state->gbpsAverage);
    }
    protocol::RdmaResult::Latency latency;
    latency.flow = flow.flow;
    latency.p50 = gbps > 0 ? physics::writeLatencyUnderLoadUs(throughSwitch, m_plan.request.messageBytes, gbps)
                           : physics::writeLatencyUs(throughSwitch);
    latency.least = latency.p50 * 0.96;
    latency.p99 = latency.p50 * 1.1;
    latency.p999 = latency.p50 * 1.5;
    latency.most = latency.p50 * 4;
    const double fitting = m_plan.request.measureMs * 1000.0 / (2 * latency.p50);
    latency.rounds = static_cast<std::uint64_t>(std::min<double>(m_plan.request.rounds, fitting));
    return latency;
}

void SimRdmaEnd::check()
{
    protocol::RdmaCheckAnswer answer;
    const bool read = m_plan.request.operation == RdmaOperation::Read;
    for (const protocol::RdmaFlow &flow : m_plan.request.flows)
        if (flow.kind == RdmaKind::Bandwidth && flow.active == read)
            answer.flows.push_back({flow.flow,
                static_cast<std::uint64_t>(flow.queuePairs * protocol::kRdmaSlots * m_plan.request.messageBytes), 0,
                -1});
    later(kVerifies, [this, answer] { m_events.checked(answer); });
}

} // namespace sparkloom::sim
