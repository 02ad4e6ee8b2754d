// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/backup.h"

#include "agent/smallfiles.h"
#include "agent/transaction/records.h"
#include "agent/transaction/typed.h"
#include "base/sha256.h"
#include "base/text.h"
#include "domain/plan/render.h"
#include "protocol/limits.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxManifest = 1024 * 1024;
constexpr std::array<std::string_view, 3> kBackupFolders = {"/run/netplan", "/etc/netplan", "/etc/sysctl.d"};

base::Result<SavedFile> saveOne(Files &files, const std::string &path, SavedFile::Rule rule)
{
    SavedFile saved;
    saved.path = path;
    saved.rule = rule;
    const FileInfo info = files.info(path);
    if (info.kind == FileInfo::Kind::Missing)
        return saved;
    if (info.kind != FileInfo::Kind::File)
        return base::refused(base::Message("remote.not-a-plain-file"_msg).with("path", path));
    auto bytes = files.read(path, protocol::kMaxNetplanFile);
    if (!bytes)
        return bytes.error();
    saved.present = true;
    saved.mode = info.mode;
    saved.uid = info.uid;
    saved.gid = info.gid;
    saved.bytes = std::move(bytes).value();
    return saved;
}

std::string_view ruleWord(SavedFile::Rule rule)
{
    return rule == SavedFile::Rule::Foreign ? "foreign" : rule == SavedFile::Rule::Block ? "block" : "ours";
}

SavedFile::Rule ruleFrom(const std::string &word)
{
    return word == "foreign" ? SavedFile::Rule::Foreign
        : word == "block"    ? SavedFile::Rule::Block
                             : SavedFile::Rule::Ours;
}

Record liveRecord(const LiveHalf &half)
{
    Record record = {"live", half.netdev, half.adminUp ? "1" : "0", std::to_string(half.mtu),
        std::to_string(half.sysctls.arpIgnore), std::to_string(half.sysctls.arpAnnounce),
        std::to_string(half.sysctls.rpFilter), std::to_string(half.sysctls.disableIpv6),
        std::to_string(half.addrGenMode)};
    for (const auto &address : half.addresses)
        record.push_back(address.toString());
    return record;
}

std::string textOf(const std::optional<domain::Ipv4Address> &address)
{
    return address ? address->toString() : std::string();
}

Record routeRecord(const LiveHalf &half, const LiveRoute &route)
{
    return {"route", half.netdev, route.destination.toString(), textOf(route.gateway), std::to_string(route.table),
        std::to_string(route.metric), textOf(route.source)};
}

void addTyped(std::vector<Record> &records, const std::string &word, const std::vector<TypedEntry> &entries)
{
    for (const TypedEntry &entry : entries) {
        records.push_back({word});
        for (std::string &field : typedFields(entry))
            records.back().push_back(std::move(field));
    }
}

int toInt(const std::string &text)
{
    if (text == "-1")
        return -1;
    return static_cast<int>(base::parseInteger(text, 0, std::numeric_limits<int>::max()).value_or(0));
}

std::optional<LiveHalf> liveFrom(const Record &record)
{
    if (record.size() < 9)
        return std::nullopt;
    LiveHalf half{record[1], record[2] == "1", toInt(record[3]), {},
        {toInt(record[4]), toInt(record[5]), toInt(record[6]), toInt(record[7])}, toInt(record[8]), {}};
    for (std::size_t i = 9; i < record.size(); ++i) {
        const auto address = domain::Ipv4Interface::parse(record[i]);
        if (!address)
            return std::nullopt;
        half.addresses.push_back(*address);
    }
    return half;
}

// A route of the half that the records before named.
bool addRoute(const Record &record, Backup &backup)
{
    const auto half = std::find_if(
        backup.live.begin(), backup.live.end(), [&](const LiveHalf &entry) { return entry.netdev == record[1]; });
    const auto destination = domain::Ipv4Prefix::parse(record[2]);
    const auto gateway = domain::Ipv4Address::parse(record[3]), source = domain::Ipv4Address::parse(record[6]);
    if (half == backup.live.end() || !destination || gateway.has_value() == record[3].empty()
        || source.has_value() == record[6].empty())
        return false;
    half->routes.push_back({*destination, gateway, toInt(record[4]), toInt(record[5]), source});
    return true;
}

