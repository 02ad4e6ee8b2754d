// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/cancelflag.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::ssh {

CancelFlag::CancelFlag() : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

CancelFlag::~CancelFlag()
{
    releaseSocket();
    if (m_event >= 0)
        close(m_event);
}

void CancelFlag::cancel()
{
    m_cancelled.store(true, std::memory_order_release);
    const std::uint64_t one = 1;
    if (m_event >= 0 && write(m_event, &one, sizeof one) < 0) {
        // The counter is full, so the descriptor is readable already.
    }
    const std::lock_guard lock(m_mutex);
    if (m_guarded >= 0)
        shutdown(m_guarded, SHUT_RDWR);
}

void CancelFlag::guardSocket(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (m_guarded >= 0)
        close(m_guarded);
    m_guarded = fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (isCancelled() && m_guarded >= 0)
        shutdown(m_guarded, SHUT_RDWR);
}

void CancelFlag::releaseSocket()
{
    const std::lock_guard lock(m_mutex);
    if (m_guarded >= 0)
        close(m_guarded);
    m_guarded = -1;
}

int millisecondsTo(Deadline deadline)
{
    using namespace std::chrono;
    const auto left = ceil<milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

Wait waitForSocket(int socket, bool forWriting, Deadline deadline, const CancelFlag &cancel)
{
    for (;;) {
        if (cancel.isCancelled())
            return Wait::Cancelled;
        pollfd fds[2] = {
            {socket, static_cast<short>(forWriting ? POLLIN | POLLOUT : POLLIN), 0}, {cancel.descriptor(), POLLIN, 0}};
        const int left = millisecondsTo(deadline);
        // Also where there is something to read: a host that chatters has no more time than a silent one.
        if (left == 0)
            return Wait::TimedOut;
        const int count = poll(fds, 2, left);
        if (count < 0 && errno == EINTR)
            continue;
        if (fds[1].revents != 0)
            return Wait::Cancelled;
        if (count > 0)
            return Wait::Ready;
        if (count < 0)
            return Wait::TimedOut;
    }
}

} // namespace sparkloom::ssh
