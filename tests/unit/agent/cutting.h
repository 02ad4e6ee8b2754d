// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "txn.h"

#include <functional>
#include <string>
#include <vector>

// Cutting a piece of work on a machine at every point where it changes something.
namespace sparkloom::test {

inline constexpr int kMaxPoints = 500; // far more than any of the works has

// salt makes the id of the transaction, for works that are tried again.
struct Work {
    const char *name;
    std::shared_ptr<Machine> before;              // what stood before
    std::function<bool(Machine &, int salt)> run; // true when all of it was done
    std::string alwaysThere = {};                 // a file that may be replaced but never be missing

    // Makes a new machine one on which the work is to be done.
    void prepare(Machine &machine) const;
};
// A first set-up, a second one over it, taking it away again by a plan, the undo of one and of two; and a set-up that
// cuts our halves out of a file that also configures the management, and its undo.
std::vector<Work> works();

// A machine on which the work is to be done, and the two states that it may be in afterwards.
struct Case {
    explicit Case(const Work &work);
    std::string old, fresh;             // files and live state
    std::string oldAtBoot, freshAtBoot; // the same after a reboot
};

// What a reboot makes of a machine: /run and the live state are gone, systemd-sysctl and our unit have run, the
// renderer has taken up the netplan files.
void reboot(Machine &machine);
// What may be compared between two machines after a reboot: what no file configures keeps the MTU that it had.
std::string stateAtBoot(Machine &machine);
// Whether the work was committed, by its newest journal.
bool isCommitted(Machine &machine, int salt);
// The timers that are armed fire, once each; those whose program failed stay, as systemd tries them again.
void fireTimers(Machine &machine);
// What nobody needs any more, one per line: lock, timers, temporary files, files put aside, transactions that are open
// or were never begun. Empty when there is nothing.
std::string leftBehind(Machine &machine);

// Outcomes of many cuts, for one line of the log.
struct Tally {
    int points = 0, old = 0, fresh = 0, between = 0;
    // Counts a state; false where it is neither.
    bool count(const std::string &state, const std::string &oldState, const std::string &freshState);
    void print(const char *work, const char *fault) const;
};

} // namespace sparkloom::test
