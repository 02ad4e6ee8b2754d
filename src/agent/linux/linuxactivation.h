// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

namespace sparkloom::agent {

// netplan with its two renderers. Never `netplan apply`: under NetworkManager it restarts the daemon, and management
// with it (measurement-and-safety 10.1).
class LinuxActivation : public Activation {
public:
    explicit LinuxActivation(Files &files);

    domain::Renderer renderer() override;
    base::Result<void> generate() override;
    base::Result<void> activate(const std::vector<std::string> &netdevs) override;
    base::Result<void> activateKept(const std::vector<Kept> &kept) override;
    base::Result<std::vector<Profile>> foreignProfiles(const std::vector<std::string> &netdevs) override;

private:
    base::Result<void> activateWithNetworkd(const std::vector<std::string> &netdevs);
    base::Result<void> activateWithNetworkManager(const std::vector<std::string> &netdevs);

    Files &m_files;
};

} // namespace sparkloom::agent
