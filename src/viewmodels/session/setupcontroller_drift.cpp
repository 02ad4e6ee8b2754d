// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody changed since the set-up, and the three ways on. Nothing is repaired unasked.
#include "viewmodels/session/setupcontroller.h"

#include <algorithm>

namespace sparkloom::viewmodels {

void SetupController::connectDrift()
{
    connect(&m_pages.drift, &DriftViewModel::lookRequested, this, &SetupController::lookForDrift);
    connect(&m_pages.drift, &DriftViewModel::reapplyRequested, this, [this] {
        if (m_pages.steps.current() == Step::Review)
            plan();
        else
            m_pages.steps.go(Step::Review); // makes the plan, which shows what is put back
    });
    connect(&m_pages.drift, &DriftViewModel::keepRequested, this, [this] {
        if (!m_session)
            return;
        m_session->keepDrift();
        m_pages.drift.setStatus(m_session->status());
    });
    connect(&m_pages.drift, &DriftViewModel::forgetRequested, this, [this] { forget(); });
}

// Where a cluster is set up and somebody can be asked; otherwise there is nothing to compare.
void SetupController::lookForDrift()
{
    if (!m_session || m_pages.apply.running())
        return;
    const auto hosts = m_session->hosts();
    const bool anyReady = std::any_of(
        hosts.begin(), hosts.end(), [](const auto &host) { return host.state == engine::HostState::Ready; });
    if (!m_session->cluster().applied || m_session->hasOpenTransaction() || !anyReady) {
        m_pages.drift.clear();
        return;
    }
    m_pages.drift.setChecking();
    whenDone(m_session->refreshStatus(), [this](const base::Result<void> &result) {
        if (m_pages.apply.running() || !m_session->cluster().applied)
            m_pages.drift.clear();
        else if (result)
            m_pages.drift.setStatus(m_session->status());
        else
            m_pages.drift.setProblem(result.error());
    });
}

void SetupController::glance()
{
    if (m_session && !m_session->busy() && m_pages.drift.canLook())
        lookForDrift();
}

void SetupController::forget(AtWork others)
{
    if (!m_session || m_pages.apply.running())
        return;
    m_applyFailed = false;
    m_pages.apply.begin(ApplyViewModel::Task::Forget);
    pushFlow();
    m_pages.steps.go(Step::Apply);
    m_countdown.start();
    unlessAtWork({}, others, [this] {
        forgetProof();
        whenDone(m_session->forget({}), [this](const base::Result<void> &result) {
            engine::ApplyOutcome outcome;
            outcome.kind = engine::ApplyOutcome::Kind::Applied;
            finishTask(result ? base::Result<engine::ApplyOutcome>(outcome)
                              : base::Result<engine::ApplyOutcome>(result.error()));
        });
    });
}

} // namespace sparkloom::viewmodels
