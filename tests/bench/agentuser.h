// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

// One client of one virtual Spark, as the application is: it signs in with the password, uploads an agent, starts it,
// asks for the inventory, and then lets its counters stream.
struct AgentUser {
    int port = 0;
    // Results.
    bool inspected = false;       // signed in, and the inventory came
    double inspectSeconds = 0;    // for that
    std::uint64_t samples = 0;    // that came while `counting`
    std::uint64_t dropped = 0;    // that the agent let go because nobody read
    std::vector<double> delaysMs; // between reading the counters and their arrival here
    std::string problem;

    // Runs on a thread of its own. Streams counters at this many Hz from the moment that `stream` is set until `end`
    // is.
    void run(int hertz, const std::atomic<bool> &stream, const std::atomic<bool> &counting,
        const std::atomic<bool> &end, std::atomic<int> &ready);

private:
    void take(const std::string &line, bool counting);
    std::int64_t m_originNs = 0; // of the stream's times
    std::int64_t m_lastId = 2;
};
