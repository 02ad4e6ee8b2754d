// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

struct ProgramCall {
    std::vector<std::string> argv; // argv[0] is looked up in a fixed clean PATH; no word has a newline
    std::string folder = {};       // that it works in; empty: that of the agent
    std::int64_t mostBytes = 0;    // of each file that it writes (RLIMIT_FSIZE); 0: what the user may
};

// Runs a program of the machine for as long as somebody wants it, with a clean environment and no shell. A System that
// can do this also is a ProgramHost: LinuxSystem starts it, sim/ plays it.
class ProgramHost {
public:
    // A running program. Destroying it ends it at once; it never outlives the agent, however that ends.
    class Child {
    public:
        virtual ~Child() = default;
    };
    // Called on the thread of the Loop, never from inside the call that was given them.
    struct Callbacks {
        std::function<void(std::string_view line)> line; // of stdout, bounded, without newline
        // Once, after the last line; 127 where there is no such program. errors: the end of stderr, bounded.
        std::function<void(int exitCode, const std::string &errors)> ended;
    };

    virtual ~ProgramHost() = default;
    virtual base::Result<std::unique_ptr<Child>> startProgram(ProgramCall call, Callbacks callbacks) = 0;
};

} // namespace sparkloom::agent
