// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "widgets/fabric/topologysketch.h"

#include <algorithm>
#include <map>

using namespace sparkloom;
using domain::Topology;
using widgets::TopologySketch;

namespace {

constexpr QSizeF kField(150, 90);

int count(const TopologySketch &sketch, TopologySketch::Kind kind)
{
    return static_cast<int>(
        std::count_if(sketch.boxes().begin(), sketch.boxes().end(), [&](const auto &box) { return box.kind == kind; }));
}

std::vector<Topology> allFor(int sparks)
{
    return domain::possibleTopologies(sparks);
}

} // namespace

class TestTopologySketch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyForm_staysInItsFieldAndApart()
    {
        for (const int sparks : {2, 3, 4, 5, 6, 8, 12, 64})
            for (const Topology topology : allFor(sparks)) {
                const TopologySketch sketch(topology, sparks, kField);
                QCOMPARE(count(sketch, TopologySketch::Kind::Spark), std::min(sparks, TopologySketch::kMostSparks));
                for (const auto &box : sketch.boxes()) {
                    QVERIFY2(QRectF(QPointF(), kField).contains(box.rect), domain::toText(topology).data());
                    for (const auto &other : sketch.boxes())
                        QVERIFY2(box == other || !box.rect.intersects(other.rect), domain::toText(topology).data());
                }
            }
    }

    void cables_areAsManyAsTheFormHas()
    {
        const auto cables = [](Topology topology, int sparks) {
            return static_cast<int>(TopologySketch(topology, sparks, kField).cables().size());
        };
        QCOMPARE(cables(Topology::Pair, 2), 1);
        QCOMPARE(cables(Topology::PairTwoCables, 2), 2);
        QCOMPARE(cables(Topology::SplitRole, 2), 3);
        QCOMPARE(cables(Topology::SplitRole, 4), 6);
        QCOMPARE(cables(Topology::Ring, 3), 3);
        QCOMPARE(cables(Topology::Line, 3), 2);
        QCOMPARE(cables(Topology::Star, 4), 4);
        QCOMPARE(cables(Topology::StarTwoCables, 4), 8);
    }

    void cables_endAtTheirBoxesAndSecondOnesRunBeside()
    {
        const TopologySketch sketch(Topology::PairTwoCables, 2, kField);
        const auto &first = sketch.cables()[0], &second = sketch.cables()[1];
        QVERIFY(sketch.boxes()[0].rect.contains(sketch.start(first)));
        QVERIFY(sketch.boxes()[1].rect.contains(sketch.end(first)));
        QVERIFY(sketch.start(first) != sketch.start(second));
        for (const int sparks : {3, 6, 12}) {
            const TopologySketch ring(Topology::Ring, sparks, kField);
            for (const auto &cable : ring.cables())
                QVERIFY(cable.from != cable.to);
        }
    }

    void star_hasItsSwitchAndSplitItsStorage()
    {
        QCOMPARE(count(TopologySketch(Topology::Star, 8, kField), TopologySketch::Kind::Switch), 1);
        QCOMPARE(count(TopologySketch(Topology::Ring, 8, kField), TopologySketch::Kind::Switch), 0);
        QCOMPARE(count(TopologySketch(Topology::SplitRole, 2, kField), TopologySketch::Kind::Storage), 1);
        // In a ring every Spark has two neighbours, in a line the ends have one.
        for (const auto &[topology, ends] : {std::pair(Topology::Ring, 0), std::pair(Topology::Line, 2)}) {
            std::map<int, int> plugs;
            const TopologySketch five(topology, 5, kField);
            for (const auto &cable : five.cables()) {
                ++plugs[cable.from];
                ++plugs[cable.to];
            }
            QCOMPARE(static_cast<int>(std::count_if(
                         plugs.begin(), plugs.end(), [](const auto &entry) { return entry.second == 1; })),
                ends);
        }
    }
};

QTEST_GUILESS_MAIN(TestTopologySketch)
#include "tst_topologysketch.moc"
