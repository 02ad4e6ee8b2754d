// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/faults.h"

#include "sim/errors.h"
#include "sim/faults/effects.h"
#include "sim/world/world.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

base::Error refused(std::string_view why)
{
    return simError(base::ErrorKind::Refused, why);
}

} // namespace

Faults::Faults(World &world) : m_world(world), m_config(world), m_events(world, *this)
{
    for (std::size_t i = 0; i < world.sparks().size(); ++i)
        m_healthySparks.push_back(world.parametersOf(static_cast<int>(i)));
}

Faults::~Faults() = default;

base::Result<void> Faults::check(const FaultSpec &fault)
{
    const FaultPlace::Kind kind = fault.place.kind;
    const Socket cage = fault.place.socket();
    if (kind == FaultPlace::Kind::Cable && !m_world.cableAt(cage))
        return refused("no cable is plugged in there");
    if (kind == FaultPlace::Kind::SwitchPort && !m_world.portAt(cage))
        return refused("no cable leads from there to a switch");
    return kind == FaultPlace::Kind::SwitchPort ? base::Result<void>() : m_config.check(fault);
}

base::Result<void> Faults::put(const FaultSpec &fault)
{
    if (std::ranges::find(m_active, fault) != m_active.end())
        return refused("this fault is on already");
    if (auto fits = check(fault); !fits)
        return fits;
    if (fault.fault == Fault::WrongCage)
        if (auto swapped = m_world.swapPlugs(fault.place.spark); !swapped)
            return swapped;
    m_active.push_back(fault);
    refresh();
    m_events.begun(fault);
    return {};
}

base::Result<void> Faults::take(const FaultSpec &fault)
{
    if (std::erase(m_active, fault) == 0)
        return refused("this fault is not on");
    m_events.ended(fault);
    refresh();
    if (fault.fault == Fault::WrongCage)
        return m_world.swapPlugs(fault.place.spark);
    return {};
}

bool Faults::isOn(Fault fault, int spark) const
{
    return std::ranges::any_of(
        m_active, [&](const FaultSpec &spec) { return spec.fault == fault && spec.place.spark == spark; });
}

std::optional<Faults::Ends> Faults::endsAt(Socket cage) const
{
    const PluggedCable *const cable = m_world.cabling().cableIn(cage);
    return cable ? std::optional(Ends(cable->a, cable->b)) : std::nullopt;
}

base::Result<void> Faults::slow(Socket cage, double gbps)
{
    const auto ends = cage.isSwitch() ? std::nullopt : endsAt(cage);
    if (!ends)
        return refused("no cable is plugged in there");
    m_limits[*ends] = gbps;
    refreshCables();
    if (gbps == 0)
        m_limits.erase(*ends);
    return {};
}

void Faults::cablesChanged()
{
    refreshCables();
    refreshPorts();
}

void Faults::refresh()
{
    refreshSparks();
    refreshCables();
    refreshPorts();
    m_config.refresh(m_active);
}

void Faults::refreshSparks()
{
    for (std::size_t i = 0; i < m_healthySparks.size(); ++i) {
        const int number = static_cast<int>(i);
        SparkParameters wanted = m_healthySparks[i];
        for (const FaultSpec &fault : m_active) {
            if (fault.place.spark == number)
                applyTo(wanted, fault);
            if (fault.fault == Fault::Flapping && fault.place.spark == number && m_events.isDark(fault))
                for (const domain::Side side : {domain::Side::A, domain::Side::B})
                    wanted.half({fault.place.cage, side}).state = HalfParameters::State::Dark;
        }
        if (wanted != m_world.parametersOf(number))
            m_world.adjustSpark(number, [&wanted](SparkParameters &now) { now = wanted; });
    }
}

void Faults::refreshCables()
{
    for (const PluggedCable &cable : m_world.cabling().cables()) {
        const Ends ends(cable.a, cable.b);
        const CableParameters *const now = m_world.cableAt(cable.a);
        std::vector<FaultSpec> here;
        std::ranges::copy_if(m_active, std::back_inserter(here),
            [&](const FaultSpec &fault) { return actsOnCable(fault) && endsAt(fault.place.socket()) == ends; });
        const auto limit = m_limits.find(ends);
        if (!now || (here.empty() && limit == m_limits.end() && !m_healthyCables.contains(ends)))
            continue;
        CableParameters wanted = m_healthyCables.try_emplace(ends, *now).first->second;
        for (const FaultSpec &fault : here)
            applyTo(wanted, fault);
        if (limit != m_limits.end())
            wanted.limitGbps = limit->second;
        if (*now != wanted)
            (void)m_world.adjustCable(cable.a, [&wanted](CableParameters &parameters) { parameters = wanted; });
    }
}

void Faults::refreshPorts()
{
    for (const PluggedCable &cable : m_world.cabling().cables()) {
        const Ends ends(cable.a, cable.b);
        const SwitchPortParameters *const now = m_world.portAt(cable.a);
        std::vector<FaultSpec> here;
        std::ranges::copy_if(m_active, std::back_inserter(here),
            [&](const FaultSpec &fault) { return actsOnPort(fault) && fault.place.socket() == cable.a; });
        if (!now || (here.empty() && !m_healthyPorts.contains(ends)))
            continue;
        SwitchPortParameters wanted = m_healthyPorts.try_emplace(ends, *now).first->second;
        for (const FaultSpec &fault : here)
            applyTo(wanted, fault);
        if (*now != wanted)
            (void)m_world.adjustPort(cable.a, [&wanted](SwitchPortParameters &parameters) { parameters = wanted; });
    }
}

} // namespace sparkloom::sim
