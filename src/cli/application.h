// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/interrupts.h"
#include "cli/linereader.h"
#include "cli/output.h"
#include "cli/prompter.h"
#include "cli/terminalinput.h"
#include "engine/text/language.h"

#include <QCoroTask>

namespace sparkloom::cli {

// One run of sparkloomctl: understands the command line, opens the place, runs one command or a shell of them.
class Application : public QObject {
public:
    Application();

    QCoro::Task<ExitCode> run(QStringList arguments);

private:
    // With a document sentences are English, whatever the language of this computer: programs read them.
    void speak(bool document);
    base::Result<void> readSecrets(const GlobalOptions &options);
    // The adapters; with --virtual also the Sparks. Errors: the simulator cannot be started.
    QCoro::Task<base::Result<void>> openPlace(GlobalOptions options);
    QCoro::Task<ExitCode> runCommand(Invocation invocation);
    QCoro::Task<ExitCode> runShell(GlobalOptions options);
    QCoro::Task<ExitCode> runLine(QString line, GlobalOptions options);
    ExitCode failEarly(const QString &command, const base::Error &error);
    void interrupted(int count);

    engine::text::Language m_language;
    Output m_output;
    TerminalInput m_terminal;
    CommandPrompter m_prompter;
    LineReader m_lines;
    Place m_place;
    Interrupts m_interrupts;
    Context *m_context = nullptr; // of the command that runs
};

} // namespace sparkloom::cli
