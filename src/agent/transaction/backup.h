// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/system.h"
#include "agent/transaction/bonds.h"
#include "agent/transaction/livestate.h"
#include "agent/transaction/typed.h"
#include "domain/plan/receipt.h"

#include <optional>
#include <string>
#include <vector>

namespace sparkloom::agent {

// One touched file as it was, or that it was not there.
struct SavedFile {
    enum class Rule {
        Ours,    // put back whatever stands there now
        Foreign, // put back only where it is missing or as we left it: somebody else's newer content stays
        Block,   // only our block in it is put back: the rest is somebody else's, now as before
    };
    std::string path;
    Rule rule = Rule::Ours;
    bool present = false;
    std::uint32_t mode = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::string bytes;      // in memory; on disk in files/NN beside the manifest
    std::string leftSha256; // Foreign: hash of what we left in its place, empty where we left nothing
};

// Everything that a rollback needs.
struct Backup {
    std::vector<SavedFile> files;
    std::vector<std::string> missingFolders; // were not there, go again when empty
    std::vector<LiveBond> bonds;
    std::vector<LiveHalf> live; // of halves, and of those bonds
    TypedState typed;
    std::vector<Activation::Profile> profiles;
    std::vector<std::pair<std::string, bool>> firewall; // netdev, and whether ufw let everything in on it
    std::string receipt;                                // text of the receipt, empty where there was none
};

// What a backup covers.
struct BackupScope {
    std::vector<std::string> ours;
    std::vector<domain::ForeignFile> foreign;
    std::vector<std::string> blocks; // files that hold a block of ours (domain/plan/hostsfile.h)
    std::vector<std::string> netdevs;
    std::vector<std::string> bonds;    // that are taken apart, or come back
    std::vector<std::string> firewall; // netdevs whose rule may change
};

base::Result<Backup> takeBackup(System &system, const BackupScope &scope);
// Writes files and manifest into the (existing, 0700) folder of the transaction.
base::Result<void> saveBackup(Files &files, const std::string &folder, const Backup &backup);
// Fails where the manifest or a file is missing or does not fit its hash.
base::Result<Backup> loadBackup(Files &files, const std::string &folder);

} // namespace sparkloom::agent
