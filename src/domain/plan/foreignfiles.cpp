// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/foreignfiles.h"

#include "base/text.h"
#include "domain/plan/netplanscan.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <map>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr std::string_view kDriver = "mlx5_core";
constexpr std::string_view kEtcFolder = "/etc/netplan/";

struct Half {
    HalfId id;
    std::string netdev;
    std::string mac; // empty where the half is absent
    bool carrier = false;
    bool wanted = false; // gets an address from this plan
};

// All halves that this Spark can have: those that are there, and the documented names of the others.
std::vector<Half> allHalves(const SparkFacts &facts, std::span<const HalfConfig> wanted)
{
    std::vector<Half> halves;
    for (const HalfId id : kAllHalves) {
        Half half{id, std::string(documentedNetdev(id)), {}, false, false};
        if (const HalfFacts *found = facts.half(id)) {
            half.netdev = found->netdev;
            half.mac = found->mac.isZero() ? std::string() : found->mac.toString();
            half.carrier = found->carrier;
        }
        half.wanted = std::any_of(
            wanted.begin(), wanted.end(), [&](const HalfConfig &config) { return config.netdev == half.netdev; });
        halves.push_back(std::move(half));
    }
    return halves;
}

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

// /run before /etc before /lib (netplan(5)).
int rank(std::string_view path)
{
    return path.starts_with("/run/") ? 0 : path.starts_with("/etc/") ? 1 : 2;
}

std::vector<NetplanText> effective(std::span<const NetplanText> files)
{
    std::map<std::string_view, const NetplanText *> byName;
    for (const NetplanText &file : files) {
        const std::string_view name = fileName(file.path);
        if (!name.ends_with(".yaml") || name == fileName(kNetplanPath))
            continue;
        const auto [place, isNew] = byName.emplace(name, &file);
        if (!isNew && rank(file.path) < rank(place->second->path))
            place->second = &file;
    }
    std::vector<NetplanText> found;
    for (const auto &[name, file] : byName)
        found.push_back(*file);
    std::sort(found.begin(), found.end(), [](const NetplanText &a, const NetplanText &b) { return a.path < b.path; });
    return found;
}

class Reader {
public:
    Reader(const SparkFacts &facts, std::span<const HalfConfig> wanted)
        : m_facts(facts), m_halves(allHalves(facts, wanted))
    {}

    base::Result<void> read(const NetplanText &file, ForeignFiles &result) const
    {
        const NetplanScan scan = scanNetplan(file.text);
        if (!scan.understood)
            return notUnderstood(file, scan, result);
        bool definesWanted = false;
        const NetplanDefinition *half = nullptr, *other = nullptr;
        for (const NetplanDefinition &definition : scan.definitions) {
            if (uses(definition))
                return stop("plan.foreign-uses-half"_msg, file, definition.line, definition);
            const std::vector<const Half *> defined = halvesOf(definition);
            if (defined.empty()) {
                other = &definition;
                continue;
            }
            if (matchesOthers(definition)) {
                if (m_facts.renderer != Renderer::NetworkManager)
                    return stop("plan.foreign-pattern"_msg, file, definition.line, definition);
                result.warnings.push_back(about("plan.foreign-generic"_msg, file, definition.line));
                other = &definition;
                continue;
            }
            half = &definition;
            const bool wanted =
                std::any_of(defined.begin(), defined.end(), [](const Half *entry) { return entry->wanted; });
            definesWanted = definesWanted || wanted;
        }
        if (!definesWanted)
            return {};
        if (other)
            return stop("plan.foreign-mixed"_msg, file, half->line, *other);
        return takeOver(file, scan, result);
    }

private:
    Message about(Message message, const NetplanText &file, int line) const
    {
        return std::move(message).with("spark", m_facts.hostname).with("file", file.path).with("line", line);
    }
    base::Error stop(Message message, const NetplanText &file, int line, const NetplanDefinition &definition) const
    {
        return base::refused(about(std::move(message), file, line).with("definition", definition.id));
    }

