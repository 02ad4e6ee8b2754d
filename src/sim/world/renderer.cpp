// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world/renderer.h"

#include "base/text.h"
#include "domain/plan/foreignfiles.h"
#include "domain/plan/keyfile.h"
#include "sim/errors.h"
#include "sim/world/spark.h"
#include "sim/world/yaml.h"

#include <algorithm>
#include <array>

namespace sparkloom::sim {

namespace {

constexpr std::size_t kMaxFile = 1024 * 1024;
constexpr int kDefaultMtu = 1500;
constexpr std::array<const char *, 3> kFolders = {
    "/usr/lib/netplan", "/etc/netplan", "/run/netplan"}; // later ones shadow

base::Error inFile(const std::string &path, const std::string &what)
{
    return simError(base::ErrorKind::Failed, path + ": " + what, "netplan");
}

// Name of the file -> its path, after shadowing.
std::map<std::string, std::string> filesInForce(Spark &spark)
{
    std::map<std::string, std::string> files;
    for (const std::string folder : kFolders)
        if (const auto names = spark.files.list(kRoot, folder))
            for (const std::string &name : *names)
                if (domain::isNetplanName(name))
                    files[name] = folder + '/' + name;
    return files;
}

base::Result<void> readAddresses(const std::string &path, const YamlValue &list, NetdevConfig &config)
{
    if (list.kind != YamlValue::Kind::List)
        return inFile(path, "addresses is no list");
    for (const YamlValue &item : list.items) {
        const auto address = domain::Ipv4Interface::parse(item.scalar);
        if (!address && item.scalar.find(':') == std::string::npos)
            return inFile(path, "malformed address '" + item.scalar.substr(0, 60) + "'");
        if (address && std::ranges::find(config.addresses, *address) == config.addresses.end())
            config.addresses.push_back(*address);
    }
    return {};
}

base::Result<void> readNetdev(const std::string &path, const YamlValue &definition, NetdevConfig &config)
{
    if (const YamlValue *const addresses = definition.find("addresses"))
        if (auto done = readAddresses(path, *addresses, config); !done)
            return done;
    if (const YamlValue *const dhcp = definition.find("dhcp4"))
        config.dhcp4 = dhcp->isTrue();
    if (const YamlValue *const mtu = definition.find("mtu")) {
        const auto value = base::parseInteger(mtu->scalar, 68, 65535);
        if (!value || mtu->quoted)
            return inFile(path, "invalid unsigned int value for mtu");
        config.mtu = static_cast<int>(*value);
    }
    return {};
}

// A definition with a MAC is that netdev's, whatever it is called; one for a card that is not here is nobody's.
std::optional<std::string> netdevOf(Spark &spark, const std::string &name, const YamlValue &definition)
{
    const YamlValue *const match = definition.find("match");
    const YamlValue *const mac = match ? match->find("macaddress") : nullptr;
    if (!mac)
        return name;
    for (const Interface *const interface : spark.network.interfaces())
        if (interface->mac.toString() == base::lowered(mac->scalar))
            return interface->name;
    return std::nullopt;
}

base::Result<void> readFile(Spark &spark, const std::string &path, std::map<std::string, NetdevConfig> &netdevs)
{
    const auto text = spark.files.read(kRoot, path, kMaxFile);
    if (!text)
        return text.error();
    const auto document = parseYaml(**text);
    if (!document)
        return inFile(path, document.error().detail);
    if (document->kind == YamlValue::Kind::Nothing)
        return {}; // an empty file only shadows
    const YamlValue *const network = document->find("network");
    if (!network || network->kind != YamlValue::Kind::Mapping)
        return inFile(path, "network is missing");
    const YamlValue *const version = network->find("version");
    if (!version || version->scalar != "2")
        return inFile(path, "only version 2 is supported");
    const YamlValue *const ethernets = network->find("ethernets");
    if (!ethernets)
        return {};
    for (const auto &[name, definition] : ethernets->entries)
        if (const auto netdev = netdevOf(spark, name, definition))
            if (auto done = readNetdev(path, definition, netdevs[*netdev]); !done)
                return done;
    return {};
}

void configure(Spark &spark, Interface &interface, const NetdevConfig &config)
{
    spark.network.dropRoutes(interface); // foreign to the renderer
    spark.network.setAdminUp(interface, true);
    spark.network.setMtu(interface, config.mtu.value_or(kDefaultMtu));
    spark.network.setAddresses(interface, config.addresses);
}

// A netdev that no file names: NetworkManager keeps it up with a connection of its own that finds no DHCP server;
// networkd lets go of it and leaves link state and MTU as they are.
void release(Spark &spark, Interface &interface)
{
    spark.network.setAddresses(interface, {});
    if (spark.spec.renderer != domain::Renderer::NetworkManager)
        return;
    spark.network.setMtu(interface, kDefaultMtu);
    spark.network.setAdminUp(interface, true);
}

void applySysctlLine(Spark &spark, std::string_view line, const std::string &scope)
{
    const std::string_view text = base::trimmed(line);
    const std::size_t equals = text.find('=');
    if (text.empty() || text.front() == '#' || text.front() == ';' || equals == std::string_view::npos)
        return;
    std::string key(base::trimmed(text.substr(0, equals)));
    // Dots and slashes mean the same unless the first separator is a slash (sysctl.d).
    const std::size_t first = key.find_first_of("./");
    if (first != std::string::npos && key[first] == '.')
        std::ranges::replace(key, '.', '/');
    const auto parts = base::split(key, '/');
    const auto value = base::parseInteger(base::trimmed(text.substr(equals + 1)), 0, 8);
    if (parts.size() == 5 && parts[0] == "net" && parts[2] == "conf" && parts[3] == scope && value)
        spark.network.setSysctl(scope, parts[4], static_cast<int>(*value));
}

} // namespace

base::Result<std::map<std::string, NetdevConfig>> mergedNetplan(Spark &spark)
{
    std::map<std::string, NetdevConfig> netdevs;
    for (const auto &[name, path] : filesInForce(spark))
        if (auto done = readFile(spark, path, netdevs); !done)
            return done.error();
    return netdevs;
}

base::Result<void> activateNetdevs(Spark &spark, const std::vector<std::string> &netdevs)
{
    const auto configs = mergedNetplan(spark);
    if (!configs)
        return configs.error();
    for (const std::string &name : netdevs) {
        Interface *const interface = spark.network.byName(name);
        if (!interface)
            continue;
        const auto it = configs->find(name);
        if (it == configs->end())
            release(spark, *interface);
        else
            configure(spark, *interface, it->second);
    }
    // networkd.conf, ManageForeignRoutingPolicyRules: on unless somebody says otherwise.
    if (spark.spec.renderer == domain::Renderer::Networkd && !netdevs.empty())
        spark.network.dropTypedRules();
    return {};
}

void activateProfile(Spark &spark, const std::string &netdev, const std::string &path)
{
    Interface *const interface = spark.network.byName(netdev);
    if (!interface || !domain::isKeyfilePath(path))
        return;
    const auto text = spark.files.read(kRoot, path, domain::kMostKeyfile);
    const auto profile = text ? domain::readKeyfile(**text) : std::nullopt;
    if (!profile || !domain::isPlainEthernetOf(*profile, netdev, interface->mac.toString()))
        return;
    NetdevConfig config;
    if (const auto address = domain::Ipv4Interface::parse(profile->value("ipv4", "address1")))
        config.addresses = {*address};
    if (const auto mtu = base::parseInteger(profile->value("ethernet", "mtu"), 68, 65535))
        config.mtu = static_cast<int>(*mtu);
    configure(spark, *interface, config);
}

void netdevAppeared(Spark &spark, const std::string &netdev)
{
    Interface *const interface = spark.network.byName(netdev);
    if (!interface)
        return;
    const auto configs = mergedNetplan(spark);
    if (configs && configs->contains(netdev))
        configure(spark, *interface, configs->at(netdev));
    else if (spark.spec.renderer == domain::Renderer::NetworkManager)
        spark.network.setAdminUp(*interface, true);
}

void applySysctlFiles(Spark &spark, const std::string &scope)
{
    std::map<std::string, std::string> files;
    for (const std::string folder : {"/usr/lib/sysctl.d", "/run/sysctl.d", "/etc/sysctl.d"})
        if (const auto names = spark.files.list(kRoot, folder))
            for (const std::string &name : *names)
                if (name.ends_with(".conf"))
                    files[name] = folder + '/' + name;
    for (const auto &[name, path] : files)
        if (const auto text = spark.files.read(kRoot, path, kMaxFile))
            for (const std::string_view line : base::split(**text, '\n'))
                applySysctlLine(spark, line, scope);
}

} // namespace sparkloom::sim