Record bondRecord(const LiveBond &bond)
{
    Record record = {"bond", bond.name, bond.there ? "1" : "0", base::joined(bond.ports, " ")};
    for (const auto &[key, value] : bond.options)
        record.push_back(key + '=' + value);
    return record;
}

std::optional<LiveBond> bondFrom(const Record &record)
{
    LiveBond bond{record[1], record[2] == "1", {}, {}};
    for (const std::string_view port : base::split(record[3], ' '))
        if (!port.empty())
            bond.ports.emplace_back(port);
    for (std::size_t i = 4; i < record.size(); ++i) {
        const std::size_t equals = record[i].find('=');
        if (equals == std::string::npos)
            return std::nullopt;
        bond.options.emplace_back(record[i].substr(0, equals), record[i].substr(equals + 1));
    }
    return bond;
}

// Writes bytes as files/NN and gives the record's fields for them.
base::Result<Record> storeBytes(Files &files, const std::string &folder, int number, const std::string &bytes)
{
    const std::string name = std::to_string(number);
    if (auto written = files.writeAtomic(folder + "/files/" + name, bytes, 0600); !written)
        return written.error();
    return Record{name, base::sha256Hex(bytes)};
}

base::Result<std::string> loadBytes(
    Files &files, const std::string &folder, const std::string &name, const std::string &hash)
{
    if (!base::parseInteger(name, 0, 100000))
        return base::failed("remote.backup-damaged"_msg, name);
    auto bytes = files.read(folder + "/files/" + name, protocol::kMaxNetplanFile);
    if (!bytes || base::sha256Hex(*bytes) != hash)
        return base::failed("remote.backup-damaged"_msg, name);
    return std::move(bytes).value();
}

base::Result<void> readRecord(Files &files, const std::string &folder, const Record &record, Backup &backup)
{
    const base::Error damaged = base::failed("remote.backup-damaged"_msg, folder);
    if (record[0] == "file" && (record.size() == 9 || record.size() == 10)) {
        SavedFile saved{record[1], ruleFrom(record[2]), record[3] == "1", static_cast<std::uint32_t>(toInt(record[4])),
            static_cast<std::uint32_t>(toInt(record[5])), static_cast<std::uint32_t>(toInt(record[6])), {},
            record.size() == 10 ? record[9] : std::string()};
        if (saved.present) {
            auto bytes = loadBytes(files, folder, record[7], record[8]);
            if (!bytes)
                return bytes.error();
            saved.bytes = std::move(bytes).value();
        }
        backup.files.push_back(std::move(saved));
    } else if (record[0] == "profile" && record.size() == 4) {
        auto bytes = loadBytes(files, folder, record[2], record[3]);
        if (!bytes)
            return bytes.error();
        backup.profiles.push_back({record[1], std::move(bytes).value()});
    } else if (record[0] == "ufw" && record.size() == 3) {
        backup.firewall.emplace_back(record[1], record[2] == "1");
    } else if (record[0] == "live") {
        auto half = liveFrom(record);
        if (!half)
            return damaged;
        backup.live.push_back(std::move(*half));
    } else if (record[0] == "route" && record.size() == 7) {
        if (!addRoute(record, backup))
            return damaged;
    } else if ((record[0] == "typed" || record[0] == "other-rule") && record.size() == 4) {
        auto entry = typedFrom({record.begin() + 1, record.end()});
        if (!entry)
            return damaged;
        (record[0] == "typed" ? backup.typed.ofHalves : backup.typed.otherRules).push_back(std::move(*entry));
    } else if (record[0] == "bond" && record.size() >= 4) {
        auto bond = bondFrom(record);
        if (!bond)
            return damaged;
        backup.bonds.push_back(std::move(*bond));
    } else if (record[0] == "no-folder" && record.size() == 2) {
        backup.missingFolders.push_back(record[1]);
    } else if (record[0] == "receipt" && record.size() == 2) {
        backup.receipt = record[1];
    } else {
        return damaged;
    }
    return {};
}

} // namespace

