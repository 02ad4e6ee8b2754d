// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"
#include "engine/hosts/agentclient.h"
#include "protocol/messages_stream.h"

#include <map>
#include <memory>
#include <string>

namespace sparkloom::engine {

// What is known of one Spark that is watched. It stays while the Spark is away: totals go on when it comes back.
class LiveStation {
public:
    LiveStation(QString name, const domain::SparkFacts &facts, int hz);

    const QString &name() const { return m_name; }
    const domain::SparkId &id() const { return m_id; }
    void setFacts(const domain::SparkFacts &facts);

    // One event of the stream. Errors: Protocol, the agent contradicts itself.
    base::Result<void> take(const std::string &type, const std::string &body);
    // The stream ended, for this reason where there is one.
    void interrupt(std::optional<base::Error> why = {});
    void setClock(const domain::ClockAlignment &clock) { m_clock = clock; }
    void clearTotals();

    LiveSpark view() const;
    LiveEnd end(domain::CageIndex cage) const;
    const domain::Series *lane(domain::HalfId half) const;
    const domain::Series *cage(domain::CageIndex cage) const;
    // What this Spark cannot show, and what cannot be or should not.
    void describe(std::vector<base::Message> &missing, std::vector<base::Message> &notes) const;

    // The agent that streams, null while none does.
    std::shared_ptr<AgentClient> agent;
    std::int64_t streamId = 0;

private:
    base::Result<void> takeLayout(const std::string &body);
    base::Result<void> takeSample(const std::string &body);
    base::Result<void> takeSlow(const std::string &body);
    void draw(std::chrono::nanoseconds at);
    std::optional<std::chrono::milliseconds> age() const;

    QString m_name;
    domain::SparkId m_id;
    int m_hz;
    domain::SparkMeter m_meter;
    std::optional<protocol::StreamLayout> m_layout;
    std::optional<domain::ClockAlignment> m_clock;
    std::optional<base::Error> m_error;
    std::optional<std::chrono::nanoseconds> m_lastSample; // our clock
    std::optional<std::int64_t> m_lastSequence;
    std::int64_t m_dropped = 0;
    std::int64_t m_droppedBefore = 0; // of streams that ended
    std::int64_t m_missed = 0;
    std::int64_t m_late = 0;
    std::int64_t m_samples = 0;
    std::map<std::pair<domain::HalfId, std::string>, domain::CounterTrack> m_slowTracks;
    std::map<std::pair<domain::HalfId, std::string>, std::uint64_t> m_moved;
    std::map<domain::HalfId, domain::Series> m_lanes;
    std::map<domain::CageIndex, domain::Series> m_cages;
};

} // namespace sparkloom::engine
