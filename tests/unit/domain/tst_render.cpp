// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/plan/render.h"

#include <random>
#endif

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkloom::domain;

namespace {

std::vector<HalfConfig> halves()
{
    return {{{CageIndex::Zero, Side::A}, "enp1s0f0np0", *Ipv4Interface::parse("10.100.0.1/24"), 9000},
        {{CageIndex::Zero, Side::B}, "enP2p1s0f0np0", *Ipv4Interface::parse("10.100.1.1/24"), 1500}};
}

bool write(const QString &path, const std::string &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size())
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray contents(const QString &folder)
{
    QByteArray all;
    QDir dir(folder);
    for (const QFileInfo &info : dir.entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += info.fileName().toUtf8() + "\n" + file.readAll();
    }
    return all;
}

std::string randomText(std::mt19937 &random)
{
    static constexpr const char *kLines[] = {"a\n", "b\n", "c\n", "\n", "network:\n", "  x\n"};
    std::string text;
    for (unsigned i = random() % 30; i > 0; --i)
        text += kLines[random() % 6];
    if (random() % 3 == 0)
        text += "no line end";
    return text;
}

} // namespace

class TestRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void netplanText();
    void orderDoesNotMatter();
    void hashIsChecked();
    void netplanAcceptsIt_data();
    void netplanAcceptsIt();
    void sysctlText();
    void diffs_data();
    void diffs();
    void patchTurnsOneIntoTheOther();
    void largeDiffIsBounded();
};

// The text is a contract: a change of one byte makes every set-up look changed.
void TestRender::netplanText()
{
    QCOMPARE(QByteArray::fromStdString(renderNetplan(halves())),
        QByteArray("# Written by Sparkloom. Changes made by hand are noticed and shown before this file is replaced.\n"
                   "# sha256: 02765d57bbe6aff8162e7b354f693d3a7055f4258add996fa3a1abe5495e7392\n"
                   "network:\n"
                   "  ethernets:\n"
                   "    \"enP2p1s0f0np0\":\n"
                   "      accept-ra: false\n"
                   "      addresses:\n"
                   "        - \"10.100.1.1/24\"\n"
                   "      dhcp4: false\n"
                   "      dhcp6: false\n"
                   "      link-local: []\n"
                   "      mtu: 1500\n"
                   "      optional: true\n"
                   "    \"enp1s0f0np0\":\n"
                   "      accept-ra: false\n"
                   "      addresses:\n"
                   "        - \"10.100.0.1/24\"\n"
                   "      dhcp4: false\n"
                   "      dhcp6: false\n"
                   "      link-local: []\n"
                   "      mtu: 9000\n"
                   "      optional: true\n"
                   "  version: 2\n"));
    QVERIFY(renderNetplan({}).empty());
}

void TestRender::orderDoesNotMatter()
{
    const std::vector<HalfConfig> forward = halves(), backward(forward.rbegin(), forward.rend());
    QCOMPARE(renderNetplan(forward), renderNetplan(backward));
    QCOMPARE(renderSysctl(forward), renderSysctl(backward));
}

void TestRender::hashIsChecked()
{
    const std::string text = renderNetplan(halves());
    QVERIFY(isOurNetplan(text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!isOurNetplan(changed));
        QVERIFY(!isOurNetplan(std::string_view(text).substr(0, i)));
    }
    QVERIFY(!isOurNetplan(text + "\n") && !isOurNetplan("") && !isOurNetplan("network:\n"));
}

void TestRender::netplanAcceptsIt_data()
{
    QTest::addColumn<QByteArray>("renderer");
    QTest::newRow("systemd-networkd") << QByteArray("networkd");
    QTest::newRow("NetworkManager") << QByteArray("NetworkManager");
}

