// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/evidencegraph.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace sparkloom::domain {
namespace {

// Kinds whose frame names its sender and cannot be left over from an earlier cable (measurement-and-safety 4.3).
bool isExact(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Ipv4Datagram:
    case EvidenceKind::Ipv6Datagram:
    case EvidenceKind::RawFrame:
    case EvidenceKind::DirectFrame:
    case EvidenceKind::Unplug: return true;
    case EvidenceKind::NeighbourTable:
    case EvidenceKind::CounterSignature:
    case EvidenceKind::SwitchedFrame:
    case EvidenceKind::ModuleSerial: return false;
    }
    return false;
}

// Kinds by which one cage hears another. The others say that two plugs belong to one cable.
bool isHeard(EvidenceKind kind)
{
    return kind != EvidenceKind::ModuleSerial && kind != EvidenceKind::Unplug;
}

// Frames of one run as root are one way of seeing a neighbour, whichever address they were sent to.
EvidenceKind wayOf(EvidenceKind kind)
{
    return kind == EvidenceKind::DirectFrame || kind == EvidenceKind::SwitchedFrame ? EvidenceKind::RawFrame : kind;
}

unsigned bit(EvidenceKind kind)
{
    return 1u << static_cast<unsigned>(wayOf(kind));
}

constexpr std::array kKinds = {EvidenceKind::NeighbourTable, EvidenceKind::CounterSignature, EvidenceKind::Ipv4Datagram,
    EvidenceKind::Ipv6Datagram, EvidenceKind::RawFrame, EvidenceKind::ModuleSerial, EvidenceKind::Unplug};

int halfNumber(int cage, Side side)
{
    return cage * 2 + (side == Side::A ? 0 : 1);
}

} // namespace

EvidenceGraph::EvidenceGraph(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence)
{
    for (const SparkFacts &spark : sparks)
        for (const CageIndex cage : kAllCages)
            if (spark.cageLit(cage))
                m_cages.push_back({spark.id, cage});
    std::sort(m_cages.begin(), m_cages.end());
    m_cages.erase(std::unique(m_cages.begin(), m_cages.end()), m_cages.end());
    m_subnets.resize(m_cages.size());
    for (const SparkFacts &spark : sparks)
        for (const HalfFacts &half : spark.halves)
            if (const int number = numberOf({spark.id, half.id.cage}); number >= 0)
                for (const Ipv4Interface &address : half.addresses)
                    m_subnets[static_cast<std::size_t>(number)].push_back(address.prefix());
    m_seen.resize(m_cages.size() * m_cages.size());
    m_hears.resize(m_cages.size());
    m_heard.resize(m_cages.size());
    for (const Evidence &item : evidence) {
        const int from = numberOf(item.from.cageRef()), to = numberOf(item.to.cageRef());
        if (from == to || from < 0 || to < 0)
            continue;
        m_items.push_back({item.kind, halfNumber(from, item.from.half.side), halfNumber(to, item.to.half.side)});
        seen(from, to) |= bit(item.kind);
        seen(to, from) |= bit(item.kind);
        if (!isHeard(item.kind))
            continue;
        m_heard[static_cast<std::size_t>(from)] |= bit(item.kind);
        m_hears[static_cast<std::size_t>(to)] |= bit(item.kind);
    }
    std::sort(m_items.begin(), m_items.end());
    m_items.erase(std::unique(m_items.begin(), m_items.end()), m_items.end());
}

int EvidenceGraph::numberOf(const CageRef &cage) const
{
    const auto found = std::lower_bound(m_cages.begin(), m_cages.end(), cage);
    return found != m_cages.end() && *found == cage ? static_cast<int>(found - m_cages.begin()) : -1;
}

Evidence EvidenceGraph::evidenceOf(const Item &item) const
{
    const auto half = [&](int number) {
        const CageRef &at = cage(number / 2);
        return HalfRef{at.spark, {at.cage, number % 2 == 0 ? Side::A : Side::B}};
    };
    return {item.kind, half(item.from), half(item.to)};
}

std::vector<EvidenceGraph::Component> EvidenceGraph::components() const
{
    std::vector<Component> all;
    std::vector<bool> placed(m_cages.size());
    for (int start = 0; start < count(); ++start) {
        if (placed[static_cast<std::size_t>(start)])
            continue;
        placed[static_cast<std::size_t>(start)] = true;
        Component component = {start};
        for (std::size_t i = 0; i < component.size(); ++i)
            for (int next = 0; next < count(); ++next)
                if (!placed[static_cast<std::size_t>(next)] && joined(component[i], next)) {
                    placed[static_cast<std::size_t>(next)] = true;
                    component.push_back(next);
                }
        std::sort(component.begin(), component.end());
        all.push_back(std::move(component));
    }
    return all;
}

