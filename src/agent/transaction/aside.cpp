// SPDX-License-Identifier: Apache-2.0
#include "agent/transaction/aside.h"

#include "agent/probeframe.h"
#include "agent/smallfiles.h"
#include "agent/transaction/journal.h"
#include "agent/transaction/paths.h"
#include "domain/plan/keyfile.h"
#include "protocol/limits.h"

#include <algorithm>
#include <array>

namespace sparkloom::agent {

namespace {

constexpr std::string_view kAside = ".kept-by-sparkloom";
constexpr std::string_view kTemporary = ".sparkloom-"; // then the number of the writing process (Files::writeAtomic)
constexpr std::array<std::string_view, 7> kAsideFolders = {"/etc", "/etc/netplan", "/run/netplan", "/etc/sysctl.d",
    "/etc/systemd/system", "/etc/NetworkManager/system-connections", kStateFolder};

bool isTemporary(std::string_view name)
{
    const std::size_t at = name.rfind(kTemporary);
    if (at == std::string_view::npos || at + kTemporary.size() == name.size())
        return false;
    const std::string_view number = name.substr(at + kTemporary.size());
    return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Temporary files in the folder of a transaction; the whole folder where its journal was never written.
void addStraysOf(Files &files, const std::string &folder, std::vector<std::string> &paths)
{
    const bool neverBegun = files.info(folder + "/journal").kind == FileInfo::Kind::Missing;
    for (const std::string &inside : {folder + "/files", folder})
        for (const std::string &name : listNames(files, inside))
            if (isTemporary(name) || (neverBegun && inside + '/' + name != folder + "/files"))
                paths.push_back(inside + '/' + name);
    if (!neverBegun)
        return;
    paths.push_back(folder + "/files");
    paths.push_back(folder);
}

} // namespace

std::string asidePath(const std::string &path)
{
    // NetworkManager takes every file of its folder for a profile but hidden ones (nm-settings-keyfile).
    if (domain::isKeyfilePath(path))
        return folderOf(path) + "/." + baseName(path) + std::string(kAside);
    return path + std::string(kAside);
}

base::Result<void> putAside(Files &files, const std::string &path)
{
    if (files.info(path).kind == FileInfo::Kind::Missing)
        return {};
    return files.rename(path, asidePath(path));
}

base::Result<void> copyAside(Files &files, const std::string &path)
{
    const FileInfo info = files.info(path);
    if (info.kind == FileInfo::Kind::Missing)
        return {};
    const auto bytes = files.read(path, protocol::kMaxNetplanFile);
    if (!bytes)
        return bytes.error();
    return files.writeAtomic(asidePath(path), *bytes, info.mode, Files::Owner{info.uid, info.gid});
}

base::Result<void> replaceKeeping(
    Files &files, const std::string &path, std::string_view bytes, std::uint32_t mode, Files::Owner owner)
{
    if (auto copied = copyAside(files, path); !copied)
        return copied;
    return files.writeAtomic(path, bytes, mode, owner);
}

std::vector<std::string> strayPaths(Files &files)
{
    std::vector<std::string> paths;
    for (const std::string_view folder : kAsideFolders)
        for (const std::string &name : listNames(files, std::string(folder)))
            if (isTemporary(name) || name.ends_with(kAside))
                paths.push_back(std::string(folder) + '/' + name);
    for (const std::string &name : listNames(files, std::string(kStateFolder)))
        if (name.starts_with("txn-") && isHex(std::string_view(name).substr(4), 16))
            addStraysOf(files, std::string(kStateFolder) + '/' + name, paths);
    return paths;
}

bool removeStrays(Files &files)
{
    bool removedAll = true;
    for (const std::string &path : strayPaths(files))
        removedAll &= files.remove(path).ok() || files.remove(path).ok();
    return removedAll;
}

} // namespace sparkloom::agent
