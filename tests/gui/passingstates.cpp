// SPDX-License-Identifier: GPL-3.0-or-later
#include "passingstates.h"

#include "fixtures.h"
#include "pagestates.h"

#include <span>

namespace fixtures {

using namespace Qt::Literals::StringLiterals;
using namespace base::literals;
using domain::PreflightFinding;
using viewmodels::ApplyViewModel;
using viewmodels::SetupViewModels;
using viewmodels::Step;

namespace {

void go(SetupViewModels &models, Step step, int members = 2)
{
    viewmodels::FlowFacts facts;
    facts.members = facts.ready = members;
    facts.topologyChosen = true;
    facts.cablingComplete = facts.planned = step > Step::Cable;
    facts.applied = step == Step::Prove;
    facts.applying = step == Step::Apply;
    models.steps.setFacts(facts);
    models.steps.go(step);
}

void fillLook(SetupViewModels &models, Step step, bool looking)
{
    Fabric none = fabric(2, {}, domain::Topology::Pair);
    none.cabling.running = looking;
    none.cabling.halves.clear();
    models.setHosts(none.hosts);
    models.topology.setCabling(none.cabling);
    models.cable.setCabling(none.cabling);
    go(models, step);
}

base::Error nobodyAnswers()
{
    return base::Error{base::ErrorKind::Unreachable, base::Message("flow.nobody-ready"_msg), {}};
}

domain::Plan fillPlan(SetupViewModels &models)
{
    const Fabric pair = cabledPair();
    models.setHosts(pair.hosts);
    const domain::Plan plan = planOf(pair);
    models.review.setPlan(plan);
    models.prove.setLive(pair.cabling.halves);
    models.prove.setAddresses(plan.addresses);
    return plan;
}

void fillReviewProblem(SetupViewModels &models)
{
    models.setHosts(cabledPair().hosts);
    models.review.setProblem(base::refused(base::Message("sudo.wrong-password"_msg).with("name", "spark-a")));
    go(models, Step::Review);
}

// The second plug of the cable was moved while the plan was read.
void fillStale(SetupViewModels &models)
{
    fillPlan(models);
    models.review.setCabling(
        fabric(2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::One}}, domain::Topology::Pair).cabling);
    go(models, Step::Review);
}

void fillNothingToDo(SetupViewModels &models)
{
    domain::Plan plan = fillPlan(models);
    for (domain::SparkPlan &spark : plan.sparks) {
        spark.networkChanges = spark.trustChanges = false;
        spark.changes.clear();
    }
    plan.computer = {};
    models.review.setPlan(plan);
    go(models, Step::Review);
}

void fillConsents(SetupViewModels &models)
{
    const domain::Plan plan = fillPlan(models);
    const domain::SparkId spark = plan.sparks.front().spark;
    models.review.setFindings({
        {PreflightFinding::Consent::Busy, spark,
            base::Message("preflight.rdma-traffic"_msg)
                .with("spark", "spark-a")
                .with("gbps", 87.5)
                .with("interface", "enp1s0f0np0")},
        {PreflightFinding::Consent::TakeOver, spark,
            base::Message("preflight.take-over"_msg).with("spark", "spark-a").with("file", "/etc/netplan/40-cx7.yaml")},
        {PreflightFinding::Consent::None, {},
            base::Message("preflight.clock-skew"_msg)
                .with("ahead", "spark-b")
                .with("behind", "spark-a")
                .with("milliseconds", 8123)},
    });
    go(models, Step::Review);
}

void fillEnd(SetupViewModels &models, ApplyViewModel::Task task, const base::Result<engine::ApplyOutcome> &outcome)
{
    fillPlan(models);
    models.apply.begin(task);
    if (outcome && outcome->error && outcome->error->kind == base::ErrorKind::Cancelled)
        models.apply.cancel();
    models.apply.setJobs(!outcome || outcome->error ? jobsRolledBack() : jobsDone());
    go(models, Step::Apply);
    models.apply.setOutcome(outcome);
    viewmodels::FlowFacts facts = models.steps.facts();
    facts.applying = false;
    facts.applyFailed = !models.apply.succeeded();
    models.steps.setFacts(facts);
}

