// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/names.h"
#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// What the map already answers needs no waking.
bool settledFor(const engine::CablingView &cabling, std::optional<domain::Topology> goal)
{
    if (!cabling.map.unknown.empty())
        return false;
    return goal ? cabling.recognised == *goal : isWhole(cabling.recognised);
}

QString stateOf(const engine::CablingView &cabling, const domain::Cable &cable)
{
    for (const domain::GoalCable &goal : cabling.status.cables)
        if ((goal.a == cable.a && goal.b == cable.b) || (goal.a == cable.b && goal.b == cable.a))
            return word(goal.state);
    for (const domain::Cable &wrong : cabling.status.misplaced)
        if (wrong.a == cable.a && wrong.b == cable.b)
            return Cli::tr("in the wrong socket");
    return Cli::tr("up");
}

} // namespace

bool isWhole(domain::Topology topology)
{
    return topology == domain::Topology::Pair || topology == domain::Topology::PairTwoCables
        || topology == domain::Topology::Ring || topology == domain::Topology::SplitRole || domain::isStar(topology);
}

QCoro::Task<base::Result<void>> mapCables(Context &context, std::optional<domain::Topology> goal, bool wakeMayFail)
{
    engine::ClusterSession &session = context.session();
    const base::Result<void> started = co_await session.startCabling(goal);
    if (!started)
        co_return started;
    context.output().note("cli.mapping"_msg);
    const base::Result<domain::CableMap> map = co_await session.settledMap(kMapPatience);
    if (!map)
        co_return map.error();
    if (settledFor(session.cabling(), goal) || !session.cabling().wakeNeeded)
        co_return base::Result<void>();

    const base::Result<void> woken = co_await session.wakeHalves();
    if (!woken && wakeMayFail && !context.cancelled()) {
        context.prompter().clearProblem();
        co_return base::Result<void>();
    }
    if (!woken)
        co_return woken;
    const base::Result<domain::CableMap> again = co_await session.settledMap(kMapPatience);
    if (!again)
        co_return again.error();
    co_return base::Result<void>();
}

void showCables(Context &context)
{
    const engine::CablingView cabling = context.session().cabling();
    const Names names(context.session().hosts());
    Output &output = context.output();
    output.say(Cli::tr("Form: %1").arg(engine::text::topologyPhrase(cabling.recognised)), Output::Tone::Strong);
    if (cabling.map.cables.empty())
        output.say(Cli::tr("No cable is seen."));
    Table table({Cli::tr("FROM"), Cli::tr("TO"), Cli::tr("STATE"), Cli::tr("SURE"), Cli::tr("SEEN BY")});
    for (const domain::Cable &cable : cabling.map.cables)
        table.add({names.of(cable.a), names.of(cable.b), stateOf(cabling, cable), word(cable.certainty),
            evidenceWords(cable)});
    if (!table.empty())
        output.say(table);
    for (const domain::CageRef &cage : cabling.map.unknown)
        output.say(base::Message("cli.cage-unknown"_msg).with("socket", names.of(cage).toStdString()),
            Output::Tone::Attention);
    for (const domain::Contradiction &contradiction : cabling.map.contradictions)
        output.say(
            base::Message("cli.cage-contradiction"_msg).with("socket", names.of(contradiction.cage).toStdString()),
            Output::Tone::Bad);
    for (const base::Message &note : cabling.notes) {
        const engine::text::Explanation why = engine::text::explain({base::ErrorKind::NotKnown, note, {}});
        output.say(why.seen, why.remedy.isEmpty() ? Output::Tone::Quiet : Output::Tone::Attention);
        for (const QString &line : {why.meaning, why.remedy})
            if (!line.isEmpty())
                output.say(u"  "_s + line);
    }
    if (cabling.status.steps.size() > 1) {
        output.say(Cli::tr("The way to %1:").arg(engine::text::topologyPhrase(*cabling.goal)), Output::Tone::Strong);
        int number = 0;
        for (const domain::PlugStep &step : cabling.status.steps)
            output.say(u"  %1. %2"_s.arg(++number).arg(engine::text::sentence(step.text)));
    }
}

} // namespace sparkloom::cli
