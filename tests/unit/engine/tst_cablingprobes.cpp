// SPDX-License-Identifier: GPL-3.0-or-later
// What the cable map does when a person asks for it: probes as root, and "which cable is this?". Some seconds: what
// goes dark together is known only when nothing else has changed for a while.
#include "sessionfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace sparkloom;
using namespace sparkloom::test;
using domain::CageIndex;
using domain::EvidenceKind;

namespace {

constexpr int kPullPatienceMs = 20'000;

std::set<EvidenceKind> kindsOf(const domain::Cable &cable)
{
    std::set<EvidenceKind> kinds;
    for (const domain::Evidence &evidence : cable.evidence)
        kinds.insert(evidence.kind);
    return kinds;
}

} // namespace

class TestCablingProbes : public QObject {
    Q_OBJECT

    // Sparks of which no probe without root hears anything, being watched.
    static void watchDeaf(SessionFixture &fixture, int count)
    {
        fixture.begin(count);
        for (int i = 0; i < count; ++i)
            fixture.sparks.spark(static_cast<std::size_t>(i)).deaf = true;
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(finish(fixture.session->startCabling({}))->ok());
    }
    static domain::CageRef at(SessionFixture &fixture, std::size_t spark, CageIndex cage)
    {
        return {fixture.sparks.spark(spark).facts.id, cage};
    }

private Q_SLOTS:
    void unknownCages_areFoundByPlugsAndFrames_data()
    {
        QTest::addColumn<bool>("serials");
        QTest::addColumn<bool>("frames");
        QTest::addColumn<bool>("certain");
        QTest::newRow("both") << true << true << true;
        QTest::newRow("serial numbers only") << true << false << false;
        QTest::newRow("frames only") << false << true << true;
    }
    void unknownCages_areFoundByPlugsAndFrames()
    {
        QFETCH(bool, serials);
        QFETCH(bool, frames);
        QFETCH(bool, certain);
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::One);
        for (std::size_t i = 0; i < 2; ++i) {
            FakeSpark &spark = fixture.sparks.spark(i);
            spark.rawDeaf = !frames;
            if (serials)
                spark.plugs[i == 0 ? CageIndex::Zero : CageIndex::One] = {"Amphenol", "NJAAKK-N911", "APF25281234567"};
        }
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        QVERIFY(finish(fixture.session->probeUnknown())->ok());
        const domain::CableMap map = fixture.session->cabling().map;
        QCOMPARE(map.cables.size(), std::size_t(1));
        QCOMPARE(map.cables[0].certainty == domain::Certainty::Certain, certain);
        QCOMPARE(kindsOf(map.cables[0]).contains(EvidenceKind::ModuleSerial), serials);
        QCOMPARE(kindsOf(map.cables[0]).contains(EvidenceKind::RawFrame), frames);
        for (const auto &[name, asked] : fixture.person.sudoAsked)
            QVERIFY(asked.size() == 1 && asked[0].first == SudoReason::Probe);
        QCOMPARE(fixture.person.sudoAsked.size(), std::size_t(2));
    }

    // Frames that no switch passes on tell a cable from a switch between two; where one end takes none of them nothing
    // follows while the other hears them.
    void switchBetweenTwo_isTold_data()
    {
        QTest::addColumn<bool>("onSwitch");
        QTest::addColumn<int>("deafToDirect");
        QTest::newRow("cable") << false << 0;
        QTest::newRow("cable, one end takes none") << false << 1;
        QTest::newRow("switch") << true << 0;
    }
    void switchBetweenTwo_isTold()
    {
        QFETCH(bool, onSwitch);
        QFETCH(int, deafToDirect);
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        fixture.sparks.spark(0).directDeaf = deafToDirect > 0;
        if (!onSwitch)
            fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        for (std::size_t i = 0; onSwitch && i < 2; ++i)
            fixture.sparks.plugIntoSwitch(i, CageIndex::Zero);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        QVERIFY(finish(fixture.session->probeUnknown())->ok());
        const CablingView view = fixture.session->cabling();
        QCOMPARE(view.map.cables.size(), std::size_t(1));
        QVERIFY(view.map.cables[0].b.cage && view.map.cables[0].certainty == domain::Certainty::Certain);
        QCOMPARE(view.map.cables[0].throughSwitch(), onSwitch);
        QCOMPARE(kindsOf(view.map.cables[0]).contains(EvidenceKind::DirectFrame), !onSwitch);
        QVERIFY(view.recognised == domain::Topology::Pair); // it serves as a cable does
        QCOMPARE(std::ranges::count_if(
                     view.notes, [](const base::Message &note) { return note.id == "cabling.switch-between"; }),
            onSwitch ? 1 : 0);
    }

    // A serial number that says something else than the frames: shown, not guessed over.
    void contradiction_isShown()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 3);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        fixture.sparks.plug(1, CageIndex::One, 2, CageIndex::Zero);
        for (const std::size_t i : {std::size_t(0), std::size_t(2)})
            fixture.sparks.spark(i).plugs[CageIndex::Zero] = {"Amphenol", "NJAAKK-N911", "APF25281234567"};
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(4));
        QVERIFY(finish(fixture.session->probeUnknown())->ok());
        const domain::CableMap map = fixture.session->cabling().map;
        QVERIFY(map.cables.empty());
        QVERIFY(!map.contradictions.empty());
    }

    void onlySparksWithUnknownCages_areAsked()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 3);
        fixture.sparks.spark(2).deaf = false;
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        QVERIFY(finish(fixture.session->probeUnknown())->ok());
        QCOMPARE(fixture.person.sudoAsked.size(), std::size_t(2));
        QVERIFY(fixture.sparks.spark(2).count("root:modules") == 0);
    }

    // A switch that says its name is told; it is no cable, and a moved plug makes it void.
    void whatADeviceSays_isToldAndChangesNoMap()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        for (std::size_t i = 0; i < 2; ++i)
            fixture.sparks.spark(i).rawDeaf = true;
        for (const domain::Side side : {domain::Side::A, domain::Side::B})
            fixture.sparks.spark(0).devices.push_back(
                {{CageIndex::Zero, side}, {"48:a9:8a:01:02:03", "qsfp56-dd-1-1", "crs804"}});
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        const auto says = [&] {
            const std::vector<base::Message> notes = fixture.session->cabling().notes;
            return std::count_if(notes.begin(), notes.end(), [](const base::Message &note) {
                return note.id == "cabling.device-says"
                    && std::get<std::string>(note.arguments.at("device")) == "crs804"
                    && std::get<std::string>(note.arguments.at("port")) == "qsfp56-dd-1-1";
            });
        };
        QVERIFY(finish(fixture.session->probeUnknown())->ok());
        QCOMPARE(says(), 1);
        QVERIFY(fixture.session->cabling().map.cables.empty());
        QCOMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        fixture.sparks.plug(0, CageIndex::One, 1, CageIndex::One);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(4));
        QCOMPARE(says(), 0);
    }

    // Offered once nothing is left to try without root, and again only after a plug has moved.
    void probes_areOfferedWhereTheyMayHelp()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        for (std::size_t i = 0; i < 2; ++i)
            fixture.sparks.spark(i).rawDeaf = true;
        const auto view = [&] { return fixture.session->cabling(); };
        const auto inVain = [&] {
            const std::vector<base::Message> notes = view().notes;
            return std::count_if(notes.begin(), notes.end(),
                [](const base::Message &note) { return note.id == "cabling.probed-in-vain-many"; });
        };
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        QTRY_COMPARE(view().map.unknown.size(), std::size_t(2));
        QVERIFY2(!view().probeOffered, "the counters may still tell");
        QTRY_VERIFY_WITH_TIMEOUT(view().probeOffered, kPullPatienceMs);
        auto probing = fixture.session->probeUnknown();
        QVERIFY(view().probing && !view().probeOffered);
        QVERIFY(finish(std::move(probing))->ok());
        QTRY_VERIFY(!view().probing);
        QVERIFY(!view().probeOffered);
        QCOMPARE(inVain(), 1);
        fixture.sparks.plug(0, CageIndex::One, 1, CageIndex::One);
        QTRY_COMPARE(view().map.unknown.size(), std::size_t(4));
        QCOMPARE(inVain(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(view().probeOffered, kPullPatienceMs);
        fixture.session->stopCabling();
        QVERIFY(!view().probeOffered);
    }

    // Said when the other socket had its time, and taken back when it lights; not where a switch is the goal.
    void oddNumberOfLitSockets_isToldAfterAWhile()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        const auto odd = [&] {
            const std::vector<base::Message> notes = fixture.session->cabling().notes;
            return std::any_of(
                notes.begin(), notes.end(), [](const base::Message &note) { return note.id == "cabling.odd-sockets"; });
        };
        QElapsedTimer sincePlug;
        std::optional<qint64> toldAfter;
        connect(fixture.session.get(), &ClusterSession::cablingChanged, this, [&] {
            if (odd() && !toldAfter)
                toldAfter = sincePlug.elapsed();
        });
        sincePlug.start();
        fixture.sparks.plugIntoSwitch(0, CageIndex::Zero);
        QTRY_VERIFY_WITH_TIMEOUT(odd(), kPullPatienceMs);
        QVERIFY(toldAfter && *toldAfter >= 4'000);
        fixture.session->setGoal(domain::Topology::SplitRole);
        QVERIFY(!odd());
        fixture.session->setGoal(domain::Topology::Pair);
        QVERIFY(odd());
        fixture.sparks.plugIntoSwitch(1, CageIndex::Zero);
        QTRY_VERIFY(!odd());
    }

    void nobodyMaySudo_isAnError_andTheMapStays()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        fixture.person.sudo.clear();
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
        QVERIFY(!finish(fixture.session->probeUnknown())->ok());
        QCOMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(2));
    }

    void whichCable_isToldWhenItIsPulled_andKnownWhenItIsBack()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 3);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::One);
        fixture.sparks.plug(1, CageIndex::Zero, 2, CageIndex::Zero);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(4));
        fixture.session->watchPulls(true);
        fixture.sparks.unplug(0, CageIndex::Zero);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->cabling().pulled.has_value(), kPullPatienceMs);
        const domain::Pull expected =
            domain::readPull({at(fixture, 0, CageIndex::Zero), at(fixture, 1, CageIndex::One)});
        QCOMPARE(*fixture.session->cabling().pulled, expected);
        QVERIFY(!fixture.session->cabling().putBack);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::One);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->cabling().putBack.has_value(), kPullPatienceMs);
        QCOMPARE(*fixture.session->cabling().putBack, expected);
        const domain::CableMap map = fixture.session->cabling().map;
        QCOMPARE(map.cables.size(), std::size_t(1));
        QVERIFY(map.cables[0].certainty == domain::Certainty::Certain);
        QCOMPARE(kindsOf(map.cables[0]), std::set{EvidenceKind::Unplug});
        QCOMPARE(map.unknown.size(), std::size_t(2)); // the other cable was not touched
        fixture.session->watchPulls(false);
        QVERIFY(!fixture.session->cabling().pulled);
    }

    // It was put somewhere else, and a Spark that goes away meanwhile does not count as dark.
    void whichCable_movedPlugAndLostSpark()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 4);
        fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::One);
        fixture.sparks.plugIntoSwitch(3, CageIndex::Zero);
        QTRY_COMPARE(fixture.session->cabling().map.unknown.size(), std::size_t(3));
        fixture.session->watchPulls(true);
        for (FakeHost *host : std::set<FakeHost *>(fixture.sparks.hosts))
            if (host->spark == &fixture.sparks.spark(3))
                host->cut();
        fixture.sparks.unplug(0, CageIndex::Zero);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->cabling().pulled.has_value(), kPullPatienceMs);
        QVERIFY(fixture.session->cabling().pulled->reading == domain::Pull::Reading::Cable);
        fixture.sparks.plug(0, CageIndex::Zero, 2, CageIndex::Zero);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session->cabling().putBack.has_value(), kPullPatienceMs);
        QCOMPARE(*fixture.session->cabling().putBack,
            domain::readPull({at(fixture, 0, CageIndex::Zero), at(fixture, 2, CageIndex::Zero)}));
        QVERIFY(fixture.session->cabling().map.cableAt(at(fixture, 2, CageIndex::Zero)));
        QVERIFY(!fixture.session->cabling().map.cableAt(at(fixture, 1, CageIndex::One)));
    }

    // Halves that come after a plug: the chip is waking until its cable is up.
    void chipThatWakes_isToldUntilItsCableIsUp()
    {
        SessionFixture fixture;
        fixture.begin(1);
        const std::vector<domain::HalfFacts> halves = fixture.sparks.spark(0).facts.halves;
        fixture.sparks.spark(0).facts.halves.clear(); // no cable, no chip
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(finish(fixture.session->startCabling({}))->ok());
        QTRY_VERIFY(fixture.session->cabling().lastEvent.isValid()); // how it was before
        QVERIFY(fixture.session->cabling().waking.empty());
        fixture.sparks.spark(0).facts.halves = {halves.front()};
        fixture.sparks.tellWatchers();
        QTRY_COMPARE(fixture.session->cabling().waking, std::vector{fixture.sparks.spark(0).facts.id});
        fixture.sparks.spark(0).facts.halves = halves;
        fixture.sparks.tellWatchers();
        QTRY_VERIFY(fixture.session->cabling().halves.back().present);
        QCOMPARE(fixture.session->cabling().waking, std::vector{fixture.sparks.spark(0).facts.id});
        fixture.sparks.plugIntoSwitch(0, CageIndex::Zero);
        QTRY_VERIFY(fixture.session->cabling().waking.empty());
    }

    // A watch tells that there is a link, the inventory how fast it is: it is asked again, and a link that went takes
    // its speed along.
    void speedOfALink_isAskedWhenItCameUp()
    {
        SessionFixture fixture;
        watchDeaf(fixture, 2);
        const auto speed = [&] { return fixture.session->hosts().front().facts->halves.front().speedMbps; };
        QVERIFY(!speed());
        const int before = fixture.sparks.spark(0).count("inventory");
        for (const int mbps : {200'000, 100'000}) {
            fixture.sparks.spark(0).facts.halves.front().speedMbps = mbps;
            fixture.sparks.plug(0, CageIndex::Zero, 1, CageIndex::Zero);
            QTRY_COMPARE(speed(), std::optional(mbps));
            fixture.sparks.unplug(0, CageIndex::Zero);
            QTRY_VERIFY(!speed());
        }
        QCOMPARE(fixture.sparks.spark(0).count("inventory"), before + 2);
    }
};

QTEST_GUILESS_MAIN(TestCablingProbes)
#include "tst_cablingprobes.moc"
