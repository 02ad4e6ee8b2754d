// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/session/setupcontroller.h"

#include "viewmodels/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr int kCountdownMs = 250; // the countdown shows whole seconds
constexpr int kUndoSeconds = 90;  // until an undo goes back by itself: there is no plan that says it
constexpr int kHostsMs = 40;      // what many Sparks say within it is shown once

} // namespace

SetupController::SetupController(SetupViewModels &pages, WindowPrompter &prompter, QObject *parent)
    : QObject(parent), m_pages(pages), m_prompter(prompter)
{
    m_countdown.setInterval(kCountdownMs);
    connect(&m_countdown, &QTimer::timeout, this, [this] {
        const domain::Plan *plan = m_pages.review.plan();
        if (m_session)
            m_pages.apply.setTimer(m_session->timerLeft(), plan ? plan->timerSeconds : kUndoSeconds);
    });
    m_hostsNews.setInterval(kHostsMs);
    m_hostsNews.setSingleShot(true);
    connect(&m_hostsNews, &QTimer::timeout, this, &SetupController::pushHosts);
    connectPages();
    connectDrift();
    connectMembership();
    connectTests();
    connectLive();
    connectPrompter();
    connectFaults();
}

SetupController::~SetupController() = default;

void SetupController::setSession(engine::ClusterSession *session, engine::VirtualSparks *virtualSparks,
    std::vector<engine::VirtualSpark> broughtSparks)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->disconnect(&m_pages.prove);
        disconnectLive();
    }
    m_hostsNews.stop();
    m_countdown.stop();
    m_session = session;
    m_opened = QDateTime::currentDateTimeUtc();
    m_virtual = virtualSparks;
    m_brought = std::move(broughtSparks);
    m_following.reset();
    m_afterSignIn.reset();
    m_stepAfterSignIn.reset();
    m_goalChosen = m_verifiedThisPlan = m_applyFailed = m_applied = false;
    m_leaver.reset();
    m_missing.clear();
    m_without.clear();
    m_pages.sudo.clear();
    m_pages.signIn.forgetSecrets();
    m_pages.signIn.setProblem({});
    m_pages.find.setPractice(virtualSparks != nullptr);
    m_pages.signIn.setPractice(virtualSparks != nullptr);
    m_pages.topology.setProblem({});
    m_pages.cable.begin(virtualSparks != nullptr);
    beginPractice();
    m_pages.review.setProblem({});
    m_pages.review.setPlanning(false); // the answers of the session before are dropped
    m_pages.review.showAddresses(false);
    m_pages.apply.clear();
    m_pages.prove.setProblem({});
    m_pages.prove.setReport({});
    m_pages.prove.setVerifying(false);
    clearPages();
    m_pages.log.begin(session ? session->cluster() : engine::Cluster());
    m_pages.start.setReady(session != nullptr);
    if (!session)
        return;
    const engine::Cluster &cluster = session->cluster();
    m_pages.review.addresses().begin(
        cluster.pool ? domain::Ipv4Prefix::parse(cluster.pool->toStdString()) : std::nullopt, cluster.hostsNames,
        cluster.sshAliases);
    m_applied = cluster.applied.has_value();
    m_pages.prove.setAddresses(session->cluster().applied);
    m_pages.tests.setAddresses(session->cluster().applied);
    m_pages.topology.setGoal(session->cluster().goal);
    connectSession();
    readHistory();
    connectLiveSession();
    pushFound();
    pushHosts();
    pushCabling();
    pushPlan();
    if (!virtualSparks)
        session->startDiscovery();
}

