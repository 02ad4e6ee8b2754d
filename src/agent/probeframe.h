// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/fabric/cablemap.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// What one probe datagram says: which half of which Spark sent it, in which run (measurement-and-safety 4.2).
struct ProbeFrame {
    std::string runNonce; // 32 hex digits
    domain::HalfRef from;
    std::uint64_t sequence = 0;
};

// "sparkloom1 NONCE SPARK HALF SEQUENCE HMAC": plain text, at most 200 bytes.
std::string renderProbeFrame(const ProbeFrame &frame, std::string_view runKey);
// The frame where its form, the nonce and the HMAC fit; nothing for anything else. Compares in constant time.
std::optional<ProbeFrame> parseProbeFrame(std::string_view payload, std::string_view runNonce, std::string_view runKey);

// Whether text is exactly this many lower-case hex digits.
bool isHex(std::string_view text, std::size_t digits);

} // namespace sparkloom::agent
