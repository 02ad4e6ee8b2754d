// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sim/physics/collective.h"
#include "sim/physics/meter.h"
#include "sim/world/cabling.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sparkloom::sim {

class Spark;
class World;

// Traffic that somebody asks for. Data goes from the first Spark to the second, or around the ranks of a collective.
struct TrafficRequest {
    enum class Kind { Tcp, Rdma, Nccl };
    Kind kind = Kind::Tcp;
    std::vector<int> sparks; // two; for a collective 2 to 64 ranks in their order, each once
    // Of the first Spark, of a collective of each; empty: all that reach the other one.
    std::vector<domain::HalfId> halves;
    int channels = 1;                  // per half: TCP connections 1 to 128, queue pairs 1 to 64
    std::int64_t messageBytes = 65536; // rdma: 1 to 1 GiB
    physics::Operation operation = physics::Operation::Write;
    bool bound = false;    // tcp: to the netdevs of the halves, whatever the routes say
    bool bothWays = false; // tcp, rdma: the same in the other direction at the same time
    physics::CollectiveKind collective = physics::CollectiveKind::AllGather;
    std::int64_t bytes = 1LL << 30;        // nccl: size as nccl-tests prints it, 1 KiB to 64 GiB
    std::chrono::milliseconds duration{0}; // divided by the world's speed; 0: until it is stopped
};

struct TrafficState {
    bool running = false;
    double progress = 0;    // 0 to 1; 0 where it has no end
    double seconds = 0;     // that it has run, in the world's (scaled) time
    double gbpsNow = 0;     // payload; of a collective: over one hop
    double gbpsFull = 0;    // what it comes to when it has risen
    double gbpsAverage = 0; // from the beginning, its rise included
    double gbpsBackNow = 0; // the other direction of a request in both ways
    double gbpsBackAverage = 0;
    double busGBps = 0;     // collectives: bus bandwidth, average
    double gigabits = 0;    // payload moved
    double lostPackets = 0; // that were sent again
    std::string limitedBy;  // in words, of the slowest part
    std::string problem;    // why it ended early; empty otherwise
};

// The traffic of a world: who runs, how fast beside the others, and the counters that move with it. Counters are
// brought up to date when somebody reads them, so that Sparks without traffic cost nothing. World thread.
class Flows {
public:
    using Id = int;
    explicit Flows(World &world);
    ~Flows();

    // Refused with the reason where the data finds no way: no link, no address, a firewall, NCCL versions that differ.
    base::Result<Id> start(const TrafficRequest &request);
    // Whether start() would find a way. Errors: Unreachable, a firewall swallows it; NotKnown, only packets as large as
    // its own get lost; Refused, anything else.
    base::Result<void> reaches(const TrafficRequest &request);
    // Nothing for an id that was never given; a flow that has ended stays known.
    std::optional<TrafficState> state(Id id);
    base::Result<void> stop(Id id);
    // It ends when it has moved so many gigabits of payload (TrafficState::gigabits), however late somebody looks;
    // nothing for one that is over.
    void endAfter(Id id, double gigabits);
    // Ends whatever runs on this Spark, as a changed GID table does (F-34).
    void abort(int spark, const std::string &why);
    std::vector<Id> running() const;
    // Called once, when the next traffic begins; an empty function takes it away.
    void onTraffic(std::function<void()> begun) { m_begun = std::move(begun); }

    // Brings all counters up to now, or those of one Spark: what that costs does not hang on how many others there are.
    void settle();
    void settle(int spark);
    // Something changed that rates may hang on: links, addresses, parameters.
    void changed();
    // The link of this cage came, went or became another.
    void linkChanged(Socket cage);

private:
    struct Lane;    // one interface to one interface
    struct Counted; // one counter that moves with a lane
    struct Job;     // one request
    struct Errors;  // what the line itself gets wrong in one cage

    base::Result<std::vector<Lane>> lanesOf(const TrafficRequest &request, Job &job);
    base::Result<void> addNcclLanes(const TrafficRequest &request, Job &job, std::vector<Lane> &lanes);
    base::Result<Lane> laneTo(Spark &from, domain::HalfId half, Spark &to, const TrafficRequest &request);
    using AddCount = void (*)(Spark &spark, const std::optional<domain::HalfId> &half, std::uint64_t count);
    using Adding = std::function<void(AddCount what, bool sender, double perGigabit)>;
    void count(Lane &lane, std::chrono::nanoseconds when);
    void countTrouble(Lane &lane, double packets, bool tcp, const Adding &add);
    double lossOf(const Lane &lane) const;
    bool laneIsUp(const Lane &lane) const;
    // Of the time from this moment on; everything until then has to be settled, or it is counted nowhere.
    void setRates(std::chrono::nanoseconds moment);
    void settle(std::chrono::nanoseconds moment);
    void settleLane(Job &job, Lane &lane, std::chrono::nanoseconds moment);
    void settleErrors(Socket cage, std::chrono::nanoseconds moment);
    void finish(Job &job, std::string problem);
    void finishDue();
    void setEnd(Job &job, std::chrono::nanoseconds moment) const;
    std::chrono::nanoseconds now() const;

    World &m_world;
    Id m_last = 0;
    std::map<Id, std::unique_ptr<Job>> m_jobs;
    std::vector<Job *> m_running; // in the order of their ids
    std::map<Socket, Errors> m_errors;
    std::function<void()> m_begun;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace sparkloom::sim
