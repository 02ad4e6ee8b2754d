// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <memory>
#include <string_view>

namespace sparkloom::agent {

// The one lock of this Spark's transactions. Refused, with who holds it, where somebody else has it.
base::Result<std::unique_ptr<Files::Lock>> takeLock(System &system, std::string_view owner);
// Gives it back and leaves no file behind.
void releaseLock(System &system, std::unique_ptr<Files::Lock> lock);

} // namespace sparkloom::agent
