// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/context.h"
#include "cli/options.h"
#include "engine/ports/virtualsparks.h"

#include <QCoroTask>

#include <vector>

namespace sparkloom::cli {

// One command: what it says of itself, and what it does. run() prints its own sentences and its JSON document.
struct Command {
    CommandSyntax syntax;
    QCoro::Task<ExitCode> (*run)(Context &context, Invocation invocation) = nullptr;
};

// One function per file.
Command discoverCommand();
Command addCommand();
Command trustCommand();
Command inspectCommand();
Command cablesCommand();
Command planCommand();
Command applyCommand();
Command verifyCommand();
Command testCommand();
Command ncclCommand();
Command undoCommand();
Command watchCommand();
Command statusCommand();
Command keepCommand();
Command envCommand();
Command blinkCommand();
Command forgetCommand();
Command setupCommand();
Command leaveCommand();
Command replaceCommand();
Command adoptCommand();
Command finishCommand();
Command revertCommand();
Command shellCommand();
Command plugCommand();
Command unplugCommand();
Command slowCommand();
Command faultCommand();
Command trafficCommand();

// "spark-a:0" or "switch". Errors: Usage.
base::Result<engine::VirtualSocket> parseSocket(const QString &text);

// All of them, in the order of the help text.
const std::vector<Command> &allCommands();
std::vector<CommandSyntax> allSyntax();
const Command *findCommand(const QString &name);

// Options that several commands share.
QCommandLineOption topologyOption();
QCommandLineOption poolOption();
QCommandLineOption mtuOption();
QCommandLineOption timerOption();
QCommandLineOption withoutOption();
QCommandLineOption diffOption();
QCommandLineOption insistOption();
QCommandLineOption busyOption(); // --insist where only "busy" can be in the way
QCommandLineOption hostsNamesOption();
QCommandLineOption sshAliasesOption();
QCommandLineOption timeoutOption(const QString &description);
// Their values. Errors: Usage.
base::Result<std::optional<domain::Topology>> topologyOf(const Invocation &invocation);
base::Result<engine::Consents> consentsOf(const Invocation &invocation);
base::Result<engine::PlanOptions> planOptionsOf(const Invocation &invocation, const engine::Cluster &cluster);

} // namespace sparkloom::cli
