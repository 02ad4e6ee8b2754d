// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topology.h"
#include "domain/hardware/sparkfacts.h"

#include <QString>

// What people call values of the domain: the same in window, command line and sentences. Main thread.
namespace sparkloom::engine::text {

// "DGX Spark", "ASUS GX10"...; empty where the maker is not known. Product names are the same in every language.
QString makerName(domain::Maker maker);

// For a button or a heading: "Pair, one cable", "Ring", "Not known yet".
QString topologyTitle(domain::Topology topology);
// For the middle of a sentence: "a pair with one cable", "a ring", "not known yet".
QString topologyPhrase(domain::Topology topology);

} // namespace sparkloom::engine::text
