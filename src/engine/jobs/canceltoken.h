// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace sparkloom::engine {

// Says "stop" to everything that works on one task. Copies share the state. Main thread only.
// cancel() runs the callbacks before it returns, so that nothing of the task is left afterwards.
class CancelToken {
public:
    using CallbackId = std::uint64_t;

    CancelToken();
    // A token that is cancelled together with this one, and can be cancelled alone.
    CancelToken child() const;

    bool isCancelled() const;
    void cancel() const;
    // Called once by cancel(); at once where it is cancelled already (then the id is 0).
    CallbackId onCancel(std::function<void()> callback) const;
    void remove(CallbackId id) const; // unknown ids are ignored

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace sparkloom::engine