void SetupController::clearPages()
{
    m_pages.drift.clear();
    m_pages.adopt.clear();
    m_pages.leave.close();
    m_pages.review.setLeaver({});
    m_pages.tests.clear();
    m_pages.prove.setMeasuring({}, {});
    m_pages.live.setFeed({});
    m_pages.live.setHosts({});
    m_pages.find.setFound({});
    m_pages.find.setAddError({});
    m_pages.find.setInterrupted(false);
    m_pages.find.setLeftAlone({});
    m_pages.interrupted.setInterruption({});
    m_pages.start.setFound({});
    m_pages.start.setAddError({});
    m_pages.signIn.setBusy(false);
    m_pages.topology.setGoal({});
    m_pages.topology.setCabling({});
    m_pages.cable.setCabling({});
    m_pages.review.setPlan({});
    m_pages.review.setCabling({});
    m_pages.prove.setAddresses({});
    m_pages.setHosts({});
    m_pages.steps.setForm({}, false);
    m_pages.steps.setFacts({});
}

void SetupController::retranslate()
{
    m_pages.retranslate();
    if (m_session)
        pushFlow(); // the form under the product's name
}

void SetupController::connectSession()
{
    using engine::ClusterSession;
    connect(m_session, &ClusterSession::foundChanged, this, &SetupController::pushFound);
    connect(m_session, &ClusterSession::hostChanged, this, [this] {
        if (!m_hostsNews.isActive())
            m_hostsNews.start();
    });
    connect(m_session, &ClusterSession::hostsChanged, this, &SetupController::membersChanged);
    connect(m_session, &ClusterSession::cablingChanged, this, &SetupController::pushCabling);
    connect(m_session, &ClusterSession::planChanged, this, &SetupController::pushPlan);
    connect(m_session, &ClusterSession::reportChanged, this, &SetupController::pushReport);
    connect(m_session, &ClusterSession::proofMoved, &m_pages.prove, &ProveViewModel::setProvenSoFar);
    connect(m_session, &ClusterSession::jobsChanged, this, [this] {
        const std::vector<engine::JobView> jobs = m_session->jobs();
        m_pages.apply.setJobs(jobs);
        m_pages.log.noteJobs(jobs, QDateTime::currentDateTimeUtc());
    });
    connect(m_session, &ClusterSession::clusterChanged, this, [this] {
        m_pages.prove.setAddresses(m_session->cluster().applied);
        m_pages.tests.setAddresses(m_session->cluster().applied);
        m_pages.adopt.setHosts(m_session->hosts(), m_session->cluster().applied.has_value());
        pushFlow();
    });
}

