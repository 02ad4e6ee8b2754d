// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/halves.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace sparkloom::agent {

// The halves of this Spark for whoever asks many times a second. Which netdev is which half is read from some forty
// files, and stays as it is while the same netdevs are there; this looks again when they change, and every kAgain.
class HalfCache {
public:
    static constexpr std::chrono::seconds kAgain{2}; // what appears late beside a netdev, its RoCE device above all

    explicit HalfCache(System &system) : m_system(system) {}

    // With the links as they are now. Valid until the next call.
    const std::vector<PresentHalf> &halves();

private:
    System &m_system;
    std::vector<std::pair<int, std::string>> m_netdevs; // that the halves were found among: index and name
    std::vector<PresentHalf> m_halves;
    std::chrono::nanoseconds m_lookedAt{};
};

} // namespace sparkloom::agent
