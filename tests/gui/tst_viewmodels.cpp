// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages say and ask for, from values alone.
#include "addresstests.h"
#include "changetests.h"
#include "fixtures.h"
#include "settlingtests.h"
#include "sidetests.h"
#include "steptests.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using viewmodels::CableState;
using viewmodels::SetupViewModels;
using viewmodels::SocketKey;

class TestViewModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<engine::VirtualSocket>(); }

    void cable_pictureShowsTheGoalBeforeAnythingIsPlugged()
    {
        viewmodels::CableViewModel cable;
        const fixtures::Fabric fabric = fixtures::sealedPair(true);
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QCOMPARE(cable.picture().boxes.size(), std::size_t(2));
        QCOMPARE(cable.picture().cables.size(), std::size_t(1));
        QCOMPARE(cable.picture().cables[0].state, CableState::ToPlug);
        QVERIFY(!cable.picture().boxes[0].note.isEmpty()); // the network card sleeps
        QVERIFY(!cable.primaryAction().enabled);
        QVERIFY(!cable.picture().tray.visible);
        int wanted = 0;
        for (const auto &box : cable.picture().boxes)
            for (const auto &socket : box.sockets)
                wanted += socket.wanted;
        QCOMPARE(wanted, 2);
    }

    // Only the Founders Edition has a drawing of its own.
    void cable_generalDrawingsSayThatTheyAre()
    {
        viewmodels::CableViewModel cable;
        fixtures::Fabric fabric = fixtures::cabledPair();
        fabric.cabling.running = true;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        const auto &boxes = cable.picture().boxes;
        QVERIFY(boxes[0].maker == domain::Maker::FoundersEdition && boxes[0].note.isEmpty());
        QVERIFY(boxes[1].maker == domain::Maker::Asus && boxes[1].note.contains(u"general drawing"_s));
    }

    void cable_dropOnAWantedSocketPlugsBothEnds()
    {
        viewmodels::CableViewModel cable;
        const fixtures::Fabric fabric = fixtures::sealedPair(true);
        cable.begin(true);
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QVERIFY(cable.picture().tray.visible);
        QCOMPARE(cable.picture().tray.cables, 1);
        QSignalSpy plugged(&cable, &viewmodels::CableViewModel::plugRequested);
        cable.dropCable(cable.picture().cables[0].b);
        QCOMPARE(plugged.size(), 1);
        const auto a = plugged[0][0].value<engine::VirtualSocket>();
        const auto b = plugged[0][1].value<engine::VirtualSocket>();
        QVERIFY(a.spark != b.spark);
        // A chip that slept shows nothing for seconds: the tray says so and offers nothing that would be refused.
        QVERIFY(cable.picture().tray.waiting);
        QCOMPARE(cable.picture().tray.cables, 0);
        QVERIFY(!cable.linkText().isEmpty());
        // Nor does the headline ask for it any longer.
        QVERIFY2(cable.headline().contains(u"plugged in"_s), qPrintable(cable.headline()));
        QVERIFY(!cable.primaryAction().enabled && !cable.primaryAction().reason.contains(u"to be plugged"_s));
        for (const auto &box : cable.picture().boxes)
            for (const auto &socket : box.sockets)
                QVERIFY(!socket.wanted);
        cable.plugSuggested();
        cable.dropCable(cable.picture().cables[0].a);
        QCOMPARE(plugged.size(), 1);
        cable.setCabling(fixtures::cabledPair().cabling);
        QVERIFY(!cable.picture().tray.waiting);
    }

    void cable_dropElsewhereLeavesTheOtherEndLoose()
    {
        viewmodels::CableViewModel cable;
        const fixtures::Fabric fabric = fixtures::sealedPair(true);
        cable.begin(true);
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QSignalSpy plugged(&cable, &viewmodels::CableViewModel::plugRequested);
        const int suggested = cable.picture().cables[0].a.socket;
        const SocketKey other{u"spark-a"_s, 1 - suggested};
        cable.dropCable(other);
        QCOMPARE(plugged.size(), 0);
        QVERIFY(cable.picture().tray.firstEnd.has_value());
        cable.dropCable({u"spark-b"_s, 1});
        QCOMPARE(plugged.size(), 1);
        QCOMPARE(plugged[0][1].value<engine::VirtualSocket>().cage, domain::CageIndex::One);
        cable.setPlugProblem([] { return u"refused"_s; }); // nothing is plugged
        QVERIFY(!cable.picture().tray.waiting);
        cable.dropCable(other);
        QVERIFY(cable.picture().tray.firstEnd.has_value());
        cable.takeBackLooseEnd();
        QVERIFY(!cable.picture().tray.firstEnd);
    }

    void cable_halfUpIsNotUp()
    {
        const fixtures::Fabric fabric = fixtures::fabric(
            2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero, true}}, domain::Topology::Pair);
        viewmodels::CableViewModel cable;
        cable.setHosts(fabric.hosts);
        cable.setCabling(fabric.cabling);
        QCOMPARE(cable.picture().cables[0].state, CableState::HalfUp);
        QVERIFY(cable.picture().cables[0].lanes[0].up);
        QVERIFY(!cable.picture().cables[0].lanes[1].up);
        QVERIFY(!cable.primaryAction().enabled);
    }

    void cable_starHasItsSwitch()
    {
        const fixtures::Fabric fabric = fixtures::starOfFour();
        const auto picture = viewmodels::pictureOfCabling(fabric.hosts, fabric.cabling);
        QCOMPARE(picture.boxes.size(), std::size_t(5));
        QCOMPARE(picture.boxes.back().kind, viewmodels::PictureBox::Kind::Switch);
        QCOMPARE(picture.cables.size(), std::size_t(4));
    }

    void cable_lostSparkIsNotKnown()
    {
        fixtures::Fabric fabric = fixtures::cabledPair();
        fabric.hosts[1].state = engine::HostState::Lost;
        const auto picture = viewmodels::pictureOfCabling(fabric.hosts, fabric.cabling);
        QVERIFY(!picture.boxes[1].reachable);
        QCOMPARE(picture.boxes[1].sockets[0].state, viewmodels::SocketState::NotKnown);
    }

    void review_planModelIsATree()
    {
        viewmodels::ReviewViewModel review;
        QAbstractItemModelTester tester(review.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        domain::Plan plan = fixtures::planOf(fixtures::cabledPair());
        // What somebody wrote into a file that is taken over must not turn the words around.
        for (domain::SparkPlan &spark : plan.sparks)
            spark.changes.front().diff = "+a \xe2\x80\xae b\n+\x1b[31mc\n";
        review.setPlan(plan);
        QCOMPARE(review.model()->rowCount(), 2);
        const QModelIndex first = review.model()->index(0, 0, review.model()->index(0, 0));
        QCOMPARE(first.data(viewmodels::PlanModel::DiffRole).toString(), u"+a  b\n+\\x1b[31mc\n"_s);
        const QModelIndex spark = review.model()->index(0, 0);
        QVERIFY(review.model()->rowCount(spark) > 0);
        QCOMPARE(review.model()->index(0, 0, spark).parent(), spark);
        QVERIFY(!review.model()->index(0, 0, spark).data(viewmodels::PlanModel::WhyRole).toString().isEmpty());
        QVERIFY(review.primaryAction().enabled);
        QSignalSpy apply(&review, &viewmodels::ReviewViewModel::applyRequested);
        review.triggerPrimary();
        QCOMPARE(apply.size(), 1);
    }

    // A plan is good for the cables that it was made for, and for no others.
    void review_isStaleWhileItsCablesAreElsewhere()
    {
        using domain::CageIndex;
        const fixtures::Fabric pair = fixtures::cabledPair();
        viewmodels::ReviewViewModel review;
        review.setHosts(pair.hosts);
        review.setCabling(pair.cabling);
        review.setPlan(fixtures::planOf(pair));
        review.agree(domain::PreflightFinding::Consent::Busy, true);
        const viewmodels::PageAction apply = review.primaryAction();
        const QString headline = review.headline();
        QVERIFY(apply.enabled && review.staleness().seen.isEmpty());
        QSignalSpy applied(&review, &viewmodels::ReviewViewModel::applyRequested);
        QSignalSpy again(&review, &viewmodels::ReviewViewModel::planRequested);
        const auto look = [&](const fixtures::Fabric &now) {
            review.setHosts(now.hosts);
            review.setCabling(now.cabling);
            return review.staleness().seen;
        };
        const fixtures::Fabric pulled = fixtures::fabric(2, {}, domain::Topology::Pair);
        viewmodels::PictureCable one{
            1, {u"spark-a"_s, 0}, {u"spark-b"_s, 0}, CableState::Down, {}}; // in the words of the page Cable
        QCOMPARE(look(pulled), viewmodels::CableViewModel::describe(one));
        QVERIFY(!review.staleness().meaning.isEmpty() && !review.staleness().remedy.isEmpty());
        QVERIFY(review.headline() != headline);
        QCOMPARE(review.primaryAction(), (viewmodels::PageAction{u"Plan again"_s, true, {}}));
        review.triggerPrimary();
        QVERIFY(applied.isEmpty() && again.size() == 1);

        // It comes back: both halves lit, then it is found out where it leads.
        one.state = CableState::HalfUp;
        const fixtures::Plugged asPlanned{0, CageIndex::Zero, 1, CageIndex::Zero, true};
        QCOMPARE(look(fixtures::fabric(2, {asPlanned}, domain::Topology::Pair)),
            viewmodels::CableViewModel::describe(one));
        fixtures::Fabric unknown = pair;
        unknown.cabling.map.cables.clear();
        one.state = CableState::NotKnown;
        QCOMPARE(look(unknown), viewmodels::CableViewModel::describe(one));
        QVERIFY(look(pair).isEmpty());
        QCOMPARE(review.primaryAction(), apply);
        QCOMPARE(review.headline(), headline);
        QCOMPARE(review.consents().size(), std::size_t(1)); // it is the same plan

        // Moved: what is in its sockets now is said, too.
        one.state = CableState::Down;
        const viewmodels::PictureCable found{0, {u"spark-a"_s, 0}, {u"spark-b"_s, 1}, CableState::Up, {}};
        const fixtures::Fabric moved =
            fixtures::fabric(2, {{0, CageIndex::Zero, 1, CageIndex::One}}, domain::Topology::Pair);
        QCOMPARE(look(moved),
            viewmodels::CableViewModel::describe(one) + u'\n' + viewmodels::CableViewModel::describe(found));
        review.setPlan(fixtures::planOf(moved));
        QVERIFY2(review.staleness().seen.isEmpty(), "it was planned for these");
        review.setPlan({});
        QVERIFY(review.staleness().seen.isEmpty());
    }

    void review_isNotStaleWhereNothingSpeaksAgainstIt()
    {
        using domain::CageIndex;
        const fixtures::Fabric pair = fixtures::cabledPair();
        viewmodels::ReviewViewModel review;
        review.setHosts(pair.hosts);
        review.setPlan(fixtures::planOf(pair));
        fixtures::Fabric now = fixtures::fabric(2, {}, domain::Topology::Pair);
        now.cabling.running = false; // nobody watches
        review.setCabling(now.cabling);
        QVERIFY(review.staleness().seen.isEmpty());
        now = pair; // its Spark is lost: nobody tells of it
        std::erase_if(now.cabling.halves, [&](const auto &half) { return half.half.spark == pair.sparks[1].id; });
        review.setCabling(now.cabling);
        QVERIFY(review.staleness().seen.isEmpty());
        now = pair; // asleep
        for (engine::LiveHalf &half : now.cabling.halves)
            half.adminUp = half.carrier = false;
        review.setCabling(now.cabling);
        QVERIFY(review.staleness().seen.isEmpty());
        // A further cable, which the plan leaves alone.
        review.setCabling(fixtures::fabric(2,
            {{0, CageIndex::Zero, 1, CageIndex::Zero}, {0, CageIndex::One, 1, CageIndex::One}}, domain::Topology::Pair)
                              .cabling);
        QVERIFY(review.staleness().seen.isEmpty());
        review.setCabling(fixtures::sealedPair(false).cabling);
        QVERIFY(!review.staleness().seen.isEmpty());
        review.setPlanning(true);
        QVERIFY(review.staleness().seen.isEmpty() && !review.primaryAction().enabled);
        review.setPlanning(false);
        review.setLeaver(viewmodels::Leaver{u"spark-b"_s, false, true});
        QVERIFY2(review.staleness().seen.isEmpty(), "who leaves is planned without looking at cables");
    }

    // Crossed plugs are all lit; on a switch two cages look like a cable; storage is lit or not.
    void review_isStaleByWhereCablesLead()
    {
        using domain::CageIndex;
        using domain::Topology;
        const auto compare = [](const fixtures::Fabric &planned, const fixtures::Fabric &now) {
            return viewmodels::comparePlanned(fixtures::planOf(planned).addresses, now.hosts, now.cabling);
        };
        using State = viewmodels::PlannedCables::State;
        const fixtures::Fabric two = fixtures::fabric(2,
            {{0, CageIndex::Zero, 1, CageIndex::Zero}, {0, CageIndex::One, 1, CageIndex::One}},
            Topology::PairTwoCables);
        const fixtures::Fabric crossed = fixtures::fabric(2,
            {{0, CageIndex::Zero, 1, CageIndex::One}, {0, CageIndex::One, 1, CageIndex::Zero}},
            Topology::PairTwoCables);
        QCOMPARE(compare(two, two).state, State::AsPlanned);
        const viewmodels::PlannedCables changed = compare(two, crossed);
        QCOMPARE(changed.state, State::Changed);
        QCOMPARE(changed.others.size(), std::size_t(4)); // two planned ones and two found ones
        QCOMPARE(changed.others[0].state, CableState::Wrong);
        QCOMPARE(changed.others[2].number, 0);

        const auto star = [](int sparks) {
            std::vector<fixtures::Plugged> cables;
            for (int i = 0; i < sparks; ++i)
                cables.push_back({i, CageIndex::Zero, -1, CageIndex::Zero});
            return fixtures::fabric(3, cables, Topology::Star);
        };
        QCOMPARE(compare(star(3), star(3)).state, State::AsPlanned);
        fixtures::Fabric pulled = star(2);
        pulled.cabling.map =
            fixtures::fabric(3, {{0, CageIndex::Zero, 1, CageIndex::Zero}}, Topology::Star).cabling.map;
        const viewmodels::PlannedCables one = compare(star(3), pulled);
        QCOMPARE(one.others.size(), std::size_t(1));
        QCOMPARE(one.others[0].a.box, u"spark-c"_s);
    }

    void review_nothingToDoGoesOn()
    {
        viewmodels::ReviewViewModel review;
        domain::Plan plan = fixtures::planOf(fixtures::cabledPair());
        for (domain::SparkPlan &spark : plan.sparks) {
            spark.changes.clear();
            spark.networkChanges = spark.trustChanges = false;
        }
        review.setPlan(plan);
        QSignalSpy apply(&review, &viewmodels::ReviewViewModel::applyRequested);
        QSignalSpy next(&review, &viewmodels::PageViewModel::continueRequested);
        review.triggerPrimary();
        QCOMPARE(apply.size(), 0);
        QCOMPARE(next.size(), 1);
    }

    void apply_jobsKeepTheirPlaceWhileStatesChange()
    {
        viewmodels::ApplyViewModel apply;
        QAbstractItemModelTester tester(apply.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        apply.begin(viewmodels::ApplyViewModel::Task::Apply);
        auto jobs = fixtures::jobsHalfway();
        apply.setJobs(jobs);
        QSignalSpy reset(apply.model(), &QAbstractItemModel::modelReset);
        jobs[2].state = engine::JobView::State::Done;
        apply.setJobs(jobs);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(apply.model()->rowCount(), 6);                           // one per phase
        QCOMPARE(apply.model()->rowCount(apply.model()->index(1, 0)), 2); // and below it one per Spark
        QCOMPARE(apply.model()->index(0, 0, apply.model()->index(1, 0)).data().toString(), u"spark-a"_s);
    }

    void apply_timerIsShownInWholeSeconds()
    {
        viewmodels::ApplyViewModel apply;
        apply.setTimer(std::chrono::milliseconds(5000), 90);
        QVERIFY2(apply.timerText().isEmpty(), "no timer while nothing runs");
        apply.begin(viewmodels::ApplyViewModel::Task::Apply);
        const QString before = apply.timerNote();
        QVERIFY(!before.isEmpty());
        apply.setTimer(std::chrono::milliseconds(44100), 90);
        QCOMPARE(apply.timerFigure(), u"45 s"_s);
        QVERIFY(apply.timerNote().isEmpty());
        QVERIFY(apply.timerText().contains(u"45"_s));
        QVERIFY(apply.timerShare() > 0.48 && apply.timerShare() < 0.5);
        apply.setTimer(std::nullopt, 90);
        QVERIFY2(!apply.timerNote().isEmpty() && apply.timerNote() != before, "it was stopped because all is kept");
        apply.setOutcome(engine::ApplyOutcome{engine::ApplyOutcome::Kind::Applied, {}, true, {}});
        QVERIFY(apply.timerText().isEmpty() && apply.timerFigure().isEmpty() && apply.timerNote().isEmpty());
        QVERIFY(apply.succeeded());
    }

    void apply_halfAppliedOffersFinish()
    {
        viewmodels::ApplyViewModel apply;
        apply.begin(viewmodels::ApplyViewModel::Task::Apply);
        apply.setOutcome(engine::ApplyOutcome{engine::ApplyOutcome::Kind::HalfApplied, {}, true, {}});
        QSignalSpy finish(&apply, &viewmodels::ApplyViewModel::finishOpenRequested);
        apply.triggerPrimary();
        QCOMPARE(finish.size(), 1);
    }

    void apply_saysThatAllIsBack_onlyWhereEverySparkWasTold()
    {
        using namespace base::literals;
        viewmodels::ApplyViewModel apply;
        apply.begin(viewmodels::ApplyViewModel::Task::Apply);
        engine::ApplyOutcome outcome{engine::ApplyOutcome::Kind::RolledBack, {}, true, {}};
        apply.setOutcome(outcome);
        const QString all = apply.headline();
        QVERIFY(apply.detail().isEmpty());
        outcome.notes.push_back(base::Message("apply.rollback-by-timer"_msg).with("count", 1).with("seconds", 90));
        apply.setOutcome(outcome);
        QVERIFY(apply.headline() != all);
        QVERIFY(apply.detail().contains(u"90"_s));
        QVERIFY(apply.primaryAction().enabled);
    }

    void prove_lanesCarryTheirVerdict()
    {
        const fixtures::Fabric fabric = fixtures::cabledPair();
        const domain::Plan plan = fixtures::planOf(fabric);
        viewmodels::ProveViewModel prove;
        prove.setHosts(fabric.hosts);
        prove.setLive(fabric.cabling.halves);
        prove.setAddresses(plan.addresses);
        QCOMPARE(prove.picture().cables.size(), std::size_t(1));
        QCOMPARE(prove.picture().cables[0].lanes[0].proof, viewmodels::LaneProof::None);
        prove.setReport(fixtures::passedReport(fabric, plan));
        QCOMPARE(prove.picture().cables[0].lanes[0].proof, viewmodels::LaneProof::Passed);
        QCOMPARE(prove.picture().cables[0].lanes[1].proof, viewmodels::LaneProof::Passed);
        QVERIFY(prove.passed());
        prove.setReport(fixtures::failedReport(fabric, plan));
        QCOMPARE(prove.picture().cables[0].lanes[0].proof, viewmodels::LaneProof::Passed);
        QCOMPARE(prove.picture().cables[0].lanes[1].proof, viewmodels::LaneProof::Failed);
        QVERIFY(!prove.passed());
        QVERIFY(prove.environmentText(u"spark-a"_s).contains(u"NCCL_"_s));
    }

    // While the checks run, what is shown is what they say so far, and not what was proven before.
    void prove_theLanesAppearOneByOne()
    {
        using viewmodels::LaneProof;
        const fixtures::Fabric fabric = fixtures::cabledPair();
        const domain::Plan plan = fixtures::planOf(fabric);
        const engine::VerifyReport whole = fixtures::passedReport(fabric, plan);
        viewmodels::ProveViewModel prove;
        prove.setHosts(fabric.hosts);
        prove.setLive(fabric.cabling.halves);
        prove.setAddresses(plan.addresses);
        prove.setReport(fixtures::failedReport(fabric, plan));
        const auto lane = [&prove](std::size_t number) { return prove.picture().cables[0].lanes[number].proof; };
        engine::VerifyReport soFar;
        soFar.partial = true;
        prove.setProvenSoFar(soFar); // nothing runs: it belongs to nothing
        QCOMPARE(lane(1), LaneProof::Failed);
        prove.setVerifying(true);
        QCOMPARE(lane(0), LaneProof::None);
        QCOMPARE(lane(1), LaneProof::None);
        QVERIFY(prove.tally().isEmpty() && prove.lines().empty());
        for (const engine::Check &check : whole.checks)
            if (check.half && check.half->half.side == domain::Side::A)
                soFar.checks.push_back(check);
        QVERIFY(!soFar.checks.empty());
        prove.setProvenSoFar(soFar);
        QCOMPARE(lane(0), LaneProof::Passed);
        QCOMPARE(lane(1), LaneProof::None);
        QVERIFY(!prove.tally().isEmpty() && !prove.passed());
        prove.setVerifying(false); // stopped: what was known holds
        QCOMPARE(lane(1), LaneProof::Failed);
    }

    // Of a split role the cables to storage come after those between the Sparks, and never in their place.
    void prove_storageHasCablesOfItsOwn()
    {
        using domain::CageIndex;
        const fixtures::Fabric fabric = fixtures::fabric(2,
            {{0, CageIndex::Zero, 1, CageIndex::Zero}, {0, CageIndex::One, -1, CageIndex::Zero},
                {1, CageIndex::One, -1, CageIndex::Zero}},
            domain::Topology::SplitRole);
        domain::AddressRequest request;
        request.goal = domain::Topology::SplitRole;
        const auto addresses = domain::planAddresses(fabric.cabling.map, fabric.sparks, request);
        QVERIFY(addresses.ok());
        const auto picture = viewmodels::pictureOfProof(fabric.hosts, *addresses, fabric.cabling.halves, {});
        QCOMPARE(picture.cables.size(), std::size_t(3));
        QCOMPARE(picture.cables[0].b.box, u"spark-b"_s);
        for (const std::size_t each : {std::size_t(1), std::size_t(2)})
            QCOMPARE(picture.cables[each].b.box, viewmodels::kStorageBox);
        QCOMPARE(picture.boxes.back().key, viewmodels::kStorageBox);
        using State = viewmodels::PlannedCables::State;
        QCOMPARE(viewmodels::comparePlanned(*addresses, fabric.hosts, fabric.cabling).state, State::AsPlanned);
        engine::CablingView pulled = fabric.cabling;
        for (engine::LiveHalf &half : pulled.halves)
            if (half.half.spark == fabric.sparks[1].id && half.half.half.cage == CageIndex::One)
                half.carrier = false;
        const viewmodels::PlannedCables changed = viewmodels::comparePlanned(*addresses, fabric.hosts, pulled);
        QCOMPARE(changed.state, State::Changed);
        QVERIFY(viewmodels::CableViewModel::describe(changed.others.front()).contains(u"storage"_s));
    }

    void prove_anUnpluggedCableIsDown()
    {
        fixtures::Fabric fabric = fixtures::cabledPair();
        const domain::Plan plan = fixtures::planOf(fabric);
        // Nobody watches the links in a window that was opened on this page: then what the Sparks last told counts.
        auto picture = viewmodels::pictureOfProof(fabric.hosts, plan.addresses, {}, {});
        QCOMPARE(picture.cables[0].state, CableState::Up);
        QCOMPARE(picture.socket(picture.cables[0].a)->state, viewmodels::SocketState::Lit);
        for (engine::HostView &host : fabric.hosts)
            for (domain::HalfFacts &half : host.facts->halves)
                half.carrier = false;
        picture = viewmodels::pictureOfProof(fabric.hosts, plan.addresses, {}, {});
        QCOMPARE(picture.cables[0].state, CableState::Down);
        // Where they are watched, that is newer.
        picture = viewmodels::pictureOfProof(fabric.hosts, plan.addresses, fabric.cabling.halves, {});
        QCOMPARE(picture.cables[0].state, CableState::Up);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestViewModels test;
    const int failed = QTest::qExec(&test, app.arguments());
    return failed + runStepTests(app.arguments()) + runAddressTests(app.arguments()) + runChangeTests(app.arguments())
        + runSettlingTests(app.arguments()) + runSideTests(app.arguments());
}

#include "tst_viewmodels.moc"
