// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/spark.h"

#include <optional>
#include <string>

namespace sparkloom::sim {

// NCCL's library as a virtual Spark has it: a small file, the header of a shared library and a line that says version
// and build, so that it can be copied to another one and works there.
struct NcclFile {
    std::string path;
    std::string foundBy; // as protocol::NcclLibrary has it
    std::string content;
    std::string version;
    NcclParameters::Build build = NcclParameters::Build::Release;
};

// As it is built for this Spark.
std::string ncclLibraryFor(const Spark &spark);

// The one that a test takes: a copy in the user's home before that of the system. Nothing: NCCL is missing.
std::optional<NcclFile> ncclFileOf(Spark &spark);

} // namespace sparkloom::sim
