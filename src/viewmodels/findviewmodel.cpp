// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/findviewmodel.h"

#include "engine/discovery/makerbyname.h"
#include "engine/text/isolates.h"
#include "engine/text/names.h"
#include "engine/text/text.h"
#include "viewmodels/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

namespace {

constexpr int kFewestSparks = 2;

// The member that a sighting stands for, by name or any address.
const engine::HostView *memberOf(const engine::FoundHost &found, const std::vector<engine::HostView> &members)
{
    for (const engine::HostView &member : members) {
        const QString &host = member.endpoint.host;
        if (member.name == found.name || host == found.hostName || host == found.name || found.addresses.contains(host))
            return &member;
        for (const QString &address : member.endpoint.addresses)
            if (found.addresses.contains(address))
                return &member;
    }
    return nullptr;
}

QString hostAndPort(const engine::Endpoint &endpoint)
{
    return endpoint.port == 22 ? endpoint.host : u"%1:%2"_s.arg(endpoint.host).arg(endpoint.port);
}

// Known after a sign-in, else guessed from the name that it is delivered with.
QString makerOf(const engine::HostView *member, const QString &name)
{
    if (member && member->facts)
        return Words::maker(member->facts->maker, QString::fromStdString(member->facts->product));
    const QString guess = engine::text::makerName(engine::makerByHostName(name));
    //: maker of a Spark, guessed from its host name
    return guess.isEmpty() ? QString() : FindViewModel::tr("probably %1").arg(guess);
}

} // namespace

void FindViewModel::setFound(const std::vector<engine::FoundHost> &found)
{
    m_found = found;
    rebuild();
}

void FindViewModel::setMembers(const std::vector<engine::HostView> &members)
{
    m_members = members;
    if (std::any_of(members.begin(), members.end(), [this](const auto &member) { return member.name == m_leftAlone; }))
        m_leftAlone.clear();
    rebuild();
}

void FindViewModel::setHealth(const engine::DiscoveryHealth &health)
{
    m_health = health;
    Q_EMIT changed();
}

void FindViewModel::setAddError(const Sentence &seen)
{
    m_addError = seen;
    Q_EMIT changed();
}

void FindViewModel::setLeftAlone(const QString &name)
{
    m_leftAlone = name;
    Q_EMIT changed();
}

engine::text::Explanation FindViewModel::leftAlone() const
{
    if (m_leftAlone.isEmpty())
        return {};
    return {tr("%1 was only taken off this list: it stays set up.").arg(m_leftAlone),
        tr("It keeps its addresses, and it and the others may still log in to each other."),
        tr("To take it out of the cluster, choose it again, and then say so when it is taken off the list.")};
}

void FindViewModel::setPractice(bool practice)
{
    m_practice = practice;
    Q_EMIT changed();
}

void FindViewModel::setInterrupted(bool interrupted)
{
    if (m_interrupted == interrupted)
        return;
    m_interrupted = interrupted;
    Q_EMIT changed();
}

bool FindViewModel::searching() const
{
    using State = engine::DiscoveryHealth::State;
    return !m_practice && (m_health.state == State::Searching || m_health.state == State::Starting);
}

void FindViewModel::rebuild()
{
    m_sparks.clear();
    m_others.clear();
    std::vector<const engine::HostView *> shown;
    for (const engine::FoundHost &found : m_found) {
        const engine::HostView *member = memberOf(found, m_members);
        FindCard card{
            found.key, found.name, {}, found.chosen || member, found.likelySpark, found.virtualSpark, found.stale};
        QStringList parts;
        if (const QString maker = makerOf(member, found.name); !maker.isEmpty())
            parts << maker;
        parts << (found.addresses.isEmpty() ? found.hostName : found.addresses.join(u", "_s));
        if (!found.networks.isEmpty()) //: network interface of this computer that a machine was seen on
            parts << tr("on %1").arg(found.networks.join(u", "_s));
        card.subtitle = engine::text::joined(parts, u" · "_s);
        if (member) {
            shown.push_back(member);
            card.name = member->name;
        }
        (card.likelySpark || card.chosen ? m_sparks : m_others).push_back(card);
    }
    for (const engine::HostView &member : m_members) {
        if (std::find(shown.begin(), shown.end(), &member) != shown.end())
            continue;
        QStringList parts;
        if (const QString maker = makerOf(&member, member.name); !maker.isEmpty())
            parts << maker;
        parts << hostAndPort(member.endpoint);
        const QString subtitle = engine::text::joined(parts, u" · "_s);
        m_sparks.push_back({member.name, member.name, subtitle, true, true, member.virtualSpark, false});
    }
    Q_EMIT changed();
}

