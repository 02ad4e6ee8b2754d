// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/local/thiscomputer.h"

#include "adapters/local/routes.h"
#include "base/text.h"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace sparkloom::local {

std::vector<domain::Ipv4Prefix> ThisComputer::routes() const
{
    return allRoutes();
}

QString ThisComputer::userAtComputer() const
{
    std::array<char, 4096> memory;
    passwd entry{};
    passwd *found = nullptr;
    const bool known = getpwuid_r(geteuid(), &entry, memory.data(), memory.size(), &found) == 0 && found;
    const std::string user = known ? entry.pw_name : "uid " + std::to_string(geteuid());
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) != 0 || host[0] == '\0')
        return QString::fromStdString(base::cleanText(user, 128));
    return QString::fromStdString(base::cleanText(user + '@' + host.data(), 128));
}

} // namespace sparkloom::local
