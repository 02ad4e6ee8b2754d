// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualhands.h"

#include <set>

using namespace sparkloom;
using namespace sparkloom::test;
using agent::Network;
using std::chrono::milliseconds;

namespace {

// Addresses .1 and .2 on both lanes of cage 0, with the given sysctls.
void address(VirtualWorld &v, int arpIgnore, int mtuA = 9000, int mtuB = 9000)
{
    for (int spark = 0; spark < 2; ++spark)
        for (const char side : {'A', 'B'}) {
            sim::Interface &interface = *v.netdev(spark, half(0, side));
            v.spark(spark).network.setAddresses(interface,
                {net(("10.100." + std::to_string(side - 'A') + '.' + std::to_string(spark + 1) + "/24").c_str())});
            v.spark(spark).network.setMtu(interface, spark == 0 ? mtuA : mtuB);
            v.spark(spark).network.setSysctl(interface.name, "arp_ignore", arpIgnore);
        }
    v.loop.pass(milliseconds(2000));
}

std::optional<base::Result<double>> ping(
    VirtualWorld &v, int spark, domain::HalfId from, const char *target, int payload)
{
    std::optional<base::Result<double>> answer;
    v.world->wires().echo(v.spark(spark), std::string(domain::documentedNetdev(from)), ip(target), payload,
        milliseconds(1000), [&answer](base::Result<double> result) { answer = result; });
    v.loop.pass(milliseconds(1100));
    return answer;
}

bool answered(const std::optional<base::Result<double>> &answer)
{
    return answer && answer->ok();
}

} // namespace

class TestWires : public QObject {
    Q_OBJECT

private:
    // Who hears a probe of one half of spark 0, as "spark-b 0A".
    std::set<std::string> hearing(
        VirtualWorld &v, domain::HalfId from, Network::ProbeKind kind, base::Result<void> *sent = nullptr)
    {
        std::set<std::string> heard;
        std::vector<std::unique_ptr<Network::Probe>> probes;
        for (const auto &spark : v.world->sparks())
            for (const domain::HalfId half : domain::kAllHalves)
                if (auto probe = v.world->wires().openProbe(*spark, std::string(domain::documentedNetdev(half)), kind,
                        [&heard, name = spark->spec.name + ' ' + domain::toText(half)](
                            std::string_view text) { heard.insert(name + (text == "hello" ? "" : " garbled")); }))
                    probes.push_back(std::move(probe).value());
        auto own = v.world->wires().openProbe(
            v.spark(0), std::string(domain::documentedNetdev(from)), kind, [](std::string_view) {});
        if (own) {
            const auto result = (*own)->send("hello");
            if (sent)
                *sent = result;
        }
        v.loop.pass(milliseconds(10));
        return heard;
    }

private Q_SLOTS:
    // What is sent to the nearest bridge ends at a switch; a broadcast does not.
    void directProbe_endsAtASwitch()
    {
        VirtualWorld pair("pair"), star("star");
        for (VirtualWorld *v : {&pair, &star}) {
            v->loop.pass(std::chrono::seconds(3));
            const auto lit = std::ranges::find_if(domain::kAllHalves, [&](domain::HalfId half) {
                const sim::Interface *const interface = v->spark(0).network.byHalf(half);
                return interface && interface->carrier();
            });
            QVERIFY(lit != domain::kAllHalves.end());
            const auto others = [&](Network::ProbeKind kind) {
                std::set<std::string> heard = hearing(*v, *lit, kind);
                std::erase_if(heard, [](const std::string &who) { return who.starts_with("spark-a "); });
                return heard.size();
            };
            QVERIFY(others(Network::ProbeKind::Raw) >= 2);
            QCOMPARE(others(Network::ProbeKind::Direct), std::size_t(v == &pair ? 2 : 0));
        }
    }

    void ipv6Probe_reachesBothHalvesOnTheWire()
    {
        VirtualWorld v("pair2");
        v.loop.pass(milliseconds(2000));
        QCOMPARE(hearing(v, half(0, 'A'), Network::ProbeKind::V6),
            (std::set<std::string>{"spark-a 0B", "spark-b 0A", "spark-b 0B"}));
        QCOMPARE(hearing(v, half(1, 'B'), Network::ProbeKind::V6),
            (std::set<std::string>{"spark-a 1A", "spark-b 1A", "spark-b 1B"}));
    }

