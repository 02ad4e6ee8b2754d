// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/plan/netplanscan.h"
#include "domain/plan/render.h"

#include <fnmatch.h>

#include <algorithm>
#include <random>
#endif

#include <QTest>

using namespace sparkloom::domain;

class TestNetplanScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realFiles();
    void networkManagerProfile();
    void whatIsNotUnderstood_data();
    void whatIsNotUnderstood();
    void whatIsUnderstood_data();
    void whatIsUnderstood();
    void addressesAreSeen_data();
    void addressesAreSeen();
    void ourOwnFile();
    void patternsLikeFnmatch();
    void words();
    void survivesAnything();
};

// The forms that NVIDIA's playbooks, Sync and other tools write (facts 2 and 3).
void TestNetplanScan::realFiles()
{
    const NetplanScan scan = scanNetplan(R"(# This is the network config written by 'subiquity'
network:
  version: 2
  renderer: NetworkManager
  ethernets:
    enp1s0f1np1:            # cage 1
      dhcp4: no
      addresses:
        - 192.168.100.10/24
    "enP2p1s0f1np1":
      dhcp4: false
      addresses: [ 192.168.101.10/24 ]
      mtu: 9000
  bonds:
    bond0:
      interfaces: [enp1s0f0np0, enP2p1s0f0np0]
      parameters: {mode: active-backup,
        primary: enp1s0f0np0}
  wifis:
    wlP9s9:
      access-points:
        "my: net #1":
          password: "secret # not a comment"
      routes:
      - to: default
        via: 192.168.1.1
)");
    QVERIFY2(scan.understood, qPrintable(QString::number(scan.badLine)));
    QCOMPARE(scan.definitions.size(), std::size_t(4));
    QCOMPARE(scan.definitions[0].section, std::string("ethernets"));
    QCOMPARE(scan.definitions[0].id, std::string("enp1s0f1np1"));
    QCOMPARE(scan.definitions[0].line, 6);
    QVERIFY(scan.definitions[0].hasAddresses && !scan.definitions[0].hasMatch);
    QCOMPARE(scan.definitions[1].id, std::string("enP2p1s0f1np1"));
    QVERIFY(scan.definitions[1].hasAddresses);
    QCOMPARE(scan.definitions[2].section, std::string("bonds"));
    for (const char *used : {"enp1s0f0np0", "enP2p1s0f0np0"})
        QVERIFY(std::count(scan.definitions[2].words.begin(), scan.definitions[2].words.end(), used) >= 1);
    QCOMPARE(scan.definitions[3].id, std::string("wlP9s9"));
    QVERIFY(!scan.definitions[3].hasAddresses);
}

void TestNetplanScan::networkManagerProfile()
{
    const NetplanScan scan = scanNetplan(R"(network:
  version: 2
  ethernets:
    NM-1f2e:
      renderer: NetworkManager
      match:
        name: "enp1s0f0np0"
        macaddress: "4C:BB:47:00:01:00"
      set-name: cx7
      dhcp4: true
      networkmanager:
        uuid: "1f2e"
        name: "Wired connection 1"
        passthrough:
          connection.timestamp: "1700000000"
          proxy._: ""
)");
    QVERIFY(scan.understood);
    QCOMPARE(scan.definitions.size(), std::size_t(1));
    const NetplanDefinition &definition = scan.definitions[0];
    QVERIFY(definition.hasMatch && definition.hasAddresses);
    QCOMPARE(definition.matchName.value_or(""), std::string("enp1s0f0np0"));
    QCOMPARE(definition.matchMac.value_or(""), std::string("4c:bb:47:00:01:00"));
    QCOMPARE(definition.setName.value_or(""), std::string("cx7"));
    QVERIFY(std::find(definition.words.begin(), definition.words.end(), "enp1s0f0np0") == definition.words.end());
}

