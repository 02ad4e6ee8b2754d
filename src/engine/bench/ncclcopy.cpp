// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/ncclcopy.h"

#include "engine/bench/ncclplan.h"
#include "protocol/codec.h"

#include <QVersionNumber>

#include <algorithm>
#include <deque>
#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace sparkloom::base::literals;

namespace sparkloom::engine {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLookPatience{20'000};
constexpr milliseconds kPiecePatience{30'000};
constexpr milliseconds kDropPatience{5'000};
// Pieces in each direction: about 1 MiB, which a slow way carries within a second when a copy is cancelled.
constexpr std::size_t kOnTheWay = 6;
constexpr double kFetchingPart = 0.6; // of the whole way, where others get the copy afterwards

using Look = base::Result<protocol::NcclLookAnswer>;

QCoro::Task<Look> lookAt(std::shared_ptr<AgentClient> agent, CancelToken token)
{
    protocol::NcclLookRequest request;
    request.timeoutMs = static_cast<int>(kLookPatience.count());
    return call<protocol::NcclLookAnswer>(std::move(agent), std::string(protocol::verb::kNcclLook),
        protocol::encode(request), token, kLookPatience + milliseconds(5000));
}

// A copy of the right file would help.
std::optional<base::Message> needsCopy(const Look &look, const protocol::NcclLibrary &wanted)
{
    if (look)
        return look->library.sha256 == wanted.sha256 ? std::nullopt
                                                     : std::optional(base::Message("bench.nccl-copy-other"_msg)
                                                                         .with("version", look->library.version)
                                                                         .with("path", look->library.path));
    const std::string &id = look.error().message.id;
    if (id == "nccl.library-missing")
        return "bench.nccl-copy-none"_msg;
    if (id == "nccl.library-broken" || id == "nccl.library-old" || id == "nccl.symbol-missing")
        return base::Message(look.error().message);
    return std::nullopt;
}

// Those that a library would help, by name.
QStringList lackingIn(const std::map<QString, Look> &looks)
{
    QStringList names;
    for (const auto &[name, look] : looks)
        if (needsCopy(look, {}))
            names << name;
    return names;
}

// Better ones come first: code for the GPU that they were found beside, then the version.
bool isBetter(const protocol::NcclLookAnswer &a, const protocol::NcclLookAnswer &b)
{
    const auto fits = [](const protocol::NcclLookAnswer &look) {
        return !look.gpus.empty() && ncclCodeFor(look.library.code, look.gpus.front().capability) == NcclCode::Own;
    };
    if (fits(a) != fits(b))
        return fits(a);
    return QVersionNumber::fromString(QString::fromStdString(a.library.version))
        > QVersionNumber::fromString(QString::fromStdString(b.library.version));
}

// What a part of the way is of the whole.
std::function<void(double)> partOf(std::function<void(double)> onPart, double begin, double end)
{
    return [onPart = std::move(onPart), begin, end](double part) {
        if (onPart)
            onPart(begin + (end - begin) * part);
    };
}

base::Error named(base::Error error, const QString &spark)
{
    error.message = base::Message(error.message).with("spark", spark.toStdString());
    return error;
}

} // namespace

std::string NcclCopyPlan::keptPath()
{
    return '~' + std::string(protocol::kNcclFolder) + '/' + std::string(protocol::kNcclFile);
}

QStringList NcclCopyPlan::receivers() const
{
    QStringList names;
    if (package)
        names << from;
    for (const Target &target : targets)
        names << target.spark;
    return names;
}

std::vector<base::Message> NcclCopyPlan::lines() const
{
    std::vector<base::Message> lines;
    const auto mib = [](std::int64_t bytes) { return std::max<std::int64_t>(1, bytes >> 20); };
    if (package) {
        lines.push_back(base::Message("bench.nccl-package-from"_msg)
                            .with("spark", from.toStdString())
                            .with("version", package->version)
                            .with("mib", mib(package->bytes))
                            .with("repository", package->repository));
        lines.push_back(base::Message("bench.nccl-package-takes"_msg).with("path", path.toStdString()));
    } else {
        lines.push_back(base::Message("bench.nccl-copy-from"_msg)
                            .with("spark", from.toStdString())
                            .with("path", path.toStdString())
                            .with("version", version.toStdString())
                            .with("mib", mib(size))
                            .with("sha256", sha256.toStdString()));
    }
    for (const Target &target : targets) {
        lines.push_back(
            base::Message("bench.nccl-copy-to"_msg).with("spark", target.spark.toStdString()).with("path", keptPath()));
        if (!package) // nobody has one
            lines.push_back(target.why);
    }
    if (isNeeded())
        lines.push_back("bench.nccl-copy-means"_msg);
    return lines;
}

std::shared_ptr<AgentClient> NcclCopy::agentOf(const QString &spark) const
{
    const SessionCore::Connection connection = m_core->connection(spark);
    return connection && connection->ready() ? connection->agent() : nullptr;
}

QCoro::Task<base::Result<NcclCopyPlan>> NcclCopy::plan(QString from)
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    if (!from.isEmpty() && !agentOf(from))
        co_return base::Error{
            base::ErrorKind::Usage, base::Message("bench.no-such-spark"_msg).with("spark", from.toStdString()), {}};
    std::map<QString, QCoro::Task<Look>> asked;
    for (const SessionCore::Connection &connection : m_core->readyConnections())
        if (connection->agent())
            asked.emplace(connection->member().name, lookAt(connection->agent(), token));
    std::map<QString, Look> looks;
    for (auto &[name, task] : asked) {
        Look look = co_await task;
        looks.emplace(name, std::move(look));
    }
    if (token.isCancelled())
        co_return cancelledError();
    QString best;
    for (const auto &[name, look] : looks)
        if (look && (from.isEmpty() || name == from) && (best.isEmpty() || isBetter(*look, *looks.at(best))))
            best = name;
    const bool anywhere = std::any_of(looks.begin(), looks.end(), [](const auto &each) { return each.second.ok(); });
    if (best.isEmpty() && anywhere)
        co_return named(looks.at(from).error(), from);
    const QStringList lacking = lackingIn(looks);
    if (best.isEmpty() && lacking.isEmpty() && !looks.empty()) // something else is the matter
        co_return named(looks.begin()->second.error(), looks.begin()->first);
    if (best.isEmpty())
        co_return co_await planPackage(lacking, from, token);
    const protocol::NcclLibrary &library = looks.at(best)->library;
    NcclCopyPlan plan;
    plan.from = best;
    plan.path = QString::fromStdString(library.path);
    plan.version = QString::fromStdString(library.version);
    plan.sha256 = QString::fromStdString(library.sha256);
    for (const auto &[name, look] : looks)
        if (std::optional<base::Message> why = needsCopy(look, library))
            plan.targets.push_back({name, *std::move(why)});
    const protocol::NcclReadRequest request{library.path, 0, 1};
    const base::Result<protocol::NcclPiece> first = co_await call<protocol::NcclPiece>(
        agentOf(best), std::string(protocol::verb::kNcclRead), protocol::encode(request), token, kPiecePatience);
    if (!first)
        co_return named(first.error(), best);
    plan.size = first->size;
    co_return base::Result<NcclCopyPlan>(plan);
}

QCoro::Task<base::Result<protocol::NcclPiece>> NcclCopy::readPiece(
    NcclCopyPlan plan, std::int64_t offset, CancelToken token)
{
    const std::shared_ptr<AgentClient> agent = agentOf(plan.from);
    if (!agent)
        co_return named({base::ErrorKind::Unreachable, "agent.closed"_msg, {}}, plan.from);
    const protocol::NcclReadRequest request{plan.path.toStdString(), offset, std::int64_t(protocol::kMostNcclPiece)};
    base::Result<protocol::NcclPiece> piece = co_await call<protocol::NcclPiece>(
        agent, std::string(protocol::verb::kNcclRead), protocol::encode(request), token, kPiecePatience);
    if (!piece)
        co_return named(piece.error(), plan.from);
    if (piece->size != plan.size || piece->data.empty())
        co_return named(base::failed("nccl.copy-damaged"_msg), plan.from); // somebody replaces it meanwhile
    co_return std::move(piece).value();
}

QCoro::Task<base::Result<void>> NcclCopy::writePiece(
    NcclCopyPlan plan, std::int64_t offset, std::string data, CancelToken token)
{
    protocol::NcclKeepRequest piece;
    piece.receipt.sha256 = plan.sha256.toStdString();
    piece.receipt.version = plan.version.toStdString();
    piece.receipt.from = plan.from.toStdString();
    piece.receipt.size = plan.size;
    piece.offset = offset;
    piece.data = std::move(data);
    const std::string body = protocol::encode(piece);
    std::vector<QCoro::Task<base::Result<protocol::NcclKeepAnswer>>> writes;
    for (const NcclCopyPlan::Target &target : plan.targets) {
        const std::shared_ptr<AgentClient> agent = agentOf(target.spark);
        if (!agent)
            co_return named({base::ErrorKind::Unreachable, "agent.closed"_msg, {}}, target.spark);
        writes.push_back(
            call<protocol::NcclKeepAnswer>(agent, std::string(protocol::verb::kNcclKeep), body, token, kPiecePatience));
    }
    std::optional<base::Error> failed;
    for (std::size_t i = 0; i < writes.size(); ++i) {
        const base::Result<protocol::NcclKeepAnswer> written = co_await writes[i];
        if (!written && !failed)
            failed = named(written.error(), plan.targets[i].spark);
    }
    if (failed)
        co_return *failed;
    co_return {};
}

// Each piece is read once and written to all. Several are on their way in both directions, so that neither Spark nor
// the computer waits for the others; agents answer in the order in which they are asked, and the files grow in theirs.
QCoro::Task<base::Result<void>> NcclCopy::carry(
    NcclCopyPlan plan, std::function<void(double)> onPart, CancelToken token)
{
    constexpr auto kPiece = std::int64_t(protocol::kMostNcclPiece);
    std::deque<QCoro::Task<base::Result<protocol::NcclPiece>>> reads;
    std::deque<QCoro::Task<base::Result<void>>> writes;
    std::int64_t asked = 0, sent = 0, kept = 0; // bytes
    if (plan.targets.empty())
        co_return {}; // whoever fetched it is alone
    while (kept < plan.size) {
        for (; asked < plan.size && reads.size() < kOnTheWay; asked += kPiece)
            reads.push_back(readPiece(plan, asked, token));
        if (!reads.empty() && writes.size() < kOnTheWay) {
            base::Result<protocol::NcclPiece> piece = co_await reads.front();
            reads.pop_front();
            if (!piece)
                co_return piece.error();
            writes.push_back(writePiece(plan, sent, std::move(piece->data), token));
            sent += kPiece;
            continue;
        }
        const base::Result<void> written = co_await writes.front();
        writes.pop_front();
        if (!written)
            co_return written.error();
        kept = std::min(plan.size, kept + kPiece);
        if (onPart)
            onPart(double(kept) / double(plan.size));
    }
    co_return {};
}

QCoro::Task<base::Result<void>> NcclCopy::prove(NcclCopyPlan plan, CancelToken token)
{
    for (const QString &spark : plan.receivers()) {
        const std::shared_ptr<AgentClient> agent = agentOf(spark);
        if (!agent)
            co_return named({base::ErrorKind::Unreachable, "agent.closed"_msg, {}}, spark);
        const Look look = co_await lookAt(agent, token);
        if (!look)
            co_return named(look.error(), spark);
        if (look->library.sha256 != plan.sha256.toStdString())
            co_return named(base::failed("nccl.copy-damaged"_msg), spark);
    }
    co_return {};
}

QCoro::Task<void> NcclCopy::drop(NcclCopyPlan plan, bool onlyUnfinished)
{
    for (const QString &spark : plan.receivers())
        if (const std::shared_ptr<AgentClient> agent = agentOf(spark)) {
            const protocol::NcclDropRequest request{onlyUnfinished && (!plan.package || spark != plan.from)};
            const base::Result<std::string> gone = co_await agent->request(
                std::string(protocol::verb::kNcclDrop), protocol::encode(request), kDropPatience, m_core->alive());
            static_cast<void>(gone); // an agent that is gone has taken it back itself
        }
}

QCoro::Task<base::Result<void>> NcclCopy::apply(NcclCopyPlan plan, std::function<void(double)> onPart)
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    std::function<void(double)> onRest = onPart;
    if (plan.package) {
        const double share = plan.targets.empty() ? 1 : kFetchingPart;
        const base::Result<NcclCopyPlan> fetched = co_await fetch(plan, partOf(onPart, 0, share), token);
        if (!fetched)
            co_return fetched.error(); // its agent has taken it back
        plan = *fetched;
        onRest = partOf(onPart, share, 1);
    }
    const base::Result<void> carried = co_await carry(plan, onRest, token);
    if (!carried) {
        co_await drop(plan, true);
        co_return carried.error();
    }
    const base::Result<void> proven = co_await prove(plan, token);
    if (!proven) {
        co_await drop(plan, false);
        co_return proven.error();
    }
    co_return {};
}

QCoro::Task<base::Result<std::vector<NcclKept>>> NcclCopy::kept()
{
    const auto self = shared_from_this();
    const CancelToken token = m_core->work();
    std::vector<NcclKept> all;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        if (!connection->agent())
            continue;
        const QString name = connection->member().name;
        const base::Result<protocol::NcclKeptAnswer> answer = co_await call<protocol::NcclKeptAnswer>(
            connection->agent(), std::string(protocol::verb::kNcclKept), "{}", token);
        if (!answer)
            co_return named(answer.error(), name);
        if (answer->receipt)
            all.push_back({name, QString::fromStdString(answer->path), *answer->receipt, answer->present});
    }
    co_return base::Result<std::vector<NcclKept>>(all);
}

QCoro::Task<base::Result<QStringList>> NcclCopy::undo()
{
    const auto self = shared_from_this();
    const auto busy = m_core->busyScope();
    const CancelToken token = m_core->work();
    QStringList names;
    for (const SessionCore::Connection &connection : m_core->readyConnections()) {
        if (!connection->agent())
            continue;
        const QString name = connection->member().name;
        const base::Result<protocol::NcclDropAnswer> answer =
            co_await call<protocol::NcclDropAnswer>(connection->agent(), std::string(protocol::verb::kNcclDrop),
                protocol::encode(protocol::NcclDropRequest()), token);
        if (!answer)
            co_return named(answer.error(), name);
        if (answer->removed)
            names << name;
    }
    co_return base::Result<QStringList>(names);
}

} // namespace sparkloom::engine
