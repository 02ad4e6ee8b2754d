// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagestates.h"

#include "fixtures.h"
#include "sidestates.h"
#include "widgets/fabric/fabricmap.h"

#include <QAbstractButton>

using namespace sparkloom;
using namespace Qt::Literals::StringLiterals;
using pages::State;
using viewmodels::SetupViewModels;
using viewmodels::Step;

namespace {

viewmodels::FlowFacts flow(Step reached)
{
    viewmodels::FlowFacts facts;
    facts.interrupted = reached == Step::Interrupted;
    if (reached == Step::Start || facts.interrupted)
        return facts;
    facts.members = 2;
    facts.ready = reached >= Step::Topology ? 2 : 0;
    facts.topologyChosen = reached >= Step::Cable;
    facts.cablingComplete = reached >= Step::Review;
    facts.planned = reached >= Step::Review;
    facts.applied = reached >= Step::Prove;
    return facts;
}

void go(SetupViewModels &models, Step step)
{
    viewmodels::FlowFacts facts = flow(step);
    facts.applying = step == Step::Apply;
    if (models.steps.facts() == viewmodels::FlowFacts{})
        models.steps.setFacts(facts);
    models.steps.go(step);
}

void fillCabling(SetupViewModels &models, const fixtures::Fabric &fabric, bool practice)
{
    models.setHosts(fabric.hosts);
    models.cable.begin(practice);
    models.cable.setCabling(fabric.cabling);
    models.prove.setLive(fabric.cabling.halves);
    go(models, Step::Cable);
}

void fillTopology(SetupViewModels &models, const fixtures::Fabric &fabric)
{
    models.setHosts(fabric.hosts);
    models.topology.setCabling(fabric.cabling);
    go(models, Step::Topology);
}

void fillPlan(SetupViewModels &models)
{
    const fixtures::Fabric fabric = fixtures::cabledPair();
    models.setHosts(fabric.hosts);
    models.cable.setCabling(fabric.cabling);
    models.prove.setLive(fabric.cabling.halves);
    const domain::Plan plan = fixtures::planOf(fabric);
    models.review.setPlan(plan);
    models.prove.setAddresses(plan.addresses);
}

// What was set up is proven, or a check failed.
void fillProof(SetupViewModels &models, bool passed)
{
    fillPlan(models);
    const auto report = passed ? fixtures::passedReport : fixtures::failedReport;
    models.prove.setReport(report(fixtures::cabledPair(), *models.review.plan()));
    viewmodels::FlowFacts facts = flow(Step::Prove);
    facts.proven = passed;
    facts.proofFailed = !passed;
    models.steps.setFacts(facts);
    models.steps.go(Step::Prove);
}

// The table that says what the map of this page shows.
void showTable(QWidget &window)
{
    for (auto *button : window.findChildren<QAbstractButton *>(u"tableButton"_s))
        if (button->isVisible())
            button->click();
}

// The cable with a cross, on the map.
void chooseWrong(QWidget &window)
{
    for (auto *map : window.findChildren<widgets::FabricMap *>())
        for (std::size_t i = 0; map->isVisible() && i < map->picture().cables.size(); ++i)
            if (map->picture().cables[i].state == viewmodels::CableState::Wrong)
                map->setCurrent(widgets::MapElement{static_cast<int>(i), {}});
}

} // namespace

