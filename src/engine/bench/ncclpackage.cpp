// SPDX-License-Identifier: GPL-3.0-or-later
// NCCL out of the distribution's package, where no Spark has it.
#include "engine/bench/ncclcopy.h"

#include "engine/bench/streamedvalue.h"

#include <QVersionNumber>

#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

constexpr milliseconds kOfferPatience{60'000}; // two programs of 20 s at most
constexpr minutes kFetchPatience{45};          // beyond that of the agent's steps

using Offer = base::Result<protocol::NcclPackage>;

QVersionNumber versionOf(const Offer &offer)
{
    return QVersionNumber::fromString(QString::fromStdString(offer->version));
}

// A Spark that simply has none says nothing that somebody could mend elsewhere.
bool hasNone(const base::Error &error)
{
    return error.message.id == "nccl.package-no-apt" || error.message.id == "nccl.package-none";
}

} // namespace

QCoro::Task<base::Result<NcclCopyPlan>> NcclCopy::planPackage(Names receivers, QString from, CancelToken token)
{
    std::map<QString, QCoro::Task<Offer>> asked;
    for (const QString &name : receivers)
        if (const std::shared_ptr<AgentClient> agent = agentOf(name); agent && (from.isEmpty() || name == from))
            asked.emplace(name,
                call<protocol::NcclPackage>(
                    agent, std::string(protocol::verb::kNcclOffer), "{}", token, kOfferPatience));
    std::map<QString, Offer> offers;
    QString best;
    std::optional<base::Error> problem;
    for (auto &[name, task] : asked) {
        Offer offer = co_await task;
        if (offer && (best.isEmpty() || versionOf(offer) > versionOf(offers.at(best))))
            best = name;
        if (!offer && !problem && (!hasNone(offer.error()) || !from.isEmpty())) {
            problem = offer.error();
            problem->message = base::Message(problem->message).with("spark", name.toStdString());
        }
        offers.emplace(name, std::move(offer));
    }
    if (token.isCancelled())
        co_return cancelledError();
    if (best.isEmpty() && problem)
        co_return *problem;
    if (best.isEmpty())
        co_return base::Error{base::ErrorKind::NotKnown, "bench.nccl-copy-no-source"_msg, {}};
    NcclCopyPlan plan;
    plan.from = best;
    plan.path = QString::fromStdString(NcclCopyPlan::keptPath());
    plan.package = *offers.at(best);
    plan.version = QString::fromStdString(plan.package->version);
    plan.size = plan.package->bytes;
    for (const QString &name : receivers)
        if (name != best)
            plan.targets.push_back({name, "bench.nccl-copy-none"_msg});
    co_return base::Result<NcclCopyPlan>(plan);
}

// The plan with the library as it lies there now. Stopped, and where anything fails, nothing of it stays.
QCoro::Task<base::Result<NcclCopyPlan>> NcclCopy::fetch(
    NcclCopyPlan plan, std::function<void(double)> onPart, CancelToken token)
{
    const std::shared_ptr<AgentClient> agent = agentOf(plan.from);
    if (!agent)
        co_return base::Error{
            base::ErrorKind::Unreachable, base::Message("agent.closed"_msg).with("spark", plan.from.toStdString()), {}};
    const AgentClient::EventHandler onEvent = [onPart](const std::string &type, const std::string &body) {
        if (const auto now = protocol::decode<protocol::NcclFetching>(body);
            now && onPart && type == protocol::event::kNcclFetching)
            onPart(now->percent / 100.0);
    };
    const StreamedValue<protocol::NcclKeptAnswer> fetched(
        agent, protocol::verb::kNcclFetch, protocol::event::kNcclFetched, protocol::encode(*plan.package), onEvent);
    fetched.expireAfter(kFetchPatience);
    const base::Result<protocol::NcclKeptAnswer> kept = co_await fetched.value().wait(token);
    base::Error problem = kept ? base::failed("nccl.copy-damaged"_msg) : kept.error();
    if (!kept || !kept->present || !kept->receipt) {
        problem.message = base::Message(problem.message).with("spark", plan.from.toStdString());
        co_return problem;
    }
    plan.path = QString::fromStdString(kept->path);
    plan.version = QString::fromStdString(kept->receipt->version);
    plan.sha256 = QString::fromStdString(kept->receipt->sha256);
    plan.size = kept->receipt->size;
    co_return base::Result<NcclCopyPlan>(plan);
}

} // namespace sparkloom::engine
