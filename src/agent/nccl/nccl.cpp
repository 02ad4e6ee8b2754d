// SPDX-License-Identifier: Apache-2.0
#include "agent/nccl/nccl.h"

#include "agent/jobs.h"
#include "agent/nccl/ncclenvironment.h"
#include "agent/nccl/rankdocument.h"
#include "agent/nccl/rankwatch.h"
#include "base/text.h"

#include <algorithm>

namespace sparkloom::agent {

using namespace base::literals;

namespace {

constexpr std::size_t kMaxMeminfo = 64 * 1024;
constexpr std::int64_t kMaxBuffers = std::int64_t(3) << 30; // measurement-and-safety 1.8: beyond it nothing is learnt
constexpr std::int64_t kLeastAvailable = std::int64_t(4) << 30;
constexpr int kShare = 15; // percent of MemAvailable
constexpr std::int64_t kChecking =
    48 << 20; // what a rank needs to make data and to compare results: three pieces of 16 MiB
constexpr std::size_t kMaxSizes = 64;

// MemAvailable of /proc/meminfo, in bytes.
std::optional<std::int64_t> memoryAvailable(Files &files)
{
    const auto text = files.read("/proc/meminfo", kMaxMeminfo);
    if (!text)
        return std::nullopt;
    for (std::string_view line : base::split(*text, '\n')) {
        if (!line.starts_with("MemAvailable:"))
            continue;
        line = base::trimmed(line.substr(line.find(':') + 1));
        const auto kib = base::parseInteger(line.substr(0, line.find(' ')), 0, 1LL << 40);
        return kib ? std::optional<std::int64_t>(*kib * 1024) : std::nullopt;
    }
    return std::nullopt;
}

// GB10's GPU has no memory of its own: what a test takes is taken from everything else on the Spark.
std::optional<base::Error> memoryProblem(Files &files, const protocol::NcclRunRequest &request)
{
    const auto available = memoryAvailable(files);
    if (available && *available < kLeastAvailable && !request.evenIfBusy)
        return base::refused(base::Message("nccl.memory-low"_msg).with("mib", *available >> 20));
    std::int64_t cap = std::min(kMaxBuffers, available.value_or(kMaxBuffers) * kShare / 100);
    if (request.memoryCap > 0)
        cap = std::min(cap, request.memoryCap);
    const std::int64_t wanted = 2 * request.maxBytes + kChecking; // input and output
    if (wanted > cap)
        return base::refused(base::Message("nccl.memory-cap"_msg).with("wanted", wanted >> 20).with("cap", cap >> 20));
    return std::nullopt;
}

std::optional<base::Error> occupation(System &system)
{
    for (const domain::FabricJob &job : fabricJobs(system, {}))
        if (job.usesFabric || job.kind == domain::FabricJob::Kind::ModelServer)
            return base::refused(base::Message("nccl.busy"_msg).with("program", job.program).with("pid", job.pid));
    return std::nullopt;
}

std::optional<base::Error> badRequest(const protocol::NcclRunRequest &request)
{
    const auto bad = [](const char *field) {
        return base::protocolError(base::Message("remote.value-out-of-range"_msg).with("field", field));
    };
    if (request.rank >= request.ranks || (request.rank == 0) != request.uniqueId.empty())
        return bad("rank");
    if (request.collectives.empty())
        return bad("collectives");
    if (request.minBytes > request.maxBytes || request.maxBytes > std::int64_t(1) << 34)
        return bad("maxBytes");
    std::size_t sizes = 0;
    for (std::int64_t size = request.minBytes; size <= request.maxBytes; size *= request.factor)
        ++sizes;
    return sizes > kMaxSizes ? std::optional(bad("factor")) : std::nullopt;
}

class NcclHandler : public Handler {
public:
    using Handler::Handler;

    void handle(const protocol::Envelope &request, Reply reply) override
    {
        m_host = dynamic_cast<RankHost *>(&system());
        if (!m_host)
            return reply.fail({base::ErrorKind::NotKnown, "nccl.not-here"_msg, {}});
        if (m_watch)
            return reply.fail(base::refused("remote.too-many-streams"_msg));
        if (request.type == protocol::verb::kNcclLook)
            look(request, reply);
        else
            run(request, reply);
    }

    void stop(std::int64_t id) override
    {
        if (m_watch && m_watch->reply().id() == id)
            m_watch->leave({base::ErrorKind::Cancelled, "nccl.cancelled"_msg, {}});
    }

    void inputEnded() override
    {
        if (m_watch)
            m_watch->leave({base::ErrorKind::Cancelled, "nccl.cancelled"_msg, {}});
    }

    bool busy() const override { return m_watch != nullptr; }
    bool needsHeartbeat() const override { return m_watch != nullptr; }

private:
    void look(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclLookRequest>(request, reply);
        if (!body)
            return;
        RankWatch::Plan plan{std::string(kRankLook), protocol::encode(*body), {}, {}, {}};
        plan.deadlines.find = body->timeoutMs;
        plan.finish = [removed = ncclRemoved(m_host->inheritedEnvironment())](
                          const std::string &said, const NcclLog &) {
            auto answer = protocol::decode<protocol::NcclLookAnswer>(said);
            if (!answer)
                return said;
            answer->removed = removed;
            return protocol::encode(*answer);
        };
        watch(std::move(plan), {}, reply);
    }

    void run(const protocol::Envelope &request, const Reply &reply)
    {
        const auto body = bodyOf<protocol::NcclRunRequest>(request, reply);
        if (!body)
            return;
        auto problem = badRequest(*body);
        if (!problem)
            problem = memoryProblem(system().files(), *body);
        if (!problem && !body->evenIfBusy)
            problem = occupation(system());
        if (problem)
            return reply.fail(*problem);
        RankWatch::Plan plan{std::string(kRankRun), protocol::encode(*body), {}, body->deadlines, {}};
        plan.finish = [removed = ncclRemoved(m_host->inheritedEnvironment())](
                          const std::string &said, const NcclLog &log) {
            auto answer = protocol::decode<protocol::NcclRunAnswer>(said);
            if (!answer)
                return said;
            answer->removed = removed;
            answer->transport = log.transport();
            return protocol::encode(*answer);
        };
        watch(std::move(plan), body->settings, reply);
    }

    void watch(RankWatch::Plan plan, const std::vector<protocol::NcclSetting> &settings, const Reply &reply)
    {
        auto environment = ncclEnvironment(settings);
        if (!environment)
            return reply.fail(environment.error());
        plan.environment = std::move(environment).value();
        m_watch = std::make_unique<RankWatch>(system().loop(), *m_host, std::move(plan), reply, guarded([this] {
            m_watch.reset();
            settled();
        }));
        m_watch->start();
    }

    RankHost *m_host = nullptr;
    std::unique_ptr<RankWatch> m_watch;
};

} // namespace

std::shared_ptr<Handler> makeNcclHandler(const Context &context)
{
    return std::make_shared<NcclHandler>(context);
}

} // namespace sparkloom::agent
