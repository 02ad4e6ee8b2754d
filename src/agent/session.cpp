// SPDX-License-Identifier: Apache-2.0
#include "agent/session.h"

#include "agent/handler.h"
#include "agent/handlers.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

// Lines that are no request are answered, but not without end.
constexpr int kMaxBadLines = 64;

} // namespace

class Session::Private {
public:
    Private(System &system, Mode mode, std::function<void(std::string)> send)
        : m_system(system), m_mode(mode), m_send(std::move(send))
    {
        m_handlers = makeHandlers({system, mode, [this] { settle(); }});
    }

    ~Private()
    {
        m_system.loop().cancel(m_heartbeat);
        m_system.loop().cancel(m_settling);
    }

    void start()
    {
        const Identity identity = m_system.identity();
        m_send(protocol::helloLine(
            {SPARKLOOM_VERSION, m_mode == Mode::Root ? "root" : "user", identity.pid, identity.virtualSpark}));
        m_lastHeard = m_system.loop().monotonic();
        watchHeartbeat();
    }

    void receive(std::string_view bytes)
    {
        m_lastHeard = m_system.loop().monotonic();
        while (!bytes.empty() && !m_inputEnded) {
            const std::size_t end = bytes.find('\n');
            const std::string_view part = bytes.substr(0, end);
            if (m_line.size() + part.size() > protocol::kMaxMessageBytes) {
                m_line.clear();
                m_skipping = true;
            } else if (!m_skipping) {
                m_line += part;
            }
            if (end == std::string_view::npos)
                return;
            bytes.remove_prefix(end + 1);
            finishLine();
        }
    }

    void inputEnded()
    {
        if (std::exchange(m_inputEnded, true))
            return;
        for (const auto &handler : m_handlers.all)
            handler->inputEnded();
        settle();
    }

    Handlers m_handlers;
    bool m_finished = false;
    int m_exitCode = 0;
    std::function<void()> m_onFinished;

private:
    void finishLine()
    {
        if (std::exchange(m_skipping, false)) {
            bad(base::protocolError("remote.line-too-long"_msg));
            return;
        }
        const std::string line = std::exchange(m_line, {});
        if (base::trimmed(line).empty())
            return;
        const auto envelope = protocol::decodeLine(line);
        if (envelope)
            dispatch(*envelope);
        else
            bad(envelope.error());
        // A request may have kept this thread busy for long: that was not the application's silence.
        m_lastHeard = m_system.loop().monotonic();
    }

    void bad(const base::Error &error)
    {
        m_send(protocol::errorLine(0, error));
        if (++m_badLines >= kMaxBadLines) {
            m_exitCode = 1;
            inputEnded();
        }
    }

    void dispatch(const protocol::Envelope &request)
    {
        if (request.type == protocol::verb::kHeartbeat) {
            m_heartbeatsCome = true;
            return;
        }
        if (request.type == protocol::verb::kStop) {
            for (const auto &handler : m_handlers.all)
                handler->stop(request.id);
            return;
        }
        const Reply reply(request.id, m_send);
        const auto found = m_handlers.byVerb.find(request.type);
        if (found == m_handlers.byVerb.end()) {
            reply.fail(base::protocolError(
                base::Message("remote.unknown-verb"_msg).with("verb", base::cleanText(request.type, 64))));
            return;
        }
        found->second->handle(request, reply);
    }

    // An application that sends heartbeats and falls silent is gone: an idle agent ends too then, for a connection that
    // broke without a word would keep it for hours. Whoever streams or has something to take back needs heartbeats in
    // any case.
    void watchHeartbeat()
    {
        m_heartbeat = m_system.loop().after(std::chrono::seconds(1), [this] {
            const bool needed = m_heartbeatsCome
                || std::any_of(m_handlers.all.begin(), m_handlers.all.end(),
                    [](const auto &handler) { return handler->needsHeartbeat(); });
            if (needed && m_system.loop().monotonic() - m_lastHeard > protocol::kHeartbeatTimeout) {
                m_heartbeat = 0;
                inputEnded();
                return;
            }
            watchHeartbeat();
        });
    }

    // Once stdin is gone and nothing is left to undo, the process may end; said from the loop, never from inside a
    // call.
    void settle()
    {
        if (!m_inputEnded || m_finished || m_settling)
            return;
        m_settling = m_system.loop().after(std::chrono::milliseconds(0), [this] {
            m_settling = 0;
            const bool busy = std::any_of(
                m_handlers.all.begin(), m_handlers.all.end(), [](const auto &handler) { return handler->busy(); });
            if (busy || m_finished)
                return;
            m_finished = true;
            for (const auto &handler : m_handlers.all)
                m_exitCode = std::max(m_exitCode, handler->exitCode());
            m_system.loop().cancel(m_heartbeat);
            m_heartbeat = 0;
            if (m_onFinished)
                m_onFinished();
        });
    }

    System &m_system;
    Mode m_mode;
    std::function<void(std::string)> m_send;
    std::string m_line;
    bool m_skipping = false;
    bool m_inputEnded = false;
    bool m_heartbeatsCome = false;
    int m_badLines = 0;
    Loop::TimerId m_heartbeat = 0;
    Loop::TimerId m_settling = 0;
    std::chrono::nanoseconds m_lastHeard{};
};

Session::Session(System &system, Mode mode, std::function<void(std::string line)> send)
    : m(std::make_unique<Private>(system, mode, std::move(send)))
{}

Session::~Session() = default;

void Session::start()
{
    m->start();
}

void Session::receive(std::string_view bytes)
{
    m->receive(bytes);
}

void Session::inputEnded()
{
    m->inputEnded();
}

bool Session::finished() const
{
    return m->m_finished;
}

int Session::exitCode() const
{
    return m->m_exitCode;
}

void Session::onFinished(std::function<void()> callback)
{
    m->m_onFinished = std::move(callback);
}

} // namespace sparkloom::agent
