// SPDX-License-Identifier: GPL-3.0-or-later
// Two computers and one ring of virtual Sparks that outlives them: a second owner takes the cluster over, and a Spark
// is replaced by another machine that answers at its address with another host key.
#include <QTest>

#include "../support/cutproxy.h"
#include "../support/sample.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using sparkloom::test::CutProxies;
using sparkloom::test::isFull;

namespace {

constexpr int kPatienceMs = 120'000;
const QString kScenario = u"ring4"_s;

QString program(const char *name)
{
    return qEnvironmentVariable("SPARKLOOM_BIN_DIR") + u'/' + QLatin1StringView(name);
}

// Takes the simulator's place for one computer: it names the Sparks, which live longer.
const QByteArray kScript = "#!/bin/sh\ncat \"${0%/*}/first\"\nexec cat > /dev/null\n";

QByteArray textOf(const QJsonObject &document)
{
    return QJsonDocument(document).toJson();
}

} // namespace

// A computer of an owner: a home folder, and a shell of sparkloomctl in it.
class Computer {
public:
    explicit Computer(const QByteArray &sparks)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        for (const QString &name : {u"CONFIG"_s, u"DATA"_s, u"STATE"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(name), m_folder.filePath(name.toLower()));
        environment.remove(u"SSH_AUTH_SOCK"_s);
        environment.insert(u"TMPDIR"_s, m_folder.path());
        environment.insert(u"SPARKLOOM_BIN_DIR"_s, m_folder.path());
        write(u"first"_s, sparks + '\n');
        write(u"sparkloom-sim"_s, kScript);
        m_shell.setProcessEnvironment(environment);
        m_shell.start(program("sparkloomctl"), {u"--virtual"_s, kScenario, u"--yes"_s, u"--json"_s, u"shell"_s});
    }
    ~Computer()
    {
        m_shell.closeWriteChannel();
        if (!m_shell.waitForFinished(kPatienceMs))
            m_shell.kill();
    }

    // The document of one command; empty when none came.
    QJsonObject run(const QByteArray &command)
    {
        QByteArray said;
        m_shell.write(command + '\n');
        const auto ended = [&] {
            said += m_shell.readAllStandardOutput();
            return said.startsWith("}\n") || said.contains("\n}\n");
        };
        return QTest::qWaitFor(ended, kPatienceMs) ? QJsonDocument::fromJson(said).object() : QJsonObject();
    }

