// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/filehash.h"

#include "base/sha256.h"

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace sparkloom::agent {

std::string fileHash(const std::string &path)
{
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    base::Sha256 hash;
    std::vector<char> buffer(1 << 20);
    ssize_t count = 0;
    while ((count = read(file, buffer.data(), buffer.size())) > 0)
        hash.update({buffer.data(), static_cast<std::size_t>(count)});
    close(file);
    if (count < 0)
        return {};
    const base::Digest256 digest = hash.finish();
    return base::toHex({reinterpret_cast<const char *>(digest.data()), digest.size()});
}

std::string homeFolder()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? entry->pw_dir : std::string();
}

} // namespace sparkloom::agent
