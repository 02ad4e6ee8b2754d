// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/goalforms.h"

#include "domain/fabric/plugsteps.h"

#include <algorithm>
#include <map>
#include <set>

// Pairs, stars and split roles.
namespace sparkloom::domain {
namespace {

using Place = Sockets::Place;

// The switches that a star can use: the one that most Sparks hang on, the first of equals, and all that every Spark is
// on.
std::set<int> starSwitches(const Sockets &sockets)
{
    std::map<int, std::set<int>> sparksOn;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark)
        for (const int cage : {0, 1})
            if (const auto number = sockets.at({spark, cage}).onSwitch)
                sparksOn[*number].insert(spark);
    std::set<int> usable;
    const auto most = std::max_element(sparksOn.begin(), sparksOn.end(),
        [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    for (auto entry = sparksOn.begin(); entry != sparksOn.end(); ++entry)
        if (entry == most || entry->second.size() == static_cast<std::size_t>(sockets.sparkCount()))
            usable.insert(entry->first);
    return usable;
}

bool isOn(const std::set<int> &switches, const Sockets &sockets, Place place)
{
    const auto number = sockets.at(place).onSwitch;
    return number && switches.contains(*number);
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

// Where a Spark that is not on the switch yet gets its cable; nothing where both sockets hold cables to other Sparks.
std::optional<int> freeStarCage(const Sockets &sockets, int spark, int usual)
{
    for (const int cage : {usual, 1 - usual})
        if (sockets.at({spark, cage}).litButUnknown() || sockets.mayBeOnSwitch({spark, cage}))
            return cage;
    for (const int cage : {usual, 1 - usual})
        if (!sockets.at({spark, cage}).lit)
            return cage;
    return std::nullopt;
}

// For Sparks whose sockets both hold cables to other Sparks: which of them to open. One opened cable serves both of its
// ends, so those with the fewest such neighbours choose first; on lines and circles that is the best choice.
class Opening {
public:
    Opening(const Sockets &sockets, std::set<int> full, int usual)
        : m_sockets(sockets), m_open(std::move(full)), m_usual(usual)
    {}

    std::map<int, int> choose()
    {
        while (!m_open.empty()) {
            const int spark = *std::min_element(
                m_open.begin(), m_open.end(), [&](int a, int b) { return helpful(a).size() < helpful(b).size(); });
            const std::vector<int> cages = helpful(spark);
            m_open.erase(spark);
            m_chosen[spark] = cages.empty() ? m_usual : cages.front();
            if (cages.empty())
                continue;
            const Place other = *m_sockets.at({spark, cages.front()}).peer;
            m_open.erase(other.spark);
            m_chosen[other.spark] = other.cage;
        }
        return m_chosen;
    }

private:
    // The cages of which the cable leads to a Spark that needs one opened too.
    std::vector<int> helpful(int spark) const
    {
        std::vector<int> cages;
        for (const int cage : {m_usual, 1 - m_usual})
            if (const auto peer = m_sockets.at({spark, cage}).peer;
                peer && peer->spark != spark && m_open.contains(peer->spark))
                cages.push_back(cage);
        return cages;
    }

    const Sockets &m_sockets;
    std::set<int> m_open;
    int m_usual;
    std::map<int, int> m_chosen;
};

// Who is whose peer in a split role: as many as possible of those that are joined already, then the rest in order.
std::vector<std::pair<int, int>> peersOf(const Sockets &sockets)
{
    std::set<int> left;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark)
        left.insert(spark);
    const auto joinedTo = [&](int spark) {
        std::set<int> others;
        for (const int cage : {0, 1})
            if (const auto peer = sockets.at({spark, cage}).peer;
                peer && peer->spark != spark && left.contains(peer->spark))
                others.insert(peer->spark);
        return others;
    };
    std::vector<std::pair<int, int>> peers;
    std::vector<int> alone;
    while (!left.empty()) {
        // The end of a chain has only one choice, so it goes first.
        const int spark = *std::min_element(
            left.begin(), left.end(), [&](int a, int b) { return joinedTo(a).size() < joinedTo(b).size(); });
        const std::set<int> others = joinedTo(spark);
        left.erase(spark);
        if (others.empty()) {
            alone.push_back(spark);
            continue;
        }
        left.erase(*others.begin());
        peers.push_back(std::minmax(spark, *others.begin()));
    }
    std::sort(alone.begin(), alone.end());
    for (std::size_t i = 0; i + 1 < alone.size(); i += 2)
        peers.emplace_back(alone[i], alone[i + 1]);
    std::sort(peers.begin(), peers.end());
    return peers;
}

constexpr int kMostForEverySplit = 6; // 960 forms

// These pairs with the cages that fit best; the same on both, the one next to the network plug first.
std::vector<WantedCable> nearestPeers(const Sockets &sockets)
{
    std::vector<WantedCable> peers;
    for (const auto &[first, second] : peersOf(sockets)) {
        WantedCable best;
        int bestScore = 0;
        for (const int a : {0, 1}) {
            for (const int b : {0, 1}) {
                const int score = sockets.fitness({first, a}, {second, b}) + (a == b ? 2 : 0) + (a == 0 ? 1 : 0);
                if (best.b && score <= bestScore)
                    continue;
                best = {{first, a}, Place{second, b}, false, false};
                bestScore = score;
            }
        }
        peers.push_back(best);
    }
    return peers;
}

// Every way to make pairs of those Sparks that are in none yet, with all cages.
void addEveryPeering(
    const std::vector<WantedCable> &peers, std::vector<bool> taken, std::vector<std::vector<WantedCable>> &all)
{
    const auto first = std::find(taken.begin(), taken.end(), false);
    if (first == taken.end()) {
        all.push_back(peers);
        return;
    }
    *first = true;
    const int here = static_cast<int>(first - taken.begin());
    for (int there = here + 1; there < static_cast<int>(taken.size()); ++there) {
        if (taken[static_cast<std::size_t>(there)])
            continue;
        std::vector<bool> both = taken;
        both[static_cast<std::size_t>(there)] = true;
        for (const auto &[a, b] : {std::pair(0, 0), std::pair(1, 1), std::pair(0, 1), std::pair(1, 0)}) {
            std::vector<WantedCable> more = peers;
            more.push_back({{here, a}, Place{there, b}, false, false});
            addEveryPeering(more, both, all);
        }
    }
}

// The whole form: the other socket of each Spark leads to storage, where any cable passes that ends in no peer's
// socket.
std::vector<WantedCable> withStorage(const Sockets &sockets, std::vector<WantedCable> wanted)
{
    std::set<Place> peerSockets;
    for (const WantedCable &cable : wanted) {
        peerSockets.insert(cable.a);
        peerSockets.insert(*cable.b);
    }
    for (int spark = 0; spark < sockets.sparkCount(); ++spark) {
        const int cage = peerSockets.contains({spark, 0}) ? 1 : 0;
        const Sockets::Socket &socket = sockets.at({spark, cage});
        const bool toPeer = socket.peer && (socket.peer->spark == spark || peerSockets.contains(*socket.peer));
        wanted.push_back({{spark, cage}, std::nullopt, true, socket.lit && !toPeer});
    }
    return wanted;
}

} // namespace

std::vector<WantedCable> bestPair(const Sockets &sockets)
{
    std::vector<WantedCable> best;
    int bestScore = 0;
    for (const int a : {0, 1}) {
        for (const int b : {0, 1}) {
            // The same cage on both, the one next to the network plug first (facts 2.1).
            const int score = sockets.fitness({0, a}, {1, b}) + (a == b ? 2 : 0) + (a == 0 ? 1 : 0);
            if (best.empty() || score > bestScore) {
                best = {{{0, a}, Place{1, b}, false, false}};
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
    return {{{0, 0}, Place{1, other}, false, false}, {{0, 1}, Place{1, 1 - other}, false, false}};
}

std::vector<WantedCable> bestStar(const Sockets &sockets)
{
    const std::set<int> switches = starSwitches(sockets);
    const int usual = usualStarCage(sockets);
    std::map<int, int> cageOf;
    std::set<int> full;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark) {
        if (isOn(switches, sockets, {spark, 0}) || isOn(switches, sockets, {spark, 1}))
            continue;
        if (const auto free = freeStarCage(sockets, spark, usual))
            cageOf[spark] = *free;
        else
            full.insert(spark);
    }
    cageOf.merge(Opening(sockets, full, usual).choose());
    std::vector<WantedCable> wanted;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark) {
        for (const int cage : {0, 1})
            if (isOn(switches, sockets, {spark, cage}))
                wanted.push_back({{spark, cage}, std::nullopt, false, true});
        if (const auto chosen = cageOf.find(spark); chosen != cageOf.end())
            wanted.push_back({{spark, chosen->second}, std::nullopt, false, false});
    }
    return wanted;
}

std::vector<WantedCable> bestStarTwoCables(const Sockets &sockets)
{
    const std::set<int> switches = starSwitches(sockets);
    std::vector<WantedCable> wanted;
    for (int spark = 0; spark < sockets.sparkCount(); ++spark)
        for (const int cage : {0, 1})
            wanted.push_back({{spark, cage}, std::nullopt, false, isOn(switches, sockets, {spark, cage})});
    return wanted;
}

std::vector<WantedCable> bestSplitRole(const Sockets &sockets)
{
    std::vector<WantedCable> best = withStorage(sockets, nearestPeers(sockets));
    int moved = plugsMoved(sockets, best);
    if (moved == 0 || sockets.sparkCount() > kMostForEverySplit)
        return best;
    // Who is joined to whom may be in each other's way: then others for peers need fewer plugs.
    std::vector<std::vector<WantedCable>> all;
    addEveryPeering({}, std::vector<bool>(static_cast<std::size_t>(sockets.sparkCount()), false), all);
    for (const std::vector<WantedCable> &peers : all) {
        std::vector<WantedCable> form = withStorage(sockets, peers);
        if (const int needed = plugsMoved(sockets, form); needed < moved) {
            best = std::move(form);
            moved = needed;
        }
    }
    return best;
}

} // namespace sparkloom::domain
