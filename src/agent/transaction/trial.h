// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "agent/transaction/livestate.h"
#include "domain/plan/receipt.h"

#include <string>
#include <vector>

namespace sparkloom::agent {

// The work of a transaction on the machine, step by step; the handler decides when each is done and what a failure
// means.

// Netdevs that an earlier set-up of ours configured and that this one gives up.
std::vector<std::string> givenUpNetdevs(const domain::NetworkConfig &config, const domain::NetworkConfig &before);
// Netdevs that the transaction touches: of the new configuration and of the one before.
std::vector<std::string> touchedNetdevs(const domain::NetworkConfig &config, const domain::NetworkConfig &before);

// Netdevs whose rule in ufw is set or taken away.
std::vector<std::string> touchedRules(const domain::NetworkConfig &config, const domain::NetworkConfig &before);

// Whether our block in /etc/hosts is written or taken away.
bool touchesHosts(const domain::NetworkConfig &config, const domain::NetworkConfig &before);

// Our file under /run/netplan, shadows for the files that it replaces, sysctls live, renderer. A reboot forgets all of
// it.
base::Result<void> startTrial(System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before);

// Nothing: every half is as configured and management stands. Otherwise what is missing yet. Sets disable_ipv6 again
// where a renderer turned it on (NetworkManager leaves it to the kernel).
std::optional<base::Error> trialProblem(
    System &system, const domain::NetworkConfig &config, const ManagementState &management);

// The same content to /etc, files taken over go (the backup has them), shadows go, and the renderer's files are made
// anew.
base::Result<void> persist(
    System &system, const domain::NetworkConfig &config, const domain::NetworkConfig &before, bool runFolderWasThere);

} // namespace sparkloom::agent
