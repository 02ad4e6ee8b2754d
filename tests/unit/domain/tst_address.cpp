// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/hardware/address.h"
#include "domain/hardware/half.h"
#include "domain/hardware/sparkfacts.h"

#include <arpa/inet.h>

#include <random>
#endif

#include <QTest>

using namespace sparkloom::domain;

class TestAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void macAddresses();
    void ipv4LikeInetPton();
    void prefixes();
    void names_data();
    void names();
    void halves();
    void macOffsetsOfRealSparks();
    void cageState();
};

void TestAddress::macAddresses()
{
    const auto mac = MacAddress::parse("4C:bb:47:00:A1:ff");
    QVERIFY(mac && mac->toString() == "4c:bb:47:00:a1:ff" && !mac->isZero());
    QCOMPARE(mac->plus(1).toString(), std::string("4c:bb:47:00:a2:00"));
    for (const char *bad :
        {"", "4c:bb:47:00:a1", "4c:bb:47:00:a1:f", "4c-bb-47-00-a1-ff", "4c:bb:47:00:a1:fg", "4c:bb:47:00:a1:ff "})
        QVERIFY2(!MacAddress::parse(bad), bad);
}

void TestAddress::ipv4LikeInetPton()
{
    std::mt19937 random(1);
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (unsigned i = random() % 16; i > 0; --i)
            text += "0123456789...  -x"[random() % (round % 3 ? 13 : 17)];
        in_addr expected = {};
        const bool ok = ::inet_pton(AF_INET, text.c_str(), &expected) == 1;
        const auto parsed = Ipv4Address::parse(text);
        QVERIFY2(parsed.has_value() == ok, text.c_str());
        if (ok)
            QVERIFY(ntohl(expected.s_addr) == parsed->value && parsed->toString() == text);
    }
}

void TestAddress::prefixes()
{
    QVERIFY(
        Ipv4Prefix::parse("10.100.0.0/24") && !Ipv4Prefix::parse("10.100.0.1/24") && !Ipv4Prefix::parse("10.100.0.0"));
    QVERIFY(!Ipv4Prefix::parse("10.0.0.0/33") && !Ipv4Prefix::parse("10.0.0.0/-1") && !Ipv4Prefix::parse("10.0.0.0/"));
    QVERIFY(Ipv4Prefix::parse("0.0.0.0/0")->contains({0xffffffff}));
    const auto wide = *Ipv4Prefix::parse("10.0.0.0/8"), narrow = *Ipv4Prefix::parse("10.3.0.0/16"),
               other = *Ipv4Prefix::parse("11.0.0.0/8");
    QVERIFY(wide.overlaps(narrow) && narrow.overlaps(wide) && !narrow.overlaps(other) && !other.overlaps(wide));
    QCOMPARE(Ipv4Interface::parse("10.100.3.7/20")->prefix().toString(), std::string("10.100.0.0/20"));
}

void TestAddress::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("interface");
    QTest::addColumn<bool>("user");
    QTest::addColumn<bool>("host");
    QTest::newRow("netdev") << QByteArray("enP2p1s0f1np1") << true << false << true;
    QTest::newRow("name") << QByteArray("spark-5c2d.local") << false << true << true;
    QTest::newRow("IPv4") << QByteArray("10.0.0.1") << true << false << true;
    QTest::newRow("IPv6") << QByteArray("fe80::1") << false << false << true;
    QTest::newRow("IPv6 with zone") << QByteArray("fe80::1%eth0") << false << false << true;
    QTest::newRow("IPv6 with bad zone") << QByteArray("fe80::1%a b") << false << false << false;
    QTest::newRow("colons") << QByteArray(":::") << false << false << false;
    QTest::newRow("empty") << QByteArray() << false << false << false;
    QTest::newRow("dots") << QByteArray("..") << false << false << false;
    QTest::newRow("option") << QByteArray("-oProxyCommand=x") << false << false << false;
    QTest::newRow("command") << QByteArray("a;id") << false << false << false;
    QTest::newRow("line end") << QByteArray("a\n") << false << false << false;
    QTest::newRow("umlaut") << QByteArray("sp\xc3\xa4rk") << false << false << false;
    QTest::newRow("slash") << QByteArray("../x") << false << false << false;
    QTest::newRow("long") << QByteArray(64, 'a') << false << false << false;
}

void TestAddress::names()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, interface);
    QFETCH(bool, user);
    QFETCH(bool, host);
    QCOMPARE(isInterfaceName(text.toStdString()), interface);
    QCOMPARE(isUserName(text.toStdString()), user);
    QCOMPARE(isHostNameOrAddress(text.toStdString()), host);
}

void TestAddress::halves()
{
    for (const HalfId half : kAllHalves) {
        QVERIFY(halfFromText(toText(half)) == half);
        QVERIFY(halfOfDocumentedNetdev(documentedNetdev(half)) == half);
    }
    QCOMPARE(toText({CageIndex::One, Side::B}), std::string("1B"));
    QVERIFY(!halfFromText("1C") && !halfFromText("") && !halfOfDocumentedNetdev("enP7s7"));
    QCOMPARE(documentedNetdev({CageIndex::Zero, Side::B}), std::string_view("enP2p1s0f0np0"));
    QCOMPARE(documentedRdmaDevice({CageIndex::One, Side::A}), std::string_view("rocep1s0f1"));
}

// facts 1.3: a Founders Edition and a Dell.
void TestAddress::macOffsetsOfRealSparks()
{
    const auto base = *MacAddress::parse("30:c5:99:3e:6a:13");
    QCOMPARE(base.plus(macOffset({CageIndex::One, Side::A})).toString(), std::string("30:c5:99:3e:6a:14"));
    QCOMPARE(base.plus(macOffset({CageIndex::Zero, Side::B})).toString(), std::string("30:c5:99:3e:6a:17"));
    QCOMPARE(base.plus(macOffset({CageIndex::One, Side::B})).toString(), std::string("30:c5:99:3e:6a:18"));
}

void TestAddress::cageState()
{
    SparkFacts facts;
    QVERIFY(!facts.nicPresent() && !facts.cageUp(CageIndex::Zero) && !facts.half({}));
    HalfFacts a, b;
    a.id = {CageIndex::Zero, Side::A};
    b.id = {CageIndex::Zero, Side::B};
    a.netdev = "enp1s0f0np0";
    a.carrier = true;
    facts.halves = {a, b};
    QVERIFY(facts.cageLit(CageIndex::Zero) && !facts.cageUp(CageIndex::Zero) && !facts.cageLit(CageIndex::One));
    facts.halves[1].carrier = true;
    QVERIFY(facts.cageUp(CageIndex::Zero));
    QVERIFY(facts.halfByNetdev("enp1s0f0np0") == &facts.halves[0]);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
