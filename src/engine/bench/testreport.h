// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bench/testlanes.h"
#include "protocol/messages_nccl.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <span>
#include "domain/measure/figure.h"
#endif

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

// What tests yield, for window and command line. Plain values.
namespace sparkloom::engine {

enum class TestKind { Tcp, Rdma, Nccl, Ladder };
// What moves the data.
enum class TestLayer { Tcp, Rdma, Nccl };
enum class TestLength {
    Quick, // one run instead of three, and only what decides: a ladder of a pair takes about 30 s
    Normal,
    Full, // three runs of everything, all cables at once too: about 3 min
    Soak  // as Normal, then load for TestOptions::soak
};

// How long one run lasts where nobody says so: 3 s; of a quick test 2 s, of a quick ladder 1 s.
std::chrono::milliseconds usualMeasure(TestKind kind, TestLength length);

struct RdmaOptions {
    enum class Operation { Write, Read, Send };
    Operation operation = Operation::Write;
    int queuePairs = 4; // on each half: 1 to 64
    bool latencyOnly = false;
    std::int64_t messageBytes = 65536; // 1 to 1 GiB; larger ones fail on some machines (facts F-42)
};

struct NcclOptions {
    // As the protocol names them; empty: all six.
    std::vector<protocol::NcclCollective> collectives;
    std::int64_t minBytes = 32 << 20;
    std::int64_t maxBytes = 1 << 30;
    int factor = 2;
    int iterations = 20;
    bool inPlace = false;       // also
    bool evenIfBusy = false;    // beside a model server
    std::int64_t memoryCap = 0; // bytes on each Spark; 0: 3 GiB or 15 % of what is available, the smaller
    QString library;            // path of libnccl.so.2 on every Spark; empty: looked for
};

// What a person chose.
struct TestOptions {
    std::optional<int> cable;                // number; nothing: all
    QStringList pair;                        // two names; empty: all
    std::vector<domain::CageRef> cages = {}; // only cables that end in these at both ends; empty: all
    int streams = 16;                        // TCP, on each half: 1 to 64
    std::chrono::milliseconds measure{3000};
    std::chrono::milliseconds warmUp{500};
    bool bothWays = false; // both directions at the same time, too
    TestLength length = TestLength::Normal;
    std::chrono::milliseconds soak{0}; // TestLength::Soak only
    RdmaOptions rdma;
    NcclOptions nccl;