void TestNetplanScan::whatIsNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("flow from the top") << QByteArray("{network: {ethernets: {enp1s0f0np0: {dhcp4: true}}}}\n") << 1;
    QTest::newRow("flow section") << QByteArray("network:\n  ethernets: {enp1s0f0np0: {dhcp4: true}}\n") << 2;
    QTest::newRow("anchor") << QByteArray("network:\n  ethernets:\n    a: &x\n      dhcp4: true\n") << 3;
    QTest::newRow("alias") << QByteArray("network:\n  ethernets:\n    a: *x\n") << 3;
    QTest::newRow("merge key") << QByteArray("network:\n  ethernets:\n    a:\n      <<: 1\n") << 4;
    QTest::newRow("tag") << QByteArray("network:\n  ethernets:\n    a: !!map\n      dhcp4: true\n") << 3;
    QTest::newRow("explicit key") << QByteArray("network:\n  ethernets:\n    ? a\n    : dhcp4\n") << 3;
    QTest::newRow("two documents") << QByteArray("network:\n  version: 2\n---\nnetwork:\n") << 3;
    QTest::newRow("tab") << QByteArray("network:\n\tethernets:\n") << 2;
    QTest::newRow("other top level") << QByteArray("net:\n  ethernets:\n") << 1;
    QTest::newRow("list of sections") << QByteArray("network:\n  - ethernets:\n") << 2;
    QTest::newRow("quote over lines") << QByteArray("network:\n  ethernets:\n    a:\n      x: \"1\n      2\"\n") << 4;
    QTest::newRow("siblings askew") << QByteArray(
        "network:\n  ethernets:\n    a:\n      dhcp4: true\n   b:\n      dhcp4: true\n")
                                    << 5;
    QTest::newRow("match in flow style") << QByteArray(
        "network:\n  ethernets:\n    a:\n      match: {name: enp1s0f0np0}\n")
                                         << 4;
    QTest::newRow("body in flow style with match")
        << QByteArray("network:\n  ethernets:\n    a: {match: {name: en*}}\n") << 3;
    QTest::newRow("open bracket") << QByteArray("network:\n  ethernets:\n    a:\n      addresses: [1.2.3.4/24\n") << 5;
    QTest::newRow("plain text over lines")
        << QByteArray("network:\n  ethernets:\n    a:\n      x: 1\n        2 3\n") << 5;
    QTest::newRow("escaped key") << QByteArray("network:\n  ethernets:\n    \"enp1\\x730f0np0\":\n      dhcp4: true\n")
                                 << 3;
    QTest::newRow("escape character") << QByteArray("network:\n  a\x1b: b\n") << 2;
}

void TestNetplanScan::whatIsNotUnderstood()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const NetplanScan scan = scanNetplan(text.toStdString());
    QVERIFY(!scan.understood);
    QCOMPARE(scan.badLine, line);
}

void TestNetplanScan::whatIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("definitions");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("comments only") << QByteArray("# nothing\n\n   # here\n") << 0;
    QTest::newRow("no definitions") << QByteArray("network:\n  version: 2\n  renderer: networkd\n") << 0;
    QTest::newRow("document start") << QByteArray("---\nnetwork:\n  version: 2\n") << 0;
    QTest::newRow("empty section") << QByteArray("network:\n  ethernets: {}\n") << 0;
    QTest::newRow("empty section, null") << QByteArray("network:\n  ethernets:\n  version: 2\n") << 0;
    QTest::newRow("body in flow style") << QByteArray("network:\n  ethernets:\n    a: {dhcp4: true}\n    b: {}\n") << 2;
    QTest::newRow("Windows line ends") << QByteArray("network:\r\n  ethernets:\r\n    a:\r\n      dhcp4: true\r\n")
                                       << 1;
    QTest::newRow("no line end at the end") << QByteArray("network:\n  ethernets:\n    a:\n      dhcp4: true") << 1;
    QTest::newRow("block scalar") << QByteArray(
        "network:\n  ethernets:\n    a:\n      x: |\n        b:\n      dhcp4: true\n    c:\n      dhcp4: true\n")
                                  << 2;
    QTest::newRow("IPv6 addresses") << QByteArray("network:\n  ethernets:\n    a:\n      addresses:\n      - "
                                                  "2001:db8::1/64\n      - \"2001:db8::2/64\":\n          label: x\n")
                                    << 1;
    QTest::newRow("four blanks of indent")
        << QByteArray("network:\n    ethernets:\n        a:\n            dhcp4: true\n") << 1;
}

void TestNetplanScan::whatIsUnderstood()
{
    QFETCH(QByteArray, text);
    QFETCH(int, definitions);
    const NetplanScan scan = scanNetplan(text.toStdString());
    QVERIFY2(scan.understood, qPrintable(QString::number(scan.badLine)));
    QCOMPARE(static_cast<int>(scan.definitions.size()), definitions);
}

