// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire.h"

#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace sparkloom::test::malicious {

// What one connection is told. It ends when the function returns.
using Script = std::function<void(Wire &)>;

// A Spark that means harm: listens on a port of the kernel's choice on 127.0.0.1 and plays its script to everybody.
class MaliciousSpark {
public:
    explicit MaliciousSpark(Script script);
    ~MaliciousSpark(); // ends all connections
    MaliciousSpark(const MaliciousSpark &) = delete;
    MaliciousSpark &operator=(const MaliciousSpark &) = delete;

    std::uint16_t port() const { return m_port; }
    int connections() const { return m_count; }

private:
    void acceptLoop();

    const Script m_script;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_count{0};
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::list<std::thread> m_threads; // the acceptor's
    std::thread m_acceptor;
};

// --- words of scripts

// Takes the service request and the list of methods, and says yes to the first way to sign in.
bool letIn(Wire &wire);
// Up to the first request to sign in after that for the list; gives its method.
std::optional<std::string> awaitSignIn(Wire &wire);

// One command of the client.
struct Command {
    std::uint32_t channel = 0; // the client's number
    std::string line;
};
struct ChannelTerms {
    std::uint32_t window = 2 * 1024 * 1024;
    std::uint32_t maxPacket = 32768;
};
// letIn, then the first channel and its command, which is granted.
std::optional<Command> awaitCommand(Wire &wire, const ChannelTerms &terms = {});
// The next command on a connection that is signed in.
std::optional<Command> nextCommand(Wire &wire, const ChannelTerms &terms = {});
Packet data(const Command &command, std::string_view bytes);
// Exit status, EOF and close.
void endCommand(Wire &wire, const Command &command, int status = 0);

} // namespace sparkloom::test::malicious
