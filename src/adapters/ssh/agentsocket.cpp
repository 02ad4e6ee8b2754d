// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/agentsocket.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sparkloom::ssh {
namespace {

// draft-miller-ssh-agent: length, type 11 (request identities); the answer is type 12 and a count.
constexpr std::array<unsigned char, 5> kRequestIdentities = {0, 0, 0, 1, 11};
constexpr unsigned char kIdentitiesAnswer = 12;
constexpr std::size_t kAnswerHead = 9; // length, type, count

std::uint32_t bigEndian(const unsigned char *bytes)
{
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 | bytes[3];
}

} // namespace

int connectToAgent(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket >= 0 && connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(socket);
        return -1;
    }
    return socket;
}

std::optional<int> countAgentKeys(const std::string &path, Deadline deadline, const CancelFlag &cancel)
{
    const int socket = connectToAgent(path);
    if (socket < 0)
        return std::nullopt;
    std::array<unsigned char, kAnswerHead> answer{};
    std::size_t have = 0;
    if (send(socket, kRequestIdentities.data(), kRequestIdentities.size(), MSG_NOSIGNAL)
        == static_cast<ssize_t>(kRequestIdentities.size())) {
        while (have < answer.size() && waitForSocket(socket, false, deadline, cancel) == Wait::Ready) {
            const ssize_t got = recv(socket, answer.data() + have, answer.size() - have, MSG_DONTWAIT);
            if (got <= 0 && !(got < 0 && (errno == EAGAIN || errno == EINTR)))
                break;
            have += got > 0 ? static_cast<std::size_t>(got) : 0;
        }
    }
    close(socket);
    const std::uint32_t count = bigEndian(answer.data() + 5);
    if (have < answer.size() || answer[4] != kIdentitiesAnswer || count > 10'000)
        return std::nullopt;
    return static_cast<int>(count);
}

} // namespace sparkloom::ssh
