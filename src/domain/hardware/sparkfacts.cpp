// SPDX-License-Identifier: Apache-2.0
#include "domain/hardware/sparkfacts.h"

namespace sparkloom::domain {

const HalfFacts *SparkFacts::half(HalfId wanted) const
{
    for (const HalfFacts &half : halves)
        if (half.id == wanted)
            return &half;
    return nullptr;
}

const HalfFacts *SparkFacts::halfByNetdev(std::string_view netdev) const
{
    for (const HalfFacts &half : halves)
        if (half.netdev == netdev)
            return &half;
    return nullptr;
}

bool SparkFacts::cageUp(CageIndex cage) const
{
    const HalfFacts *a = half({cage, Side::A}), *b = half({cage, Side::B});
    return a && b && a->carrier && b->carrier;
}

bool SparkFacts::cageLit(CageIndex cage) const
{
    const HalfFacts *a = half({cage, Side::A}), *b = half({cage, Side::B});
    return (a && a->carrier) || (b && b->carrier);
}

} // namespace sparkloom::domain
