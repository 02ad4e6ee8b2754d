// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/nccl/piecefiles.h"

namespace sparkloom::agent {

class LinuxPieces : public PieceFiles {
public:
    base::Result<std::string> readPiece(const std::string &path, std::int64_t offset, std::size_t count) override;
    base::Result<void> appendPiece(
        const std::string &path, std::int64_t offset, std::string_view bytes, bool last) override;
};

} // namespace sparkloom::agent
