// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/physics/throughput.h"

#include "sim/physics/loss.h"
#include "sim/physics/sharing.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

namespace sparkloom::sim::physics {

namespace {

enum class Direction { Send, Receive, Both };

struct Key {
    LimitKind kind;
    std::size_t machine;
    int part; // cage, side, or both as 2 * cage + side
    Direction direction;
    friend auto operator<=>(const Key &, const Key &) = default;
};

constexpr double kPacketsPerUnit = 1e6; // packet budgets are counted in millions per second

int halfNumber(domain::HalfId half)
{
    return 2 * domain::number(half.cage) + (half.side == domain::Side::B ? 1 : 0);
}

std::string textOf(const Key &key, const Machine &machine)
{
    char text[64];
    const std::string of = " of " + machine.name;
    switch (key.kind) {
    case LimitKind::Wire: return "the cable in cage " + std::to_string(key.part) + of;
    case LimitKind::HalfShare: return "the 100 Gb/s share of one half" + of;
    case LimitKind::Pcie: {
        const PcieParameters &link = machine.parameters->pcie[static_cast<std::size_t>(key.part)];
        std::snprintf(text, sizeof text, "PCIe link %c (%.0f GT/s x%d)", key.part == 0 ? 'A' : 'B', link.gigatransfers,
            link.width);
        return text + of;
    }
    case LimitKind::NicCap: return "the stale initialisation of the NIC" + of;
    case LimitKind::NicPackets: return "the RoCE packets of the NIC" + of;
    case LimitKind::TcpPackets: return "the TCP packets of one half" + of;
    case LimitKind::Cpu: return "the CPU" + of;
    case LimitKind::Management: return "the RJ45" + of;
    case LimitKind::QueuePairs:
    case LimitKind::Software: break;
    }
    return "the software" + of;
}

class Resources {
public:
    Resources(const std::vector<Machine> &machines, const std::vector<Flow> &flows) : m_machines(machines)
    {
        std::vector<std::set<int>> netdevs(machines.size());
        for (const Flow &flow : flows)
            for (const FlowEnd &end : {flow.from, flow.to})
                if (flow.protocol == Protocol::Tcp && end.half)
                    netdevs[end.machine].insert(halfNumber(*end.half));
        for (const auto &used : netdevs)
            m_tcpNetdevs.push_back(std::max<int>(1, static_cast<int>(used.size())));
    }

    std::vector<Use> usesOf(const Flow &flow)
    {
        std::vector<Use> uses;
        addEnd(uses, flow, flow.from, Direction::Send);
        addEnd(uses, flow, flow.to, Direction::Receive);
        return uses;
    }
    const std::vector<double> &capacities() const { return m_capacities; }
    const Key &key(std::size_t resource) const { return m_keys[resource]; }

private:
    void addEnd(std::vector<Use> &uses, const Flow &flow, const FlowEnd &end, Direction direction)
    {
        const SparkParameters &spark = *m_machines[end.machine].parameters;
        const Packets packets = flow.packets();
        const auto use = [&](LimitKind kind, int part, Direction which, double capacity, double perUnit) {
            uses.push_back({number({kind, end.machine, part, which}, capacity), perUnit});
        };
        if (flow.protocol == Protocol::Tcp)
            use(LimitKind::Cpu, 0, Direction::Both, processorGbps(spark.processor, m_tcpNetdevs[end.machine]),
                direction == Direction::Send ? kTcpSendCost : 1);
        if (!end.half)
            return use(LimitKind::Management, 0, direction, kManagementGbps, packets.wirePerPayload());
        const domain::HalfId half = *end.half;
        const double link = m_machines[end.machine].linkGbps[static_cast<std::size_t>(half.cage)];
        use(LimitKind::Wire, domain::number(half.cage), direction, link, packets.wirePerPayload());
        if (spark.nic.share == NicParameters::Share::Fixed)
            use(LimitKind::HalfShare, halfNumber(half), direction, link / 2, packets.wirePerPayload());
        // RoCE headers are made and taken off in the NIC; those of TCP cross PCIe with the data.
        const bool tcp = flow.protocol == Protocol::Tcp;
        const double dma = tcp                  ? packets.frameBytes() / packets.payload
            : flow.operation == Operation::Read ? kReadCost
                                                : 1;
        const auto side = static_cast<std::size_t>(half.side);
        use(LimitKind::Pcie, static_cast<int>(side), direction, pcieGbps(spark.pcie[side]), dma);
        if (spark.nic.initialisationCapGbps > 0)
            use(LimitKind::NicCap, 0, direction, spark.nic.initialisationCapGbps, dma);
        if (!tcp)
            use(LimitKind::NicPackets, 0, Direction::Both, kRocePacketsPerSecond / kPacketsPerUnit,
                packets.perGigabit() / kPacketsPerUnit);
        else if (direction == Direction::Receive)
            use(LimitKind::TcpPackets, halfNumber(half), direction, kTcpPacketsPerSecond / kPacketsPerUnit,
                packets.perGigabit() / kPacketsPerUnit);
    }

