// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "base/text.h"
#include "domain/measure/sparkmeter.h"
#include "protocol/codec.h"
#include "protocol/messages_stream.h"

#include <cmath>

using namespace sparkloom;
using namespace sparkloom::protocol;

namespace {

void require(const domain::PerDirection<domain::LiveRate> &rate)
{
    for (const domain::Direction direction : domain::kBothDirections) {
        fuzz::require(!rate[direction].now || (std::isfinite(*rate[direction].now) && *rate[direction].now >= 0),
            "a rate is a number");
        fuzz::require(std::isfinite(rate[direction].peak.value_or(0)), "a peak is a number");
    }
}

} // namespace

// What a Spark says in a stream, line by line, goes through the meter as in the application: bodies of events, whose
// fields tell them apart.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    domain::SparkMeter meter;
    std::optional<StreamLayout> layout;
    for (const std::string_view line : base::split(fuzz::asText(data, size), '\n')) {
        bool changed = false; // only then the meter can say something else
        if (const auto known = decode<StreamLayout>(line)) {
            fuzz::require(encode(*decode<StreamLayout>(encode(*known))) == encode(*known), "a layout comes back");
            layout = *known;
            meter.setLayout(knownLayout(*layout));
            changed = true;
        } else if (const auto told = decode<StreamSample>(line)) {
            fuzz::require(decode<StreamSample>(encode(*told)).ok(), "a sample comes back");
            if (const auto sample = layout ? absolute(*layout, *told) : std::nullopt) {
                meter.take(*sample);
                changed = true;
            }
        } else if (const auto events = decode<StreamSlow>(line)) {
            if (const auto slow = layout ? absolute(*layout, *events) : std::nullopt)
                fuzz::require(slow->halves.size() == events->halves.size(), "all halves");
        }
        if (!changed)
            continue;
        for (const domain::CageIndex cage : domain::kAllCages)
            require(meter.cage(cage).rate);
        for (const domain::HalfId half : domain::kAllHalves)
            require(meter.lane(half).all);
    }
    return 0;
}
