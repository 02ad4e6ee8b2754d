// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"
#include "sim/system/parts.h"
#include "sim/world/ethtool.h"
#include "sim/world/wires.h"

#include <algorithm>
#include <cerrno>

namespace sparkloom::sim {

namespace {

// The card may go while its light blinks, and come back as another one.
class SimBlinking : public agent::Network::Blinking {
public:
    SimBlinking(World &world, Spark &spark, std::string netdev, std::chrono::seconds atMost)
        : m_world(world), m_spark(spark), m_netdev(std::move(netdev)),
          m_timer(world.loop().after(atMost, [this] { putOut(); }))
    {}
    ~SimBlinking() override
    {
        m_world.loop().cancel(m_timer);
        putOut();
    }

private:
    void putOut()
    {
        if (Interface *const interface = m_spark.network.byName(m_netdev))
            interface->blinking = false;
    }

    World &m_world;
    Spark &m_spark;
    const std::string m_netdev;
    const agent::Loop::TimerId m_timer;
};

class SimNetwork : public agent::Network {
public:
    SimNetwork(World &world, Spark &spark, Credentials who) : m_world(world), m_spark(spark), m_who(who) {}

    base::Result<std::vector<agent::LinkInfo>> links() override
    {
        std::vector<agent::LinkInfo> list;
        for (const Interface *i : m_spark.network.interfaces())
            list.push_back({i->index, i->name, i->mac, i->adminUp, i->carrier(), i->mtu, i->maxMtu});
        return list;
    }

    base::Result<std::vector<agent::AddressInfo>> addresses() override
    {
        std::vector<agent::AddressInfo> list;
        for (const Interface *i : m_spark.network.interfaces()) {
            for (const auto &address : i->addresses)
                list.push_back({i->index, address, {}, false, false});
            if (i->linkLocal != Interface::LinkLocal::None)
                list.push_back({i->index, std::nullopt, i->linkLocalAddress() + "/64", true,
                    i->linkLocal == Interface::LinkLocal::Tentative});
        }
        return list;
    }

    base::Result<std::vector<agent::RouteInfo>> routes() override { return m_spark.network.routes(); }

    base::Result<std::vector<agent::NeighbourInfo>> neighbours() override
    {
        std::vector<agent::NeighbourInfo> list;
        for (const Interface *i : m_spark.network.interfaces())
            for (const auto &[address, mac] : i->neighbours)
                list.push_back({i->index, address, mac});
        return list;
    }

    base::Result<int> routeTo(domain::Ipv4Address target) override
    {
        const Interface *const interface = m_spark.network.routeTo(target);
        if (!interface)
            return systemError(ENETUNREACH, target.toString());
        return interface->index;
    }

    base::Result<agent::CounterValues> counters(const std::string &netdev) override
    {
        const Interface *const interface = m_spark.network.byName(netdev);
        if (!interface)
            return systemError(ENODEV, netdev);
        m_spark.settleTraffic();
        agent::CounterValues values;
        values.txBytes = interface->traffic.txBytes;
        values.rxBytes = interface->traffic.rxBytes;
        values.rxPackets = interface->traffic.rxPackets;
        if (interface->half) {
            const CageCounters &cage = m_spark.cages[at(interface->half->cage)];
            values.macTxOctets = cage.txOctets;
            values.macRxOctets = cage.rxOctets;
            values.macRxFrames = cage.rxFrames;
        }
        return values;
    }

    std::unique_ptr<Subscription> subscribe(std::function<void()> changed) override
    {
        return m_spark.network.subscribe(std::move(changed));
    }

    base::Result<void> setAdminUp(int index, bool up) override
    {
        return change(index, [&](Interface &i) -> base::Result<void> {
            m_spark.network.setAdminUp(i, up);
            return {};
        });
    }

