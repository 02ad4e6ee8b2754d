// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "../../support/sample.h"
#include "fabricfixture.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#endif

#include <QTest>

// The way from any cabling to a goal: the fewest plugs, every step possible, and the goal at its end.
using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

// A cable as the set of its plugs' sockets; one that leads to the switch has a single one.
using Plugs = std::set<CageRef>;
using Form = std::vector<Plugs>;

// Anything can be plugged: also cables from a Spark to itself, and some to a switch.
Cabling anyCabling(const std::vector<SparkFacts> &sparks, Dice &dice, bool withSwitch)
{
    std::vector<CageRef> free;
    for (int spark = 0; spark < static_cast<int>(sparks.size()); ++spark)
        for (const int number : {0, 1})
            free.push_back(cage(sparks, spark, number));
    dice.shuffle(free);
    const auto take = [&] {
        const CageRef taken = free.back();
        free.pop_back();
        return taken;
    };
    Cabling cabling;
    if (withSwitch && free.size() > 3 && dice.chance(40)) {
        cabling.switches.emplace_back();
        std::set<SparkId> on;
        for (int i = 3 + dice.below(2); i > 0 && !free.empty(); --i) {
            cabling.switches[0].push_back(take());
            on.insert(cabling.switches[0].back().spark);
        }
        if (on.size() < 3) // looks like direct cables
            cabling.switches.clear();
    }
    while (free.size() >= 2 && dice.chance(70)) {
        const CageRef a = take();
        cabling.direct.emplace_back(a, take());
    }
    return cabling;
}

Form cablesOf(const Cabling &cabling)
{
    Form cables;
    for (const auto &[a, b] : cabling.direct)
        cables.push_back({a, b});
    for (const auto &on : cabling.switches)
        for (const CageRef &each : on)
            cables.push_back({each});
    return cables;
}

// How many Sparks have a cable in them.
int litSparks(const Cabling &cabling)
{
    std::set<SparkId> lit;
    for (const Plugs &cable : cablesOf(cabling))
        for (const CageRef &each : cable)
            lit.insert(each.spark);
    return static_cast<int>(lit.size());
}

