// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace sparkloom::agent {

// SHA-256 of a file as 64 hex digits, read in pieces; empty where it cannot be read.
std::string fileHash(const std::string &path);
// The home folder of who runs this process, from the user database; may be empty.
std::string homeFolder();

} // namespace sparkloom::agent
