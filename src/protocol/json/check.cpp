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
        if (m_open.back().names.insert(name).second)
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

    std::vector<Container> m_open;
    std::optional<base::Error> m_error;
};

} // namespace

base::Result<void> checkJson(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return base::protocolError(
            base::Message("protocol.too-large"_msg).with("limit", static_cast<std::int64_t>(maxBytes)));
    // The library takes a zero byte for the end of its input: what stands behind it would not be checked.
    if (text.find('\0') != std::string_view::npos)
        return base::protocolError("protocol.not-json"_msg);
    LimitCheck check;
    if (!Json::sax_parse(text.begin(), text.end(), &check))
        return check.error();
    return {};
}

base::Result<json::Json> json::fromJsonText(std::string_view text)
{
    const base::Result<void> checked = checkJson(text);
    if (!checked)
        return checked.error();
    Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    if (document.is_discarded())
        return base::protocolError("protocol.not-json"_msg);
    return document;
}

} // namespace sparkloom::protocol
