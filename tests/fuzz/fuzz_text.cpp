// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "base/text.h"
#include "domain/hardware/address.h"
#include "domain/plan/render.h"

using namespace sparkloom;

// Text from outside that is shown, names that become part of files, and diffs of any two texts (split at a zero byte).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    const std::string clean = base::cleanText(text, 4096);
    fuzz::require(clean.size() <= 4096, "the bound holds");
    fuzz::require(clean.find_first_of("\n\r\x1b\x7f") == std::string::npos, "nothing that a terminal acts on");
    fuzz::require(base::cleanText(clean, 4096) == clean, "clean text stays as it is");
    for (const char c : text) {
        const bool plain = static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f && c != '\''
            && c != '"' && c != ';' && c != '/';
        fuzz::require(
            plain || !(domain::isHostNameOrAddress(text) || domain::isInterfaceName(text) || domain::isUserName(text)),
            "a name has only plain characters");
        if (!plain)
            break;
    }
    if (const auto address = domain::Ipv4Interface::parse(text))
        fuzz::require(domain::Ipv4Interface::parse(address->toString()) == address, "an address comes back");
    const std::size_t zero = text.find('\0');
    const std::string_view before = text.substr(0, zero),
                           after = zero == text.npos ? std::string_view() : text.substr(zero + 1);
    fuzz::require(domain::unifiedDiff(before, after, "f").empty() == (before == after), "equal texts have no diff");
    return 0;
}
