// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

namespace sparkloom::agent {

// ufw through its own program, and the policy of iptables' FORWARD chain.
class LinuxFirewall : public Firewall {
public:
    explicit LinuxFirewall(Files &files) : m_files(files) {}

    base::Result<domain::FirewallState> state() override;
    base::Result<void> setAllowed(const std::string &netdev, bool allowed) override;

private:
    Files &m_files;
};

} // namespace sparkloom::agent
