// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sparkloom::sim {

// A value of the part of YAML that netplan files are written in: mappings and lists in block form, lists in brackets,
// quoted and plain scalars, comments. It is a reader of its own, so that a mistake in our renderer does not cancel out.
struct YamlValue {
    enum class Kind { Nothing, Scalar, List, Mapping };
    // Not inline: while entries are of a type that is not complete yet, clang has no way to make them.
    explicit YamlValue(Kind kind = Kind::Nothing, std::string scalar = {});
    Kind kind = Kind::Nothing;
    std::string scalar;
    bool quoted = false;
    std::vector<YamlValue> items;
    std::vector<std::pair<std::string, YamlValue>> entries; // in the order of the text

    const YamlValue *find(std::string_view key) const;
    // "true", "yes", "on" as YAML 1.1 has it, when not quoted.
    bool isTrue() const;
};

// Errors name the line. At most 1 MiB and 20 levels.
base::Result<YamlValue> parseYaml(std::string_view text);

} // namespace sparkloom::sim
