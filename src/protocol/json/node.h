// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// How values become JSON and come back. Each type has one function `exchange(Node &, T &)` that does both directions,
// so that encode and decode cannot drift apart. Only files of protocol include this.
namespace sparkloom::protocol::json {

// Keeps the order in which fields are written: people read --json output.
using Json = nlohmann::ordered_json;

// Bounds of the simple types. check: an additional rule for the text, nullptr for none.
struct Text {
    std::size_t maxBytes = 0;
    bool (*check)(std::string_view) = nullptr;
};
struct Range {
    std::int64_t min = 0;
    std::int64_t max = 0;
};
struct RealRange {
    double min = 0;
    double max = 0;
};
// A 64-bit number as decimal text: many JSON readers keep only 53 bits.
struct Wide {};
// At most this many elements.
struct Count {
    std::size_t max = 0;
};

inline constexpr Range kAnyInt{std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
inline constexpr Range kSafeInteger{-(std::int64_t(1) << 53), std::int64_t(1) << 53};

// A place in a document that is written or read. The first mistake met while reading is kept with its path; after it
// the value that is being read is of no use.
class Node {
public:
    Node(Json &json, bool writing, std::string &mistake) : m_json(&json), m_mistake(&mistake), m_writing(writing) {}

    bool writing() const { return m_writing; }
    bool reading() const { return !m_writing; }
    Json &json() { return *m_json; }
    void fail();
    bool failed() const { return !m_mistake->empty(); }

    // A field of an object that must be there.
    template <typename T, typename... Bounds>
    void field(std::string_view name, T &value, Bounds... bounds)
    {
        if (Json *child = enter(name)) {
            Node node(*this, *child, name);
            exchange(node, value, bounds...);
        }
    }
    // A field that is absent where there is no value.
    template <typename T, typename... Bounds>
    void optional(std::string_view name, std::optional<T> &value, Bounds... bounds)
    {
        if (m_writing ? !value.has_value() : !has(name)) {
            value.reset();
            return;
        }
        if (!value)
            value.emplace();
        field(name, *value, bounds...);
    }
    // A list whose elements are bounded by `bounds`.
    template <typename T, typename... Bounds>
    void list(std::string_view name, std::vector<T> &values, Count count, Bounds... bounds)
    {
        if (Json *child = enter(name)) {
            Node node(*this, *child, name);
            node.elements(values, count, bounds...);
        }
    }

    // Whether an object has this field.
    bool has(std::string_view name) const;

private:
    Node(Node &parent, Json &json, std::string_view name)
        : m_json(&json), m_mistake(parent.m_mistake), m_parent(&parent), m_name(name), m_writing(parent.m_writing)
    {}

    Json *enter(std::string_view name);
    std::string path() const;

    template <typename T, typename... Bounds>
    void elements(std::vector<T> &values, Count count, Bounds... bounds)
    {
        if (m_writing) {
            *m_json = Json::array();
            for (T &value : values) {
                m_json->emplace_back();
                Node node(*this, m_json->back(), "[]");
                exchange(node, value, bounds...);
            }
            return;
        }
        values.clear();
        if (!m_json->is_array() || m_json->size() > count.max)
            return fail();
        values.reserve(m_json->size());
        for (Json &element : *m_json) {
            Node node(*this, element, "[]");
            exchange(node, values.emplace_back(), bounds...);
            if (failed())
                return;
        }
    }

    Json *m_json;
    std::string *m_mistake;
    const Node *m_parent = nullptr;
    std::string_view m_name;
    bool m_writing;
};

void exchange(Node &node, bool &value);
void exchange(Node &node, std::string &value, Text bounds);
void exchange(Node &node, double &value, RealRange range);
void exchange(Node &node, std::uint64_t &value);
void exchange(Node &node, std::int64_t &value, Wide);
void exchange(Node &node, std::int64_t &value, Range range);
void exchange(Node &node, int &value, Range range);
void exchange(Node &node, std::uint32_t &value, Range range);

// An enumeration as a word. The table has every value once.
template <typename E, std::size_t N>
struct Words {
    std::pair<E, std::string_view> entries[N];
};
template <typename E, std::size_t N>
requires std::is_enum_v<E>
void exchange(Node &node, E &value, const Words<E, N> *words)
{
    if (node.writing()) {
        for (const auto &[entry, word] : words->entries)
            if (entry == value)
                node.json() = std::string(word);
        return;
    }
    if (node.json().is_string()) {
        const std::string &text = node.json().template get_ref<const std::string &>();
        for (const auto &[entry, word] : words->entries) {
            if (word == text) {
                value = entry;
                return;
            }
        }
    }
    node.fail();
}

// A type with a text form: toText makes it, fromText gives an optional.
template <typename T, typename ToText, typename FromText>
void exchangeText(Node &node, T &value, ToText toText, FromText fromText)
{
    if (node.writing()) {
        node.json() = std::string(toText(value));
        return;
    }
    if (node.json().is_string()) {
        if (const auto parsed = fromText(std::string_view(node.json().template get_ref<const std::string &>()))) {
            value = *parsed;
            return;
        }
    }
    node.fail();
}

// Checks for Text::check.
bool isHexDigits(std::string_view text);   // lower case, any number of digits
bool isToken(std::string_view text);       // letters, digits, dot, hyphen, underscore; may be empty
bool isOneLine(std::string_view text);     // no control characters: fit for a line of a file of ours
bool isWordOrEmpty(std::string_view text); // an interface name or nothing
bool isInterface(std::string_view text);
bool isHost(std::string_view text); // host name or address
bool isUser(std::string_view text);
bool isFilePath(std::string_view text); // absolute, no control characters, no ".." component

// Text <-> document, within the limits of limits.h.
std::string toJsonText(const Json &json, bool pretty);
base::Result<Json> fromJsonText(std::string_view text);
// The same of a program that is not ours: a key may be repeated, the last one counts.
base::Result<Json> fromForeignJsonText(std::string_view text, std::size_t maxBytes);

template <typename T>
std::string write(const T &value, bool pretty)
{
    Json json = Json::object();
    std::string mistake;
    Node node(json, true, mistake);
    // Writing only reads the value; the same function also fills it, hence the reference without const.
    exchange(node, const_cast<T &>(value));
    return toJsonText(json, pretty);
}

base::Error badField(std::string_view path);

template <typename T>
base::Result<T> read(Json &json)
{
    T value;
    std::string mistake;
    Node node(json, false, mistake);
    if (!json.is_object())
        return badField("");
    exchange(node, value);
    if (!mistake.empty())
        return badField(mistake);
    return value;
}

template <typename T>
base::Result<T> read(std::string_view text)
{
    base::Result<Json> json = fromJsonText(text);
    if (!json)
        return json.error();
    return read<T>(*json);
}

} // namespace sparkloom::protocol::json
