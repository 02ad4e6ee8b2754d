// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/planflow.h"

#include "domain/plan/lanemap.h"
#include "engine/flow/routeshere.h"
#include "protocol/hostsfile.h"

#include <algorithm>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kReadTimeout{30'000};

} // namespace

std::vector<std::string> managementNames(const domain::SparkFacts &facts)
{
    std::vector<std::string> names;
    if (domain::isHostNameOrAddress(facts.hostname))
        names.push_back(facts.hostname);
    for (const domain::OtherInterface &other : facts.others)
        if (other.name == facts.managementInterface)
            for (const domain::Ipv4Interface &address : other.addresses)
                names.push_back(address.address.toString());
    return names;
}

PlanFlow::PlanFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling)
    : m_core(std::move(core)), m_cabling(std::move(cabling))
{}

void PlanFlow::forgetPlan()
{
    if (!m_plan)
        return;
    m_plan.reset();
    m_findings.clear();
    Q_EMIT changed();
}

// The cables as they are now. Halves that sleep show none: they are woken when the map is no whole topology without
// them.
QCoro::Task<base::Result<domain::CableMap>> PlanFlow::mapAwake()
{
    const auto self = shared_from_this();
    const base::Result<domain::CableMap> map = co_await m_cabling->settledMap(m_core->environment().paces.mapPatience);
    if (!map || !m_cabling->view().wakeNeeded || m_cabling->settled())
        co_return map;
    const CablingView view = m_cabling->view();
    for (const LiveHalf &half : view.halves)
        if (half.present && !half.adminUp)
            m_asleep.push_back(half.half);
    const base::Result<void> woken = co_await m_cabling->wake();
    if (!woken && !map->cables.empty())
        co_return map; // what is seen without may be enough; what is missing then is told by name
    if (!woken)
        co_return woken.error();
    co_return co_await m_cabling->settledMap(m_core->environment().paces.mapPatience);
}

// What was asked for now, or else chosen earlier where the cables alone do not tell it.
std::optional<domain::Topology> PlanFlow::goalOf(
    const PlanOptions &options, const domain::CableMap &map, const std::vector<domain::SparkFacts> &facts) const
{
    using domain::Topology;
    if (options.topology)
        return options.topology;
    const std::optional<Topology> earlier = m_core->cluster().goal;
    // A Spark may have joined since: then it is no form for all of them any more.
    const std::vector<Topology> possible = domain::possibleTopologies(static_cast<int>(facts.size()));
    if (!earlier || std::find(possible.begin(), possible.end(), *earlier) == possible.end())
        return std::nullopt;
    const Topology found = domain::recogniseTopology(map, facts);
    if (*earlier == Topology::SplitRole || *earlier == Topology::Line)
        return found == Topology::Ring ? std::nullopt : earlier; // somebody closed the line
    // What stands still stands where a further cable leads to somebody who is no member: to one that left, say.
    const bool stands = m_core->cluster().applied && domain::matchTopology(*earlier, map, facts).complete;
    return found == Topology::Unknown && stands ? earlier : std::nullopt;
}

std::vector<SessionCore::Connection> PlanFlow::planned() const
{
    std::vector<SessionCore::Connection> connections = m_core->readyConnections();
    std::erase_if(connections, [this](const SessionCore::Connection &connection) {
        return m_leaving && connection->facts()->id == *m_leaving;
    });
    return connections;
}

base::Result<void> PlanFlow::checkTopology(
    const PlanOptions &options, const domain::CableMap &map, const std::vector<domain::SparkFacts> &facts) const
{
    if (!map.contradictions.empty()) {
        const domain::CageRef &cage = map.contradictions.front().cage;
        return base::Error{base::ErrorKind::NotKnown,
            base::Message("cabling.contradiction"_msg)
                .with("spark", m_core->nameOf(cage.spark).toStdString())
                .with("cage", domain::number(cage.cage)),
            {}};
    }
    const domain::Topology found = domain::recogniseTopology(map, facts);
    std::optional<domain::Topology> goal = goalOf(options, map, facts);
    // A line is a ring with a cable missing: say which one, unless a line is what was asked for.
    if (!goal && found == domain::Topology::Line)
        goal = domain::Topology::Ring;
    if (goal) {
        const domain::CablingStatus status = domain::matchTopology(*goal, map, facts);
        if (!status.complete)
            return base::failed(status.instruction);
        return {};
    }
    if (found == domain::Topology::Mixed)
        return base::Error{base::ErrorKind::NotKnown, domain::topologyNote(found, map, facts), {}};
    if (found == domain::Topology::Unknown && map.cables.empty())
        return base::failed(base::Message("addresses.nothing-cabled"_msg));
    if (!map.unknown.empty()) {
        const domain::CageRef &cage = map.unknown.front();
        return base::Error{base::ErrorKind::NotKnown,
            base::Message("flow.cage-leads-nowhere"_msg)
                .with("spark", m_core->nameOf(cage.spark).toStdString())
                .with("cage", domain::number(cage.cage)),
            {}};
    }
    return {};
}

