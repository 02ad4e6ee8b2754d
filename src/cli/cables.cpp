// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/steps.h"
#include "cli/tr.h"

#include "engine/text/text.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QJsonObject body(Context &context)
{
    const Names names(context.session().hosts());
    return cablingJson(context.session().cabling(), names);
}

ExitCode codeFor(const engine::CablingView &cabling)
{
    if (!cabling.map.contradictions.empty() || (cabling.goal && !cabling.status.complete))
        return ExitCode::CheckFailed;
    if (cabling.goal) // storage, say, is part of it although nobody sees its other end
        return ExitCode::Healthy;
    return cabling.map.unknown.empty() && !cabling.map.cables.empty() ? ExitCode::Healthy : ExitCode::NotKnown;
}

// Prints the map whenever it changes, until interrupted; with --json one line per change.
class MapPrinter : public QObject {
public:
    explicit MapPrinter(Context &context) : m_context(context)
    {
        connect(&context.session(), &engine::ClusterSession::cablingChanged, this, [this] { look(); });
        look();
    }

private:
    void look()
    {
        QJsonObject now = body(m_context);
        if (now == m_last)
            return;
        m_last = now;
        if (!m_context.output().json()) {
            m_context.output().say();
            showCables(m_context);
            return;
        }
        now.insert(u"schema"_s, u"sparkloom-cables"_s);
        now.insert(u"version"_s, 1);
        m_context.output().raw(QString::fromUtf8(QJsonDocument(now).toJson(QJsonDocument::Compact)) + u'\n');
    }

    Context &m_context;
    QJsonObject m_last;
};

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<std::optional<domain::Topology>> goal = topologyOf(invocation);
    const base::Result<std::optional<std::chrono::milliseconds>> timeout = invocation.timeout();
    if (!goal || !timeout)
        co_return context.fail(invocation.command, goal ? timeout.error() : goal.error());
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return context.fail(invocation.command, opened.error());
    const base::Result<void> signedIn = co_await signIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<void> mapped = co_await mapCables(context, *goal, true);
    if (!mapped)
        co_return context.fail(invocation.command, mapped.error());

    if (invocation.isSet(u"watch"_s)) {
        MapPrinter printer(context);
        context.output().note("cli.watching"_msg);
        const auto never = [] { return false; };
        const std::optional<std::chrono::milliseconds> deadline = *timeout;
        const bool ended = co_await context.waitUntil(never, deadline);
        static_cast<void>(ended);
        co_return codeFor(context.session().cabling());
    }
    showCables(context);
    const engine::CablingView cabling = context.session().cabling();
    if (cabling.goal && !cabling.status.complete)
        context.output().say(cabling.status.instruction, Output::Tone::Strong);
    const ExitCode code = codeFor(cabling);
    context.output().document(invocation.command, body(context), code);
    co_return code;
}

} // namespace

Command cablesCommand()
{
    return {{u"cables"_s, {}, Cli::tr("Show which cable joins which cages, with no address on any of them."),
                Cli::tr("What is not proven is shown as not known, never guessed. Sleeping halves can be woken with sudo."),
                {topologyOption(), {u"watch"_s, Cli::tr("Go on and show every change; end with Ctrl-C.")},
                    timeoutOption(Cli::tr("With --watch: stop after so many seconds."))}},
        run};
}

} // namespace sparkloom::cli
