// SPDX-License-Identifier: Apache-2.0
#include "agent/halfcache.h"

#include <algorithm>

namespace sparkloom::agent {

const std::vector<PresentHalf> &HalfCache::halves()
{
    const auto links = m_system.network().links();
    std::vector<std::pair<int, std::string>> netdevs;
    for (const LinkInfo &link : links ? *links : std::vector<LinkInfo>())
        netdevs.emplace_back(link.index, link.name);
    const std::chrono::nanoseconds now = m_system.loop().monotonic();
    const bool whole =
        std::all_of(m_halves.begin(), m_halves.end(), [](const PresentHalf &half) { return !half.rdmaDevice.empty(); });
    if (!whole || netdevs != m_netdevs || now - m_lookedAt >= kAgain) {
        m_netdevs = std::move(netdevs);
        m_lookedAt = now;
        m_halves = links ? findHalves(m_system.files(), *links) : std::vector<PresentHalf>();
        return m_halves;
    }
    for (PresentHalf &half : m_halves) {
        const auto link = std::find_if(
            links->begin(), links->end(), [&half](const LinkInfo &each) { return each.index == half.link.index; });
        if (link != links->end())
            half.link = *link;
    }
    return m_halves;
}

} // namespace sparkloom::agent
