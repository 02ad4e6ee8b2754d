// SPDX-License-Identifier: Apache-2.0
#include "agent/linux/linuxprogram.h"

#include "agent/linux/childpipes.h"
#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace sparkloom::agent {

namespace {

constexpr int kNotStarted = 127;
constexpr std::size_t kMostArguments = 16 * 1024; // bytes of the line
constexpr std::size_t kMostErrors = 4000;
constexpr char kBetween = '\0'; // the words of the line

class LinuxProgram : public ProgramHost::Child {
public:
    explicit LinuxProgram(ProgramHost::Callbacks callbacks) : m_callbacks(std::move(callbacks)) {}

    base::Result<void> start(RankHost &processes, const std::string &line)
    {
        auto process = processes.startRank({"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"}, line,
            {[this](std::string_view text) { m_callbacks.line(text); }, [this](std::string_view bytes) { keep(bytes); },
                [this](int exitCode) { m_callbacks.ended(exitCode, m_errors); }});
        if (!process)
            return process.error();
        m_process = std::move(process).value();
        return {};
    }

private:
    // The reason stands at the end of what a program says.
    void keep(std::string_view bytes)
    {
        m_errors += bytes;
        m_errors.erase(0, m_errors.size() - std::min(m_errors.size(), kMostErrors));
    }

    const ProgramHost::Callbacks m_callbacks;
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

int programNotStarted(const char *name)
{
    std::fprintf(stderr, "%s: %s\n", name, std::strerror(errno));
    return kNotStarted;
}

} // namespace

int runProgramChild()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // stays when the program takes over
    if (getppid() == 1)
        return kNotStarted; // the agent went before prctl
    const std::string line = firstLine();
    const auto words = base::split(line, kBetween);
    if (words.size() < 3)
        return kNotStarted;
    const std::string folder(words[0]);
    const auto mostBytes = base::parseInteger(words[1], 0, std::int64_t(1) << 50).value_or(0);
    std::vector<std::string> argv(words.begin() + 2, words.end());
    if (!folder.empty() && chdir(folder.c_str()) != 0)
        return programNotStarted(folder.c_str());
    const rlimit limit{static_cast<rlim_t>(mostBytes), static_cast<rlim_t>(mostBytes)};
    if (mostBytes > 0 && setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return programNotStarted("setrlimit");
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0)
        dup2(nothing, STDIN_FILENO);
    execvp(argv[0].c_str(), pointers(argv).data());
    return programNotStarted(argv[0].c_str());
}

base::Result<std::unique_ptr<ProgramHost::Child>> startLinuxProgram(
    RankHost &processes, const ProgramCall &call, ProgramHost::Callbacks callbacks)
{
    std::string line = call.folder + kBetween + std::to_string(call.mostBytes);
    for (const std::string &word : call.argv)
        line += kBetween + word;
    if (call.argv.empty() || line.size() >= kMostArguments || line.find('\n') != std::string::npos)
        return systemError(EINVAL, "start", call.argv.empty() ? std::string() : call.argv[0]);
    auto child = std::make_unique<LinuxProgram>(std::move(callbacks));
    if (auto started = child->start(processes, line); !started)
        return started.error();
    return std::unique_ptr<ProgramHost::Child>(std::move(child));
}

} // namespace sparkloom::agent
