// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/fabric/parity.h"
#include "fabricfixture.h"

#include <algorithm>
#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;
using State = GoalCable::State;

namespace {

// A ring through the Sparks in this order, with a random cage towards the next one.
Cabling randomRing(const std::vector<SparkFacts> &sparks, Dice &dice)
{
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(sparks.size()); ++i)
        order.push_back(i);
    dice.shuffle(order);
    std::vector<int> out;
    for (std::size_t i = 0; i < order.size(); ++i)
        out.push_back(dice.below(2));
    Cabling cabling;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t next = (i + 1) % order.size();
        cabling.direct.emplace_back(cage(sparks, order[i], out[i]), cage(sparks, order[next], 1 - out[next]));
    }
    dice.shuffle(cabling.direct);
    return cabling;
}

int countOf(const CablingStatus &status, State state)
{
    return static_cast<int>(std::count_if(
        status.cables.begin(), status.cables.end(), [&](const GoalCable &cable) { return cable.state == state; }));
}

std::string argument(const base::Message &message, const char *name)
{
    return std::get<std::string>(message.arguments.at(name));
}
std::int64_t numberArgument(const base::Message &message, const char *name)
{
    return std::get<std::int64_t>(message.arguments.at(name));
}

// The socket that a pair of arguments of an instruction names.
CageRef named(
    const std::vector<SparkFacts> &sparks, const base::Message &message, const char *spark, const char *cageName)
{
    for (const SparkFacts &facts : sparks)
        if (facts.hostname == argument(message, spark))
            return {facts.id, numberArgument(message, cageName) == 0 ? CageIndex::Zero : CageIndex::One};
    return {};
}

} // namespace

class TestTopology : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words();
    void possible();
    void recognised();
    void incompleteMapIsUnknown();
    void pairTakesAnyCages();
    void pairInstructions();
    void pairWithTwoCablesCrossed();
    void ringOfAnySizeAndOrder();
    void ringWithMissingCableNamesBothSockets();
    void largeRing();
    void emptyRingFollowsTheDocument();
    void misplacedCables();
    void star();
    void starTellsSwitchFromCable();
    void secondHalf();
    void notes();
    void oddNumberOfLitSockets();
    void line();
    void splitRole();
    void starWithTwoCables();
    void orderOfSparksDoesNotMatter();
    void wrongNumberOfSparks();
};

void TestTopology::words()
{
    for (const Topology topology : {Topology::Unknown, Topology::Pair, Topology::PairTwoCables, Topology::Ring,
             Topology::Star, Topology::StarTwoCables, Topology::Line, Topology::SplitRole, Topology::Mixed})
        QVERIFY(topologyFromText(toText(topology)) == topology);
    QCOMPARE(toText(Topology::PairTwoCables), std::string_view("pair2"));
    QVERIFY(!topologyFromText("Pair") && !topologyFromText(""));
}

void TestTopology::possible()
{
    QVERIFY(possibleTopologies(1).empty());
    using T = Topology;
    QVERIFY((possibleTopologies(2) == std::vector{T::Pair, T::PairTwoCables, T::SplitRole}));
    QVERIFY((possibleTopologies(3) == std::vector{T::Ring, T::Star, T::StarTwoCables, T::Line}));
    QVERIFY((possibleTopologies(7) == std::vector{T::Star, T::StarTwoCables, T::Ring, T::Line}));
    QVERIFY((possibleTopologies(8) == std::vector{T::Star, T::StarTwoCables, T::Ring, T::Line, T::SplitRole}));
}

