// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxprocesses.h"

#include "agent/linux/childpipes.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace sparkloom::agent {
namespace {

constexpr std::size_t kMaxOutput = 256 * 1024;
constexpr const char *kPath = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";

struct Spawned {
    pid_t pid = -1;
    Descriptor input, output, errors, exited; // exited: pidfd, readable when the process ends
    int error = 0;
};

std::vector<std::string> cleanEnvironment()
{
    std::vector<std::string> environment = {kPath, "LC_ALL=C"};
    for (const char *name : {"HOME", "USER", "LOGNAME"})
        if (const char *value = std::getenv(name))
            environment.push_back(std::string(name) + '=' + value);
    return environment;
}

Spawned spawn(std::vector<std::string> argv)
{
    Spawned spawned;
    Descriptor childInput, childOutput, childErrors;
    if (argv.empty() || !makePipe(childInput, spawned.input) || !makePipe(spawned.output, childOutput)
        || !makePipe(spawned.errors, childErrors)) {
        spawned.error = argv.empty() ? EINVAL : errno;
        return spawned;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, childInput.get(), 0);
    posix_spawn_file_actions_adddup2(&actions, childOutput.get(), 1);
    posix_spawn_file_actions_adddup2(&actions, childErrors.get(), 2);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGHUP);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> environment = cleanEnvironment();
    // posix_spawnp looks argv[0] up in our own PATH, which main() sets to the same fixed one.
    spawned.error = posix_spawnp(
        &spawned.pid, argv[0].c_str(), &actions, &attributes, pointers(argv).data(), pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (spawned.error == 0)
        spawned.exited = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, spawned.pid, 0)));
    return spawned;
}

ProcessResult notStarted(int error)
{
    return {127, {}, std::strerror(error)};
}

int exitCodeOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Appends what is there; false at the end of the stream.
bool readSome(int descriptor, std::string &text)
{
    char buffer[8192];
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0)
        return errno == EINTR || errno == EAGAIN;
    if (text.size() < kMaxOutput)
        text.append(buffer, std::min(static_cast<std::size_t>(count), kMaxOutput - text.size()));
    return count > 0;
}

// What is still in the pipes of an ended program. A daemon that it left behind may keep them open: no waiting for their
// end.
void readRest(const Spawned &spawned, ProcessResult &result)
{
    for (auto [descriptor, text] :
        {std::pair(spawned.output.get(), &result.output), std::pair(spawned.errors.get(), &result.errors)}) {
        fcntl(descriptor, F_SETFL, O_NONBLOCK);
        for (errno = 0; readSome(descriptor, *text) && errno != EAGAIN; errno = 0) {
        }
    }
}

} // namespace

class LinuxProcesses::Running {
public:
    Spawned spawned;
    ProcessResult result;
    std::function<void(ProcessResult)> done;
    Loop::TimerId timer = 0;
    bool timedOut = false;
};

LinuxProcesses::LinuxProcesses(EpollLoop &loop) : m_loop(loop) {}

LinuxProcesses::~LinuxProcesses()
{
    for (const auto &[pid, running] : m_running) {
        m_loop.cancel(running->timer);
        m_loop.remove(running->spawned.output.get());
        m_loop.remove(running->spawned.errors.get());
        m_loop.remove(running->spawned.exited.get());
        kill(-pid, SIGKILL);
        waitpid(pid, nullptr, 0);
    }
}

void LinuxProcesses::run(std::vector<std::string> argv, std::string input, std::chrono::milliseconds timeout,
    std::function<void(ProcessResult)> done)
{
    auto running = std::make_shared<Running>();
    running->spawned = spawn(std::move(argv));
    if (running->spawned.error != 0 || !running->spawned.exited.valid()) {
        const int error = running->spawned.error != 0 ? running->spawned.error : ENOSYS;
        m_loop.after(std::chrono::milliseconds(0), [done = std::move(done), error] { done(notStarted(error)); });
        return;
    }
    running->done = std::move(done);
    const pid_t pid = running->spawned.pid;
    // Inputs are small (below a pipe's 64 KiB), so that this write cannot block.
    if (!input.empty() && write(running->spawned.input.get(), input.data(), input.size()) < 0)
        running->result.errors = std::strerror(errno);
    running->spawned.input = Descriptor();
    for (auto [descriptor, text] : {std::pair(running->spawned.output.get(), &running->result.output),
             std::pair(running->spawned.errors.get(), &running->result.errors)}) {
        fcntl(descriptor, F_SETFL, O_NONBLOCK);
        m_loop.add(descriptor, [this, descriptor = descriptor, text = text, keep = running] {
            if (!readSome(descriptor, *text))
                m_loop.remove(descriptor);
        });
    }
    m_loop.add(running->spawned.exited.get(), [this, pid, keep = running] {
        int status = 0;
        waitpid(pid, &status, 0);
        m_loop.cancel(keep->timer);
        for (const int descriptor :
            {keep->spawned.output.get(), keep->spawned.errors.get(), keep->spawned.exited.get()})
            m_loop.remove(descriptor);
        readRest(keep->spawned, keep->result);
        keep->result.exitCode = keep->timedOut ? 124 : exitCodeOf(status);
        m_running.erase(pid);
        const auto finished = std::exchange(keep->done, nullptr);
        finished(std::move(keep->result));
    });
    running->timer = m_loop.after(timeout, [pid, keep = running] {
        keep->timedOut = true;
        kill(-pid, SIGKILL);
    });
    m_running.emplace(pid, std::move(running));
}

ProcessResult runAndWait(const std::vector<std::string> &argv, std::chrono::milliseconds timeout)
{
    Spawned spawned = spawn(argv);
    if (spawned.error != 0 || !spawned.exited.valid())
        return notStarted(spawned.error != 0 ? spawned.error : ENOSYS);
    spawned.input = Descriptor();
    ProcessResult result;
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    pollfd watched[3] = {
        {spawned.output.get(), POLLIN, 0}, {spawned.errors.get(), POLLIN, 0}, {spawned.exited.get(), POLLIN, 0}};
    bool timedOut = false;
    while (!(watched[2].revents & POLLIN)) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        if (left <= 0) {
            timedOut = true;
            kill(-spawned.pid, SIGKILL);
            break;
        }
        if (poll(watched, 3, static_cast<int>(left)) <= 0)
            continue;
        if (watched[0].revents && !readSome(spawned.output.get(), result.output))
            watched[0].fd = -1;
        if (watched[1].revents && !readSome(spawned.errors.get(), result.errors))
            watched[1].fd = -1;
    }
    int status = 0;
    waitpid(spawned.pid, &status, 0);
    readRest(spawned, result);
    result.exitCode = timedOut ? 124 : exitCodeOf(status);
    return result;
}

} // namespace sparkloom::agent
