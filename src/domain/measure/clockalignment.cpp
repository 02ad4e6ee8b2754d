// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/clockalignment.h"

namespace sparkloom::domain {

std::optional<ClockAlignment> alignClocks(std::span<const ClockProbe> probes)
{
    std::optional<ClockAlignment> best;
    for (const ClockProbe &probe : probes) {
        const std::chrono::nanoseconds roundTrip = probe.answered - probe.asked;
        if (roundTrip < std::chrono::nanoseconds(0) || (best && roundTrip / 2 >= best->error))
            continue;
        best = ClockAlignment{probe.asked + roundTrip / 2 - probe.remote, roundTrip / 2};
    }
    return best;
}

} // namespace sparkloom::domain
