// SPDX-License-Identifier: Apache-2.0
#include "agent/rdmacounters.h"

#include "agent/smallfiles.h"

#include <limits>

namespace sparkloom::agent {

std::optional<std::uint64_t> rdmaBytes(Files &files, const PresentHalf &half, const std::string &counter)
{
    if (half.rdmaDevice.empty())
        return std::nullopt;
    constexpr long long max = std::numeric_limits<long long>::max();
    const long long words =
        readNumber(files, "/sys/class/infiniband/" + half.rdmaDevice + "/ports/1/counters/" + counter, -1, -1, max);
    if (words < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(words) * 4; // the kernel counts words of four bytes (facts 8.1)
}

} // namespace sparkloom::agent
