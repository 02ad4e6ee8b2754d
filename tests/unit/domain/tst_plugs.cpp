// SPDX-License-Identifier: GPL-3.0-or-later
// What plugs tell: their EEPROM, their serial numbers, and what goes dark when one is pulled.
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/fabric/chipwatch.h"
#include "domain/fabric/lldp.h"
#include "domain/fabric/moduleserials.h"
#include "domain/fabric/pull.h"
#include "domain/hardware/cablemodule.h"
#include "fabricfixture.h"

#include <set>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

std::string eeprom(
    unsigned char identifier, std::size_t vendor, std::size_t part, std::size_t serial, const std::string &serialText)
{
    std::string bytes(256, '\0');
    bytes[0] = static_cast<char>(identifier);
    const auto put = [&bytes](std::size_t at, std::string text) {
        text.resize(16, ' ');
        bytes.replace(at, 16, text);
    };
    put(vendor, "Amphenol");
    put(part, "NJAAKK-N911");
    put(serial, serialText);
    return bytes;
}

ModuleSeen plugIn(const CageRef &cage, const std::string &serial, Side side = Side::A, const char *part = "NJAAKK-N911")
{
    return {{cage.spark, {cage.cage, side}}, {"Amphenol", part, serial}};
}

} // namespace

class TestPlugs : public QObject {
    Q_OBJECT

