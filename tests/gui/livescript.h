// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixtures.h"

#include <functional>
#include <map>
#include <random>

namespace fixtures {

// A fabric whose cables carry what a script says, with a clock of its own. Its counters are read as on busy machines,
// late and not all at the same moment, and go through the same meters as those of real Sparks; what the script said is
// the truth that a page is held against.
class LiveScript {
public:
    using Profile = std::function<double(double)>; // Gb/s at a time in seconds since the script began

    // step: of the integral of what was sent.
    explicit LiveScript(
        const Fabric &fabric, int hz = 20, std::chrono::milliseconds step = std::chrono::milliseconds(1));

    // What one half of a Spark sends from now on, in bytes of frames; the half at the other end of its cable gets it.
    void send(int spark, domain::HalfId half, Profile rdma, Profile tcp = {});
    // What comes from a switch.
    void receive(int spark, domain::HalfId half, Profile rdma);
    // The Spark says nothing more, or goes on.
    void silence(int spark, bool silent = true);
    void drop(int spark); // the stream ends, with a reason
    void countNoRdma(int spark);
    void countNoPort(int spark);
    void unplug(std::size_t cable); // of the map, by its place
    void addErrors(int spark, domain::HalfId half, const std::string &counter, std::uint64_t by);
    void stop() { m_running = false; }

    // Time goes on; Sparks are read whenever they are due.
    void advance(std::chrono::nanoseconds time);
    std::chrono::nanoseconds now() const { return m_now; }
    viewmodels::LiveFeed feed();
    int pulls() const { return m_pulls; }
    const Fabric &fabric() const { return m_fabric; }

    // What half `half` of a Spark sends at a time of the clock.
    double truth(int spark, domain::HalfId half, std::chrono::nanoseconds at) const;
    // The least and most of it in a while before that.
    std::pair<double, double> truthWithin(
        int spark, domain::HalfId half, std::chrono::nanoseconds before, std::chrono::nanoseconds at) const;

private:
    struct Way {
        Profile rdma;
        Profile tcp;
    };
    struct Half {
        double rdma[2] = {0, 0}; // bytes: sent, received
        double net[2] = {0, 0};
    };
    struct Spark {
        domain::SparkMeter meter;
        domain::CounterLayout layout;
        std::map<domain::HalfId, Half> counted;
        std::map<domain::HalfId, domain::Series> lanes;
        std::map<domain::CageIndex, domain::Series> cages;
        std::vector<engine::LiveSpark::Moved> moved;
        std::chrono::nanoseconds due{};
        std::chrono::nanoseconds countedTo{};
        std::optional<std::chrono::nanoseconds> last; // newest sample
        std::int64_t samples = 0;
        bool silent = false;
        std::optional<base::Error> error;
    };
    static constexpr std::chrono::seconds kBegin{1000};

    void layOut(Spark &spark, int index);
    void read(Spark &spark, int index);
    void count(Spark &spark, int index, std::chrono::nanoseconds to);
    engine::LiveEnd endOf(const domain::CageRef &cage) const;
    std::vector<engine::LiveCable> cables() const;
    engine::LiveView view() const;
    int indexOf(const domain::SparkId &id) const;
    std::optional<std::pair<int, domain::HalfId>> peerOf(int spark, domain::HalfId half) const;
    double rate(const Profile &profile, std::chrono::nanoseconds at) const;
    std::chrono::nanoseconds upTo(std::chrono::nanoseconds most);

    Fabric m_fabric;
    int m_hz;
    std::chrono::milliseconds m_step;
    std::mt19937_64 m_random{1};
    std::chrono::nanoseconds m_now = kBegin;
    std::vector<Spark> m_sparks;
    std::map<std::pair<int, domain::HalfId>, Way> m_sent;
    std::map<std::pair<int, domain::HalfId>, Way> m_received; // from switches
    std::vector<bool> m_unplugged;
    bool m_running = true;
    int m_pulls = 0;
};

} // namespace fixtures
