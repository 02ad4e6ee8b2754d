// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/topology.h"

#include "domain/fabric/goalforms.h"
#include "domain/fabric/guidance.h"
#include "domain/fabric/plugsteps.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using Place = Sockets::Place;

bool fits(Topology goal, int sparkCount)
{
    switch (goal) {
    case Topology::Pair:
    case Topology::PairTwoCables: return sparkCount == 2;
    case Topology::Ring:
    case Topology::Line:
    case Topology::Star: // two Sparks on a switch look like a pair, and are one
    case Topology::StarTwoCables: return sparkCount >= 3;
    case Topology::SplitRole: return sparkCount >= 2 && sparkCount % 2 == 0;
    default: return false;
    }
}

std::vector<WantedCable> bestForm(Topology goal, const Sockets &sockets)
{
    switch (goal) {
    case Topology::Pair: return bestPair(sockets);
    case Topology::PairTwoCables: return bestPairTwoCables(sockets);
    case Topology::Ring: return bestRing(sockets);
    case Topology::Line: return bestLine(sockets);
    case Topology::StarTwoCables: return bestStarTwoCables(sockets);
    case Topology::SplitRole: return bestSplitRole(sockets);
    default: return bestStar(sockets);
    }
}

GoalCable::State stateOf(const WantedCable &cable, const Sockets &sockets)
{
    using State = GoalCable::State;
    const Sockets::Socket &a = sockets.at(cable.a);
    if (cable.b) {
        const Sockets::Socket &b = sockets.at(*cable.b);
        if (sockets.joined(cable.a, *cable.b))
            return a.up && b.up ? State::Up : State::HalfUp;
        return a.litButUnknown() && b.litButUnknown() ? State::Unproven : State::Waiting;
    }
    if (cable.there)
        return a.up ? State::Up : State::HalfUp;
    if (cable.storage)
        return State::Waiting;
    return a.litButUnknown() || a.onSwitch || sockets.mayBeOnSwitch(cable.a) ? State::Unproven : State::Waiting;
}

CableEnd farEndOf(const WantedCable &cable, const Sockets &sockets)
{
    CableEnd end;
    if (cable.b)
        end.cage = sockets.ref(*cable.b);
    else if (!cable.storage)
        end.switchNumber = 0;
    return end;
}

// A known cable is misplaced when it keeps a socket that a cable still to be plugged needs.
bool isMisplaced(
    const Cable &cable, const Sockets &sockets, std::span<const WantedCable> wanted, std::span<const GoalCable> goal)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (goal[i].state != GoalCable::State::Waiting)
            continue;
        if (sockets.at(wanted[i].a).cable == &cable || (wanted[i].b && sockets.at(*wanted[i].b).cable == &cable))
            return true;
    }
    return false;
}

} // namespace

CablingStatus matchTopology(Topology goal, const CableMap &map, std::span<const SparkFacts> sparks)
{
    CablingStatus status;
    const Sockets sockets(map, sparks);
    if (!fits(goal, sockets.sparkCount())) {
        status.instruction = base::Message("cabling.wrong-number-of-sparks"_msg)
                                 .with("topology", std::string(toText(goal)))
                                 .with("count", sockets.sparkCount());
        return status;
    }
    const std::vector<WantedCable> wanted = bestForm(goal, sockets);
    for (const WantedCable &cable : wanted) {
        GoalCable entry;
        entry.number = static_cast<int>(status.cables.size()) + 1;
        entry.a.cage = sockets.ref(cable.a);
        entry.b = farEndOf(cable, sockets);
        entry.state = stateOf(cable, sockets);
        status.cables.push_back(std::move(entry));
    }
    for (const Cable &cable : map.cables)
        if (isMisplaced(cable, sockets, wanted, status.cables))
            status.misplaced.push_back(cable);
    const bool allUp = std::all_of(status.cables.begin(), status.cables.end(),
        [](const GoalCable &cable) { return cable.state == GoalCable::State::Up; });
    status.complete = allUp && map.contradictions.empty();
    status.steps = plugSteps(sockets, wanted, status.cables);
    if (!status.complete)
        addInstruction(status, goal, sockets, map, wanted);
    return status;
}

} // namespace sparkloom::domain
