// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace sparkloom::base {

// The id of a sentence that engine/text knows. Written in code only as "area.name"_msg, so that a test can
// collect every id from the sources and fail on one without text.
class MessageId {
public:
    constexpr explicit MessageId(std::string_view id) : m_id(id) {}
    constexpr std::string_view text() const { return m_id; }

private:
    std::string_view m_id;
};

inline namespace literals {
consteval MessageId operator""_msg(const char *id, std::size_t size)
{
    return MessageId(std::string_view(id, size));
}
} // namespace literals

// A sentence without words: an id and typed arguments. engine/text turns it into a translated sentence.
// Arguments that come from the network are untrusted plain text; engine/text bounds and cleans them.
struct Message {
    using Argument = std::variant<std::int64_t, double, std::string>;

    Message() = default;
    Message(MessageId messageId) : id(messageId.text()) {}
    // Adds an argument and returns the message, so that calls chain.
    Message &&with(std::string name, std::int64_t value) &&;
    Message &&with(std::string name, int value) &&;
    Message &&with(std::string name, double value) &&;
    Message &&with(std::string name, std::string value) &&;
    Message &&with(std::string name, const char *value) &&;

    bool empty() const { return id.empty(); }
    friend bool operator==(const Message &, const Message &) = default;

    std::string id;
    std::map<std::string, Argument> arguments;
};

} // namespace sparkloom::base
