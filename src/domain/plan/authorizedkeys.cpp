// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/authorizedkeys.h"

#include "base/text.h"
#include "domain/plan/sshtrust.h"

#include <algorithm>
#include <set>

// Editing of a file that belongs to the user: bytes that are not ours stay as they are, line ends included.
namespace sparkloom::domain {
namespace {

constexpr std::string_view kBlanks = " \t";

// The next word, and the rest without blanks before it.
std::string_view takeWord(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find_first_of(kBlanks), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
    return word;
}

bool isKeyType(std::string_view word)
{
    return word.starts_with("ssh-") || word.starts_with("ecdsa-") || word.starts_with("sk-");
}

bool isBase64(std::string_view word)
{
    return word.size() >= 16 && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
            || c == '=';
    });
}

// Skips the options before a key: up to the first blank outside double quotes (sshd(8), backslash escapes a quote).
std::string_view withoutOptions(std::string_view line)
{
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '"') {
            ++i;
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && (line[i] == ' ' || line[i] == '\t')) {
            line.remove_prefix(std::min(line.find_first_not_of(kBlanks, i), line.size()));
            return line;
        }
    }
    return {};
}

std::optional<AuthorizedLine> parseKey(std::string_view rest)
{
    const std::string_view type = takeWord(rest);
    const std::string_view blob = takeWord(rest);
    if (!isKeyType(type) || !isBase64(blob))
        return std::nullopt;
    return AuthorizedLine{type, blob, base::trimmed(rest)};
}

// One line with its line end.
struct Line {
    std::string_view whole;
    std::string_view text; // without "\n" or "\r\n"
};

std::vector<Line> linesOf(std::string_view file)
{
    std::vector<Line> lines;
    while (!file.empty()) {
        const std::size_t end = file.find('\n');
        const std::string_view whole = file.substr(0, end == std::string_view::npos ? file.size() : end + 1);
        std::string_view text = whole;
        if (text.ends_with('\n'))
            text.remove_suffix(1);
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        lines.push_back({whole, text});
        file.remove_prefix(whole.size());
    }
    return lines;
}

bool hasTag(std::string_view line, std::string_view tag)
{
    const auto parsed = parseAuthorizedLine(line);
    return parsed && !tag.empty() && parsed->comment == tag;
}

int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// An ed25519 blob: two length-prefixed strings, "ssh-ed25519" and 32 bytes (RFC 8709): 51 bytes, 68 digits, no padding.
bool isEd25519Blob(std::string_view text)
{
    static constexpr std::string_view kStart("\0\0\0\013ssh-ed25519\0\0\0\040", 19);
    constexpr std::size_t kBytes = 51;
    if (text.size() != kBytes / 3 * 4)
        return false;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        unsigned group = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const int value = base64Value(text[i + j]);
            if (value < 0)
                return false;
            group = group << 6 | static_cast<unsigned>(value);
        }
        for (const int shift : {16, 8, 0})
            bytes += static_cast<char>(group >> shift);
    }
    return bytes.starts_with(kStart);
}

} // namespace

std::optional<AuthorizedLine> parseAuthorizedLine(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    if (line.empty() || line.front() == '#')
        return std::nullopt;
    if (auto key = parseKey(line))
        return key;
    return parseKey(withoutOptions(line));
}

bool hasAuthorizedKey(std::string_view file, std::string_view publicKey)
{
    const auto wanted = parseAuthorizedLine(publicKey);
    if (!wanted)
        return false;
    const auto lines = linesOf(file);
    return std::any_of(lines.begin(), lines.end(), [&](const Line &line) {
        const auto key = parseAuthorizedLine(line.text);
        return key && key->blob == wanted->blob;
    });
}

std::string withoutAuthorizedTag(std::string_view file, std::string_view tag)
{
    std::string out;
    for (const Line &line : linesOf(file)) {
        if (!hasTag(line.text, tag)) {
            out += line.whole;
        } else if (!line.whole.ends_with('\n') && out.ends_with('\n')) {
            // The file did not end with a line end when our line was added (see withAuthorizedLines): nor shall it now.
            out.pop_back();
        }
    }
    return out;
}

bool isClusterLine(std::string_view line)
{
    const auto parsed = parseAuthorizedLine(line);
    return parsed && parsed->comment.starts_with(authorizedTag({}))
        && parsed->comment.find_first_of(kBlanks) == std::string_view::npos;
}

std::string withoutOtherClusters(std::string_view file, std::string_view tag)
{
    std::set<std::string> others;
    for (const Line &line : linesOf(file))
        if (isClusterLine(line.text) && !hasTag(line.text, tag))
            others.emplace(parseAuthorizedLine(line.text)->comment);
    std::string out(file);
    for (const std::string &other : others)
        out = withoutAuthorizedTag(out, other);
    return out;
}

std::string withAuthorizedLines(std::string_view file, std::span<const std::string> lines, std::string_view tag)
{
    std::vector<std::string> there;
    for (const Line &line : linesOf(file))
        if (hasTag(line.text, tag))
            there.emplace_back(line.text);
    std::string out = withoutAuthorizedTag(file, tag);
    std::vector<std::string> missing;
    for (const std::string &line : lines)
        if (hasTag(line, tag) && !hasAuthorizedKey(out, line)
            && std::find(missing.begin(), missing.end(), line) == missing.end())
            missing.push_back(line);
    if (there == missing)
        return std::string(file);
    // Where the last line has no line end, ours go without one too: that tells the removal how to give back every byte.
    const bool endsOpen = !out.empty() && !out.ends_with('\n');
    for (const std::string &line : missing)
        out += endsOpen ? '\n' + line : line + '\n';
    return out;
}

std::optional<std::string> canonicalPublicKey(std::string_view line)
{
    const std::size_t end = line.find_last_not_of("\r\n");
    line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    if (line.find('\n') != std::string_view::npos)
        return std::nullopt;
    const auto key = parseKey(line);
    if (!key || key->type != "ssh-ed25519" || !isEd25519Blob(key->blob))
        return std::nullopt;
    return "ssh-ed25519 " + std::string(key->blob);
}

} // namespace sparkloom::domain
