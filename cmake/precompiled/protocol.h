// SPDX-License-Identifier: GPL-3.0-or-later
// As agent.h, for the JSON of the protocol.
#include "agent.h"

#include <nlohmann/json.hpp>
