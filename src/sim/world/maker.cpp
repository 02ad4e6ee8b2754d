// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/maker.h"

#include <algorithm>
#include <array>

namespace sparkloom::sim {

namespace {

using domain::Maker;

constexpr std::array<MakerProfile, 8> kMakers = {{
    {"founders-edition", Maker::FoundersEdition, "NVIDIA", "NVIDIA_DGX_Spark", "A.7", "P4242", "5.36_0ACUM023",
        "03/11/2026", "DGX Server for KVM", 0x30c599},
    {"asus", Maker::Asus, "ASUSTeK COMPUTER INC.", "GX10", "5.36_GX10DGX", "GX10", "GX10DGX.0105.2026.0505.1153",
        "05/05/2026", "GX10", 0x4cbb47},
    {"dell", Maker::Dell, "Dell Inc.", "Dell Pro Max with GB10 FCM1253", "1.0.0", "0GB10X", "1.2.1", "02/20/2026",
        "Dell Pro Max with GB10", 0xfc4cea},
    {"hp", Maker::Hp, "HP", "HP ZGX Nano G1n AI Station", "1.0", "8E7A", "5.36_0HP012", "01/30/2026",
        "HP ZGX Nano G1n AI Station", 0x30c599},
    {"lenovo", Maker::Lenovo, "LENOVO", "30KL0000US", "ThinkStation PGX", "ThinkStation PGX", "5.36_0LEN010",
        "02/02/2026", "ThinkStation PGX", 0x30c599},
    {"msi", Maker::Msi, "Micro-Star International Co., Ltd.", "EdgeXpert MS-C931", "1.0", "MS-C931", "5.36_0MSI011",
        "01/19/2026", "EdgeXpert", 0x30c599},
    {"gigabyte", Maker::Gigabyte, "GIGABYTE", "AI TOP ATOM", "1.0", "AI TOP ATOM", "5.36_0GIG009", "12/15/2025",
        "AI TOP ATOM", 0x30c599},
    {"acer", Maker::Acer, "Acer", "Veriton GN100", "1.0", "GN100", "5.36_0ACR008", "12/08/2025", "Veriton GN100",
        0x3c6d66},
}};

} // namespace

const MakerProfile *makerProfile(std::string_view id)
{
    const auto it = std::ranges::find(kMakers, id, &MakerProfile::id);
    return it == kMakers.end() ? nullptr : &*it;
}

} // namespace sparkloom::sim