    void ipv6Probe_needsALinkLocalAddress()
    {
        VirtualWorld v("pair");
        base::Result<void> sent;
        QVERIFY(hearing(v, half(0, 'A'), Network::ProbeKind::V6, &sent).empty()); // still tentative
        QVERIFY(!sent.ok());
        v.loop.pass(milliseconds(2000));
        v.spark(1).network.setSysctl("enp1s0f0np0", "disable_ipv6", 1);
        QCOMPARE(hearing(v, half(0, 'A'), Network::ProbeKind::V6, &sent),
            (std::set<std::string>{"spark-a 0B", "spark-b 0B"}));
        QVERIFY(sent.ok());
        v.spark(0).network.setSysctl("enp1s0f0np0", "disable_ipv6", 1);
        QVERIFY(hearing(v, half(0, 'A'), Network::ProbeKind::V6, &sent).empty());
        QVERIFY(!sent.ok());
    }

    void ipv4Probe_needsTheSameSubnetAtBothEnds()
    {
        VirtualWorld v("pair");
        base::Result<void> sent;
        const std::uint64_t before = v.spark(1).cages[0].rxFrames;
        QVERIFY(hearing(v, half(0, 'A'), Network::ProbeKind::V4, &sent).empty());
        QVERIFY(sent.ok());
        QCOMPARE(v.spark(1).cages[0].rxFrames, before + 1); // taken by nobody, and counted all the same
        address(v, 1);
        QCOMPARE(hearing(v, half(0, 'A'), Network::ProbeKind::V4, &sent), (std::set<std::string>{"spark-b 0A"}));
        QVERIFY(sent.ok());
    }

    void aSwitch_joinsAll()
    {
        VirtualWorld v("star");
        v.loop.pass(milliseconds(2000));
        QCOMPARE(hearing(v, half(0, 'B'), Network::ProbeKind::V6),
            (std::set<std::string>{
                "spark-a 0A", "spark-b 0A", "spark-b 0B", "spark-c 0A", "spark-c 0B", "spark-d 0A", "spark-d 0B"}));
    }

    void withoutCarrier_nothingIsHeard()
    {
        VirtualWorld v("pair");
        v.loop.pass(milliseconds(2000));
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        QVERIFY(hearing(v, half(0, 'A'), Network::ProbeKind::V6).empty());
    }

    void arpIgnore_keepsTheLanesApart()
    {
        VirtualWorld v("pair");
        address(v, 1);
        for (const char side : {'A', 'B'}) {
            const std::string target = std::string("10.100.") + std::to_string(side - 'A') + ".2";
            QVERIFY(answered(ping(v, 0, half(0, side), target.c_str(), 8972)));
            QVERIFY(v.netdev(0, half(0, side))->neighbours.at(target) == v.netdev(1, half(0, side))->mac);
        }
    }

