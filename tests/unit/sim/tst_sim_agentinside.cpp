// SPDX-License-Identifier: GPL-3.0-or-later
// agent_core over a simulated Spark: what the application will see.
#include "virtualhands.h"

#include "domain/fabric/topology.h"
#include "domain/plan/render.h"
#include "protocol/blink.h"
#include "protocol/messages_plugs.h"
#include "sim/control/control.h"
#include "sim/world/maker.h"
#include "sim/world/snapshot.h"

using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;
using std::chrono::seconds;
namespace verb = protocol::verb;

namespace {

protocol::TransactionBegin beginFor(const domain::SparkFacts &facts, int spark)
{
    protocol::TransactionBegin begin;
    begin.transactionId = "0123456789abcde" + std::to_string(spark);
    begin.planId = "1111111111111111";
    begin.clusterId = "22222222222222222222222222222222";
    begin.clusterName = "desk";
    begin.owner = "ann@laptop";
    for (const char side : {'A', 'B'})
        begin.config.halves.push_back({half(0, side), std::string(domain::documentedNetdev(half(0, side))),
            net(("10.100." + std::to_string(side - 'A') + '.' + std::to_string(spark + 1) + "/24").c_str()), 9000});
    begin.seen = facts.netplanFiles;
    begin.timerSeconds = 30;
    begin.managementInterface = "enP7s7";
    return begin;
}

std::string fileText(VirtualWorld &v, int spark, const std::string &path)
{
    const auto content = v.spark(spark).files.read(sim::kRoot, path, 1024 * 1024);
    return content ? **content : std::string("(none)");
}

// Takes one Spark through begin and trial.
bool tryOut(VirtualAgent &agent, const protocol::TransactionBegin &begin)
{
    const auto begun = agent.ask<protocol::TransactionStatus>(verb::kTransactionBegin, protocol::encode(begin));
    const auto tried = begun ? agent.ask<protocol::TransactionStatus>(verb::kTransactionTrial) : std::nullopt;
    return tried && tried->phase == protocol::TransactionPhase::Trial;
}

bool persistAndCommit(VirtualAgent &agent)
{
    const auto persisted = agent.ask<protocol::TransactionStatus>(verb::kTransactionPersist);
    return persisted && agent.ask<protocol::TransactionStatus>(verb::kTransactionCommit).has_value();
}

} // namespace

class TestAgentInside : public QObject {
    Q_OBJECT

private:
    std::optional<domain::SparkFacts> factsOf(VirtualWorld &v, int spark)
    {
        VirtualAgent agent(v, spark);
        const auto answer = agent.ask<protocol::InventoryAnswer>(
            verb::kInventory, protocol::encode(protocol::InventoryRequest{"127.0.0.1", "127.0.0.1"}));
        return answer ? std::optional(answer->facts) : std::nullopt;
    }

    void setUp(VirtualWorld &v)
    {
        for (int spark = 0; spark < 2; ++spark) {
            VirtualAgent root(v, spark, true);
            QVERIFY(tryOut(root, beginFor(*factsOf(v, spark), spark)));
            QVERIFY(persistAndCommit(root));
        }
    }

private Q_SLOTS:
    void hello_saysThatTheSparkIsVirtual()
    {
        VirtualWorld v("pair");
        VirtualAgent agent(v, 0);
        const auto hello = protocol::decodeLine(agent.lines.front());
        QVERIFY(hello.ok());
        QVERIFY(protocol::decode<protocol::Hello>(hello->body)->virtualSpark);
    }

    void light_blinksAsControlShowsIt_andGoesOutWithTheAgent()
    {
        VirtualWorld v("pair");
        sim::Control control(*v.world, {}, [] {});
        const auto blinking = [&] {
            return control.answer(R"({"id":1,"do":"state"})").find(R"("blinking":true)") != std::string::npos;
        };
        const std::string body = protocol::encode(protocol::BlinkRequest{domain::CageIndex::Zero, 5});
        {
            VirtualAgent root(v, 0, true);
            QVERIFY(!blinking());
            QCOMPARE(root.ask<protocol::BlinkAnswer>(verb::kBlink, body)->netdev, std::string("enp1s0f0np0"));
            QVERIFY(blinking() && v.netdev(0, half(0, 'A'))->blinking);
            v.loop.pass(seconds(6));
            QVERIFY(!blinking());
            QVERIFY(root.ask<protocol::BlinkAnswer>(verb::kBlink, body).has_value());
            QVERIFY(blinking());
        }
        QVERIFY(!blinking());
    }

