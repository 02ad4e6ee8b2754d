// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/evidencegraph.h"

#include <algorithm>
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
    case EvidenceKind::Unplug: return true;
    case EvidenceKind::NeighbourTable:
    case EvidenceKind::CounterSignature:
    case EvidenceKind::ModuleSerial: return false;
    }
    return false;
}

bool includes(const std::set<CageRef> &outer, const std::set<CageRef> &inner)
{
    return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

} // namespace

EvidenceGraph::EvidenceGraph(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence)
{
    for (const SparkFacts &spark : sparks)
        for (const CageIndex cage : kAllCages)
            if (spark.cageLit(cage))
                m_lit.insert({spark.id, cage});
    for (const Evidence &item : evidence) {
        const CageRef from = item.from.cageRef(), to = item.to.cageRef();
        if (from == to || !m_lit.contains(from) || !m_lit.contains(to))
            continue;
        m_evidence.push_back(item);
        m_neighbours[from].insert(to);
        m_neighbours[to].insert(from);
        m_byKind[from][item.kind].insert(to);
        m_byKind[to][item.kind].insert(from);
        m_heard[from].insert(item.kind);
        m_hears[to].insert(item.kind);
    }
    std::sort(m_evidence.begin(), m_evidence.end());
    m_evidence.erase(std::unique(m_evidence.begin(), m_evidence.end()), m_evidence.end());
}

std::vector<std::vector<CageRef>> EvidenceGraph::components() const
{
    std::vector<std::vector<CageRef>> all;
    std::set<CageRef> seen;
    for (const CageRef &start : m_lit) {
        if (!seen.insert(start).second)
            continue;
        std::vector<CageRef> component = {start};
        for (std::size_t i = 0; i < component.size(); ++i) {
            const auto neighbours = m_neighbours.find(component[i]);
            if (neighbours == m_neighbours.end())
                continue;
            for (const CageRef &next : neighbours->second)
                if (seen.insert(next).second)
                    component.push_back(next);
        }
        std::sort(component.begin(), component.end());
        all.push_back(std::move(component));
    }
    return all;
}

EvidenceGraph::Reading EvidenceGraph::read(const std::vector<CageRef> &component) const
{
    if (component.size() < 2)
        return Reading::NotKnown;
    if (component.size() == 2)
        return Reading::DirectCable;
    std::set<SparkId> sparks;
    for (const CageRef &cage : component)
        sparks.insert(cage.spark);
    // With three Sparks a frame of a Spark to its own other cage need not have been seen. With fewer it must have been:
    // otherwise evidence from before and after a plug was moved would look like a switch.
    const bool ownFramesMatter = sparks.size() < 3;
    for (auto a = component.begin(); a != component.end(); ++a) {
        if (kindsDisagree(*a, true))
            return Reading::NotKnown;
        for (auto b = std::next(a); b != component.end(); ++b) {
            const bool excused = (a->spark == b->spark && !ownFramesMatter) || (hearsNobody(*a) && hearsNobody(*b));
            if (!joined(*a, *b) && !excused)
                return Reading::NotKnown;
        }
    }
    return Reading::Switch;
}

bool EvidenceGraph::standsAlone(const CageRef &a, const CageRef &b) const
{
    return std::all_of(m_lit.begin(), m_lit.end(), [&](const CageRef &other) {
        return other == a || other == b || wouldBeHeard(a, other) || wouldBeHeard(b, other) || wouldBeHeard(other, a)
            || wouldBeHeard(other, b);
    });
}

// Only frames that everybody on a wire hears tell something by their absence.
bool EvidenceGraph::wouldBeHeard(const CageRef &from, const CageRef &to) const
{
    const auto sent = m_heard.find(from), received = m_hears.find(to);
    return sent != m_heard.end() && received != m_hears.end()
        && std::any_of(sent->second.begin(), sent->second.end(),
            [&](EvidenceKind kind) { return isExact(kind) && received->second.contains(kind); });
}

bool EvidenceGraph::joined(const CageRef &a, const CageRef &b) const
{
    const auto neighbours = m_neighbours.find(a);
    return neighbours != m_neighbours.end() && neighbours->second.contains(b);
}

bool EvidenceGraph::contradictsItself(const CageRef &cage) const
{
    return kindsDisagree(cage, false);
}

bool EvidenceGraph::kindsDisagree(const CageRef &cage, bool subsetIsFine) const
{
    const auto found = m_byKind.find(cage);
    if (found == m_byKind.end())
        return false;
    const auto &byKind = found->second;
    for (auto a = byKind.begin(); a != byKind.end(); ++a) {
        for (auto b = std::next(a); b != byKind.end(); ++b) {
            const bool agree = subsetIsFine ? includes(a->second, b->second) || includes(b->second, a->second)
                                            : a->second == b->second;
            if (!agree)
                return true;
        }
    }
    return false;
}

std::vector<Evidence> EvidenceGraph::between(const CageRef &a, const CageRef &b) const
{
    std::vector<Evidence> found;
    for (const Evidence &item : m_evidence) {
        const CageRef from = item.from.cageRef(), to = item.to.cageRef();
        if ((from == a && to == b) || (from == b && to == a))
            found.push_back(item);
    }
    return found;
}

std::vector<Evidence> EvidenceGraph::at(const CageRef &cage) const
{
    std::vector<Evidence> found;
    for (const Evidence &item : m_evidence)
        if (item.from.cageRef() == cage || item.to.cageRef() == cage)
            found.push_back(item);
    return found;
}

Certainty EvidenceGraph::certaintyOf(std::span<const Evidence> evidence)
{
    std::set<EvidenceKind> kinds;
    std::set<std::tuple<EvidenceKind, CageRef, CageRef>> directions;
    for (const Evidence &item : evidence) {
        kinds.insert(item.kind);
        directions.insert({item.kind, item.from.cageRef(), item.to.cageRef()});
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
