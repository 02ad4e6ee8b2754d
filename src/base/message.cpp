// SPDX-License-Identifier: Apache-2.0
#include "base/message.h"

namespace sparkloom::base {

Message &&Message::with(std::string name, std::int64_t value) &&
{
    arguments.insert_or_assign(std::move(name), value);
    return std::move(*this);
}

Message &&Message::with(std::string name, int value) &&
{
    return std::move(*this).with(std::move(name), static_cast<std::int64_t>(value));
}

Message &&Message::with(std::string name, double value) &&
{
    arguments.insert_or_assign(std::move(name), value);
    return std::move(*this);
}

Message &&Message::with(std::string name, std::string value) &&
{
    arguments.insert_or_assign(std::move(name), std::move(value));
    return std::move(*this);
}

Message &&Message::with(std::string name, const char *value) &&
{
    return std::move(*this).with(std::move(name), std::string(value));
}

} // namespace sparkloom::base
