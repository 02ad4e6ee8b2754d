// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What apt-cache, apt-get and dpkg-deb say, and what lies in a package. All of it is outside text.
namespace sparkloom::agent {

struct PackageCandidate {
    std::string version;
    std::string repository; // "https://developer.download.nvidia.com/compute/cuda/repos/ubuntu2404/sbsa"
};
// Of `apt-cache policy PACKAGE`: the version that apt would take, and the first repository that has it. Nothing where
// there is no such version, or only the installed one.
std::optional<PackageCandidate> candidateIn(std::string_view policy);

// Of `apt-get --print-uris download PACKAGE=VERSION`: the size of the file in bytes, 1 to protocol::kMostNcclPackage.
std::optional<std::int64_t> packageSizeIn(std::string_view uris);

struct PackageContents {
    std::string library; // below the root of the package, without a slash at its beginning
    std::string version; // as its name says: "2.28.9"
    std::int64_t size = 0;
    std::int64_t unpacked = 0; // bytes of all files together
};
// Of the lines of `dpkg-deb --contents`. Refused: a package with anything but plain files, folders that their owner can
// empty, and links; with paths that lead out of it or through a link; with more than a package of NCCL can hold; with
// no library of NCCL, or with several.
base::Result<PackageContents> packageContents(const std::vector<std::string> &lines);

// Whether a file that begins with these bytes (64 are enough) is a shared library for this machine (uname -m).
bool isLibraryFor(std::string_view head, std::string_view architecture);

// Why apt-get or dpkg-deb failed, from what they said on stderr: nccl.package-... (engine/text), detail in their words.
base::Error packageError(std::string_view errors);

} // namespace sparkloom::agent