    void inventory_isThatOfASpark()
    {
        VirtualWorld v("ring");
        const auto facts = factsOf(v, 1);
        QVERIFY(facts.has_value());
        QVERIFY(facts->virtualSpark);
        QCOMPARE(facts->hostname, std::string("spark-b"));
        QVERIFY(facts->maker == domain::Maker::Dell);
        QCOMPARE(facts->versions.dgxOta, std::string("7.6.0"));
        QCOMPARE(facts->versions.os, std::string("Ubuntu 24.04.4 LTS"));
        QCOMPARE(facts->memoryBytes, std::int64_t(127000000) * 1024);
        QCOMPARE(facts->halves.size(), std::size_t(4));
        for (const domain::HalfFacts &one : facts->halves) {
            QVERIFY(one.grouping == domain::HalfFacts::Grouping::PortName);
            QCOMPARE(one.netdev, std::string(domain::documentedNetdev(one.id)));
            QCOMPARE(one.rdmaDevice, std::string(domain::documentedRdmaDevice(one.id)));
            QVERIFY(one.carrier);
            QCOMPARE(one.speedMbps.value_or(0), 200000);
            QVERIFY(one.pcie && one.pcie->width == 4);
            QVERIFY(one.mac == v.spark(1).macOf(one.id));
            QCOMPARE(one.firmware, std::string("28.45.4028"));
        }
        QVERIFY(!facts->sysImageGuid.empty());
        QCOMPARE(facts->hostKeys.size(), std::size_t(1));
        QVERIFY(facts->renderer == domain::Renderer::NetworkManager);
        QCOMPARE(facts->managementInterface, std::string("enP7s7")); // although it was reached at 127.0.0.1
        QCOMPARE(facts->netplanFiles.size(), std::size_t(1));
        QVERIFY(facts->netplanFiles.front().sha256.empty()); // 0600 root: the user cannot read it
    }

