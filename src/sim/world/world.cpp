// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/world.h"

#include "sim/errors.h"
#include "sim/faults/faults.h"
#include "sim/world/flows.h"
#include "sim/world/listeners.h"
#include "sim/world/logfiles.h"
#include "sim/world/wires.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

using std::chrono::milliseconds;

// From the plug event: PCI functions after 4 s, half A after 5, half B after 6 (sample dmesg.cable-plug).
constexpr milliseconds kNicAppears{4000};
constexpr milliseconds kHalfA{5000};
constexpr milliseconds kHalfB{6000};
// A second cable finds the NIC awake.
constexpr milliseconds kAwakeHalfA{1000};
constexpr milliseconds kAwakeHalfB{2000};
// The platform takes the PCI functions away some time after the last cable is out (facts 1.4: 5 to 20 s).
constexpr milliseconds kNicDisappears{5000};

} // namespace

World::World(agent::Loop &loop, Scenario scenario, WorldOptions options, const std::vector<std::string> &hostKeys)
    : m_loop(loop), m_scenario(std::move(scenario)), m_options(options), m_ports(m_scenario.hosts.size()),
      m_wires(std::make_unique<Wires>(*this)), m_flows(std::make_unique<Flows>(*this)),
      m_listeners(std::make_unique<Listeners>())
{
    for (std::size_t i = 0; i < m_scenario.hosts.size(); ++i)
        m_sparks.push_back(std::make_unique<Spark>(
            loop, m_scenario.hosts[i], static_cast<int>(i), options.seed, options.speed, hostKeys.at(i)));
    for (const auto &spark : m_sparks)
        spark->settleTraffic = [this, number = spark->number] { m_flows->settle(number); };
    for (const PluggedCable &cable : m_scenario.cables) {
        m_cabling.plug(cable.a, cable.b);
        makeLink(cable);
    }
    for (const PluggedCable &cable : m_scenario.cables)
        for (const Socket &end : {cable.a, cable.b})
            if (!end.isSwitch())
                wake(end, true);
    for (const auto &spark : m_sparks)
        mountLogFiles(*spark);
    m_faults = std::make_unique<Faults>(*this);
}

World::~World() = default;

Spark *World::sparkAtAddress(domain::Ipv4Address address)
{
    if ((address.value >> 24) == 127)
        return nullptr;
    for (const auto &spark : m_sparks)
        if (spark->network.owner(address))
            return spark.get();
    return nullptr;
}

milliseconds World::scaled(milliseconds delay) const
{
    return std::chrono::duration_cast<milliseconds>(delay / m_options.speed);
}

base::Result<void> World::plug(Socket a, Socket b)
{
    if (a.isSwitch() && b.isSwitch())
        return simError(base::ErrorKind::Refused, "a cable needs a Spark at one end");
    if (a == b)
        return simError(base::ErrorKind::Refused, "both ends name the same socket");
    for (const Socket &end : {a, b})
        if (m_cabling.isUsed(end))
            return simError(base::ErrorKind::Refused,
                "a cable is already in cage " + std::to_string(domain::number(end.cage)) + " of "
                    + spark(end.spark).spec.name);
    m_cabling.plug(a, b);
    makeLink(*m_cabling.cableIn(a.isSwitch() ? b : a));
    for (const Socket &end : {a, b})
        if (!end.isSwitch())
            wake(end, false);
    m_faults->cablesChanged();
    return {};
}

base::Result<void> World::unplug(Socket socket)
{
    const auto taken = m_cabling.unplug(socket);
    if (!taken)
        return simError(base::ErrorKind::Refused, "no cable is plugged in there");
    for (const Socket &end : {taken->a, taken->b}) {
        if (end.isSwitch())
            continue;
        Port &cage = port(end);
        ++cage.generation;
        cage.ready = {};
        refreshCarrier(end);
        removeNicWhenBare(end.spark);
    }
    m_flows->changed();
    m_faults->cablesChanged();
    return {};
}

