// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/fabric/rawframes.h"
#include "engine/flow/evidencestore.h"
#include "fabricfixture.h"
#include "protocol/messages_plugs.h"
#include "protocol/signature.h"
#include "virtualhands.h"

#include <set>
#endif

#include <QTest>

// The cable map of virtual Sparks over random cablings and conditions: IPv6 on and off, no address, half of the hosts
// configured already, DHCP being retried, cards that come and go with their cable, plugs that move while it is made.
// What is said must be right; what cannot be said is "not known". `sample` belongs to every run, `all` to the full
// tier.
using namespace sparkloom;
using namespace sparkloom::test;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kStep{20};

// Nobody is plugged yet: random cables come by hand.
sim::Scenario emptyScenario(int sparks)
{
    std::string hosts;
    for (int i = 0; i < sparks; ++i)
        hosts += std::string(i > 0 ? "," : "") + R"({"name":"spark-)" + static_cast<char>('a' + i) + "\"}";
    const auto scenario = sim::parseScenario(
        R"({"schema":"sparkloom-scenario-1","name":"cablings","title":"t","story":"s","verdict":{"topology":"unknown"},)"
        R"("switches":[{"name":"x"},{"name":"y"}],"hosts":[)"
        + hosts + "]}");
    if (!scenario)
        qFatal("%s", scenario.error().detail.c_str());
    return *scenario;
}

struct Counts {
    int cablings = 0, known = 0, certain = 0, notKnown = 0, bySignature = 0, asRoot = 0, moved = 0, contradictions = 0,
        switchBetween = 0;
};

// Two and two cages joined, by a cable or by a switch that nobody else is on.
Cabling twoAndTwo(const std::vector<domain::SparkFacts> &sparks, Dice &dice)
{
    Cabling cabling;
    for (std::size_t i = 0; i < sparks.size(); ++i) {
        const std::pair ends(domain::CageRef{sparks[i].id, domain::CageIndex::One},
            domain::CageRef{sparks[(i + 1) % sparks.size()].id, domain::CageIndex::Zero});
        if (cabling.switches.size() < 2 && dice.chance(50))
            cabling.switches.push_back({ends.first, ends.second});
        else
            cabling.direct.push_back(ends);
    }
    return cabling;
}

