// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 does not read every C++20 header
#include "domain/fabric/cableparts.h"
#include "domain/fabric/topologyoptions.h"
#include "fabricfixture.h"

#include <algorithm>
#include <cmath>
#endif

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::domain;
using namespace sparkloom::test;

namespace {

constexpr std::int64_t kMemory = 128'000'000'000;

std::vector<SparkFacts> sparksWithMemory(int count)
{
    std::vector<SparkFacts> sparks = makeSparks(count);
    for (SparkFacts &spark : sparks)
        spark.memoryBytes = kMemory;
    return sparks;
}

std::vector<TopologyOption> optionsOf(int count, const Cabling &cabling)
{
    std::vector<SparkFacts> sparks = sparksWithMemory(count);
    plug(sparks, cabling);
    return topologyOptions(trueMap(sparks, cabling), sparks);
}

TopologyOption optionFor(const std::vector<TopologyOption> &options, Topology topology)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto &option) { return option.topology == topology; });
    return found == options.end() ? TopologyOption{} : *found;
}

} // namespace

class TestTopologyOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wire_carriesWhatTheHeadersLeave()
    {
        // Facts 1.2: ceilings of a 200 Gb/s cable.
        QVERIFY(std::abs(roceCeilingGbps(200, 1024) - 185.2) < 0.05);
        QVERIFY(std::abs(roceCeilingGbps(200, 2048) - 192.3) < 0.05);
        QVERIFY(std::abs(roceCeilingGbps(200, 4096) - 196.1) < 0.05);
    }

    void nothingPlugged_theFirstPossibleOneIsRecommended()
    {
        QVERIFY(topologyOptions({}, makeSparks(1)).empty());
        for (const int count : {2, 3, 4, 5, 8, 64}) {
            const auto options = optionsOf(count, {});
            const auto possible = possibleTopologies(count);
            QCOMPARE(options.size(), possible.size());
            QCOMPARE(
                std::count_if(options.begin(), options.end(), [](const auto &option) { return option.recommended; }),
                1);
            QVERIFY(options.front().recommended);
            for (std::size_t i = 0; i < options.size(); ++i) {
                QVERIFY(options[i].topology == possible[i]);
                QVERIFY(!options[i].cabled && options[i].cablesThere == 0);
                QVERIFY(!options[i].reason.empty());
            }
        }
    }

    void cablesAndSockets_areCountedForTheWholeShape()
    {
        const auto two = optionsOf(2, {});
        QCOMPARE(optionFor(two, Topology::Pair).cables, 1);
        QCOMPARE(optionFor(two, Topology::PairTwoCables).cables, 2);
        QCOMPARE(optionFor(two, Topology::SplitRole).cables, 3);
        QCOMPARE(optionFor(two, Topology::SplitRole).storagePorts, 2);
        QCOMPARE(optionFor(two, Topology::SplitRole).switchPorts, 0);
        const auto four = optionsOf(4, {});
        QCOMPARE(optionFor(four, Topology::Star).cables, 4);
        QCOMPARE(optionFor(four, Topology::Star).switchPorts, 4);
        QCOMPARE(optionFor(four, Topology::StarTwoCables).switchPorts, 8);
        QCOMPARE(optionFor(four, Topology::Ring).cables, 4);
        QCOMPARE(optionFor(four, Topology::Ring).switchPorts, 0);
        QCOMPARE(optionFor(four, Topology::Line).cables, 3);
    }

    void memory_isPooledWhereJobsRunOverAll()
    {
        const auto four = optionsOf(4, {});
        QCOMPARE(optionFor(four, Topology::Star).pooledBytes, 4 * kMemory);
        QCOMPARE(optionFor(four, Topology::SplitRole).pooledSparks, 2);
        QCOMPARE(optionFor(four, Topology::SplitRole).pooledBytes, 2 * kMemory);
        QCOMPARE(optionFor(four, Topology::Line).pooledSparks, 2);
        std::vector<SparkFacts> sparks = sparksWithMemory(2);
        sparks[1].memoryBytes = 64'000'000'000;
        QCOMPARE(topologyOptions({}, sparks).front().pooledBytes, kMemory + 64'000'000'000);
        sparks[1].memoryBytes = 0; // not told
        QCOMPARE(topologyOptions({}, sparks).front().pooledBytes, std::int64_t(0));
    }

    void cabledAlready_comesFirst()
    {
        const auto three = makeSparks(3);
        auto options = optionsOf(3, starCabling(three));
        QVERIFY(options.front().topology == Topology::Star);
        QVERIFY(options.front().cabled && options.front().recommended);
        QCOMPARE(options.front().cablesThere, 3);
        QCOMPARE(options.front().reason.id, std::string("option.cabled"));
        options = optionsOf(3, ringCabling(three));
        QVERIFY(options.front().topology == Topology::Ring && options.front().cabled);
        const auto two = makeSparks(2);
        options = optionsOf(2, pairTwoCabling(two));
        QVERIFY(options.front().topology == Topology::PairTwoCables && options.front().cabled);
        QCOMPARE(std::count_if(options.begin(), options.end(), [](const auto &option) { return option.cabled; }), 1);
    }

    void ringButForOneCable_isARingToBe()
    {
        for (const int count : {3, 5}) {
            Cabling line = ringCabling(makeSparks(count));
            line.direct.pop_back();
            const auto options = optionsOf(count, line);
            QVERIFY(options.front().topology == Topology::Ring);
            QVERIFY(options.front().recommended && !options.front().cabled);
            QCOMPARE(options.front().cablesThere, count - 1);
            QCOMPARE(options.front().reason.id, std::string("option.ring-nearly"));
            QVERIFY(!optionFor(options, Topology::Line).cabled);
        }
    }

    void someCables_areNotBoughtAgain()
    {
        const auto three = makeSparks(3);
        const auto options = optionsOf(3, pairCabling(three));
        QCOMPARE(optionFor(options, Topology::Ring).cablesThere, 1);
        QCOMPARE(optionFor(options, Topology::Ring).cablesMissing, 2);
        QVERIFY(options.front().topology == Topology::Ring);
    }

    // Three cables where a ring needs three, two of them between the same Sparks: one plug moves, nothing is bought.
    void cablesInWrongSockets_areMovedNotBought()
    {
        const auto three = makeSparks(3);
        Cabling wrong = pairTwoCabling(three);
        wrong.direct.push_back({cage(three, 2, 0), cage(three, 2, 1)});
        const auto ring = optionFor(optionsOf(3, wrong), Topology::Ring);
        QCOMPARE(ring.cables, 3);
        QVERIFY2(ring.cablesThere < 3, "not all of them are right");
        QCOMPARE(ring.cablesMissing, 0);
    }

    void speed_isThatOfOneCableEverywhere()
    {
        for (const int count : {2, 3, 4})
            for (const TopologyOption &option : optionsOf(count, {})) {
                QCOMPARE(option.speed.lowGbps, roceCeilingGbps(200, 1024));
                QCOMPARE(option.speed.highGbps, roceCeilingGbps(200, 4096));
            }
        QVERIFY(optionFor(optionsOf(2, {}), Topology::Pair).speed.nccl);
        QVERIFY(optionFor(optionsOf(3, {}), Topology::Ring).speed.nccl);
        QVERIFY2(!optionFor(optionsOf(4, {}), Topology::Ring).speed.nccl, "nobody has published one");
        QVERIFY(!optionFor(optionsOf(3, {}), Topology::Line).speed.nccl);
    }

    void parts_approvedOnesComeFirst()
    {
        const auto parts = cableParts();
        QVERIFY(std::is_partitioned(parts.begin(), parts.end(), [](const CablePart &part) { return part.approved; }));
        QCOMPARE(std::count_if(parts.begin(), parts.end(), [](const CablePart &part) { return part.approved; }), 3);
        for (const CablePart &part : parts)
            QVERIFY(!part.maker.empty() && !part.partNumber.empty());
    }
};

QTEST_GUILESS_MAIN(TestTopologyOptions)
#include "tst_topologyoptions.moc"
