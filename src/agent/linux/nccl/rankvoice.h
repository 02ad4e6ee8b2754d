// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "protocol/messages_nccl.h"

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace sparkloom::agent {

// What the process of a rank says to the agent, and hears from it. A thread of its own beats twice a second and listens
// at stdin: so the agent hears of a rank whose main thread sits in the library, and a rank whose agent is gone ends
// even then.
class RankVoice {
public:
    // id: of the request. leave: how long the main thread gets once stdin has ended, in milliseconds.
    RankVoice(std::int64_t id, int leave);
    ~RankVoice();
    RankVoice(const RankVoice &) = delete;
    RankVoice &operator=(const RankVoice &) = delete;

    void enter(protocol::NcclPhase phase, std::string what = {});
    void event(std::string_view type, std::string_view body);
    void done(std::string_view body);
    void fail(const base::Error &error);
    bool wanted() const { return !m_unwanted.load(std::memory_order_relaxed); }

private:
    void listen();
    void beat();
    void say(std::string line);

    const std::int64_t m_id;
    const int m_leave;
    std::mutex m_mutex; // of stdout and of m_now
    protocol::NcclBeat m_now;
    std::atomic<bool> m_unwanted = false;
    std::atomic<bool> m_finished = false;
    int m_wake[2] = {-1, -1};
    std::thread m_thread;
};

} // namespace sparkloom::agent