QCoro::Task<base::Result<domain::PlanInput>> PlanFlow::inputOf(
    SessionCore::Connection connection, std::string clusterId, bool readFiles, CancelToken token)
{
    const auto self = shared_from_this();
    domain::PlanInput input;
    input.facts = *connection->facts();
    for (domain::HalfFacts &half : input.facts.halves)
        if (std::find(m_asleep.begin(), m_asleep.end(), domain::HalfRef{input.facts.id, half.id}) != m_asleep.end())
            half.adminUp = false;
    input.names = managementNames(input.facts);
    const std::shared_ptr<AgentClient> agent = connection->agent();
    const protocol::TrustStateRequest request{clusterId};
    const base::Result<domain::SshTrustState> trust = co_await call<domain::SshTrustState>(
        agent, std::string(protocol::verb::kTrustState), protocol::encode(request), token);
    if (!trust)
        co_return trust.error();
    input.trust = trust.value();
    if (wantsHostsNames() || (input.facts.receipt && !input.facts.receipt->config.hosts.empty())) {
        base::Result<protocol::HostsFileAnswer> hosts =
            co_await call<protocol::HostsFileAnswer>(agent, std::string(protocol::verb::kHostsFile), "{}", token);
        if (!hosts)
            co_return hosts.error();
        input.hosts = std::move(hosts->text);
    }
    if (readFiles || domain::needsNetplanText(input.facts)) {
        const base::Result<std::shared_ptr<AgentClient>> root =
            co_await connection->root(SudoReason::ReadConfig, token);
        if (!root)
            co_return root.error();
        base::Result<protocol::ReadConfigAnswer> read = co_await call<protocol::ReadConfigAnswer>(
            root.value(), std::string(protocol::verb::kReadConfig), "{}", token, kReadTimeout);
        if (!read)
            co_return read.error();
        input.netplan = std::move(read->files);
        input.firewall = std::move(read->firewall);
    }
    co_return input;
}

QCoro::Task<base::Result<std::vector<domain::PlanInput>>> PlanFlow::inputsOf(
    std::vector<SessionCore::Connection> connections, std::string clusterId, bool readFiles, CancelToken token)
{
    const auto self = shared_from_this();
    std::vector<QCoro::Task<base::Result<domain::PlanInput>>> readings;
    for (const SessionCore::Connection &connection : connections)
        readings.push_back(inputOf(connection, clusterId, readFiles, token));
    std::vector<domain::PlanInput> inputs;
    std::optional<base::Error> firstError;
    for (auto &reading : readings) {
        base::Result<domain::PlanInput> input = co_await reading;
        if (!input && !firstError)
            firstError = input.error();
        if (input)
            inputs.push_back(std::move(input).value());
    }
    if (firstError)
        co_return *firstError;
    co_return inputs;
}

QCoro::Task<base::Result<void>> PlanFlow::lookBeforeApply(CancelToken token)
{
    const auto self = shared_from_this();
    m_asleep.clear(); // from here on nothing is held awake
    if (!m_plan)
        co_return base::Result<void>();
    base::Result<std::vector<domain::PreflightFinding>> found =
        co_await lookAhead(m_core, *m_plan, m_firewalls, true, token);
    if (!found)
        co_return found.error();
    const bool differs = m_findings != found.value();
    m_findings = std::move(found).value();
    if (differs)
        Q_EMIT changed();
    co_return base::Result<void>();
}

