// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/librarycopy.h"

#include "agent/nccl/piecefiles.h"
#include "base/base64.h"
#include "base/sha256.h"
#include "protocol/ncclcopy.h"

#include <algorithm>
#include <optional>

namespace sparkloom::agent {

using namespace base::literals;
using protocol::NcclReceipt;

namespace {

constexpr std::uint32_t kFolderMode = 0700;
constexpr std::uint32_t kFileMode = 0600;
constexpr std::uint32_t kWritableByOthers = 022;
constexpr std::uint64_t kLeftFree = 256ULL << 20; // bytes that the copy leaves to others
constexpr std::size_t kMaxReceipt = 64 * 1024;

std::string fileNameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

class LibraryCopyHandler : public Handler {
public:
    explicit LibraryCopyHandler(const Context &context)
        : Handler(context), m_pieces(dynamic_cast<PieceFiles *>(&context.system)),
          m_home(context.system.identity().home), m_folder(m_home + std::string(protocol::kNcclFolder)),
          m_library(m_folder + '/' + std::string(protocol::kNcclFile)), m_unfinished(m_library + ".part"),
          m_receipt(m_folder + "/receipt.json")
    {}

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        namespace verb = protocol::verb;
        if (request.type == verb::kNcclRead)
            read(request, reply);
        else if (request.type == verb::kNcclKeep)
            keep(request, reply);
        else if (request.type == verb::kNcclKept)
            reply.done(protocol::encode(kept()));
        else
            drop(request, reply);
    }

    // Nobody will send the rest.
    void inputEnded() override { abandon(); }

private:
    base::Result<std::string> readPiece(const std::string &path, std::int64_t offset, std::size_t count)
    {
        if (m_pieces)
            return m_pieces->readPiece(path, offset, count);
        auto whole = system().files().read(path, protocol::kMostNcclLibrary);
        if (!whole)
            return whole;
        const std::size_t begin = std::min(whole->size(), static_cast<std::size_t>(offset));
        return whole->substr(begin, count);
    }

    base::Result<void> appendPiece(std::int64_t offset, std::string_view bytes, bool last)
    {
        if (m_pieces)
            return m_pieces->appendPiece(m_unfinished, offset, bytes, last);
        std::string whole;
        if (offset > 0) {
            auto before = system().files().read(m_unfinished, protocol::kMostNcclLibrary);
            if (!before)
                return before.error();
            whole = std::move(before).value();
        }
        return system().files().writeAtomic(m_unfinished, whole.append(bytes), kFileMode);
    }

    void read(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclReadRequest>(request, reply);
        if (!body)
            return;
        const FileInfo info = system().files().info(body->path);
        if (!fileNameOf(body->path).starts_with("libnccl.so") || info.kind != FileInfo::Kind::File
            || info.size > static_cast<std::uint64_t>(protocol::kMostNcclLibrary))
            return reply.fail(base::refused(base::Message("nccl.copy-no-library"_msg).with("path", body->path)));
        const auto piece = readPiece(body->path, body->offset, static_cast<std::size_t>(body->count));
        if (!piece)
            return reply.fail(piece.error());
        reply.done(protocol::encode(protocol::NcclPiece{base::toBase64(*piece), static_cast<std::int64_t>(info.size)}));
    }

    // ~/.local and so on, as far as they are missing. What is loaded into a program must be its owner's alone.
    base::Result<void> prepare(const NcclReceipt &wanted)
    {
        Files &files = system().files();
        std::vector<std::string> made;
        for (std::size_t at = m_home.size() + 1; at != std::string::npos;) {
            at = m_folder.find('/', at);
            const std::string folder = m_folder.substr(0, at);
            const FileInfo info = files.info(folder);
            if (info.kind == FileInfo::Kind::Missing)
                made.push_back(folder);
            else if (info.kind != FileInfo::Kind::Folder || (info.mode & kWritableByOthers)
                || info.uid != static_cast<std::uint32_t>(system().identity().uid))
                return base::refused(base::Message("nccl.copy-folder-unsafe"_msg).with("path", folder));
            at = at == std::string::npos ? at : at + 1;
        }
        if (files.freeBytes(m_home) < static_cast<std::uint64_t>(wanted.size) + kLeftFree)
            return base::refused(base::Message("nccl.copy-no-room"_msg)
                                     .with("mib", wanted.size >> 20)
                                     .with("free", static_cast<std::int64_t>(files.freeBytes(m_home) >> 20)));
        if (auto folder = files.makeFolder(m_folder, kFolderMode); !folder)
            return folder;
        m_made = std::move(made);
        if (const auto before = kept(); before.receipt) // one is replaced: the folders are still those of the first
            m_made.insert(m_made.begin(), before.receipt->madeFolders.begin(), before.receipt->madeFolders.end());
        return files.remove(m_unfinished);
    }

