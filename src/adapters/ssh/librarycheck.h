// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

// Whether the libssh that was loaded is known to carry the fixes that we need (measurement-and-safety 8.2).
namespace sparkloom::ssh {

struct LibraryFacts {
    std::string version;        // of the library that was loaded: "0.10.6"
    std::string distribution;   // ID of /etc/os-release: "debian"
    std::string release;        // VERSION_ID: "12"
    std::string package;        // "libssh-4", empty where dpkg does not know one
    std::string packageVersion; // "0.10.6-0+deb12u3"
};

// Of the library that was loaded: "0.10.6".
std::string libraryVersion();
// Reads the library's version, os-release and dpkg's status file (some megabytes, once).
LibraryFacts installedLibrary(
    const std::string &osRelease = "/etc/os-release", const std::string &dpkgStatus = "/var/lib/dpkg/status");
// Error of kind Refused: too old (and what that means), or nothing is known about this build.
base::Result<void> checkLibrary(const LibraryFacts &facts);

// Debian's order of package versions (deb-version(7)): negative, 0 or positive as a is before, the same as, after b.
int compareDebianVersions(std::string_view a, std::string_view b);

} // namespace sparkloom::ssh
