// SPDX-License-Identifier: GPL-3.0-or-later
// sparkloomctl against virtual Sparks: what is shown, asked, refused and interrupted.
#include <QTest>

#include "terminal.h"
#include "virtualshell.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::test;

namespace {

// A simulator that we started ourselves: to sparkloomctl it looks like machines on the network.
class Simulator {
public:
    explicit Simulator(const Home &home)
    {
        m_process.setProcessEnvironment(home.environment);
        m_process.start(Home::program("sparkloom-sim"), {u"--scenario"_s, u"pair"_s, u"--speed"_s, u"20"_s});
        if (m_process.waitForReadyRead(20'000))
            m_first = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Simulator()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    QJsonObject spark(int index) const { return m_first[u"sparks"_s].toArray()[index].toObject(); }
    QString address(int index) const { return u"127.0.0.1:%1"_s.arg(spark(index)[u"port"_s].toInt()); }

private:
    QProcess m_process;
    QJsonObject m_first;
};

// A program on a pseudo-terminal of its own, as a person starts it.
class OnTerminal {
public:
    OnTerminal(const Home &home, const QStringList &arguments)
    {
        m_pid = forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_pid != 0) {
            fcntl(m_terminal, F_SETFL, O_NONBLOCK);
            return;
        }
        QList<QByteArray> texts{Home::program("sparkloomctl").toLocal8Bit()};
        for (const QString &argument : arguments)
            texts << argument.toLocal8Bit();
        std::vector<char *> argv;
        for (QByteArray &text : texts)
            argv.push_back(text.data());
        argv.push_back(nullptr);
        for (const QString &name : home.environment.keys())
            setenv(name.toLocal8Bit().constData(), home.environment.value(name).toLocal8Bit().constData(), 1);
        execv(argv.front(), argv.data());
        _exit(127);
    }
    ~OnTerminal()
    {
        if (m_pid > 0 && !ended()) {
            kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
        close(m_terminal);
    }
    QByteArray screen()
    {
        char bytes[4096];
        for (ssize_t got = read(m_terminal, bytes, sizeof bytes); got > 0; got = read(m_terminal, bytes, sizeof bytes))
            m_screen.append(bytes, static_cast<qsizetype>(got));
        return m_screen;
    }
    void type(const QByteArray &text) const
    {
        [[maybe_unused]] const auto written =
            write(m_terminal, text.constData(), static_cast<std::size_t>(text.size()));
    }
    bool ended()
    {
        int status = 0;
        if (!m_ended && waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_ended = true;
            m_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        return m_ended;
    }
    int code() const { return m_code; }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
    int m_terminal = -1;
    QByteArray m_screen;
    bool m_ended = false;
    int m_code = -1;
};

QByteArray secretsFor(const QString &host, const QJsonObject &spark, const QString &password)
{
    const QJsonObject secrets{{u"user"_s, spark[u"user"_s]}, {u"password"_s, password}};
    return QJsonDocument(QJsonObject{{u"schema"_s, u"sparkloom-secrets"_s}, {u"version"_s, 1},
                             {u"hosts"_s, QJsonObject{{host, secrets}}}})
        .toJson();
}

} // namespace

class TestVirtual : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealedPair_plugsItselfAndShowsTheInstruction()
    {
        const Run run = Home().run({u"--virtual"_s, u"sealed-pair"_s, u"--speed"_s, u"20"_s, u"setup"_s, u"--yes"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(run.out.contains("Plug cable 1 into spark-"));
        QVERIFY(run.out.contains("the socket next to the network plug"));
        QVERIFY(run.out.contains("Proven: packets of 9000 bytes"));
        QVERIFY(run.out.contains("Not proven: the speed."));
        QVERIFY(run.out.contains("export NCCL_SOCKET_IFNAME="));
    }

    void plan_changesNothing_andShowsDiffs()
    {
        const QList<QJsonObject> done = shell(u"pair"_s,
            {"plan --diff --mtu 1500 --pool 172.20.0.0/16", "status", "plan --mtu 1500 --pool 172.20.0.0/16",
                "plan --mtu 1500 --pool 172.20.0.0/16"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 0);
        const QJsonObject plan = done[0][u"plan"_s].toObject();
        QCOMPARE(plan[u"addresses"_s][u"mtu"_s].toInt(), 1500);
        const QString diff = plan[u"sparks"_s].toArray()[0][u"changes"_s].toArray()[0][u"diff"_s].toString();
        QVERIFY2(diff.contains(u"+"_s) && diff.contains(u"172.20."_s), qPrintable(diff));
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 3);
        // Reading the network files as root brought the helper along, so the second plan no longer lists it; nothing
        // else differs.
        QCOMPARE(done[2][u"plan"_s][u"addresses"_s].toObject(), plan[u"addresses"_s].toObject());
        QCOMPARE(done[3][u"plan"_s].toObject(), done[2][u"plan"_s].toObject());
    }

    void verifyAndEnv_beforeASetup_areNotKnown()
    {
        const QList<QJsonObject> done = shell(u"pair"_s, {"verify", "env", "undo"});
        QCOMPARE(done.size(), 3);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 3);
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 3);
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 0);
        QCOMPARE(outcome(done[2]), u"nothing-to-do"_s);
    }

    void cablePulledAfterASetup_isSeen()
    {
        const QList<QJsonObject> done = shell(u"pair2"_s, {"setup", "unplug spark-a:1", "verify", "status"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 0);
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 1);
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 1);
        QCOMPARE(done[3][u"sparks"_s].toArray()[0][u"state"_s].toString(), u"differs"_s);
    }

