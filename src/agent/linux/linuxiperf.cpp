// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxiperf.h"

#include "agent/linux/childpipes.h"
#include "base/text.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kNotStarted = 127;
constexpr std::size_t kMostArguments = 4096; // bytes of the line
constexpr std::size_t kMostErrors = 2000;

class LinuxIperf : public IperfHost::Child {
public:
    explicit LinuxIperf(IperfHost::Callbacks callbacks) : m_callbacks(std::move(callbacks)) {}

    base::Result<void> start(RankHost &processes, const std::string &arguments)
    {
        auto process = processes.startRank({"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"}, arguments,
            {[this](std::string_view line) { m_callbacks.line(line); },
                [this](std::string_view bytes) { m_errors += bytes.substr(0, kMostErrors - m_errors.size()); },
                [this](int exitCode) { m_callbacks.ended(exitCode, m_errors); }});
        if (!process)
            return process.error();
        m_process = std::move(process).value();
        return {};
    }

private:
    const IperfHost::Callbacks m_callbacks;
    std::string m_errors;
    std::unique_ptr<RankHost::Rank> m_process;
};

// The first line of stdin, byte by byte: what follows would be the program's.
std::string firstLine()
{
    std::string line;
    char next = 0;
    while (line.size() < kMostArguments && read(STDIN_FILENO, &next, 1) == 1 && next != '\n')
        line += next;
    return line;
}

} // namespace

int runIperfChild()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // stays when the program takes over
    if (getppid() == 1)
        return kNotStarted; // the agent went before prctl
    std::vector<std::string> argv{"iperf3"};
    const std::string line = firstLine();
    for (const std::string_view argument : base::split(line, ' '))
        argv.emplace_back(argument);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0)
        dup2(nothing, STDIN_FILENO);
    execvp(argv[0].c_str(), pointers(argv).data());
    std::fprintf(stderr, "iperf3: %s\n", std::strerror(errno));
    return kNotStarted;
}

base::Result<std::unique_ptr<IperfHost::Child>> startLinuxIperf(
    RankHost &processes, const std::vector<std::string> &arguments, IperfHost::Callbacks callbacks)
{
    std::string line;
    for (const std::string &argument : arguments)
        line += (line.empty() ? "" : " ") + argument;
    auto child = std::make_unique<LinuxIperf>(std::move(callbacks));
    if (auto started = child->start(processes, line); !started)
        return started.error();
    return std::unique_ptr<IperfHost::Child>(std::move(child));
}

base::Result<int> freeTcpPort(domain::Ipv4Address local)
{
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (inet_pton(AF_INET, local.toString().c_str(), &address.sin_addr) != 1)
        return systemError(EINVAL, "bind", local.toString());
    socklen_t size = sizeof address;
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    if (!socket.valid() || bind(socket.get(), any, size) != 0 || getsockname(socket.get(), any, &size) != 0)
        return systemError(errno, "bind", local.toString());
    return static_cast<int>(ntohs(address.sin_port));
}

} // namespace sparkloom::agent
