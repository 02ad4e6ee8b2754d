// SPDX-License-Identifier: GPL-3.0-or-later
// sparkloomctl against virtual Sparks: the main job on every scenario, a second time, undo, forget; what is refused.
#include <QTest>

#include "program.h"
#include "terminal.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// The JSON documents that a shell session printed, in order.
QList<QJsonObject> documentsOf(const QByteArray &out)
{
    QList<QJsonObject> documents;
    QByteArray text;
    for (const QByteArray &line : out.split('\n')) {
        text += line + '\n';
        if (line == "}") {
            documents << QJsonDocument::fromJson(text).object();
            text.clear();
        }
    }
    return documents;
}

QString outcome(const QJsonObject &document)
{
    return document[u"outcome"_s].toString();
}

bool changesAnything(const QJsonObject &document)
{
    return document[u"plan"_s][u"changes"_s].toBool();
}

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
        [[maybe_unused]] const auto written = write(m_terminal, text.constData(), static_cast<std::size_t>(text.size()));
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
    return QJsonDocument(QJsonObject{{u"schema"_s, u"sparkloom-secrets"_s}, {u"version"_s, 1}, {u"hosts"_s, QJsonObject{{host, secrets}}}}).toJson();
}

} // namespace

class TestVirtual : public QObject {
    Q_OBJECT

