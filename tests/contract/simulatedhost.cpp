// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulatedhost.h"

#include <algorithm>
#include <map>

namespace sparkloom::test {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

struct Script {
    std::string out;
    std::string err;
    int exitCode = 0;
    const char *signal = nullptr;
    std::size_t flood = 0; // bytes after `out`
    bool echo = false;
    bool hang = false;
};

const std::map<std::string, Script> &scripts()
{
    static const std::map<std::string, Script> kScripts = {{"print", {"one\ntwo\n", {}, 0, nullptr, 0, false, false}},
        {"fail", {{}, "problem\n", 3, nullptr, 0, false, false}}, {"kill", {{}, {}, 0, "KILL", 0, false, false}},
        {"echo", {{}, {}, 0, nullptr, 0, true, false}}, {"hang", {"ready\n", {}, 0, nullptr, 0, false, true}},
        {"flood", {{}, {}, 0, nullptr, 200'000'000, false, false}},
        {"large", {{}, {}, 0, nullptr, 20'000'000, false, false}}};
    return kScripts;
}

class ScriptedCommand : public sim::RemoteCommand {
public:
    ScriptedCommand(const Script &script, sim::CommandOutput output) : m_script(script), m_output(std::move(output))
    {
        if (!script.out.empty())
            m_output.out(script.out);
        if (!script.err.empty())
            m_output.err(script.err);
        if (script.signal)
            m_output.killed(script.signal);
        else if (!script.echo && !script.hang)
            goOn();
    }
    void input(std::string_view bytes) override
    {
        if (m_script.echo)
            m_output.out(std::string(bytes));
    }
    void inputEnded() override
    {
        if (m_script.echo)
            m_output.exit(0);
    }
    void outputTaken() override
    {
        if (m_script.flood > 0)
            goOn();
    }
    bool hangUp() override { return true; }

private:
    // One piece at a time; the next when it was taken.
    void goOn()
    {
        const std::size_t size = std::min(kPiece, m_script.flood - m_flooded);
        m_flooded += size;
        if (size > 0)
            m_output.out(std::string(size, 'x'));
        else
            m_output.exit(m_script.exitCode);
    }

    const Script &m_script;
    sim::CommandOutput m_output;
    std::size_t m_flooded = 0;
};

std::unique_ptr<sim::RemoteCommand> makeScripted(
    sim::World &, sim::Spark &, sim::UploadPool &, const std::string &commandLine, sim::CommandOutput output)
{
    return std::make_unique<ScriptedCommand>(scripts().at(commandLine), std::move(output));
}

engine::Credentials withPassword(const std::string &user, std::string_view password)
{
    engine::Credentials credentials;
    credentials.user = QString::fromStdString(user);
    credentials.password = base::Secret(password);
    return credentials;
}

} // namespace

SimulatedHost::SimulatedHost()
{
    auto scenario = sim::loadScenario("pair");
    if (!scenario)
        qFatal("no scenario: %s", scenario.error().detail.c_str());
    std::vector<sim::KeyPointer> keys;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < scenario->hosts.size(); ++i) {
        keys.push_back(sim::generateKey());
        lines.push_back(sim::publicLine(keys.back()));
    }
    m_fingerprint = QString::fromStdString(sim::fingerprint(keys.front()));
    m_world = std::make_unique<sim::World>(m_loop, std::move(scenario).value(), sim::WorldOptions{}, lines);
    m_commands = std::make_unique<sim::CommandTable>(*m_world, makeScripted);
    m_server = std::make_unique<sim::SshServer>(sim::ServerContext{m_loop, *m_world, *m_commands}, std::move(keys));
    if (const auto started = m_server->start(); !started)
        qFatal("no server: %s", started.error().detail.c_str());
    m_thread = std::thread([this] { m_loop.run(); });
}

SimulatedHost::~SimulatedHost()
{
    m_loop.post([this] { m_loop.stop(); });
    m_thread.join();
    m_server->stop();
}

engine::Endpoint SimulatedHost::endpoint() const
{
    return {QStringLiteral("127.0.0.1"), static_cast<quint16>(m_server->port(0)), {}};
}

engine::Credentials SimulatedHost::credentials() const
{
    const sim::HostSpec &host = m_world->scenario().hosts.front(); // never changes
    return withPassword(host.user, host.password);
}

engine::Credentials SimulatedHost::wrongCredentials() const
{
    return withPassword(m_world->scenario().hosts.front().user, "wrong");
}

QString SimulatedHost::command(Command command) const
{
    switch (command) {
    case Command::Print: return QStringLiteral("print");
    case Command::Fail: return QStringLiteral("fail");
    case Command::Kill: return QStringLiteral("kill");
    case Command::Echo: return QStringLiteral("echo");
    case Command::Hang: return QStringLiteral("hang");
    case Command::Flood: return QStringLiteral("flood");
    case Command::LargeOutput: return QStringLiteral("large");
    }
    return {};
}

} // namespace sparkloom::test
