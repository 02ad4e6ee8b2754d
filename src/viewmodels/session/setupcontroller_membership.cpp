// SPDX-License-Identifier: GPL-3.0-or-later
// Who belongs to the cluster: Sparks that join and leave, and clusters that another computer set up.
#include "viewmodels/session/setupcontroller.h"

#include "domain/plan/lanemap.h"
#include "engine/text/text.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::viewmodels {

namespace {

domain::SparkId idOf(const engine::ClusterMember &member)
{
    return domain::SparkId{member.sparkId.toStdString()};
}

bool isReady(const engine::HostView &host)
{
    return host.state == engine::HostState::Ready;
}

} // namespace

void SetupController::connectMembership()
{
    LeaveViewModel &leave = m_pages.leave;
    connect(&leave, &LeaveViewModel::planRequested, this, &SetupController::beginLeave);
    connect(&leave, &LeaveViewModel::dropRequested, this, &SetupController::takeOffList);
    connect(&m_pages.signIn, &SignInViewModel::leaveRequested, this, &SetupController::askLeave);
    connect(&m_pages.prove, &ProveViewModel::leaveRequested, this, &SetupController::askLeave);
    AdoptViewModel &adopt = m_pages.adopt;
    connect(&adopt, &AdoptViewModel::takeOverRequested, this, &SetupController::takeOver);
    connect(&adopt, &AdoptViewModel::signInTooRequested, this, &SetupController::addMissing);
    connect(&adopt, &AdoptViewModel::leaveOutRequested, this, [this] {
        for (const engine::ClusterMember &missing : m_missing)
            m_without << missing.name;
        takeOver();
    });
    connect(&adopt, &AdoptViewModel::proveRequested, this, [this] { m_pages.steps.go(Step::Prove); });
}

// --- joining

// What was proven and what can be formed was that of others.
void SetupController::membersChanged()
{
    if (!m_session)
        return;
    m_verifiedThisPlan = false;
    dropImpossibleGoal();
    pushHosts();
    if (m_virtual)
        pushFound();
}

bool SetupController::isPossible(std::optional<domain::Topology> goal) const
{
    const auto all = domain::possibleTopologies(static_cast<int>(m_session->cluster().members.size()));
    return goal && std::find(all.begin(), all.end(), *goal) != all.end();
}

void SetupController::dropImpossibleGoal()
{
    const std::optional<domain::Topology> goal = m_session->cabling().goal;
    if (m_session->cluster().members.size() < 2 || m_pages.apply.running())
        return;
    if (!isPossible(m_session->cluster().goal))
        m_pages.topology.setGoal({});
    if (!goal || isPossible(goal))
        return;
    m_goalChosen = false;
    m_session->setGoal(std::nullopt);
}

// Whether each member has addresses among these.
bool SetupController::covers(const domain::AddressPlan &addresses) const
{
    const std::vector<engine::ClusterMember> &members = m_session->cluster().members;
    return std::all_of(members.begin(), members.end(), [&](const engine::ClusterMember &member) {
        return !member.sparkId.isEmpty() && !addresses.halvesOf(idOf(member)).empty();
    });
}

// By what this computer has on record: it has addresses of the set-up.
bool SetupController::isSetUp(const engine::ClusterMember &member) const
{
    const std::optional<domain::AddressPlan> &applied = m_session->cluster().applied;
    return applied && !member.sparkId.isEmpty() && !applied->halvesOf(idOf(member)).empty();
}

QStringList SetupController::setUpMembers() const
{
    QStringList names;
    for (const engine::ClusterMember &member : m_session->cluster().members)
        if (isSetUp(member))
            names << member.name;
    return names;
}

// Virtual Sparks are announced to nobody; all that the scenario brought can be chosen.
std::vector<engine::FoundHost> SetupController::foundInPractice() const
{
    std::vector<engine::FoundHost> found;
    for (const engine::VirtualSpark &spark : m_brought) {
        engine::FoundHost host;
        host.key = host.name = spark.name;
        host.addresses << u"%1:%2"_s.arg(spark.endpoint.host).arg(spark.endpoint.port);
        host.likelySpark = host.virtualSpark = true;
        found.push_back(std::move(host));
    }
    return found;
}