void SetupController::connectPages()
{
    connect(&m_pages.steps, &StepsViewModel::currentChanged, this, [this] { enter(m_pages.steps.current()); });
    for (const Step step : kAllSteps)
        connect(&m_pages.page(step), &PageViewModel::continueRequested, this, [this, step] {
            const std::optional<Step> next =
                step == Step::Review ? Step::Prove : nextStep(step); // nothing was to be changed
            if (next)
                goOrSignIn(*next);
        });
    connectFinding();
    connectTopology();
    connectInterrupted();

    SignInViewModel &signInPage = m_pages.signIn;
    connect(&signInPage, &SignInViewModel::signInRequested, this, [this] { signIn(); });
    connect(&signInPage, &SignInViewModel::retryRequested, this, [this](const QString &name) { signIn({name}); });
    connect(&signInPage, &SignInViewModel::cancelRequested, this, [this] {
        m_afterSignIn.reset();
        m_stepAfterSignIn.reset();
        if (m_session)
            m_session->cancel();
        m_prompter.dismissAll();
    });
    connect(
        &signInPage, &SignInViewModel::replaceKeyRequested, this, [this](const QString &name, const QString &typed) {
            if (!m_session)
                return;
            whenDone(m_session->replaceHostKey(name, typed), [this](const base::Result<void> &result) {
                m_pages.signIn.setProblem(result ? std::nullopt : std::optional(result.error()));
            });
        });

    CableViewModel &cable = m_pages.cable;
    connect(&cable, &CableViewModel::goalChosen, this, [this](domain::Topology goal) {
        m_goalChosen = true;
        m_pages.topology.setGoal(goal); // who comes back to that page finds it chosen there
        if (m_session)
            m_session->keepGoal(goal);
    });
    connect(&cable, &CableViewModel::otherFormRequested, this, [this] { m_pages.steps.go(Step::Topology); });
    connect(&cable, &CableViewModel::pullsWatched, this, [this](bool on) {
        if (m_session)
            m_session->watchPulls(on);
        pushCabling();
    });
    connect(&cable, &CableViewModel::blinkRequested, this, &SetupController::blink);
    connect(&cable, &CableViewModel::wakeRequested, this, [this] {
        if (!m_session)
            return;
        whenDone(m_session->wakeHalves(), [this](const base::Result<void> &result) {
            m_pages.cable.setPassingProblem(result ? std::nullopt : std::optional(result.error()));
        });
    });
    connect(&cable, &CableViewModel::closerLookRequested, this, [this] {
        if (!m_session)
            return;
        whenDone(m_session->probeUnknown(), [this](const base::Result<void> &result) {
            m_pages.cable.setPassingProblem(result ? std::nullopt : std::optional(result.error()));
        });
    });
    connect(&cable, &CableViewModel::lookRequested, this, &SetupController::startCabling);
    connect(&m_pages.topology, &TopologyViewModel::lookRequested, this, &SetupController::startCabling);
    connect(&cable, &CableViewModel::plugRequested, this, &SetupController::plug);
    connect(&cable, &CableViewModel::unplugRequested, this, &SetupController::unplug);

    connect(&m_pages.review, &ReviewViewModel::planRequested, this, &SetupController::plan);
    connect(&m_pages.review, &ReviewViewModel::applyRequested, this, [this] { m_leaver ? applyLeave() : apply(); });

    ApplyViewModel &applyPage = m_pages.apply;
    connect(&applyPage, &ApplyViewModel::cancelRequested, this, [this] {
        if (m_session)
            m_session->cancel();
        m_prompter.dismissAll();
    });
    connect(&applyPage, &ApplyViewModel::insistRequested, this, &SetupController::insist);
    connect(&applyPage, &ApplyViewModel::reviewRequested, this, [this] { goOrSignIn(Step::Review); });
    connect(&applyPage, &ApplyViewModel::startRequested, this, [this] { m_pages.steps.go(Step::Find); });
    connect(&applyPage, &ApplyViewModel::interruptedRequested, this, [this] { m_pages.steps.go(Step::Interrupted); });
    connect(&applyPage, &ApplyViewModel::finishOpenRequested, this, [this] { settle(ApplyViewModel::Task::Finish); });
    connect(&applyPage, &ApplyViewModel::revertOpenRequested, this, [this] { settle(ApplyViewModel::Task::Revert); });

    connect(&m_pages.prove, &ProveViewModel::verifyRequested, this, &SetupController::verify);
    connect(&m_pages.prove, &ProveViewModel::undoRequested, this, [this] { runBack(ApplyViewModel::Task::Undo); });
}

void SetupController::connectFinding()
{
    const auto add = [this](const QString &text) -> base::Result<QString> {
        if (!m_session)
            return base::refused({});
        const auto added = m_session->addHost(text);
        m_pages.find.setAddError(added ? Sentence() : inLine(added.error()));
        return added;
    };
    FindViewModel &find = m_pages.find;
    connect(&find, &FindViewModel::chooseRequested, this, &SetupController::choose);
    connect(&find, &FindViewModel::addRequested, this, add);
    connect(&find, &FindViewModel::removeRequested, this, &SetupController::askLeave);
    connect(&find, &FindViewModel::interruptedRequested, this, [this] { m_pages.steps.go(Step::Interrupted); });

    // What is chosen or typed on the first page is shown among the others on the next.
    StartViewModel &start = m_pages.start;
    connect(&start, &StartViewModel::chooseRequested, this, [this](const QString &key) {
        if (choose(key))
            m_pages.steps.go(Step::Find);
    });
    connect(&start, &StartViewModel::addRequested, this, [this, add](const QString &text) {
        if (const auto added = add(text))
            m_pages.steps.go(Step::Find);
        else if (m_session)
            m_pages.start.setAddError(inLine(added.error()));
    });
}

