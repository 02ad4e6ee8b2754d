// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/rdma/endrun.h"

#include "agent/linux/rdma/rdmaprogram.h"
#include "agent/rdma/roundtrips.h"
#include "base/text.h"
#include "protocol/codec.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMostEvents = 256;

double cpuOfProcess()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::int64_t nanoseconds(RdmaEndRun::Clock::time_point at)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(at.time_since_epoch()).count();
}

protocol::RdmaAsync::What kindOf(std::uint32_t type)
{
    switch (type) {
    case verbs::kPortError: return protocol::RdmaAsync::What::PortDown;
    case verbs::kPortIsActive: return protocol::RdmaAsync::What::PortUp;
    case verbs::kQueuePairFatal:
    case verbs::kQueuePairAccess: return protocol::RdmaAsync::What::QueuePair;
    case verbs::kDeviceFatal: return protocol::RdmaAsync::What::DeviceLost;
    case verbs::kGidChange: return protocol::RdmaAsync::What::GidChanged;
    default: return protocol::RdmaAsync::What::Other;
    }
}

bool readable(int descriptor)
{
    pollfd watched{descriptor, POLLIN, 0};
    return poll(&watched, 1, 0) > 0 && (watched.revents & POLLIN) != 0;
}

bool over(const RdmaFlowEnd &flow)
{
    return flow.state() == RdmaFlowEnd::State::Ended || flow.state() == RdmaFlowEnd::State::Failed;
}

} // namespace

RdmaEndRun::RdmaEndRun(protocol::RdmaPlan plan, Say say)
    : m_plan(std::move(plan)), m_say(std::move(say)), m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{}

RdmaEndRun::~RdmaEndRun()
{
    for (const auto &flow : m_flows)
        flow->stop();
    m_flows.clear(); // before their devices
}

base::Result<void> RdmaEndRun::open()
{
    auto library = VerbsLibrary::load(m_plan.request.library);
    if (!library)
        return library.error();
    m_library = std::move(library).value();
    if (auto opened = openDevices(); !opened)
        return opened;
    protocol::RdmaReady ready;
    ready.library = base::cleanText(m_library->path, 1024);
    if (const long long limit = memlockLimit(); limit >= 0)
        ready.memlockBytes = std::min<std::int64_t>(limit, std::int64_t(1) << 53);
    ready.devices = m_plan.devices;
    for (std::size_t i = 0; i < m_plan.request.flows.size(); ++i) {
        const VerbsDevice &device = *m_devices.at(m_plan.devices[i].device);
        const auto mtu = device.activeMtu();
        if (!mtu)
            return mtu.error();
        auto flow = RdmaFlowEnd::make(device, m_plan, i, m_wake.get());
        if (auto opened = flow->open(); !opened) {
            base::Error error = opened.error();
            error.message.arguments["flow"] = std::int64_t(flow->flow().flow);
            return error;
        }
        ready.endpoints.push_back(flow->pairs().endpoint(flow->flow().flow, m_plan.devices[i].gid, *mtu));
        m_flows.push_back(std::move(flow));
    }
    m_say(protocol::event::kRdmaReady, protocol::encode(ready));
    return {};
}

base::Result<void> RdmaEndRun::openDevices()
{
    for (const protocol::RdmaDevice &each : m_plan.devices) {
        if (m_devices.contains(each.device))
            continue;
        auto device = VerbsDevice::open(*m_library, each.device);
        if (!device)
            return device.error();
        const int events = device->context()->asyncFile;
        if (events >= 0)
            fcntl(events, F_SETFL, fcntl(events, F_GETFL) | O_NONBLOCK);
        m_devices.emplace(each.device, std::make_unique<VerbsDevice>(std::move(device).value()));
    }
    return {};
}

base::Result<void> RdmaEndRun::connect(const protocol::RdmaConnectRequest &request)
{
    for (const auto &flow : m_flows) {
        const auto peer = std::find_if(request.peers.begin(), request.peers.end(),
            [&](const protocol::RdmaEndpoint &each) { return each.flow == flow->flow().flow; });
        const std::int64_t bytes = protocol::rdmaMemory(m_plan.request, flow->flow());
        const bool sends = m_plan.request.operation == protocol::RdmaOperation::Send;
        if (peer == request.peers.end() || peer->queuePairs.size() != flow->pairs().count()
            || (!sends && peer->bytes < static_cast<std::uint64_t>(bytes)))
            return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", "peers"));
        if (auto connected = flow->connect(*peer); !connected)
            return connected;
    }
    m_say(kRdmaConnected, "{}");
    return {};
}

