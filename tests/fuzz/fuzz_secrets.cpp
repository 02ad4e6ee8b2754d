// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "cli/secretsdocument.h"

#include <QStringList>

#include <algorithm>
#include <string>

using namespace sparkloom;

// The document on --secrets-fd: whatever it is, its text is wiped afterwards.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > cli::SecretsDocument::kMaxBytes)
        return 0;
    std::string text(fuzz::asText(data, size));
    const auto document = cli::SecretsDocument::parse(text);
    fuzz::require(std::all_of(text.begin(), text.end(), [](char c) { return c == 0; }), "the text is wiped");
    if (document) {
        const cli::HostSecrets *const secrets = document->find({QStringLiteral("spark-a")});
        fuzz::require(!secrets || secrets->password.reveal().size() <= base::Secret::kMaxSize, "a secret is bounded");
    }
    return 0;
}