// Every form of a goal of direct cables: all orders of the Sparks and all cages.
std::vector<Form> directForms(Topology goal, const std::vector<SparkFacts> &sparks)
{
    std::vector<Form> forms;
    const int n = static_cast<int>(sparks.size());
    if (goal == Topology::Pair || goal == Topology::PairTwoCables) {
        for (const int a : {0, 1})
            for (const int b : {0, 1})
                if (goal == Topology::Pair)
                    forms.push_back({{cage(sparks, 0, a), cage(sparks, 1, b)}});
                else
                    forms.push_back(
                        {{cage(sparks, 0, a), cage(sparks, 1, b)}, {cage(sparks, 0, 1 - a), cage(sparks, 1, 1 - b)}});
        return forms;
    }
    std::vector<int> order(sparks.size());
    std::iota(order.begin(), order.end(), 0);
    const int cables = goal == Topology::Ring ? n : n - 1;
    do {
        for (int out = 0; out < 1 << n; ++out) {
            Form form;
            for (int i = 0; i < cables; ++i) {
                const int next = (i + 1) % n;
                form.push_back({cage(sparks, order[static_cast<std::size_t>(i)], out >> i & 1),
                    cage(sparks, order[static_cast<std::size_t>(next)], 1 - (out >> next & 1))});
            }
            forms.push_back(form);
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return forms;
}

// A star needs a cable to the switch in one socket of each Spark; a second one may stay.
std::vector<Form> starForms(const std::vector<SparkFacts> &sparks)
{
    std::vector<Form> forms;
    for (int chosen = 0; chosen < 1 << sparks.size(); ++chosen) {
        Form form;
        for (int i = 0; i < static_cast<int>(sparks.size()); ++i)
            form.push_back({cage(sparks, i, chosen >> i & 1)});
        forms.push_back(form);
    }
    return forms;
}

// Both sockets of each Spark.
Form starOfTwo(const std::vector<SparkFacts> &sparks)
{
    Form form;
    for (int i = 0; i < static_cast<int>(sparks.size()); ++i)
        for (const int number : {0, 1})
            form.push_back({cage(sparks, i, number)});
    return form;
}

// A split role: the cables between peers.
using Peers = std::vector<std::pair<CageRef, CageRef>>;

// Every way to make pairs of those that are in none yet, with every cage.
void addPeers(
    const std::vector<SparkFacts> &sparks, std::vector<bool> taken, const Peers &sofar, std::vector<Peers> &all)
{
    const auto first = std::find(taken.begin(), taken.end(), false);
    if (first == taken.end()) {
        all.push_back(sofar);
        return;
    }
    *first = true;
    const int a = static_cast<int>(first - taken.begin());
    for (int b = a + 1; b < static_cast<int>(sparks.size()); ++b) {
        if (taken[static_cast<std::size_t>(b)])
            continue;
        std::vector<bool> both = taken;
        both[static_cast<std::size_t>(b)] = true;
        for (int cages = 0; cages < 4; ++cages) {
            Peers more = sofar;
            more.emplace_back(cage(sparks, a, cages & 1), cage(sparks, b, cages >> 1));
            addPeers(sparks, both, more, all);
        }
    }
}

// The peers' cables, and storage in each other socket that does not have it yet: any cable passes there that ends in no
// socket of a peer and not at the same Spark.
Form splitForm(const std::vector<SparkFacts> &sparks, const Peers &peers, const Form &there)
{
    Form form;
    std::set<CageRef> used;
    for (const auto &[a, b] : peers) {
        form.push_back({a, b});
        used.insert({a, b});
    }
    for (const SparkFacts &spark : sparks)
        for (const CageIndex index : {CageIndex::Zero, CageIndex::One}) {
            const CageRef socket{spark.id, index};
            const auto cable =
                std::find_if(there.begin(), there.end(), [&](const Plugs &plugs) { return plugs.contains(socket); });
            const auto isWrong = [&](const CageRef &plug) {
                return used.contains(plug) || (plug != socket && plug.spark == socket.spark);
            };
            if (!used.contains(socket) && (cable == there.end() || std::any_of(cable->begin(), cable->end(), isWrong)))
                form.push_back({socket});
        }
    return form;
}

// The plugs that come out of a socket on the way to this form: one for a cable that is used again with one plug where
// it is, all that are in sockets of Sparks for one that is only in the way. Tries every use of every cable.
int plugsMoved(const Form &there, const Form &goal)
{
    Form missing, wrong;
    for (const Plugs &cable : goal)
        if (std::find(there.begin(), there.end(), cable) == there.end())
            missing.push_back(cable);
    const auto meet = [](const Plugs &a, const Plugs &b) {
        return std::any_of(a.begin(), a.end(), [&](const CageRef &each) { return b.contains(each); });
    };
    for (const Plugs &cable : there)
        if (std::any_of(missing.begin(), missing.end(), [&](const Plugs &wanted) { return meet(cable, wanted); }))
            wrong.push_back(cable);
    std::function<int(std::size_t, std::set<std::size_t>)> best = [&](std::size_t i, std::set<std::size_t> used) {
        if (i == wrong.size())
            return 0;
        int least = static_cast<int>(wrong[i].size()) + best(i + 1, used);
        for (std::size_t j = 0; j < missing.size(); ++j) {
            if (used.contains(j) || !meet(wrong[i], missing[j]))
                continue;
            std::set<std::size_t> more = used;
            more.insert(j);
            least = std::min(least, 1 + best(i + 1, more));
        }
        return least;
    };
    return best(0, {});
}

int plugsMoved(const CablingStatus &status)
{
    int moved = 0;
    for (const PlugStep &step : status.steps)
        moved += step.kind == PlugStep::Kind::Move ? 1
            : step.kind == PlugStep::Kind::Pull    ? (step.to.isSwitch() ? 1 : 2)
                                                   : 0;
    return moved;
}

// The cabling that a person makes by one step. Whatever sits where a plug goes is pulled out.
void doStep(Cabling &cabling, const PlugStep &step)
{
    const auto pull = [&](const CableEnd &end) {
        if (!end.cage)
            return;
        std::erase_if(
            cabling.direct, [&](const auto &pair) { return pair.first == *end.cage || pair.second == *end.cage; });
        for (auto &on : cabling.switches)
            std::erase(on, *end.cage);
    };
    const auto join = [&](const CableEnd &a, const CableEnd &b) {
        if (a.cage && b.cage) {
            cabling.direct.emplace_back(*a.cage, *b.cage);
            return;
        }
        if (cabling.switches.empty())
            cabling.switches.emplace_back();
        cabling.switches[0].push_back(a.cage ? *a.cage : *b.cage);
    };
    pull(step.to);
    if (step.kind == PlugStep::Kind::Move) {
        pull(step.stays);
        join(step.stays, step.to);
        return;
    }
    pull(step.from);
    if (step.kind == PlugStep::Kind::Plug)
        join(step.from, step.to);
}

CablingStatus statusOf(Topology goal, int size, const Cabling &cabling)
{
    std::vector<SparkFacts> sparks = makeSparks(size);
    plug(sparks, cabling);
    return matchTopology(goal, trueMap(sparks, cabling), sparks);
}

std::vector<Topology> directGoals(int size)
{
    return size == 2 ? std::vector{Topology::Pair, Topology::PairTwoCables}
                     : std::vector{Topology::Ring, Topology::Line};
}

} // namespace

class TestPlugSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewestPlugs_directCables();
    void fewestPlugs_largeRings();
    void fewestPlugs_star();
    void fewestPlugs_starOfTwo();
    void fewestPlugs_splitRole();
    void doingAllStepsReachesTheGoal();
    void doingOneInstructionAtATimeReachesTheGoal();
    void everyStepHasItsWords();
    void circleIsOpenedByOnePlug();
    void nothingToDo();
};

