// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/descriptor.h"

#include <cerrno>
#include <cstring>

namespace sparkloom::agent {

using namespace base::literals;

base::Error systemError(int errorNumber, std::string_view operation, std::string_view object)
{
    base::Error error;
    error.kind = errorNumber == ENOENT ? base::ErrorKind::NotKnown : base::ErrorKind::Failed;
    error.message = base::Message("system.call-failed"_msg)
                        .with("operation", std::string(operation))
                        .with("object", std::string(object))
                        .with("reason", std::strerror(errorNumber));
    error.detail = std::string(operation) + ' ' + std::string(object) + ": " + std::strerror(errorNumber);
    return error;
}

} // namespace sparkloom::agent
