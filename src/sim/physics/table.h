// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sim/physics/collective.h"

#include <string>
#include <string_view>
#include <vector>

// Published measurements beside what the model says of the same set-up (resources/physics/measurements.json).
namespace sparkloom::sim::physics {

// The machines, cables and test of one row, as far as its source names them.
struct SetUp {
    enum class Layer { Nothing, Tcp, Rdma, Nccl, Latency };
    enum class Count { Payload, Duplex, Wire, WireDuplex }; // what of a collective's rate is meant
    Layer layer = Layer::Nothing;
    std::vector<domain::HalfId> halves; // of each Spark; empty: over the RJ45
    int mtu = 1500;
    int channels = 1; // per half
    std::int64_t messageBytes = 65536;
    Operation operation = Operation::Write;
    NicParameters::Share share = NicParameters::Share::Borrowing;
    double capGbps = 0;
    double linkGbps = 200;
    int widthB = 4;
    std::int64_t windowBytes = ProcessorParameters().tcpWindowBytes;
    bool throughSwitch = false;
    bool ring = false; // three Sparks, three cables
    CollectiveKind collective = CollectiveKind::AllGather;
    Transport transport = Transport::Rdma;
    std::int64_t bytes = 0;
    Count count = Count::Payload;
    friend bool operator==(const SetUp &, const SetUp &) = default;
};

struct Row {
    enum class Reading {
        Healthy,       // must lie within 8 %
        Explained,     // sick in a known way: within 8 %
        Invalid,       // above what the wire carries: a mistake of measuring
        Contradiction, // another measurement of the same says something else
        Doubled,       // no measurement: twice another row
        Band,          // ring of three: 10 to 22 GB/s until a real Spark is measured
        Limit,         // a pass mark that a healthy set-up clears
        Ceiling,       // what the wire carries, computed
    };
    std::string id;
    std::string what;
    std::string source;
    double measured = 0;
    double upTo = 0;  // end of a range, else the same as measured
    std::string unit; // "Gb/s", "GB/s" (bus bandwidth) or "us"
    Reading reading = Reading::Healthy;
    std::string against; // id of the row that it contradicts or doubles
    std::string reason;
    SetUp setUp;
};

struct Verdict {
    double model = 0;     // in the row's unit
    double ceiling = 0;   // what the wire carries, in the row's unit; 0 where there is none
    double deviation = 0; // measured against model: 0.05 is 5 % above it
    bool holds = false;   // the row is what its reading says
    std::string text;     // "fits", "invalid: above the wire (185.2)", ...
    std::string limitedBy;
};

inline constexpr double kTolerance = 0.08;
inline constexpr double kAboveTheWire = 1.02; // measurement-and-safety 5.4
inline constexpr double kRingLeast = 10;
inline constexpr double kRingMost = 22;

// Errors (Usage) name the row and the field. At most 1000 rows.
base::Result<std::vector<Row>> parseRows(std::string_view json);
// The rows that are compiled in.
const std::vector<Row> &publishedRows();
// The answer to a row; rows: all of them, for those that name another one.
Verdict judge(const Row &row, const std::vector<Row> &rows);
// Row, measured, model, deviation, verdict: one line each, for a person.
std::string tableText(const std::vector<Row> &rows);

} // namespace sparkloom::sim::physics