void SetupController::connectTopology()
{
    TopologyViewModel &topology = m_pages.topology;
    connect(&topology, &TopologyViewModel::chosenByPerson, this, [this](domain::Topology goal) {
        m_goalChosen = true;
        if (m_session)
            m_session->setGoal(goal);
    });
    connect(&topology, &TopologyViewModel::decidedOn, this, [this](domain::Topology goal) {
        if (m_session)
            m_session->keepGoal(goal);
        pushFlow();
    });
    connect(&topology, &TopologyViewModel::wakeRequested, this, [this] {
        if (!m_session)
            return;
        whenDone(m_session->wakeHalves(), [this](const base::Result<void> &result) {
            m_pages.topology.setProblem(result ? std::nullopt : std::optional(result.error()));
        });
    });
}

void SetupController::connectInterrupted()
{
    InterruptedViewModel &page = m_pages.interrupted;
    connect(&page, &InterruptedViewModel::finishRequested, this, [this] { settle(ApplyViewModel::Task::Finish); });
    connect(&page, &InterruptedViewModel::revertRequested, this, [this] { settle(ApplyViewModel::Task::Revert); });
}

void SetupController::connectPrompter()
{
    connect(&m_prompter, &WindowPrompter::hostKeysAsked, this,
        [this](const std::vector<engine::HostKeyQuestion> &questions) {
            // Virtual Sparks bring their fingerprints: a table of keys that are all as brought needs nobody.
            const bool allBrought =
                std::all_of(questions.begin(), questions.end(), [this](const engine::HostKeyQuestion &question) {
                    const engine::VirtualSpark *spark = brought(question.name);
                    return spark && spark->fingerprint == question.key.fingerprint;
                });
            if (allBrought)
                m_prompter.answerHostKeys(std::vector<bool>(questions.size(), true));
            else
                m_pages.signIn.askHostKeys(questions);
        });
    connect(&m_pages.signIn, &SignInViewModel::keysAnswered, &m_prompter, &WindowPrompter::answerHostKeys);
    connect(&m_prompter, &WindowPrompter::credentialsAsked, this, &SetupController::answerFromForm);
    connect(&m_pages.signIn, &SignInViewModel::credentialsAnswered, this,
        [this](const QString &name, const QString &user, const base::Secret &password) {
            m_prompter.answerCredentials(name, credentialsOf(user, password));
        });
    connect(&m_pages.signIn, &SignInViewModel::credentialsRefused, this,
        [this](const QString &name) { m_prompter.answerCredentials(name, std::nullopt); });
    connect(&m_prompter, &WindowPrompter::sudoAsked, this,
        [this](const QString &name, engine::SudoReason reason, bool wrongBefore) {
            const engine::VirtualSpark *spark = brought(name);
            if (spark && !wrongBefore)
                m_prompter.answerSudo(name, spark->password);
            else
                m_pages.sudo.ask(name, reason, wrongBefore);
        });
    connect(&m_pages.sudo, &SudoViewModel::answered, this,
        [this](const QString &name, const base::Secret &password, bool) { m_prompter.answerSudo(name, password); });
    connect(&m_pages.sudo, &SudoViewModel::refused, this,
        [this](const QString &name) { m_prompter.answerSudo(name, std::nullopt); });
}

