// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/netplanscan.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace sparkloom::domain {
namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxDefinitions = 4096;
constexpr std::size_t kMaxLevels = 32;

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

// Without a comment. Sets openQuote when a quoted text does not end on this line.
std::string_view withoutComment(std::string_view line, bool &openQuote)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if (c == '#' && (i == 0 || line[i - 1] == ' ')) {
            line = line.substr(0, i);
            break;
        } else if ((c == '"' || c == '\'')
            && (i == 0 || std::string_view(" [{,:-").find(line[i - 1]) != std::string_view::npos)) {
            quote = c;
        }
    }
    openQuote = quote != 0;
    return line;
}

// Opening minus closing brackets outside quotes.
int bracketBalance(std::string_view text)
{
    int balance = 0;
    char quote = 0;
    for (const char c : text) {
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{' || c == '[') {
            ++balance;
        } else if (c == '}' || c == ']') {
            --balance;
        }
    }
    return balance;
}

// A plain or quoted scalar; nothing for what needs a YAML reader.
std::optional<std::string> scalar(std::string_view text)
{
    text = base::trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
        if (text.find_first_of("\\\"'") != std::string_view::npos)
            return std::nullopt;
        return std::string(text);
    }
    if (!text.empty() && std::string_view("&*!|>%@`\"'?").find(text.front()) != std::string_view::npos)
        return std::nullopt;
    return std::string(text);
}

struct KeyValue {
    std::string key;
    std::string_view value;
};

std::optional<KeyValue> splitKey(std::string_view text)
{
    std::size_t colon = 0;
    if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
        colon = text.find(text.front(), 1);
        if (colon == std::string_view::npos || ++colon >= text.size() || text[colon] != ':')
            return std::nullopt;
    } else {
        // A colon ends a plain key only before a blank or the end of the line.
        colon = text.find(':');
        while (colon != std::string_view::npos && colon + 1 < text.size() && text[colon + 1] != ' ')
            colon = text.find(':', colon + 1);
    }
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    const auto key = scalar(text.substr(0, colon));
    if (!key || key->empty() || key->find_first_of("{}[],") != std::string::npos || *key == "<<")
        return std::nullopt;
    return KeyValue{*key, base::trimmed(text.substr(colon + 1))};
}

