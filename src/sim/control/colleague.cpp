// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/colleague.h"

#include "agent/transaction/lock.h"
#include "agent/transaction/paths.h"
#include "base/text.h"
#include "sim/world/world.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace sparkloom::sim {

using nlohmann::json;

namespace {

constexpr std::size_t kMostText = 64 * 1024;
constexpr int kMostHours = 24 * 365;

const std::string *textOf(const json &request, const char *field)
{
    const auto it = request.find(field);
    return it == request.end() ? nullptr : it->get_ptr<const std::string *>();
}

std::optional<int> numberOf(const json &request, const char *field, int low, int high)
{
    const auto it = request.find(field);
    if (it == request.end() || !it->is_number_integer())
        return std::nullopt;
    const auto value = it->get<std::int64_t>();
    return value < low || value > high ? std::nullopt : std::optional(static_cast<int>(value));
}

Spark *sparkNamed(World &world, const std::string *name)
{
    const auto &sparks = world.sparks();
    const auto it =
        std::ranges::find_if(sparks, [name](const auto &spark) { return name && spark->spec.name == *name; });
    return it == sparks.end() ? nullptr : it->get();
}

std::string pathOn(const Spark &spark, const std::string &path)
{
    return path.starts_with("~/") ? spark.home + path.substr(1) : path;
}

// The reason why it could not be done, nothing where it is done.
using Problem = std::optional<std::string>;

Problem changeAddresses(Spark &spark, Interface &netdev, const std::string &text, bool add)
{
    const auto address = domain::Ipv4Interface::parse(text);
    if (!address)
        return "that is no address";
    auto list = netdev.addresses;
    const bool removed = std::erase(list, *address) > 0;
    if (removed == add)
        return add ? "the address is there already" : "there is no such address";
    if (add)
        list.push_back(*address);
    spark.network.setAddresses(netdev, std::move(list));
    return std::nullopt;
}

// "typed": the kind, "text": as `ip` would show it.
Problem typeEntry(Spark &spark, const Interface &netdev, const std::string &kind, const std::string &text)
{
    using Kind = agent::TypedEntry::Kind;
    agent::TypedEntry entry;
    entry.kind = kind == "address6" ? Kind::Address6 : kind == "route6" ? Kind::Route6 : Kind::Rule;
    entry.netdev = netdev.name;
    entry.message = text;
    if (kind != "rule" && entry.kind == Kind::Rule)
        return "that is no kind of entry";
    spark.network.addTyped(std::move(entry));
    return std::nullopt;
}

Problem changeHalf(Spark &spark, const json &request, const std::string &halfText)
{
    const auto half = domain::halfFromText(halfText);
    Interface *const netdev = half ? spark.network.byHalf(*half) : nullptr;
    if (!netdev)
        return "the half is not there now";
    if (const auto mtu = numberOf(request, "mtu", 68, 9978))
        return spark.network.setMtu(*netdev, *mtu), std::nullopt;
    if (const std::string *address = textOf(request, "addAddress"))
        return changeAddresses(spark, *netdev, *address, true);
    if (const std::string *address = textOf(request, "removeAddress"))
        return changeAddresses(spark, *netdev, *address, false);
    if (const std::string *text = textOf(request, "addRoute")) {
        const auto destination = domain::Ipv4Prefix::parse(*text);
        const agent::RouteInfo route{
            destination.value_or(domain::Ipv4Prefix{}), std::nullopt, netdev->index, 254, 0, agent::kTypedRoute};
        return destination && spark.network.addRoute(route) ? std::nullopt : Problem("the route cannot be added");
    }
    const std::string *const kind = textOf(request, "typed"), *const text = textOf(request, "text");
    if (kind && text && text->size() <= kMostText)
        return typeEntry(spark, *netdev, *kind, *text);
    if (const auto up = request.find("up"); up != request.end() && up->is_boolean())
        return spark.network.setAdminUp(*netdev, up->get<bool>()), std::nullopt;
    const std::string *const sysctl = textOf(request, "sysctl");
    const auto value = numberOf(request, "value", 0, 8);
    if (sysctl && value && spark.network.setSysctl(netdev->name, *sysctl, *value))
        return std::nullopt;
    return "nothing to change is named";
}

// Takes every line with this text out of a file, as an editor would.
Problem cutLines(Spark &spark, const std::string &path, const std::string &text)
{
    const auto content = spark.files.read(kRoot, path, kMostText);
    if (!content)
        return "the file cannot be read";
    std::string left;
    for (const std::string_view line : base::split(**content, '\n'))
        if (!line.empty() && line.find(text) == std::string_view::npos)
            left += std::string(line) + '\n';
    if (left.size() == (*content)->size())
        return "there is no such line";
    const agent::FileInfo info = spark.files.info(kRoot, path);
    const auto written = spark.files.writeAtomic(kRoot, path, left, info.mode, agent::Files::Owner{info.uid, info.gid});
    return written ? std::nullopt : Problem(written.error().detail);
}

// Somebody else's transaction, as far as others can see it.
Problem holdLock(World &world, Spark &spark, const std::string &owner, int seconds)
{
    const std::string folder(agent::kRunFolder), path(agent::kLockPath);
    if (auto made = spark.files.makeFolder(kRoot, folder, 0755); !made)
        return made.error().detail;
    auto lock = spark.files.lock(
        kRoot, path, std::to_string(spark.clock.utcMs()) + '\n' + base::cleanText(owner, agent::kMaxOwner));
    if (!lock)
        return "somebody changes it already";
    world.loop().after(std::chrono::seconds(seconds),
        [&spark, folder, path, held = std::shared_ptr<agent::Files::Lock>(std::move(lock).value())] {
            (void)spark.files.remove(kRoot, path);
            (void)spark.files.remove(kRoot, folder);
        });
    return std::nullopt;
}

Problem change(World &world, const json &request)
{
    Spark *const spark = sparkNamed(world, textOf(request, "spark"));
    if (!spark)
        return "there is no such Spark";
    if (const std::string *half = textOf(request, "half"))
        return changeHalf(*spark, request, *half);
    if (const std::string *path = textOf(request, "write")) {
        const std::string *const text = textOf(request, "text");
        if (!text || text->size() > kMostText)
            return "the text is missing or too long";
        const auto mode = static_cast<std::uint32_t>(numberOf(request, "mode", 0, 0777).value_or(0644));
        const auto done = spark->files.writeAtomic(kRoot, pathOn(*spark, *path), *text, mode, std::nullopt);
        return done ? std::nullopt : Problem(done.error().detail);
    }
    if (const std::string *path = textOf(request, "remove")) {
        const auto done = spark->files.remove(kRoot, pathOn(*spark, *path));
        return done ? std::nullopt : Problem(done.error().detail);
    }
    if (const std::string *owner = textOf(request, "changing")) {
        const auto seconds = numberOf(request, "seconds", 1, 3600);
        return seconds ? holdLock(world, *spark, *owner, *seconds) : "for how many seconds is not said";
    }
    if (const auto ahead = numberOf(request, "clockAhead", -kMostHours, kMostHours))
        return spark->clock.set(std::chrono::hours(*ahead)), std::nullopt;
    const std::string *const line = textOf(request, "cutLine"), *const from = textOf(request, "from");
    return line && from ? cutLines(*spark, pathOn(*spark, *from), *line) : "nothing to change is named";
}

} // namespace

std::optional<json> answerColleague(World &world, const json &request)
{
    const std::string *const verb = textOf(request, "do");
    if (!verb || *verb != "colleague")
        return std::nullopt;
    const Problem problem = change(world, request);
    return problem ? json{{"ok", false}, {"reason", *problem}} : json{{"ok", true}};
}

} // namespace sparkloom::sim
