// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/windowwords.h"

#include <QtGlobal>

#include <algorithm>
#include <string_view>

namespace sparkloom::engine::text {

namespace {

struct Words {
    const char *id;
    const char *said;
};

constexpr char kProveSays[] =
    QT_TRANSLATE_NOOP("text", "Go to the page Prove and choose Prove again: it says what is wrong, and where.");
constexpr char kPlugsThenProve[] =
    QT_TRANSLATE_NOOP("text", "Push the plugs in at both ends, then go to the page Prove and choose Prove again.");
constexpr char kProveThenTest[] =
    QT_TRANSLATE_NOOP("text", "Go to the page Prove and choose Prove again, then test again.");
constexpr char kFirewall[] = QT_TRANSLATE_NOOP("text",
    "Go to the page Prove and choose Prove again: it says whether the right half answers. A firewall must let this "
    "half "
    "in; on the Spark: sudo ufw allow in on INTERFACE");
constexpr char kSetUp[] =
    QT_TRANSLATE_NOOP("text", "Set up again: go to the page Review, look at the plan and apply it.");
constexpr char kSetUpMtu[] = QT_TRANSLATE_NOOP("text",
    "The MTU differs between the two ends. Set up again from the page Review. If this cable leads to storage or "
    "through a "
    "switch, choose that form on the page Topology first.");
constexpr char kReview[] = QT_TRANSLATE_NOOP("text", "Go to the page Review: the plan is made anew there.");
constexpr char kStandsAt[] =
    QT_TRANSLATE_NOOP("text", "Wait a moment, then go to the page Review: it reads anew how the Sparks stand.");
constexpr char kSettle[] =
    QT_TRANSLATE_NOOP("text", "Open the cluster again from the page Start: it offers to finish it.");
constexpr char kSettleOrBack[] =
    QT_TRANSLATE_NOOP("text", "Open the cluster again from the page Start: it offers to finish it or to take it back.");
constexpr char kTryAgain[] = QT_TRANSLATE_NOOP("text", "Try again from the page Review.");
constexpr char kTick[] =
    QT_TRANSLATE_NOOP("text", "Let it finish or stop it. To go on all the same, tick the box on the page Review.");
constexpr char kVpn[] = QT_TRANSLATE_NOOP("text", "Switch the VPN off, then go to the page Review again.");
constexpr char kAddresses[] = QT_TRANSLATE_NOOP("text", "Type other addresses into the table on the page Review.");

constexpr char kSameLibrary[] = QT_TRANSLATE_NOOP("text",
    "Copy it from a Spark that has it, or let one fetch the package libnccl2, on the page Tests; then test again.");

constexpr Words kWords[] = {
    {"tcp.connect-timeout", kPlugsThenProve},
    {"tcp.connect-refused", kFirewall},
    {"tcp.no-way", kProveSays},
    {"tcp.nobody-came", kFirewall},
    {"tcp.not-own-address", kSetUp},
    {"bench.no-such-spark", QT_TRANSLATE_NOOP("text", "Sign in to it on the page Sign in, then test again.")},
    {"bench.no-such-cable", QT_TRANSLATE_NOOP("text", "Choose all cables, or another one.")},
    {"bench.no-way-between", QT_TRANSLATE_NOOP("text", "Choose two others, or test all of them.")},
    {"bench.nothing-to-test", kSetUp},
    {"bench.one-half-of-two-remedy", kProveSays},
    {"ladder.half-without-address-remedy", kSetUp},
    {"ladder.nccl-missing-remedy",
        QT_TRANSLATE_NOOP("text",
            "The cables are proven without it. To test NCCL: copy it from a Spark that has it, or let one fetch the "
            "package libnccl2, on the page Tests; then test again.")},
    {"bench.nccl-copy-means",
        QT_TRANSLATE_NOOP("text",
            "Only Sparkloom's tests take the copy, other programs go on with what they have. No root is needed. The "
            "page "
            "Tests takes it back again.")},
    {"nccl.library-missing", kSameLibrary},
    {"nccl.library-differs", kSameLibrary},
    {"bench.nccl-beside-cable-remedy",
        QT_TRANSLATE_NOOP("text",
            "Take NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME out of /etc/nccl.conf on each Spark; in a container give it "
            "/dev/infiniband. The settings for jobs are on the page Prove, to copy.")},
    {"rdma.port-down", kPlugsThenProve},
    {"rdma.no-ipv4-gid", kProveThenTest},
    {"rdma.wrong-gid", kProveThenTest},
    {"rdma.no-neighbour", kPlugsThenProve},
    {"rdma.retry-exceeded", kProveSays},
    {"rdma.no-resources", QT_TRANSLATE_NOOP("text", "Test again. If it stays, reboot the Spark.")},
    {"remote.blink-not-supported",
        QT_TRANSLATE_NOOP("text", "Choose Which cable is this? instead, then pull the cable: its place is said.")},
    {"remote.transaction-open",
        QT_TRANSLATE_NOOP("text", "Wait until it has ended, then try again from the page Review.")},
    {"remote.half-applied", kSettleOrBack},
    {"remote.wrong-phase", kStandsAt},
    {"remote.no-transaction", kStandsAt},
    {"remote.mtu-not-supported", kReview},
    {"remote.subnet-in-use", kAddresses},
    {"remote.transaction-over", kTryAgain},
    {"remote.rolled-back-by-timer", kTryAgain},
    {"apply.undo-only-forward", kSettle},
    {"apply.unexpected-phase", kStandsAt},
    {"hosts.key-changed",
        QT_TRANSLATE_NOOP("text",
            "If you reinstalled it: read its fingerprint at the Spark itself and confirm it on the page Sign in. If "
            "not, "
            "find out what answers at its address.")},
    {"hosts.key-type-changed",
        QT_TRANSLATE_NOOP("text",
            "If you reinstalled it: read its fingerprint at the Spark itself and confirm it on the page Sign in.")},
    {"store.host-key-conflict",
        QT_TRANSLATE_NOOP("text", "If the Spark was reinstalled, confirm its new key on the page Sign in.")},
    {"ssh.library-unknown", QT_TRANSLATE_NOOP("text", "Install the updates of this computer.")},
    {"aliases.config-not-plain",
        QT_TRANSLATE_NOOP("text", "Mend it. Without it the names of the Sparks are not known to ssh.")},
    {"flow.not-all-settled",
        QT_TRANSLATE_NOOP("text",
            "Switch them on and sign in. Without one that is gone for good the others are settled from the page "
            "Interrupted.")},
    {"flow.nothing-to-settle", QT_TRANSLATE_NOOP("text", "If {name} is gone for good, take it out of the cluster.")},
    {"flow.too-many-members",
        QT_TRANSLATE_NOOP("text", "Open another window (Ctrl+N) and make a second cluster there.")},
    {"addresses.mtu-not-supported", kReview},
    {"addresses.pool-length", kAddresses},
    {"addresses.pool-reserved", kAddresses},
    {"addresses.pool-too-small", kAddresses},
    {"addresses.no-free-pool", kVpn},
    {"preflight.rdma-traffic", kTick},
    {"preflight.job", kTick},
    {"preflight.model-server", kTick},
    {"preflight.take-over",
        QT_TRANSLATE_NOOP("text", "Look at what changes in it. To agree, tick the box on the page Review.")},
    {"leave.nothing-applied",
        QT_TRANSLATE_NOOP("text",
            "If another computer set it up: sign in to all Sparks of the cluster, and take it over where that is "
            "offered.")},
    {"adopt.no-record",
        QT_TRANSLATE_NOOP("text",
            "If it is to join the others: take it off the list on the page Find, take the cluster over, then choose it "
            "again.")},
    {"adopt.two-clusters",
        QT_TRANSLATE_NOOP("text",
            "Take the Sparks of one of them off the list on the page Find. The other cluster has room in another "
            "window (Ctrl+N).")},
    {"adopt.older-record",
        QT_TRANSLATE_NOOP("text",
            "Take it off the list on the page Find and take over the others. To let it join again, choose it "
            "afterwards.")},
    {"adopt.reinstalled",
        QT_TRANSLATE_NOOP("text",
            "Take it off the list on the page Find, then take over the others and leave it out. To let it join again, "
            "choose it afterwards.")},
    {"adopt.no-whole",
        QT_TRANSLATE_NOOP("text",
            "Choose every Spark of the cluster on the page Find. What would have to be changed on these is shown on "
            "the page Review.")},
    {"verify.mtu-remedy", kSetUpMtu},
    {"verify.mtu-switch-remedy",
        QT_TRANSLATE_NOOP("text",
            "The switch lets only smaller packets through. Raise MTU and L2MTU on its ports, then prove again; or set "
            "up "
            "again from the page Review, which then uses what passes.")},
};

} // namespace

const char *windowWords(const char *id)
{
    const auto found =
        std::ranges::find_if(kWords, [&](const Words &words) { return std::string_view(words.id) == id; });
    return found == std::end(kWords) ? nullptr : found->said;
}

} // namespace sparkloom::engine::text
