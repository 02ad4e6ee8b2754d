// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace sparkloom::agent {

// The command that makes a Spark's own cluster key; the simulator answers exactly this one.
std::vector<std::string> keygenCommand(const std::string &hostname, const std::string &path);

} // namespace sparkloom::agent
