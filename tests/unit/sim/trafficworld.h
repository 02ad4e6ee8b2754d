// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualhands.h"

#include "sim/world/ethtool.h"
#include "sim/world/flows.h"

#include <algorithm>

namespace sparkloom::test {

// A virtual world whose halves have addresses as a set-up gives them: one subnet per lane of each cable, or one per
// lane for everybody on a switch, with the sysctls that keep the halves apart.
struct TrafficWorld : VirtualWorld {
    explicit TrafficWorld(const char *scenario, int mtu = 9000, std::uint64_t seed = 1, double speed = 1)
        : VirtualWorld(scenario, speed, seed)
    {
        int net3 = 0;
        for (const sim::PluggedCable &cable : world->cabling().cables()) {
            for (const sim::Socket &end : {cable.a, cable.b})
                if (!end.isSwitch())
                    address(end, cable.b.isSwitch() ? 0 : net3, mtu);
            net3 += 2;
        }
        loop.pass(std::chrono::seconds(2));
    }

    void address(sim::Socket end, int net3, int mtu)
    {
        for (const char side : {'A', 'B'}) {
            const domain::HalfId which{end.cage, side == 'A' ? domain::Side::A : domain::Side::B};
            sim::Interface &interface = *netdev(end.spark, which);
            const std::string text = "10.100." + std::to_string(net3 + side - 'A') + '.'
                + std::to_string(end.spark * 2 + domain::number(end.cage) + 1) + "/24";
            spark(end.spark).network.setAddresses(interface, {net(text.c_str())});
            spark(end.spark).network.setMtu(interface, mtu);
            spark(end.spark).network.setSysctl(interface.name, "arp_ignore", 1);
        }
    }

    static sim::TrafficRequest request(sim::TrafficRequest::Kind kind, std::vector<domain::HalfId> halves = {})
    {
        sim::TrafficRequest wanted;
        wanted.kind = kind;
        wanted.sparks = {0, 1};
        wanted.halves = std::move(halves);
        wanted.channels = kind == sim::TrafficRequest::Kind::Tcp ? 16 : 4;
        wanted.duration = std::chrono::seconds(10);
        return wanted;
    }
    // Runs it for its time.
    sim::TrafficState run(const sim::TrafficRequest &wanted)
    {
        const auto id = world->flows().start(wanted);
        if (!id) {
            sim::TrafficState refused;
            refused.problem = id.error().detail;
            return refused;
        }
        loop.pass(world->scaled(wanted.duration) + std::chrono::milliseconds(1));
        return *world->flows().state(*id);
    }
    std::uint64_t statistic(int number, domain::HalfId which, const char *name)
    {
        for (const auto &[key, value] : sim::ethtoolStatistics(*world, spark(number), which))
            if (key == name)
                return value;
        return ~std::uint64_t(0);
    }
    std::string file(int number, const std::string &path)
    {
        const auto text = spark(number).files.read(sim::kRoot, path, 65536);
        return text ? **text : std::string("(missing)");
    }
};

inline bool near(double value, double expected, double tolerance = 0.08)
{
    return std::abs(value / expected - 1) <= tolerance;
}

} // namespace sparkloom::test
