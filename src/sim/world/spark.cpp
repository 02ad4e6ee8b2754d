// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/spark.h"

#include "sim/world/dgxos.h"
#include "sim/world/maker.h"
#include "sim/world/renderer.h"
#include "sim/world/sysfs.h"

namespace sparkloom::sim {

namespace {

constexpr domain::Ipv4Address kManagementNet{0xc0a84c00}; // 192.168.76.0/22
constexpr int kManagementLength = 22;
constexpr std::uint32_t kRouter = 0x101;    // 192.168.77.1, also the laptop
constexpr std::uint32_t kFirstHost = 0x10b; // 192.168.77.11
constexpr int kFullMemoryGib = 128;
constexpr std::int64_t kSmallMemoryKb = 62'600'000;

domain::MacAddress macFrom(std::uint32_t oui, SeededRandom random)
{
    domain::MacAddress mac;
    const std::uint64_t low = random.next();
    for (int i = 0; i < 3; ++i) {
        mac.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(oui >> (16 - 8 * i));
        mac.bytes[static_cast<std::size_t>(3 + i)] = static_cast<std::uint8_t>(low >> (16 - 8 * i));
    }
    mac.bytes[5] &= 0xf8; // room for +1, +4 and +5
    return mac;
}

std::string uuid(SeededRandom random)
{
    const std::string h = random.hex(32);
    return h.substr(0, 8) + '-' + h.substr(8, 4) + "-4" + h.substr(13, 3) + "-a" + h.substr(17, 3) + '-'
        + h.substr(20, 12);
}

} // namespace

Spark::Spark(
    agent::Loop &loop, const HostSpec &host, int hostNumber, std::uint64_t seed, double speed, std::string hostKeyLine)
    : clock(loop), spec(host), number(hostNumber), home("/home/" + host.user), hostKey(std::move(hostKeyLine)),
      machineId(SeededRandom(seed, "machine-id " + host.name).hex(32)),
      bootId(uuid(SeededRandom(seed, "boot " + host.name))),
      baseMac(macFrom(host.maker->oui, SeededRandom(seed, "mac " + host.name))),
      managementAddress{kManagementNet.value + kFirstHost + static_cast<std::uint32_t>(hostNumber)},
      files([this] { return utcNs(); }), network(loop, speed), log(host.name, [this] { return utcNs(); }),
      random(seed, "agent " + host.name),
      m_lastProcessId(2000 + static_cast<int>(SeededRandom(seed, "pid " + host.name).below(4000)))
{
    if (host.memoryGib < kFullMemoryGib)
        parameters.memory.totalKb = kSmallMemoryKb;
    parameters.memory.availableKb = parameters.memory.totalKb / 10 * 9;
    if (host.maker->maker == domain::Maker::Hp)
        parameters.software.releaseForm = SoftwareParameters::ReleaseForm::Unquoted;
    SeededRandom other(seed, "rj45 " + host.name);
    Interface &loopback = network.add("lo", {}, std::nullopt);
    loopback.mtu = 65536;
    network.setAddresses(loopback, {{{0x7f000001}, 8}});
    Interface &rj45 = network.add("enP7s7", macFrom(0x3c6d66, other), std::nullopt);
    rj45.maxMtu = 9194;
    network.setAddresses(rj45, {{managementAddress, kManagementLength}});
    Interface &wifi = network.add("wlP9s9", macFrom(0x5c9b52, SeededRandom(seed, "wifi " + host.name)), std::nullopt);
    wifi.maxMtu = 2304;
    Interface &docker =
        network.add("docker0", macFrom(0x0242ac, SeededRandom(seed, "docker " + host.name)), std::nullopt);
    network.setAddresses(docker, {{{0xac110001}, 16}});
    for (Interface *interface : {&loopback, &rj45, &docker}) {
        network.setAdminUp(*interface, true);
        network.setLit(*interface, interface != &docker);
    }
    network.setDefaultGateway({kManagementNet.value + kRouter}, "enP7s7");
    installDgxOs(*this);
    mountSystem(*this);
    for (const FileSpec &file : spec.files)
        files.putFile(file.path, file.text, file.mode, file.path.starts_with("/etc/") ? kRoot : user);
    for (const char *scope : {"default", "all"})
        applySysctlFiles(*this, scope);
}

domain::MacAddress Spark::macOf(domain::HalfId half) const
{
    return baseMac.plus(domain::macOffset(half));
}

std::string Spark::pathInHome(std::string_view name) const
{
    return home + '/' + std::string(name);
}

std::string Spark::biosVersion() const
{
    return parameters.software.bios.empty() ? std::string(spec.maker->biosVersion) : parameters.software.bios;
}

std::int64_t Spark::utcNs() const
{
    return clock.utcMs() * 1'000'000;
}

void Spark::setNicPresent(bool present)
{
    if (m_nicPresent == present)
        return;
    settleTraffic();
    m_nicPresent = present;
    settleHalves();
    if (present)
        return;
    cages = {}; // a driver that comes anew counts from nothing (facts 8.1)
    rdma = {};
    rdmaEvents = {};
}

void Spark::settleHalves()
{
    for (const domain::HalfId half : domain::kAllHalves) {
        const std::string name(domain::documentedNetdev(half));
        const bool wanted = m_nicPresent && parameters.half(half).state != HalfParameters::State::Missing;
        if (wanted == (network.byHalf(half) != nullptr))
            continue;
        if (wanted) {
            network.add(name, macOf(half), half);
            mountHalf(*this, half);
            applySysctlFiles(*this, name);
            netdevAppeared(*this, name);
        } else {
            unmountHalf(*this, half);
            network.remove(name);
        }
    }
}

} // namespace sparkloom::sim
