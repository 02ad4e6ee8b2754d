// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "harness.h"

namespace sparkloom::test {

// What `hosts` of a configuration looks like: one other Spark over both lanes of Machine::begin().
std::vector<domain::HostsEntry> hostsOfTwo();

// A machine on which a set-up can be made, with a foreign file about the same half, and what must be as before after a
// rollback: files, live state, timers and lock.
class Machine {
public:
    Machine();

    // Asks one phase; the status of its answer, or none where it was refused (then `error` holds why).
    std::optional<protocol::TransactionStatus> step(
        Harness &harness, std::string_view verb, const std::string &body = "{}");
    protocol::TransactionBegin begin(const std::string &id = "00000000000000a1") const;
    protocol::UndoRequest undo(const std::string &id = "00000000000000b1") const { return {id, 90, "me@pc"}; }
    // A whole set-up to the commit; true when every phase was done.
    bool setUp(const std::string &id = "00000000000000a1");
    bool undoWhole(const std::string &id = "00000000000000b1");

    // Everything that a rollback must give back.
    std::string state();
    bool nothingLeftBehind(); // no timer, no lock

    FakeSystem system;
    std::optional<base::Error> error;
};

} // namespace sparkloom::test
