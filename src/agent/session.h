// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sparkloom::agent {

enum class Mode { User, Root };

// One agent process (or one simulated one): takes bytes of stdin, gives lines for stdout, event-driven, one thread.
// Start with start(); it sends hello. When finished() becomes true (stdin ended and everything is undone or done) the
// owner ends the process with exitCode(). In Root mode stdin EOF before persist rolls the transaction back at once.
class Session {
public:
    // send gets whole lines without newline.
    Session(System &system, Mode mode, std::function<void(std::string line)> send);
    ~Session();

    void start();
    void receive(std::string_view bytes);
    void inputEnded(); // stdin EOF or SIGHUP
    bool finished() const;
    int exitCode() const;
    // Called once when finished() becomes true.
    void onFinished(std::function<void()> callback);

private:
    class Private;
    std::unique_ptr<Private> m;
};

// What `sparkloom-agent recover` does at boot and `sparkloom-agent rollback ID` does when the timer fires: takes an
// uncommitted transaction back. Idempotent; true when something was rolled back. At boot nothing has configured the
// network yet, unless an earlier try failed: then it has `started`, and the live settings are put back too.
base::Result<bool> recover(System &system, std::string_view transactionId, bool atBoot, bool started = false);

} // namespace sparkloom::agent
