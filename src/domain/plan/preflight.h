// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "domain/plan/plan.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sparkloom::domain {

// A program that runs on a Spark and speaks for waiting with a change of its fabric.
struct FabricJob {
    enum class Kind {
        Nccl,        // NCCL's own tests, MPI and torch launchers
        RdmaTest,    // perftest
        ModelServer, // vLLM, SGLang, TensorRT-LLM, llama.cpp, Ray
        Other        // holds an RDMA device open
    };
    Kind kind = Kind::Other;
    std::int64_t pid = 0;
    std::string program; // untrusted plain text, at most 64 bytes
    // It holds an RDMA device open, names an address of a half, is connected over one, or is of a kind that does
    // nothing else.
    bool usesFabric = false;
    friend bool operator==(const FabricJob &, const FabricJob &) = default;
};

// RDMA traffic of one half, the larger direction, mean over half a second.
struct FabricTraffic {
    HalfId half;
    std::string netdev;
    double gigabitsPerSecond = 0;
    friend bool operator==(const FabricTraffic &, const FabricTraffic &) = default;
};

// What one Spark is doing at this moment.
struct Occupation {
    std::vector<FabricTraffic> traffic; // halves with RDMA counters
    std::vector<FabricJob> jobs;        // ordered by pid, at most 64
    bool sawEveryProcess = false;       // root: otherwise other people's programs are known by their command line only
    friend bool operator==(const Occupation &, const Occupation &) = default;
};

// Above this a half is in use (decision of the preflight; an idle fabric carries next to nothing).
inline constexpr double kBusyGigabitsPerSecond = 1.0;
// Clocks further apart than this are told about: logs do not fit together, and certificates and builds go wrong.
inline constexpr std::int64_t kMostClockSkewMs = 2000;

struct PreflightInput {
    SparkFacts facts;
    std::optional<Occupation> occupation;      // nothing: could not be asked
    std::optional<FirewallState> firewall;     // nothing: not read (root)
    std::optional<std::int64_t> clockOffsetMs; // of its clock against one that all inputs share
};

// What has to be known before a plan is carried out.
struct PreflightFinding {
    // What a person must have agreed to before this plan is applied.
    enum class Consent {
        None,    // a warning
        Busy,    // the fabric is in use: apply would end what runs on it
        TakeOver // files of somebody else are replaced or cut
    };
    Consent consent = Consent::None;
    SparkId spark;      // empty: about all of them
    base::Message text; // what was seen; what it means and what to do stand beside it in engine/text
    friend bool operator==(const PreflightFinding &, const PreflightFinding &) = default;
};

// Pure: findings that need consent first, then warnings, each in the order of the Sparks. Nothing is busy, and nothing
// is taken over, where the plan leaves the network of a Spark alone.
std::vector<PreflightFinding> judgePreflight(const Plan &plan, std::span<const PreflightInput> sparks);

// The first finding that needs a consent which was not given.
const PreflightFinding *withoutConsent(
    std::span<const PreflightFinding> findings, std::span<const PreflightFinding::Consent> given);

} // namespace sparkloom::domain
