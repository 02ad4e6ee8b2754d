// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/foreignfiles.h"

#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/adoption.h"
#include "domain/plan/foreignhalves.h"
#include "domain/plan/netplanscan.h"
#include "domain/plan/render.h"

#include <algorithm>
#include <map>

namespace sparkloom::domain {
namespace {

using namespace base::literals;
using base::Message;

constexpr std::string_view kEtcFolder = "/etc/netplan/";
constexpr std::string_view kSyncFile = "99-nvidia-sync-cluster.yaml"; // facts 3.4

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
        if (!isNetplanName(name) || name == fileName(kNetplanPath))
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

// A definition of exactly one half, in a file that can be changed.
struct Defined {
    std::size_t file = 0;
    const ForeignHalves::Half *half = nullptr;
    const HalfConfig *wanted = nullptr; // null: not part of the plan
    NetplanDefinition definition;
};

class Reader {
public:
    Reader(const SparkFacts &facts, std::span<const HalfConfig> wanted, std::span<const NetplanText> files)
        : m_facts(facts), m_halves(facts), m_wanted(wanted), m_files(effective(files)), m_broken(m_files.size())
    {}

    base::Result<ForeignFiles> run()
    {
        for (const NetplanText &file : m_files)
            m_scans.push_back(scanNetplan(file.text));
        for (std::size_t i = 0; i < m_files.size(); ++i)
            if (const auto read = look(i); !read)
                return read.error();
        for (std::size_t i = 0; i < m_files.size(); ++i)
            if (const auto judged = judge(i); !judged)
                return judged.error();
        return std::move(m_result);
    }

private:
    Message about(Message message, std::size_t file, int line) const
    {
        return std::move(message).with("spark", m_facts.hostname).with("file", m_files[file].path).with("line", line);
    }
    base::Error stop(Message message, std::size_t file, const NetplanDefinition &definition) const
    {
        return base::refused(
            about(std::move(message), file, definition.line).with("definition", base::cleanText(definition.id, 64)));
    }

    const HalfConfig *wantedOf(const ForeignHalves::Half &half) const
    {
        const auto found = std::find_if(
            m_wanted.begin(), m_wanted.end(), [&](const HalfConfig &config) { return config.netdev == half.netdev; });
        return found == m_wanted.end() ? nullptr : &*found;
    }

    // A bond of halves and nothing else goes with its file. It must be whole there: what another file adds to it, or
    // builds on it, would be left in the air.
    base::Result<bool> isOwnBond(std::size_t file, const NetplanDefinition &definition)
    {
        const auto ports = m_halves.portsOfOwnBond(m_scans[file], definition);
        if (ports.empty())
            return false;
        for (std::size_t other = 0; other < m_files.size(); ++other)
            if (other != file && mentionsWord(m_files[other].text, definition.id))
                return false;
        if (definition.id == m_facts.managementInterface)
            return base::refused(Message("plan.management-on-half"_msg)
                                     .with("spark", m_facts.hostname)
                                     .with("interface", definition.id));
        for (const ForeignHalves::Half *port : ports)
            if (!wantedOf(*port) && port->carrier)
                return stop("plan.foreign-other-half"_msg, file, definition);
        m_bonds.push_back({file, &definition, ports.front()});
        return true;
    }

    // Under the id of a definition that means a half by its MAC.
    bool usesHalfById(const NetplanDefinition &definition) const
    {
        const auto meansHalf = [&](const NetplanDefinition &other) {
            return std::find(definition.words.begin(), definition.words.end(), other.id) != definition.words.end()
                && !m_halves.definedBy(other).empty() && !m_halves.matchesOthers(other);
        };
        return definition.section != "ethernets"
            && std::any_of(m_scans.begin(), m_scans.end(), [&](const NetplanScan &scan) {
                   return std::any_of(scan.definitions.begin(), scan.definitions.end(), meansHalf);
               });
    }

    base::Result<void> look(std::size_t file)
    {
        const NetplanScan &scan = m_scans[file];
        if (!scan.understood)
            return notUnderstood(file, scan.badLine);
        for (const NetplanDefinition &definition : scan.definitions) {
            const auto ownBond = isOwnBond(file, definition);
            if (!ownBond)
                return ownBond.error();
            if (*ownBond)
                continue;
            if (m_halves.usedBy(definition) || usesHalfById(definition))
                return stop("plan.foreign-uses-half"_msg, file, definition);
            const auto halves = m_halves.definedBy(definition);
            if (halves.empty())
                continue;
            if (m_halves.matchesOthers(definition)) {
                if (m_facts.renderer != Renderer::NetworkManager)
                    return stop("plan.foreign-pattern"_msg, file, definition);
                m_result.warnings.push_back(about("plan.foreign-generic"_msg, file, definition.line));
                continue;
            }
            for (const ForeignHalves::Half *half : halves)
                m_defined.push_back({file, half, wantedOf(*half), definition});
        }
        return {};
    }