void TestNetplanScan::addressesAreSeen_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("has");
    QTest::newRow("list") << QByteArray("addresses:\n        - 1.2.3.4/24") << true;
    QTest::newRow("flow list") << QByteArray("addresses: [1.2.3.4/24]") << true;
    QTest::newRow("empty list") << QByteArray("addresses: []") << false;
    QTest::newRow("dhcp4") << QByteArray("dhcp4: yes") << true;
    QTest::newRow("dhcp6") << QByteArray("dhcp6: True") << true;
    QTest::newRow("dhcp off") << QByteArray("dhcp4: no") << false;
    QTest::newRow("nameserver addresses") << QByteArray("nameservers:\n        addresses: [1.1.1.1]") << false;
    QTest::newRow("mtu only") << QByteArray("mtu: 9000") << false;
}

void TestNetplanScan::addressesAreSeen()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, has);
    const NetplanScan scan = scanNetplan(("network:\n  ethernets:\n    a:\n      " + body + "\n").toStdString());
    QVERIFY(scan.understood && scan.definitions.size() == 1);
    QCOMPARE(scan.definitions[0].hasAddresses, has);
}

void TestNetplanScan::ourOwnFile()
{
    const std::vector<HalfConfig> halves = {{{}, "enp1s0f0np0", *Ipv4Interface::parse("10.100.0.1/24"), 9000}};
    const NetplanScan scan = scanNetplan(renderNetplan(halves));
    QVERIFY(scan.understood);
    QCOMPARE(scan.definitions.size(), std::size_t(1));
    QCOMPARE(scan.definitions[0].id, std::string("enp1s0f0np0"));
}

// The C library's fnmatch is the witness.
void TestNetplanScan::patternsLikeFnmatch()
{
    std::mt19937 random(1);
    const auto make = [&](std::string_view alphabet, unsigned most) {
        std::string text;
        for (unsigned i = random() % (most + 1); i > 0; --i)
            text += alphabet[random() % alphabet.size()];
        return text;
    };
    int matched = 0;
    for (int round = 0; round < 100'000; ++round) {
        const std::string pattern = make("en1*?[a-z0!]", 8), text = make("en1p", 6);
        // An unfinished set is where libraries differ; what ours makes of it does not matter.
        const std::size_t open = pattern.find('[');
        if (open != std::string::npos
            && (pattern.find(']', open + 2) == std::string::npos
                || std::count(pattern.begin(), pattern.end(), '[') > 1))
            continue;
        const bool expected = ::fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
        QVERIFY2(matchesPattern(pattern, text) == expected, (pattern + " / " + text).c_str());
        matched += expected;
    }
    QVERIFY(matched > 1000);
    QVERIFY(matchesPattern("en*", "enp1s0f0np0") && !matchesPattern("en*", "wlP9s9")
        && matchesPattern("enp1s0f[01]np?", "enp1s0f1np1"));
}

void TestNetplanScan::words()
{
    QVERIFY(mentionsWord("a: [enp1s0f0np0]", "enp1s0f0np0"));
    QVERIFY(mentionsWord("enp1s0f0np0", "enp1s0f0np0"));
    QVERIFY(!mentionsWord("enp1s0f0np01", "enp1s0f0np0"));
    QVERIFY(!mentionsWord("xenp1s0f0np0", "enp1s0f0np0"));
    QVERIFY(mentionsWord("xenp1s0f0np0 enp1s0f0np0", "enp1s0f0np0"));
    QVERIFY(!mentionsWord("anything", ""));
}

void TestNetplanScan::survivesAnything()
{
    std::mt19937 random(3);
    const std::string seed = "network:\n  version: 2\n  ethernets:\n    enp1s0f0np0:\n      addresses: [10.0.0.1/24]\n "
                             "     match:\n        name: \"en*\"\n";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed;
        for (unsigned i = 1 + random() % 6; i > 0; --i) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
            case 0: text[at] = static_cast<char>(random()); break;
            case 1: text.erase(at, random() % 10); break;
            default: text.insert(at, 1, " \n:-[]{}\"'#|"[random() % 12]);
            }
            if (text.empty())
                text = " ";
        }
        const NetplanScan scan = scanNetplan(text);
        QVERIFY(scan.understood ? scan.badLine == 0 : scan.badLine >= 1);
    }
    QVERIFY(!scanNetplan(std::string(1024 * 1024 + 1, ' ')).understood);
}

QTEST_GUILESS_MAIN(TestNetplanScan)
#include "tst_netplanscan.moc"
