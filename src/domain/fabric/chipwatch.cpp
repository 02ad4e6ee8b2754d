// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/chipwatch.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

using Seen = ChipWatch::Seen;

// All of it is there, and there is nothing to wait for: a cage has its link, or nobody has switched the halves on.
bool isAwake(const std::vector<Seen> &halves)
{
    if (halves.size() < kAllHalves.size())
        return false;
    const bool anyUp = std::any_of(halves.begin(), halves.end(), [](const Seen &seen) { return seen.adminUp; });
    return !anyUp || std::any_of(kAllCages.begin(), kAllCages.end(), [&](CageIndex cage) {
        return std::all_of(halves.begin(), halves.end(),
            [cage](const Seen &seen) { return seen.half.cage != cage || seen.carrier; });
    });
}

} // namespace

void ChipWatch::take(const SparkId &spark, std::span<const Seen> halves, Time now)
{
    auto chip =
        std::find_if(m_chips.begin(), m_chips.end(), [&](const Chip &known) { return known.spark == spark; });
    if (chip == m_chips.end()) {
        m_chips.push_back({spark, {halves.begin(), halves.end()}, {}});
        return;
    }
    const bool appeared = std::any_of(halves.begin(), halves.end(), [&](const Seen &seen) {
        return std::none_of(chip->halves.begin(), chip->halves.end(),
            [&](const Seen &known) { return known.half == seen.half; });
    });
    chip->halves.assign(halves.begin(), halves.end());
    if (appeared)
        chip->appeared = now;
    else if (halves.empty())
        chip->appeared.reset();
}

void ChipWatch::drop(const SparkId &spark)
{
    std::erase_if(m_chips, [&](const Chip &chip) { return chip.spark == spark; });
}

bool ChipWatch::isWaking(const Chip &chip, Time now)
{
    return chip.appeared && now - *chip.appeared < kLongest && !isAwake(chip.halves);
}

std::vector<SparkId> ChipWatch::waking(Time now) const
{
    std::vector<SparkId> sparks;
    for (const Chip &chip : m_chips)
        if (isWaking(chip, now))
            sparks.push_back(chip.spark);
    return sparks;
}

std::optional<ChipWatch::Time> ChipWatch::nextEnd(Time now) const
{
    std::optional<Time> next;
    for (const Chip &chip : m_chips)
        if (isWaking(chip, now))
            next = std::min(next.value_or(*chip.appeared + kLongest), *chip.appeared + kLongest);
    return next;
}

} // namespace sparkloom::domain
