// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/views.h"
#include "engine/ports/virtualsparks.h"
#include "viewmodels/pageviewmodel.h"

#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// One machine on the start page, seen on the network or typed.
struct FindCard {
    QString key;         // of the sighting; the member's name where it was typed
    QString name;
    QString subtitle;    // address and network
    bool chosen = false;
    bool likelySpark = false;
    bool virtualSpark = false;
    bool stale = false;
};

struct ScenarioCard {
    QString name; // of the scenario file
    QString title;
    QString hint;
    int sparkCount = 0;
};

// Start page: machines on the network, typed ones, virtual ones.
class FindViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setFound(const std::vector<engine::FoundHost> &found);
    void setMembers(const std::vector<engine::HostView> &members);
    void setHealth(const engine::DiscoveryHealth &health);
    void setScenarios(const std::vector<engine::ScenarioInfo> &scenarios);
    void setAddError(const QString &seen);
    void setPractice(const QString &scenario, bool starting);
    void setPracticeProblem(const QString &text);
    void setOpenTransaction(bool open);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;

    const std::vector<FindCard> &sparks() const { return m_sparks; } // members and likely Sparks
    const std::vector<FindCard> &others() const { return m_others; } // other machines with SSH
    const std::vector<ScenarioCard> &scenarios() const { return m_scenarios; }
    bool searching() const { return m_health.state == engine::DiscoveryHealth::State::Searching || m_health.state == engine::DiscoveryHealth::State::Starting; }
    QString emptyText() const; // why nobody may be here and what to do
    QString addError() const { return m_addError; }
    QString practiceProblem() const { return m_practiceProblem; }
    QString practice() const { return m_practice; }
    bool practiceStarting() const { return m_practiceStarting; }
    bool hasOpenTransaction() const { return m_openTransaction; }
    int memberCount() const { return static_cast<int>(m_members.size()); }

    // Intents of the page.
    void toggle(const FindCard &card);
    void add(const QString &text);
    void practise(const QString &scenario);
    void finishOpen() { Q_EMIT finishOpenRequested(); }
    void revertOpen() { Q_EMIT revertOpenRequested(); }

Q_SIGNALS:
    void chooseRequested(const QString &foundKey);
    void removeRequested(const QString &name);
    void addRequested(const QString &text);
    void practiseRequested(const QString &scenario);
    void finishOpenRequested();
    void revertOpenRequested();

private:
    void rebuild();

    std::vector<engine::FoundHost> m_found;
    std::vector<engine::HostView> m_members;
    engine::DiscoveryHealth m_health;
    std::vector<FindCard> m_sparks;
    std::vector<FindCard> m_others;
    std::vector<ScenarioCard> m_scenarios;
    QString m_addError;
    QString m_practice;
    QString m_practiceProblem;
    bool m_practiceStarting = false;
    bool m_openTransaction = false;
};

} // namespace sparkloom::viewmodels