void TestTopology::recognised()
{
    const auto of = [](int count, const Cabling &cabling) {
        std::vector<SparkFacts> sparks = makeSparks(count);
        plug(sparks, cabling);
        return recogniseTopology(trueMap(sparks, cabling), sparks);
    };
    const auto two = makeSparks(2), three = makeSparks(3), four = makeSparks(4), six = makeSparks(6);
    QVERIFY(of(2, pairCabling(two)) == Topology::Pair);
    QVERIFY(of(2, pairTwoCabling(two)) == Topology::PairTwoCables);
    QVERIFY(of(3, ringCabling(three)) == Topology::Ring);
    QVERIFY(of(6, ringCabling(six)) == Topology::Ring);
    QVERIFY(of(4, starCabling(four)) == Topology::Star);
    Cabling line = ringCabling(four);
    line.direct.pop_back();
    QVERIFY(of(4, line) == Topology::Line);
    QVERIFY(of(2, {}) == Topology::Unknown);
    QVERIFY(of(3, pairCabling(three)) == Topology::Mixed); // the third has no cable
    QVERIFY(of(2, {{{cage(two, 0, 0), cage(two, 0, 1)}}, {}}) == Topology::Mixed);
    Cabling split = starCabling(four, 1);
    split.direct = {{cage(four, 0, 0), cage(four, 1, 0)}, {cage(four, 2, 0), cage(four, 3, 0)}};
    QVERIFY(of(4, split) == Topology::SplitRole);
    Cabling both = starCabling(three, 0);
    both.switches.push_back(starCabling(three, 1).switches[0]);
    QVERIFY(of(3, both) == Topology::StarTwoCables);
    both.switches[1].pop_back();
    QVERIFY(of(3, both) == Topology::Mixed); // a switch without one of them
    both = starCabling(three, 0);
    const Cabling second = starCabling(three, 1);
    for (const CageRef &each : second.switches[0])
        both.switches[0].push_back(each);
    QVERIFY(of(3, both) == Topology::StarTwoCables);
    both.switches[0].pop_back();
    QVERIFY(of(3, both) == Topology::Star);
}

void TestTopology::incompleteMapIsUnknown()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    plug(sparks, pairCabling(sparks));
    light(sparks, cage(sparks, 0, 1)); // something that is no Spark
    QVERIFY(recogniseTopology(trueMap(sparks, pairCabling(sparks)), sparks) == Topology::Unknown);
}

void TestTopology::pairTakesAnyCages()
{
    for (const int a : {0, 1}) {
        for (const int b : {0, 1}) {
            std::vector<SparkFacts> sparks = makeSparks(2);
            const Cabling cabling{{{cage(sparks, 0, a), cage(sparks, 1, b)}}, {}};
            plug(sparks, cabling);
            const CablingStatus status = matchTopology(Topology::Pair, trueMap(sparks, cabling), sparks);
            QVERIFY(status.complete && status.instruction.empty() && status.highlight.empty());
            QCOMPARE(status.cables.size(), std::size_t(1));
            QVERIFY(status.cables[0].number == 1 && status.cables[0].state == State::Up);
        }
    }
}

void TestTopology::pairInstructions()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    CablingStatus status = matchTopology(Topology::Pair, {}, sparks);
    QVERIFY(!status.complete);
    QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
    QCOMPARE(numberArgument(status.instruction, "cage"), numberArgument(status.instruction, "other-cage"));
    QCOMPARE(status.highlight.size(), std::size_t(2));

    // Both sockets are lit, nothing is known: the goal follows what the person plugged.
    light(sparks, cage(sparks, 0, 1));
    light(sparks, cage(sparks, 1, 0));
    status = matchTopology(Topology::Pair, buildCableMap(sparks, {}), sparks);
    QCOMPARE(status.instruction.id, std::string("cabling.finding-out"));
    QVERIFY(status.cables[0].state == State::Unproven);
    QVERIFY((std::set<CageRef>(status.highlight.begin(), status.highlight.end())
        == std::set<CageRef>{cage(sparks, 0, 1), cage(sparks, 1, 0)}));

    // A cable to something that is no Spark does not count; the other sockets are asked for.
    sparks = makeSparks(2);
    light(sparks, cage(sparks, 0, 0));
    status = matchTopology(Topology::Pair, buildCableMap(sparks, {}), sparks);
    QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
    QVERIFY(std::find(status.highlight.begin(), status.highlight.end(), cage(sparks, 0, 0)) == status.highlight.end());

    // Both sockets of a Spark lead elsewhere.
    light(sparks, cage(sparks, 0, 1));
    status = matchTopology(Topology::Pair, buildCableMap(sparks, {}), sparks);
    QCOMPARE(status.instruction.id, std::string("cabling.unseen-end"));
}

void TestTopology::pairWithTwoCablesCrossed()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling one{{{cage(sparks, 0, 0), cage(sparks, 1, 1)}}, {}};
    plug(sparks, one);
    CablingStatus status = matchTopology(Topology::PairTwoCables, trueMap(sparks, one), sparks);
    QCOMPARE(countOf(status, State::Up), 1);
    QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
    QVERIFY((status.highlight == std::vector{cage(sparks, 0, 1), cage(sparks, 1, 0)})
        || (status.highlight == std::vector{cage(sparks, 1, 0), cage(sparks, 0, 1)}));
    Cabling crossed = one;
    crossed.direct.emplace_back(cage(sparks, 0, 1), cage(sparks, 1, 0));
    plug(sparks, crossed);
    QVERIFY(matchTopology(Topology::PairTwoCables, trueMap(sparks, crossed), sparks).complete);
    QVERIFY(matchTopology(Topology::Pair, trueMap(sparks, crossed), sparks).complete); // more than asked for is fine
}

