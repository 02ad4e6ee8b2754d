// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fabric/topologyoptions.h"
#include "engine/flow/views.h"
#include "engine/text/text.h"
#include "viewmodels/pageviewmodel.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// One way to join the Sparks, as its card shows it.
struct TopologyCard {
    domain::Topology topology = domain::Topology::Unknown;
    QString title;
    QString badge; // "Recommended", "Cabled already"; empty for the others
    QString facts; // memory, cables, switch, speed: one line
    QString reason;
    bool chosen = false;
    bool cabled = false;
    friend bool operator==(const TopologyCard &, const TopologyCard &) = default;
};

// What is to be bought for the chosen one.
struct ShoppingList {
    QString headline;       // "2 more cables"
    QStringList parts;      // approved part numbers
    QString forSwitch;      // what the switch must have, empty where none is needed
    QStringList splitParts; // cables that split a 400 Gb/s socket; seen working, not approved
    QString advice;
    bool empty() const { return parts.isEmpty(); }
    friend bool operator==(const ShoppingList &, const ShoppingList &) = default;
};

// What is possible with these Sparks, what it takes and what it gives. What is cabled already is offered first.
class TopologyViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setHosts(const std::vector<engine::HostView> &hosts);
    void setCabling(const engine::CablingView &cabling);
    void setProblem(const std::optional<base::Error> &error);
    // The form that the cluster is to have, once somebody decided: it is chosen until a person takes another one.
    void setGoal(std::optional<domain::Topology> goal);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override { rebuild(); }

    int sparkCount() const { return static_cast<int>(m_facts.size()); }
    std::vector<TopologyCard> cards() const;
    std::optional<domain::Topology> chosen() const;
    bool decided() const { return m_goal.has_value(); }
    // Some cables are lit, and where they lead is being found out.
    bool looking() const;
    ShoppingList shopping() const;
    QString shoppingText() const; // to be copied
    QString expectation() const;  // of the chosen one, in full
    QString source() const;       // where the figures are from
    QStringList notes() const;    // what the cables form that nobody can use, sleeping halves
    bool wakeOffered() const { return m_cabling.wakeNeeded; }
    engine::text::Explanation problem() const;
    // The look at the cables could not begin: nothing is watched.
    bool canLookAgain() const { return m_problem && !m_cabling.running; }

    // Intents.
    void choose(domain::Topology topology);
    void wake() { Q_EMIT wakeRequested(); }
    void lookAgain() { Q_EMIT lookRequested(); }

Q_SIGNALS:
    void chosenByPerson(sparkloom::domain::Topology topology);
    void decidedOn(sparkloom::domain::Topology topology);
    void wakeRequested();
    void lookRequested();

private:
    void rebuild();
    const domain::TopologyOption *option() const;
    TopologyCard cardOf(const domain::TopologyOption &option) const;

    std::vector<domain::SparkFacts> m_facts;
    engine::CablingView m_cabling;
    std::vector<domain::TopologyOption> m_options;
    std::optional<domain::Topology> m_byPerson;
    std::optional<domain::Topology> m_goal;
    std::optional<base::Error> m_problem;
};

} // namespace sparkloom::viewmodels
