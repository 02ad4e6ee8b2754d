// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

using State = engine::SparkStatus::State;

// What is known to be wrong outranks what is not known.
ExitCode codeFor(const std::vector<engine::SparkStatus> &status)
{
    const auto any = [&](State state) {
        return std::any_of(status.begin(), status.end(),
            [&](const engine::SparkStatus &each) { return each.state == state; });
    };
    if (any(State::HalfApplied) || any(State::Differs))
        return ExitCode::CheckFailed;
    if (any(State::Unreachable))
        return ExitCode::Unreachable;
    return status.empty() || any(State::NotConfigured) ? ExitCode::NotKnown : ExitCode::Healthy;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    // Sparks that cannot be reached are part of the answer; a refusal or a missing answer is not.
    const base::Result<void> signedIn = co_await signIn(context, false);
    if (!signedIn && (context.prompter().problem() || exitCodeOf(signedIn.error().kind) != ExitCode::Unreachable))
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<void> refreshed = co_await context.session().refreshStatus();
    if (!refreshed && exitCodeOf(refreshed.error().kind) != ExitCode::Unreachable)
        co_return context.fail(invocation.command, refreshed.error());

    const std::vector<engine::SparkStatus> status = context.session().status();
    Table table({Cli::tr("SPARK"), Cli::tr("STATE")});
    for (const engine::SparkStatus &each : status)
        table.add({each.name, word(each.state)});
    if (!table.empty())
        context.output().say(table);
    for (const engine::SparkStatus &each : status)
        for (const base::Message &difference : each.differences)
            context.output().say(u"%1: %2"_s.arg(each.name, engine::text::sentence(difference)),
                Output::Tone::Attention);
    if (context.session().hasOpenTransaction())
        context.output().error(refuseOpenTransaction(context).error());
    const ExitCode code = codeFor(status);
    context.output().document(invocation.command,
        {{u"sparks"_s, statusJson(status)}, {u"openTransaction"_s, context.session().hasOpenTransaction()}}, code);
    co_return code;
}

} // namespace

Command statusCommand()
{
    return {{u"status"_s, {}, Cli::tr("Say whether every Spark still is as it was set up."),
                Cli::tr("Compares files, addresses, MTU and settings with the last plan, without root, and repairs "
                        "nothing."),
                {}},
        run};
}

} // namespace sparkloom::cli
