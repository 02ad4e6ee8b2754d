// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sparkloom::sim {

// A pseudo-random sequence (splitmix64) that is the same for the same seed on every machine. Not for secrets.
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    // A sequence of its own for each name: what one part draws never shifts what another part gets.
    SeededRandom(std::uint64_t seed, std::string_view name);

    std::uint64_t next();
    std::uint64_t below(std::uint64_t bound); // 0 to bound - 1; bound > 0
    std::string hex(int digits);

private:
    std::uint64_t m_state;
};

} // namespace sparkloom::sim
