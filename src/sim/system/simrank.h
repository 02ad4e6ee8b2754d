// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/nccl/rankhost.h"
#include "protocol/messages.h"
#include "protocol/messages_nccl.h"
#include "sim/world/world.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkloom::sim {

class SimNcclRun;

// agent::RankHost of a virtual Spark: no process and no GPU, but the lines, beats and log of a rank, and data that goes
// as fast as the physics of the world let NCCL go.
std::unique_ptr<agent::RankHost> makeSimRanks(World &world, Spark &spark);

// One rank. It says what a real one would say, in its time.
class SimRank : public agent::RankHost::Rank {
public:
    SimRank(World &world, Spark &spark, std::vector<std::string> environment, const std::string &document,
        agent::RankHost::Callbacks callbacks);
    ~SimRank() override;

    std::int64_t pid() const override { return m_pid; }
    void leave() override;
    void kill() override;
    bool stopped() const override { return false; }

    // --- for the run
    Spark &spark() { return m_spark; }
    void enter(protocol::NcclPhase phase, const std::string &what = {});
    void say(std::string_view event, const std::string &body);
    // What NCCL writes about the ways to the others.
    void logTransport(bool sockets, int next);
    void done(protocol::NcclRunAnswer answer);
    void fail(const base::Error &error);
    // NCCL_IB_HCA of its environment as halves; empty: all.
    std::vector<domain::HalfId> halves() const;

private:
    void look(const std::string &body);
    void run(const std::string &body);
    void meet();
    void beat();
    void end(int exitCode);
    void log(const std::string &text);
    std::string setting(std::string_view name) const;
    std::optional<protocol::NcclLibrary> library() const;
    void later(std::chrono::milliseconds delay, std::function<void()> what);

    World &m_world;
    Spark &m_spark;
    const std::vector<std::string> m_environment;
    agent::RankHost::Callbacks m_callbacks;
    const std::int64_t m_pid;
    std::int64_t m_id = 0; // of the request
    protocol::NcclRunRequest m_request;
    protocol::NcclBeat m_beat;
    std::shared_ptr<SimNcclRun> m_run;
    bool m_ending = false;
    bool m_beating = false;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