void TestTopology::ringOfAnySizeAndOrder()
{
    Dice dice(1);
    for (int size = 3; size <= 8; ++size) {
        for (int round = 0; round < (size < 7 ? 20 : 2); ++round) {
            std::vector<SparkFacts> sparks = makeSparks(size);
            const Cabling ring = randomRing(sparks, dice);
            plug(sparks, ring);
            const CableMap map = trueMap(sparks, ring);
            QVERIFY(recogniseTopology(map, sparks) == Topology::Ring);
            const CablingStatus status = matchTopology(Topology::Ring, map, sparks);
            QVERIFY(status.complete);
            QCOMPARE(countOf(status, State::Up), size);
            for (std::size_t i = 0; i < status.cables.size(); ++i)
                QCOMPARE(status.cables[i].number, static_cast<int>(i) + 1);
        }
    }
}

void TestTopology::ringWithMissingCableNamesBothSockets()
{
    Dice dice(2);
    for (int size = 3; size <= 7; ++size) {
        for (int round = 0; round < (size < 7 ? 10 : 2); ++round) {
            std::vector<SparkFacts> sparks = makeSparks(size);
            Cabling ring = randomRing(sparks, dice);
            const auto missing = ring.direct.back();
            ring.direct.pop_back();
            plug(sparks, ring);
            const CablingStatus status = matchTopology(Topology::Ring, trueMap(sparks, ring), sparks);
            QVERIFY(!status.complete && status.misplaced.empty());
            QCOMPARE(countOf(status, State::Waiting), 1);
            QCOMPARE(status.instruction.id, std::string("cabling.ring-missing"));
            const std::set<CageRef> said = {named(sparks, status.instruction, "spark", "cage"),
                named(sparks, status.instruction, "other-spark", "other-cage")};
            QVERIFY((said == std::set<CageRef>{missing.first, missing.second}));
            QVERIFY((std::set<CageRef>(status.highlight.begin(), status.highlight.end()) == said));
        }
    }
}

void TestTopology::largeRing()
{
    Dice dice(9);
    std::vector<SparkFacts> sparks = makeSparks(24);
    Cabling ring = randomRing(sparks, dice);
    plug(sparks, ring);
    QVERIFY(matchTopology(Topology::Ring, trueMap(sparks, ring), sparks).complete);
    const auto missing = ring.direct.back();
    light(sparks, missing.first, false, false);
    light(sparks, missing.second, false, false);
    ring.direct.pop_back();
    const CablingStatus status = matchTopology(Topology::Ring, trueMap(sparks, ring), sparks);
    QCOMPARE(countOf(status, State::Up), 23);
    QVERIFY((std::set<CageRef>(status.highlight.begin(), status.highlight.end())
        == std::set<CageRef>{missing.first, missing.second}));
}

// facts 2.3: p0 of each Spark leads to p1 of the next.
void TestTopology::emptyRingFollowsTheDocument()
{
    const std::vector<SparkFacts> sparks = makeSparks(3);
    const CablingStatus status = matchTopology(Topology::Ring, {}, sparks);
    QCOMPARE(status.cables.size(), std::size_t(3));
    for (const GoalCable &cable : status.cables) {
        QVERIFY(cable.a.cage->cage == CageIndex::Zero && cable.b.cage->cage == CageIndex::One);
        QVERIFY(cable.state == State::Waiting);
    }
    QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
}

