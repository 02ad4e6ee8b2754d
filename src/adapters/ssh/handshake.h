// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/cancelflag.h"
#include "adapters/ssh/connector.h"
#include "adapters/ssh/raii/session.h"
#include "adapters/ssh/timings.h"

#include <memory>

namespace sparkloom::ssh {

// A session whose keys are exchanged. Nothing secret was sent.
struct EstablishedSession {
    std::unique_ptr<raii::Session> session;
    raii::Key hostKey;
    std::string peerAddress;
    std::string localAddress;
};

// Connects and exchanges keys. Blocks the calling thread until done, a deadline or cancel.
base::Result<EstablishedSession> establishSession(
    const Target &target, const Timings &timings, const CancelFlag &cancel);

} // namespace sparkloom::ssh