// One cabling: the world, an agent on every Spark, and what the application makes of what they say.
class Round {
public:
    Round(int sparks, std::uint64_t seed, Cabling (*cabling)(const std::vector<domain::SparkFacts> &, Dice &))
        : m_dice(seed), m_world(emptyScenario(sparks), 1, seed)
    {
        for (int i = 0; i < sparks; ++i) {
            m_agents.push_back(std::make_unique<VirtualAgent>(m_world, i));
            m_seen.push_back(0);
        }
        // Placeholders until the Sparks have told who they are: the fixture's cablings go by id.
        m_facts = makeSparks(sparks);
        for (int i = 0; i < sparks; ++i)
            m_facts[static_cast<std::size_t>(i)].id = inventory(i).id;
        m_truth = cabling(m_facts, m_dice);
        for (const auto &[a, b] : m_truth.direct)
            plugIn(socketOf(a), socketOf(b));
        for (std::size_t i = 0; i < m_truth.switches.size(); ++i)
            for (const domain::CageRef &each : m_truth.switches[i])
                plugIn(socketOf(each), sim::Socket::ofSwitch(static_cast<int>(i)));
        pass(milliseconds(15'000)); // cards wake, ports train
        chooseConditions();
        m_known = facts();
    }

    // The map as the application would have it, and what is wrong with it.
    std::string run(Counts &counts)
    {
        for (std::size_t i = 0; i < m_agents.size(); ++i) {
            m_agents[i]->send(protocol::verb::kWatch);
            protocol::NeighboursRequest request;
            request.runNonce = std::string(32, 'a');
            request.runKey = std::string(64, 'b');
            request.self = m_facts[i].id;
            request.intervalMs = 500; // less to compute
            m_agents[i]->send(protocol::verb::kNeighbours, protocol::encode(request));
        }
        pass(milliseconds(1'500));
        const bool moved = m_dice.chance(30) && movePlug();
        counts.moved += moved;
        pass(milliseconds(moved ? 12'000 : 3'000)); // a card that went with its cable comes back, ports train
        const domain::CableMap probed = map();
        for (const domain::HalfRef &sender : domain::signatureSenders(probed, m_known))
            signature(sender);
        if (m_dice.chance(50))
            probeAsRoot(map());
        return judge(counts);
    }

    // The same where nothing but probes as root tells anything.
    std::string runAsRoot(Counts &counts)
    {
        for (const auto &agent : m_agents)
            agent->send(protocol::verb::kWatch);
        pass(milliseconds(500));
        probeAsRoot(map());
        return judge(counts);
    }

private:
    std::string judge(Counts &counts)
    {
        const domain::CableMap result = map(); // with the facts of now
        ++counts.cablings;
        counts.known += static_cast<int>(result.cables.size());
        counts.notKnown += static_cast<int>(result.unknown.size());
        counts.contradictions += static_cast<int>(result.contradictions.size());
        for (const domain::Cable &cable : result.cables) {
            counts.certain += cable.certainty == domain::Certainty::Certain;
            counts.switchBetween += cable.b.cage && cable.throughSwitch();
            counts.asRoot +=
                std::any_of(cable.evidence.begin(), cable.evidence.end(), [](const domain::Evidence &evidence) {
                    return evidence.kind == domain::EvidenceKind::RawFrame
                        || evidence.kind == domain::EvidenceKind::ModuleSerial;
                });
            counts.bySignature +=
                std::all_of(cable.evidence.begin(), cable.evidence.end(), [](const domain::Evidence &evidence) {
                    return evidence.kind == domain::EvidenceKind::CounterSignature;
                });
        }
        return mistakeIn(result, m_known, m_truth);
    }

    // A world of our own scenario on the manual clock of VirtualWorld.
    struct OwnWorld : VirtualWorld {
        OwnWorld(sim::Scenario scenario, double speed, std::uint64_t seed) : VirtualWorld("pair", speed, seed)
        {
            std::vector<std::string> keys;
            for (std::size_t i = 0; i < scenario.hosts.size(); ++i) {
                scenario.hosts[i].renderer =
                    seed % 2 == 0 ? domain::Renderer::NetworkManager : domain::Renderer::Networkd;
                keys.push_back("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + std::string(42, 'A') + std::to_string(i));
            }
            world = std::make_unique<sim::World>(loop, std::move(scenario), sim::WorldOptions{speed, seed}, keys);
        }
    };

    domain::SparkFacts inventory(int spark)
    {
        const auto answer = m_agents[static_cast<std::size_t>(spark)]->ask<protocol::InventoryAnswer>(
            protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest()));
        if (!answer)
            qFatal("no inventory");
        return answer->facts;
    }
    std::vector<domain::SparkFacts> facts()
    {
        std::vector<domain::SparkFacts> all;
        for (int i = 0; i < static_cast<int>(m_agents.size()); ++i)
            all.push_back(inventory(i));
        return all;
    }
    domain::CableMap map()
    {
        m_known = facts();
        take();
        return domain::buildCableMap(m_known, m_evidence.all());
    }
    int numberOf(const domain::SparkId &id) const
    {
        for (std::size_t i = 0; i < m_facts.size(); ++i)
            if (m_facts[i].id == id)
                return static_cast<int>(i);
        qFatal("no such Spark");
    }
    sim::Socket socketOf(const domain::CageRef &cage) const
    {
        return sim::Socket::ofSpark(numberOf(cage.spark), cage.cage);
    }
    void plugIn(const sim::Socket &a, const sim::Socket &b)
    {
        if (const auto plugged = m_world.world->plug(a, b); !plugged)
            qFatal("%s", plugged.error().detail.c_str());
    }

    void chooseConditions()
    {
        const bool ipv6Off = m_dice.chance(50);
        for (const auto &spark : m_world.world->sparks()) {
            const bool configured = m_dice.chance(50);
            for (const domain::HalfId half : domain::kAllHalves) {
                sim::Interface *const interface = spark->network.byHalf(half);
                if (!interface)
                    continue;
                if (ipv6Off ? m_dice.chance(80) : m_dice.chance(10))
                    spark->network.setSysctl(interface->name, "disable_ipv6", 1);
                // From some earlier set-up: two subnets for everybody, or four of its own.
                if (configured) {
                    const int lane = ipv6Off ? 2 * domain::number(half.cage) + (half.side == domain::Side::A ? 0 : 1)
                                             : (half.side == domain::Side::A ? 0 : 1);
                    const std::string text =
                        "10.100." + std::to_string(lane) + '.' + std::to_string(spark->number + 1) + "/24";
                    spark->network.setAddresses(*interface, {*domain::Ipv4Interface::parse(text)});
                }
            }
            m_retriesDhcp.push_back(m_dice.chance(40));
        }
    }

    // NetworkManager asks for an address on every lit half again and again.
    void dhcp()
    {
        for (const auto &spark : m_world.world->sparks()) {
            if (m_retriesDhcp.empty() || !m_retriesDhcp[static_cast<std::size_t>(spark->number)])
                continue;
            for (const domain::HalfId half : domain::kAllHalves) {
                const sim::Interface *const interface = spark->network.byHalf(half);
                if (!interface || !interface->carrier() || !m_dice.chance(2))
                    continue;
                const auto probe = m_world.world->wires().openProbe(
                    *spark, interface->name, agent::Network::ProbeKind::V4, [](std::string_view) {});
                if (probe)
                    static_cast<void>((*probe)->send("DHCPDISCOVER"));
            }
        }
    }

    // Time goes on; what the agents say is taken in as it comes.
    void pass(milliseconds time)
    {
        for (milliseconds passed{0}; passed < time; passed += kStep) {
            m_world.loop.pass(kStep);
            if (++m_steps % 250 == 0)
                for (const auto &agent : m_agents)
                    agent->send(protocol::verb::kHeartbeat);
            dhcp();
            take();
        }
    }

    void take()
    {
        for (std::size_t i = 0; i < m_agents.size(); ++i) {
            for (; m_seen[i] < m_agents[i]->lines.size(); ++m_seen[i]) {
                const auto line = protocol::decodeLine(m_agents[i]->lines[m_seen[i]]);
                if (line && line->type == protocol::event::kWatch)
                    takeWatch(m_facts[i].id, line->body);
                else if (line && line->type == protocol::event::kHeard)
                    takeHeard(m_facts[i].id, line->body);
            }
        }
    }
    void takeWatch(const domain::SparkId &spark, const std::string &body)
    {
        const auto event = protocol::decode<protocol::WatchEvent>(body);
        if (!event)
            return;
        for (const domain::HalfId half : domain::kAllHalves) {
            const auto live = std::find_if(
                event->halves.begin(), event->halves.end(), [half](const auto &entry) { return entry.half == half; });
            m_evidence.setCarrier({spark, half}, live != event->halves.end() && live->carrier);
        }
    }
    void takeHeard(const domain::SparkId &spark, const std::string &body)
    {
        const auto heard = protocol::decode<protocol::NeighbourHeard>(body);
        if (!heard)
            return;
        if (heard->from) {
            m_evidence.add({heard->kind, *heard->from, {spark, heard->at}});
            return;
        }
        const std::vector<domain::NeighbourEntry> entries{*heard->table};
        for (const domain::Evidence &evidence : domain::evidenceFromNeighbourTable(m_known, spark, entries))
            m_evidence.add(evidence);
    }

    // A turn of the counter signature, with requests that do not arrive everywhere at once.
    void signature(const domain::HalfRef &sender)
    {
        std::vector<std::int64_t> ids;
        for (std::size_t i = 0; i < m_agents.size(); ++i) {
            protocol::SignatureRequest request;
            request.tailMs = 700;
            if (m_facts[i].id == sender.spark)
                request.send = sender.half;
            ids.push_back(m_agents[i]->send(protocol::verb::kSignature, protocol::encode(request)));
            pass(kStep * m_dice.below(6));
        }
        pass(milliseconds(2'500));
        std::vector<domain::FrameSample> sent;
        std::vector<domain::HeardFrames> heard;
        for (std::size_t i = 0; i < m_agents.size(); ++i) {
            const auto answered = m_agents[i]->answer(ids[i]);
            if (!answered)
                continue;
            const auto answer = protocol::decode<protocol::SignatureAnswer>(answered->body);
            if (!answer)
                continue;
            if (m_facts[i].id == sender.spark)
                sent = answer->sent;
            for (const auto &half : answer->halves)
                heard.push_back({{m_facts[i].id, half.half}, half.samples});
        }
        for (const domain::Evidence &evidence : domain::evidenceFromSignature(sender, sent, heard))
            m_evidence.add(evidence);
    }

    // The plugs and raw frames, on every Spark that has an unknown cage.
    void probeAsRoot(const domain::CableMap &before)
    {
        std::set<domain::SparkId> concerned;
        for (const domain::CageRef &cage : before.unknown)
            concerned.insert(cage.spark);
        std::vector<domain::ModuleSeen> seen;
        std::map<std::size_t, std::pair<std::unique_ptr<VirtualAgent>, std::int64_t>> probing;
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (!concerned.contains(m_facts[i].id))
                continue;
            auto agent = std::make_unique<VirtualAgent>(m_world, static_cast<int>(i), true);
            if (const auto plugs = agent->ask<protocol::ModulesAnswer>(protocol::verb::kModules))
                for (const auto &module : plugs->modules)
                    seen.push_back({{m_facts[i].id, module.half}, module.module});
            protocol::RawProbeRequest request;
            request.runNonce = std::string(32, 'a');
            request.runKey = std::string(64, 'b');
            request.self = m_facts[i].id;
            const std::int64_t id = agent->send(protocol::verb::kRawProbe, protocol::encode(request));
            probing.emplace(i, std::pair(std::move(agent), id));
        }
        pass(milliseconds(2'500));
        for (const domain::Evidence &evidence : domain::evidenceFromModules(seen))
            m_evidence.add(evidence);
        std::vector<domain::FramesHeard> frames;
        for (auto &[i, probe] : probing) {
            const auto answered = probe.first->answer(probe.second);
            const auto answer = protocol::decode<protocol::RawProbeAnswer>(answered ? answered->body : "");
            if (!answer)
                continue;
            frames.push_back({m_facts[i].id, {}, {answer->direct.begin(), answer->direct.end()}});
            for (const auto &heard : answer->heard)
                frames.back().frames.push_back({heard.from, heard.at, heard.direct});
        }
        for (const domain::Evidence &evidence : domain::evidenceFromFrames(frames))
            m_evidence.add(evidence);
    }

    // One plug of a direct cable goes into a free socket.
    bool movePlug()
    {
        std::vector<domain::CageRef> free;
        for (const domain::SparkFacts &spark : m_facts)
            for (const domain::CageIndex number : domain::kAllCages)
                if (const domain::CageRef each{spark.id, number}; !m_truth.peerOf(each) && m_truth.switchOf(each) < 0)
                    free.push_back(each);
        if (free.empty() || m_truth.direct.empty())
            return false;
        auto &[stays, moves] = m_truth.direct.front();
        if (!m_world.world->unplug(socketOf(moves)))
            return false;
        pass(milliseconds(500));
        moves = free[static_cast<std::size_t>(m_dice.below(static_cast<int>(free.size())))];
        plugIn(socketOf(stays), socketOf(moves));
        return true;
    }

    Dice m_dice;
    OwnWorld m_world;
    std::vector<std::unique_ptr<VirtualAgent>> m_agents;
    std::vector<std::size_t> m_seen;         // lines of each agent that were taken in
    std::vector<domain::SparkFacts> m_facts; // who they are
    std::vector<domain::SparkFacts> m_known; // as inspected last
    Cabling m_truth;
    engine::EvidenceStore m_evidence;
    std::vector<bool> m_retriesDhcp;
    int m_steps = 0;
};

} // namespace

class TestCablings : public QObject {
    Q_OBJECT

    void rightOrNotKnown(int cablings, std::uint64_t deal)
    {
        Counts counts;
        Dice dice(deal);
        for (int i = 0; i < cablings; ++i) {
            const std::uint64_t seed = dice.number() % 1'000'000;
            const std::string mistake = Round(2 + dice.below(4), seed, randomCabling).run(counts);
            QVERIFY2(mistake.empty(),
                qPrintable(
                    QString::fromStdString(mistake) + QStringLiteral(" (cabling %1, seed %2)").arg(i).arg(seed)));
        }
        qInfo("%d cablings of virtual Sparks: %d cables known (%d certain, %d by counters alone, %d also as root), %d"
              " sockets not known, %d contradictions shown, %d with a switch between, %d plugs moved meanwhile, none "
              "wrong",
            counts.cablings, counts.known, counts.certain, counts.bySignature, counts.asRoot, counts.notKnown,
            counts.contradictions, counts.switchBetween, counts.moved);
        // The property would be empty if nothing were ever known.
        QVERIFY(counts.known > counts.notKnown);
        QVERIFY(counts.bySignature > 0 && counts.moved > 0);
    }

private Q_SLOTS:
    void sample() { rightOrNotKnown(20, 7); }

    // Frames that no switch passes on tell a cable from a switch between two.
    void asRootOnly()
    {
        Counts counts;
        Dice dice(5);
        for (int i = 0; i < 20; ++i) {
            const std::uint64_t seed = dice.number() % 1'000'000;
            const std::string mistake = Round(2 + dice.below(3), seed, twoAndTwo).runAsRoot(counts);
            QVERIFY2(
                mistake.empty(), qPrintable(QString::fromStdString(mistake) + QStringLiteral(" (seed %1)").arg(seed)));
        }
        qInfo("%d cablings as root: %d cables known, %d sockets not known, %d with a switch between, none wrong",
            counts.cablings, counts.known, counts.notKnown, counts.switchBetween);
        QCOMPARE(counts.notKnown, 0);
        QVERIFY(counts.switchBetween > 0 && counts.asRoot > counts.switchBetween);
    }

    // In portions: Qt Test ends a function that takes five minutes.
    void all_data()
    {
        QTest::addColumn<int>("deal");
        for (int deal = 1; deal <= 10; ++deal)
            QTest::addRow("fifty, deal %d", deal) << deal;
    }
    void all()
    {
        QFETCH(int, deal);
        rightOrNotKnown(50, static_cast<std::uint64_t>(deal));
    }
};

QTEST_GUILESS_MAIN(TestCablings)
#include "tst_sim_cablings.moc"
