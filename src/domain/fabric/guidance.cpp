// SPDX-License-Identifier: Apache-2.0
#include "domain/fabric/guidance.h"

#include <algorithm>

// Exactly one instruction at a time (design section 7): what blocks the view comes first, then what is in the wrong
// place, then the next plug.
namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;
using Place = Sockets::Place;
using State = GoalCable::State;

class Guide {
public:
    Guide(CablingStatus &status, Topology goal, const Sockets &sockets, const CableMap &map,
        std::span<const WantedCable> wanted)
        : m_status(status), m_goal(goal), m_sockets(sockets), m_map(map), m_wanted(wanted)
    {}

    void choose()
    {
        if (contradiction() || findingOut() || secondHalf() || movePlug() || unseenEnd())
            return;
        nextPlug();
    }

private:
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
    Message numbered(Message message, std::size_t index) const
    {
        return std::move(message).with("number", m_status.cables[index].number);
    }
    void say(Message instruction, Message detail, std::vector<Place> places)
    {
        m_status.instruction = std::move(instruction);
        m_status.instructionDetail = std::move(detail);
        for (const Place &place : places)
            m_status.highlight.push_back(m_sockets.ref(place));
    }
    // How far the job is, for instructions that need no explanation.
    Message progress() const
    {
        const auto done = std::count_if(m_status.cables.begin(), m_status.cables.end(),
            [](const GoalCable &cable) { return cable.state == State::Up; });
        return Message("cabling.progress"_msg)
            .with("done", static_cast<std::int64_t>(done))
            .with("total", static_cast<std::int64_t>(m_status.cables.size()));
    }

    bool contradiction()
    {
        for (const Contradiction &entry : m_map.contradictions) {
            if (const auto place = m_sockets.placeOf(entry.cage)) {
                say(at("cabling.contradiction"_msg, *place), "cabling.contradiction-detail"_msg, {*place});
                return true;
            }
        }
        return false;
    }

    // Sockets are lit, and what joins them will be known in a moment.
    bool findingOut()
    {
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            const WantedCable &cable = m_wanted[i];
            if (m_status.cables[i].state != State::Unproven
                || !(m_sockets.at(cable.a).litButUnknown() || m_sockets.at(cable.a).onSwitch))
                continue;
            if (cable.b)
                say(numbered(between("cabling.finding-out"_msg, cable.a, *cable.b), i),
                    "cabling.finding-out-detail"_msg, {cable.a, *cable.b});
            else
                say(numbered(at("cabling.finding-out-switch"_msg, cable.a), i), "cabling.finding-out-switch-detail"_msg,
                    {cable.a});
            return true;
        }
        return false;
    }

    bool secondHalf()
    {
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            if (m_status.cables[i].state != State::HalfUp)
                continue;
            const WantedCable &cable = m_wanted[i];
            const Place dark = !m_sockets.at(cable.a).up || !cable.b ? cable.a : *cable.b;
            say(numbered(at("cabling.wait-second-half"_msg, dark), i), "cabling.wait-second-half-detail"_msg, {dark});
            return true;
        }
        return false;
    }

    // A cable in the wrong place: a plug moves to where a wanted cable still needs one, or the cable comes out.
    bool movePlug()
    {
        for (const PlugStep &step : m_status.steps) {
            const bool unseen = step.kind == PlugStep::Kind::Move && step.from.isStorage();
            if (step.kind == PlugStep::Kind::Plug || unseen)
                continue;
            std::vector<Place> places;
            for (const CableEnd &end : {step.from, step.to, step.stays})
                if (const auto place = end.cage ? m_sockets.placeOf(*end.cage) : std::nullopt)
                    if (!(end == step.stays && step.from.cage && step.to.cage))
                        places.push_back(*place);
            say(step.text, remaining(), places);
            return true;
        }
        return false;
    }

    // How much is in the wrong place, where it is more than one plug.
    Message remaining() const
    {
        const auto wrong = std::count_if(m_status.steps.begin(), m_status.steps.end(),
            [](const PlugStep &step) { return step.kind != PlugStep::Kind::Plug; });
        if (wrong < 2)
            return progress();
        return Message("cabling.remaining-steps"_msg).with("steps", std::int64_t(m_status.steps.size()));
    }

    // A wanted socket is lit, but its cable leads to something that is none of these Sparks.
    bool unseenEnd()
    {
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            const WantedCable &cable = m_wanted[i];
            if (m_status.cables[i].state != State::Waiting || !cable.b)
                continue;
            for (const auto &[here, there] : {std::pair(cable.a, *cable.b), std::pair(*cable.b, cable.a)}) {
                if (m_sockets.at(here).litButUnknown()) {
                    say(numbered(between("cabling.unseen-end"_msg, here, there), i), "cabling.unseen-end-detail"_msg,
                        {here, there});
                    return true;
                }
            }
        }
        return false;
    }

    void nextPlug()
    {
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            const WantedCable &cable = m_wanted[i];
            if (m_status.cables[i].state != State::Waiting)
                continue;
            if (!cable.b)
                return say(
                    numbered(at(cable.storage ? "cabling.plug-storage"_msg : "cabling.plug-switch"_msg, cable.a), i),
                    progress(), {cable.a});
            Message message = oneLeftOfRing() ? Message("cabling.ring-missing"_msg) : Message("cabling.plug-cable"_msg);
            return say(numbered(between(std::move(message), cable.a, *cable.b), i), progress(), {cable.a, *cable.b});
        }
        // All sockets of a star are lit in pairs: only a third Spark can tell a switch from a direct cable.
        say("cabling.switch-not-seen"_msg, progress(), {});
    }

    bool oneLeftOfRing() const
    {
        return m_goal == Topology::Ring
            && std::count_if(m_status.cables.begin(), m_status.cables.end(),
                   [](const GoalCable &cable) { return cable.state == State::Up; })
                + 1
            == static_cast<std::ptrdiff_t>(m_status.cables.size());
    }

    CablingStatus &m_status;
    Topology m_goal;
    const Sockets &m_sockets;
    const CableMap &m_map;
    std::span<const WantedCable> m_wanted;
};

} // namespace

void addInstruction(CablingStatus &status, Topology goal, const Sockets &sockets, const CableMap &map,
    std::span<const WantedCable> wanted)
{
    Guide(status, goal, sockets, map, wanted).choose();
}

} // namespace sparkloom::domain
