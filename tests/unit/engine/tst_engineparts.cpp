// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of the engine by themselves: the tree of jobs, evidence that holds, what facts prove.
#include "engine/apply/verifier.h"
#include "engine/bench/baseline.h"
#include "engine/flow/evidencestore.h"
#include "engine/jobs/jobtree.h"
#include "engine/text/text.h"
#include "sessionfixture.h"

#include <QTest>

using namespace sparkloom;
using namespace sparkloom::test;
using namespace sparkloom::base::literals;
using namespace Qt::Literals::StringLiterals;
using State = JobView::State;

namespace {

domain::HalfRef half(
    const char *spark, domain::CageIndex cage = domain::CageIndex::Zero, domain::Side side = domain::Side::A)
{
    return {domain::SparkId{spark}, {cage, side}};
}

domain::Evidence heard(const domain::HalfRef &from, const domain::HalfRef &to)
{
    domain::Evidence evidence;
    evidence.from = from;
    evidence.to = to;
    return evidence;
}

std::vector<State> statesOf(const JobTree &jobs)
{
    std::vector<State> states;
    for (const JobView &job : jobs.jobs())
        states.push_back(job.state);
    return states;
}

// A plan for half 0A of one Spark, and a target whose facts fulfil it.
domain::AddressPlan planOfOneLane(const domain::SparkFacts &a, const domain::SparkFacts &b)
{
    domain::AddressPlan plan;
    plan.topology = domain::Topology::Pair;
    plan.mtu = 9000;
    domain::Lane lane;
    lane.subnet = *domain::Ipv4Prefix::parse("10.100.0.0/24");
    for (const auto &[facts, address] : {std::pair(&a, "10.100.0.1/24"), std::pair(&b, "10.100.0.2/24")}) {
        const domain::HalfFacts &first = facts->halves.front();
        lane.ends.push_back({{facts->id, first.id}, first.netdev, first.mac, *domain::Ipv4Interface::parse(address)});
    }
    plan.lanes = {lane};
    return plan;
}

void fulfil(domain::SparkFacts &facts, const domain::AddressPlan &plan)
{
    for (const domain::HalfConfig &wanted : plan.halvesOf(facts.id))
        for (domain::HalfFacts &present : facts.halves)
            if (present.id == wanted.half) {
                present.addresses = {wanted.address};
                present.mtu = wanted.mtu;
                present.sysctls.disableIpv6 = 1;
                present.hasIpv6LinkLocal = false;
            }
}

// Two Sparks, one cable, set up.
bool setUpPair(SessionFixture &fixture)
{
    fixture.begin(2);
    fixture.sparks.plug(0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero);
    PlanOptions options;
    options.timerSeconds = 6;
    if (!finish(fixture.session->signIn())->ok() || !finish(fixture.session->makePlan(options))->ok())
        return false;
    const auto outcome = finish(fixture.session->apply());
    return outcome->ok() && outcome->value().kind == ApplyOutcome::Kind::Applied;
}

} // namespace

class TestEngineParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobTree_everyStepEndsInOneState()
    {
        int told = 0;
        JobTree jobs([&told] { ++told; });
        const int parent = jobs.add("apply.step-begin"_msg);
        const int a = jobs.add("apply.step-begin"_msg, u"spark-a"_s, parent),
                  b = jobs.add("apply.step-begin"_msg, u"spark-b"_s, parent);
        const int never = jobs.add("apply.step-trial"_msg);
        jobs.start(parent);
        jobs.start(a);
        jobs.start(b);
        jobs.finish(a, State::Done);
        jobs.finish(b, base::Error{base::ErrorKind::Cancelled, base::Message("engine.cancelled"_msg), {}});
        QCOMPARE(statesOf(jobs), (std::vector<State>{State::Running, State::Done, State::Cancelled, State::Waiting}));
        jobs.finishRest(State::RolledBack);
        QCOMPARE(
            statesOf(jobs), (std::vector<State>{State::RolledBack, State::Done, State::Cancelled, State::Skipped}));
        QCOMPARE(jobs.jobs()[std::size_t(never)].parent, -1);
        QCOMPARE(jobs.jobs()[std::size_t(b)].parent, parent);
        QCOMPARE(told, 10);
        jobs.clear();
        QVERIFY(jobs.jobs().empty());
    }

    void evidence_isDroppedWhenTheCarrierChanges()
    {
        EvidenceStore store;
        QVERIFY(store.setCarrier(half("a"), true)); // the first report is news, and nothing of before is wrong
        QVERIFY(!store.setCarrier(half("a"), true));
        QVERIFY(store.add(heard(half("a"), half("b"))));
        QVERIFY(!store.add(heard(half("a"), half("b")))); // no news
        store.add(heard(half("c"), half("a")));
        store.add(heard(half("c"), half("b")));
        QCOMPARE(store.all().size(), std::size_t(3));
        QVERIFY(store.setCarrier(half("a"), false));
        QCOMPARE(store.all().size(), std::size_t(1));
        store.add(heard(half("a"), half("b")));
        QVERIFY(store.setCarrier(half("a"), true)); // lit again, perhaps by another cable
        QCOMPARE(store.all().size(), std::size_t(1));
        store.dropSpark(domain::SparkId{"b"});
        QVERIFY(store.all().empty());
        QVERIFY(!store.setCarrier(half("a"), true)); // only b was dropped
        store.clear();
        QVERIFY(store.setCarrier(half("a"), true));
    }

    void evidence_isBounded()
    {
        EvidenceStore store;
        for (std::size_t i = 0; i <= EvidenceStore::kMost; ++i)
            store.add(heard(half(std::to_string(i).c_str()), half("x")));
        QCOMPARE(store.all().size(), EvidenceStore::kMost);
    }

    // A class on a switch. The first ones are told of by all their halves, both ways, before the last one is heard.
    void evidence_ofAClass_hasRoomForTheLastOne()
    {
        constexpr std::size_t kSeats = 64;
        std::vector<domain::SparkFacts> sparks(kSeats);
        EvidenceStore store;
        const std::array sides{domain::Side::A, domain::Side::B};
        for (std::size_t last = 0; last < kSeats; ++last) {
            const std::string name = std::to_string(last);
            sparks[last].id = domain::SparkId{name};
            for (const domain::Side here : sides) {
                domain::HalfFacts facts;
                facts.id = {domain::CageIndex::Zero, here};
                facts.adminUp = facts.carrier = true;
                sparks[last].halves.push_back(facts);
                for (std::size_t other = 0; other < last; ++other)
                    for (const domain::Side there : sides) {
                        const auto mine = half(name.c_str(), domain::CageIndex::Zero, here);
                        const auto theirs = half(std::to_string(other).c_str(), domain::CageIndex::Zero, there);
                        store.add({domain::EvidenceKind::Ipv6Datagram, mine, theirs});
                        store.add({domain::EvidenceKind::Ipv6Datagram, theirs, mine});
                    }
            }
        }
        const std::vector<domain::Evidence> evidence = store.all();
        const domain::CableMap map = domain::buildCableMap(sparks, evidence);
        QCOMPARE(map.cables.size(), kSeats);
        QCOMPARE(map.switchCount, 1);
        QVERIFY(map.unknown.empty());
        for (const domain::Cable &cable : map.cables)
            QCOMPARE(cable.certainty, domain::Certainty::Certain);
        QVERIFY2(evidence.size() < 6000, qPrintable(QString::number(evidence.size()))); // and a map is made at once
    }

    void status_saysWhatDiffers()
    {
        SessionFixture fixture;
        fixture.begin(2);
        fixture.sparks.plug(0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero);
        QVERIFY(finish(fixture.session->signIn())->ok());
        const auto stateOf = [&fixture](std::size_t index) {
            (void)finish(fixture.session->refreshStatus());
            return fixture.session->status()[index].state;
        };
        QCOMPARE(stateOf(0), SparkStatus::State::NotConfigured);
        PlanOptions options;
        options.timerSeconds = 6;
        QVERIFY(finish(fixture.session->makePlan(options))->ok());
        QCOMPARE(finish(fixture.session->apply())->value().kind, ApplyOutcome::Kind::Applied);
        QCOMPARE(stateOf(0), SparkStatus::State::AsPlanned);
        domain::SparkFacts &facts = fixture.sparks.spark(1).facts;
        const domain::SparkFacts good = facts;
        const auto keysOf = [&fixture] {
            std::string keys;
            const std::vector<SparkStatus> status = fixture.session->status();
            for (const DriftView &view : status[1].drift)
                keys += (keys.empty() ? "" : " ") + domain::driftKey(view.finding);
            return keys;
        };
        facts.halves.front().mtu = 1500;
        QCOMPARE(stateOf(1), SparkStatus::State::Differs);
        QCOMPARE(keysOf(), std::string("mtu-changed|0A||1500"));
        facts = good;
        facts.receiptMatchesFiles = false;
        QCOMPARE(stateOf(1), SparkStatus::State::Differs);
        QCOMPARE(keysOf(), std::string("file-changed||/etc/sysctl.d/90-sparkloom.conf|"));
        facts = good;
        facts.receipt.reset();
        QCOMPARE(stateOf(1), SparkStatus::State::Differs);
        QCOMPARE(keysOf(), std::string("record-gone|||"));
        // While a change is not final everywhere, that is no riddle.
        JournalEntry open;
        open.transactionId = u"0123456789abcdef"_s;
        open.step = u"commit"_s;
        fixture.journal.entries.push_back(open);
        QCOMPARE(stateOf(1), SparkStatus::State::HalfApplied);
        fixture.journal.entries.pop_back();
        facts = good;
        QCOMPARE(stateOf(1), SparkStatus::State::AsPlanned);
        fixture.sparks.spark(1).trust.authorizedLines.clear();
        QCOMPARE(stateOf(1), SparkStatus::State::Differs);
        QCOMPARE(keysOf(), std::string("login-gone||spark-a|"));
    }

    void drift_isDatedByTheLooksAndKeptUntilItChanges()
    {
        SessionFixture fixture;
        QVERIFY(setUpPair(fixture));
        const auto look = [&fixture] {
            const auto refreshed = finish(fixture.session->refreshStatus());
            return refreshed && refreshed->ok() ? fixture.session->status()[0] : SparkStatus();
        };
        domain::SparkFacts &facts = fixture.sparks.spark(0).facts;
        const auto extra = [](const char *text) { return *domain::Ipv4Interface::parse(text); };
        // Nothing to compare with: the first look cannot say since when.
        facts.halves.front().addresses.push_back(extra("172.30.0.9/24"));
        SparkStatus status = look();
        QCOMPARE(status.drift.size(), std::size_t(1));
        QCOMPARE(status.drift[0].since().id, std::string("drift.since-first-look"));
        const qint64 first = status.drift[0].firstSeenUtcMs;
        QVERIFY(first > 0);
        QCOMPARE(look().drift[0].firstSeenUtcMs, first);

        QCOMPARE(fixture.session->keepDrift({u"nobody"_s}), 0);
        QCOMPARE(fixture.session->keepDrift(), 1);
        QCOMPARE(fixture.session->status()[0].state, SparkStatus::State::AsPlanned);
        status = look();
        QVERIFY(status.state == SparkStatus::State::AsPlanned && status.drift.size() == 1 && status.drift[0].kept);
        QCOMPARE(fixture.sparks.spark(0).facts.halves.front().addresses.size(), std::size_t(2)); // left alone

        // Another one came: dated by the look before, and not kept.
        facts.halves.front().addresses.push_back(extra("172.30.1.9/24"));
        status = look();
        QCOMPARE(status.state, SparkStatus::State::Differs);
        QCOMPARE(status.drift.size(), std::size_t(2));
        QVERIFY(status.drift[0].kept && !status.drift[1].kept);
        QVERIFY(status.drift[1].notYetUtcMs >= first && status.drift[1].notYetUtcMs <= status.drift[1].firstSeenUtcMs);

        // What was kept, went and comes again is told again.
        facts.halves.front().addresses = {facts.halves.front().addresses.front()};
        QVERIFY(look().drift.empty());
        facts.halves.front().addresses.push_back(extra("172.30.0.9/24"));
        QCOMPARE(look().state, SparkStatus::State::Differs);

        // The cluster cannot work with this, so nobody can make it look well.
        facts.halves.front().addresses.clear();
        (void)look();
        QCOMPARE(fixture.session->keepDrift(), 0);
        QCOMPARE(fixture.session->status()[0].state, SparkStatus::State::Differs);
        // What was remembered outlives the session.
        QVERIFY(fixture.clusters.saved.looks.size() == 2);
        fixture.reopen();
        QVERIFY(finish(fixture.session->signIn())->ok());
        QVERIFY(look().drift[0].notYetUtcMs > 0);
    }

    void drift_saysSinceWhen()
    {
        constexpr qint64 kMinute = 60000, kNoon = 720 * kMinute;
        DriftView drift;
        drift.firstSeenUtcMs = kNoon + 5000;
        QCOMPARE(drift.since().id, std::string("drift.since-first-look"));
        drift.notYetUtcMs = kNoon;
        QCOMPARE(drift.since().id, std::string("drift.since-minute"));
        drift.notYetUtcMs = kNoon - 1;
        QCOMPARE(drift.since().id, std::string("drift.since-look"));
        drift.finding.changedUtcMs = kNoon;
        QCOMPARE(drift.since().id, std::string("drift.since-change"));
    }

    void facts_proveAddressMtuIpv6AndManagement_data()
    {
        QTest::addColumn<QString>("spoiled");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *what, const char *id) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(id);
        };
        row("nothing", "");
        row("address", "verify.address-missing");
        row("mtu", "verify.mtu-not-set");
        row("half", "verify.half-absent");
        row("link", "verify.half-dark");
        row("ipv6", "verify.ipv6-on");
        row("management", "verify.management-differs");
    }

    void facts_proveAddressMtuIpv6AndManagement()
    {
        QFETCH(QString, spoiled);
        QFETCH(QString, text);
        FakeSparks sparks;
        domain::SparkFacts &a = sparks.add().facts, &b = sparks.add().facts;
        const domain::AddressPlan plan = planOfOneLane(a, b);
        fulfil(a, plan);
        fulfil(b, plan);
        a.halves.front().carrier = b.halves.front().carrier = true;
        if (spoiled == "address"_L1)
            b.halves.front().addresses.clear();
        else if (spoiled == "mtu"_L1)
            b.halves.front().mtu = 1500;
        else if (spoiled == "link"_L1)
            b.halves.front().carrier = false;
        else if (spoiled == "half"_L1)
            b.halves.erase(b.halves.begin());
        else if (spoiled == "ipv6"_L1)
            b.halves.front().hasIpv6LinkLocal = true;
        else if (spoiled == "management"_L1)
            b.managementInterface = "wlP9s9";
        const Verifier verifier(
            {{u"spark-a"_s, a, nullptr, u"enP7s7"_s, {}}, {u"spark-b"_s, b, nullptr, u"enP7s7"_s, {}}}, plan);
        const std::vector<Check> checks = verifier.checkFacts();
        QCOMPARE(checks.size(), std::size_t(6));
        const auto failure = firstFailure(checks, true);
        QCOMPARE(failure ? QString::fromStdString(failure->message.id) : QString(), text);
        if (failure) { // where it ends a set-up, it says what that means and what to do
            const text::Explanation told = text::explain(*failure);
            QVERIFY(!told.seen.isEmpty() && !told.meaning.isEmpty() && !told.remedy.isEmpty());
            QVERIFY2(!told.remedy.contains(u'?') && !told.remedy.contains(u'['), qPrintable(told.remedy));
        }
        // Nothing is claimed about a half that is not there.
        const bool saysIpv6 = std::any_of(
            checks.begin(), checks.end(), [](const Check &check) { return check.text.id == "verify.ipv6-on"; });
        QCOMPARE(saysIpv6, spoiled == "ipv6"_L1);
        const VerifyReport report = makeReport(checks, plan);
        QCOMPARE(report.passed(), text.isEmpty());
        QVERIFY(!report.notProven.empty()); // speed never is
    }

    // One lane after the other is told, each when both of its directions are through.
    void theLanesOfAProof_areToldOneByOne()
    {
        SessionFixture fixture;
        QVERIFY(setUpPair(fixture));
        std::vector<std::size_t> lanes;
        connect(fixture.session.get(), &ClusterSession::proofMoved, this, [&lanes](const VerifyReport &soFar) {
            QVERIFY(soFar.partial);
            std::map<domain::HalfRef, int> ends;
            for (const Check &check : soFar.checks)
                ends[check.half.value()] += check.kind == Check::Kind::RightLane;
            for (const auto &[half, times] : ends)
                QCOMPARE(times, 1);
            QCOMPARE(ends.size() % 2, std::size_t(0));
            lanes.push_back(ends.size() / 2);
        });
        const auto report = finish(fixture.session->verify());
        QVERIFY(report && report->ok() && report->value().passed() && !report->value().partial);
        QCOMPARE(lanes, (std::vector<std::size_t>{1, 2}));
    }

    // The kernel keeps the addresses of a half whose plug is out for a while, and routes elsewhere.
    void aPulledCable_isBlamedOnTheLink()
    {
        SessionFixture fixture;
        QVERIFY(setUpPair(fixture));
        for (std::size_t i = 0; i < 2; ++i)
            for (domain::HalfFacts &half : fixture.sparks.spark(i).facts.halves)
                half.carrier = false;
        const auto report = finish(fixture.session->verify());
        QVERIFY(report && report->ok() && !report->value().passed());
        for (const base::Message &proven : report->value().proven)
            QVERIFY(proven.id != "verify.proven-addresses" && proven.id != "verify.proven-lanes");
        int links = 0;
        for (const Check &check : report->value().checks) {
            QVERIFY2(
                check.text.id != "verify.route-wrong" && check.text.id != "verify.no-answer", check.text.id.c_str());
            if (check.kind == Check::Kind::Address)
                QCOMPARE(check.text.id, std::string("verify.half-dark"));
            links += check.text.id == "verify.no-link";
        }
        QCOMPARE(links, 12); // two halves, two directions: route, size of packets, lane
    }

    void baseline_isLearntAndCompared()
    {
        TestReport report;
        report.fingerprint = u"0123456789abcdef"_s;
        TestFigure figure{u"spark-a"_s, u"spark-b"_s, 1, {}, {}};
        figure.figure.verdict = domain::Verdict::Good;
        const auto run = [&](double gbps) {
            domain::RunFigure one;
            one.gbps = gbps;
            one.wire = domain::WireVerdict::Agrees;
            figure.figure.runs.assign(3, one);
            report.verdict = domain::Verdict::Good;
            report.alarms.clear();
            report.shots = {{Shot::Kind::BothHalves, 1, {figure}, std::nullopt}};
        };
        TestBaseline known;
        run(190);
        QVERIFY(learn(known, report));
        known = baselineFromJson(baselineToJson(known));
        QCOMPARE(known.gbps.size(), std::size_t(1));
        run(185);
        compareWithBaseline(report, known);
        QVERIFY(report.alarms.empty() && !learn(known, report)); // the best is kept
        run(178);
        compareWithBaseline(report, known);
        QCOMPARE(report.alarms.size(), std::size_t(1));
        QCOMPARE(report.verdict, domain::Verdict::Degraded);
        // Another firmware, another baseline.
        run(178);
        report.fingerprint = u"fedcba9876543210"_s;
        compareWithBaseline(report, known);
        QVERIFY(report.alarms.empty() && learn(known, report));
        QCOMPARE(known.gbps.begin()->second, 178.0);
        QVERIFY(baselineFromJson("[").gbps.empty() && baselineFromJson(QByteArray(2 << 20, '{')).gbps.empty());
    }

    void whatIsNotTestedIsNeitherAFailureNorAProof()
    {
        Check check;
        check.kind = Check::Kind::Mtu;
        check.text = base::Message("verify.ping-not-tested"_msg);
        QVERIFY(firstFailure({check}, true).has_value() && !firstFailure({check}, false));
        const VerifyReport report = makeReport({check}, {});
        QVERIFY(report.passed() && report.anyNotTested() && report.proven.empty());
        QVERIFY(!makeReport({}, {}).passed());
    }

    void managementThatIsNotKnown_isNotSaidToDiffer()
    {
        FakeSparks sparks;
        domain::SparkFacts &a = sparks.add().facts, &b = sparks.add().facts;
        const domain::AddressPlan plan = planOfOneLane(a, b);
        b.managementInterface.clear();
        const Verifier verifier({{u"spark-b"_s, b, nullptr, u"enP7s7"_s, {}}}, plan);
        const Check management = verifier.checkFacts().back();
        QVERIFY(management.kind == Check::Kind::Management && management.verdict == Check::Verdict::NotTested);
        QCOMPARE(management.text.id, std::string("verify.management-not-known"));
        QVERIFY(text::sentence(management.text).contains(u"spark-b"_s));
    }

    // Its remedy has arguments of its own, beside those of its text.
    void checkThatFailed_carriesItsRemedy()
    {
        Check check;
        check.verdict = Check::Verdict::Failed;
        check.text = base::Message("verify.mtu-too-small"_msg)
                         .with("half", "1A")
                         .with("from", "spark-a")
                         .with("to", "spark-b")
                         .with("mtu", 9000)
                         .with("largest", 1500);
        check.remedy = base::Message("verify.mtu-remedy"_msg).with("mtu", 1500);
        const text::Explanation told = text::explain(*firstFailure({check}, true));
        QVERIFY2(told.seen.contains(u"not 9000"_s), qPrintable(told.seen));
        QVERIFY2(told.remedy.contains(u"--mtu 1500"_s), qPrintable(told.remedy));
        QVERIFY(text::explanationText(*firstFailure({check}, true)).endsWith(told.remedy));
        // What could not be tested has an error behind it, which says what to do itself.
        check.verdict = Check::Verdict::NotTested;
        check.remedy = base::Message("apply.spark-not-ready"_msg).with("spark", "spark-b");
        const text::Explanation why = text::explain(base::failed(check.remedy));
        const text::Explanation open = text::explain(*firstFailure({check}, true));
        QVERIFY(!why.remedy.isEmpty());
        QCOMPARE(open.remedy, why.remedy);
        QVERIFY2(open.meaning.startsWith(why.seen), qPrintable(open.meaning));
    }

    void payloads_fillTheFrame()
    {
        QCOMPARE(provingPayloads(1500), (std::vector<int>{1472}));
        QCOMPARE(provingPayloads(9000), (std::vector<int>{1472, 8972}));
    }
};

QTEST_GUILESS_MAIN(TestEngineParts)
#include "tst_engineparts.moc"
