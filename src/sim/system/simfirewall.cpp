// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"
#include "sim/system/parts.h"
#include "sim/world/firewall.h"

#include <cerrno>

namespace sparkloom::sim {

namespace {

// ufw's own files hold what it knows; docker and its filter come with the scenario.
class SimFirewall : public agent::Firewall {
public:
    SimFirewall(Spark &spark, Credentials who) : m_spark(spark), m_who(who) {}

    base::Result<domain::FirewallState> state() override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "ufw");
        domain::FirewallState state;
        state.ufwActive = m_spark.firewallIsOn();
        state.ufwAllows = allowedNetdevs(m_spark);
        state.docker = m_spark.forwardIsDropped();
        state.forwardPolicy = state.docker ? "DROP" : std::string();
        return state;
    }

    base::Result<void> setAllowed(const std::string &netdev, bool allowed) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "ufw");
        sim::setAllowed(m_spark, netdev, allowed);
        return {};
    }

private:
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Firewall> makeSimFirewall(Spark &spark, Credentials who)
{
    return std::make_unique<SimFirewall>(spark, who);
}

} // namespace sparkloom::sim
