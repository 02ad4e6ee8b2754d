// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "protocol/messages_nccl.h"

#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// Whether a request may set this variable to this value: the name is on our list, and the value has the form that the
// name wants (a number, a list of devices, a word). Nothing that names a file or a program is on the list.
bool ncclSettingAllowed(const protocol::NcclSetting &setting);

// The whole environment of a rank as NAME=VALUE: a clean one, what every run gets (a log that we read, no plug-ins, no
// listener for the RAS service, no ~/.nccl.conf), and the request's settings. The first one that is not allowed is
// refused.
base::Result<std::vector<std::string>> ncclEnvironment(const std::vector<protocol::NcclSetting> &settings);

// Of the agent's own environment (NAME=VALUE), the names that would have changed what NCCL does and that a rank does
// not get: NCCL_*, UCX_*, CUDA_VISIBLE_DEVICES, LD_PRELOAD, LD_LIBRARY_PATH. Sorted, at most 256.
std::vector<std::string> ncclRemoved(const std::vector<std::string> &inherited);

} // namespace sparkloom::agent
