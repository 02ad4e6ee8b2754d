// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberstates.h"

#include "fixtures.h"

namespace fixtures {

using namespace Qt::Literals::StringLiterals;
using namespace base::literals;
using viewmodels::LeaveViewModel;
using viewmodels::SetupViewModels;
using viewmodels::Step;

namespace {

constexpr std::int64_t kAppliedUtcMs = 1'795'270'980'000; // 21 November 2026

viewmodels::FlowFacts allOpen(int members)
{
    viewmodels::FlowFacts facts;
    facts.members = facts.ready = members;
    facts.topologyChosen = facts.cablingComplete = facts.planned = facts.applied = true;
    return facts;
}

// The Sparks of a fabric, as somebody else set them up.
std::vector<engine::HostView> setUpByAnother(const Fabric &fabric)
{
    const domain::Plan plan = planOf(fabric);
    std::vector<engine::HostView> hosts = fabric.hosts;
    for (engine::HostView &host : hosts) {
        domain::Receipt receipt;
        receipt.clusterId = plan.clusterId;
        receipt.clusterName = "two-in-the-lab";
        receipt.owner = "somebody@another-computer";
        receipt.appliedUtcMs = kAppliedUtcMs;
        receipt.config = plan.forSpark(host.facts->id)->network;
        host.facts->receipt = receipt;
    }
    return hosts;
}

void fillFind(SetupViewModels &models, const std::vector<engine::HostView> &hosts)
{
    models.find.setMembers(hosts);
    models.steps.setFacts(allOpen(static_cast<int>(hosts.size())));
    models.steps.go(Step::Find);
}

void fillOffer(SetupViewModels &models)
{
    const std::vector<engine::HostView> hosts = setUpByAnother(cabledPair());
    models.signIn.setHosts(hosts);
    models.adopt.setHosts(hosts, false);
    models.steps.setFacts(allOpen(2));
    models.steps.go(Step::SignIn);
}

void fillLeavePlan(SetupViewModels &models, const viewmodels::Leaver &leaver)
{
    const Fabric fabric = cabledPair();
    models.review.setHosts(fabric.hosts);
    if (leaver.othersStay)
        models.review.setPlan(planOf(fabric));
    models.review.setLeaver(leaver);
    viewmodels::FlowFacts facts = allOpen(3);
    facts.leaving = true;
    models.steps.setFacts(facts);
    models.steps.go(Step::Review);
}

void fillLeave(SetupViewModels &models, const viewmodels::Leaver &leaver)
{
    viewmodels::FlowFacts facts = allOpen(3);
    facts.applying = true;
    models.steps.setFacts(facts);
    models.apply.beginLeave(leaver);
    models.apply.setJobs(jobsHalfway());
    models.apply.setTimer(std::chrono::seconds(74), 90);
    models.steps.go(Step::Apply);
}

} // namespace

std::vector<SideState> memberStates()
{
    return {
        {"adopt-offered", [](SetupViewModels &m) { fillOffer(m); }},
        {"adopt-reading",
            [](SetupViewModels &m) {
                fillOffer(m);
                m.adopt.setReading();
            }},
        {"adopt-missing",
            [](SetupViewModels &m) {
                fillOffer(m);
                m.adopt.setMissing({u"promaxgb10-5cd4"_s});
            }},
        {"adopt-joining",
            [](SetupViewModels &m) {
                fillOffer(m);
                m.adopt.setMissing({u"promaxgb10-5cd4"_s});
                m.adopt.setJoining();
            }},
        {"adopt-failed",
            [](SetupViewModels &m) {
                fillOffer(m);
                m.adopt.setProblem(
                    base::refused(base::Message("adopt.reinstalled"_msg).with("name", "promaxgb10-5cd4")));
            }},
        {"adopt-done",
            [](SetupViewModels &m) {
                fillOffer(m);
                engine::Adoption adoption;
                adoption.name = u"two-in-the-lab"_s;
                adoption.owner = u"somebody@another-computer"_s;
                adoption.appliedAt = QDateTime::fromMSecsSinceEpoch(kAppliedUtcMs, Qt::UTC);
                m.adopt.setDone(adoption);
            }},
        {"leave-asked",
            [](SetupViewModels &m) {
                fillFind(m, cabledPair().hosts);
                m.leave.ask({u"gx10-9641"_s, {u"spark-1a2b"_s, u"promaxgb10-5cd4"_s}, true});
            }},
        {"leave-of-a-dead-one",
            [](SetupViewModels &m) {
                fillFind(m, cabledPair().hosts);
                m.leave.ask({u"gx10-9641"_s, {u"spark-1a2b"_s}, false, false});
            }},
        {"leave-dead-member",
            [](SetupViewModels &m) {
                std::vector<engine::HostView> hosts = cabledPair().hosts;
                hosts[1].state = engine::HostState::Failed;
                hosts[1].error = base::Error{base::ErrorKind::Unreachable,
                    base::Message("ssh.refused"_msg).with("host", "192.168.7.31").with("port", 22), {}};
                m.signIn.setSetUp({hosts[0].name, hosts[1].name});
                m.signIn.setHosts(hosts);
                m.steps.setFacts(allOpen(2));
                m.steps.go(Step::SignIn);
            }},
        {"leave-review",
            [](SetupViewModels &m) {
                fillLeavePlan(m, {u"gx10-9641"_s, false, true});
            }},
        {"leave-review-gone",
            [](SetupViewModels &m) {
                fillLeavePlan(m, {u"gx10-9641"_s, true, true});
            }},
        {"leave-review-nobody-stays",
            [](SetupViewModels &m) {
                fillLeavePlan(m, {u"gx10-9641"_s, false, false});
            }},
        {"leave-running",
            [](SetupViewModels &m) {
                fillLeave(m, {u"gx10-9641"_s, false, true});
            }},
        {"leave-done",
            [](SetupViewModels &m) {
                fillLeave(m, {u"gx10-9641"_s, false, true});
                engine::ApplyOutcome outcome;
                outcome.kind = engine::ApplyOutcome::Kind::Applied;
                m.apply.setOutcome(outcome);
            }},
        {"leave-failed",
            [](SetupViewModels &m) {
                fillLeave(m, {u"gx10-9641"_s, false, true});
                m.apply.setOutcome(base::Error{base::ErrorKind::Unreachable,
                    base::Message("apply.spark-not-ready"_msg).with("spark", "gx10-9641"), {}});
            }},
    };
}

} // namespace fixtures
