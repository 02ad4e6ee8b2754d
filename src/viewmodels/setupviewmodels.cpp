// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/setupviewmodels.h"

namespace sparkloom::viewmodels {

PageViewModel &SetupViewModels::page(Step step)
{
    switch (step) {
    case Step::Start: return start;
    case Step::Interrupted: return interrupted;
    case Step::Find: return find;
    case Step::SignIn: return signIn;
    case Step::Topology: return topology;
    case Step::Cable: return cable;
    case Step::Review: return review;
    case Step::Apply: return apply;
    case Step::Live: return live;
    case Step::Tests: return tests;
    case Step::Prove: break;
    }
    return prove;
}

void SetupViewModels::setHosts(const std::vector<engine::HostView> &hosts)
{
    find.setMembers(hosts);
    signIn.setHosts(hosts);
    interrupted.setHosts(hosts);
    topology.setHosts(hosts);
    cable.setHosts(hosts);
    review.setHosts(hosts);
    prove.setHosts(hosts);
}

void SetupViewModels::retranslate()
{
    for (const Step step : kAllSteps)
        page(step).retranslate();
    Q_EMIT steps.changed();
    Q_EMIT sudo.changed();
    Q_EMIT drift.changed();
    Q_EMIT adopt.changed();
    Q_EMIT leave.changed();
    Q_EMIT log.changed();
    Q_EMIT settings.changed();
    Q_EMIT about.changed();
    practice.retranslate();
}

} // namespace sparkloom::viewmodels
