// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/findviewmodel.h"

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

} // namespace

void FindViewModel::setFound(const std::vector<engine::FoundHost> &found)
{
    m_found = found;
    rebuild();
}

void FindViewModel::setMembers(const std::vector<engine::HostView> &members)
{
    m_members = members;
    rebuild();
}

void FindViewModel::setHealth(const engine::DiscoveryHealth &health)
{
    m_health = health;
    Q_EMIT changed();
}

void FindViewModel::setScenarios(const std::vector<engine::ScenarioInfo> &scenarios)
{
    m_scenarios.clear();
    for (const engine::ScenarioInfo &info : scenarios)
        m_scenarios.push_back({info.name, Words::scenarioTitle(info.name, info.title), Words::scenarioHint(info.name), info.sparkCount});
    std::stable_sort(m_scenarios.begin(), m_scenarios.end(), [](const ScenarioCard &a, const ScenarioCard &b) {
        return Words::scenarioRank(a.name) < Words::scenarioRank(b.name);
    });
    Q_EMIT changed();
}

void FindViewModel::setAddError(const QString &seen)
{
    m_addError = seen;
    Q_EMIT changed();
}

void FindViewModel::setPractice(const QString &scenario, bool starting)
{
    m_practice = scenario;
    m_practiceStarting = starting;
    m_practiceProblem.clear();
    Q_EMIT changed();
}

void FindViewModel::setPracticeProblem(const QString &text)
{
    m_practiceProblem = text;
    m_practiceStarting = false;
    Q_EMIT changed();
}

void FindViewModel::setOpenTransaction(bool open)
{
    if (m_openTransaction == open)
        return;
    m_openTransaction = open;
    Q_EMIT changed();
}

void FindViewModel::rebuild()
{
    m_sparks.clear();
    m_others.clear();
    std::vector<const engine::HostView *> shown;
    for (const engine::FoundHost &found : m_found) {
        const engine::HostView *member = memberOf(found, m_members);
        FindCard card{found.key, found.name, {}, found.chosen || member, found.likelySpark, found.virtualSpark, found.stale};
        const QString address = found.addresses.isEmpty() ? found.hostName : found.addresses.first();
        //: address of a machine and the network interface of this computer it was seen on
        card.subtitle = found.networks.isEmpty() ? address : tr("%1 · on %2").arg(address, found.networks.join(u", "_s));
        if (member) {
            shown.push_back(member);
            card.name = member->name;
        }
        (card.likelySpark || card.chosen ? m_sparks : m_others).push_back(card);
    }
    for (const engine::HostView &member : m_members)
        if (std::find(shown.begin(), shown.end(), &member) == shown.end())
            m_sparks.push_back({member.name, member.name, hostAndPort(member.endpoint), true, true, member.virtualSpark, false});
    Q_EMIT changed();
}

QString FindViewModel::headline() const
{
    if (m_openTransaction)
        return tr("A set-up was interrupted.");
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
    if (m_openTransaction)
        return tr("Sparkloom ended while network settings were being changed. Finish what was begun, or take it back.");
    if (!m_practice.isEmpty() && !m_practiceStarting)
        return tr("These are virtual Sparks on this computer. Nothing real is touched.");
    if (memberCount() >= kFewestSparks)
        return tr("Next you sign in. Nothing has been connected to yet.");
    return tr("Choose the machines that are to work as one. Looking connects to nothing.");
}

QString FindViewModel::emptyText() const
{
    if (m_health.state == engine::DiscoveryHealth::State::Unavailable) {
        const QString problem = engine::text::sentence(m_health.problem);
        return tr("%1\nTyping a name or an address below always works.").arg(problem);
    }
    return tr("No machine has announced itself so far. New Sparks do so a minute after they are switched on.\n"
              "Nothing appears? Guest Wi-Fi keeps machines apart, and another subnet is out of earshot: "
              "type the name or the address below.");
}

PageAction FindViewModel::primaryAction() const
{
    PageAction action{tr("Continue"), false, {}};
    if (m_openTransaction)
        action.reason = tr("Finish or take back the interrupted set-up first");
    else if (m_practiceStarting)
        action.reason = tr("The virtual Sparks are starting");
    else if (memberCount() < kFewestSparks)
        action.reason = memberCount() == 1 ? tr("A cluster needs two Sparks or more: choose one more") : tr("Choose two Sparks or more");
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
    m_addError.clear();
    if (text.trimmed().isEmpty())
        setAddError(tr("Type a name like spark-1a2b.local, or an address like 192.168.1.20."));
    else
        Q_EMIT addRequested(text.trimmed());
}

void FindViewModel::practise(const QString &scenario)
{
    Q_EMIT practiseRequested(scenario);
}

} // namespace sparkloom::viewmodels
