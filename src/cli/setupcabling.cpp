// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/setupcabling.h"

#include "cli/steps.h"
#include "engine/text/names.h"
#include "engine/text/text.h"

#include <QCoroFuture>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr std::chrono::seconds kUnattendedWait{60};

using State = domain::GoalCable::State;

// The form that is wanted without asking anybody; nothing where there is a choice.
std::optional<domain::Topology> obviousTopology(Context &context, const CablingRequest &request)
{
    const engine::CablingView cabling = context.session().cabling();
    if (request.topology)
        return request.topology;
    // Where the cables alone do not tell it, what was chosen before still holds, as long as it is a form for these
    // Sparks.
    std::optional<domain::Topology> earlier = context.session().cluster().goal;
    const int count = static_cast<int>(context.session().hosts().size());
    const std::vector<domain::Topology> possible = domain::possibleTopologies(count);
    if (earlier && std::find(possible.begin(), possible.end(), *earlier) == possible.end())
        earlier.reset();
    if (earlier == domain::Topology::Line && cabling.recognised == domain::Topology::Ring)
        return cabling.recognised; // somebody closed it
    if (earlier == domain::Topology::SplitRole || earlier == domain::Topology::Line)
        return earlier;
    if (isWhole(cabling.recognised) && cabling.map.unknown.empty())
        return cabling.recognised;
    if (earlier)
        return earlier;
    if (cabling.recognised == domain::Topology::Line)
        return domain::Topology::Ring;
    return std::nullopt;
}

// Whoever has to say what is wanted should know whose cable is missing.
void sayWhoHasNoCable(Context &context)
{
    const domain::CableMap map = context.session().cabling().map;
    QStringList without;
    for (const engine::HostView &host : context.session().hosts()) {
        const auto isIts = [&](const domain::CableEnd &end) { return end.cage && end.cage->spark == host.facts->id; };
        const bool linked = !host.facts
            || std::any_of(map.cables.begin(), map.cables.end(),
                [&](const domain::Cable &cable) { return isIts(cable.a) || isIts(cable.b); })
            || std::any_of(map.unknown.begin(), map.unknown.end(),
                [&](const domain::CageRef &cage) { return cage.spark == host.facts->id; });
        if (!linked)
            without << host.name;
    }
    if (!without.isEmpty())
        context.output().say(base::Message("cli.no-cable-at"_msg).with("sparks", without.join(u", "_s).toStdString()),
            Output::Tone::Attention);
}

QCoro::Task<base::Result<domain::Topology>> askTopology(Context &context)
{
    const std::vector<domain::Topology> possible =
        domain::possibleTopologies(static_cast<int>(context.session().hosts().size()));
    if (possible.empty())
        co_return usageError("cli.too-few-sparks"_msg);
    const bool pair = possible.front() == domain::Topology::Pair;
    if (!context.prompter().canAsk()) {
        // Two Sparks and one cable leave nothing to decide.
        if (pair)
            co_return domain::Topology::Pair;
        sayWhoHasNoCable(context);
        co_return usageError("cli.topology-needed"_msg);
    }
    for (std::size_t i = 0; i < possible.size(); ++i)
        context.output().say(u"  %1  %2"_s.arg(i + 1).arg(engine::text::topologyPhrase(possible[i])));
    const QString question = engine::text::sentence("prompt.choose-topology"_msg);
    const std::optional<QString> typed = co_await context.prompter().askLine(question, u"--topology"_s);
    if (!typed)
        co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
    if (typed->isEmpty())
        co_return possible.front();
    bool ok = false;
    const uint number = typed->toUInt(&ok);
    if (!ok || number < 1 || number > possible.size())
        co_return usageError("cli.topology-needed"_msg);
    co_return possible[number - 1];
}

engine::VirtualSocket socketOf(const Names &names, const domain::CableEnd &end)
{
    engine::VirtualSocket socket;
    socket.isSwitch = !end.cage;
    socket.spark = end.cage ? names.of(end.cage->spark) : end.isStorage() ? u"storage"_s : u"switch"_s;
    if (end.cage)
        socket.cage = end.cage->cage;
    return socket;
}

