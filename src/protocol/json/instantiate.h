// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/codec.h"
#include "protocol/json/node.h"

// The bodies of codec.h's templates, for the codec*.cpp files that instantiate them.
namespace sparkloom::protocol {

template <typename T>
std::string encode(const T &value)
{
    return json::write(value, false);
}

template <typename T>
std::string encodePretty(const T &value)
{
    return json::write(value, true);
}

template <typename T>
base::Result<T> decode(std::string_view text)
{
    return json::read<T>(text);
}

} // namespace sparkloom::protocol

// One macro instead of three lines per type. Used inside namespace sparkloom::protocol.
#define SPARKLOOM_JSON_TYPE(T)                                                                                         \
    template std::string encode<T>(const T &);                                                                         \
    template std::string encodePretty<T>(const T &);                                                                   \
    template base::Result<T> decode<T>(std::string_view);
