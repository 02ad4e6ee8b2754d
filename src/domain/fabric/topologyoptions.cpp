// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/topologyoptions.h"

#include <algorithm>

namespace sparkloom::domain {

using namespace base::literals;

namespace {

constexpr double kLinkGbps = 200;        // of a cage (facts 1.1)
constexpr double kHeaderBytes = 82;      // Ethernet 18, preamble and gap 20, IPv4 20, UDP 8, BTH 12, ICRC 4
constexpr int kSmallActiveMtu = 1024;    // of an interface with MTU 1500
constexpr int kLargeActiveMtu = 4096;    // with MTU 9000
constexpr int kMostOfficialOnSwitch = 4; // facts 2.4

// all_gather of 16 GB over one cable: 18.9 with MTU 1500 to 23.7 with MTU 9000.
constexpr ExpectedSpeed::Nccl kPairNccl{18.9, 23.7};
// NVIDIA's own pass mark for three Sparks to the best that was published.
constexpr ExpectedSpeed::Nccl kRingOfThreeNccl{10, 20.8};

ExpectedSpeed speedOf(Topology topology, int sparkCount)
{
    ExpectedSpeed speed{roceCeilingGbps(kLinkGbps, kSmallActiveMtu), roceCeilingGbps(kLinkGbps, kLargeActiveMtu), {}};
    const bool pair = topology == Topology::Pair || topology == Topology::PairTwoCables;
    if (pair || (topology == Topology::SplitRole && sparkCount == 2))
        speed.nccl = kPairNccl;
    else if (topology == Topology::Ring && sparkCount == 3)
        speed.nccl = kRingOfThreeNccl;
    return speed;
}

base::Message reasonFor(Topology topology, int sparkCount)
{
    switch (topology) {
    case Topology::Pair: return "option.pair"_msg;
    case Topology::PairTwoCables: return "option.pair-two-cables"_msg;
    case Topology::SplitRole: return "option.split-role"_msg;
    case Topology::Ring: return sparkCount == 3 ? "option.ring-of-three"_msg : "option.ring-of-more"_msg;
    case Topology::Star: return sparkCount <= kMostOfficialOnSwitch ? "option.star"_msg : "option.star-of-more"_msg;
    case Topology::StarTwoCables: return "option.star-two-cables"_msg;
    case Topology::Line: return "option.line"_msg;
    case Topology::Mixed:
    case Topology::Unknown: break;
    }
    return {};
}

void countCables(TopologyOption &option, const CableMap &map, std::span<const SparkFacts> sparks)
{
    const CablingStatus status = matchTopology(option.topology, map, sparks);
    option.cables = static_cast<int>(status.cables.size());
    option.cablesMissing = static_cast<int>(std::count_if(status.steps.begin(), status.steps.end(),
        [](const PlugStep &step) { return step.kind == PlugStep::Kind::Plug; }));
    for (const GoalCable &cable : status.cables) {
        option.cablesThere += cable.state != GoalCable::State::Waiting;
        option.storagePorts += cable.b.isStorage();
        option.switchPorts += cable.b.isSwitch() && !cable.b.isStorage();
    }
}

void poolMemory(TopologyOption &option, std::span<const SparkFacts> sparks)
{
    const bool inPairs = option.topology == Topology::SplitRole || option.topology == Topology::Line;
    option.pooledSparks = inPairs ? 2 : static_cast<int>(sparks.size());
    // Of pairs the smallest is told, so that nobody counts on more.
    std::vector<std::int64_t> bytes;
    for (const SparkFacts &spark : sparks)
        bytes.push_back(spark.memoryBytes);
    std::sort(bytes.begin(), bytes.end());
    if (bytes.front() <= 0)
        return;
    for (int i = 0; i < option.pooledSparks; ++i)
        option.pooledBytes += bytes[static_cast<std::size_t>(i)];
}

} // namespace

double roceCeilingGbps(double linkGbps, int activeMtu)
{
    return linkGbps * activeMtu / (activeMtu + kHeaderBytes);
}

std::vector<TopologyOption> topologyOptions(const CableMap &map, std::span<const SparkFacts> sparks)
{
    const int count = static_cast<int>(sparks.size());
    const Topology there = recogniseTopology(map, sparks);
    std::vector<TopologyOption> options;
    for (const Topology topology : possibleTopologies(count)) {
        TopologyOption option;
        option.topology = topology;
        option.cabled = topology == there && topology != Topology::Line;
        option.speed = speedOf(topology, count);
        const bool nearly = there == Topology::Line && topology == Topology::Ring;
        option.reason = option.cabled ? "option.cabled"_msg
            : nearly                  ? "option.ring-nearly"_msg
                                      : reasonFor(topology, count);
        countCables(option, map, sparks);
        poolMemory(option, sparks);
        options.push_back(option);
    }
    // The order of possibleTopologies stays but for what is cabled, or was begun, which comes first.
    const Topology first = there == Topology::Line ? Topology::Ring : there;
    std::stable_partition(
        options.begin(), options.end(), [&](const TopologyOption &option) { return option.topology == first; });
    if (!options.empty())
        options.front().recommended = true;
    return options;
}

} // namespace sparkloom::domain
