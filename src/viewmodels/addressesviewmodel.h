// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/chosenaddresses.h"
#include "engine/flow/views.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// One half in the table of addresses.
struct AddressRow {
    domain::HalfRef half;
    QString lane;      // "Cable 1, lane A"
    QString spark;     // name
    QString interface; // of this half
    QString planned;   // its address in the plan
    QString text;      // as typed, else as planned
    QString problem;   // said beside the field; empty: none
    bool chosen = false;
};

// Which addresses the halves get, and what else a person may wish for the plan. What is typed is judged at once by the
// domain's own rules; once nothing speaks against it, a new plan is asked for. Main thread.
class AddressesViewModel : public QObject {
    Q_OBJECT
public:
    static constexpr int kPauseMs = 600; // after the last key, before a new plan is asked for

    explicit AddressesViewModel(QObject *parent = nullptr);

    // Forgets what was typed, and takes over what the cluster remembers.
    void begin(const std::optional<domain::Ipv4Prefix> &pool, bool hostsNames, bool sshAliases);
    void setHosts(const std::vector<engine::HostView> &hosts);
    void setAvoid(const std::vector<domain::Ipv4Prefix> &routesHere);
    void setPlan(const std::optional<domain::AddressPlan> &plan);
    // What is asked for now is what the last plan was asked for.
    void planAsked();

    bool hasPlan() const { return m_plan.has_value(); }
    std::vector<AddressRow> rows() const;
    QString poolText() const; // empty: Sparkloom chooses
    QString poolHint() const; // what it chose
    QString poolProblem() const;
    bool hostsNames() const { return m_wished.hostsNames; }
    bool sshAliases() const { return m_wished.sshAliases; }
    // Something was typed that is not as suggested: it can be taken back.
    bool anyChosen() const { return !m_typed.empty() || !m_poolTyped.isEmpty(); }
    bool sound() const;                                  // nothing speaks against what is typed
    bool pending() const { return m_wished != m_asked; } // the last plan was asked for something else

    // What a plan is to be asked for.
    const std::optional<domain::Ipv4Prefix> &pool() const { return m_wished.pool; }
    const std::vector<domain::ChosenAddress> &chosen() const { return m_wished.chosen; }

    // Intents.
    void editPool(const QString &text);
    void editAddress(const domain::HalfRef &half, const QString &text);
    void commit(); // asks for the plan now instead of after the pause
    void backToSuggested();
    void wishHostsNames(bool wished);
    void wishSshAliases(bool wished);

Q_SIGNALS:
    void changed();
    void planRequested();

private:
    struct Wishes {
        std::optional<domain::Ipv4Prefix> pool;
        std::vector<domain::ChosenAddress> chosen;
        bool hostsNames = false;
        bool sshAliases = false;
        friend bool operator==(const Wishes &, const Wishes &) = default;
    };
    struct Typed {
        domain::HalfRef half;
        QString text;
    };
    void edited();
    domain::ChosenBounds bounds() const;
    std::vector<domain::ChosenAddress> readTyped() const;
    QString problemOf(const Typed &typed, const std::vector<domain::ChosenProblem> &problems) const;
    std::vector<domain::ChosenProblem> problems() const;
    bool hasRow(const domain::HalfRef &half) const;

    std::vector<domain::SparkFacts> m_facts;
    std::vector<domain::Ipv4Prefix> m_avoid;
    std::optional<domain::AddressPlan> m_plan;
    std::vector<Typed> m_typed;
    QString m_poolTyped;
    Wishes m_wished;
    Wishes m_asked;
    QTimer m_pause;
};

} // namespace sparkloom::viewmodels
