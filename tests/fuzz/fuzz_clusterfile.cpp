// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/store/clusterjson.h"

using namespace sparkloom;

// A cluster file, perhaps from somebody else: what is accepted is written and read again without a difference.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto cluster = store::decodeCluster(text, QStringLiteral("cluster.json"));
    if (!cluster)
        return 0;
    fuzz::require(store::isClusterName(cluster->name), "the name may be part of a file name");
    fuzz::require(cluster->members.size() <= static_cast<std::size_t>(store::kMaxMembers), "the members are bounded");
    const QByteArray once = store::encodeCluster(*cluster);
    const auto again = store::decodeCluster(once, QStringLiteral("cluster.json"));
    fuzz::require(again.ok(), "what was written is read");
    fuzz::require(store::encodeCluster(*again) == once, "reading and writing is stable");
    return 0;
}
