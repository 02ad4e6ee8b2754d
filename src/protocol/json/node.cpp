// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/node.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sparkloom::protocol::json {
namespace {

template <typename I>
void exchangeInteger(Node &node, I &value, Range range)
{
    if (node.writing()) {
        node.json() = static_cast<std::int64_t>(value);
        return;
    }
    const Json &json = node.json();
    const bool tooLarge = json.is_number_unsigned()
        && json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!json.is_number_integer() || tooLarge)
        return node.fail();
    const std::int64_t number = json.get<std::int64_t>();
    if (number < range.min || number > range.max)
        return node.fail();
    value = static_cast<I>(number);
}

// Decimal text without sign (but for negative numbers), leading zeros or blanks.
template <typename I>
void exchangeDecimal(Node &node, I &value)
{
    if (node.writing()) {
        node.json() = std::to_string(value);
        return;
    }
    if (!node.json().is_string())
        return node.fail();
    const std::string &text = node.json().get_ref<const std::string &>();
    I number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || std::to_string(number) != text)
        return node.fail();
    value = number;
}

template <typename Predicate>
bool all(std::string_view text, Predicate predicate)
{
    return std::all_of(text.begin(), text.end(), predicate);
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

void Node::fail()
{
    if (m_mistake->empty())
        *m_mistake = m_parent ? path() : std::string("(document)");
}

std::string Node::path() const
{
    std::string text = m_parent && m_parent->m_parent ? m_parent->path() : std::string();
    if (!text.empty() && m_name != "[]")
        text += '.';
    return text.append(m_name);
}

bool Node::has(std::string_view name) const
{
    return m_json->is_object() && m_json->contains(name);
}

Json *Node::enter(std::string_view name)
{
    if (m_writing)
        return &(*m_json)[std::string(name)];
    if (failed())
        return nullptr;
    if (m_json->is_object()) {
        const auto found = m_json->find(name);
        if (found != m_json->end())
            return &*found;
    }
    *m_mistake = Node(*this, *m_json, name).path();
    return nullptr;
}

void exchange(Node &node, bool &value)
{
    if (node.writing())
        node.json() = value;
    else if (node.json().is_boolean())
        value = node.json().get<bool>();
    else
        node.fail();
}

void exchange(Node &node, std::string &value, Text bounds)
{
    if (node.writing()) {
        node.json() = value;
        return;
    }
    if (!node.json().is_string())
        return node.fail();
    const std::string &text = node.json().get_ref<const std::string &>();
    if (text.size() > bounds.maxBytes || (bounds.check && !bounds.check(text)))
        return node.fail();
    value = text;
}

void exchange(Node &node, double &value, RealRange range)
{
    if (node.writing()) {
        node.json() = std::isfinite(value) ? value : 0.0; // JSON has no other numbers
        return;
    }
    if (!node.json().is_number())
        return node.fail();
    const double number = node.json().get<double>();
    if (!(number >= range.min && number <= range.max))
        return node.fail();
    value = number;
}

void exchange(Node &node, std::uint64_t &value)
{
    exchangeDecimal(node, value);
}
void exchange(Node &node, std::int64_t &value, Wide)
{
    exchangeDecimal(node, value);
}
void exchange(Node &node, std::int64_t &value, Range range)
{
    exchangeInteger(node, value, range);
}
void exchange(Node &node, int &value, Range range)
{
    exchangeInteger(node, value, range);
}
void exchange(Node &node, std::uint32_t &value, Range range)
{
    exchangeInteger(node, value, range);
}

bool isHexDigits(std::string_view text)
{
    return all(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isToken(std::string_view text)
{
    return all(text, [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-' || c == '_'; });
}

bool isOneLine(std::string_view text)
{
    return all(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

bool isWordOrEmpty(std::string_view text)
{
    return text.empty() || domain::isInterfaceName(text);
}
bool isInterface(std::string_view text)
{
    return domain::isInterfaceName(text);
}
bool isHost(std::string_view text)
{
    return domain::isHostNameOrAddress(text);
}
bool isUser(std::string_view text)
{
    return domain::isUserName(text);
}

bool isFilePath(std::string_view text)
{
    if (text.empty() || text.front() != '/' || !isOneLine(text))
        return false;
    const auto parts = base::split(text, '/');
    return std::none_of(parts.begin(), parts.end(), [](std::string_view part) { return part == ".." || part == "."; });
}

std::string toJsonText(const Json &json, bool pretty)
{
    // Bytes that are no UTF-8 become U+FFFD: a document is always valid.
    return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

base::Error badField(std::string_view path)
{
    using namespace base::literals;
    return base::protocolError(base::Message("protocol.bad-field"_msg).with("field", std::string(path.substr(0, 200))));
}

} // namespace sparkloom::protocol::json
