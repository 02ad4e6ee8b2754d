// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

#include <cmath>

// Sentences and failures.
namespace sparkloom::protocol {
namespace json {
namespace {

using base::ErrorKind;
constexpr Words<ErrorKind, 9> kErrorKinds{
    {{ErrorKind::Failed, "failed"}, {ErrorKind::Usage, "usage"}, {ErrorKind::NotKnown, "not-known"},
        {ErrorKind::Unreachable, "unreachable"}, {ErrorKind::Refused, "refused"}, {ErrorKind::SignIn, "sign-in"},
        {ErrorKind::Cancelled, "cancelled"}, {ErrorKind::Protocol, "protocol"}, {ErrorKind::Internal, "internal"}}};

constexpr std::size_t kMaxArguments = 32;
constexpr std::size_t kMaxDetail = 64 * 1024;

Json argumentToJson(const base::Message::Argument &argument)
{
    if (const auto *text = std::get_if<std::string>(&argument))
        return *text;
    if (const auto *number = std::get_if<double>(&argument))
        return std::isfinite(*number) ? *number : 0.0;
    return std::get<std::int64_t>(argument);
}

// An integer stays an integer and a real number a real one: "5" and "5.0" differ.
std::optional<base::Message::Argument> argumentFromJson(const Json &json)
{
    if (json.is_string()) {
        const std::string &text = json.get_ref<const std::string &>();
        if (text.size() <= kMaxText)
            return text;
    } else if (json.is_number_float()) {
        return json.get<double>();
    } else if (json.is_number_unsigned()) {
        if (json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return json.get<std::int64_t>();
    } else if (json.is_number_integer()) {
        return json.get<std::int64_t>();
    }
    return std::nullopt;
}

} // namespace

void exchange(Node &node, base::Message &value)
{
    node.field("id", value.id, Text{100, isToken});
    if (node.writing()) {
        if (value.arguments.empty())
            return;
        Json &arguments = node.json()["args"] = Json::object();
        for (const auto &[name, argument] : value.arguments)
            arguments[name] = argumentToJson(argument);
        return;
    }
    value.arguments.clear();
    if (!node.has("args"))
        return;
    const Json &arguments = node.json()["args"];
    if (!arguments.is_object() || arguments.size() > kMaxArguments)
        return node.fail();
    for (const auto &[name, json] : arguments.items()) {
        const auto argument = argumentFromJson(json);
        if (!argument || name.size() > kMaxName || !isToken(name))
            return node.fail();
        value.arguments.emplace(name, *argument);
    }
}

void exchange(Node &node, base::Error &value)
{
    node.field("kind", value.kind, &kErrorKinds);
    node.field("message", value.message);
    node.field("detail", value.detail, Text{kMaxDetail});
}

} // namespace json

SPARKLOOM_JSON_TYPE(base::Message)
// A Result cannot hold an Error as its value: failures arrive in Envelope::error.
template std::string encode<base::Error>(const base::Error &);
template std::string encodePretty<base::Error>(const base::Error &);

} // namespace sparkloom::protocol
