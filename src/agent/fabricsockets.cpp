// SPDX-License-Identifier: Apache-2.0
#include "agent/fabricsockets.h"

#include "base/text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>
#include <vector>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMostTable = 4 * 1024 * 1024;
constexpr std::string_view kEstablished = "01";
constexpr std::string_view kMapped = "0000000000000000FFFF0000"; // ::ffff:0:0/96, by words of a little-endian machine
constexpr long long kMostInode = 1LL << 53;

// The columns of proc(5).
enum Column { kLocal = 1, kRemote = 2, kState = 3, kInode = 9, kColumns = 10 };

std::vector<std::string_view> columnsOf(std::string_view line)
{
    std::vector<std::string_view> columns;
    for (const std::string_view word : base::split(line, ' '))
        if (!word.empty() && columns.size() < kColumns)
            columns.push_back(word);
    return columns;
}

// "0100007F:1F90", or with IPv6 in front where IPv4 is mapped into it. The kernel prints the bytes of the network as
// one number of this machine.
std::optional<domain::Ipv4Address> addressOf(std::string_view column)
{
    std::string_view digits = column.substr(0, column.find(':'));
    if (digits.size() == 32 && digits.starts_with(kMapped))
        digits.remove_prefix(kMapped.size());
    std::uint32_t number = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stop, problem] = std::from_chars(digits.data(), end, number, 16);
    if (digits.size() != 8 || problem != std::errc() || stop != end)
        return std::nullopt;
    static_assert(std::endian::native == std::endian::little, "so are all machines that Sparkloom knows");
    return domain::Ipv4Address{(number >> 24) | (number >> 8 & 0xff00) | (number << 8 & 0xff0000) | (number << 24)};
}

} // namespace

std::set<std::uint64_t> socketsInTable(std::string_view table, std::span<const domain::Ipv4Address> own)
{
    const auto isOwn = [&](const domain::Ipv4Address &address) {
        return std::find(own.begin(), own.end(), address) != own.end();
    };
    std::set<std::uint64_t> inodes;
    for (const std::string_view line : base::split(table, '\n')) {
        const auto columns = columnsOf(line);
        if (columns.size() < kColumns || columns[kState] != kEstablished)
            continue;
        const auto local = addressOf(columns[kLocal]), remote = addressOf(columns[kRemote]);
        const auto inode = base::parseInteger(columns[kInode], 1, kMostInode);
        if (local && remote && inode && isOwn(*local) && !isOwn(*remote))
            inodes.insert(static_cast<std::uint64_t>(*inode));
    }
    return inodes;
}

std::set<std::uint64_t> fabricSockets(Files &files, std::span<const domain::Ipv4Address> own)
{
    std::set<std::uint64_t> inodes;
    if (own.empty())
        return inodes;
    for (const char *path : {"/proc/net/tcp", "/proc/net/tcp6"})
        if (const auto table = files.read(path, kMostTable))
            inodes.merge(socketsInTable(*table, own));
    return inodes;
}

std::uint64_t socketOfLink(std::string_view target)
{
    constexpr std::string_view kPrefix = "socket:[";
    if (!target.starts_with(kPrefix) || !target.ends_with(']'))
        return 0;
    const auto inode =
        base::parseInteger(target.substr(kPrefix.size(), target.size() - kPrefix.size() - 1), 1, kMostInode);
    return static_cast<std::uint64_t>(inode.value_or(0));
}

} // namespace sparkloom::agent
