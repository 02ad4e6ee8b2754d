// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/hosts/agentlines.h"
#include "engine/jobs/pending.h"
#include "engine/ports/remotehost.h"
#include "protocol/codec.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sparkloom::engine {

// One agent that runs on one Spark, spoken to in JSON lines. Owns the process; main thread. After closed() every
// request fails at once. Everything that the agent sends is bounded (protocol/limits.h); an agent that breaks a limit
// is ended.
class AgentClient : public QObject {
    Q_OBJECT
public:
    using EventHandler = std::function<void(const std::string &type, const std::string &body)>;

    // How long a request may take before its Spark counts as not answering.
    static constexpr std::chrono::milliseconds kRequestTimeout{20'000};
    static constexpr std::chrono::milliseconds kHeartbeatInterval{5'000};

    // Keeps the host alive for as long as its process.
    AgentClient(std::shared_ptr<RemoteHost> host, std::shared_ptr<RemoteProcess> process, QObject *parent = nullptr);
    ~AgentClient() override;

    // Bytes of stdout that somebody else already took from the process (the sudo conversation).
    void feed(const QByteArray &bytes);
    // The agent's first line, awaited for protocol::kHelloTimeout. Errors: Unreachable, Protocol, NotKnown with the
    // exit status in `detail` as a decimal number when the process ended before hello.
    QCoro::Task<base::Result<protocol::Hello>> hello(std::string expectedMode, CancelToken token);

    // One request to its terminal line; yields the JSON text of its body. Errors: the agent's own, Unreachable when it
    // does not answer in time or is gone, Cancelled.
    QCoro::Task<base::Result<std::string>> request(
        std::string verb, std::string body, std::chrono::milliseconds timeout, CancelToken token);
    // A streaming request: events go to the handler until stop() or closed(). Returns its id.
    std::int64_t stream(std::string_view verb, const std::string &body, EventHandler onEvent,
        std::function<void(const base::Error &)> onError = {});
    void stop(std::int64_t streamId); // its handler is not called any more

    bool isOpen() const { return !m_closed; }
    // Its connection ended: all that waits for it is told why.
    void lose(const base::Error &reason) { finish(reason); }
    // Ends the agent: closes its stdin (a root agent rolls back what is open). closed() follows.
    void close();
    // Exit status where it exited by itself, -1 else.
    int exitCode() const { return m_exitCode; }
    const QByteArray &errorOutput() const { return m_errorOutput; }

Q_SIGNALS:
    void closed(const sparkloom::base::Error &error);

private:
    struct Request {
        Pending<std::string> answer;
        EventHandler onEvent;
        std::function<void(const base::Error &)> onError;
        bool streaming = false;
    };
    void takeWaiting();
    void takeLine(const std::string &line);
    void takeEnvelope(const protocol::Envelope &envelope);
    void finish(base::Error error);
    void send(const std::string &line);

    std::shared_ptr<RemoteHost> m_host;
    std::shared_ptr<RemoteProcess> m_process;
    AgentLines m_lines;
    std::deque<std::string> m_waiting; // lines that came and were not looked at yet
    std::size_t m_waitingBytes = 0;
    bool m_scheduled = false;         // another turn of the event loop goes on with them
    std::optional<base::Error> m_end; // the process ended; told once the lines before are done
    QTimer m_heartbeat;
    Pending<protocol::Hello> m_hello;
    std::map<std::int64_t, Request> m_requests;
    std::int64_t m_nextId = 1;
    QByteArray m_errorOutput;
    int m_exitCode = -1;
    bool m_closed = false;
    std::optional<base::Error> m_closedBy; // why; what is asked later ends with it too
};

// A request whose answer is a value of protocol/messages.h.
template <typename Answer>
QCoro::Task<base::Result<Answer>> call(std::shared_ptr<AgentClient> client, std::string verb, std::string body,
    CancelToken token, std::chrono::milliseconds timeout = AgentClient::kRequestTimeout)
{
    const base::Result<std::string> answer = co_await client->request(std::move(verb), std::move(body), timeout, token);
    if (!answer)
        co_return answer.error();
    co_return protocol::decode<Answer>(answer.value());
}

} // namespace sparkloom::engine