void TestPlugSteps::fewestPlugs_directCables()
{
    Dice dice(21);
    int wrong = 0, moved = 0;
    for (int round = 0; round < (test::isFull() ? 400 : 160); ++round) {
        const int size = round % (test::isFull() ? 20 : 160) == 0 ? 5 : 2 + dice.below(3); // of five: 3840 forms
        const std::vector<SparkFacts> sparks = makeSparks(size);
        const Cabling cabling = anyCabling(sparks, dice, true);
        for (const Topology goal : directGoals(size)) {
            const CablingStatus status = statusOf(goal, size, cabling);
            int least = 1000;
            for (const Form &form : directForms(goal, sparks))
                least = std::min(least, plugsMoved(cablesOf(cabling), form));
            QVERIFY2(plugsMoved(status) == least,
                qPrintable(QStringLiteral("round %1, %2 Sparks, goal %3: %4 plugs, %5 would do")
                               .arg(round)
                               .arg(size)
                               .arg(static_cast<int>(goal))
                               .arg(plugsMoved(status))
                               .arg(least)));
            wrong += least > 0;
            moved += least;
        }
    }
    QVERIFY(wrong > 50);
    qInfo("%d wrong cablings, %d plugs to move in all, never more than needed", wrong, moved);
}

// Of eight Sparks there are ten million forms: nobody needs more plugs than were moved away from one of them.
void TestPlugSteps::fewestPlugs_largeRings()
{
    Dice dice(26);
    for (int round = 0; round < 12; ++round) {
        const int size = round < 10 ? 5 + dice.below(2) : 8;
        const std::vector<SparkFacts> sparks = makeSparks(size);
        Cabling cabling = ringCabling(sparks);
        const int away = 1 + dice.below(3);
        for (int i = 0; i < away; ++i) { // two cables change one plug each
            const auto at = [&] { return static_cast<std::size_t>(dice.below(size)); };
            const std::size_t one = at(), other = at();
            if (one != other)
                std::swap(cabling.direct[one].second, cabling.direct[other].second);
        }
        const CablingStatus status = statusOf(Topology::Ring, size, cabling);
        QVERIFY2(plugsMoved(status) <= 2 * away, qPrintable(QString::number(round)));
        for (const PlugStep &step : status.steps)
            doStep(cabling, step);
        QVERIFY(statusOf(Topology::Ring, size, cabling).complete);
    }
}

