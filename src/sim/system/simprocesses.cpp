// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/system/opensshclient.h"
#include "sim/system/parts.h"
#include "sim/system/programs.h"

namespace sparkloom::sim {

namespace {

// What a login over a quiet network takes (measured 0.14 s with the OpenSSH client).
constexpr std::chrono::milliseconds kSshTakes{140};
constexpr std::chrono::milliseconds kOthersTake{10};

class SimProcesses : public agent::Processes {
public:
    SimProcesses(World &world, Spark &spark, Credentials who) : m_world(world), m_spark(spark), m_who(who) {}

    void run(std::vector<std::string> argv, std::string, std::chrono::milliseconds,
        std::function<void(agent::ProcessResult)> done) override
    {
        const std::string program = argv.empty() ? std::string() : argv[0].substr(argv[0].rfind('/') + 1);
        const auto delay = m_world.scaled(program == "ssh" ? kSshTakes : kOthersTake);
        m_world.loop().after(delay,
            [&world = m_world, &spark = m_spark, who = m_who, program, argv = std::move(argv), done = std::move(done)] {
                if (program == "ssh")
                    done(runOpenSshClient(world, spark, argv));
                else if (program == "ssh-keygen")
                    done(runKeygen(spark, who, argv));
                else if (auto looked = runLookingProgram(world, spark, who, argv))
                    done(*std::move(looked));
                else
                    done({127, {}, program + ": command not found\n"});
            });
    }

private:
    World &m_world;
    Spark &m_spark;
    Credentials m_who;
};

} // namespace

std::unique_ptr<agent::Processes> makeSimProcesses(World &world, Spark &spark, Credentials who)
{
    return std::make_unique<SimProcesses>(world, spark, who);
}

} // namespace sparkloom::sim
