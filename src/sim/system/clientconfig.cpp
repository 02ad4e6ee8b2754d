// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/clientconfig.h"

#include "base/text.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxFile = 1024 * 1024;
constexpr int kMaxIncludes = 16;

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, any = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
            if (any)
                words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any)
        words.push_back(word);
    return words;
}

// Patterns of a Host line: '*' and '?', and '!' in front to exclude.
bool globMatches(std::string_view pattern, std::string_view text)
{
    if (pattern.empty())
        return text.empty();
    if (pattern.front() == '*')
        return globMatches(pattern.substr(1), text) || (!text.empty() && globMatches(pattern, text.substr(1)));
    return !text.empty() && (pattern.front() == '?' || pattern.front() == text.front())
        && globMatches(pattern.substr(1), text.substr(1));
}

bool hostMatches(const std::vector<std::string> &patterns, const std::string &host)
{
    bool matches = false;
    for (const std::string &pattern : patterns) {
        if (pattern.starts_with('!') && globMatches(std::string_view(pattern).substr(1), host))
            return false;
        matches = matches || globMatches(pattern, host);
    }
    return matches;
}

void readFile(
    Spark &spark, const std::string &path, const std::string &host, bool active, int depth, ClientOptions &options)
{
    // As ssh: a configuration that others may write to is refused.
    const agent::FileInfo info = spark.files.info(kRoot, path);
    const auto text = spark.files.read(spark.user, path, kMaxFile);
    if (!text || depth > kMaxIncludes || (info.mode & 022) != 0)
        return;
    const bool outer = active;
    for (const std::string_view line : base::split(**text, '\n')) {
        const std::string_view body = base::trimmed(line);
        if (body.empty() || body.front() == '#')
            continue;
        const std::size_t end = body.find_first_of(" \t=");
        const std::string key = base::lowered(body.substr(0, end));
        std::string_view rest = end == std::string_view::npos ? std::string_view() : base::trimmed(body.substr(end));
        if (rest.starts_with('='))
            rest = base::trimmed(rest.substr(1));
        const std::vector<std::string> words = wordsOf(rest);
        if (key == "host")
            active = outer && hostMatches(words, host);
        else if (key == "match")
            active = outer && words.size() == 1 && words[0] == "all";
        else if (key == "include" && active)
            for (const std::string &file : words)
                readFile(spark,
                    file.starts_with('/') || file.starts_with('~') ? inHome(spark, file)
                                                                   : spark.pathInHome(".ssh/" + file),
                    host, active, depth + 1, options);
        else if (active && !words.empty())
            addOption(options, key,
                std::string(
                    key == "userknownhostsfile" || key == "globalknownhostsfile" ? rest : std::string_view(words[0])));
    }
}

} // namespace

void addOption(ClientOptions &options, const std::string &key, const std::string &value)
{
    auto &values = options[base::lowered(key)];
    if (values.empty() || base::lowered(key) == "identityfile")
        values.push_back(value);
}

void readClientConfig(Spark &spark, const std::string &host, ClientOptions &options)
{
    readFile(spark, spark.pathInHome(".ssh/config"), host, true, 0, options);
}

std::string optionOr(const ClientOptions &options, const std::string &key, const std::string &otherwise)
{
    const auto it = options.find(key);
    return it == options.end() || it->second.empty() ? otherwise : it->second.front();
}

std::string inHome(const Spark &spark, const std::string &path)
{
    if (path.starts_with("~/") || path.starts_with("%d/"))
        return spark.home + path.substr(path.front() == '~' ? 1 : 2);
    return path;
}

} // namespace sparkloom::sim
