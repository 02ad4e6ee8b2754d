// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/ssh/command.h"

namespace sparkloom::sim {

// The command behind one command line. It may answer from inside its constructor. uploads must outlive it.
std::unique_ptr<RemoteCommand> makeCommand(
    World &world, Spark &spark, UploadPool &uploads, const std::string &commandLine, CommandOutput output);

// An agent session in this process, as the user or as root, in the place of the program that was uploaded.
std::unique_ptr<RemoteCommand> makeAgentCommand(
    World &world, Spark &spark, Credentials who, const std::string &agentPath, CommandOutput output);

// sudo with its questions, then the root agent (measurement-and-safety 9).
std::unique_ptr<RemoteCommand> makePrivilegedCommand(World &world, Spark &spark, UploadPool &uploads,
    const std::string &hash, const std::string &startNonce, const std::optional<std::string> &passwordNonce,
    CommandOutput output);

// Where the upload of this hash lies in the user's home.
std::string userAgentPath(const Spark &spark, const std::string &hash);

} // namespace sparkloom::sim
