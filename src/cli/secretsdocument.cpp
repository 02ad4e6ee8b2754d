// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretsdocument.h"

#include "cli/exitcode.h"
#include "domain/hardware/address.h"

#include <QStringList>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace sparkloom::cli {
using namespace base::literals;
namespace {

constexpr std::size_t kMaxHosts = 1024;
constexpr std::size_t kMaxNameBytes = 255;

// A buffer that is zeroed when it goes and never moves.
class WipedBuffer {
public:
    explicit WipedBuffer(std::size_t size) : m_bytes(size) {}
    ~WipedBuffer() { base::Secret::wipe(m_bytes.data(), m_bytes.size()); }
    WipedBuffer(const WipedBuffer &) = delete;
    WipedBuffer &operator=(const WipedBuffer &) = delete;

    char *data() { return m_bytes.data(); }
    std::size_t size() const { return m_bytes.size(); }

private:
    std::vector<char> m_bytes;
};

base::Error wrong(const char *where)
{
    return usageError(base::Message("cli.secrets-wrong"_msg).with("where", where));
}

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return std::nullopt;
}

} // namespace

// Recursive descent over exactly the shape that the schema allows. Every step returns false on the first mistake.
class SecretsParser {
public:
    explicit SecretsParser(std::span<char> text)
        : m_text(text.data(), text.size()), m_decoded(base::Secret::kMaxSize + 4)
    {}

    base::Result<SecretsDocument> run()
    {
        bool schema = false, version = false, hosts = false;
        const bool ok = object([&](std::string_view key) {
            if (key == "schema" && !schema)
                return schema = string() && view() == "sparkloom-secrets";
            if (key == "version" && !version)
                return version = literal("1");
            if (key == "hosts" && !hosts)
                return hosts = hostTable();
            return false;
        });
        skipBlank();
        if (!ok || m_at != m_text.size())
            return wrong(m_where);
        if (!schema || !version || !hosts)
            return wrong("schema, version or hosts");
        return std::move(m_document);
    }

private:
    std::string_view view() { return {m_decoded.data(), m_length}; }

    void skipBlank()
    {
        while (m_at < m_text.size() && std::strchr(" \t\r\n", m_text[m_at]) && m_text[m_at] != '\0')
            ++m_at;
    }

    bool literal(std::string_view wanted)
    {
        skipBlank();
        if (m_text.substr(m_at, wanted.size()) != wanted)
            return false;
        m_at += wanted.size();
        return true;
    }

    // {"key": value, ...}; field() reads the value of the key it is given.
    template <typename Field>
    bool object(Field field)
    {
        if (!literal("{"))
            return false;
        if (literal("}"))
            return true;
        do {
            if (!string())
                return false;
            const std::string key(view().substr(0, kMaxNameBytes)); // names are no secret
            if (!literal(":") || !field(key))
                return false;
        } while (literal(","));
        return literal("}");
    }

    bool hostTable()
    {
        m_where = "hosts";
        return object([&](const std::string &host) {
            if (!domain::isHostNameOrAddress(host) || m_document.m_hosts.size() >= kMaxHosts)
                return false;
            const auto [entry, added] = m_document.m_hosts.try_emplace(QString::fromStdString(host).toLower());
            return added && hostFields(entry->second);
        });
    }

    bool hostFields(HostSecrets &secrets)
    {
        return object([&](const std::string &key) {
            if (key == "user") {
                m_where = "user";
                if (!string() || !domain::isUserName(view()))
                    return false;
                secrets.user = QString::fromUtf8(view().data(), static_cast<qsizetype>(view().size()));
                return true;
            }
            if (key == "password")
                return secret("password", secrets.password);
            if (key == "sudoPassword")
                return secret("sudoPassword", secrets.sudoPassword);
            if (key == "keyPassphrase")
                return secret("keyPassphrase", secrets.keyPassphrase);
            m_where = "a field that is not known";
            return false;
        });
    }

    bool secret(const char *where, base::Secret &secret)
    {
        m_where = where;
        if (!string() || m_length == 0 || !secret.empty())
            return false;
        secret = base::Secret(view());
        return true;
    }

