// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/configfaults.h"

#include "sim/errors.h"
#include "sim/random.h"
#include "sim/world/fields.h"
#include "sim/world/world.h"

#include <algorithm>

namespace sparkloom::sim {

namespace {

constexpr int kDefaultMtu = 1500;
constexpr int kStrict = 1;
constexpr const char *kNcclFile = "/etc/nccl.conf";
constexpr std::uint32_t kLinkLocalNet = 0xa9fe0000; // 169.254.0.0/16
constexpr std::uint32_t kPlaybookNet = 0xc0a86400;  // 192.168.100.0/24, NVIDIA's example (facts 2.1)
constexpr std::uint32_t kLanNet = 0xc0a84e00;       // 192.168.78.0, inside the management network of virtual Sparks
constexpr std::uint32_t kHostBits = 0xff;
constexpr std::uint32_t kSecondAddress = 0x80; // how far the second address of a subnet lies above the first

using Addresses = std::vector<domain::Ipv4Interface>;

bool changesAddresses(Fault fault)
{
    return fault == Fault::OneHalf || fault == Fault::NoAddress || fault == Fault::OneSubnet
        || fault == Fault::LinkLocalOverlap || fault == Fault::LanOverlap;
}

bool changesMtu(Fault fault)
{
    return fault == Fault::MtuMismatch || fault == Fault::MtuFellBack;
}

std::uint32_t hostNumber(const Spark &spark)
{
    return 10 + static_cast<std::uint32_t>(spark.number) % 100;
}

// Both halves of a cage in one subnet: that of half A, or NVIDIA's where A has none.
Addresses inOneSubnet(const Spark &spark, domain::HalfId half, const Addresses &ofHalfA)
{
    const domain::Ipv4Interface first =
        ofHalfA.empty() ? domain::Ipv4Interface{{kPlaybookNet + hostNumber(spark)}, 24} : ofHalfA.front();
    if (half.side == domain::Side::A)
        return {first};
    return {{{first.address.value ^ kSecondAddress}, first.length}};
}

std::string ncclLines(const FaultSpec &fault)
{
    if (fault.fault == Fault::NetSocket)
        return "NCCL_IB_DISABLE=1\nNCCL_SOCKET_IFNAME=enP7s7\n";
    if (fault.fault == Fault::GidIndex)
        return "NCCL_IB_GID_INDEX=1\n";
    return {};
}

// Lays the faults that mean a value over it. get() and set() reach the live value.
template <typename Key, typename T, typename Means, typename Change, typename Set>
void lay(std::map<Key, Overlay<T>> &overlays, const Key &key, const T &now, const std::vector<FaultSpec> &active,
    Means means, Change change, Set set)
{
    std::vector<FaultSpec> here;
    std::ranges::copy_if(active, std::back_inserter(here), means);
    auto it = overlays.find(key);
    if (here.empty() && it == overlays.end())
        return;
    if (it == overlays.end())
        it = overlays.emplace(key, Overlay<T>{now, now, {}}).first;
    Overlay<T> &overlay = it->second;
    if (now != overlay.last) {
        overlay.mended.insert(here.begin(), here.end());
        overlay.base = now;
    }
    T wanted = overlay.base;
    for (const FaultSpec &fault : here)
        if (!overlay.mended.contains(fault))
            wanted = change(fault, std::move(wanted));
    if (wanted != now)
        set(wanted);
    overlay.last = wanted;
    if (here.empty())
        overlays.erase(it);
}

} // namespace

bool ConfigFaults::means(const FaultSpec &fault, int spark, domain::HalfId half) const
{
    const bool onlyHalfB = fault.fault == Fault::OneHalf;
    const bool onlyHalfA = fault.fault == Fault::LanOverlap;
    if ((onlyHalfB && half.side == domain::Side::A) || (onlyHalfA && half.side == domain::Side::B))
        return false;
    if (fault.place.kind != FaultPlace::Kind::Cable)
        return fault.place.covers(spark, half);
    const Socket here = Socket::ofSpark(spark, half.cage);
    return here == fault.place.socket() || m_world.cabling().otherEnd(fault.place.socket()) == here;
}

base::Result<void> ConfigFaults::check(const FaultSpec &fault)
{
    if (!changesAddresses(fault.fault) && !changesMtu(fault.fault))
        return {};
    bool found = false, something = false;
    for (const auto &spark : m_world.sparks())
        for (const domain::HalfId half : domain::kAllHalves) {
            const Interface *const netdev = spark->network.byHalf(half);
            if (!netdev || !means(fault, spark->number, half))
                continue;
            found = true;
            something = something
                || (changesMtu(fault.fault) ? netdev->mtu > kDefaultMtu
                                            : changed(fault, *spark, half, netdev->addresses) != netdev->addresses);
        }
    if (!found)
        return simError(base::ErrorKind::Refused, "the half is not there now");
    if (!something)
        return simError(base::ErrorKind::Refused,
            changesMtu(fault.fault) ? "the MTU there is 1500 already" : "there is no address to take away");
    return {};
}

Addresses ConfigFaults::changed(const FaultSpec &fault, Spark &spark, domain::HalfId half, Addresses addresses) const
{
    switch (fault.fault) {
    case Fault::OneHalf:
    case Fault::NoAddress: return {};
    case Fault::OneSubnet: {
        const Interface *const a = spark.network.byHalf({half.cage, domain::Side::A});
        return inOneSubnet(spark, half, half.side == domain::Side::A ? addresses : a ? a->addresses : Addresses());
    }
    case Fault::LinkLocalOverlap: {
        SeededRandom random(m_world.options().seed, "169.254 " + spark.spec.name + domain::toText(half));
        return {{{kLinkLocalNet + 0x100 + static_cast<std::uint32_t>(random.below(0xfd00))}, 16}};
    }
    case Fault::LanOverlap: return {{{kLanNet + hostNumber(spark)}, 24}};
    default: return addresses;
    }
}

void ConfigFaults::refresh(const std::vector<FaultSpec> &active)
{
    for (const auto &spark : m_world.sparks()) {
        for (const domain::HalfId half : domain::kAllHalves) {
            refreshAddresses(*spark, half, active);
            refreshMtu(*spark, half, active);
        }
        refreshFilter(*spark, active);
        refreshNcclFile(*spark, active);
    }
}

void ConfigFaults::refreshAddresses(Spark &spark, domain::HalfId half, const std::vector<FaultSpec> &active)
{
    Interface *const netdev = spark.network.byHalf(half);
    if (!netdev)
        return;
    lay(
        m_addresses, HalfKey{spark.number, half}, netdev->addresses, active,
        [&](const FaultSpec &f) { return changesAddresses(f.fault) && means(f, spark.number, half); },
        [&](const FaultSpec &f, Addresses list) { return changed(f, spark, half, std::move(list)); },
        [&](const Addresses &list) { spark.network.setAddresses(*netdev, list); });
}

void ConfigFaults::refreshMtu(Spark &spark, domain::HalfId half, const std::vector<FaultSpec> &active)
{
    Interface *const netdev = spark.network.byHalf(half);
    if (!netdev)
        return;
    lay(
        m_mtu, HalfKey{spark.number, half}, netdev->mtu, active,
        [&](const FaultSpec &f) { return changesMtu(f.fault) && means(f, spark.number, half); },
        [](const FaultSpec &, int) { return kDefaultMtu; }, [&](int mtu) { spark.network.setMtu(*netdev, mtu); });
}

void ConfigFaults::refreshFilter(Spark &spark, const std::vector<FaultSpec> &active)
{
    std::vector<std::string> scopes{"all", "default"};
    for (const domain::HalfId half : domain::kAllHalves)
        if (const Interface *const netdev = spark.network.byHalf(half))
            scopes.push_back(netdev->name);
    for (const std::string &scope : scopes)
        if (const auto now = spark.network.sysctl(scope, "rp_filter"))
            lay(
                m_filters, SysctlKey{spark.number, scope}, *now, active,
                [&](const FaultSpec &f) { return f.fault == Fault::StrictFilter && f.place.spark == spark.number; },
                [](const FaultSpec &, int) { return kStrict; },
                [&](int value) { spark.network.setSysctl(scope, "rp_filter", value); });
}

void ConfigFaults::refreshNcclFile(Spark &spark, const std::vector<FaultSpec> &active)
{
    const auto content = spark.files.read(kRoot, kNcclFile, kMaxFieldText);
    const std::optional<std::string> now = content ? std::optional(**content) : std::nullopt;
    lay(
        m_ncclFiles, spark.number, now, active,
        [&](const FaultSpec &f) { return f.place.spark == spark.number && !ncclLines(f).empty(); },
        [](const FaultSpec &f, std::optional<std::string> text) {
            return std::optional(text.value_or(std::string()) + ncclLines(f));
        },
        [&](const std::optional<std::string> &text) {
            if (text)
                spark.files.putFile(kNcclFile, *text);
            else
                spark.files.removeTree(kNcclFile);
        });
}

} // namespace sparkloom::sim