base::Result<Backup> takeBackup(System &system, const BackupScope &scope)
{
    Files &files = system.files();
    Backup backup;
    std::set<std::string> seen;
    const auto save = [&](const std::string &path, SavedFile::Rule rule,
                          const std::string &left) -> base::Result<void> {
        if (!seen.insert(path).second)
            return {};
        auto saved = saveOne(files, path, rule);
        if (!saved)
            return saved.error();
        saved->leftSha256 = left;
        backup.files.push_back(std::move(saved).value());
        return {};
    };
    for (const std::string &path : scope.ours)
        if (auto saved = save(path, SavedFile::Rule::Ours, {}); !saved)
            return saved.error();
    for (const domain::ForeignFile &file : scope.foreign)
        if (auto saved = save(file.path, SavedFile::Rule::Foreign, file.restSha256); !saved)
            return saved.error();
    for (const std::string &path : scope.blocks)
        if (auto saved = save(path, SavedFile::Rule::Block, {}); !saved)
            return saved.error();
    for (const std::string_view folder : kBackupFolders)
        if (files.info(std::string(folder)).kind == FileInfo::Kind::Missing)
            backup.missingFolders.emplace_back(folder);
    backup.bonds = captureBonds(files, scope.bonds);
    std::vector<std::string> netdevs = scope.netdevs;
    netdevs.insert(netdevs.end(), scope.bonds.begin(), scope.bonds.end());
    auto live = captureLive(system, netdevs);
    if (!live)
        return live.error();
    backup.live = std::move(live).value();
    auto typed = captureTyped(system, backup.live);
    if (!typed)
        return typed.error();
    backup.typed = std::move(typed).value();
    auto profiles = system.activation().foreignProfiles(scope.netdevs);
    if (!profiles)
        return profiles.error();
    backup.profiles = std::move(profiles).value();
    if (!scope.firewall.empty()) {
        const auto firewall = system.firewall().state();
        if (!firewall)
            return firewall.error();
        for (const std::string &netdev : scope.firewall)
            backup.firewall.emplace_back(
                netdev, std::ranges::find(firewall->ufwAllows, netdev) != firewall->ufwAllows.end());
    }
    if (auto receipt = files.read(std::string(domain::kReceiptPath), kMaxManifest))
        backup.receipt = std::move(receipt).value();
    return backup;
}

base::Result<void> saveBackup(Files &files, const std::string &folder, const Backup &backup)
{
    if (auto made = files.makeFolder(folder + "/files", 0700); !made)
        return made;
    std::vector<Record> records;
    int number = 0;
    for (const SavedFile &file : backup.files) {
        Record record = {"file", file.path, std::string(ruleWord(file.rule)), file.present ? "1" : "0",
            std::to_string(file.mode), std::to_string(file.uid), std::to_string(file.gid), "", ""};
        if (file.present) {
            auto stored = storeBytes(files, folder, number++, file.bytes);
            if (!stored)
                return stored.error();
            record[7] = (*stored)[0];
            record[8] = (*stored)[1];
        }
        if (!file.leftSha256.empty())
            record.push_back(file.leftSha256);
        records.push_back(std::move(record));
    }
    for (const auto &profile : backup.profiles) {
        auto stored = storeBytes(files, folder, number++, profile.bytes);
        if (!stored)
            return stored.error();
        records.push_back({"profile", profile.path, (*stored)[0], (*stored)[1]});
    }
    for (const std::string &missing : backup.missingFolders)
        records.push_back({"no-folder", missing});
    for (const LiveBond &bond : backup.bonds)
        records.push_back(bondRecord(bond));
    for (const LiveHalf &half : backup.live) {
        records.push_back(liveRecord(half));
        for (const LiveRoute &route : half.routes)
            records.push_back(routeRecord(half, route));
    }
    addTyped(records, "typed", backup.typed.ofHalves);
    addTyped(records, "other-rule", backup.typed.otherRules);
    for (const auto &[netdev, allowed] : backup.firewall)
        records.push_back({"ufw", netdev, allowed ? "1" : "0"});
    if (!backup.receipt.empty())
        records.push_back({"receipt", backup.receipt});
    return files.writeAtomic(folder + "/manifest", encodeRecords(records), 0600);
}

base::Result<Backup> loadBackup(Files &files, const std::string &folder)
{
    const auto text = files.read(folder + "/manifest", 2 * kMaxManifest);
    const auto records = text ? decodeRecords(*text) : std::nullopt;
    if (!records)
        return base::failed("remote.backup-damaged"_msg, folder);
    Backup backup;
    for (const Record &record : *records)
        if (auto read = readRecord(files, folder, record, backup); !read)
            return read.error();
    return backup;
}

} // namespace sparkloom::agent
