// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/plan/plan.h"

#include <vector>

namespace sparkloom::agent {

// NetworkManager's own profiles in /etc that are bound to one of the halves (isPlainEthernetOf), and those of bonds
// of which every port is a half and on which nothing is built: path and text, ordered by path. No other profile leaves
// this machine, those with passwords above all. Root only; empty for anybody else.
std::vector<domain::NetplanText> profileTexts(System &system);

} // namespace sparkloom::agent
