// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/goalforms.h"

#include "domain/fabric/plugsteps.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

// The ring and the line: an order of the Sparks, and for each Spark which of its cages leads to the next one.
namespace sparkloom::domain {
namespace {

constexpr int kMostForSearch = 8;
constexpr int kMostForLineSearch = 7;     // a line has more orders: it has two ends
constexpr int kMostForEveryLine = 5;      // 1920 of them
constexpr int kDocumentedOrientation = 1; // p0 leads to the next Spark's p1 (facts 2.3)

struct Ring {
    std::vector<int> order;
    std::vector<int> outCage; // of each Spark in that order
    int score = std::numeric_limits<int>::min();
};

int outScore(int cage)
{
    return cage == 0 ? kDocumentedOrientation : 0;
}

// The best orientation for a given order. The score is a sum over neighbours, so one walk around the ring per choice
// for the first Spark finds the optimum; of equal ones the documented orientation comes first. A line is not closed.
Ring orient(const Sockets &sockets, const std::vector<int> &order, bool closed)
{
    const std::size_t n = order.size();
    Ring best;
    for (const int first : {0, 1}) {
        constexpr int kNever = std::numeric_limits<int>::min() / 2;
        std::vector<std::array<int, 2>> score(n, {kNever, kNever}), from(n, {0, 0});
        score[0][static_cast<std::size_t>(first)] = outScore(first);
        for (std::size_t i = 1; i < n; ++i) {
            for (const int out : {0, 1}) {
                for (const int before : {0, 1}) {
                    const int through = score[i - 1][static_cast<std::size_t>(before)]
                        + sockets.fitness({order[i - 1], before}, {order[i], 1 - out}) + outScore(out);
                    if (through > score[i][static_cast<std::size_t>(out)]) {
                        score[i][static_cast<std::size_t>(out)] = through;
                        from[i][static_cast<std::size_t>(out)] = before;
                    }
                }
            }
        }
        for (const int last : {0, 1}) {
            const int total = score[n - 1][static_cast<std::size_t>(last)]
                + (closed ? sockets.fitness({order[n - 1], last}, {order[0], 1 - first}) : 0);
            if (total <= best.score)
                continue;
            best = {order, std::vector<int>(n), total};
            for (std::size_t i = n; i-- > 0;)
                best.outCage[i] = i + 1 == n ? last : from[i + 1][static_cast<std::size_t>(best.outCage[i + 1])];
        }
    }
    return best;
}

Ring searchAllOrders(const Sockets &sockets, bool closed)
{
    std::vector<int> order(static_cast<std::size_t>(sockets.sparkCount()));
    std::iota(order.begin(), order.end(), 0);
    Ring best;
    do {
        Ring ring = orient(sockets, order, closed);
        if (ring.score > best.score)
            best = std::move(ring);
    } while (std::next_permutation(order.begin() + (closed ? 1 : 0), order.end()));
    return best;
}

// The Spark at the other end of a cable in this socket, if it is another Spark.
int neighbour(const Sockets &sockets, int spark, int cage)
{
    const auto peer = sockets.at({spark, cage}).peer;
    return peer && peer->spark != spark ? peer->spark : -1;
}

// Follows the cables that are there from one end of each piece to its other end; lone Sparks are pieces of one.
std::vector<int> orderOfPieces(const Sockets &sockets)
{
    const int n = sockets.sparkCount();
    std::vector<int> order;
    std::vector<bool> placed(static_cast<std::size_t>(n), false);
    const auto walk = [&](int spark) {
        while (spark >= 0 && !placed[static_cast<std::size_t>(spark)]) {
            placed[static_cast<std::size_t>(spark)] = true;
            order.push_back(spark);
            int next = -1;
            for (const int cage : {0, 1}) {
                const int other = neighbour(sockets, spark, cage);
                if (next < 0 && other >= 0 && !placed[static_cast<std::size_t>(other)])
                    next = other;
            }
            spark = next;
        }
    };
    for (int spark = 0; spark < n; ++spark) // ends of pieces first, then what is left: closed circles
        if (neighbour(sockets, spark, 0) < 0 || neighbour(sockets, spark, 1) < 0)
            walk(spark);
    for (int spark = 0; spark < n; ++spark)
        walk(spark);
    return order;
}

std::vector<WantedCable> cablesOf(const Ring &ring, bool closed)
{
    std::vector<WantedCable> wanted;
    const std::size_t n = ring.order.size();
    for (std::size_t i = 0; i + (closed ? 0 : 1) < n; ++i) {
        const std::size_t next = (i + 1) % n;
        wanted.push_back(
            {{ring.order[i], ring.outCage[i]}, Sockets::Place{ring.order[next], 1 - ring.outCage[next]}, false, false});
    }
    return wanted;
}

} // namespace

namespace {

// Adds every line there is: all orders, all cages.
void addEveryLine(std::vector<std::vector<WantedCable>> &lines, int sparks)
{
    Ring line;
    line.order.resize(static_cast<std::size_t>(sparks));
    std::iota(line.order.begin(), line.order.end(), 0);
    do {
        if (line.order.front() > line.order.back())
            continue; // the same lines from their other ends
        for (unsigned out = 0; out < 1u << sparks; ++out) {
            line.outCage.clear();
            for (int i = 0; i < sparks; ++i)
                line.outCage.push_back(static_cast<int>(out >> i & 1));
            lines.push_back(cablesOf(line, false));
        }
    } while (std::next_permutation(line.order.begin(), line.order.end()));
}

} // namespace

std::vector<WantedCable> bestRing(const Sockets &sockets)
{
    return cablesOf(sockets.sparkCount() <= kMostForSearch ? searchAllOrders(sockets, true)
                                                           : orient(sockets, orderOfPieces(sockets), true),
        true);
}

std::vector<WantedCable> bestLine(const Sockets &sockets)
{
    // A ring uses every socket, so without one of its cables it keeps as many as any line. Where there are enough
    // cables for a ring, some of them are in nobody's way: these lines are found by looking for lines.
    std::vector<std::vector<WantedCable>> lines;
    const std::vector<WantedCable> ring = bestRing(sockets);
    for (std::size_t i = ring.size(); i-- > 0;) {
        lines.emplace_back(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1, ring.end());
        lines.back().insert(lines.back().end(), ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (sockets.sparkCount() <= kMostForLineSearch)
        lines.push_back(cablesOf(searchAllOrders(sockets, false), false));
    const auto fits = [&](const std::vector<WantedCable> &line) {
        int fitness = 0;
        for (const WantedCable &cable : line)
            fitness += sockets.fitness(cable.a, *cable.b);
        return std::pair(-plugsMoved(sockets, line), fitness);
    };
    std::vector<WantedCable> best;
    std::pair<int, int> bestFit;
    const auto choose = [&] {
        for (std::vector<WantedCable> &line : lines) {
            const std::pair<int, int> fit = fits(line);
            if (best.empty() || fit > bestFit) {
                best = std::move(line);
                bestFit = fit;
            }
        }
        lines.clear();
    };
    choose();
    if (bestFit.first < 0 && sockets.sparkCount() <= kMostForEveryLine) {
        addEveryLine(lines, sockets.sparkCount());
        choose();
    }
    return best;
}

} // namespace sparkloom::domain
