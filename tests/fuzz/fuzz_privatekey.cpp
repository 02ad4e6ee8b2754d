// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "agent/privatekey.h"
#include "base/base64.h"
#include "domain/plan/sshtrust.h"

using namespace sparkloom;

// The file that a user's cluster key should be in: the text, and the bytes that its digits stand for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::asText(data, size);
    const std::string framed =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n" + base::toBase64(bytes) + "\n-----END OPENSSH PRIVATE KEY-----\n";
    for (const std::string_view file : {bytes, std::string_view(framed)})
        if (const auto key = agent::publicHalfOf(file)) {
            fuzz::require(domain::canonicalPublicKey(*key) == key, "what is read is a public key");
            fuzz::require(agent::publicHalfOf(std::string(file) + '\n') == key, "a line end more is no other key");
        }
    return 0;
}
