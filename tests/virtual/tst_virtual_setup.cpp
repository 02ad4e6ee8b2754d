// SPDX-License-Identifier: GPL-3.0-or-later
// What sparkloomctl leaves on virtual Sparks: one netplan file after a set-up, nothing new after a second one, and
// after undo and forget the state before first contact. The simulator is the program's child; a small script in between lets
// this test ask it for snapshots, too.
#include <QTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 90000;

// Feeds the simulator from its parent and from the pipe "extra", and keeps what it says in "log".
const QByteArray kScript = "#!/bin/sh\n"
                           "{ cat \"$SNAP_FOLDER/extra\" & extra=$!; cat; kill $extra 2>/dev/null; } |\n"
                           "\"$SNAP_SIMULATOR\" \"$@\" | tee \"$SNAP_FOLDER/log\"\n";

QString program(const char *name)
{
    return qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u'/' + QLatin1StringView(name);
}

} // namespace

class TestVirtualSetup : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_shell;
    QFile m_extra;
    QByteArray m_said;
    int m_lastId = 1'000'000;

    QByteArray log() const
    {
        QFile file(m_folder.filePath(u"log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // All lines of all Sparks, each with the name of its Spark in front.
    QStringList snapshot()
    {
        const QByteArray id = QByteArray::number(++m_lastId);
        m_extra.write("{\"id\":" + id + ",\"do\":\"snapshot\"}\n");
        m_extra.flush();
        QByteArray answer;
        const auto arrived = [&] {
            for (const QByteArray &line : log().split('\n'))
                if (line.contains("\"id\":" + id) && line.endsWith('}'))
                    answer = line;
            return !answer.isEmpty();
        };
        if (!QTest::qWaitFor(arrived, kPatienceMs))
            return {};
        QStringList lines;
        const QJsonArray sparks = QJsonDocument::fromJson(answer).object()[u"sparks"_s].toArray();
        for (const auto &spark : sparks)
            for (const auto &line : spark[u"lines"_s].toArray())
                lines << spark[u"name"_s].toString() + u": "_s + line.toString();
        return lines;
    }

    // One command of the shell; its exit code.
    int run(const QByteArray &command)
    {
        m_said.clear();
        m_shell.write(command + '\n');
        const auto ended = [this] {
            m_said += m_shell.readAllStandardOutput();
            return m_said.startsWith("}\n") || m_said.contains("\n}\n");
        };
        if (!QTest::qWaitFor(ended, kPatienceMs))
            return -1;
        return QJsonDocument::fromJson(m_said).object()[u"exitCode"_s].toInt(-1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(program("sparkloomctl")))
            QSKIP("sparkloomctl is not part of this build");
        QFile script(m_folder.filePath(u"sparkloom-sim"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(kScript);
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(mkfifo(m_folder.filePath(u"extra"_s).toLocal8Bit().constData(), 0600), 0);
    }

    void init()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SNAP_FOLDER"_s, m_folder.path());
        environment.insert(u"SNAP_SIMULATOR"_s, program("sparkloom-sim"));
        environment.insert(u"SPARKLOOM_BIN_DIR"_s, m_folder.path());
        environment.insert(u"HOME"_s, m_folder.path());
        for (const QString &name : {u"CONFIG"_s, u"DATA"_s, u"STATE"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(name), m_folder.filePath(name));
        environment.remove(u"SSH_AUTH_SOCK"_s);
        QFile::remove(m_folder.filePath(u"log"_s));
        m_shell.setProcessEnvironment(environment);
        m_shell.start(program("sparkloomctl"),
            {u"--virtual"_s, u"pair"_s, u"--speed"_s, u"50"_s, u"--yes"_s, u"--json"_s, u"shell"_s});
        QVERIFY(QTest::qWaitFor([this] { return log().contains('\n'); }, kPatienceMs));
        m_extra.setFileName(m_folder.filePath(u"extra"_s));
        QVERIFY(m_extra.open(QIODevice::WriteOnly));
    }

    void cleanup()
    {
        m_extra.close();
        m_shell.closeWriteChannel();
        QVERIFY(m_shell.waitForFinished(kPatienceMs));
    }

    void setUpTwice_changesOnce()
    {
        const QStringList before = snapshot();
        QVERIFY(!before.isEmpty());
        QVERIFY2(run("setup") == 0, m_said.constData());
        const QStringList after = snapshot();
        QStringList newFiles;
        for (const QString &line : after)
            if (!before.contains(line) && line.startsWith(u"spark-a: file /etc/"_s) && !line.contains(u"/systemd/"_s))
                newFiles << line.section(u' ', 2, 4);
        QCOMPARE(newFiles,
            (QStringList{u"/etc/netplan/60-sparkloom.yaml 0600 0:0"_s, u"/etc/sysctl.d/90-sparkloom.conf 0644 0:0"_s}));
        QVERIFY(after.filter(u": timer "_s).isEmpty());
        const QStringList halves = after.filter(u"half enp1s0f0np0 "_s);
        QCOMPARE(halves.size(), 2);
        for (const QString &half : halves)
            QVERIFY2(half.contains(u"up mtu 9000 10."_s)
                    && half.contains(u"arp_ignore 1 arp_announce 2 rp_filter 2 disable_ipv6 1"_s),
                qPrintable(half));
        QVERIFY2(run("setup") == 0, m_said.constData());
        QCOMPARE(snapshot(), after);
    }

    void undoAndForget_leaveNothing()
    {
        const QStringList before = snapshot();
        QVERIFY2(run("setup") == 0, m_said.constData());
        QVERIFY2(run("undo") == 0, m_said.constData());
        for (const QString &line : snapshot())
            QVERIFY2(!line.contains(u"/etc/netplan/60-"_s) && !line.contains(u"/etc/sysctl.d/90-"_s)
                    && !line.contains(u"mtu 9000"_s),
                qPrintable(line));
        QVERIFY2(run("forget") == 0, m_said.constData());
        const QStringList after = snapshot();
        for (const QString &line : after)
            if (!before.contains(line))
                qWarning("left behind: %s", qPrintable(line));
        for (const QString &line : before)
            if (!after.contains(line))
                qWarning("missing: %s", qPrintable(line));
        QCOMPARE(after, before);
    }
};

QTEST_GUILESS_MAIN(TestVirtualSetup)
#include "tst_virtual_setup.moc"
