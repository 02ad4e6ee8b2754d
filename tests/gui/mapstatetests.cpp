// SPDX-License-Identifier: GPL-3.0-or-later
// What the map says of a cable or a Spark beyond where it is: how fast, since when it is not known, and that its
// network chip wakes up.
#include "mapstatetests.h"

#include "fixtures.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/fabriclayout.h"
#include "widgets/fabric/livemap.h"
#include "widgets/fabric/maplegend.h"

#include "viewmodels/fabrictable.h"
#include "viewmodels/testmap.h"
#ifndef Q_MOC_RUN
#include "engine/flow/liveviews.h"
#endif

#include <QLocale>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using domain::CageIndex;
using viewmodels::CableState;
using viewmodels::FabricPicture;
using viewmodels::FabricTable;

namespace {

// What both halves of this cage of a Spark report.
void setSpeed(fixtures::Fabric &fabric, std::size_t spark, CageIndex cage, std::optional<int> mbps)
{
    for (domain::HalfFacts &half : fabric.hosts[spark].facts->halves)
        if (half.id.cage == cage)
            half.speedMbps = mbps;
}

fixtures::Fabric pairAt(std::optional<int> a, std::optional<int> b)
{
    fixtures::Fabric pair = fixtures::cabledPair();
    setSpeed(pair, 0, CageIndex::Zero, a);
    setSpeed(pair, 1, CageIndex::Zero, b);
    return pair;
}

engine::LiveEnd freshEnd(const domain::CableEnd &end)
{
    engine::LiveEnd live;
    live.cage = *end.cage;
    live.lanes[0].present = live.lanes[1].present = true;
    live.age = std::chrono::milliseconds(20);
    return live;
}

FabricPicture livePictureOf(const fixtures::Fabric &fabric)
{
    std::vector<engine::LiveCable> cables;
    for (const domain::Cable &cable : fabric.cabling.map.cables) {
        engine::LiveCable live;
        live.number = static_cast<int>(cables.size()) + 1;
        live.aEnd = cable.a;
        live.bEnd = cable.b;
        live.a = freshEnd(cable.a);
        if (cable.b.cage)
            live.b = freshEnd(cable.b);
        cables.push_back(live);
    }
    return viewmodels::pictureOfLive(fabric.hosts, fabric.cabling.halves, cables);
}

// Pixels of the colour of cable 1: how much of the map its lanes take.
qsizetype inked(widgets::FabricMap &map, const FabricPicture &picture)
{
    map.resize(1000, 520);
    map.setPicture(picture);
    const QImage image = map.grab().toImage();
    const QColor wanted = widgets::Stage::cable(1);
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == wanted;
    return count;
}

// Pixels that are clearly more green than red and blue.
qsizetype greenish(const QImage &image)
{
    qsizetype count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            count += colour.green() > colour.red() + 40 && colour.green() > colour.blue() + 15;
        }
    return count;
}

QString stateCell(const FabricPicture &picture, int row)
{
    FabricTable table;
    table.setPicture(picture);
    return table.index(row, FabricTable::State).data().toString();
}

} // namespace

class TestMapStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speed_isThatOfTheSlowerEnd_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        QTest::addColumn<double>("gbps");
        QTest::addColumn<double>("share"); // of the width of a fast lane
        QTest::newRow("as it should be") << 200'000 << 200'000 << 200.0 << 1.0;
        QTest::newRow("both slow") << 100'000 << 100'000 << 100.0 << 0.5;
        QTest::newRow("one end says less") << 200'000 << 100'000 << 100.0 << 0.5;
        QTest::newRow("one end says nothing") << 0 << 100'000 << 100.0 << 0.5;
        QTest::newRow("not known") << 0 << 0 << 0.0 << 1.0;
        QTest::newRow("very slow") << 10'000 << 10'000 << 10.0 << 0.4;
        QTest::newRow("faster than any") << 400'000 << 400'000 << 400.0 << 1.0;
    }

    void speed_isThatOfTheSlowerEnd()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        QFETCH(double, gbps);
        QFETCH(double, share);
        const auto told = [](int mbps) { return mbps > 0 ? std::optional(mbps) : std::nullopt; };
        const fixtures::Fabric pair = pairAt(told(a), told(b));
        const domain::AddressPlan plan = fixtures::planOf(pair).addresses;
        // Cable, Prove, Prove where nobody watches, Tests and Live.
        for (const FabricPicture &picture :
            {pictureOf(pair), viewmodels::pictureOfProof(pair.hosts, plan, pair.cabling.halves, {}),
                viewmodels::pictureOfProof(pair.hosts, plan, {}, {}),
                viewmodels::pictureOfTests(pair.hosts, plan, {}, {0}), livePictureOf(pair)}) {
            QCOMPARE(picture.cables.size(), std::size_t(1));
            QCOMPARE(picture.cables[0].gbps, gbps);
            QCOMPARE(widgets::laneShare(picture.cables[0]), share);
            QCOMPARE(stateCell(picture, 0).contains(u"Gb/s"_s), share < 1);
            QCOMPARE(widgets::MapLegend::alsoIn(picture).slow, share < 1);
        }
    }

    void switchCable_isAsFastAsItsSparkSays()
    {
        fixtures::Fabric star = fixtures::starOfFour();
        setSpeed(star, 1, CageIndex::Zero, 100'000);
        int slow = 0;
        for (const viewmodels::PictureCable &cable : pictureOf(star).cables) {
            QCOMPARE(cable.isSlow(), cable.a.box == star.hosts[1].name);
            slow += cable.isSlow();
        }
        QCOMPARE(slow, 1);
    }

    // What is asked for has no speed yet, whatever is in its sockets now.
    void cableToCome_hasNoSpeed()
    {
        fixtures::Fabric wrong = fixtures::wrongRing();
        for (std::size_t i = 0; i < 2; ++i)
            for (const CageIndex cage : domain::kAllCages)
                setSpeed(wrong, i, cage, 100'000);
        int coming = 0, plugged = 0;
        for (const viewmodels::PictureCable &cable : pictureOf(wrong).cables) {
            QCOMPARE(cable.isSlow(), cable.isPlugged());
            (cable.isPlugged() ? plugged : coming)++;
        }
        QVERIFY(coming > 0 && plugged > 0);
    }

    void slowCable_isNarrower_andSaysItsSpeed()
    {
        const FabricPicture fast = pictureOf(pairAt(200'000, 200'000)), slow = pictureOf(pairAt(100'000, 100'000)),
                            unknown = pictureOf(pairAt({}, {}));
        widgets::FabricMap map;
        widgets::LiveMap live;
        QVERIFY(inked(map, slow) < inked(map, fast) * 3 / 4);
        QCOMPARE(inked(map, unknown), inked(map, fast));
        const QImage wide = (inked(live, fast), live.grab().toImage());
        const QImage narrow = (inked(live, slow), live.grab().toImage());
        QVERIFY(wide != narrow);
        QCOMPARE(stateCell(slow, 0), u"up, 100 Gb/s"_s);
        QCOMPARE(stateCell(fast, 0), u"up"_s);

        viewmodels::CableViewModel cable;
        const fixtures::Fabric pair = pairAt(100'000, 100'000);
        cable.setHosts(pair.hosts);
        cable.setCabling(pair.cabling);
        QVERIFY(cable.describe(cable.picture().cables[0]).contains(u"100 Gb/s"_s));
        QVERIFY(cable.summary().contains(u"100 Gb/s"_s));
        viewmodels::ProveViewModel prove;
        prove.setHosts(pair.hosts);
        prove.setLive(pair.cabling.halves);
        const domain::Plan plan = fixtures::planOf(pair);
        prove.setAddresses(plan.addresses);
        QVERIFY(prove.summary().contains(u"100 Gb/s"_s));
        prove.setReport(fixtures::passedReport(pair, plan));
        QVERIFY(prove.summary().contains(u"100 Gb/s"_s) && prove.summary().contains(u"proven"_s));
    }

    // Cabled as a ring, a star was chosen: one cable serves nothing and keeps no socket. It is drawn, and no socket with
    // a link is said to be empty.
    void cableThatIsNotNeeded_isDrawnAndNamed()
    {
        const fixtures::Fabric ring = fixtures::cabledRing(domain::Topology::Star);
        viewmodels::CableViewModel cable;
        cable.setHosts(ring.hosts);
        cable.setCabling(ring.cabling);
        int plugged = 0, spare = 0;
        for (const viewmodels::PictureCable &each : cable.picture().cables) {
            plugged += each.isPlugged();
            spare += each.faint;
        }
        QCOMPARE(plugged, 3);
        QVERIFY(spare > 0);
        for (const viewmodels::PictureBox &box : cable.picture().boxes)
            for (int socket = 0; socket < static_cast<int>(box.sockets.size()); ++socket) {
                const QString said = cable.describe(viewmodels::SocketKey{box.key, socket});
                QVERIFY2(!said.contains(u"nothing is plugged"_s), qPrintable(said));
            }
        QVERIFY2(cable.summary().contains(u"not needed"_s), qPrintable(cable.summary()));
    }

    // Lit by something that is none of these Sparks.
    void litSocket_isNotSaidToBeEmpty()
    {
        fixtures::Fabric pair = fixtures::cabledPair();
        pair.cabling.map.cables.clear();
        pair.cabling.status = {};
        viewmodels::CableViewModel cable;
        cable.setHosts(pair.hosts);
        cable.setCabling(pair.cabling);
        const QString lit = cable.describe(viewmodels::SocketKey{pair.hosts[0].name, 0});
        QVERIFY2(lit.contains(u"where it leads is not known"_s), qPrintable(lit));
        for (engine::LiveHalf &half : pair.cabling.halves)
            half.carrier &= half.half.half.side == domain::Side::A;
        cable.setCabling(pair.cabling);
        const QString half = cable.describe(viewmodels::SocketKey{pair.hosts[0].name, 0});
        QVERIFY2(half.contains(u"one half has a link"_s), qPrintable(half));
        const QString dark = cable.describe(viewmodels::SocketKey{pair.hosts[0].name, 1});
        QVERIFY2(dark.contains(u"nothing is plugged"_s), qPrintable(dark));
    }

    // Who cannot be asked is grey, with the time until which it could: on the map, in the table, in the details.
    void lostSpark_saysWhenItWasLastKnown()
    {
        const fixtures::Fabric lost = fixtures::lostSpark();
        const QString time = QLocale().toString(QTime(14, 3), QLocale::ShortFormat);
        const domain::AddressPlan plan = fixtures::planOf(fixtures::cabledPair()).addresses;
        for (const FabricPicture &picture :
            {pictureOf(lost), viewmodels::pictureOfProof(lost.hosts, plan, lost.cabling.halves, {}),
                viewmodels::pictureOfProof(lost.hosts, plan, {}, {}), livePictureOf(lost)}) {
            QVERIFY(!picture.boxes[1].reachable && picture.boxes[0].lastKnown.isNull());
            QVERIFY2(picture.boxes[1].note.contains(time), qPrintable(picture.boxes[1].note));
            FabricTable table;
            table.setPicture(picture);
            QStringList said;
            for (int row = 0; row < table.rowCount(); ++row)
                said << table.index(row, 0).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(said.filter(time).size() >= 2, qPrintable(said.join(u'\n'))); // the Spark and its empty socket
        }
        for (const FabricPicture &picture :
            {pictureOf(lost), viewmodels::pictureOfProof(lost.hosts, plan, lost.cabling.halves, {})}) {
            QCOMPARE(picture.cables[0].state, CableState::NotKnown);
            QVERIFY2(stateCell(picture, 0).contains(time), qPrintable(stateCell(picture, 0)));
        }
        viewmodels::CableViewModel cable;
        cable.setHosts(lost.hosts);
        cable.setCabling(lost.cabling);
        for (const int cage : {0, 1})
            QVERIFY(cable.describe(viewmodels::SocketKey{lost.hosts[1].name, cage}).contains(time));
        QVERIFY(!cable.describe(viewmodels::SocketKey{lost.hosts[0].name, 1}).contains(time));
    }

    // The end that still tells may say that nothing is plugged: then it is down.
    void lostSpark_otherEndIsDark_cableIsDown()
    {
        fixtures::Fabric lost = fixtures::lostSpark();
        for (engine::LiveHalf &half : lost.cabling.halves)
            half.carrier = false;
        const domain::AddressPlan plan = fixtures::planOf(fixtures::cabledPair()).addresses;
        const FabricPicture picture = viewmodels::pictureOfProof(lost.hosts, plan, lost.cabling.halves, {});
        QCOMPARE(picture.cables[0].state, CableState::Down);
        QVERIFY(picture.cables[0].lastKnown.isNull());
    }

    // The cable map forgets a Spark that is lost; the map shows its cables as they were last known, until it is back.
    void cablesOfALostSpark_stayAsNotKnown()
    {
        fixtures::Fabric pair = fixtures::cabledPair();
        viewmodels::CableViewModel cable;
        cable.setHosts(pair.hosts);
        cable.setCabling(pair.cabling);
        QCOMPARE(cable.picture().cables[0].state, CableState::Up);
        const fixtures::Fabric lost = fixtures::lostSpark();
        cable.setHosts(lost.hosts);
        engine::CablingView without = lost.cabling;
        std::erase_if(without.halves, [&](const auto &half) { return half.half.spark == lost.sparks[1].id; });
        without.map.cables.clear();
        without.status = domain::matchTopology(domain::Topology::Pair, without.map, std::span(lost.sparks).first(1));
        for (int again = 0; again < 2; ++again) {
            cable.setCabling(without);
            QCOMPARE(cable.picture().cables.size(), std::size_t(1));
            QCOMPARE(cable.picture().cables[0].state, CableState::NotKnown);
            QCOMPARE(cable.picture().cables[0].lastKnown, lost.hosts[1].lastKnown);
            QVERIFY2(cable.headline().contains(lost.hosts[1].name), qPrintable(cable.headline()));
        }
        for (engine::LiveHalf &half : without.halves) // pulled at the end that tells
            half.carrier = false;
        cable.setCabling(without);
        QVERIFY(cable.picture().cables.empty());
        cable.setHosts(pair.hosts);
        cable.setCabling(pair.cabling);
        QCOMPARE(cable.picture().cables.size(), std::size_t(1));
        QCOMPARE(cable.picture().cables[0].state, CableState::Up);
    }

    void wakingChip_isSaid_untilItIsAwake()
    {
        fixtures::Fabric pair = fixtures::wakingPair();
        viewmodels::CableViewModel cable;
        cable.setHosts(pair.hosts);
        cable.setCabling(pair.cabling);
        const QString words = u"the network chip is waking up"_s;
        for (const viewmodels::PictureBox &box : cable.picture().boxes) {
            QVERIFY(box.waking);
            QCOMPARE(box.note, words);
        }
        FabricTable table;
        table.setPicture(cable.picture());
        const int empty = table.rowOf(viewmodels::SocketKey{pair.hosts[0].name, 1});
        QCOMPARE(table.index(empty, FabricTable::State).data().toString(), words);
        QVERIFY(cable.describe(viewmodels::SocketKey{pair.hosts[0].name, 1}).contains(words));
        QVERIFY(cable.linkText().contains(words));
        // Both ends are in: nothing is asked for until they are awake.
        QVERIFY2(cable.headline().contains(u"waking up"_s), qPrintable(cable.headline()));
        QVERIFY(cable.headline().contains(pair.hosts[0].name) && cable.headline().contains(pair.hosts[1].name));
        // One end is in: the other is still to be plugged.
        pair.cabling.waking.pop_back();
        cable.setCabling(pair.cabling);
        QVERIFY2(!cable.headline().contains(u"waking up"_s), qPrintable(cable.headline()));
        QVERIFY(cable.linkText().contains(pair.hosts[0].name));
        pair.cabling.waking.clear();
        cable.setCabling(pair.cabling);
        QVERIFY(!cable.linkText().contains(words));
        for (const viewmodels::PictureBox &box : cable.picture().boxes)
            QVERIFY(!box.waking && box.note != words);
    }

    // The legend has a line for it where there is such a cable, and only there.
    void legend_tellsOfNarrowCables()
    {
        widgets::MapLegend legend;
        const QString before = legend.accessibleDescription();
        const int width = legend.sizeHint().width();
        QVERIFY(!before.contains(u"200 Gb/s"_s));
        legend.setAlso({true, false});
        QVERIFY(legend.accessibleDescription().contains(u"slower than 200 Gb/s"_s));
        QVERIFY(legend.sizeHint().width() > width);
        legend.setAlso({});
        QCOMPARE(legend.accessibleDescription(), before);
    }

    // A cable that is up and not needed is not drawn like one of which nothing is known; and the legend says what its
    // look means where there is one, and only there.
    void spareCable_hasALookOfItsOwn()
    {
        const FabricPicture ring = pictureOf(fixtures::cabledRing(domain::Topology::Star));
        QVERIFY(widgets::MapLegend::alsoIn(ring).spare);
        QVERIFY(!widgets::MapLegend::alsoIn(pictureOf(fixtures::cabledPair())).spare);
        widgets::MapLegend legend;
        const QString usual = legend.accessibleDescription();
        legend.setAlso(widgets::MapLegend::alsoIn(ring));
        QVERIFY(!usual.contains(u"not needed"_s) && legend.accessibleDescription().contains(u"not needed"_s));

        FabricPicture unknown = ring;
        for (viewmodels::PictureCable &cable : unknown.cables)
            if (cable.faint)
                cable.state = CableState::NotKnown;
        widgets::FabricMap map;
        map.resize(1000, 520);
        map.setPicture(ring);
        const qsizetype spareInk = greenish(map.grab().toImage());
        map.setPicture(unknown);
        QVERIFY(spareInk > greenish(map.grab().toImage()) + 100);
    }

    // It begins where one begins to read.
    void legend_isMirrored()
    {
        widgets::MapLegend legend;
        legend.resize(legend.sizeHint());
        const auto blueFrom = [&](Qt::LayoutDirection direction) { // the first sample's: "up"
            legend.setLayoutDirection(direction);
            const QImage image = legend.grab().toImage();
            int left = image.width(), right = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == widgets::Stage::cable(1)) {
                        left = std::min(left, x);
                        right = std::max(right, x);
                    }
            return std::pair(left, right);
        };
        const auto read = blueFrom(Qt::LeftToRight), mirrored = blueFrom(Qt::RightToLeft);
        QVERIFY(read.first < 30 && read.second < legend.width() / 2);
        QVERIFY(mirrored.second > legend.width() - 30 && mirrored.first > legend.width() / 2);
    }
};

int runMapStateTests(const QStringList &arguments)
{
    TestMapStates test;
    return QTest::qExec(&test, arguments);
}

#include "mapstatetests.moc"
