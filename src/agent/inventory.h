// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "protocol/messages.h"

namespace sparkloom::agent {

// One inventory of this machine, without root. Error only where the kernel does not tell its links.
base::Result<domain::SparkFacts> takeInventory(System &system, const protocol::InventoryRequest &request);

// The interface that carries the connection to this address of ours; empty where no interface has it.
std::string interfaceWithAddress(
    const std::vector<LinkInfo> &links, const std::vector<AddressInfo> &addresses, std::string_view serverAddress);

// The receipt of the last set-up, where there is one that can be read.
std::optional<domain::Receipt> readReceipt(Files &files);

} // namespace sparkloom::agent
