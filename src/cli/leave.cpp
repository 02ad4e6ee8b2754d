// SPDX-License-Identifier: GPL-3.0-or-later
// `leave`: one Spark less, the others stay a cluster.
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

base::Error notConfirmed()
{
    return {base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
}

// Whom this can be done without: all, or all but the one that is gone.
QCoro::Task<base::Result<void>> signInForLeave(Context &context, QString name, bool gone)
{
    QStringList others;
    for (const engine::ClusterMember &member : context.session().cluster().members)
        if (gone && member.name != name)
            others << member.name;
    if (gone && others.isEmpty())
        co_return usageError("cli.leave-alone"_msg);
    co_return co_await signIn(context, true, others);
}

QCoro::Task<bool> agreed(Context &context, QString name, bool gone)
{
    const base::Message question = gone ? base::Message("prompt.leave-gone"_msg) : base::Message("prompt.leave"_msg);
    const QString text = engine::text::sentence(base::Message(question).with("name", name.toStdString()));
    co_return co_await context.prompter().confirm(text, u"--yes"_s);
}

QCoro::Task<ExitCode> leave(
    Context &context, Invocation invocation, QString name, int timerSeconds, engine::Consents consents)
{
    const bool gone = invocation.isSet(u"gone"_s);
    const base::Result<void> signedIn = co_await signInForLeave(context, name, gone);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<std::optional<domain::Plan>> plan = co_await context.session().planLeave(name, timerSeconds);
    if (!plan)
        co_return context.fail(invocation.command, plan.error());
    // The plan looks after those that stay; where there is none, all go back.
    if (!*plan || !gone) {
        QStringList goBack;
        if (*plan)
            goBack << name;
        const base::Result<void> idle = co_await refuseWhileBusy(context, invocation, goBack);
        if (!idle)
            co_return context.fail(invocation.command, idle.error());
    }
    QJsonObject body{{u"left"_s, name}, {u"gone"_s, gone}};
    if (*plan) {
        showPlan(context, **plan, invocation.isSet(u"diff"_s));
        body.insert(u"plan"_s, planJson(**plan, context.session().findings(), halfSteps(context, **plan)));
    } else {
        context.output().say("cli.leave-nobody-left"_msg, Output::Tone::Strong);
    }
    context.output().say(
        base::Message(gone ? "cli.leave-gone"_msg : "cli.leave-clean"_msg).with("name", name.toStdString()));
    const bool goAhead = co_await agreed(context, name, gone);
    if (!goAhead)
        co_return context.fail(invocation.command, notConfirmed(), body);
    JobLines lines(context);
    const base::Result<engine::ApplyOutcome> outcome = co_await context.session().leave(name, gone, consents);
    if (!outcome)
        co_return context.fail(invocation.command, outcome.error(), body);
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error(), body);
    const Endings endings{"cli.left"_msg, "cli.left"_msg, ChangeTask::Leave};
    co_return finishOutcome(context, invocation.command, *outcome, endings, std::move(body));
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<int> timer = invocation.number(u"timer"_s, 90, 5, 300);
    if (!timer)
        co_return context.fail(invocation.command, timer.error());
    const base::Result<engine::Consents> consents = consentsOf(invocation);
    if (!consents)
        co_return context.fail(invocation.command, consents.error());
    const engine::ClusterMember *member = context.session().cluster().member(invocation.arguments.front());
    if (!member) {
        const base::Message message =
            base::Message("cli.no-such-member"_msg).with("name", invocation.arguments.front().toStdString());
        co_return context.fail(invocation.command, usageError(message));
    }
    const QString name = member->name;
    co_return co_await leave(context, invocation, name, *timer, *consents);
}

} // namespace

Command leaveCommand()
{
    return {{u"leave"_s, u"NAME"_s, Cli::tr("Take one Spark out of the cluster; the others stay one."),
                Cli::tr("The others lose its SSH keys and the halves that faced it, and keep all else. On the one that "
                        "leaves everything "
                        "is undone,\nand nothing of Sparkloom stays."),
                {{u"gone"_s, Cli::tr("It is gone for good: nothing is asked of it and nothing is done on it.")},
                    timerOption(), diffOption(), insistOption()},
                1, 1},
        run};
}

} // namespace sparkloom::cli
