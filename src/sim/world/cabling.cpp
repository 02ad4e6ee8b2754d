// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/cabling.h"

#include <utility>

namespace sparkloom::sim {

const PluggedCable *Cabling::cableIn(Socket cage) const
{
    const auto it = m_byCage.find(cage);
    return it == m_byCage.end() ? nullptr : &it->second;
}

bool Cabling::isUsed(Socket socket) const
{
    return cableIn(socket) != nullptr;
}

void Cabling::plug(Socket a, Socket b)
{
    if (a.isSwitch())
        std::swap(a, b);
    m_cables.push_back({a, b});
    for (const Socket &end : {a, b})
        if (!end.isSwitch())
            m_byCage.insert_or_assign(end, m_cables.back());
}

std::optional<PluggedCable> Cabling::unplug(Socket socket)
{
    const PluggedCable *const cable = cableIn(socket);
    if (!cable)
        return std::nullopt;
    const PluggedCable taken = *cable;
    std::erase(m_cables, taken);
    m_byCage.erase(taken.a);
    m_byCage.erase(taken.b);
    return taken;
}

std::optional<Socket> Cabling::otherEnd(Socket cage) const
{
    const PluggedCable *const cable = cableIn(cage);
    if (!cable)
        return std::nullopt;
    return cable->a == cage ? cable->b : cable->a;
}

std::vector<Socket> Cabling::wire(Socket cage) const
{
    const auto other = otherEnd(cage);
    if (!other)
        return {};
    if (!other->isSwitch())
        return {cage, *other};
    std::vector<Socket> cages;
    for (const PluggedCable &cable : m_cables)
        if (cable.b == *other)
            cages.push_back(cable.a);
    return cages;
}

int Cabling::switchOf(Socket cage) const
{
    const auto other = otherEnd(cage);
    return other && other->isSwitch() ? other->switchNumber : -1;
}

} // namespace sparkloom::sim
