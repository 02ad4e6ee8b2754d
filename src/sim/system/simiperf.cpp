// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simiperf.h"

#include "base/text.h"
#include "sim/physics/ceilings.h"
#include "sim/world/listeners.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace sparkloom::sim {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

namespace {

constexpr std::string_view kVersion = "iperf 3.16";
constexpr milliseconds kStarts{2};

const Interface *interfaceOwning(Spark &spark, domain::Ipv4Address address)
{
    for (const domain::HalfId half : domain::kAllHalves)
        if (const Interface *const interface = spark.network.byHalf(half); interface && interface->owns(address))
            return interface;
    return nullptr;
}

} // namespace

std::optional<std::string> iperfVersionText(const Spark &spark)
{
    if (spark.files.info(kRoot, std::string(kIperfProgram)).kind != agent::FileInfo::Kind::File)
        return std::nullopt;
    return std::string(kVersion) + " (cJSON 1.7.15)\n";
}

SimIperf::SimIperf(
    World &world, Spark &spark, std::vector<std::string> arguments, agent::ProgramHost::Callbacks callbacks)
    : m_world(world), m_spark(spark), m_arguments(std::move(arguments)), m_callbacks(std::move(callbacks))
{
    later(kStarts, [this] { begin(); });
}

SimIperf::~SimIperf()
{
    hangUp();
}

void SimIperf::later(nanoseconds delay, std::function<void()> what)
{
    m_world.loop().after(
        std::chrono::ceil<milliseconds>(delay), [life = std::weak_ptr<int>(m_life), what = std::move(what)] {
            if (!life.expired())
                what();
        });
}

// Nothing listens and nothing travels any more.
void SimIperf::hangUp()
{
    m_world.listeners().removeIperf(*this);
    if (m_traffic != 0)
        (void)m_world.flows().stop(std::exchange(m_traffic, 0)); // it may be over
    if (SimIperf *const server = std::exchange(m_server, nullptr)) {
        server->m_client = nullptr;
        server->later(nanoseconds(0), [server] { server->end(0); });
    }
    if (SimIperf *const client = std::exchange(m_client, nullptr)) {
        client->m_server = nullptr;
        client->later(nanoseconds(0), [client] { client->tellError("control socket has closed unexpectedly"); });
    }
}

void SimIperf::end(int exitCode, const std::string &errors)
{
    if (std::exchange(m_over, true))
        return;
    hangUp();
    m_callbacks.ended(exitCode, errors);
}

std::string SimIperf::argument(std::string_view flag) const
{
    const auto at = std::find(m_arguments.begin(), m_arguments.end(), flag);
    return at == m_arguments.end() || at + 1 == m_arguments.end() ? std::string() : *(at + 1);
}

int SimIperf::number(std::string_view flag) const
{
    const std::string text = argument(flag);
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void SimIperf::begin()
{
    if (!iperfVersionText(m_spark))
        return end(127, "iperf3: No such file or directory\n");
    if (std::find(m_arguments.begin(), m_arguments.end(), "-s") != m_arguments.end())
        serve();
    else
        connect();
}

void SimIperf::serve()
{
    const auto local = domain::Ipv4Address::parse(argument("-B"));
    if (!local || !interfaceOwning(m_spark, *local) || !m_world.listeners().addIperf(*local, number("-p"), *this))
        return end(1, "iperf3: error - unable to start listener for connections: Cannot assign requested address\n");
    m_callbacks.line("Server listening on " + argument("-p") + " (test #1)");
}

// As the kernel would say it; nothing where a connection comes about.
std::optional<std::string> SimIperf::whyNot(const Spark *to, const TrafficRequest &request) const
{
    if (!to)
        return "unable to connect to server - server may have stopped running or use a different port, firewall issue, "
               "etc.: Connection timed out";
    const auto reaches = m_world.flows().reaches(request);
    if (!reaches && reaches.error().kind == base::ErrorKind::Unreachable)
        return "unable to connect to server: Connection timed out";
    if (!reaches && reaches.error().kind != base::ErrorKind::NotKnown)
        return "unable to connect to server: No route to host";
    return std::nullopt;
}

void SimIperf::connect()
{
    const auto local = domain::Ipv4Address::parse(argument("-B"));
    const auto peer = domain::Ipv4Address::parse(argument("-c"));
    const Interface *const out = local ? interfaceOwning(m_spark, *local) : nullptr;
    Spark *const to = peer ? m_world.sparkAtAddress(*peer) : nullptr;
    if (!out || !out->half || !peer)
        return tellError("unable to connect to server: Cannot assign requested address");
    TrafficRequest request;
    request.kind = TrafficRequest::Kind::Tcp;
    if (to)
        request.sparks = {m_spark.number, to->number};
    request.channels = std::max(1, number("-P"));
    request.bound = true;
    request.halves = {*out->half};
    if (const auto problem = whyNot(to, request))
        return tellError(*problem);
    SimIperf *const server = m_world.listeners().iperfAt(*peer, number("-p"));
    if (!server || &server->spark() != to || server->m_client)
        return tellError("unable to connect to server: Connection refused");
    m_server = server;
    server->m_client = this;
    // Packets that are too large for the way are lost, all of them: the streams stand still.
    const auto traffic = m_world.flows().start(request);
    m_traffic = traffic ? *traffic : 0;
    later(m_world.scaled(seconds(number("-O"))), [this] { measure(); });
}

void SimIperf::measure()
{
    const auto state = m_world.flows().state(m_traffic);
    m_gigabits = state ? state->gigabits : 0;
    m_at = m_world.loop().monotonic();
    later(m_world.scaled(seconds(std::max(1, number("-t")))), [this] { tellDocument(); });
}

void SimIperf::tellDocument()
{
    if (!m_server)
        return; // the error is on its way
    const auto state = m_world.flows().state(m_traffic);
    const double gigabits = state ? state->gigabits - m_gigabits : 0;
    const double took = std::chrono::duration<double>(m_world.loop().monotonic() - m_at).count();
    const double core = physics::connectionGbps(1, m_spark.parameters.processor);
    const double busy = core > 0 && took > 0 ? 100 * gigabits / took / core : 0;
    const nlohmann::ordered_json sum{
        {"seconds", took}, {"bytes", static_cast<std::uint64_t>(gigabits * 1e9 / 8)}, {"retransmits", 0}};
    nlohmann::ordered_json document;
    document["start"] = {{"version", kVersion}, {"test_start", {{"num_streams", number("-P")}}}};
    document["end"] = {{"sum_sent", sum}, {"sum_received", sum},
        {"cpu_utilization_percent", {{"host_total", busy * physics::kTcpSendCost}, {"remote_total", busy}}}};
    document["end"]["sum_sent"]["retransmits"] = state ? static_cast<std::uint64_t>(state->lostPackets) : 0;
    m_callbacks.line(document.dump());
    end(0);
}

void SimIperf::tellError(const std::string &words)
{
    nlohmann::ordered_json document;
    document["start"] = {{"version", kVersion}};
    document["end"] = nlohmann::ordered_json::object();
    document["error"] = words;
    m_callbacks.line(document.dump());
    end(1);
}

} // namespace sparkloom::sim
