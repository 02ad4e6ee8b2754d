// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/cancelflag.h"
#include "base/result.h"

#include <string>
#include <vector>

// The way to a connected TCP socket. libssh's own way stops at the first address that does not answer at once, and it
// resolves names while nothing can stop it.
namespace sparkloom::ssh {

struct Target {
    std::string host; // name or literal
    std::uint16_t port = 22;
    std::vector<std::string> addresses; // literals that are tried before the name is resolved
};

struct ConnectedSocket {
    int descriptor = -1;
    std::string peerAddress;
    std::string localAddress;
};

// Tries the known addresses and those of the name, a new one every 250 ms, until one answers; the others are closed.
// At most 16 addresses. Blocks the calling thread until then, the deadline or cancel. The caller owns the socket.
base::Result<ConnectedSocket> connectToTarget(const Target &target, Deadline deadline, const CancelFlag &cancel);

} // namespace sparkloom::ssh
