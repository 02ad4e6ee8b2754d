// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sim/errors.h"
#include "sim/system/parts.h"

#include <cerrno>

namespace sparkloom::sim {

namespace {

constexpr const char *kRules = "/etc/ufw/user.rules";
constexpr std::string_view kTuple = "### tuple ### allow any any 0.0.0.0/0 any 0.0.0.0/0 in_";

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
        for (const std::string &line : rules())
            state.ufwAllows.push_back(line.substr(kTuple.size()));
        state.docker = m_spark.forwardIsDropped();
        state.forwardPolicy = state.docker ? "DROP" : std::string();
        return state;
    }

    base::Result<void> setAllowed(const std::string &netdev, bool allowed) override
    {
        if (!m_who.isRoot())
            return systemError(EPERM, "ufw");
        std::vector<std::string> lines = rules();
        const std::string line = std::string(kTuple) + netdev;
        std::erase(lines, line);
        if (allowed)
            lines.push_back(line);
        m_spark.files.putFile(kRules, lines.empty() ? std::string() : base::joined(lines, "\n") + '\n', 0640);
        return {};
    }

private:
    std::vector<std::string> rules() const
    {
        std::vector<std::string> lines;
        if (const auto text = m_spark.files.read(kRoot, kRules, 1024 * 1024))
            for (const std::string_view line : base::split(**text, '\n'))
                if (line.starts_with(kTuple))
                    lines.emplace_back(line);
        return lines;
    }

    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Firewall> makeSimFirewall(Spark &spark, Credentials who)
{
    return std::make_unique<SimFirewall>(spark, who);
}

} // namespace sparkloom::sim
