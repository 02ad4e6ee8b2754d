// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/addressplan.h"

#include <optional>
#include <span>
#include <vector>

namespace sparkloom::domain {

// What a plan does to one half, next to what the record of its Spark says.
struct HalfStep {
    enum class Kind {
        Stays,   // address and MTU are as they were
        New,     // had none of ours
        Changes, // another address or another MTU
        Goes     // had one, and gets none
    };
    HalfRef half;
    Kind kind = Kind::New;
    std::optional<HalfConfig> before; // nothing where New
    std::optional<HalfConfig> after;  // nothing where Goes
    friend bool operator==(const HalfStep &, const HalfStep &) = default;
};

// Every half that these Sparks' records or the plan name, ordered by Spark and half.
std::vector<HalfStep> halfSteps(const AddressPlan &plan, std::span<const SparkFacts> sparks);

} // namespace sparkloom::domain
