// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/address.h"

#include <QString>

#include <vector>

namespace sparkloom::engine {

class SessionCore;

// The networks that this computer routes to, which a plan has to keep clear of. None where this computer is itself one
// of the Sparks: then they stand in its facts, with their interfaces, and those of its halves are the plan's own.
std::vector<domain::Ipv4Prefix> routesHere(const SessionCore &core);

// The identity that this computer would have as a Spark (domain::SparkId); empty where the system has none.
QString identityHere();

} // namespace sparkloom::engine
