// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/messages_nccl.h"

#include <string_view>

// How the agent and the process of a rank talk: the first line of the rank's stdin is a request line of the protocol
// with one of these verbs; on stdout it answers with event lines and one `done` or `error` line of the same id. The end
// of its stdin means: leave.
namespace sparkloom::agent {

inline constexpr std::string_view kRankLook = protocol::verb::kNcclLook;
inline constexpr std::string_view kRankRun = protocol::verb::kNcclRun;
inline constexpr std::string_view kRankMode = "nccl-rank"; // argv[1] of the rank's process

// A rank tells twice a second that it lives. Silence of so many milliseconds makes the agent look whether it was
// stopped.
inline constexpr int kRankBeatMs = 500;
inline constexpr int kRankSilenceMs = 2500;

} // namespace sparkloom::agent
