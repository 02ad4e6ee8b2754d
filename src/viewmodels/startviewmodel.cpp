// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/startviewmodel.h"

#include "engine/discovery/makerbyname.h"
#include "engine/text/isolates.h"
#include "engine/text/names.h"
#include "engine/text/text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void StartViewModel::setFound(const std::vector<engine::FoundHost> &found)
{
    m_found = found;
    m_glance.clear();
    m_sparksSeen = 0;
    for (const engine::FoundHost &host : m_found) {
        if (!host.likelySpark)
            continue;
        ++m_sparksSeen;
        if (m_sparksSeen > kMostGlanced)
            continue;
        const QString address = host.addresses.isEmpty() ? host.hostName : host.addresses.first();
        const QString maker = engine::text::makerName(engine::makerByHostName(host.name));
        const QStringList parts = maker.isEmpty() ? QStringList{address} : QStringList{maker, address};
        m_glance.push_back({host.key, host.name, engine::text::joined(parts, u" · "_s), host.stale});
    }
    Q_EMIT changed();
}

void StartViewModel::setHealth(const engine::DiscoveryHealth &health)
{
    m_health = health;
    Q_EMIT changed();
}

void StartViewModel::setKnown(const std::vector<KnownCluster> &known)
{
    m_known = known;
    std::stable_sort(m_known.begin(), m_known.end(), [](const KnownCluster &a, const KnownCluster &b) {
        if (a.interrupted != b.interrupted)
            return a.interrupted;
        return a.lastUsed > b.lastUsed;
    });
    m_recent.clear();
    for (const KnownCluster &each : m_known)
        if (!each.cluster.members.empty() && m_recent.size() < kMostRecent)
            m_recent.push_back(cardOf(each));
    Q_EMIT changed();
}

RecentCard StartViewModel::cardOf(const KnownCluster &known) const
{
    RecentCard card;
    card.cluster = known.cluster.name;
    QStringList names;
    for (const engine::ClusterMember &member : known.cluster.members)
        names << member.name;
    card.title = engine::text::joined(names, u", "_s);
    QStringList words;
    if (known.cluster.goal)
        words << engine::text::topologyTitle(*known.cluster.goal);
    words << (known.cluster.applied ? tr("set up") : tr("not set up yet"));
    if (known.cluster.name != engine::Cluster().name)
        words << known.cluster.name;
    card.subtitle = engine::text::joined(words, u" · "_s);
    card.interrupted = known.interrupted;
    if (known.interrupted)
        card.corner = tr("interrupted");
    else if (known.lastUsed.isValid())
        card.corner = QLocale().toString(known.lastUsed.date(), QLocale::ShortFormat);
    return card;
}

void StartViewModel::setScenarios(const std::vector<engine::ScenarioInfo> &scenarios)
{
    m_infos = scenarios;
    rebuildScenarios();
}

void StartViewModel::rebuildScenarios()
{
    m_scenarios.clear();
    for (const engine::ScenarioInfo &info : m_infos) {
        const QString story = Words::scenarioStory(info.name);
        m_scenarios.push_back({info.name, Words::scenarioTitle(info.name, info.title),
            story.isEmpty() ? info.title : story, Words::scenarioGroup(info.name), info.sparkCount});
    }
    std::stable_sort(m_scenarios.begin(), m_scenarios.end(), [](const ScenarioCard &a, const ScenarioCard &b) {
        return Words::scenarioRank(a.name) < Words::scenarioRank(b.name);
    });
    Q_EMIT changed();
}

void StartViewModel::setAddError(const Sentence &seen)
{
    m_addError = seen;
    Q_EMIT changed();
}

void StartViewModel::setPractice(const QString &scenario, bool starting)
{
    m_practice = scenario;
    m_practiceStarting = starting;
    m_problem = {};
    Q_EMIT changed();
}

void StartViewModel::setProblem(const Sentence &problem)
{
    m_problem = problem;
    m_practiceStarting = false;
    Q_EMIT changed();
}

void StartViewModel::setReady(bool ready)
{
    m_ready = ready;
    Q_EMIT changed();
}

void StartViewModel::retranslate()
{
    setKnown(std::vector<KnownCluster>(m_known));
    rebuildScenarios();
}

bool StartViewModel::searching() const
{
    using State = engine::DiscoveryHealth::State;
    return m_health.state == State::Searching || m_health.state == State::Starting;
}

QString StartViewModel::headline() const
{
    if (m_practiceStarting)
        return tr("Starting the virtual Sparks.");
    if (!m_practice.isEmpty())
        return tr("You are practising.");
    if (m_sparksSeen > 0)
        return tr("%n Spark(s) on this network.", nullptr, m_sparksSeen);
    return m_recent.empty() ? tr("Let your Sparks work as one.") : tr("Welcome back.");
}

QString StartViewModel::detail() const
{
    return tr("Sparkloom finds them, says which plug goes where, sets them up and proves that they work together.");
}

PageAction StartViewModel::primaryAction() const
{
    if (m_practiceStarting)
        return {tr("Set up Sparks"), false, tr("The virtual Sparks are starting")};
    return {tr("Set up Sparks"), true, {}};
}

void StartViewModel::triggerPrimary()
{
    if (primaryAction().enabled)
        Q_EMIT setUpRequested();
}

QString StartViewModel::networkText() const
{
    if (!m_practice.isEmpty())
        return tr("While you practise, this network is not searched.");
    if (m_sparksSeen > kMostGlanced)
        return tr("and %n more", nullptr, m_sparksSeen - kMostGlanced);
    if (m_sparksSeen > 0)
        return {};
    if (m_health.state == engine::DiscoveryHealth::State::Unavailable)
        return engine::text::sentence(m_health.problem);
    if (searching())
        return tr("Listening for Sparks. They appear here by themselves.");
    return tr("No Spark has announced itself yet. The next page says what may be in the way.");
}

QString StartViewModel::groupName(ScenarioGroup group)
{
    switch (group) {
    case ScenarioGroup::ToSetUp: return tr("To set up");
    case ScenarioGroup::Healthy: return tr("Healthy");
    case ScenarioGroup::Sick: return tr("Sick");
    }
    return {};
}

void StartViewModel::showGroup(ScenarioGroup group)
{
    m_group = group;
    Q_EMIT changed();
}

void StartViewModel::choose(const GlanceCard &card)
{
    Q_EMIT chooseRequested(card.key);
}

void StartViewModel::add(const QString &text)
{
    if (!m_ready)
        return;
    m_addError = {};
    if (text.trimmed().isEmpty())
        setAddError([] { return tr("Type a name like spark-1a2b.local, or an address like 192.168.1.20."); });
    else
        Q_EMIT addRequested(text.trimmed());
}

void StartViewModel::open(const QString &cluster)
{
    Q_EMIT openRequested(cluster);
}

void StartViewModel::practise(const QString &scenario)
{
    if (!m_practiceStarting)
        Q_EMIT practiseRequested(scenario);
}

} // namespace sparkloom::viewmodels
