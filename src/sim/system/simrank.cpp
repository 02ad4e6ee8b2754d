// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/simrank.h"

#include "agent/nccl/rankdocument.h"
#include "base/sha256.h"
#include "base/text.h"
#include "protocol/codec.h"
#include "sim/system/simncclrun.h"
#include "sim/world/listeners.h"
#include "sim/world/nccllibrary.h"

#include <algorithm>

namespace sparkloom::sim {

using namespace base::literals;
using protocol::NcclPhase;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kFinds{20};
constexpr milliseconds kEnds{2};
constexpr int kKilled = 128 + 9;
constexpr int kIdDigits = 256;
constexpr const char *kManagement = "enP7s7";

class SimRanks : public agent::RankHost {
public:
    SimRanks(World &world, Spark &spark) : m_world(world), m_spark(spark) {}

    base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, Callbacks callbacks) override
    {
        return std::unique_ptr<Rank>(
            std::make_unique<SimRank>(m_world, m_spark, std::move(environment), document, std::move(callbacks)));
    }
    std::vector<std::string> inheritedEnvironment() const override { return {}; }

private:
    World &m_world;
    Spark &m_spark;
};

} // namespace

std::unique_ptr<agent::RankHost> makeSimRanks(World &world, Spark &spark)
{
    return std::make_unique<SimRanks>(world, spark);
}

SimRank::SimRank(World &world, Spark &spark, std::vector<std::string> environment, const std::string &document,
    agent::RankHost::Callbacks callbacks)
    : m_world(world), m_spark(spark), m_environment(std::move(environment)), m_callbacks(std::move(callbacks)),
      m_pid(spark.nextProcessId())
{
    const auto request = protocol::decodeLine(document);
    if (!request) {
        end(1);
        return;
    }
    m_id = request->id;
    later(kFinds, [this, body = request->body, isLook = request->type == agent::kRankLook] {
        enter(NcclPhase::Find);
        if (isLook)
            look(body);
        else
            run(body);
    });
}

SimRank::~SimRank()
{
    if (m_run)
        m_run->leave(*this);
}

void SimRank::later(milliseconds delay, std::function<void()> what)
{
    m_world.loop().after(delay, [life = std::weak_ptr(m_life), what = std::move(what)] {
        if (!life.expired())
            what();
    });
}

void SimRank::say(std::string_view event, const std::string &body)
{
    if (!m_ending)
        m_callbacks.line(protocol::eventLine(m_id, event, body));
}

void SimRank::enter(NcclPhase phase, const std::string &what)
{
    m_beat = {phase, what, m_pid};
    say(protocol::event::kNcclBeat, protocol::encode(m_beat));
    if (!std::exchange(m_beating, true))
        beat();
}

void SimRank::beat()
{
    later(milliseconds(agent::kRankBeatMs), [this] {
        say(protocol::event::kNcclBeat, protocol::encode(m_beat));
        beat();
    });
}

void SimRank::log(const std::string &text)
{
    m_callbacks.log(
        m_spark.spec.name + ':' + std::to_string(m_pid) + ':' + std::to_string(m_pid) + " [0] NCCL " + text + '\n');
}

void SimRank::done(protocol::NcclRunAnswer answer)
{
    m_run.reset();
    if (const auto own = library())
        answer.library = *own;
    enter(NcclPhase::Leave);
    if (!m_ending)
        m_callbacks.line(protocol::doneLine(m_id, protocol::encode(answer)));
    end(0);
}

void SimRank::fail(const base::Error &error)
{
    if (m_ending)
        return;
    if (!error.detail.empty())
        log("WARN " + error.detail);
    m_callbacks.line(protocol::errorLine(m_id, error));
    end(0);
}

void SimRank::end(int exitCode)
{
    if (std::exchange(m_ending, true))
        return;
    if (const auto run = std::exchange(m_run, nullptr))
        run->leave(*this);
    later(kEnds, [this, exitCode] { m_callbacks.ended(exitCode); });
}

void SimRank::leave()
{
    fail({base::ErrorKind::Cancelled, "nccl.cancelled"_msg, {}});
}

void SimRank::kill()
{
    end(kKilled);
}

