// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

namespace sparkloom::base {

// The sentence with what to do about it, where that depends on what was found: its own text holds none.
Message withRemedy(Message what, const Message &remedy);
// What withRemedy() gave it; empty: nothing.
Message remedyOf(const Message &what);

} // namespace sparkloom::base
