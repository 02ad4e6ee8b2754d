// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/story/story.h"

#include "sim/errors.h"
#include "sim/faults/faults.h"
#include "sim/world/flows.h"

namespace sparkloom::sim {

Story::Story(World &world, std::function<void(base::Result<void>)> ready) : m_world(world), m_ready(std::move(ready)) {}

Story::~Story()
{
    m_world.flows().onTraffic({});
    for (const agent::Loop::TimerId timer : m_timers)
        m_world.loop().cancel(timer);
}

void Story::start()
{
    const auto mtu = m_world.scenario().setUpMtu;
    if (!mtu)
        return begin();
    m_setUp = std::make_unique<SetUp>(m_world, *mtu, [this](const base::Result<void> &done) {
        if (done)
            begin();
        else
            m_ready(done);
    });
    m_setUp->start();
}

void Story::begin()
{
    const Scenario &scenario = m_world.scenario();
    for (const FaultSpec &fault : scenario.faults)
        if (const auto put = m_world.faults().put(fault); !put) {
            m_ready(simError(base::ErrorKind::Usage,
                std::string(kindOf(fault.fault).id) + " at " + toText(scenario.hosts, fault.place) + ": "
                    + put.error().detail));
            return;
        }
    arm(TimelineStep::Since::Start);
    m_world.flows().onTraffic([this] { arm(TimelineStep::Since::Traffic); });
    m_ready({});
}

// A step that cannot be done any more (somebody has pulled the cable already) is left out.
void Story::arm(TimelineStep::Since since)
{
    for (const TimelineStep &step : m_world.scenario().timeline)
        if (step.since == since)
            m_timers.push_back(m_world.loop().after(
                m_world.scaled(step.at), [this, action = step.action] { (void)perform(m_world, action); }));
}

} // namespace sparkloom::sim
