// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow/preflight.h"

#include <QElapsedTimer>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

constexpr std::chrono::milliseconds kLookTimeout{10'000};

QCoro::Task<base::Result<domain::PreflightInput>> lookAt(
    SessionCore::Connection connection, QElapsedTimer sharedClock, bool asRoot, SudoReason reason, CancelToken token)
{
    domain::PreflightInput input;
    input.facts = *connection->facts();
    std::shared_ptr<AgentClient> agent = connection->agent();
    if (asRoot) {
        const base::Result<std::shared_ptr<AgentClient>> root = co_await connection->root(reason, token);
        if (!root)
            co_return root.error();
        agent = root.value();
    }
    if (!agent)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    const base::Result<protocol::PreflightAnswer> answer = co_await call<protocol::PreflightAnswer>(
        agent, std::string(protocol::verb::kPreflight), "{}", token, kLookTimeout);
    if (!answer)
        co_return answer.error();
    // The answer is written when the clock is read: what is left is the way here, far below what is told about.
    input.clockOffsetMs = answer->clockUtcMs - sharedClock.elapsed();
    input.occupation = answer->occupation;
    co_return input;
}

} // namespace

QCoro::Task<base::Result<std::vector<domain::PreflightFinding>>> lookAhead(std::shared_ptr<SessionCore> core,
    domain::Plan plan, Firewalls firewalls, bool beforeApply, CancelToken token, SudoReason reason)
{
    QElapsedTimer sharedClock;
    sharedClock.start();
    const std::vector<SessionCore::Connection> connections = core->readyConnections();
    std::vector<QCoro::Task<base::Result<domain::PreflightInput>>> looks;
    for (const SessionCore::Connection &connection : connections) {
        const domain::SparkPlan *spark = plan.forSpark(connection->facts()->id);
        const bool changes = spark && spark->networkChanges;
        const bool asRoot = changes && (beforeApply || connection->hasRoot());
        looks.push_back(lookAt(connection, sharedClock, asRoot, reason, token));
    }
    std::vector<domain::PreflightInput> inputs;
    std::optional<base::Error> firstError;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        base::Result<domain::PreflightInput> input = co_await looks[i];
        if (!input && !firstError)
            firstError = input.error();
        if (!input && connections[i]->facts())
            input = domain::PreflightInput{*connections[i]->facts(), {}, {}, {}};
        if (input)
            inputs.push_back(std::move(input).value());
    }
    if (token.isCancelled())
        co_return cancelledError();
    if (firstError && beforeApply)
        co_return *firstError;
    for (domain::PreflightInput &input : inputs)
        if (const auto known = firewalls.find(input.facts.id); known != firewalls.end())
            input.firewall = known->second;
    co_return domain::judgePreflight(plan, inputs);
}

QCoro::Task<base::Result<std::optional<domain::PreflightFinding>>> lookForWork(
    std::shared_ptr<SessionCore> core, QStringList names, CancelToken token)
{
    using Work = std::optional<domain::PreflightFinding>;
    const auto busy = core->busyScope();
    domain::Plan back; // no plan of anybody's: it only says whose network is about to change
    for (const SessionCore::Connection &connection : core->readyConnections()) {
        const auto &facts = connection->facts();
        if (!facts || !domain::isSetUp(*facts) || !(names.isEmpty() || names.contains(connection->member().name)))
            continue;
        domain::SparkPlan spark;
        spark.spark = facts->id;
        spark.hostname = facts->hostname;
        spark.networkChanges = true;
        back.sparks.push_back(std::move(spark));
    }
    if (back.sparks.empty())
        co_return base::Result<Work>(Work());
    const Firewalls notRead;
    const base::Result<std::vector<domain::PreflightFinding>> found =
        co_await lookAhead(core, back, notRead, true, token, SudoReason::Undo);
    Work work;
    if (found)
        if (const domain::PreflightFinding *finding = domain::withoutConsent(*found, {}))
            work = *finding;
    if (!found || work) // nothing follows for which root would be needed
        for (const domain::SparkPlan &spark : back.sparks)
            if (const SessionCore::Connection connection = core->connectionById(spark.spark))
                connection->closeRoot();
    if (!found)
        co_return found.error();
    co_return base::Result<Work>(std::move(work));
}

base::Error refusalOf(const domain::PreflightFinding &finding)
{
    return base::refused(finding.text);
}

} // namespace sparkloom::engine
