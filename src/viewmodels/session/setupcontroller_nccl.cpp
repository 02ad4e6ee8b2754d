// SPDX-License-Identifier: GPL-3.0-or-later
// NCCL's library from another Spark, asked for on the Tests page.
#include "viewmodels/session/setupcontroller.h"

#include "engine/bench/benchflow.h"
#include "engine/bench/ncclcopy.h"

namespace sparkloom::viewmodels {

void SetupController::connectNcclCopy()
{
    NcclCopyModel &model = m_pages.tests.ncclCopy();
    connect(&model, &NcclCopyModel::planRequested, this, &SetupController::planNcclCopy);
    connect(&model, &NcclCopyModel::copyRequested, this, &SetupController::copyNccl);
    connect(&model, &NcclCopyModel::backRequested, this, &SetupController::takeNcclBack);
    connect(&model, &NcclCopyModel::stopRequested, this, [this] {
        if (m_session)
            m_session->cancel();
    });
}

void SetupController::lookForKeptNccl()
{
    if (!m_session || m_pages.tests.cables().empty())
        return;
    whenDone(m_session->bench().ncclCopy()->kept(), [this](const base::Result<std::vector<engine::NcclKept>> &kept) {
        if (kept)
            m_pages.tests.ncclCopy().setKept(*kept);
    });
}

void SetupController::planNcclCopy()
{
    if (!m_session)
        return;
    whenDone(m_session->bench().ncclCopy()->plan({}),
        [this](const base::Result<engine::NcclCopyPlan> &plan) { m_pages.tests.ncclCopy().setPlan(plan); });
}

void SetupController::copyNccl()
{
    NcclCopyModel &model = m_pages.tests.ncclCopy();
    if (!m_session || !model.plan())
        return;
    const QPointer<NcclCopyModel> shown(&model);
    const auto onPart = [shown](double part) {
        if (shown)
            shown->setPart(part);
    };
    whenDone(m_session->bench().ncclCopy()->apply(*model.plan(), onPart), [this](const base::Result<void> &outcome) {
        m_pages.tests.ncclCopy().finish(outcome);
        lookForKeptNccl();
    });
}

void SetupController::takeNcclBack()
{
    if (!m_session)
        return;
    whenDone(m_session->bench().ncclCopy()->undo(), [this](const base::Result<QStringList> &outcome) {
        m_pages.tests.ncclCopy().finishBack(outcome);
        lookForKeptNccl();
    });
}

} // namespace sparkloom::viewmodels
