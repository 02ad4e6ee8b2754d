// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/aliasflow.h"
#include "engine/flow/cablingflow.h"
#include "engine/flow/preflight.h"
#include "engine/flow/sessioncore.h"

#include <memory>

namespace sparkloom::engine {

// From the cable map to the plan that is shown: fresh facts, netplan texts where a receipt does not decide (root),
// trust as it stands. Nothing is changed anywhere. Coroutines keep it alive.
class PlanFlow : public QObject, public std::enable_shared_from_this<PlanFlow> {
    Q_OBJECT
public:
    PlanFlow(std::shared_ptr<SessionCore> core, std::shared_ptr<CablingFlow> cabling);

    QCoro::Task<base::Result<domain::Plan>> makePlan(PlanOptions options);
    // The plan for all others when this member leaves, made from what was set up: its cables need not be seen any more.
    // Nothing: nobody is left to form a cluster, the others go back to what they were before. Errors: NotKnown, this
    // computer knows of no set-up; Unreachable, one of the others.
    QCoro::Task<base::Result<std::optional<domain::Plan>>> planLeave(QString name, int timerSeconds);
    const std::optional<domain::SparkId> &leaving() const { return m_leaving; }
    // The same cables and the same options on the facts of now (after an apply).
    QCoro::Task<base::Result<domain::Plan>> planAgain(CancelToken token);
    // The same with another MTU.
    QCoro::Task<base::Result<domain::Plan>> planWithMtu(int mtu, CancelToken token);
    const std::optional<domain::Plan> &plan() const { return m_plan; }
    // What was found when the plan was made, or when it was last to be applied; empty where it changes nothing.
    const std::vector<domain::PreflightFinding> &findings() const { return m_findings; }
    // The same look again, as root, right before the plan is applied.
    QCoro::Task<base::Result<void>> lookBeforeApply(CancelToken token);
    const PlanOptions &options() const { return m_options; }
    // What the SSH configuration of this computer is to hold for this cluster; empty: nothing. Nothing: there is no
    // such port.
    const std::optional<std::string> &aliases() const { return m_aliases; }
    void forgetPlan();

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<base::Result<domain::CableMap>> mapAwake();
    QCoro::Task<base::Result<domain::Plan>> planNow(PlanOptions options, CancelToken token);
    QCoro::Task<base::Result<domain::PlanInput>> inputOf(
        SessionCore::Connection connection, std::string clusterId, bool readFiles, CancelToken token);
    QCoro::Task<base::Result<std::vector<domain::PlanInput>>> inputsOf(
        std::vector<SessionCore::Connection> connections, std::string clusterId, bool readFiles, CancelToken token);
    QCoro::Task<base::Result<void>> addAliases(domain::Plan *plan, CancelToken token);
    bool wantsHostsNames() const;
    bool wantsSshAliases() const;
    std::optional<domain::Topology> goalOf(
        const PlanOptions &options, const domain::CableMap &map, const std::vector<domain::SparkFacts> &facts) const;
    // The ready members that the plan is for: all but the one that leaves.
    std::vector<SessionCore::Connection> planned() const;
    base::Result<domain::AddressPlan> addressesFor(const std::vector<domain::SparkFacts> &facts) const;
    base::Result<void> checkTopology(
        const PlanOptions &options, const domain::CableMap &map, const std::vector<domain::SparkFacts> &facts) const;

    std::shared_ptr<SessionCore> m_core;
    std::shared_ptr<CablingFlow> m_cabling;
    std::optional<domain::Plan> m_plan;
    std::vector<domain::PreflightFinding> m_findings;
    Firewalls m_firewalls;
    std::vector<domain::HalfRef> m_asleep; // before they were woken: to the plan they are down
    domain::CableMap m_map;
    PlanOptions m_options;
    std::optional<domain::SparkId> m_leaving;
    std::optional<std::string> m_aliases;
};

// What other Sparks reach this one by: its name, then the addresses of its management interface.
std::vector<std::string> managementNames(const domain::SparkFacts &facts);

} // namespace sparkloom::engine
