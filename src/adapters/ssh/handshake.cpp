// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/handshake.h"

#include "adapters/ssh/errors.h"

#include <unistd.h>

namespace sparkloom::ssh {
using namespace base::literals;
namespace {

base::Message told(base::MessageId id, const Target &target, const ConnectedSocket &socket)
{
    return base::Message(id).with("host", target.host).with("port", target.port).with("address", socket.peerAddress);
}

// What a failed key exchange means.
base::Error explainFailure(const raii::Session &session, const Target &target, const ConnectedSocket &socket)
{
    const std::string text = session.errorText();
    if (!session.sawServerBanner()) {
        if (session.bytesReceived() > 0)
            return base::protocolError(told("ssh.not-ssh"_msg, target, socket), text);
        return unreachable(told("ssh.closed-without-banner"_msg, target, socket), text);
    }
    if (text.find("no match") != std::string::npos)
        return base::protocolError(
            told("ssh.no-common-algorithm"_msg, target, socket).with("banner", session.serverBanner()), text);
    return unreachable(
        told("ssh.key-exchange-failed"_msg, target, socket).with("banner", session.serverBanner()), text);
}

} // namespace

base::Result<EstablishedSession> establishSession(
    const Target &target, const Timings &timings, const CancelFlag &cancel)
{
    const auto socket = connectToTarget(target, Clock::now() + timings.connect, cancel);
    if (!socket)
        return socket.error();
    EstablishedSession established;
    established.peerAddress = socket->peerAddress;
    established.localAddress = socket->localAddress;
    established.session = raii::Session::overSocket(socket->descriptor, target.host);
    if (!established.session) {
        close(socket->descriptor);
        return base::Error{base::ErrorKind::Internal, "ssh.library-failed"_msg, "session options"};
    }

    const Deadline deadline = Clock::now() + timings.keyExchange;
    raii::Session &session = *established.session;
    for (;;) {
        const raii::Step step = session.connect();
        if (step == raii::Step::Done)
            break;
        if (step == raii::Step::Failed)
            return explainFailure(session, target, *socket);
        const Wait wait = waitForSocket(socket->descriptor, session.wantsToWrite(), deadline, cancel);
        if (wait == Wait::Cancelled)
            return cancelledError();
        if (wait == Wait::TimedOut && session.sawServerBanner())
            return unreachable(told("ssh.key-exchange-timeout"_msg, target, *socket));
        if (wait == Wait::TimedOut)
            return session.bytesReceived() > 0 ? base::protocolError(told("ssh.not-ssh"_msg, target, *socket))
                                               : unreachable(told("ssh.no-banner"_msg, target, *socket));
    }
    established.hostKey = session.serverKey();
    if (!established.hostKey || established.hostKey.fingerprint().empty())
        return base::protocolError(told("ssh.no-host-key"_msg, target, *socket), session.errorText());
    return established;
}

} // namespace sparkloom::ssh
