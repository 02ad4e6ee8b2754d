// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/linux/epollloop.h"
#include "agent/nccl/rankhost.h"

namespace sparkloom::agent {

// Ranks as processes of this very program, in a process group of their own. mode: argv[1].
class LinuxRankHost : public RankHost {
public:
    LinuxRankHost(EpollLoop &loop, std::string program, std::string_view mode)
        : m_loop(loop), m_program(std::move(program)), m_mode(mode)
    {}
    base::Result<std::unique_ptr<Rank>> startRank(
        std::vector<std::string> environment, std::string document, Callbacks callbacks) override;
    std::vector<std::string> inheritedEnvironment() const override;

private:
    EpollLoop &m_loop;
    std::string m_program;
    std::string m_mode;
};

} // namespace sparkloom::agent
