// SPDX-License-Identifier: GPL-3.0-or-later
// What a person lets go wrong with virtual Sparks, through the same doors as the command line.
#include "viewmodels/session/setupcontroller.h"

#include "engine/ports/practicecontrol.h"
#include "engine/text/text.h"

namespace sparkloom::viewmodels {

namespace {

constexpr int kLookMs = 2000; // stories, the shell and the control socket change something, too

} // namespace

void SetupController::connectFaults()
{
    m_faultsNews.setInterval(kLookMs);
    connect(&m_faultsNews, &QTimer::timeout, this, &SetupController::lookForFaults);
    connect(&m_pages.side, &SidePagesViewModel::changed, this, [this] {
        if (m_pages.side.current() != SidePage::Faults) {
            m_faultsNews.stop();
            return;
        }
        m_pages.practice.setProblem({});
        lookForFaults();
        m_faultsNews.start();
    });
    connect(&m_pages.practice, &PracticeViewModel::faultRequested, this,
        [this](const QString &fault, const QString &place, bool on) {
            m_pages.practice.setProblem({});
            if (m_virtual)
                m_virtual->setFault(fault, place, on).then(this, [this](const base::Result<void> &result) {
                    faultDone(result);
                });
        });
    connect(&m_pages.practice, &PracticeViewModel::slowRequested, this,
        [this](const engine::VirtualSocket &socket, double gbps) {
            m_pages.practice.setProblem({});
            if (m_virtual)
                m_virtual->slow(socket, gbps).then(this, [this](const base::Result<void> &result) {
                    faultDone(result);
                });
        });
}

void SetupController::beginPractice()
{
    QStringList names;
    for (const engine::VirtualSpark &spark : m_brought)
        names << spark.name;
    m_pages.practice.begin(m_virtual ? names : QStringList());
    m_pages.side.setPractising(m_pages.practice.practising());
}

void SetupController::lookForFaults()
{
    auto *control = dynamic_cast<engine::PracticeControl *>(m_virtual.data());
    if (!control)
        return;
    control->practiceState().then(this, [this, asked = m_virtual](const base::Result<engine::PracticeState> &state) {
        if (state && asked && asked == m_virtual)
            m_pages.practice.setState(*state);
    });
}

void SetupController::faultDone(const base::Result<void> &result)
{
    if (!result)
        m_pages.practice.setProblem([error = result.error()] { return engine::text::explain(error).seen; });
    lookForFaults();
}

} // namespace sparkloom::viewmodels