void TestTopology::misplacedCables()
{
    // Two cables between the same two Sparks of a ring: one end of one of them moves to the third.
    std::vector<SparkFacts> sparks = makeSparks(3);
    const Cabling cabling = pairTwoCabling(sparks);
    plug(sparks, cabling);
    CablingStatus status = matchTopology(Topology::Ring, trueMap(sparks, cabling), sparks);
    QCOMPARE(countOf(status, State::Up), 1);
    QCOMPARE(status.misplaced.size(), std::size_t(1));
    QCOMPARE(status.instruction.id, std::string("cabling.move-plug"));
    const CageRef from = named(sparks, status.instruction, "spark", "cage"),
                  to = named(sparks, status.instruction, "other-spark", "other-cage");
    QVERIFY(status.misplaced[0].a.cage == from || status.misplaced[0].b.cage == from);
    QVERIFY(to.spark == sparks[2].id);

    // A cable from a Spark to itself.
    std::vector<SparkFacts> two = makeSparks(2);
    const Cabling loop{{{cage(two, 0, 0), cage(two, 0, 1)}}, {}};
    plug(two, loop);
    status = matchTopology(Topology::Pair, trueMap(two, loop), two);
    QCOMPARE(status.instruction.id, std::string("cabling.move-plug"));
    QVERIFY(named(two, status.instruction, "other-spark", "other-cage").spark == two[1].id);
}

void TestTopology::star()
{
    std::vector<SparkFacts> sparks = makeSparks(4);
    CablingStatus status = matchTopology(Topology::Star, {}, sparks);
    QCOMPARE(status.cables.size(), std::size_t(4));
    QCOMPARE(status.instruction.id, std::string("cabling.plug-switch"));
    for (const GoalCable &cable : status.cables)
        QVERIFY(cable.b.isSwitch() && cable.a.cage->cage == CageIndex::One); // facts 2.4
    const Cabling cabling = starCabling(sparks, 0);
    plug(sparks, cabling);
    status = matchTopology(Topology::Star, trueMap(sparks, cabling), sparks);
    QVERIFY(status.complete);
    // The fourth is not plugged yet: it is asked for in the cage that the others use.
    light(sparks, cage(sparks, 3, 0), false, false);
    status = matchTopology(Topology::Star, trueMap(sparks, cabling), sparks);
    QCOMPARE(status.instruction.id, std::string("cabling.plug-switch"));
    QVERIFY(status.highlight == std::vector{cage(sparks, 3, 0)});
}

void TestTopology::starTellsSwitchFromCable()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    Cabling cabling{{}, {{cage(sparks, 0, 1), cage(sparks, 1, 1)}}}; // two on the switch look like a cable
    plug(sparks, cabling);
    CablingStatus status = matchTopology(Topology::Star, trueMap(sparks, cabling), sparks);
    QVERIFY(!status.complete && status.misplaced.empty());
    QCOMPARE(status.instruction.id, std::string("cabling.plug-switch"));
    QVERIFY(status.highlight == std::vector{cage(sparks, 2, 1)});
    // A real cable between two, the third on the switch alone.
    light(sparks, cage(sparks, 2, 1));
    cabling = {{{cage(sparks, 0, 1), cage(sparks, 1, 1)}}, {}};
    status = matchTopology(Topology::Star, trueMap(sparks, cabling), sparks);
    QVERIFY(!status.complete);
    QVERIFY(status.instruction.id == "cabling.finding-out-switch");
}

void TestTopology::secondHalf()
{
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling cabling = pairCabling(sparks);
    plug(sparks, cabling);
    const CableMap map = trueMap(sparks, cabling);
    light(sparks, cage(sparks, 1, 0), true, false);
    const CablingStatus status = matchTopology(Topology::Pair, map, sparks);
    QVERIFY(!status.complete && status.cables[0].state == State::HalfUp);
    QCOMPARE(status.instruction.id, std::string("cabling.wait-second-half"));
    QVERIFY(status.highlight == std::vector{cage(sparks, 1, 0)});
}

void TestTopology::orderOfSparksDoesNotMatter()
{
    Dice dice(6);
    for (int round = 0; round < 30; ++round) {
        std::vector<SparkFacts> sparks = makeSparks(3 + dice.below(3));
        Cabling ring = randomRing(sparks, dice);
        ring.direct.resize(ring.direct.size() - static_cast<std::size_t>(dice.below(3)));
        plug(sparks, ring);
        const CableMap map = trueMap(sparks, ring);
        const CablingStatus status = matchTopology(Topology::Ring, map, sparks);
        dice.shuffle(sparks);
        QVERIFY(matchTopology(Topology::Ring, map, sparks) == status);
    }
}