bool SetupController::choose(const QString &key)
{
    if (!m_session)
        return false;
    const engine::VirtualSpark *spark = brought(key);
    engine::ClusterMember member;
    if (spark) {
        member.name = spark->name;
        member.endpoint = spark->endpoint;
        member.user = spark->user;
        member.hostKeyFingerprint = spark->fingerprint;
        member.virtualSpark = true;
    }
    const auto added = spark ? m_session->addMember(member) : m_session->addFound(key);
    m_pages.find.setAddError(added ? Sentence() : inLine(added.error()));
    return added.ok();
}

// --- leaving

void SetupController::takeOffList(const QString &name)
{
    if (!m_session)
        return;
    const engine::ClusterMember *member = m_session->cluster().member(name);
    const bool staysSetUp = member && isSetUp(*member);
    m_session->removeHost(name);
    m_pages.find.setLeftAlone(staysSetUp ? name : QString());
}

// Who has addresses of the set-up that this computer made is asked about; the others only go from the list.
void SetupController::askLeave(const QString &name)
{
    if (!m_session || m_pages.apply.running())
        return;
    // What was begun is settled first, if need be without this one: nobody is dropped while a change of its is open.
    if (m_pages.interrupted.interrupted()) {
        m_pages.steps.go(Step::Interrupted);
        return;
    }
    const engine::ClusterMember *member = m_session->cluster().member(name);
    if (!member || !isSetUp(*member)) {
        takeOffList(name);
        return;
    }
    LeaveViewModel::Question question;
    question.name = name;
    question.othersStay = !domain::withoutSpark(*m_session->cluster().applied, idOf(*member)).lanes.empty();
    for (const engine::HostView &host : m_session->hosts())
        if (host.name != name)
            question.others << host.name;
        else
            question.answers = host.state != engine::HostState::Failed && host.state != engine::HostState::Lost;
    Q_EMIT m_pages.find.changed(); // the card stays chosen until it is decided
    m_pages.leave.ask(question);
}

void SetupController::beginLeave(const QString &name, bool gone)
{
    if (!m_session || m_pages.apply.running())
        return;
    const engine::ClusterMember *member = m_session->cluster().member(name);
    if (!member || !isSetUp(*member))
        return;
    m_afterSignIn.reset(); // this comes next instead
    m_stepAfterSignIn.reset();
    m_leaver = Leaver{name, gone, !domain::withoutSpark(*m_session->cluster().applied, idOf(*member)).lanes.empty()};
    pushFlow();
    if (!readyForLeave()) {
        QStringList needed;
        for (const engine::HostView &host : m_session->hosts())
            if (!gone || host.name != name)
                needed << host.name;
        signIn(needed); // before virtual Sparks begin to do so by themselves, all of them
        m_pages.steps.go(Step::SignIn);
    } else if (m_pages.steps.current() == Step::Review) {
        planLeave();
    } else {
        m_pages.steps.go(Step::Review); // makes the plan
    }
}

bool SetupController::readyForLeave() const
{
    const auto hosts = m_session->hosts();
    return std::all_of(hosts.begin(), hosts.end(), [this](const engine::HostView &host) {
        return isReady(host) || (m_leaver && m_leaver->gone && host.name == m_leaver->name);
    });
}

void SetupController::goOnAfterSignIn()
{
    if (m_leaver && m_pages.steps.current() == Step::SignIn && readyForLeave())
        m_pages.steps.go(Step::Review);
    else if (m_stepAfterSignIn && m_pages.signIn.allReady())
        goOrSignIn(*std::exchange(m_stepAfterSignIn, std::nullopt));
    else if (m_pages.adopt.state() == AdoptViewModel::State::Joining && m_pages.signIn.allReady())
        takeOver();
}

