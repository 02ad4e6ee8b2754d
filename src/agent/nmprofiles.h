// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "domain/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// NetworkManager's own profiles in /etc that are bound to one of the halves (isPlainEthernetOf), and those of bonds
// of which every port is a half and on which nothing is built: path and text, ordered by path. No other profile leaves
// this machine, those with passwords above all. Root only; empty for anybody else.
std::vector<domain::NetplanText> profileTexts(System &system);

// Fields of a line of `nmcli -t`: separated by ':', with backslashes before ':' and '\'.
std::vector<std::string> terseFields(std::string_view line);

// The UUID of the connection that a file which stays is (a profile) or makes (a netplan file: one in /run, for this
// netdev by its name or its MAC), out of `nmcli -t -f UUID,FILENAME connection show`; empty where there is none.
std::string uuidOfKept(Files &files, std::string_view listing, const Activation::Kept &kept, std::string_view mac);

} // namespace sparkloom::agent
