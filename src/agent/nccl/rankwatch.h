// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"
#include "agent/nccl/nccllog.h"
#include "agent/nccl/rankhost.h"
#include "protocol/messages_nccl.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sparkloom::agent {

// Watches over one rank from its start to the end of its process, and answers the request only then: whoever reads the
// answer knows that nothing is left behind. Each phase has its deadline; a rank that is late, stopped, or no longer
// wanted is told to leave, and killed when it does not.
class RankWatch {
public:
    struct Plan {
        std::string verb; // of the rank
        std::string body;
        std::vector<std::string> environment;
        protocol::NcclDeadlines deadlines;
        // Makes the body of the answer out of the rank's own.
        std::function<std::string(const std::string &body, const NcclLog &log)> finish;
    };

    // ended is called last, once the request is answered and the process is gone; it may destroy this.
    RankWatch(Loop &loop, RankHost &host, Plan plan, Reply reply, std::function<void()> ended);
    ~RankWatch();
    void start();
    // Ends the rank; the answer is this error unless the rank has already said something final.
    void leave(const base::Error &reason);
    const Reply &reply() const { return m_reply; }

private:
    void receive(std::string_view line);
    void beat(const std::string &body);
    void enter(protocol::NcclPhase phase, int milliseconds);
    void late();
    void watchSilence();
    void kill();
    void processEnded(int exitCode);
    base::Error whyItEnded(int exitCode) const;
    void finish();

    Loop &m_loop;
    RankHost &m_host;
    Plan m_plan;
    const Reply m_reply;
    std::function<void()> m_ended;
    std::unique_ptr<RankHost::Rank> m_rank;
    NcclLog m_log;
    protocol::NcclBeat m_last;
    std::chrono::nanoseconds m_lastHeard{};
    std::optional<base::Error> m_error; // what the answer will be
    std::optional<std::string> m_done;
    bool m_leaving = false;
    bool m_killed = false;
    Loop::TimerId m_deadline = 0;
    Loop::TimerId m_total = 0;
    Loop::TimerId m_silence = 0;
    Loop::TimerId m_finishing = 0;
};

} // namespace sparkloom::agent
