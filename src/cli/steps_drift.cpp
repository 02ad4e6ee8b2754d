// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"
#include "cli/table.h"
#include "cli/tr.h"

#include "engine/text/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {

using namespace base::literals;

namespace {

using State = engine::SparkStatus::State;

QString inOneLine(const engine::DriftView &view)
{
    QStringList parts{engine::text::sentence(view.what()), engine::text::sentence(view.since())};
    if (view.kept)
        parts << Cli::tr("Kept as it is.");
    else if (!view.finding.cannotKeep.empty())
        parts << engine::text::sentence(view.finding.cannotKeep);
    return parts.join(u' ');
}

} // namespace

void showStatus(Context &context)
{
    const std::vector<engine::SparkStatus> status = context.session().status();
    Table table({Cli::tr("SPARK"), Cli::tr("STATE")});
    for (const engine::SparkStatus &each : status)
        table.add({each.name, word(each.state)});
    if (!table.empty())
        context.output().say(table);
    for (const engine::SparkStatus &each : status)
        for (const engine::DriftView &view : each.drift)
            context.output().say(
                u"%1: %2"_s.arg(each.name, inOneLine(view)), view.kept ? Output::Tone::Plain : Output::Tone::Attention);
}

QCoro::Task<void> lookAfterwards(Context &context)
{
    const base::Result<void> looked = co_await context.session().refreshStatus();
    if (!looked)
        co_return;
    const base::Result<void> stored = co_await context.store();
    static_cast<void>(stored); // it is a date that is lost
}

ExitCode exitCodeOf(const std::vector<engine::SparkStatus> &status, const QStringList &names)
{
    const auto any = [&](State state) {
        return std::any_of(status.begin(), status.end(), [&](const engine::SparkStatus &each) {
            return each.state == state && (names.isEmpty() || names.contains(each.name));
        });
    };
    if (any(State::HalfApplied) || any(State::Differs))
        return ExitCode::CheckFailed;
    if (any(State::Unreachable))
        return ExitCode::Unreachable;
    return status.empty() || any(State::NotConfigured) ? ExitCode::NotKnown : ExitCode::Healthy;
}

QCoro::Task<base::Result<void>> lookForDrift(Context &context)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return opened.error();
    // Sparks that cannot be reached are part of the answer; a refusal or a missing answer is not.
    const base::Result<void> signedIn = co_await signIn(context, false);
    if (!signedIn && (context.prompter().problem() || exitCodeOf(signedIn.error().kind) != ExitCode::Unreachable))
        co_return signedIn.error();
    const base::Result<void> refreshed = co_await context.session().refreshStatus();
    if (!refreshed && exitCodeOf(refreshed.error().kind) != ExitCode::Unreachable)
        co_return refreshed.error();
    co_return base::Result<void>();
}

} // namespace sparkloom::cli