// What forms nothing that can be planned says why.
void TestTopology::notes()
{
    const auto noteOf = [](int count, const Cabling &cabling, int litAlone = -1) {
        std::vector<SparkFacts> sparks = makeSparks(count);
        plug(sparks, cabling);
        if (litAlone >= 0)
            light(sparks, cage(sparks, litAlone, 1));
        const CableMap map = trueMap(sparks, cabling);
        return topologyNote(recogniseTopology(map, sparks), map, sparks).id;
    };
    const auto two = makeSparks(2), four = makeSparks(4);
    QCOMPARE(noteOf(2, pairCabling(two)), std::string());
    QCOMPARE(noteOf(2, {}), std::string());
    QCOMPARE(noteOf(4, ringCabling(four)), std::string());
    QCOMPARE(noteOf(2, {{{cage(two, 0, 0), cage(two, 0, 1)}}, {}}), std::string("topology.cable-to-itself"));
    QCOMPARE(noteOf(4, pairCabling(four)), std::string("topology.not-cabled"));
    QCOMPARE(noteOf(4, {{{cage(four, 0, 0), cage(four, 1, 0)}, {cage(four, 2, 0), cage(four, 3, 0)}}, {}}),
        std::string("topology.several-pieces"));
    Cabling mixed = starCabling(four, 1);
    mixed.direct = {{cage(four, 0, 0), cage(four, 1, 0)}};
    QCOMPARE(noteOf(4, mixed), std::string("topology.cables-and-switch"));
    Cabling partly = starCabling(four, 1);
    partly.switches[0].pop_back();
    partly.switches.push_back(starCabling(four, 0).switches[0]);
    QCOMPARE(noteOf(4, partly), std::string("topology.not-on-switch"));
    QCOMPARE(noteOf(2, pairCabling(two), 0), std::string("topology.unseen-end"));
}

// Every cable lights two sockets: an odd number of them is told where no switch and no storage explains it.
void TestTopology::oddNumberOfLitSockets()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    const auto note = [&](const Cabling &cabling, std::optional<Topology> goal) {
        const CableMap map = trueMap(sparks, cabling);
        return parityNote(goal, recogniseTopology(map, sparks), map, sparks);
    };
    const std::string odd = "cabling.odd-sockets";
    QVERIFY(note({}, Topology::Ring).empty());
    light(sparks, cage(sparks, 0, 0));
    QCOMPARE(note({}, std::nullopt).id, odd);
    const Cabling pair = pairCabling(sparks, 1);
    plug(sparks, pair);
    for (const Topology goal : {Topology::Ring, Topology::Line, Topology::Pair, Topology::PairTwoCables})
        QCOMPARE(note(pair, goal).id, odd);
    QCOMPARE(numberArgument(note(pair, Topology::Ring), "count"), std::int64_t(3));
    for (const Topology goal : {Topology::Star, Topology::StarTwoCables, Topology::SplitRole})
        QVERIFY(note(pair, goal).empty());
    // Without a goal the note on the form names that very socket. Where more than one is not known it does not.
    QVERIFY(note(pair, std::nullopt).empty());
    QCOMPARE(note({}, std::nullopt).id, odd);

    // A half that has yet to come up, and one that sleeps where a plug would not be seen.
    light(sparks, cage(sparks, 0, 0), true, false);
    QVERIFY(note(pair, Topology::Ring).empty());
    light(sparks, cage(sparks, 0, 0));
    for (HalfFacts &half : sparks[2].halves)
        half.adminUp = false;
    QVERIFY(note(pair, Topology::Ring).empty());
    sparks[2].halves.clear(); // no chip without a cable
    QCOMPARE(note(pair, Topology::Ring).id, odd);
    light(sparks, cage(sparks, 1, 0));
    QVERIFY(note(pair, Topology::Ring).empty()); // even

    // On a switch any number is right.
    sparks = makeSparks(3);
    const Cabling star = starCabling(sparks);
    plug(sparks, star);
    QVERIFY(note(star, Topology::Ring).empty());
    QCOMPARE(note({}, Topology::Ring).id, odd);
    CableMap map;
    map.contradictions.push_back({cage(sparks, 0, 1), {}});
    QVERIFY(parityNote(Topology::Ring, Topology::Unknown, map, sparks).empty());
}

