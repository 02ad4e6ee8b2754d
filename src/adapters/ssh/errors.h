// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>

namespace sparkloom::ssh {

inline base::Error unreachable(base::Message message, std::string detail = {})
{
    return {base::ErrorKind::Unreachable, std::move(message), std::move(detail)};
}

inline base::Error signInError(base::Message message, std::string detail = {})
{
    return {base::ErrorKind::SignIn, std::move(message), std::move(detail)};
}

inline base::Error cancelledError()
{
    using namespace base::literals;
    return {base::ErrorKind::Cancelled, "ssh.cancelled"_msg, {}};
}

} // namespace sparkloom::ssh
