// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxsystem.h"

#include "agent/linux/linuxcounters.h"
#include "agent/linux/linuxiperf.h"
#include "agent/linux/linuxprogram.h"
#include "agent/linux/rdma/linuxrdma.h"
#include "agent/linux/rdma/rdmaprogram.h"
#include "agent/nccl/rankdocument.h"
#include "base/sha256.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <pwd.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/utsname.h>

namespace sparkloom::agent {
namespace {

// Blocks until the line is out: sshd's pipe gives back-pressure. False when nobody reads any more.
bool writeLine(std::string line)
{
    line += '\n';
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t count = write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace

LinuxSystem::LinuxSystem(std::string agentPath)
    : m_agentPath(std::move(agentPath)), m_ranks(m_loop, m_agentPath, kRankMode),
      m_rdmaEnds(m_loop, m_agentPath, kRdmaMode), m_programs(m_loop, m_agentPath, kProgramMode), m_processes(m_loop),
      m_network(m_loop, m_processes), m_services(m_files), m_activation(m_files), m_firewall(m_files)
{
    setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1);
    setenv("LC_ALL", "C", 1);
    umask(077);
}

Identity LinuxSystem::identity()
{
    Identity identity;
    identity.uid = getuid();
    identity.pid = getpid();
    identity.agentPath = m_agentPath;
    if (const passwd *entry = getpwuid(getuid())) {
        identity.user = entry->pw_name;
        identity.home = entry->pw_dir;
    }
    utsname names{};
    if (uname(&names) == 0) {
        identity.hostname = names.nodename;
        identity.architecture = names.machine;
        identity.kernel = names.release;
    }
    return identity;
}

std::string LinuxSystem::randomHex(int digits)
{
    std::string bytes(static_cast<std::size_t>(std::clamp(digits, 0, 256) + 1) / 2, '\0');
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        std::abort(); // cannot happen for up to 256 bytes once the kernel's generator is seeded (getrandom(2))
    return base::toHex(bytes).substr(0, static_cast<std::size_t>(digits));
}

std::unique_ptr<CounterSource> LinuxSystem::openCounters(const PresentHalf &half)
{
    return std::make_unique<LinuxCounters>(m_network.ethtool(), half);
}

// A pipe says so while it has room for 4096 bytes at least (pipe(7)).
bool LinuxSystem::outputReady()
{
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, 0) == 1 && output.revents != 0;
}

base::Result<std::unique_ptr<RdmaEnd>> LinuxSystem::openRdma(const protocol::RdmaPlan &plan, RdmaEvents events)
{
    return openLinuxRdma(m_rdmaEnds, plan, std::move(events));
}

base::Result<int> LinuxSystem::freePort(domain::Ipv4Address local)
{
    return freeTcpPort(local);
}

base::Result<std::unique_ptr<ProgramHost::Child>> LinuxSystem::startProgram(
    ProgramCall call, ProgramHost::Callbacks callbacks)
{
    return startLinuxProgram(m_programs, call, std::move(callbacks));
}

base::Result<std::unique_ptr<RankHost::Rank>> LinuxSystem::startRank(
    std::vector<std::string> environment, std::string document, RankHost::Callbacks callbacks)
{
    return m_ranks.startRank(std::move(environment), std::move(document), std::move(callbacks));
}

int runSession(LinuxSystem &system, Mode mode)
{
    signal(SIGPIPE, SIG_IGN);
    sigset_t ends;
    sigemptyset(&ends);
    for (const int number : {SIGHUP, SIGTERM, SIGINT})
        sigaddset(&ends, number);
    sigprocmask(SIG_BLOCK, &ends, nullptr);
    const Descriptor signals(signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK));

    EpollLoop &loop = system.loop();
    bool inputEnded = false;
    Session *current = nullptr;
    const auto endInput = [&] {
        if (std::exchange(inputEnded, true))
            return;
        loop.remove(STDIN_FILENO);
        current->inputEnded();
    };
    Session session(system, mode, [&](std::string line) {
        if (!writeLine(std::move(line)))
            loop.after(std::chrono::milliseconds(0), endInput); // nobody listens: as if stdin had ended
    });
    current = &session;
    session.onFinished([&] { loop.stop(); });
    loop.add(signals.get(), [&] {
        signalfd_siginfo info;
        while (read(signals.get(), &info, sizeof info) > 0) {
        }
        endInput();
    });
    loop.add(STDIN_FILENO, [&] {
        char buffer[65536];
        const ssize_t count = read(STDIN_FILENO, buffer, sizeof buffer);
        if (count > 0)
            session.receive({buffer, static_cast<std::size_t>(count)});
        else if (count == 0 || errno != EINTR)
            endInput();
    });
    session.start();
    if (!session.finished())
        loop.run();
    loop.remove(signals.get());
    loop.remove(STDIN_FILENO);
    return session.exitCode();
}

} // namespace sparkloom::agent
