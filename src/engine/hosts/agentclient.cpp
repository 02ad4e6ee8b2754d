// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hosts/agentclient.h"

#include "base/text.h"
#include "protocol/limits.h"

#include <QElapsedTimer>
#include <QPointer>

#include <utility>

using namespace sparkloom::base::literals;

namespace sparkloom::engine {

namespace {

// Requests that may be open at once on one agent.
constexpr std::size_t kMostRequests = 256;

// Lines that are looked at in one turn of the event loop, and how much may wait for the next ones.
constexpr int kLinesPerTurn = 32;
constexpr std::size_t kMostWaitingBytes = 16 * 1024 * 1024;

std::chrono::milliseconds monotonicNow()
{
    QElapsedTimer timer;
    timer.start();
    return std::chrono::milliseconds(timer.msecsSinceReference());
}

base::Error goneError(const ProcessExit &exit, const QByteArray &errors)
{
    if (exit.kind == ProcessExit::Kind::Exited)
        return {base::ErrorKind::Unreachable, base::Message("agent.ended"_msg).with("code", exit.code),
            base::cleanText(errors.right(2000).toStdString(), 2000, true)};
    return exit.error;
}

} // namespace

AgentClient::AgentClient(std::shared_ptr<RemoteHost> host, std::shared_ptr<RemoteProcess> process, QObject *parent)
    : QObject(parent), m_host(std::move(host)), m_process(std::move(process))
{
    connect(m_process.get(), &RemoteProcess::outputReceived, this, &AgentClient::feed);
    connect(m_process.get(), &RemoteProcess::errorReceived, this, [this](const QByteArray &bytes) {
        const auto room = qsizetype(protocol::kMaxStderrKept) - m_errorOutput.size();
        m_errorOutput += bytes.left(std::max<qsizetype>(room, 0));
    });
    connect(m_process.get(), &RemoteProcess::finished, this, [this](const ProcessExit &exit) {
        if (exit.kind == ProcessExit::Kind::Exited)
            m_exitCode = exit.code;
        m_end = goneError(exit, m_errorOutput);
        if (!m_scheduled)
            takeWaiting();
    });
    m_heartbeat.setInterval(kHeartbeatInterval);
    connect(
        &m_heartbeat, &QTimer::timeout, this, [this] { send(protocol::requestLine(0, protocol::verb::kHeartbeat)); });
    m_heartbeat.start();
}

AgentClient::~AgentClient()
{
    blockSignals(true);
    finish(cancelledError());
}

void AgentClient::feed(const QByteArray &bytes)
{
    if (m_closed)
        return;
    auto lines = m_lines.take(bytes, monotonicNow());
    if (!lines) {
        finish(lines.error());
        return;
    }
    for (std::string &line : lines.value()) {
        m_waitingBytes += line.size();
        m_waiting.push_back(std::move(line));
    }
    if (m_waitingBytes > kMostWaitingBytes) {
        finish(base::protocolError(base::Message("agent.too-many-lines"_msg)));
        return;
    }
    if (!m_scheduled)
        takeWaiting();
}

// Some lines, then the other Sparks have their turn: what one agent says holds up nobody.
void AgentClient::takeWaiting()
{
    if (m_closed)
        return;
    const QPointer<AgentClient> self(this);
    for (int count = 0; count < kLinesPerTurn && !m_waiting.empty(); ++count) {
        const std::string line = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingBytes -= line.size();
        takeLine(line);
        if (!self || m_closed)
            return;
    }
    m_scheduled = !m_waiting.empty();
    if (m_scheduled)
        QMetaObject::invokeMethod(this, &AgentClient::takeWaiting, Qt::QueuedConnection);
    else if (m_end)
        finish(*m_end);
}

void AgentClient::takeLine(const std::string &line)
{
    const auto envelope = protocol::decodeLine(line);
    if (!envelope) {
        finish(envelope.error());
        return;
    }
    takeEnvelope(envelope.value());
}

void AgentClient::takeEnvelope(const protocol::Envelope &envelope)
{
    if (envelope.type == "hello") {
        const auto decoded = protocol::decode<protocol::Hello>(envelope.body);
        // From the first heartbeat on, an agent ends by itself once this computer falls silent.
        send(protocol::requestLine(0, protocol::verb::kHeartbeat));
        m_hello.resolve(decoded);
        return;
    }
    const auto it = m_requests.find(envelope.id);
    if (it == m_requests.end())
        return; // of a request that was given up
    if (envelope.type == "done" || envelope.type == "error") {
        const Request request = std::move(it->second);
        m_requests.erase(it);
        if (envelope.type == "done") {
            request.answer.resolve(base::Result<std::string>(envelope.body));
        } else {
            const base::Error error =
                envelope.error.value_or(base::protocolError(base::Message("agent.error-without-reason"_msg)));
            request.answer.resolve(error);
            if (request.onError)
                request.onError(error);
        }
        return;
    }
    if (it->second.onEvent) {
        const EventHandler handler = it->second.onEvent; // it may end this request
        handler(envelope.type, envelope.body);
    }
}

QCoro::Task<base::Result<protocol::Hello>> AgentClient::hello(std::string expectedMode, CancelToken token)
{
    const Pending<protocol::Hello> pending = m_hello;
    expire(protocol::kHelloTimeout, [pending] {
        pending.resolve(base::Error{base::ErrorKind::Unreachable, base::Message("agent.no-hello"_msg), {}});
    });
    const base::Result<protocol::Hello> hello = co_await pending.wait(token);
    if (!hello)
        co_return hello.error();
    if (hello->mode != expectedMode)
        co_return base::protocolError(base::Message("agent.wrong-mode"_msg));
    co_return hello.value();
}

QCoro::Task<base::Result<std::string>> AgentClient::request(
    std::string verb, std::string body, std::chrono::milliseconds timeout, CancelToken token)
{
    if (m_closedBy)
        co_return base::Error(*m_closedBy);
    if (m_requests.size() >= kMostRequests)
        co_return base::Error{base::ErrorKind::Unreachable, base::Message("agent.closed"_msg), {}};
    const std::int64_t id = m_nextId++;
    Request entry;
    const Pending<std::string> answer = entry.answer;
    m_requests.emplace(id, std::move(entry));
    send(protocol::requestLine(id, verb, body));
    const QPointer<AgentClient> self(this);
    // By its number: a long answer is not kept until its time would have been over.
    expire(timeout, [self, id, verb] {
        const auto late = self ? self->m_requests.find(id) : std::map<std::int64_t, Request>::iterator();
        if (self && late != self->m_requests.end())
            late->second.answer.resolve(
                base::Error{base::ErrorKind::Unreachable, base::Message("agent.no-answer"_msg).with("verb", verb), {}});
    });
    base::Result<std::string> result = co_await answer.wait(token);
    if (self)
        self->m_requests.erase(id);
    co_return result;
}

std::int64_t AgentClient::stream(std::string_view verb, const std::string &body, EventHandler onEvent,
    std::function<void(const base::Error &)> onError)
{
    const std::int64_t id = m_nextId++;
    if (m_closed)
        return id;
    Request entry;
    entry.streaming = true;
    entry.onEvent = std::move(onEvent);
    entry.onError = std::move(onError);
    m_requests.emplace(id, std::move(entry));
    send(protocol::requestLine(id, verb, body));
    return id;
}

void AgentClient::stop(std::int64_t streamId)
{
    m_requests.erase(streamId);
    if (!m_closed)
        send(protocol::requestLine(streamId, protocol::verb::kStop));
}

void AgentClient::close()
{
    if (!m_closed)
        m_process->closeInput();
}

void AgentClient::send(const std::string &line)
{
    if (!m_closed)
        m_process->write(QByteArray::fromStdString(line) + '\n');
}

void AgentClient::finish(base::Error error)
{
    if (std::exchange(m_closed, true))
        return;
    m_closedBy = error;
    m_waiting.clear();
    m_heartbeat.stop();
    m_process->disconnect(this);
    if (m_process->isRunning())
        m_process->cancel();
    m_hello.resolve(error);
    for (const auto &[id, request] : std::exchange(m_requests, {})) {
        request.answer.resolve(error);
        if (request.onError)
            request.onError(error);
    }
    Q_EMIT closed(error);
}

} // namespace sparkloom::engine
