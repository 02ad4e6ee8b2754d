// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/goalforms.h"

#include <algorithm>
#include <map>
#include <set>

// Pairs and stars.
namespace sparkloom::domain {
namespace {

// The switch that most Sparks hang on, the first of equals; -1 where none is known.
int mainSwitch(const Sockets &sockets)
{
    std::map<int, std::set<int>> sparksOn;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark)
        for (const int cage : {0, 1})
            if (const auto number = sockets.at({spark, cage}).onSwitch)
                sparksOn[*number].insert(spark);
    int best = -1;
    std::size_t most = 0;
    for (const auto &[number, sparks] : sparksOn) {
        if (sparks.size() > most) {
            best = number;
            most = sparks.size();
        }
    }
    return best;
}

// The cage that most Sparks use for the switch; the documented one is cage 1 (facts 2.4).
int usualStarCage(const Sockets &sockets)
{
    int used[2] = {0, 0};
    for (int spark = 0; spark < sockets.sparkCount(); ++spark)
        for (const int cage : {0, 1})
            used[cage] += sockets.at({spark, cage}).lit ? 1 : 0;
    return used[0] > used[1] ? 0 : 1;
}

// Where a Spark that is not on the switch yet gets its cable.
int starCage(const Sockets &sockets, int spark, int usual)
{
    const int other = 1 - usual;
    for (const int cage : {usual, other})
        if (sockets.at({spark, cage}).litButUnknown() || sockets.mayBeOnSwitch({spark, cage}))
            return cage;
    for (const int cage : {usual, other})
        if (!sockets.at({spark, cage}).lit)
            return cage;
    return usual;
}

} // namespace

std::vector<WantedCable> bestPair(const Sockets &sockets)
{
    std::vector<WantedCable> best;
    int bestScore = 0;
    for (const int a : {0, 1}) {
        for (const int b : {0, 1}) {
            // The same cage on both, the one next to the network socket first (facts 2.1).
            const int score = sockets.fitness({0, a}, {1, b}) + (a == b ? 2 : 0) + (a == 0 ? 1 : 0);
            if (best.empty() || score > bestScore) {
                best = {{{0, a}, Sockets::Place{1, b}}};
                bestScore = score;
            }
        }
    }
    return best;
}

std::vector<WantedCable> bestPairTwoCables(const Sockets &sockets)
{
    const int straight = sockets.fitness({0, 0}, {1, 0}) + sockets.fitness({0, 1}, {1, 1});
    const int crossed = sockets.fitness({0, 0}, {1, 1}) + sockets.fitness({0, 1}, {1, 0});
    const int other = crossed > straight ? 1 : 0; // p0 to p0 and p1 to p1 is the documented form (facts 2.2)
    return {{{0, 0}, Sockets::Place{1, other}}, {{0, 1}, Sockets::Place{1, 1 - other}}};
}

std::vector<WantedCable> bestStar(const Sockets &sockets)
{
    const int main = mainSwitch(sockets);
    const int usual = usualStarCage(sockets);
    std::vector<WantedCable> wanted;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark) {
        const std::size_t before = wanted.size();
        for (const int cage : {0, 1})
            if (main >= 0 && sockets.at({spark, cage}).onSwitch == main)
                wanted.push_back({{spark, cage}, std::nullopt});
        if (wanted.size() == before)
            wanted.push_back({{spark, starCage(sockets, spark, usual)}, std::nullopt});
    }
    return wanted;
}

} // namespace sparkloom::domain
