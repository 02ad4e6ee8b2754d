// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// The names that a Spark resolves by itself, as anybody there may read them.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kHostsFile = "hosts-file"; // no root
} // namespace verb

struct HostsFileAnswer {
    std::string text; // of /etc/hosts, empty where there is none
};

} // namespace sparkloom::protocol
