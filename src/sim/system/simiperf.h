// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/iperfhost.h"
#include "sim/world/flows.h"
#include "sim/world/world.h"

#include <optional>

namespace sparkloom::sim {

// Where the program lies on a Spark that has it.
inline constexpr std::string_view kIperfProgram = "/usr/bin/iperf3";
// What `iperf3 --version` prints there; nothing where it is not installed.
std::optional<std::string> iperfVersionText(const Spark &spark);

// iperf3 played over the flows of a virtual world: a server that a client finds by address and port, and a client whose
// document says what the physics let through.
class SimIperf : public agent::ProgramHost::Child {
public:
    SimIperf(World &world, Spark &spark, std::vector<std::string> arguments, agent::ProgramHost::Callbacks callbacks);
    ~SimIperf() override;

    const Spark &spark() const { return m_spark; }

private:
    std::string argument(std::string_view flag) const; // what follows it; empty where it is missing
    int number(std::string_view flag) const;
    void begin();
    void serve();
    void connect();
    std::optional<std::string> whyNot(const Spark *to, const TrafficRequest &request) const;
    void measure();
    void tellDocument();
    void tellError(const std::string &words);
    void end(int exitCode, const std::string &errors = {});
    // From the loop, unless this is gone then.
    void later(std::chrono::nanoseconds delay, std::function<void()> what);
    void hangUp();

    World &m_world;
    Spark &m_spark;
    const std::vector<std::string> m_arguments;
    const agent::ProgramHost::Callbacks m_callbacks;
    SimIperf *m_server = nullptr;    // of a client
    SimIperf *m_client = nullptr;    // of a server
    Flows::Id m_traffic = 0;         // of a client
    double m_gigabits = 0;           // that had come when the window began
    std::chrono::nanoseconds m_at{}; // then
    bool m_over = false;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
