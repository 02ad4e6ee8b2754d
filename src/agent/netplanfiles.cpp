// SPDX-License-Identifier: Apache-2.0
#include "agent/netplanfiles.h"

#include "agent/smallfiles.h"
#include "base/sha256.h"
#include "domain/plan/foreignfiles.h"
#include "domain/plan/render.h"
#include "protocol/limits.h"

#include <algorithm>
#include <array>
#include <set>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::string_view kEtc = "/etc/netplan";
constexpr std::string_view kRun = "/run/netplan";
constexpr std::array<std::string_view, 3> kNetplanFolders = {kEtc, "/lib/netplan", kRun};
constexpr std::size_t kMaxFiles = 256;

std::vector<std::string> netplanPaths(Files &files)
{
    std::vector<std::string> paths;
    for (const std::string_view folder : kNetplanFolders)
        for (const std::string &name : listNames(files, std::string(folder)))
            if (domain::isNetplanName(name) && paths.size() < kMaxFiles)
                paths.push_back(std::string(folder) + '/' + name);
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

std::vector<domain::NetplanFile> netplanFiles(Files &files)
{
    std::vector<domain::NetplanFile> found;
    for (const std::string &path : netplanPaths(files)) {
        const FileInfo info = files.info(path);
        if (info.kind == FileInfo::Kind::Missing)
            continue;
        domain::NetplanFile file{path, info.size, info.inode, info.modifiedNs, info.changedNs, info.mode, {}};
        if (const auto text = files.read(path, protocol::kMaxNetplanFile))
            file.sha256 = base::sha256Hex(*text);
        found.push_back(std::move(file));
    }
    return found;
}

base::Result<std::vector<domain::NetplanText>> netplanTexts(Files &files)
{
    std::vector<domain::NetplanText> found;
    std::size_t total = 0;
    for (const std::string &path : netplanPaths(files)) {
        auto text = files.read(path, protocol::kMaxNetplanFile);
        if (!text)
            return base::failed(base::Message("remote.netplan-unreadable"_msg).with("path", path), text.error().detail);
        total += text->size();
        if (total > protocol::kMaxNetplanFile)
            return base::failed(base::Message("remote.netplan-too-large"_msg).with("path", path));
        found.push_back({path, std::move(text).value()});
    }
    return found;
}

bool isEtcNetplanPath(std::string_view path)
{
    if (!path.starts_with("/etc/netplan/") || path.size() > 300)
        return false;
    const std::string_view name = path.substr(kEtc.size() + 1);
    return domain::isNetplanName(name)
        && std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 32 && c != 127 && c != '/'; });
}

std::string shadowPath(std::string_view etcPath)
{
    return std::string(kRun) + '/' + baseName(etcPath);
}

std::optional<domain::ReceiptFile> receiptFile(Files &files, const std::string &path)
{
    const FileInfo info = files.info(path);
    const auto text = files.read(path, protocol::kMaxNetplanFile);
    if (info.kind != FileInfo::Kind::File || !text)
        return std::nullopt;
    return domain::ReceiptFile{path, info.size, info.inode, info.modifiedNs, info.changedNs, base::sha256Hex(*text)};
}

std::vector<domain::ReceiptFile> receiptFiles(Files &files)
{
    std::vector<domain::ReceiptFile> listed;
    for (const std::string &path : netplanPaths(files))
        if (!path.starts_with(kRun))
            if (auto file = receiptFile(files, path))
                listed.push_back(std::move(*file));
    if (auto file = receiptFile(files, std::string(domain::kSysctlPath)))
        listed.push_back(std::move(*file));
    return listed;
}

bool receiptMatches(Files &files, const domain::Receipt &receipt)
{
    std::set<std::string> listed;
    for (const domain::ReceiptFile &file : receipt.files) {
        const FileInfo info = files.info(file.path);
        if (info.kind != FileInfo::Kind::File || info.size != file.size || info.inode != file.inode
            || info.modifiedNs != file.modifiedNs || info.changedNs != file.changedNs)
            return false;
        listed.insert(file.path);
    }
    if (!files.list(std::string(kEtc)))
        return false;
    const auto paths = netplanPaths(files);
    return std::all_of(paths.begin(), paths.end(), [&](const std::string &path) { return listed.contains(path); })
        && (listed.contains(std::string(domain::kSysctlPath))
            || files.info(std::string(domain::kSysctlPath)).kind == FileInfo::Kind::Missing);
}

} // namespace sparkloom::agent
