// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "base/result.h"
#include "domain/plan/addressplan.h"
#include "domain/plan/firewall.h"
#include "domain/plan/sshtrust.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sparkloom::domain {

// One change on one Spark, as it is shown before anything happens.
struct Change {
    enum class Kind {
        NetplanFile,
        SysctlFile,
        ForeignFile, // of somebody else, taken over: it changes or goes
        Firewall,    // rules of ufw for the halves
        AdoptedFile, // of somebody else, right already: it stays
        LiveState,
        ClusterKey,
        SshTrust,
        Receipt,
        RootHelper,
        HostsFile, // names of the other Sparks, a block of ours in /etc/hosts
        SshAliases // on the owner's computer
    };
    enum class Risk { None, Low, Medium };

    Kind kind = Kind::NetplanFile;
    Risk risk = Risk::Low;
    base::Message title;  // what
    base::Message reason; // why
    base::Message undo;   // how it is taken back
    std::string path;     // the file, empty where none
    std::string diff;     // unified diff, empty where none
    std::string command;  // what a person would type to the same end, for reading only
    bool needsRoot = false;
    friend bool operator==(const Change &, const Change &) = default;
};

struct SparkPlan {
    SparkId spark;
    std::string hostname;
    NetworkConfig network;
    bool networkChanges = false; // false: bytes and live state are already as planned
    SshTrust trust;
    bool trustChanges = false;
    std::vector<Change> changes; // empty: nothing to do on this Spark
    friend bool operator==(const SparkPlan &, const SparkPlan &) = default;
};

struct Plan {
    std::string id;        // first 16 hex digits of the hash of everything below, but for `computer`
    std::string clusterId; // stays while Sparks join and leave; see clusterIdFor
    AddressPlan addresses;
    std::vector<SparkPlan> sparks; // ordered by Spark id
    std::vector<base::Message> warnings;
    int timerSeconds = 90;        // dead-man timer, 5 to 300 (design decision 11)
    std::vector<Change> computer; // on the owner's computer: no part of the id, which Sparks keep
    friend bool operator==(const Plan &, const Plan &) = default;

    bool changesAnything() const;
    bool changesSparks() const;
    bool needsRoot() const;
    const SparkPlan *forSpark(const SparkId &spark) const;
};

// A netplan file with its text, from the root verb read-config.
struct NetplanText {
    std::string path;
    std::string text; // at most 1 MiB
    friend bool operator==(const NetplanText &, const NetplanText &) = default;
};

// What the planner knows of one Spark.
struct PlanInput {
    SparkFacts facts;
    // Text of its netplan files where they were read (root); nothing: not read, then the receipt must decide.
    std::optional<std::vector<NetplanText>> netplan;
    std::optional<FirewallState> firewall; // read together with them
    SshTrustState trust;                   // what stands in the user's ~/.ssh now
    std::vector<std::string> names;        // names and management addresses other Sparks reach it by, best first
    std::optional<std::string> hosts = std::nullopt; // text of its /etc/hosts; nothing: not read
};

// The id that a new cluster of these Sparks gets: the same in any order.
std::string clusterIdOf(std::span<const SparkId> sparks);
// The id that the cluster of these Sparks has: the one that most records of Sparks that are set up carry (of equals the
// first in their order), so that it outlives every member; without a record that of a new cluster.
std::string clusterIdFor(std::span<const SparkFacts> sparks);

// Whether a Spark has a set-up of ours on record: a receipt with addresses. After an undo it has one without.
bool isSetUp(const SparkFacts &facts);

// Whether files of others have to be read to plan for this Spark: no valid receipt, or netplan files changed since.
bool needsNetplanText(const SparkFacts &facts);

// The plan for these Sparks. Deterministic: planning twice gives the same plan, planning on top of an applied plan
// gives one without changes. hostsNames: each Spark gets the names of the others in its /etc/hosts, else a block of
// ours goes. Errors: a foreign file that cannot be understood, management on a half, a duplicate Spark.
base::Result<Plan> makePlan(
    const AddressPlan &addresses, std::span<const PlanInput> sparks, int timerSeconds = 90, bool hostsNames = false);

} // namespace sparkloom::domain
