// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

// Cables and topologies.
namespace sparkloom::protocol {
namespace json {
namespace {

using domain::Certainty;
using domain::EvidenceKind;
using domain::GoalCable;

constexpr Words<EvidenceKind, 9> kEvidenceKinds{{{EvidenceKind::NeighbourTable, "neighbour-table"},
    {EvidenceKind::CounterSignature, "counter-signature"}, {EvidenceKind::Ipv4Datagram, "ipv4-datagram"},
    {EvidenceKind::Ipv6Datagram, "ipv6-datagram"}, {EvidenceKind::RawFrame, "raw-frame"},
    {EvidenceKind::DirectFrame, "direct-frame"}, {EvidenceKind::SwitchedFrame, "switched-frame"},
    {EvidenceKind::ModuleSerial, "module-serial"}, {EvidenceKind::Unplug, "unplug"}}};
constexpr Words<Certainty, 2> kCertainties{{{Certainty::Probable, "probable"}, {Certainty::Certain, "certain"}}};
constexpr Words<GoalCable::State, 4> kCableStates{{{GoalCable::State::Up, "up"}, {GoalCable::State::HalfUp, "half-up"},
    {GoalCable::State::Waiting, "waiting"}, {GoalCable::State::Unproven, "unproven"}}};

constexpr Words<domain::PlugStep::Kind, 3> kStepKinds{{{domain::PlugStep::Kind::Move, "move"},
    {domain::PlugStep::Kind::Plug, "plug"}, {domain::PlugStep::Kind::Pull, "pull"}}};

constexpr Range kSwitchNumber{0, 1023};
constexpr std::size_t kMaxEvidence = 4096;

} // namespace

// Not in the unnamed namespace: argument-dependent lookup does not look there.
void exchange(Node &node, domain::Evidence &value)
{
    node.field("kind", value.kind);
    node.field("from", value.from);
    node.field("to", value.to);
}

// {"spark":...,"cage":...}, {"switch":N} or {"storage":true}
void exchange(Node &node, domain::CableEnd &value)
{
    bool storage = value.isStorage();
    if (node.writing() ? storage : node.has("storage")) {
        value = {};
        node.field("storage", storage);
        return;
    }
    if (node.writing() ? value.isSwitch() : node.has("switch")) {
        value.cage.reset();
        node.field("switch", value.switchNumber, kSwitchNumber);
        return;
    }
    domain::CageRef cage = value.cage.value_or(domain::CageRef());
    exchange(node, cage);
    value.cage = std::move(cage);
    value.switchNumber = -1;
}

void exchange(Node &node, domain::Cable &value)
{
    node.field("a", value.a);
    node.field("b", value.b);
    node.field("certainty", value.certainty, &kCertainties);
    node.list("evidence", value.evidence, Count{kMaxEvidence});
}

void exchange(Node &node, domain::Contradiction &value)
{
    node.field("cage", value.cage);
    node.list("evidence", value.evidence, Count{kMaxEvidence});
}

void exchange(Node &node, GoalCable &value)
{
    node.field("number", value.number, Range{0, 65535});
    node.field("a", value.a);
    node.field("b", value.b);
    node.field("state", value.state, &kCableStates);
}

void exchange(Node &node, domain::PlugStep &value)
{
    node.field("kind", value.kind, &kStepKinds);
    node.field("from", value.from);
    node.field("to", value.to);
    if (value.kind == domain::PlugStep::Kind::Move)
        node.field("stays", value.stays);
    node.field("text", value.text);
}

void exchange(Node &node, EvidenceKind &value)
{
    exchange(node, value, &kEvidenceKinds);
}

void exchange(Node &node, domain::CageRef &value)
{
    node.field("spark", value.spark);
    node.field("cage", value.cage);
}

void exchange(Node &node, domain::HalfRef &value)
{
    node.field("spark", value.spark);
    node.field("half", value.half);
}

void exchange(Node &node, domain::NeighbourEntry &value)
{
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("address", value.address, Text{64, isHost});
    node.field("mac", value.mac);
}

void exchange(Node &node, domain::Topology &value)
{
    exchangeText(
        node, value, [](domain::Topology topology) { return domain::toText(topology); }, domain::topologyFromText);
}

void exchange(Node &node, domain::CableMap &value)
{
    node.list("cables", value.cables, Count{2 * kMaxSparks});
    node.list("unknown", value.unknown, Count{2 * kMaxSparks});
    node.list("contradictions", value.contradictions, Count{2 * kMaxSparks});
    node.field("switchCount", value.switchCount, Range{0, 1024});
}

void exchange(Node &node, domain::CablingStatus &value)
{
    node.field("complete", value.complete);
    node.list("cables", value.cables, Count{2 * kMaxSparks});
    node.list("misplaced", value.misplaced, Count{2 * kMaxSparks});
    if (node.writing() ? !value.steps.empty() : node.has("steps"))
        node.list("steps", value.steps, Count{6 * kMaxSparks});
    node.field("instruction", value.instruction);
    node.field("instructionDetail", value.instructionDetail);
    node.list("highlight", value.highlight, Count{2 * kMaxSparks});
}

} // namespace json

SPARKLOOM_JSON_TYPE(domain::CableMap)
SPARKLOOM_JSON_TYPE(domain::CablingStatus)

} // namespace sparkloom::protocol
