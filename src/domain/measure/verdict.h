// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sparkloom::domain {

// What a measurement says (measurement-and-safety 5.4).
enum class Verdict : std::uint8_t {
    Good,
    Ok, // within what was seen elsewhere, but there is more to be had
    NotTested,
    Suspect,  // below its band, but measured too seldom to say more
    Degraded, // below its band, in two of three runs
    Broken,   // far below, in two of three runs
    Invalid,  // the figure proves nothing: bytes and wire do not agree
};

// "good", "ok", "not tested", "suspect", "degraded", "broken", "invalid".
std::string_view toText(Verdict verdict);
std::optional<Verdict> verdictFromText(std::string_view text);
// Good or ok.
bool isFine(Verdict verdict);
// Something is wrong, whether it is the cable or the measurement: neither fine nor not tested.
bool isWrong(Verdict verdict);
// The one that weighs more, in the order of the enumeration.
Verdict worse(Verdict a, Verdict b);

} // namespace sparkloom::domain
