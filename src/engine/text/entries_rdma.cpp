// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// RDMA: why there is none, why a run failed, what its figures say.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- a Spark has none
    {"rdma.no-library", QT_TRANSLATE_NOOP("text", "libibverbs is not installed on this Spark."),
        QT_TRANSLATE_NOOP("text", "Programs reach the RDMA part of the network card through it; so does NCCL."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo apt install libibverbs1 ibverbs-providers")},
    {"rdma.library-broken", QT_TRANSLATE_NOOP("text", "libibverbs is there, but it cannot be loaded."),
        QT_TRANSLATE_NOOP("text", "Its file is damaged, of another machine, or lacks a library that it needs."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo apt install --reinstall libibverbs1 ibverbs-providers")},
    {"rdma.library-old", QT_TRANSLATE_NOOP("text", "This libibverbs has no {symbol}: {library}"),
        QT_TRANSLATE_NOOP("text", "It is too old, or something else under this name."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo apt install --reinstall libibverbs1 ibverbs-providers")},
    {"rdma.no-device", QT_TRANSLATE_NOOP("text", "Half {half} ({netdev}) has no RDMA device."),
        QT_TRANSLATE_NOOP("text", "The kernel's driver mlx5_ib is not loaded, or this is no NIC with RDMA."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo modprobe mlx5_ib; then look at: ls /sys/class/infiniband")},
    {"rdma.no-provider",
        QT_TRANSLATE_NOOP("text", "The kernel has the RDMA device {device}, but libibverbs does not see any."),
        QT_TRANSLATE_NOOP("text", "Its part for this NIC is missing, or a container does not get /dev/infiniband."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo apt install ibverbs-providers; then test again.")},
    {"rdma.no-kernel-support", QT_TRANSLATE_NOOP("text", "The kernel offers no RDMA to programs ({text})."),
        QT_TRANSLATE_NOOP("text", "The module ib_uverbs is not loaded."),
        QT_TRANSLATE_NOOP("text", "On the Spark: sudo modprobe ib_uverbs; then test again.")},
    {"rdma.no-device-file", QT_TRANSLATE_NOOP("text", "There is no /dev/infiniband, so {device} cannot be opened."),
        QT_TRANSLATE_NOOP(
            "text", "The module ib_uverbs is not loaded, or this is a container that was started without the devices."),
        QT_TRANSLATE_NOOP(
            "text", "On the Spark: sudo modprobe ib_uverbs. In a container: start it with --device=/dev/infiniband.")},
    {"rdma.no-permission", QT_TRANSLATE_NOOP("text", "This user may not open the RDMA device {device} ({text})."),
        QT_TRANSLATE_NOOP("text", "/dev/infiniband/uverbs* is open to everybody on a Spark; here somebody changed it."),
        QT_TRANSLATE_NOOP("text",
            "On the Spark: ls -l /dev/infiniband; if the files are not rw-rw-rw-, look for a udev rule that says so, "
            "or: sudo chmod 0666 /dev/infiniband/uverbs*")},
    {"rdma.cannot-open", QT_TRANSLATE_NOOP("text", "The RDMA device {device} cannot be opened: {text}."),
        QT_TRANSLATE_NOOP("text", "The kernel has it, but it does not answer as it should."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; a reboot with the cable in brings the NIC up again.")},
    {"rdma.not-here", QT_TRANSLATE_NOOP("text", "This agent cannot measure RDMA."),
        QT_TRANSLATE_NOOP("text", "It is another one than this program brings along."),
        QT_TRANSLATE_NOOP("text", "Test again; the right one is copied to the Spark by itself.")},

    // --- GID and port
    {"rdma.port-down", QT_TRANSLATE_NOOP("text", "The RDMA port of {device} is down."),
        QT_TRANSLATE_NOOP("text", "The half has no link, or its interface is not up."),
        QT_TRANSLATE_NOOP("text", "Push the plugs in at both ends, then run: sparkloomctl verify")},
    {"rdma.no-ipv4-gid", QT_TRANSLATE_NOOP("text", "{device} has no RDMA address (GID) for {address} of half {half}."),
        QT_TRANSLATE_NOOP("text",
            "The kernel makes one for each IPv4 address of an interface that is up. This address is too new, or it "
            "belongs to another interface."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl verify, then test again. It should be there within a second.")},
    {"rdma.no-roce-v2",
        QT_TRANSLATE_NOOP("text", "{device} has {address} only as a GID of RoCE v1, or of another interface."),
        QT_TRANSLATE_NOOP("text", "RoCE v1 has no IP header; NCCL and this test use RoCE v2."),
        QT_TRANSLATE_NOOP("text",
            "On the Spark: cat /sys/class/infiniband/{device}/ports/1/gid_attrs/types/* and look for RoCE v2; a reboot "
            "of the Spark brings the driver's usual table back.")},
    {"rdma.no-such-gid", QT_TRANSLATE_NOOP("text", "{device} has no GID with the index {index}."),
        QT_TRANSLATE_NOOP("text", "Indices change whenever addresses do."),
        QT_TRANSLATE_NOOP("text", "Leave the index out: the right one is looked up for each run.")},
    {"rdma.wrong-gid",
        QT_TRANSLATE_NOOP("text", "{device} of half {half} has no way to the GID of the other end ({text})."),
        QT_TRANSLATE_NOOP("text", "Type, family or subnet of the two GIDs do not fit."),
        QT_TRANSLATE_NOOP("text",
            "Both ends need addresses in one subnet and GIDs of the same type. Run: sparkloomctl verify; do not set a "
            "GID index by hand.")},
    {"rdma.no-neighbour", QT_TRANSLATE_NOOP("text", "Nothing answers at the other end of half {half} ({peer})."),
        QT_TRANSLATE_NOOP("text", "Neither a ping came back nor an RDMA packet: the cable or the other Spark is gone."),
        QT_TRANSLATE_NOOP("text", "Check the cable and whether the other Spark is on; then run: sparkloomctl verify")},
    {"rdma.connect-failed", QT_TRANSLATE_NOOP("text", "A queue pair of {device} could not be connected: {text}."),
        QT_TRANSLATE_NOOP("text", "The NIC or its driver refused what is usual."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; reboot it with the cable in, then test again.")},

    // --- limits
    {"rdma.memlock",
        QT_TRANSLATE_NOOP(
            "text", "This user may lock {limit} KiB of memory, and the test needs {needed} KiB for RDMA on {device}."),
        QT_TRANSLATE_NOOP("text",
            "What a NIC reads and writes by itself must stay in memory. The limit (RLIMIT_MEMLOCK) holds for NCCL and "
            "every job over RDMA, too. SSH takes it up when you sign in."),
        QT_TRANSLATE_NOOP("text",
            "On the Spark write two lines into /etc/security/limits.d/90-memlock.conf: \"* soft memlock unlimited\" "
            "and \"* hard memlock unlimited\"; then sign in anew. For one process: sudo prlimit --memlock=unlimited "
            "--pid PID")},
    {"rdma.no-memory", QT_TRANSLATE_NOOP("text", "No memory for RDMA on {device} ({what})."),
        QT_TRANSLATE_NOOP("text",
            "There is too little free memory that does not move. Kernel 7.0.0-1019 has none at all: CmaTotal in "
            "/proc/meminfo is 0."),
        QT_TRANSLATE_NOOP("text",
            "Free memory, or boot another kernel (6.17.0-1031 works; with 7.0.0-1019: the kernel option kho=off).")},
    {"rdma.no-resources", QT_TRANSLATE_NOOP("text", "{device} could not make what the test needs ({what}): {text}."),
        QT_TRANSLATE_NOOP("text", "Too many queue pairs, too large ones, or the NIC does not answer."),
        QT_TRANSLATE_NOOP("text", "Test with fewer queue pairs: --qps 1. If that fails too, reboot the Spark.")},
    {"rdma.memory-cap", QT_TRANSLATE_NOOP("text", "The test would take {wanted} MiB for RDMA; {cap} MiB is the limit."),
        QT_TRANSLATE_NOOP("text", "A Spark's memory is also its GPU's; more would not be faster."),
        QT_TRANSLATE_NOOP("text", "Take smaller messages or fewer queue pairs.")},

    // --- while data travel
    {"rdma.link-lost", QT_TRANSLATE_NOOP("text", "The link of half {half} ({device}) went down during the test."),
        QT_TRANSLATE_NOOP("text", "The NIC said so itself: the cable was pulled, or the other Spark went off."),
        QT_TRANSLATE_NOOP("text", "Push the plugs in at both ends, then test again.")},
    {"rdma.retry-exceeded",
        QT_TRANSLATE_NOOP("text", "The other end of half {half} stopped answering RDMA packets ({peer})."),
        QT_TRANSLATE_NOOP("text",
            "A packet was sent seven times within half a second without an answer: the other program or Spark is gone, "
            "the packets go to the wrong half, or they are too large for the way."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl verify. It tells large packets and wrong halves apart.")},
    {"rdma.receiver-not-ready", QT_TRANSLATE_NOOP("text", "The receiver had no room for a message on half {half}."),
        QT_TRANSLATE_NOOP("text", "Its program does not run any more, or far too slowly."),
        QT_TRANSLATE_NOOP("text", "Look what else runs on the receiving Spark, then test again.")},
    {"rdma.remote-access", QT_TRANSLATE_NOOP("text", "The other end of half {half} refused access to its memory."),
        QT_TRANSLATE_NOOP("text", "Its program started anew meanwhile, or the data went to another Spark."),
        QT_TRANSLATE_NOOP("text", "Look for a second machine with the address {peer}; then test again.")},
    {"rdma.remote-operation", QT_TRANSLATE_NOOP("text", "The NIC at the other end of half {half} failed ({text})."),
        QT_TRANSLATE_NOOP("text", "It could not write to or read from its own memory."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg of the other Spark; reboot it with the cable in.")},
    {"rdma.local-protection", QT_TRANSLATE_NOOP("text", "The own NIC {device} refused the memory of the test."),
        QT_TRANSLATE_NOOP("text", "That is a mistake of this program, or of the driver."),
        QT_TRANSLATE_NOOP("text", "Test with messages of 64 KiB; report it if it stays.")},
    {"rdma.flushed", QT_TRANSLATE_NOOP("text", "A queue pair of half {half} ended without a reason."),
        QT_TRANSLATE_NOOP("text", "The NIC or its driver was reset while it worked."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark, then test again.")},
    {"rdma.completion", QT_TRANSLATE_NOOP("text", "RDMA on half {half} failed: {text} (status {status} of {device})."),
        QT_TRANSLATE_NOOP("text", "The NIC ended the queue pair."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark, then test again.")},
    {"rdma.device-lost", QT_TRANSLATE_NOOP("text", "The NIC behind {device} went away during the test."),
        QT_TRANSLATE_NOOP("text", "Its driver gave it up: a failure of the card, or it was unplugged from PCIe."),
        QT_TRANSLATE_NOOP(
            "text", "Look at dmesg on the Spark. Shut it down, pull its power plug for a minute and start it again.")},
    {"rdma.wrong-data",
        QT_TRANSLATE_NOOP("text", "{wrong} of {checked} bytes arrived damaged at half {half} ({device})."),
        QT_TRANSLATE_NOOP("text",
            "RDMA protects every packet with two checksums, so the cable is not the first guess: "
            "memory or the NIC is."),
        QT_TRANSLATE_NOOP("text", "Do not trust this Spark with data. Test its memory, update its firmware.")},
    {"rdma.not-checked", QT_TRANSLATE_NOOP("text", "The data that arrived at half {half} were not compared."),
        QT_TRANSLATE_NOOP("text", "So nothing proves that they arrived."), QT_TRANSLATE_NOOP("text", "Test again.")},

    // --- its process
    {"rdma.hangs-opening", QT_TRANSLATE_NOOP("text", "libibverbs did not come back from opening the RDMA device."),
        QT_TRANSLATE_NOOP("text", "The driver or the NIC hangs. The process of the test was ended."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; reboot it with the cable in.")},
    {"rdma.hangs-connecting", QT_TRANSLATE_NOOP("text", "libibverbs did not come back from connecting queue pairs."),
        QT_TRANSLATE_NOOP("text", "The driver or the NIC hangs. The process of the test was ended."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; reboot it with the cable in.")},
    {"rdma.hangs-running", QT_TRANSLATE_NOOP("text", "RDMA stood still and told no error."),
        QT_TRANSLATE_NOOP("text", "The NIC owes an answer for every message. The process of the test was ended."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; reboot it with the cable in.")},
    {"rdma.hangs-checking", QT_TRANSLATE_NOOP("text", "The data that arrived could not be compared in time."),
        QT_TRANSLATE_NOOP("text", "This Spark is very busy, or the NIC hangs."),
        QT_TRANSLATE_NOOP("text", "Look what else runs on the Spark, then test again.")},
    {"rdma.abandoned", QT_TRANSLATE_NOOP("text", "The test was not continued from this computer in time."),
        QT_TRANSLATE_NOOP("text", "The connection to the Spark was slow or gone."),
        QT_TRANSLATE_NOOP("text", "Test again.")},
    {"rdma.process-killed", QT_TRANSLATE_NOOP("text", "The process of the RDMA test was ended by signal {signal}."),
        QT_TRANSLATE_NOOP("text", "libibverbs or its part for this NIC crashed, or memory ran out."),
        QT_TRANSLATE_NOOP("text", "Look at dmesg on the Spark; update libibverbs1 and ibverbs-providers.")},
    {"rdma.process-ended", QT_TRANSLATE_NOOP("text", "The process of the RDMA test ended too early (code {code})."),
        QT_TRANSLATE_NOOP("text", "Somebody ended it, or it could not start."),
        QT_TRANSLATE_NOOP("text", "Test again.")},
    {"rdma.no-such-run", QT_TRANSLATE_NOOP("text", "The Spark knows nothing of this run any more."),
        QT_TRANSLATE_NOOP("text", "It has ended already."), QT_TRANSLATE_NOOP("text", "Test again.")},
    {"rdma.wrong-step", QT_TRANSLATE_NOOP("text", "The steps of an RDMA run came in the wrong order."),
        QT_TRANSLATE_NOOP("text", "That is a mistake of this program."), QT_TRANSLATE_NOOP("text", "Report it.")},

    // --- what its figures say
    {"band.rdma-read", QT_TRANSLATE_NOOP("text", "limited by: questions and answers of RDMA READ; seen once, 80 Gb/s")},
    {"band.rdma-both-ways",
        QT_TRANSLATE_NOOP(
            "text", "limited by: cable and PCIe, which carry both directions at once; a tenth may be lost")},
    {"band.rdma-wire",
        QT_TRANSLATE_NOOP("text", "limited by: the cable, {gbps} Gb/s once the headers of RoCE are taken off")},
    {"band.rdma-small-frames", QT_TRANSLATE_NOOP("text", "limited by: headers at MTU 1500")},
    {"latency.good", QT_TRANSLATE_NOOP("text", "{us} us: as it should be (less than {good}).")},
    {"latency.ok", QT_TRANSLATE_NOOP("text", "{us} us: fine, though less than {good} is what others see.")},
    {"latency.degraded", QT_TRANSLATE_NOOP("text", "{us} us is slow: less than {ok} is usual.")},
    {"latency.broken", QT_TRANSLATE_NOOP("text", "{us} us is far too slow: {slow} and more never comes from a cable.")},
    {"latency.under-load",
        QT_TRANSLATE_NOOP("text", "{us} us under full load; nobody has published what is to be expected then.")},
    {"latency.no-band",
        QT_TRANSLATE_NOOP(
            "text", "{us} us; there is nothing to compare it with: no PCIe link of a real half is known.")},
    {"bench.doing-latency",
        QT_TRANSLATE_NOOP("text", "Latency of cable {cable}, half {half}: {from} to {to} and back")},
    {"bench.doing-latency-load",
        QT_TRANSLATE_NOOP("text", "Latency under load, cable {cable}, half {half}: {from} to {to} and back")},
};

std::span<const Entry> rdmaEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
