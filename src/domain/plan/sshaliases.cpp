// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/sshaliases.h"

#include "base/text.h"
#include "domain/hardware/address.h"

#include <algorithm>

namespace sparkloom::domain {
namespace {

constexpr std::string_view kComment =
    "# Sparkloom: names of your Sparks. These two lines go when sparkloomctl undo is run.\n";
constexpr std::string_view kOwner =
    "# Sparkloom wrote this file and replaces it as a whole; config reads it through one Include line.\n";
constexpr std::string_view kMadeConfig = "# Made for it: config\n";
constexpr std::string_view kMadeFolder = "# Made for it: the folder\n";
constexpr std::string_view kBegin = "# BEGIN cluster ";
constexpr std::string_view kEnd = "# END cluster ";

// Inside double quotes ssh_config knows no escape.
bool canBeQuoted(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7f && c != '"'; });
}

std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

// A percent sign begins a token in HostName and in file names; Include has none.
std::string withoutTokens(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '%' ? std::string("%%") : std::string(1, c);
    return out;
}

// Include takes patterns.
std::string withoutPatterns(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '*' || c == '?' || c == '[' || c == ']' ? std::string("?") : std::string(1, c);
    return out;
}

std::string includeLines(const SshAliasState &state)
{
    return std::string(kComment) + "Include " + quoted(withoutPatterns(state.folder + '/' + std::string(kAliasFile)))
        + '\n';
}

std::string without(std::string_view text, std::string_view part)
{
    std::string out(text);
    for (std::size_t at = 0; (at = out.find(part, at)) != std::string::npos;) {
        if (at == 0 || out[at - 1] == '\n')
            out.erase(at, part.size());
        else
            ++at;
    }
    return out;
}

// Where the section of a cluster stands in our file; size 0: nowhere.
std::pair<std::size_t, std::size_t> findSection(std::string_view file, std::string_view cluster)
{
    const std::string begin = std::string(kBegin) + std::string(cluster) + '\n',
                      end = std::string(kEnd) + std::string(cluster) + '\n';
    const std::size_t from = file.find(begin);
    const std::size_t to = from == std::string_view::npos ? from : file.find(end, from);
    return to == std::string_view::npos ? std::pair<std::size_t, std::size_t>{0, 0}
                                        : std::pair{from, to + end.size() - from};
}

// Keyword and arguments of a line: blanks or one "=" between, double quotes around an argument.
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    bool inQuotes = false, inWord = false;
    for (const char c : line) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || (c == '=' && words.empty());
        if (c == '#' && !inQuotes && !inWord && words.empty())
            break;
        if (c == '"') {
            inQuotes = !inQuotes;
            inWord = true;
        } else if (blank && !inQuotes) {
            if (inWord)
                words.push_back(std::exchange(word, {}));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        words.push_back(word);
    // "Host = name" leaves an empty word nowhere; "Host =name" begins the argument with the sign.
    if (words.size() > 1 && words[1].starts_with('='))
        words[1].erase(0, 1);
    return words;
}

template <typename Take>
void forEachOf(std::string_view config, std::string_view keyword, Take take)
{
    for (const std::string_view line : base::split(config, '\n')) {
        const std::vector<std::string> words = wordsOf(line);
        if (words.empty() || base::lowered(words.front()) != keyword)
            continue;
        for (std::size_t i = 1; i < words.size(); ++i)
            if (!words[i].empty())
                take(words[i]);
    }
}

} // namespace

bool isAliasName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && !Ipv4Address::parse(name)
        && std::all_of(name.begin(), name.end(),
            [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
                    || c == '-' || c == '_';
            })
        && name.front() != '-' && name.front() != '.';
}

std::string renderAliases(std::span<const SshAlias> aliases, const SshAliasState &state)
{
    std::string out;
    for (const SshAlias &alias : aliases) {
        if (!isAliasName(alias.name) || !isHostNameOrAddress(alias.host)
            || (!alias.user.empty() && !isUserName(alias.user)))
            continue;
        out += "Host " + alias.name + "\n    HostName " + withoutTokens(alias.host) + '\n';
        if (alias.port != 22)
            out += "    Port " + std::to_string(alias.port) + '\n';
        if (!alias.user.empty())
            out += "    User " + alias.user + '\n';
        if (canBeQuoted(state.identity))
            out += "    IdentityFile " + quoted(withoutTokens(state.identity)) + '\n';
        // The user's own list first: it is the one that ssh writes new keys to.
        if (canBeQuoted(state.knownHosts))
            out += "    UserKnownHostsFile ~/.ssh/known_hosts " + quoted(withoutTokens(state.knownHosts)) + '\n';
    }
    return out;
}

std::string aliasSection(const SshAliasState &state, std::string_view cluster)
{
    const std::string_view file = state.file ? std::string_view(*state.file) : std::string_view();
    const auto [at, size] = findSection(file, cluster);
    if (size == 0)
        return {};
    const std::string_view whole = file.substr(at, size);
    const std::size_t from = whole.find('\n') + 1;
    return std::string(whole.substr(from, whole.rfind(kEnd) - from));
}

AliasTexts withAliases(const SshAliasState &state, std::string_view cluster, std::string_view section)
{
    AliasTexts texts{state.config, state.file, false};
    const std::string include = includeLines(state);
    std::string file = state.file.value_or(std::string());
    if (const auto [at, size] = findSection(file, cluster); size > 0)
        file.erase(at, size);
    if (!section.empty()) {
        if (!state.file) {
            file = kOwner;
            if (!state.config)
                file += kMadeConfig;
            if (state.madeFolder)
                file += kMadeFolder;
        }
        file += std::string(kBegin) + std::string(cluster) + '\n' + std::string(section) + std::string(kEnd)
            + std::string(cluster) + '\n';
        texts.file = file;
        const std::string config = state.config.value_or(std::string());
        if (without(config, include) == config)
            texts.config = include + config;
        return texts;
    }
    if (!state.file)
        return texts;
    texts.file = file;
    if (file.find(kBegin) != std::string::npos)
        return texts; // another cluster has names there
    texts.file.reset();
    texts.removeFolder = file.find(kMadeFolder) != std::string::npos;
    if (state.config) {
        texts.config = without(*state.config, include);
        if (texts.config->empty() && file.find(kMadeConfig) != std::string::npos)
            texts.config.reset();
    }
    return texts;
}

std::vector<std::string> namesInConfig(std::string_view config)
{
    std::vector<std::string> names;
    forEachOf(config, "host", [&](const std::string &pattern) {
        if (pattern.find_first_of("*?!") == std::string::npos)
            names.push_back(pattern);
    });
    return names;
}

std::vector<std::string> includesOf(std::string_view config)
{
    std::vector<std::string> paths;
    forEachOf(config, "include", [&](const std::string &path) {
        if (!path.ends_with(kAliasFile))
            paths.push_back(path);
    });
    return paths;
}

std::vector<std::string> namesOfOthers(const SshAliasState &state, std::string_view cluster)
{
    std::string file = state.file.value_or(std::string());
    if (const auto [at, size] = findSection(file, cluster); size > 0)
        file.erase(at, size);
    return namesInConfig(file);
}

} // namespace sparkloom::domain
