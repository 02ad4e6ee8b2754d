// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/ssh/keygen.h"

#include "adapters/ssh/raii/key.h"

namespace sparkloom::ssh {
using namespace base::literals;

base::Result<engine::KeyPair> generateKeyPair()
{
    const auto key = raii::Key::generateEd25519();
    std::string text = key ? key->privateText() : std::string();
    if (text.empty())
        return base::Error{base::ErrorKind::Internal, "ssh.key-not-made"_msg, {}};
    engine::KeyPair pair;
    pair.privateKey = QByteArray::fromStdString(text);
    pair.publicKey = QString::fromStdString(key->publicLine());
    base::Secret::wipe(text.data(), text.size());
    return pair;
}

} // namespace sparkloom::ssh
