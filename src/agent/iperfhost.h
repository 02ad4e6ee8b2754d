// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/hardware/address.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// Runs the owner's iperf3 for as long as somebody wants it. A System that can do this also is an IperfHost: LinuxSystem
// starts the program, sim/ plays it over the flows of a virtual world.
class IperfHost {
public:
    // A running iperf3. Destroying it ends it at once; nothing listens any more then.
    class Child {
    public:
        virtual ~Child() = default;
    };
    // Called on the thread of the Loop, never from inside the call that was given them.
    struct Callbacks {
        std::function<void(std::string_view line)> line; // of stdout, bounded, without newline
        // Once, after the last line. errors: of stderr, bounded.
        std::function<void(int exitCode, const std::string &errors)> ended;
    };

    virtual ~IperfHost() = default;
    // A TCP port of this address that nobody uses at this moment.
    virtual base::Result<int> freePort(domain::Ipv4Address local) = 0;
    // arguments: flags, numbers and addresses, each without blanks.
    virtual base::Result<std::unique_ptr<Child>> startIperf(
        std::vector<std::string> arguments, Callbacks callbacks) = 0;
};

} // namespace sparkloom::agent
