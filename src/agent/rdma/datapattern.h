// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sparkloom::agent {

// What the memory of a flow holds when all its data arrived: every byte depends on its offset and on the seed, so that
// data of another run, of another place or of an earlier pass do not pass for it.
class DataPattern {
public:
    explicit DataPattern(std::uint64_t seed) : m_seed(seed) {}
    // offset: of the first byte within the flow's memory.
    void fill(std::span<std::byte> memory, std::uint64_t offset) const;

    struct Comparison {
        std::uint64_t bytes = 0;
        std::uint64_t wrong = 0;
        std::int64_t firstWrong = -1; // offset
        void add(const Comparison &other);
    };
    Comparison compare(std::span<const std::byte> memory, std::uint64_t offset) const;

private:
    std::uint64_t word(std::uint64_t number) const;

    std::uint64_t m_seed;
};

} // namespace sparkloom::agent
