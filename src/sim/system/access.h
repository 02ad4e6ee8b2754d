// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/spark.h"

#include <string>
#include <string_view>

namespace sparkloom::sim {

// Whether sshd of a simulated Spark lets this key in: the user exists, home, ~/.ssh and authorized_keys belong to the
// user and are writable to nobody else (StrictModes), and a line of the file has the key and allows this source
// (from=). keyBlob: base64 as in a public key line.
bool keyAccepted(Spark &spark, std::string_view user, std::string_view keyBlob, domain::Ipv4Address from);

// One line of authorized_keys against a key and a source; exposed for tests.
bool lineAccepts(std::string_view line, std::string_view keyBlob, domain::Ipv4Address from);

} // namespace sparkloom::sim
