// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/cablemap.h"

#include "domain/fabric/evidencegraph.h"

#include <algorithm>
#include <tuple>

namespace sparkloom::domain {
namespace {

void addDirectCable(CableMap &map, const EvidenceGraph &graph, int a, int b)
{
    Cable cable;
    cable.a.cage = graph.cage(std::min(a, b));
    cable.b.cage = graph.cage(std::max(a, b));
    cable.evidence = graph.between(a, b);
    cable.certainty = graph.standsAlone(a, b) ? graph.certaintyOf(cable.evidence) : Certainty::Probable;
    map.cables.push_back(std::move(cable));
}

void addSwitch(CableMap &map, const EvidenceGraph &graph, const EvidenceGraph::Component &cages)
{
    for (const int cage : cages) {
        Cable cable;
        cable.a.cage = graph.cage(cage);
        cable.b.switchNumber = map.switchCount;
        cable.evidence = graph.at(cage);
        cable.certainty = graph.certaintyOf(cable.evidence);
        map.cables.push_back(std::move(cable));
    }
    ++map.switchCount;
}

} // namespace

bool Cable::throughSwitch() const
{
    const auto has = [this](EvidenceKind kind) {
        return std::any_of(
            evidence.begin(), evidence.end(), [kind](const Evidence &item) { return item.kind == kind; });
    };
    return b.isSwitch() || (has(EvidenceKind::SwitchedFrame) && !has(EvidenceKind::DirectFrame));
}

const Cable *CableMap::cableAt(const CageRef &cage) const
{
    for (const Cable &cable : cables)
        if (cable.a.cage == cage || cable.b.cage == cage)
            return &cable;
    return nullptr;
}

CableMap buildCableMap(std::span<const SparkFacts> sparks, std::span<const Evidence> evidence)
{
    const EvidenceGraph graph(sparks, evidence);
    CableMap map;
    for (const EvidenceGraph::Component &component : graph.components()) {
        switch (graph.read(component)) {
        case EvidenceGraph::Reading::DirectCable: addDirectCable(map, graph, component[0], component[1]); break;
        case EvidenceGraph::Reading::Switch: addSwitch(map, graph, component); break;
        case EvidenceGraph::Reading::NotKnown:
            for (const int cage : component) {
                map.unknown.push_back(graph.cage(cage));
                if (graph.contradictsItself(cage))
                    map.contradictions.push_back({graph.cage(cage), graph.at(cage)});
            }
            break;
        }
    }
    std::sort(map.cables.begin(), map.cables.end(),
        [](const Cable &x, const Cable &y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    std::sort(map.unknown.begin(), map.unknown.end());
    return map;
}

std::vector<Evidence> evidenceFromNeighbourTable(
    std::span<const SparkFacts> sparks, const SparkId &at, std::span<const NeighbourEntry> entries)
{
    const auto here =
        std::find_if(sparks.begin(), sparks.end(), [&](const SparkFacts &spark) { return spark.id == at; });
    std::vector<Evidence> found;
    if (here == sparks.end())
        return found;
    for (const NeighbourEntry &entry : entries) {
        const HalfFacts *to = here->halfByNetdev(entry.netdev);
        if (!to || entry.mac.isZero())
            continue;
        std::vector<HalfRef> owners; // two owners of one address prove nothing
        for (const SparkFacts &spark : sparks)
            for (const HalfFacts &half : spark.halves)
                if (half.mac == entry.mac)
                    owners.push_back({spark.id, half.id});
        if (owners.size() == 1)
            found.push_back({EvidenceKind::NeighbourTable, owners.front(), {at, to->id}});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace sparkloom::domain
