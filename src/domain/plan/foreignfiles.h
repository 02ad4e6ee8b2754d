// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/plan/plan.h"

#include <span>
#include <vector>

namespace sparkloom::domain {

// What the netplan files of others mean for the halves that a Spark is about to get.
struct ForeignFiles {
    std::vector<NetplanText> takeOver; // files that define only halves, ours among them; ordered by path
    std::vector<base::Message> warnings;
};

// Reads the effective netplan files (a file in /run hides one of the same name in /etc, and that one in /lib).
// Errors: a file that defines our halves together with something else, that uses a half in a bond or bridge, that matches
// a half by a pattern, or that cannot be understood and names a half. The message says which file and line.
base::Result<ForeignFiles> readForeignFiles(
    const SparkFacts &facts, std::span<const HalfConfig> halves, std::span<const NetplanText> files);

} // namespace sparkloom::domain
