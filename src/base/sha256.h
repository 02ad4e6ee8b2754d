// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sparkloom::base {

using Digest256 = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4), incremental. The agent has no crypto library to link, so this is our own.
class Sha256 {
public:
    Sha256();
    void update(std::string_view bytes);
    // Ends the computation; the object must not be used afterwards.
    Digest256 finish();

private:
    void block(const std::uint8_t *bytes);

    std::array<std::uint32_t, 8> m_state;
    std::array<std::uint8_t, 64> m_buffer{};
    std::uint64_t m_length = 0;
};

// Digest of a whole text, as 64 lower-case hex digits.
std::string sha256Hex(std::string_view bytes);
// HMAC-SHA-256 (RFC 2104), as 64 lower-case hex digits.
std::string hmacSha256Hex(std::string_view key, std::string_view bytes);
// Lower-case hex of any bytes.
std::string toHex(std::string_view bytes);

} // namespace sparkloom::base
