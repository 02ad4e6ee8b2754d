// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"
#include "sim/system/parts.h"
#include "sim/world/renderer.h"

#include <cerrno>

namespace sparkloom::sim {

namespace {

class SimActivation : public agent::Activation {
public:
    SimActivation(Spark &spark, Credentials who) : m_spark(spark), m_who(who) {}

    domain::Renderer renderer() override { return m_spark.spec.renderer; }

    base::Result<void> generate() override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "netplan");
        const auto merged = mergedNetplan(m_spark);
        if (!merged)
            return merged.error();
        return {};
    }

    base::Result<void> activate(const std::vector<std::string> &netdevs) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "netplan");
        return activateNetdevs(m_spark, netdevs);
    }

    base::Result<void> activateKept(const std::vector<Kept> &kept) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "nmcli");
        if (m_spark.spec.renderer == domain::Renderer::NetworkManager)
            for (const Kept &each : kept)
                activateProfile(m_spark, each.netdev, each.path);
        return {};
    }

    base::Result<std::vector<Profile>> foreignProfiles(const std::vector<std::string> &) override
    {
        return std::vector<Profile>{}; // what NetworkManager makes up for unconfigured netdevs is nowhere on disk
    }

private:
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Activation> makeSimActivation(Spark &spark, Credentials who)
{
    return std::make_unique<SimActivation>(spark, who);
}

} // namespace sparkloom::sim
