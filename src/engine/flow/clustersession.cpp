// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/clustersession.h"

#include "base/text.h"
#include "engine/bench/benchflow.h"
#include "engine/discovery/discoveryservice.h"
#include "engine/flow/adoptflow.h"
#include "engine/flow/aliasflow.h"
#include "engine/flow/applyflow.h"
#include "engine/flow/blinkflow.h"
#include "engine/flow/cablingflow.h"
#include "engine/flow/driftflow.h"
#include "engine/flow/liveflow.h"
#include "engine/flow/planflow.h"
#include "engine/flow/preflight.h"
#include "engine/flow/routeshere.h"
#include "engine/flow/sessioncore.h"
#include "engine/flow/signinflow.h"
#include "engine/hosts/endpointtext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::size_t kMostMembers = 64;

} // namespace

class ClusterSession::Private {
public:
    Private(Environment environment, Cluster cluster)
        : core(std::make_shared<SessionCore>(environment, std::move(cluster))), discovery(environment.discovery),
          signIn(std::make_shared<SignInFlow>(core)), cabling(std::make_shared<CablingFlow>(core)),
          plans(std::make_shared<PlanFlow>(core, cabling)), applying(std::make_shared<ApplyFlow>(core, cabling, plans)),
          adopting(std::make_shared<AdoptFlow>(core)), bench(std::make_shared<BenchFlow>(core)),
          live(std::make_unique<LiveFlow>(core, cabling)), drift(std::make_shared<DriftFlow>(core, applying))
    {
        signIn->watchLosses();
        discovery.setPinned([this](const FoundHost &host) { return isMember(host); });
    }
    ~Private()
    {
        for (QObject *flow : std::initializer_list<QObject *>{
                 signIn.get(), plans.get(), applying.get(), bench.get(), drift.get(), &discovery})
            flow->blockSignals(true);
        live->shutdown();
        cabling->shutdown();
        core->shutdown();
    }

    bool isMember(const FoundHost &found) const
    {
        for (const SessionCore::Connection &connection : core->connections()) {
            const Endpoint &endpoint = connection->member().endpoint;
            if (endpoint.port == found.port
                && (endpoint.host == found.hostName || endpoint.host == found.name
                    || found.addresses.contains(endpoint.host)))
                return true;
        }
        return false;
    }
    base::Result<QString> add(ClusterMember member);

    std::shared_ptr<SessionCore> core;
    DiscoveryService discovery;
    std::shared_ptr<SignInFlow> signIn;
    std::shared_ptr<CablingFlow> cabling;
    std::shared_ptr<PlanFlow> plans;
    std::shared_ptr<ApplyFlow> applying;
    std::shared_ptr<AdoptFlow> adopting;
    std::shared_ptr<BenchFlow> bench;
    std::unique_ptr<LiveFlow> live;
    std::shared_ptr<DriftFlow> drift;
};

base::Result<QString> ClusterSession::Private::add(ClusterMember member)
{
    if (core->connections().size() >= kMostMembers)
        return base::Error{
            base::ErrorKind::Usage, base::Message("flow.too-many-members"_msg).with("most", int(kMostMembers)), {}};
    for (const SessionCore::Connection &connection : core->connections())
        if (connection->member().endpoint.host == member.endpoint.host
            && connection->member().endpoint.port == member.endpoint.port)
            return connection->member().name;
    // Names are unique within a cluster: they are how the person speaks of a machine.
    const QString wanted = member.name;
    for (int number = 2; core->connection(member.name); ++number)
        member.name = u"%1-%2"_s.arg(wanted).arg(number);
    const QString name = member.name;
    core->addMember(std::move(member));
    return name;
}

ClusterSession::ClusterSession(Environment environment, Cluster cluster, QObject *parent)
    : QObject(parent), m(std::make_unique<Private>(std::move(environment), std::move(cluster)))
{
    connect(m->core.get(), &SessionCore::clusterChanged, this, &ClusterSession::clusterChanged);
    connect(m->core.get(), &SessionCore::hostsChanged, this, &ClusterSession::hostsChanged);
    connect(m->core.get(), &SessionCore::hostsChanged, this, &ClusterSession::foundChanged);
    connect(m->core.get(), &SessionCore::hostChanged, this, &ClusterSession::hostChanged);
    connect(m->core.get(), &SessionCore::jobsChanged, this, &ClusterSession::jobsChanged);
    connect(m->core.get(), &SessionCore::busyChanged, this, &ClusterSession::busyChanged);
    connect(&m->discovery, &DiscoveryService::foundChanged, this, &ClusterSession::foundChanged);
    connect(m->cabling.get(), &CablingFlow::changed, this, &ClusterSession::cablingChanged);
    connect(m->plans.get(), &PlanFlow::changed, this, &ClusterSession::planChanged);
    connect(m->applying.get(), &ApplyFlow::reportChanged, this, &ClusterSession::reportChanged);
    connect(m->applying.get(), &ApplyFlow::proofMoved, this, &ClusterSession::proofMoved);
    connect(m->drift.get(), &DriftFlow::changed, this, &ClusterSession::statusChanged);
}

