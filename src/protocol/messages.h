// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/fabric/cablemap.h"
#include "domain/hardware/sparkfacts.h"
#include "domain/plan/plan.h"
#include "domain/plan/preflight.h"
#include "domain/plan/receipt.h"
#include "domain/plan/sshtrust.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The agent's messages as values; their JSON form is in codec.h.
//
// One line is one JSON object: {"v":1,"id":N,"t":TYPE,...}. The agent's first line is `hello` with id 0. A request has
// a fresh id; the agent answers with zero or more events and exactly one terminal line of the same id, whose "t" is
// "done" (with "body") or "error" (with "error"). `stop` ends a streaming request, which then answers "done".
namespace sparkloom::protocol {

// Verbs. Those of the second block exist only in the root agent.
namespace verb {
inline constexpr std::string_view kInventory = "inventory";
inline constexpr std::string_view kWatch = "watch";           // streams WatchEvent
inline constexpr std::string_view kNeighbours = "neighbours"; // streams NeighbourHeard
inline constexpr std::string_view kPing = "ping";
inline constexpr std::string_view kCounters = "counters";
inline constexpr std::string_view kPreflight = "preflight"; // half a second; the root agent sees more
inline constexpr std::string_view kInstallKey = "install-key";
inline constexpr std::string_view kRemoveKey = "remove-key";
inline constexpr std::string_view kClusterKey = "cluster-key";
inline constexpr std::string_view kTrustState = "trust-state";
inline constexpr std::string_view kTrustApply = "trust-apply";
inline constexpr std::string_view kTrustRemove = "trust-remove";
inline constexpr std::string_view kSshCheck = "ssh-check"; // batch-mode ssh to a peer
inline constexpr std::string_view kStop = "stop";
inline constexpr std::string_view kHeartbeat = "heartbeat"; // no answer

inline constexpr std::string_view kReadConfig = "read-config";
inline constexpr std::string_view kWake = "wake";                  // streams nothing; undone by stop, EOF or its timer
inline constexpr std::string_view kTransactionBegin = "txn-begin"; // lock, stale check, backup, arm
inline constexpr std::string_view kTransactionTrial = "txn-trial";
inline constexpr std::string_view kTransactionPersist = "txn-persist";
inline constexpr std::string_view kTransactionCommit = "txn-commit"; // disarm, receipt, unlock
inline constexpr std::string_view kTransactionRollback = "txn-rollback";
inline constexpr std::string_view kTransactionStatus = "txn-status";
inline constexpr std::string_view kUndo = "undo"; // back to the state before the last transaction, itself a transaction
inline constexpr std::string_view kForget = "forget"; // after undo: helper, unit, receipt and backups go
} // namespace verb

// Types of the events of streaming verbs, with the struct that their body holds.
namespace event {
inline constexpr std::string_view kWatch = "watch";     // WatchEvent
inline constexpr std::string_view kHeard = "heard";     // NeighbourHeard
inline constexpr std::string_view kMethods = "methods"; // NeighbourMethods
} // namespace event

struct Hello {
    std::string agentVersion;
    std::string mode; // "user" or "root"
    std::int64_t pid = 0;
    bool virtualSpark = false;
};

// What every line carries. body stays JSON text until its type is known.
struct Envelope {
    std::int64_t id = 0;
    std::string type;
    std::string body;                 // JSON object text, "{}" where none
    std::optional<base::Error> error; // only where type is "error"
};

struct InventoryRequest {
    std::string clientAddress; // of SSH_CONNECTION as the application sees it, may be empty
    std::string serverAddress; // address of the Spark that this session reached
};
struct InventoryAnswer {
    domain::SparkFacts facts;
};

// The state of all halves, sent at once and then within 100 ms of every netlink event. Coalesced: at most 20 per
// second.
struct WatchEvent {
    struct Half {
        domain::HalfId half;
        std::string netdev;
        bool adminUp = false;
        bool carrier = false;
        bool hasAddress = false;
        int mtu = 0;
    };
    std::uint64_t sequence = 0;
    std::int64_t monotonicMs = 0; // of the Spark
    std::vector<Half> halves;     // only those that exist now
};

// Sends and listens for probe datagrams on every half, on all methods that work there, until stopped.
struct NeighboursRequest {
    std::string runNonce; // 32 hex digits, the same on all Sparks of a run
    std::string runKey;   // 64 hex digits: HMAC key of the run, sent over SSH only
    domain::SparkId self;
    int intervalMs = 250; // 100 to 5000
};
// One datagram whose HMAC fits, or one change of the neighbour table (kind NeighbourTable, `table` is set instead of
// from).
struct NeighbourHeard {
    domain::EvidenceKind kind = domain::EvidenceKind::Ipv6Datagram;
    domain::HalfId at;
    std::optional<domain::HalfRef> from;
    std::optional<domain::NeighbourEntry> table;
};
// State of the probe per half: which methods could be used, so that "not known" can be explained.
struct NeighbourMethods {
    struct Half {
        domain::HalfId half;
        bool ipv6 = false;
        bool ipv4 = false;
        std::string problem; // empty, or errno text, untrusted
    };
    std::vector<Half> halves;
};

struct PingRequest {
    domain::HalfId half;
    domain::Ipv4Address target;
    domain::MacAddress expectedMac; // of the intended half at the other end
    std::vector<int> payloadSizes;  // ICMP payload bytes, 0 to 8972; sent do-not-fragment
    int count = 3;                  // per size, 1 to 20
    int timeoutMs = 1000;           // per echo, 100 to 5000
};
struct PingAnswer {
    struct Size {
        int payload = 0;
        int sent = 0;
        int received = 0;
        double roundTripMs = 0; // smallest, 0 where none came back
        std::string problem;    // "message too long" and the like, untrusted
    };
    std::vector<Size> sizes;
    std::optional<domain::MacAddress> neighbourMac; // what the kernel resolved
    std::string routeInterface;                     // interface that the kernel routes the target through
};

// One snapshot of every half's counters (design decision 15). 64-bit values travel as decimal strings.
struct CounterSnapshot {
    struct Half {
        domain::HalfId half;
        std::optional<std::uint64_t> cageTxOctets; // eth-mac group; both siblings may report the same
        std::optional<std::uint64_t> cageRxOctets;
        std::optional<std::uint64_t> rdmaTxBytes; // port_xmit_data x 4
        std::optional<std::uint64_t> rdmaRxBytes;
        std::uint64_t netdevTxBytes = 0; // does not see RDMA
        std::uint64_t netdevRxBytes = 0;
        std::uint64_t carrierChanges = 0;
    };
    std::int64_t monotonicNs = 0;
    std::vector<Half> halves;
};

// What the fabric of this Spark is used for now, and its clock at the end of that look.
struct PreflightAnswer {
    domain::Occupation occupation;
    std::int64_t clockUtcMs = 0;
};

struct InstallKeyRequest {
    std::string publicKey; // canonical "ssh-ed25519 AAAA..."
    std::string tag;       // domain::applicationTag
};
struct InstallKeyAnswer {
    bool changed = false; // false: the key was there already
};
struct RemoveKeyRequest {
    std::string publicKey;
    std::string tag;
};
struct ClusterKeyAnswer {
    std::string publicKey;
    bool created = false;
};
struct TrustStateRequest {
    std::string clusterId;
};
struct TrustApplyRequest {
    domain::SshTrust trust;
};
struct TrustRemoveRequest {
    std::string clusterId;
    bool removeClusterKey = false; // forget
};
struct SshCheckRequest {
    std::string user;
    std::string name; // as ssh would get it from a person
    int timeoutMs = 8000;
};
struct SshCheckAnswer {
    bool ok = false;
    std::string hostname; // what the other side printed
    std::string problem;  // last line of stderr, untrusted
};

struct ReadConfigAnswer {
    std::vector<domain::NetplanText> files;
    domain::FirewallState firewall;
};
struct WakeRequest {
    int seconds = 300; // 10 to 1800; then the halves go back to how they were
};
struct WakeAnswer {
    std::vector<std::string> raised; // netdevs that were raised
};

struct TransactionBegin {
    std::string transactionId; // 16 hex digits
    std::string planId;
    std::string clusterId;
    std::string clusterName;
    std::string owner; // user@computer
    domain::NetworkConfig config;
    // Netplan files as the plan saw them; any difference is a stale plan.
    std::vector<domain::NetplanFile> seen;
    int timerSeconds = 90;           // 5 to 300
    std::string managementInterface; // must stay untouched
};
enum class TransactionPhase { None, Begun, Trial, Persisted, Committed, RolledBack };
std::string_view toText(TransactionPhase phase);
struct TransactionStatus {
    std::string transactionId;
    TransactionPhase phase = TransactionPhase::None;
    std::int64_t timerLeftMs = 0; // 0 where not armed
    std::string owner;
    std::int64_t sinceUtcMs = 0;
    bool undoAvailable = false;
    std::string problem; // why the last one was rolled back, message id, may be empty
};
struct UndoRequest {
    std::string transactionId; // of the undo itself
    int timerSeconds = 90;
    std::string owner;
};
struct ForgetAnswer {
    std::vector<std::string> removed; // paths
};

} // namespace sparkloom::protocol
