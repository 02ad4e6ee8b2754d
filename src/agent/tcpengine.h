// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

// TCP streams between two Sparks, as agent_core sees them. linux/ has real sockets with a thread for each stream, sim/
// has flows of a virtual world. When to measure is decided in agent/tcp.cpp for both.
namespace sparkloom::agent {

// One flow at one of its two ends.
struct TcpFlowSpec {
    int flow = 0;
    std::string netdev; // sockets are bound to it
    domain::Ipv4Address local;
    domain::Ipv4Address peer;
    int port = 0; // where the receiver listens; it gives its own, 0 when it is asked to
    int streams = 1;
};

// What one end has moved since the start.
struct TcpReading {
    struct Flow {
        int flow = 0;
        int open = 0; // streams that are still there
        std::uint64_t bytes = 0;
        std::uint64_t retransmits = 0; // segments; of the sender
    };
    std::chrono::nanoseconds at{0};  // of the Loop
    std::chrono::nanoseconds cpu{0}; // that the streams' threads have spent
    std::vector<Flow> flows;
};

// Called on the thread of the Loop, never from inside the call that was given them.
struct TcpEvents {
    std::function<void()> started;           // every stream of every flow is joined, data travels
    std::function<void(base::Error)> failed; // before the start, or a stream broke; nothing comes after it
    std::function<void()> ended;             // every stream has ended in order
};

// One end of a run. Destroying it closes every socket and ends every thread at once; what was still on its way is
// thrown away, so that the kernel keeps nothing either.
class TcpEnd {
public:
    virtual ~TcpEnd() = default;
    virtual TcpReading read() = 0;
    // Of a sender: sends nothing more; `ended` comes when the receiver has everything and has closed.
    // Of a receiver: has seen enough. It says so on every stream, the sender ends each of them at once as if it had
    // been told to finish there, and `ended` comes to both.
    virtual void finish() = 0;
    // Of a receiver: connections that did not show the token or came from elsewhere.
    virtual int strangers() const { return 0; }
    // Of a receiver: where it listens, by flow.
    virtual std::vector<TcpFlowSpec> flows() const = 0;
};

class TcpEngine {
public:
    virtual ~TcpEngine() = default;
    // token: 64 hex digits. Whoever connects shows the first half, whoever listens answers with the second.
    //
    // Listens on each flow's own address and on nothing else, and lets in only its peer. The sockets that listen are
    // closed when all streams have come.
    virtual base::Result<std::unique_ptr<TcpEnd>> receive(
        const std::string &token, std::vector<TcpFlowSpec> flows, TcpEvents events) = 0;
    // Connects every stream, and sends from the receiver's answer on until it is told to finish, or the receiver says
    // that it has seen enough. patience: to connect and to be answered, each. Errors of `failed`: tcp.connect-timeout,
    // tcp.connect-refused, tcp.no-way, tcp.wrong-peer, tcp.stream-broke.
    virtual base::Result<std::unique_ptr<TcpEnd>> send(const std::string &token, std::vector<TcpFlowSpec> flows,
        std::chrono::milliseconds patience, TcpEvents events) = 0;
};

} // namespace sparkloom::agent
