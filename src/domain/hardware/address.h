// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkloom::domain {

struct MacAddress {
    std::array<std::uint8_t, 6> bytes{};

    // "4c:bb:47:00:a1:05", either case; nothing else.
    static std::optional<MacAddress> parse(std::string_view text);
    std::string toString() const;
    // The address `offset` above this one, carrying into higher bytes.
    MacAddress plus(int offset) const;
    bool isZero() const;
    friend auto operator<=>(const MacAddress &, const MacAddress &) = default;
};

struct Ipv4Address {
    std::uint32_t value = 0; // host byte order

    // Dotted quad without leading zeros; nothing else.
    static std::optional<Ipv4Address> parse(std::string_view text);
    std::string toString() const;
    friend auto operator<=>(const Ipv4Address &, const Ipv4Address &) = default;
};

// A network: the host bits are zero.
struct Ipv4Prefix {
    Ipv4Address network;
    int length = 32; // 0 to 32

    // "10.100.0.0/24"; host bits must be zero.
    static std::optional<Ipv4Prefix> parse(std::string_view text);
    // The network that an address with this prefix length lies in.
    static Ipv4Prefix of(Ipv4Address address, int length);
    std::string toString() const;
    bool contains(Ipv4Address address) const;
    bool overlaps(const Ipv4Prefix &other) const;
    friend auto operator<=>(const Ipv4Prefix &, const Ipv4Prefix &) = default;
};

// An address on an interface, with its prefix length: "10.100.0.1/24".
struct Ipv4Interface {
    Ipv4Address address;
    int length = 24; // 0 to 32

    static std::optional<Ipv4Interface> parse(std::string_view text);
    std::string toString() const;
    Ipv4Prefix prefix() const { return Ipv4Prefix::of(address, length); }
    friend auto operator<=>(const Ipv4Interface &, const Ipv4Interface &) = default;
};

// A name that Linux allows for an interface and that is safe everywhere: ^[A-Za-z0-9_.-]{1,15}$, not "." or "..".
bool isInterfaceName(std::string_view name);
// A user name that may be sent to sshd: ^[a-z_][a-z0-9_.-]{0,31}$ (measurement-and-safety 8.2).
bool isUserName(std::string_view name);
// A DNS label set of at most 253 bytes (letters, digits, hyphen, dot), or an IPv4 / IPv6 literal with optional zone.
bool isHostNameOrAddress(std::string_view text);

} // namespace sparkloom::domain
