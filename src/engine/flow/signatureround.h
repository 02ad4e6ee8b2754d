// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentclient.h"
#include "engine/jobs/canceltoken.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts> when this header comes first
#include "domain/fabric/signature.h"
#endif

#include <QCoroTask>

#include <memory>
#include <vector>

namespace sparkloom::engine {

// A Spark that takes part: everybody listens, one of them sends.
struct SignatureListener {
    domain::SparkId spark;
    std::shared_ptr<AgentClient> agent;
};

struct SignatureOutcome {
    std::vector<domain::Evidence> evidence;
    bool unsure = false; // somebody was too busy to count well, or did not answer: nothing heard proves nothing
};

// One turn of the counter signature, about two seconds, or five when it goes slowly: the evidence that the sender's
// frames give. Whoever does not answer has heard nothing. Empty where the sender could not send.
QCoro::Task<SignatureOutcome> signatureRound(
    std::vector<SignatureListener> listeners, domain::HalfRef sender, bool slowly, CancelToken token);

} // namespace sparkloom::engine
