// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/store/journal.h"

using namespace sparkloom;
using engine::JournalEntry;

namespace {

bool same(const JournalEntry &a, const JournalEntry &b)
{
    return a.clusterName == b.clusterName && a.transactionId == b.transactionId && a.spark == b.spark
        && a.step == b.step && a.intent == b.intent && a.when == b.when;
}

} // namespace

// The application's journal, cut off or changed: every entry that is read is sound and comes back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto entries = store::parseJournal(text, QStringLiteral("journal"));
    if (!entries)
        return 0;
    for (const JournalEntry &entry : *entries)
        fuzz::require(!entry.transactionId.isEmpty() && entry.when.isValid(), "an entry is sound");
    const auto again = store::parseJournal(store::renderJournal(*entries), QStringLiteral("journal"));
    fuzz::require(again.ok() && again->size() == entries->size(), "every entry comes back");
    for (std::size_t i = 0; i < entries->size(); ++i)
        fuzz::require(same((*entries)[i], (*again)[i]), "an entry comes back as it was");
    return 0;
}
