// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/physics/ceilings.h"
#include "sim/physics/parameters.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

// How fast flows run that are there at the same time.
namespace sparkloom::sim::physics {

enum class Protocol { Tcp, Rdma };
enum class Operation { Write, Send, Read }; // of RDMA; data of a Read travels from responder to requester

// One machine as the flows see it.
struct Machine {
    std::string name;
    const SparkParameters *parameters = nullptr;
    std::array<double, 2> linkGbps{}; // by cage: what the cable in it runs at, 0 without
};

struct FlowEnd {
    std::size_t machine = 0;            // index into the machines
    std::optional<domain::HalfId> half; // nothing: the RJ45
};

// Data in one direction from one interface to another.
struct Flow {
    Protocol protocol = Protocol::Tcp;
    Operation operation = Operation::Write;
    FlowEnd from;
    FlowEnd to;
    int mtu = 1500;                                               // IP packet: the smaller one of both netdevs
    int channels = 1;                                             // TCP connections, or queue pairs
    std::int64_t messageBytes = 65536;                            // of RDMA
    double ceilingGbps = std::numeric_limits<double>::infinity(); // of the software or of a switch
    double packetLoss = 0;                                        // chance that a full packet does not arrive

    Packets packets() const { return protocol == Protocol::Tcp ? tcpPackets(mtu) : rocePackets(mtu); }
};

enum class LimitKind { Software, Cpu, QueuePairs, Wire, HalfShare, Pcie, NicCap, NicPackets, TcpPackets, Management };

struct Rate {
    double gbps = 0; // payload
    LimitKind limit = LimitKind::Software;
    std::optional<std::size_t> limitAt; // the machine whose resource it is
    bool limitReceives = false;         // it is the receiving side of that machine
    std::string text;                   // "PCIe link B of spark-a (32 GT/s x4)"
};

// One rate for each flow, in their order. Capacity is shared fairly between them.
std::vector<Rate> throughputOf(const std::vector<Machine> &machines, const std::vector<Flow> &flows);

} // namespace sparkloom::sim::physics