// Does on virtual Sparks what the instruction says: plugs the first cable that is waiting.
QCoro::Task<base::Result<void>> plugNext(Context &context)
{
    const engine::CablingView cabling = context.session().cabling();
    const auto next = std::find_if(cabling.status.cables.begin(), cabling.status.cables.end(),
        [](const domain::GoalCable &cable) { return cable.state == State::Waiting; });
    engine::VirtualSparks *simulator = context.place().adapters->simulator();
    if (!simulator || next == cabling.status.cables.end())
        co_return base::Result<void>();
    const Names names(context.session().hosts());
    const engine::VirtualSocket a = socketOf(names, next->a);
    const engine::VirtualSocket b = socketOf(names, next->b);
    context.output().note(base::Message("cli.plugging"_msg)
                              .with("a", names.of(next->a).toStdString())
                              .with("b", names.of(next->b).toStdString()));
    const QFuture<base::Result<void>> plugged = simulator->plug(a, b);
    const base::Result<void> result = co_await plugged;
    co_return result;
}

base::Error notCabled(const engine::CablingView &cabling, std::chrono::milliseconds waited)
{
    const std::string instruction = engine::text::sentence(cabling.status.instruction).toStdString();
    return base::failed(base::Message("cli.cabling-incomplete"_msg)
                            .with("waited", static_cast<std::int64_t>(waited.count()))
                            .with("instruction", instruction));
}

void showInstruction(Output &output, const domain::CablingStatus &status)
{
    output.say(status.instruction, Output::Tone::Strong);
    if (!status.instructionDetail.empty())
        output.say(u"  "_s + engine::text::sentence(status.instructionDetail));
}

QCoro::Task<base::Result<void>> waitForCables(Context &context, CablingRequest request)
{
    engine::ClusterSession &session = context.session();
    std::optional<std::chrono::milliseconds> limit = request.timeout;
    if (!limit && !context.prompter().canAsk())
        limit = kUnattendedWait;
    QElapsedTimer since;
    since.start();
    base::Message shown;
    while (!session.cabling().status.complete) {
        const engine::CablingView cabling = session.cabling();
        if (!(cabling.status.instruction == shown)) {
            shown = cabling.status.instruction;
            showInstruction(context.output(), cabling.status);
            if (request.plugByItself) {
                const base::Result<void> plugged = co_await plugNext(context);
                if (!plugged)
                    co_return plugged;
            }
        }
        std::optional<std::chrono::milliseconds> left;
        if (limit)
            left = std::max(std::chrono::milliseconds(0), *limit - std::chrono::milliseconds(since.elapsed()));
        const auto changed = [&session, shown] {
            return session.cabling().status.complete || !(session.cabling().status.instruction == shown);
        };
        const bool news = co_await context.waitUntil(changed, left);
        if (context.cancelled())
            co_return base::Error{base::ErrorKind::Cancelled, base::Message("cli.cancelled"_msg), {}};
        if (!news)
            co_return notCabled(session.cabling(), std::chrono::milliseconds(since.elapsed()));
    }
    co_return base::Result<void>();
}

} // namespace

QCoro::Task<base::Result<domain::Topology>> reachTopology(Context &context, CablingRequest request)
{
    engine::ClusterSession &session = context.session();
    const base::Result<void> mapped = co_await mapCables(context, request.topology);
    if (!mapped)
        co_return mapped.error();
    std::optional<domain::Topology> goal = obviousTopology(context, request);
    if (!goal) {
        const base::Result<domain::Topology> asked = co_await askTopology(context);
        if (!asked)
            co_return asked.error();
        goal = asked.value();
    }
    session.setGoal(goal);
    if (!session.cabling().map.contradictions.empty())
        showCables(context);
    const base::Result<void> complete = co_await waitForCables(context, request);
    if (!complete)
        co_return complete.error();
    const base::Result<domain::CableMap> map = co_await session.settledMap(kMapPatience);
    if (!map)
        co_return map.error();
    showCables(context);
    co_return *goal;
}

} // namespace sparkloom::cli