QString FindViewModel::headline() const
{
    if (m_interrupted)
        return tr("A change was interrupted.");
    const int count = memberCount();
    if (count >= kFewestSparks)
        return tr("%n Spark(s) chosen.", nullptr, count);
    if (count == 1)
        return tr("Choose one more Spark.");
    if (m_sparks.empty())
        return searching() ? tr("Looking for Sparks on this network.") : tr("No Spark was found yet.");
    return tr("Which Sparks belong together?");
}

QString FindViewModel::detail() const
{
    if (m_interrupted)
        return tr("It has to be finished or taken back before anything else is changed.");
    if (m_practice)
        return tr("These are virtual Sparks on this computer. Nothing real is touched.");
    const auto isIdle = [](const engine::HostView &host) { return host.state == engine::HostState::Idle; };
    const auto isReady = [](const engine::HostView &host) { return host.state == engine::HostState::Ready; };
    if (memberCount() >= kFewestSparks) {
        if (std::all_of(m_members.begin(), m_members.end(), isIdle))
            return tr("Next you sign in. Nothing has been connected to yet.");
        return std::all_of(m_members.begin(), m_members.end(), isReady) ? tr("You are signed in to all of them.")
                                                                        : tr("Next you sign in to those that wait.");
    }
    return tr("Choose the machines that are to work as one. Looking connects to nothing.");
}

QString FindViewModel::emptyText() const
{
    if (m_practice)
        return tr("The virtual Sparks have ended. Start a scenario on the first page.");
    if (m_health.state == engine::DiscoveryHealth::State::Unavailable)
        return tr("This computer cannot listen for Sparks. Typing a name or an address always works.");
    if (searching())
        return tr("Sparks appear here as they announce themselves. Nothing is connected to.");
    return tr("No Spark has announced itself. Something may be in the way, or it does not announce itself at all.");
}

std::vector<Hindrance> FindViewModel::hindrances() const
{
    std::vector<Hindrance> all;
    if (m_practice)
        return all;
    if (m_health.state == engine::DiscoveryHealth::State::Unavailable) {
        const engine::text::Explanation why = engine::text::explain(base::failed(m_health.problem));
        all.push_back({tr("This computer does not listen"),
            QStringList{why.seen, why.meaning, why.remedy}.join(u' ').simplified(), true});
    }
    all.push_back(
        {tr("Just switched on"), tr("A Spark announces itself about a minute after it was switched on."), false});
    all.push_back({tr("Wi-Fi that keeps machines apart"),
        tr("Guest networks and some routers do. Use the main Wi-Fi, or a network cable for this computer."), false});
    all.push_back({tr("Another subnet"),
        tr("Announcements stop at a router. Type the address that the router gave the Spark."), false});
    return all;
}

PageAction FindViewModel::primaryAction() const
{
    PageAction action{tr("Continue"), false, {}};
    if (m_interrupted)
        action.reason = tr("Finish or take back what was interrupted first");
    else if (memberCount() < kFewestSparks)
        action.reason = memberCount() == 1 ? tr("A cluster needs two Sparks or more: choose one more")
                                           : tr("Choose two Sparks or more");
    else
        action.enabled = true;
    return action;
}

void FindViewModel::triggerPrimary()
{
    if (primaryAction().enabled)
        Q_EMIT continueRequested();
}

void FindViewModel::toggle(const FindCard &card)
{
    if (card.chosen)
        Q_EMIT removeRequested(card.name);
    else
        Q_EMIT chooseRequested(card.key);
}

void FindViewModel::add(const QString &text)
{
    m_addError = {};
    if (text.trimmed().isEmpty())
        setAddError([] { return tr("Type a name like spark-1a2b.local, or an address like 192.168.1.20."); });
    else
        Q_EMIT addRequested(text.trimmed());
}

} // namespace sparkloom::viewmodels
