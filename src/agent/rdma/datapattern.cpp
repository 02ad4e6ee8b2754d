// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/datapattern.h"

#include <algorithm>
#include <cstring>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kWord = 8;

// Calls what(expected bytes, their count) for each piece that lies within one word.
template <typename Word, typename What>
void eachPiece(std::uint64_t offset, std::size_t size, Word word, What what)
{
    for (std::size_t done = 0; done < size;) {
        const std::uint64_t at = offset + done;
        const std::size_t skipped = at % kWord;
        const std::size_t count = std::min(kWord - skipped, size - done);
        std::byte expected[kWord];
        const std::uint64_t value = word(at / kWord);
        std::memcpy(expected, &value, kWord);
        what(done, expected + skipped, count);
        done += count;
    }
}

} // namespace

// SplitMix64 (public domain, Vigna).
std::uint64_t DataPattern::word(std::uint64_t number) const
{
    std::uint64_t z = m_seed + (number + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void DataPattern::fill(std::span<std::byte> memory, std::uint64_t offset) const
{
    eachPiece(
        offset, memory.size(), [this](std::uint64_t number) { return word(number); },
        [&](std::size_t at, const std::byte *expected, std::size_t count) {
            std::memcpy(memory.data() + at, expected, count);
        });
}

DataPattern::Comparison DataPattern::compare(std::span<const std::byte> memory, std::uint64_t offset) const
{
    Comparison result;
    result.bytes = memory.size();
    eachPiece(
        offset, memory.size(), [this](std::uint64_t number) { return word(number); },
        [&](std::size_t at, const std::byte *expected, std::size_t count) {
            if (std::memcmp(memory.data() + at, expected, count) == 0)
                return;
            for (std::size_t i = 0; i < count; ++i) {
                if (memory[at + i] == expected[i])
                    continue;
                if (result.wrong++ == 0)
                    result.firstWrong = static_cast<std::int64_t>(offset + at + i);
            }
        });
    return result;
}

void DataPattern::Comparison::add(const Comparison &other)
{
    bytes += other.bytes;
    wrong += other.wrong;
    if (firstWrong < 0)
        firstWrong = other.firstWrong;
}

} // namespace sparkloom::agent