std::vector<State> pages::states()
{
    using namespace base::literals;
    const auto health = [](engine::DiscoveryHealth::State state) { return engine::DiscoveryHealth{state, {}}; };
    std::vector<State> all = {
        {"start-first",
            [=](SetupViewModels &m) {
                m.start.setScenarios(fixtures::scenarios());
                m.start.setHealth(health(engine::DiscoveryHealth::State::Searching));
            }},
        {"start-network",
            [=](SetupViewModels &m) {
                m.start.setScenarios(fixtures::scenarios());
                m.start.setHealth(health(engine::DiscoveryHealth::State::Settled));
                m.start.setFound(fixtures::foundHosts());
                m.start.setKnown(fixtures::knownClusters());
                m.start.showGroup(viewmodels::ScenarioGroup::Sick);
            }},
        {"start-no-avahi",
            [=](SetupViewModels &m) {
                m.start.setScenarios(fixtures::scenarios());
                m.start.setHealth({engine::DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg});
                m.start.setKnown(fixtures::knownClusters());
                m.start.setReady(true);
                m.start.add({});
            }},
        {"start-practising",
            [=](SetupViewModels &m) {
                m.start.setScenarios(fixtures::scenarios());
                m.start.setPractice(u"sealed-pair"_s, false);
                m.start.setProblem(viewmodels::inLine(base::failed("virtual.ended"_msg)));
            }},
        {"start-starting",
            [=](SetupViewModels &m) {
                m.start.setScenarios(fixtures::scenarios());
                m.start.setPractice(u"sealed-pair"_s, true);
            }},
        {"interrupted",
            [=](SetupViewModels &m) {
                m.interrupted.setInterruption(
                    engine::Interruption{false, QDateTime(QDate(2026, 11, 21), QTime(14, 3), Qt::UTC), {}, false});
                m.interrupted.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::Idle),
                    fixtures::host(u"gx10-9641"_s, engine::HostState::Idle)});
                go(m, Step::Interrupted);
            }},
        {"interrupted-gone",
            [=](SetupViewModels &m) {
                m.interrupted.setInterruption(
                    engine::Interruption{false, QDateTime(QDate(2026, 11, 21), QTime(14, 3), Qt::UTC), {}, false});
                m.interrupted.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::Ready),
                    fixtures::host(u"spark-3c4d"_s, engine::HostState::Failed)});
                m.interrupted.setLeaver(u"spark-3c4d"_s, false);
                m.interrupted.choose(viewmodels::InterruptedViewModel::Choice::Finish);
                m.interrupted.setWithoutMissing(true);
                go(m, Step::Interrupted);
            }},
        {"interrupted-undo",
            [=](SetupViewModels &m) {
                m.interrupted.setInterruption(
                    engine::Interruption{true, QDateTime(QDate(2026, 11, 21), QTime(14, 3), Qt::UTC), {}, false});
                m.interrupted.setHosts(fixtures::cabledPair().hosts);
                go(m, Step::Interrupted);
            }},
        {"find-empty",
            [=](SetupViewModels &m) {
                m.find.setHealth(health(engine::DiscoveryHealth::State::Searching));
                go(m, Step::Find);
            }},
        {"find-nobody",
            [=](SetupViewModels &m) {
                m.find.setHealth(health(engine::DiscoveryHealth::State::Settled));
                m.find.setAddError(viewmodels::inLine(base::Error{
                    base::ErrorKind::Usage, base::Message("hosts.bad-address"_msg).with("text", "192.168.7:x"), {}}));
                go(m, Step::Find);
            }},
        {"find-no-avahi",
            [=](SetupViewModels &m) {
                m.find.setHealth({engine::DiscoveryHealth::State::Unavailable, "discovery.avahi-not-running"_msg});
                go(m, Step::Find);
            }},
        {"find-some",
            [=](SetupViewModels &m) {
                m.find.setHealth(health(engine::DiscoveryHealth::State::Settled));
                m.find.setFound(fixtures::foundHosts());
                m.find.setMembers({fixtures::host(u"spark-1a2b"_s, engine::HostState::Idle)});
                go(m, Step::Find);
            }},
        {"find-interrupted",
            [=](SetupViewModels &m) {
                m.setHosts(fixtures::cabledPair().hosts);
                m.find.setInterrupted(true);
                go(m, Step::Find);
            }},
        {"find-virtual",
            [=](SetupViewModels &m) {
                m.find.setPractice(true);
                m.setHosts(fixtures::sealedPair(true).hosts);
                m.steps.setForm({}, true);
                go(m, Step::Find);
            }},
        {"topology-pair", [](SetupViewModels &m) { fillTopology(m, fixtures::sealedPair(false)); }},
        {"topology-ring",
            [](SetupViewModels &m) {
                fillTopology(m, fixtures::fabric(3, {}, domain::Topology::Ring));
                m.topology.choose(domain::Topology::Star);
            }},
        {"topology-cabled", [](SetupViewModels &m) { fillTopology(m, fixtures::cabledRing()); }},
        {"topology-begun",
            [](SetupViewModels &m) {
                using domain::CageIndex;
                fillTopology(m,
                    fixtures::fabric(3,
                        {{0, CageIndex::Zero, 1, CageIndex::One}, {1, CageIndex::Zero, 2, CageIndex::One}},
                        domain::Topology::Ring));
            }},
        {"topology-mixed",
            [](SetupViewModels &m) {
                fixtures::Fabric fabric = fixtures::wrongRing();
                fabric.cabling.wakeNeeded = true;
                fillTopology(m, fabric);
            }},
        {"topology-four", [](SetupViewModels &m) { fillTopology(m, fixtures::fabric(4, {}, domain::Topology::Star)); }},
        {"signin-form",
            [](SetupViewModels &m) {
                m.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::Idle),
                    fixtures::host(u"gx10-9641"_s, engine::HostState::Idle)});
                go(m, Step::SignIn);
            }},
        {"signin-keys",
            [](SetupViewModels &m) {
                m.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::HostKeyWaiting),
                    fixtures::host(u"gx10-9641"_s, engine::HostState::HostKeyWaiting)});
                m.signIn.setBusy(true);
                m.signIn.askHostKeys(fixtures::keyQuestions());
                go(m, Step::SignIn);
            }},
        {"signin-troubles",
            [](SetupViewModels &m) {
                auto good = fixtures::cabledPair().hosts;
                auto wrong = fixtures::host(u"gx10-9641"_s, engine::HostState::SigningIn);
                auto changed = fixtures::host(u"promaxgb10-5cd4"_s, engine::HostState::HostKeyChanged);
                changed.error = base::refused(base::Message("hosts.key-changed"_msg)
                                                  .with("name", "promaxgb10-5cd4")
                                                  .with("shown", "SHA256:bW3kzR1pX7uN0tGfQ9yLhVd2eJ5mC8aS4oIxT6vYwEs")
                                                  .with("known", "SHA256:uQ8hdjVYjB1vA0cDEk2wYhM9nFQ3rT7xS5sLzPq4oIg"));
                m.setHosts({good[0], wrong, changed});
                m.signIn.setBusy(true);
                m.signIn.askCredentials(u"gx10-9641"_s, fixtures::deniedSignIn());
                go(m, Step::SignIn);
            }},
        {"signin-differ",
            [](SetupViewModels &m) {
                m.setHosts({fixtures::host(u"spark-1a2b"_s, engine::HostState::Idle),
                    fixtures::host(u"gx10-9641"_s, engine::HostState::Idle)});
                m.signIn.setSameOnAll(false);
                go(m, Step::SignIn);
            }},
        {"signin-changed-key",
            [](SetupViewModels &m) {
                auto changed = fixtures::host(u"promaxgb10-5cd4"_s, engine::HostState::HostKeyChanged);
                changed.error = base::refused(base::Message("hosts.key-changed"_msg)
                                                  .with("name", "promaxgb10-5cd4")
                                                  .with("shown", "SHA256:bW3kzR1pX7uN0tGfQ9yLhVd2eJ5mC8aS4oIxT6vYwEs")
                                                  .with("known", "SHA256:uQ8hdjVYjB1vA0cDEk2wYhM9nFQ3rT7xS5sLzPq4oIg"));
                m.setHosts({fixtures::cabledPair().hosts[0], changed});
                m.signIn.showChangedKey(u"promaxgb10-5cd4"_s);
                go(m, Step::SignIn);
            }},
        {"signin-done",
            [](SetupViewModels &m) {
                m.setHosts(fixtures::cabledPair().hosts);
                go(m, Step::SignIn);
            }},
        {"signin-clone",
            [](SetupViewModels &m) {
                auto hosts = fixtures::cabledPair().hosts;
                hosts[1].state = engine::HostState::Failed;
                hosts[1].error = base::Error{base::ErrorKind::Usage,
                    base::Message("hosts.cloned-machine-id"_msg).with("name", "spark-b").with("other", "spark-a"), {}};
                m.setHosts(hosts);
                go(m, Step::SignIn);
            }},
        {"signin-practice",
            [](SetupViewModels &m) {
                auto hosts = fixtures::sealedPair(true).hosts;
                hosts[0].state = engine::HostState::Inspecting;
                hosts[1].state = engine::HostState::InstallingKey;
                m.setHosts(hosts);
                m.signIn.setPractice(true);
                m.signIn.setBusy(true);
                m.steps.setForm({}, true);
                go(m, Step::SignIn);
            }},
        {"cable-sealed-virtual", [](SetupViewModels &m) { fillCabling(m, fixtures::sealedPair(true), true); }},
        {"cable-dropped-wrong",
            [](SetupViewModels &m) {
                fillCabling(m, fixtures::ringInWork(), true);
                m.cable.dropCable({u"spark-a"_s, 0}); // in use
            }},
        {"cable-half-up",
            [](SetupViewModels &m) {
                fillCabling(m,
                    fixtures::fabric(
                        2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero, true}}, domain::Topology::Pair),
                    false);
            }},
        {"cable-pair-done", [](SetupViewModels &m) { fillCabling(m, fixtures::cabledPair(), false); }},
        {"cable-pair2",
            [](SetupViewModels &m) {
                fillCabling(m,
                    fixtures::fabric(
                        2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero}}, domain::Topology::PairTwoCables),
                    false);
            }},
        {"cable-ring", [](SetupViewModels &m) { fillCabling(m, fixtures::ringInWork(), false); }},
        {"cable-wrong", [](SetupViewModels &m) { fillCabling(m, fixtures::wrongRing(), false); }},
        {"cable-wrong-virtual", [](SetupViewModels &m) { fillCabling(m, fixtures::wrongRing(), true); }, chooseWrong},
        {"cable-not-needed",
            [](SetupViewModels &m) { fillCabling(m, fixtures::cabledRing(domain::Topology::Star), false); }},
        {"cable-star", [](SetupViewModels &m) { fillCabling(m, fixtures::starOfFour(), false); }},
        {"cable-split",
            [](SetupViewModels &m) {
                fillCabling(m,
                    fixtures::fabric(
                        2, {{0, domain::CageIndex::Zero, 1, domain::CageIndex::Zero}}, domain::Topology::SplitRole),
                    false);
            }},
        {"cable-table-virtual", [](SetupViewModels &m) { fillCabling(m, fixtures::sealedPair(true), true); },
            showTable},
        {"cable-table-ring", [](SetupViewModels &m) { fillCabling(m, fixtures::ringInWork(), false); }, showTable},
        {"cable-table-wrong", [](SetupViewModels &m) { fillCabling(m, fixtures::wrongRing(), false); }, showTable},
        {"cable-chosen", [](SetupViewModels &m) { fillCabling(m, fixtures::ringInWork(), false); },
            [](QWidget &window) {
                for (auto *map : window.findChildren<widgets::FabricMap *>())
                    if (map->isVisible())
                        map->setCurrent(widgets::MapElement{1, {}});
            }},
        {"review",
            [](SetupViewModels &m) {
                fillPlan(m);
                go(m, Step::Review);
            }},
        {"apply-running",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(viewmodels::ApplyViewModel::Task::Apply);
                m.apply.setJobs(fixtures::jobsHalfway());
                m.apply.setTimer(std::chrono::seconds(74), 90);
                go(m, Step::Apply);
            }},
        {"apply-before-timer",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(viewmodels::ApplyViewModel::Task::Apply);
                m.apply.setJobs(fixtures::jobsAt(1));
                go(m, Step::Apply);
            }},
        {"apply-rolled-back",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(viewmodels::ApplyViewModel::Task::Apply);
                m.apply.setJobs(fixtures::jobsRolledBack());
                go(m, Step::Apply);
                engine::ApplyOutcome outcome;
                outcome.kind = engine::ApplyOutcome::Kind::RolledBack;
                outcome.error = base::failed(base::Message("remote.trial-not-taken-up"_msg)
                                                 .with("interface", "enp1s0f0np0")
                                                 .with("what", "link"));
                m.apply.setOutcome(outcome);
                viewmodels::FlowFacts facts = m.steps.facts();
                facts.applying = false;
                facts.applyFailed = true;
                m.steps.setFacts(facts);
            }},
        {"apply-refused-for-work",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(viewmodels::ApplyViewModel::Task::Undo);
                go(m, Step::Apply);
                m.apply.refuseForWork();
                m.apply.setOutcome(base::refused(base::Message(base::MessageId("preflight.rdma-traffic"))
                                                     .with("spark", "spark-a")
                                                     .with("gbps", 41.5)
                                                     .with("interface", "enp1s0f0np0")));
                viewmodels::FlowFacts facts = m.steps.facts();
                facts.applying = false;
                facts.applied = true;
                m.steps.setFacts(facts);
            }},
        {"apply-sudo",
            [](SetupViewModels &m) {
                fillPlan(m);
                m.apply.begin(viewmodels::ApplyViewModel::Task::Apply);
                m.apply.setJobs(fixtures::jobsAt(0));
                m.sudo.setSeveralSparks(true);
                m.sudo.ask(u"spark-a"_s, engine::SudoReason::Apply, false);
                go(m, Step::Apply);
            }},
        {"prove-passed", [](SetupViewModels &m) { fillProof(m, true); }},
        {"prove-undo", [](SetupViewModels &m) { fillProof(m, true); },
            [](QWidget &window) {
                for (auto *button : window.findChildren<QAbstractButton *>(u"undoButton"_s))
                    if (button->isVisible())
                        button->click();
            }},
        {"prove-table", [](SetupViewModels &m) { fillProof(m, false); }, showTable},
        {"prove-failed", [](SetupViewModels &m) { fillProof(m, false); }},
        {"drift-found",
            [](SetupViewModels &m) {
                fillProof(m, true);
                m.drift.setStatus(fixtures::driftedStatus());
            }},
        {"drift-while-proving",
            [](SetupViewModels &m) {
                fillProof(m, false);
                m.drift.setStatus(fixtures::driftedStatus());
            }},
        {"drift-forget",
            [](SetupViewModels &m) {
                fillProof(m, true);
                m.drift.setStatus(fixtures::driftedStatus());
                m.drift.triggerForget();
            }},
        {"drift-checking",
            [](SetupViewModels &m) {
                fillProof(m, true);
                m.drift.setChecking();
            }},
        {"drift-failed",
            [](SetupViewModels &m) {
                fillProof(m, true);
                m.drift.setProblem(base::refused(base::Message("apply.busy"_msg)));
            }},
    };
    for (const fixtures::SideState &each : fixtures::sideStates())
        all.push_back({each.name, each.fill});
    return all;
}