EvidenceGraph::Reading EvidenceGraph::read(const Component &component) const
{
    if (component.size() < 2)
        return Reading::NotKnown;
    if (component.size() == 2)
        return Reading::DirectCable;
    std::set<SparkId> sparks;
    for (const int number : component)
        sparks.insert(cage(number).spark);
    // With three Sparks a frame of a Spark to its own other cage need not have been seen. With fewer it must have been:
    // otherwise evidence from before and after a plug was moved would look like a switch.
    const bool ownFramesMatter = sparks.size() < 3;
    for (auto a = component.begin(); a != component.end(); ++a) {
        if (kindsDisagree(*a, true))
            return Reading::NotKnown;
        for (auto b = std::next(a); b != component.end(); ++b) {
            const bool own = cage(*a).spark == cage(*b).spark;
            const bool excused = (own && !ownFramesMatter) || (hearsNobody(*a) && hearsNobody(*b));
            if (!joined(*a, *b) && !excused)
                return Reading::NotKnown;
        }
    }
    return Reading::Switch;
}

bool EvidenceGraph::standsAlone(int a, int b) const
{
    if ((seen(a, b) & bit(EvidenceKind::Unplug)) != 0)
        return true; // the plug was pulled, and nobody else went dark
    for (int other = 0; other < count(); ++other)
        if (other != a && other != b && !wouldBeHeard(a, other) && !wouldBeHeard(b, other) && !wouldBeHeard(other, a)
            && !wouldBeHeard(other, b))
            return false;
    return true;
}

// Only frames that everybody on a wire hears tell something by their absence. An IPv4 broadcast is taken by those in
// its subnet alone (measurement-and-safety 4.1).
bool EvidenceGraph::wouldBeHeard(int from, int to) const
{
    const Kinds both = m_heard[static_cast<std::size_t>(from)] & m_hears[static_cast<std::size_t>(to)];
    return std::any_of(kKinds.begin(), kKinds.end(), [&](EvidenceKind kind) {
        return isExact(kind) && (both & bit(kind)) != 0
            && (kind != EvidenceKind::Ipv4Datagram || shareSubnet(from, to));
    });
}

bool EvidenceGraph::shareSubnet(int a, int b) const
{
    const std::vector<Ipv4Prefix> &ofA = m_subnets[static_cast<std::size_t>(a)];
    const std::vector<Ipv4Prefix> &ofB = m_subnets[static_cast<std::size_t>(b)];
    return std::any_of(ofA.begin(), ofA.end(),
        [&](const Ipv4Prefix &each) { return std::find(ofB.begin(), ofB.end(), each) != ofB.end(); });
}

bool EvidenceGraph::contradictsItself(int cage) const
{
    return kindsDisagree(cage, false);
}

bool EvidenceGraph::kindsDisagree(int cage, bool subsetIsFine) const
{
    Kinds present = 0;
    for (int other = 0; other < count(); ++other)
        present |= seen(cage, other);
    for (const EvidenceKind a : kKinds) {
        for (const EvidenceKind b : kKinds) {
            if (b <= a || (present & bit(a)) == 0 || (present & bit(b)) == 0)
                continue;
            bool onlyA = false, onlyB = false; // somebody is a neighbour by one of the two kinds only
            for (int other = 0; other < count(); ++other) {
                const bool byA = (seen(cage, other) & bit(a)) != 0, byB = (seen(cage, other) & bit(b)) != 0;
                onlyA |= byA && !byB;
                onlyB |= byB && !byA;
            }
            if (subsetIsFine ? onlyA && onlyB : onlyA || onlyB)
                return true;
        }
    }
    return false;
}

std::vector<Evidence> EvidenceGraph::between(int a, int b) const
{
    std::vector<Evidence> found;
    for (const Item &item : m_items)
        if ((item.from / 2 == a && item.to / 2 == b) || (item.from / 2 == b && item.to / 2 == a))
            found.push_back(evidenceOf(item));
    return found;
}

std::vector<Evidence> EvidenceGraph::at(int cage) const
{
    std::vector<Evidence> found;
    for (const Item &item : m_items)
        if (item.from / 2 == cage || item.to / 2 == cage)
            found.push_back(evidenceOf(item));
    return found;
}

Certainty EvidenceGraph::certaintyOf(std::span<const Evidence> evidence)
{
    std::set<EvidenceKind> kinds;
    std::set<std::tuple<EvidenceKind, CageRef, CageRef>> directions;
    for (const Evidence &item : evidence) {
        kinds.insert(wayOf(item.kind));
        directions.insert({wayOf(item.kind), item.from.cageRef(), item.to.cageRef()});
    }
    if (kinds.size() >= 2 || kinds.contains(EvidenceKind::Unplug))
        return Certainty::Certain;
    const bool bothWays = std::any_of(directions.begin(), directions.end(), [&](const auto &direction) {
        const auto &[kind, from, to] = direction;
        return isExact(kind) && directions.contains({kind, to, from});
    });
    return bothWays ? Certainty::Certain : Certainty::Probable;
}

} // namespace sparkloom::domain
