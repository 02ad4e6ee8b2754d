// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobs/pending.h"

#include <deque>
#include <memory>

namespace sparkloom::engine {

// Lets one coroutine at a time through, in the order of asking: a person answers one question at a time.
class Turns {
public:
    // Held until its last copy goes.
    using Turn = std::shared_ptr<void>;

    QCoro::Task<base::Result<Turn>> next(CancelToken token);

private:
    struct Waiting {
        Pending<void> called;
        bool gone = false;
    };
    struct State {
        bool taken = false;
        std::deque<std::shared_ptr<Waiting>> waiting;
        void callNext();
    };
    static Turn take(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace sparkloom::engine
