// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

#include "domain/plan/authorizedkeys.h"
#include "domain/plan/sshtrust.h"
#endif

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

const std::string kTag = "sparkloom:0123456789abcdef";
const std::string kAppTag = "sparkloom-app:42";

std::string line(int number, const std::string &tag)
{
    return "from=\"10.0.0.0/8\",no-port-forwarding " + publicKey(number) + ' ' + tag;
}

// Lines as people and tools leave them, with every kind of line end.
std::string foreignFile(Dice &dice)
{
    static const std::vector<std::string> kLines = {"# comment", "", "   ",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 me@laptop",
        "command=\"echo \\\"hi there\\\"\",no-pty ssh-ed25519 "
        "AAAAC3NzaC1lZDI1NTE5AAAAIGxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx x",
        "garbage here", "# sparkloom:0123456789abcdef",
        "restrict,from=\"a b\" ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY= k", "\xff\xfe binary \x01",
        "ssh-ed25519 tooshort sparkloom:0123456789abcdef", "sparkloom:0123456789abcdef"};
    std::string text;
    for (int i = dice.below(8); i > 0; --i)
        text += kLines[static_cast<std::size_t>(dice.below(static_cast<int>(kLines.size())))]
            + (dice.chance(25) ? "\r\n" : "\n");
    if (dice.chance(40))
        text += kLines[static_cast<std::size_t>(dice.below(static_cast<int>(kLines.size())))];
    return text;
}

} // namespace

class TestAuthorizedKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsing_data();
    void parsing();
    void addingAndRemovingGivesBackEveryByte();
    void twoOwnersDoNotMeet();
    void addingTwiceChangesNothing();
    void linesAreReplaced();
    void knownKeyIsNotAddedAgain();
    void onlyTaggedKeyLinesGo();
    void canonicalKeys_data();
    void canonicalKeys();
    void sshKeygenReadsOurLines();
};

void TestAuthorizedKeys::parsing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("comment"); // "-" where it is no key line
    const QByteArray key = QByteArray::fromStdString(publicKey(1));
    QTest::newRow("plain") << key << QByteArray();
    QTest::newRow("comment") << key + "  me@laptop and more " << QByteArray("me@laptop and more");
    QTest::newRow("blanks before") << "  \t" + key + " c" << QByteArray("c");
    QTest::newRow("options") << "no-pty,command=\"a b \\\" c\" " + key + " c" << QByteArray("c");
    QTest::newRow("comment line") << "# " + key << QByteArray("-");
    QTest::newRow("blank") << QByteArray("   ") << QByteArray("-");
    QTest::newRow("words") << QByteArray("hello world foo") << QByteArray("-");
    QTest::newRow("open quote") << "command=\"a " + key << QByteArray("-");
    QTest::newRow("options only") << QByteArray("no-pty") << QByteArray("-");
}

void TestAuthorizedKeys::parsing()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, comment);
    const std::string text = line.toStdString();
    const auto parsed = parseAuthorizedLine(text);
    QCOMPARE(
        parsed ? QByteArray(parsed->comment.data(), static_cast<qsizetype>(parsed->comment.size())) : QByteArray("-"),
        comment);
    if (parsed)
        QCOMPARE("ssh-ed25519 " + std::string(parsed->blob), publicKey(1));
}

void TestAuthorizedKeys::addingAndRemovingGivesBackEveryByte()
{
    Dice dice(1);
    for (int round = 0; round < 2000; ++round) {
        const std::string file = foreignFile(dice);
        std::vector<std::string> lines;
        for (int i = 1 + dice.below(3); i > 0; --i)
            lines.push_back(line(i, kTag));
        const std::string with = withAuthorizedLines(file, lines, kTag);
        QVERIFY(with.starts_with(file));
        for (const std::string &each : lines)
            QVERIFY(hasAuthorizedKey(with, each) && with.find(each) != std::string::npos);
        QCOMPARE(withoutAuthorizedTag(with, kTag), file);
        QCOMPARE(withoutAuthorizedTag(file, kTag), file);
    }
}

// The application's key and the cluster's lines come and go in any order.
void TestAuthorizedKeys::twoOwnersDoNotMeet()
{
    Dice dice(2);
    for (int round = 0; round < 1000; ++round) {
        const std::string original = foreignFile(dice);
        std::string file = original;
        for (int step = 0; step < 8; ++step) {
            const bool app = dice.chance(50);
            const std::string &tag = app ? kAppTag : kTag;
            if (dice.chance(60)) {
                const std::vector<std::string> lines = {line(app ? 50 : dice.below(3), tag)};
                file = withAuthorizedLines(file, lines, tag);
            } else {
                file = withoutAuthorizedTag(file, tag);
            }
        }
        const bool appFirst = dice.chance(50);
        file = withoutAuthorizedTag(withoutAuthorizedTag(file, appFirst ? kAppTag : kTag), appFirst ? kTag : kAppTag);
        QCOMPARE(file, original);
    }
}

