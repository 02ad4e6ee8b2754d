// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios as they are played: set up long ago, sick from the start, and what happens by itself.
#include <QTest>

#include "toldworld.h"

#include "domain/fabric/topology.h"
#include "domain/plan/render.h"
#include "sim/world/flows.h"

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace std::chrono_literals;
namespace verb = protocol::verb;

namespace {

domain::SparkFacts factsOf(ToldWorld &told, int spark)
{
    VirtualAgent agent(told.v, spark);
    const auto answer =
        agent.ask<protocol::InventoryAnswer>(verb::kInventory, protocol::encode(protocol::InventoryRequest{}));
    return answer ? answer->facts : domain::SparkFacts{};
}

// The map that the neighbour probes of all agents give.
domain::CableMap probe(ToldWorld &told, const std::vector<domain::SparkFacts> &facts)
{
    std::vector<std::unique_ptr<VirtualAgent>> agents;
    for (const domain::SparkFacts &one : facts) {
        agents.push_back(std::make_unique<VirtualAgent>(told.v, static_cast<int>(agents.size())));
        protocol::NeighboursRequest request;
        request.runNonce = std::string(32, 'a');
        request.runKey = std::string(64, 'b');
        request.self = one.id;
        agents.back()->send(verb::kNeighbours, protocol::encode(request));
    }
    told.v.loop.pass(2s);
    std::vector<domain::Evidence> evidence;
    for (std::size_t i = 0; i < agents.size(); ++i)
        for (const std::string &line : agents[i]->lines)
            if (const auto envelope = protocol::decodeLine(line); envelope && envelope->type == protocol::event::kHeard)
                if (const auto heard = protocol::decode<protocol::NeighbourHeard>(envelope->body); heard && heard->from)
                    evidence.push_back({heard->kind, *heard->from, {facts[i].id, heard->at}});
    return domain::buildCableMap(facts, evidence);
}

} // namespace

