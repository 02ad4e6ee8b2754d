// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator against the OpenSSH client, as anybody could use it by hand.
#include <QTest>

#include "base/sha256.h"
#include "protocol/codec.h"
#include "protocol/commandlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
namespace verb = protocol::verb;

namespace {

constexpr int kPatienceMs = 20000;
const std::string kNonce(32, 'a');
const QByteArray kAgent("pretends to be an agent\n");

QString simulatorPath()
{
    return qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u"/sparkloom-sim"_s;
}

// Gone, or a zombie that its new parent has not fetched yet.
bool isGone(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

// A running simulator with its control channel.
class Simulator {
public:
    explicit Simulator(const QStringList &arguments)
    {
        process.start(simulatorPath(), QStringList{u"--speed"_s, u"50"_s} + arguments);
        first = readLine();
    }
    ~Simulator()
    {
        process.closeWriteChannel();
        process.waitForFinished(kPatienceMs);
    }
    QJsonObject readLine()
    {
        while (!process.canReadLine())
            if (!process.waitForReadyRead(kPatienceMs))
                return {};
        return QJsonDocument::fromJson(process.readLine()).object();
    }
    QJsonObject ask(const QByteArray &line)
    {
        process.write(line + '\n');
        return readLine();
    }
    QJsonObject spark(int number) const { return first.value(u"sparks"_s).toArray().at(number).toObject(); }
    int port(int number) const { return spark(number).value(u"port"_s).toInt(); }

    QProcess process;
    QJsonObject first;
};

struct Said {
    int code = -1;
    QByteArray out, err;
};

} // namespace

class TestVirtualSsh : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void writeFile(const char *name, const QByteArray &bytes, QFile::Permissions permissions)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        QVERIFY(file.setPermissions(permissions));
    }

    // ssh with the answer to its password question; batch: it may not ask.
    void prepare(QProcess &ssh, int port, const std::string &command, const char *askpass, const QStringList &more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"SSH_AUTH_SOCK"_s);
        environment.insert(u"SSH_ASKPASS"_s, path(askpass));
        environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
        ssh.setProcessEnvironment(environment);
        ssh.setProgram(u"ssh"_s);
        ssh.setArguments(QStringList{u"-F"_s, u"none"_s, u"-o"_s, u"StrictHostKeyChecking=accept-new"_s, u"-o"_s,
                             u"UserKnownHostsFile="_s + path("known_hosts"), u"-o"_s, u"LogLevel=ERROR"_s, u"-p"_s,
                             QString::number(port)}
            + more + QStringList{u"nvidia@127.0.0.1"_s, QString::fromStdString(command)});
    }

    Said run(int port, const std::string &command, const QByteArray &input = {}, const char *askpass = "right",
        const QStringList &more = {})
    {
        QProcess ssh;
        prepare(ssh, port, command, askpass, more);
        ssh.start();
        ssh.write(input);
        ssh.closeWriteChannel();
        if (!ssh.waitForFinished(kPatienceMs))
            return {};
        return {ssh.exitCode(), ssh.readAllStandardOutput(), ssh.readAllStandardError()};
    }

    static std::string hash()
    {
        return base::sha256Hex(std::string_view(kAgent.constData(), static_cast<std::size_t>(kAgent.size())));
    }
    Said upload(int port) { return run(port, protocol::render(protocol::UploadCommand{hash()}), kAgent); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(simulatorPath()), qPrintable(simulatorPath()));
        if (QStandardPaths::findExecutable(u"ssh"_s).isEmpty()
            || QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty())
            QSKIP("the OpenSSH client is not installed");
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        writeFile("right", "#!/bin/sh\necho spark\n", mine);
        writeFile("wrong", "#!/bin/sh\necho guess\n", mine);
    }

    void cleanup() { QFile::remove(path("known_hosts")); }

    void signIn_needsThePassword()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        const std::string probe = protocol::render(protocol::ProbeCommand{kNonce});
        const Said right = run(simulator.port(0), probe);
        QCOMPARE(right.code, 0);
        QCOMPARE(right.out,
            QByteArray::fromStdString("SPARKLOOM-PROBE " + kNonce + "\naarch64\nnvidia\n1000\n/home/nvidia\n"));
        QCOMPARE(run(simulator.port(0), probe, {}, "wrong").code, 255);
        QCOMPARE(run(simulator.port(0), probe, {}, "right", {u"-o"_s, u"BatchMode=yes"_s}).code, 255);
        QCOMPARE(run(simulator.port(0), probe, {}, "right", {u"-l"_s, u"root"_s, u"-o"_s, u"User=root"_s}).code, 255);
    }

    void hostKey_isTheOneAnnounced()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QCOMPARE(run(simulator.port(1), "ls").code, 127);
        QProcess keygen;
        keygen.start(u"ssh-keygen"_s, {u"-lf"_s, path("known_hosts")});
        QVERIFY(keygen.waitForFinished(kPatienceMs));
        QVERIFY(
            keygen.readAllStandardOutput().contains(simulator.spark(1).value(u"fingerprint"_s).toString().toLatin1()));
    }

    void otherCommands_are127()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        for (const char *command : {"ls", "exec /bin/sh -c 'id'", "scp -t /tmp", "cat /etc/passwd"}) {
            const Said said = run(simulator.port(0), command);
            QCOMPARE(said.code, 127);
            QVERIFY(said.out.isEmpty());
        }
        QVERIFY(run(simulator.port(0), "sftp", {}, "right", {u"-s"_s}).code != 0);
    }

    void keyboardInteractive_worksWhereTheScenarioHasIt()
    {
        writeFile("kbd.json",
            R"({"schema":"sparkloom-scenario-1","name":"kbd","title":"t","verdict":{"topology":"unknown"},
            "hosts":[{"name":"spark-a","passwordSignIn":false,"keyboardInteractive":true}]})",
            QFile::ReadOwner | QFile::WriteOwner);
        Simulator simulator({u"--scenario"_s, path("kbd.json")});
        const QStringList only = {u"-o"_s, u"PreferredAuthentications=keyboard-interactive"_s};
        QCOMPARE(run(simulator.port(0), "ls", {}, "right", only).code, 127);
        QCOMPARE(run(simulator.port(0), "ls", {}, "wrong", only).code, 255);
    }

    void agent_isUploadedAndServes()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        const std::string serve = protocol::render(protocol::ServeCommand{hash()});
        QCOMPARE(run(simulator.port(0), serve).code, 3);
        QCOMPARE(upload(simulator.port(0)).out, QByteArray::fromStdString("STORED " + hash() + '\n'));
        const Said said = run(simulator.port(0), serve,
            QByteArray::fromStdString(
                protocol::requestLine(1, verb::kInventory, protocol::encode(protocol::InventoryRequest{})) + '\n'));
        QCOMPARE(said.code, 0);
        const auto lines = said.out.split('\n');
        const auto answer = protocol::decodeLine(lines.at(1).toStdString());
        QVERIFY(answer.ok() && answer->id == 1);
        const auto facts = protocol::decode<protocol::InventoryAnswer>(answer->body);
        QVERIFY(facts.ok() && facts->facts.virtualSpark && facts->facts.halves.size() == 4);
    }

    void neighbours_areHeardBetweenTwoConnections()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        std::vector<std::unique_ptr<QProcess>> agents;
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(upload(simulator.port(i)).code, 0);
            agents.push_back(std::make_unique<QProcess>());
            prepare(*agents.back(), simulator.port(i), protocol::render(protocol::ServeCommand{hash()}), "right");
            agents.back()->start();
            protocol::NeighboursRequest request;
            request.runNonce = std::string(32, 'a');
            request.runKey = std::string(64, 'b');
            request.self.value = std::string(32, i == 0 ? 'c' : 'd');
            agents.back()->write(QByteArray::fromStdString(
                protocol::requestLine(1, verb::kNeighbours, protocol::encode(request)) + '\n'));
        }
        for (int i = 0; i < 2; ++i) {
            QByteArray text;
            const QByteArray peer(32, i == 0 ? 'd' : 'c');
            QTRY_VERIFY_WITH_TIMEOUT(
                (text += agents[static_cast<std::size_t>(i)]->readAllStandardOutput()).contains(peer), kPatienceMs);
        }
        for (auto &agent : agents) {
            agent->closeWriteChannel();
            QVERIFY(agent->waitForFinished(kPatienceMs));
            QCOMPARE(agent->exitCode(), 0);
        }
    }

    void installedKey_signsIn()
    {
        QProcess keygen;
        keygen.start(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, path("key")});
        QVERIFY(keygen.waitForFinished(kPatienceMs));
        QFile file(path("key.pub"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList words = file.readAll().split(' ');
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QCOMPARE(upload(simulator.port(0)).code, 0);
        const QStringList byKey = {u"-o"_s, u"BatchMode=yes"_s, u"-i"_s, path("key")};
        const std::string serve = protocol::render(protocol::ServeCommand{hash()});
        QCOMPARE(run(simulator.port(0), "ls", {}, "right", byKey).code, 255);
        const protocol::InstallKeyRequest request{
            (words.at(0) + ' ' + words.at(1)).toStdString(), "sparkloom-app:0123456789abcdef"};
        const Said said = run(simulator.port(0), serve,
            QByteArray::fromStdString(protocol::requestLine(1, verb::kInstallKey, protocol::encode(request)) + '\n'));
        QVERIFY2(said.out.contains("\"changed\":true"), said.out.constData());
        QCOMPARE(run(simulator.port(0), "ls", {}, "right", byKey).code, 127);
        QCOMPARE(run(simulator.port(1), "ls", {}, "right", byKey).code, 255); // only where it was installed
    }

    void rootAgent_startsAfterThePassword()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QCOMPARE(upload(simulator.port(0)).code, 0);
        const std::string prompt(32, 'e');
        const std::string command = protocol::render(protocol::PrivilegedCommand{hash(), kNonce, prompt});
        QProcess ssh;
        prepare(ssh, simulator.port(0), command, "right");
        ssh.start();
        QByteArray errors, output;
        QTRY_VERIFY_WITH_TIMEOUT(
            (errors += ssh.readAllStandardError()).contains(QByteArray::fromStdString(prompt)), kPatienceMs);
        ssh.write("spark\n");
        QTRY_VERIFY_WITH_TIMEOUT((output += ssh.readAllStandardOutput()).contains("\"root\""), kPatienceMs);
        QVERIFY(output.startsWith(QByteArray::fromStdString("OK-" + kNonce + '\n')));
        ssh.closeWriteChannel();
        QVERIFY(ssh.waitForFinished(kPatienceMs));
        QCOMPARE(ssh.exitCode(), 0);
        const Said wrong = run(simulator.port(0), command, "guess\nguess\nguess\n");
        QCOMPARE(wrong.code, 1);
        QCOMPARE(wrong.err.count(QByteArray::fromStdString(prompt)), 3);
        QVERIFY(wrong.out.isEmpty());
    }

    void bigUpload_arrivesWhole()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QByteArray big(6 * 1024 * 1024, '\0');
        for (qsizetype i = 0; i < big.size(); ++i)
            big[i] = static_cast<char>(i * 31 + i / 251);
        const std::string sum =
            base::sha256Hex(std::string_view(big.constData(), static_cast<std::size_t>(big.size())));
        const Said said = run(simulator.port(0), protocol::render(protocol::UploadCommand{sum}), big);
        QCOMPARE(said.code, 0);
        QCOMPARE(run(simulator.port(0), protocol::render(protocol::UploadCommand{sum}), big.left(1000)).code, 3);
    }

    void killedClient_leavesTheSimulatorWell()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QCOMPARE(upload(simulator.port(0)).code, 0);
        QProcess ssh;
        prepare(ssh, simulator.port(0), protocol::render(protocol::ServeCommand{hash()}), "right");
        ssh.start();
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += ssh.readAllStandardOutput()).contains("hello"), kPatienceMs);
        ssh.kill();
        QVERIFY(ssh.waitForFinished(kPatienceMs));
        QCOMPARE(run(simulator.port(0), "ls").code, 127);
    }

    void control_plugsAndTellsTheState()
    {
        Simulator simulator({u"--scenario"_s, u"sealed-pair"_s});
        QVERIFY(!simulator.ask(R"({"id":1,"do":"state"})")
                     .value(u"sparks"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"nic"_s)
                     .toBool());
        QVERIFY(
            simulator.ask(R"({"id":2,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":1}})")
                .value(u"ok"_s)
                .toBool());
        const QJsonObject twice =
            simulator.ask(R"({"id":3,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":0}})");
        QVERIFY(!twice.value(u"ok"_s).toBool() && twice.value(u"reason"_s).toString().contains(u"spark-a"));
        const auto lit = [&simulator] {
            int count = 0;
            const auto sparks = simulator.ask(R"({"id":4,"do":"state"})").value(u"sparks"_s).toArray();
            for (const auto &spark : sparks)
                for (const auto &half : spark.toObject().value(u"halves"_s).toArray())
                    count += half.toObject().value(u"carrier"_s).toBool();
            return count;
        };
        QTRY_COMPARE_WITH_TIMEOUT(lit(), 4, kPatienceMs);
        for (const char *nonsense :
            {"{", "[]", R"({"id":5})", R"({"id":5,"do":"plug"})", R"({"id":5,"do":"plug","a":1,"b":2})"})
            QVERIFY(!simulator.ask(nonsense).value(u"ok"_s).toBool(true));
        QVERIFY(simulator.ask(R"({"id":6,"do":"stop"})").value(u"ok"_s).toBool());
        QVERIFY(simulator.process.waitForFinished(kPatienceMs));
        QCOMPARE(simulator.process.exitCode(), 0);
    }

    void sameSeed_sameMachines()
    {
        const auto macs = [](const QString &seed) {
            Simulator simulator({u"--scenario"_s, u"ring"_s, u"--seed"_s, seed});
            QStringList list;
            for (const auto &spark : simulator.ask(R"({"id":1,"do":"state"})").value(u"sparks"_s).toArray())
                for (const auto &half : spark.toObject().value(u"halves"_s).toArray())
                    list << half.toObject().value(u"mac"_s).toString();
            return list;
        };
        QCOMPARE(macs(u"5"_s).size(), 12);
        QCOMPARE(macs(u"5"_s), macs(u"5"_s));
        QVERIFY(macs(u"5"_s) != macs(u"6"_s));
    }

    void onlyLoopback_isListenedOn()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QFile table(u"/proc/%1/net/tcp"_s.arg(simulator.process.processId()));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray text = table.readAll();
        const QByteArray port = QByteArray::number(simulator.port(0), 16).toUpper().rightJustified(4, '0');
        QVERIFY(text.contains("0100007F:" + port + " 00000000:0000 0A"));
        QVERIFY(!text.contains("00000000:" + port + " 00000000:0000 0A"));
    }

    void endOfInput_endsIt()
    {
        Simulator simulator({u"--scenario"_s, u"pair"_s});
        QProcess ssh; // a connection that just sits there
        QCOMPARE(upload(simulator.port(0)).code, 0);
        prepare(ssh, simulator.port(0), protocol::render(protocol::ServeCommand{hash()}), "right");
        ssh.start();
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += ssh.readAllStandardOutput()).contains("hello"), kPatienceMs);
        simulator.process.closeWriteChannel();
        QVERIFY(simulator.process.waitForFinished(kPatienceMs));
        QCOMPARE(simulator.process.exitCode(), 0);
        QVERIFY(ssh.waitForFinished(kPatienceMs));
    }

    void killedParent_takesItAlong()
    {
        const QString pipe = path("pipe");
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        // The simulator inherits a writing end of its own stdin, so that only the parent's death can end it.
        QProcess parent;
        parent.start(u"/bin/sh"_s,
            {u"-c"_s, u"exec 9<>\"$1\"; \"$2\" --scenario pair <\"$1\" >&2 & echo $!; wait"_s, u"sh"_s, pipe,
                simulatorPath()});
        QByteArray output, errors;
        QTRY_VERIFY_WITH_TIMEOUT((output += parent.readAllStandardOutput()).contains('\n'), kPatienceMs);
        const qint64 child = output.trimmed().toLongLong();
        QTRY_VERIFY_WITH_TIMEOUT((errors += parent.readAllStandardError()).contains('\n'), kPatienceMs);
        QVERIFY(child > 1 && !isGone(child));
        parent.kill();
        QVERIFY(parent.waitForFinished(kPatienceMs));
        QTRY_VERIFY_WITH_TIMEOUT(isGone(child), kPatienceMs);
    }

    void wrongArguments_exitWith2()
    {
        for (const QStringList &arguments :
            {QStringList{u"--scenario"_s, u"none"_s}, {u"--speed"_s, u"x"_s}, {u"--what"_s}}) {
            QProcess process;
            process.start(simulatorPath(), arguments);
            QVERIFY(process.waitForFinished(kPatienceMs));
            QCOMPARE(process.exitCode(), 2);
            QVERIFY(process.readAllStandardError().startsWith("sparkloom-sim: "));
        }
    }
};

QTEST_GUILESS_MAIN(TestVirtualSsh)
#include "tst_virtual_ssh.moc"
