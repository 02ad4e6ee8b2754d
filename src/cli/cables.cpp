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

std::string socketText(const Names &names, const domain::CageRef &cage)
{
    return names.of(cage).toStdString();
}

// What one pulled plug told.
base::Message pullMessage(const domain::Pull &pull, const Names &names)
{
    switch (pull.reading) {
    case domain::Pull::Reading::Cable:
        return base::Message("cli.which-cable"_msg)
            .with("a", socketText(names, pull.cages[0]))
            .with("b", socketText(names, pull.cages[1]));
    case domain::Pull::Reading::LoneEnd:
        return base::Message("cli.which-lone"_msg).with("a", socketText(names, pull.cages[0]));
    case domain::Pull::Reading::Several: break;
    }
    return base::Message("cli.which-several"_msg);
}

QString jsonWord(domain::Pull::Reading reading)
{
    switch (reading) {
    case domain::Pull::Reading::Cable: return u"cable"_s;
    case domain::Pull::Reading::LoneEnd: return u"lone-end"_s;
    case domain::Pull::Reading::Several: break;
    }
    return u"several"_s;
}

QJsonObject pullJson(const domain::Pull &pull, const Names &names)
{
    QJsonArray sockets;
    for (const domain::CageRef &cage : pull.cages)
        sockets.append(names.socket({cage, -1}));
    return {{u"reading"_s, jsonWord(pull.reading)}, {u"sockets"_s, sockets}};
}

// "Which cable is this?": one plug is pulled and put back.
QCoro::Task<ExitCode> which(Context &context, QString command, std::optional<std::chrono::milliseconds> timeout)
{
    engine::ClusterSession &session = context.session();
    session.watchPulls(true);
    context.output().note("cli.which-pull"_msg);
    QJsonObject document;
    ExitCode code = ExitCode::NotKnown;
    const auto isPulled = [&session] { return session.cabling().pulled.has_value(); };
    const auto isBack = [&session] { return session.cabling().putBack.has_value(); };
    const bool somebodyPulled = co_await context.waitUntil(isPulled, timeout);
    if (somebodyPulled) {
        const Names names(session.hosts());
        const domain::Pull pulled = *session.cabling().pulled;
        context.output().say(pullMessage(pulled, names), Output::Tone::Strong);
        document.insert(u"pulled"_s, pullJson(pulled, names));
        code = pulled.reading == domain::Pull::Reading::Several ? ExitCode::NotKnown : ExitCode::Healthy;
        context.output().note("cli.which-put-back"_msg);
        const bool somebodyPutItBack = co_await context.waitUntil(isBack, timeout);
        if (somebodyPutItBack) {
            const domain::Pull back = *session.cabling().putBack;
            context.output().say(back == pulled ? base::Message("cli.which-back"_msg) : pullMessage(back, names));
            document.insert(u"putBack"_s, pullJson(back, names));
        }
    }
    session.watchPulls(false);
    QJsonObject all = body(context);
    for (auto it = document.begin(); it != document.end(); ++it)
        all.insert(it.key(), it.value());
    context.output().document(command, all, code);
    co_return code;
}

QCoro::Task<ExitCode> run(Context &context, Invocation invocation)
{
    const base::Result<std::optional<domain::Topology>> goal = topologyOf(invocation);
    const base::Result<std::optional<std::chrono::milliseconds>> timeout = invocation.timeout();
    if (!goal || !timeout)
        co_return context.fail(invocation.command, goal ? timeout.error() : goal.error());
    const base::Result<void> signedIn = co_await openAndSignIn(context);
    if (!signedIn)
        co_return context.fail(invocation.command, signedIn.error());
    const base::Result<void> mapped = co_await mapCables(context, *goal, true);
    if (!mapped)
        co_return context.fail(invocation.command, mapped.error());

    if (invocation.isSet(u"probe"_s) && !context.session().cabling().map.unknown.empty()) {
        const base::Result<void> probed = co_await context.session().probeUnknown();
        if (!probed)
            co_return context.fail(invocation.command, probed.error());
    }
    if (invocation.isSet(u"which"_s)) {
        const ExitCode told = co_await which(context, invocation.command, *timeout);
        co_return told;
    }
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
    if (!cabling.map.unknown.empty() && !cabling.status.complete && !invocation.isSet(u"probe"_s))
        context.output().say("cli.try-probe"_msg);
    if (cabling.goal && !cabling.status.complete)
        context.output().say(cabling.status.instruction, Output::Tone::Strong);
    const ExitCode code = codeFor(cabling);
    context.output().document(invocation.command, body(context), code);
    co_return code;
}

} // namespace

Command cablesCommand()
{
    return {
        {u"cables"_s, {}, Cli::tr("Show which cable joins which cages, with no address on any of them."),
            Cli::tr("What is not proven is shown as not known, never guessed. Sleeping halves can be woken with sudo."),
            {topologyOption(), {u"watch"_s, Cli::tr("Go on and show every change; end with Ctrl-C.")},
                {u"probe"_s,
                    Cli::tr("Look at unknown sockets with sudo: serial numbers, raw frames, a switch's name.")},
                {u"which"_s, Cli::tr("Which cable is this? Pull any plug: the sockets that go dark are its ends.")},
                timeoutOption(Cli::tr("With --watch or --which: stop after so many seconds."))}},
        run};
}

} // namespace sparkloom::cli