void TestPlugSteps::fewestPlugs_starOfTwo()
{
    Dice dice(27);
    int wrong = 0;
    for (int round = 0; round < 600; ++round) {
        const int size = 3 + dice.below(3);
        const std::vector<SparkFacts> sparks = makeSparks(size);
        const Cabling cabling = anyCabling(sparks, dice, true);
        if (litSparks(cabling) != size)
            continue; // then a direct cable may still turn out to be the switch
        const int least = plugsMoved(cablesOf(cabling), starOfTwo(sparks));
        const CablingStatus status = statusOf(Topology::StarTwoCables, size, cabling);
        QVERIFY2(plugsMoved(status) == least, qPrintable(QStringLiteral("round %1: %2").arg(round).arg(least)));
        wrong += least > 0;
    }
    QVERIFY(wrong > 20);
}

void TestPlugSteps::fewestPlugs_splitRole()
{
    Dice dice(28);
    int wrong = 0;
    for (int round = 0; round < (test::isFull() ? 300 : 80); ++round) {
        const int size = round % 16 == 0 ? 6 : 2 + 2 * dice.below(2);
        const std::vector<SparkFacts> sparks = makeSparks(size);
        const Cabling cabling = anyCabling(sparks, dice, false);
        std::vector<Peers> all;
        addPeers(sparks, std::vector<bool>(sparks.size(), false), {}, all);
        int least = 1000;
        for (const Peers &peers : all)
            least = std::min(least, plugsMoved(cablesOf(cabling), splitForm(sparks, peers, cablesOf(cabling))));
        const CablingStatus status = statusOf(Topology::SplitRole, size, cabling);
        QVERIFY2(plugsMoved(status) == least,
            qPrintable(QStringLiteral("round %1, %2 Sparks: %3 plugs, %4 would do")
                           .arg(round)
                           .arg(size)
                           .arg(plugsMoved(status))
                           .arg(least)));
        wrong += least > 0;
    }
    QVERIFY(wrong > 10);
}

void TestPlugSteps::fewestPlugs_star()
{
    Dice dice(22);
    int wrong = 0;
    for (int round = 0; round < 600; ++round) {
        const int size = 3 + dice.below(3);
        const std::vector<SparkFacts> sparks = makeSparks(size);
        const Cabling cabling = anyCabling(sparks, dice, true);
        if (litSparks(cabling) != size)
            continue; // then a direct cable may still turn out to be the switch
        int least = 1000;
        for (const Form &form : starForms(sparks))
            least = std::min(least, plugsMoved(cablesOf(cabling), form));
        const CablingStatus status = statusOf(Topology::Star, size, cabling);
        QVERIFY2(plugsMoved(status) == least, qPrintable(QStringLiteral("round %1: %2").arg(round).arg(least)));
        wrong += least > 0;
    }
    QVERIFY(wrong > 20);
}

void TestPlugSteps::doingAllStepsReachesTheGoal()
{
    Dice dice(23);
    for (int round = 0; round < 120; ++round) {
        const int size = 2 + dice.below(5);
        Cabling cabling = anyCabling(makeSparks(size), dice, true);
        const std::vector<Topology> goals = directGoals(size);
        const Topology goal = goals[static_cast<std::size_t>(dice.below(2))];
        for (const PlugStep &step : statusOf(goal, size, cabling).steps)
            doStep(cabling, step);
        const CablingStatus after = statusOf(goal, size, cabling);
        QVERIFY2(after.complete && after.steps.empty(), qPrintable(QString::number(round)));
    }
}