// The real netplan, in a folder of its own.
void TestRender::netplanAcceptsIt()
{
    QFETCH(QByteArray, renderer);
    const QString netplan = QStandardPaths::findExecutable(
        QStringLiteral("netplan"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (netplan.isEmpty())
        QSKIP("netplan is not installed");
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(QStringLiteral("etc/netplan")));
    QVERIFY(write(root.path() + QStringLiteral("/etc/netplan/01-all.yaml"),
        "network:\n  version: 2\n  renderer: " + renderer.toStdString() + "\n"));
    QVERIFY(write(root.path() + QStringLiteral("/etc/netplan/60-sparkloom.yaml"), renderNetplan(halves())));
    QProcess process;
    process.start(netplan, {QStringLiteral("generate"), QStringLiteral("--root-dir"), root.path()});
    QVERIFY(process.waitForFinished(20000));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0 && !errors.contains("rror"), errors.constData());
    const bool networkd = renderer == "networkd";
    const QByteArray made = contents(root.path()
        + (networkd ? QStringLiteral("/run/systemd/network")
                    : QStringLiteral("/run/NetworkManager/system-connections")));
    QVERIFY2(made.contains(networkd ? "Address=10.100.0.1/24" : "address1=10.100.0.1/24"), made.constData());
    QVERIFY2(made.contains(networkd ? "MTUBytes=9000" : "mtu=9000"), made.constData());
    QVERIFY(made.contains("10.100.1.1/24") && made.contains("enP2p1s0f0np0"));
    if (networkd)
        QVERIFY2(made.contains("LinkLocalAddressing=no") && made.contains("IPv6AcceptRA=no")
                && made.contains("RequiredForOnline=no"),
            made.constData());
}

void TestRender::sysctlText()
{
    const std::string text = renderSysctl(halves());
    for (const char *line : {"net/ipv4/conf/enp1s0f0np0/arp_ignore = 1\n",
             "net/ipv4/conf/enp1s0f0np0/arp_announce = 2\n", "net/ipv4/conf/enp1s0f0np0/rp_filter = 2\n",
             "net/ipv6/conf/enp1s0f0np0/disable_ipv6 = 1\n", "net/ipv4/conf/enP2p1s0f0np0/arp_ignore = 1\n"})
        QVERIFY2(text.find(line) != std::string::npos, line);
    QVERIFY(renderSysctl({}).empty());
    QCOMPARE(sysctlValues(halves()[0]).size(), std::size_t(4));
}

void TestRender::diffs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("diff");
    QTest::newRow("equal") << QByteArray("a\n") << QByteArray("a\n") << QByteArray();
    QTest::newRow("new file") << QByteArray() << QByteArray("a\nb\n")
                              << QByteArray("--- /dev/null\n+++ /f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    QTest::newRow("removed file") << QByteArray("a\n") << QByteArray()
                                  << QByteArray("--- /f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
    QTest::newRow("changed line") << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n")
                                  << QByteArray("1\n2\n3\n4\nX\n6\n7\n8\n9\n")
                                  << QByteArray("--- /f\n+++ /f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n");
    QTest::newRow("line end comes") << QByteArray(
        "a") << QByteArray("a\n") << QByteArray("--- /f\n+++ /f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

void TestRender::diffs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, diff);
    QCOMPARE(QByteArray::fromStdString(unifiedDiff(before.toStdString(), after.toStdString(), "/f")), diff);
}

// patch(1) is the witness: it applies every diff, without fuzz.
void TestRender::patchTurnsOneIntoTheOther()
{
    const QString patch = QStandardPaths::findExecutable(QStringLiteral("patch"));
    if (patch.isEmpty())
        QSKIP("patch is not installed");
    QTemporaryDir folder;
    const QString file = folder.path() + QStringLiteral("/file"), diff = folder.path() + QStringLiteral("/diff");
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        std::string before = randomText(random), after = round % 2 ? randomText(random) : before;
        if (round % 2 == 0)
            after.insert(after.find('\n') == std::string::npos ? 0 : after.find('\n') + 1, "inserted\n");
        if (before == after || before.empty() || after.empty())
            continue;
        QVERIFY(write(file, before) && write(diff, unifiedDiff(before, after, "file")));
        QProcess process;
        process.start(patch, {QStringLiteral("-F0"), QStringLiteral("-s"), file, diff});
        QVERIFY(process.waitForFinished(20000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
        QFile result(file);
        QVERIFY(result.open(QIODevice::ReadOnly));
        QCOMPARE(result.readAll(), QByteArray::fromStdString(after));
    }
}

void TestRender::largeDiffIsBounded()
{
    std::string before, after;
    for (int i = 0; i < 20'000; ++i) {
        before += std::to_string(i) + " before\n";
        after += std::to_string(i) + " after\n";
    }
    const std::string diff = unifiedDiff(before, after, "/f");
    QVERIFY(diff.find("@@ -1,20000 +1,20000 @@") != std::string::npos);
    QVERIFY(unifiedDiff(std::string(3'000'000, 'x'), std::string(3'000'000, 'y'), "/f").size() < 3'000'000);
}

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