void TestAuthorizedKeys::addingTwiceChangesNothing()
{
    Dice dice(3);
    for (int round = 0; round < 500; ++round) {
        const std::vector<std::string> lines = {line(1, kTag), line(2, kTag)};
        const std::string once = withAuthorizedLines(foreignFile(dice), lines, kTag);
        QCOMPARE(withAuthorizedLines(once, lines, kTag), once);
    }
}

void TestAuthorizedKeys::linesAreReplaced()
{
    const std::vector<std::string> old = {line(1, kTag), line(2, kTag)}, fresh = {line(2, kTag), line(3, kTag)};
    const std::string file = withAuthorizedLines(withAuthorizedLines("# mine\n", old, kTag), fresh, kTag);
    QCOMPARE(file, "# mine\n" + fresh[0] + '\n' + fresh[1] + '\n');
    QCOMPARE(withAuthorizedLines(file, {}, kTag), std::string("# mine\n"));
}

void TestAuthorizedKeys::knownKeyIsNotAddedAgain()
{
    const std::string file = "no-pty " + publicKey(1) + " me@laptop\n";
    const std::vector<std::string> lines = {line(1, kAppTag)};
    QCOMPARE(withAuthorizedLines(file, lines, kAppTag), file);
    QVERIFY(hasAuthorizedKey(file, publicKey(1)) && !hasAuthorizedKey(file, publicKey(2))
        && !hasAuthorizedKey(file, "nothing"));
    QVERIFY(!hasAuthorizedKey("# " + publicKey(1) + '\n', publicKey(1)));
}

void TestAuthorizedKeys::onlyTaggedKeyLinesGo()
{
    const std::string file = "# sparkloom:0123456789abcdef\n" + publicKey(1) + " sparkloom:0123456789abcdeX\n"
        + publicKey(2) + " x " + kTag + "\nsparkloom:0123456789abcdef\n";
    QCOMPARE(withoutAuthorizedTag(file, kTag), file);
    QCOMPARE(withoutAuthorizedTag(file + publicKey(3) + ' ' + kTag + "\r\n" + file, kTag), file + file);
    QCOMPARE(withoutAuthorizedTag(file, ""), file);
}

void TestAuthorizedKeys::canonicalKeys_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("ok");
    const QByteArray key = QByteArray::fromStdString(publicKey(1));
    QTest::newRow("plain") << key << true;
    QTest::newRow("with comment and line end") << key + " me@laptop\r\n" << true;
    QTest::newRow("with options") << "no-pty " + key << false;
    QTest::newRow("too short") << key.chopped(4) << false;
    QTest::newRow("too long") << key + "AAAA" << false;
    QTest::newRow("other type in the blob")
        << QByteArray(key).replace("AAAAC3NzaC1lZDI1NTE5", "AAAAC3NzaC1lZDI1NTE4") << false;
    QTest::newRow("other type before it") << QByteArray(key).replace("ssh-ed25519", "ssh-rsa") << false;
    QTest::newRow("not base64") << QByteArray(key).replace(key.size() - 1, 1, "*") << false;
    QTest::newRow("two lines") << key + "\n" + key << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestAuthorizedKeys::canonicalKeys()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, ok);
    const auto key = canonicalPublicKey(line.toStdString());
    QCOMPARE(key.has_value(), ok);
    if (key)
        QCOMPARE(*key, publicKey(1));
}

void TestAuthorizedKeys::sshKeygenReadsOurLines()
{
    const QString keygen = QStandardPaths::findExecutable(QStringLiteral("ssh-keygen"));
    if (keygen.isEmpty())
        QSKIP("ssh-keygen is not installed");
    QTemporaryDir folder;
    QFile file(folder.path() + QStringLiteral("/authorized_keys"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SshTrust trust;
    trust.clusterId = "0123456789abcdef";
    trust.allowedFrom = {"10.100.0.0/24", "192.168.77.0/24"};
    for (int i = 0; i < 3; ++i)
        trust.peers.push_back({SparkId{std::to_string(i)}, "nvidia", {"spark-a"}, {}, publicKey(i)});
    file.write(QByteArray::fromStdString(
        withAuthorizedLines("", renderAuthorizedLines(trust), authorizedTag(trust.clusterId))));
    file.close();
    QProcess process;
    process.start(keygen, {QStringLiteral("-lf"), file.fileName()});
    QVERIFY(process.waitForFinished(20000));
    const QByteArray output = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(output.count("(ED25519)"), 3);
    QCOMPARE(output.count("sparkloom:0123456789abcdef"), 3);
}

QTEST_GUILESS_MAIN(TestAuthorizedKeys)
#include "tst_authorizedkeys.moc"
