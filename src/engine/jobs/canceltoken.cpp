// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobs/canceltoken.h"

#include <map>
#include <utility>

namespace sparkloom::engine {

struct CancelToken::State {
    bool cancelled = false;
    CallbackId nextId = 1;
    std::map<CallbackId, std::function<void()>> callbacks;
    std::shared_ptr<State> parent;
    CallbackId idAtParent = 0;

    ~State()
    {
        if (parent)
            parent->callbacks.erase(idAtParent);
    }

    void cancel()
    {
        if (std::exchange(cancelled, true))
            return;
        // A callback may remove others or end what owns this token: take one at a time.
        while (!callbacks.empty()) {
            auto callback = std::move(callbacks.begin()->second);
            callbacks.erase(callbacks.begin());
            callback();
        }
    }
};

CancelToken::CancelToken() : m_state(std::make_shared<State>()) {}

CancelToken CancelToken::child() const
{
    CancelToken token;
    if (m_state->cancelled) {
        token.m_state->cancelled = true;
        return token;
    }
    const std::weak_ptr<State> weak = token.m_state;
    token.m_state->parent = m_state;
    token.m_state->idAtParent = onCancel([weak] {
        if (const auto state = weak.lock())
            state->cancel();
    });
    return token;
}

bool CancelToken::isCancelled() const
{
    return m_state->cancelled;
}

void CancelToken::cancel() const
{
    const auto state = m_state; // stays while callbacks run
    state->cancel();
}

CancelToken::CallbackId CancelToken::onCancel(std::function<void()> callback) const
{
    if (m_state->cancelled) {
        callback();
        return 0;
    }
    const CallbackId id = m_state->nextId++;
    m_state->callbacks.emplace(id, std::move(callback));
    return id;
}

void CancelToken::remove(CallbackId id) const
{
    m_state->callbacks.erase(id);
}

} // namespace sparkloom::engine
