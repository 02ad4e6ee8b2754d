// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::cli {

// --hostkey HOST=SHA256:...: this machine may show this key.
struct HostKeyGrant {
    QString host;
    QString fingerprint; // "SHA256:" and 43 characters of base64
};

// What every command understands, before or after its name.
struct GlobalOptions {
    QString virtualScenario; // empty: real Sparks
    double speed = 1;        // of the simulator, 0.1 to 100
    QString cluster = QStringLiteral("default");
    QString user;
    QString keyFile;
    bool useAgent = false;
    bool json = false;
    bool yes = false;
    bool plugByItself = true; // virtual Sparks: setup plugs the cable that it asks for
    std::optional<int> secretsFd;
    std::vector<HostKeyGrant> hostKeys;
    bool help = false;
    bool version = false;

    bool isVirtual() const { return !virtualScenario.isEmpty(); }
};

// What a command says of itself: names, help and its own options.
struct CommandSyntax {
    QString name;
    QString arguments; // "HOST..." for the usage line, empty where it takes none
    QString summary;   // one line
    QString description;
    QList<QCommandLineOption> options;
    int minArguments = 0;
    int maxArguments = 0;
    bool shellOnly = false; // only on virtual Sparks inside `shell`
};

// A command line that was understood.
struct Invocation {
    QString command; // empty where only --help or --version was given
    GlobalOptions options;
    QStringList arguments;
    std::shared_ptr<QCommandLineParser> parser; // for the command's own options

    bool isSet(const QString &option) const { return parser && parser->isSet(option); }
    QString value(const QString &option) const { return parser ? parser->value(option) : QString(); }
    QStringList values(const QString &option) const { return parser ? parser->values(option) : QStringList(); }
    // A whole number within a range. Errors: Usage, naming the option.
    base::Result<int> number(const QString &option, int fallback, int min, int max) const;
    // --timeout in seconds.
    base::Result<std::optional<std::chrono::milliseconds>> timeout() const;
};

// arguments: without the program's name. defaults: what was given to the shell that this line is typed in.
// Errors: Usage.
base::Result<Invocation> parseCommandLine(
    const QStringList &arguments, const std::vector<CommandSyntax> &commands, const GlobalOptions &defaults = {});

// What --help prints: all commands, or one of them.
QString overviewHelp(const std::vector<CommandSyntax> &commands);
QString commandHelp(const CommandSyntax &command);

// The words of one line of the virtual shell: blanks separate, '...' and "..." keep them. Errors: Usage, an open quote.
base::Result<QStringList> splitLine(const QString &line);

} // namespace sparkloom::cli
