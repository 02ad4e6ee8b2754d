// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/records.h"

#include "base/sha256.h"
#include "base/text.h"

namespace sparkloom::agent {

namespace {

constexpr std::string_view kEnd = "end\t";

// '%', tab, newline and carriage return as %XX.
std::string escaped(std::string_view field)
{
    std::string out;
    for (const char c : field) {
        if (c == '%' || c == '\t' || c == '\n' || c == '\r')
            out += '%' + base::toHex(std::string_view(&c, 1));
        else
            out += c;
    }
    return out;
}

std::optional<std::string> unescaped(std::string_view field)
{
    std::string out;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '%') {
            out += field[i];
            continue;
        }
        const std::string_view code = field.substr(i + 1, 2);
        if (code == "25")
            out += '%';
        else if (code == "09")
            out += '\t';
        else if (code == "0a")
            out += '\n';
        else if (code == "0d")
            out += '\r';
        else
            return std::nullopt;
        i += 2;
    }
    return out;
}

} // namespace

std::string encodeRecords(const std::vector<Record> &records)
{
    std::string text;
    for (const Record &record : records) {
        for (std::size_t i = 0; i < record.size(); ++i)
            text += (i ? "\t" : "") + escaped(record[i]);
        text += '\n';
    }
    return text + std::string(kEnd) + base::sha256Hex(text) + '\n';
}

std::optional<std::vector<Record>> decodeRecords(std::string_view text)
{
    const std::size_t end = text.rfind(kEnd);
    if (end == std::string_view::npos || (end > 0 && text[end - 1] != '\n'))
        return std::nullopt;
    const std::string_view body = text.substr(0, end);
    if (text.substr(end) != std::string(kEnd) + base::sha256Hex(body) + '\n')
        return std::nullopt;
    std::vector<Record> records;
    for (const std::string_view line : base::split(body, '\n')) {
        if (line.empty())
            continue;
        Record record;
        for (const std::string_view field : base::split(line, '\t')) {
            auto value = unescaped(field);
            if (!value)
                return std::nullopt;
            record.push_back(std::move(*value));
        }
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace sparkloom::agent
