// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// The NCCL test on a Spark.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- before it begins
    {"nccl.not-here", QT_TRANSLATE_NOOP("text", "NCCL cannot be tested on this machine."),
        QT_TRANSLATE_NOOP("text", "Its agent cannot start a process for it."),
        QT_TRANSLATE_NOOP("text", "Choose a real Spark. The other tests work here.")},
    {"nccl.library-missing",
        QT_TRANSLATE_NOOP("text", "The library NCCL (libnccl.so.2) was not found on this Spark. NCCL was not tested."),
        QT_TRANSLATE_NOOP("text",
            "It was looked for in the system's folders and in Python packages. The RDMA test proves the cables without "
            "it."),
        QT_TRANSLATE_NOOP("text",
            "Let Sparkloom copy the library of another Spark (sparkloomctl nccl), install the package libnccl2, or "
            "name the file.")},
    {"nccl.cuda-missing",
        QT_TRANSLATE_NOOP(
            "text", "The NVIDIA driver's library (libcuda.so.1) was not found on this Spark. NCCL was not tested."),
        QT_TRANSLATE_NOOP("text", "Without the driver no program can use the GPU."),
        QT_TRANSLATE_NOOP("text", "Install the NVIDIA driver, or name the file.")},
    {"nccl.library-broken", QT_TRANSLATE_NOOP("text", "The library {library} is there but cannot be loaded."),
        QT_TRANSLATE_NOOP("text", "The file is damaged, made for another processor, or lacks a library that it needs."),
        QT_TRANSLATE_NOOP("text", "Install the package again, or name another file.")},
    {"nccl.library-old",
        QT_TRANSLATE_NOOP("text", "The library {library} is NCCL {version}, which is too old: {needed} is needed."),
        QT_TRANSLATE_NOOP("text", "Older versions lack what the test is built on, and know nothing of this GPU."),
        QT_TRANSLATE_NOOP("text", "Install a newer libnccl2, or name another file.")},
    {"nccl.symbol-missing", QT_TRANSLATE_NOOP("text", "The library {library} lacks the function {symbol}."),
        QT_TRANSLATE_NOOP("text", "It is another library of the same name, or a build that left something out."),
        QT_TRANSLATE_NOOP("text", "Install the package again, or name another file.")},
    {"nccl.library-differs",
        QT_TRANSLATE_NOOP("text", "The library {library} is not the same file as on the other Sparks."),
        QT_TRANSLATE_NOOP(
            "text", "Different versions of NCCL hang or fail when they meet, and their figures cannot be compared."),
        QT_TRANSLATE_NOOP("text",
            "Let Sparkloom copy the same file to all (sparkloomctl nccl), install the same version on every Spark, or "
            "name the right file.")},
    // --- the library of another Spark
    {"nccl.copy-no-library", QT_TRANSLATE_NOOP("text", "{path} is no library of NCCL that could be copied."),
        QT_TRANSLATE_NOOP("text", "It is no plain file of that name, or larger than 2 GiB."),
        QT_TRANSLATE_NOOP("text", "Copy from another Spark, or install the package libnccl2.")},
    {"nccl.copy-folder-unsafe",
        QT_TRANSLATE_NOOP("text", "{path} is a link, somebody else's, or others can write to it."),
        QT_TRANSLATE_NOOP("text", "Whoever can write there decides what the test loads. Nothing was copied."),
        QT_TRANSLATE_NOOP("text", "Make it a folder of your own that only you can write to.")},
    {"nccl.copy-no-room",
        QT_TRANSLATE_NOOP("text", "The copy needs {mib} MiB, and only {free} MiB are free in the home folder."),
        QT_TRANSLATE_NOOP("text", "256 MiB are left to others. Nothing was copied."),
        QT_TRANSLATE_NOOP("text", "Make room, then try again.")},
    {"nccl.copy-damaged",
        QT_TRANSLATE_NOOP("text", "The copy of NCCL's library is not the file that was to be copied."),
        QT_TRANSLATE_NOOP("text",
            "Its hash is another one: the file was replaced meanwhile, or damaged on its way. Nothing of it was kept."),
        QT_TRANSLATE_NOOP("text", "Try again.")},
    {"bench.nccl-copy-no-source", QT_TRANSLATE_NOOP("text", "No Spark has NCCL's library, so there is none to copy."),
        QT_TRANSLATE_NOOP("text", "The RDMA test proves the cables without it."),
        QT_TRANSLATE_NOOP("text",
            "Install NVIDIA's package on one of them (sudo apt install libnccl2), then copy it to the others from "
            "there.")},
    {"bench.nccl-copy-from",
        QT_TRANSLATE_NOOP("text", "{spark} has NCCL {version}: {path}, {mib} MiB, SHA-256 {sha256}.")},
    {"bench.nccl-copy-to", QT_TRANSLATE_NOOP("text", "{spark} gets a copy: {path}.")},
    {"bench.nccl-copy-none", QT_TRANSLATE_NOOP("text", "It has none.")},
    {"bench.nccl-copy-other", QT_TRANSLATE_NOOP("text", "It has NCCL {version} ({path}), which stays where it is.")},
    {"bench.nccl-copy-means",
        QT_TRANSLATE_NOOP("text",
            "Only Sparkloom's tests take the copy, other programs go on with what they have. No root is needed; --undo "
            "takes it back.")},
    {"nccl.no-gpu", QT_TRANSLATE_NOOP("text", "This Spark has no GPU number {device}; it has {count}."),
        QT_TRANSLATE_NOOP("text", "The driver does not see it."),
        QT_TRANSLATE_NOOP("text", "Look at the output of nvidia-smi.")},
    {"nccl.setting-refused",
        QT_TRANSLATE_NOOP(
            "text", "The setting {name} is not one that a test may have, or its value has the wrong form."),
        QT_TRANSLATE_NOOP("text", "Only settings that choose devices, routes and counts are passed on to NCCL."),
        QT_TRANSLATE_NOOP("text", "Leave it out.")},
    {"nccl.busy", QT_TRANSLATE_NOOP("text", "{program} (process {pid}) is running on this Spark. NCCL was not tested."),
        QT_TRANSLATE_NOOP(
            "text", "The figures would mean nothing, and the test could take memory that the program needs."),
        QT_TRANSLATE_NOOP("text", "End it and test again, or test beside it on purpose.")},
    {"nccl.memory-low",
        QT_TRANSLATE_NOOP("text", "Only {mib} MiB of memory are free on this Spark, too little for a test."),
        QT_TRANSLATE_NOOP(
            "text", "GPU and programs share one memory; a test that takes the last of it can freeze the Spark."),
        QT_TRANSLATE_NOOP("text", "End programs that need much memory, then test again.")},
    {"nccl.memory-cap",
        QT_TRANSLATE_NOOP("text", "The test would need {wanted} MiB of memory; at most {cap} MiB are allowed."),
        QT_TRANSLATE_NOOP("text", "GPU and programs share one memory. More than 1 GiB per buffer teaches nothing new."),
        QT_TRANSLATE_NOOP("text", "Choose a smaller largest size.")},
    // --- while it runs
    {"nccl.out-of-memory", QT_TRANSLATE_NOOP("text", "The GPU had no memory left for the test ({free} MiB free)."),
        QT_TRANSLATE_NOOP("text", "Another program holds it."),
        QT_TRANSLATE_NOOP("text", "End that program, or choose a smaller largest size.")},
    {"nccl.cuda-error", QT_TRANSLATE_NOOP("text", "The NVIDIA driver reported {error} ({call})."),
        QT_TRANSLATE_NOOP("text", "The GPU or its driver is in trouble, or this NCCL has no code for this GPU."),
        QT_TRANSLATE_NOOP("text", "Look at nvidia-smi and the Spark's log; restart the Spark if it repeats.")},
    {"nccl.library-error", QT_TRANSLATE_NOOP("text", "NCCL reported: {error}"),
        QT_TRANSLATE_NOOP("text", "The details hold what it said about the cause."),
        QT_TRANSLATE_NOOP("text", "Run the RDMA test: it says whether the cables are sound.")},
    {"nccl.peer-lost", QT_TRANSLATE_NOOP("text", "NCCL lost the connection to another Spark."),
        QT_TRANSLATE_NOOP("text",
            "The reason is on the other side or between them: a process that ended, a pulled cable, a firewall."),
        QT_TRANSLATE_NOOP("text", "Look at what the other Sparks report.")},
    {"nccl.cancelled", QT_TRANSLATE_NOOP("text", "The NCCL test was stopped."),
        QT_TRANSLATE_NOOP("text", "Nothing of it runs any more on this Spark."),
        QT_TRANSLATE_NOOP("text", "Start it again whenever you like.")},
    // --- too late
    {"nccl.late-find",
        QT_TRANSLATE_NOOP("text", "Loading NCCL and the NVIDIA driver took longer than {seconds:seconds} s."),
        QT_TRANSLATE_NOOP("text", "The driver does not answer, or the disk is very slow."),
        QT_TRANSLATE_NOOP("text", "Look at nvidia-smi; restart the Spark if it hangs too.")},
    {"nccl.late-init", QT_TRANSLATE_NOOP("text", "The Sparks did not find each other within {seconds:seconds} s."),
        QT_TRANSLATE_NOOP("text",
            "A firewall blocks TCP between them, NCCL chose the wrong interface, or another Spark did not start."),
        QT_TRANSLATE_NOOP("text", "Look at the firewall (ufw) and at what the other Sparks report.")},
    {"nccl.late-warm-up",
        QT_TRANSLATE_NOOP("text", "The first operations of NCCL did not end within {seconds:seconds} s."),
        QT_TRANSLATE_NOOP("text", "The connections between the Sparks could not be made, or another Spark stopped."),
        QT_TRANSLATE_NOOP("text", "Run the RDMA test, and look at what the other Sparks report.")},
    {"nccl.late-timed", QT_TRANSLATE_NOOP("text", "A measurement of NCCL did not end within {seconds:seconds} s."),
        QT_TRANSLATE_NOOP("text", "Another Spark stopped, a cable went down, or the way is far slower than expected."),
        QT_TRANSLATE_NOOP("text", "Look at what the other Sparks report, then run the RDMA test.")},
    {"nccl.late-verify", QT_TRANSLATE_NOOP("text", "Checking a result of NCCL did not end within {seconds:seconds} s."),
        QT_TRANSLATE_NOOP("text", "Another Spark stopped, or this one is very busy."),
        QT_TRANSLATE_NOOP("text", "Look at what the other Sparks report, then test again.")},
    {"nccl.late-leave",
        QT_TRANSLATE_NOOP("text", "NCCL did not end by itself within {seconds:seconds} s and was ended."),
        QT_TRANSLATE_NOOP("text", "The library waits for another Spark that is gone."),
        QT_TRANSLATE_NOOP("text", "Test again.")},
    {"nccl.late-total",
        QT_TRANSLATE_NOOP("text", "The NCCL test took longer than the {seconds:seconds} s that it had."),
        QT_TRANSLATE_NOOP(
            "text", "The way between the Sparks is slower than expected, or too many sizes were asked for."),
        QT_TRANSLATE_NOOP("text", "Choose fewer sizes or more time.")},
    // --- the process of the rank
    {"nccl.rank-stopped",
        QT_TRANSLATE_NOOP("text", "The test's process on this Spark was stopped (process {pid}) and had to be ended."),
        QT_TRANSLATE_NOOP(
            "text", "Somebody stopped it by a signal or a debugger. The other Sparks waited for it in vain."),
        QT_TRANSLATE_NOOP("text", "Test again.")},
    {"nccl.rank-killed", QT_TRANSLATE_NOOP("text", "The test's process on this Spark was killed (signal {signal})."),
        QT_TRANSLATE_NOOP("text",
            "Signal 9 comes from a person or from a Spark without free memory, 11 and 6 from a crash in a library."),
        QT_TRANSLATE_NOOP("text", "Look at the Spark's log: sudo journalctl -b")},
    {"nccl.rank-ended", QT_TRANSLATE_NOOP("text", "The test's process on this Spark ended by itself (code {code})."),
        QT_TRANSLATE_NOOP("text", "A library ended it. The details hold its last words."),
        QT_TRANSLATE_NOOP("text", "Test again, and report it if it repeats.")},
    {"nccl.unkillable",
        QT_TRANSLATE_NOOP(
            "text", "The test's process {pid} on this Spark cannot be ended: it hangs inside the driver."),
        QT_TRANSLATE_NOOP("text",
            "The kernel waits for the GPU or the network card. This is the only case in which something is left "
            "behind."),
        QT_TRANSLATE_NOOP("text", "Restart this Spark.")},
    // --- what the application says of a run
    {"bench.doing-nccl", QT_TRANSLATE_NOOP("text", "NCCL over {count} Sparks")},
    {"bench.nccl-silent", QT_TRANSLATE_NOOP("text", "This Spark stopped answering while NCCL ran."),
        QT_TRANSLATE_NOOP("text", "It hangs, its agent was stopped, or the network to it is gone."),
        QT_TRANSLATE_NOOP("text", "Check that it is on, then test again.")},
    {"bench.nccl-rows-differ", QT_TRANSLATE_NOOP("text", "The Sparks report different results of the same NCCL run."),
        QT_TRANSLATE_NOOP("text", "Their agents do not fit together."), QT_TRANSLATE_NOOP("text", "Test again.")},
    {"bench.nccl-firewall",
        QT_TRANSLATE_NOOP("text", "No TCP connection gets through to {spark} over {interface}: a firewall drops it."),
        QT_TRANSLATE_NOOP("text",
            "NCCL's ranks meet over this network, on ports that are not known before. It would hang; it was not "
            "started."),
        QT_TRANSLATE_NOOP("text",
            "On {spark}: sudo ufw allow from {address} to any. Undo: sudo ufw delete allow from {address} to any. Do "
            "so for each other Spark.")},
    {"bench.nccl-library",
        QT_TRANSLATE_NOOP("text", "NCCL {version} ({library}), the same file on all {count} Sparks.")},
    {"bench.nccl-code-own", QT_TRANSLATE_NOOP("text", "It holds code for this GPU ({gpu}): {code}.")},
    {"bench.nccl-code-translated",
        QT_TRANSLATE_NOOP("text", "It holds no code for this GPU ({gpu}) itself; the driver translates it: {code}.")},
    {"bench.nccl-code-none",
        QT_TRANSLATE_NOOP("text",
            "It holds no code for this GPU ({gpu}), only {code}: it will fail or be slow. Install a release for "
            "GB10.")},
    {"bench.nccl-memory",
        QT_TRANSLATE_NOOP(
            "text", "Each Spark gives at most {mib} MiB of memory to it; the largest size is {largest} MiB.")},
    {"bench.nccl-gpudirect",
        QT_TRANSLATE_NOOP(
            "text", "The driver says that this GPU can hand its memory to the network card (GPUDirect).")},
    {"bench.nccl-no-gpudirect",
        QT_TRANSLATE_NOOP("text",
            "No GPUDirect: the driver says that this GPU has none, so NCCL copies through memory first. That is how a "
            "Spark is made.")},
    {"bench.nccl-settings-file",
        QT_TRANSLATE_NOOP("text",
            "There are files with settings for NCCL ({files}). What they set and this test leaves open holds here, "
            "too.")},
    {"bench.nccl-rdma",
        QT_TRANSLATE_NOOP("text", "The data went by RDMA, over {devices}: NCCL's log and the counters agree.")},
    {"bench.nccl-sockets",
        QT_TRANSLATE_NOOP(
            "text", "NCCL used sockets over {devices} instead of RDMA: many times slower than it could be.")},
    {"bench.nccl-sockets-beside",
        QT_TRANSLATE_NOOP("text",
            "NCCL used sockets over {devices}, which is not the fabric: the cable stood still meanwhile. Look for "
            "NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME in /etc/nccl.conf.")},
    {"bench.nccl-beside-cable",
        QT_TRANSLATE_NOOP("text", "NCCL did not use the cable: its data went over another network, by sockets.")},
    {"bench.nccl-wrong",
        QT_TRANSLATE_NOOP("text", "NCCL gave wrong results: {count} values are not what they must be.")},
    {"band.nccl-wire", QT_TRANSLATE_NOOP("text", "limited by: the cable, 24.5 GB/s of NCCL's data at MTU 9000")},
    {"band.nccl-small-frames",
        QT_TRANSLATE_NOOP("text", "limited by: packets of 1500 bytes; an MTU of 9000 brings a fifth more")},
    {"band.nccl-small-size", QT_TRANSLATE_NOOP("text", "limited by: the size, which is too small to reach full speed")},
    {"band.nccl-ring",
        QT_TRANSLATE_NOOP("text", "limited by: the ring of Sparks; NVIDIA's bar for three of them is 10 GB/s")},
    {"environment.test-algo-ring",
        QT_TRANSLATE_NOOP("text", "For this test: only NCCL's ring moves the bytes that its bandwidth is made of.")},
    {"environment.test-timeout",
        QT_TRANSLATE_NOOP(
            "text", "For this test: a peer that is gone is found after seconds, not after half a minute.")},
};

std::span<const Entry> ncclEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
