// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace sparkloom::domain {

// A route shorter than this is the default route, whole or in pieces: VPNs write 0.0.0.0/1 and 128.0.0.0/1, or finer.
// It leads everywhere and collides with nothing.
inline constexpr int kShortestRoute = 5;

// Networks of which no host on a cable can have an address: this host, loopback, link-local, multicast and reserved.
std::span<const Ipv4Prefix> reservedNetworks();

// Gives out /24s that overlap nothing that is taken, and no reserved network.
class PoolAllocator {
public:
    explicit PoolAllocator(std::vector<Ipv4Prefix> taken) : m_taken(std::move(taken)) {}

    // From now on only subnets of this prefix may be reserved.
    void restrictTo(const Ipv4Prefix &pool) { m_only = pool; }
    // Takes a subnet that is already in use by us; false where it is not free or not allowed.
    bool reserve(const Ipv4Prefix &subnet);
    // The pool for `count` more subnets: the wanted one if given, else the /16 around a kept subnet, else the first
    // free /16 of 10.100 and its successors, then of 172.16 to 172.31. Errors: nothing free, the wanted pool collides,
    // is reserved or too small.
    base::Result<Ipv4Prefix> choose(
        const std::optional<Ipv4Prefix> &wanted, const std::optional<Ipv4Prefix> &kept, std::size_t count) const;
    // The next free /24 of a pool that choose() found large enough.
    Ipv4Prefix take(const Ipv4Prefix &pool);

private:
    bool isFree(const Ipv4Prefix &prefix) const;
    // Free /24s in a pool, counted up to `enough`.
    std::size_t countFree(const Ipv4Prefix &pool, std::size_t enough) const;
    std::optional<Ipv4Prefix> firstFree(const Ipv4Prefix &pool) const;

    std::vector<Ipv4Prefix> m_taken;
    std::set<Ipv4Prefix> m_given;
    std::optional<Ipv4Prefix> m_only;
};

} // namespace sparkloom::domain
