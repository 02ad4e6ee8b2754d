// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/sshtrust.h"

#include "base/text.h"
#include "domain/plan/authorizedkeys.h"
#include "domain/plan/hostsfile.h"

#include <algorithm>

// The texts that node-to-node trust renders to.
namespace sparkloom::domain {
namespace {

constexpr std::string_view kOwner = "# Sparkloom wrote this file and replaces it as a whole.\n";

std::string join(std::span<const std::string> parts, char separator)
{
    std::string out;
    for (const std::string &part : parts) {
        if (!out.empty())
            out += separator;
        out += part;
    }
    return out;
}

// Only what cannot change the meaning of a line of ours.
bool isPlainWord(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '#' && c != ',';
    });
}

std::vector<std::string> usableNames(const SshPeer &peer)
{
    std::vector<std::string> names;
    for (const std::string &name : peer.names)
        if (isHostNameOrAddress(name) && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    return names;
}

// With those that /etc/hosts resolves, so that ssh asks nothing under them either.
std::vector<std::string> allNames(const SshPeer &peer)
{
    std::vector<std::string> names = usableNames(peer);
    std::copy_if(peer.fabricNames.begin(), peer.fabricNames.end(), std::back_inserter(names), isFabricName);
    return names;
}

// "spark-b": a name that only a search domain or a hosts file would resolve.
bool isBareName(std::string_view name)
{
    return name.find_first_of(".:") == std::string_view::npos;
}

const std::string *firstIpv4(const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        if (Ipv4Address::parse(name))
            return &name;
    return nullptr;
}

} // namespace

std::string renderKnownHosts(const SshTrust &trust)
{
    std::string out(kOwner);
    for (const SshPeer &peer : trust.peers) {
        const std::string names = join(allNames(peer), ',');
        if (names.empty())
            continue;
        for (const HostKeyLine &key : peer.hostKeys)
            if (isPlainWord(key.type) && isPlainWord(key.base64))
                out += names + ' ' + key.type + ' ' + key.base64 + '\n';
    }
    return out;
}

std::string renderSshConfig(const SshTrust &trust)
{
    std::string out(kOwner);
    for (const SshPeer &peer : trust.peers) {
        const std::vector<std::string> names = usableNames(peer);
        if (names.empty() || !isUserName(peer.user))
            continue;
        std::vector<std::string> bare;
        std::copy_if(names.begin(), names.end(), std::back_inserter(bare), isBareName);
        // A bare name gets the best address that is known, so that it works without DNS.
        if (const std::string *address = firstIpv4(names); address && !bare.empty())
            out += "Host " + join(bare, ' ') + "\n    HostName " + *address + '\n';
        out += "Host " + join(allNames(peer), ' ') + "\n    User " + peer.user
            + "\n    AddressFamily inet\n    IdentityFile ~/.ssh/" + std::string(kClusterKeyFile)
            + "\n    IdentitiesOnly no\n    UserKnownHostsFile ~/.ssh/" + std::string(kClusterKnownHostsFile)
            + " ~/.ssh/known_hosts\n";
    }
    return out;
}

std::vector<std::string> renderAuthorizedLines(const SshTrust &trust)
{
    std::vector<std::string> from;
    std::copy_if(trust.allowedFrom.begin(), trust.allowedFrom.end(), std::back_inserter(from), isPlainWord);
    std::vector<std::string> lines;
    for (const SshPeer &peer : trust.peers) {
        const auto key = canonicalPublicKey(peer.publicKey);
        // Without a source address the key would be good from anywhere: then there is no line at all.
        if (!key || from.empty())
            continue;
        lines.push_back("from=\"" + join(from, ',') + "\",no-agent-forwarding,no-X11-forwarding,no-port-forwarding "
            + *key + ' ' + authorizedTag(trust.clusterId));
    }
    return lines;
}

std::string includeLine()
{
    return "Include ~/.ssh/" + std::string(kClusterConfigFile);
}

std::string authorizedTag(std::string_view clusterId)
{
    return "sparkloom:" + std::string(clusterId);
}

std::string applicationTag(std::string_view keyId)
{
    return "sparkloom-app:" + std::string(keyId);
}

bool trustIsCurrent(const SshTrust &wanted, const SshTrustState &state)
{
    const bool allKeysKnown = std::all_of(
        wanted.peers.begin(), wanted.peers.end(), [](const SshPeer &peer) { return !peer.publicKey.empty(); });
    if (!allKeysKnown || !state.hasClusterKey || !state.includePresent)
        return false;
    if (state.knownHosts != renderKnownHosts(wanted) || state.config != renderSshConfig(wanted))
        return false;
    std::vector<std::string> lines = renderAuthorizedLines(wanted), there = state.authorizedLines;
    std::sort(lines.begin(), lines.end());
    std::sort(there.begin(), there.end());
    return lines == there;
}

} // namespace sparkloom::domain
