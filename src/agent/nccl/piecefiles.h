// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sparkloom::agent {

// Files that are too large to be held in memory at once. A System that has such files also is a PieceFiles; without it
// its Files do, whole.
class PieceFiles {
public:
    virtual ~PieceFiles() = default;
    // At most count bytes; empty at the end.
    virtual base::Result<std::string> readPiece(const std::string &path, std::int64_t offset, std::size_t count) = 0;
    // offset 0 makes the file anew, 0600, never through a link; further pieces belong at its end. last: it is on the
    // disk afterwards.
    virtual base::Result<void> appendPiece(
        const std::string &path, std::int64_t offset, std::string_view bytes, bool last) = 0;
};

} // namespace sparkloom::agent
