// SPDX-License-Identifier: GPL-3.0-or-later
// `adopt`: a cluster that another computer set up, from the records on its Sparks.
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

// The virtual Spark of this name instead of what its peers know of it.
base::Result<QString> addMissing(Context &context, const engine::ClusterMember &missing)
{
    if (context.options().isVirtual())
        return addByName(context, missing.name);
    return context.session().addMember(missing);
}

// Sparks name each other: who knows one finds them all.
QCoro::Task<base::Result<engine::Adoption>> adoptAll(Context &context, QStringList without)
{
    for (;;) {
        const base::Result<void> signedIn = co_await signIn(context);
        if (!signedIn)
            co_return signedIn.error();
        const base::Result<engine::Adoption> adoption = co_await context.session().adopt(without);
        if (!adoption || adoption->missing.empty())
            co_return adoption;
        const std::size_t before = context.session().hosts().size();
        for (const engine::ClusterMember &missing : adoption->missing) {
            const base::Result<QString> added = addMissing(context, missing);
            if (!added)
                co_return added.error();
            context.output().note(base::Message("cli.adopt-adds"_msg).with("name", added->toStdString()));
        }
        // What they name is here under another name already: its key has changed since.
        if (context.session().hosts().size() == before)
            co_return base::refused(
                base::Message("adopt.reinstalled"_msg).with("name", adoption->missing.front().name.toStdString()));
    }
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> closed = refuseOpenTransaction(context);
    if (!closed)
        co_return context.fail(invocation.command, closed.error());
    const base::Result<void> members = co_await ensureMembers(context, invocation.arguments);
    if (!members)
        co_return context.fail(invocation.command, members.error());
    const base::Result<engine::Adoption> adoption = co_await adoptAll(context, invocation.values(u"without"_s));
    if (!adoption)
        co_return context.fail(
            invocation.command, adoption.error(), {{u"members"_s, hostsJson(context.session().hosts())}});
    const base::Result<void> stored = co_await context.store();
    if (!stored)
        co_return context.fail(invocation.command, stored.error());
    context.output().say(base::Message("cli.adopted"_msg)
                             .with("cluster", adoption->name.toStdString())
                             .with("owner", adoption->owner.toStdString())
                             .with("when", static_cast<std::int64_t>(adoption->appliedAt.toMSecsSinceEpoch())),
        Output::Tone::Good);
    const QJsonObject body{{u"cluster"_s,
        QJsonObject{{u"id"_s, adoption->clusterId}, {u"name"_s, adoption->name}, {u"owner"_s, adoption->owner},
            {u"appliedAt"_s, adoption->appliedAt.toString(Qt::ISODate)}}}};
    co_return co_await prove(context, invocation.command, body);
}

} // namespace

Command adoptCommand()
{
    return {
        {u"adopt"_s, u"[HOST...]"_s, Cli::tr("Take over a cluster that another computer set up."),
            Cli::tr("Reads the records on its Sparks. One of them is enough: it names the others. Nothing is changed "
                    "on them but that "
                    "this\ncomputer's public key is installed. Ends with the proof of the fabric."),
            {withoutOption()}, 0, 64},
        run};
}

} // namespace sparkloom::cli
