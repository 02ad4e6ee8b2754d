// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/typed.h"

#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <set>

namespace sparkloom::agent {

namespace {

constexpr std::array<std::pair<TypedEntry::Kind, std::string_view>, 3> kWords = {{
    {TypedEntry::Kind::Address6, "address6"},
    {TypedEntry::Kind::Route6, "route6"},
    {TypedEntry::Kind::Rule, "rule"},
}};
constexpr int kTypedTries = 3;
constexpr std::size_t kMostBytes = 4096; // of one entry; the kernel's own have some hundred

// Tables that everybody uses: that a half's route is in one of them says nothing about a rule.
bool isCommonTable(int table)
{
    return table == 0 || (table >= 253 && table <= 255);
}

const LiveHalf *halfNamed(const std::vector<LiveHalf> &halves, const std::string &netdev)
{
    const auto found =
        std::find_if(halves.begin(), halves.end(), [&](const LiveHalf &half) { return half.netdev == netdev; });
    return found == halves.end() ? nullptr : &*found;
}

std::set<int> tablesOf(const std::vector<TypedEntry> &entries, const std::vector<LiveHalf> &halves)
{
    std::set<int> tables;
    for (const LiveHalf &half : halves)
        for (const LiveRoute &route : half.routes)
            tables.insert(route.table);
    for (const TypedEntry &entry : entries)
        if (entry.kind == TypedEntry::Kind::Route6 && halfNamed(halves, entry.netdev))
            tables.insert(entry.table);
    std::erase_if(tables, isCommonTable);
    return tables;
}

bool namesSubnet(const std::optional<domain::Ipv4Prefix> &prefix, const std::vector<LiveHalf> &halves)
{
    if (!prefix || prefix->length == 0)
        return false;
    return std::any_of(halves.begin(), halves.end(), [&](const LiveHalf &half) {
        return std::any_of(half.addresses.begin(), half.addresses.end(),
            [&](const domain::Ipv4Interface &address) { return address.prefix().overlaps(*prefix); });
    });
}

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<std::string> fromHex(const std::string &text)
{
    if (text.size() % 2 != 0 || text.size() > 2 * kMostBytes)
        return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digitOf(text[i]), low = digitOf(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

} // namespace

base::Result<TypedState> captureTyped(System &system, const std::vector<LiveHalf> &halves)
{
    const auto all = system.typed().list();
    if (!all)
        return all.error();
    const std::set<int> tables = tablesOf(*all, halves);
    TypedState state;
    for (const TypedEntry &entry : *all) {
        const bool rule = entry.kind == TypedEntry::Kind::Rule;
        const bool named = halfNamed(halves, entry.netdev) || halfNamed(halves, entry.secondNetdev);
        const bool meant =
            rule && (tables.contains(entry.table) || namesSubnet(entry.from, halves) || namesSubnet(entry.to, halves));
        if (entry.message.size() > kMostBytes)
            continue;
        if (named || meant)
            state.ofHalves.push_back(entry);
        else if (rule)
            state.otherRules.push_back(entry);
    }
    return state;
}

base::Result<void> restoreTyped(
    System &system, const std::vector<TypedEntry> &saved, const std::vector<LiveHalf> &halves)
{
    if (saved.empty())
        return {};
    const auto now = system.typed().list();
    if (!now)
        return now.error();
    base::Result<void> result;
    // Addresses first: a route may name one as its source.
    for (const TypedEntry::Kind kind : {TypedEntry::Kind::Address6, TypedEntry::Kind::Route6, TypedEntry::Kind::Rule})
        for (const TypedEntry &entry : saved) {
            if (entry.kind != kind)
                continue;
            const bool there = std::any_of(now->begin(), now->end(), [&](const TypedEntry &other) {
                return other.kind == kind && other.netdev == entry.netdev && other.message == entry.message;
            });
            const LiveHalf *half = halfNamed(halves, entry.netdev);
            const bool canBe = kind == TypedEntry::Kind::Rule
                || (half && half->sysctls.disableIpv6 != 1 && (half->adminUp || kind == TypedEntry::Kind::Address6));
            if (there || !canBe)
                continue;
            if (auto added = system.typed().add(entry); !added && result)
                result = std::move(added);
        }
    return result;
}

base::Result<void> activateKeepingRules(System &system, const std::vector<std::string> &netdevs)
{
    auto rules = system.typed().list();
    if (!rules)
        return rules.error();
    std::erase_if(*rules, [](const TypedEntry &entry) { return entry.kind != TypedEntry::Kind::Rule; });
    auto activated = system.activation().activate(netdevs);
    auto kept = restoreTyped(system, *rules, {});
    // Now or never: the next look finds the rules without those that were dropped.
    for (int i = 1; i < kTypedTries && !kept; ++i)
        kept = restoreTyped(system, *rules, {});
    return activated ? kept : activated;
}

std::vector<std::string> typedFields(const TypedEntry &entry)
{
    const auto word =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto &pair) { return pair.first == entry.kind; });
    return {std::string(word->second), entry.netdev, base::toHex(entry.message)};
}

std::optional<TypedEntry> typedFrom(const std::vector<std::string> &fields)
{
    if (fields.size() != 3)
        return std::nullopt;
    const auto word =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto &pair) { return pair.second == fields[0]; });
    auto message = fromHex(fields[2]);
    if (word == kWords.end() || !message)
        return std::nullopt;
    TypedEntry entry;
    entry.kind = word->first;
    entry.netdev = fields[1];
    entry.message = std::move(*message);
    return entry;
}

} // namespace sparkloom::agent
