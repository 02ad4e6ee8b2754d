// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/access.h"

#include "base/text.h"

#include <algorithm>
#include <optional>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxFile = 1024 * 1024;

// Where the word that begins here ends: at a blank outside of double quotes.
std::size_t wordEnd(std::string_view text)
{
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
            quoted = !quoted;
        else if (!quoted && (text[i] == ' ' || text[i] == '\t'))
            return i;
    }
    return text.size();
}

std::optional<std::string_view> fromOption(std::string_view options)
{
    constexpr std::string_view kFrom = "from=\"";
    std::size_t at = 0;
    if (!options.starts_with(kFrom)) {
        at = options.find(",from=\"");
        if (at == std::string_view::npos)
            return std::nullopt;
        ++at;
    }
    const std::size_t start = at + kFrom.size();
    return options.substr(start, options.find('"', start) - start);
}

bool sourceMatches(std::string_view patterns, domain::Ipv4Address from)
{
    return std::ranges::any_of(base::split(patterns, ','), [from](std::string_view pattern) {
        const std::string_view text = base::trimmed(pattern);
        if (text == "*" || text == from.toString())
            return true;
        const auto prefix = domain::Ipv4Prefix::parse(text);
        return prefix && prefix->contains(from);
    });
}

// Ours, and nobody else may write there.
bool isStrict(Spark &spark, const std::string &path, agent::FileInfo::Kind kind)
{
    const agent::FileInfo info = spark.files.info(kRoot, path);
    return info.kind == kind && (info.uid == spark.user.uid || info.uid == 0) && (info.mode & 022) == 0;
}

} // namespace

bool lineAccepts(std::string_view line, std::string_view keyBlob, domain::Ipv4Address from)
{
    std::string_view rest = base::trimmed(line);
    if (rest.empty() || rest.front() == '#')
        return false;
    std::string_view options;
    std::string_view word = rest.substr(0, wordEnd(rest));
    if (!word.starts_with("ssh-") && !word.starts_with("ecdsa-") && !word.starts_with("sk-")) {
        options = word;
        rest = base::trimmed(rest.substr(word.size()));
        word = rest.substr(0, wordEnd(rest));
    }
    rest = base::trimmed(rest.substr(word.size()));
    if (rest.substr(0, wordEnd(rest)) != keyBlob)
        return false;
    const auto sources = fromOption(options);
    return !sources || sourceMatches(*sources, from);
}

bool keyAccepted(Spark &spark, std::string_view user, std::string_view keyBlob, domain::Ipv4Address from)
{
    if (user != spark.spec.user || keyBlob.empty())
        return false;
    const std::string folder = spark.pathInHome(".ssh");
    const std::string file = folder + "/authorized_keys";
    if (!isStrict(spark, spark.home, agent::FileInfo::Kind::Folder)
        || !isStrict(spark, folder, agent::FileInfo::Kind::Folder)
        || !isStrict(spark, file, agent::FileInfo::Kind::File))
        return false;
    const auto text = spark.files.read(spark.user, file, kMaxFile);
    if (!text)
        return false;
    const auto lines = base::split(**text, '\n');
    return std::ranges::any_of(lines, [&](std::string_view line) { return lineAccepts(line, keyBlob, from); });
}

} // namespace sparkloom::sim