engine::ApplyOutcome outcomeOf(engine::ApplyOutcome::Kind kind, std::optional<base::Error> error = {})
{
    engine::ApplyOutcome outcome;
    outcome.kind = kind;
    outcome.error = std::move(error);
    return outcome;
}

void fillProving(SetupViewModels &models)
{
    const domain::Plan plan = fillPlan(models);
    go(models, Step::Prove);
    models.prove.setVerifying(true);
    engine::VerifyReport soFar;
    soFar.partial = true;
    for (const engine::Check &check : passedReport(cabledPair(), plan).checks)
        if (check.half && check.half->half.side == domain::Side::A)
            soFar.checks.push_back(check);
    models.prove.setProvenSoFar(soFar);
}

// Proven; then the second plug of the cable was moved.
void fillProofOfBefore(SetupViewModels &models)
{
    const domain::Plan plan = fillPlan(models);
    engine::VerifyReport report = passedReport(cabledPair(), plan);
    report.when = QDateTime(QDate(2026, 11, 21), QTime(14, 3));
    models.prove.setReport(report);
    Fabric moved = fabric(2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::One}}, domain::Topology::Pair);
    moved.cabling.running = true;
    models.prove.setLive(moved.cabling.halves);
    models.prove.setCabling(moved.cabling);
    go(models, Step::Prove);
}

void fillNotTested(SetupViewModels &models)
{
    const domain::Plan plan = fillPlan(models);
    engine::VerifyReport report = passedReport(cabledPair(), plan);
    engine::Check &open = report.checks.back();
    open.verdict = engine::Check::Verdict::NotTested;
    open.text =
        base::Message("verify.ping-not-tested"_msg).with("from", "spark-b").with("to", "spark-a").with("half", "0B");
    open.remedy = base::Message("apply.spark-not-ready"_msg).with("spark", "spark-b");
    report.proven = {};
    report.notProven.insert(report.notProven.begin(), base::Message("verify.some-not-tested"_msg).with("count", 1));
    models.prove.setReport(report);
    go(models, Step::Prove);
}

// A change is open, and the person came to another page by the rail.
void fillOpenChange(SetupViewModels &models, Step step)
{
    fillPlan(models);
    if (step == Step::Apply) {
        models.apply.begin(ApplyViewModel::Task::Apply);
        models.apply.setOutcome(base::refused(base::Message("apply.open-transaction"_msg)));
    }
    viewmodels::FlowFacts facts;
    facts.members = facts.ready = 2;
    facts.topologyChosen = facts.cablingComplete = facts.planned = facts.interrupted = facts.applyFailed = true;
    models.steps.setFacts(facts);
    models.steps.go(step);
}

void fillFabric(SetupViewModels &models, const Fabric &fabric, int sparks)
{
    models.setHosts(fabric.hosts);
    models.cable.setCabling(fabric.cabling);
    go(models, Step::Cable, sparks);
}

// As the session tells it: the Spark first, then the map without it.
void fillLost(SetupViewModels &models)
{
    fillFabric(models, cabledPair(), 2);
    Fabric lost = lostSpark();
    models.setHosts(lost.hosts);
    const auto isOfLost = [&](const engine::LiveHalf &half) { return half.half.spark == lost.sparks[1].id; };
    std::erase_if(lost.cabling.halves, isOfLost);
    lost.cabling.map.cables.clear();
    lost.cabling.status =
        domain::matchTopology(domain::Topology::Pair, lost.cabling.map, std::span(lost.sparks).first(1));
    models.cable.setCabling(lost.cabling);
}

void fillClass(SetupViewModels &models, int sparks)
{
    std::vector<Plugged> cables;
    for (int i = 0; i < sparks; ++i)
        cables.push_back({i, domain::CageIndex::Zero, -1, domain::CageIndex::Zero});
    fillFabric(models, fabric(sparks, cables, domain::Topology::Star), sparks);
}

} // namespace

