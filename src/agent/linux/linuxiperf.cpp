// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxiperf.h"

#include "agent/linux/descriptor.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

namespace sparkloom::agent {

base::Result<int> freeTcpPort(domain::Ipv4Address local)
{
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (inet_pton(AF_INET, local.toString().c_str(), &address.sin_addr) != 1)
        return systemError(EINVAL, "bind", local.toString());
    socklen_t size = sizeof address;
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    if (!socket.valid() || bind(socket.get(), any, size) != 0 || getsockname(socket.get(), any, &size) != 0)
        return systemError(errno, "bind", local.toString());
    return static_cast<int>(ntohs(address.sin_port));
}

} // namespace sparkloom::agent