void TestTopology::line()
{
    Dice dice(12);
    for (int size = 3; size <= 6; ++size) {
        std::vector<SparkFacts> sparks = makeSparks(size);
        Cabling cabling = randomRing(sparks, dice);
        plug(sparks, cabling);
        CablingStatus status = matchTopology(Topology::Line, trueMap(sparks, cabling), sparks);
        QVERIFY(status.complete && status.steps.empty()); // more than asked for is fine
        cabling.direct.pop_back();
        sparks = makeSparks(size);
        plug(sparks, cabling);
        QVERIFY(recogniseTopology(trueMap(sparks, cabling), sparks) == Topology::Line);
        status = matchTopology(Topology::Line, trueMap(sparks, cabling), sparks);
        QVERIFY(status.complete);
        QCOMPARE(countOf(status, State::Up), size - 1);
        cabling.direct.pop_back();
        sparks = makeSparks(size);
        plug(sparks, cabling);
        status = matchTopology(Topology::Line, trueMap(sparks, cabling), sparks);
        QVERIFY(!status.complete && status.misplaced.empty());
        QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
        QCOMPARE(status.steps.size(), std::size_t(1));
    }
}

// One cage to the other Spark, the other one to something that no probe sees.
void TestTopology::splitRole()
{
    for (const int peer : {0, 1}) {
        std::vector<SparkFacts> sparks = makeSparks(2);
        CablingStatus status = matchTopology(Topology::SplitRole, {}, sparks);
        QCOMPARE(status.cables.size(), std::size_t(3));
        QCOMPARE(status.instruction.id, std::string("cabling.plug-cable"));
        const Cabling cabling = pairCabling(sparks, peer);
        plug(sparks, cabling);
        status = matchTopology(Topology::SplitRole, trueMap(sparks, cabling), sparks);
        QCOMPARE(status.instruction.id, std::string("cabling.plug-storage"));
        for (const int spark : {0, 1})
            light(sparks, cage(sparks, spark, 1 - peer));
        status = matchTopology(Topology::SplitRole, trueMap(sparks, cabling), sparks);
        QVERIFY(status.complete);
        QVERIFY(status.cables[1].b.isStorage() && status.cables[2].b.isStorage());
        QVERIFY(status.cables[1].a.cage->cage == (peer == 0 ? CageIndex::One : CageIndex::Zero));
    }
    // A switch with nothing but the storage cages on it looks like a direct cable.
    std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling both = pairTwoCabling(sparks);
    plug(sparks, both);
    QVERIFY(matchTopology(Topology::SplitRole, trueMap(sparks, both), sparks).complete);
    // Both cables of a Spark lead nowhere: its peer is missing.
    std::vector<SparkFacts> away = makeSparks(2);
    for (const int spark : {0, 1})
        for (const int number : {0, 1})
            light(away, cage(away, spark, number));
    QVERIFY(!matchTopology(Topology::SplitRole, trueMap(away, {}), away).complete);
}

void TestTopology::starWithTwoCables()
{
    std::vector<SparkFacts> sparks = makeSparks(3);
    const Cabling cabling = starCabling(sparks, 0), second = starCabling(sparks, 1);
    plug(sparks, cabling);
    CablingStatus status = matchTopology(Topology::StarTwoCables, trueMap(sparks, cabling), sparks);
    QCOMPARE(status.cables.size(), std::size_t(6));
    QCOMPARE(countOf(status, State::Up), 3);
    QCOMPARE(status.instruction.id, std::string("cabling.plug-switch"));
    for (const bool sameSwitch : {true, false}) {
        Cabling two = cabling;
        if (!sameSwitch)
            two.switches.emplace_back();
        for (const CageRef &each : second.switches[0])
            two.switches.back().push_back(each);
        std::vector<SparkFacts> plugged = makeSparks(3);
        plug(plugged, two);
        QVERIFY(matchTopology(Topology::StarTwoCables, trueMap(plugged, two), plugged).complete);
        QVERIFY(matchTopology(Topology::Star, trueMap(plugged, two), plugged).complete);
    }
}

void TestTopology::wrongNumberOfSparks()
{
    for (const auto &[goal, count] : {std::pair(Topology::Pair, 3), std::pair(Topology::Pair, 1),
             std::pair(Topology::Ring, 2), std::pair(Topology::Star, 2), std::pair(Topology::StarTwoCables, 2),
             std::pair(Topology::Line, 2), std::pair(Topology::SplitRole, 3), std::pair(Topology::Mixed, 2)}) {
        const CablingStatus status = matchTopology(goal, {}, makeSparks(count));
        QVERIFY(!status.complete && status.cables.empty());
        QCOMPARE(status.instruction.id, std::string("cabling.wrong-number-of-sparks"));
    }
}

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
