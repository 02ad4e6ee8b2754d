// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"

namespace sparkloom::agent {

// Programs of this machine, without a shell, with a clean environment, in a process group of their own.
class LinuxProcesses : public Processes {
public:
    explicit LinuxProcesses(EpollLoop &loop);
    ~LinuxProcesses() override; // kills what still runs

    void run(std::vector<std::string> argv, std::string input, std::chrono::milliseconds timeout,
        std::function<void(ProcessResult)> done) override;

private:
    class Running;
    EpollLoop &m_loop;
    std::map<pid_t, std::shared_ptr<Running>> m_running;
};

// The same, waiting for the end: for the root verbs that have nothing else to do meanwhile. HOME is that of the caller.
ProcessResult runAndWait(const std::vector<std::string> &argv, std::chrono::milliseconds timeout);

} // namespace sparkloom::agent