void RdmaEndRun::start()
{
    for (const auto &flow : m_flows)
        flow->start();
    const bool active =
        std::any_of(m_flows.begin(), m_flows.end(), [](const auto &flow) { return flow->flow().active; });
    if (!active)
        return;
    m_window.emplace(m_plan.request, read());
    lookAtClock();
}

// look() ends the flows.
void RdmaEndRun::finish()
{
    if (m_window)
        m_window->finish();
}

RdmaReading RdmaEndRun::read() const
{
    RdmaReading reading;
    reading.at = std::chrono::nanoseconds(nanoseconds(Clock::now()));
    for (const auto &flow : m_flows)
        reading.messages.push_back(flow->messages());
    reading.cpuSeconds = cpuOfProcess();
    return reading;
}

std::vector<int> RdmaEndRun::descriptors() const
{
    std::vector<int> all{m_wake.get()};
    for (const auto &[name, device] : m_devices)
        all.push_back(device->context()->asyncFile);
    return all;
}

base::Result<void> RdmaEndRun::look()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_wake.get(), &count, sizeof count);
    lookAtEvents();
    for (const auto &flow : m_flows)
        if (flow->state() == RdmaFlowEnd::State::Failed)
            return why(*flow);
    if (m_window)
        lookAtClock();
    return {};
}

void RdmaEndRun::lookAtEvents()
{
    for (const auto &[name, device] : m_devices) {
        verbs::AsyncEvent event{};
        while (readable(device->context()->asyncFile) && m_library->getAsyncEvent(device->context(), &event) == 0) {
            const char *text = m_library->eventText(event.type);
            protocol::RdmaAsync said{
                nanoseconds(Clock::now()), name, kindOf(event.type), base::cleanText(text ? text : "", 100)};
            m_library->acknowledge(&event);
            if (m_events.size() < kMostEvents)
                m_events.push_back(said);
            m_say(protocol::event::kRdmaAsync, protocol::encode(said));
        }
    }
}

bool RdmaEndRun::activeAreOver() const
{
    return std::all_of(
        m_flows.begin(), m_flows.end(), [](const auto &flow) { return !flow->flow().active || over(*flow); });
}

void RdmaEndRun::lookAtClock()
{
    const bool over = activeAreOver();
    const RdmaReading now = read();
    const RdmaWindow::Next next = m_window->look(now, over);
    if (next.interval)
        m_say(protocol::event::kRdmaInterval, protocol::encode(*next.interval));
    if (next.measured)
        m_say(protocol::event::kRdmaMeasured, "{}");
    if (next.finish)
        for (const auto &flow : m_flows)
            if (flow->flow().active)
                flow->finish();
    m_due = next.due ? std::optional(Clock::time_point(*next.due)) : std::nullopt;
    if (over)
        tellResult(now);
}

void RdmaEndRun::tellResult(const RdmaReading &last)
{
    protocol::RdmaResult result = m_window->result(last);
    m_window.reset();
    m_due.reset();
    for (const auto &flow : m_flows)
        if (flow->flow().active && flow->flow().kind == protocol::RdmaKind::Latency)
            result.latencies.push_back(latencyOf(flow->flow().flow, flow->takeRoundTrips()));
    m_say(protocol::event::kRdmaResult, protocol::encode(result));
}

void RdmaEndRun::check()
{
    protocol::RdmaCheckAnswer answer;
    for (const auto &flow : m_flows) {
        flow->stop();
        if (const auto found = flow->check())
            answer.flows.push_back({flow->flow().flow, found->bytes, found->wrong, found->firstWrong});
    }
    answer.events = m_events;
    m_say(kRdmaChecked, protocol::encode(answer));
}

// The NIC's own words come first: a link that went away makes every queue pair fail.
base::Error RdmaEndRun::why(const RdmaFlowEnd &flow) const
{
    CompletionFailure failure = flow.failure();
    const VerbsDevice &device = *m_devices.at(flow.gid().device);
    const auto mtu = device.activeMtu();
    failure.portDown = (!mtu && mtu.error().message.id == "rdma.port-down")
        || std::any_of(m_events.begin(), m_events.end(), [&](const protocol::RdmaAsync &event) {
               return event.device == flow.gid().device && event.what == protocol::RdmaAsync::What::PortDown;
           });
    const bool lost = std::any_of(m_events.begin(), m_events.end(), [&](const protocol::RdmaAsync &event) {
        return event.device == flow.gid().device && event.what == protocol::RdmaAsync::What::DeviceLost;
    });
    base::Error error = lost ? base::failed(base::Message("rdma.device-lost"_msg).with("device", flow.gid().device))
                             : completionError(failure);
    error.message.arguments["flow"] = std::int64_t(flow.flow().flow);
    return error;
}

} // namespace sparkloom::agent
