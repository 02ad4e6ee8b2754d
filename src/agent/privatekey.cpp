// SPDX-License-Identifier: Apache-2.0
#include "agent/privatekey.h"

#include "base/base64.h"
#include "base/text.h"

#include <cstddef>
#include <cstdint>

namespace sparkloom::agent {

namespace {

constexpr std::string_view kKeyBegin = "-----BEGIN OPENSSH PRIVATE KEY-----";
constexpr std::string_view kKeyEnd = "-----END OPENSSH PRIVATE KEY-----";
constexpr std::string_view kKeyMagic("openssh-key-v1\0", 15);
constexpr std::string_view kKeyType = "ssh-ed25519";
constexpr std::size_t kMostKeyText = 4096;
constexpr std::size_t kPublicKeySize = 32;
constexpr std::size_t kKeyBlock = 8;        // what the private part is filled up to where it is not locked;
constexpr std::size_t kMostKeyFilling = 15; // libssh fills it up to 16

// Numbers and texts of OpenSSH's key format, one after the other; once something is missing, all that follows is empty.
class KeyReader {
public:
    explicit KeyReader(std::string_view bytes) : m_rest(bytes) {}

    std::uint32_t number()
    {
        const std::string_view bytes = take(4);
        std::uint32_t value = 0;
        for (const char byte : bytes)
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }
    std::string_view text() { return take(number()); }
    std::string_view take(std::size_t count)
    {
        if (count > m_rest.size()) {
            m_whole = false;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    std::string_view rest() const { return m_rest; }
    bool whole() const { return m_whole; }

private:
    std::string_view m_rest;
    bool m_whole = true;
};

std::optional<std::string> keyBytesOf(std::string_view file)
{
    file = base::trimmed(file);
    if (file.size() > kMostKeyText || file.size() < kKeyBegin.size() + kKeyEnd.size() || !file.starts_with(kKeyBegin)
        || !file.ends_with(kKeyEnd))
        return std::nullopt;
    file.remove_prefix(kKeyBegin.size());
    file.remove_suffix(kKeyEnd.size());
    std::string digits;
    for (const char c : file)
        if (c != '\n' && c != '\r')
            digits += c;
    return base::fromBase64(digits);
}

bool isKeyFilling(std::string_view rest)
{
    if (rest.size() > kMostKeyFilling)
        return false;
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (static_cast<unsigned char>(rest[i]) != i + 1)
            return false;
    return true;
}

// The part that is locked where a passphrase is: twice one random number, then the whole key again.
bool opensToKey(std::string_view part, std::string_view publicKey)
{
    KeyReader reader(part);
    const std::uint32_t first = reader.number(), second = reader.number();
    const std::string_view type = reader.text(), again = reader.text(), secret = reader.text();
    reader.text(); // comment
    return reader.whole() && first == second && type == kKeyType && again == publicKey
        && secret.size() == 2 * kPublicKeySize && secret.substr(kPublicKeySize) == publicKey
        && part.size() % kKeyBlock == 0 && isKeyFilling(reader.rest());
}

} // namespace

std::optional<std::string> publicHalfOf(std::string_view privateKeyFile)
{
    const std::optional<std::string> bytes = keyBytesOf(privateKeyFile);
    if (!bytes)
        return std::nullopt;
    KeyReader reader(*bytes);
    const bool known = reader.take(kKeyMagic.size()) == kKeyMagic;
    const std::string_view cipher = reader.text(), derivation = reader.text(), options = reader.text();
    const std::uint32_t keys = reader.number();
    const std::string_view blob = reader.text(), part = reader.text();
    if (!known || !reader.whole() || !reader.rest().empty() || cipher != "none" || derivation != "none"
        || !options.empty() || keys != 1)
        return std::nullopt;
    KeyReader inner(blob);
    const std::string_view type = inner.text(), publicKey = inner.text();
    if (!inner.whole() || !inner.rest().empty() || type != kKeyType || publicKey.size() != kPublicKeySize
        || !opensToKey(part, publicKey))
        return std::nullopt;
    return std::string(kKeyType) + ' ' + base::toBase64(blob);
}

} // namespace sparkloom::agent
