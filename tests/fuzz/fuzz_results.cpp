// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "engine/bench/baseline.h"
#include "viewmodels/testhistory.h"

#include <cmath>

using namespace sparkloom;

// Results of tests as they were kept on this computer, and the best ones of a cluster: memories that somebody may have
// changed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto entry = viewmodels::entryOf(text)) {
        fuzz::require(entry->when.isValid() && !entry->report, "an entry has a time and no whole report");
        fuzz::require(entry->fingerprint.size() <= 16 && viewmodels::said(entry->figures).size() <= 256,
            "what is shown is bounded");
    }
    const engine::TestBaseline baseline = engine::baselineFromJson(text);
    for (const auto &[key, value] : baseline.gbps)
        fuzz::require(std::isfinite(value) && value > 0, "a figure is one");
    const engine::TestBaseline again = engine::baselineFromJson(engine::baselineToJson(baseline));
    fuzz::require(again.fingerprint == baseline.fingerprint && again.gbps == baseline.gbps, "a baseline comes back");
    return 0;
}
