// SPDX-License-Identifier: GPL-3.0-or-later
// The Spark's own key for reaching the others: made once, and made anew where its halves do not make one working key.
#include "agent/clusterkey.h"
#include "agent/privatekey.h"
#include "base/base64.h"
#include "domain/plan/sshtrust.h"
#include "harness.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom;
using namespace sparkloom::test;

namespace {

const std::string kPath = "/home/nvidia/.ssh/sparkloom_cluster";
const std::string kOther = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/";

std::string number(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

std::string text(const std::string &bytes)
{
    return number(static_cast<std::uint32_t>(bytes.size())) + bytes;
}

// The fields of OpenSSH's form of an ed25519 key, to be spoiled one by one.
struct KeyFile {
    std::string magic = std::string("openssh-key-v1") + '\0';
    std::string cipher = "none", derivation = "none", options, type = "ssh-ed25519", comment = "sparkloom@spark-a";
    std::uint32_t keys = 1, first = 7, second = 7;
    std::string open = bytes(0), inside = bytes(0), secret = bytes(64) + bytes(0), filling, after;

    static std::string bytes(int from)
    {
        std::string made(32, '\0');
        std::iota(made.begin(), made.end(), static_cast<char>(from));
        return made;
    }
    std::string render() const
    {
        std::string part = number(first) + number(second) + text(type) + text(inside) + text(secret) + text(comment);
        if (filling.empty())
            for (char c = 1; part.size() % 8 != 0; ++c)
                part += c;
        const std::string whole = magic + text(cipher) + text(derivation) + text(options) + number(keys)
            + text(text(type) + text(open)) + text(part + filling) + after;
        const std::string digits = base::toBase64(whole);
        std::string file = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
        for (std::size_t at = 0; at < digits.size(); at += 70)
            file += digits.substr(at, 70) + '\n';
        return file + "-----END OPENSSH PRIVATE KEY-----\n";
    }
};

const std::string kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

std::string withoutLine(const std::string &file, qsizetype line)
{
    QStringList lines = QString::fromStdString(file).split(u'\n');
    lines.removeAt(line);
    return lines.join(u'\n').toStdString();
}

// ssh-keygen as this test wants it, and how often it ran.
void giveKeygen(FakeSystem &system)
{
    system.processes().answer = [&system](const std::vector<std::string> &argv) {
        if (argv != keygenCommand("spark-a", kPath) || system.files().exists(kPath)
            || system.files().exists(kPath + ".pub"))
            return ProcessResult{1, {}, "unexpected command"};
        system.files().put(kPath, KeyFile().render(), 0600);
        system.files().put(kPath + ".pub", kKey + " sparkloom@spark-a\n", 0644);
        return ProcessResult{0, {}, {}};
    };
}

} // namespace

class TestAgentClusterKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnceAndByExactlyOneCommand()
    {
        FakeSystem system;
        giveKeygen(system);
        Harness harness(system);
        auto answer = protocol::decode<protocol::ClusterKeyAnswer>(harness.ask(protocol::verb::kClusterKey).body);
        QVERIFY(answer.ok() && answer->created);
        QCOMPARE(answer->publicKey, kKey);
        answer = protocol::decode<protocol::ClusterKeyAnswer>(harness.ask(protocol::verb::kClusterKey).body);
        QVERIFY(answer.ok() && !answer->created);
        QCOMPARE(system.processes().started.size(), std::size_t(1));
        for (const std::string &line : harness.lines)
            QVERIFY(line.find("PRIVATE") == std::string::npos);
    }

    void failureIsTold()
    {
        FakeSystem system;
        system.processes().answer = [](const auto &) { return ProcessResult{1, {}, "No space left on device"}; };
        Harness harness(system);
        const auto answer = harness.ask(protocol::verb::kClusterKey);
        QCOMPARE(answer.error->message.id, std::string("remote.cluster-key-failed"));
        QCOMPARE(answer.error->detail, std::string("No space left on device"));
    }

    void halvesThatMakeNoWorkingKey_areMadeAnew_data()
    {
        QTest::addColumn<QString>("privateHalf");
        QTest::addColumn<QString>("publicHalf");
        QTest::addColumn<uint>("mode");
        const QString sound = QString::fromStdString(KeyFile().render());
        const QString fitting = QString::fromStdString(kKey);
        QTest::newRow("no private half") << QString() << fitting << 0600u;
        QTest::newRow("no public half") << sound << QString() << 0600u;
        QTest::newRow("another public half") << sound << QString::fromStdString(kOther) << 0600u;
        QTest::newRow("damaged public half") << sound << fitting.chopped(4) << 0600u;
        QTest::newRow("private half open to others") << sound << fitting << 0644u;
        for (qsizetype line = 0; line < sound.count(u'\n'); ++line)
            QTest::addRow("private half without line %d", int(line))
                << QString::fromStdString(withoutLine(sound.toStdString(), line)) << fitting << 0600u;
    }

