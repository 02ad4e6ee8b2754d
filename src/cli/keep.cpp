// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    QStringList names;
    for (const QString &text : invocation.arguments) {
        const engine::ClusterMember *member = context.session().cluster().member(text);
        if (!member)
            co_return context.fail(invocation.command,
                usageError(base::Message("cli.no-such-member"_msg).with("name", text.toStdString())));
        names << member->name;
    }
    const base::Result<void> looked = co_await lookForDrift(context);
    if (!looked)
        co_return context.fail(invocation.command, looked.error());
    const int kept = context.session().keepDrift(names);
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    const std::vector<engine::SparkStatus> status = context.session().status();
    showStatus(context);
    if (kept > 0)
        context.output().say(base::Message("cli.drift-kept"_msg).with("count", kept), Output::Tone::Good);
    const ExitCode code = exitCodeOf(status, names);
    bool mendable = false, keptBefore = false;
    for (const engine::SparkStatus &each : status)
        for (const engine::DriftView &view : each.drift) {
            mendable |= !view.kept && view.finding.reapplyMends;
            keptBefore |= view.kept;
        }
    if (context.session().hasOpenTransaction())
        context.output().error(refuseOpenTransaction(context).error());
    else if (code == ExitCode::CheckFailed)
        context.output().say(
            mendable ? "cli.drift-not-all-kept"_msg : "cli.drift-not-kept-hand"_msg, Output::Tone::Attention);
    else if (kept == 0 && code == ExitCode::Healthy)
        context.output().say(keptBefore ? "cli.drift-none-more"_msg : "cli.drift-none"_msg);
    context.output().document(invocation.command, {{u"sparks"_s, statusJson(status)}, {u"kept"_s, kept}}, code);
    co_return code;
}

} // namespace

Command keepCommand()
{
    return {{u"keep"_s, u"[NAME...]"_s,
                Cli::tr("Accept what somebody changed on the Sparks since the set-up, where that is possible."),
                Cli::tr("Status tells it as kept and does not count it until it changes once more. Nothing is "
                        "changed on any Spark; "
                        "the next apply would put it\nback, and shows that first. What the cluster cannot work with is "
                        "not accepted. Without a name: on all."),
                {}, 0, 64},
        run};
}

} // namespace sparkloom::cli
