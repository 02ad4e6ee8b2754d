// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobs/turns.h"

namespace sparkloom::engine {

void Turns::State::callNext()
{
    while (!taken && !waiting.empty()) {
        const std::shared_ptr<Waiting> next = waiting.front();
        waiting.pop_front();
        if (next->gone)
            continue;
        next->called.resolve({});
        return;
    }
}

Turns::Turn Turns::take(const std::shared_ptr<State> &state)
{
    state->taken = true;
    return Turn(static_cast<void *>(state.get()), [state](void *) {
        state->taken = false;
        state->callNext();
    });
}

QCoro::Task<base::Result<Turns::Turn>> Turns::next(CancelToken token)
{
    const std::shared_ptr<State> state = m_state;
    while (state->taken) {
        const auto waiting = std::make_shared<Waiting>();
        state->waiting.push_back(waiting);
        const base::Result<void> turn = co_await waiting->called.wait(token);
        if (!turn) {
            waiting->gone = true;
            if (waiting->called.isResolved()) // it was called already: the next one is, then
                state->callNext();
            co_return turn.error();
        }
    }
    co_return take(state);
}

} // namespace sparkloom::engine
