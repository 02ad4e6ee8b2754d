// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan/addressplan.h"
#include "domain/plan/plan.h"
#include "engine/flow/views.h"
#include "engine/hosts/agentclient.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace sparkloom::engine {

// One Spark as the proofs see it.
struct VerifyTarget {
    QString name;
    domain::SparkFacts facts; // of now
    std::shared_ptr<AgentClient> agent;
    // Management as it was before anything was changed; empty: not known.
    QString managementBefore;
    std::vector<std::string> managementNames; // by which others reach it, best first
};

// Proves a fabric with the agents of its Sparks: per half and direction, nothing is inferred. Sparks work side by side,
// each one step after the other. Values in, values out; main thread.
class Verifier {
public:
    Verifier(std::vector<VerifyTarget> targets, domain::AddressPlan plan);

    // Address and MTU of every half, IPv6 off, management as before: from the facts.
    std::vector<Check> checkFacts() const;
    // Gets the checks of one lane, when all of its ends were tried in all directions.
    using LaneDone = std::function<void(const std::vector<Check> &)>;
    // Ping per half, both directions, do-not-fragment sizes up to the MTU; the neighbour must be the intended half.
    QCoro::Task<std::vector<Check>> checkLanes(CancelToken token, LaneDone laneDone = {}) const;
    // ssh without a prompt from each Spark to each other, over its management name and each lane that both share.
    QCoro::Task<std::vector<Check>> checkSsh(CancelToken token) const;

private:
    struct Flight {
        const domain::Lane *lane = nullptr;
        domain::LaneEnd from;
        domain::LaneEnd to;
    };
    // Of each lane: the flights that are still to come, and the checks of those that were.
    struct LanesUnderWay {
        struct One {
            int left = 0;
            std::vector<Check> checks;
        };
        std::map<const domain::Lane *, One> lanes;
        LaneDone done;
        void landed(const domain::Lane *lane, const std::vector<Check> &checks);
    };
    QCoro::Task<std::vector<Check>> flightsOf(VerifyTarget target, std::vector<Flight> flights,
        std::shared_ptr<LanesUnderWay> underWay, CancelToken token) const;
    QCoro::Task<std::vector<Check>> sshOf(VerifyTarget target, CancelToken token) const;
    std::vector<Check> judge(
        const VerifyTarget &target, const Flight &flight, const base::Result<protocol::PingAnswer> &answer) const;
    const VerifyTarget *target(const domain::SparkId &id) const;
    std::string nameOf(const domain::SparkId &id) const;
    const domain::LaneEnd *darkEnd(
        const domain::Lane &lane, const domain::SparkId &near, const domain::SparkId &far) const;

    std::vector<VerifyTarget> m_targets;
    domain::AddressPlan m_plan;
};

// The report of these checks, with what was proven and what was not in sentences.
VerifyReport makeReport(std::vector<Check> checks, const domain::AddressPlan &plan);

// The first check that failed as an error; nothing when none did. onlyPassed: what was not tested counts as failed too.
std::optional<base::Error> firstFailure(const std::vector<Check> &checks, bool onlyPassed);

// ICMP payloads that prove an MTU: 1472 (a frame of 1500) and the largest that fits.
std::vector<int> provingPayloads(int mtu);

} // namespace sparkloom::engine
