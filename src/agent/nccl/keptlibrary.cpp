// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/keptlibrary.h"

#include "protocol/codec.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;
using protocol::NcclReceipt;

namespace {

constexpr std::uint32_t kFolderMode = 0700;
constexpr std::uint32_t kFileMode = 0600;
constexpr std::uint32_t kOthersMayWrite = 022;
constexpr std::uint64_t kLeftFree = 256ULL << 20; // bytes that are left to others
constexpr std::size_t kMaxLibraryReceipt = 64 * 1024;
constexpr int kDeepest = 32; // folders in each other

bool removeBelow(Files &files, const std::string &path, int depth)
{
    if (files.info(path).kind == FileInfo::Kind::Folder && depth < kDeepest)
        if (const auto names = files.list(path))
            for (const std::string &name : *names)
                removeBelow(files, path + '/' + name, depth + 1);
    return files.remove(path).ok();
}

} // namespace

bool removeTree(Files &files, const std::string &path)
{
    return removeBelow(files, path, 0);
}

KeptLibrary::KeptLibrary(System &system)
    : m_system(system), m_pieces(dynamic_cast<PieceFiles *>(&system)), m_home(system.identity().home),
      m_folder(m_home + std::string(protocol::kNcclFolder)),
      m_library(m_folder + '/' + std::string(protocol::kNcclFile)), m_unfinished(m_library + ".part"),
      m_receipt(m_folder + "/receipt.json"), m_scratch(m_folder + "/package")
{}

base::Result<std::string> KeptLibrary::readPiece(const std::string &path, std::int64_t offset, std::size_t count) const
{
    if (m_pieces)
        return m_pieces->readPiece(path, offset, count);
    auto whole = m_system.files().read(path, protocol::kMostNcclLibrary);
    if (!whole)
        return whole;
    const std::size_t begin = std::min(whole->size(), static_cast<std::size_t>(offset));
    return whole->substr(begin, count);
}

base::Result<void> KeptLibrary::appendTo(const std::string &path, std::string_view bytes, bool last) const
{
    if (m_pieces)
        return m_pieces->appendPiece(path, m_have, bytes, last);
    std::string whole;
    if (m_have > 0) {
        auto before = m_system.files().read(path, protocol::kMostNcclLibrary);
        if (!before)
            return before.error();
        whole = std::move(before).value();
    }
    return m_system.files().writeAtomic(path, whole.append(bytes), kFileMode);
}

base::Result<void> KeptLibrary::roomFor(std::int64_t bytes) const
{
    const std::uint64_t free = m_system.files().freeBytes(m_home);
    if (free >= static_cast<std::uint64_t>(bytes) + kLeftFree)
        return {};
    return base::refused(base::Message("nccl.copy-no-room"_msg)
                             .with("mib", std::max<std::int64_t>(1, bytes >> 20))
                             .with("free", static_cast<std::int64_t>(free >> 20)));
}

// ~/.local and so on, as far as they are missing. What is loaded into a program must be its owner's alone.
base::Result<void> KeptLibrary::begin(std::int64_t bytes)
{
    abandon();
    Files &files = m_system.files();
    std::vector<std::string> made;
    for (std::size_t at = m_home.size() + 1; at != std::string::npos;) {
        at = m_folder.find('/', at);
        const std::string folder = m_folder.substr(0, at);
        const FileInfo info = files.info(folder);
        if (info.kind == FileInfo::Kind::Missing)
            made.push_back(folder);
        else if (info.kind != FileInfo::Kind::Folder || (info.mode & kOthersMayWrite)
            || info.uid != static_cast<std::uint32_t>(m_system.identity().uid))
            return base::refused(base::Message("nccl.copy-folder-unsafe"_msg).with("path", folder));
        at = at == std::string::npos ? at : at + 1;
    }
    if (auto room = roomFor(bytes); !room)
        return room;
    if (auto folder = files.makeFolder(m_folder, kFolderMode); !folder)
        return folder;
    m_made = std::move(made);
    if (const auto before = kept(); before.receipt) // one is replaced: the folders are still those of the first
        m_made.insert(m_made.begin(), before.receipt->madeFolders.begin(), before.receipt->madeFolders.end());
    m_hash.emplace();
    m_have = 0;
    return {};
}

base::Result<void> KeptLibrary::append(std::string_view bytes, bool last)
{
    if (auto written = appendTo(m_unfinished, bytes, last); !written)
        return written;
    m_hash->update(bytes);
    m_have += static_cast<std::int64_t>(bytes.size());
    return {};
}

base::Result<void> KeptLibrary::finish(NcclReceipt receipt)
{
    const base::Digest256 digest = m_hash->finish();
    m_hash.reset();
    const std::string hash = base::toHex({reinterpret_cast<const char *>(digest.data()), digest.size()});
    if (!receipt.sha256.empty() && receipt.sha256 != hash)
        return base::failed("nccl.copy-damaged"_msg);
    receipt.sha256 = hash;
    receipt.atMs = m_system.loop().utcMs();
    receipt.madeFolders = m_made;
    Files &files = m_system.files();
    // The receipt first: what lies there without one could not go again.
    if (auto written = files.writeAtomic(m_receipt, protocol::encodePretty(receipt) + '\n', kFileMode); !written)
        return written;
    if (auto renamed = files.rename(m_unfinished, m_library); !renamed)
        return renamed;
    m_made.clear();
    removeTree(files, m_scratch);
    return {};
}

protocol::NcclKeptAnswer KeptLibrary::kept() const
{
    protocol::NcclKeptAnswer answer;
    answer.path = m_library;
    if (const auto text = m_system.files().read(m_receipt, kMaxLibraryReceipt))
        if (auto receipt = protocol::decode<NcclReceipt>(*text))
            answer.receipt = std::move(receipt).value();
    const FileInfo info = m_system.files().info(m_library);
    answer.present = answer.receipt && info.kind == FileInfo::Kind::File
        && info.size == static_cast<std::uint64_t>(answer.receipt->size);
    return answer;
}

base::Result<bool> KeptLibrary::drop(bool onlyUnfinished)
{
    abandon();
    const protocol::NcclKeptAnswer before = kept();
    Files &files = m_system.files();
    const bool there =
        files.info(m_library).kind != FileInfo::Kind::Missing || files.info(m_receipt).kind != FileInfo::Kind::Missing;
    if (onlyUnfinished || !there)
        return false;
    for (const std::string &file : {m_library, m_receipt}) // the receipt last: a second try must find it
        if (auto removed = files.remove(file); !removed)
            return removed.error();
    removeFolders(before.receipt ? before.receipt->madeFolders : std::vector<std::string>{});
    return true;
}

// Those that we made and in which nothing of others is by now.
void KeptLibrary::removeFolders(std::vector<std::string> made) const
{
    std::reverse(made.begin(), made.end());
    for (const std::string &folder : made)
        if (m_folder.starts_with(folder) && folder.size() > m_home.size() && !m_system.files().remove(folder))
            return;
}

void KeptLibrary::abandon()
{
    Files &files = m_system.files();
    const auto isGone = [&files](const std::string &path) { return files.info(path).kind == FileInfo::Kind::Missing; };
    if (!m_hash && m_made.empty() && isGone(m_unfinished) && isGone(m_scratch))
        return;
    m_hash.reset();
    static_cast<void>(files.remove(m_unfinished));
    removeTree(files, m_scratch);
    if (!kept().receipt)
        removeFolders(std::exchange(m_made, {}));
    m_made.clear();
}

} // namespace sparkloom::agent
