// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/rankprogram.h"

#include "agent/linux/nccl/filehash.h"
#include "agent/linux/nccl/rankrun.h"
#include "agent/nccl/rankdocument.h"
#include "protocol/codec.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <limits.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kUsage = 2;
constexpr int kGrace = 30; // seconds beyond the run's own total: the agent watches more closely

// The first line of stdin; nothing where there is none.
std::string readDocument()
{
    std::string line;
    char c = 0;
    while (line.size() < protocol::kMaxMessageBytes) {
        const ssize_t count = read(STDIN_FILENO, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return {};
        if (c == '\n')
            return line;
        line += c;
    }
    return {};
}

// The kernel's out-of-memory killer shall take this process before anything else of the Spark.
void volunteerForTheOomKiller()
{
    const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    [[maybe_unused]] const ssize_t written = write(file, "1000", 4);
    close(file);
}

base::Result<protocol::NcclLookAnswer> look(const protocol::NcclLookRequest &request)
{
    auto nccl = NcclApi::load(request.library, homeFolder());
    if (!nccl)
        return nccl.error();
    auto cuda = Cuda::load(request.cuda);
    if (!cuda)
        return cuda.error();
    protocol::NcclLookAnswer answer;
    answer.library = nccl->description();
    answer.library.sha256 = fileHash(answer.library.path);
    answer.cudaVersion = cuda->driverVersion();
    auto gpus = cuda->gpus();
    if (!gpus)
        return gpus.error();
    answer.gpus = std::move(gpus).value();
    for (const NcclApi::Found &found : NcclApi::candidates(request.library, homeFolder())) {
        char resolved[PATH_MAX];
        if (realpath(found.path.c_str(), resolved) && answer.library.path != resolved)
            answer.otherLibraries.push_back(resolved);
    }
    for (const std::string &file : {std::string("/etc/nccl.conf"), homeFolder() + "/.nccl.conf"})
        if (access(file.c_str(), F_OK) == 0)
            answer.settingsFiles.push_back(file);
    return answer;
}

int serveLook(const protocol::Envelope &request)
{
    RankVoice voice(request.id, protocol::NcclDeadlines().leave);
    const auto body = protocol::decode<protocol::NcclLookRequest>(request.body);
    voice.enter(protocol::NcclPhase::Find);
    const auto answer = body ? look(*body) : body.error();
    if (answer)
        voice.done(protocol::encode(*answer));
    else
        voice.fail(answer.error());
    return 0;
}

int serveRun(const protocol::Envelope &request)
{
    const auto body = protocol::decode<protocol::NcclRunRequest>(request.body);
    const auto deadlines = body ? body->deadlines : protocol::NcclDeadlines();
    alarm(static_cast<unsigned>(deadlines.total / 1000 + kGrace));
    RankVoice voice(request.id, deadlines.leave);
    if (!body) {
        voice.fail(body.error());
        return 0;
    }
    RankRun run(voice, *body);
    const auto answer = run.run();
    if (answer)
        voice.done(protocol::encode(*answer));
    else
        voice.fail(answer.error());
    run.leave(answer.ok());
    return 0;
}

} // namespace

int runRank()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_IGN);
    volunteerForTheOomKiller();
    // An agent that went before prctl left our stdin at its end: no document then.
    const auto request = protocol::decodeLine(readDocument());
    int exitCode = kUsage;
    if (request && request->type == kRankLook)
        exitCode = serveLook(*request);
    else if (request && request->type == kRankRun)
        exitCode = serveRun(*request);
    // Destructors of libraries that may hang or crash at exit are not ours to wait for.
    _exit(exitCode);
}

} // namespace sparkloom::agent