    bool put(unsigned char byte)
    {
        if (m_length >= base::Secret::kMaxSize)
            return false;
        m_decoded.data()[m_length++] = static_cast<char>(byte);
        return true;
    }

    bool putCharacter(std::uint32_t c)
    {
        if (c == 0)
            return false;
        if (c < 0x80)
            return put(static_cast<unsigned char>(c));
        if (c < 0x800)
            return put(static_cast<unsigned char>(0xc0 | c >> 6)) && put(static_cast<unsigned char>(0x80 | (c & 0x3f)));
        if (c < 0x10000)
            return put(static_cast<unsigned char>(0xe0 | c >> 12))
                && put(static_cast<unsigned char>(0x80 | (c >> 6 & 0x3f)))
                && put(static_cast<unsigned char>(0x80 | (c & 0x3f)));
        return put(static_cast<unsigned char>(0xf0 | c >> 18))
            && put(static_cast<unsigned char>(0x80 | (c >> 12 & 0x3f)))
            && put(static_cast<unsigned char>(0x80 | (c >> 6 & 0x3f)))
            && put(static_cast<unsigned char>(0x80 | (c & 0x3f)));
    }

    std::optional<std::uint32_t> fourHexDigits()
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            const auto digit = m_at < m_text.size() ? hexDigit(m_text[m_at]) : std::nullopt;
            if (!digit)
                return std::nullopt;
            value = value << 4 | static_cast<std::uint32_t>(*digit);
            ++m_at;
        }
        return value;
    }

    bool unicodeEscape()
    {
        const auto first = fourHexDigits();
        if (!first || (*first >= 0xdc00 && *first < 0xe000))
            return false;
        if (*first < 0xd800 || *first >= 0xe000)
            return putCharacter(*first);
        if (m_text.substr(m_at, 2) != "\\u")
            return false;
        m_at += 2;
        const auto second = fourHexDigits();
        if (!second || *second < 0xdc00 || *second >= 0xe000)
            return false;
        return putCharacter(0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00));
    }

    bool escape()
    {
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at++];
        if (c == 'u')
            return unicodeEscape();
        const std::size_t which = kFrom.find(c);
        return which != std::string_view::npos && put(static_cast<unsigned char>(kTo[which]));
    }

    // A JSON string, decoded into m_decoded.
    bool string()
    {
        if (!literal("\""))
            return false;
        m_length = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (c == '\\' ? !escape() : static_cast<unsigned char>(c) < 0x20 || !put(static_cast<unsigned char>(c)))
                return false;
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    WipedBuffer m_decoded;
    std::size_t m_length = 0;
    const char *m_where = "the beginning";
    SecretsDocument m_document;
};

base::Result<SecretsDocument> SecretsDocument::parse(std::span<char> text)
{
    base::Result<SecretsDocument> result = SecretsParser(text).run();
    base::Secret::wipe(text.data(), text.size());
    return result;
}

base::Result<SecretsDocument> SecretsDocument::read(int descriptor)
{
    WipedBuffer buffer(kMaxBytes + 1);
    std::size_t length = 0;
    while (length < buffer.size()) {
        const ssize_t got = ::read(descriptor, buffer.data() + length, buffer.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            const std::string reason = std::strerror(errno);
            return usageError(
                base::Message("cli.secrets-unreadable"_msg).with("fd", descriptor).with("reason", reason));
        }
        if (got == 0)
            break;
        length += static_cast<std::size_t>(got);
    }
    ::close(descriptor);
    if (length > kMaxBytes)
        return usageError(
            base::Message("cli.secrets-too-large"_msg).with("limit", static_cast<std::int64_t>(kMaxBytes)));
    return parse({buffer.data(), length});
}

const HostSecrets *SecretsDocument::find(const QStringList &names) const
{
    for (const QString &name : names) {
        const auto entry = m_hosts.find(name.toLower());
        if (entry != m_hosts.end())
            return &entry->second;
    }
    return nullptr;
}

} // namespace sparkloom::cli
