// SPDX-License-Identifier: Apache-2.0
// As agent.h, for the JSON of the protocol.
#include "agent.h"

#include <nlohmann/json.hpp>
