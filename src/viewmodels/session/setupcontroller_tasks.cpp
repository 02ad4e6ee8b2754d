// SPDX-License-Identifier: GPL-3.0-or-later
// The long tasks of the session and what the pages show of them.
#include "viewmodels/session/setupcontroller.h"

#include "engine/text/text.h"
#include "viewmodels/words.h"

#include <algorithm>
#include <utility>

namespace sparkloom::viewmodels {

namespace {

constexpr std::chrono::seconds kBlinkTime{10};

std::optional<base::Error> errorOf(const base::Result<void> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

void SetupController::pushFound()
{
    const engine::DiscoveryHealth health = m_session->discoveryHealth();
    const std::vector<engine::FoundHost> found = m_session->found();
    m_pages.start.setHealth(health);
    m_pages.start.setFound(found);
    m_pages.find.setHealth(health);
    m_pages.find.setFound(m_virtual ? foundInPractice() : found);
}

void SetupController::pushHosts()
{
    m_hostsNews.stop();
    if (!m_session)
        return;
    const auto hosts = m_session->hosts();
    m_pages.signIn.setSetUp(setUpMembers());
    QStringList keyed;
    for (const engine::ClusterMember &member : m_session->cluster().members)
        if (member.keyInstalled)
            keyed << member.name;
    m_pages.signIn.setKeyed(keyed);
    m_pages.setHosts(hosts);
    m_pages.tests.setHosts(hosts);
    m_pages.live.setHosts(hosts);
    m_pages.sudo.setSeveralSparks(hosts.size() > 1);
    m_pages.adopt.setHosts(hosts, m_session->cluster().applied.has_value());
    m_pages.log.noteHosts(hosts, QDateTime::currentDateTimeUtc());
    pushFlow();
}

void SetupController::pushCabling()
{
    adjustGoal();
    const engine::CablingView cabling = m_session->cabling();
    m_pages.topology.setCabling(cabling);
    m_pages.cable.setCabling(cabling);
    m_pages.review.setCabling(cabling);
    m_pages.live.setCabling(cabling);
    m_pages.prove.setCabling(cabling);
    // Where nobody watches any more, what the last look at the Sparks said is newer.
    m_pages.prove.setLive(cabling.running ? cabling.halves : std::vector<engine::LiveHalf>());
    pushFlow();
}

void SetupController::pushPlan()
{
    m_pages.review.setPlan(m_session->plan());
    m_pages.review.setFindings(m_session->findings());
    pushFlow();
}

void SetupController::pushReport()
{
    m_pages.prove.setReport(m_session->report());
    pushFlow();
}

void SetupController::pushFlow()
{
    if (!m_session)
        return;
    const auto hosts = m_session->hosts();
    const auto count = [&](auto predicate) {
        return static_cast<int>(std::count_if(hosts.begin(), hosts.end(), predicate));
    };
    const auto plan = m_session->plan();
    const auto report = m_session->report();
    FlowFacts facts;
    facts.members = static_cast<int>(hosts.size());
    facts.ready = count([](const auto &host) { return host.state == engine::HostState::Ready; });
    facts.failed = count([](const auto &host) {
        return host.state == engine::HostState::Failed || host.state == engine::HostState::HostKeyChanged;
    });
    facts.signingIn = m_pages.signIn.busy();
    facts.topologyChosen = m_pages.topology.decided();
    facts.interrupted = m_pages.interrupted.interrupted();
    facts.cablingComplete = m_pages.cable.complete();
    facts.planned = plan.has_value();
    facts.planning = m_pages.review.planning();
    facts.leaving = m_leaver.has_value();
    facts.nothingToDo = plan && !facts.leaving && !plan->changesAnything() && covers(plan->addresses);
    facts.applying = m_pages.apply.running();
    m_pages.apply.setSignInFirst(facts.ready < facts.members && !facts.leaving);
    m_pages.drift.setBusy(facts.applying || facts.planning);
    m_pages.adopt.setBusy(facts.applying || facts.planning || facts.signingIn);
    // Who joined since is not set up.
    const std::optional<domain::AddressPlan> &applied = m_session->cluster().applied;
    facts.applied = (m_applied && (!applied || covers(*applied))) || facts.nothingToDo;
    facts.applyFailed = m_applyFailed;
    facts.verifying = m_pages.prove.verifying() || m_pages.prove.measuring();
    facts.testing = m_pages.tests.state() == TestsViewModel::State::Running;
    facts.proven = m_verifiedThisPlan && m_pages.prove.passed();
    facts.proofFailed = m_verifiedThisPlan && report && !report->passed();
    m_pages.steps.setFacts(facts);
    m_pages.steps.setForm(m_pages.cable.goal(), m_virtual != nullptr);
}

void SetupController::signIn(const QStringList &onlyThese)
{
    if (!m_session || m_pages.signIn.busy())
        return;
    const SignInForm &form = m_pages.signIn.form();
    for (const engine::HostView &host : m_session->hosts()) {
        if (const engine::VirtualSpark *spark = brought(host.name))
            m_session->setUser(host.name, spark->user);
        else if (form.sameOnAll && !form.user.trimmed().isEmpty() && host.state != engine::HostState::Ready)
            m_session->setUser(host.name, form.user.trimmed());
        else if (const QString own = m_pages.signIn.ownForm(host.name).user;
                 !form.sameOnAll && !own.isEmpty() && host.state != engine::HostState::Ready)
            m_session->setUser(host.name, own);
    }
    m_pages.signIn.setProblem({});
    m_pages.signIn.setBusy(true);
    pushFlow();
    whenDone(m_session->signInTo(onlyThese), [this](const base::Result<void> &result) {
        m_pages.signIn.setBusy(false);
        m_pages.signIn.setProblem(errorOf(result));
        pushHosts();
        if (m_pages.signIn.allReady())
            m_pages.signIn.forgetSecrets();
        lookForDrift();
        // Who fails at the first try is tried again; what was to follow still is, unless the person goes elsewhere.
        if (m_afterSignIn && readyToSettle())
            runBack(*std::exchange(m_afterSignIn, std::nullopt));
        else
            goOnAfterSignIn();
    });
}

void SetupController::startCabling()
{
    if (!m_session)
        return;
    m_pages.topology.setProblem({});
    m_pages.cable.setProblem({});
    std::optional<domain::Topology> goal = m_session->cabling().goal;
    if (!isPossible(goal))
        goal = m_session->cluster().goal;
    if (!isPossible(goal))
        goal = m_pages.topology.chosen();
    whenDone(m_session->startCabling(goal), [this](const base::Result<void> &result) {
        m_pages.topology.setProblem(errorOf(result));
        m_pages.cable.setProblem(errorOf(result));
    });
}

// What is already cabled is taken as the goal, unless a person chose one; never back from two cables to one, and never
// a line, which is what every ring is before its last plug.
void SetupController::adjustGoal()
{
    const engine::CablingView cabling = m_session->cabling();
    if (m_goalChosen || !cabling.running || cabling.goal == cabling.recognised)
        return;
    const auto choices = m_pages.cable.choices();
    const bool possible = cabling.recognised != domain::Topology::Line
        && std::find(choices.begin(), choices.end(), cabling.recognised) != choices.end();
    const bool twoCables = cabling.goal == domain::Topology::PairTwoCables
        || cabling.goal == domain::Topology::StarTwoCables || cabling.goal == domain::Topology::SplitRole;
    if (possible && !twoCables)
        m_session->setGoal(cabling.recognised);
}

void SetupController::blink(const QString &spark, int cage)
{
    if (!m_session)
        return;
    m_pages.cable.setPassingProblem({});
    const auto begun = [self = QPointer(this), spark, cage](const QString &) {
        if (self)
            self->m_pages.cable.setBlinking(SocketKey{spark, cage});
    };
    const domain::CageIndex index = cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One;
    whenDone(m_session->blink(spark, index, kBlinkTime, begun), [this](const base::Result<void> &result) {
        m_pages.cable.setBlinking({});
        m_pages.cable.setPassingProblem(errorOf(result));
    });
}

void SetupController::plan()
{
    if (!m_session || m_pages.review.planning() || m_pages.apply.running())
        return;
    if (m_leaver) {
        planLeave();
        return;
    }
    m_pages.review.setLeaver({});
    m_pages.review.setProblem({});
    m_pages.review.setPlanning(true);
    pushFlow();
    engine::PlanOptions options;
    options.topology = m_pages.cable.goal();
    options.mtu = m_session->cluster().mtu; // as it was set up, where it was
    AddressesViewModel &addresses = m_pages.review.addresses();
    options.pool = addresses.pool();
    options.chosen = addresses.chosen();
    options.hostsNames = addresses.hostsNames();
    options.sshAliases = addresses.sshAliases();
    addresses.setAvoid(m_session->routesHere());
    addresses.planAsked();
    whenDone(m_session->makePlan(options), [this](const base::Result<domain::Plan> &result) {
        m_pages.review.setPlanning(false);
        if (m_leaver) { // decided on meanwhile
            planLeave();
            return;
        }
        m_pages.review.setProblem(result ? std::nullopt : std::optional(result.error()));
        pushPlan();
        if (result)
            m_pages.prove.setAddresses(result->addresses);
        if (result && m_pages.steps.current() == Step::Review && !m_session->cabling().running)
            startCabling();                  // a plug that is moved while the plan is read is told
        m_pages.review.addresses().commit(); // what was typed meanwhile
    });
}

void SetupController::apply()
{
    const domain::Plan *plan = m_pages.review.plan();
    if (!m_session || !plan || m_pages.apply.running())
        return;
    stopTest();
    m_prompter.setConfirmedPlan(plan->id);
    m_verifiedThisPlan = m_applyFailed = false;
    m_pages.apply.begin(ApplyViewModel::Task::Apply);
    pushFlow();
    m_pages.steps.go(Step::Apply);
    m_countdown.start();
    whenDone(m_session->apply(m_pages.review.consents()),
        [this](const base::Result<engine::ApplyOutcome> &outcome) { finishTask(outcome); });
}

void SetupController::unlessAtWork(const QStringList &names, AtWork others, std::function<void()> carryOut)
{
    if (others == AtWork::Insists) {
        carryOut();
        return;
    }
    using Work = std::optional<domain::PreflightFinding>;
    whenDone(m_session->lookForWork(names), [this, carryOut = std::move(carryOut)](const base::Result<Work> &work) {
        if (work && !*work) {
            carryOut();
            return;
        }
        if (work)
            m_pages.apply.refuseForWork();
        finishTask(work ? base::refused((*work)->text) : work.error());
    });
}

void SetupController::insist()
{
    const ApplyViewModel::Task task = m_pages.apply.task();
    if (task == ApplyViewModel::Task::Leave)
        applyLeave(AtWork::Insists);
    else if (task == ApplyViewModel::Task::Forget)
        forget(AtWork::Insists);
    else
        runBack(task, AtWork::Insists);
}

void SetupController::runBack(ApplyViewModel::Task task, AtWork others)
{
    if (!m_session || m_pages.apply.running())
        return;
    stopTest();
    m_applyFailed = false;
    const bool finishesUndo = task == ApplyViewModel::Task::Finish && m_pages.interrupted.interrupted()
        && !m_pages.interrupted.revertPossible();
    m_pages.apply.begin(finishesUndo ? ApplyViewModel::Task::FinishUndo : task);
    pushFlow();
    m_pages.steps.go(Step::Apply);
    m_countdown.start();
    if (task == ApplyViewModel::Task::Finish) // what is final already on some breaks nothing off any more
        carryBack(task);
    else
        unlessAtWork({}, others, [this, task] { carryBack(task); });
}

// What was proven holds until something is changed.
void SetupController::forgetProof()
{
    m_verifiedThisPlan = false;
    m_pages.prove.setReport({});
    m_pages.prove.setMeasuring({}, {});
}

void SetupController::carryBack(ApplyViewModel::Task task)
{
    forgetProof();
    const QStringList gone = m_pages.interrupted.gone();
    auto running = task == ApplyViewModel::Task::Undo ? m_session->undo()
        : task == ApplyViewModel::Task::Finish        ? m_session->finishOpen(gone)
                                                      : m_session->revertOpen(gone);
    whenDone(std::move(running), [this](const base::Result<engine::ApplyOutcome> &outcome) { finishTask(outcome); });
}

// All but those that are gone for good.
bool SetupController::readyToSettle() const
{
    const QStringList gone = m_pages.interrupted.gone();
    const std::vector<engine::HostView> hosts = m_session->hosts();
    return std::all_of(hosts.begin(), hosts.end(), [&gone](const engine::HostView &host) {
        return host.state == engine::HostState::Ready || gone.contains(host.name);
    });
}

// Settling needs every Spark: who is not signed in to is signed in to first, which asks what it has to ask.
void SetupController::settle(ApplyViewModel::Task task)
{
    if (!m_session || m_pages.apply.running())
        return;
    if (readyToSettle()) {
        runBack(task);
        return;
    }
    QStringList needed;
    for (const engine::HostView &host : m_session->hosts())
        if (!m_pages.interrupted.gone().contains(host.name))
            needed << host.name;
    signIn(needed); // before virtual Sparks begin to do so by themselves, all of them
    m_pages.steps.go(Step::SignIn);
    m_afterSignIn = task;
}

void SetupController::setInterruption(const std::optional<engine::Interruption> &interruption)
{
    QString leaver;
    if (m_session && interruption && !interruption->leaver.isEmpty())
        for (const engine::ClusterMember &member : m_session->cluster().members)
            if (member.sparkId == interruption->leaver)
                leaver = member.name;
    m_pages.interrupted.setLeaver(leaver, interruption && interruption->leaverGone);
    m_pages.interrupted.setInterruption(interruption, interruption && interruption->when > m_opened);
    m_pages.find.setInterrupted(interruption.has_value());
    pushFlow();
}

void SetupController::finishTask(const base::Result<engine::ApplyOutcome> &outcome)
{
    m_countdown.stop();
    m_pages.sudo.clear();
    m_pages.apply.setOutcome(outcome);
    const bool forward = !m_pages.apply.goesBack();
    m_applyFailed = !m_pages.apply.succeeded();
    if (m_pages.apply.succeeded()) // an earlier set-up may have come back
        m_applied = forward || m_session->cluster().applied.has_value();
    if (m_pages.apply.succeeded() && forward)
        m_pages.live.addEvent(LiveEvent::Kind::PlanApplied, [] { return tr("The plan was applied"); });
    Q_EMIT interruptionMayHaveChanged();
    pushHosts();
    pushFlow();
    lookForDrift();
}

void SetupController::verify()
{
    if (!m_session || m_pages.prove.verifying())
        return;
    m_pages.prove.setProblem({});
    m_pages.prove.setMeasuring({}, {});
    m_pages.prove.setVerifying(true);
    pushFlow();
    // Set up by somebody else just as planned: nothing is applied, but it is this cluster's set-up from here on.
    const std::optional<domain::Plan> plan = m_session->plan();
    if (!m_session->cluster().applied && plan && !plan->changesAnything())
        whenDone(m_session->apply(),
            [this](const base::Result<engine::ApplyOutcome> &result) { result ? prove() : endProof(result.error()); });
    else
        prove();
}

void SetupController::prove()
{
    whenDone(m_session->verify(), [this](const base::Result<engine::VerifyReport> &result) {
        endProof(result ? std::nullopt : std::optional(result.error()));
    });
}

void SetupController::endProof(const std::optional<base::Error> &error)
{
    m_pages.prove.setVerifying(false);
    m_pages.prove.setProblem(error);
    m_verifiedThisPlan = !error;
    pushReport();
}

} // namespace sparkloom::viewmodels
