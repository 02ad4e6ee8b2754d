// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// The data that the ranks exchange, and how a result is compared with what it must be.
namespace sparkloom::agent {

// After so many elements the values repeat. A prime: whatever power of two a library might be off by, the values
// differ.
inline constexpr std::size_t kNcclPeriod = 4'194'301;

// The first elements (at most a period) of a rank's input in one check: whole numbers of 0 to 1023, so that a sum over
// up to 16384 ranks is exact in a float, in whichever order it is made. Another check has other values: what an earlier
// one left behind never passes.
std::vector<float> ncclInput(int rank, int check, std::size_t count);
// The sum of the inputs of all ranks.
std::vector<float> ncclSum(int ranks, int check, std::size_t count);

// A stretch of an output that is looked at.
struct NcclWindow {
    std::size_t at = 0;
    std::size_t count = 0;
};
// What of `count` elements is compared: everything up to 64 MiB; of more, 1 MiB at both ends and 64 KiB at 256 places
// between them, other places in each check.
std::vector<NcclWindow> ncclWindows(std::size_t count, int check);

// How many elements of `seen` differ bit by bit from the periodic `block`, whose element `from` belongs to seen[0].
std::int64_t ncclDifferences(const float *seen, std::size_t count, const std::vector<float> &block, std::size_t from);

} // namespace sparkloom::agent
