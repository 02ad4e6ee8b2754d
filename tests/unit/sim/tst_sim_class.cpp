// SPDX-License-Identifier: GPL-3.0-or-later
// A class of 64 on one switch: who they are, and the map that all of them together give. (Over SSH: tests/bench; set
// up: tests/cli.)
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "trafficworld.h"

#include "domain/fabric/topology.h"
#include "sim/world/world.h"

#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
namespace verb = protocol::verb;

class TestClass : public QObject {
    Q_OBJECT

    static constexpr std::size_t kSeats = 64;

    VirtualWorld m_world{"class-64"};
    std::vector<std::unique_ptr<VirtualAgent>> m_agents;
    std::vector<domain::SparkFacts> m_facts;

private Q_SLOTS:
    void initTestCase()
    {
        // Half A of each cage is enough for the map, and a quarter of the work.
        for (const auto &spark : m_world.world->sparks())
            for (const domain::HalfId half : domain::kAllHalves)
                if (half.side == domain::Side::B && spark->network.byHalf(half))
                    spark->network.setSysctl(std::string(domain::documentedNetdev(half)), "disable_ipv6", 1);
        m_world.loop.pass(3s);
        for (const auto &spark : m_world.world->sparks())
            m_agents.push_back(std::make_unique<VirtualAgent>(m_world, spark->number));
        for (const auto &agent : m_agents) {
            const auto answer =
                agent->ask<protocol::InventoryAnswer>(verb::kInventory, protocol::encode(protocol::InventoryRequest{}));
            QVERIFY(answer.has_value());
            m_facts.push_back(answer->facts);
        }
        QCOMPARE(m_facts.size(), kSeats);
    }

    // Two that look alike would be taken for one machine.
    void nobody_isMistakenForAnother()
    {
        std::set<std::string> ids, guids, hostnames, macs, managementAddresses;
        for (const domain::SparkFacts &facts : m_facts) {
            ids.insert(facts.id.value);
            guids.insert(facts.sysImageGuid);
            hostnames.insert(facts.hostname);
            for (const domain::HalfFacts &half : facts.halves)
                macs.insert(half.mac.toString());
        }
        for (const auto &spark : m_world.world->sparks())
            managementAddresses.insert(spark->managementAddress.toString());
        QCOMPARE(ids.size(), kSeats);
        QCOMPARE(guids.size(), kSeats);
        QCOMPARE(hostnames.size(), kSeats);
        QCOMPARE(managementAddresses.size(), kSeats);
        QCOMPARE(macs.size(), 4 * kSeats);
        for (const domain::SparkFacts &facts : m_facts)
            QVERIFY(facts.cageLit(domain::CageIndex::Zero) != facts.cageLit(domain::CageIndex::One)); // one cable each
    }

    // Everybody is heard by everybody, within three rounds of frames.
    void map_isOneSwitchWithEverybody()
    {
        constexpr int kBetween = 1000; // ms: what the first ones sent, the last ones were not there to hear
        for (std::size_t i = 0; i < kSeats; ++i) {
            protocol::NeighboursRequest request;
            request.runNonce = std::string(32, 'a');
            request.runKey = std::string(64, 'b');
            request.self = m_facts[i].id;
            request.intervalMs = kBetween;
            m_agents[i]->lines.clear();
            m_agents[i]->send(verb::kNeighbours, protocol::encode(request));
        }
        m_world.loop.pass(2100ms); // whoever has heard 63 others leaves out every other round
        std::vector<domain::Evidence> evidence;
        for (std::size_t i = 0; i < kSeats; ++i)
            for (const std::string &line : m_agents[i]->lines)
                if (const auto envelope = protocol::decodeLine(line);
                    envelope && envelope->type == protocol::event::kHeard)
                    if (const auto heard = protocol::decode<protocol::NeighbourHeard>(envelope->body);
                        heard && heard->from)
                        evidence.push_back({heard->kind, *heard->from, {m_facts[i].id, heard->at}});
        const domain::CableMap map = domain::buildCableMap(m_facts, evidence);
        QCOMPARE(map.cables.size(), kSeats);
        QCOMPARE(map.switchCount, 1);
        QVERIFY(map.unknown.empty() && map.contradictions.empty());
        for (const domain::Cable &cable : map.cables)
            QVERIFY(cable.b.isSwitch() && cable.certainty == domain::Certainty::Certain);
        QCOMPARE(std::string(domain::toText(domain::recogniseTopology(map, m_facts))),
            m_world.world->scenario().verdict.topology);
    }

    // "All cables at once": each sends to the next one and back, over both halves. Nobody is turned away, and a switch
    // that is not full gives each its whole wire.
    void everybody_measuresAtOnce()
    {
        TrafficWorld v("class-64");
        std::vector<sim::Flows::Id> ids;
        for (int from = 0; from < static_cast<int>(kSeats); ++from)
            for (const char side : {'A', 'B'})
                for (const bool back : {false, true}) {
                    auto request = v.request(sim::TrafficRequest::Kind::Rdma, {half(0, side)});
                    const int to = (from + 1) % static_cast<int>(kSeats);
                    request.sparks = back ? std::vector{to, from} : std::vector{from, to};
                    const auto id = v.world->flows().start(request);
                    QVERIFY2(id.ok(), id.ok() ? "" : id.error().detail.c_str());
                    ids.push_back(*id);
                }
        QCOMPARE(ids.size(), 4 * kSeats);
        v.loop.pass(2s);
        for (const auto id : ids) { // two go in and two come out of each half
            const auto state = v.world->flows().state(id);
            QVERIFY(state && state->running);
            QVERIFY2(std::abs(state->gbpsNow - 196.0 / 4) < 3, std::to_string(state->gbpsNow).c_str());
        }
    }

    void cleanupTestCase() { m_agents.clear(); }
};

QTEST_GUILESS_MAIN(TestClass)
#include "tst_sim_class.moc"
