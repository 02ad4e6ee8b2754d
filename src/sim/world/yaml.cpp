// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/yaml.h"

#include "base/text.h"
#include "sim/errors.h"

#include <algorithm>
#include <stdexcept>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr int kMaxDepth = 20;

struct Line {
    std::size_t number = 0;
    std::size_t indent = 0;
    std::string text; // without indent and comment
};

struct Mistake : std::runtime_error {
    Mistake(std::size_t line, const std::string &what)
        : std::runtime_error("line " + std::to_string(line) + ": " + what)
    {}
};

// The text up to a comment; a '#' within quotes or inside a word is none.
std::string_view withoutComment(std::string_view text)
{
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '#' && (i == 0 || text[i - 1] == ' '))
            return text.substr(0, i);
    }
    return text;
}

std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    std::size_t number = 0;
    for (const std::string_view raw : base::split(text, '\n')) {
        ++number;
        const std::string_view content = withoutComment(raw);
        const std::size_t indent = std::min(content.find_first_not_of(' '), content.size());
        const std::string_view body = base::trimmed(content);
        if (body.empty() || body == "---")
            continue;
        if (content.find('\t') != std::string_view::npos)
            throw Mistake(number, "a tab stands where blanks are expected");
        lines.push_back({number, indent, std::string(body)});
    }
    return lines;
}

class Reader {
public:
    explicit Reader(std::vector<Line> lines) : m_lines(std::move(lines)) {}

    YamlValue document()
    {
        if (m_lines.empty())
            return YamlValue();
        YamlValue value = block(m_lines.front().indent, 0);
        if (m_at < m_lines.size())
            throw Mistake(m_lines[m_at].number, "wrong indentation");
        return value;
    }

private:
    YamlValue block(std::size_t indent, int depth)
    {
        if (depth > kMaxDepth)
            throw Mistake(m_lines[m_at].number, "too many levels");
        const std::string &first = m_lines[m_at].text;
        if (first == "-" || first.starts_with("- "))
            return list(indent, depth);
        return mapping(indent, depth);
    }

    YamlValue list(std::size_t indent, int depth)
    {
        YamlValue value(YamlValue::Kind::List);
        while (m_at < m_lines.size() && m_lines[m_at].indent == indent
            && (m_lines[m_at].text == "-" || m_lines[m_at].text.starts_with("- "))) {
            Line &line = m_lines[m_at];
            const std::string rest(base::trimmed(std::string_view(line.text).substr(1)));
            if (!rest.empty() && keyEnd(rest) != std::string::npos && !isQuoted(rest)) {
                // A mapping that begins on the line of its dash: read it as if it were indented by two.
                line.indent += 2;
                line.text = rest;
                value.items.push_back(block(line.indent, depth + 1));
                continue;
            }
            ++m_at;
            value.items.push_back(rest.empty() ? nested(indent, depth) : scalar(rest, line.number));
        }
        return value;
    }

    YamlValue mapping(std::size_t indent, int depth)
    {
        YamlValue value(YamlValue::Kind::Mapping);
        while (m_at < m_lines.size() && m_lines[m_at].indent == indent) {
            const Line &line = m_lines[m_at];
            const std::size_t end = keyEnd(line.text);
            if (end == std::string::npos)
                throw Mistake(line.number, "a key with a colon is expected");
            std::string key = scalar(line.text.substr(0, end), line.number).scalar;
            if (value.find(key))
                throw Mistake(line.number, "the key " + key + " is there twice");
            const std::string rest(base::trimmed(std::string_view(line.text).substr(end + 1)));
            ++m_at;
            YamlValue inner = rest.empty() ? nested(indent, depth) : scalar(rest, line.number);
            value.entries.emplace_back(std::move(key), std::move(inner));
        }
        return value;
    }

    // What stands below a key or dash without a value of its own.
    YamlValue nested(std::size_t indent, int depth)
    {
        if (m_at >= m_lines.size())
            return YamlValue();
        const Line &next = m_lines[m_at];
        const bool listAtSameIndent = next.indent == indent && (next.text == "-" || next.text.starts_with("- "));
        if (next.indent > indent || listAtSameIndent)
            return block(next.indent, depth + 1);
        return YamlValue();
    }

    static bool isQuoted(const std::string &text) { return text.front() == '"' || text.front() == '\''; }

    // Where the colon after a key stands.
    static std::size_t keyEnd(const std::string &text)
    {
        std::size_t from = 0;
        if (!text.empty() && isQuoted(text)) {
            from = text.find(text.front(), 1);
            if (from == std::string::npos)
                return from;
        }
        for (std::size_t at = text.find(':', from); at != std::string::npos; at = text.find(':', at + 1))
            if (at + 1 == text.size() || text[at + 1] == ' ')
                return at;
        return std::string::npos;
    }

    static YamlValue scalar(const std::string &text, std::size_t line)
    {
        if (text.empty())
            throw Mistake(line, "a key has no name");
        if (text.front() == '[')
            return flowList(text, line);
        if (text == "{}")
            return YamlValue(YamlValue::Kind::Mapping);
        if (text.front() == '{' || text.front() == '&' || text.front() == '*' || text.front() == '|'
            || text.front() == '>' || text.front() == '!')
            throw Mistake(line, "this form of YAML is not read here");
        YamlValue value(YamlValue::Kind::Scalar, text);
        if (isQuoted(text)) {
            if (text.size() < 2 || text.back() != text.front() || text.find(text.front(), 1) != text.size() - 1
                || (text.front() == '"' && text.find('\\') != std::string::npos))
                throw Mistake(line, "a quoted text has no end or a sign that is not read here");
            value.scalar = text.substr(1, text.size() - 2);
            value.quoted = true;
        }
        return value;
    }

    static YamlValue flowList(const std::string &text, std::size_t line)
    {
        if (text.back() != ']')
            throw Mistake(line, "a list in brackets has no end");
        YamlValue value(YamlValue::Kind::List);
        const std::string_view inner = base::trimmed(std::string_view(text).substr(1, text.size() - 2));
        if (inner.empty())
            return value;
        for (const std::string_view part : base::split(inner, ',')) {
            const std::string item(base::trimmed(part));
            if (item.empty() || item.front() == '[')
                throw Mistake(line, "a list in brackets holds something that is not read here");
            value.items.push_back(scalar(item, line));
        }
        return value;
    }

    std::vector<Line> m_lines;
    std::size_t m_at = 0;
};

} // namespace

YamlValue::YamlValue(Kind kind_, std::string scalar_) : kind(kind_), scalar(std::move(scalar_)) {}

const YamlValue *YamlValue::find(std::string_view key) const
{
    const auto it = std::ranges::find(entries, key, &std::pair<std::string, YamlValue>::first);
    return it == entries.end() ? nullptr : &it->second;
}

bool YamlValue::isTrue() const
{
    const std::string word = base::lowered(scalar);
    return kind == Kind::Scalar && !quoted && (word == "true" || word == "yes" || word == "on" || word == "y");
}

base::Result<YamlValue> parseYaml(std::string_view text)
{
    if (text.size() > kMaxBytes)
        return simError(base::ErrorKind::Failed, "a netplan file has more than 1 MiB");
    try {
        return Reader(linesOf(text)).document();
    } catch (const Mistake &mistake) {
        return simError(base::ErrorKind::Failed, mistake.what(), "netplan");
    }
}

} // namespace sparkloom::sim
