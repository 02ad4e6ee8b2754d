// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/driftparts.h"

#include "domain/plan/authorizedkeys.h"

#include <algorithm>
#include <utility>

namespace sparkloom::domain {

namespace {

std::string sshPath(std::string_view name)
{
    return "~/.ssh/" + std::string(name);
}

DriftFinding trustFinding(DriftKind kind, std::string subject, std::string_view file, const DriftInput &input)
{
    DriftFinding finding;
    finding.kind = kind;
    finding.subject = std::move(subject);
    if (!input.files)
        return finding;
    for (const SetUpFile &now : *input.files)
        if (now.present && now.path == sshPath(file))
            finding.changedUtcMs = changeTime(now.modifiedNs, now.changedNs,
                input.facts.receipt ? input.facts.receipt->appliedUtcMs : 0, input.facts.clockUtcMs);
    return finding;
}

bool hasKey(std::string_view line, const std::string &publicKey)
{
    return (' ' + std::string(line) + ' ').find(' ' + publicKey + ' ') != std::string::npos;
}

const std::string *lineWithKey(const std::vector<std::string> &lines, const std::string &publicKey)
{
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const std::string &line) { return hasKey(line, publicKey); });
    return found == lines.end() ? nullptr : &*found;
}

// The end of a key, which is what tells two of one type apart.
std::string endOfKey(std::string_view line)
{
    constexpr std::size_t kShown = 16;
    const auto parsed = parseAuthorizedLine(line);
    if (!parsed)
        return {};
    return "..." + std::string(parsed->blob.substr(parsed->blob.size() - std::min(kShown, parsed->blob.size())));
}

void addLogins(std::vector<DriftFinding> &findings, const DriftInput &input, const SshTrust &wanted, bool complete,
    const std::vector<std::string> &peerNames)
{
    const std::vector<std::string> &lines = input.trust->authorizedLines;
    const std::vector<std::string> rendered = renderAuthorizedLines(wanted);
    for (std::size_t i = 0; i < wanted.peers.size(); ++i) {
        const std::string &key = wanted.peers[i].publicKey;
        if (key.empty())
            continue; // it has no key of its own: told there
        const std::string *line = lineWithKey(lines, key);
        const std::string *asRendered = lineWithKey(rendered, key);
        if (!line)
            findings.push_back(trustFinding(DriftKind::LoginGone, peerNames.at(i), "authorized_keys", input));
        else if (complete && asRendered && *line != *asRendered)
            findings.push_back(trustFinding(DriftKind::LoginChanged, peerNames.at(i), "authorized_keys", input));
    }
    std::vector<std::string> others = lines;
    std::erase_if(others, [&](const std::string &line) {
        return std::any_of(wanted.peers.begin(), wanted.peers.end(),
            [&](const SshPeer &peer) { return !peer.publicKey.empty() && hasKey(line, peer.publicKey); });
    });
    // A Spark that lost its key still has its line here: no more of them than such Sparks is nobody's addition.
    const auto lost = std::count_if(
        wanted.peers.begin(), wanted.peers.end(), [](const SshPeer &peer) { return peer.publicKey.empty(); });
    if (!complete || std::cmp_less_equal(others.size(), lost))
        return;
    for (const std::string &line : others)
        findings.push_back(trustFinding(DriftKind::LoginAdded, endOfKey(line), "authorized_keys", input));
}

} // namespace

void addTrustDrift(std::vector<DriftFinding> &findings, const DriftInput &input, const SshTrust &wanted, bool complete,
    const std::vector<std::string> &peerNames)
{
    if (wanted.peers.empty())
        return;
    const SshTrustState &state = *input.trust;
    if (!state.hasClusterKey || input.facts.clusterPublicKey.empty())
        findings.push_back(
            trustFinding(DriftKind::KeyGone, sshPath(kClusterKeyFile), std::string(kClusterKeyFile), input));
    addLogins(findings, input, wanted, complete, peerNames);
    if (!state.includePresent)
        findings.push_back(trustFinding(DriftKind::IncludeGone, sshPath("config"), "config", input));
    const auto compare = [&](std::string_view file, const std::string &now, const std::string &then) {
        if (now.empty() || (complete && now != then))
            findings.push_back(trustFinding(DriftKind::SshFileChanged, sshPath(file), file, input));
    };
    compare(kClusterKnownHostsFile, state.knownHosts, renderKnownHosts(wanted));
    compare(kClusterConfigFile, state.config, renderSshConfig(wanted));
}

} // namespace sparkloom::domain
