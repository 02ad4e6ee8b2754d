// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "adapters/local/routes.h"
#include "agent/linux/ethtool.h"
#include "agent/linux/netlink.h"

#include <algorithm>

using namespace sparkloom;

// Answers of the kernel: a dump of routes, and attributes within attributes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::vector<domain::Ipv4Prefix> routes;
    bool done = false;
    local::readRoutes({reinterpret_cast<const std::byte *>(data), size}, routes, done);
    fuzz::require(routes.size() <= size, "no route out of nothing");
    const agent::NetlinkAttributes attributes(data, size);
    attributes.forEach([&](std::uint16_t type, std::string_view payload) {
        fuzz::require(payload.size() <= size, "a payload is within the message");
        fuzz::require(attributes.has(type), "what is there is found");
        (void)agent::NetlinkAttributes(payload.data(), payload.size()).number(type, 0);
    });
    std::size_t statistics = 0;
    agent::readMacGroup(fuzz::asText(data, size), [&](std::uint16_t, std::uint64_t) { ++statistics; });
    fuzz::require(statistics * sizeof(std::uint64_t) <= size, "no statistic out of nothing");
    return 0;
}