    std::size_t number(const Key &key, double capacity)
    {
        const auto [it, isNew] = m_numbers.try_emplace(key, m_capacities.size());
        if (isNew) {
            m_capacities.push_back(capacity);
            m_keys.push_back(key);
        }
        return it->second;
    }

    const std::vector<Machine> &m_machines;
    std::vector<int> m_tcpNetdevs;
    std::map<Key, std::size_t> m_numbers;
    std::vector<double> m_capacities;
    std::vector<Key> m_keys;
};

struct Ceiling {
    double gbps = 0;
    LimitKind kind = LimitKind::Software;
    const char *text = "";
};

// What the flow wants at most, whoever else is there.
Ceiling ceilingOf(const std::vector<Machine> &machines, const Flow &flow)
{
    const Packets packets = flow.packets();
    if (packets.payload <= 0)
        return {0, LimitKind::Software, "an MTU that is too small"};
    Ceiling ceiling{flow.ceilingGbps, LimitKind::Software, "the software"};
    const auto atMost = [&](double gbps, LimitKind kind, const char *text) {
        if (gbps < ceiling.gbps)
            ceiling = {gbps, kind, text};
    };
    if (flow.protocol == Protocol::Rdma) {
        atMost(queuePairGbps(flow.channels, flow.messageBytes), LimitKind::QueuePairs, "the queue pairs");
        return ceiling;
    }
    for (const FlowEnd &end : {flow.from, flow.to})
        atMost(connectionGbps(flow.channels, machines[end.machine].parameters->processor), LimitKind::Cpu,
            "one core for each connection");
    atMost(tcpLossCeiling(flow.packetLoss, flow.channels, packets), LimitKind::Wire, "lost packets");
    return ceiling;
}

} // namespace

std::vector<Rate> throughputOf(const std::vector<Machine> &machines, const std::vector<Flow> &flows)
{
    Resources resources(machines, flows);
    std::vector<Demand> demands;
    std::vector<Ceiling> ceilings;
    for (const Flow &flow : flows) {
        ceilings.push_back(ceilingOf(machines, flow));
        const bool moves = flow.packets().payload > 0;
        demands.push_back({ceilings.back().gbps, moves ? resources.usesOf(flow) : std::vector<Use>()});
    }
    const std::vector<Share> shares = shareFairly(resources.capacities(), demands);
    std::vector<Rate> rates;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        Rate rate{shares[i].rate, ceilings[i].kind, std::nullopt, false, ceilings[i].text};
        if (shares[i].limit != Share::kOwnCeiling) {
            const Key &key = resources.key(shares[i].limit);
            rate.limit = key.kind;
            rate.limitAt = key.machine;
            rate.limitReceives = key.direction == Direction::Receive;
            rate.text = textOf(key, machines[key.machine]);
        }
        if (flows[i].protocol == Protocol::Rdma && flows[i].packetLoss > 0)
            rate.gbps *= rdmaGoodput(flows[i].packetLoss, rate.gbps, flows[i].packets());
        rates.push_back(std::move(rate));
    }
    return rates;
}

} // namespace sparkloom::sim::physics