class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScenario_hasTheTopologyOfItsVerdict_data()
    {
        QTest::addColumn<std::string>("name");
        for (const sim::Scenario &scenario : sim::builtInScenarios())
            // 64 Sparks hear 4032 others: tests/virtual has that scenario. What leads to storage, only its owner can
            // tell.
            if (scenario.hosts.size() <= 8 && scenario.verdict.topology != "split")
                QTest::newRow(scenario.name.c_str()) << scenario.name;
    }
    void everyScenario_hasTheTopologyOfItsVerdict()
    {
        QFETCH(std::string, name);
        ToldWorld told(name.c_str());
        QVERIFY(told.ready);
        std::vector<domain::SparkFacts> facts;
        for (const auto &spark : told.v.world->sparks())
            facts.push_back(factsOf(told, spark->number));
        const domain::CableMap map = probe(told, facts);
        QVERIFY(map.contradictions.empty());
        QCOMPARE(std::string(domain::toText(domain::recogniseTopology(map, facts))),
            told.v.world->scenario().verdict.topology);
    }

    void readyScenarios_areSetUp_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<int>("halves");
        QTest::newRow("pair-ready") << std::string("pair-ready") << 2;
        QTest::newRow("ring-ready") << std::string("ring-ready") << 4;
        QTest::newRow("star-ready") << std::string("star-ready") << 2;
    }
    void readyScenarios_areSetUp()
    {
        QFETCH(std::string, name);
        QFETCH(int, halves);
        ToldWorld told(name.c_str());
        QVERIFY(told.ready);
        for (const auto &spark : told.v.world->sparks()) {
            const domain::SparkFacts facts = factsOf(told, spark->number);
            QVERIFY(facts.receipt && facts.receiptMatchesFiles && facts.rootHelperInstalled
                && !facts.clusterPublicKey.empty());
            QCOMPARE(static_cast<int>(facts.receipt->config.halves.size()), halves);
            for (const domain::HalfConfig &wanted : facts.receipt->config.halves) {
                const domain::HalfFacts *const now = facts.half(wanted.half);
                QVERIFY(now && now->carrier && now->mtu == 9000);
                QCOMPARE(now->addresses, std::vector{wanted.address});
                QCOMPARE(now->sysctls.arpIgnore, 1);
            }
            QVERIFY(spark->timers.empty());
            VirtualAgent agent(told.v, spark->number);
            for (const auto &other : told.v.world->sparks()) {
                if (other == spark)
                    continue;
                const auto check = agent.ask<protocol::SshCheckAnswer>(verb::kSshCheck,
                    protocol::encode(protocol::SshCheckRequest{other->spec.user, other->spec.name, 8000}));
                QVERIFY(check && check->ok);
                QCOMPARE(check->hostname, other->spec.name);
            }
        }
    }

    void dyingCable_getsWorse()
    {
        ToldWorld told("dying-cable"); // 20 s are over
        const auto &active = told.v.world->faults().active();
        QCOMPARE(active.size(), std::size_t(1));
        QVERIFY(active.front().fault == sim::Fault::BadCable);
        told.v.loop.pass(20s);
        QCOMPARE(active.size(), std::size_t(2));
        QVERIFY(told.v.spark(1).cages[0].linkDowns > 0);
        told.v.loop.pass(90s);
        QVERIFY(std::ranges::any_of(active, [](const auto &f) { return f.fault == sim::Fault::NotSeated; }));
        QVERIFY(std::ranges::none_of(active, [](const auto &f) { return f.fault == sim::Fault::Flapping; }));
        QVERIFY(!told.v.carrier(0, half(0, 'A')) && !told.v.carrier(1, half(0, 'B')));
    }

    void pulledCable_waitsForTheTest()
    {
        ToldWorld told("pulled-cable");
        told.v.loop.pass(60s);
        QVERIFY(told.v.carrier(0, half(0, 'A')));
        sim::TrafficRequest request;
        request.kind = sim::TrafficRequest::Kind::Rdma;
        request.sparks = {0, 1};
        QVERIFY(told.v.world->flows().start(request).ok());
        told.v.loop.pass(1900ms);
        QVERIFY(told.v.carrier(0, half(0, 'A')));
        told.v.loop.pass(200ms);
        QVERIFY(!told.v.carrier(0, half(0, 'A')));
        told.v.loop.pass(20s);
        QVERIFY(told.v.carrier(0, half(0, 'A')) && told.v.carrier(1, half(0, 'B')));
        // The timeline runs once.
        QVERIFY(told.v.world->flows().start(request).ok());
        told.v.loop.pass(5s);
        QVERIFY(told.v.carrier(0, half(0, 'A')));
    }

    void sameSeed_sameNumbers()
    {
        const auto play = [](std::uint64_t seed) {
            ToldWorld told("dying-cable", seed);
            sim::TrafficRequest request;
            request.kind = sim::TrafficRequest::Kind::Rdma;
            request.sparks = {0, 1};
            request.duration = 5s;
            const auto id = told.v.world->flows().start(request);
            std::vector<double> numbers;
            for (int i = 0; i < 60; ++i) {
                told.v.loop.pass(100ms);
                numbers.push_back(told.v.world->flows().state(*id)->gbpsNow);
            }
            const auto &cage = told.v.spark(1).cages[0];
            for (const std::uint64_t counter :
                {cage.rxOctets, cage.txOctets, cage.rxSymbolErrors, cage.rxCrcErrors, cage.linkDowns})
                numbers.push_back(static_cast<double>(counter));
            return numbers;
        };
        const auto first = play(7);
        QCOMPARE(play(7), first);
        QVERIFY(play(8) != first);
    }

    void storyThatEnds_leavesNoTimer()
    {
        VirtualWorld v("dying-cable");
        {
            sim::Story story(*v.world, [](const base::Result<void> &) {});
            story.start();
            v.loop.pass(10s);
        }
        v.loop.pass(300s);
        QCOMPARE(v.world->faults().active().size(), std::size_t(1)); // what was on stays on; nothing comes
    }

    void scenarioThatCannotBe_saysWhy()
    {
        VirtualWorld v("pair");
        std::optional<base::Result<void>> said;
        sim::Scenario scenario = v.world->scenario();
        scenario.faults = {*sim::parseFaultSpec(scenario, "F-14", "spark-a:0A")}; // nothing has an address
        sim::World world(v.loop, scenario, {}, {"ssh-ed25519 A", "ssh-ed25519 B"});
        sim::Story story(world, [&said](const base::Result<void> &done) { said = done; });
        story.start();
        QVERIFY(said && !said->ok());
        QVERIFY2(QString::fromStdString(said->error().detail).startsWith(u"F-14 at spark-a:0A: "),
            said->error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_sim_story.moc"
