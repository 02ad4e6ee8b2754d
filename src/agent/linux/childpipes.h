// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/descriptor.h"

#include <string>
#include <vector>

// What starting a child takes, whoever starts it.
namespace sparkloom::agent {

// As exec wants its arguments and its environment, with the null at the end: points into texts.
std::vector<char *> pointers(std::vector<std::string> &texts);
// Both ends close on exec. False with errno where there is none.
bool makePipe(Descriptor &readEnd, Descriptor &writeEnd);

} // namespace sparkloom::agent
