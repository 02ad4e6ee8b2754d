// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry of the fabric map: nothing overlaps, cables end in their sockets, the drawings agree with each other, and
// news change only what they are about.
#include "fixtures.h"
#include "mapstatetests.h"
#include "widgets/fabric/backpanel.h"
#include "widgets/fabric/fabriclayout.h"
#include "widgets/fabric/fabricmap.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QTest>

#include <cmath>
#include <functional>
#include <set>

using namespace sparkloom;
using viewmodels::FabricPicture;
using viewmodels::SocketKey;
using widgets::BackPanel;
using widgets::FabricLayout;

class TestFabricLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawings_haveTheirCagesInTheSamePlaces()
    {
        const widgets::PanelGeometry generic = BackPanel::geometry();
        QCOMPARE(generic.sockets.size(), std::size_t(2));
        QVERIFY(QRectF(QPointF(), generic.size).contains(generic.sockets[0]));
        QVERIFY2(generic.sockets[0].right() < generic.sockets[1].left(), "cage 0 stands left of cage 1");
        for (const domain::Maker maker : {domain::Maker::FoundersEdition, domain::Maker::Asus, domain::Maker::Dell}) {
            QCOMPARE(BackPanel::geometryOf(maker).size, generic.size);
            QCOMPARE(BackPanel::geometryOf(maker).sockets, generic.sockets);
        }
        QVERIFY(BackPanel::hasOwnDrawing(domain::Maker::FoundersEdition));
        QVERIFY(!BackPanel::hasOwnDrawing(domain::Maker::Asus));
    }

    void boxes_doNotOverlap_data()
    {
        QTest::addColumn<int>("sparks");
        QTest::addColumn<double>("aspect");
        for (const int sparks : {1, 2, 3, 4, 5, 8, 16, 64})
            for (const double aspect : {0.5, 1.0, 2.4})
                QTest::addRow("%d Sparks, %.1f wide", sparks, aspect) << sparks << aspect;
    }

    void boxes_doNotOverlap()
    {
        QFETCH(int, sparks);
        QFETCH(double, aspect);
        FabricPicture picture;
        for (int i = 0; i < sparks; ++i) {
            viewmodels::PictureBox box;
            box.key = box.name = QStringLiteral("spark-%1").arg(i);
            box.sockets.resize(2);
            picture.boxes.push_back(box);
        }
        const FabricLayout layout(picture, BackPanel::geometry(), aspect);
        for (int i = 0; i < sparks; ++i) {
            const QRectF box = layout.boxRect(picture.boxes[static_cast<std::size_t>(i)].key);
            QVERIFY(layout.bounds().contains(box));
            for (int j = 0; j < i; ++j)
                QVERIFY(!box.intersects(layout.boxRect(picture.boxes[static_cast<std::size_t>(j)].key)));
            for (int socket = 0; socket < 2; ++socket)
                QVERIFY(box.contains(layout.socketRect({picture.boxes[static_cast<std::size_t>(i)].key, socket})));
        }
        QCOMPARE(layout.sockets().size(), static_cast<std::size_t>(2 * sparks));
    }

    void cables_endAtTheirSockets_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("pair") << 0;
        QTest::newRow("ring") << 1;
        QTest::newRow("star") << 2;
        QTest::newRow("wrong ring") << 3;
    }

    void cables_endAtTheirSockets()
    {
        QFETCH(int, which);
        const fixtures::Fabric fabric = which == 0 ? fixtures::cabledPair()
            : which == 1                           ? fixtures::ringInWork()
            : which == 2                           ? fixtures::starOfFour()
                                                   : fixtures::wrongRing();
        const FabricPicture picture = pictureOf(fabric);
        const FabricLayout layout(picture, BackPanel::geometry(), 2.0);
        QCOMPARE(static_cast<std::size_t>(layout.cableCount()), picture.cables.size());
        QVERIFY(layout.cableCount() > 0);
        for (int i = 0; i < layout.cableCount(); ++i) {
            for (const bool first : {true, false}) {
                const SocketKey end = first ? layout.endA(i) : layout.endB(i);
                const QRectF plug = first ? layout.plugA(i) : layout.plugB(i);
                QVERIFY2(!layout.socketRect(end).isNull(), qPrintable(end.box));
                QVERIFY(plug.intersects(layout.socketRect(end)));
                const QPointF tip = layout.curve(i).at(first ? 0 : 1);
                QVERIFY(std::abs(tip.x() - layout.socketRect(end).center().x()) < 0.01);
                QVERIFY(plug.adjusted(-0.1, -0.1, 0.1, 0.1).contains(tip));
            }
            QVERIFY(layout.bounds().contains(layout.labelPosition(i)));
        }
    }

    void lanes_runBesideEachOtherWithoutTouching()
    {
        const FabricPicture picture = pictureOf(fixtures::cabledPair());
        const FabricLayout layout(picture, BackPanel::geometry(), 2.0);
        const auto left = layout.curve(0).beside(-4.2);
        const auto right = layout.curve(0).beside(4.2);
        QCOMPARE(left.size(), right.size());
        for (std::size_t i = 0; i < left.size(); ++i)
            QVERIFY(std::abs(std::hypot(left[i].x() - right[i].x(), left[i].y() - right[i].y()) - 8.4) < 0.2);
    }

    void switchSockets_areDealtFromLeftToRight()
    {
        const FabricPicture picture = pictureOf(fixtures::starOfFour());
        const FabricLayout layout(picture, BackPanel::geometry(), 2.0);
        QCOMPARE(layout.socketCount(QStringLiteral("switch0")), 4);
        for (int i = 0; i < layout.cableCount(); ++i)
            for (int j = 0; j < layout.cableCount(); ++j) {
                const double xi = layout.socketRect(layout.endA(i)).center().x();
                const double xj = layout.socketRect(layout.endA(j)).center().x();
                if (xi < xj)
                    QVERIFY(layout.socketRect(layout.endB(i)).x() < layout.socketRect(layout.endB(j)).x());
            }
    }

    // Many Sparks around a switch: several rows, so that names can be read; each cable can be followed by the eye.
    void bigStar_standsInRowsAroundItsSwitch_data()
    {
        QTest::addColumn<int>("sparks");
        QTest::addColumn<bool>("bothCages");
        QTest::addColumn<double>("least"); // pixels of a name, fitted into the map of a page at 1280x720
        QTest::newRow("9") << 9 << false << 9.0;
        QTest::newRow("16") << 16 << false << 9.0;
        QTest::newRow("16, two cables each") << 16 << true << 9.0;
        QTest::newRow("33") << 33 << false << 9.0;
        QTest::newRow("64") << 64 << false << 9.0;
        QTest::newRow("64, two cables each") << 64 << true << 7.5;
    }

    void bigStar_standsInRowsAroundItsSwitch()
    {
        QFETCH(int, sparks);
        QFETCH(bool, bothCages);
        QFETCH(double, least);
        std::vector<fixtures::Plugged> cables;
        for (int i = 0; i < sparks; ++i)
            for (const domain::CageIndex cage : domain::kAllCages)
                if (bothCages || cage == domain::CageIndex::Zero)
                    cables.push_back({i, cage, -1, domain::CageIndex::Zero});
        const FabricPicture picture = pictureOf(fixtures::fabric(sparks, cables, domain::Topology::Star));
        QCOMPARE(picture.cables.size(), cables.size());
        const QSizeF view(1000, 470);
        const FabricLayout layout(picture, BackPanel::geometry(), view.width() / view.height());
        const QRectF all = layout.bounds();
        const double scale = std::min(view.width() / all.width(), view.height() / all.height());
        const double name = 15 * layout.textScale() * scale;
        QVERIFY2(name >= least, qPrintable(QString::number(name)));
        QVERIFY2(all.width() / all.height() > 1.2 && all.width() / all.height() < 4,
            qPrintable(QString::number(all.width() / all.height())));
        std::set<double> rows;
        for (const viewmodels::PictureBox &box : picture.boxes) {
            const QRectF rect = layout.boxRect(box.key);
            rows.insert(rect.top());
            QVERIFY(all.contains(rect));
            for (const viewmodels::PictureBox &other : picture.boxes)
                QVERIFY(&other == &box || !rect.intersects(layout.boxRect(other.key)));
        }
        QVERIFY(rows.size() >= 4); // with that of the switch
        // A socket of the switch for each cable.
        const QString hub = QStringLiteral("switch0");
        QCOMPARE(layout.socketCount(hub), static_cast<int>(cables.size()));
        for (int i = 0; i < layout.socketCount(hub); ++i) {
            QVERIFY(layout.boxRect(hub).contains(layout.socketRect({hub, i})));
            for (int j = 0; j < i && !bothCages; ++j) // more than fit beside each other lie closer
                QVERIFY(!layout.socketRect({hub, i}).intersects(layout.socketRect({hub, j})));
        }
        for (int i = 0; i < layout.cableCount(); ++i) {
            // It ends where its plugs do, and no way leads over another Spark.
            QVERIFY(layout.plugA(i).adjusted(-0.1, -0.1, 0.1, 0.1).contains(layout.curve(i).at(0)));
            QVERIFY(layout.plugB(i).adjusted(-0.1, -0.1, 0.1, 0.1).contains(layout.curve(i).at(1)));
            for (int step = 0; step <= 300; ++step) {
                const QPointF at = layout.curve(i).at(step / 300.0);
                QVERIFY(all.contains(at));
                for (const viewmodels::PictureBox &box : picture.boxes)
                    if (box.key != layout.endA(i).box && box.key != hub && layout.boxRect(box.key).contains(at))
                        QFAIL(qPrintable(layout.endA(i).box + QStringLiteral(" lies over ") + box.key));
            }
            // Its number stands at its own Spark, and no other covers it.
            const auto far = [&](const QPointF &from) {
                return std::hypot(from.x() - layout.labelPosition(i).x(), from.y() - layout.labelPosition(i).y());
            };
            QVERIFY(far(layout.socketRect(layout.endA(i)).center()) < 150);
            for (int j = 0; j < i; ++j)
                QVERIFY(far(layout.labelPosition(j)) > (bothCages ? 10 : 26 * layout.labelScale()));
        }
    }

    // Up to eight of them stand in two rows, as on a desk.
    void smallStar_isAsItWas()
    {
        std::vector<fixtures::Plugged> cables;
        for (int i = 0; i < 8; ++i)
            cables.push_back({i, domain::CageIndex::Zero, -1, domain::CageIndex::Zero});
        const FabricPicture picture = pictureOf(fixtures::fabric(8, cables, domain::Topology::Star));
        const FabricLayout layout(picture, BackPanel::geometry(), 2.0);
        QCOMPARE(layout.textScale(), 1.0);
        QCOMPARE(layout.labelScale(), 1.0);
        std::set<double> rows;
        for (const viewmodels::PictureBox &box : picture.boxes)
            rows.insert(layout.boxRect(box.key).top());
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(layout.labelPosition(0), layout.curve(0).at(0.5));
    }

    void tray_standsBelowEverything()
    {
        FabricPicture picture = pictureOf(fixtures::sealedPair(true));
        picture.tray.visible = true;
        picture.tray.cables = 1;
        const FabricLayout layout(picture, BackPanel::geometry(), 2.0);
        QVERIFY(!layout.trayRect().isNull());
        for (const viewmodels::PictureBox &box : picture.boxes)
            QVERIFY(layout.trayRect().top() > layout.boxRect(box.key).bottom());
        QVERIFY(layout.trayRect().contains(layout.trayPlug()));
        QVERIFY(layout.bounds().contains(layout.trayRect()));
    }

    void samePicture_givesSamePlaces()
    {
        const FabricPicture picture = pictureOf(fixtures::ringInWork());
        const FabricLayout one(picture, BackPanel::geometry(), 1.7);
        const FabricLayout two(picture, BackPanel::geometry(), 1.7);
        for (const SocketKey &key : one.sockets())
            QCOMPARE(one.socketRect(key), two.socketRect(key));
    }

    // Where cables cross, each keeps its number, or its cross, to itself: it is what a person reads and clicks.
    void labels_neverMeet()
    {
        using domain::CageIndex, domain::Topology;
        std::vector<FabricPicture> pictures = {pictureOf(fixtures::wrongRing()), pictureOf(fixtures::ringInWork())};
        for (const Topology goal : {Topology::Ring, Topology::Star, Topology::Line})
            for (const auto &[first, second] : {std::pair(1, 2), std::pair(2, 1)})
                for (const CageIndex there : domain::kAllCages) {
                    const CageIndex other = there == CageIndex::Zero ? CageIndex::One : CageIndex::Zero;
                    pictures.push_back(pictureOf(fixtures::fabric(3,
                        {{0, CageIndex::Zero, first, there}, {0, CageIndex::One, second, there},
                            {1, other, 2, other}},
                        goal)));
                }
        for (const FabricPicture &picture : pictures) {
            const FabricLayout layout(picture, BackPanel::geometry(), 1.7);
            for (int i = 0; i < layout.cableCount(); ++i)
                for (int other = 0; other < i; ++other) {
                    const QPointF apart = layout.labelPosition(i) - layout.labelPosition(other);
                    QVERIFY2(std::abs(apart.x()) >= 26 || std::abs(apart.y()) >= 26,
                        qPrintable(QStringLiteral("%1 and %2 of %3").arg(i).arg(other).arg(layout.cableCount())));
                }
        }
    }

    // News keep what is drawn, and look like a map that was drawn anew.
    void news_changeOnlyWhatTheyAreAbout()
    {
        using viewmodels::CableState, viewmodels::LaneProof, viewmodels::SocketState;
        std::vector<fixtures::Plugged> cables;
        for (int i = 0; i < 6; ++i)
            cables.push_back({i, domain::CageIndex::Zero, -1, domain::CageIndex::Zero});
        FabricPicture picture = pictureOf(fixtures::fabric(6, cables, domain::Topology::Star));
        picture.tray.visible = true;
        widgets::FabricMap map;
        map.resize(900, 520);
        map.setPicture(picture);
        const QList<QGraphicsItem *> drawn = map.scene()->items(Qt::AscendingOrder);
        const std::vector<std::function<void()>> news = {
            [&] { picture.boxes[1].reachable = false; },
            [&] { picture.boxes[2].note = QStringLiteral("asleep"); },
            [&] {
                picture.boxes[3].sockets[0] = {SocketState::HalfLit, {true, false}, true, 4, false};
            },
            [&] { picture.cables[0].state = CableState::ToPlug; }, // leads into the sockets
            [&] { picture.cables[0].state = CableState::HalfUp; },
            [&] {
                picture.cables[1].lanes = {{{true, LaneProof::Passed}, {false, LaneProof::Failed}}};
            }, // wider label
            [&] { picture.cables[2].state = CableState::Wrong; },
            [&] { picture.cables[3].faint = true; },
            [&] { picture.tray.cables = 2; },
        };
        QImage before = map.grab().toImage();
        for (std::size_t i = 0; i < news.size(); ++i) {
            news[i]();
            map.setPicture(picture);
            widgets::FabricMap anew;
            anew.resize(map.size());
            anew.setPicture(picture);
            const QImage now = map.grab().toImage();
            QVERIFY2(now != before, qPrintable(QString::number(i)));
            QCOMPARE(now, anew.grab().toImage());
            QCOMPARE(map.scene()->items(Qt::AscendingOrder), drawn);
            before = now;
        }
        map.setBusy(true);
        QVERIFY(map.grab().toImage() != before);
        QCOMPARE(map.scene()->items(Qt::AscendingOrder), drawn);
        picture.cables.pop_back(); // this one leaves its socket of the switch to others
        map.setPicture(picture);
        QCOMPARE(map.scene()->items().size(), drawn.size() - 3);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    TestFabricLayout test;
    return QTest::qExec(&test, app.arguments()) + runMapStateTests(app.arguments());
}

#include "tst_fabriclayout.moc"
