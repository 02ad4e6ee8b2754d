// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"

#include "domain/plan/hostsfile.h"

// Addresses, receipts, trust and plans.
namespace sparkloom::protocol {
namespace json {
namespace {

using domain::Change;

constexpr Words<Change::Kind, 12> kChangeKinds{
    {{Change::Kind::NetplanFile, "netplan-file"}, {Change::Kind::SysctlFile, "sysctl-file"},
        {Change::Kind::ForeignFile, "foreign-file"}, {Change::Kind::AdoptedFile, "adopted-file"},
        {Change::Kind::Firewall, "firewall"}, {Change::Kind::LiveState, "live-state"},
        {Change::Kind::ClusterKey, "cluster-key"}, {Change::Kind::SshTrust, "ssh-trust"},
        {Change::Kind::Receipt, "receipt"}, {Change::Kind::RootHelper, "root-helper"},
        {Change::Kind::HostsFile, "hosts-file"}, {Change::Kind::SshAliases, "ssh-aliases"}}};
constexpr Words<Change::Risk, 3> kRisks{
    {{Change::Risk::None, "none"}, {Change::Risk::Low, "low"}, {Change::Risk::Medium, "medium"}}};

constexpr Words<domain::Lane::Role, 2> kLaneRoles{
    {{domain::Lane::Role::Cluster, "cluster"}, {domain::Lane::Role::Storage, "storage"}}};

constexpr Range kMtu{1500, 9000};
constexpr Range kTimer{5, 300};
constexpr std::size_t kMaxFileText = kMaxMessageBytes;

} // namespace

// Not in the unnamed namespace: argument-dependent lookup does not look there.
void exchange(Node &node, domain::ForeignFile &value)
{
    node.field("path", value.path, Text{kMaxText, isFilePath});
    node.field("sha256", value.sha256, Text{64, isHexDigits});
    if (node.writing() ? !value.restSha256.empty() : node.has("restSha256"))
        node.field("restSha256", value.restSha256, Text{64, isHexDigits});
    else
        value.restSha256.clear();
}

void exchange(Node &node, domain::AdoptedFile &value)
{
    node.field("path", value.path, Text{kMaxText, isFilePath});
    node.field("sha256", value.sha256, Text{64, isHexDigits});
    node.list("halves", value.halves, Count{domain::kAllHalves.size()});
}

void exchange(Node &node, domain::ReceiptFile &value)
{
    node.field("path", value.path, Text{kMaxText, isFilePath});
    node.field("size", value.size);
    node.field("inode", value.inode);
    node.field("modifiedNs", value.modifiedNs, Wide{});
    node.field("changedNs", value.changedNs, Wide{});
    node.field("sha256", value.sha256, Text{64, isHexDigits});
}

void exchange(Node &node, domain::LaneEnd &value)
{
    node.field("at", value.half);
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("mac", value.mac);
    node.field("address", value.address);
}

void exchange(Node &node, domain::Lane &value)
{
    node.field("cable", value.cable, Range{0, 65535});
    node.field("side", value.side);
    node.field("subnet", value.subnet);
    node.list("ends", value.ends, Count{2 * kMaxSparks});
    if (node.writing() ? value.role != domain::Lane::Role::Cluster : node.has("role")) // plans of before have none
        node.field("role", value.role, &kLaneRoles);
}

void exchange(Node &node, domain::SshPeer &value)
{
    node.field("spark", value.spark);
    node.field("user", value.user, Text{32, isUser});
    node.list("names", value.names, Count{64}, Text{253, isHost});
    node.list("hostKeys", value.hostKeys, Count{32});
    node.field("publicKey", value.publicKey, Text{1024, isOneLine});
    if (node.writing() ? !value.fabricNames.empty() : node.has("fabricNames"))
        node.list("fabricNames", value.fabricNames, Count{16}, Text{63, domain::isFabricName});
    else
        value.fabricNames.clear();
}

void exchange(Node &node, Change &value)
{
    node.field("kind", value.kind, &kChangeKinds);
    node.field("risk", value.risk, &kRisks);
    node.field("title", value.title);
    node.field("reason", value.reason);
    node.field("undo", value.undo);
    node.field("path", value.path, Text{kMaxText});
    node.field("diff", value.diff, Text{kMaxFileText});
    node.field("command", value.command, Text{kMaxFileText});
    node.field("needsRoot", value.needsRoot);
}

void exchange(Node &node, domain::SparkPlan &value)
{
    node.field("spark", value.spark);
    node.field("hostname", value.hostname, Text{kMaxName});
    node.field("network", value.network);
    node.field("networkChanges", value.networkChanges);
    node.field("trust", value.trust);
    node.field("trustChanges", value.trustChanges);
    node.list("changes", value.changes, Count{512});
}

void exchange(Node &node, domain::HalfConfig &value)
{
    node.field("half", value.half);
    node.field("netdev", value.netdev, Text{15, isInterface});
    node.field("address", value.address);
    node.field("mtu", value.mtu, kMtu);
}

void exchange(Node &node, domain::HostsEntry &value)
{
    node.field("address", value.address);
    node.list("names", value.names, Count{4}, Text{63, domain::isFabricName});
}

void exchange(Node &node, domain::NetworkConfig &value)
{
    node.list("halves", value.halves, Count{domain::kAllHalves.size()});
    node.list("takeOver", value.takeOver, Count{64});
    if (node.writing() ? !value.adopted.empty() : node.has("adopted")) // receipts of earlier versions have none
        node.list("adopted", value.adopted, Count{64});
    else
        value.adopted.clear();
    if (node.writing() ? !value.firewall.empty() : node.has("firewall"))
        node.list("firewall", value.firewall, Count{domain::kAllHalves.size()}, Text{15, isInterface});
    else
        value.firewall.clear();
    if (node.writing() ? !value.hosts.empty() : node.has("hosts"))
        node.list("hosts", value.hosts, Count{domain::kMaxHostsEntries});
    else
        value.hosts.clear();
}

void exchange(Node &node, domain::Receipt &value)
{
    node.field("clusterId", value.clusterId, Text{64, isToken});
    node.field("planId", value.planId, Text{64, isToken});
    node.field("clusterName", value.clusterName, Text{kMaxName});
    node.field("appliedUtcMs", value.appliedUtcMs, kSafeInteger);
    node.field("owner", value.owner, Text{kMaxName});
    node.field("config", value.config);
    node.list("files", value.files, Count{512});
}

void exchange(Node &node, domain::AddressPlan &value)
{
    node.field("topology", value.topology);
    node.field("pool", value.pool);
    node.field("mtu", value.mtu, kMtu);
    node.list("lanes", value.lanes, Count{4 * kMaxSparks});
}

void exchange(Node &node, domain::NetplanText &value)
{
    node.field("path", value.path, Text{kMaxText, isFilePath});
    node.field("text", value.text, Text{kMaxNetplanFile * 3}); // a byte that is no UTF-8 takes three in JSON
}

void exchange(Node &node, domain::SshTrust &value)
{
    node.field("clusterId", value.clusterId, Text{64, isToken});
    node.list("peers", value.peers, Count{kMaxSparks});
    node.list("allowedFrom", value.allowedFrom, Count{4096},
        Text{64, [](std::string_view text) { return isOneLine(text) && text.find_first_of("\", !*?") == text.npos; }});
}

void exchange(Node &node, domain::SshTrustState &value)
{
    node.field("hasClusterKey", value.hasClusterKey);
    node.field("knownHosts", value.knownHosts, Text{kMaxFileText});
    node.field("config", value.config, Text{kMaxFileText});
    node.field("includePresent", value.includePresent);
    node.list("authorizedLines", value.authorizedLines, Count{kMaxSparks}, Text{128 * 1024});
}

void exchange(Node &node, domain::Plan &value)
{
    node.field("id", value.id, Text{64, isToken});
    node.field("clusterId", value.clusterId, Text{64, isToken});
    node.field("addresses", value.addresses);
    node.list("sparks", value.sparks, Count{kMaxSparks});
    node.list("warnings", value.warnings, Count{4096});
    node.field("timerSeconds", value.timerSeconds, kTimer);
    if (node.writing() ? !value.computer.empty() : node.has("computer"))
        node.list("computer", value.computer, Count{64});
    else
        value.computer.clear();
}

} // namespace json

SPARKLOOM_JSON_TYPE(domain::NetworkConfig)
SPARKLOOM_JSON_TYPE(domain::Receipt)
SPARKLOOM_JSON_TYPE(domain::AddressPlan)
SPARKLOOM_JSON_TYPE(domain::SshTrustState)
SPARKLOOM_JSON_TYPE(domain::Plan)

} // namespace sparkloom::protocol