std::vector<SideState> passingStates()
{
    using Kind = engine::ApplyOutcome::Kind;
    using Task = ApplyViewModel::Task;
    return {
        {"find-left-alone",
            [](SetupViewModels &m) {
                m.setHosts({cabledPair().hosts.front()});
                m.find.setLeftAlone(u"spark-b"_s);
                go(m, Step::Find, 1);
            }},
        {"topology-looking", [](SetupViewModels &m) { fillLook(m, Step::Topology, true); }},
        {"topology-failed",
            [](SetupViewModels &m) {
                fillLook(m, Step::Topology, false);
                m.topology.setProblem(nobodyAnswers());
            }},
        {"cable-looking", [](SetupViewModels &m) { fillLook(m, Step::Cable, true); }},
        {"cable-failed",
            [](SetupViewModels &m) {
                fillLook(m, Step::Cable, false);
                m.cable.setProblem(nobodyAnswers());
            }},
        {"cable-lost", fillLost},
        {"cable-waking", [](SetupViewModels &m) { fillFabric(m, wakingPair(), 2); }},
        {"cable-slow",
            [](SetupViewModels &m) {
                Fabric ring = ringInWork();
                for (engine::HostView &host : ring.hosts)
                    for (domain::HalfFacts &half : host.facts->halves)
                        if (half.carrier)
                            half.speedMbps = 100'000;
                fillFabric(m, ring, 3);
            }},
        {"cable-16", [](SetupViewModels &m) { fillClass(m, 16); }},
        {"cable-64", [](SetupViewModels &m) { fillClass(m, 64); }},
        {"review-planning",
            [](SetupViewModels &m) {
                m.setHosts(cabledPair().hosts);
                m.review.setPlanning(true);
                go(m, Step::Review);
            }},
        {"review-problem", fillReviewProblem},
        {"review-stale", fillStale},
        {"review-nothing-to-do", fillNothingToDo},
        {"review-consents", fillConsents},
        {"apply-done", [](SetupViewModels &m) { fillEnd(m, Task::Apply, outcomeOf(Kind::Applied)); }},
        {"apply-cancelled",
            [](SetupViewModels &m) { fillEnd(m, Task::Apply, outcomeOf(Kind::RolledBack, engine::cancelledError())); }},
        {"apply-half",
            [](SetupViewModels &m) { fillEnd(m, Task::Apply, outcomeOf(Kind::HalfApplied, nobodyAnswers())); }},
        {"apply-finish-failed", [](SetupViewModels &m) { fillEnd(m, Task::Finish, nobodyAnswers()); }},
        {"undo-running",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(Task::Undo);
                m.apply.setJobs(jobsHalfway());
                m.apply.setTimer(std::chrono::seconds(74), 90);
                go(m, Step::Apply);
            }},
        {"undo-done", [](SetupViewModels &m) { fillEnd(m, Task::Undo, outcomeOf(Kind::Applied)); }},
        {"sudo-wrong",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(Task::Apply);
                m.sudo.ask(u"spark-a"_s, engine::SudoReason::Apply, true);
                go(m, Step::Apply);
            }},
        {"prove-not-yet",
            [](SetupViewModels &m) {
                fillPlan(m);
                go(m, Step::Prove);
            }},
        {"prove-half-by-half", fillProving},
        {"prove-stale", fillProofOfBefore},
        {"prove-not-tested", fillNotTested},
        {"review-open-change", [](SetupViewModels &m) { fillOpenChange(m, Step::Review); }},
        {"apply-open-change", [](SetupViewModels &m) { fillOpenChange(m, Step::Apply); }},
        {"sign-in-keyed",
            [](SetupViewModels &m) {
                std::vector<engine::HostView> hosts = {
                    host(u"spark-a"_s, engine::HostState::Idle), host(u"spark-b"_s, engine::HostState::Idle)};
                for (engine::HostView &each : hosts)
                    each.user = u"ann"_s;
                m.setHosts(hosts);
                m.signIn.setKeyed({u"spark-a"_s, u"spark-b"_s});
                viewmodels::FlowFacts facts;
                facts.members = 2;
                m.steps.setFacts(facts);
                m.steps.go(Step::SignIn);
            }},
        {"cable-plugged",
            [](SetupViewModels &m) {
                const Fabric pair = sealedPair(true);
                m.setHosts(pair.hosts);
                m.cable.begin(true);
                m.cable.setCabling(pair.cabling);
                m.cable.plugSuggested();
                go(m, Step::Cable);
            }},
        {"prove-problem",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.prove.setProblem(nobodyAnswers());
                go(m, Step::Prove);
            }},
    };
}

} // namespace fixtures
