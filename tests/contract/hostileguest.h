// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/ssh/hostfactory.h"

#include <memory>

// The owner who signs in to a Spark that means harm.
namespace sparkloom::test {

using HostPointer = std::shared_ptr<engine::RemoteHost>;

inline engine::Credentials guestCredentials()
{
    engine::Credentials credentials;
    credentials.user = QStringLiteral("nvidia");
    credentials.password = base::Secret("spark");
    return credentials;
}

} // namespace sparkloom::test
