// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/clustersession.h"
#include "engine/text/text.h"
#include "viewmodels/addressesviewmodel.h"
#include "viewmodels/leaver.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/planmodel.h"
#include "viewmodels/plannedcables.h"

#include <QStringList>

namespace sparkloom::viewmodels {

// The plan, shown before anything happens.
class ReviewViewModel : public PageViewModel {
    Q_OBJECT
public:
    explicit ReviewViewModel(QObject *parent = nullptr);

    void setHosts(const std::vector<engine::HostView> &hosts);
    void setPlan(const std::optional<domain::Plan> &plan);
    // The cables as they are now, where they are watched: the plan is good only for those that it was made for.
    void setCabling(const engine::CablingView &cabling);
    void setPlanning(bool planning);
    void setProblem(const std::optional<base::Error> &error);
    // The plan is for the others of a Spark that leaves; nothing: for all.
    void setLeaver(const std::optional<Leaver> &leaver);
    const std::optional<Leaver> &leaver() const { return m_leaver; }

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override;

    // Which addresses the plan gives, and how a person changes that.
    AddressesViewModel &addresses() { return m_addresses; }
    const AddressesViewModel &addresses() const { return m_addresses; }
    // Which of its two views is shown: the changes, or addresses and names.
    bool addressesShown() const { return m_addressesShown && addressesOffered(); }
    bool addressesOffered() const { return !m_leaver; } // who leaves changes nobody's addresses
    void showAddresses(bool shown);
    PlanModel *model() const { return m_model; }
    bool planning() const { return m_planning; }
    bool hasPlan() const { return m_plan.has_value(); }
    const domain::Plan *plan() const { return m_plan ? &*m_plan : nullptr; }
    QStringList warnings() const; // of the plan, and findings that stop nothing

    // What a person has to agree to before the plan can be applied.
    struct Question {
        domain::PreflightFinding::Consent consent = domain::PreflightFinding::Consent::None;
        QString text;                  // what the person says by ticking it
        QStringList seen;              // every finding that asks for it
        engine::text::Explanation why; // of the first of them
        bool agreed = false;
    };
    std::vector<Question> questions() const;
    void setFindings(const std::vector<domain::PreflightFinding> &findings);
    void agree(domain::PreflightFinding::Consent consent, bool agreed);
    const engine::Consents &consents() const { return m_agreed; }

    engine::text::Explanation problem() const;
    // A planned cable was pulled or moved since: which one, what that means, what to do. Empty: none was.
    engine::text::Explanation staleness() const;
    QString factsLine() const; // "MTU 9000 · two subnets · timer 90 s"

    // The plan to keep, as the command line prints it; the environment for jobs as `sparkloomctl env` does.
    enum class Export { Text, Json, Environment };
    QString exported(Export form) const; // empty without a plan
    static QString fileNameFor(Export form);

    void replan() { Q_EMIT planRequested(); }

Q_SIGNALS:
    void planRequested();
    void applyRequested();

private:
    bool isStale() const { return m_plan && m_stale && !m_leaver; }
    void compareCables();
    PageAction leaverAction() const;
    QString leaverHeadline() const;
    QString missingConsent() const;

    PlanModel *m_model;
    AddressesViewModel m_addresses;
    std::vector<engine::HostView> m_hosts;
    std::optional<domain::Plan> m_plan;
    std::optional<base::Error> m_problem;
    std::vector<domain::PreflightFinding> m_findings;
    engine::Consents m_agreed;
    std::optional<Leaver> m_leaver;
    engine::CablingView m_cabling;
    PlannedCables m_cables; // beside those of the plan
    bool m_stale = false;   // until all planned cables are seen in their places again
    bool m_planning = false;
    bool m_addressesShown = false;
};

} // namespace sparkloom::viewmodels
