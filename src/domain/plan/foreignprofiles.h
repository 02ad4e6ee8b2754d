// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/foreignfiles.h"

namespace sparkloom::domain {

// What NetworkManager's own profiles ("Wired connection N", or typed with nmcli) mean for the halves that a Spark is
// about to get: added to what its netplan files mean. A profile that does exactly what the plan wants is adopted where
// no other file configures its half; one that would come up by itself and do something else goes and comes back with
// undo; one that only a person brings up stays. A bond of halves goes with the profiles of its ports. files: netplan
// files among them are passed over. Errors: a profile that makes a half part of a bridge, or of a bond whose own
// profile is not among the files.
base::Result<void> addForeignProfiles(ForeignFiles &found, const SparkFacts &facts, std::span<const HalfConfig> halves,
    std::span<const NetplanText> files);

} // namespace sparkloom::domain
