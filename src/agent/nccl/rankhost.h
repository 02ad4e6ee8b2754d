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

// Starts the process in which NCCL and CUDA are loaded: the library can hang beyond rescue, and a process can be
// killed. A System that can do this also is a RankHost (LinuxSystem is; virtual Sparks have no GPU).
class RankHost {
public:
    // One running rank. Kills it and waits for its end when it goes.
    class Rank {
    public:
        virtual ~Rank() = default;
        virtual std::int64_t pid() const = 0;
        // Another line for its stdin; one that does not read gets no more than a pipe holds: false.
        virtual bool sendLine(std::string_view) { return false; }
        virtual void leave() = 0; // ends its stdin: it stops what it does and ends by itself
        virtual void kill() = 0;
        virtual bool stopped() const = 0; // by a signal or a debugger (state T or t)
    };
    struct Callbacks {
        std::function<void(std::string_view line)> line; // of stdout, bounded, without newline
        std::function<void(std::string_view bytes)> log; // of stderr
        std::function<void(int exitCode)> ended;         // once, after the last line; 128 + signal when killed
    };

    virtual ~RankHost() = default;
    // document: one line of JSON for its stdin, which then stays open.
    virtual base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, Callbacks callbacks) = 0;
    // NAME=VALUE of this process, from which nothing is passed on.
    virtual std::vector<std::string> inheritedEnvironment() const = 0;
};

} // namespace sparkloom::agent
