// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/hostsfile.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace sparkloom::domain {
namespace {

constexpr std::string_view kBegin =
    "# BEGIN Sparkloom: the other Sparks on the fast network. Sparkloom replaces these lines.\n";
// The line before had no end; it loses the one that it got when the block goes.
constexpr std::string_view kBeginJoined =
    "# BEGIN Sparkloom: the other Sparks on the fast network. Sparkloom replaces these lines. (joined)\n";
constexpr std::string_view kEnd = "# END Sparkloom\n";
constexpr std::string_view kEnding = "-fabric";
constexpr std::size_t kLongestLabel = 63;

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Where our block stands, markers included; size 0: nowhere. A beginning without an end is somebody's text. The last
// one is ours: what comes before it may become whole only by the line end that a block needs in front.
struct Block {
    std::size_t at = 0, size = 0, bodyAt = 0, bodySize = 0;
    bool joined = false;
};

Block findBlock(std::string_view file)
{
    Block found, begun;
    for (std::size_t at = 0; at < file.size();) {
        const std::string_view rest = file.substr(at);
        const bool joined = rest.starts_with(kBeginJoined);
        if (joined || rest.starts_with(kBegin)) {
            begun = {at, 0, at + (joined ? kBeginJoined : kBegin).size(), 0, joined};
        } else if (begun.bodyAt > 0 && rest.starts_with(kEnd)) {
            found = {begun.at, at + kEnd.size() - begun.at, begun.bodyAt, at - begun.bodyAt, begun.joined};
            begun = {};
        }
        const std::size_t end = rest.find('\n');
        at = end == std::string_view::npos ? file.size() : at + end + 1;
    }
    return found;
}

std::string lowerLabel(std::string_view hostname)
{
    return base::lowered(hostname.substr(0, hostname.find('.')));
}

// Nothing where the name is none, or that of two Sparks.
std::string ownLabel(const SparkId &spark, std::span<const NamedSpark> sparks)
{
    std::string label;
    for (const NamedSpark &each : sparks)
        if (each.id == spark)
            label = lowerLabel(each.hostname);
    const auto same = std::count_if(
        sparks.begin(), sparks.end(), [&](const NamedSpark &each) { return lowerLabel(each.hostname) == label; });
    return same == 1 ? label : std::string();
}

std::string laneName(const std::string &label, const Lane &lane)
{
    return label + std::string(kEnding) + '-' + (lane.cable > 0 ? std::to_string(lane.cable) : std::string())
        + (lane.side == Side::A ? 'a' : 'b');
}

} // namespace

bool isFabricName(std::string_view name)
{
    const std::size_t at = name.rfind(kEnding);
    if (name.size() > kLongestLabel || at == std::string_view::npos || at == 0 || name.front() == '-')
        return false;
    if (!std::all_of(name.begin(), name.end(), [](char c) { return isLowerOrDigit(c) || c == '-'; }))
        return false;
    std::string_view lane = name.substr(at + kEnding.size());
    if (lane.empty())
        return true;
    if (lane.size() < 2 || lane.size() > 5 || lane.front() != '-' || (lane.back() != 'a' && lane.back() != 'b'))
        return false;
    lane = lane.substr(1, lane.size() - 2);
    return std::all_of(lane.begin(), lane.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<HostsEntry> hostsEntries(
    const AddressPlan &addresses, const SparkId &self, std::span<const NamedSpark> sparks)
{
    std::vector<HostsEntry> entries;
    std::set<std::string> used; // the Sparks' own names first: somebody may have called one "spark-fabric"
    for (const NamedSpark &spark : sparks)
        used.insert(lowerLabel(spark.hostname));
    const auto add = [&used](HostsEntry &entry, const std::string &name) {
        if (isFabricName(name) && used.insert(name).second)
            entry.names.push_back(name);
    };
    for (const Lane &lane : addresses.lanes) {
        const bool here =
            std::any_of(lane.ends.begin(), lane.ends.end(), [&](const LaneEnd &end) { return end.half.spark == self; });
        if (!here || lane.role == Lane::Role::Storage)
            continue;
        for (const LaneEnd &end : lane.ends) {
            const std::string label = end.half.spark == self ? std::string() : ownLabel(end.half.spark, sparks);
            if (label.empty())
                continue;
            HostsEntry entry{end.address.address, {}};
            add(entry, label + std::string(kEnding)); // the first lane has it
            add(entry, laneName(label, lane));
            if (!entry.names.empty())
                entries.push_back(std::move(entry));
        }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<std::string> fabricNames(
    const AddressPlan &addresses, const SparkId &self, const SparkId &peer, std::span<const NamedSpark> sparks)
{
    std::vector<std::string> names;
    for (const HostsEntry &entry : hostsEntries(addresses, self, sparks))
        for (const Lane &lane : addresses.lanes)
            for (const LaneEnd &end : lane.ends)
                if (end.half.spark == peer && end.address.address == entry.address)
                    names.insert(names.end(), entry.names.begin(), entry.names.end());
    return names;
}

std::string hostsBody(std::string_view file)
{
    const Block block = findBlock(file);
    return std::string(file.substr(block.bodyAt, block.bodySize));
}

std::string renderHostsBody(std::span<const HostsEntry> entries)
{
    std::string body;
    for (const HostsEntry &entry : entries)
        body += entry.address.toString() + ' ' + base::joined(entry.names, " ") + '\n';
    return body;
}

std::string withHostsBody(std::string_view file, std::string_view body)
{
    const Block block = findBlock(file);
    const std::string before(file.substr(0, block.at)), after(file.substr(block.at + block.size));
    if (block.size > 0 && body.empty()) {
        // Lines that came after it need the end of the line before.
        const bool takesEnd = block.joined && after.empty() && before.ends_with('\n');
        return (takesEnd ? before.substr(0, before.size() - 1) : before) + after;
    }
    if (block.size > 0)
        return before + std::string(block.joined ? kBeginJoined : kBegin) + std::string(body) + std::string(kEnd)
            + after;
    if (body.empty())
        return std::string(file);
    const bool joined = !file.empty() && !file.ends_with('\n');
    return std::string(file) + (joined ? "\n" : "") + std::string(joined ? kBeginJoined : kBegin) + std::string(body)
        + std::string(kEnd);
}

std::vector<std::string> namesTaken(std::string_view file, std::span<const HostsEntry> entries)
{
    std::vector<std::string> taken;
    const std::string others = withHostsBody(file, {});
    for (std::string_view line : base::split(others, '\n')) {
        std::string plain(line.substr(0, line.find('#')));
        std::replace(plain.begin(), plain.end(), '\t', ' ');
        std::vector<std::string_view> words = base::split(plain, ' ');
        std::erase_if(words, [](std::string_view word) { return base::trimmed(word).empty(); });
        for (std::size_t i = 1; i < words.size(); ++i)
            for (const HostsEntry &entry : entries)
                if (words[0] != entry.address.toString()
                    && std::find(entry.names.begin(), entry.names.end(), base::lowered(base::trimmed(words[i])))
                        != entry.names.end())
                    taken.emplace_back(base::trimmed(words[i]));
    }
    return taken;
}

void addFabricNames(
    SshTrust &trust, const AddressPlan &addresses, const SparkId &self, std::span<const NamedSpark> sparks)
{
    for (SshPeer &peer : trust.peers)
        peer.fabricNames = fabricNames(addresses, self, peer.spark, sparks);
}

} // namespace sparkloom::domain
