// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/cabling.h"

#include <algorithm>
#include <utility>

namespace sparkloom::sim {

const PluggedCable *Cabling::cableIn(Socket cage) const
{
    const auto it =
        std::ranges::find_if(m_cables, [cage](const PluggedCable &c) { return c.a == cage || c.b == cage; });
    return it == m_cables.end() ? nullptr : &*it;
}

bool Cabling::isUsed(Socket socket) const
{
    return !socket.isSwitch() && cableIn(socket) != nullptr;
}

void Cabling::plug(Socket a, Socket b)
{
    if (a.isSwitch())
        std::swap(a, b);
    m_cables.push_back({a, b});
}

std::optional<PluggedCable> Cabling::unplug(Socket socket)
{
    const PluggedCable *const cable = cableIn(socket);
    if (!cable || socket.isSwitch())
        return std::nullopt;
    const PluggedCable taken = *cable;
    std::erase(m_cables, taken);
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