ClusterSession::~ClusterSession()
{
    blockSignals(true);
    m.reset();
}

LiveFlow &ClusterSession::live()
{
    return *m->live;
}

const Cluster &ClusterSession::cluster() const
{
    return m->core->cluster();
}

std::vector<FoundHost> ClusterSession::found() const
{
    std::vector<FoundHost> found = m->discovery.found();
    for (FoundHost &host : found)
        host.chosen = m->isMember(host);
    return found;
}

DiscoveryHealth ClusterSession::discoveryHealth() const
{
    return m->discovery.health();
}

std::vector<HostView> ClusterSession::hosts() const
{
    std::vector<HostView> views;
    for (const SessionCore::Connection &connection : m->core->connections())
        views.push_back(connection->view());
    return views;
}

CablingView ClusterSession::cabling() const
{
    return m->cabling->view();
}
std::optional<domain::Plan> ClusterSession::plan() const
{
    return m->plans->plan();
}

std::vector<domain::PreflightFinding> ClusterSession::findings() const
{
    return m->plans->findings();
}
std::vector<JobView> ClusterSession::jobs() const
{
    return m->core->jobs().jobs();
}
std::optional<VerifyReport> ClusterSession::report() const
{
    return m->applying->report();
}
std::vector<SparkStatus> ClusterSession::status() const
{
    return m->drift->status();
}
std::optional<std::chrono::milliseconds> ClusterSession::timerLeft() const
{
    return m->applying->timerLeft();
}
bool ClusterSession::busy() const
{
    return m->core->busy();
}

void ClusterSession::startDiscovery()
{
    m->discovery.start();
}
void ClusterSession::stopDiscovery()
{
    m->discovery.stop();
}

base::Result<QString> ClusterSession::addHost(const QString &text)
{
    const base::Result<HostText> parsed = parseHostText(text);
    if (!parsed)
        return parsed.error();
    ClusterMember member;
    member.endpoint.host = parsed->host;
    member.endpoint.port = parsed->port;
    member.user = parsed->user;
    // "spark-ab12.local" is spark-ab12; an address stays as it is.
    member.name = parsed->isAddress() ? parsed->host : parsed->host.section(u'.', 0, 0);
    for (const FoundHost &found : m->discovery.found())
        if (found.hostName == parsed->host || found.name == parsed->host)
            for (const QString &address : found.addresses)
                member.endpoint.addresses.push_back(address);
    return m->add(std::move(member));
}

base::Result<QString> ClusterSession::addFound(const QString &foundKey)
{
    const std::optional<FoundHost> found = m->discovery.host(foundKey);
    if (!found)
        return base::Error{base::ErrorKind::Usage, base::Message("flow.not-found-any-more"_msg), {}};
    ClusterMember member;
    // What it calls itself is only taken where it could be a host name: people copy command lines with it.
    member.name = domain::isHostNameOrAddress(found->name.toStdString()) ? found->name : found->addresses.value(0);
    member.endpoint.port = found->port;
    for (const QString &address : found->addresses)
        member.endpoint.addresses.push_back(address);
    member.endpoint.host = found->hostName;
    if (!domain::isHostNameOrAddress(member.endpoint.host.toStdString()))
        member.endpoint.host = found->addresses.value(0);
    if (!domain::isHostNameOrAddress(member.endpoint.host.toStdString()))
        return base::Error{base::ErrorKind::Usage,
            base::Message("hosts.bad-address"_msg).with("text", base::cleanText(found->name.toStdString(), 80)), {}};
    return m->add(std::move(member));
}

base::Result<QString> ClusterSession::addMember(ClusterMember member)
{
    return m->add(std::move(member));
}

void ClusterSession::removeHost(const QString &name)
{
    m->core->removeMember(name);
}

void ClusterSession::setUser(const QString &name, const QString &user)
{
    if (const SessionCore::Connection connection = m->core->connection(name))
        connection->setUser(user);
}

QCoro::Task<base::Result<void>> ClusterSession::signIn()
{
    return m->signIn->signIn({});
}
QCoro::Task<base::Result<void>> ClusterSession::signIn(QString name)
{
    return m->signIn->signIn(QStringList(name));
}

