// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "protocol/messages_rdma.h"

#include <functional>
#include <memory>
#include <vector>

namespace sparkloom::agent {

// Called on the thread of the Loop, never from inside the call that was given them.
struct RdmaEvents {
    std::function<void(const protocol::RdmaReady &)> ready; // queue pairs are there
    std::function<void()> connected;                        // they can be used
    std::function<void(const protocol::RdmaInterval &)> interval;
    std::function<void(const protocol::RdmaAsync &)> async;
    std::function<void()> measured;                           // the window is over, the load goes on; once
    std::function<void(const protocol::RdmaResult &)> result; // of an end with active flows, once
    std::function<void(const protocol::RdmaCheckAnswer &)> checked;
    std::function<void(base::Error)> failed; // nothing comes after it
};

// One end of a run. It may sit in a call of the library for ever: whoever uses it has a deadline for each step.
// Destroying it ends everything at once.
class RdmaEnd {
public:
    virtual ~RdmaEnd() = default;
    virtual void connect(const protocol::RdmaConnectRequest &request) = 0;
    virtual void start() = 0;
    virtual void finish() = 0; // nobody measures any more: the active flows end, the result follows
    virtual void check() = 0;
};

// Makes ends of RDMA runs. A System that can do this also is an RdmaHost: LinuxSystem has libibverbs in a process of
// its own, sim/ has flows of a virtual world.
class RdmaHost {
public:
    virtual ~RdmaHost() = default;
    virtual base::Result<std::unique_ptr<RdmaEnd>> openRdma(const protocol::RdmaPlan &plan, RdmaEvents events) = 0;
};

} // namespace sparkloom::agent