    void keep(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclKeepRequest>(request, reply);
        if (!body)
            return;
        const auto stop = [&](const base::Error &error) {
            abandon();
            reply.fail(error);
        };
        const auto bad = [](const char *field) {
            return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
        };
        const auto bytes = base::fromBase64(body->data);
        if (!bytes || bytes->empty())
            return stop(bad("data"));
        if (body->offset == 0) {
            abandon();
            if (auto ready = prepare(body->receipt); !ready)
                return stop(ready.error());
            m_hash.emplace();
            m_have = 0;
        }
        if (!m_hash || body->offset != m_have)
            return stop(bad("offset"));
        const std::int64_t end = m_have + static_cast<std::int64_t>(bytes->size());
        if (end > body->receipt.size)
            return stop(bad("size"));
        const bool last = end == body->receipt.size;
        if (auto written = appendPiece(m_have, *bytes, last); !written)
            return stop(written.error());
        m_hash->update(*bytes);
        m_have = end;
        if (!last)
            return reply.done(protocol::encode(protocol::NcclKeepAnswer{}));
        if (auto finished = finish(body->receipt); !finished)
            return stop(finished.error());
        reply.done(protocol::encode(protocol::NcclKeepAnswer{m_library}));
    }

    base::Result<void> finish(NcclReceipt receipt)
    {
        const base::Digest256 digest = m_hash->finish();
        m_hash.reset();
        if (base::toHex({reinterpret_cast<const char *>(digest.data()), digest.size()}) != receipt.sha256)
            return base::failed("nccl.copy-damaged"_msg);
        receipt.atMs = system().loop().utcMs();
        receipt.madeFolders = m_made;
        Files &files = system().files();
        // The receipt first: what lies there without one could not go again.
        if (auto written = files.writeAtomic(m_receipt, protocol::encodePretty(receipt) + '\n', kFileMode); !written)
            return written;
        if (auto renamed = files.rename(m_unfinished, m_library); !renamed)
            return renamed;
        m_made.clear();
        return {};
    }

    protocol::NcclKeptAnswer kept()
    {
        protocol::NcclKeptAnswer answer;
        answer.path = m_library;
        if (const auto text = system().files().read(m_receipt, kMaxReceipt))
            if (auto receipt = protocol::decode<NcclReceipt>(*text))
                answer.receipt = std::move(receipt).value();
        const FileInfo info = system().files().info(m_library);
        answer.present = answer.receipt && info.kind == FileInfo::Kind::File
            && info.size == static_cast<std::uint64_t>(answer.receipt->size);
        return answer;
    }

    void drop(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclDropRequest>(request, reply);
        if (!body)
            return;
        abandon();
        protocol::NcclDropAnswer answer;
        const protocol::NcclKeptAnswer before = kept();
        Files &files = system().files();
        const bool there = files.info(m_library).kind != FileInfo::Kind::Missing
            || files.info(m_receipt).kind != FileInfo::Kind::Missing;
        if (!body->onlyUnfinished && there) {
            for (const std::string &file : {m_library, m_receipt}) // the receipt last: a second try must find it
                if (auto removed = files.remove(file); !removed)
                    return reply.fail(removed.error());
            removeFolders(before.receipt ? before.receipt->madeFolders : std::vector<std::string>{});
            answer.removed = true;
        }
        reply.done(protocol::encode(answer));
    }

    // Those that we made and in which nothing of others is by now.
    void removeFolders(std::vector<std::string> made)
    {
        std::reverse(made.begin(), made.end());
        for (const std::string &folder : made)
            if (m_folder.starts_with(folder) && folder.size() > m_home.size() && !system().files().remove(folder))
                return;
    }

    void abandon()
    {
        if (!m_hash && m_made.empty() && system().files().info(m_unfinished).kind == FileInfo::Kind::Missing)
            return;
        m_hash.reset();
        static_cast<void>(system().files().remove(m_unfinished));
        if (!kept().receipt)
            removeFolders(std::exchange(m_made, {}));
        m_made.clear();
    }

    PieceFiles *const m_pieces;
    const std::string m_home;
    const std::string m_folder;
    const std::string m_library;
    const std::string m_unfinished;
    const std::string m_receipt;
    std::optional<base::Sha256> m_hash; // of what came so far; nothing: no copy is under way
    std::int64_t m_have = 0;
    std::vector<std::string> m_made; // folders that this copy had to make
};

} // namespace

std::shared_ptr<Handler> makeLibraryCopyHandler(const Context &context)
{
    return std::make_shared<LibraryCopyHandler>(context);
}

} // namespace sparkloom::agent
