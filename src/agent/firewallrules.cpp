// SPDX-License-Identifier: Apache-2.0
#include "agent/firewallrules.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <set>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMaxRules = 256;
constexpr std::string_view kAllow = "ufw allow in on ";

} // namespace

bool ufwIsActive(std::string_view output)
{
    for (const std::string_view line : base::split(output, '\n'))
        if (base::trimmed(line) == "Status: active")
            return true;
    return false;
}

std::vector<std::string> ufwAllowedNetdevs(std::string_view output)
{
    std::set<std::string> netdevs;
    for (const std::string_view raw : base::split(output, '\n')) {
        std::string_view line = base::trimmed(raw);
        if (!line.starts_with(kAllow))
            continue;
        line.remove_prefix(kAllow.size());
        // Behind the name only a comment may stand: anything else narrows the rule.
        const std::size_t end = std::min(line.find(' '), line.size());
        const std::string_view more = base::trimmed(line.substr(end));
        if (domain::isInterfaceName(line.substr(0, end)) && (more.empty() || more.starts_with("comment "))
            && netdevs.size() < kMaxRules)
            netdevs.insert(std::string(line.substr(0, end)));
    }
    return {netdevs.begin(), netdevs.end()};
}

std::vector<std::string> ufwCommand(const std::string &netdev, bool allowed)
{
    if (allowed)
        return {"ufw", "allow", "in", "on", netdev, "comment", "sparkloom"};
    return {"ufw", "--force", "delete", "allow", "in", "on", netdev};
}

std::string chainPolicy(std::string_view output)
{
    for (const std::string_view line : base::split(output, '\n')) {
        const auto words = base::split(base::trimmed(line), ' ');
        if (words.size() == 3 && words[0] == "-P" && domain::isInterfaceName(words[2]))
            return std::string(words[2]);
    }
    return {};
}

} // namespace sparkloom::agent