void SetupController::enter(Step step)
{
    if (!m_session)
        return;
    // The review goes on watching: the plan is made from the map, and sleeping halves show a cable only while awake.
    if (step != Step::Topology && step != Step::Cable && step != Step::Review && !isTool(step))
        m_session->stopCabling();
    if (step != Step::Cable)
        m_pages.cable.watchPulls(false);
    watchOrNot(step);
    if (step != Step::SignIn && step != Step::Apply)
        m_afterSignIn.reset(); // the person went elsewhere
    if (step != Step::SignIn)
        m_stepAfterSignIn.reset();
    if (step != Step::SignIn && step != Step::Review && step != Step::Apply && !isTool(step))
        endLeave();
    if (step == Step::Find)
        m_pages.adopt.offerAgain();
    if (step == Step::Topology || step == Step::Cable)
        startCabling();
    else if (step == Step::Review)
        plan();
    else if (step == Step::Prove && !m_verifiedThisPlan)
        verify();
    else if (step == Step::Find || step == Step::Live)
        glance();
    else if (step == Step::Tests)
        enterTests();
    else if (step == Step::SignIn && m_virtual && !m_pages.signIn.allReady() && !m_pages.signIn.busy())
        signIn();
}

// A button never does nothing: where the step is closed because a Spark was lost, signing in again comes first, and
// where all are there but nothing is known of their cables any more, looking at these.
void SetupController::goOrSignIn(Step step)
{
    const FlowFacts &facts = m_pages.steps.facts();
    if (canEnter(step, facts)) {
        m_pages.steps.go(step);
    } else if (facts.ready < facts.members) {
        m_pages.steps.go(Step::SignIn);
        m_stepAfterSignIn = step;
        signIn();
    } else {
        m_pages.steps.go(Step::Cable);
    }
}

const engine::VirtualSpark *SetupController::brought(const QString &name) const
{
    const auto it =
        std::find_if(m_brought.begin(), m_brought.end(), [&](const auto &spark) { return spark.name == name; });
    return it == m_brought.end() ? nullptr : &*it;
}

engine::Credentials SetupController::credentialsOf(const QString &user, const base::Secret &password) const
{
    const SignInForm &form = m_pages.signIn.form();
    engine::Credentials credentials;
    credentials.user = user;
    credentials.password = password;
    credentials.useAgent = form.useAgent;
    credentials.keyFile = form.keyFile;
    credentials.keyPassphrase = form.keyPassphrase;
    return credentials;
}

// The form answers the first question about each Spark where the person said "same on all"; everything else is asked.
void SetupController::answerFromForm(const QString &name, const base::Message &problem)
{
    if (const engine::VirtualSpark *spark = brought(name); spark && problem.empty()) {
        m_prompter.answerCredentials(name, credentialsOf(spark->user, spark->password));
        return;
    }
    const SignInForm &form = m_pages.signIn.form();
    const SignInForm own = m_pages.signIn.ownForm(name);
    if (!form.sameOnAll && !own.user.isEmpty() && problem.empty()) {
        m_prompter.answerCredentials(name, credentialsOf(own.user, own.password));
        return;
    }
    const bool formFits = form.sameOnAll && !form.user.trimmed().isEmpty();
    if (formFits && problem.empty())
        m_prompter.answerCredentials(name, credentialsOf(form.user.trimmed(), form.password));
    else
        m_pages.signIn.askCredentials(name, problem);
}

void SetupController::plug(const engine::VirtualSocket &a, const engine::VirtualSocket &b)
{
    if (!m_virtual)
        return;
    m_pages.cable.setPlugging(true);
    m_virtual->plug(a, b).then(this, [this, asked = m_virtual](const base::Result<void> &result) {
        if (asked && asked == m_virtual)
            pluggingDone(result);
    });
}

void SetupController::unplug(const engine::VirtualSocket &socket)
{
    if (!m_virtual)
        return;
    m_pages.cable.setPlugging(true);
    m_virtual->unplug(socket).then(this, [this, asked = m_virtual](const base::Result<void> &result) {
        if (asked && asked == m_virtual)
            pluggingDone(result);
    });
}

void SetupController::pluggingDone(const base::Result<void> &result)
{
    m_pages.cable.setPlugging(false);
    m_pages.cable.setPlugProblem(result ? Sentence() : inLine(result.error()));
}

} // namespace sparkloom::viewmodels
