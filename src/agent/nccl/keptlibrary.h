// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/nccl/piecefiles.h"
#include "agent/system.h"
#include "base/sha256.h"
#include "protocol/ncclcopy.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkloom::agent {

// NCCL's library in the home of the user, with its receipt: laid down piece by piece, whole or not at all.
class KeptLibrary {
public:
    explicit KeptLibrary(System &system);

    // Makes the folders, as far as they are missing, and begins anew. bytes: what will lie there at most. Errors: too
    // little room; a folder that is not the user's alone.
    base::Result<void> begin(std::int64_t bytes);
    bool begun() const { return m_hash.has_value(); }
    std::int64_t have() const { return m_have; }
    // Whether so many bytes more fit.
    base::Result<void> roomFor(std::int64_t bytes) const;
    // last: it is on the disk afterwards.
    base::Result<void> append(std::string_view bytes, bool last);
    // What came is the file. With an empty receipt.sha256 its hash is written there, else it must be that one.
    base::Result<void> finish(protocol::NcclReceipt receipt);
    // Takes back what was begun, and what an agent that was killed had begun.
    void abandon();

    protocol::NcclKeptAnswer kept() const;
    // Whether there was one.
    base::Result<bool> drop(bool onlyUnfinished);

    // At most count bytes of a file that may be large.
    base::Result<std::string> readPiece(const std::string &path, std::int64_t offset, std::size_t count) const;
    const std::string &path() const { return m_library; }
    // For what is needed on the way, in the same folder; goes with abandon() and finish(). Nobody makes it but the user
    // of this object.
    const std::string &scratch() const { return m_scratch; }

private:
    base::Result<void> appendTo(const std::string &path, std::string_view bytes, bool last) const;
    void removeFolders(std::vector<std::string> made) const;

    System &m_system;
    PieceFiles *const m_pieces;
    const std::string m_home;
    const std::string m_folder;
    const std::string m_library;
    const std::string m_unfinished;
    const std::string m_receipt;
    const std::string m_scratch;
    std::optional<base::Sha256> m_hash; // of what came so far; nothing: none is under way
    std::int64_t m_have = 0;
    std::vector<std::string> m_made; // folders that this one had to make
};

// Removes a folder with all that is in it; never follows a link. False where something stays.
bool removeTree(Files &files, const std::string &path);

} // namespace sparkloom::agent
