// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/measure/figure.h"
#include "engine/bench/testlanes.h"
#include "engine/hosts/agentclient.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace sparkloom::engine {

// One run of one shot: receivers and senders on all Sparks of its lanes, and the counters before and after.
struct ShotSettings {
    int streams = 16;
    std::chrono::milliseconds warmUp{500};
    std::chrono::milliseconds measure{3000};
    std::chrono::milliseconds join{5000}; // how long streams may take to come
};

struct ShotRun {
    struct Lane {
        double gbps = 0;
        std::uint64_t payloadBytes = 0; // of the whole run
        std::uint64_t retransmits = 0;
        int streamsLost = 0;
        bool rightHalf = true; // the half that should receive it has counted it
    };
    std::vector<Lane> lanes; // as those of the shot
    std::map<domain::SparkId, double> receiverCores;
    std::map<domain::SparkId, double> senderCores;
    std::chrono::nanoseconds sending{0}; // of the sender that took longest
    // What the port of each receiving cage counted; where it has no counters, what its halves counted.
    struct Wire {
        std::uint64_t payloadBytes = 0;
        std::optional<std::uint64_t> wireBytes;
        domain::WireSource source = domain::WireSource::None;
    };
    std::map<domain::CageRef, Wire> wires;
    std::vector<base::Message> heard; // what NICs said by themselves
};

using AgentOf = std::function<std::shared_ptr<AgentClient>(const domain::SparkId &)>;

// How long a run takes, if nothing goes wrong.
std::chrono::milliseconds durationOf(const ShotSettings &settings);

// bench.link-lost and bench.link-flapped: a link went away while it ran.
// Bounded in every phase; after a cancel nothing is left on any Spark. onRate: what all lanes receive together, in
// Gb/s, about four times a second. Errors: those of the agents (protocol and "tcp."), Unreachable, Cancelled;
// bench.firewall where packets pass and connections do not.
QCoro::Task<base::Result<ShotRun>> runShot(std::vector<TestLane> lanes, ShotSettings settings, AgentOf agents,
    std::function<void(double)> onRate, CancelToken token);

// The counters of all Sparks of these lanes, read at once.
using Snapshots = std::map<domain::SparkId, protocol::CounterSnapshot>;
QCoro::Task<base::Result<Snapshots>> countersOf(std::vector<TestLane> lanes, AgentOf agents, CancelToken token);

// One TCP connection over the management network of two Sparks, for a tenth of a second.
struct ManagementWay {
    domain::SparkId from;
    domain::SparkId to;
    std::string fromNetdev;
    std::string toNetdev;
    domain::Ipv4Address fromAddress;
    domain::Ipv4Address toAddress;
};
// Errors: tcp.connect-timeout where a firewall swallows it, and those of the agents; Cancelled.
QCoro::Task<base::Result<void>> probeWay(ManagementWay way, AgentOf agents, CancelToken token);

// What crossed the wire while these lanes were loaded; exposed for tests.
std::map<domain::CageRef, ShotRun::Wire> wiresOf(const std::vector<TestLane> &lanes,
    const std::vector<ShotRun::Lane> &runs, const Snapshots &before, const Snapshots &after);
// The first end of these lanes whose link went away in between, as an error: gone for good, or back again.
std::optional<base::Error> lostLink(
    const std::vector<TestLane> &lanes, const Snapshots &before, const Snapshots &after);
// How far a counter of a half has come; nothing where it is missing or was reset.
using CounterOf = std::function<std::optional<std::uint64_t>(const protocol::CounterSnapshot::Half &)>;
std::optional<std::uint64_t> moved(
    const Snapshots &before, const Snapshots &after, const domain::HalfRef &half, const CounterOf &value);

} // namespace sparkloom::engine
