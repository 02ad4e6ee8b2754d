// SPDX-License-Identifier: Apache-2.0
#include "domain/hardware/half.h"

namespace sparkloom::domain {
namespace {

struct Names {
    std::string_view netdev, rdma, pci;
    int macOffset;
};

// facts 1.1 and 1.3, in the order of kAllHalves
constexpr std::array<Names, 4> kNames = {{
    {"enp1s0f0np0", "rocep1s0f0", "0000:01:00.0", 0},
    {"enP2p1s0f0np0", "roceP2p1s0f0", "0002:01:00.0", 4},
    {"enp1s0f1np1", "rocep1s0f1", "0000:01:00.1", 1},
    {"enP2p1s0f1np1", "roceP2p1s0f1", "0002:01:00.1", 5},
}};

const Names &names(HalfId half)
{
    return kNames[static_cast<std::size_t>(number(half.cage)) * 2 + static_cast<std::size_t>(half.side)];
}

} // namespace

int number(CageIndex cage)
{
    return static_cast<int>(cage);
}

std::string_view letter(Side side)
{
    return side == Side::A ? "A" : "B";
}

std::string toText(HalfId half)
{
    return std::to_string(number(half.cage)) + std::string(letter(half.side));
}

std::optional<HalfId> halfFromText(std::string_view text)
{
    for (const HalfId half : kAllHalves)
        if (toText(half) == text)
            return half;
    return std::nullopt;
}

std::string_view documentedNetdev(HalfId half)
{
    return names(half).netdev;
}
std::string_view documentedRdmaDevice(HalfId half)
{
    return names(half).rdma;
}
std::string_view documentedPciAddress(HalfId half)
{
    return names(half).pci;
}
std::string_view documentedPortName(CageIndex cage)
{
    return cage == CageIndex::Zero ? "p0" : "p1";
}
int macOffset(HalfId half)
{
    return names(half).macOffset;
}

std::optional<HalfId> halfOfDocumentedNetdev(std::string_view netdev)
{
    for (const HalfId half : kAllHalves)
        if (documentedNetdev(half) == netdev)
            return half;
    return std::nullopt;
}

} // namespace sparkloom::domain
