// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxfirewall.h"

#include "agent/firewallrules.h"
#include "agent/linux/linuxprocesses.h"
#include "base/text.h"

namespace sparkloom::agent {

using namespace base::literals;
using std::chrono::seconds;

namespace {

constexpr seconds kFirewallBound{20};

} // namespace

// A filter that cannot be asked is taken for one that does nothing: the proofs of a set-up find out otherwise.
base::Result<domain::FirewallState> LinuxFirewall::state()
{
    domain::FirewallState state;
    if (m_files.info("/etc/ufw/ufw.conf").kind == FileInfo::Kind::File) {
        state.ufwActive = ufwIsActive(runAndWait({"ufw", "status"}, kFirewallBound).output);
        state.ufwAllows = ufwAllowedNetdevs(runAndWait({"ufw", "show", "added"}, kFirewallBound).output);
    }
    state.docker = m_files.info("/sys/class/net/docker0").kind != FileInfo::Kind::Missing;
    if (state.docker)
        state.forwardPolicy = chainPolicy(runAndWait({"iptables", "-S", "FORWARD"}, kFirewallBound).output);
    return state;
}

base::Result<void> LinuxFirewall::setAllowed(const std::string &netdev, bool allowed)
{
    const ProcessResult result = runAndWait(ufwCommand(netdev, allowed), kFirewallBound);
    if (result.exitCode == 0)
        return {};
    return base::failed(base::Message("system.program-failed"_msg)
                            .with("program", "ufw")
                            .with("code", result.exitCode)
                            .with("reason", base::cleanText(base::trimmed(result.errors), 300)),
        base::cleanText(result.errors, 2000, true));
}

} // namespace sparkloom::agent
