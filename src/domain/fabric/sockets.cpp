// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/sockets.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

constexpr int kKeptCable = 100'000;      // known to be there
constexpr int kPossiblyKeptCable = 1000; // both sockets are lit and nothing is known yet
constexpr int kOccupiedSocket = -10;     // something else is plugged there

} // namespace

Sockets::Sockets(const CableMap &map, std::span<const SparkFacts> sparks)
{
    for (const SparkFacts &spark : sparks)
        m_sparks.push_back(&spark);
    std::sort(m_sparks.begin(), m_sparks.end(), [](const SparkFacts *a, const SparkFacts *b) { return a->id < b->id; });
    m_sockets.resize(m_sparks.size());
    for (int i = 0; i < sparkCount(); ++i) {
        for (const CageIndex cage : kAllCages) {
            Socket &socket = m_sockets[static_cast<std::size_t>(i)][static_cast<std::size_t>(number(cage))];
            socket.lit = spark(i).cageLit(cage);
            socket.up = spark(i).cageUp(cage);
        }
    }
    for (const Cable &cable : map.cables) {
        const auto join = [&](const CableEnd &near, const CableEnd &far) {
            const auto place = near.cage ? placeOf(*near.cage) : std::nullopt;
            if (!place)
                return;
            Socket &socket = m_sockets[static_cast<std::size_t>(place->spark)][static_cast<std::size_t>(place->cage)];
            socket.cable = &cable;
            if (far.isSwitch())
                socket.onSwitch = far.switchNumber;
            else
                socket.peer = placeOf(*far.cage);
        };
        join(cable.a, cable.b);
        join(cable.b, cable.a);
    }
}

std::optional<Sockets::Place> Sockets::placeOf(const CageRef &cage) const
{
    const auto found = std::lower_bound(m_sparks.begin(), m_sparks.end(), cage.spark,
        [](const SparkFacts *spark, const SparkId &id) { return spark->id < id; });
    if (found == m_sparks.end() || (*found)->id != cage.spark)
        return std::nullopt;
    return Place{static_cast<int>(found - m_sparks.begin()), number(cage.cage)};
}

bool Sockets::mayBeOnSwitch(Place place) const
{
    const auto peer = at(place).peer;
    if (!peer || peer->spark == place.spark)
        return false;
    return at(place).cable->throughSwitch() || std::any_of(m_sockets.begin(), m_sockets.end(), [](const auto &sockets) {
        return !sockets[0].lit && !sockets[1].lit;
    });
}

int Sockets::fitness(Place a, Place b) const
{
    if (joined(a, b))
        return kKeptCable;
    const Socket &x = at(a), &y = at(b);
    if (x.litButUnknown() && y.litButUnknown())
        return kPossiblyKeptCable;
    return (x.lit ? kOccupiedSocket : 0) + (y.lit ? kOccupiedSocket : 0);
}

} // namespace sparkloom::domain
