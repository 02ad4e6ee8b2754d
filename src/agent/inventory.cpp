// SPDX-License-Identifier: Apache-2.0
#include "agent/inventory.h"

#include "agent/clusterkey.h"
#include "agent/halffacts.h"
#include "agent/handlers.h"
#include "agent/machine.h"
#include "agent/netplanfiles.h"
#include "agent/smallfiles.h"
#include "agent/transaction/paths.h"
#include "base/text.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparkloom::agent {

namespace {

constexpr std::size_t kMaxOthers = 512;
constexpr std::size_t kMaxRoutes = 2048;
constexpr std::size_t kMaxReceipt = 1024 * 1024;

// "::ffff:10.0.0.1" and "fe80::1%eth0" as the kernel's tables would write them.
std::string plainAddress(std::string_view text)
{
    if (base::lowered(text).starts_with("::ffff:") && domain::Ipv4Address::parse(text.substr(7)))
        return std::string(text.substr(7));
    return base::lowered(text.substr(0, text.find('%')));
}

std::vector<domain::OtherInterface> otherInterfaces(System &system, const std::vector<LinkInfo> &links,
    const std::vector<PresentHalf> &halves, const std::vector<AddressInfo> &addresses)
{
    std::vector<domain::OtherInterface> others;
    for (const LinkInfo &link : links) {
        if (link.name == "lo" || halfOfIndex(halves, link.index) || others.size() >= kMaxOthers)
            continue;
        domain::OtherInterface other;
        other.name = link.name;
        other.mac = link.mac;
        other.up = link.adminUp && link.carrier;
        other.wireless =
            system.files().info("/sys/class/net/" + link.name + "/phy80211").kind != FileInfo::Kind::Missing;
        other.addresses = ipv4Of(addresses, link.index);
        others.push_back(std::move(other));
    }
    std::sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return others;
}

std::vector<domain::Route> routesOf(System &system, const std::vector<LinkInfo> &links)
{
    std::map<int, std::string> names;
    for (const LinkInfo &link : links)
        names[link.index] = link.name;
    std::set<domain::Route> routes;
    const auto table = system.network().routes();
    if (!table)
        return {};
    for (const RouteInfo &route : *table) {
        const auto name = names.find(route.index);
        if (routes.size() < kMaxRoutes)
            routes.insert({route.destination, name == names.end() ? std::string() : name->second});
    }
    return {routes.begin(), routes.end()};
}

class InventoryHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        const auto body = bodyOf<protocol::InventoryRequest>(request, reply);
        if (!body)
            return;
        auto facts = takeInventory(system(), *body);
        if (!facts)
            return reply.fail(facts.error());
        reply.done(protocol::encode(protocol::InventoryAnswer{std::move(facts).value()}));
    }
};

} // namespace

std::string interfaceWithAddress(
    const std::vector<LinkInfo> &links, const std::vector<AddressInfo> &addresses, std::string_view serverAddress)
{
    if (serverAddress.empty())
        return {};
    const std::string wanted = plainAddress(serverAddress);
    for (const AddressInfo &address : addresses) {
        const std::string text =
            address.v4 ? address.v4->address.toString() : address.v6.substr(0, address.v6.find('/'));
        if (text != wanted)
            continue;
        for (const LinkInfo &link : links)
            if (link.index == address.index)
                return link.name;
    }
    return {};
}

std::optional<domain::Receipt> readReceipt(Files &files)
{
    const auto text = files.read(std::string(domain::kReceiptPath), kMaxReceipt);
    if (!text)
        return std::nullopt;
    auto receipt = protocol::decode<domain::Receipt>(*text);
    return receipt ? std::optional(std::move(receipt).value()) : std::nullopt;
}

namespace {

// The interface that the default route names, the one with the lowest metric first; empty where there is none or it is
// a half.
std::string defaultRouteInterface(
    System &system, const std::vector<LinkInfo> &links, const std::vector<PresentHalf> &halves)
{
    const auto routes = system.network().routes();
    const RouteInfo *best = nullptr;
    for (std::size_t i = 0; routes && i < routes->size(); ++i) {
        const RouteInfo &route = (*routes)[i];
        if (route.destination.length == 0 && route.index != 0 && !halfOfIndex(halves, route.index)
            && (!best || route.metric < best->metric))
            best = &route;
    }
    for (const LinkInfo &link : links)
        if (best && link.index == best->index)
            return link.name;
    return {};
}

} // namespace

base::Result<domain::SparkFacts> takeInventory(System &system, const protocol::InventoryRequest &request)
{
    const auto links = system.network().links();
    if (!links)
        return links.error();
    const auto addresses = system.network().addresses();
    if (!addresses)
        return addresses.error();
    Files &files = system.files();
    const Identity identity = system.identity();
    const auto halves = findHalves(files, *links);

    domain::SparkFacts facts;
    facts.id = sparkIdOf(files);
    facts.hostname = base::cleanText(identity.hostname, 63);
    facts.maker = makerOf(files);
    facts.product = productOf(files);
    facts.architecture = identity.architecture;
    facts.virtualSpark = identity.virtualSpark;
    facts.bootId = readSmall(files, "/proc/sys/kernel/random/boot_id", 64);
    facts.versions = versionsOf(files, identity);
    facts.memoryBytes = memoryBytesOf(files);
    facts.user = identity.user;
    facts.uid = identity.uid;
    facts.clockUtcMs = system.loop().utcMs();
    for (const PresentHalf &half : halves) {
        facts.halves.push_back(halfFacts(files, half, *addresses));
        if (facts.sysImageGuid.empty())
            facts.sysImageGuid = half.sysImageGuid;
    }
    facts.others = otherInterfaces(system, *links, halves, *addresses);
    facts.routes = routesOf(system, *links);
    facts.managementInterface = interfaceWithAddress(*links, *addresses, request.serverAddress);
    // Reached through a forwarded port (virtual Sparks too): what the machine itself reaches the world by.
    if (facts.managementInterface.empty() || facts.managementInterface == "lo")
        facts.managementInterface = defaultRouteInterface(system, *links, halves);
    facts.renderer = system.activation().renderer();
    facts.netplanFiles = netplanFiles(files);
    facts.receipt = readReceipt(files);
    facts.receiptMatchesFiles = facts.receipt && receiptMatches(files, *facts.receipt);
    facts.hostKeys = hostKeysOf(files);
    facts.clusterPublicKey = workingClusterKey(system).value_or(std::string());
    facts.rootHelperInstalled = files.info(std::string(kHelperFolder)).kind == FileInfo::Kind::Folder;
    return facts;
}

std::shared_ptr<Handler> makeInventoryHandler(const Context &context)
{
    return std::make_shared<InventoryHandler>(context);
}

} // namespace sparkloom::agent
