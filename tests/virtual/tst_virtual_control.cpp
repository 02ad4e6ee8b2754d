// SPDX-License-Identifier: GPL-3.0-or-later
// Control of a running simulator by a second program, and what is left of it when it, or whoever started it, is killed.
#include <QTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstring>
#include <ctime>
#include <limits>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 30000;

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

// What a process has worked until now, in ns of the processor; the most there is for one that is gone.
qint64 workOf(qint64 pid)
{
    clockid_t clock{};
    timespec spent{};
    if (clock_getcpuclockid(static_cast<pid_t>(pid), &clock) != 0 || clock_gettime(clock, &spent) != 0)
        return std::numeric_limits<qint64>::max();
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool listens(int port)
{
    return contentOf("/proc/self/net/tcp")
        .contains("0100007F:" + QByteArray::number(port, 16).toUpper().rightJustified(4, '0') + " 00000000:0000 0A");
}

// A client of the control socket.
class Remote {
public:
    explicit Remote(const QByteArray &name)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path + 1, name.constData() + 1, static_cast<std::size_t>(name.size()) - 1);
        m_descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto size =
            static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(name.size()));
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), size) == 0;
        const timeval patience{kPatienceMs / 1000, 0};
        setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Remote() { ::close(m_descriptor); }
    bool isConnected() const { return m_connected; }
    QJsonObject ask(const QByteArray &line)
    {
        const QByteArray text = line + '\n';
        if (::send(m_descriptor, text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL) != text.size())
            return {};
        while (!m_buffer.contains('\n')) {
            char bytes[4096];
            const ssize_t got = ::recv(m_descriptor, bytes, sizeof bytes, 0);
            if (got <= 0)
                return {};
            m_buffer.append(bytes, got);
        }
        const qsizetype end = m_buffer.indexOf('\n');
        const QByteArray answer = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        return QJsonDocument::fromJson(answer).object();
    }

private:
    int m_descriptor = -1;
    bool m_connected = false;
    QByteArray m_buffer;
};

} // namespace

class TestVirtualControl : public QObject {
    Q_OBJECT

