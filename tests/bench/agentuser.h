// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

// One client of one virtual Spark, as the application is: it signs in with the password, uploads an agent, starts it,
// asks for the inventory, and then for the counters again and again.
struct AgentUser {
    int port = 0;
    // Results.
    bool inspected = false;       // signed in, and the inventory came
    double inspectSeconds = 0;    // for that
    std::uint64_t snapshots = 0;  // counters that came
    std::vector<double> delaysMs; // between asking and answer
    std::string problem;

    // Runs on a thread of its own. Streams counters at this many Hz from the moment that `stream` is set until `end`
    // is.
    void run(double hertz, const std::atomic<bool> &stream, const std::atomic<bool> &end, std::atomic<int> &ready);
};
