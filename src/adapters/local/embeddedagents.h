// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::local {

struct EmbeddedAgent {
    const char *machine; // as `uname -m` prints it; null at the end of the list
    const unsigned char *begin;
    const unsigned char *end;
};

// What was linked into this program.
const EmbeddedAgent *embeddedAgents();

} // namespace sparkloom::local
