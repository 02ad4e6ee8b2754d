// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

// What is known of a Spark.
namespace sparkloom::protocol {
namespace json {
namespace {

using domain::HalfFacts;
using domain::Maker;
using domain::Renderer;

constexpr Words<HalfFacts::Grouping, 2> kGroupings{
    {{HalfFacts::Grouping::PortName, "port-name"}, {HalfFacts::Grouping::DocumentedName, "documented-name"}}};
constexpr Words<Maker, 9> kMakers{{{Maker::Unknown, "unknown"}, {Maker::FoundersEdition, "nvidia"},
    {Maker::Asus, "asus"}, {Maker::Dell, "dell"}, {Maker::Hp, "hp"}, {Maker::Lenovo, "lenovo"}, {Maker::Msi, "msi"},
    {Maker::Gigabyte, "gigabyte"}, {Maker::Acer, "acer"}}};
constexpr Words<Renderer, 3> kRenderers{
    {{Renderer::Unknown, "unknown"}, {Renderer::Networkd, "networkd"}, {Renderer::NetworkManager, "network-manager"}}};

constexpr Range kMtuSeen{0, 65536};

} // namespace

// Not in the unnamed namespace: argument-dependent lookup does not look there.
void exchange(Node &node, domain::PcieLink &value)
{
    node.field("gigatransfersPerSecond", value.gigatransfersPerSecond, RealRange{0, 1024});
    node.field("width", value.width, Range{0, 64});
    node.field("maxWidth", value.maxWidth, Range{0, 64});
}

void exchange(Node &node, domain::HalfSysctls &value)
{
    node.field("arpIgnore", value.arpIgnore, Range{-1, 255});
    node.field("arpAnnounce", value.arpAnnounce, Range{-1, 255});
    node.field("rpFilter", value.rpFilter, Range{-1, 255});
    node.field("disableIpv6", value.disableIpv6, Range{-1, 255});
}

void exchange(Node &node, HalfFacts &value)
{
    node.field("id", value.id);
    node.field("grouping", value.grouping, &kGroupings);
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("rdmaDevice", value.rdmaDevice, Text{63, isToken});
    node.field("pciAddress", value.pciAddress, Text{32, isOneLine});
    node.field("interfaceIndex", value.interfaceIndex, kAnyInt);
    node.field("mac", value.mac);
    node.field("adminUp", value.adminUp);
    node.field("carrier", value.carrier);
    node.optional("speedMbps", value.speedMbps, Range{-1, 10'000'000});
    node.field("mtu", value.mtu, kMtuSeen);
    node.field("maxMtu", value.maxMtu, kMtuSeen);
    node.list("addresses", value.addresses, Count{256});
    node.field("hasIpv6LinkLocal", value.hasIpv6LinkLocal);
    node.field("sysctls", value.sysctls);
    node.optional("pcie", value.pcie);
    node.field("firmware", value.firmware, Text{kMaxName});
    node.list("gids", value.gids, Count{256}, Text{kMaxName});
}

void exchange(Node &node, domain::OtherInterface &value)
{
    node.field("name", value.name, Text{15, isInterface});
    node.field("mac", value.mac);
    node.field("up", value.up);
    node.field("wireless", value.wireless);
    node.list("addresses", value.addresses, Count{256});
}

void exchange(Node &node, domain::Route &value)
{
    node.field("destination", value.destination);
    node.field("interface", value.interface, Text{15, isWordOrEmpty});
}

void exchange(Node &node, domain::Versions &value)
{
    node.field("os", value.os, Text{kMaxName});
    node.field("dgxOs", value.dgxOs, Text{kMaxName});
    node.field("dgxOta", value.dgxOta, Text{kMaxName});
    node.field("kernel", value.kernel, Text{kMaxName});
    node.field("driver", value.driver, Text{kMaxName});
    node.field("bios", value.bios, Text{kMaxName});
}

void exchange(Node &node, domain::SparkId &value)
{
    exchange(node, value.value, Text{64, isToken});
}

void exchange(Node &node, domain::HalfId &value)
{
    exchangeText(
        node, value, [](domain::HalfId half) { return domain::toText(half); }, domain::halfFromText);
}

void exchange(Node &node, domain::CageIndex &value)
{
    int cage = domain::number(value);
    exchange(node, cage, Range{0, 1});
    value = cage == 0 ? domain::CageIndex::Zero : domain::CageIndex::One;
}

void exchange(Node &node, domain::Side &value)
{
    static constexpr Words<domain::Side, 2> kSides{{{domain::Side::A, "A"}, {domain::Side::B, "B"}}};
    exchange(node, value, &kSides);
}

void exchange(Node &node, domain::MacAddress &value)
{
    exchangeText(
        node, value, [](const auto &mac) { return mac.toString(); }, domain::MacAddress::parse);
}

void exchange(Node &node, domain::Ipv4Address &value)
{
    exchangeText(
        node, value, [](const auto &address) { return address.toString(); }, domain::Ipv4Address::parse);
}

void exchange(Node &node, domain::Ipv4Prefix &value)
{
    exchangeText(
        node, value, [](const auto &prefix) { return prefix.toString(); }, domain::Ipv4Prefix::parse);
}

void exchange(Node &node, domain::Ipv4Interface &value)
{
    exchangeText(
        node, value, [](const auto &address) { return address.toString(); }, domain::Ipv4Interface::parse);
}

void exchange(Node &node, domain::HostKeyLine &value)
{
    node.field("type", value.type, Text{64, [](std::string_view text) {
                                            return !text.empty() && isOneLine(text) && text.find(' ') == text.npos;
                                        }});
    node.field("base64", value.base64,
        Text{8192, [](std::string_view text) { return isOneLine(text) && text.find(' ') == text.npos; }});
}

void exchange(Node &node, domain::NetplanFile &value)
{
    node.field("path", value.path, Text{kMaxText, isFilePath});
    node.field("size", value.size);
    node.field("inode", value.inode);
    node.field("modifiedNs", value.modifiedNs, Wide{});
    node.field("changedNs", value.changedNs, Wide{});
    node.field("mode", value.mode, Range{0, 07777});
    node.field("sha256", value.sha256, Text{64, isHexDigits});
}

void exchange(Node &node, domain::SparkFacts &value)
{
    node.field("id", value.id);
    node.field("hostname", value.hostname, Text{kMaxName});
    node.field("maker", value.maker, &kMakers);
    node.field("product", value.product, Text{kMaxName});
    node.field("architecture", value.architecture, Text{32, isToken});
    node.field("virtualSpark", value.virtualSpark);
    node.field("bootId", value.bootId, Text{64, isToken});
    node.field("sysImageGuid", value.sysImageGuid, Text{64});
    node.field("versions", value.versions);
    node.field("memoryBytes", value.memoryBytes, Wide{});
    node.field("user", value.user, Text{kMaxName});
    node.field("uid", value.uid, kSafeInteger);
    node.field("clockUtcMs", value.clockUtcMs, kSafeInteger);
    node.list("halves", value.halves, Count{domain::kAllHalves.size()});
    node.list("others", value.others, Count{1024});
    node.list("routes", value.routes, Count{4096});
    node.field("managementInterface", value.managementInterface, Text{15, isWordOrEmpty});
    node.field("renderer", value.renderer, &kRenderers);
    node.list("netplanFiles", value.netplanFiles, Count{512});
    node.optional("receipt", value.receipt);
    node.field("receiptMatchesFiles", value.receiptMatchesFiles);
    node.list("hostKeys", value.hostKeys, Count{32});
    node.field("clusterPublicKey", value.clusterPublicKey, Text{1024, isOneLine});
    node.field("rootHelperInstalled", value.rootHelperInstalled);
}

} // namespace json

SPARKLOOM_JSON_TYPE(domain::SparkFacts)

} // namespace sparkloom::protocol
