// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/render.h"

#include <algorithm>
#include <cstdint>

namespace sparkloom::domain {
namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxCells = 4'000'000; // of the comparison table: 2000 changed lines on either side
constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>; // each with its line end, where it has one

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

// One line of the edit script.
struct Edit {
    char mark; // ' ', '-' or '+'
    std::string_view line;
};

// Longest common subsequence by the classic table; both parts have different first and last lines.
void compareMiddle(
    std::span<const std::string_view> before, std::span<const std::string_view> after, std::vector<Edit> &edits)
{
    const std::size_t n = before.size(), m = after.size();
    if ((n + 1) * (m + 1) > kMaxCells) { // too much to compare: all old lines go, all new ones come
        for (const std::string_view line : before)
            edits.push_back({'-', line});
        for (const std::string_view line : after)
            edits.push_back({'+', line});
        return;
    }
    std::vector<std::uint32_t> length((n + 1) * (m + 1), 0);
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t & { return length[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            cell(i, j) = before[i] == after[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    std::size_t i = 0, j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && before[i] == after[j]) {
            edits.push_back({' ', before[i]});
            ++i, ++j;
        } else if (i < n && (j == m || cell(i + 1, j) >= cell(i, j + 1))) {
            edits.push_back({'-', before[i++]});
        } else {
            edits.push_back({'+', after[j++]});
        }
    }
}

std::vector<Edit> compare(const Lines &before, const Lines &after)
{
    std::size_t head = 0, tail = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (head < shorter && before[head] == after[head])
        ++head;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < head; ++i)
        edits.push_back({' ', before[i]});
    compareMiddle(std::span(before).subspan(head, before.size() - head - tail),
        std::span(after).subspan(head, after.size() - head - tail), edits);
    for (std::size_t i = before.size() - tail; i < before.size(); ++i)
        edits.push_back({' ', before[i]});
    return edits;
}

std::string rangeText(std::size_t start, std::size_t count)
{
    // Ranges without lines name the line before them.
    std::string text = std::to_string(count == 0 ? start : start + 1);
    return count == 1 ? text : text + ',' + std::to_string(count);
}

// Appends edits [from, to) as one hunk; the numbers are the lines of both sides before it.
void addHunk(std::string &out, std::span<const Edit> edits, std::size_t before, std::size_t after)
{
    std::size_t removed = 0, added = 0;
    for (const Edit &edit : edits) {
        removed += edit.mark != '+';
        added += edit.mark != '-';
    }
    out += "@@ -" + rangeText(before, removed) + " +" + rangeText(after, added) + " @@\n";
    for (const Edit &edit : edits) {
        out += edit.mark;
        out += edit.line;
        if (!edit.line.ends_with('\n'))
            out += "\n\\ No newline at end of file\n";
    }
}

std::string hunks(const std::vector<Edit> &edits)
{
    std::string out;
    std::size_t before = 0, after = 0, position = 0;
    const auto advanceTo = [&](std::size_t target) {
        for (; position < target; ++position) {
            before += edits[position].mark != '+';
            after += edits[position].mark != '-';
        }
    };
    for (std::size_t i = 0; i < edits.size();) {
        if (edits[i].mark == ' ') {
            ++i;
            continue;
        }
        // A hunk goes on while the next change is at most two contexts away.
        std::size_t last = i;
        for (std::size_t k = i; k < edits.size() && k <= last + 2 * kContext + 1; ++k)
            if (edits[k].mark != ' ')
                last = k;
        const std::size_t from = std::max(i - std::min(i, kContext), position);
        const std::size_t to = std::min(last + kContext + 1, edits.size());
        advanceTo(from);
        addHunk(out, std::span(edits).subspan(from, to - from), before, after);
        advanceTo(to);
        i = to;
    }
    return out;
}

} // namespace

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view path)
{
    before = before.substr(0, kMaxBytes);
    after = after.substr(0, kMaxBytes);
    if (before == after)
        return {};
    const std::string name(path);
    return "--- " + (before.empty() ? std::string("/dev/null") : name) + "\n+++ "
        + (after.empty() ? std::string("/dev/null") : name) + '\n' + hunks(compare(linesOf(before), linesOf(after)));
}

} // namespace sparkloom::domain