    base::Result<void> notUnderstood(const NetplanText &file, const NetplanScan &scan, ForeignFiles &result) const
    {
        const std::string lowered = base::lowered(file.text);
        const bool named = std::any_of(m_halves.begin(), m_halves.end(),
            [&](const Half &half) { return mentionsWord(file.text, half.netdev) || mentionsWord(lowered, half.mac); });
        if (named)
            return base::refused(about("plan.foreign-not-understood"_msg, file, scan.badLine));
        if (mentionsWord(file.text, "match"))
            result.warnings.push_back(about("plan.foreign-maybe"_msg, file, scan.badLine));
        return {};
    }

    // A half in a bond, bridge, VLAN and the like, or as the new name of something.
    bool uses(const NetplanDefinition &definition) const
    {
        return std::any_of(m_halves.begin(), m_halves.end(), [&](const Half &half) {
            const bool inBody =
                std::find(definition.words.begin(), definition.words.end(), half.netdev) != definition.words.end();
            const bool renamed =
                definition.setName && *definition.setName == half.netdev && !isExactly(definition, half);
            return inBody || renamed || (definition.section != "ethernets" && definition.id == half.netdev);
        });
    }

    static bool isExactly(const NetplanDefinition &definition, const Half &half)
    {
        return definition.matchName == half.netdev || (!half.mac.empty() && definition.matchMac == half.mac)
            || (!definition.hasMatch && definition.id == half.netdev);
    }

    static bool fits(
        const NetplanDefinition &definition, std::string_view netdev, std::string_view mac, std::string_view driver)
    {
        if (!definition.hasMatch)
            return definition.id == netdev;
        return (!definition.matchName || matchesPattern(*definition.matchName, netdev))
            && (!definition.matchMac || *definition.matchMac == mac)
            && (!definition.matchDriver || matchesPattern(*definition.matchDriver, driver));
    }

    std::vector<const Half *> halvesOf(const NetplanDefinition &definition) const
    {
        std::vector<const Half *> found;
        if (definition.section == "ethernets")
            for (const Half &half : m_halves)
                if (fits(definition, half.netdev, half.mac, kDriver))
                    found.push_back(&half);
        return found;
    }

    // By a pattern that also means interfaces that are no halves.
    bool matchesOthers(const NetplanDefinition &definition) const
    {
        if (!definition.hasMatch || definition.matchMac)
            return false;
        if (!definition.matchName && !definition.matchDriver)
            return true;
        return std::any_of(m_facts.others.begin(), m_facts.others.end(),
            [&](const OtherInterface &other) { return fits(definition, other.name, other.mac.toString(), ""); });
    }

    // Halves that the file configures and the plan does not: fine while they are dark.
    base::Result<void> takeOver(const NetplanText &file, const NetplanScan &scan, ForeignFiles &result) const
    {
        if (!file.path.starts_with(kEtcFolder))
            return base::refused(about("plan.foreign-outside-etc"_msg, file, scan.definitions.front().line));
        for (const NetplanDefinition &definition : scan.definitions) {
            for (const Half *half : halvesOf(definition)) {
                if (half->wanted || !definition.hasAddresses)
                    continue;
                if (half->carrier)
                    return stop("plan.foreign-other-half"_msg, file, definition.line, definition);
                result.warnings.push_back(
                    about("plan.foreign-drops-half"_msg, file, definition.line).with("interface", half->netdev));
            }
        }
        result.takeOver.push_back(file);
        return {};
    }

    const SparkFacts &m_facts;
    std::vector<Half> m_halves;
};

} // namespace

base::Result<ForeignFiles> readForeignFiles(
    const SparkFacts &facts, std::span<const HalfConfig> halves, std::span<const NetplanText> files)
{
    ForeignFiles result;
    const Reader reader(facts, halves);
    for (const NetplanText &file : effective(files))
        if (const auto read = reader.read(file, result); !read)
            return read.error();
    return result;
}

} // namespace sparkloom::domain