base::Result<void> World::swapPlugs(int number)
{
    const auto there = [&](const Socket &socket) {
        return socket.spark != number || socket.isSwitch()
            ? socket
            : Socket::ofSpark(
                number, socket.cage == domain::CageIndex::Zero ? domain::CageIndex::One : domain::CageIndex::Zero);
    };
    std::vector<PluggedCable> moved;
    for (const domain::CageIndex cage : domain::kAllCages)
        if (const PluggedCable *const cable = m_cabling.cableIn(Socket::ofSpark(number, cage)); cable) {
            moved.push_back(*cable);
            if (const auto pulled = unplug(cable->a); !pulled)
                return pulled;
        }
    for (const PluggedCable &cable : moved)
        if (const auto plugged = plug(there(cable.a), there(cable.b)); !plugged)
            return plugged;
    return moved.empty() ? base::Result<void>(simError(base::ErrorKind::Refused, "no cable is plugged in there"))
                         : base::Result<void>();
}

// A plug went into this cage: the NIC wakes up, then the port trains.
void World::wake(Socket cage, bool atOnce)
{
    Port &mine = port(cage);
    const std::uint64_t generation = ++mine.generation;
    Spark &owner = spark(cage.spark);
    if (atOnce) {
        owner.setNicPresent(wantsNic(cage.spark));
        becomeReady(cage, domain::Side::A);
        becomeReady(cage, domain::Side::B);
        return;
    }
    const auto later = [this, cage, generation, alive = std::weak_ptr(m_alive)](
                           milliseconds delay, std::function<void()> what) {
        m_loop.after(scaled(delay), [this, cage, generation, alive, what = std::move(what)] {
            if (!alive.expired() && port(cage).generation == generation)
                what();
        });
    };
    const bool awake = owner.nicPresent();
    if (!awake)
        later(kNicAppears, [this, &owner] { owner.setNicPresent(wantsNic(owner.number)); });
    later(awake ? kAwakeHalfA : kHalfA, [this, cage] { becomeReady(cage, domain::Side::A); });
    later(awake ? kAwakeHalfB : kHalfB, [this, cage] { becomeReady(cage, domain::Side::B); });
}

void World::becomeReady(Socket cage, domain::Side side)
{
    // The cable that woke it may be out again while another was just put in.
    spark(cage.spark).setNicPresent(wantsNic(cage.spark));
    port(cage).ready[at(side)] = true;
    refreshAll(cage);
}

void World::refreshAll(Socket cage)
{
    refreshCarrier(cage);
    if (const auto other = m_cabling.otherEnd(cage); other && !other->isSwitch())
        refreshCarrier(*other);
    m_flows->changed();
}

bool World::partnerReady(Socket cage)
{
    const auto other = m_cabling.otherEnd(cage);
    if (!other)
        return false;
    return other->isSwitch() || std::ranges::any_of(domain::kAllHalves, [&](domain::HalfId half) {
        return half.cage == other->cage && port(*other).ready[at(half.side)]
            && parametersOf(other->spark).half(half).state == HalfParameters::State::Healthy;
    });
}

void World::refreshCarrier(Socket cage)
{
    Spark &owner = spark(cage.spark);
    const int speed = linkMbps(cage);
    const bool partner = speed > 0 && partnerReady(cage);
    bool anyLit = false;
    bool wasLit = false;
    for (const domain::Side side : {domain::Side::A, domain::Side::B}) {
        Interface *const half = owner.network.byHalf({cage.cage, side});
        if (!half)
            continue;
        const bool dark = owner.parameters.half({cage.cage, side}).state == HalfParameters::State::Dark;
        const bool lit = partner && !dark && port(cage).ready[at(side)];
        wasLit |= half->lit;
        anyLit |= lit;
        half->speedMbps = lit ? speed : 0;
        owner.network.setLit(*half, lit);
    }
    if (wasLit && !anyLit)
        ++owner.cages[at(cage.cage)].linkDowns;
    m_flows->linkChanged(cage);
}

bool World::anyCable(int number) const
{
    return std::ranges::any_of(
        domain::kAllCages, [&](domain::CageIndex cage) { return m_cabling.isUsed(Socket::ofSpark(number, cage)); });
}

bool World::wantsNic(int number) const
{
    return anyCable(number) && !parametersOf(number).nic.hotplugBroken;
}

void World::removeNicWhenBare(int number)
{
    if (wantsNic(number))
        return;
    m_loop.after(scaled(kNicDisappears), [this, number, alive = std::weak_ptr(m_alive)] {
        if (alive.expired() || wantsNic(number))
            return;
        spark(number).setNicPresent(false);
        for (const domain::CageIndex cage : domain::kAllCages) {
            port(Socket::ofSpark(number, cage)).ready = {};
            refreshAll(Socket::ofSpark(number, cage));
        }
    });
}

} // namespace sparkloom::sim