    base::Result<void> setMtu(int index, int mtu) override
    {
        return change(index, [&](Interface &i) -> base::Result<void> {
            if (mtu < 68 || mtu > i.maxMtu)
                return systemError(EINVAL, i.name);
            m_spark.network.setMtu(i, mtu);
            return {};
        });
    }

    base::Result<void> addAddress(int index, const domain::Ipv4Interface &address) override
    {
        return change(index, [&](Interface &i) -> base::Result<void> {
            auto list = i.addresses;
            if (std::ranges::find(list, address) != list.end())
                return systemError(EEXIST, i.name);
            list.push_back(address);
            m_spark.network.setAddresses(i, std::move(list));
            return {};
        });
    }

    base::Result<void> removeAddress(int index, const domain::Ipv4Interface &address) override
    {
        return change(index, [&](Interface &i) -> base::Result<void> {
            auto list = i.addresses;
            if (std::erase(list, address) == 0)
                return systemError(EADDRNOTAVAIL, i.name);
            m_spark.network.setAddresses(i, std::move(list));
            return {};
        });
    }

    base::Result<std::string> moduleEeprom(const std::string &netdev) override
    {
        const Interface *const interface = m_spark.network.byName(netdev);
        if (!interface)
            return systemError(ENODEV, netdev);
        if (!m_who.isRoot())
            return systemError(EPERM, netdev);
        const CableParameters *const cable =
            interface->half ? m_world.cableAt(Socket::ofSpark(m_spark.number, interface->half->cage)) : nullptr;
        if (!cable)
            return systemError(interface->half ? EIO : EOPNOTSUPP, netdev);
        return sim::moduleEeprom(*cable);
    }

    base::Result<void> addRoute(const agent::RouteInfo &route) override
    {
        return change(route.index, [&](Interface &i) -> base::Result<void> {
            return m_spark.network.addRoute(route) ? base::Result<void>() : systemError(EEXIST, i.name);
        });
    }

    base::Result<void> removeRoute(const agent::RouteInfo &route) override
    {
        return change(route.index, [&](Interface &i) -> base::Result<void> {
            return m_spark.network.removeRoute(route) ? base::Result<void>() : systemError(ESRCH, i.name);
        });
    }

    base::Result<std::unique_ptr<Blinking>> blink(const std::string &netdev, std::chrono::seconds atMost) override
    {
        Interface *const interface = m_spark.network.byName(netdev);
        if (!interface)
            return systemError(ENODEV, netdev);
        if (!m_who.isRoot())
            return systemError(EPERM, netdev);
        if (!interface->half)
            return systemError(EOPNOTSUPP, netdev);
        interface->blinking = true;
        return std::unique_ptr<Blinking>(std::make_unique<SimBlinking>(m_world, m_spark, netdev, atMost));
    }

    base::Result<std::unique_ptr<Probe>> openProbe(
        const std::string &netdev, ProbeKind kind, std::function<void(std::string_view)> received) override
    {
        if ((kind == ProbeKind::Raw || kind == ProbeKind::Direct) && !m_who.isRoot())
            return systemError(EPERM, netdev);
        return m_world.wires().openProbe(m_spark, netdev, kind, std::move(received));
    }

    void echo(const std::string &netdev, domain::Ipv4Address target, int payloadBytes,
        std::chrono::milliseconds timeout, std::function<void(base::Result<double>)> done) override
    {
        m_world.wires().echo(m_spark, netdev, target, payloadBytes, timeout, std::move(done));
    }

private:
    template <typename Change>
    base::Result<void> change(int index, Change what)
    {
        Interface *const interface = m_spark.network.byIndex(index);
        if (!interface)
            return systemError(ENODEV, "link");
        if (!m_who.isRoot())
            return systemError(EPERM, interface->name);
        return what(*interface);
    }

    World &m_world;
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Network> makeSimNetwork(World &world, Spark &spark, Credentials who)
{
    return std::make_unique<SimNetwork>(world, spark, who);
}

} // namespace sparkloom::sim
