// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/restore.h"

#include "agent/smallfiles.h"
#include "agent/transaction/aside.h"
#include "agent/transaction/paths.h"
#include "agent/transaction/typed.h"
#include "base/sha256.h"
#include "domain/plan/hostsfile.h"
#include "protocol/limits.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr int kTries = 3;

template <typename Step>
base::Result<void> repeated(Step step)
{
    base::Result<void> result = step();
    for (int i = 1; i < kTries && !result; ++i)
        result = step();
    return result;
}

// A writer that was killed in the middle leaves its temporary file beside the target.
base::Result<void> removeTemporaries(Files &files, const std::string &path)
{
    const std::string prefix = baseName(path) + ".sparkloom-";
    base::Result<void> result;
    for (const std::string &name : listNames(files, folderOf(path)))
        if (name.starts_with(prefix))
            if (auto removed = files.remove(folderOf(path) + '/' + name); !removed && result)
                result = removed;
    return result;
}

// Whether that path holds what was saved, to the byte and with its mode and owner.
bool holds(Files &files, const std::string &path, const SavedFile &saved)
{
    const FileInfo info = files.info(path);
    if (info.kind != FileInfo::Kind::File || info.mode != saved.mode || info.uid != saved.uid || info.gid != saved.gid)
        return false;
    const auto bytes = files.read(path, saved.bytes.size() + 1);
    return bytes && *bytes == saved.bytes;
}

// The lines around our block belong to others, and may have changed since: they stay as they are now.
base::Result<void> restoreBlock(Files &files, const SavedFile &saved, Displaced displaced)
{
    const FileInfo info = files.info(saved.path);
    const bool there = info.kind == FileInfo::Kind::File;
    if (!there && info.kind != FileInfo::Kind::Missing)
        return {}; // somebody put something else in its place
    const auto now =
        there ? files.read(saved.path, protocol::kMaxNetplanFile) : base::Result<std::string>(std::string());
    if (!now)
        return now.error();
    SavedFile wanted = saved;
    wanted.bytes = domain::withHostsBody(*now, domain::hostsBody(saved.bytes));
    if (there) {
        wanted.mode = info.mode;
        wanted.uid = info.uid;
        wanted.gid = info.gid;
    }
    if (*now == wanted.bytes && (there || wanted.bytes.empty()))
        return {};
    if (!saved.present && wanted.bytes.empty())
        return displaced == Displaced::Aside ? putAside(files, saved.path) : files.remove(saved.path);
    if (displaced == Displaced::Removed && holds(files, asidePath(saved.path), wanted))
        return files.rename(asidePath(saved.path), saved.path);
    if (there && displaced == Displaced::Aside)
        if (auto copied = copyAside(files, saved.path); !copied)
            return copied;
    return files.writeAtomic(saved.path, wanted.bytes, wanted.mode, Files::Owner{wanted.uid, wanted.gid});
}

base::Result<void> restoreFile(Files &files, const SavedFile &saved, Displaced displaced)
{
    if (saved.rule == SavedFile::Rule::Block)
        return restoreBlock(files, saved, displaced);
    const FileInfo info = files.info(saved.path);
    const bool there = info.kind != FileInfo::Kind::Missing;
    if (!saved.present)
        return displaced == Displaced::Aside ? putAside(files, saved.path) : files.remove(saved.path);
    const bool somebodyElses =
        saved.rule == SavedFile::Rule::Foreign && info.kind == FileInfo::Kind::File && !isAsWeLeftIt(files, saved);
    if (holds(files, saved.path, saved) || somebodyElses)
        return {};
    if (displaced == Displaced::Removed && holds(files, asidePath(saved.path), saved))
        return files.rename(asidePath(saved.path), saved.path);
    if (there && displaced == Displaced::Aside)
        if (auto copied = copyAside(files, saved.path); !copied)
            return copied;
    return files.writeAtomic(saved.path, saved.bytes, saved.mode, Files::Owner{saved.uid, saved.gid});
}

