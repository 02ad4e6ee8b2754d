// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace sparkloom::cli {

// What the shell gets back; explained in the man page, never renumbered.
enum class ExitCode {
    Healthy = 0,     // done and healthy
    CheckFailed = 1, // a step or a check failed
    Usage = 2,       // the request itself is wrong or lacks an answer
    NotKnown = 3,    // not tested or not known
    Unreachable = 4, // no connection or no sign-in
    Refused = 5,     // stopped for safety
};

constexpr ExitCode exitCodeOf(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::Usage: return ExitCode::Usage;
    case base::ErrorKind::NotKnown: return ExitCode::NotKnown;
    case base::ErrorKind::Unreachable:
    case base::ErrorKind::SignIn: return ExitCode::Unreachable;
    case base::ErrorKind::Refused: return ExitCode::Refused;
    case base::ErrorKind::Failed:
    case base::ErrorKind::Cancelled:
    case base::ErrorKind::Protocol:
    case base::ErrorKind::Internal: break;
    }
    return ExitCode::CheckFailed;
}

inline base::Error usageError(base::Message message)
{
    return {base::ErrorKind::Usage, std::move(message), {}};
}

} // namespace sparkloom::cli