    void withoutArpIgnore_halfOfTheNeighboursAreWrong()
    {
        int wrong = 0, all = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            VirtualWorld v("pair", 1, seed);
            address(v, 0);
            for (const char side : {'A', 'B'}) {
                const auto mac = v.world->wires().resolve(
                    v.spark(0), *v.netdev(0, half(0, side)), ip(side == 'A' ? "10.100.0.2" : "10.100.1.2"));
                QVERIFY(mac.has_value());
                ++all;
                wrong += *mac != v.netdev(1, half(0, side))->mac;
            }
        }
        QVERIFY2(wrong > all / 4 && wrong < all * 3 / 4, qPrintable(QString::number(wrong)));
    }

    void sameSeed_sameArpAnswersAndRoundTrips()
    {
        const auto run = [](std::uint64_t seed) {
            VirtualWorld v("pair", 1, seed);
            address(v, 0);
            std::string text;
            for (const char side : {'A', 'B'}) {
                const char *const target = side == 'A' ? "10.100.0.2" : "10.100.1.2";
                const auto time = ping(v, 0, half(0, side), target, 56);
                text += v.netdev(0, half(0, side))->neighbours.at(target).toString() + ' '
                    + (answered(time) ? std::to_string(**time) : "lost") + '\n';
            }
            return text;
        };
        QCOMPARE(run(5), run(5));
        std::set<std::string> different;
        for (std::uint64_t seed = 1; seed <= 10; ++seed)
            different.insert(run(seed));
        QVERIFY(different.size() > 2);
    }

    void strictFilter_silencesTheWrongHalf()
    {
        VirtualWorld v("pair");
        address(v, 0);
        for (int spark = 0; spark < 2; ++spark)
            for (const char *scope : {"all", "enp1s0f0np0", "enP2p1s0f0np0"})
                v.spark(spark).network.setSysctl(scope, "rp_filter", 1);
        for (const char side : {'A', 'B'})
            QVERIFY(answered(ping(v, 0, half(0, side), side == 'A' ? "10.100.0.2" : "10.100.1.2", 56)));
    }

    void echo_honoursTheMtuAtBothEnds()
    {
        VirtualWorld v("pair");
        address(v, 1, 9000, 1500);
        QVERIFY(answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 1472)));
        const auto lost = ping(v, 0, half(0, 'A'), "10.100.0.2", 1473);
        QVERIFY(lost && !lost->ok());
        QVERIFY(lost->error().kind == base::ErrorKind::NotKnown); // nobody answers
        const auto tooLong = ping(v, 1, half(0, 'A'), "10.100.0.1", 1473);
        QVERIFY(tooLong && !tooLong->ok());
        QVERIFY(tooLong->error().detail.find("Message too long") != std::string::npos);
    }

    void echo_honoursTheMtuOfTheSwitch()
    {
        VirtualWorld v("star");
        address(v, 1, 9978, 9978);
        QVERIFY(answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 8972)));
        QVERIFY(!answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 9300)));
    }

    void echo_needsAnAddressAndSomebodyThere()
    {
        VirtualWorld v("pair");
        QVERIFY(!answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 56)));
        address(v, 1);
        QVERIFY(!answered(ping(v, 0, half(0, 'A'), "10.100.0.9", 56)));
        QVERIFY(!answered(ping(v, 0, half(0, 'B'), "10.100.0.2", 56))); // bound to the other half
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        QVERIFY(!answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 56)));
    }

    void counters_moveWithTraffic()
    {
        VirtualWorld v("pair");
        address(v, 1);
        const auto before = v.spark(1).cages[0];
        const auto half0 = v.netdev(1, half(0, 'A'))->traffic;
        QVERIFY(answered(ping(v, 0, half(0, 'A'), "10.100.0.2", 1000)));
        const auto after = v.spark(1).cages[0];
        // ARP and one echo each way: 46 + 18 and 1028 + 18 octets on the wire.
        QCOMPARE(after.rxOctets - before.rxOctets, std::uint64_t(64 + 1046));
        QVERIFY(after.txOctets - before.txOctets >= 1046);
        QVERIFY(v.netdev(1, half(0, 'A'))->traffic.rxBytes - half0.rxBytes >= 1042);
        QCOMPARE(v.spark(1).cages[1].rxOctets, std::uint64_t(0));
    }

    void tcpConnect_goesOverManagementAndLanes()
    {
        VirtualWorld v("pair");
        address(v, 1);
        const auto management = v.world->wires().connect(v.spark(0), v.spark(1).managementAddress);
        QVERIFY(management && management->spark == &v.spark(1));
        QVERIFY(management->from == v.spark(0).managementAddress);
        const auto lane = v.world->wires().connect(v.spark(0), ip("10.100.1.2"));
        QVERIFY(lane && lane->spark == &v.spark(1));
        QVERIFY(lane->from == ip("10.100.1.1"));
        QVERIFY(!v.world->wires().connect(v.spark(0), ip("10.100.2.2")));
    }
};

QTEST_GUILESS_MAIN(TestWires)
#include "tst_sim_wires.moc"