// One instruction at a time, each looked at anew: the promise of the first look is kept.
void TestPlugSteps::doingOneInstructionAtATimeReachesTheGoal()
{
    Dice dice(24);
    for (int round = 0; round < 120; ++round) {
        const int size = 2 + dice.below(4);
        std::vector<Topology> goals = directGoals(size);
        goals.push_back(size == 2 ? Topology::SplitRole : Topology::StarTwoCables);
        const Topology goal = goals[static_cast<std::size_t>(dice.below(3))];
        Cabling cabling = anyCabling(makeSparks(size), dice, goal != Topology::SplitRole);
        std::size_t steps = 0, most = 0;
        for (;; ++steps) {
            const CablingStatus status = statusOf(goal, size, cabling);
            if (steps == 0)
                most = 2 * status.steps.size() + 2;
            // Storage is nothing that this fixture can plug.
            if (status.complete || status.instruction.id.find("storage") != std::string::npos)
                break;
            QVERIFY2(steps < most, qPrintable(QStringLiteral("no end in round %1").arg(round)));
            // What is left of a switch with fewer than three Sparks cannot be told from a cable, or not be seen at all.
            if (!cabling.switches.empty()
                && (status.instruction.id.starts_with("cabling.finding-out")
                    || status.instruction.id == "cabling.unseen-end"
                    || status.instruction.id == "cabling.switch-not-seen"))
                break;
            const auto said = std::find_if(status.steps.begin(), status.steps.end(), [&](const PlugStep &step) {
                return step.text == status.instruction
                    || (step.kind == PlugStep::Kind::Plug && status.instruction.id == "cabling.ring-missing");
            });
            QVERIFY2(said != status.steps.end(), status.instruction.id.c_str());
            doStep(cabling, *said);
        }
    }
}

void TestPlugSteps::everyStepHasItsWords()
{
    Dice dice(25);
    std::set<std::string> seen;
    for (int round = 0; round < 80; ++round) {
        const int size = 2 + dice.below(4);
        for (const Topology goal : possibleTopologies(size))
            for (const PlugStep &step : statusOf(goal, size, anyCabling(makeSparks(size), dice, true)).steps) {
                QVERIFY(!step.text.empty() && step.text.arguments.contains("spark"));
                seen.insert(step.text.id);
            }
    }
    for (const char *id : {"cabling.move-plug", "cabling.move-far-plug", "cabling.move-plug-to-switch",
             "cabling.pull-cable", "cabling.plug-cable", "cabling.plug-switch", "cabling.plug-storage"})
        QVERIFY2(seen.contains(id), id);
}

// All sockets are full and every plug but one per cable is wrong: somebody has to take one into the hand.
void TestPlugSteps::circleIsOpenedByOnePlug()
{
    const std::vector<SparkFacts> sparks = makeSparks(2);
    const Cabling loops{{{cage(sparks, 0, 0), cage(sparks, 0, 1)}, {cage(sparks, 1, 0), cage(sparks, 1, 1)}}, {}};
    const CablingStatus status = statusOf(Topology::PairTwoCables, 2, loops);
    QCOMPARE(plugsMoved(status), 2);
    QCOMPARE(status.instruction.id, std::string("cabling.take-plug"));
    QCOMPARE(status.instructionDetail.id, std::string("cabling.remaining-steps"));
    QCOMPARE(std::get<std::int64_t>(status.instructionDetail.arguments.at("steps")), std::int64_t(2));
    QCOMPARE(status.steps.size(), std::size_t(2));
    QCOMPARE(status.steps[1].text.id, std::string("cabling.move-plug")); // into the socket that has become free
    QVERIFY(status.steps[1].to == status.steps[0].from);
}

void TestPlugSteps::nothingToDo()
{
    const std::vector<SparkFacts> sparks = makeSparks(4);
    QVERIFY(statusOf(Topology::Ring, 4, ringCabling(sparks)).steps.empty());
    QVERIFY(statusOf(Topology::Star, 4, starCabling(sparks)).steps.empty());
    const CablingStatus empty = statusOf(Topology::Ring, 4, {});
    QCOMPARE(empty.steps.size(), std::size_t(4));
    QVERIFY(std::all_of(empty.steps.begin(), empty.steps.end(),
        [](const PlugStep &step) { return step.kind == PlugStep::Kind::Plug; }));
}

QTEST_GUILESS_MAIN(TestPlugSteps)
#include "tst_plugsteps.moc"
