// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <span>

namespace sparkloom::domain {

// One question for a Spark's clock: asked and answered in our monotonic clock, `remote` in the Spark's.
struct ClockProbe {
    std::chrono::nanoseconds asked{};
    std::chrono::nanoseconds remote{};
    std::chrono::nanoseconds answered{};
};

// ours = theirs + offset, true within `error`.
struct ClockAlignment {
    std::chrono::nanoseconds offset{};
    std::chrono::nanoseconds error{};
    std::chrono::nanoseconds toOurs(std::chrono::nanoseconds theirs) const { return theirs + offset; }
};

// Of several probes the one that took the least time; its error is half of that (measurement-and-safety 3.6).
std::optional<ClockAlignment> alignClocks(std::span<const ClockProbe> probes);

} // namespace sparkloom::domain
