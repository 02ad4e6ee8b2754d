// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/rounds.h"

#include <algorithm>
#include <set>

namespace sparkloom::engine {

namespace {

constexpr int kConfirmed = 2;

} // namespace

std::vector<std::vector<Shot>> roundsOf(std::vector<Shot> shots)
{
    struct Round {
        std::vector<Shot> shots;
        std::set<domain::SparkId> sparks;
        bool open = false; // others may join
    };
    std::vector<Round> rounds;
    for (Shot &shot : shots) {
        std::set<domain::SparkId> sparks;
        bool switched = true;
        for (const TestLane &lane : shot.lanes) {
            sparks.insert({lane.from.half.spark, lane.to.half.spark});
            switched &= lane.cable == 0;
        }
        const auto fits = std::find_if(rounds.begin(), rounds.end(), [&](const Round &round) {
            return switched && round.open && round.shots.front().kind == shot.kind
                && std::none_of(
                    sparks.begin(), sparks.end(), [&](const domain::SparkId &id) { return round.sparks.contains(id); });
        });
        Round &round = fits != rounds.end() ? *fits : rounds.emplace_back();
        round.open = switched;
        round.sparks.merge(sparks);
        round.shots.push_back(std::move(shot));
    }
    std::vector<std::vector<Shot>> result;
    for (Round &round : rounds)
        result.push_back(std::move(round.shots));
    return result;
}

QCoro::Task<std::vector<TestShot>> measureRound(std::vector<Shot> round, MeasureShot measure, CancelToken token)
{
    std::vector<QCoro::Task<TestShot>> running;
    for (const Shot &shot : round)
        running.push_back(measure(shot, token));
    std::vector<TestShot> done;
    for (auto &each : running) {
        const TestShot shot = co_await each;
        done.push_back(shot);
    }
    int confirmed = 0;
    for (std::size_t i = 0; done.size() > 1 && i < done.size() && confirmed < kConfirmed; ++i) {
        if (domain::isFine(done[i].verdict()) || token.isCancelled())
            continue;
        const TestShot alone = co_await measure(round[i], token);
        confirmed += domain::isFine(alone.verdict()) ? 0 : 1;
        done[i] = alone;
    }
    co_return std::vector<TestShot>(done);
}

} // namespace sparkloom::engine
