// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/practiceviewmodel.h"

#include "viewmodels/faultwords.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

using Place = engine::VirtualFaultKind::Place;

namespace {

constexpr std::array kCages = {domain::CageIndex::Zero, domain::CageIndex::One};

QString keyOf(const engine::VirtualSocket &socket)
{
    return u"%1:%2"_s.arg(socket.spark).arg(domain::number(socket.cage));
}

// The key of a cable is its first end, which is always a Spark's.
QString keyOf(const engine::VirtualCable &cable)
{
    return u"cable:"_s + keyOf(cable.a);
}

bool contains(const std::vector<PracticeViewModel::Choice> &choices, const QString &key)
{
    return std::any_of(choices.begin(), choices.end(), [&](const auto &choice) { return choice.key == key; });
}

} // namespace

void PracticeViewModel::begin(const QStringList &sparks)
{
    m_sparks = sparks;
    m_state = {};
    m_fault.clear();
    m_place.clear();
    m_cable.clear();
    m_problem = {};
    Q_EMIT changed();
}

void PracticeViewModel::setState(const engine::PracticeState &state)
{
    m_state = state;
    if (!kind(m_fault) && !state.kinds.empty())
        m_fault = state.kinds.front().id;
    Q_EMIT changed();
}

void PracticeViewModel::setProblem(const Sentence &problem)
{
    if (!problem && !m_problem)
        return;
    m_problem = problem;
    Q_EMIT changed();
}

const engine::VirtualFaultKind *PracticeViewModel::kind(const QString &id) const
{
    const auto known =
        std::find_if(m_state.kinds.begin(), m_state.kinds.end(), [&](const auto &each) { return each.id == id; });
    return known == m_state.kinds.end() ? nullptr : &*known;
}

std::vector<PracticeViewModel::Choice> PracticeViewModel::faults() const
{
    std::vector<Choice> faults;
    for (const engine::VirtualFaultKind &each : m_state.kinds)
        //: a fault: its number in the list of faults, one sentence
        faults.push_back({each.id, tr("%1: %2").arg(each.id, FaultWords::sentence(each))});
    return faults;
}

void PracticeViewModel::addPlaces(std::vector<Choice> &places, Place place) const
{
    const auto add = [&](const QString &key) { places.push_back({key, FaultWords::place(key, m_state.cables)}); };
    if (place == Place::Cable) {
        for (const engine::VirtualCable &each : m_state.cables)
            add(keyOf(each));
        return;
    }
    if (place == Place::SwitchPort) {
        for (const engine::VirtualCable &each : m_state.cables)
            if (each.b.isSwitch)
                add(u"port:"_s + keyOf(each.a));
        return;
    }
    for (const QString &spark : m_sparks) {
        if (place == Place::Spark) {
            add(spark);
            continue;
        }
        for (const domain::CageIndex cage : kCages) {
            const QString key = keyOf(engine::VirtualSocket{spark, cage, false});
            if (place == Place::Cage)
                add(key);
            else
                for (const QChar half : u"AB"_s)
                    add(key + half);
        }
    }
}

std::vector<PracticeViewModel::Choice> PracticeViewModel::places() const
{
    std::vector<Choice> places;
    if (const engine::VirtualFaultKind *chosen = kind(m_fault))
        for (const Place place : {Place::Spark, Place::Cable, Place::Cage, Place::Half, Place::SwitchPort})
            if (chosen->canSitAt(place))
                addPlaces(places, place);
    return places;
}

QString PracticeViewModel::place() const
{
    const std::vector<Choice> all = places();
    if (contains(all, m_place))
        return m_place;
    return all.empty() ? QString() : all.front().key;
}

bool PracticeViewModel::isOn(const QString &fault, const QString &place) const
{
    // A cable has two ends to be named by; in words it is one.
    const QString here = FaultWords::place(place, m_state.cables);
    return std::any_of(m_state.on.begin(), m_state.on.end(), [&](const engine::VirtualFault &each) {
        return each.id == fault && FaultWords::place(each.place, m_state.cables) == here;
    });
}

PageAction PracticeViewModel::putAction() const
{
    const QString here = place();
    if (here.isEmpty())
        return {tr("Let it happen"), false, tr("There is no place for it: no such cable is plugged in.")};
    if (isOn(m_fault, here))
        return {tr("Let it happen"), false, tr("It is like that already.")};
    return {tr("Let it happen"), true, {}};
}

std::vector<PracticeViewModel::Choice> PracticeViewModel::cables() const
{
    std::vector<Choice> cables;
    for (const engine::VirtualCable &each : m_state.cables)
        cables.push_back({keyOf(each), FaultWords::cable(each)});
    return cables;
}

QString PracticeViewModel::cable() const
{
    const std::vector<Choice> all = cables();
    if (contains(all, m_cable))
        return m_cable;
    return all.empty() ? QString() : all.front().key;
}

PageAction PracticeViewModel::slowAction() const
{
    const bool any = !m_state.cables.empty();
    return {tr("Slow it down"), any, any ? QString() : tr("No cable is plugged in.")};
}

std::vector<PracticeViewModel::Trouble> PracticeViewModel::troubles() const
{
    std::vector<Trouble> troubles;
    for (const engine::VirtualFault &each : m_state.on) {
        const engine::VirtualFaultKind *known = kind(each.id);
        const QString what = known ? FaultWords::sentence(*known) : each.id;
        //: where something is wrong, and what
        troubles.push_back(
            {each.id, each.place, tr("%1: %2").arg(FaultWords::place(each.place, m_state.cables), what)});
    }
    for (const engine::VirtualCable &each : m_state.cables)
        if (each.limitGbps > 0)
            troubles.push_back({{}, keyOf(each),
                //: a cable, and Gb/s
                tr("%1: carries no more than %2 Gb/s.").arg(FaultWords::cable(each)).arg(each.limitGbps)});
    return troubles;
}

void PracticeViewModel::chooseFault(const QString &id)
{
    m_fault = id;
    m_problem = {};
    Q_EMIT changed();
}

void PracticeViewModel::choosePlace(const QString &key)
{
    m_place = key;
    Q_EMIT changed();
}

void PracticeViewModel::chooseCable(const QString &key)
{
    m_cable = key;
    Q_EMIT changed();
}

void PracticeViewModel::put()
{
    if (putAction().enabled)
        Q_EMIT faultRequested(m_fault, place(), true);
}

void PracticeViewModel::requestSlow(const QString &cable, double gbps)
{
    for (const engine::VirtualCable &each : m_state.cables)
        if (keyOf(each) == cable)
            Q_EMIT slowRequested(each.a, gbps);
}

void PracticeViewModel::slow(int gbps)
{
    requestSlow(cable(), std::clamp(gbps, kSlowest, kFastest));
}

void PracticeViewModel::take(const Trouble &trouble)
{
    if (trouble.fault.isEmpty())
        requestSlow(trouble.place, 0);
    else
        Q_EMIT faultRequested(trouble.fault, trouble.place, false);
}

void PracticeViewModel::takeAll()
{
    for (const Trouble &trouble : troubles())
        take(trouble);
}

} // namespace sparkloom::viewmodels
