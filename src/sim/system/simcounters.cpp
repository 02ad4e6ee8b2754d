// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simcounters.h"

#include "sim/world/ethtool.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

class SimCounters : public agent::BasicCounters {
public:
    SimCounters(agent::System &system, World &world, Spark &spark, const agent::PresentHalf &half)
        : BasicCounters(system, half), m_world(world), m_spark(spark), m_names(BasicCounters::slowNames())
    {
        for (const auto &[name, value] : ethtoolStatistics(m_world, m_spark, half.id)) {
            const auto &wanted = agent::driverCounters();
            if (std::find(wanted.begin(), wanted.end(), name) != wanted.end())
                m_driver.push_back(name);
        }
        m_names.insert(m_names.end(), m_driver.begin(), m_driver.end());
    }

    domain::PortRead port() override
    {
        if (!m_spark.network.byHalf(half().id))
            return {};
        m_spark.settleTraffic();
        const CageCounters &cage = m_spark.cages[at(half().id.cage)];
        return {{}, cage.txOctets, cage.rxOctets, cage.txFrames, cage.rxFrames};
    }

    const std::vector<std::string> &slowNames() const override { return m_names; }

    std::vector<std::optional<std::uint64_t>> slow() override
    {
        std::vector<std::optional<std::uint64_t>> values = BasicCounters::slow();
        const auto all = ethtoolStatistics(m_world, m_spark, half().id);
        for (const std::string &name : m_driver) {
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.first == name; });
            values.push_back(found == all.end() ? std::nullopt : std::optional(found->second));
        }
        return values;
    }

private:
    World &m_world;
    Spark &m_spark;
    std::vector<std::string> m_driver;
    std::vector<std::string> m_names;
};

} // namespace

std::unique_ptr<agent::CounterSource> openSimCounters(
    agent::System &system, World &world, Spark &spark, const agent::PresentHalf &half)
{
    return std::make_unique<SimCounters>(system, world, spark, half);
}

} // namespace sparkloom::sim