    // Commands for the same virtual Sparks, each with its document.
    static QList<QJsonObject> shell(const QString &scenario, const QByteArrayList &lines, QByteArray *err = nullptr)
    {
        const Home home;
        const Run run = home.run({u"--virtual"_s, scenario, u"--speed"_s, u"20"_s, u"--yes"_s, u"--json"_s, u"shell"_s}, lines.join('\n') + '\n');
        if (err)
            *err = run.err;
        return documentsOf(run.out);
    }

private Q_SLOTS:
    void mainJob_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QByteArray>("plugs");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<QString>("topology");
        QTest::newRow("sealed-pair") << u"sealed-pair"_s << QByteArray("plug spark-a:1 spark-b:1") << 2 << u"pair"_s;
        QTest::newRow("pair") << u"pair"_s << QByteArray() << 2 << u"pair"_s;
        QTest::newRow("pair2") << u"pair2"_s << QByteArray() << 4 << u"pair2"_s;
        QTest::newRow("ring") << u"ring"_s << QByteArray() << 6 << u"ring"_s;
        QTest::newRow("star") << u"star"_s << QByteArray() << 2 << u"star"_s;
        QTest::newRow("star2") << u"star2"_s << QByteArray() << 4 << u"star2"_s;
        QTest::newRow("ring4") << u"ring4"_s << QByteArray() << 8 << u"ring"_s;
    }

    void mainJob()
    {
        QFETCH(QString, scenario);
        QFETCH(QByteArray, plugs);
        QFETCH(int, lanes);
        QFETCH(QString, topology);
        QByteArray err;
        QList<QJsonObject> done = shell(scenario,
            {plugs, "setup", "setup", "status", "env", "undo", "status", "setup", "forget", "status"}, &err);
        if (!plugs.isEmpty())
            done.removeFirst();
        QVERIFY2(done.size() == 9, err.constData());

        const QJsonObject &first = done[0];
        QVERIFY2(first[u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(first), u"applied"_s);
        QVERIFY(first[u"report"_s][u"passed"_s].toBool());
        const QJsonObject addresses = first[u"plan"_s][u"addresses"_s].toObject();
        QCOMPARE(addresses[u"topology"_s].toString(), topology);
        QCOMPARE(addresses[u"mtu"_s].toInt(), 9000);
        QCOMPARE(addresses[u"lanes"_s].toArray().size(), lanes);
        bool speedSaid = false;
        for (const auto &open : first[u"report"_s][u"notProven"_s].toArray())
            speedSaid |= open[u"id"_s].toString() == u"verify.speed-not-proven"_s;
        QVERIFY(speedSaid);
        for (const auto &member : first[u"members"_s].toArray())
            QVERIFY(member[u"keyLogin"_s].toBool());

        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData()); // a second set-up
        QCOMPARE(outcome(done[1]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[1]));
        QVERIFY2(done[2][u"exitCode"_s].toInt() == 0, QJsonDocument(done[2]).toJson().constData()); // as planned
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 0);
        QVERIFY(!done[3][u"environments"_s].toArray().isEmpty());
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 0); // undo
        QCOMPARE(outcome(done[4]), u"applied"_s);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 3); // not set up
        QCOMPARE(done[6][u"exitCode"_s].toInt(), 0); // set up again
        QCOMPARE(done[7][u"exitCode"_s].toInt(), 0); // forget
        QCOMPARE(done[8][u"exitCode"_s].toInt(), 3);
    }

    // A file of the owner that also configures the management, an NCCL job, and a packet filter that is on.
    void foreignThings_areAskedAboutAndComeBack()
    {
        QTemporaryDir folder;
        const QByteArray scenario = R"({"schema": "sparkloom-scenario-1", "name": "foreign", "title": "t", "story": "s",
            "hosts": [{"name": "spark-a", "maker": "founders-edition", "ufw": true, "docker": true,
                "netplan": [{"name": "40-cx7.yaml", "text": "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      dhcp4: no\n      addresses: [192.168.200.12/24]\n    eth9:\n      dhcp4: true # keep\n"}]},
                {"name": "spark-b", "maker": "founders-edition", "programs": ["/home/nvidia/all_gather_perf -b 16G"]}],
            "cables": [{"a": {"spark": "spark-a", "cage": 0}, "b": {"spark": "spark-b", "cage": 0}}],
            "verdict": {"topology": "pair", "healthy": true}})";
        QFile file(folder.filePath(u"foreign.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scenario) == scenario.size());
        file.close();
        QByteArray err;
        const QList<QJsonObject> done = shell(file.fileName(),
            {"plan", "apply", "apply --insist busy", "apply --insist take-over --insist busy", "undo", "plan"}, &err);
        QVERIFY2(done.size() == 6, err.constData());
        QStringList needs, ids;
        for (const auto &finding : done[0][u"plan"_s][u"findings"_s].toArray()) {
            needs << finding[u"needs"_s].toString();
            ids << finding[u"id"_s].toString();
            QVERIFY(!finding[u"seen"_s].toString().isEmpty() && !finding[u"meaning"_s].toString().isEmpty()
                && !finding[u"remedy"_s].toString().isEmpty());
        }
        QCOMPARE(ids, (QStringList{u"preflight.job"_s, u"preflight.take-over"_s, u"preflight.docker-forward-drop"_s}));
        QCOMPARE(needs, (QStringList{u"busy"_s, u"take-over"_s, u"none"_s}));
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 5);
        QCOMPARE(done[1][u"error"_s][u"id"_s].toString(), u"preflight.job"_s);
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 5);
        QCOMPARE(done[2][u"error"_s][u"id"_s].toString(), u"preflight.take-over"_s);
        QVERIFY2(done[3][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[4]), u"applied"_s);
        // Undo brought back file and rules: the same plan would do the same things again.
        const auto changesOf = [](const QJsonObject &document) {
            QMap<QString, QString> diffs;
            for (const auto &spark : document[u"plan"_s][u"sparks"_s].toArray())
                for (const auto &change : spark[u"changes"_s].toArray())
                    if (const QString kind = change[u"kind"_s].toString(); kind == u"foreign-file" || kind == u"firewall")
                        diffs[spark[u"hostname"_s].toString() + kind] = change[u"diff"_s].toString() + change[u"command"_s].toString();
            return diffs;
        };
        QCOMPARE(changesOf(done[0]).size(), 2);
        QVERIFY(changesOf(done[0])[u"spark-aforeign-file"_s].contains(u"-    enp1s0f0np0:"_s));
        QVERIFY(!changesOf(done[0])[u"spark-aforeign-file"_s].contains(u"-    eth9"_s));
        QCOMPARE(changesOf(done[5]), changesOf(done[0]));
    }

    // Set up by somebody else's Sparkloom long ago: nothing is to be changed, everything is proven, and undo takes it back.
    void readyScenario_isTakenAsItIs_data()
    {
        QTest::addColumn<QString>("scenario");
        for (const char *name : {"pair-ready", "ring-ready", "star-ready"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readyScenario_isTakenAsItIs()
    {
        QFETCH(QString, scenario);
        QByteArray err;
        const QList<QJsonObject> done = shell(scenario, {"setup", "verify", "status", "undo", "status", "setup"}, &err);
        QVERIFY2(done.size() == 6, err.constData());
        QVERIFY2(done[0][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(outcome(done[0]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[0]));
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, err.constData());
        QCOMPARE(done[2][u"exitCode"_s].toInt(), 0);
        QCOMPARE(outcome(done[3]), u"applied"_s);
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 3);
        QCOMPARE(outcome(done[5]), u"applied"_s);
    }

    void faults_comeAndGoInTheShell()
    {
        const QList<QJsonObject> done = shell(u"pair-ready"_s, {"setup", "fault on F-16 spark-b:0", "verify", "fault off mtu-mismatch spark-b:0",
            "verify", "slow spark-a:0 25", "fault on F-16 spark-x", "fault maybe F-16 spark-a", "slow spark-a:0 fast", "fault on F-16"});
        QList<int> codes;
        for (const QJsonObject &document : done)
            codes << document[u"exitCode"_s].toInt();
        QCOMPARE(codes, (QList<int>{0, 0, 1, 0, 0, 0, 5, 2, 2, 2}));
        QCOMPARE(done[6][u"error"_s][u"id"_s].toString(), u"virtual.fault-refused"_s);
        QCOMPARE(done[7][u"error"_s][u"id"_s].toString(), u"cli.bad-change"_s);
        QCOMPARE(done[8][u"error"_s][u"id"_s].toString(), u"cli.bad-change"_s);
    }

    // One of every maker on a switch: found, cabled, planned, set up and proven.
    void eightSparks_areSetUp()
    {
        const Run run = Home().run({u"--virtual"_s, u"star-8"_s, u"--speed"_s, u"20"_s, u"--yes"_s, u"--json"_s, u"setup"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"plan"_s][u"sparks"_s].toArray().size(), 8);
    }

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

    void ringWithACableMissing_namesTheTwoSockets_andEndsWith1()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "setup --timeout 2"});
        QCOMPARE(done.size(), 2);
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 1);
        const QJsonObject goal = done[1][u"cabling"_s][u"goal"_s].toObject();
        QCOMPARE(goal[u"topology"_s].toString(), u"ring"_s);
        QJsonArray sockets = goal[u"sockets"_s].toArray();
        QCOMPARE(sockets.size(), 2);
        QVERIFY(sockets.contains(u"spark-a:0"_s) && sockets.contains(u"spark-b:1"_s));
        QVERIFY(done[1][u"error"_s][u"seen"_s].toString().contains(u"One cable of the ring is missing"_s));
    }

    // A line is what was asked for; without being asked it would be a ring with a cable missing.
    void line_isSetUpWhenItIsAskedFor()
    {
        const QList<QJsonObject> done = shell(u"line"_s, {"setup --timeout 1", "setup --topology line", "setup", "env", "verify"});
        QCOMPARE(done.size(), 5);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 1);
        QVERIFY(done[0][u"error"_s][u"seen"_s].toString().contains(u"One cable of the ring is missing"_s));
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData());
        QCOMPARE(done[1][u"plan"_s][u"addresses"_s][u"topology"_s].toString(), u"line"_s);
        QCOMPARE(done[1][u"plan"_s][u"addresses"_s][u"lanes"_s].toArray().size(), 4);
        QCOMPARE(outcome(done[2]), u"nothing-to-do"_s);
        const QJsonArray notes = done[3][u"environments"_s][0][u"notes"_s].toArray();
        QVERIFY(notes.size() == 1 && notes[0][u"text"_s].toString().startsWith(u"Experimental"_s));
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 0);
    }

    // One cage to the other Spark, one to storage: only the owner can tell.
    void splitRole_isSetUpWhenItIsAskedFor()
    {
        const QList<QJsonObject> done = shell(u"split-role"_s, {"cables --topology split", "setup --topology split", "setup", "plan", "env", "verify"});
        QCOMPARE(done.size(), 6);
        QVERIFY2(done[0][u"exitCode"_s].toInt() == 0, QJsonDocument(done[0]).toJson().constData());
        QVERIFY2(done[1][u"exitCode"_s].toInt() == 0, QJsonDocument(done[1]).toJson().constData());
        const QJsonObject addresses = done[1][u"plan"_s][u"addresses"_s].toObject();
        QCOMPARE(addresses[u"topology"_s].toString(), u"split"_s);
        int storage = 0;
        for (const auto &lane : addresses[u"lanes"_s].toArray())
            storage += lane[u"role"_s].toString() == u"storage"_s;
        QCOMPARE(storage, 2);
        QCOMPARE(outcome(done[2]), u"nothing-to-do"_s);
        QVERIFY(!changesAnything(done[3]));
        const QJsonObject environment = done[4][u"environments"_s][0].toObject();
        QVERIFY(!environment[u"notes"_s].toArray().isEmpty());
        for (const auto &variable : environment[u"variables"_s].toArray())
            if (variable[u"name"_s].toString() == u"NCCL_IB_HCA"_s)
                QCOMPARE(variable[u"value"_s].toString(), u"=rocep1s0f0,roceP2p1s0f0"_s);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 0);
    }

    // Two cables between the same two Sparks of three: the fewest plugs to move are named, in words.
    void wrongCabling_namesThePlugsToMove()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "unplug spark-b:0", "unplug spark-c:0", "plug spark-a:0 spark-b:0",
            "plug spark-a:1 spark-b:1", "cables --topology ring"});
        QCOMPARE(done.size(), 6);
        QCOMPARE(done[5][u"exitCode"_s].toInt(), 1);
        const QJsonArray steps = done[5][u"goal"_s][u"steps"_s].toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0][u"kind"_s].toString(), u"move"_s);
        QVERIFY(steps[0][u"text"_s].toString().startsWith(u"Move a plug: out of spark-"_s));
        QCOMPARE(steps[1][u"kind"_s].toString(), u"plug"_s);
    }

    void mixedCabling_saysWhyAndWhatToDo()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "unplug spark-b:0", "cables", "plan"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(done[2][u"topology"_s].toString(), u"mixed"_s);
        QVERIFY(done[2][u"notes"_s][0][u"text"_s].toString().startsWith(u"No known form: spark-b has no cable"_s));
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 3);
        QCOMPARE(done[3][u"error"_s][u"id"_s].toString(), u"topology.not-cabled"_s);
    }

    void threeSealedSparks_wantAFormNamed()
    {
        const QList<QJsonObject> done = shell(u"ring"_s, {"unplug spark-a:0", "unplug spark-b:0", "unplug spark-c:0", "setup --timeout 2",
            "setup --timeout 1 --topology star"});
        QCOMPARE(done.size(), 5);
        QCOMPARE(done[3][u"exitCode"_s].toInt(), 2);
        QCOMPARE(done[3][u"error"_s][u"id"_s].toString(), u"cli.topology-needed"_s);
        QCOMPARE(done[4][u"exitCode"_s].toInt(), 1);
    }

    void plan_changesNothing_andShowsDiffs()
    {
        const QList<QJsonObject> done = shell(u"pair"_s, {"plan --diff --mtu 1500 --pool 172.20.0.0/16", "status",
            "plan --mtu 1500 --pool 172.20.0.0/16", "plan --mtu 1500 --pool 172.20.0.0/16"});
        QCOMPARE(done.size(), 4);
        QCOMPARE(done[0][u"exitCode"_s].toInt(), 0);
        const QJsonObject plan = done[0][u"plan"_s].toObject();
        QCOMPARE(plan[u"addresses"_s][u"mtu"_s].toInt(), 1500);
        const QString diff = plan[u"sparks"_s].toArray()[0][u"changes"_s].toArray()[0][u"diff"_s].toString();
        QVERIFY2(diff.contains(u"+"_s) && diff.contains(u"172.20."_s), qPrintable(diff));
        QCOMPARE(done[1][u"exitCode"_s].toInt(), 3);
        // Reading the network files as root brought the helper along, so the second plan no longer lists it; nothing else differs.
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

    void unknownScenario_failsWithASentence()
    {
        const Run run = Home().run({u"--virtual"_s, u"no-such"_s, u"discover"_s, u"--json"_s});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.json()[u"error"_s][u"id"_s].toString(), u"virtual.not-started"_s);
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
        const Run wrong = home.run({u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1=SHA256:"_s + QString(43, u'A')}, {}, secrets);
        QVERIFY2(wrong.code == 5, wrong.err.constData());
        // The right key, and a password that is wrong: only now it is tried.
        const Run password = home.run({u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1="_s + spark[u"fingerprint"_s].toString()}, {}, secrets);
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
        known.write(QStringLiteral("[127.0.0.1]:%1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n")
                        .arg(spark[u"port"_s].toInt()).toUtf8());
        known.close();
        QCOMPARE(home.run({u"add"_s, simulator.address(0)}).code, 0);
        const Run run = home.run({u"trust"_s, u"--yes"_s, u"--json"_s, u"--hostkey"_s, u"127.0.0.1="_s + spark[u"fingerprint"_s].toString()}, {},
            secretsFor(u"127.0.0.1"_s, spark, spark[u"password"_s].toString()));
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
        OnTerminal program(home, {u"--virtual"_s, u"sealed-pair"_s, u"--no-plug"_s, u"setup"_s, u"--topology"_s, u"pair"_s});
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
