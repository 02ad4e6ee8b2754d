// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hardware/sparkfacts.h"

class QString;

namespace sparkloom::engine {

// Who probably built a Spark, by the host name that it is delivered with (facts 1.6); Unknown where the name tells
// nothing. Only signing in makes it certain.
domain::Maker makerByHostName(const QString &hostName);

} // namespace sparkloom::engine
