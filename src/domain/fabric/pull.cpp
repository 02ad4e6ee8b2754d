// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/pull.h"

#include <algorithm>
#include <utility>

namespace sparkloom::domain {
namespace {

template <typename T>
bool holds(const std::vector<T> &list, const T &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

template <typename T>
void put(std::vector<T> &list, const T &value)
{
    if (!holds(list, value))
        list.push_back(value);
}

} // namespace

Pull readPull(std::vector<CageRef> cages)
{
    std::sort(cages.begin(), cages.end());
    cages.erase(std::unique(cages.begin(), cages.end()), cages.end());
    const Pull::Reading reading = cages.size() == 2 ? Pull::Reading::Cable
        : cages.size() == 1                         ? Pull::Reading::LoneEnd
                                                    : Pull::Reading::Several;
    return {reading, std::move(cages)};
}

std::vector<Evidence> evidenceFromPull(const Pull &pull)
{
    std::vector<Evidence> found;
    if (pull.reading == Pull::Reading::Cable)
        for (const Side side : {Side::A, Side::B})
            found.push_back({EvidenceKind::Unplug, {pull.cages[0].spark, {pull.cages[0].cage, side}},
                {pull.cages[1].spark, {pull.cages[1].cage, side}}});
    return found;
}

bool PullWatch::isLit(const CageRef &cage) const
{
    return std::any_of(m_lit.begin(), m_lit.end(), [&](const HalfRef &half) { return half.cageRef() == cage; });
}

bool PullWatch::take(const HalfRef &half, bool carrier)
{
    const CageRef cage = half.cageRef();
    const bool known = holds(m_known, half), before = isLit(cage);
    put(m_known, half);
    std::erase(m_lit, half);
    if (carrier)
        m_lit.push_back(half);
    const bool after = isLit(cage);
    if (!known || before == after)
        return false;
    if (after) {
        put(m_litUp, cage);
    } else {
        put(m_wentDark, cage);
        std::erase(m_litUp, cage);
    }
    return true;
}

void PullWatch::drop(const SparkId &spark)
{
    const auto isOfIt = [&spark](const auto &each) { return each.spark == spark; };
    std::erase_if(m_known, isOfIt);
    std::erase_if(m_lit, isOfIt);
    std::erase_if(m_wentDark, isOfIt);
    std::erase_if(m_litUp, isOfIt);
}

PullWatch::Change PullWatch::settle()
{
    Change change{std::exchange(m_wentDark, {}), std::exchange(m_litUp, {})};
    std::sort(change.wentDark.begin(), change.wentDark.end());
    std::sort(change.litUp.begin(), change.litUp.end());
    return change;
}

} // namespace sparkloom::domain
