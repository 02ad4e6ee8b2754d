// SPDX-License-Identifier: Apache-2.0
#include "protocol/codec.h"
#include "protocol/json/values.h"

// The lines that carry messages.
namespace sparkloom::protocol {
namespace {

using namespace base::literals;
using json::Json;

constexpr std::size_t kMaxTypeBytes = 32;

// body and error are finished JSON texts of one line.
std::string line(std::int64_t id, std::string_view type, std::string_view name = {}, std::string_view text = {})
{
    std::string out = "{\"v\":" + std::to_string(kVersion) + ",\"id\":" + std::to_string(id)
        + ",\"t\":" + json::toJsonText(Json(std::string(type)), false);
    if (!name.empty())
        out.append(",\"").append(name).append("\":").append(text);
    return out += '}';
}

bool isType(const Json &json)
{
    if (!json.is_string())
        return false;
    const std::string &text = json.get_ref<const std::string &>();
    return !text.empty() && text.size() <= kMaxTypeBytes && json::isToken(text);
}

base::Result<void> checkVersion(Json &document)
{
    const auto version = document.find("v");
    if (version == document.end() || !version->is_number_integer())
        return json::badField("v");
    if (*version != kVersion)
        return base::protocolError(
            base::Message("protocol.version"_msg).with("ours", kVersion).with("theirs", version->dump()));
    return {};
}

} // namespace

std::string helloLine(const Hello &hello)
{
    return line(0, "hello", "body", encode(hello));
}

std::string requestLine(std::int64_t id, std::string_view verb, std::string_view body)
{
    return line(id, verb, "body", body);
}

std::string eventLine(std::int64_t id, std::string_view type, std::string_view body)
{
    return line(id, type, "body", body);
}

std::string doneLine(std::int64_t id, std::string_view body)
{
    return line(id, "done", "body", body);
}

std::string errorLine(std::int64_t id, const base::Error &error)
{
    return line(id, "error", "error", encode(error));
}

base::Result<Envelope> decodeLine(std::string_view text)
{
    base::Result<Json> parsed = json::fromJsonText(text);
    if (!parsed)
        return parsed.error();
    Json &document = *parsed;
    if (!document.is_object())
        return json::badField("");
    if (const auto checked = checkVersion(document); !checked)
        return checked.error();
    Envelope envelope;
    std::string mistake;
    json::Node node(document, false, mistake);
    node.field("id", envelope.id, json::Range{0, json::kSafeInteger.max});
    const auto type = document.find("t");
    if (!mistake.empty() || type == document.end() || !isType(*type))
        return json::badField(mistake.empty() ? "t" : mistake);
    envelope.type = type->get<std::string>();
    envelope.body = "{}";
    if (const auto body = document.find("body"); body != document.end()) {
        if (!body->is_object())
            return json::badField("body");
        envelope.body = json::toJsonText(*body, false);
    }
    if (envelope.type == "error") {
        base::Error error;
        node.field("error", error);
        if (!mistake.empty())
            return json::badField(mistake);
        envelope.error = std::move(error);
    }
    return envelope;
}

} // namespace sparkloom::protocol
