// SPDX-License-Identifier: GPL-3.0-or-later
// Which way the data of a request goes, and why it may not.
#include "sim/world/flowparts.h"

#include "sim/errors.h"
#include "sim/world/firewall.h"
#include "sim/world/nccllibrary.h"
#include "sim/world/wires.h"

#include <algorithm>
#include <set>

namespace sparkloom::sim {

namespace {

using Kind = TrafficRequest::Kind;

constexpr int kGidOfFirstAddress = 3; // RoCE v2 of the first IPv4 address, without stray addresses (facts 4.5)

base::Error refused(const std::string &why)
{
    return simError(base::ErrorKind::Refused, why);
}

std::string nameOf(const Spark &spark, domain::HalfId half)
{
    return "half " + domain::toText(half) + " of " + spark.spec.name;
}

bool registersMemory(const SparkParameters &spark)
{
    return spark.memory.cmaTotalKb > 0 || spark.memory.cmaFreeKb == 0;
}

base::Result<void> checkNumbers(const World &world, const TrafficRequest &request)
{
    const std::set<int> distinct(request.sparks.begin(), request.sparks.end());
    const std::size_t most = request.kind == Kind::Nccl ? 64 : 2;
    if (distinct.size() < 2 || distinct.size() != request.sparks.size() || distinct.size() > most)
        return refused(request.kind == Kind::Nccl ? "a collective needs 2 to 64 different Sparks"
                                                  : "traffic needs two different Sparks");
    if (*distinct.begin() < 0 || *distinct.rbegin() >= static_cast<int>(world.scenario().hosts.size()))
        return refused("there is no such Spark");
    if (request.channels < 1 || request.channels > (request.kind == Kind::Tcp ? 128 : 64))
        return refused("the number of connections is out of range");
    if (request.messageBytes < 1 || request.messageBytes > (1LL << 30) || request.bytes < 1024
        || request.bytes > (64LL << 30))
        return refused("the size is out of range");
    if (request.duration.count() < 0 || request.duration > std::chrono::hours(24))
        return refused("the duration is out of range");
    return {};
}

// The address of the other Spark in a subnet of this interface.
std::optional<domain::Ipv4Address> partnerAddress(World &world, const Spark &from, const Interface &out, Spark &to)
{
    for (const domain::HalfId half : domain::kAllHalves) {
        const Interface *const in = to.network.byHalf(half);
        if (!in || !in->carrier()
            || !world.joined(Socket::ofSpark(from.number, out.half->cage), Socket::ofSpark(to.number, half.cage)))
            continue;
        for (const auto &address : in->addresses)
            if (out.addressTowards(address.address))
                return address.address;
    }
    return std::nullopt;
}

// Link-local GIDs need no address: the half of the same side at the other end of the wire.
Interface *partnerHalf(World &world, const Spark &from, domain::HalfId half, Spark &to)
{
    for (const domain::CageIndex cage : domain::kAllCages) {
        Interface *const in = to.network.byHalf({cage, half.side});
        const bool joined = world.joined(Socket::ofSpark(from.number, half.cage), Socket::ofSpark(to.number, cage));
        if (in && in->carrier() && joined)
            return in;
    }
    return nullptr;
}

base::Result<void> checkNccl(World &world, const TrafficRequest &request)
{
    const std::optional<NcclFile> first = ncclFileOf(world.spark(request.sparks.front()));
    for (const int number : request.sparks) {
        const SparkParameters &spark = world.parametersOf(number);
        const std::string &name = world.scenario().hosts[static_cast<std::size_t>(number)].name;
        const std::optional<NcclFile> file = ncclFileOf(world.spark(number));
        if (!file || !first)
            return refused("libnccl.so.2 is missing" + (file ? std::string() : " on " + name));
        if (file->version != first->version)
            return refused("NCCL versions differ: " + first->version + " and " + file->version + " on " + name);
        if (spark.nccl.gidIndex)
            for (const domain::HalfId half : domain::kAllHalves)
                if (*spark.nccl.gidIndex != kGidOfFirstAddress + 2 * spark.half(half).strayGids)
                    return refused("ibv_modify_qp failed with error 110: GID index "
                        + std::to_string(*spark.nccl.gidIndex) + " of " + name + " is no RoCE v2 address");
        if (spark.nccl.rdmaUsable && !registersMemory(spark))
            return refused("ibv_reg_mr failed on " + name + ": cannot allocate memory");
    }
    return {};
}

physics::Transport transportOf(World &world, const TrafficRequest &request)
{
    physics::Transport transport = physics::Transport::Rdma;
    for (const int number : request.sparks) {
        const NcclParameters &nccl = world.parametersOf(number).nccl;
        if (!nccl.rdmaUsable)
            return physics::Transport::Sockets;
        const std::optional<NcclFile> file = ncclFileOf(world.spark(number));
        if (file && file->build == NcclParameters::Build::Development)
            transport = physics::Transport::RdmaDevelopmentBuild;
    }
    return transport;
}

} // namespace

// One half of a Spark to another Spark, as TCP and RDMA find it: by the address in a shared subnet, by route and ARP.
base::Result<Flows::Lane> Flows::laneTo(Spark &from, domain::HalfId half, Spark &to, const TrafficRequest &request)
{
    Interface *out = from.network.byHalf(half);
    if (!out || !out->carrier())
        return refused(nameOf(from, half) + " has no link");
    const bool tcp = request.kind == Kind::Tcp;
    Interface *in = nullptr;
    if (const auto target = partnerAddress(m_world, from, *out, to)) {
        if (tcp && !request.bound) // a queue pair belongs to its device; a connection goes where the route points
            out = from.network.routeTo(*target);
        const auto mac = out ? m_world.wires().resolve(from, *out, *target) : std::nullopt;
        in = mac ? to.network.byMac(*mac) : nullptr;
        if (!in || !in->half || !out->half)
            return refused(target->toString() + " does not answer");
        if (!tcp && !in->owns(*target))
            return refused("packets for " + target->toString() + " reach " + nameOf(to, *in->half)
                + " (ARP): transport retry counter exceeded");
        if (tcp && !takesConnections(to, *in))
            return simError(base::ErrorKind::Unreachable, "connection to " + target->toString() + " timed out");
    } else if (request.kind == Kind::Rdma) {
        in = partnerHalf(m_world, from, half, to);
    }
    if (!in)
        return refused(nameOf(from, half) + " shares no subnet with " + to.spec.name);
    if (!tcp)
        for (const Spark *end : {&from, &to})
            if (!registersMemory(end->parameters))
                return refused("ibv_reg_mr failed on " + end->spec.name + ": cannot allocate memory");
    Lane lane;
    lane.from = from.number;
    lane.to = to.number;
    lane.fromHalf = out->half;
    lane.toHalf = in->half;
    lane.flow.mtu = std::min(out->mtu, in->mtu);
    lane.flow.protocol = tcp ? physics::Protocol::Tcp : physics::Protocol::Rdma;
    lane.flow.operation = request.operation;
    lane.flow.channels = request.channels;
    lane.flow.messageBytes = request.messageBytes;
    const Socket here = Socket::ofSpark(from.number, out->half->cage);
    const Socket there = Socket::ofSpark(to.number, in->half->cage);
    const physics::Packets packets = lane.flow.packets();
    if (packets.payload + packets.headers > m_world.pathMtu(here, there))
        return simError(base::ErrorKind::NotKnown,
            "packets of " + std::to_string(packets.payload + packets.headers)
                + " bytes are lost: a switch port carries " + std::to_string(m_world.pathMtu(here, there)));
    for (const Socket &cage : {here, there})
        if (const SwitchPortParameters *const port = m_world.portAt(cage); port && !port->hardwareOffload)
            lane.flow.ceilingGbps = physics::kSwitchCpuGbps;
    return lane;
}

base::Result<std::vector<Flows::Lane>> Flows::lanesOf(const TrafficRequest &request, Job &job)
{
    if (auto fine = checkNumbers(m_world, request); !fine)
        return fine.error();
    std::vector<Lane> lanes;
    if (request.kind == Kind::Nccl) {
        if (auto added = addNcclLanes(request, job, lanes); !added)
            return added.error();
        return lanes;
    }
    Spark &from = m_world.spark(request.sparks[0]);
    Spark &to = m_world.spark(request.sparks[1]);
    const bool named = !request.halves.empty();
    base::Error why = refused("no half of " + from.spec.name + " reaches " + to.spec.name);
    const std::vector<domain::HalfId> all(domain::kAllHalves.begin(), domain::kAllHalves.end());
    for (const domain::HalfId half : named ? request.halves : all) {
        auto lane = laneTo(from, half, to, request);
        if (lane && request.bothWays) {
            auto back = laneTo(to, *lane->toHalf, from, request);
            if (back) {
                back->back = true;
                lanes.push_back(std::move(back).value());
            } else if (named) {
                return back.error();
            }
        }
        if (lane)
            lanes.push_back(std::move(lane).value());
        else if (named)
            return lane.error();
        else if (from.network.byHalf(half) && from.network.byHalf(half)->carrier())
            why = lane.error();
    }
    if (lanes.empty())
        return why;
    return lanes;
}

base::Result<void> Flows::addNcclLanes(const TrafficRequest &request, Job &job, std::vector<Lane> &lanes)
{
    if (auto fine = checkNccl(m_world, request); !fine)
        return fine;
    physics::Collective collective;
    collective.kind = request.collective;
    collective.bytes = request.bytes;
    collective.transport = transportOf(m_world, request);
    const bool sockets = collective.transport == physics::Transport::Sockets;
    const bool management = sockets && !m_world.parametersOf(request.sparks.front()).nccl.socketInterface.empty();
    TrafficRequest hopRequest = request;
    hopRequest.kind = sockets ? Kind::Tcp : Kind::Nccl;
    // A broadcast ends at the rank before the root, which only gives.
    const std::size_t hops = request.sparks.size() - (collective.kind == physics::CollectiveKind::Broadcast ? 1 : 0);
    for (std::size_t i = 0; i < hops; ++i) {
        Spark &from = m_world.spark(request.sparks[i]);
        Spark &to = m_world.spark(request.sparks[(i + 1) % request.sparks.size()]);
        std::vector<std::size_t> hop;
        base::Error why = refused("no half of " + from.spec.name + " reaches " + to.spec.name);
        for (const domain::HalfId half : domain::kAllHalves) {
            if (management || (sockets && !hop.empty()))
                break; // one connection
            if (!request.halves.empty() && std::ranges::find(request.halves, half) == request.halves.end())
                continue;
            if (const Interface *const out = from.network.byHalf(half); !out || !out->carrier())
                continue;
            auto lane = laneTo(from, half, to, hopRequest);
            if (!lane) {
                why = lane.error();
                continue;
            }
            collective.directRing |=
                request.sparks.size() > 2 && m_world.cabling().switchOf(Socket::ofSpark(from.number, half.cage)) < 0;
            const double ceiling = lane->flow.ceilingGbps;
            lane->flow = physics::hopFlow(collective, {}, {}, lane->flow.mtu);
            lane->flow.ceilingGbps = std::min(lane->flow.ceilingGbps, ceiling);
            hop.push_back(lanes.size());
            lanes.push_back(std::move(lane).value());
        }
        if (management) {
            Lane lane;
            lane.from = from.number;
            lane.to = to.number;
            lane.flow = physics::hopFlow(collective, {}, {}, physics::kManagementMtu);
            hop.push_back(lanes.size());
            lanes.push_back(std::move(lane));
        }
        if (hop.empty())
            return why;
        collective.hops.push_back(std::move(hop));
    }
    job.collective = std::move(collective);
    return {};
}

} // namespace sparkloom::sim
