// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/loop.h"
#include "sim/ssh/command.h"
#include "sim/ssh/keys.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

struct ssh_session_struct;

namespace sparkloom::sim {

class Outbox;

// What every connection needs of the rest. The table is used on the world thread only.
struct ServerContext {
    EventLoop &loop;
    World &world;
    CommandTable &commands;
};

// The SSH servers of all virtual Sparks: one listening socket each on 127.0.0.1 with a port of the kernel's choice, one
// accepting thread for all, one thread per connection. Only for the tests of this program and for the application on
// the same computer: it listens on loopback and on nothing else.
class SshServer {
public:
    // Connections at once, over all Sparks; more are closed unserved.
    static constexpr std::size_t kMaxConnections = 1024;

    // hostKeys: one per Spark of the world.
    SshServer(ServerContext context, std::vector<KeyPointer> hostKeys);
    ~SshServer();

    // Errors: a socket cannot be opened.
    base::Result<void> start();
    // Ends all connections, at most two seconds, and waits until their threads are gone with all that libraries keep
    // for each; false when one of them is stuck. Before the loop is gone.
    bool stop();
    int port(int spark) const { return m_listeners.at(static_cast<std::size_t>(spark)).port; }

private:
    struct Listener {
        int descriptor = -1;
        int port = 0;
        KeyPointer hostKey;
        std::shared_ptr<void> bind; // ssh_bind
    };
    void acceptAll();
    void serve(int spark, int descriptor);
    bool enter(ssh_session_struct *session, int spark);
    void leave(const std::shared_ptr<Outbox> &outbox);

    ServerContext m_context;
    std::vector<Listener> m_listeners;
    int m_stopDescriptor = -1;
    std::thread m_acceptor;

    std::mutex m_mutex; // guards the four below
    std::condition_variable m_someoneLeft;
    std::map<std::shared_ptr<Outbox>, std::thread> m_open;
    std::thread m_left; // of the connection that ended last; it waits for the one before it
    bool m_stopping = false;
};

} // namespace sparkloom::sim
