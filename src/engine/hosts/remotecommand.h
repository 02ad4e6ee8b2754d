// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobs/pending.h"
#include "engine/ports/remotehost.h"
#include "protocol/commandlines.h"

#include <QByteArray>
#include <QCoroTask>

#include <memory>

namespace sparkloom::engine {

// What a command that ran to its end printed.
struct CommandOutput {
    int exitCode = -1;
    QByteArray output; // bounded by the port
    QByteArray errors; // at most protocol::kMaxStderrKept
};

// Runs one command line to its end with these bytes as its stdin. Errors: Unreachable when it did not end in time or
// the connection was lost, Cancelled. A status other than 0 is not an error here.
QCoro::Task<base::Result<CommandOutput>> runCommand(std::shared_ptr<RemoteHost> host, protocol::CommandLine command,
    QByteArray input, std::chrono::milliseconds timeout, CancelToken token);

// n lower-case hex digits from the system's generator.
std::string randomHexDigits(int digits);

} // namespace sparkloom::engine
