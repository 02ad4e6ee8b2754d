// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of counters: they run while a page shows them, and end with the session.
#include "engine/bench/benchflow.h"
#include "engine/flow/liveflow.h"
#include "viewmodels/session/setupcontroller.h"

namespace sparkloom::viewmodels {

namespace {

LiveFeed feedOf(engine::LiveFlow &live)
{
    // The session clears the feed before it goes.
    return {[&live] { return live.view(); }, [&live] { return live.cables(); },
        [&live](const domain::HalfRef &half) { return live.lane(half); },
        [&live](const domain::CageRef &cage) { return live.cage(cage); }, &engine::LiveFlow::clock};
}

} // namespace

void SetupController::connectLive()
{
    LiveViewModel &page = m_pages.live;
    connect(&page, &LiveViewModel::startRequested, this, &SetupController::watch);
    connect(&page, &LiveViewModel::signInRequested, this, [this] { m_pages.steps.go(Step::SignIn); });
    connect(&page, &LiveViewModel::clearRequested, this, [this] {
        if (m_session)
            m_session->live().clearTotals();
    });
}

void SetupController::connectLiveSession()
{
    engine::LiveFlow &live = m_session->live();
    m_pages.live.setFeed(feedOf(live));
    connect(&live, &engine::LiveFlow::changed, this, [this] { m_pages.live.lookAround(); });
    connect(&m_session->bench(), &engine::BenchFlow::progressChanged, this,
        [this, testing = std::make_shared<bool>(m_session->bench().progress().has_value())] {
            const bool now = m_session && m_session->bench().progress().has_value();
            if (now == *testing)
                return;
            *testing = now;
            m_pages.live.addEvent(now ? LiveEvent::Kind::TestBegun : LiveEvent::Kind::TestEnded,
                [now] { return now ? tr("A test began") : tr("The test ended"); });
        });
}

void SetupController::disconnectLive()
{
    m_session->live().disconnect(this);
    m_session->bench().disconnect(this);
}

// Links are watched with the counters, so that a pulled plug is seen at once. Both need no set-up and no root.
void SetupController::watchOrNot(Step step)
{
    if (!isTool(step))
        m_session->live().stop();
    else if (step == Step::Live)
        watch();
}

void SetupController::watch()
{
    if (!m_session)
        return;
    if (!m_session->cabling().running)
        startCabling();
    const base::Result<void> started = m_session->live().start();
    m_pages.live.setProblem(started ? std::nullopt : std::optional(started.error()));
    m_pages.live.lookAround();
}

} // namespace sparkloom::viewmodels
