// SPDX-License-Identifier: Apache-2.0
#include "protocol/messages_stream.h"

#include <algorithm>

// Samples against the layout of their epoch.
namespace sparkloom::protocol {

namespace {

using Values = std::array<std::optional<std::uint64_t>, 4>;
using std::chrono::microseconds;
using std::chrono::nanoseconds;

constexpr std::size_t kValues = 3;                // where they begin in a row of reads
constexpr std::int64_t kFarthest = 1'000'000'000; // microseconds that a read may be away from its tick, or may take

Values valuesOf(const domain::PortRead &read)
{
    return {read.txOctets, read.rxOctets, read.txFrames, read.rxFrames};
}
Values valuesOf(const domain::LaneRead &read)
{
    return {read.rdmaTx, read.rdmaRx, read.netTx, read.netRx};
}

std::int64_t place(domain::HalfId half)
{
    return std::find(domain::kAllHalves.begin(), domain::kAllHalves.end(), half) - domain::kAllHalves.begin();
}

const StreamLayout::Half *halfAt(const StreamLayout &layout, std::int64_t place)
{
    const domain::HalfId wanted = domain::kAllHalves[static_cast<std::size_t>(place)];
    const auto found = std::find_if(
        layout.halves.begin(), layout.halves.end(), [&](const auto &half) { return half.known.half == wanted; });
    return found == layout.halves.end() ? nullptr : &*found;
}

std::optional<std::int64_t> difference(
    const std::optional<std::uint64_t> &value, const std::optional<std::uint64_t> &base)
{
    if (!value || !base)
        return std::nullopt;
    return static_cast<std::int64_t>(*value - *base);
}

std::optional<std::uint64_t> value(
    const std::optional<std::int64_t> &difference, const std::optional<std::uint64_t> &base)
{
    if (!difference || !base)
        return std::nullopt;
    return *base + static_cast<std::uint64_t>(*difference);
}

StreamRow rowOf(
    domain::HalfId half, const domain::ReadTime &time, const Values &values, const Values &base, nanoseconds at)
{
    StreamRow row{place(half), std::chrono::duration_cast<microseconds>(time.before - at).count(),
        std::chrono::ceil<microseconds>(time.after - time.before).count()};
    for (std::size_t i = 0; i < values.size(); ++i)
        row.push_back(difference(values[i], base[i]));
    return row;
}

bool isSane(const StreamRow &row)
{
    return *row[1] >= -kFarthest && *row[1] <= kFarthest && *row[2] >= 0 && *row[2] <= kFarthest;
}

domain::ReadTime timeOf(const StreamRow &row, nanoseconds at)
{
    const nanoseconds before = at + microseconds(*row[1]);
    return {before, before + microseconds(*row[2])};
}

Values valuesOf(const StreamRow &row, const Values &base)
{
    Values values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = value(row[kValues + i], base[i]);
    return values;
}

std::optional<nanoseconds> period(const std::optional<std::int64_t> &us)
{
    return us ? std::optional<nanoseconds>(microseconds(*us)) : std::nullopt;
}

std::optional<std::int64_t> inMicroseconds(const std::optional<nanoseconds> &period)
{
    return period ? std::optional(std::chrono::duration_cast<microseconds>(*period).count()) : std::nullopt;
}

domain::CounterSample::Half *halfOf(domain::CounterSample &sample, domain::HalfId half)
{
    const auto found =
        std::find_if(sample.halves.begin(), sample.halves.end(), [&](const auto &each) { return each.half == half; });
    return found == sample.halves.end() ? nullptr : &*found;
}

} // namespace

StreamLayout layoutOf(
    const domain::CounterLayout &layout, const domain::CounterSample &first, const domain::SlowSample &slow)
{
    StreamLayout told;
    told.sharing = layout.sharing;
    told.portPeriodUs = inMicroseconds(layout.portPeriod);
    told.rdmaPeriodUs = inMicroseconds(layout.rdmaPeriod);
    told.netPeriodUs = inMicroseconds(layout.netPeriod);
    for (const domain::CounterLayout::Half &known : layout.halves) {
        StreamLayout::Half half{known, {}, {}, std::vector<std::optional<std::uint64_t>>(known.slowNames.size())};
        for (const domain::CounterSample::Half &read : first.halves) {
            if (read.half != known.half)
                continue;
            if (read.port)
                half.port = valuesOf(*read.port);
            half.lane = valuesOf(read.lane);
        }
        for (const domain::SlowSample::Half &read : slow.halves)
            if (read.half == known.half && read.values.size() == half.slow.size())
                half.slow = read.values;
        told.halves.push_back(std::move(half));
    }
    return told;
}

StreamSample relative(const StreamLayout &layout, const domain::CounterSample &sample, std::int64_t atNs)
{
    StreamSample told;
    told.epoch = layout.epoch;
    told.sequence = sample.sequence;
    told.atUs = (atNs - layout.originNs) / 1000;
    told.late = sample.late;
    told.dropped = sample.dropped;
    const nanoseconds at = nanoseconds(layout.originNs) + microseconds(told.atUs);
    for (const domain::CounterSample::Half &half : sample.halves) {
        const StreamLayout::Half *known = halfAt(layout, place(half.half));
        if (!known)
            continue;
        if (half.port)
            told.ports.push_back(rowOf(half.half, half.port->time, valuesOf(*half.port), known->port, at));
        told.lanes.push_back(rowOf(half.half, half.lane.time, valuesOf(half.lane), known->lane, at));
    }
    return told;
}

StreamSlow relative(const StreamLayout &layout, const domain::SlowSample &slow)
{
    StreamSlow told{layout.epoch, (slow.at.count() - layout.originNs) / 1000, {}};
    for (const domain::SlowSample::Half &half : slow.halves) {
        const StreamLayout::Half *known = halfAt(layout, place(half.half));
        if (!known || known->slow.size() != half.values.size())
            continue;
        StreamRow row{place(half.half)};
        for (std::size_t i = 0; i < half.values.size(); ++i)
            row.push_back(difference(half.values[i], known->slow[i]));
        told.halves.push_back(std::move(row));
    }
    return told;
}

domain::CounterLayout knownLayout(const StreamLayout &layout)
{
    domain::CounterLayout known;
    for (const StreamLayout::Half &half : layout.halves)
        known.halves.push_back(half.known);
    known.sharing = layout.sharing;
    known.portPeriod = period(layout.portPeriodUs);
    known.rdmaPeriod = period(layout.rdmaPeriodUs);
    known.netPeriod = period(layout.netPeriodUs);
    return known;
}

std::optional<domain::CounterSample> absolute(const StreamLayout &layout, const StreamSample &told)
{
    if (told.epoch != layout.epoch)
        return std::nullopt;
    domain::CounterSample sample;
    sample.sequence = told.sequence;
    sample.dropped = told.dropped;
    sample.late = told.late;
    const nanoseconds at = nanoseconds(layout.originNs) + microseconds(told.atUs);
    for (const StreamRow &row : told.lanes) {
        const StreamLayout::Half *known = halfAt(layout, *row[0]);
        if (!known || !isSane(row) || halfOf(sample, known->known.half))
            return std::nullopt;
        const Values values = valuesOf(row, known->lane);
        sample.halves.push_back(
            {known->known.half, std::nullopt, {timeOf(row, at), values[0], values[1], values[2], values[3]}});
    }
    for (const StreamRow &row : told.ports) {
        const StreamLayout::Half *known = halfAt(layout, *row[0]);
        domain::CounterSample::Half *half = known ? halfOf(sample, known->known.half) : nullptr;
        if (!half || !isSane(row) || half->port)
            return std::nullopt;
        const Values values = valuesOf(row, known->port);
        half->port = domain::PortRead{timeOf(row, at), values[0], values[1], values[2], values[3]};
    }
    return sample;
}

std::optional<domain::SlowSample> absolute(const StreamLayout &layout, const StreamSlow &told)
{
    if (told.epoch != layout.epoch)
        return std::nullopt;
    domain::SlowSample sample;
    sample.at = nanoseconds(layout.originNs) + microseconds(told.atUs);
    for (const StreamRow &row : told.halves) {
        const StreamLayout::Half *known = halfAt(layout, *row[0]);
        if (!known || row.size() != known->slow.size() + 1)
            return std::nullopt;
        domain::SlowSample::Half half{known->known.half, {}};
        for (std::size_t i = 0; i < known->slow.size(); ++i)
            half.values.push_back(value(row[i + 1], known->slow[i]));
        sample.halves.push_back(std::move(half));
    }
    return sample;
}

} // namespace sparkloom::protocol
