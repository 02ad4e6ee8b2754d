// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/driftparts.h"

#include "base/sha256.h"
#include "domain/plan/hostsfile.h"
#include "domain/plan/render.h"

#include <algorithm>

namespace sparkloom::domain {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kClockSlackMs = 2000; // between two looks at one clock

template <typename File>
bool same(const File &now, const ReceiptFile &then)
{
    return now.size == then.size && now.inode == then.inode && now.modifiedNs == then.modifiedNs
        && now.changedNs == then.changedNs;
}

template <typename File>
const File *named(const std::vector<File> &files, std::string_view path)
{
    const auto found = std::find_if(files.begin(), files.end(), [&](const File &file) { return file.path == path; });
    return found == files.end() ? nullptr : &*found;
}

DriftFinding fileFinding(DriftKind kind, const std::string &path)
{
    DriftFinding finding;
    finding.kind = kind;
    finding.subject = path;
    return finding;
}

template <typename File>
DriftFinding changedFile(DriftKind kind, const File &now, const DriftInput &input, const Receipt &receipt)
{
    DriftFinding finding = fileFinding(kind, now.path);
    finding.changedUtcMs = changeTime(now.modifiedNs, now.changedNs, receipt.appliedUtcMs, input.facts.clockUtcMs);
    // So that a file that is changed once more counts as another finding.
    finding.seen = std::to_string(now.size) + ' ' + std::to_string(now.inode) + ' ' + std::to_string(now.changedNs);
    return finding;
}

void addSysctlFile(std::vector<DriftFinding> &findings, const DriftInput &input, const Receipt &receipt)
{
    const std::string path(kSysctlPath);
    const ReceiptFile *then = named(receipt.files, path);
    const SetUpFile *now = input.files ? named(*input.files, path) : nullptr;
    if (!now) { // not looked at: what the facts prove
        if (sysctlFileDiffers(input.facts))
            findings.push_back(fileFinding(DriftKind::FileChanged, path));
    } else if (then && !now->present) {
        findings.push_back(fileFinding(DriftKind::FileGone, path));
    } else if (now->present && (!then || !same(*now, *then))) {
        findings.push_back(changedFile(DriftKind::FileChanged, *now, input, receipt));
    }
}

// The lines around our block are somebody else's and say nothing.
void addHostsBlock(std::vector<DriftFinding> &findings, const DriftInput &input, const Receipt &receipt)
{
    if (!input.hosts || receipt.config.hosts.empty())
        return;
    const std::string body = hostsBody(*input.hosts);
    if (body == renderHostsBody(receipt.config.hosts))
        return;
    DriftFinding finding = fileFinding(DriftKind::HostsChanged, std::string(kHostsPath));
    const SetUpFile *now = input.files ? named(*input.files, kHostsPath) : nullptr;
    if (now && now->present)
        finding.changedUtcMs =
            changeTime(now->modifiedNs, now->changedNs, receipt.appliedUtcMs, input.facts.clockUtcMs);
    if (!body.empty())
        finding.seen = base::sha256Hex(body);
    findings.push_back(std::move(finding));
}

} // namespace

std::optional<std::int64_t> changeTime(
    std::int64_t modifiedNs, std::int64_t changedNs, std::int64_t setUpUtcMs, std::int64_t nowUtcMs)
{
    const std::int64_t modified = modifiedNs / kNsPerMs, changed = changedNs / kNsPerMs;
    const auto possible = [&](std::int64_t when) { return when >= setUpUtcMs && when <= nowUtcMs + kClockSlackMs; };
    if (possible(modified) && modified <= changed)
        return modified;
    return possible(changed) ? std::optional(changed) : std::nullopt;
}

bool sysctlFileDiffers(const SparkFacts &facts)
{
    if (!facts.receipt || facts.receiptMatchesFiles)
        return false;
    const std::vector<ReceiptFile> &then = facts.receipt->files;
    const bool allThere = std::all_of(then.begin(), then.end(),
        [&](const ReceiptFile &file) { return file.path == kSysctlPath || named(facts.netplanFiles, file.path); });
    return allThere && std::all_of(facts.netplanFiles.begin(), facts.netplanFiles.end(), [&](const NetplanFile &file) {
        const ReceiptFile *known = named(then, file.path);
        return known && same(file, *known);
    });
}

void addFileDrift(std::vector<DriftFinding> &findings, const DriftInput &input, const Receipt &receipt)
{
    for (const ReceiptFile &then : receipt.files) {
        if (then.path == kSysctlPath)
            continue;
        const NetplanFile *now = named(input.facts.netplanFiles, then.path);
        if (!now)
            findings.push_back(fileFinding(DriftKind::FileGone, then.path));
        else if (!same(*now, then))
            findings.push_back(changedFile(DriftKind::FileChanged, *now, input, receipt));
    }
    for (const NetplanFile &now : input.facts.netplanFiles)
        if (!named(receipt.files, now.path))
            findings.push_back(changedFile(DriftKind::FileAdded, now, input, receipt));
    addSysctlFile(findings, input, receipt);
    addHostsBlock(findings, input, receipt);
}

} // namespace sparkloom::domain