    // What nobody can read can still be set aside, where it is about halves of the plan and nothing else: undo brings
    // it back. One that is about other halves only is not in the way of the plan, and nobody's to take.
    base::Result<void> notUnderstood(std::size_t file, int badLine)
    {
        const std::string &text = m_files[file].text;
        const std::vector<const ForeignHalves::Half *> named = m_halves.namedIn(text);
        if (!named.empty()) {
            const bool inTheWay = std::any_of(named.begin(), named.end(),
                [&](const ForeignHalves::Half *half) { return wantedOf(*half) != nullptr; });
            if (!inTheWay || m_halves.othersNamedIn(text) || !m_files[file].path.starts_with(kEtcFolder))
                return base::refused(about("plan.foreign-not-understood"_msg, file, badLine));
            m_broken[file] = badLine;
        } else if (mentionsWord(text, "match")) {
            m_result.warnings.push_back(about("plan.foreign-maybe"_msg, file, badLine));
        }
        return {};
    }

    base::Result<void> judge(std::size_t file)
    {
        if (m_broken[file] > 0) {
            m_result.takeOver.push_back(
                {m_files[file], {}, Message("plan.foreign-broken-reason"_msg).with("line", m_broken[file])});
            return {};
        }
        std::vector<const Defined *> mine;
        for (const Defined &defined : m_defined)
            if (defined.file == file)
                mine.push_back(&defined);
        const auto bond =
            std::find_if(m_bonds.begin(), m_bonds.end(), [&](const Bond &one) { return one.file == file; });
        const bool definesWanted =
            std::any_of(mine.begin(), mine.end(), [](const Defined *defined) { return defined->wanted != nullptr; });
        if (!definesWanted && bond == m_bonds.end())
            return {};
        const int line = mine.empty() ? bond->definition->line : mine.front()->definition.line;
        if (!m_files[file].path.starts_with(kEtcFolder))
            return base::refused(about("plan.foreign-outside-etc"_msg, file, line));
        if (fileName(m_files[file].path) == kSyncFile)
            m_result.warnings.push_back(about("plan.foreign-sync"_msg, file, line));
        if (bond != m_bonds.end())
            return takeOver(file, mine,
                Message("plan.foreign-bond-reason"_msg)
                    .with("interface", bond->port->netdev)
                    .with("bond", base::cleanText(bond->definition->id, 40)));
        const auto reason = whyNotAdopted(mine);
        return reason ? takeOver(file, mine, *reason) : adopt(file, mine);
    }

    std::optional<Message> whyNotAdopted(const std::vector<const Defined *> &mine) const
    {
        for (const Defined *defined : mine)
            for (const Defined &other : m_defined)
                if (&other != defined && other.half != defined->half && shareSubnet(*defined, other))
                    return Message("plan.foreign-subnet-reason"_msg)
                        .with("interface", defined->half->netdev)
                        .with("other", other.half->netdev);
        for (const Defined *defined : mine) {
            if (!defined->wanted)
                continue;
            for (const Defined &other : m_defined)
                if (&other != defined && other.half == defined->half)
                    return Message("plan.foreign-twice-reason"_msg)
                        .with("interface", defined->half->netdev)
                        .with("other", m_files[other.file].path);
            if (auto reason = whyNotRight(defined->definition, *defined->wanted))
                return reason;
        }
        return std::nullopt;
    }

    static bool shareSubnet(const Defined &a, const Defined &b)
    {
        const auto first = plainAddress(a.definition), second = plainAddress(b.definition);
        return first && second && first->prefix().overlaps(second->prefix());
    }

    base::Result<void> adopt(std::size_t file, const std::vector<const Defined *> &mine)
    {
        AdoptedFile adopted{m_files[file].path, base::sha256Hex(m_files[file].text), {}};
        for (const Defined *defined : mine)
            if (defined->wanted)
                adopted.halves.push_back(defined->half->id);
        std::sort(adopted.halves.begin(), adopted.halves.end());
        m_result.adopted.push_back(std::move(adopted));
        return {};
    }

    // Halves that the file configures and the plan does not: fine while they are dark.
    base::Result<void> takeOver(std::size_t file, const std::vector<const Defined *> &mine, Message reason)
    {
        for (const Defined *defined : mine) {
            if (defined->wanted || !defined->definition.hasAddresses)
                continue;
            if (defined->half->carrier)
                return stop("plan.foreign-other-half"_msg, file, defined->definition);
            m_result.warnings.push_back(about("plan.foreign-drops-half"_msg, file, defined->definition.line)
                                            .with("interface", defined->half->netdev));
        }
        m_result.takeOver.push_back({m_files[file], restOfForeignFile(m_facts, m_files[file].text), std::move(reason)});
        return {};
    }

    struct Bond {
        std::size_t file;
        const NetplanDefinition *definition;
        const ForeignHalves::Half *port; // its first
    };

    const SparkFacts &m_facts;
    ForeignHalves m_halves;
    std::span<const HalfConfig> m_wanted;
    std::vector<NetplanText> m_files;
    std::vector<NetplanScan> m_scans; // of m_files
    std::vector<Bond> m_bonds;        // those that go
    std::vector<int> m_broken;        // first line that is not understood, for files that are set aside as a whole
    std::vector<Defined> m_defined;
    ForeignFiles m_result;
};

} // namespace

base::Result<ForeignFiles> readForeignFiles(
    const SparkFacts &facts, std::span<const HalfConfig> halves, std::span<const NetplanText> files)
{
    return Reader(facts, halves, files).run();
}

} // namespace sparkloom::domain
