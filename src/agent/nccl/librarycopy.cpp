// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/librarycopy.h"

#include "agent/nccl/keptlibrary.h"
#include "agent/nccl/packagefetch.h"
#include "agent/runshandler.h"
#include "agent/smallfiles.h"
#include "base/base64.h"

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxPackageRuns = 4; // a look that nobody waits for any more ends by itself

class LibraryCopyHandler : public RunsHandler<PackageRun> {
public:
    explicit LibraryCopyHandler(const Context &context) : RunsHandler(context, kMaxPackageRuns), m_kept(context.system)
    {}
    ~LibraryCopyHandler() override { endAll(); } // they use what goes before them

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        namespace verb = protocol::verb;
        if (request.type == verb::kNcclRead)
            read(request, reply);
        else if (request.type == verb::kNcclKeep)
            keepPiece(request, reply);
        else if (request.type == verb::kNcclKept)
            reply.done(protocol::encode(m_kept.kept()));
        else if (request.type == verb::kNcclOffer)
            offer(reply);
        else if (request.type == verb::kNcclFetch)
            fetch(request, reply);
        else
            drop(request, reply);
    }

    // Nobody will send the rest.
    void inputEnded() override
    {
        RunsHandler::inputEnded();
        m_kept.abandon();
    }

private:
    void read(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclReadRequest>(request, reply);
        if (!body)
            return;
        const FileInfo info = system().files().info(body->path);
        if (!baseName(body->path).starts_with("libnccl.so") || info.kind != FileInfo::Kind::File
            || info.size > static_cast<std::uint64_t>(protocol::kMostNcclLibrary))
            return reply.fail(base::refused(base::Message("nccl.copy-no-library"_msg).with("path", body->path)));
        const auto piece = m_kept.readPiece(body->path, body->offset, static_cast<std::size_t>(body->count));
        if (!piece)
            return reply.fail(piece.error());
        reply.done(protocol::encode(protocol::NcclPiece{base::toBase64(*piece), static_cast<std::int64_t>(info.size)}));
    }

    void keepPiece(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclKeepRequest>(request, reply);
        if (!body)
            return;
        if (fetches())
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        const auto stop = [&](const base::Error &error) {
            m_kept.abandon();
            reply.fail(error);
        };
        const auto bad = [](const char *field) {
            return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
        };
        const auto bytes = base::fromBase64(body->data);
        if (!bytes || bytes->empty())
            return stop(bad("data"));
        if (body->offset == 0)
            if (auto ready = m_kept.begin(body->receipt.size); !ready)
                return stop(ready.error());
        if (!m_kept.begun() || body->offset != m_kept.have())
            return stop(bad("offset"));
        const std::int64_t end = body->offset + static_cast<std::int64_t>(bytes->size());
        if (end > body->receipt.size)
            return stop(bad("size"));
        const bool last = end == body->receipt.size;
        if (auto written = m_kept.append(*bytes, last); !written)
            return stop(written.error());
        if (!last)
            return reply.done(protocol::encode(protocol::NcclKeepAnswer{}));
        if (auto finished = m_kept.finish(body->receipt); !finished)
            return stop(finished.error());
        reply.done(protocol::encode(protocol::NcclKeepAnswer{m_kept.path()}));
    }

    void drop(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclDropRequest>(request, reply);
        if (!body)
            return;
        endAll();
        const auto removed = m_kept.drop(body->onlyUnfinished);
        if (!removed)
            return reply.fail(removed.error());
        reply.done(protocol::encode(protocol::NcclDropAnswer{*removed}));
    }

    bool fetches() const
    {
        return find([](const PackageRun &run) { return run.keeps(); }) != nullptr;
    }

    // Null where it was answered.
    ProgramHost *programs(const Reply &reply) const
    {
        auto *const host = dynamic_cast<ProgramHost *>(&system());
        if (!host)
            reply.fail({base::ErrorKind::NotKnown, "nccl.package-no-apt"_msg, {}});
        else if (full())
            reply.fail(base::refused("remote.too-many-streams"_msg));
        else
            return host;
        return nullptr;
    }

    void offer(const Reply &reply)
    {
        if (ProgramHost *const host = programs(reply))
            begin(std::make_unique<PackageLook>(system(), *host, reply, whenOver(reply)));
    }

    void fetch(const protocol::Envelope &request, const Reply &reply)
    {
        auto body = bodyOf<protocol::NcclPackage>(request, reply);
        ProgramHost *const host = body ? programs(reply) : nullptr;
        if (!host)
            return;
        if (fetches())
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        begin(std::make_unique<PackageFetch>(system(), *host, reply, whenOver(reply), m_kept, std::move(body).value()));
    }

    void begin(std::unique_ptr<PackageRun> run)
    {
        if (const auto begun = run->begin(); !begun)
            return run->reply().fail(begun.error());
        keep(std::move(run));
    }

    KeptLibrary m_kept;
};

} // namespace

std::shared_ptr<Handler> makeLibraryCopyHandler(const Context &context)
{
    return std::make_shared<LibraryCopyHandler>(context);
}

} // namespace sparkloom::agent