    // Its home, temporary and working folder: what it leaves behind would be there.
    struct Place {
        QTemporaryDir folder;
        void prepare(QProcess &process) const
        {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            for (const char *name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                     "XDG_DATA_HOME", "XDG_STATE_HOME"})
                environment.insert(QString::fromLatin1(name), folder.path());
            process.setProcessEnvironment(environment);
            process.setWorkingDirectory(folder.path());
        }
        QStringList left() const
        {
            return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        }
    };

    static QJsonObject firstLine(QProcess &process)
    {
        while (!process.canReadLine())
            if (!process.waitForReadyRead(kPatienceMs))
                return {};
        return QJsonDocument::fromJson(process.readLine()).object();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFile::exists(simulatorPath()), qPrintable(simulatorPath())); }

    void socket_takesTheSameLines()
    {
        QProcess simulator;
        simulator.start(simulatorPath(), {u"--scenario"_s, u"pair-ready"_s, u"--speed"_s, u"50"_s});
        const QByteArray name = firstLine(simulator)[u"control"_s].toString().toUtf8();
        QVERIFY2(name.startsWith("@sparkloom-sim-"), name.constData());
        Remote remote(name), second(name);
        QVERIFY(remote.isConnected() && second.isConnected());
        QVERIFY(remote.ask(R"({"id":1,"do":"fault","fault":"F-02","place":"spark-b","on":true})")[u"ok"_s].toBool());
        const QJsonArray faults = second.ask(R"({"id":2,"do":"state"})")[u"faults"_s].toArray();
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults[0][u"fault"_s].toString(), u"F-02"_s);
        QCOMPARE(faults[0][u"name"_s].toString(), u"bios-x2"_s);
        QCOMPARE(faults[0][u"place"_s].toString(), u"spark-b"_s);
        QVERIFY(
            remote.ask(R"({"id":3,"do":"fault","fault":"bios-x2","place":"spark-b","on":false})")[u"ok"_s].toBool());
        QVERIFY(remote.ask(R"({"id":4,"do":"slow","a":{"spark":"spark-a","cage":0},"gbps":25})")[u"ok"_s].toBool());
        QVERIFY(remote.ask(R"({"id":5,"do":"unplug","a":{"spark":"spark-a","cage":0}})")[u"ok"_s].toBool());
        const QJsonObject refused = remote.ask(R"({"id":6,"do":"slow","a":{"spark":"spark-a","cage":0},"gbps":25})");
        QVERIFY(!refused[u"ok"_s].toBool(true) && refused[u"id"_s].toInt() == 6);
        for (const char *nonsense :
            {"{", "[]", R"({"id":7})", R"({"id":7,"do":"fault"})", R"({"id":7,"do":"fault","fault":1,"place":[]})",
                R"({"id":7,"do":"slow","a":{"spark":"spark-a","cage":0},"gbps":1e9})", R"({"id":7,"do":["x"]})"})
            QVERIFY2(!remote.ask(nonsense)[u"ok"_s].toBool(true), nonsense);
        QVERIFY(!remote.ask(QByteArray(100'000, 'x'))[u"ok"_s].toBool(true));
        QVERIFY(second.ask(R"({"id":8,"do":"stop"})")[u"ok"_s].toBool());
        QVERIFY(simulator.waitForFinished(kPatienceMs));
        QCOMPARE(simulator.exitCode(), 0);
    }

    void killed_leavesNothing_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("moment");
        for (const QString &moment :
            {u"as it starts"_s, u"when it is up"_s, u"while a cable trains"_s, u"with somebody connected"_s})
            QTest::newRow(qPrintable(moment)) << u"sealed-pair"_s << moment;
        QTest::newRow("while it sets up") << u"star-ready"_s << u"as it starts"_s;
        QTest::newRow("in the middle of a test") << u"pair-ready"_s << u"in the middle of a test"_s;
    }
    void killed_leavesNothing()
    {
        QFETCH(QString, scenario);
        QFETCH(QString, moment);
        const Place place;
        QProcess simulator;
        place.prepare(simulator);
        simulator.start(simulatorPath(), {u"--scenario"_s, scenario});
        QVERIFY(simulator.waitForStarted(kPatienceMs));
        const qint64 pid = simulator.processId();
        QByteArray name;
        int port = 0;
        std::unique_ptr<Remote> remote;
        if (moment != u"as it starts") {
            const QJsonObject first = firstLine(simulator);
            name = first[u"control"_s].toString().toUtf8();
            port = first[u"sparks"_s][0][u"port"_s].toInt();
            QVERIFY(contentOf("/proc/self/net/unix").contains(name) && listens(port));
        }
        if (moment == u"with somebody connected") {
            remote = std::make_unique<Remote>(name);
            QVERIFY(remote->ask(R"({"id":1,"do":"state"})")[u"ok"_s].toBool());
        }
        if (moment == u"while a cable trains") {
            simulator.write(R"({"id":1,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":0}})"
                            "\n");
            QVERIFY(firstLine(simulator)[u"ok"_s].toBool());
        }
        if (moment == u"in the middle of a test") {
            simulator.write(R"({"id":1,"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"seconds":60})"
                            "\n");
            QVERIFY(firstLine(simulator)[u"ok"_s].toBool());
        }
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QVERIFY(simulator.waitForFinished(kPatienceMs));
        QVERIFY(isGone(pid));
        QVERIFY(!contentOf("/proc/self/net/unix").contains("@sparkloom-sim-" + QByteArray::number(pid)));
        QVERIFY(port == 0 || !listens(port));
        QCOMPARE(place.left(), QStringList());
    }

    // At any time: by lot after so much of its own work, from before it has read its scenario until it is up.
    void killedAtAnyTime_leavesNothing()
    {
        std::uint64_t lot = 20261122; // a small generator: the same moments in every run
        qint64 whole[] = {0, 0};      // what starting costs, ns of the processor
        int asItStarts = 0;
        for (int i = 0; i < 26; ++i) {
            lot = lot * 6364136223846793005ULL + 1442695040888963407ULL;
            const Place place;
            QProcess simulator;
            place.prepare(simulator);
            simulator.start(simulatorPath(), {u"--scenario"_s, i % 2 ? u"star-ready"_s : u"pair"_s});
            QVERIFY(simulator.waitForStarted(kPatienceMs));
            const qint64 pid = simulator.processId();
            // The first of each is killed when it is up, and says how much that was.
            const qint64 work = i < 2 ? std::numeric_limits<qint64>::max()
                                      : static_cast<qint64>(lot >> 33) % std::max<qint64>(whole[i % 2], 1);
            while (workOf(pid) < work && !simulator.canReadLine())
                simulator.waitForReadyRead(1);
            if (i < 2)
                whole[i] = workOf(pid);
            asItStarts += simulator.canReadLine() ? 0 : 1;
            QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
            QVERIFY(simulator.waitForFinished(kPatienceMs));
            QVERIFY(isGone(pid));
            QVERIFY(!contentOf("/proc/self/net/unix").contains("@sparkloom-sim-" + QByteArray::number(pid)));
            QCOMPARE(place.left(), QStringList());
        }
        QVERIFY2(asItStarts > 0, "every one was up before");
    }

    // The same of one that is up: requests come one after the other, and it is killed after an answer drawn by lot,
    // with the next request on its way.
    void killedBetweenAnswers_leavesNothing()
    {
        std::uint64_t lot = 20261123;
        for (int i = 0; i < 8; ++i) {
            lot = lot * 6364136223846793005ULL + 1442695040888963407ULL;
            const Place place;
            QProcess simulator;
            place.prepare(simulator);
            simulator.start(simulatorPath(), {u"--scenario"_s, u"pair-ready"_s});
            QVERIFY(simulator.waitForStarted(kPatienceMs));
            const qint64 pid = simulator.processId();
            const int port = firstLine(simulator)[u"sparks"_s][0][u"port"_s].toInt();
            const QByteArrayList requests = {R"({"id":1,"do":"state"})",
                R"({"id":2,"do":"traffic","kind":"rdma","sparks":["spark-a","spark-b"],"seconds":60})",
                R"({"id":3,"do":"unplug","a":{"spark":"spark-a","cage":0}})",
                R"({"id":4,"do":"plug","a":{"spark":"spark-a","cage":0},"b":{"spark":"spark-b","cage":0}})",
                R"({"id":5,"do":"state"})"};
            const auto answers = static_cast<qsizetype>((lot >> 33) % static_cast<std::uint64_t>(requests.size()));
            for (qsizetype answer = 0; answer < answers; ++answer) {
                simulator.write(requests[answer] + '\n');
                QVERIFY2(firstLine(simulator)[u"ok"_s].toBool(), requests[answer].constData());
            }
            simulator.write(requests[answers] + '\n');
            simulator.waitForBytesWritten(kPatienceMs);
            QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
            QVERIFY(simulator.waitForFinished(kPatienceMs));
            QVERIFY(isGone(pid) && !listens(port));
            QVERIFY(!contentOf("/proc/self/net/unix").contains("@sparkloom-sim-" + QByteArray::number(pid)));
            QCOMPARE(place.left(), QStringList());
        }
    }

    void killedStarter_takesItAlong_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<bool>("waitForIt");
        QTest::newRow("up") << u"pair"_s << true;
        QTest::newRow("while it sets up") << u"star-ready"_s << false;
    }
    // A starter that is killed can clean nothing up. (That its death alone is enough is shown in tst_virtual_ssh.)
    void killedStarter_takesItAlong()
    {
        QFETCH(QString, scenario);
        QFETCH(bool, waitForIt);
        const Place place;
        QProcess starter;
        place.prepare(starter);
        starter.start(u"/bin/sh"_s,
            {u"-c"_s, u"exec 3<&0; \"$1\" --scenario \"$2\" <&3 3<&- & echo $!; wait"_s, u"sh"_s, simulatorPath(),
                scenario});
        QByteArray output;
        const int lines = waitForIt ? 2 : 1; // its number, and its first line
        QTRY_VERIFY_WITH_TIMEOUT((output += starter.readAllStandardOutput()).count('\n') >= lines, kPatienceMs);
        qint64 pid = 0;
        for (const QByteArray &line : output.split('\n'))
            if (line.toLongLong() > 1)
                pid = line.toLongLong();
        QVERIFY(pid > 1);
        QVERIFY2(starter.state() == QProcess::Running, starter.readAllStandardError().constData());
        starter.kill();
        QTRY_COMPARE_WITH_TIMEOUT(starter.state(), QProcess::NotRunning, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isGone(pid), kPatienceMs);
        QVERIFY(!contentOf("/proc/self/net/unix").contains("@sparkloom-sim-" + QByteArray::number(pid)));
        QCOMPARE(place.left(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestVirtualControl)
#include "tst_virtual_control.moc"
