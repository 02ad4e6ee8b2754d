// SPDX-License-Identifier: Apache-2.0
#include "protocol/codec.h"
#include "protocol/json/node.h"

#include <set>

namespace sparkloom::protocol {
namespace {

using namespace base::literals;
using json::Json;

// Walks through a text without building a document and stops at the first breach of a limit.
class LimitCheck : public Json::json_sax_t {
public:
    enum class Keys { Once, Repeated };
    explicit LimitCheck(Keys keys = Keys::Once) : m_keys(keys) {}

    base::Error error() const { return m_error ? *m_error : base::protocolError("protocol.not-json"_msg); }

    bool null() override { return element(); }
    bool boolean(bool) override { return element(); }
    bool number_integer(number_integer_t) override { return element(); }
    bool number_unsigned(number_unsigned_t) override { return element(); }
    bool number_float(number_float_t, const string_t &) override { return element(); }
    bool string(string_t &) override { return element(); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }

    bool key(string_t &name) override
    {
        if (m_keys == Keys::Repeated || m_open.back().names.insert(name).second)
            return true;
        return stop(base::Message("protocol.repeated-key"_msg).with("key", name.substr(0, 200)));
    }

    bool parse_error(std::size_t position, const std::string &, const Json::exception &) override
    {
        return stop(base::Message("protocol.not-json"_msg), "at byte " + std::to_string(position));
    }

private:
    struct Container {
        std::size_t elements = 0;
        std::set<std::string> names;
    };

    bool element()
    {
        if (m_open.empty() || ++m_open.back().elements <= kMaxElements)
            return true;
        return stop(
            base::Message("protocol.too-many-elements"_msg).with("limit", static_cast<std::int64_t>(kMaxElements)));
    }
    bool open()
    {
        if (!element())
            return false;
        if (m_open.size() >= static_cast<std::size_t>(kMaxDepth))
            return stop(base::Message("protocol.too-deep"_msg).with("limit", kMaxDepth));
        m_open.emplace_back();
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }
    bool stop(base::Message message, std::string detail = {})
    {
        m_error = base::protocolError(std::move(message), std::move(detail));
        return false;
    }

    const Keys m_keys;
    std::vector<Container> m_open;
    std::optional<base::Error> m_error;
};

// Builds the document while it is checked: reading a text costs more than anything else that is done with it.
class Builder : public LimitCheck {
public:
    using LimitCheck::LimitCheck;
    Json take() { return std::move(m_document); }

    bool null() override { return LimitCheck::null() && put(nullptr); }
    bool boolean(bool value) override { return LimitCheck::boolean(value) && put(value); }
    bool number_integer(number_integer_t value) override { return LimitCheck::number_integer(value) && put(value); }
    bool number_unsigned(number_unsigned_t value) override { return LimitCheck::number_unsigned(value) && put(value); }
    bool number_float(number_float_t value, const string_t &text) override
    {
        return LimitCheck::number_float(value, text) && put(value);
    }
    bool string(string_t &value) override { return LimitCheck::string(value) && put(std::move(value)); }
    bool start_object(std::size_t size) override { return LimitCheck::start_object(size) && enter(Json::object()); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t size) override { return LimitCheck::start_array(size) && enter(Json::array()); }
    bool end_array() override { return leave(); }
    bool key(string_t &name) override
    {
        m_key = name;
        return LimitCheck::key(name);
    }

private:
    // Where the value lies now; nothing is added to what encloses it while it is open.
    Json &place(Json value)
    {
        if (m_enclosing.empty())
            return m_document = std::move(value);
        Json &around = *m_enclosing.back();
        if (around.is_object())
            return around[m_key] = std::move(value);
        around.push_back(std::move(value));
        return around.back();
    }
    bool put(Json value)
    {
        place(std::move(value));
        return true;
    }
    bool enter(Json value)
    {
        m_enclosing.push_back(&place(std::move(value)));
        return true;
    }
    bool leave()
    {
        m_enclosing.pop_back();
        return LimitCheck::end_array();
    }

    Json m_document;
    std::vector<Json *> m_enclosing;
    std::string m_key;
};

base::Result<void> readInto(std::string_view text, std::size_t maxBytes, LimitCheck &reader)
{
    if (text.size() > maxBytes)
        return base::protocolError(
            base::Message("protocol.too-large"_msg).with("limit", static_cast<std::int64_t>(maxBytes)));
    // The library takes a zero byte for the end of its input: what stands behind it would not be checked.
    if (text.find('\0') != std::string_view::npos)
        return base::protocolError("protocol.not-json"_msg);
    if (!Json::sax_parse(text.begin(), text.end(), &reader))
        return reader.error();
    return {};
}

} // namespace

base::Result<void> checkJson(std::string_view text, std::size_t maxBytes)
{
    LimitCheck check;
    return readInto(text, maxBytes, check);
}

base::Result<json::Json> json::fromJsonText(std::string_view text)
{
    Builder builder;
    if (const base::Result<void> read = readInto(text, kMaxMessageBytes, builder); !read)
        return read.error();
    return builder.take();
}

base::Result<json::Json> json::fromForeignJsonText(std::string_view text, std::size_t maxBytes)
{
    Builder builder(LimitCheck::Keys::Repeated);
    if (const base::Result<void> read = readInto(text, maxBytes, builder); !read)
        return read.error();
    return builder.take();
}

} // namespace sparkloom::protocol
