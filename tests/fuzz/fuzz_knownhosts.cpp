// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/store/knownhosts.h"

using namespace sparkloom;
using namespace sparkloom::store;

// A known_hosts file of somebody's: what is read of it can be written again, and asked for any name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<QByteArray> forms = {
        "spark-a.local", "[spark-a.local]:2222", "192.168.77.11", hostForm(QString::fromUtf8(text.left(64)), 22)};
    for (const KnownHostsEntry &entry : parseKnownHosts(text)) {
        fuzz::require(
            !entry.patterns.isEmpty() && !entry.type.isEmpty() && entry.blob.size() >= 4, "an entry is whole");
        for (const QByteArray &form : forms)
            (void)entry.matches(form);
        (void)fingerprintOf(entry.blob);
        if (entry.marker != KnownHostsEntry::Marker::None)
            continue;
        const auto again = parseKnownHosts(renderKnownHostsLine(entry.patterns, entry.type, entry.blob));
        fuzz::require(again.size() == 1 && again[0].patterns == entry.patterns && again[0].type == entry.type
                && again[0].blob == entry.blob,
            "an entry comes back as it was");
    }
    return 0;
}
