// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/addressplan.h"

#include <span>

namespace sparkloom::domain {

// The cables that these lanes were made for: two ends are a cable, more hang on one switch, and a single one leads
// somewhere that is not known.
CableMap mapOfLanes(std::span<const Lane> lanes);

// The same plan without one Spark: lanes that nobody else is on go, all other ends keep what they have. The form is
// what is left, the cables are numbered anew.
AddressPlan withoutSpark(const AddressPlan &plan, const SparkId &leaving);

// What still stands of the plan on the others when one Spark is forgotten and nothing is changed on them: its ends go,
// everybody else's halves stay as they are set up, with the numbers of their cables. No lanes: nothing is left that
// joins two Sparks.
AddressPlan withForgotten(const AddressPlan &plan, const SparkId &forgotten);

// The same plan with another machine in the place of one that was replaced.
AddressPlan withReplaced(AddressPlan plan, const SparkId &old, const SparkId &replacement);

} // namespace sparkloom::domain