    const std::vector<SparkFacts> m_sparks = makeSparks(3);
    CageRef at(int spark, int number) const { return cage(m_sparks, spark, number); }

private Q_SLOTS:
    void chip_isWakingFromItsFirstHalfToItsFirstCable()
    {
        using namespace std::chrono_literals;
        using Time = ChipWatch::Time;
        const SparkId spark = m_sparks[0].id, other = m_sparks[1].id;
        const auto seen = [](std::size_t count, int lit, bool adminUp = true) {
            std::vector<ChipWatch::Seen> halves;
            for (std::size_t i = 0; i < count; ++i) // cage 0 first
                halves.push_back({{i < 2 ? CageIndex::Zero : CageIndex::One, i % 2 == 0 ? Side::A : Side::B}, adminUp,
                    static_cast<int>(i) < lit});
            return halves;
        };
        const std::vector<SparkId> one{spark}, none;
        ChipWatch watch;
        watch.take(spark, seen(0, 0), 0ms);
        watch.take(other, seen(4, 0), 0ms); // has been there for nobody knows how long
        QVERIFY(watch.waking(0ms).empty() && !watch.nextEnd(0ms));
        watch.take(spark, seen(1, 0), 1s);
        QCOMPARE(watch.waking(1s), one);
        QCOMPARE(watch.nextEnd(1s), std::optional<Time>(13s));
        watch.take(spark, seen(4, 0), 3s); // the newest half counts
        QCOMPARE(watch.nextEnd(4s), std::optional<Time>(15s));
        watch.take(spark, seen(4, 1), 7s); // half a cable is none
        QCOMPARE(watch.waking(7s), one);
        ChipWatch slow = watch;
        QCOMPARE(slow.waking(14'999ms), one);
        QCOMPARE(slow.waking(15s), none); // takes too long: something else is wrong
        QVERIFY(!slow.nextEnd(15s));
        watch.take(spark, seen(4, 2), 8s);
        QCOMPARE(watch.waking(8s), none);
        watch.take(spark, seen(0, 0), 20s); // unplugged, plugged again
        watch.take(spark, seen(2, 0), 30s);
        QCOMPARE(watch.waking(30s), one);
        watch.take(spark, seen(4, 0, false), 31s); // all there, and switched off: nothing comes by itself
        QCOMPARE(watch.waking(31s), none);
        watch.take(spark, seen(4, 0), 32s); // somebody switched them on
        QCOMPARE(watch.waking(32s), one);
        watch.drop(spark);
        QCOMPARE(watch.waking(32s), none);
        watch.take(spark, seen(4, 0), 33s); // comes back: how it is now is how it has been
        QCOMPARE(watch.waking(33s), none);
    }

    void lldp_isRead_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("said"); // "chassis|port|system", empty: nothing
        const QByteArray mac = QByteArray::fromHex("48a98a010203"), life("\0x", 2), end(2, '\0');
        const auto part = [](int type, const QByteArray &value) {
            const int head = type << 9 | static_cast<int>(value.size());
            return QByteArray(1, static_cast<char>(head >> 8)) + static_cast<char>(head & 0xff) + value;
        };
        const QByteArray chassis = part(1, '\4' + mac), port = part(2, "\5qsfp-1-1"), alive = part(3, life);
        const QByteArray good = chassis + port + alive + part(5, "crs804");
        QTest::newRow("switch") << good + end << QByteArray("48:a9:8a:01:02:03|qsfp-1-1|crs804");
        QTest::newRow("no end mark") << good << QByteArray("48:a9:8a:01:02:03|qsfp-1-1|crs804");
        QTest::newRow("lldpd: port by MAC, described") << chassis + part(2, '\3' + mac) + alive + part(4, "enp1s0f0np0")
                                                       << QByteArray("48:a9:8a:01:02:03|enp1s0f0np0|");
        QTest::newRow("hostile text") << chassis + part(2, "\5a\x1b[31m\nb") + alive
                                      << QByteArray("48:a9:8a:01:02:03|a\\x1b[31m\\x0ab|");
        QTest::newRow("goodbye") << chassis + port + part(3, QByteArray(2, '\0')) << QByteArray();
        QTest::newRow("no time to live") << chassis + port << QByteArray();
        QTest::newRow("no port") << chassis + alive << QByteArray();
        QTest::newRow("out of order") << port + chassis + alive << QByteArray();
        QTest::newRow("length beyond the end") << good + QByteArray("\x0b\xff") << QByteArray();
        QTest::newRow("short MAC") << part(1, "\4abc") + port + alive << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("a probe frame of ours") << QByteArray("sparkloom1 aaaa bbbb 0A 1 cccc") << QByteArray();
        QTest::newRow("longer than a frame") << good + QByteArray(1500, 'x') << QByteArray();
    }
    void lldp_isRead()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, said);
        const auto read = parseLldp({frame.constData(), static_cast<std::size_t>(frame.size())});
        const std::string text = read ? read->chassis + '|' + read->port + '|' + read->system : std::string();
        QCOMPARE(QByteArray::fromStdString(text), said);
        if (!read)
            return;
        QVERIFY(parseLldp(renderLldp(*read)) == read);
        // Cut anywhere it is nothing or the beginning of the same.
        for (int cut = 0; cut < frame.size(); ++cut)
            if (const auto part = parseLldp({frame.constData(), static_cast<std::size_t>(cut)}))
                QVERIFY(part->chassis == read->chassis);
    }

    void eeprom_isRead()
    {
        const CableModule expected{"Amphenol", "NJAAKK-N911", "APF25281234567"};
        for (const int identifier : {0x0c, 0x0d, 0x11})
            QVERIFY(parseModuleEeprom(eeprom(static_cast<unsigned char>(identifier), 148, 168, 196, "APF25281234567"))
                == expected);
        for (const int identifier : {0x18, 0x19, 0x1e})
            QVERIFY(parseModuleEeprom(eeprom(static_cast<unsigned char>(identifier), 129, 148, 166, "APF25281234567"))
                == expected);
    }

    void eeprom_thatSaysNothingIsNoModule()
    {
        QVERIFY(!parseModuleEeprom(""));
        QVERIFY(!parseModuleEeprom(std::string(256, '\0')));
        QVERIFY(!parseModuleEeprom(std::string(256, '\xff')));
        QVERIFY(!parseModuleEeprom(eeprom(0x03, 148, 168, 196, "APF25281234567"))); // SFP
        QVERIFY(!parseModuleEeprom(eeprom(0x11, 148, 168, 196, "")));
        QVERIFY(!parseModuleEeprom(eeprom(0x11, 148, 168, 196, "APF25281234567").substr(0, 255)));
        // A plug can say anything: markup stays text, control characters make it none.
        QVERIFY(!parseModuleEeprom(eeprom(0x11, 148, 168, 196, "APF\x1b[31m5281")));
        QVERIFY(!parseModuleEeprom(eeprom(0x11, 148, 168, 196,
            "\xe2\x80\xae"
            "APF2528")));
        QCOMPARE(parseModuleEeprom(eeprom(0x11, 148, 168, 196, "<b>1234</b>"))->serial, std::string("<b>1234</b>"));
    }

    void sameSerial_isOneCable()
    {
        const std::vector<ModuleSeen> seen = {plugIn(at(0, 0), "APF25281234567"),
            plugIn(at(0, 0), "APF25281234567", Side::B), plugIn(at(1, 1), "APF25281234567", Side::B),
            plugIn(at(1, 0), "APF25281234568")};
        const std::vector<Evidence> found = evidenceFromModules(seen);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].kind == EvidenceKind::ModuleSerial);
        QVERIFY((std::set{found[0].from.cageRef(), found[0].to.cageRef()} == std::set{at(0, 0), at(1, 1)}));
    }

    void sameSerial_data()
    {
        QTest::addColumn<QByteArrayList>("serials"); // of cages of different Sparks
        QTest::addColumn<int>("found");
        const auto row = [](const char *name, const QByteArrayList &serials, int found) {
            QTest::newRow(name) << serials << found;
        };
        row("letters for the ends", {"APF2528123A", "APF2528123B"}, 1);
        row("the same letter", {"APF2528123A", "APF2528123A"}, 1);
        row("one letter only", {"APF2528123A", "APF2528123"}, 0);
        row("another letter", {"APF2528123C", "APF2528123D"}, 0);
        row("three of them", {"APF2528123", "APF2528123", "APF2528123"}, 0);
        row("too short", {"123", "123"}, 0);
        row("not filled in", {"0000000000", "0000000000"}, 0);
        row("only one", {"APF2528123"}, 0);
        row("different", {"APF2528123", "APF2528124"}, 0);
    }
    void sameSerial()
    {
        QFETCH(QByteArrayList, serials);
        QFETCH(int, found);
        std::vector<ModuleSeen> seen;
        for (int i = 0; i < serials.size(); ++i)
            seen.push_back(plugIn(at(i, 0), serials[i].toStdString()));
        QCOMPARE(static_cast<int>(evidenceFromModules(seen).size()), found);
    }

    void sameSerial_ofAnotherPart_isAnotherCable()
    {
        const std::vector<ModuleSeen> seen = {
            plugIn(at(0, 0), "APF2528123"), plugIn(at(1, 0), "APF2528123", Side::A, "NJAAKK0006")};
        QVERIFY(evidenceFromModules(seen).empty());
    }

    void pull_isReadByHowMuchGoesDark()
    {
        QVERIFY(readPull({at(1, 0), at(0, 1)}).reading == Pull::Reading::Cable);
        QCOMPARE(readPull({at(1, 0), at(0, 1)}).cages, readPull({at(0, 1), at(1, 0), at(0, 1)}).cages);
        QVERIFY(readPull({at(2, 0)}).reading == Pull::Reading::LoneEnd);
        QVERIFY(readPull({at(0, 0), at(1, 0), at(2, 0)}).reading == Pull::Reading::Several);
        QVERIFY(readPull({at(0, 0), at(0, 1)}).reading == Pull::Reading::Cable); // from a Spark to itself
        QCOMPARE(evidenceFromPull(readPull({at(1, 0), at(0, 1)})).size(), std::size_t(2));
        QVERIFY(evidenceFromPull(readPull({at(2, 0)})).empty());
        QVERIFY(evidenceFromPull(readPull({at(0, 0), at(1, 0), at(2, 0)})).empty());
    }

    void watch_seesCagesNotHalves()
    {
        PullWatch watch;
        const auto tell = [&](const CageRef &cage, Side side, bool carrier) {
            return watch.take({cage.spark, {cage.cage, side}}, carrier);
        };
        for (const CageRef &cage : {at(0, 0), at(1, 1)})
            for (const Side side : {Side::A, Side::B})
                QVERIFY(!tell(cage, side, true)); // how it was before
        QVERIFY(!tell(at(2, 0), Side::A, false));
        QVERIFY(watch.settle().wentDark.empty());
        QVERIFY(!tell(at(0, 0), Side::B, false)); // one half is not the cage
        QVERIFY(tell(at(0, 0), Side::A, false));
        QVERIFY(!tell(at(1, 1), Side::A, false));
        QVERIFY(tell(at(1, 1), Side::B, false));
        const PullWatch::Change pulled = watch.settle();
        QCOMPARE(pulled.wentDark, (readPull({at(0, 0), at(1, 1)}).cages));
        QVERIFY(pulled.litUp.empty());
        QVERIFY(watch.settle().wentDark.empty()); // told once
        QVERIFY(tell(at(1, 1), Side::A, true));
        QVERIFY(!tell(at(1, 1), Side::B, true));
        QVERIFY(tell(at(2, 0), Side::A, true)); // the other plug went into another socket
        QCOMPARE(watch.settle().litUp, (readPull({at(1, 1), at(2, 0)}).cages));
    }

    // A plug that was out only for a moment, and a Spark that is gone.
    void watch_flapsAndLosses()
    {
        PullWatch watch;
        for (const CageRef &cage : {at(0, 0), at(1, 0), at(2, 0)})
            watch.take({cage.spark, {cage.cage, Side::A}}, true);
        watch.take({at(0, 0).spark, {CageIndex::Zero, Side::A}}, false);
        watch.take({at(0, 0).spark, {CageIndex::Zero, Side::A}}, true);
        watch.take({at(2, 0).spark, {CageIndex::Zero, Side::A}}, false);
        watch.drop(at(2, 0).spark);
        const PullWatch::Change change = watch.settle();
        QCOMPARE(change.wentDark, std::vector{at(0, 0)});
        QCOMPARE(change.litUp, std::vector{at(0, 0)});
        // It comes back: as if for the first time.
        QVERIFY(!watch.take({at(2, 0).spark, {CageIndex::Zero, Side::A}}, false));
    }
};

QTEST_GUILESS_MAIN(TestPlugs)
#include "tst_plugs.moc"
