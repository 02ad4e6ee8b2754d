// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/session.h"
#include "base/text.h"
#include "sim/errors.h"
#include "sim/system/parts.h"
#include "sim/system/simsystem.h"

#include <algorithm>
#include <cerrno>

namespace sparkloom::sim {

namespace {

// What systemd would start: the agent's own commands, run in this process as root. Anything else is not executed.
void runAgentCommand(World &world, Spark &spark, const std::vector<std::string> &argv)
{
    if (argv.size() < 2 || spark.files.info(kRoot, argv[0]).kind != agent::FileInfo::Kind::File)
        return;
    SimSystem system(world, spark, kRoot, argv[0]);
    base::Result<bool> done = false;
    if (argv[1] == "rollback" && argv.size() >= 3)
        done = agent::recover(system, argv[2], false);
    else if (argv[1] == "recover")
        done = agent::recover(system, {}, true);
    const std::string outcome = done ? (*done ? "rolled back" : "nothing to do") : "failed: " + done.error().detail;
    spark.journal.push_back(argv[1] + ": " + outcome);
}

class SimServices : public agent::Services {
public:
    SimServices(World &world, Spark &spark, Credentials who) : m_world(world), m_spark(spark), m_who(who) {}

    base::Result<void> armTimer(
        const std::string &unit, std::chrono::seconds after, std::vector<std::string> argv) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, unit);
        if (m_spark.timers.contains(unit))
            return systemError(EEXIST, unit);
        const auto timer = m_world.loop().after(after, [&world = m_world, &spark = m_spark, unit] {
            const auto argvNow = std::move(spark.timers.at(unit).argv);
            spark.timers.erase(unit);
            runAgentCommand(world, spark, argvNow);
        });
        m_spark.timers[unit] = {timer, m_world.loop().monotonic() + after, std::move(argv)};
        return {};
    }

    base::Result<void> disarmTimer(const std::string &unit) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, unit);
        if (const auto it = m_spark.timers.find(unit); it != m_spark.timers.end()) {
            m_world.loop().cancel(it->second.timer);
            m_spark.timers.erase(it);
        }
        return {};
    }

    bool timerArmed(const std::string &unit) override { return m_spark.timers.contains(unit); }

    std::chrono::milliseconds timerLeft(const std::string &unit) override
    {
        const auto it = m_spark.timers.find(unit);
        if (it == m_spark.timers.end())
            return std::chrono::milliseconds(0);
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(it->second.due - m_world.loop().monotonic());
        return std::max(left, std::chrono::milliseconds(0));
    }

    base::Result<void> installBootUnit(const std::string &unit, std::vector<std::string> argv) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, unit);
        const std::string file = base::joined({unit, ".service"}, "");
        m_spark.files.putFile("/etc/systemd/system/" + file,
            "[Unit]\nDescription=Sparkloom "
            "recovery\nDefaultDependencies=no\nBefore=network-pre.target\nWants=network-pre.target\n\n"
            "[Service]\nType=oneshot\nExecStart="
                + base::joined(argv, " ") + "\n\n[Install]\nWantedBy=sysinit.target\n");
        m_spark.files.putLink("/etc/systemd/system/sysinit.target.wants/" + file, "/etc/systemd/system/" + file);
        m_spark.bootUnits[unit] = std::move(argv);
        return {};
    }

    base::Result<void> removeBootUnit(const std::string &unit) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, unit);
        m_spark.files.removeTree("/etc/systemd/system/sysinit.target.wants/" + unit + ".service");
        m_spark.files.removeTree("/etc/systemd/system/" + unit + ".service");
        if (const auto left = m_spark.files.list(kRoot, "/etc/systemd/system/sysinit.target.wants");
            left && left->empty())
            m_spark.files.removeTree("/etc/systemd/system/sysinit.target.wants");
        m_spark.bootUnits.erase(unit);
        return {};
    }

    bool hasBootUnit(const std::string &unit) override { return m_spark.bootUnits.contains(unit); }

private:
    World &m_world;
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Services> makeSimServices(World &world, Spark &spark, Credentials who)
{
    return std::make_unique<SimServices>(world, spark, who);
}

} // namespace sparkloom::sim
