// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/nccl/linuxrankhost.h"

#include "agent/linux/childpipes.h"
#include "protocol/limits.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kKilledMs = 500; // until a killed process is gone, unless it sits in the kernel

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> list;
    for (std::string &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

bool makePipe(Descriptor &readEnd, Descriptor &writeEnd)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    readEnd = Descriptor(ends[0]);
    writeEnd = Descriptor(ends[1]);
    return true;
}

struct Pipes {
    Descriptor input, output, errors;                // ours
    Descriptor childInput, childOutput, childErrors; // of the child
    bool make()
    {
        return makePipe(childInput, input) && makePipe(output, childOutput) && makePipe(errors, childErrors);
    }
};

int spawnRank(pid_t &pid, const Pipes &pipes, std::vector<std::string> argv, std::vector<std::string> environment)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes.childInput.get(), 0);
    posix_spawn_file_actions_adddup2(&actions, pipes.childOutput.get(), 1);
    posix_spawn_file_actions_adddup2(&actions, pipes.childErrors.get(), 2);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (const int number : {SIGPIPE, SIGHUP, SIGTERM, SIGINT})
        sigaddset(&usual, number);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int error =
        posix_spawn(&pid, argv[0].c_str(), &actions, &attributes, pointers(argv).data(), pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

class LinuxRank : public RankHost::Rank {
public:
    LinuxRank(EpollLoop &loop, pid_t pid, Pipes pipes, Descriptor exited, RankHost::Callbacks callbacks)
        : m_loop(loop), m_pid(pid), m_pipes(std::move(pipes)), m_exited(std::move(exited)),
          m_callbacks(std::move(callbacks))
    {
        for (Descriptor *end : {&m_pipes.childInput, &m_pipes.childOutput, &m_pipes.childErrors})
            *end = Descriptor();
        fcntl(m_pipes.output.get(), F_SETFL, O_NONBLOCK);
        fcntl(m_pipes.errors.get(), F_SETFL, O_NONBLOCK);
        m_loop.add(m_pipes.output.get(), [this] { readOutput(); });
        m_loop.add(m_pipes.errors.get(), [this] { readErrors(); });
        m_loop.add(m_exited.get(), [this] { ended(); });
    }

    ~LinuxRank() override
    {
        if (m_over)
            return;
        forget();
        ::kill(-m_pid, SIGKILL);
        // One that the kernel cannot end now must not keep the agent: init takes it over.
        pollfd exited{m_exited.get(), POLLIN, 0};
        poll(&exited, 1, kKilledMs);
        waitpid(m_pid, nullptr, WNOHANG);
    }

    std::int64_t pid() const override { return m_pid; }
    bool sendLine(std::string_view line) override
    {
        const std::string text = std::string(line) + '\n';
        fcntl(m_pipes.input.get(), F_SETFL, O_NONBLOCK);
        return write(m_pipes.input.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
    }
    void leave() override { m_pipes.input = Descriptor(); }
    void kill() override { ::kill(-m_pid, SIGKILL); }

    bool stopped() const override
    {
        std::ifstream file("/proc/" + std::to_string(m_pid) + "/stat");
        std::string text;
        std::getline(file, text);
        const std::size_t name = text.rfind(')'); // a name may hold anything
        return name != std::string::npos && name + 2 < text.size() && (text[name + 2] == 'T' || text[name + 2] == 't');
    }

private:
    // Reads what is there; false at the end of the stream.
    template <typename Take>
    bool readAll(int descriptor, Take take)
    {
        char buffer[16384];
        for (;;) {
            const ssize_t count = read(descriptor, buffer, sizeof buffer);
            if (count > 0)
                take(std::string_view(buffer, static_cast<std::size_t>(count)));
            else if (count < 0 && errno == EINTR)
                continue;
            else
                return count < 0 && errno == EAGAIN;
        }
    }

    void readOutput()
    {
        if (!readAll(m_pipes.output.get(), [this](std::string_view bytes) { takeLines(bytes); }))
            m_loop.remove(m_pipes.output.get());
    }

    void readErrors()
    {
        if (!readAll(m_pipes.errors.get(), [this](std::string_view bytes) { m_callbacks.log(bytes); }))
            m_loop.remove(m_pipes.errors.get());
    }

    void takeLines(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            const std::string_view part = bytes.substr(0, end);
            if (m_line.size() + part.size() <= protocol::kMaxLineBytes)
                m_line += part;
            if (end == std::string_view::npos)
                return;
            const std::string line = std::exchange(m_line, {});
            m_callbacks.line(line);
            bytes.remove_prefix(end + 1);
        }
    }

    void forget()
    {
        for (const int descriptor : {m_pipes.output.get(), m_pipes.errors.get(), m_exited.get()})
            m_loop.remove(descriptor);
    }

    void ended()
    {
        int status = 0;
        waitpid(m_pid, &status, 0);
        m_over = true;
        readOutput();
        readErrors();
        forget();
        m_callbacks.ended(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    }

    EpollLoop &m_loop;
    const pid_t m_pid;
    Pipes m_pipes;
    Descriptor m_exited; // pidfd
    RankHost::Callbacks m_callbacks;
    std::string m_line;
    bool m_over = false;
};

} // namespace

base::Result<std::unique_ptr<RankHost::Rank>> LinuxRankHost::startRank(
    std::vector<std::string> environment, std::string document, Callbacks callbacks)
{
    Pipes pipes;
    if (!pipes.make())
        return systemError(errno, "pipe", m_program);
    pid_t pid = -1;
    if (const int error = spawnRank(pid, pipes, {m_program, m_mode}, std::move(environment)))
        return systemError(error, "start", m_program);
    Descriptor exited(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    document += '\n';
    // Below a pipe's 64 KiB (64 settings of 256 bytes at most): this write cannot block.
    const bool told =
        write(pipes.input.get(), document.data(), document.size()) == static_cast<ssize_t>(document.size());
    if (!exited.valid() || !told) {
        const int error = errno;
        ::kill(-pid, SIGKILL);
        waitpid(pid, nullptr, 0);
        return systemError(error, "start", m_program);
    }
    return std::unique_ptr<Rank>(
        std::make_unique<LinuxRank>(m_loop, pid, std::move(pipes), std::move(exited), std::move(callbacks)));
}

std::vector<std::string> LinuxRankHost::inheritedEnvironment() const
{
    std::vector<std::string> list;
    for (char **entry = environ; entry && *entry; ++entry)
        list.emplace_back(*entry);
    return list;
}

} // namespace sparkloom::agent
