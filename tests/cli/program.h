// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

// One run of sparkloomctl in a home folder of the test's own.
struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

class Home {
public:
    Home()
    {
        environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), folder.path());
        for (const char *name : {"CONFIG", "DATA", "STATE", "CACHE"})
            environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1StringView(name)),
                folder.filePath(QString::fromLatin1(name).toLower()));
        environment.remove(QStringLiteral("SSH_AUTH_SOCK"));
        environment.insert(QStringLiteral("TMPDIR"), folder.path());
    }
    static QString program(const char *name)
    {
        return QString::fromLocal8Bit(qgetenv("SPARKLOOM_BIN_DIR")) + QLatin1Char('/') + QLatin1StringView(name);
    }
    // input: standard input; secrets: what descriptor 3 gives (--secrets-fd 3 is added), through a shell, as a person
    // would.
    Run run(const QStringList &arguments, const QByteArray &input = {}, const QByteArray &secrets = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        if (secrets.isEmpty()) {
            process.start(program("sparkloomctl"), arguments);
        } else {
            QFile file(folder.filePath(QStringLiteral("secrets")));
            if (file.open(QIODevice::WriteOnly))
                file.write(secrets);
            file.close();
            process.start(QStringLiteral("/bin/sh"),
                QStringList{QStringLiteral("-c"),
                    QStringLiteral("exec \"$0\" \"$@\" --secrets-fd 3 3< \"$HOME/secrets\""), program("sparkloomctl")}
                    + arguments);
        }
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (!process.waitForFinished(patienceMs)) {
            process.kill();
            process.waitForFinished();
            return run;
        }
        run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    QTemporaryDir folder;
    QProcessEnvironment environment;
    int patienceMs = 120'000; // of one program; nothing is asserted about time
};
