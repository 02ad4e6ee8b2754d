// SPDX-License-Identifier: Apache-2.0
#include "domain/hardware/cablemodule.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

// Where the texts lie; 16 characters each.
struct Layout {
    std::size_t vendor;
    std::size_t partNumber;
    std::size_t serial;
};
constexpr Layout kSff8636{148, 168, 196};
constexpr Layout kCmis{129, 148, 166};
constexpr std::size_t kLength = 16;
constexpr std::size_t kBytes = 256;

std::optional<Layout> layoutOf(unsigned char identifier)
{
    switch (identifier) {
    case 0x0c: // QSFP
    case 0x0d: // QSFP+
    case 0x11: // QSFP28
        return kSff8636;
    case 0x18: // QSFP-DD
    case 0x19: // OSFP
    case 0x1e: // QSFP+ or later with CMIS
        return kCmis;
    default: return std::nullopt;
    }
}

// Printable ASCII; anything else in it makes it no text at all.
std::string textAt(std::string_view bytes, std::size_t from)
{
    const std::string_view text = base::trimmed(bytes.substr(from, std::min(bytes.substr(from).find('\0'), kLength)));
    const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    return printable ? std::string(text) : std::string();
}

} // namespace

std::optional<CableModule> parseModuleEeprom(std::string_view bytes)
{
    if (bytes.size() < kBytes)
        return std::nullopt;
    const auto layout = layoutOf(static_cast<unsigned char>(bytes[0]));
    if (!layout)
        return std::nullopt;
    CableModule module{textAt(bytes, layout->vendor), textAt(bytes, layout->partNumber), textAt(bytes, layout->serial)};
    if (module.serial.empty())
        return std::nullopt;
    return module;
}

} // namespace sparkloom::domain
