// SPDX-License-Identifier: Apache-2.0
#include "agent/rdma/gidchoice.h"

#include "agent/smallfiles.h"
#include "base/text.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr int kMaxGids = 256;
constexpr std::size_t kGidText = 39; // eight groups of four digits
constexpr std::string_view kUnused = "00000000000000000000000000000000";

std::string portFolder(const PresentHalf &half)
{
    return "/sys/class/infiniband/" + half.rdmaDevice + "/ports/1/";
}

// Without the colons; empty for anything else.
std::string digitsOf(const std::string &text)
{
    std::string digits;
    for (const char c : text)
        if (c != ':')
            digits += c;
    const bool hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    return text.size() == kGidText && digits.size() == kUnused.size() && hex ? digits : std::string();
}

std::string mapped(domain::Ipv4Address address)
{
    char text[33];
    std::snprintf(text, sizeof text, "00000000000000000000ffff%08x", address.value);
    return text;
}

base::Error noDevice(const PresentHalf &half)
{
    return {base::ErrorKind::NotKnown,
        base::Message("rdma.no-device"_msg).with("half", domain::toText(half.id)).with("netdev", half.link.name), {}};
}

std::optional<GidEntry> entryAt(Files &files, const PresentHalf &half, int index)
{
    const std::string number = std::to_string(index);
    const std::string digits = digitsOf(readSmall(files, portFolder(half) + "gids/" + number, 64));
    if (digits.empty() || digits == kUnused)
        return std::nullopt;
    return GidEntry{
        index, digits, base::cleanText(readSmall(files, portFolder(half) + "gid_attrs/types/" + number, 64), 64)};
}

// "4: ACTIVE"
bool isDown(Files &files, const PresentHalf &half)
{
    const std::string state = readSmall(files, portFolder(half) + "state", 64);
    return !state.empty() && !state.starts_with("4:");
}

} // namespace

base::Result<GidEntry> chooseGid(Files &files, const PresentHalf &half, domain::Ipv4Address local)
{
    if (half.rdmaDevice.empty())
        return noDevice(half);
    const auto about = [&](base::MessageId id) {
        return base::failed(base::Message(id)
                                .with("half", domain::toText(half.id))
                                .with("device", half.rdmaDevice)
                                .with("address", local.toString()));
    };
    if (isDown(files, half))
        return about("rdma.port-down"_msg);
    const std::string wanted = mapped(local);
    bool otherType = false;
    for (int index = 0; index < kMaxGids; ++index) {
        if (files.info(portFolder(half) + "gids/" + std::to_string(index)).kind == FileInfo::Kind::Missing)
            break;
        const auto entry = entryAt(files, half, index);
        if (!entry || entry->gid != wanted)
            continue;
        const std::string owner = readSmall(files, portFolder(half) + "gid_attrs/ndevs/" + std::to_string(index), 64);
        if (entry->type == "RoCE v2" && (owner.empty() || owner == half.link.name))
            return *entry;
        otherType = true;
    }
    return about(otherType ? "rdma.no-roce-v2"_msg : "rdma.no-ipv4-gid"_msg);
}

base::Result<GidEntry> gidAt(Files &files, const PresentHalf &half, int index)
{
    if (half.rdmaDevice.empty())
        return noDevice(half);
    if (auto entry = entryAt(files, half, index))
        return *entry;
    return base::failed(base::Message("rdma.no-such-gid"_msg)
                            .with("half", domain::toText(half.id))
                            .with("device", half.rdmaDevice)
                            .with("index", index));
}

} // namespace sparkloom::agent
