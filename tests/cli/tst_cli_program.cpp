// SPDX-License-Identifier: GPL-3.0-or-later
// sparkloomctl as a program, without any Spark: help, exit codes, JSON, what is asked for where nobody can answer.
#include <QTest>

#include "program.h"

#include <QRegularExpression>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// A port of this computer that nothing listens at.
quint16 closedPort()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) != 0
        || getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    close(descriptor);
    return ntohs(address.sin_port);
}

const QStringList kCommands = {u"discover"_s, u"add"_s, u"trust"_s, u"inspect"_s, u"cables"_s, u"blink"_s, u"plan"_s,
    u"apply"_s, u"verify"_s, u"test"_s, u"undo"_s, u"watch"_s, u"status"_s, u"env"_s, u"forget"_s, u"setup"_s,
    u"finish"_s, u"revert"_s, u"leave"_s, u"replace"_s, u"adopt"_s, u"nccl"_s, u"shell"_s};

QString readSource(const QString &path)
{
    QFile file(QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void version()
    {
        const Run run = Home().run({u"--version"_s});
        QCOMPARE(run.code, 0);
        QVERIFY(
            QRegularExpression(u"^sparkloomctl \\d+\\.\\d+\\.\\d+\n$"_s).match(QString::fromUtf8(run.out)).hasMatch());
    }

    void help_namesEveryCommand_andEachExplainsItself()
    {
        const Home home;
        const Run overview = home.run({u"--help"_s});
        QCOMPARE(overview.code, 0);
        for (const QString &command : kCommands) {
            QVERIFY2(overview.out.contains("\n  " + command.toUtf8() + ' '), qPrintable(command));
            const Run help = home.run({command, u"--help"_s});
            QCOMPARE(help.code, 0);
            QVERIFY2(help.out.startsWith("Usage: sparkloomctl [OPTIONS] " + command.toUtf8()), help.out.constData());
        }
    }

    void manPageAndCompletion_knowEveryCommandAndOption()
    {
        const QString man = readSource(u"packaging/man/sparkloomctl.1.md"_s).remove(u'\\');
        const QString completion = readSource(u"packaging/completions/sparkloomctl.bash"_s);
        QVERIFY(!man.isEmpty() && !completion.isEmpty());
        static const QRegularExpression option(u"^\\s+(?:-\\w, )?--([a-z-]+)"_s, QRegularExpression::MultilineOption);
        const Home home;
        for (const QString &command : kCommands) {
            QVERIFY2(man.contains(u"**"_s + command), qPrintable(command));
            QVERIFY2(completion.contains(command), qPrintable(command));
            const QString help = QString::fromUtf8(home.run({command, u"--help"_s}).out);
            for (auto it = option.globalMatch(help); it.hasNext();) {
                const QString name = u"--"_s + it.next().captured(1);
                QVERIFY2(man.contains(name), qPrintable(u"man page: %1 %2"_s.arg(command, name)));
                QVERIFY2(completion.contains(name), qPrintable(u"completion: %1 %2"_s.arg(command, name)));
            }
        }
    }

    void manPageAndCompletion_knowEveryScenario()
    {
        const QString man = readSource(u"packaging/man/sparkloomctl.1.md"_s);
        const QString window = readSource(u"packaging/man/sparkloom.1.md"_s);
        const QString completion = readSource(u"packaging/completions/sparkloomctl.bash"_s);
        const QDir folder(QString::fromLocal8Bit(qgetenv("SPARKLOOM_SOURCE_DIR")) + u"/resources/scenarios"_s);
        const QStringList files = folder.entryList({u"*.json"_s});
        QVERIFY(files.size() >= 5);
        for (const QString &file : files) {
            const QString name = file.chopped(5);
            QVERIFY2(man.contains(u"*%1*"_s.arg(name)), qPrintable(name));
            QVERIFY2(window.contains(u"`%1`"_s.arg(name)), qPrintable(name));
        }
        // The completion asks the simulator itself.
        QVERIFY(completion.contains(u"sparkloom-sim --list"_s));
    }

    // "**--topology** *FORM* (setup, apply, plan, cables)" names exactly the commands that have the option.
    void manPage_saysWhichCommandsHaveAnOption()
    {
        const QString man = readSource(u"packaging/man/sparkloomctl.1.md"_s).remove(u'\\');
        static const QRegularExpression entry(
            u"^\\*\\*(--[a-z-]+)\\*\\*[^(\n]*\\(([a-z, ]+)\\)$"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression option(u"^  (--[a-z-]+)"_s, QRegularExpression::MultilineOption);
        QMap<QString, QStringList> written, real;
        for (auto it = entry.globalMatch(man); it.hasNext();) {
            const auto match = it.next();
            written[match.captured(1)] = match.captured(2).split(u", "_s);
            written[match.captured(1)].sort();
        }
        const Home home;
        for (const QString &command : kCommands) {
            const QString help = QString::fromUtf8(home.run({command, u"--help"_s}).out);
            const qsizetype begin = help.indexOf(u"Options of this command:"_s);
            if (begin < 0)
                continue;
            const QString own = help.mid(begin, help.indexOf(u"Options for every command:"_s) - begin);
            for (auto it = option.globalMatch(own); it.hasNext();)
                real[it.next().captured(1)] << command;
        }
        for (QStringList &commands : real)
            commands.sort();
        QVERIFY(real.size() >= 9);
        QCOMPARE(written, real);
    }

    void mistakes_endWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("unknown option") << QStringList{u"status"_s, u"--frobnicate"_s};
        QTest::newRow("add without a host") << QStringList{u"add"_s};
        QTest::newRow("add of no host") << QStringList{u"add"_s, u"a b;id"_s};
        QTest::newRow("topology of no kind") << QStringList{u"setup"_s, u"--topology"_s, u"mesh"_s};
        QTest::newRow("MTU out of range") << QStringList{u"setup"_s, u"--mtu"_s, u"9978"_s};
        QTest::newRow("pool with host bits") << QStringList{u"setup"_s, u"--pool"_s, u"10.1.2.3/16"_s};
        QTest::newRow("format of no kind") << QStringList{u"env"_s, u"--format"_s, u"fish"_s};
        QTest::newRow("secrets from a closed descriptor") << QStringList{u"status"_s, u"--secrets-fd"_s, u"77"_s};
        QTest::newRow("no member yet") << QStringList{u"status"_s};
        QTest::newRow("setup with nobody to ask") << QStringList{u"setup"_s};
        QTest::newRow("setup --yes without a host") << QStringList{u"setup"_s, u"--yes"_s};
        QTest::newRow("forget of a stranger") << QStringList{u"forget"_s, u"spark-x"_s};
        QTest::newRow("leave without a name") << QStringList{u"leave"_s};
        QTest::newRow("leave of a stranger") << QStringList{u"leave"_s, u"spark-x"_s};
        QTest::newRow("replace of a stranger") << QStringList{u"replace"_s, u"spark-x"_s};
        QTest::newRow("adopt with nobody to ask") << QStringList{u"adopt"_s};
        QTest::newRow("plug on real Sparks") << QStringList{u"plug"_s, u"a:0"_s, u"b:0"_s};
        QTest::newRow("shell on real Sparks") << QStringList{u"shell"_s};
    }

    void mistakes_endWith2()
    {
        QFETCH(QStringList, arguments);
        const Home home;
        const Run run = home.run(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.count('\n') >= 3); // seen, meaning, remedy
        const Run json = home.run(arguments + QStringList{u"--json"_s});
        QCOMPARE(json.code, 2);
        QCOMPARE(json.json()[u"exitCode"_s].toInt(), 2);
        QCOMPARE(json.json()[u"version"_s].toInt(), 1);
        QVERIFY(json.json()[u"schema"_s].toString().startsWith(u"sparkloom-"_s));
        QCOMPARE(json.json()[u"error"_s][u"kind"_s].toString(), u"usage"_s);
    }

    void add_isRemembered_withoutAnyConnection()
    {
        const Home home;
        const Run added = home.run({u"add"_s, u"nvidia@192.0.2.7:2222"_s, u"--cluster"_s, u"lab"_s, u"--json"_s});
        QCOMPARE(added.code, 0);
        const QJsonObject member = added.json()[u"members"_s].toArray().first().toObject();
        QCOMPARE(member[u"host"_s].toString(), u"192.0.2.7"_s);
        QCOMPARE(member[u"port"_s].toInt(), 2222);
        QCOMPARE(member[u"user"_s].toString(), u"nvidia"_s);
        QVERIFY(QFile::exists(home.folder.filePath(u"config/sparkloom/clusters/lab.json"_s)));
    }

    void nobodyThere_endsWith4()
    {
        const Home home;
        QCOMPARE(home.run({u"add"_s, u"127.0.0.1:%1"_s.arg(closedPort())}).code, 0);
        for (const QString &command : {u"trust"_s, u"inspect"_s, u"verify"_s, u"status"_s, u"undo"_s}) {
            const Run run = home.run({command, u"--yes"_s, u"--json"_s});
            // A library without all fixes is refused first, as it should be.
            if (run.code == 5 && run.json()[u"error"_s][u"id"_s].toString().startsWith(u"ssh.library"_s))
                QSKIP("libssh of this machine is refused under --yes");
            QVERIFY2(run.code == 4, qPrintable(command + QString::fromUtf8(run.err)));
        }
    }

    void cluster_inUse_isRefused()
    {
        const Home home;
        const quint16 port = closedPort();
        QCOMPARE(home.run({u"add"_s, u"127.0.0.1:%1"_s.arg(port)}).code, 0);
        // Another process that holds the cluster's lock, as a window would.
        QProcess holder;
        holder.setProcessEnvironment(home.environment);
        holder.start(u"/bin/sh"_s,
            {u"-c"_s, u"exec flock \"$0\" sh -c 'echo held; cat'"_s,
                home.folder.filePath(u"config/sparkloom/clusters/default.lock"_s)});
        QVERIFY(holder.waitForReadyRead());
        const Run run = home.run({u"status"_s, u"--json"_s});
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished());
        QCOMPARE(run.code, 5);
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), u"store.cluster-locked"_s);
    }

    void noColour_whereOutputIsNoTerminal()
    {
        const Run run = Home().run({u"frobnicate"_s});
        QVERIFY(!run.err.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_cli_program.moc"