    void halvesThatMakeNoWorkingKey_areMadeAnew()
    {
        QFETCH(QString, privateHalf);
        QFETCH(QString, publicHalf);
        QFETCH(uint, mode);
        FakeSystem system;
        giveKeygen(system);
        if (!privateHalf.isEmpty())
            system.files().put(kPath, privateHalf.toStdString(), mode);
        if (!publicHalf.isEmpty())
            system.files().put(kPath + ".pub", publicHalf.toStdString(), 0644);
        system.files().nodes["/home/nvidia/.ssh"].info.mode = 0700;
        addHalves(system);
        Harness harness(system);
        const auto facts = [&harness] {
            const auto answer = protocol::decode<protocol::InventoryAnswer>(
                harness.ask(protocol::verb::kInventory, protocol::encode(protocol::InventoryRequest{})).body);
            return answer ? answer->facts.clusterPublicKey : std::string("no answer");
        };
        QCOMPARE(facts(), std::string());
        const auto made = protocol::decode<protocol::ClusterKeyAnswer>(harness.ask(protocol::verb::kClusterKey).body);
        QVERIFY(made.ok() && made->created);
        QCOMPARE(made->publicKey, kKey);
        QCOMPARE(facts(), kKey);
    }

    void privateHalf_ofAnyOtherFormIsNone_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char *name, auto &&spoil) {
            KeyFile file;
            spoil(file);
            QTest::newRow(name) << QByteArray::fromStdString(file.render());
        };
        row("magic", [](KeyFile &file) { file.magic[13] = '2'; });
        row("locked", [](KeyFile &file) { file.cipher = "aes256-ctr"; });
        row("derivation", [](KeyFile &file) { file.derivation = "bcrypt"; });
        row("options", [](KeyFile &file) { file.options = "x"; });
        row("no key", [](KeyFile &file) { file.keys = 0; });
        row("two keys", [](KeyFile &file) { file.keys = 2; });
        row("type", [](KeyFile &file) { file.type = "ssh-ed25518"; });
        row("wrong passphrase", [](KeyFile &file) { file.second = 8; });
        row("other key inside", [](KeyFile &file) { file.inside = KeyFile::bytes(32); });
        row("other key outside", [](KeyFile &file) { file.open = KeyFile::bytes(32); });
        row("other key in the secret", [](KeyFile &file) { file.secret = KeyFile::bytes(64) + KeyFile::bytes(32); });
        row("short secret", [](KeyFile &file) { file.secret = KeyFile::bytes(0); });
        row("short key", [](KeyFile &file) { file.open = file.inside = std::string(31, 'a'); });
        row("filling", [](KeyFile &file) { file.filling = std::string(6, '\1'); });
        row("long filling", [](KeyFile &file) {
            file.comment = "12345"; // nothing would be missing
            file.filling = "\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20";
        });
        row("something after", [](KeyFile &file) { file.after = "x"; });
        row("too long", [](KeyFile &file) { file.comment = std::string(4096, 'a'); });
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("frame only") << QByteArray(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----\n");
        QTest::newRow("other form") << QByteArray("-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n");
    }

    void privateHalf_ofAnyOtherFormIsNone()
    {
        QFETCH(QByteArray, file);
        QCOMPARE(publicHalfOf(KeyFile().render()), kKey);
        QVERIFY(!publicHalfOf(file.toStdString()));
    }

    void privateHalf_isReadAsSshKeygenWritesIt()
    {
        const QString keygen = QStandardPaths::findExecutable(u"ssh-keygen"_s);
        if (keygen.isEmpty())
            QSKIP("ssh-keygen is not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        for (const char *host : {"a", "spark-7f3a", "a-host-name-of-some-length"}) { // each fills another rest
            for (const QString &half : {path, path + u".pub"_s})
                QFile::remove(half);
            const std::vector<std::string> argv = keygenCommand(host, path.toStdString());
            QStringList arguments;
            for (std::size_t i = 1; i < argv.size(); ++i)
                arguments << QString::fromStdString(argv[i]);
            QCOMPARE(QProcess::execute(keygen, arguments), 0);
            QFile secret(path), open(path + u".pub"_s);
            QVERIFY(secret.open(QIODevice::ReadOnly) && open.open(QIODevice::ReadOnly));
            const auto expected = domain::canonicalPublicKey(open.readAll().toStdString());
            QVERIFY(expected.has_value());
            QCOMPARE(publicHalfOf(secret.readAll().toStdString()), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestAgentClusterKey)
#include "tst_agent_clusterkey.moc"
