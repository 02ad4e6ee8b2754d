// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

// What SSH packets hold (RFC 4251 section 5), written and read without any care for sense.
namespace sparkloom::test::malicious {

// Message numbers (RFC 4250 section 4.1, RFC 4252, RFC 4254).
enum Type {
    kDisconnect = 1,
    kIgnore = 2,
    kUnimplemented = 3,
    kDebug = 4,
    kServiceRequest = 5,
    kServiceAccept = 6,
    kKexInit = 20,
    kNewKeys = 21,
    kEcdhInit = 30,
    kEcdhReply = 31,
    kAuthRequest = 50,
    kAuthFailure = 51,
    kAuthSuccess = 52,
    kAuthBanner = 53,
    kPkOk = 60,
    kInfoRequest = 60,
    kInfoResponse = 61,
    kGlobalRequest = 80,
    kRequestSuccess = 81,
    kChannelOpen = 90,
    kOpenConfirmation = 91,
    kOpenFailure = 92,
    kWindowAdjust = 93,
    kData = 94,
    kExtendedData = 95,
    kEof = 96,
    kClose = 97,
    kChannelRequest = 98,
    kChannelSuccess = 99,
    kChannelFailure = 100
};

class Packet {
public:
    Packet() = default;
    explicit Packet(int type) { byte(type); }
    Packet &byte(int value)
    {
        m_bytes += static_cast<char>(value);
        return *this;
    }
    Packet &u32(std::uint32_t value)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
            byte(static_cast<int>(value >> shift & 0xff));
        return *this;
    }
    Packet &string(std::string_view text) { return u32(static_cast<std::uint32_t>(text.size())).raw(text); }
    Packet &raw(std::string_view text)
    {
        m_bytes += text;
        return *this;
    }
    // A positive number, big end first.
    Packet &number(std::string_view magnitude)
    {
        while (!magnitude.empty() && magnitude.front() == 0)
            magnitude.remove_prefix(1);
        const bool high = !magnitude.empty() && (magnitude.front() & 0x80);
        return string((high ? std::string(1, '\0') : std::string()) + std::string(magnitude));
    }
    const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

// Reads zeros and empty strings past the end.
class PacketReader {
public:
    explicit PacketReader(std::string_view bytes) : m_left(bytes) {}
    int byte()
    {
        const int value = m_left.empty() ? 0 : static_cast<unsigned char>(m_left.front());
        m_left.remove_prefix(m_left.empty() ? 0 : 1);
        return value;
    }
    std::uint32_t u32()
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 8 | static_cast<std::uint32_t>(byte());
        return value;
    }
    std::string_view string()
    {
        const std::uint32_t length = u32();
        const std::string_view text = m_left.substr(0, length);
        m_left.remove_prefix(text.size());
        return text;
    }
    void skip(std::size_t count) { m_left.remove_prefix(std::min(count, m_left.size())); }

private:
    std::string_view m_left;
};

} // namespace sparkloom::test::malicious
