// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <string>
#include <string_view>
#include <vector>

// What the machine says about itself in files that everybody may read (facts 1.6).
namespace sparkloom::agent {

// Id within the application: the first 32 hex digits of SHA-256("sparkloom" + machine id).
domain::SparkId sparkIdOf(Files &files);
// The maker by DMI vendor; Unknown unless product or /etc/dgx-release says that this is a Spark.
domain::Maker makerOf(std::string_view vendor, std::string_view product, bool hasDgxRelease);
domain::Maker makerOf(Files &files);
std::string productOf(Files &files);
domain::Versions versionsOf(Files &files, const Identity &identity);
std::int64_t memoryBytesOf(Files &files);
// sshd's own public host keys, sorted.
std::vector<domain::HostKeyLine> hostKeysOf(Files &files);

} // namespace sparkloom::agent