// The library as the virtual Spark has it; nothing: it has none.
std::optional<protocol::NcclLibrary> SimRank::library() const
{
    const std::optional<NcclFile> file = ncclFileOf(m_spark);
    if (!file)
        return std::nullopt;
    const bool release = file->build == NcclParameters::Build::Release;
    protocol::NcclLibrary library;
    library.path = file->path;
    library.foundBy = file->foundBy;
    library.version = file->version;
    library.sha256 = base::sha256Hex(file->content);
    library.code = release ? std::vector<std::string>{"sm_90", "sm_100", "sm_120", "compute_120"}
                           : std::vector<std::string>{"sm_90", "compute_90"};
    return library;
}

void SimRank::look(const std::string &)
{
    const std::optional<protocol::NcclLibrary> own = library();
    if (!own)
        return fail({base::ErrorKind::NotKnown, "nccl.library-missing"_msg, {}});
    protocol::NcclLookAnswer answer;
    answer.library = *own;
    answer.cudaVersion = "13.0";
    answer.gpus.push_back({0, "NVIDIA GB10", "000f:01:00.0", "12.1", m_spark.parameters.memory.totalKb * 1024,
        m_spark.parameters.memory.availableKb * 1024, true, false, false});
    if (m_spark.files.info(kRoot, "/etc/nccl.conf").kind == agent::FileInfo::Kind::File)
        answer.settingsFiles.push_back("/etc/nccl.conf");
    m_callbacks.line(protocol::doneLine(m_id, protocol::encode(answer)));
    end(0);
}

void SimRank::run(const std::string &body)
{
    auto request = protocol::decode<protocol::NcclRunRequest>(body);
    if (!request)
        return fail(request.error());
    m_request = std::move(request).value();
    const std::optional<protocol::NcclLibrary> own = library();
    if (!own)
        return fail({base::ErrorKind::NotKnown, "nccl.library-missing"_msg, {}});
    if (!m_request.sha256.empty() && own->sha256 != m_request.sha256)
        return fail(base::refused(base::Message("nccl.library-differs"_msg).with("library", own->path)));
    enter(NcclPhase::Init);
    log("INFO Bootstrap: Using " + std::string(kManagement) + ':' + m_spark.managementAddress.toString() + "<0>");
    if (m_request.rank == 0) {
        const std::string id = m_spark.random.hex(kIdDigits);
        m_run = std::make_shared<SimNcclRun>(m_world, m_request);
        m_world.listeners().hold(id, m_run);
        m_run->join(*this, 0);
        return say(protocol::event::kNcclId, protocol::encode(protocol::NcclId{id}));
    }
    meet();
}

// Who does not find rank 0 waits, until its agent loses patience.
void SimRank::meet()
{
    const std::shared_ptr<SimNcclRun> run = m_world.listeners().meeting(m_request.uniqueId);
    if (run && run->join(*this, m_request.rank))
        m_run = run;
}

std::string SimRank::setting(std::string_view name) const
{
    for (const std::string &entry : m_environment)
        if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=')
            return entry.substr(name.size() + 1);
    return {};
}

std::vector<domain::HalfId> SimRank::halves() const
{
    std::string devices = setting("NCCL_IB_HCA");
    if (devices.starts_with('='))
        devices.erase(0, 1);
    std::vector<domain::HalfId> halves;
    for (const std::string_view device : base::split(devices, ','))
        for (const domain::HalfId half : domain::kAllHalves)
            if (device == domain::documentedRdmaDevice(half))
                halves.push_back(half);
    return halves;
}

void SimRank::logTransport(bool sockets, int next)
{
    const std::string management = std::string(kManagement) + ':' + m_spark.managementAddress.toString() + "<0>";
    if (sockets) {
        log("INFO NET/Socket : Using [0]" + management);
        log("INFO Using network Socket");
    } else {
        std::string list;
        int number = 0;
        for (const domain::HalfId half : halves())
            list += '[' + std::to_string(number++) + ']' + std::string(domain::documentedRdmaDevice(half)) + ":1/RoCE ";
        log("INFO NET/IB : Using " + list + "[RO]; OOB " + management);
        log("INFO Using network IB");
    }
    const std::string self = std::to_string(m_request.rank);
    log("INFO Channel 00/0 : " + self + "[0] -> " + std::to_string(next) + "[0] [send] via NET/"
        + (sockets ? "Socket/0" : "IB/0"));
}

} // namespace sparkloom::sim