QCoro::Task<base::Result<domain::Plan>> PlanFlow::makePlan(PlanOptions options)
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const std::size_t ready = m_core->readyConnections().size();
    if (ready < 2)
        co_return base::Error{ready == 0 ? base::ErrorKind::Unreachable : base::ErrorKind::Usage,
            base::Message("flow.too-few-ready"_msg).with("count", int(ready)), {}};
    if (ready != m_core->connections().size())
        co_return base::Error{base::ErrorKind::Unreachable,
            base::Message("flow.not-all-ready"_msg).with("count", int(m_core->connections().size() - ready)), {}};
    // The halves stay awake until the plan is made: it is made from what they show.
    const bool wasRunning = m_cabling->isRunning();
    if (!wasRunning)
        m_asleep.clear();
    const base::Result<void> started = m_cabling->start();
    if (!started)
        co_return started.error();
    const base::Result<domain::Plan> plan = co_await planNow(options, token);
    if (!wasRunning)
        m_cabling->stop();
    if (!plan)
        co_return plan;
    Cluster cluster = m_core->cluster();
    cluster.goal = plan->addresses.topology;
    cluster.pool = options.pool ? std::optional(QString::fromStdString(options.pool->toString())) : std::nullopt;
    cluster.mtu = options.mtu;
    cluster.hostsNames = wantsHostsNames();
    cluster.sshAliases = wantsSshAliases();
    m_core->setCluster(std::move(cluster));
    co_return plan;
}

QCoro::Task<base::Result<domain::Plan>> PlanFlow::planNow(PlanOptions options, CancelToken token)
{
    const auto self = shared_from_this();
    const base::Result<domain::CableMap> map = co_await mapAwake();
    if (token.isCancelled())
        co_return cancelledError();
    if (!map)
        co_return map.error();
    m_map = map.value();
    m_options = options;
    m_leaving.reset();
    co_return co_await planAgain(token);
}

bool PlanFlow::wantsHostsNames() const
{
    return m_options.hostsNames.value_or(m_core->cluster().hostsNames);
}

bool PlanFlow::wantsSshAliases() const
{
    return m_options.sshAliases.value_or(m_core->cluster().sshAliases);
}

// What is to be changed in this computer's SSH configuration.
QCoro::Task<base::Result<void>> PlanFlow::addAliases(domain::Plan *plan, CancelToken token)
{
    const auto self = shared_from_this();
    m_aliases.reset();
    const base::Result<AliasPlan> aliases = co_await planAliases(m_core, wantsSshAliases(), token);
    if (!aliases)
        co_return aliases.error();
    plan->computer = aliases->changes;
    plan->warnings.insert(plan->warnings.end(), aliases->warnings.begin(), aliases->warnings.end());
    m_aliases = aliases->section;
    co_return base::Result<void>();
}

QCoro::Task<base::Result<domain::Plan>> PlanFlow::planWithMtu(int mtu, CancelToken token)
{
    const auto self = shared_from_this();
    m_options.mtu = mtu;
    const base::Result<domain::Plan> plan = co_await planAgain(token);
    if (plan) {
        Cluster cluster = m_core->cluster();
        cluster.mtu = mtu;
        m_core->setCluster(std::move(cluster));
    }
    co_return plan;
}

base::Result<domain::AddressPlan> PlanFlow::addressesFor(const std::vector<domain::SparkFacts> &facts) const
{
    const std::optional<domain::AddressPlan> &applied = m_core->cluster().applied;
    if (m_leaving && applied) {
        domain::AddressPlan left = domain::withoutSpark(*applied, *m_leaving);
        left.mtu = m_options.mtu;
        return left;
    }
    if (const auto fits = checkTopology(m_options, m_map, facts); !fits)
        return fits.error();
    domain::AddressRequest request;
    request.pool = m_options.pool;
    request.mtu = m_options.mtu;
    request.goal = goalOf(m_options, m_map, facts);
    request.remembered = applied;
    request.avoid = routesHere(*m_core);
    const base::Result<domain::AddressPlan> suggested = domain::planAddresses(m_map, facts, request);
    if (!suggested || m_options.chosen.empty())
        return suggested;
    const domain::ChosenBounds bounds{facts, request.avoid, m_options.pool};
    if (const auto problems = domain::problemsOf(*suggested, m_options.chosen, bounds); !problems.empty())
        return base::Error{base::ErrorKind::Usage, problems.front().text, {}};
    return domain::withChosen(*suggested, m_options.chosen);
}

