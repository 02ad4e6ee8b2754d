// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"
#include "agent/tcpengine.h"

namespace sparkloom::agent {

// Real sockets, a thread for each stream.
class LinuxTcp : public TcpEngine {
public:
    explicit LinuxTcp(EpollLoop &loop) : m_loop(loop) {}

    base::Result<std::unique_ptr<TcpEnd>> receive(
        const std::string &token, std::vector<TcpFlowSpec> flows, TcpEvents events) override;
    base::Result<std::unique_ptr<TcpEnd>> send(const std::string &token, std::vector<TcpFlowSpec> flows,
        std::chrono::milliseconds patience, TcpEvents events) override;

private:
    EpollLoop &m_loop;
};

} // namespace sparkloom::agent
