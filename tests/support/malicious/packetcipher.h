// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sparkloom::test::malicious {

// What makes the keys of one direction: the bytes that RFC 4253 section 7.2 derives for its three letters.
struct KeyMaterial {
    std::string start;     // letter A or B
    std::string key;       // C or D, 64 bytes
    std::string integrity; // E or F
};

// One direction of an encrypted connection, packet by packet. Throws when libcrypto refuses.
class PacketCipher {
public:
    virtual ~PacketCipher() = default;
    // A frame (length, padding length, payload, padding) as it goes over the wire; spoiled: with a check that is wrong.
    virtual std::string seal(std::uint32_t number, const std::string &frame, bool spoiled) = 0;
    // The length field of the packet that begins so, with what was decrypted of it; first: beginning() bytes.
    virtual std::string begin(std::uint32_t number, const std::string &first) = 0;
    // The rest of that packet; the check at its end is not looked at, since the client's honesty is not in question.
    virtual std::string rest(std::uint32_t number, const std::string &sealed) = 0;
    virtual std::size_t beginning() const = 0;
    virtual std::size_t check() const = 0;    // bytes at the end
    virtual std::size_t block() const = 0;    // what padding fills up to a multiple of ...
    virtual std::size_t unpadded() const = 0; // ... without these bytes at the start
};

// aes256-ctr with hmac-sha2-256 (RFC 4253, RFC 4344), aes256-gcm@openssh.com (RFC 5647) or
// chacha20-poly1305@openssh.com (OpenSSH's PROTOCOL.chacha20poly1305), by the name in the KEXINIT.
std::unique_ptr<PacketCipher> makeCipher(std::string_view name, const KeyMaterial &keys);

} // namespace sparkloom::test::malicious
