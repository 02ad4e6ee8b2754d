// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "fabricfixture.h"

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

SshTrust sample()
{
    SshTrust trust;
    trust.clusterId = "0123456789abcdef";
    trust.peers = {
        {SparkId{"b"}, "nvidia", {"spark-b", "spark-b.local", "192.168.77.11", "10.100.0.2"},
            {{"ssh-ed25519", publicKey(9).substr(12)}, {"ssh-rsa", "AAAAB3NzaC1yc2EAAAADAQABAAABgQC7"}}, publicKey(1)},
        {SparkId{"c"}, "worker", {"spark-c.local"}, {{"ssh-ed25519", publicKey(8).substr(12)}}, ""}};
    trust.allowedFrom = {"10.100.0.0/24", "192.168.77.0/24"};
    return trust;
}

SshTrustState written(const SshTrust &trust)
{
    return {true, renderKnownHosts(trust), renderSshConfig(trust), true, renderAuthorizedLines(trust)};
}

} // namespace

class TestSshTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts();
    void current();
    void hostileNamesAreLeftOut();
    void sshUnderstandsTheConfig();
    void sshKeygenFindsTheHosts();
};

void TestSshTrust::texts()
{
    const SshTrust trust = sample();
    QCOMPARE(renderKnownHosts(trust),
        "# Sparkloom wrote this file and replaces it as a whole.\nspark-b,spark-b.local,192.168.77.11,10.100.0.2 "
        "ssh-ed25519 "
            + publicKey(9).substr(12)
            + "\nspark-b,spark-b.local,192.168.77.11,10.100.0.2 ssh-rsa "
              "AAAAB3NzaC1yc2EAAAADAQABAAABgQC7\nspark-c.local ssh-ed25519 "
            + publicKey(8).substr(12) + "\n");
    const std::vector<std::string> lines = renderAuthorizedLines(trust);
    QCOMPARE(lines.size(), std::size_t(1)); // the other one has no key yet
    QCOMPARE(lines[0],
        "from=\"10.100.0.0/24,192.168.77.0/24\",no-agent-forwarding,no-X11-forwarding,no-port-forwarding "
            + publicKey(1) + " sparkloom:0123456789abcdef");
    QCOMPARE(includeLine(), std::string("Include ~/.ssh/sparkloom_config"));
    QCOMPARE(applicationTag("42"), std::string("sparkloom-app:42"));
    SshTrust open = trust;
    open.allowedFrom.clear();
    QVERIFY(renderAuthorizedLines(open).empty()); // never a key that is good from anywhere
}

void TestSshTrust::current()
{
    SshTrust trust = sample();
    QVERIFY(!trustIsCurrent(trust, written(trust))); // a peer has no key yet
    trust.peers[1].publicKey = publicKey(2);
    SshTrustState state = written(trust);
    QVERIFY(trustIsCurrent(trust, state));
    std::swap(state.authorizedLines[0], state.authorizedLines[1]);
    QVERIFY(trustIsCurrent(trust, state)); // their order says nothing
    const auto changed = [&](auto change) {
        SshTrustState other = state;
        change(other);
        return !trustIsCurrent(trust, other);
    };
    QVERIFY(changed([](SshTrustState &s) { s.hasClusterKey = false; }));
    QVERIFY(changed([](SshTrustState &s) { s.includePresent = false; }));
    QVERIFY(changed([](SshTrustState &s) { s.knownHosts += "x\n"; }));
    QVERIFY(changed([](SshTrustState &s) { s.config.clear(); }));
    QVERIFY(changed([](SshTrustState &s) { s.authorizedLines.pop_back(); }));
    QVERIFY(
        changed([](SshTrustState &s) { s.authorizedLines.push_back("ssh-ed25519 stale sparkloom:0123456789abcdef"); }));
}

void TestSshTrust::hostileNamesAreLeftOut()
{
    SshTrust trust = sample();
    trust.peers[0].names = {"ok.local", "evil\nHost *", "* !x", "a b", "-oProxyCommand=x", "ok.local"};
    trust.peers[0].hostKeys = {{"ssh-ed25519", "AAAA\nevil ssh-rsa BBBB"}, {"ssh-ed25519 x", "AAAA"}};
    trust.peers[1].user = "root\n  ProxyCommand x";
    trust.allowedFrom = {"10.0.0.0/8\",command=\"x", "10.0.0.0/8"};
    QCOMPARE(renderSshConfig(trust).find("evil"), std::string::npos);
    QCOMPARE(renderSshConfig(trust).find("ProxyCommand"), std::string::npos);
    QVERIFY(renderSshConfig(trust).find("Host ok.local\n") != std::string::npos);
    QVERIFY(renderKnownHosts(trust).find("evil") == std::string::npos);
    QVERIFY(renderAuthorizedLines(trust)[0].starts_with("from=\"10.0.0.0/8\",no-agent"));
}

// ssh -G prints what the configuration means.
void TestSshTrust::sshUnderstandsTheConfig()
{
    const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh"));
    if (ssh.isEmpty())
        QSKIP("ssh is not installed");
    QTemporaryDir folder;
    QFile file(folder.path() + QStringLiteral("/config"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(renderSshConfig(sample()))) > 0);
    file.close();
    const auto meaning = [&](const char *host) {
        QProcess process;
        process.start(ssh, {QStringLiteral("-F"), file.fileName(), QStringLiteral("-G"), QString::fromLatin1(host)});
        return process.waitForFinished(20000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                         : QByteArray();
    };
    for (const char *host : {"spark-b", "spark-b.local", "10.100.0.2"}) {
        const QByteArray text = meaning(host);
        QVERIFY2(text.contains("user nvidia\n") && text.contains("identityfile ~/.ssh/sparkloom_cluster\n"),
            text.constData());
        const qsizetype at = text.indexOf("userknownhostsfile "); // the tilde is expanded
        QVERIFY2(at >= 0 && text.mid(at, text.indexOf('\n', at) - at).count("/.ssh/") == 2
                && text.contains("/.ssh/sparkloom_known_hosts "),
            text.constData());
        QVERIFY2(text.contains("addressfamily inet\n"), text.constData());
    }
    QVERIFY(meaning("spark-b").contains("hostname 192.168.77.11\n"));
    QVERIFY(meaning("spark-b.local").contains("hostname spark-b.local\n"));
    QVERIFY(meaning("spark-c.local").contains("user worker\n"));
    QVERIFY(!meaning("example.org").contains("sparkloom"));
}

void TestSshTrust::sshKeygenFindsTheHosts()
{
    const QString keygen = QStandardPaths::findExecutable(QStringLiteral("ssh-keygen"));
    if (keygen.isEmpty())
        QSKIP("ssh-keygen is not installed");
    QTemporaryDir folder;
    QFile file(folder.path() + QStringLiteral("/known"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(renderKnownHosts(sample()))) > 0);
    file.close();
    for (const char *name : {"spark-b", "192.168.77.11", "10.100.0.2", "spark-c.local"}) {
        QProcess process;
        process.start(keygen, {QStringLiteral("-F"), QString::fromLatin1(name), QStringLiteral("-f"), file.fileName()});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 0);
    }
}

QTEST_GUILESS_MAIN(TestSshTrust)
#include "tst_sshtrust.moc"
