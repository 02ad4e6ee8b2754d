// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/store.h"

#include <optional>
#include <vector>

namespace sparkloom::engine {

// A change of an earlier run that may be final on some Sparks and not on others: only a person can say what becomes of
// it.
struct Interruption {
    bool undo = false;       // it put earlier settings back; then it can only be finished
    QDateTime when;          // of the last thing that was written about it
    QString leaver;          // id of the Spark that was being taken out; empty: none was
    bool leaverGone = false; // for good, as a person said then
    friend bool operator==(const Interruption &, const Interruption &) = default;
};

// Out of the open entries of one cluster's journal. Nothing where no word of commit was said: then no Spark can have
// kept anything, and each goes back by itself.
std::optional<Interruption> interruptionIn(const std::vector<JournalEntry> &open);

} // namespace sparkloom::engine
