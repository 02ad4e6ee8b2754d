// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/plan/plan.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// Whether netplan reads a file of this name in its folders: "*.yaml" of glob(3), which leaves hidden files out.
constexpr bool isNetplanName(std::string_view name)
{
    return name.ends_with(".yaml") && !name.starts_with('.');
}

// A file that cannot stay as it is, and why.
struct TakeOver {
    NetplanText file;
    std::string rest; // what stays of it, byte for byte but for the definitions of halves; empty: it goes as a whole
    base::Message reason;
};

// What the netplan files of others mean for the halves that a Spark is about to get.
struct ForeignFiles {
    std::vector<TakeOver> takeOver;   // ordered by path
    std::vector<AdoptedFile> adopted; // do already what the plan wants; ordered by path
    std::vector<base::Message> warnings;
};

// Reads the effective netplan files (a file in /run hides one of the same name in /etc, and that one in /lib).
// A bond of nothing but halves is taken over with its file (ForeignHalves::portsOfOwnBond).
// Errors: a file that uses a half in another bond, in a bridge, VLAN and the like, that matches a half by a pattern
// together with other interfaces, that gives addresses to a plugged half outside the plan, or that cannot be understood
// and names a half beside others. The message says which file and line.
base::Result<ForeignFiles> readForeignFiles(
    const SparkFacts &facts, std::span<const HalfConfig> halves, std::span<const NetplanText> files);

} // namespace sparkloom::domain
