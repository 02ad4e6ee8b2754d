// SPDX-License-Identifier: Apache-2.0
#include "agent/smallfiles.h"

#include "base/text.h"

namespace sparkloom::agent {

std::string readSmall(Files &files, const std::string &path, std::size_t maxBytes)
{
    const auto text = files.read(path, maxBytes);
    return text ? std::string(base::trimmed(*text)) : std::string();
}

long long readNumber(Files &files, const std::string &path, long long fallback, long long min, long long max)
{
    const std::string text = readSmall(files, path, 64);
    // parseInteger takes digits only; sysctls and speeds can be negative.
    if (text.starts_with('-')) {
        const auto value = base::parseInteger(std::string_view(text).substr(1), 0, max > -min ? max : -min);
        return value && -*value >= min && -*value <= max ? -*value : fallback;
    }
    const auto value = base::parseInteger(text, min < 0 ? 0 : min, max);
    return value ? *value : fallback;
}

std::vector<std::string> listNames(Files &files, const std::string &folder, std::size_t maxNames)
{
    auto names = files.list(folder);
    if (!names)
        return {};
    if (names->size() > maxNames)
        names->resize(maxNames);
    return std::move(names).value();
}

std::string lastAssignment(std::string_view text, std::string_view key)
{
    std::string found;
    for (std::string_view line : base::split(text, '\n')) {
        line = base::trimmed(line);
        if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != '=')
            continue;
        std::string_view value = base::trimmed(line.substr(key.size() + 1));
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
            value = value.substr(1, value.size() - 2);
        found = base::cleanText(value, 256);
    }
    return found;
}

std::string baseName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos || slash == 0 ? std::string_view("/") : path.substr(0, slash));
}

} // namespace sparkloom::agent