bool isOn(std::string_view value)
{
    const std::string word = base::lowered(value);
    return word == "true" || word == "yes" || word == "on" || word == "y" || word == "ipv4" || word == "ipv6";
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_lines(base::split(text, '\n')) {}

    NetplanScan run()
    {
        for (m_index = 0; m_index < m_lines.size() && m_scan.understood; ++m_index)
            line(m_lines[m_index]);
        return std::move(m_scan);
    }

private:
    struct Level {
        std::size_t indent;
        std::string key;
        int line;
    };

    void notUnderstood()
    {
        if (m_scan.understood)
            m_scan.badLine = static_cast<int>(std::min(m_index, m_lines.size() - 1)) + 1;
        m_scan.understood = false;
    }

    NetplanDefinition *current()
    {
        return m_levels.size() >= 3 && !m_scan.definitions.empty() ? &m_scan.definitions.back() : nullptr;
    }

    // The list of the definition that the scanner stands in, where its items are kept.
    std::vector<std::string> *listHere()
    {
        if (m_levels.size() != 4 || m_scan.definitions.empty())
            return nullptr;
        return m_levels[3].key == "addresses" ? &m_scan.definitions.back().addresses
            : m_levels[3].key == "interfaces" ? &m_scan.definitions.back().ports
                                              : nullptr;
    }

    void line(std::string_view raw)
    {
        if (raw.ends_with('\r'))
            raw.remove_suffix(1);
        const std::size_t indent = raw.find_first_not_of(' ');
        if (indent == std::string_view::npos)
            return;
        const bool hasControl =
            std::any_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        bool openQuote = false;
        const std::string_view text = base::trimmed(withoutComment(raw.substr(indent), openQuote));
        if (text.empty())
            return;
        if (hasControl || openQuote)
            return notUnderstood();
        if (text == "---" && m_levels.empty() && m_scan.definitions.empty())
            return;
        if (text == "-" || text.starts_with("- "))
            sequenceItem(indent, text);
        else
            mapping(indent, text);
        if (NetplanDefinition *definition = current())
            definition->lastLine = static_cast<int>(std::min(m_index, m_lines.size() - 1)) + 1;
    }

    // Items only matter inside a definition; which one they belong to follows from the indent.
    void sequenceItem(std::size_t indent, std::string_view text)
    {
        while (m_levels.size() > 3 && m_levels.back().indent > indent)
            m_levels.pop_back();
        if (m_levels.size() < 4 || indent < m_levels.back().indent)
            return notUnderstood();
        const std::string_view item = base::trimmed(text.substr(1));
        if (std::vector<std::string> *list = listHere())
            list->push_back(scalar(item).value_or(std::string(item)));
        if (const auto pair = splitKey(item))
            return value(indent, pair->value, false);
        value(indent, item, false);
    }

    void mapping(std::size_t indent, std::string_view text)
    {
        const auto pair = splitKey(text);
        if (!pair)
            return notUnderstood();
        std::optional<std::size_t> sibling;
        while (!m_levels.empty() && m_levels.back().indent >= indent) {
            sibling = m_levels.back().indent;
            m_levels.pop_back();
        }
        // Above the definitions the indent of siblings must agree: else the nesting would be guessed.
        if (sibling && *sibling != indent && m_levels.size() < 3)
            return notUnderstood();
        if (m_levels.size() >= kMaxLevels || (m_levels.empty() && pair->key != "network"))
            return notUnderstood();
        m_levels.push_back({indent, pair->key, static_cast<int>(m_index) + 1});
        switch (m_levels.size()) {
        case 1: return structure(pair->value);
        case 2:
            m_scan.hasRenderer = m_scan.hasRenderer || pair->key == "renderer";
            if (pair->key == "version" || pair->key == "renderer")
                return value(indent, pair->value, true);
            return structure(pair->value);
        case 3:
            if (m_levels[1].key == "version" || m_levels[1].key == "renderer"
                || m_scan.definitions.size() >= kMaxDefinitions)
                return notUnderstood();
            begin(pair->key);
            m_scan.definitions.back().flowBody = !pair->value.empty();
            return value(indent, pair->value, true);
        default: property(*pair); return value(indent, pair->value, true);
        }
    }

    void begin(const std::string &id)
    {
        NetplanDefinition definition;
        definition.section = m_levels[1].key;
        definition.sectionLine = m_levels[1].line;
        definition.id = id;
        definition.line = definition.lastLine = static_cast<int>(m_index) + 1;
        m_scan.definitions.push_back(std::move(definition));
    }

    // Below "network:" and a section only block style is read; an empty flow mapping is fine.
    void structure(std::string_view value)
    {
        if (!value.empty() && value != "{}" && value != "null" && value != "~")
            notUnderstood();
    }

    void property(const KeyValue &pair)
    {
        NetplanDefinition &definition = m_scan.definitions.back();
        const auto text = scalar(pair.value);
        if (m_levels.size() == 4) {
            definition.settings[pair.key] = text.value_or(std::string(pair.value));
            if (pair.key == "match")
                definition.hasMatch = true;
            else if (pair.key == "set-name" && text)
                definition.setName = *text;
            else if (pair.key == "addresses" || ((pair.key == "dhcp4" || pair.key == "dhcp6") && isOn(pair.value)))
                definition.hasAddresses = definition.hasAddresses || pair.value != "[]";
        } else if (m_levels.size() == 5 && m_levels[3].key == "match" && text) {
            if (pair.key == "name")
                definition.matchName = *text;
            else if (pair.key == "macaddress")
                definition.matchMac = base::lowered(*text);
            else if (pair.key == "driver")
                definition.matchDriver = *text;
        }
    }

    // The value after a key or dash. Its words are kept for the definition; values over several lines are followed.
    void value(std::size_t indent, std::string_view text, bool afterKey)
    {
        if (text.empty())
            return;
        if (text.front() == '|' || text.front() == '>') {
            if (!current() || m_levels.size() < 4)
                return notUnderstood();
            return skipBlockScalar(indent);
        }
        std::string whole(text);
        if (text.front() == '{' || text.front() == '[') {
            if (!readFlow(whole))
                return notUnderstood();
            flow(whole, afterKey);
        } else if (!scalar(text)) {
            return notUnderstood();
        }
        addWords(whole);
    }

    void skipBlockScalar(std::size_t indent)
    {
        while (m_index + 1 < m_lines.size()) {
            std::string_view next = m_lines[m_index + 1];
            if (next.ends_with('\r'))
                next.remove_suffix(1);
            if (!isBlank(next) && next.find_first_not_of(' ') <= indent)
                return;
            ++m_index;
        }
    }

    // Appends lines until every bracket is closed.
    bool readFlow(std::string &text)
    {
        int balance = bracketBalance(text);
        while (balance > 0 && m_index + 1 < m_lines.size()) {
            bool openQuote = false;
            const std::string_view next = base::trimmed(withoutComment(m_lines[++m_index], openQuote));
            if (openQuote)
                return false;
            text.append(" ").append(next);
            balance += bracketBalance(next);
        }
        return balance == 0 && (text.back() == '}' || text.back() == ']')
            && text.find_first_of("&*!") == std::string::npos;
    }

    // Flow style within a definition: match must be written in block style, addresses are enough to see.
    void flow(const std::string &text, bool afterKey)
    {
        NetplanDefinition *definition = current();
        if (!definition || !afterKey)
            return;
        const bool isBody = m_levels.size() == 3;
        const bool isMatch = m_levels.size() == 4 && m_levels[3].key == "match";
        if ((isBody && (mentionsWord(text, "match") || mentionsWord(text, "set-name"))) || (isMatch && text != "{}"))
            return notUnderstood();
        if (std::vector<std::string> *list = listHere())
            for (const std::string_view item : base::split(std::string_view(text).substr(1, text.size() - 2), ','))
                if (!isBlank(item))
                    list->push_back(scalar(item).value_or(std::string(item)));
        if (isBody && (mentionsWord(text, "addresses") || mentionsWord(text, "dhcp4") || mentionsWord(text, "dhcp6")))
            definition->hasAddresses = true;
    }

    void addWords(std::string_view text)
    {
        NetplanDefinition *definition = current();
        const bool isMatch = m_levels.size() >= 4 && (m_levels[3].key == "match" || m_levels[3].key == "set-name");
        if (!definition || isMatch)
            return;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(" ,[]{}\"'"), text.size());
            if (end > 0)
                definition->words.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::vector<std::string_view> m_lines;
    std::size_t m_index = 0;
    std::vector<Level> m_levels;
    NetplanScan m_scan;
};

} // namespace

