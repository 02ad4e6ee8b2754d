// SPDX-License-Identifier: Apache-2.0
#include "domain/measure/siblings.h"

#include <utility>

namespace sparkloom::domain {

namespace {

constexpr int kTicks = 3;
// Less than this in a tick is idle: frames of the neighbour table and the like tell nothing.
constexpr std::uint64_t kLoaded = 256 * 1024;
// What a port may hold back between two reads beside what its speed explains.
constexpr double kSlack = 64 * 1024;

std::uint64_t distance(std::uint64_t a, std::uint64_t b)
{
    return a > b ? a - b : b - a;
}

} // namespace

void SiblingDetector::take(const PortRead &first, const PortRead &second)
{
    if (m_sharing != Sharing::Undecided || !first.known() || !second.known() || first.time.late() || second.time.late())
        return;
    const std::optional<PortRead> last = std::exchange(m_last, first);
    if (!last || distance(*first.txOctets, *last->txOctets) + distance(*first.rxOctets, *last->rxOctets) < kLoaded)
        return;
    const double between = std::chrono::duration<double>(second.time.after - first.time.before).count();
    const double possible = between * m_linkGbps * 1e9 / 8 + kSlack;
    const bool alike = static_cast<double>(distance(*first.txOctets, *second.txOctets)) <= possible
        && static_cast<double>(distance(*first.rxOctets, *second.rxOctets)) <= possible;
    m_alike = alike ? m_alike + 1 : 0;
    m_different = alike ? 0 : m_different + 1;
    if (m_alike >= kTicks)
        m_sharing = Sharing::Shared;
    else if (m_different >= kTicks)
        m_sharing = Sharing::Separate;
}

} // namespace sparkloom::domain