    bool quick() const { return length == TestLength::Quick; }
};

// One direction between two cages, as it was measured in one shot.
struct TestFigure {
    QString from; // names
    QString to;
    int cable = 1;
    std::vector<TestLane> lanes; // at the same time
    domain::Figure figure;
};

// Half of a round trip of one small RDMA write over one lane, in microseconds. Less is better.
struct LatencyFigure {
    QString from;
    QString to;
    TestLane lane;
    double p50 = 0;
    double p99 = 0;
    double p999 = 0;
    std::uint64_t samples = 0;
    bool underLoad = false; // while the same half carried data at full speed
    domain::Verdict verdict = domain::Verdict::NotTested;
    base::Message reason;
};

// One size of one collective: means over the ranks, as nccl-tests prints them.
struct NcclFigure {
    protocol::NcclCollective collective = protocol::NcclCollective::AllReduce;
    bool inPlace = false;
    std::int64_t bytes = 0;
    double timeUs = 0;
    double algBw = 0;                  // GB/s, decimal
    double slowestTimeUs = 0;          // of a single rank
    std::optional<std::int64_t> wrong; // elements on all ranks; absent: not compared
    domain::Figure figure;             // its runs are bus bandwidth in Gb/s: eight times the GB/s of nccl-tests
    double busBw() const { return figure.spread().median / 8; } // GB/s
};

// What one NCCL run was, beside its figures.
struct NcclOutcome {
    struct Setting {
        QString name;
        QString value;
        base::Message reason;
    };
    QStringList ranks; // names of Sparks, in the order of the ring
    QString blamed;    // the Spark that the error of the shot is due to; empty: nobody knows, or there is none
    QString library;   // path on rank 0
    QString sha256;    // the same on all ranks
    QString version;
    QStringList code;                // for GPUs: "sm_121"
    std::vector<Setting> settings;   // of rank 0; the names of devices are each rank's own
    QStringList removed;             // inherited variables that no rank got
    QStringList settingsFiles;       // of NCCL that are there, "spark-a: /etc/nccl.conf"
    QString network;                 // what NCCL's log says: "IB", "Socket"; empty: nothing
    QStringList devices;             // in that log, of all ranks, each once
    bool gpuDirect = false;          // that log says so
    std::int64_t memory = 0;         // bytes that each rank was allowed
    std::vector<base::Message> said; // library, transport, GPUDirect, memory: each one sentence
    std::vector<NcclFigure> figures;
};

// How far an error counter moved meanwhile.
struct ErrorDelta {
    QString spark;
    domain::HalfId half;
    QString counter;
    std::uint64_t count = 0;
};

// What ran at the same time. Exactly one of figures, latencies and nccl has content, by layer and kind.
struct TestShot {
    Shot::Kind kind = Shot::Kind::OneHalf;
    int cable = 1;
    std::vector<TestFigure> figures;
    std::optional<base::Error> error; // why there is no figure, or not as many runs as wanted
    TestLayer layer = TestLayer::Tcp;
    std::vector<LatencyFigure> latencies = {};
    std::optional<NcclOutcome> nccl = {};
    std::vector<ErrorDelta> errors = {};   // those that moved
    std::vector<base::Message> heard = {}; // what NICs said by themselves meanwhile
    domain::Verdict verdict() const;
};

// One rung of the ladder.
struct LadderStep {
    enum class Kind {
        Link,
        Pcie,
        Address,
        JumboAndLane,
        EachHalf, // RDMA where the Sparks have it, else TCP; the layer stands in the shots
        BothHalves,
        BothWays,
        AllCables, // where there are several
        Latency,
        NcclSmall, // 32 MiB
        NcclLarge, // 1 GiB
        Tcp,
        Soak // TestLength::Soak only
    };
    Kind kind = Kind::Link;
    domain::Verdict verdict = domain::Verdict::NotTested;
    std::vector<base::Message> seen; // what was found, the worst first; why it was not tested
    std::vector<base::Message> remedies;
    std::vector<TestShot> shots;
    // False: what this rung needs is not here (NCCL, RDMA, a second half), which says nothing about the rest.
    bool counts = true;
};

struct TestReport {
    TestKind kind = TestKind::Tcp;
    QDateTime when;
    TestOptions options;
    QString fingerprint;           // domain::environmentFingerprint
    std::vector<TestShot> shots;   // of a test
    std::vector<LadderStep> steps; // of a ladder
    // Of all that was asked for; what has no band does not count.
    domain::Verdict verdict = domain::Verdict::NotTested;
    base::Message sentence;
    std::vector<base::Message> proven;
    std::vector<base::Message> notProven;
    // What no figure shows: more than 5 % below this cluster's own baseline, error counters that grew from beginning to
    // end, what NICs said by themselves.
    std::vector<base::Message> alarms;
};

// What is going on.
struct TestProgress {
    base::Message doing;
    int shot = 0; // 1 to shots
    int shots = 0;
    std::chrono::milliseconds left{0}; // if nothing has to be repeated
    double gbps = 0;                   // received now, all lanes together; of NCCL: bus bandwidth of the last size
    TestLayer layer = TestLayer::Tcp;
    std::optional<LadderStep::Kind> rung = {}; // that is being climbed; nothing: no ladder
    std::vector<int> cables = {};              // that carry load now; 0 through a switch
    std::optional<domain::Band> band = {};     // of `gbps`, where there is one
    std::chrono::milliseconds elapsed{0};      // since the test began
};

// What a test would take, before it begins.
struct TestEstimate {
    std::chrono::milliseconds duration{0}; // if nothing has to be repeated
    int shots = 0;
    std::vector<int> cables; // that it loads fully
    std::int64_t memory = 0; // bytes on each Spark, at most; 0: nothing worth naming
};

// The worst of these; NotTested where there is none.
domain::Verdict verdictOf(const std::vector<TestShot> &shots);

} // namespace sparkloom::engine
