// SPDX-License-Identifier: GPL-3.0-or-later
// `nccl`: NCCL's library where it is missing, from another Spark or out of the distribution's package.
#include "cli/command.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/bench/benchflow.h"
#include "engine/bench/ncclcopy.h"
#include "engine/text/text.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <string_view>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QJsonObject planJson(const engine::NcclCopyPlan &plan)
{
    QJsonArray targets;
    for (const engine::NcclCopyPlan::Target &target : plan.targets)
        targets.append(target.spark);
    QJsonObject document{{u"from"_s, plan.from}, {u"library"_s, plan.path}, {u"version"_s, plan.version},
        {u"bytes"_s, qint64(plan.size)}, {u"to"_s, targets}};
    if (plan.package)
        document.insert(u"package"_s,
            QJsonObject{{u"name"_s, QString::fromUtf8(protocol::kNcclPackage.data(), protocol::kNcclPackage.size())},
                {u"repository"_s, QString::fromStdString(plan.package->repository)}});
    else
        document.insert(u"sha256"_s, plan.sha256);
    return document;
}

base::Message keptLine(const engine::NcclKept &kept)
{
    base::Message line = kept.receipt.package ? base::Message("cli.nccl-kept-package"_msg)
                                                    .with("package", kept.receipt.package->version)
                                                    .with("repository", kept.receipt.package->repository)
                                              : base::Message("cli.nccl-kept"_msg).with("from", kept.receipt.from);
    return std::move(line)
        .with("spark", kept.spark.toStdString())
        .with("path", kept.path.toStdString())
        .with("version", kept.receipt.version)
        .with("at", kept.receipt.atMs);
}

base::Error notConfirmed()
{
    return {base::ErrorKind::Cancelled, base::Message("cli.not-confirmed"_msg), {}};
}

QCoro::Task<ExitCode> takeBack(Context &context, Invocation invocation)
{
    const auto copy = context.session().bench().ncclCopy();
    const base::Result<std::vector<engine::NcclKept>> kept = co_await copy->kept();
    if (!kept)
        co_return context.fail(invocation.command, kept.error());
    for (const engine::NcclKept &each : *kept)
        context.output().say(keptLine(each));
    QStringList names;
    if (!kept->empty()) {
        const QString question = engine::text::sentence("prompt.nccl-undo"_msg);
        const bool goAhead = co_await context.prompter().confirm(question, u"--yes"_s);
        if (!goAhead)
            co_return context.fail(invocation.command, notConfirmed());
        const base::Result<QStringList> removed = co_await copy->undo();
        if (!removed)
            co_return context.fail(invocation.command, removed.error());
        names = *removed;
    }
    context.output().say(names.isEmpty()
            ? base::Message("cli.nccl-nothing-kept"_msg)
            : base::Message("cli.nccl-removed"_msg).with("sparks", names.join(u", "_s).toStdString()),
        Output::Tone::Good);
    context.output().document(
        invocation.command, {{u"removed"_s, QJsonArray::fromStringList(names)}}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    if (invocation.isSet(u"undo"_s) && invocation.isSet(u"from"_s))
        co_return context.fail(invocation.command, usageError("cli.nccl-undo-or-from"_msg));
    const base::Result<void> signedIn = co_await openAndSignIn(context, false);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    if (invocation.isSet(u"undo"_s))
        co_return co_await takeBack(context, invocation);
    const auto copy = context.session().bench().ncclCopy();
    const base::Result<engine::NcclCopyPlan> plan = co_await copy->plan(invocation.value(u"from"_s));
    if (!plan)
        co_return context.fail(invocation.command, plan.error());
    for (const base::Message &line : plan->lines())
        context.output().say(engine::text::sentence(line));
    QStringList copied;
    if (plan->isNeeded()) {
        const QString question =
            engine::text::sentence(plan->package ? "prompt.nccl-package"_msg : "prompt.nccl-copy"_msg);
        const bool goAhead = co_await context.prompter().confirm(question, u"--yes"_s);
        if (!goAhead)
            co_return context.fail(invocation.command, notConfirmed());
        int shown = 0;
        const std::function<void(double)> onPart = [&context, &shown](double part) {
            const int tenths = static_cast<int>(part * 10);
            if (std::exchange(shown, tenths) != tenths)
                context.output().note(Cli::tr("%1 % done").arg(10 * tenths));
        };
        const base::Result<void> done = co_await copy->apply(*plan, onPart);
        if (!done)
            co_return context.fail(invocation.command, done.error());
        copied = plan->receivers();
    }
    context.output().say(copied.isEmpty()
            ? base::Message("cli.nccl-same"_msg).with("version", plan->version.toStdString())
            : base::Message("cli.nccl-copied"_msg).with("sparks", copied.join(u", "_s).toStdString()),
        Output::Tone::Good);
    context.output().document(invocation.command,
        {{u"plan"_s, planJson(*plan)}, {u"copied"_s, QJsonArray::fromStringList(copied)}}, ExitCode::Healthy);
    co_return ExitCode::Healthy;
}

} // namespace

Command ncclCommand()
{
    return {
        {u"nccl"_s, {}, Cli::tr("Give the Sparks that lack NCCL the library of another Spark, for the tests."),
            Cli::tr("Shows first what would be copied from where to where, with its hash. The file goes to the home of "
                    "the user\n(~/.local/share/sparkloom/nccl), needs no root and changes nothing of the system: other "
                    "programs go on with what they\nhave. Also where a Spark has another version than the others. "
                    "--undo takes every copy back. Where no Spark has NCCL,\none fetches the package libnccl2 from its "
                    "own repositories: shown first, too, and only the library is taken out of it."),
            {{u"from"_s,
                 Cli::tr("Copy from this Spark, or let it fetch the package (default: the newest library made for its "
                         "GPU)."),
                 u"NAME"_s},
                {u"undo"_s, Cli::tr("Take back what was copied.")}}},
        run};
}

} // namespace sparkloom::cli
