// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/linuxpieces.h"

#include "agent/linux/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace sparkloom::agent {

base::Result<std::string> LinuxPieces::readPiece(const std::string &path, std::int64_t offset, std::size_t count)
{
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid())
        return systemError(errno, "open", path);
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const ssize_t got =
            pread(file.get(), bytes.data() + have, count - have, static_cast<off_t>(offset) + static_cast<off_t>(have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, "read", path);
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

base::Result<void> LinuxPieces::appendPiece(
    const std::string &path, std::int64_t offset, std::string_view bytes, bool last)
{
    const int how = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (offset == 0 ? O_CREAT | O_EXCL : 0);
    const Descriptor file(open(path.c_str(), how, 0600));
    struct stat info {};
    if (!file.valid() || fstat(file.get(), &info) != 0)
        return systemError(errno, "open", path);
    if (!S_ISREG(info.st_mode) || info.st_size != offset)
        return systemError(EINVAL, "write", path);
    auto at = static_cast<off_t>(offset);
    while (!bytes.empty()) {
        const ssize_t written = pwrite(file.get(), bytes.data(), bytes.size(), at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return systemError(written < 0 ? errno : ENOSPC, "write", path);
        at += written;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (last && fsync(file.get()) != 0)
        return systemError(errno, "sync", path);
    return {};
}

} // namespace sparkloom::agent
