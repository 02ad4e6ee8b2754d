// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/drift.h"

#include <string_view>
#include <vector>

// The verb that looks at the files of a set-up, and its answer.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kSetUpFiles = "set-up-files"; // no root, changes nothing
} // namespace verb

// Our sysctl file, /etc/hosts and what carries SSH trust in the user's ~/.ssh, each by lstat alone: with times, so that
// a change can be dated. Netplan files are in the inventory.
struct SetUpFilesAnswer {
    std::vector<domain::SetUpFile> files;
};

} // namespace sparkloom::protocol
