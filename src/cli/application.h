// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/interrupts.h"
#include "cli/linereader.h"
#include "cli/output.h"
#include "cli/prompter.h"
#include "cli/terminalinput.h"
#include "cli/workplace.h"

#include <QCoroTask>

namespace sparkloom::cli {

// One run of sparkloomctl: understands the command line, makes the workplace, runs one command or a shell of them.
class Application : public QObject {
public:
    Application();

    QCoro::Task<ExitCode> run(QStringList arguments);

private:
    base::Result<void> readSecrets(const GlobalOptions &options);
    QCoro::Task<ExitCode> runCommand(Invocation invocation);
    QCoro::Task<ExitCode> runShell(GlobalOptions options);
    QCoro::Task<ExitCode> runLine(QString line, GlobalOptions options);
    ExitCode failEarly(const QString &command, const base::Error &error);
    void interrupted(int count);

    Output m_output;
    TerminalInput m_terminal;
    CommandPrompter m_prompter;
    LineReader m_lines;
    Workplace m_workplace;
    Interrupts m_interrupts;
    Context *m_context = nullptr; // of the command that runs
};

} // namespace sparkloom::cli
