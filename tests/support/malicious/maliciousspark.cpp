// SPDX-License-Identifier: GPL-3.0-or-later
#include "maliciousspark.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::test::malicious {

MaliciousSpark::MaliciousSpark(Script script) : m_script(std::move(script))
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 16) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("cannot listen");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

MaliciousSpark::~MaliciousSpark()
{
    m_stopping = true;
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    close(m_listener);
}

void MaliciousSpark::acceptLoop()
{
    while (!m_stopping) {
        pollfd fd{m_listener, POLLIN, 0};
        if (poll(&fd, 1, 20) <= 0)
            continue;
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_count;
        m_threads.emplace_back([this, client] {
            Wire wire(client, m_stopping);
            m_script(wire);
        });
    }
}

bool letIn(Wire &wire)
{
    return awaitSignIn(wire) && wire.send(Packet(kAuthSuccess));
}

std::optional<std::string> awaitSignIn(Wire &wire)
{
    if (!wire.receive(kServiceRequest) || !wire.send(Packet(kServiceAccept).string("ssh-userauth")))
        return std::nullopt;
    for (;;) {
        const auto request = wire.receive(kAuthRequest);
        if (!request)
            return std::nullopt;
        PacketReader reader(*request);
        reader.byte();
        (void)reader.string(); // user
        (void)reader.string(); // service
        const std::string method(reader.string());
        if (method != "none")
            return method;
        if (!wire.send(Packet(kAuthFailure).string("publickey,password,keyboard-interactive").byte(0)))
            return std::nullopt;
    }
}

std::optional<Command> awaitCommand(Wire &wire, const ChannelTerms &terms)
{
    return letIn(wire) ? nextCommand(wire, terms) : std::nullopt;
}

std::optional<Command> nextCommand(Wire &wire, const ChannelTerms &terms)
{
    const auto open = wire.receive(kChannelOpen);
    if (!open)
        return std::nullopt;
    PacketReader opening(*open);
    opening.byte();
    (void)opening.string(); // "session"
    Command command;
    command.channel = opening.u32();
    if (!wire.send(Packet(kOpenConfirmation).u32(command.channel).u32(7).u32(terms.window).u32(terms.maxPacket)))
        return std::nullopt;
    const auto request = wire.receive(kChannelRequest);
    if (!request)
        return std::nullopt;
    PacketReader reader(*request);
    reader.byte();
    reader.u32();
    (void)reader.string(); // "exec"
    reader.byte();
    command.line = reader.string();
    if (!wire.send(Packet(kChannelSuccess).u32(command.channel)))
        return std::nullopt;
    return command;
}

Packet data(const Command &command, std::string_view bytes)
{
    return Packet(kData).u32(command.channel).string(bytes);
}

void endCommand(Wire &wire, const Command &command, int status)
{
    wire.send(Packet(kChannelRequest)
                  .u32(command.channel)
                  .string("exit-status")
                  .byte(0)
                  .u32(static_cast<std::uint32_t>(status)));
    wire.send(Packet(kEof).u32(command.channel));
    wire.send(Packet(kClose).u32(command.channel));
}

} // namespace sparkloom::test::malicious
