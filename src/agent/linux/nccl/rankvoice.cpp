// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/rankvoice.h"

#include "agent/nccl/rankdocument.h"
#include "protocol/codec.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kTooLate = 124; // exit code: did not leave in time

} // namespace

RankVoice::RankVoice(std::int64_t id, int leave) : m_id(id), m_leave(leave)
{
    m_now.pid = getpid();
    if (pipe2(m_wake, O_CLOEXEC) != 0)
        _exit(1);
    m_thread = std::thread([this] { listen(); });
}

RankVoice::~RankVoice()
{
    m_finished = true;
    close(m_wake[1]);
    m_thread.join();
    close(m_wake[0]);
}

void RankVoice::enter(protocol::NcclPhase phase, std::string what)
{
    {
        const std::lock_guard lock(m_mutex);
        m_now.phase = phase;
        m_now.what = std::move(what);
    }
    beat();
}

void RankVoice::event(std::string_view type, std::string_view body)
{
    say(protocol::eventLine(m_id, type, body));
}

void RankVoice::done(std::string_view body)
{
    say(protocol::doneLine(m_id, body));
}

void RankVoice::fail(const base::Error &error)
{
    say(protocol::errorLine(m_id, error));
}

void RankVoice::beat()
{
    std::string body;
    {
        const std::lock_guard lock(m_mutex);
        body = protocol::encode(m_now);
    }
    event(protocol::event::kNcclBeat, body);
}

void RankVoice::listen()
{
    using Clock = std::chrono::steady_clock;
    auto end = Clock::time_point::max();
    pollfd watched[2] = {{STDIN_FILENO, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
    while (!m_finished) {
        if (poll(watched, 2, kRankBeatMs) < 0 && errno != EINTR)
            _exit(1);
        if (watched[0].revents != 0) {
            char ignored[256];
            const ssize_t count = read(STDIN_FILENO, ignored, sizeof ignored);
            if (count == 0 || (count < 0 && errno != EINTR)) {
                watched[0].fd = -1;
                m_unwanted = true;
                end = Clock::now() + std::chrono::milliseconds(m_leave);
            }
        }
        // The main thread may sit in a call that never returns: nobody but us can end this process then.
        if (Clock::now() > end)
            _exit(kTooLate);
        if (!m_finished)
            beat();
    }
}

void RankVoice::say(std::string line)
{
    line += '\n';
    const std::lock_guard lock(m_mutex);
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t count = write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return; // the agent is gone: stdin ends too
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

} // namespace sparkloom::agent
