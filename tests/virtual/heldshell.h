// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

// A sparkloomctl shell on virtual Sparks, command by command. The simulator is the program's child; a small script in
// between lets the test talk to it, too.
namespace sparkloom::test {

using namespace Qt::Literals::StringLiterals;

class HeldShell {
public:
    static constexpr int kPatienceMs = 240'000; // a set-up of 64 Sparks beside other tests

    // Empty home folder. False: it did not start.
    bool start(const QString &scenario)
    {
        static const QByteArray kScript = "#!/bin/sh\n"
                                          "{ cat \"$SNAP_FOLDER/extra\" & extra=$!; cat; kill $extra 2>/dev/null; } |\n"
                                          "\"$SNAP_SIMULATOR\" \"$@\" | tee \"$SNAP_FOLDER/log\"\n";
        QFile script(m_folder.filePath(u"sparkloom-sim"_s));
        if (!script.open(QIODevice::WriteOnly) || script.write(kScript) != kScript.size()
            || !script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
            || mkfifo(m_folder.filePath(u"extra"_s).toLocal8Bit().constData(), 0600) != 0)
            return false;
        script.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SNAP_FOLDER"_s, m_folder.path());
        environment.insert(u"SNAP_SIMULATOR"_s, program("sparkloom-sim"));
        environment.insert(u"SPARKLOOM_BIN_DIR"_s, m_folder.path());
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"TMPDIR"_s, m_folder.path());
        for (const QString &name : {u"CONFIG"_s, u"DATA"_s, u"STATE"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(name), m_folder.filePath(name));
        environment.remove(u"SSH_AUTH_SOCK"_s);
        m_shell.setProcessEnvironment(environment);
        m_shell.start(program("sparkloomctl"),
            {u"--virtual"_s, scenario, u"--speed"_s, u"50"_s, u"--yes"_s, u"--json"_s, u"shell"_s});
        if (!QTest::qWaitFor([this] { return log().contains('\n'); }, kPatienceMs))
            return false;
        m_extra.setFileName(m_folder.filePath(u"extra"_s));
        return m_extra.open(QIODevice::WriteOnly);
    }
    ~HeldShell()
    {
        if (!finish())
            m_shell.kill();
        m_shell.waitForFinished();
    }
    // No more commands; false where the program does not end.
    bool finish()
    {
        m_extra.close();
        m_shell.closeWriteChannel();
        return m_shell.state() == QProcess::NotRunning || m_shell.waitForFinished(kPatienceMs);
    }

    static QString program(const char *name)
    {
        return qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u'/' + QLatin1StringView(name);
    }

    // One command of the shell; its exit code, -1 where it does not end.
    int run(const QByteArray &command)
    {
        begin(command);
        return end();
    }
    void begin(const QByteArray &command)
    {
        m_said.clear();
        m_shell.write(command + '\n');
    }
    int end()
    {
        const auto ended = [this] {
            m_said += m_shell.readAllStandardOutput();
            return m_said.startsWith("}\n") || m_said.contains("\n}\n");
        };
        if (!QTest::qWaitFor(ended, kPatienceMs))
            return -1;
        return document()[u"exitCode"_s].toInt(-1);
    }
    // What the last command printed.
    QJsonObject document() const { return QJsonDocument::fromJson(m_said).object(); }
    const QByteArray &said() const { return m_said; }
    QByteArray errors() { return m_shell.readAllStandardError(); }

    // A line for the simulator's control, without its id; the answer.
    QJsonObject ask(const QByteArray &fields)
    {
        const QByteArray id = QByteArray::number(++m_lastId);
        m_extra.write("{\"id\":" + id + ',' + fields + "}\n");
        m_extra.flush();
        QByteArray answer;
        const auto arrived = [&] {
            for (const QByteArray &line : log().split('\n'))
                if (line.contains("\"id\":" + id) && line.endsWith('}'))
                    answer = line;
            return !answer.isEmpty();
        };
        return QTest::qWaitFor(arrived, kPatienceMs) ? QJsonDocument::fromJson(answer).object() : QJsonObject();
    }

    // Words in the application's own journal, as an earlier run would have left them open. False: there is none.
    bool leaveOpen(const QStringList &steps)
    {
        QDirIterator files(
            m_folder.path(), {u"journal.jsonl"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        if (!files.hasNext())
            return false;
        QFile journal(files.next());
        if (!journal.open(QIODevice::ReadWrite))
            return false;
        const QByteArrayList lines = journal.readAll().trimmed().split('\n');
        QJsonObject entry = QJsonDocument::fromJson(lines.back()).object();
        entry.insert(u"transaction"_s, QString::number(++m_lastId).rightJustified(16, u'0'));
        entry.insert(u"spark"_s, QString());
        entry.insert(u"intent"_s, true);
        for (const QString &step : steps) {
            entry.insert(u"step"_s, step);
            journal.write(QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n');
        }
        return lines.size() > 1;
    }

    // All lines of all Sparks, each with the name of its Spark in front.
    QStringList snapshot()
    {
        QStringList lines;
        for (const QJsonValue spark : ask("\"do\":\"snapshot\"")[u"sparks"_s].toArray())
            for (const QJsonValue line : spark[u"lines"_s].toArray())
                lines << spark[u"name"_s].toString() + u": "_s + line.toString();
        return lines;
    }

private:
    QByteArray log() const
    {
        QFile file(m_folder.filePath(u"log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QProcess m_shell;
    QFile m_extra;
    QByteArray m_said;
    int m_lastId = 1'000'000;
};

} // namespace sparkloom::test
