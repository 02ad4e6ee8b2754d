// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "engine/jobs/canceltoken.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts> when this header comes first
#include "domain/fabric/cablemap.h"
#include "domain/fabric/lldp.h"
#endif

#include <QCoroTask>

#include <memory>
#include <string>
#include <vector>

namespace sparkloom::engine {

// A Spark of which some cage is unknown, with its root agent.
struct RootProber {
    domain::SparkId spark;
    std::shared_ptr<AgentClient> root;
};

// What a device that is no Spark of this run says of itself at one half.
struct HeardDevice {
    domain::HalfRef at;
    domain::LldpNeighbour device;
};

// What switches and the like announce, by LLDP: they do so every half a minute, so this listens for 31 seconds. Who
// does not answer has heard nothing.
QCoro::Task<std::vector<HeardDevice>> listenForDevices(
    std::vector<RootProber> probers, std::string runNonce, std::string runKey, CancelToken token);

// What the plugs' serial numbers and raw frames between these Sparks say, about two seconds. Who does not answer has
// seen and heard nothing. The nonce (32 hex digits) and the key (64) are those of the run.
QCoro::Task<std::vector<domain::Evidence>> rootProbes(
    std::vector<RootProber> probers, std::string runNonce, std::string runKey, CancelToken token);

} // namespace sparkloom::engine
