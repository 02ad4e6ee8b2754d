// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/control/control.h"
#include "sim/loop.h"

#include <map>
#include <memory>

namespace sparkloom::sim {

// The control channel for other programs of the same user: a Unix socket in the abstract namespace, which is no file
// and goes with the process however that ends. World thread.
class ControlSocket {
public:
    static constexpr std::size_t kMostConnections = 16;

    ControlSocket(EventLoop &loop, Control &control);
    ~ControlSocket();
    ControlSocket(const ControlSocket &) = delete;
    ControlSocket &operator=(const ControlSocket &) = delete;

    // False when no socket can be opened.
    bool open();
    // "@sparkloom-sim-PID", with a number behind it where that is taken (containers that share a network): @ stands for
    // the zero byte, as in ss(8) and socat's ABSTRACT-CONNECT.
    const std::string &name() const { return m_name; }

private:
    struct Connection;
    void accept();
    void read(int descriptor);
    void drop(int descriptor);

    EventLoop &m_loop;
    Control &m_control;
    std::string m_name;
    int m_listener = -1;
    std::map<int, std::unique_ptr<Connection>> m_connections;
};

} // namespace sparkloom::sim