NetplanScan scanNetplan(std::string_view text)
{
    if (text.size() > kMaxBytes) {
        NetplanScan scan;
        scan.understood = false;
        scan.badLine = 1;
        return scan;
    }
    return Scanner(text).run();
}

std::string withoutDefinitions(std::string_view text, const NetplanScan &scan, const std::vector<std::size_t> &removed)
{
    std::set<int> stays, goes; // lines of sections that keep something; lines that go
    for (std::size_t i = 0; i < scan.definitions.size(); ++i)
        if (!std::binary_search(removed.begin(), removed.end(), i))
            stays.insert(scan.definitions[i].sectionLine);
    for (const std::size_t index : removed) {
        const NetplanDefinition &definition = scan.definitions[index];
        for (int line = definition.line; line <= definition.lastLine; ++line)
            goes.insert(line);
        if (!stays.contains(definition.sectionLine))
            goes.insert(definition.sectionLine);
    }
    std::string rest;
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        if (!goes.contains(line))
            rest += text.substr(0, end);
        text.remove_prefix(end);
    }
    return rest;
}

bool mentionsWord(std::string_view text, std::string_view word)
{
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    for (std::size_t at = text.find(word); !word.empty() && at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !belongs(text[at - 1])) && (end == text.size() || !belongs(text[end])))
            return true;
    }
    return false;
}

namespace {

// Whether c is in the set that begins at pattern[at] == '['; next is set behind the set. Nothing for a set without end.
std::optional<bool> inSet(std::string_view pattern, std::size_t at, char c, std::size_t &next)
{
    std::size_t i = at + 1;
    const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    i += negated;
    bool found = false;
    for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
        if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
            found = found || (pattern[i] <= c && c <= pattern[i + 2]);
            i += 3;
        } else {
            found = found || pattern[i] == c;
            ++i;
        }
    }
    if (i >= pattern.size())
        return std::nullopt;
    next = i + 1;
    return found != negated;
}

} // namespace

bool matchesPattern(std::string_view pattern, std::string_view text)
{
    // Backtracks to the last star only, which is enough for shell patterns and keeps it linear in practice.
    std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        std::size_t next = p + 1;
        bool fits = p < pattern.size();
        if (fits && pattern[p] == '*') {
            star = p++;
            resume = t;
            continue;
        }
        if (fits && pattern[p] == '[') {
            const auto in = inSet(pattern, p, text[t], next);
            fits = in.value_or(text[t] == '[');
            next = in ? next : p + 1;
        } else if (fits) {
            fits = pattern[p] == '?' || pattern[p] == text[t];
        }
        if (fits) {
            p = next;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace sparkloom::domain