void SetupController::planLeave()
{
    if (!m_session || !m_leaver || m_pages.review.planning() || m_pages.apply.running())
        return;
    if (m_pages.apply.task() == ApplyViewModel::Task::Leave)
        m_pages.apply.withdrawInsisting(); // it was of another plan
    m_pages.review.setProblem({});
    m_pages.review.setPlan({});
    m_pages.review.setLeaver(m_leaver);
    m_pages.review.setPlanning(true);
    pushFlow();
    whenDone(m_session->planLeave(m_leaver->name), [this](const base::Result<std::optional<domain::Plan>> &result) {
        m_pages.review.setPlanning(false);
        if (!m_leaver) { // given up meanwhile
            if (m_pages.steps.current() == Step::Review)
                plan();
            return;
        }
        m_pages.review.setProblem(result ? std::nullopt : std::optional(result.error()));
        pushPlan();
    });
}

void SetupController::applyLeave(AtWork others)
{
    if (!m_session || !m_leaver || m_pages.apply.running() || m_pages.review.planning())
        return;
    const Leaver leaver = *m_leaver;
    const domain::Plan *plan = m_pages.review.plan();
    if (leaver.othersStay && !plan) // for those that stay there is one to be agreed to
        return;
    using Consent = domain::PreflightFinding::Consent;
    engine::Consents consents = m_pages.review.consents();
    if (others == AtWork::Insists)
        consents.push_back(Consent::Busy);
    else if (std::find(consents.begin(), consents.end(), Consent::Busy) != consents.end())
        others = AtWork::Insists; // said on Review
    stopTest();
    if (plan)
        m_prompter.setConfirmedPlan(plan->id);
    m_applyFailed = false;
    m_pages.apply.beginLeave(leaver);
    pushFlow();
    m_pages.steps.go(Step::Apply);
    m_countdown.start();
    const auto carryOut = [this, leaver, consents] {
        forgetProof();
        whenDone(m_session->leave(leaver.name, leaver.gone, consents),
            [this](const base::Result<engine::ApplyOutcome> &outcome) {
                if (outcome && outcome->kind != engine::ApplyOutcome::Kind::RolledBack)
                    endLeave();
                finishTask(outcome);
                dropImpossibleGoal();
            });
    };
    // The plan looks after those that stay; where there is none, all go back.
    unlessAtWork(leaver.othersStay ? QStringList{leaver.name} : QStringList(),
        leaver.othersStay && leaver.gone ? AtWork::Insists : others, carryOut);
}

// The list is as it was, unless the leave was carried out.
void SetupController::endLeave()
{
    if (!m_leaver)
        return;
    m_leaver.reset();
    if (m_pages.apply.task() == ApplyViewModel::Task::Leave)
        m_pages.apply.withdrawInsisting();
    m_pages.review.setLeaver({});
    m_pages.review.setPlan({}); // it was for the others alone
    pushFlow();
}

// --- taking over

void SetupController::takeOver()
{
    if (!m_session || m_pages.apply.running())
        return;
    m_pages.adopt.setReading();
    whenDone(m_session->adopt(m_without), [this](const base::Result<engine::Adoption> &adoption) {
        if (!adoption) {
            m_pages.adopt.setProblem(adoption.error());
            return;
        }
        m_missing = adoption->missing;
        if (!m_missing.empty()) {
            QStringList names;
            for (const engine::ClusterMember &missing : m_missing)
                names << missing.name;
            m_pages.adopt.setMissing(names);
            return;
        }
        m_applied = true;
        m_pages.topology.setGoal(m_session->cluster().goal);
        m_pages.adopt.setDone(*adoption);
        pushHosts();
        lookForDrift();
    });
}

void SetupController::addMissing()
{
    if (!m_session)
        return;
    const std::size_t before = m_session->hosts().size();
    for (const engine::ClusterMember &missing : m_missing) {
        if (brought(missing.name)) {
            choose(missing.name);
        } else if (const auto added = m_session->addMember(missing); !added) {
            m_pages.adopt.setProblem(added.error());
            return;
        }
    }
    // What they name is here under another name already: its key has changed since.
    if (m_session->hosts().size() == before) {
        m_pages.adopt.setProblem(
            base::refused(base::Message("adopt.reinstalled"_msg).with("name", m_missing.front().name.toStdString())));
        return;
    }
    m_pages.adopt.setJoining();
    if (m_pages.steps.current() == Step::SignIn) {
        if (m_virtual)
            signIn();
        return;
    }
    m_pages.steps.go(Step::SignIn);
}

} // namespace sparkloom::viewmodels
