// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"
#include "sim/system/parts.h"

#include <cerrno>

namespace sparkloom::sim {

namespace {

class SimTyped : public agent::TypedEntries {
public:
    SimTyped(Spark &spark, Credentials who) : m_spark(spark), m_who(who) {}

    base::Result<std::vector<agent::TypedEntry>> list() override { return m_spark.network.typed(); }

    base::Result<void> add(const agent::TypedEntry &entry) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, entry.message);
        const bool rule = entry.kind == agent::TypedEntry::Kind::Rule;
        const Interface *const interface = m_spark.network.byName(entry.netdev);
        if (!rule && !interface)
            return systemError(ENODEV, entry.netdev);
        if (!rule && interface->sysctls.disableIpv6 != 0)
            return systemError(EACCES, entry.netdev);
        m_spark.network.addTyped(entry);
        return {};
    }

private:
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::TypedEntries> makeSimTyped(Spark &spark, Credentials who)
{
    return std::make_unique<SimTyped>(spark, who);
}

} // namespace sparkloom::sim
