// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/remotehost.h"

namespace sparkloom::ssh {

// A fresh ed25519 key pair without passphrase. Any thread. Errors: Internal when the library cannot.
base::Result<engine::KeyPair> generateKeyPair();

} // namespace sparkloom::ssh