QCoro::Task<base::Result<std::optional<domain::Plan>>> PlanFlow::planLeave(QString name, int timerSeconds)
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    const SessionCore::Connection leaver = m_core->connection(name);
    if (!leaver)
        co_return base::Error{base::ErrorKind::Usage,
            base::Message("flow.no-such-member"_msg).with("name", name.left(80).toStdString()), {}};
    const Cluster cluster = m_core->cluster();
    if (!cluster.applied)
        co_return base::Error{
            base::ErrorKind::NotKnown, base::Message("leave.nothing-applied"_msg).with("name", name.toStdString()), {}};
    m_leaving = domain::SparkId{leaver->member().sparkId.toStdString()};
    const std::size_t others = m_core->connections().size() - 1, ready = planned().size();
    if (ready != others)
        co_return base::Error{base::ErrorKind::Unreachable,
            base::Message("flow.not-all-ready"_msg).with("count", int(others - ready)), {}};
    forgetPlan();
    m_options = PlanOptions();
    m_options.mtu = cluster.applied->mtu;
    m_options.timerSeconds = timerSeconds;
    if (domain::withoutSpark(*cluster.applied, *m_leaving).lanes.empty())
        co_return std::optional<domain::Plan>();
    const base::Result<domain::Plan> plan = co_await planAgain(token);
    if (!plan)
        co_return plan.error();
    co_return std::optional<domain::Plan>(plan.value());
}

QCoro::Task<base::Result<domain::Plan>> PlanFlow::planAgain(CancelToken token)
{
    const auto self = shared_from_this();
    const std::vector<SessionCore::Connection> connections = planned();
    std::vector<QCoro::Task<base::Result<void>>> inspections;
    for (const SessionCore::Connection &connection : connections)
        inspections.push_back(connection->inspect(token));
    std::optional<base::Error> firstError;
    for (auto &inspection : inspections) {
        const base::Result<void> result = co_await inspection;
        if (!result && !firstError)
            firstError = result.error();
    }
    if (firstError)
        co_return *firstError;

    std::vector<domain::SparkFacts> facts;
    for (const SessionCore::Connection &connection : connections)
        if (connection->facts())
            facts.push_back(*connection->facts());
    const base::Result<domain::AddressPlan> addresses = addressesFor(facts);
    if (!addresses)
        co_return addresses.error();
    const std::string clusterId = domain::clusterIdFor(facts);
    base::Result<std::vector<domain::PlanInput>> inputs = co_await inputsOf(connections, clusterId, false, token);
    if (!inputs)
        co_return inputs.error();
    base::Result<domain::Plan> plan =
        domain::makePlan(addresses.value(), inputs.value(), m_options.timerSeconds, wantsHostsNames());
    // Other halves than before: what stands in foreign files counts after all.
    if (!plan && plan.error().message.id == base::MessageId("plan.netplan-not-read"_msg).text()) {
        base::Result<std::vector<domain::PlanInput>> read = co_await inputsOf(connections, clusterId, true, token);
        if (!read)
            co_return read.error();
        inputs = std::move(read);
        plan = domain::makePlan(addresses.value(), inputs.value(), m_options.timerSeconds, wantsHostsNames());
    }
    if (!plan)
        co_return plan;
    m_firewalls.clear();
    for (const domain::PlanInput &input : inputs.value())
        if (input.firewall)
            m_firewalls[input.facts.id] = *input.firewall;
    std::vector<domain::PreflightFinding> findings;
    if (plan->changesSparks()) {
        base::Result<std::vector<domain::PreflightFinding>> found =
            co_await lookAhead(m_core, plan.value(), m_firewalls, false, token);
        if (!found)
            co_return found.error();
        findings = std::move(found).value();
    }
    m_findings = std::move(findings);
    const base::Result<void> aliases = co_await addAliases(&plan.value(), token);
    if (!aliases)
        co_return aliases.error();
    m_plan = plan.value();
    if (!m_plan->changesSparks()) // a root agent that only read files has done its work
        for (const SessionCore::Connection &connection : connections)
            connection->closeRoot();
    Q_EMIT changed();
    co_return plan;
}

} // namespace sparkloom::engine
