// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// What is plugged into every socket of some Sparks, addressed by number: the Sparks in the order of their ids.
class Sockets {
public:
    struct Place {
        int spark = 0;
        int cage = 0;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    struct Socket {
        bool lit = false;             // a half has a carrier
        bool up = false;              // both halves have
        const Cable *cable = nullptr; // the cable that is known to be in it
        std::optional<Place> peer;    // where that cable ends, if not at a switch
        std::optional<int> onSwitch;
        bool litButUnknown() const { return lit && !cable; }
    };

    // `map` and `sparks` must outlive this. Cables to Sparks that are not among them are taken as known but without a
    // peer.
    Sockets(const CableMap &map, std::span<const SparkFacts> sparks);

    int sparkCount() const { return static_cast<int>(m_sparks.size()); }
    const SparkFacts &spark(int number) const { return *m_sparks[static_cast<std::size_t>(number)]; }
    const Socket &at(Place place) const
    {
        return m_sockets[static_cast<std::size_t>(place.spark)][static_cast<std::size_t>(place.cage)];
    }
    CageRef ref(Place place) const
    {
        return {spark(place.spark).id, place.cage == 0 ? CageIndex::Zero : CageIndex::One};
    }
    std::optional<Place> placeOf(const CageRef &cage) const;

    // Whether a known cable joins these two.
    bool joined(Place a, Place b) const { return at(a).peer == b; }
    // Whether a cable between two Sparks is known to be a switch or may turn out to be one: while some Spark is not
    // plugged at all, the first two cages on a switch look like a direct cable.
    bool mayBeOnSwitch(Place place) const;
    // How well a goal cable between two sockets fits what is plugged. A kept cable outweighs everything else together.
    int fitness(Place a, Place b) const;

private:
    std::vector<const SparkFacts *> m_sparks;
    std::vector<std::array<Socket, 2>> m_sockets;
};

} // namespace sparkloom::domain