QCoro::Task<base::Result<void>> ClusterSession::signInTo(QStringList names)
{
    return names.isEmpty() ? signIn() : m->signIn->signIn(names);
}

QCoro::Task<base::Result<void>> ClusterSession::replaceHostKey(QString name, QString typedName)
{
    return m->signIn->replaceHostKey(name, typedName);
}

QCoro::Task<base::Result<void>> ClusterSession::inspect()
{
    return m->signIn->inspectAll();
}

QCoro::Task<base::Result<void>> ClusterSession::startCabling(std::optional<domain::Topology> goal)
{
    const std::shared_ptr<CablingFlow> cabling = m->cabling;
    const base::Result<void> started = cabling->start();
    if (started)
        cabling->setGoal(goal);
    co_return started;
}

void ClusterSession::stopCabling()
{
    m->cabling->stop();
}
void ClusterSession::setGoal(std::optional<domain::Topology> goal)
{
    m->cabling->setGoal(goal);
}
void ClusterSession::keepGoal(domain::Topology goal)
{
    setGoal(goal);
    Cluster cluster = m->core->cluster();
    if (cluster.applied || cluster.goal == goal)
        return;
    cluster.goal = goal;
    m->core->setCluster(std::move(cluster));
}
QCoro::Task<base::Result<void>> ClusterSession::wakeHalves()
{
    return m->cabling->wake();
}
QCoro::Task<base::Result<void>> ClusterSession::probeUnknown()
{
    return m->cabling->probeUnknown();
}
void ClusterSession::watchPulls(bool on)
{
    m->cabling->watchPulls(on);
}

std::vector<domain::Ipv4Prefix> ClusterSession::routesHere() const
{
    return engine::routesHere(*m->core);
}

QCoro::Task<base::Result<domain::CableMap>> ClusterSession::settledMap(std::chrono::milliseconds patience)
{
    return m->cabling->settledMap(patience);
}

QCoro::Task<base::Result<domain::Plan>> ClusterSession::makePlan(PlanOptions options)
{
    return m->plans->makePlan(options);
}
QCoro::Task<base::Result<void>> ClusterSession::blink(
    QString name, domain::CageIndex cage, std::chrono::seconds time, std::function<void(const QString &netdev)> begun)
{
    return blinkSocket(m->core, std::move(name), cage, time, std::move(begun));
}

QCoro::Task<base::Result<ApplyOutcome>> ClusterSession::apply(Consents agreed)
{
    return m->applying->apply(std::move(agreed));
}
QCoro::Task<base::Result<VerifyReport>> ClusterSession::verify()
{
    return m->applying->verify();
}
QCoro::Task<base::Result<ApplyOutcome>> ClusterSession::undo()
{
    return m->applying->undo();
}
QCoro::Task<base::Result<std::optional<domain::PreflightFinding>>> ClusterSession::lookForWork(QStringList names)
{
    return engine::lookForWork(m->core, names, m->core->work());
}
QCoro::Task<base::Result<void>> ClusterSession::forget(QStringList names)
{
    return m->applying->forget(names);
}

QCoro::Task<base::Result<std::optional<domain::Plan>>> ClusterSession::planLeave(QString name, int timerSeconds)
{
    return m->plans->planLeave(name, timerSeconds);
}

QCoro::Task<base::Result<ApplyOutcome>> ClusterSession::leave(QString name, bool gone, Consents agreed)
{
    return m->applying->leave(name, gone, agreed);
}

QCoro::Task<base::Result<Adoption>> ClusterSession::adopt(QStringList without)
{
    return m->adopting->adopt(without);
}
QCoro::Task<base::Result<void>> ClusterSession::tidyAliases()
{
    return engine::tidyAliases(m->core, !cluster().members.empty(), m->core->alive());
}
QCoro::Task<base::Result<void>> ClusterSession::refreshStatus()
{
    return m->drift->refresh();
}
int ClusterSession::keepDrift(const QStringList &names)
{
    return m->drift->keep(names);
}
QCoro::Task<base::Result<ApplyOutcome>> ClusterSession::finishOpen(QStringList gone, Consents agreed)
{
    return m->applying->finishOpen(gone, agreed);
}
QCoro::Task<base::Result<ApplyOutcome>> ClusterSession::revertOpen(QStringList gone)
{
    return m->applying->revertOpen(gone);
}
QStringList ClusterSession::saidGone() const
{
    return m->applying->saidGone();
}
bool ClusterSession::hasOpenTransaction() const
{
    return m->applying->hasOpenTransaction();
}
BenchFlow &ClusterSession::bench()
{
    return *m->bench;
}
void ClusterSession::cancel()
{
    m->core->cancelWork();
}

} // namespace sparkloom::engine
