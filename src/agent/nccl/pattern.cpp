// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/pattern.h"

#include <algorithm>
#include <cstring>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kFull = (64 << 20) / sizeof(float);
constexpr std::size_t kEnd = (1 << 20) / sizeof(float);
constexpr std::size_t kWindow = (64 << 10) / sizeof(float);
constexpr std::size_t kWindows = 256;

// Mixes bits well enough that neighbours and ranks look unrelated (the finaliser of MurmurHash3).
std::uint32_t mixed(std::uint32_t value)
{
    value ^= value >> 16;
    value *= 0x85ebca6b;
    value ^= value >> 13;
    value *= 0xc2b2ae35;
    return value ^ (value >> 16);
}

std::uint32_t seedOf(int rank, int check)
{
    return mixed(static_cast<std::uint32_t>(rank) * 0x9e3779b9u + static_cast<std::uint32_t>(check) * 0x632be5abu + 1);
}

float valueOf(std::uint32_t seed, std::size_t index)
{
    return static_cast<float>(mixed(seed + static_cast<std::uint32_t>(index)) & 1023);
}

} // namespace

std::vector<float> ncclInput(int rank, int check, std::size_t count)
{
    std::vector<float> values(std::min(count, kNcclPeriod));
    const std::uint32_t seed = seedOf(rank, check);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = valueOf(seed, i);
    return values;
}

std::vector<float> ncclSum(int ranks, int check, std::size_t count)
{
    std::vector<float> values(std::min(count, kNcclPeriod), 0.0F);
    for (int rank = 0; rank < ranks; ++rank) {
        const std::uint32_t seed = seedOf(rank, check);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] += valueOf(seed, i);
    }
    return values;
}

std::vector<NcclWindow> ncclWindows(std::size_t count, int check)
{
    if (count <= kFull)
        return {{0, count}};
    std::vector<NcclWindow> windows = {{0, kEnd}};
    const std::size_t stride = (count - 2 * kEnd) / kWindows;
    for (std::size_t i = 0; i < kWindows; ++i) {
        const std::size_t room = stride - std::min(stride, kWindow);
        const std::size_t shift = room ? mixed(static_cast<std::uint32_t>(i) + seedOf(0, check)) % room : 0;
        windows.push_back({kEnd + i * stride + shift, std::min(stride, kWindow)});
    }
    windows.push_back({count - kEnd, kEnd});
    return windows;
}

std::int64_t ncclDifferences(const float *seen, std::size_t count, const std::vector<float> &block, std::size_t from)
{
    std::int64_t wrong = 0;
    for (std::size_t done = 0; done < count;) {
        const std::size_t at = (from + done) % kNcclPeriod;
        if (at >= block.size())
            return wrong + static_cast<std::int64_t>(count - done); // the block must reach from + count, or be a period
        const std::size_t piece = std::min(count - done, block.size() - at);
        if (std::memcmp(seen + done, block.data() + at, piece * sizeof(float)) != 0)
            for (std::size_t i = 0; i < piece; ++i)
                wrong += std::memcmp(seen + done + i, block.data() + at + i, sizeof(float)) != 0;
        done += piece;
    }
    return wrong;
}

} // namespace sparkloom::agent
