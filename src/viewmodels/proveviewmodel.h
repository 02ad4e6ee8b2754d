// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/plan.h"
#include "engine/flow/views.h"
#include "engine/text/text.h"
#include "viewmodels/climb.h"
#include "viewmodels/fabricpicture.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/plannedcables.h"

#include <QStringList>

namespace sparkloom::viewmodels {

struct ProofLine {
    LaneProof verdict = LaneProof::NotTested;
    QString text;
    QString remedy; // what to do, empty where nothing is
};

// What was proven and what was not, half by half, and what to use it with.
class ProveViewModel : public PageViewModel {
    Q_OBJECT
public:
    using PageViewModel::PageViewModel;

    void setHosts(const std::vector<engine::HostView> &hosts);
    void setLive(const std::vector<engine::LiveHalf> &halves);
    // The cables as they are now, where they are watched: what was proven holds only for those of then.
    void setCabling(const engine::CablingView &cabling);
    void setAddresses(const std::optional<domain::AddressPlan> &addresses);
    void setReport(const std::optional<engine::VerifyReport> &report);
    void setVerifying(bool verifying);
    // The lanes that are through, while the checks run.
    void setProvenSoFar(const engine::VerifyReport &soFar);
    void setProblem(const std::optional<base::Error> &error);
    // The ladder that follows the checks: what there is of it, and what goes on; nothing: it was not climbed.
    void setMeasuring(
        const std::optional<engine::TestReport> &soFar, const std::optional<engine::TestProgress> &progress);
    void setProgress(const engine::TestProgress &progress);
    void setSoFar(const engine::TestReport &soFar);
    void setMeasured(const base::Result<engine::TestReport> &outcome);

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override;
    void triggerPrimary() override;
    void retranslate() override { rebuild(); }

    const FabricPicture &picture() const { return m_picture; }
    bool verifying() const { return m_verifying; }
    bool hasReport() const { return m_report.has_value(); }
    bool measuring() const { return m_climbing.has_value(); }
    const std::optional<engine::TestReport> &measured() const { return m_measured; } // or so far
    Climb climb() const;
    bool passed() const;                                                 // everything was tested and nothing failed
    bool isStale() const { return m_report && m_stale && !m_verifying; } // a cable that was proven is not up any more
    // Which one, when the proof was made, what to do. Empty: the proof holds as far as anybody can see.
    engine::text::Explanation staleness() const;
    std::vector<ProofLine> lines() const; // failures first, then what was proven, then what was not tested
    QString tally() const;                // "24 checks passed, 0 failed, 2 not tested"
    engine::text::Explanation problem() const;
    // Environment for jobs started on this Spark, as shell text with a reason per line; empty where it is not known.
    QString environmentText(const QString &spark) const;
    QStringList sparkNames() const;
    QString describe(const SocketKey &socket) const;
    QString describe(const PictureCable &cable) const;
    QString summary() const;

    void measure() { Q_EMIT measureRequested(); }
    void verifyAgain() { Q_EMIT verifyRequested(); }
    void undo() { Q_EMIT undoRequested(); }
    // Whether this Spark of the map belongs to what is set up; then it can be taken out of the cluster.
    bool isMember(const QString &spark) const;
    void takeOut(const QString &spark);

Q_SIGNALS:
    void verifyRequested();
    void measureRequested();
    void stopRequested();
    void undoRequested();
    void leaveRequested(const QString &spark);
    void finished(); // the person is done

private:
    void rebuild();
    // What the page shows: while the checks run, what there is of them.
    const std::optional<engine::VerifyReport> &shown() const { return m_verifying ? m_soFar : m_report; }

    std::vector<engine::HostView> m_hosts;
    std::vector<engine::LiveHalf> m_live;
    std::optional<domain::AddressPlan> m_addresses;
    std::optional<domain::AddressPlan> m_proven; // what m_report is about
    PlannedCables m_cables;                      // beside those of m_proven
    bool m_stale = false;                        // until all of them are seen in their places again
    std::optional<engine::VerifyReport> m_report;
    std::optional<engine::VerifyReport> m_soFar; // of the checks that run
    std::optional<base::Error> m_problem;
    bool m_speedFailed = false; // m_problem is of the measurement, not of the proof
    FabricPicture m_picture;
    bool m_verifying = false;
    bool m_stopping = false;
    std::optional<engine::TestReport> m_measured;
    std::optional<engine::TestProgress> m_climbing;
};

} // namespace sparkloom::viewmodels
