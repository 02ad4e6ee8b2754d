// SPDX-License-Identifier: Apache-2.0
#include "agent/machine.h"

#include "agent/smallfiles.h"
#include "base/sha256.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

namespace {

const std::string kDmi = "/sys/class/dmi/id/";
const std::string kDgxRelease = "/etc/dgx-release";
constexpr std::size_t kMaxRelease = 64 * 1024;

// Vendor text of DMI, and the texts of which one in the product name marks a Spark (facts 1.6).
struct MakerMark {
    domain::Maker maker;
    std::string_view vendor;
    std::array<std::string_view, 2> products;
};
constexpr std::array<MakerMark, 9> kMakers = {{
    {domain::Maker::FoundersEdition, "nvidia", {"dgx_spark", "dgx spark"}},
    {domain::Maker::Asus, "asus", {"gx10", "gx10"}},
    {domain::Maker::Lenovo, "lenovo", {"pgx", "gb10"}},
    {domain::Maker::Dell, "dell", {"gb10", "fcm1253"}},
    {domain::Maker::Msi, "msi", {"edgexpert", "ms-c931"}},
    {domain::Maker::Msi, "micro-star", {"edgexpert", "ms-c931"}},
    {domain::Maker::Acer, "acer", {"gn100", "gb10"}},
    {domain::Maker::Gigabyte, "gigabyte", {"ai top atom", "gb10"}},
    {domain::Maker::Hp, "hp", {"zgx", "gb10"}},
}};

} // namespace

domain::SparkId sparkIdOf(Files &files)
{
    const std::string machineId = readSmall(files, "/etc/machine-id", 128);
    if (machineId.empty())
        return {};
    return {base::sha256Hex("sparkloom" + machineId).substr(0, 32)};
}

domain::Maker makerOf(std::string_view vendor, std::string_view product, bool hasDgxRelease)
{
    const std::string lowVendor = base::lowered(vendor);
    const std::string lowProduct = base::lowered(product);
    for (const MakerMark &mark : kMakers) {
        if (lowVendor.find(mark.vendor) == std::string::npos)
            continue;
        const bool productFits = std::any_of(mark.products.begin(), mark.products.end(),
            [&](std::string_view text) { return lowProduct.find(text) != std::string::npos; });
        if (productFits || hasDgxRelease)
            return mark.maker;
    }
    return domain::Maker::Unknown;
}

std::string productOf(Files &files)
{
    return base::cleanText(readSmall(files, kDmi + "product_name", 256), 128);
}

domain::Maker makerOf(Files &files)
{
    const std::string vendor = readSmall(files, kDmi + "sys_vendor", 256);
    const bool dgx = files.info(kDgxRelease).kind == FileInfo::Kind::File;
    return makerOf(vendor, productOf(files), dgx);
}

domain::Versions versionsOf(Files &files, const Identity &identity)
{
    domain::Versions versions;
    versions.os = lastAssignment(readSmall(files, "/etc/os-release", kMaxRelease), "PRETTY_NAME");
    const std::string release = readSmall(files, kDgxRelease, kMaxRelease);
    versions.dgxOs = lastAssignment(release, "DGX_SWBUILD_VERSION");
    versions.dgxOta = lastAssignment(release, "DGX_OTA_VERSION");
    versions.kernel = base::cleanText(identity.kernel, 128);
    versions.driver = base::cleanText(readSmall(files, "/sys/module/nvidia/version", 64), 64);
    versions.bios = base::cleanText(readSmall(files, kDmi + "bios_version", 128), 128);
    return versions;
}

std::int64_t memoryBytesOf(Files &files)
{
    const std::string text = readSmall(files, "/proc/meminfo", kMaxRelease);
    for (const std::string_view line : base::split(text, '\n')) {
        if (!line.starts_with("MemTotal:"))
            continue;
        std::string_view value = base::trimmed(line.substr(9));
        if (value.ends_with(" kB"))
            value = base::trimmed(value.substr(0, value.size() - 3));
        const auto kilobytes = base::parseInteger(value, 0, 1LL << 40);
        return kilobytes ? *kilobytes * 1024 : 0;
    }
    return 0;
}

std::vector<domain::HostKeyLine> hostKeysOf(Files &files)
{
    std::vector<domain::HostKeyLine> keys;
    for (const std::string &name : listNames(files, "/etc/ssh", 1024)) {
        if (!name.starts_with("ssh_host_") || !name.ends_with("_key.pub"))
            continue;
        const std::string line = readSmall(files, "/etc/ssh/" + name, 16 * 1024);
        const auto parts = base::split(line, ' ');
        const auto plain = [](std::string_view part) {
            return !part.empty()
                && std::all_of(part.begin(), part.end(), [](unsigned char c) { return c > 32 && c < 127; });
        };
        if (parts.size() >= 2 && plain(parts[0]) && parts[0].size() <= 64 && plain(parts[1]))
            keys.push_back({std::string(parts[0]), std::string(parts[1])});
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace sparkloom::agent
