// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/interruption.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::engine {

std::optional<Interruption> interruptionIn(const std::vector<JournalEntry> &open)
{
    const auto has = [&](QLatin1StringView step) {
        return std::any_of(open.begin(), open.end(), [&](const JournalEntry &entry) { return entry.step == step; });
    };
    if (!has("commit"_L1))
        return std::nullopt;
    Interruption interruption;
    interruption.undo = has("undo"_L1);
    for (const JournalEntry &entry : open) {
        if (!interruption.when.isValid() || entry.when > interruption.when)
            interruption.when = entry.when;
        const bool gone = entry.step == "leave-gone"_L1;
        if (gone || entry.step == "leave"_L1) {
            interruption.leaver = entry.spark;
            interruption.leaverGone = gone;
        }
    }
    return interruption;
}

} // namespace sparkloom::engine
