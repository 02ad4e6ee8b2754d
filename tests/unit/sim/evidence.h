// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/world/flows.h"
#include "virtualhands.h"

#include <map>
#include <set>
#include <string>

namespace sparkloom::test {

// Everything that an agent can see of the Sparks of a world, as key and value: each file (also those of sysfs and
// procfs), links, addresses, routes, neighbours, what programs print, whether echoes and TCP connections between the
// addresses that the world began with get through, and how fast the first two Sparks measure each other.
class EvidenceTaker {
public:
    explicit EvidenceTaker(VirtualWorld &world);
    std::map<std::string, std::string> take();
    // The texts of the log since the last call, without their times: "spark-a kernel: ...".
    std::set<std::string> newLogLines();

private:
    struct Way { // from one half to an address that another half had at the beginning
        int spark = 0;
        domain::HalfId half;
        domain::Ipv4Address target;
        std::string name;
    };
    void addFiles(int spark, const std::string &folder, std::map<std::string, std::string> &all);
    void addNetwork(int spark, std::map<std::string, std::string> &all);
    void addPrograms(int spark, std::map<std::string, std::string> &all);
    void addWays(std::map<std::string, std::string> &all);
    bool echo(const Way &way, int payload);
    void addRates(std::map<std::string, std::string> &all);
    std::string rate(const std::string &key, sim::TrafficRequest request);

    VirtualWorld &m_world;
    std::vector<Way> m_ways;
    std::vector<std::size_t> m_logSizes;
    std::map<std::string, double> m_firstRates; // a rate within 2 % of the first is called the same: it has noise
};

// What differs, as "key: before -> after".
std::map<std::string, std::string> differences(
    const std::map<std::string, std::string> &before, const std::map<std::string, std::string> &after);

} // namespace sparkloom::test
