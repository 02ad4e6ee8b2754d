// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/hardware/sparkfacts.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::domain {

// Files below the user's ~/.ssh that carry node-to-node trust. Our private cluster key never leaves its Spark.
inline constexpr std::string_view kClusterKeyFile = "sparkloom_cluster";            // ed25519, 0600
inline constexpr std::string_view kClusterKnownHostsFile = "sparkloom_known_hosts"; // wholly ours
inline constexpr std::string_view kClusterConfigFile = "sparkloom_config"; // wholly ours, one Include line in config

// One other Spark that this Spark shall reach without a prompt.
struct SshPeer {
    SparkId spark;
    std::string user;
    std::vector<std::string> names; // host names and addresses (management and lanes), checked by isHostNameOrAddress
    std::vector<HostKeyLine> hostKeys;
    std::string publicKey; // its cluster key "ssh-ed25519 AAAA...": allowed to log in here. Empty: not made yet
    std::vector<std::string> fabricNames =
        {}; // that our block of /etc/hosts gives it (isFabricName); empty without one
    friend bool operator==(const SshPeer &, const SshPeer &) = default;
};

// Desired trust on one Spark. from= of the authorized_keys lines lists allowedFrom.
struct SshTrust {
    std::string clusterId;
    std::vector<SshPeer> peers;           // ordered by Spark
    std::vector<std::string> allowedFrom; // addresses and prefixes, ordered
    friend bool operator==(const SshTrust &, const SshTrust &) = default;
};

// What stands there now (contents of our own files, and our tagged lines of the shared ones).
struct SshTrustState {
    bool hasClusterKey = false;
    std::string knownHosts;                   // text of our known_hosts file
    std::string config;                       // text of our config file
    bool includePresent = false;              // our Include line is in ~/.ssh/config
    std::vector<std::string> authorizedLines; // lines of authorized_keys tagged with our cluster id
    friend bool operator==(const SshTrustState &, const SshTrustState &) = default;
};

// The texts that the trust renders to; agent and application share them.
std::string renderKnownHosts(const SshTrust &trust);
std::string renderSshConfig(const SshTrust &trust);
std::vector<std::string> renderAuthorizedLines(const SshTrust &trust);
// The first line that ~/.ssh/config gets.
std::string includeLine();
// The tag at the end of each authorized_keys line of ours: "sparkloom:<clusterId>".
std::string authorizedTag(std::string_view clusterId);
// The tag of the application's own key: "sparkloom-app:<keyId>".
std::string applicationTag(std::string_view keyId);

bool trustIsCurrent(const SshTrust &wanted, const SshTrustState &state);

// authorized_keys editing (measurement-and-safety 8.4): every foreign byte stays. The key blob decides, not the line.
bool hasAuthorizedKey(std::string_view file, std::string_view publicKey);
std::string withAuthorizedLines(std::string_view file, std::span<const std::string> lines, std::string_view tag);
std::string withoutAuthorizedTag(std::string_view file, std::string_view tag);
// Whether a line lets a Spark of a cluster in, ours or another one.
bool isClusterLine(std::string_view line);
// Without the lines of clusters other than that of `tag`: a user of a Spark is in one cluster at a time.
std::string withoutOtherClusters(std::string_view file, std::string_view tag);

// "ssh-ed25519 <base64>" of a public key line, nothing where it is not a valid ed25519 public key.
std::optional<std::string> canonicalPublicKey(std::string_view line);

} // namespace sparkloom::domain