// Once everything is in its place, what was put aside for it is not needed any more.
base::Result<void> removeAside(Files &files, const Backup &backup)
{
    base::Result<void> result;
    for (const SavedFile &saved : backup.files)
        if (files.info(asidePath(saved.path)).kind == FileInfo::Kind::File)
            if (auto removed = files.remove(asidePath(saved.path)); !removed && result)
                result = removed;
    return result;
}

// The line that tells one NetworkManager profile from another.
std::string uuidLine(const std::string &bytes)
{
    const std::size_t at = bytes.find("uuid=");
    return at == std::string::npos ? std::string() : bytes.substr(at, bytes.find('\n', at) - at);
}

// Whether a folder holds a profile with that uuid, under whatever file name: NetworkManager numbers its own anew.
bool hasProfile(Files &files, const std::string &folder, const std::string &uuid)
{
    for (const std::string &name : listNames(files, folder))
        if (!uuid.empty() && readSmall(files, folder + '/' + name, 64 * 1024).find(uuid) != std::string::npos)
            return true;
    return false;
}

// "Wired connection 3.nmconnection" where 1 and 2 are taken: as NetworkManager itself would number it.
std::string freeProfilePath(Files &files, const std::string &path)
{
    std::string stem = path.substr(0, path.rfind('.'));
    while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9')
        stem.pop_back();
    for (int number = 1; number < 1000; ++number) {
        std::string candidate = stem + std::to_string(number) + ".nmconnection";
        if (files.info(candidate).kind == FileInfo::Kind::Missing)
            return candidate;
    }
    return path;
}

base::Result<void> restoreProfiles(Files &files, const Backup &backup)
{
    base::Result<void> result;
    for (const auto &profile : backup.profiles) {
        const auto bytes = files.read(profile.path, 64 * 1024);
        if (bytes && *bytes == profile.bytes)
            continue;
        std::string path = profile.path;
        const std::string uuid = uuidLine(profile.bytes);
        if (bytes && uuidLine(*bytes) != uuid) {
            // Another profile has taken that file name since: it stays.
            if (hasProfile(files, folderOf(path), uuid))
                continue;
            path = freeProfilePath(files, path);
        }
        if (auto written = files.writeAtomic(path, profile.bytes, 0600, Files::Owner{0, 0}); !written && result)
            result = written;
    }
    return result;
}

std::vector<std::string> netdevsOf(const Backup &backup)
{
    std::vector<std::string> names;
    for (const LiveHalf &half : backup.live)
        names.push_back(half.netdev);
    return names;
}

std::vector<std::string> presentNetdevs(System &system, const Backup &backup)
{
    std::vector<std::string> names;
    const auto links = system.network().links();
    if (!links)
        return names;
    for (const LiveHalf &half : backup.live)
        if (std::any_of(links->begin(), links->end(), [&](const LinkInfo &link) { return link.name == half.netdev; }))
            names.push_back(half.netdev);
    return names;
}

// Whether every half that still exists is as it was before.
bool isAsBefore(System &system, const Backup &backup)
{
    const auto now = captureLive(system, netdevsOf(backup));
    std::vector<std::string> bonds;
    for (const LiveBond &bond : backup.bonds)
        bonds.push_back(bond.name);
    return now && captureBonds(system.files(), bonds) == backup.bonds
        && std::all_of(now->begin(), now->end(), [&](const LiveHalf &half) {
               return std::find(backup.live.begin(), backup.live.end(), half) != backup.live.end();
           });
}

// At boot no renderer has run yet, but the kernel's settings may already be ours: systemd-sysctl sets the sysctls, and
// udev sets the MTU from a .link file that netplan's generator wrote before anything could be put back (measured).
base::Result<void> restoreAtBoot(System &system, const Backup &backup)
{
    auto live = captureLive(system, netdevsOf(backup));
    if (!live)
        return live.error();
    std::vector<LiveHalf> wanted = std::move(live).value();
    for (LiveHalf &half : wanted) {
        const auto saved = std::find_if(
            backup.live.begin(), backup.live.end(), [&](const LiveHalf &entry) { return entry.netdev == half.netdev; });
        half.mtu = saved->mtu;
        half.sysctls = saved->sysctls;
    }
    return restoreLive(system, wanted);
}

} // namespace

