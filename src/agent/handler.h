// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/session.h"
#include "agent/system.h"
#include "protocol/codec.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace sparkloom::agent {

// The answers to one request. Copies share one state; after done() or fail() nothing more is sent.
class Reply {
public:
    using Send = std::function<void(std::string line)>;

    Reply(std::int64_t id, Send send);
    std::int64_t id() const;
    void event(std::string_view type, std::string_view body) const;
    void done(std::string_view body = "{}") const;
    void fail(const base::Error &error) const;
    bool open() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

// What every handler gets. settled is to be called when busy() may have become false.
struct Context {
    System &system;
    Mode mode = Mode::User;
    std::function<void()> settled;
};

// Serves one verb, or a few that share one concern.
class Handler {
public:
    explicit Handler(Context context) : m_context(std::move(context)) {}
    virtual ~Handler() = default;
    Handler(const Handler &) = delete;
    Handler &operator=(const Handler &) = delete;

    virtual void handle(const protocol::Envelope &request, Reply reply) = 0;
    // The application asks a streaming request of this handler to end; an unknown id is ignored.
    virtual void stop(std::int64_t) {}
    // stdin is gone: take back what must not outlive the application.
    virtual void inputEnded() {}
    // Something must still end before the process may go.
    virtual bool busy() const { return false; }
    // Silence of the application counts as its end.
    virtual bool needsHeartbeat() const { return false; }
    // What the process exits with when this handler could not take something back.
    virtual int exitCode() const { return 0; }

protected:
    System &system() const { return m_context.system; }
    Mode mode() const { return m_context.mode; }
    void settled() const { m_context.settled(); }

    // Wraps a callback so that it does nothing once this handler is gone.
    template <typename Function>
    auto guarded(Function function) const
    {
        return [life = std::weak_ptr<int>(m_life), function = std::move(function)](auto &&...arguments) mutable {
            if (!life.expired())
                function(std::forward<decltype(arguments)>(arguments)...);
        };
    }

private:
    Context m_context;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

// Decodes the body of a request, or answers it with the error.
template <typename Body>
std::optional<Body> bodyOf(const protocol::Envelope &request, const Reply &reply)
{
    auto body = protocol::decode<Body>(request.body);
    if (!body) {
        reply.fail(body.error());
        return std::nullopt;
    }
    return std::move(body).value();
}

} // namespace sparkloom::agent
