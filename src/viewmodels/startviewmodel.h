// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cluster.h"
#include "engine/flow/views.h"
#include "engine/ports/virtualsparks.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/sentence.h"
#include "viewmodels/words.h"

#include <QDateTime>
#include <QStringList>

#include <array>
#include <vector>

namespace sparkloom::viewmodels {

// A cluster that this computer remembers.
struct KnownCluster {
    engine::Cluster cluster;
    QDateTime lastUsed;       // when it was stored last; may be invalid
    bool interrupted = false; // a change of it waits for a person
};

struct RecentCard {
    QString cluster;  // its name in the store
    QString title;    // its Sparks
    QString subtitle; // form, set up or not
    QString corner;   // "interrupted", the date
    bool interrupted = false;
};

// A Spark on this network, at a glance.
struct GlanceCard {
    QString key; // of the sighting
    QString name;
    QString subtitle;
    bool stale = false;
};

inline constexpr std::array kScenarioGroups = {ScenarioGroup::ToSetUp, ScenarioGroup::Healthy, ScenarioGroup::Sick};

struct ScenarioCard {
    QString name; // of the scenario file
    QString title;
    QString story;
    ScenarioGroup group = ScenarioGroup::ToSetUp;
    int sparkCount = 0;
};

// The first page: what is on this network, what was done before, what can be practised.
class StartViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;
    static constexpr int kMostGlanced = 3;
    static constexpr int kMostRecent = 12;

    void setFound(const std::vector<engine::FoundHost> &found);
    void setHealth(const engine::DiscoveryHealth &health);
    void setKnown(const std::vector<KnownCluster> &known);
    void setScenarios(const std::vector<engine::ScenarioInfo> &scenarios);
    void setAddError(const Sentence &seen);
    void setPractice(const QString &scenario, bool starting);
    void setProblem(const Sentence &problem);
    void setReady(bool ready); // there is a cluster that a Spark can be added to
    void retranslate() override;

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;

    const std::vector<GlanceCard> &glance() const { return m_glance; } // at most kMostGlanced
    int sparksSeen() const { return m_sparksSeen; }
    QString networkText() const; // below the cards: how many more, or why there are none
    const std::vector<RecentCard> &recent() const { return m_recent; }
    const std::vector<ScenarioCard> &scenarios() const { return m_scenarios; }
    ScenarioGroup group() const { return m_group; }
    static QString groupName(ScenarioGroup group);
    QString practice() const { return m_practice; }
    bool practiceStarting() const { return m_practiceStarting; }
    bool ready() const { return m_ready; }
    QString addError() const { return said(m_addError); }
    QString problem() const { return said(m_problem); }

    // Intents.
    void showGroup(ScenarioGroup group);
    void choose(const GlanceCard &card);
    void add(const QString &text);
    void open(const QString &cluster);
    void practise(const QString &scenario);
    void endPractice() { Q_EMIT endPracticeRequested(); }

Q_SIGNALS:
    void setUpRequested(); // a new cluster, from the Sparks on this network
    void chooseRequested(const QString &foundKey);
    void addRequested(const QString &text);
    void openRequested(const QString &cluster);
    void practiseRequested(const QString &scenario);
    void endPracticeRequested();

private:
    bool searching() const;
    RecentCard cardOf(const KnownCluster &known) const;
    void rebuildScenarios();

    std::vector<engine::FoundHost> m_found;
    engine::DiscoveryHealth m_health;
    std::vector<KnownCluster> m_known;
    std::vector<engine::ScenarioInfo> m_infos;
    std::vector<GlanceCard> m_glance;
    std::vector<RecentCard> m_recent;
    std::vector<ScenarioCard> m_scenarios;
    ScenarioGroup m_group = ScenarioGroup::ToSetUp;
    int m_sparksSeen = 0;
    Sentence m_addError;
    QString m_practice;
    Sentence m_problem;
    bool m_practiceStarting = false;
    bool m_ready = false;
};

} // namespace sparkloom::viewmodels
