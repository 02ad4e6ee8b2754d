// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of Sparks, cables and switch ports, and what follows from a change.
#include "sim/errors.h"
#include "sim/world/dgxos.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

// On a direct cable only the netdevs say how large a packet may be.
constexpr int kNoLimit = 65535;

// The same two sockets are the same cable, whichever was named first.
std::pair<Socket, Socket> endsOf(const PluggedCable &cable)
{
    return std::minmax(cable.a, cable.b);
}

std::string nameOf(const World &world, const Socket &socket)
{
    if (socket.isSwitch())
        return world.scenario().switches.at(static_cast<std::size_t>(socket.switchNumber)).name;
    return world.scenario().hosts.at(static_cast<std::size_t>(socket.spark)).name + ':'
        + std::to_string(domain::number(socket.cage));
}

} // namespace

const SparkParameters &World::parametersOf(int number) const
{
    return m_sparks.at(static_cast<std::size_t>(number))->parameters;
}

void World::adjustSpark(int number, const std::function<void(SparkParameters &)> &change)
{
    Spark &changed = spark(number);
    m_flows->settle(); // until now everything was as before
    const SoftwareParameters software = changed.parameters.software;
    const bool wantedBefore = wantsNic(number);
    change(changed.parameters);
    if (!(software == changed.parameters.software))
        installRelease(changed);
    if (!wantsNic(number))
        removeNicWhenBare(number);
    else if (changed.nicPresent())
        changed.settleHalves();
    else if (!wantedBefore)
        wakeAll(number);
    for (const domain::CageIndex cage : domain::kAllCages)
        if (const Socket socket = Socket::ofSpark(number, cage); m_cabling.isUsed(socket))
            refreshAll(socket);
    changed.network.changed();
    m_flows->changed();
}

void World::wakeAll(int number)
{
    for (const domain::CageIndex cage : domain::kAllCages)
        if (const Socket socket = Socket::ofSpark(number, cage); m_cabling.isUsed(socket))
            wake(socket, false);
}

World::Link *World::linkAt(Socket cage)
{
    const PluggedCable *const cable = m_cabling.cableIn(cage);
    return cable ? &m_links.at(endsOf(*cable)) : nullptr;
}

const World::Link *World::linkAt(Socket cage) const
{
    const PluggedCable *const cable = m_cabling.cableIn(cage);
    return cable ? &m_links.at(endsOf(*cable)) : nullptr;
}

void World::makeLink(const PluggedCable &cable)
{
    const auto ends = endsOf(cable);
    const auto [it, isNew] = m_links.try_emplace(ends);
    if (!isNew)
        return;
    Link &link = it->second;
    SeededRandom serial(m_options.seed, "cable " + nameOf(*this, ends.first) + ' ' + nameOf(*this, ends.second));
    link.cable.serial = "APF" + std::to_string(20'000'000'000ULL + serial.below(10'000'000'000ULL)).substr(0, 11);
    if (cable.b.isSwitch())
        link.port.mtu = m_scenario.switches.at(static_cast<std::size_t>(cable.b.switchNumber)).mtu;
}

const CableParameters *World::cableAt(Socket cage) const
{
    const Link *const link = linkAt(cage);
    return link ? &link->cable : nullptr;
}

const SwitchPortParameters *World::portAt(Socket cage) const
{
    const Link *const link = linkAt(cage);
    return link && m_cabling.switchOf(cage) >= 0 ? &link->port : nullptr;
}

base::Result<void> World::adjustCable(Socket cage, const std::function<void(CableParameters &)> &change)
{
    Link *const link = linkAt(cage);
    if (!link)
        return simError(base::ErrorKind::Refused, "no cable is plugged in there");
    m_flows->settle();
    change(link->cable);
    refreshAll(cage);
    return {};
}

base::Result<void> World::adjustPort(Socket cage, const std::function<void(SwitchPortParameters &)> &change)
{
    Link *const link = linkAt(cage);
    if (!link || m_cabling.switchOf(cage) < 0)
        return simError(base::ErrorKind::Refused, "no switch is at the other end");
    m_flows->settle();
    change(link->port);
    refreshAll(cage);
    return {};
}

int World::linkMbps(Socket cage) const
{
    const Link *const link = linkAt(cage);
    if (!link)
        return 0;
    if (m_cabling.switchOf(cage) < 0)
        return link->cable.speedMbps;
    return link->port.fec == Fec::Rs ? std::min(link->cable.speedMbps, link->port.speedMbps) : 0;
}

bool World::joined(Socket from, Socket to) const
{
    if (from == to)
        return m_cabling.isUsed(from);
    const auto other = m_cabling.otherEnd(from);
    if (other && *other == to)
        return true;
    const int between = m_cabling.switchOf(from);
    return between >= 0 && between == m_cabling.switchOf(to) && portAt(from)->bridged && portAt(to)->bridged;
}

int World::pathMtu(Socket from, Socket to) const
{
    const SwitchPortParameters *const in = portAt(from);
    const SwitchPortParameters *const out = portAt(to);
    return std::min(in ? in->mtu : kNoLimit, out ? out->mtu : kNoLimit);
}

} // namespace sparkloom::sim
