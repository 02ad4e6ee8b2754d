// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <charconv>
#include <cstdint>

namespace sparkloom::base {
namespace {

// Decodes one UTF-8 character at the start of text; length 0 means invalid.
struct Decoded {
    std::uint32_t character;
    std::size_t length;
};

Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xf0 && first < 0xf5 ? 4
        : first >= 0xe0 && first < 0xf0                      ? 3
        : first >= 0xc2 && first < 0xe0                      ? 2
                                                             : 0;
    if (length == 0 || text.size() < length)
        return {0, 0};
    std::uint32_t character = first & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {0, 0};
        character = character << 6 | (byte(i) & 0x3f);
    }
    static constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (character < kSmallest[length] || character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
        return {0, 0};
    return {character, length};
}

// Bidirectional controls, zero-width characters, line and paragraph separators, byte order mark, tags.
bool isInvisible(std::uint32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x061c
        || c == 0xfeff || c == 0x00ad || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

} // namespace

std::string cleanText(std::string_view text, std::size_t maxBytes, bool keepNewlines)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    while (!text.empty() && out.size() < maxBytes) {
        const Decoded decoded = decode(text);
        std::string piece;
        if (decoded.length == 0) {
            piece = "\xef\xbf\xbd";
        } else if (decoded.character == '\n' && keepNewlines) {
            piece = "\n";
        } else if (decoded.character < 0x20 || (decoded.character >= 0x7f && decoded.character < 0xa0)) {
            piece = {'\\', 'x', kDigits[decoded.character >> 4], kDigits[decoded.character & 15]};
        } else if (!isInvisible(decoded.character)) {
            piece = text.substr(0, decoded.length);
        }
        if (out.size() + piece.size() > maxBytes)
            break;
        out += piece;
        text.remove_prefix(decoded.length == 0 ? 1 : decoded.length);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view kBlank = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<long long> parseInteger(std::string_view text, long long min, long long max)
{
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < min || value > max)
        return std::nullopt;
    return value;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string out;
    for (const std::string &part : parts) {
        if (&part != &parts.front())
            out += separator;
        out += part;
    }
    return out;
}

} // namespace sparkloom::base