    void env_formats()
    {
        const Run run = Home().run({u"--virtual"_s, u"ring"_s, u"--speed"_s, u"20"_s, u"--yes"_s, u"shell"_s},
            "setup\nenv\nenv --format docker\nenv --format hostfile\n");
        QVERIFY2(run.code == 0, run.err.constData());
        const QByteArray after = run.out.mid(run.out.indexOf("Environment for jobs"));
        QVERIFY(after.contains("\nexport NCCL_IB_MERGE_NICS='0'  # "));
        QVERIFY(after.contains("docker run ") && after.contains("--device /dev/infiniband"));
        QCOMPARE(after.count(" slots=1\n"), 3);
    }

    void discover_listsVirtualSparks()
    {
        const Run run = Home().run({u"--virtual"_s, u"star"_s, u"discover"_s, u"--json"_s});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json()[u"hosts"_s].toArray().size(), 4);
        QVERIFY(run.json()[u"hosts"_s][0][u"virtual"_s].toBool());
    }

    void unknownScenario_isAMistakeAndNamesThemAll()
    {
        const Run run = Home().run({u"--virtual"_s, u"no-such"_s, u"discover"_s, u"--json"_s});
        QCOMPARE(run.code, 2);
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), u"cli.no-such-scenario"_s);
        QVERIFY(run.json()[u"error"_s][u"meaning"_s].toString().contains(u"sealed-pair"_s));
    }

    void nothingIsLeftBehind()
    {
        const Home home;
        QCOMPARE(home.run({u"--virtual"_s, u"pair"_s, u"--speed"_s, u"20"_s, u"setup"_s, u"--yes"_s}).code, 0);
        QStringList left = QDir(home.folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }

    void noTerminalAndNoYes_namesTheOption()
    {
        const Run run = Home().run({u"--virtual"_s, u"pair"_s, u"--speed"_s, u"20"_s, u"setup"_s, u"--json"_s});
        QCOMPARE(run.code, 2);
        QVERIFY(run.json()[u"error"_s][u"remedy"_s].toString().contains(u"--yes"_s));
    }

    // --- host keys, against a simulator that is a stranger
    void hostKey_unattendedWithoutAGrant_endsWith2_withAWrongOne_endsWith5()
    {
        const Home home;
        const Simulator simulator(home);
        const QJsonObject spark = simulator.spark(0);
        QVERIFY(!spark.isEmpty());
        const QByteArray secrets = secretsFor(u"127.0.0.1"_s, spark, u"canary-4410"_s);
        QCOMPARE(home.run({u"add"_s, simulator.address(0)}).code, 0);
        const Run none = home.run({u"trust"_s, u"--yes"_s, u"--json"_s}, {}, secrets);
        if (none.json()[u"error"_s][u"id"_s].toString().startsWith(u"ssh.library"_s))
            QSKIP("libssh of this machine is refused under --yes");
        QVERIFY2(none.code == 2, none.err.constData());
        QVERIFY(none.json()[u"error"_s][u"remedy"_s].toString().contains(u"--hostkey"_s));
        const Run wrong =
            home.run({u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1=SHA256:"_s + QString(43, u'A')},
                {}, secrets);
        QVERIFY2(wrong.code == 5, wrong.err.constData());
        // The right key, and a password that is wrong: only now it is tried.
        const Run password = home.run(
            {u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1="_s + spark[u"fingerprint"_s].toString()},
            {}, secrets);
        QVERIFY2(password.code == 4, password.err.constData());
        QVERIFY(!wrong.err.contains("canary") && !password.err.contains("canary") && !password.out.contains("canary"));
    }

    void hostKey_changed_endsWith5()
    {
        const Home home;
        const Simulator simulator(home);
        const QJsonObject spark = simulator.spark(0);
        QVERIFY(!spark.isEmpty());
        // Another key stands in the user's own known_hosts for this address.
        QVERIFY(QDir(home.folder.path()).mkdir(u".ssh"_s));
        QFile known(home.folder.filePath(u".ssh/known_hosts"_s));
        QVERIFY(known.open(QIODevice::WriteOnly));
        known.write(QStringLiteral(
            "[127.0.0.1]:%1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n")
                        .arg(spark[u"port"_s].toInt())
                        .toUtf8());
        known.close();
        QCOMPARE(home.run({u"add"_s, simulator.address(0)}).code, 0);
        const Run run = home.run(
            {u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1="_s + spark[u"fingerprint"_s].toString()},
            {}, secretsFor(u"127.0.0.1"_s, spark, spark[u"password"_s].toString()));
        if (run.json()[u"error"_s][u"id"_s].toString().startsWith(u"ssh.library"_s))
            QSKIP("libssh of this machine is refused under --yes");
        QVERIFY2(run.code == 5, run.err.constData());
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), u"hosts.key-changed"_s);
    }

    // --- at a terminal
    void terminal_planIsConfirmedByAPerson()
    {
        const Home home;
        OnTerminal program(home, {u"--virtual"_s, u"pair"_s, u"--speed"_s, u"20"_s, u"setup"_s});
        QTRY_VERIFY_WITH_TIMEOUT(program.screen().contains("[y/N]"), 60'000);
        program.type("n\n");
        QTRY_VERIFY_WITH_TIMEOUT(program.ended(), 20'000);
        QCOMPARE(program.code(), 1);
        QVERIFY(program.screen().contains("Nothing was changed."));
    }

    void terminal_ctrlC_whileWaitingForCables_endsWithinASecond()
    {
        const Home home;
        OnTerminal program(
            home, {u"--virtual"_s, u"sealed-pair"_s, u"--no-plug"_s, u"setup"_s, u"--topology"_s, u"pair"_s});
        QTRY_VERIFY_WITH_TIMEOUT(program.screen().contains("Plug cable 1"), 60'000);
        program.type("\x03");
        QTRY_VERIFY_WITH_TIMEOUT(program.ended(), 10'000);
        QCOMPARE(program.code(), 1);
        QVERIFY(program.screen().contains("Cancelling."));
        QVERIFY(QDir(home.folder.path()).entryList({u"sparkloom-virtual-*"_s}, QDir::AllEntries).isEmpty());
    }

    void terminal_terminate_inTheMiddleOfAnApply_takesItBack()
    {
        const Home home;
        OnTerminal program(home, {u"--virtual"_s, u"ring"_s, u"--yes"_s, u"setup"_s});
        QTRY_VERIFY_WITH_TIMEOUT(program.screen().contains("Try the new settings"), 60'000);
        kill(program.pid(), SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(program.ended(), 20'000);
        const QByteArray screen = program.screen();
        // Quick machines may be past the point of no return; then it ends healthy or says how it stands.
        if (screen.contains("Set up on every Spark."))
            QSKIP("the set-up was final before the signal came");
        QCOMPARE(program.code(), 1);
        QVERIFY2(screen.contains("Take everything back"), screen.constData());
    }
};

QTEST_GUILESS_MAIN(TestVirtual)
#include "tst_cli_virtual.moc"
