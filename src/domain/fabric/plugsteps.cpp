// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/plugsteps.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;
using Place = Sockets::Place;
using State = GoalCable::State;

std::vector<Place> placesOf(const WantedCable &cable)
{
    return cable.b ? std::vector<Place>{cable.a, *cable.b} : std::vector<Place>{cable.a};
}

std::vector<Place> placesOf(const Cable &cable, const Sockets &sockets)
{
    std::vector<Place> places;
    for (const CableEnd *end : {&cable.a, &cable.b})
        if (const auto place = end->cage ? sockets.placeOf(*end->cage) : std::nullopt)
            places.push_back(*place);
    return places;
}

bool isThere(const Sockets &sockets, const WantedCable &cable)
{
    return cable.b ? sockets.joined(cable.a, *cable.b) : cable.there;
}

// A largest matching between cables of the goal and cables that are there, by augmenting paths. Cables between two
// Sparks go first: where one of them is in the way and serves nowhere, two plugs come out, of a cable to a switch only
// one.
class Matching {
public:
    Matching(const Sockets &sockets, std::span<const WantedCable> wanted) : m_serves(wanted.size(), nullptr)
    {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (const Cable *there = sockets.at(wanted[i].a).cable; there && isThere(sockets, wanted[i])) {
                m_serves[i] = there;
                m_settled.insert(there);
            }
        }
        for (const bool alsoSwitches : {false, true}) {
            m_candidates.clear();
            for (const WantedCable &cable : wanted) {
                m_candidates.emplace_back();
                for (const Place &place : placesOf(cable)) {
                    const Cable *there = sockets.at(place).cable;
                    if (there && !m_settled.contains(there) && (alsoSwitches || !there->b.isSwitch()))
                        m_candidates.back().push_back(there);
                }
            }
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                std::set<const Cable *> tried;
                if (!m_serves[i])
                    find(i, tried);
            }
        }
    }

    std::vector<const Cable *> take() { return std::move(m_serves); }

private:
    bool find(std::size_t goal, std::set<const Cable *> &tried)
    {
        for (const Cable *cable : m_candidates[goal]) {
            if (!tried.insert(cable).second)
                continue;
            const auto user = m_user.find(cable);
            if (user != m_user.end() && !find(user->second, tried))
                continue;
            m_user[cable] = goal;
            m_serves[goal] = cable;
            return true;
        }
        return false;
    }

    std::vector<const Cable *> m_serves;
    std::set<const Cable *> m_settled;
    std::vector<std::vector<const Cable *>> m_candidates;
    std::map<const Cable *, std::size_t> m_user;
};

// One step with the sockets that it needs and those that it frees.
struct Work {
    PlugStep step;
    std::vector<Place> needs;
    std::vector<Place> frees;
};

class Steps {
public:
    Steps(const Sockets &sockets, std::span<const WantedCable> wanted, std::span<const GoalCable> goal)
        : m_sockets(sockets), m_wanted(wanted), m_goal(goal)
    {}

    std::vector<PlugStep> all()
    {
        const std::vector<const Cable *> serving = cablesServing(m_sockets, m_wanted);
        const std::set<const Cable *> used(serving.begin(), serving.end());
        std::set<const Cable *> pulled;
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            if (m_goal[i].state != State::Waiting)
                continue;
            for (const Place &place : placesOf(m_wanted[i])) {
                const Cable *there = m_sockets.at(place).cable;
                if (there && !used.contains(there) && pulled.insert(there).second)
                    m_work.push_back(pull(*there));
            }
        }
        for (std::size_t i = 0; i < m_wanted.size(); ++i)
            if (m_goal[i].state == State::Waiting && serving[i])
                m_work.push_back(move(i, *serving[i]));
        for (std::size_t i = 0; i < m_wanted.size(); ++i)
            if (m_goal[i].state == State::Waiting && !serving[i])
                m_work.push_back(plug(i));
        return inOrder();
    }

