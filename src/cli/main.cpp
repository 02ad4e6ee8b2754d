// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"

#include <QCoreApplication>
#include <QCoroTask>

#include <csignal>
#include <sys/resource.h>

int main(int argc, char **argv)
{
    // Passwords pass through this process: it leaves no core dump behind.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A reader that went away (head, a closed window) shows as a write error, not as a sudden end in the middle of a
    // change.
    std::signal(SIGPIPE, SIG_IGN);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sparkloomctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLOOM_VERSION));
    sparkloom::cli::Application program;
    const sparkloom::cli::ExitCode code = QCoro::waitFor(program.run(QCoreApplication::arguments().mid(1)));
    return static_cast<int>(code);
}