bool isAsWeLeftIt(Files &files, const SavedFile &saved)
{
    if (saved.leftSha256.empty())
        return files.info(saved.path).kind == FileInfo::Kind::Missing;
    const auto now = files.read(saved.path, protocol::kMaxNetplanFile);
    return now && base::sha256Hex(*now) == saved.leftSha256;
}

base::Result<void> restoreFiles(Files &files, const Backup &backup, Displaced displaced)
{
    base::Result<void> result;
    const auto note = [&](base::Result<void> step) {
        if (result && !step)
            result = std::move(step);
    };
    // Shadows in /run go last: until the files in /etc are back they keep a half-restored state from being taken up.
    for (const bool run : {false, true})
        for (const SavedFile &saved : backup.files)
            if (saved.path.starts_with("/run/") == run)
                note(restoreFile(files, saved, displaced));
    for (const SavedFile &saved : backup.files)
        note(removeTemporaries(files, saved.path));
    if (result && displaced == Displaced::Removed)
        note(removeAside(files, backup));
    for (const std::string &folder : backup.missingFolders) {
        const auto names = files.list(folder);
        if (names && names->empty())
            note(files.remove(folder));
    }
    return result;
}

base::Result<void> restoreAll(System &system, const Backup &backup, bool live, Displaced displaced)
{
    auto result = repeated([&] { return restoreFiles(system.files(), backup, displaced); });
    if (auto profiles = repeated([&] { return restoreProfiles(system.files(), backup); }); !profiles && result)
        result = profiles;
    for (const auto &rule : backup.firewall)
        if (auto set = repeated([&] { return system.firewall().setAllowed(rule.first, rule.second); }); !set && result)
            result = set;
    const auto generated = repeated([&] { return system.activation().generate(); });
    if (!live) {
        auto set = repeated([&] { return restoreAtBoot(system, backup); });
        return !result ? result : !generated ? generated : set;
    }
    // Before the renderer looks: it takes up a bond that is there, and leaves one alone that it made itself.
    const auto bonded = repeated([&] { return restoreBonds(system, backup.bonds); });
    const auto activated = repeated([&] { return activateKeepingRules(system, presentNetdevs(system, backup)); });
    const auto set = repeated([&] {
        auto restored = restoreLive(system, backup.live);
        auto typed = restoreTyped(system, backup.typed.ofHalves, backup.live);
        if (displaced == Displaced::Removed)
            if (auto others = restoreTyped(system, backup.typed.otherRules, backup.live); typed)
                typed = std::move(others);
        return restored ? typed : restored;
    });
    if (!result)
        return result;
    if (!bonded)
        return bonded;
    if (!set)
        return set;
    // A renderer that complains about somebody else's files does not matter once every half is as it was.
    if ((!generated || !activated) && !isAsBefore(system, backup))
        return generated ? activated : generated;
    return {};
}

base::Result<void> rollBack(System &system, Journal journal, const std::string &problem, bool live)
{
    const auto backup = loadBackup(system.files(), transactionFolder(journal.id));
    if (!backup)
        return backup.error();
    if (auto restored = restoreAll(system, *backup, live); !restored)
        return base::failed(
            "remote.rollback-incomplete"_msg, restored.error().message.id + ' ' + restored.error().detail);
    journal.problem = problem;
    if (auto written = repeated([&] { return writeRolledBack(system.files(), journal); }); !written)
        return base::failed("remote.rollback-incomplete"_msg, written.error().detail);
    (void)pruneTransactions(system.files());
    return {};
}

void disarm(System &system, const std::string &transactionId)
{
    (void)repeated([&] { return system.services().disarmTimer(timerUnit(transactionId)); });
}

} // namespace sparkloom::agent