    // How often a word of commit was said in the changes of this cluster.
    int commits() const
    {
        QDirIterator files(
            m_folder.path(), {u"journal.jsonl"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        if (!files.hasNext())
            return 0;
        QFile journal(files.next());
        return journal.open(QIODevice::ReadOnly) ? int(journal.readAll().count("\"step\":\"commit\"")) : 0;
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("the stand-in of the simulator cannot be written");
    }

    QTemporaryDir m_folder;
    QProcess m_shell;
};

class TestVirtualMembership : public QObject {
    Q_OBJECT

    std::unique_ptr<QProcess> m_simulator;
    std::unique_ptr<CutProxies> m_proxies;
    QJsonArray m_sparks;    // as the simulator announced them
    QList<quint16> m_ports; // of the proxies, same order
    int m_lastId = 0;

    QJsonObject ask(QJsonObject request)
    {
        request[u"id"_s] = ++m_lastId;
        m_simulator->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
        QJsonObject answer;
        const auto came = [&] {
            while (answer.isEmpty() && m_simulator->canReadLine())
                if (const QJsonObject line = QJsonDocument::fromJson(m_simulator->readLine()).object();
                    line[u"id"_s].toInt() == m_lastId)
                    answer = line;
            return !answer.isEmpty();
        };
        return QTest::qWaitFor(came, kPatienceMs) ? answer : QJsonObject();
    }

    static QJsonObject socket(int spark, int cage)
    {
        return {{u"spark"_s, u"spark-"_s + QLatin1Char(char('a' + spark))}, {u"cage"_s, cage}};
    }
    void plug(int a, int cageA, int b, int cageB)
    {
        QVERIFY(ask({{u"do"_s, u"plug"_s}, {u"a"_s, socket(a, cageA)}, {u"b"_s, socket(b, cageB)}})[u"ok"_s].toBool());
    }
    void unplug(int a, int cage)
    {
        QVERIFY(ask({{u"do"_s, u"unplug"_s}, {u"a"_s, socket(a, cage)}})[u"ok"_s].toBool());
    }

    QStringList snapshot(const QString &only = {})
    {
        QStringList lines;
        for (const QJsonValue spark : ask({{u"do"_s, u"snapshot"_s}})[u"sparks"_s].toArray())
            if (only.isEmpty() || spark[u"name"_s].toString() == only)
                for (const QJsonValue line : spark[u"lines"_s].toArray())
                    lines << spark[u"name"_s].toString() + u": "_s + line.toString();
        return lines;
    }

    // The first three as one computer sees them, through the proxies.
    QByteArray threeSparks() const
    {
        QJsonArray sparks;
        for (int i = 0; i < 3; ++i) {
            QJsonObject spark = m_sparks[i].toObject();
            spark[u"port"_s] = m_ports[i];
            sparks << spark;
        }
        return QJsonDocument(QJsonObject{{u"sparkloom-sim"_s, 1}, {u"scenario"_s, kScenario}, {u"seed"_s, 1},
                                 {u"speed"_s, 20}, {u"sparks"_s, sparks}})
            .toJson(QJsonDocument::Compact);
    }

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<QProcess>();
        m_proxies = std::make_unique<CutProxies>();
        m_ports.clear();
        const QString architecture = QSysInfo::buildCpuArchitecture() == u"arm64" ? u"aarch64"_s : u"x86_64"_s;
        m_simulator->start(program("sparkloom-sim"),
            {u"--scenario"_s, kScenario, u"--speed"_s, u"20"_s, u"--architecture"_s, architecture});
        QVERIFY(QTest::qWaitFor([this] { return m_simulator->canReadLine(); }, kPatienceMs));
        m_sparks = QJsonDocument::fromJson(m_simulator->readLine()).object()[u"sparks"_s].toArray();
        QCOMPARE(m_sparks.size(), 4);
        for (const QJsonValue spark : m_sparks)
            m_ports << m_proxies->add(quint16(spark[u"port"_s].toInt()));
        // A ring of the first three; the fourth stands beside it without a cable.
        unplug(3, 0);
        unplug(3, 1);
        plug(2, 0, 0, 1);
    }

    void cleanup()
    {
        m_simulator->closeWriteChannel();
        QVERIFY(m_simulator->waitForFinished(kPatienceMs));
        m_proxies.reset();
        m_simulator.reset();
    }

    // Nothing but its own key, and the helper program if that were another version.
    void secondComputer_adopts_andChangesNothingButItsKey()
    {
        Computer first(threeSparks());
        const QJsonObject setUp = first.run("setup");
        QVERIFY2(setUp[u"exitCode"_s].toInt(-1) == 0, textOf(setUp));
        const QStringList before = snapshot();
        Computer second(threeSparks());
        const QJsonObject adopted = second.run("adopt");
        QVERIFY2(adopted[u"exitCode"_s].toInt(-1) == 0, textOf(adopted));
        QCOMPARE(adopted[u"cluster"_s][u"id"_s].toString(), setUp[u"plan"_s][u"clusterId"_s].toString());
        const QStringList after = snapshot();
        static const QRegularExpression keys(u"/home/[^ ]*/\\.ssh/authorized_keys"_s);
        for (const QString &line : after)
            QVERIFY2(before.contains(line) || line.contains(keys), qPrintable(line));
        QCOMPARE(after.filter(u"half "_s), before.filter(u"half "_s));
        // Both plan the same from then on.
        const QJsonObject mine = first.run("plan"), theirs = second.run("plan");
        QVERIFY(!mine[u"plan"_s][u"changes"_s].toBool(true));
        QCOMPARE(theirs[u"plan"_s].toObject(), mine[u"plan"_s].toObject());
        const QJsonObject again = second.run("setup");
        QCOMPARE(again[u"outcome"_s].toString(), u"nothing-to-do"_s);
        QCOMPARE(snapshot(), after);
    }

    // The others are told to keep their new settings when one of them is cut off and the one that leaves dies.
    void leaveThatIsCutOff_isSettledWithoutTheSparkThatDied_data()
    {
        QTest::addColumn<bool>("finishes");
        QTest::newRow("finish") << true;
        if (isFull())
            QTest::newRow("revert") << false;
    }

    void leaveThatIsCutOff_isSettledWithoutTheSparkThatDied()
    {
        QFETCH(bool, finishes);
        Computer computer(threeSparks());
        const QJsonObject setUp = computer.run("setup");
        QVERIFY2(setUp[u"exitCode"_s].toInt(-1) == 0, textOf(setUp));
        const auto halves = [this](const QString &spark) { return snapshot(spark).filter(u"half "_s); };
        const QStringList before = halves(u"spark-a"_s) + halves(u"spark-b"_s);
        const int said = computer.commits();
        m_proxies->closeWhen(m_ports[1], [&] {
            if (computer.commits() == said)
                return false;
            m_proxies->close(m_ports[2]);
            return true;
        });
        const QJsonObject left = computer.run("leave spark-c --timer 20");
        QVERIFY2(left[u"outcome"_s].toString() == u"half-applied"_s, textOf(left));
        QVERIFY2(left[u"exitCode"_s].toInt() == 4, textOf(left)); // unreachable: nobody cancelled it
        m_proxies->lead(m_ports[1], quint16(m_sparks[1][u"port"_s].toInt()));
        const QStringList dead = snapshot(u"spark-c"_s);

        const QByteArray way = finishes ? "finish" : "revert";
        QCOMPARE(computer.run("leave spark-c --gone")[u"exitCode"_s].toInt(), 5); // one thing after the other
        const QJsonObject waits = computer.run(way);
        QVERIFY2(waits[u"exitCode"_s].toInt(-1) > 0, textOf(waits));
        QCOMPARE(computer.run(way + " --without nobody")[u"exitCode"_s].toInt(), 2);
        const QJsonObject settled = computer.run(way + " --without spark-c");
        QVERIFY2(settled[u"exitCode"_s].toInt(-1) == 0, textOf(settled));
        QCOMPARE(settled[u"without"_s].toArray(), QJsonArray{u"spark-c"_s});
        QCOMPARE(snapshot(u"spark-c"_s), dead);
        if (!finishes) {
            QCOMPARE(halves(u"spark-a"_s) + halves(u"spark-b"_s), before);
            const QJsonObject gone = computer.run("leave spark-c --gone");
            QVERIFY2(gone[u"exitCode"_s].toInt(-1) == 0, textOf(gone));
        }
        const QJsonObject proven = computer.run("verify");
        QVERIFY2(proven[u"report"_s][u"passed"_s].toBool(), textOf(proven));
        QCOMPARE(computer.run("setup")[u"outcome"_s].toString(), u"nothing-to-do"_s);
        static const QRegularExpression leftBehind(u"^spark-[ab]: (timer |.*sparkloom/lock)"_s);
        QVERIFY(snapshot().filter(leftBehind).isEmpty());
    }

    void replacedSpark_isRefusedUntilItIsSaid_thenTakesTheOldAddresses()
    {
        Computer computer(threeSparks());
        const QJsonObject setUp = computer.run("setup");
        QVERIFY2(setUp[u"exitCode"_s].toInt(-1) == 0, textOf(setUp));
        const QStringList halvesBefore = snapshot(u"spark-c"_s).filter(u"half "_s);
        const QStringList others =
            snapshot(u"spark-a"_s).filter(u"half "_s) + snapshot(u"spark-b"_s).filter(u"half "_s);
        const QByteArray oldKey = m_sparks[2][u"fingerprint"_s].toString().toUtf8();
        const QByteArray newKey = m_sparks[3][u"fingerprint"_s].toString().toUtf8();

        // The box is carried away; another one gets its plugs, and answers at its address.
        unplug(2, 0);
        unplug(2, 1);
        plug(1, 0, 3, 1);
        plug(3, 0, 0, 1);
        m_proxies->lead(m_ports[2], quint16(m_sparks[3][u"port"_s].toInt()));
        const QJsonObject refused = computer.run("setup");
        QCOMPARE(refused[u"exitCode"_s].toInt(), 5);
        const QJsonObject unnamed = computer.run("replace spark-c");
        QCOMPARE(unnamed[u"exitCode"_s].toInt(), 5);
        QCOMPARE(unnamed[u"error"_s][u"id"_s].toString(), u"cli.replace-needs-hostkey"_s);
        const QJsonObject wrong = computer.run("replace spark-c --hostkey spark-c=" + oldKey);
        QCOMPARE(wrong[u"exitCode"_s].toInt(), 5);

        const QJsonObject replaced = computer.run("replace spark-c --hostkey spark-c=" + newKey);
        QVERIFY2(replaced[u"exitCode"_s].toInt(-1) == 0, textOf(replaced));
        QVERIFY(replaced[u"report"_s][u"passed"_s].toBool());
        QCOMPARE(replaced[u"plan"_s][u"clusterId"_s].toString(), setUp[u"plan"_s][u"clusterId"_s].toString());
        const auto withoutName = [](QStringList lines) {
            return lines.replaceInStrings(QRegularExpression(u"^spark-[a-d]: "_s), QString());
        };
        QCOMPARE(withoutName(snapshot(u"spark-d"_s).filter(u"half "_s)), withoutName(halvesBefore));
        QCOMPARE(snapshot(u"spark-a"_s).filter(u"half "_s) + snapshot(u"spark-b"_s).filter(u"half "_s), others);
        // Nobody lets the old one in any more: one key for each of the two others, and this computer's own.
        const QJsonObject status = computer.run("status");
        QCOMPARE(status[u"exitCode"_s].toInt(), 0);
        const QJsonObject again = computer.run("setup");
        QCOMPARE(again[u"outcome"_s].toString(), u"nothing-to-do"_s);
    }
};

QTEST_GUILESS_MAIN(TestVirtualMembership)
#include "tst_virtual_membership.moc"
