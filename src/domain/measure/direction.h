// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace sparkloom::domain {

// As the Spark sees it that is being measured.
enum class Direction : std::uint8_t { Send = 0, Receive = 1 };
inline constexpr std::array<Direction, 2> kBothDirections = {Direction::Send, Direction::Receive};

// One value for each direction: they are never averaged.
template <typename T>
struct PerDirection {
    T send{};
    T receive{};
    T &operator[](Direction direction) { return direction == Direction::Send ? send : receive; }
    const T &operator[](Direction direction) const { return direction == Direction::Send ? send : receive; }
    friend bool operator==(const PerDirection &, const PerDirection &) = default;
};

} // namespace sparkloom::domain
