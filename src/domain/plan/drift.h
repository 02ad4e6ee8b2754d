// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/plan/plan.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Drift: what somebody changed on a Spark since it was set up. Pure; nothing here repairs anything.
namespace sparkloom::domain {

enum class DriftKind {
    RecordGone,  // the receipt is not there: reinstalled, or /var/lib/sparkloom was removed
    TakenBack,   // an undo, by whom the receipt says
    SetUpAnew,   // by another plan than the one that this computer remembers
    FileChanged, // of ours, or a netplan file that stood there at the set-up
    FileGone,
    FileAdded,  // a netplan file that came since
    HalfAbsent, // no cable hides the network card; nobody changed a setting
    HalfDark,   // no link, likewise
    HalfDown,   // switched off by hand
    AddressGone,
    AddressAdded,
    MtuChanged,
    SettingChanged, // a sysctl that keeps the two halves of a cage apart
    RouteAdded,
    KeyGone,        // the Spark's own cluster key
    LoginGone,      // the line that lets a peer in
    LoginChanged,   // that line, but for its key
    LoginAdded,     // a line with our mark for somebody who is no peer
    SshFileChanged, // known hosts or ssh configuration of ours
    IncludeGone,    // the line that makes ssh read them
    HostsChanged,   // our block in /etc/hosts
};
// Stable word for JSON and for what the cluster file remembers: "mtu-changed".
std::string_view toText(DriftKind kind);

struct DriftFinding {
    DriftKind kind = DriftKind::RecordGone;
    std::optional<HalfId> half;
    std::string netdev;  // of that half
    std::string subject; // what it is about: a path, an address, a sysctl key, a prefix, a peer's name; may be empty
    std::string wanted;  // as it was set up, empty where that has no value
    std::string seen;    // as it is now, empty where it is gone. Untrusted plain text where it names a person
    // When the file was changed last, or the Spark set up anew, by the Spark's clock. Nothing: no file says it.
    std::optional<std::int64_t> changedUtcMs;
    base::Message cannotKeep; // why `keep` does not take it; empty: it does
    bool reapplyMends = true; // false: only a person can, at the cable or by hand
    friend bool operator==(const DriftFinding &, const DriftFinding &) = default;
};

// One sentence: what is not as it was set up.
base::Message driftText(const DriftFinding &finding);
// The same finding at two looks has the same key; another value is another finding. At most 255 bytes of plain text.
std::string driftKey(const DriftFinding &finding);

// One file that a set-up writes or edits, looked at without root.
struct SetUpFile {
    std::string path; // "/etc/..." or "~/.ssh/..."
    bool present = false;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    friend bool operator==(const SetUpFile &, const SetUpFile &) = default;
};

// What is known of one Spark now.
struct DriftInput {
    SparkFacts facts;
    std::optional<std::vector<SetUpFile>> files; // nothing: not asked, then only the facts count
    std::optional<SshTrustState> trust;          // nothing: not asked, nothing is said about keys
    std::vector<std::string> names;              // as in PlanInput
    std::optional<std::string> hosts;            // text of /etc/hosts; nothing: not asked
};

// How the cluster was set up, as this computer remembers it.
struct DriftWanted {
    std::optional<AddressPlan> applied; // nothing: the receipts alone say it
    std::string clusterId;              // of that plan
};

struct SparkDrift {
    SparkId spark;
    // The set-up that is compared with: of the receipt, else of the plan. No halves: this Spark was never set up.
    std::vector<HalfConfig> halves;
    std::vector<DriftFinding> findings; // by kind, then half, then subject
};

// Sparks that could not be asked are missing from the input: nothing is said about them, nor about what only they could
// tell (a changed line for a peer that is offline).
std::vector<SparkDrift> findDrift(const DriftWanted &wanted, std::span<const DriftInput> sparks);

// Whether the receipt and the facts by themselves prove that our sysctl file is not as it was: every netplan file is.
bool sysctlFileDiffers(const SparkFacts &facts);

} // namespace sparkloom::domain
