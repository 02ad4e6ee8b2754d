// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include "domain/fabric/topology.h"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Random values of every type that has a JSON form, within the bounds that decode accepts. Own arithmetic instead of
// the standard distributions, which differ between libraries: a seed means the same everywhere.
namespace sparkloom::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t number() { return m_engine(); }
    std::uint64_t below(std::uint64_t bound) { return m_engine() % bound; }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1)); }
    bool flag() { return below(2) == 1; }
    std::int64_t wide() { return static_cast<std::int64_t>(m_engine()); }
    std::int64_t safe() { return wide() >> 11; }
    double real() { return static_cast<double>(below(1'000'000)) / 997.0; }

    std::string from(std::string_view alphabet, std::size_t least, std::size_t most)
    {
        std::string text;
        for (std::size_t i = least + below(most - least + 1); i > 0; --i)
            text += alphabet[below(alphabet.size())];
        return text;
    }
    std::string hex(std::size_t digits) { return from("0123456789abcdef", digits, digits); }
    std::string token(std::size_t most) { return from("abcxyzABCXYZ0123456789.-_", 1, most); }
    std::string netdev() { return from("enps0123456789PRv", 3, 15); }
    // Plain text with everything that JSON must escape, and characters of two to four bytes.
    std::string text()
    {
        static const std::vector<std::string> kPieces = {"a", "Z", "\"", "\\", "\n", "\t", "\x01", "\x7f", "/", "{",
            "]", ",", "'", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x8e\x89", std::string(1, '\0')};
        std::string out;
        for (std::uint64_t i = below(20); i > 0; --i)
            out += kPieces[below(kPieces.size())];
        return out;
    }
    template <typename T, typename Make>
    std::vector<T> list(std::size_t most, Make make)
    {
        std::vector<T> values;
        for (std::uint64_t i = below(most + 1); i > 0; --i)
            values.push_back(make());
        return values;
    }

    domain::SparkId spark() { return {hex(32)}; }
    domain::HalfId half() { return domain::kAllHalves[below(4)]; }
    domain::CageIndex cage() { return domain::kAllCages[below(2)]; }
    domain::MacAddress mac()
    {
        domain::MacAddress address;
        for (auto &byte : address.bytes)
            byte = static_cast<std::uint8_t>(number());
        return address;
    }
    domain::Ipv4Address ipv4() { return {static_cast<std::uint32_t>(number())}; }
    domain::Ipv4Interface interface() { return {ipv4(), between(0, 32)}; }
    domain::Ipv4Prefix prefix() { return domain::Ipv4Prefix::of(ipv4(), between(0, 32)); }
    std::string path() { return "/etc/netplan/" + token(20) + ".yaml"; }
    // Any ed25519 public key: the type and 32 random bytes in base64 (the last digits carry the random bytes).
    std::string publicKey()
    {
        return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + from("ABCDEFGHIJKLMNOP", 1, 1)
            + from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 42, 42);
    }

private:
    std::mt19937_64 m_engine;
};

template <typename T>
T make(Random &random);

} // namespace sparkloom::test