private:
    CableEnd endAt(Place place) const { return {m_sockets.ref(place), -1}; }
    Message at(Message message, Place place) const
    {
        return std::move(message).with("spark", m_sockets.spark(place.spark).hostname).with("cage", place.cage);
    }
    Message between(Message message, Place a, Place b) const
    {
        return at(std::move(message), a)
            .with("other-spark", m_sockets.spark(b.spark).hostname)
            .with("other-cage", b.cage);
    }

    Work pull(const Cable &cable) const
    {
        Work work;
        work.frees = placesOf(cable, m_sockets);
        work.step = {PlugStep::Kind::Pull, cable.a, cable.b, {}, {}};
        work.step.text = work.frees.size() == 2 ? between("cabling.pull-cable"_msg, work.frees[0], work.frees[1])
                                                : at("cabling.pull-cable-of"_msg, work.frees[0]);
        return work;
    }

    // One plug of this cable is where wanted cable i needs it; the other one follows.
    Work move(std::size_t i, const Cable &cable) const
    {
        const WantedCable &wanted = m_wanted[i];
        const bool first = m_sockets.at(wanted.a).cable == &cable;
        const Place stays = first ? wanted.a : *wanted.b;
        const std::optional<Place> from = m_sockets.at(stays).peer;
        const std::optional<Place> to = first ? wanted.b : std::optional(wanted.a);
        Work work;
        work.step.kind = PlugStep::Kind::Move;
        work.step.stays = endAt(stays);
        const CableEnd &far = cable.a.cage == m_sockets.ref(stays) ? cable.b : cable.a;
        work.step.from = far;
        work.step.to = to ? endAt(*to) : m_goal[i].b;
        if (from)
            work.frees.push_back(*from);
        if (to)
            work.needs.push_back(*to);
        if (from && to)
            work.step.text = between("cabling.move-plug"_msg, *from, *to);
        else if (to)
            work.step.text = between("cabling.move-far-plug"_msg, stays, *to);
        else
            work.step.text = at(wanted.storage ? "cabling.move-plug-to-storage"_msg : "cabling.move-plug-to-switch"_msg,
                from.value_or(stays));
        return work;
    }

    // A further cable; or the other end of one that leads to something unseen.
    Work plug(std::size_t i) const
    {
        const WantedCable &wanted = m_wanted[i];
        Work work;
        work.needs = placesOf(wanted);
        const auto numbered = [&](Message message) { return std::move(message).with("number", m_goal[i].number); };
        for (const Place &here : work.needs) {
            if (!wanted.b || !m_sockets.at(here).litButUnknown())
                continue;
            const Place there = here == wanted.a ? *wanted.b : wanted.a;
            work.step = {PlugStep::Kind::Move, {}, endAt(there), endAt(here), {}};
            work.step.text = numbered(between("cabling.unseen-end"_msg, here, there));
            work.needs = {there};
            return work;
        }
        work.step = {PlugStep::Kind::Plug, m_goal[i].a, m_goal[i].b, {}, {}};
        work.step.text = numbered(wanted.b ? between("cabling.plug-cable"_msg, wanted.a, *wanted.b)
                : wanted.storage           ? at("cabling.plug-storage"_msg, wanted.a)
                                           : at("cabling.plug-switch"_msg, wanted.a));
        return work;
    }

    // Only a plug in the hand frees a socket then: the instruction must not send it into one that is in use.
    std::vector<Work>::iterator openCircle()
    {
        const auto opener = std::find_if(m_work.begin(), m_work.end(),
            [](const Work &work) { return work.frees.size() == 1 && work.needs.size() == 1; });
        if (opener == m_work.end())
            return m_work.begin();
        opener->step.text = between("cabling.take-plug"_msg, opener->frees.front(), opener->needs.front());
        return opener;
    }

    // Whatever has its sockets free comes first; where a closed circle of moves is left, its first one opens it.
    std::vector<PlugStep> inOrder()
    {
        std::set<Place> occupied;
        for (int spark = 0; spark < m_sockets.sparkCount(); ++spark)
            for (const int cage : {0, 1})
                if (m_sockets.at({spark, cage}).lit)
                    occupied.insert({spark, cage});
        std::vector<PlugStep> steps;
        while (!m_work.empty()) {
            auto next = std::find_if(m_work.begin(), m_work.end(), [&](const Work &work) {
                return std::none_of(
                    work.needs.begin(), work.needs.end(), [&](const Place &place) { return occupied.contains(place); });
            });
            if (next == m_work.end())
                next = openCircle();
            for (const Place &place : next->frees)
                occupied.erase(place);
            occupied.insert(next->needs.begin(), next->needs.end());
            steps.push_back(std::move(next->step));
            m_work.erase(next);
        }
        return steps;
    }

    const Sockets &m_sockets;
    std::span<const WantedCable> m_wanted;
    std::span<const GoalCable> m_goal;
    std::vector<Work> m_work;
};

} // namespace

std::vector<const Cable *> cablesServing(const Sockets &sockets, std::span<const WantedCable> wanted)
{
    return Matching(sockets, wanted).take();
}

int plugsMoved(const Sockets &sockets, std::span<const WantedCable> wanted)
{
    const std::vector<const Cable *> serving = cablesServing(sockets, wanted);
    std::set<const Cable *> idle;
    int moved = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (isThere(sockets, wanted[i]))
            continue;
        moved += serving[i] ? 1 : 0;
        for (const Place &place : placesOf(wanted[i]))
            if (const Cable *there = sockets.at(place).cable;
                there && std::find(serving.begin(), serving.end(), there) == serving.end())
                idle.insert(there);
    }
    for (const Cable *cable : idle)
        moved += cable->b.isSwitch() ? 1 : 2;
    return moved;
}

std::vector<PlugStep> plugSteps(
    const Sockets &sockets, std::span<const WantedCable> wanted, std::span<const GoalCable> goal)
{
    return Steps(sockets, wanted, goal).all();
}

} // namespace sparkloom::domain
