// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/rdmarun.h"

#include "agent/halves.h"
#include "agent/rdma/gidchoice.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::milliseconds;

namespace {

// How long a call of the library may take: seconds at most where all is well (a NIC's firmware makes a queue pair in
// less than a millisecond, and 1 GiB is registered in less than a second).
constexpr milliseconds kOpens{20'000};
constexpr milliseconds kConnects{15'000};
constexpr milliseconds kEnds{15'000};
constexpr milliseconds kChecks{30'000};
constexpr milliseconds kEcho{1000};
constexpr int kEchoes = 2;
constexpr int kEchoBytes = 56;

std::int64_t memoryOf(const protocol::RdmaOpenRequest &request)
{
    std::int64_t bytes = 0;
    for (const protocol::RdmaFlow &flow : request.flows)
        bytes += protocol::rdmaMemory(request, flow);
    return bytes;
}

base::Error outOfRange(const char *field)
{
    return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
}

} // namespace

template <typename Function>
auto RdmaRun::whileAlive(Function function) const
{
    return [life = std::weak_ptr<int>(m_life), function = std::move(function)](auto &&...arguments) {
        if (!life.expired())
            function(std::forward<decltype(arguments)>(arguments)...);
    };
}

RdmaRun::RdmaRun(
    System &system, RdmaHost &host, protocol::RdmaOpenRequest request, Reply reply, std::function<void()> ended)
    : m_system(system), m_host(host), m_request(std::move(request)), m_reply(std::move(reply)),
      m_ended(std::move(ended))
{}

base::Result<void> RdmaRun::begin()
{
    const auto made = plan();
    if (!made)
        return made.error();
    auto end = m_host.openRdma(*made, events());
    if (!end)
        return end.error();
    m_end = std::move(end).value();
    enter(Step::Opening);
    return {};
}

// Which device and which GID each flow has now.
base::Result<protocol::RdmaPlan> RdmaRun::plan() const
{
    const auto addresses = m_system.network().addresses();
    if (!addresses)
        return addresses.error();
    const auto halves = findHalves(m_system);
    protocol::RdmaPlan plan{m_request, {}};
    std::set<int> numbers;
    for (const protocol::RdmaFlow &flow : m_request.flows) {
        if (!numbers.insert(flow.flow).second)
            return outOfRange("flows");
        const PresentHalf *half = halfOf(halves, flow.half);
        if (!half)
            return base::failed(base::Message("remote.half-missing"_msg).with("half", domain::toText(flow.half)));
        const bool own = std::any_of(addresses->begin(), addresses->end(), [&](const AddressInfo &address) {
            return address.index == half->link.index && address.v4 && address.v4->address == flow.local;
        });
        if (!own)
            return base::failed(base::Message("tcp.not-own-address"_msg)
                                    .with("address", flow.local.toString())
                                    .with("half", domain::toText(flow.half)));
        const auto gid = m_request.gidIndex < 0 ? chooseGid(m_system.files(), *half, flow.local)
                                                : gidAt(m_system.files(), *half, m_request.gidIndex);
        if (!gid)
            return gid.error();
        plan.devices.push_back({flow.flow, half->rdmaDevice, gid->index, gid->gid});
    }
    if (plan.devices.empty())
        return outOfRange("flows");
    if (memoryOf(m_request) > protocol::kMaxRdmaBuffer)
        return base::refused(base::Message("rdma.memory-cap"_msg)
                                 .with("wanted", memoryOf(m_request) >> 20)
                                 .with("cap", protocol::kMaxRdmaBuffer >> 20));
    return plan;
}

RdmaEvents RdmaRun::events()
{
    RdmaEvents events;
    events.ready = whileAlive([this](const protocol::RdmaReady &ready) {
        enter(Step::Ready);
        m_reply.event(protocol::event::kRdmaReady, protocol::encode(ready));
    });
    events.connected = whileAlive([this] {
        enter(Step::Connected);
        if (m_waiting)
            m_waiting->done(protocol::encode(m_paths));
        m_waiting.reset();
    });
    events.interval = whileAlive([this](const protocol::RdmaInterval &interval) {
        m_reply.event(protocol::event::kRdmaInterval, protocol::encode(interval));
    });
    events.async = whileAlive([this](const protocol::RdmaAsync &async) {
        m_reply.event(protocol::event::kRdmaAsync, protocol::encode(async));
    });
    events.measured = whileAlive([this] { m_reply.event(protocol::event::kRdmaMeasured, "{}"); });
    events.result = whileAlive([this](const protocol::RdmaResult &result) {
        enter(Step::Measured);
        m_reply.event(protocol::event::kRdmaResult, protocol::encode(result));
    });
    events.checked = whileAlive([this](const protocol::RdmaCheckAnswer &answer) {
        if (m_waiting)
            m_waiting->done(protocol::encode(answer));
        m_waiting.reset();
        m_reply.done();
        over();
    });
    events.failed = whileAlive([this](const base::Error &error) { fail(error); });
    return events;
}

bool RdmaRun::isAt(Step step, const Reply &reply) const
{
    if (m_step == step)
        return true;
    reply.fail(base::refused("rdma.wrong-step"_msg));
    return false;
}

void RdmaRun::connect(const protocol::RdmaConnectRequest &request, Reply reply)
{
    if (!isAt(Step::Ready, reply))
        return;
    for (const protocol::RdmaFlow &flow : m_request.flows) {
        const auto peer = std::find_if(request.peers.begin(), request.peers.end(),
            [&](const protocol::RdmaEndpoint &each) { return each.flow == flow.flow; });
        if (peer == request.peers.end() || peer->queuePairs.size() != static_cast<std::size_t>(flow.queuePairs))
            return reply.fail(outOfRange("peers"));
    }
    m_peers = request;
    m_waiting = reply;
    enter(Step::Connecting);
    m_pathsLeft = m_request.flows.size();
    for (const protocol::RdmaFlow &flow : m_request.flows)
        m_paths.paths.push_back({flow.flow, false, 0});
    for (std::size_t i = 0; i < m_request.flows.size(); ++i)
        warmPath(i, 1);
}

// A cold neighbour entry can spend the whole retry budget of a queue pair: a packet goes first
// (measurement-and-safety 2.3). Where nothing comes back RDMA is tried all the same: pings may be filtered.
void RdmaRun::warmPath(std::size_t number, int attempt)
{
    const protocol::RdmaFlow &flow = m_request.flows[number];
    const auto halves = findHalves(m_system);
    const PresentHalf *half = halfOf(halves, flow.half);
    const auto pathDone = [this] {
        if (--m_pathsLeft == 0)
            connectEnd();
    };
    if (!half)
        return fail(base::failed(base::Message("remote.half-missing"_msg).with("half", domain::toText(flow.half))));
    m_system.network().echo(half->link.name, flow.peer, kEchoBytes, kEcho,
        whileAlive([this, number, attempt, pathDone](const base::Result<double> &answer) {
            if (m_step != Step::Connecting)
                return;
            if (!answer && attempt < kEchoes)
                return warmPath(number, attempt + 1);
            m_paths.paths[number].answered = answer.ok();
            m_paths.paths[number].milliseconds = answer ? std::max(0.0, *answer) : 0;
            pathDone();
        }));
}

void RdmaRun::connectEnd()
{
    m_end->connect(m_peers);
}

void RdmaRun::start(Reply reply)
{
    if (!isAt(Step::Connected, reply))
        return;
    enter(Step::Running);
    m_end->start();
    reply.done();
}

// One whose flows ended by themselves has its result already.
void RdmaRun::finish(Reply reply)
{
    if (m_step != Step::Measured && !isAt(Step::Running, reply))
        return;
    if (m_step == Step::Running)
        m_end->finish();
    reply.done();
}

void RdmaRun::check(Reply reply)
{
    const bool active = std::any_of(
        m_request.flows.begin(), m_request.flows.end(), [](const protocol::RdmaFlow &flow) { return flow.active; });
    if (!isAt(active ? Step::Measured : Step::Running, reply))
        return;
    m_waiting = reply;
    enter(Step::Checking);
    m_end->check();
}

milliseconds RdmaRun::patience(Step step) const
{
    const milliseconds idle(m_request.idleMs);
    switch (step) {
    case Step::Opening: return kOpens;
    case Step::Connecting: return kConnects + kEchoes * kEcho;
    case Step::Running: return milliseconds(m_request.warmUpMs + m_request.measureMs) + kEnds + idle;
    case Step::Checking: return kChecks;
    case Step::Ready:
    case Step::Connected:
    case Step::Measured:
    case Step::Over: break;
    }
    return idle;
}

void RdmaRun::enter(Step step)
{
    if (m_step == Step::Over)
        return;
    m_step = step;
    m_system.loop().cancel(m_deadline);
    m_deadline = m_system.loop().after(patience(step), whileAlive([this] { late(); }));
}

// Either the library sits in a call, or the application does not go on.
void RdmaRun::late()
{
    switch (m_step) {
    case Step::Opening: return fail(base::failed("rdma.hangs-opening"_msg));
    case Step::Connecting: return fail(base::failed("rdma.hangs-connecting"_msg));
    case Step::Running: return fail(base::failed("rdma.hangs-running"_msg));
    case Step::Checking: return fail(base::failed("rdma.hangs-checking"_msg));
    case Step::Ready:
    case Step::Connected:
    case Step::Measured:
    case Step::Over: break;
    }
    fail(base::failed("rdma.abandoned"_msg));
}

// The end knows flows by their numbers, people know halves; and where not even a ping came back, the neighbour is what
// is missing.
base::Error RdmaRun::explained(base::Error error) const
{
    const auto argument = error.message.arguments.find("flow");
    const auto *number =
        argument == error.message.arguments.end() ? nullptr : std::get_if<std::int64_t>(&argument->second);
    if (!number)
        return error;
    const std::int64_t flowNumber = *number; // the message it stands in changes
    for (const protocol::RdmaFlow &flow : m_request.flows)
        if (flow.flow == flowNumber)
            error.message =
                base::Message(error.message).with("half", domain::toText(flow.half)).with("peer", flow.peer.toString());
    for (const protocol::RdmaConnectAnswer::Path &path : m_paths.paths)
        if (path.flow == flowNumber && !path.answered && error.message.id == "rdma.retry-exceeded")
            error.message.id = base::MessageId("rdma.no-neighbour"_msg).text();
    return error;
}

void RdmaRun::fail(const base::Error &cause)
{
    if (m_step == Step::Over)
        return;
    const base::Error error = explained(cause);
    if (m_waiting)
        m_waiting->fail(error);
    m_waiting.reset();
    m_reply.fail(error);
    over();
}

// Not destroyed here: a callback of its own end may be what has led to this.
void RdmaRun::over()
{
    m_step = Step::Over;
    m_system.loop().cancel(m_deadline);
    m_life.reset();
    m_system.loop().after(milliseconds(0), m_ended);
}

} // namespace sparkloom::agent
