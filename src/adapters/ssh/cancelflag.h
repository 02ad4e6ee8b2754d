// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

namespace sparkloom::ssh {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

// Says "stop" to a thread that waits in poll(). Any thread may call cancel(); it stays cancelled.
class CancelFlag {
public:
    CancelFlag();
    ~CancelFlag();
    CancelFlag(const CancelFlag &) = delete;
    CancelFlag &operator=(const CancelFlag &) = delete;

    void cancel();
    bool isCancelled() const { return m_cancelled.load(std::memory_order_acquire); }
    int descriptor() const { return m_event; } // readable once cancelled

    // A socket that a library call blocks on (the agent's). cancel() shuts it down, which ends the call. Keeps a
    // duplicate, because the library closes its own and the number may be used again.
    void guardSocket(int socket);
    void releaseSocket();

private:
    std::atomic<bool> m_cancelled{false};
    int m_event = -1;
    std::mutex m_mutex;
    int m_guarded = -1;
};

enum class Wait { Ready, TimedOut, Cancelled };
// Waits until the socket can be read (or written, where asked), the deadline has passed or somebody cancelled.
Wait waitForSocket(int socket, bool forWriting, Deadline deadline, const CancelFlag &cancel);
// Milliseconds to the deadline for poll(), 0 to one minute.
int millisecondsTo(Deadline deadline);

} // namespace sparkloom::ssh
