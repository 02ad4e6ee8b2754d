// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/session.h"
#include "sim/ssh/commands.h"
#include "sim/system/simsystem.h"

namespace sparkloom::sim {

namespace {

class AgentCommand : public RemoteCommand {
public:
    AgentCommand(World &world, Spark &spark, Credentials who, const std::string &agentPath, CommandOutput output)
        : m_output(std::move(output)), m_system(world, spark, who, agentPath),
          m_session(m_system, who.isRoot() ? agent::Mode::Root : agent::Mode::User, [this](std::string line) {
              m_unread += line.size() + 1;
              if (!m_hungUp)
                  m_output.out(std::move(line += '\n'));
          })
    {
        m_system.setOutputReady([this] { return m_unread < kMostUnread; });
        m_session.onFinished([this] { m_output.exit(m_session.exitCode()); });
        m_session.start();
    }

    void input(std::string_view bytes) override
    {
        if (!m_inputEnded)
            m_session.receive(bytes);
    }
    void inputEnded() override
    {
        if (m_inputEnded)
            return;
        m_inputEnded = true;
        m_session.inputEnded();
    }
    void outputTaken() override { m_unread = 0; }
    // As a process whose sshd is gone: it takes back what it must, then it ends by itself.
    bool hangUp() override
    {
        m_hungUp = true;
        inputEnded();
        return false;
    }

private:
    // About what a pipe and the window of an SSH channel hold.
    static constexpr std::size_t kMostUnread = 256 * 1024;

    CommandOutput m_output;
    std::size_t m_unread = 0;
    bool m_inputEnded = false;
    bool m_hungUp = false;
    SimSystem m_system;
    agent::Session m_session;
};

} // namespace

std::unique_ptr<RemoteCommand> makeAgentCommand(
    World &world, Spark &spark, Credentials who, const std::string &agentPath, CommandOutput output)
{
    return std::make_unique<AgentCommand>(world, spark, who, agentPath, std::move(output));
}

} // namespace sparkloom::sim
