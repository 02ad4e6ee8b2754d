// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/steps.h"

#include "engine/hosts/endpointtext.h"
#include "engine/text/text.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::cli {
using namespace base::literals;
namespace {

QString describe(const engine::HostView &host)
{
    QStringList parts;
    if (host.facts) {
        parts << word(host.facts->maker);
        if (!host.facts->versions.dgxOs.empty())
            parts << u"DGX OS "_s + QString::fromStdString(host.facts->versions.dgxOs);
    }
    return parts.join(u", "_s);
}

// Tells about each Spark once it is ready or has failed.
class HostLines : public QObject {
public:
    explicit HostLines(Context &context) : m_context(context)
    {
        connect(&context.session(), &engine::ClusterSession::hostChanged, this,
            [this](const QString &name) { look(name); });
    }
    void lookAtAll()
    {
        for (const engine::HostView &host : m_context.session().hosts())
            look(host.name);
    }

private:
    void look(const QString &name)
    {
        const std::vector<engine::HostView> hosts = m_context.session().hosts();
        const auto host =
            std::find_if(hosts.begin(), hosts.end(), [&](const engine::HostView &each) { return each.name == name; });
        if (host == hosts.end() || m_told.contains(name))
            return;
        if (host->state == engine::HostState::Ready) {
            m_context.output().note(u"%1: %2 (%3)"_s.arg(name, word(host->state), describe(*host)));
            for (const base::Message &note : host->notes)
                m_context.output().note(u"  "_s + engine::text::sentence(note), Output::Tone::Attention);
            m_told.insert(name);
        }
    }

    Context &m_context;
    std::set<QString> m_told;
};

// The refusal first: it is what must not be overlooked. Null where all are ready.
const engine::HostView *worstOf(const std::vector<engine::HostView> &hosts)
{
    const engine::HostView *worst = nullptr;
    for (const engine::HostView &host : hosts) {
        if (host.state == engine::HostState::Ready || !host.error)
            continue;
        if (!worst || (host.error->kind == base::ErrorKind::Refused && worst->error->kind != base::ErrorKind::Refused))
            worst = &host;
    }
    return worst;
}

base::Result<void> checkLibrary(Context &context)
{
    if (context.options().isVirtual())
        return {};
    const base::Result<void> checked = context.place().adapters->environment().hosts->libraryCheck();
    if (checked)
        return {};
    if (context.options().yes)
        return base::Error{base::ErrorKind::Refused, checked.error().message, checked.error().detail};
    context.output().error(checked.error());
    return {};
}

bool names(const engine::FoundHost &host, const QString &text)
{
    const auto is = [&](const QString &name) { return name.compare(text, Qt::CaseInsensitive) == 0; };
    return is(host.name) || is(host.hostName) || is(host.hostName.section(u'.', 0, 0))
        || std::any_of(host.addresses.begin(), host.addresses.end(), is);
}

} // namespace

QCoro::Task<base::Result<void>> discover(
    Context &context, std::chrono::milliseconds atMost, std::function<bool()> enough)
{
    engine::ClusterSession &session = context.session();
    session.startDiscovery();
    const auto over = [&session, enough] {
        const engine::DiscoveryHealth::State state = session.discoveryHealth().state;
        if (state == engine::DiscoveryHealth::State::Unavailable)
            return true;
        return enough ? enough() : state == engine::DiscoveryHealth::State::Settled;
    };
    const bool done = co_await context.waitUntil(over, atMost);
    static_cast<void>(done);
    const engine::DiscoveryHealth health = session.discoveryHealth();
    if (health.state == engine::DiscoveryHealth::State::Unavailable && session.found().empty())
        co_return base::Error{base::ErrorKind::NotKnown, health.problem, {}};
    co_return base::Result<void>();
}

bool areFound(Context &context, const QStringList &texts)
{
    const std::vector<engine::FoundHost> found = context.session().found();
    return std::all_of(texts.begin(), texts.end(), [&found](const QString &text) {
        const base::Result<engine::HostText> typed = engine::parseHostText(text);
        if (!typed || typed->isAddress())
            return true; // what cannot be read is told when it is added
        return std::any_of(
            found.begin(), found.end(), [&](const engine::FoundHost &host) { return names(host, typed->host); });
    });
}

base::Result<QString> addByName(Context &context, const QString &text)
{
    engine::ClusterSession &session = context.session();
    if (const engine::ClusterMember *member = session.cluster().member(text))
        return member->name;
    if (context.options().isVirtual()) {
        for (const engine::ClusterMember &member : workplace::membersFor(context.place().virtualSparks))
            if (member.name == text)
                return session.addMember(member);
        return usageError(base::Message("cli.not-virtual"_msg).with("name", text.toStdString()));
    }
    for (const engine::FoundHost &host : session.found())
        if (names(host, text))
            return session.addFound(host.key);
    return session.addHost(text);
}

QCoro::Task<base::Result<void>> signIn(Context &context, bool all, QStringList only)
{
    if (!context.hasMembers())
        co_return usageError("cli.no-members"_msg);
    const base::Result<void> library = checkLibrary(context);
    if (!library)
        co_return library;
    if (!context.options().user.isEmpty())
        for (const engine::ClusterMember &member : context.session().cluster().members)
            if (member.user.isEmpty())
                context.session().setUser(member.name, context.options().user);

    HostLines lines(context);
    const base::Result<void> result = co_await context.session().signInTo(only);
    lines.lookAtAll();
    const std::vector<engine::HostView> hosts = context.session().hosts();
    const engine::HostView *worst = worstOf(hosts);
    const bool failed = !result || (worst && (all || worst->error->kind == base::ErrorKind::Refused));
    // The one that the command fails with is told when it ends; a question without an answer explains them all.
    for (const engine::HostView &host : hosts)
        if (host.state != engine::HostState::Ready && host.error && !context.prompter().problem()
            && (!failed || &host != worst))
            context.output().error(*host.error, host.name);
    if (!failed)
        co_return base::Result<void>();
    if (!worst)
        co_return result;
    context.setSubject(worst->name);
    co_return base::Result<void>(*worst->error);
}

QCoro::Task<base::Result<void>> openAndSignIn(Context &context, bool all)
{
    const base::Result<engine::ClusterSession *> opened = co_await context.open();
    if (!opened)
        co_return opened.error();
    const base::Result<void> signedIn = co_await signIn(context, all);
    co_return base::Result<void>(signedIn);
}

} // namespace sparkloom::cli
