// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/counters.h"

#include <utility>

namespace sparkloom::domain {

namespace {

// Some sources are refreshed once a second only, a little late at times: so much more may come at once than the time
// between two reads explains (measurement-and-safety 3.2).
constexpr std::chrono::milliseconds kSlowestRefresh{1500};

} // namespace

CounterStep CounterTrack::take(const CounterRead &read)
{
    using Kind = CounterStep::Kind;
    if (!read.value) {
        m_last.reset();
        return {Kind::Missing, 0};
    }
    const std::optional<CounterRead> last = std::exchange(m_last, read);
    if (!last)
        return {Kind::First, 0};
    const std::uint64_t mask = m_bits == 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << m_bits) - 1;
    const std::uint64_t amount = (*read.value - *last->value) & mask;
    const std::chrono::nanoseconds elapsed = read.time.after - last->time.before;
    if (elapsed <= std::chrono::nanoseconds(0))
        return {Kind::Gap, 0}; // another clock
    const double possible = m_mostPerSecond * std::chrono::duration<double>(elapsed + kSlowestRefresh).count();
    if (static_cast<double>(amount) > possible)
        return {Kind::Gap, 0};
    return {Kind::Moved, amount};
}

} // namespace sparkloom::domain
