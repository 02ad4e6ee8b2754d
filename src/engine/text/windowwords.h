// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sparkloom::engine::text {

// What the window says to do, where the command line would name a command or an option of its own; the source sentence,
// translated like the entries (context "text"). It takes the place of the remedy of entry `id`, or of the sentence of
// an entry that is a remedy itself ("...-remedy"). nullptr: both say the same.
const char *windowWords(const char *id);

} // namespace sparkloom::engine::text
