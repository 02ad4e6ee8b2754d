// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/pool.h"

#include <algorithm>
#include <array>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr int kLaneLength = 24;
constexpr std::uint32_t kStep = 256; // addresses of a /24

Ipv4Prefix slash16(std::uint32_t first, std::uint32_t second)
{
    return {Ipv4Address{first << 24 | second << 16}, 16};
}

// 192.168 is never chosen: homes and offices use it (design decision 9).
std::vector<Ipv4Prefix> defaultPools()
{
    std::vector<Ipv4Prefix> pools;
    for (std::uint32_t second = 100; second <= 254; ++second)
        pools.push_back(slash16(10, second));
    for (std::uint32_t second = 16; second <= 31; ++second)
        pools.push_back(slash16(172, second));
    return pools;
}

std::uint64_t sizeOf(const Ipv4Prefix &prefix)
{
    return std::uint64_t(1) << (32 - prefix.length);
}

} // namespace

std::span<const Ipv4Prefix> reservedNetworks()
{
    static constexpr std::array<Ipv4Prefix, 5> kReserved = {{{Ipv4Address{0}, 8}, {Ipv4Address{0x7f000000}, 8},
        {Ipv4Address{0xa9fe0000}, 16}, {Ipv4Address{0xe0000000}, 4}, {Ipv4Address{0xf0000000}, 4}}};
    return kReserved;
}

bool PoolAllocator::isFree(const Ipv4Prefix &prefix) const
{
    const auto overlaps = [&](const Ipv4Prefix &other) { return prefix.overlaps(other); };
    const std::span<const Ipv4Prefix> reserved = reservedNetworks();
    return std::none_of(reserved.begin(), reserved.end(), overlaps)
        && std::none_of(m_taken.begin(), m_taken.end(), overlaps)
        && std::none_of(m_given.begin(), m_given.end(), overlaps);
}

bool PoolAllocator::reserve(const Ipv4Prefix &subnet)
{
    if (!isFree(subnet) || (m_only && !(m_only->length <= subnet.length && m_only->contains(subnet.network))))
        return false;
    m_given.insert(subnet);
    return true;
}

std::optional<Ipv4Prefix> PoolAllocator::firstFree(const Ipv4Prefix &pool) const
{
    const std::uint64_t end = std::uint64_t(pool.network.value) + sizeOf(pool);
    for (std::uint64_t network = pool.network.value; network < end; network += kStep) {
        const Ipv4Prefix candidate{Ipv4Address{static_cast<std::uint32_t>(network)}, kLaneLength};
        if (isFree(candidate))
            return candidate;
    }
    return std::nullopt;
}

std::size_t PoolAllocator::countFree(const Ipv4Prefix &pool, std::size_t enough) const
{
    PoolAllocator trial = *this;
    std::size_t count = 0;
    for (; count < enough; ++count) {
        const auto subnet = trial.firstFree(pool);
        if (!subnet)
            break;
        trial.m_given.insert(*subnet);
    }
    return count;
}

base::Result<Ipv4Prefix> PoolAllocator::choose(
    const std::optional<Ipv4Prefix> &wanted, const std::optional<Ipv4Prefix> &kept, std::size_t count) const
{
    if (wanted) {
        const auto covering = std::find_if(m_taken.begin(), m_taken.end(),
            [&](const Ipv4Prefix &taken) { return taken.length <= wanted->length && taken.overlaps(*wanted); });
        if (covering != m_taken.end())
            return base::failed(Message("addresses.pool-collides"_msg)
                                    .with("pool", wanted->toString())
                                    .with("route", covering->toString()));
        if (wanted->length < 8 || wanted->length > kLaneLength)
            return base::Error{
                base::ErrorKind::Usage, Message("addresses.pool-length"_msg).with("pool", wanted->toString()), {}};
        const std::span<const Ipv4Prefix> reserved = reservedNetworks();
        if (std::any_of(reserved.begin(), reserved.end(),
                [&](const Ipv4Prefix &each) { return each.length <= wanted->length && each.overlaps(*wanted); }))
            return base::Error{
                base::ErrorKind::Usage, Message("addresses.pool-reserved"_msg).with("pool", wanted->toString()), {}};
        if (countFree(*wanted, count) < count)
            return base::failed(Message("addresses.pool-too-small"_msg)
                                    .with("pool", wanted->toString())
                                    .with("needed", static_cast<std::int64_t>(count)));
        return *wanted;
    }
    if (kept) {
        const Ipv4Prefix around = Ipv4Prefix::of(kept->network, 16);
        const bool mayGrow = !around.overlaps(slash16(192, 168));
        if (count == 0 || (mayGrow && countFree(around, count) == count))
            return around;
    }
    for (const Ipv4Prefix &pool : defaultPools()) {
        const bool clash =
            std::any_of(m_taken.begin(), m_taken.end(), [&](const Ipv4Prefix &taken) { return taken.overlaps(pool); });
        if (!clash && countFree(pool, count) == count)
            return pool;
    }
    return base::failed("addresses.no-free-pool"_msg);
}

Ipv4Prefix PoolAllocator::take(const Ipv4Prefix &pool)
{
    const Ipv4Prefix subnet = firstFree(pool).value_or(pool);
    m_given.insert(subnet);
    return subnet;
}

} // namespace sparkloom::domain
