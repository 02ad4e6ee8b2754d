// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"
#include "agent/rdma/rdmahost.h"
#include "protocol/messages_rdma.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sparkloom::agent {

// One end of a run, from rdma-open to its answer: which step it is at, who waits for it, and how long. Destroying it
// ends everything; it says nothing more then.
class RdmaRun {
public:
    // ended: called from the loop, once, when rdma-open was answered; it destroys this.
    RdmaRun(
        System &system, RdmaHost &host, protocol::RdmaOpenRequest request, Reply reply, std::function<void()> ended);
    RdmaRun(const RdmaRun &) = delete;
    RdmaRun &operator=(const RdmaRun &) = delete;

    // Errors: a half that is not there, no GID for its address, too much memory; those of the host.
    base::Result<void> begin();
    void connect(const protocol::RdmaConnectRequest &request, Reply reply);
    void start(Reply reply);
    void finish(Reply reply);
    void check(Reply reply);

    const Reply &reply() const { return m_reply; }
    const std::string &token() const { return m_request.token; }

private:
    enum class Step { Opening, Ready, Connecting, Connected, Running, Measured, Checking, Over };

    RdmaEvents events();
    base::Result<protocol::RdmaPlan> plan() const;
    void warmPath(std::size_t number, int attempt);
    void connectEnd();
    void enter(Step step);
    void late();
    bool isAt(Step step, const Reply &reply) const;
    std::chrono::milliseconds patience(Step step) const;
    base::Error explained(base::Error error) const;
    void fail(const base::Error &error);
    void over();
    template <typename Function>
    auto whileAlive(Function function) const;

    System &m_system;
    RdmaHost &m_host;
    const protocol::RdmaOpenRequest m_request;
    const Reply m_reply;
    std::function<void()> m_ended;
    std::unique_ptr<RdmaEnd> m_end;
    Step m_step = Step::Opening;
    std::optional<Reply> m_waiting; // for the end of this step
    protocol::RdmaConnectRequest m_peers;
    protocol::RdmaConnectAnswer m_paths;
    std::size_t m_pathsLeft = 0;
    Loop::TimerId m_deadline = 0;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace sparkloom::agent
