// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxfiles.h"

#include "agent/linux/descriptor.h"
#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

base::Result<void> syncFolder(const std::string &folder)
{
    const Descriptor descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems (procfs, overlay upper layers on tmpfs) refuse to sync a folder: nothing to make durable there.
    if (!descriptor.valid() || (fsync(descriptor.get()) != 0 && errno != EINVAL && errno != EROFS))
        return systemError(errno, "sync", folder);
    return {};
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::int64_t nanoseconds(const timespec &time)
{
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

// Fills the temporary file; errno tells what failed.
bool fillTemporary(int descriptor, std::string_view bytes, std::uint32_t mode, const std::optional<Files::Owner> &owner)
{
    if (owner && fchown(descriptor, owner->uid, owner->gid) != 0)
        return false;
    return fchmod(descriptor, mode) == 0 && writeAll(descriptor, bytes) && fsync(descriptor) == 0;
}

class FlockLock : public Files::Lock {
public:
    explicit FlockLock(Descriptor descriptor) : m_descriptor(std::move(descriptor)) {}

private:
    Descriptor m_descriptor;
};

} // namespace

base::Result<std::string> LinuxFiles::read(const std::string &path, std::size_t maxBytes)
{
    const Descriptor descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.valid())
        return systemError(errno, "open", path);
    std::string bytes;
    for (;;) {
        char buffer[16384];
        const ssize_t count = ::read(descriptor.get(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno, "read", path);
        if (count == 0)
            return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
        if (bytes.size() > maxBytes)
            return systemError(EFBIG, "read", path);
    }
}

FileInfo LinuxFiles::info(const std::string &path)
{
    FileInfo info;
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0)
        return info;
    info.kind = S_ISREG(status.st_mode) ? FileInfo::Kind::File
        : S_ISDIR(status.st_mode)       ? FileInfo::Kind::Folder
        : S_ISLNK(status.st_mode)       ? FileInfo::Kind::SymbolicLink
                                        : FileInfo::Kind::Other;
    info.size = static_cast<std::uint64_t>(status.st_size);
    info.inode = status.st_ino;
    info.modifiedNs = nanoseconds(status.st_mtim);
    info.changedNs = nanoseconds(status.st_ctim);
    info.mode = status.st_mode & 07777;
    info.uid = status.st_uid;
    info.gid = status.st_gid;
    return info;
}

base::Result<std::vector<std::string>> LinuxFiles::list(const std::string &folder)
{
    DIR *directory = opendir(folder.c_str());
    if (!directory)
        return systemError(errno, "list", folder);
    std::vector<std::string> names;
    while (const dirent *entry = readdir(directory)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    closedir(directory);
    std::sort(names.begin(), names.end());
    return names;
}

base::Result<std::string> LinuxFiles::readLink(const std::string &path)
{
    char buffer[4096];
    const ssize_t count = readlink(path.c_str(), buffer, sizeof buffer);
    if (count < 0)
        return systemError(errno, "read link", path);
    return std::string(buffer, static_cast<std::size_t>(count));
}

base::Result<void> LinuxFiles::writeAtomic(
    const std::string &path, std::string_view bytes, std::uint32_t mode, std::optional<Owner> owner)
{
    const std::string temporary = path + ".sparkloom-" + std::to_string(getpid());
    Descriptor descriptor(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.valid() && errno == EEXIST) {
        // Left by a process of the same number that was killed: it is ours by its name.
        unlink(temporary.c_str());
        descriptor = Descriptor(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    }
    if (!descriptor.valid())
        return systemError(errno, "create", temporary);
    if (!fillTemporary(descriptor.get(), bytes, mode, owner) || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        unlink(temporary.c_str());
        return systemError(reason, "write", path);
    }
    return syncFolder(folderOf(path));
}

base::Result<void> LinuxFiles::writeSpecial(const std::string &path, std::string_view bytes)
{
    const Descriptor descriptor(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!descriptor.valid() || !writeAll(descriptor.get(), bytes))
        return systemError(errno, "write", path);
    return {};
}

base::Result<void> LinuxFiles::rename(const std::string &from, const std::string &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(errno, "rename", from);
    if (auto synced = syncFolder(folderOf(to)); !synced)
        return synced;
    return folderOf(from) == folderOf(to) ? base::Result<void>() : syncFolder(folderOf(from));
}

base::Result<void> LinuxFiles::remove(const std::string &path)
{
    // remove(3) takes files and empty folders.
    if (::remove(path.c_str()) != 0 && errno != ENOENT)
        return systemError(errno, "remove", path);
    const std::string folder = folderOf(path);
    return info(folder).kind == FileInfo::Kind::Folder ? syncFolder(folder) : base::Result<void>();
}

base::Result<void> LinuxFiles::makeFolder(const std::string &path, std::uint32_t mode)
{
    for (std::size_t at = path.find('/', 1);; at = path.find('/', at + 1)) {
        const std::string part = path.substr(0, at);
        if (mkdir(part.c_str(), mode) == 0) {
            // The process's umask does not decide over our folders.
            if (chmod(part.c_str(), mode) != 0)
                return systemError(errno, "set mode of", part);
            if (auto synced = syncFolder(folderOf(part)); !synced)
                return synced;
        } else if (errno != EEXIST || info(part).kind == FileInfo::Kind::File) {
            return systemError(errno, "make folder", part);
        }
        if (at == std::string::npos)
            return {};
    }
}

std::uint64_t LinuxFiles::freeBytes(const std::string &folder)
{
    struct statvfs status {};
    if (statvfs(folder.c_str(), &status) != 0)
        return 0;
    return std::uint64_t(status.f_bavail) * status.f_frsize;
}

base::Result<std::unique_ptr<Files::Lock>> LinuxFiles::lock(const std::string &path, std::string_view ownerText)
{
    // A holder removes the file when it is done: a lock on a file that is no longer at its path does not count.
    for (int attempt = 0; attempt < 8; ++attempt) {
        Descriptor descriptor(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
        if (!descriptor.valid())
            return systemError(errno, "lock", path);
        if (flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
            const auto holder = read(path, 1024);
            return base::refused(base::Message("system.locked"_msg)
                                     .with("owner", base::cleanText(holder ? *holder : std::string(), 200)));
        }
        struct stat opened {};
        struct stat present {};
        if (fstat(descriptor.get(), &opened) != 0 || lstat(path.c_str(), &present) != 0
            || opened.st_ino != present.st_ino || opened.st_dev != present.st_dev)
            continue;
        if (ftruncate(descriptor.get(), 0) != 0 || !writeAll(descriptor.get(), ownerText))
            return systemError(errno, "write", path);
        return std::unique_ptr<Lock>(std::make_unique<FlockLock>(std::move(descriptor)));
    }
    return base::refused(base::Message("system.locked"_msg).with("owner", std::string()));
}

} // namespace sparkloom::agent
