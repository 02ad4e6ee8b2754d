// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/handler.h"
#include "agent/tcpengine.h"
#include "protocol/messages_tcp.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sparkloom::agent {

// One end of a run from its request to its answer: the time of joining, of warming up, of the window. Destroying it
// ends the streams; it says nothing more then.
class TcpRun {
public:
    // ended: called from the loop, once, when the answer was sent; it destroys this.
    TcpRun(System &system, Reply reply, std::function<void()> ended);
    virtual ~TcpRun();
    TcpRun(const TcpRun &) = delete;
    TcpRun &operator=(const TcpRun &) = delete;

    const Reply &reply() const { return m_reply; }
    // Errors: a half that is not there, an address that is not its own, too many streams.
    static base::Result<std::vector<TcpFlowSpec>> specsOf(System &system, const std::vector<protocol::TcpFlow> &flows);

protected:
    TcpEvents events();
    virtual void started() = 0;
    virtual void streamsEnded() = 0;
    // Calls back after this time unless this is gone.
    void after(std::chrono::milliseconds delay, std::function<void()> callback);
    void fail(const base::Error &error);
    void finish(const protocol::TcpResult &result);

    System &m_system;
    std::unique_ptr<TcpEnd> m_end;
    std::optional<TcpReading> m_start;
    std::optional<TcpReading> m_begin; // of the window
    std::optional<TcpReading> m_finish;

private:
    void over();

    Reply m_reply;
    std::function<void()> m_ended;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

base::Result<std::unique_ptr<TcpRun>> receiveTcp(
    System &system, const protocol::TcpReceiveRequest &request, Reply reply, std::function<void()> ended);
base::Result<std::unique_ptr<TcpRun>> sendTcp(
    System &system, const protocol::TcpSendRequest &request, Reply reply, std::function<void()> ended);

} // namespace sparkloom::agent
