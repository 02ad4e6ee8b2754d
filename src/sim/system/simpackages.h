// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/programhost.h"
#include "sim/world/world.h"

#include <memory>
#include <string>
#include <vector>

namespace sparkloom::sim {

// apt-cache, apt-get and dpkg-deb on a virtual Spark, as far as NCCL's package takes them: the scenario says what its
// repositories offer. Nothing is executed. Any other program is not there (exit code 127).
class SimPackages : public agent::ProgramHost::Child {
public:
    SimPackages(
        World &world, Spark &spark, Credentials who, agent::ProgramCall call, agent::ProgramHost::Callbacks callbacks);

private:
    void later(std::chrono::milliseconds delay, void (SimPackages::*what)());
    void begin();
    void policy();
    void uris();
    void download();
    void downloaded();
    void contents();
    void extract();
    void end(int exitCode, const std::string &errors = {});
    void say(const std::string &text); // lines
    bool has(std::string_view word) const;
    bool takesCandidate() const;
    std::string version() const;
    std::string fileName() const;
    std::string package() const; // the bytes of the file
    std::string libraryPath() const;
    bool readsPackage(); // the one that a call of dpkg-deb names

    World &m_world;
    Spark &m_spark;
    const Credentials m_who;
    const agent::ProgramCall m_call;
    const agent::ProgramHost::Callbacks m_callbacks;
    const std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
