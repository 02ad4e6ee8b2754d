// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotehostcontract.h"

#include "sim/loop.h"
#include "sim/ssh/server.h"

#include <memory>
#include <thread>

namespace sparkloom::test {

// The SSH front end of the simulator with one virtual Spark behind it, in this process. Its commands are those that the
// contract asks for: the program itself accepts only the command lines of the protocol.
class SimulatedHost : public HostUnderTest {
public:
    SimulatedHost();
    ~SimulatedHost() override; // ends the server and its loop

    engine::Endpoint endpoint() const override;
    engine::Credentials credentials() const override;
    engine::Credentials wrongCredentials() const override;
    QString command(Command command) const override;
    QString fingerprint() const override { return m_fingerprint; }

private:
    QString m_fingerprint;
    sim::EventLoop m_loop;
    std::unique_ptr<sim::World> m_world;
    std::unique_ptr<sim::CommandTable> m_commands;
    std::unique_ptr<sim::SshServer> m_server;
    std::thread m_thread; // the world's
};

} // namespace sparkloom::test
