// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/receipt.h"

#include <algorithm>

namespace sparkloom::domain {

std::vector<HalfConfig> NetworkConfig::written() const
{
    std::vector<HalfConfig> halvesOfOurs;
    for (const HalfConfig &half : halves)
        if (std::none_of(adopted.begin(), adopted.end(), [&](const AdoptedFile &file) {
                return std::find(file.halves.begin(), file.halves.end(), half.half) != file.halves.end();
            }))
            halvesOfOurs.push_back(half);
    return halvesOfOurs;
}

} // namespace sparkloom::domain