    // The same cable has the same serial number at both ends, and raw frames need no address.
    void plugsAndRawFrames_tellTheCable()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        for (int spark = 0; spark < 2; ++spark)
            for (const domain::HalfId id : domain::kAllHalves)
                v.spark(spark).network.setSysctl(std::string(domain::documentedNetdev(id)), "disable_ipv6", 1);
        VirtualAgent user(v, 0), a(v, 0, true), b(v, 1, true);
        QCOMPARE(user.answer(user.send(verb::kModules))->type, std::string("error"));
        const auto plugA = a.ask<protocol::ModulesAnswer>(verb::kModules);
        const auto plugB = b.ask<protocol::ModulesAnswer>(verb::kModules);
        QVERIFY(plugA && plugB && plugA->modules.size() == 1 && plugB->modules.size() == 1);
        QVERIFY(plugA->modules[0].module == plugB->modules[0].module);
        QVERIFY(!plugA->modules[0].module.serial.empty());
        QCOMPARE(plugA->problems.size(), std::size_t(1)); // cage 1 is empty
        protocol::RawProbeRequest request{std::string(32, 'a'), std::string(64, 'b'), {std::string(32, 'c')}};
        const auto idA = a.send(verb::kRawProbe, protocol::encode(request));
        request.self.value = std::string(32, 'd');
        const auto idB = b.send(verb::kRawProbe, protocol::encode(request));
        for (const auto &[agent, id, other] : {std::tuple(&a, idA, 'd'), {&b, idB, 'c'}}) {
            const auto answer = protocol::decode<protocol::RawProbeAnswer>(agent->answer(id)->body);
            QVERIFY(answer.ok());
            QCOMPARE(answer->heard.size(), std::size_t(8)); // two halves hear two halves, by either address
            QCOMPARE(std::ranges::count_if(answer->heard, [](const auto &heard) { return heard.direct; }), 4);
            for (const auto &heard : answer->heard)
                QVERIFY(heard.at.cage == domain::CageIndex::Zero && heard.from.spark.value == std::string(32, other));
        }
    }

    // A switch says who it is within half a minute; a cable between Sparks has nobody who would.
    void aSwitch_saysItsNameAndSocket()
    {
        VirtualWorld star("star"), pair("pair");
        for (VirtualWorld *v : {&star, &pair}) {
            v->loop.pass(seconds(3));
            VirtualAgent agent(*v, 0, true);
            protocol::RawProbeRequest request{std::string(32, 'a'), std::string(64, 'b'), {std::string(32, 'c')}};
            request.durationMs = 31'000;
            request.intervalMs = 2'000;
            const auto id = agent.send(verb::kRawProbe, protocol::encode(request));
            v->loop.pass(seconds(32));
            const auto answer = protocol::decode<protocol::RawProbeAnswer>(agent.answer(id)->body);
            QVERIFY(answer.ok());
            QCOMPARE(answer->neighbours.empty(), v == &pair);
            for (const auto &one : answer->neighbours) {
                QCOMPARE(one.device.system, star.world->scenario().switches.front().name);
                QCOMPARE(one.device.port, "qsfp" + std::to_string(domain::number(one.at.cage) + 1));
            }
        }
    }

    void everyMaker_isRecognised()
    {
        for (const char *id : {"founders-edition", "asus", "dell", "hp", "lenovo", "msi", "gigabyte", "acer"}) {
            VirtualWorld plain("pair");
            sim::Scenario scenario = plain.world->scenario();
            scenario.hosts[0].maker = sim::makerProfile(id);
            sim::World world(plain.loop, scenario, {}, {"ssh-ed25519 A", "ssh-ed25519 B"});
            sim::SimSystem system(world, world.spark(0), world.spark(0).user, "/x");
            std::string last;
            agent::Session session(system, agent::Mode::User, [&last](std::string line) { last = std::move(line); });
            session.receive(
                protocol::requestLine(1, verb::kInventory, protocol::encode(protocol::InventoryRequest{})) + '\n');
            const auto answer = protocol::decode<protocol::InventoryAnswer>(protocol::decodeLine(last)->body);
            QVERIFY(answer.ok());
            QVERIFY2(answer->facts.maker == sim::makerProfile(id)->maker, id);
        }
    }

    void sealedSpark_hasNoHalves()
    {
        VirtualWorld v("sealed-pair");
        const auto facts = factsOf(v, 0);
        QVERIFY(facts && facts->halves.empty() && !facts->nicPresent());
        QVERIFY(facts->maker == domain::Maker::FoundersEdition);
    }

    void watch_tellsAPlugWithin100Ms()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        VirtualAgent agent(v, 0);
        agent.send(verb::kWatch);
        v.loop.pass(milliseconds(200));
        agent.lines.clear();
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(milliseconds(100));
        QVERIFY(!agent.lines.empty());
        const auto event = protocol::decode<protocol::WatchEvent>(protocol::decodeLine(agent.lines.back())->body);
        QVERIFY(event.ok());
        QVERIFY(std::none_of(event->halves.begin(), event->halves.end(), [](const auto &h) { return h.carrier; }));
    }

    void neighbours_giveACertainCableMap()
    {
        VirtualWorld v("ring");
        v.loop.pass(seconds(3));
        std::vector<domain::SparkFacts> facts;
        std::vector<std::unique_ptr<VirtualAgent>> agents;
        for (int i = 0; i < 3; ++i) {
            facts.push_back(*factsOf(v, i));
            agents.push_back(std::make_unique<VirtualAgent>(v, i));
            protocol::NeighboursRequest request;
            request.runNonce = std::string(32, 'a');
            request.runKey = std::string(64, 'b');
            request.self = facts.back().id;
            agents.back()->send(verb::kNeighbours, protocol::encode(request));
        }
        v.loop.pass(seconds(2));
        std::vector<domain::Evidence> evidence;
        for (std::size_t i = 0; i < agents.size(); ++i)
            for (const std::string &line : agents[i]->lines)
                if (const auto envelope = protocol::decodeLine(line);
                    envelope && envelope->type == protocol::event::kHeard)
                    if (const auto heard = protocol::decode<protocol::NeighbourHeard>(envelope->body);
                        heard && heard->from)
                        evidence.push_back({heard->kind, *heard->from, {facts[i].id, heard->at}});
        const auto map = domain::buildCableMap(facts, evidence);
        QCOMPARE(map.cables.size(), std::size_t(3));
        QVERIFY(map.unknown.empty() && map.contradictions.empty());
        for (const domain::Cable &cable : map.cables)
            QVERIFY(cable.certainty == domain::Certainty::Certain);
        QVERIFY(domain::recogniseTopology(map, facts) == domain::Topology::Ring);
    }

    void transaction_takesEffectAndIsProven()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        setUp(v);
        for (int spark = 0; spark < 2; ++spark) {
            QVERIFY(v.spark(spark).timers.empty());
            QCOMPARE(v.spark(spark).files.info(sim::kRoot, std::string(domain::kNetplanPath)).mode, 0600u);
            QVERIFY(fileText(v, spark, std::string(domain::kReceiptPath)).starts_with('{'));
            VirtualAgent agent(v, spark);
            for (const char side : {'A', 'B'}) {
                protocol::PingRequest request;
                request.half = half(0, side);
                request.target = ip(("10.100." + std::to_string(side - 'A') + '.' + std::to_string(2 - spark)).c_str());
                request.expectedMac = v.netdev(1 - spark, half(0, side))->mac;
                request.payloadSizes = {56, 8972};
                const auto answer = agent.ask<protocol::PingAnswer>(verb::kPing, protocol::encode(request));
                QVERIFY(answer.has_value());
                for (const auto &size : answer->sizes)
                    QCOMPARE(size.received, size.sent);
                QVERIFY(answer->neighbourMac == request.expectedMac);
                QCOMPARE(answer->routeInterface, std::string(domain::documentedNetdev(half(0, side))));
            }
        }
        const auto facts = factsOf(v, 0);
        QVERIFY(facts && facts->receipt && facts->receiptMatchesFiles);
        QVERIFY(!facts->half(half(0, 'A'))->hasIpv6LinkLocal);
        QCOMPARE(facts->half(half(0, 'A'))->gids, (std::vector<std::string>{"10.100.0.1"}));
    }

    void hotPlugAfterSetUp_bringsTheConfigurationBack()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        setUp(v);
        QVERIFY(v.world->unplug(v.cage(0, 0)).ok());
        v.loop.pass(seconds(20));
        QVERIFY(v.world->plug(v.cage(0, 0), v.cage(1, 0)).ok());
        v.loop.pass(seconds(20));
        const auto facts = factsOf(v, 0);
        const domain::HalfFacts *const a = facts->half(half(0, 'A'));
        QVERIFY(a && a->carrier && a->mtu == 9000 && a->addresses.size() == 1);
        QCOMPARE(a->sysctls.arpIgnore, 1);
        QVERIFY(!a->hasIpv6LinkLocal);
    }

    void lostConnectionBeforePersist_takesAllBackAtOnce_data()
    {
        QTest::addColumn<int>("renderer");
        QTest::newRow("NetworkManager") << static_cast<int>(domain::Renderer::NetworkManager);
        QTest::newRow("networkd") << static_cast<int>(domain::Renderer::Networkd);
    }
    void lostConnectionBeforePersist_takesAllBackAtOnce()
    {
        QFETCH(int, renderer);
        VirtualWorld v("pair", 1, 1, static_cast<domain::Renderer>(renderer));
        v.loop.pass(seconds(3));
        const bool wasUp = v.netdev(0, half(0, 'A'))->adminUp;
        VirtualAgent root(v, 0, true);
        QVERIFY(tryOut(root, beginFor(*factsOf(v, 0), 0)));
        QVERIFY(v.netdev(0, half(0, 'A'))->owns(ip("10.100.0.1")));
        root.hangUp();
        v.loop.pass(seconds(1));
        QVERIFY(v.netdev(0, half(0, 'A'))->addresses.empty());
        QCOMPARE(v.netdev(0, half(0, 'A'))->mtu, 1500);
        QCOMPARE(v.netdev(0, half(0, 'A'))->adminUp, wasUp);
        QCOMPARE(v.netdev(0, half(0, 'A'))->sysctls.arpIgnore, 0);
        QCOMPARE(fileText(v, 0, std::string(domain::kNetplanPath)), std::string("(none)"));
        QCOMPARE(fileText(v, 0, std::string(domain::kNetplanRunPath)), std::string("(none)"));
        QVERIFY(v.spark(0).timers.empty());
    }

    void deadManTimer_takesAPersistedChangeBack()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        {
            VirtualAgent root(v, 0, true);
            QVERIFY(tryOut(root, beginFor(*factsOf(v, 0), 0)));
            QVERIFY(root.ask<protocol::TransactionStatus>(verb::kTransactionPersist).has_value());
            root.hangUp();
            v.loop.pass(seconds(1));
            QVERIFY(v.netdev(0, half(0, 'A'))->owns(ip("10.100.0.1")));
        }
        v.loop.pass(seconds(40));
        QVERIFY(v.netdev(0, half(0, 'A'))->addresses.empty());
        QCOMPARE(fileText(v, 0, std::string(domain::kNetplanPath)), std::string("(none)"));
        QCOMPARE(v.spark(0).journal, (std::vector<std::string>{"rollback: rolled back"}));
    }

    void undo_givesBackEveryByte()
    {
        VirtualWorld v("pair");
        v.loop.pass(seconds(3));
        VirtualAgent root(v, 0, true); // puts its program there, too
        const auto withoutHelper = [&v] {
            auto lines = sim::snapshotOf(v.spark(0));
            std::erase_if(
                lines, [](const std::string &line) { return line.find("/usr/local/libexec") != std::string::npos; });
            return lines;
        };
        const auto before = withoutHelper();
        setUp(v);
        QVERIFY(withoutHelper() != before);
        protocol::UndoRequest request;
        request.transactionId = "fedcba9876543210";
        request.owner = "ann@laptop";
        QVERIFY(root.ask<protocol::TransactionStatus>(verb::kUndo, protocol::encode(request)).has_value());
        QVERIFY(persistAndCommit(root));
        QVERIFY(v.netdev(0, half(0, 'A'))->addresses.empty());
        QCOMPARE(v.netdev(0, half(0, 'B'))->mtu, 1500);
        QCOMPARE(fileText(v, 0, std::string(domain::kNetplanPath)), std::string("(none)"));
        QCOMPARE(fileText(v, 0, std::string(domain::kSysctlPath)), std::string("(none)"));
        const auto forgotten = root.ask<protocol::ForgetAnswer>(verb::kForget);
        QVERIFY(forgotten.has_value());
        QCOMPARE(withoutHelper(), before);
    }

    void wake_raisesSleepingHalves()
    {
        VirtualWorld v("pair", 1, 1, domain::Renderer::Networkd);
        VirtualAgent root(v, 0, true);
        const auto id = root.send(verb::kWake, protocol::encode(protocol::WakeRequest{}));
        QVERIFY(root.answer(id));
        QVERIFY(v.carrier(0, half(0, 'A')));
        root.stop(id);
        v.loop.pass(seconds(1));
        QVERIFY(!v.carrier(0, half(0, 'A')));
    }

    void clockThatIsSet_movesNoTimerAndNoOtherClock()
    {
        VirtualWorld v("pair");
        sim::Control control(*v.world, {}, [] {});
        const auto set = [&](const char *hours) {
            return control.answer(
                std::string(R"({"id":1,"do":"colleague","spark":"spark-a","clockAhead":)") + hours + '}');
        };
        const auto ahead = [&] { return factsOf(v, 0)->clockUtcMs - factsOf(v, 1)->clockUtcMs; };
        sim::SimSystem root(*v.world, v.spark(0), sim::kRoot, "/x");
        QVERIFY(root.services().armTimer("x", seconds(600), {"/x"}).ok());
        for (const int hours : {-24, 24, 0}) {
            QVERIFY(set(std::to_string(hours).c_str()).find(R"("ok":true)") != std::string::npos);
            QVERIFY(std::abs(ahead() - hours * std::int64_t(3'600'000)) < 60'000);
            QVERIFY(root.services().timerLeft("x") > seconds(300));
        }
        QVERIFY(set("100000").find(R"("ok":false)") != std::string::npos);
        v.loop.pass(seconds(600));
        QVERIFY(!root.services().timerArmed("x"));
    }

    void userAgent_mayNotDoWhatNeedsRoot()
    {
        VirtualWorld v("pair");
        sim::SimSystem user(*v.world, v.spark(0), v.spark(0).user, "/x");
        QVERIFY(!user.files().read("/etc/netplan/01-network-manager-all.yaml", 1000).ok());
        QVERIFY(!user.network().setMtu(v.netdev(0, half(0, 'A'))->index, 9000).ok());
        QVERIFY(!user.activation().activate({"enp1s0f0np0"}).ok());
        QVERIFY(!user.services().armTimer("x", seconds(5), {"/x"}).ok());
        QVERIFY(!user.files().writeSpecial("/proc/sys/net/ipv4/conf/enp1s0f0np0/arp_ignore", "1").ok());
    }
};

QTEST_GUILESS_MAIN(TestAgentInside)
#include "tst_sim_agentinside.moc"
