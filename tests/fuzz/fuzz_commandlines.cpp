// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "protocol/commandlines.h"

using namespace sparkloom;

// Only the exact rendering of a command is a command.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    if (const auto command = protocol::parseCommandLine(text))
        fuzz::require(protocol::render(*command) == text, "a parsed command renders to the same text");
    return 0;
}
