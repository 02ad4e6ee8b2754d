// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/errors.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace sparkloom::sim {

using namespace base::literals;

base::Error systemError(int number, std::string_view object)
{
    const base::ErrorKind kind = number == ENOENT ? base::ErrorKind::NotKnown : base::ErrorKind::Failed;
    const std::string reason = std::strerror(number); // a table of constants in glibc for known numbers
    const std::string operation = "access to";
    return {kind,
        base::Message("system.call-failed"_msg)
            .with("operation", operation)
            .with("object", std::string(object))
            .with("reason", reason),
        std::string(object) + ": " + reason};
}

base::Error simError(base::ErrorKind kind, std::string_view reason, std::string_view program)
{
    return {kind,
        base::Message("system.program-failed"_msg)
            .with("program", std::string(program))
            .with("code", 1)
            .with("reason", std::string(reason)),
        std::string(reason)};
}

} // namespace sparkloom::sim
