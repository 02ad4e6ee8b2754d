// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/ethtoolioctl.h"

#include <algorithm>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace sparkloom::agent {

namespace {

constexpr std::uint32_t kMostCounters = 4096; // mlx5 has some hundreds

// Storage that begins with one of the kernel's structs and goes on with its array.
template <typename Head>
std::vector<std::uint64_t> storage(std::size_t arrayBytes)
{
    return std::vector<std::uint64_t>((sizeof(Head) + arrayBytes + 7) / 8);
}

} // namespace

DriverStatistics::DriverStatistics(std::string netdev)
    : m_netdev(std::move(netdev)), m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
{
    auto info = storage<ethtool_sset_info>(sizeof(std::uint32_t));
    auto *const head = reinterpret_cast<ethtool_sset_info *>(info.data());
    head->cmd = ETHTOOL_GSSET_INFO;
    head->sset_mask = 1ull << ETH_SS_STATS;
    if (!ask(info.data()) || head->sset_mask == 0)
        return;
    std::uint32_t count = 0;
    std::memcpy(&count, reinterpret_cast<const char *>(info.data()) + sizeof(ethtool_sset_info), sizeof count);
    if (count == 0 || count > kMostCounters)
        return;
    auto strings = storage<ethtool_gstrings>(std::size_t(count) * ETH_GSTRING_LEN);
    auto *const list = reinterpret_cast<ethtool_gstrings *>(strings.data());
    list->cmd = ETHTOOL_GSTRINGS;
    list->string_set = ETH_SS_STATS;
    list->len = count;
    if (!ask(strings.data()) || list->len != count)
        return;
    const char *text = reinterpret_cast<const char *>(strings.data()) + sizeof(ethtool_gstrings);
    for (std::uint32_t i = 0; i < count; ++i, text += ETH_GSTRING_LEN)
        m_names.emplace_back(text, strnlen(text, ETH_GSTRING_LEN));
}

bool DriverStatistics::ask(void *data) const
{
    ifreq request{};
    if (m_netdev.size() >= sizeof request.ifr_name || !m_socket.valid())
        return false;
    std::memcpy(request.ifr_name, m_netdev.c_str(), m_netdev.size());
    request.ifr_data = static_cast<char *>(data);
    return ioctl(m_socket.get(), SIOCETHTOOL, &request) == 0;
}

std::vector<std::uint64_t> DriverStatistics::read() const
{
    if (m_names.empty())
        return {};
    // The kernel writes as many values as the driver has now, which may be more than before (queues were added):
    // there is
    // room for them, and a list that is another one than that of the names is thrown away.
    auto values = storage<ethtool_stats>((m_names.size() + kMostCounters) * sizeof(std::uint64_t));
    auto *const head = reinterpret_cast<ethtool_stats *>(values.data());
    head->cmd = ETHTOOL_GSTATS;
    head->n_stats = static_cast<std::uint32_t>(m_names.size());
    if (!ask(values.data()) || head->n_stats != m_names.size())
        return {};
    std::vector<std::uint64_t> list(m_names.size());
    std::memcpy(list.data(), reinterpret_cast<const char *>(values.data()) + sizeof(ethtool_stats),
        list.size() * sizeof(std::uint64_t));
    return list;
}

std::optional<std::size_t> DriverStatistics::indexOf(std::string_view name) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    return found == m_names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_names.begin()));
}

} // namespace sparkloom::agent
