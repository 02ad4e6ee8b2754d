// SPDX-License-Identifier: Apache-2.0
#include "agent/halves.h"

#include "agent/smallfiles.h"

#include <algorithm>
#include <map>

namespace sparkloom::agent {

namespace {

constexpr std::string_view kMellanox = "0x15b3";

// "0002:01:00.1" of .../0002:01:00.1; nothing for a device that is not on PCI.
std::optional<std::string> pciAddressOf(Files &files, const std::string &netdev)
{
    const auto target = files.readLink("/sys/class/net/" + netdev + "/device");
    if (!target)
        return std::nullopt;
    const std::string name = baseName(*target);
    const bool shaped = name.size() == 12 && name[4] == ':' && name[7] == ':' && name[10] == '.';
    return shaped ? name : std::string();
}

std::optional<domain::CageIndex> cageOfPort(const std::string &portName)
{
    if (portName == "p0")
        return domain::CageIndex::Zero;
    if (portName == "p1")
        return domain::CageIndex::One;
    return std::nullopt;
}

std::optional<domain::Side> sideOfPci(const std::string &address)
{
    if (address.starts_with("0000:"))
        return domain::Side::A;
    if (address.starts_with("0002:"))
        return domain::Side::B;
    return std::nullopt;
}

std::optional<PresentHalf> presentHalf(Files &files, const LinkInfo &link)
{
    const std::string folder = "/sys/class/net/" + link.name;
    PresentHalf half;
    half.link = link;
    const auto documented = domain::halfOfDocumentedNetdev(link.name);
    const auto pci = pciAddressOf(files, link.name);
    if (!pci) {
        if (!documented)
            return std::nullopt;
        half.id = *documented;
        half.rdmaDevice = rdmaDeviceOf(files, link.name);
        if (!half.rdmaDevice.empty())
            half.sysImageGuid = readSmall(files, "/sys/class/infiniband/" + half.rdmaDevice + "/sys_image_guid", 64);
        return half;
    }
    if (readSmall(files, folder + "/device/vendor", 16) != kMellanox && !documented)
        return std::nullopt;
    half.pciAddress = *pci;
    half.rdmaDevice = rdmaDeviceOf(files, link.name);
    if (!half.rdmaDevice.empty())
        half.sysImageGuid = readSmall(files, "/sys/class/infiniband/" + half.rdmaDevice + "/sys_image_guid", 64);
    const auto cage = cageOfPort(readSmall(files, folder + "/phys_port_name", 32));
    const auto side = sideOfPci(*pci);
    if (cage && side) {
        half.id = {*cage, *side};
        half.grouping = domain::HalfFacts::Grouping::PortName;
        return half;
    }
    if (!documented)
        return std::nullopt;
    half.id = *documented;
    return half;
}

// Another Mellanox card in the same machine has a guid of its own: the guid with most halves is the Spark's, the
// smaller one where two have as many.
std::string guidOfSpark(const std::vector<PresentHalf> &halves)
{
    std::map<std::string, int> count;
    for (const PresentHalf &half : halves)
        if (!half.sysImageGuid.empty())
            ++count[half.sysImageGuid];
    const auto best =
        std::max_element(count.begin(), count.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return best == count.end() ? std::string() : best->first;
}

} // namespace

std::string rdmaDeviceOf(Files &files, const std::string &netdev)
{
    const auto direct = listNames(files, "/sys/class/net/" + netdev + "/device/infiniband", 16);
    if (!direct.empty())
        return direct.front();
    for (const std::string &device : listNames(files, "/sys/class/infiniband", 64))
        if (readSmall(files, "/sys/class/infiniband/" + device + "/ports/1/gid_attrs/ndevs/0", 64) == netdev)
            return device;
    return {};
}

std::vector<PresentHalf> findHalves(Files &files, const std::vector<LinkInfo> &links)
{
    std::vector<PresentHalf> found;
    for (const LinkInfo &link : links)
        if (auto half = presentHalf(files, link))
            found.push_back(std::move(*half));
    const std::string guid = guidOfSpark(found);
    std::erase_if(
        found, [&](const PresentHalf &half) { return !half.sysImageGuid.empty() && half.sysImageGuid != guid; });
    // One netdev per half: what sysfs proves wins over a mere name, then the smaller interface index.
    std::stable_sort(found.begin(), found.end(), [](const PresentHalf &a, const PresentHalf &b) {
        if (a.id != b.id)
            return a.id < b.id;
        if (a.grouping != b.grouping)
            return a.grouping == domain::HalfFacts::Grouping::PortName;
        return a.link.index < b.link.index;
    });
    found.erase(std::unique(found.begin(), found.end(),
                    [](const PresentHalf &a, const PresentHalf &b) { return a.id == b.id; }),
        found.end());
    return found;
}

std::vector<PresentHalf> findHalves(System &system)
{
    const auto links = system.network().links();
    return links ? findHalves(system.files(), *links) : std::vector<PresentHalf>();
}

const PresentHalf *halfOf(const std::vector<PresentHalf> &halves, domain::HalfId id)
{
    const auto found =
        std::find_if(halves.begin(), halves.end(), [&](const PresentHalf &half) { return half.id == id; });
    return found == halves.end() ? nullptr : &*found;
}

const PresentHalf *halfOfIndex(const std::vector<PresentHalf> &halves, int interfaceIndex)
{
    const auto found = std::find_if(
        halves.begin(), halves.end(), [&](const PresentHalf &half) { return half.link.index == interfaceIndex; });
    return found == halves.end() ? nullptr : &*found;
}

} // namespace sparkloom::agent
