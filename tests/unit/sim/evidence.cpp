// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"

#include "base/text.h"

#include <cmath>

namespace sparkloom::test {

using namespace std::chrono_literals;

namespace {

constexpr int kSmall = 56, kLarge = 8972; // ICMP payload bytes: a plain ping, and MTU 9000
constexpr double kNoise = 0.02;           // rates waver by 1.2 % at most
constexpr std::size_t kMostBytes = 1024 * 1024;

// Counters that looking moves.
bool isMovedByLooking(const std::string &path)
{
    for (const char *end : {"/tx_bytes", "/rx_bytes", "/tx_packets", "/rx_packets", "/port_xmit_data", "/port_rcv_data",
             "/port_xmit_packets", "/port_rcv_packets"})
        if (path.ends_with(end))
            return true;
    return path.starts_with("/var/log/"); // looked at on its own
}

} // namespace

EvidenceTaker::EvidenceTaker(VirtualWorld &world) : m_world(world), m_logSizes(world.world->sparks().size())
{
    for (const auto &from : world.world->sparks())
        for (const domain::HalfId half : domain::kAllHalves)
            if (const sim::Interface *const out = from->network.byHalf(half))
                for (const auto &to : world.world->sparks())
                    for (const domain::HalfId there : domain::kAllHalves)
                        if (const sim::Interface *const in = to->network.byHalf(there); in && to != from)
                            for (const auto &address : in->addresses)
                                if (out->addressTowards(address.address))
                                    m_ways.push_back({from->number, half, address.address,
                                        from->spec.name + ' ' + domain::toText(half) + " to " + to->spec.name});
    newLogLines();
}

std::map<std::string, std::string> EvidenceTaker::take()
{
    std::map<std::string, std::string> all;
    addWays(all); // first: it fills the neighbour tables, and traffic moves error counters
    addRates(all);
    for (const auto &spark : m_world.world->sparks()) {
        addFiles(spark->number, "", all);
        addNetwork(spark->number, all);
        addPrograms(spark->number, all);
    }
    return all;
}

void EvidenceTaker::addFiles(int spark, const std::string &folder, std::map<std::string, std::string> &all)
{
    sim::MemoryFiles &files = m_world.spark(spark).files;
    const auto names = files.list(sim::kRoot, folder.empty() ? "/" : folder);
    if (!names)
        return;
    for (const std::string &name : *names) {
        const std::string path = folder + '/' + name;
        const std::string key = m_world.spark(spark).spec.name + " file " + path;
        switch (files.info(sim::kRoot, path).kind) {
        case agent::FileInfo::Kind::Folder: addFiles(spark, path, all); break;
        case agent::FileInfo::Kind::SymbolicLink: all[key] = *files.readLink(sim::kRoot, path); break;
        default:
            if (isMovedByLooking(path))
                break;
            const auto content = files.read(sim::kRoot, path, kMostBytes);
            all[key] = content ? **content : content.error().detail;
        }
    }
}

void EvidenceTaker::addNetwork(int number, std::map<std::string, std::string> &all)
{
    sim::Spark &spark = m_world.spark(number);
    sim::SimSystem system(*m_world.world, spark, sim::kRoot, "/agent");
    const std::string name = spark.spec.name;
    const auto links = system.network().links();
    const auto addresses = system.network().addresses();
    const auto routes = system.network().routes();
    const auto neighbours = system.network().neighbours();
    std::map<int, std::string> netdevs;
    for (const agent::LinkInfo &link : *links) {
        netdevs[link.index] = link.name;
        all[name + " link " + link.name] = std::string(link.adminUp ? "up" : "down")
            + (link.carrier ? " carrier" : " dark") + " mtu " + std::to_string(link.mtu) + ' ' + link.mac.toString();
    }
    for (const agent::AddressInfo &address : *addresses)
        all[name + " address " + netdevs[address.index]] += (address.v4 ? address.v4->toString() : address.v6) + ' ';
    for (const agent::RouteInfo &route : *routes)
        all[name + " route " + route.destination.toString()] += netdevs[route.index] + ' ';
    for (const agent::NeighbourInfo &neighbour : *neighbours)
        all[name + " neighbour " + netdevs[neighbour.index] + ' ' + neighbour.address] = neighbour.mac.toString();
}

void EvidenceTaker::addPrograms(int number, std::map<std::string, std::string> &all)
{
    sim::Spark &spark = m_world.spark(number);
    sim::SimSystem system(*m_world.world, spark, sim::kRoot, "/agent");
    for (const std::vector<std::string> &argv :
        {std::vector<std::string>{"ufw", "status"}, {"iptables", "-S", "FORWARD"},
            {"nvidia-smi", "--query-gpu=name,driver_version,utilization.gpu,power.draw", "--format=csv,noheader"}}) {
        std::string &text = all[spark.spec.name + " program " + argv.front()];
        system.processes().run(argv, {}, 1s, [&text](const agent::ProcessResult &result) {
            text = std::to_string(result.exitCode) + ' ' + result.output;
        });
        m_world.loop.pass(20ms);
    }
}

bool EvidenceTaker::echo(const Way &way, int payload)
{
    bool answered = false;
    m_world.world->wires().echo(m_world.spark(way.spark), std::string(domain::documentedNetdev(way.half)), way.target,
        payload, 100ms, [&answered](const base::Result<double> &result) { answered = result.ok(); });
    m_world.loop.pass(110ms);
    return answered;
}

void EvidenceTaker::addWays(std::map<std::string, std::string> &all)
{
    for (const Way &way : m_ways) {
        const bool small = echo(way, kSmall), large = echo(way, kLarge);
        all["way " + way.name + " echo"] = std::string(small ? "small " : "") + (large ? "large" : "");
        const auto reached = m_world.world->wires().connect(m_world.spark(way.spark), way.target);
        all["way " + way.name + " tcp"] = reached ? reached->spark->spec.name : "nobody";
    }
}

std::string EvidenceTaker::rate(const std::string &key, sim::TrafficRequest request)
{
    request.duration = 2s;
    const auto id = m_world.world->flows().start(request);
    if (!id)
        return "refused: " + id.error().detail;
    m_world.loop.pass(2100ms);
    const auto state = m_world.world->flows().state(*id);
    if (!state || !state->problem.empty())
        return state ? "broke off: " + state->problem : "lost";
    const double now = request.kind == sim::TrafficRequest::Kind::Nccl ? state->busGBps : state->gbpsAverage;
    const double first = m_firstRates.try_emplace(key, now).first->second;
    return std::abs(now - first) <= kNoise * first ? "as at first" : std::to_string(now);
}

void EvidenceTaker::addRates(std::map<std::string, std::string> &all)
{
    using Kind = sim::TrafficRequest::Kind;
    for (const auto &[from, to] : {std::pair(0, 1), {1, 0}}) {
        const std::string way = ' ' + m_world.spark(from).spec.name + " to " + m_world.spark(to).spec.name;
        sim::TrafficRequest request;
        request.sparks = {from, to};
        request.channels = 4;
        request.kind = Kind::Rdma;
        all["rate rdma" + way] = rate("rdma" + way, request);
        request.channels = 16;
        request.kind = Kind::Tcp;
        all["rate tcp" + way] = rate("tcp" + way, request);
    }
    sim::TrafficRequest request;
    request.sparks = {0, 1};
    request.kind = Kind::Nccl;
    all["rate nccl"] = rate("nccl", request);
}

std::set<std::string> EvidenceTaker::newLogLines()
{
    std::set<std::string> lines;
    for (const auto &spark : m_world.world->sparks()) {
        const std::string text = spark->log.text();
        const auto all = base::split(text, '\n');
        std::size_t &known = m_logSizes[static_cast<std::size_t>(spark->number)];
        for (std::size_t i = known; i < all.size(); ++i)
            if (const std::size_t blank = all[i].find(' '); blank != std::string_view::npos)
                lines.insert(std::string(all[i].substr(blank + 1)));
        known = spark->log.size();
    }
    return lines;
}

std::map<std::string, std::string> differences(
    const std::map<std::string, std::string> &before, const std::map<std::string, std::string> &after)
{
    std::map<std::string, std::string> list;
    for (const auto &[key, value] : before)
        if (const auto now = after.find(key); now == after.end())
            list[key] = value + " -> (gone)";
        else if (now->second != value)
            list[key] = value + " -> " + now->second;
    for (const auto &[key, value] : after)
        if (!before.contains(key))
            list[key] = "(none) -> " + value;
    return list;
}

} // namespace sparkloom::test
