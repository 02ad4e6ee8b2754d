// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Measurements: what goes on, what a figure says, what it proves and what not.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- streams of one run
    {"tcp.connect-timeout", QT_TRANSLATE_NOOP("text", "No TCP connection came about over this half."),
        QT_TRANSLATE_NOOP("text", "Nothing answered within some seconds, so nothing was measured."),
        QT_TRANSLATE_NOOP("text", "Check the cable at both ends; then run: sparkloomctl verify")},
    {"tcp.connect-refused", QT_TRANSLATE_NOOP("text", "The other Spark refused the TCP connection of the test."),
        QT_TRANSLATE_NOOP("text",
            "Its packets arrived at another half than the one that waits for them, or a firewall there turns them "
            "away."),
        QT_TRANSLATE_NOOP("text",
            "Run: sparkloomctl verify. It says whether the right half answers. A firewall must let this half in: sudo "
            "ufw allow in on INTERFACE")},
    {"tcp.no-way", QT_TRANSLATE_NOOP("text", "This Spark has no way to the other end of this half."),
        QT_TRANSLATE_NOOP("text", "There is no link, no address or no answer there."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl verify. It says which.")},
    {"tcp.wrong-peer", QT_TRANSLATE_NOOP("text", "Something else than the expected Spark answered the test."),
        QT_TRANSLATE_NOOP("text", "It did not know the secret of this run, so nothing was sent to it."),
        QT_TRANSLATE_NOOP("text", "Look for a second machine with the same address.")},
    {"tcp.turned-away", QT_TRANSLATE_NOOP("text", "The other Spark turned the connection of the test away."),
        QT_TRANSLATE_NOOP("text", "It waits for another run, or for nobody any more."),
        QT_TRANSLATE_NOOP("text", "Run the test again.")},
    {"tcp.stream-broke", QT_TRANSLATE_NOOP("text", "A connection of the test broke off."),
        QT_TRANSLATE_NOOP("text", "The link went away, or the other Spark ended its part."),
        QT_TRANSLATE_NOOP("text", "Check that both Sparks are on and that the plugs are in, then run the test again.")},
    {"tcp.nobody-came",
        QT_TRANSLATE_NOOP(
            "text", "Only {joined} of {wanted} connections of the test came; {strangers} others were turned away."),
        QT_TRANSLATE_NOOP("text", "The sending Spark could not connect in time."),
        QT_TRANSLATE_NOOP("text",
            "Run: sparkloomctl verify. If that is fine, a firewall on the receiving Spark may block the fabric.")},
    {"tcp.sender-left", QT_TRANSLATE_NOOP("text", "The sending Spark ended before the measurement was over."),
        QT_TRANSLATE_NOOP("text", "There is no figure for a window that was not filled."),
        QT_TRANSLATE_NOOP("text", "Run the test again.")},
    {"tcp.not-own-address", QT_TRANSLATE_NOOP("text", "Half {half} of this Spark does not have the address {address}."),
        QT_TRANSLATE_NOOP("text", "Somebody changed it since the set-up."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl status")},

    // --- what keeps a test from running
    {"bench.firewall",
        QT_TRANSLATE_NOOP("text",
            "Packets reach {address} (half {half}), but no TCP connection gets through: a firewall there drops them."),
        QT_TRANSLATE_NOOP("text", "The cable is not to blame. NCCL would hang for the same reason."),
        QT_TRANSLATE_NOOP("text",
            "On that Spark: sudo ufw allow in on {interface}. Undo: sudo ufw delete allow in on {interface}. A set-up "
            "by Sparkloom does it for you.")},
    {"bench.link-lost", QT_TRANSLATE_NOOP("text", "The link of {interface} (half {half}) went away during the test."),
        QT_TRANSLATE_NOOP("text", "Somebody pulled the plug, or the cable or its port fails under load."),
        QT_TRANSLATE_NOOP("text", "Push the plugs in until they click at both ends, then run the test again.")},
    {"bench.link-flapped",
        QT_TRANSLATE_NOOP("text", "The link of {interface} (half {half}) went down and came back during the test."),
        QT_TRANSLATE_NOOP("text", "A cable or a plug that fails now and then; jobs break off when it does."),
        QT_TRANSLATE_NOOP("text",
            "Push the plugs in until they click at both ends. If it stays, swap the ends of the cable, then the "
            "cable.")},
    {"bench.no-end", QT_TRANSLATE_NOOP("text", "The test did not end in time."),
        QT_TRANSLATE_NOOP("text", "A Spark stopped answering while it ran; its streams end by themselves."),
        QT_TRANSLATE_NOOP("text", "Check that all Sparks are on, then run the test again.")},
    {"bench.spark-missing", QT_TRANSLATE_NOOP("text", "A Spark of this test is not connected."),
        QT_TRANSLATE_NOOP("text", "Both ends are needed for a measurement."),
        QT_TRANSLATE_NOOP("text", "Sign in to it and run the test again.")},
    {"bench.another-runs", QT_TRANSLATE_NOOP("text", "Another test is running."),
        QT_TRANSLATE_NOOP("text", "Two at once would measure each other."),
        QT_TRANSLATE_NOOP("text", "Wait for it to end, or cancel it.")},
    {"bench.no-such-spark", QT_TRANSLATE_NOOP("text", "There is no Spark {spark} to be tested."),
        QT_TRANSLATE_NOOP("text", "It is no member of this cluster, or it could not be reached."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl status. It names those that there are.")},
    {"bench.no-such-cable", QT_TRANSLATE_NOOP("text", "There is no cable {cable} that could be tested."),
        QT_TRANSLATE_NOOP("text", "Cables are numbered from 1; a cable to a switch has no number of its own."),
        QT_TRANSLATE_NOOP("text", "Leave --cable out to test all of them.")},
    {"bench.no-way-between", QT_TRANSLATE_NOOP("text", "These two Sparks share no cable that could be tested."),
        QT_TRANSLATE_NOOP(
            "text", "They are not cabled to each other; through a switch each Spark is tested with the next one only."),
        QT_TRANSLATE_NOOP("text", "Choose two others, or leave --host out to test all.")},
    {"bench.nothing-to-test",
        QT_TRANSLATE_NOOP(
            "text", "No two halves of these Sparks have addresses in one subnet, so nothing can be tested."),
        QT_TRANSLATE_NOOP("text", "The cluster is not set up yet."),
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl setup")},

    // --- what goes on
    {"bench.doing-one-half", QT_TRANSLATE_NOOP("text", "Cable {cable}, half {half} alone: {from} to {to}")},
    {"bench.doing-both-halves", QT_TRANSLATE_NOOP("text", "Cable {cable}, all halves together: {from} to {to}")},
    {"bench.doing-both-ways",
        QT_TRANSLATE_NOOP("text", "Cable {cable}, all halves, both directions at once: {from} and {to}")},
    {"bench.doing-cross-check", QT_TRANSLATE_NOOP("text", "Cable {cable}, half {half}, beside iperf3: {from} to {to}")},
    {"bench.doing-pairs", QT_TRANSLATE_NOOP("text", "{count} pairs at once, through the switch")},
    {"bench.doing-everything", QT_TRANSLATE_NOOP("text", "All cables, both directions, at once")},

    // --- why a band lies where it lies
    {"band.narrow-pcie",
        QT_TRANSLATE_NOOP("text",
            "limited by: the PCIe link of a half, {width} lanes at {speed} GT/s instead of 4 at 32, about {gbps} "
            "Gb/s")},
    {"band.streams", QT_TRANSLATE_NOOP("text", "limited by: {streams} streams, each fills one core")},
    {"band.both-ways",
        QT_TRANSLATE_NOOP("text",
            "limited by: the CPU, which serves both directions; an estimate, nobody has published this figure")},
    {"band.cpu", QT_TRANSLATE_NOOP("text", "limited by: the CPU of a Spark, about 175 Gb/s of TCP")},
    {"band.small-frames", QT_TRANSLATE_NOOP("text", "limited by: packets per second at MTU 1500")},
    {"band.pcie", QT_TRANSLATE_NOOP("text", "limited by: the PCIe link of one half, Gen5 x4")},

    // --- what a figure says
    {"figure.good", QT_TRANSLATE_NOOP("text", "{gbps} Gb/s: as it should be ({good} or more).")},
    {"figure.ok", QT_TRANSLATE_NOOP("text", "{gbps} Gb/s: fine, though {good} is what others see.")},
    {"figure.suspect",
        QT_TRANSLATE_NOOP("text", "{gbps} Gb/s is less than {ok}, but it was measured too seldom to say more.")},
    {"figure.degraded",
        QT_TRANSLATE_NOOP("text", "{gbps} Gb/s in {runs} runs is too little: {good} is what a healthy pair reaches.")},
    {"figure.broken",
        QT_TRANSLATE_NOOP(
            "text", "{gbps} Gb/s in {runs} runs is far too little: {good} is what a healthy pair reaches.")},
    {"figure.above-wire",
        QT_TRANSLATE_NOOP("text",
            "Invalid: the figure is larger than what the cable can carry. The measurement is wrong, whatever it "
            "says.")},
    {"figure.wire-not-measured",
        QT_TRANSLATE_NOOP("text",
            "Invalid: the receiving half has no counters, so nothing proves that the bytes crossed the cable.")},
    {"figure.counted-twice",
        QT_TRANSLATE_NOOP("text", "Invalid: fewer bytes crossed the wire than the streams counted.")},
    {"figure.siblings-added",
        QT_TRANSLATE_NOOP("text", "Invalid: the counters of both halves show the same port and were added.")},
    {"figure.not-on-cable",
        QT_TRANSLATE_NOOP("text", "Invalid: the counters of this half did not move. The bytes went another way.")},
    {"figure.other-traffic",
        QT_TRANSLATE_NOOP("text",
            "Invalid: much more crossed the wire than the streams sent. Something else uses this cable; measure again "
            "when it is quiet.")},
    {"figure.streams-lost", QT_TRANSLATE_NOOP("text", "Invalid: some streams broke off during the measurement.")},
    {"figure.no-band",
        QT_TRANSLATE_NOOP("text",
            "Measured, but there is nothing to compare it with: no PCIe link of a real half is known here, or nobody "
            "has published such a figure.")},

    // --- what a slow figure looks like
    {"bench.stale-init",
        QT_TRANSLATE_NOOP("text",
            "One half moves {gbps} Gb/s although link and PCIe are as they should be: the network card started badly "
            "(stale initialisation). The cable is not to blame.")},
    {"bench.stale-init-remedy",
        QT_TRANSLATE_NOOP("text",
            "Reboot both Sparks with the cable in. If it stays: shut both down, pull power and QSFP plugs, wait a "
            "minute, plug in again.")},
    {"bench.one-half-of-two",
        QT_TRANSLATE_NOOP(
            "text", "Both halves together move only {gbps} Gb/s, what one half carries: the streams share one half.")},
    {"bench.one-half-of-two-remedy",
        QT_TRANSLATE_NOOP(
            "text", "Run: sparkloomctl verify. It says which half answers for the other; the set-up mends it.")},

    // --- the rungs of the ladder
    {"ladder.link", QT_TRANSLATE_NOOP("text", "Link")},
    {"ladder.pcie", QT_TRANSLATE_NOOP("text", "PCIe")},
    {"ladder.address", QT_TRANSLATE_NOOP("text", "Addresses")},
    {"ladder.jumbo-and-lane", QT_TRANSLATE_NOOP("text", "Large packets, right lane")},
    {"ladder.each-half", QT_TRANSLATE_NOOP("text", "Each half")},
    {"ladder.both-halves", QT_TRANSLATE_NOOP("text", "Both halves")},
    {"ladder.both-ways", QT_TRANSLATE_NOOP("text", "Both directions")},
    {"ladder.all-cables", QT_TRANSLATE_NOOP("text", "All cables at once")},
    {"ladder.latency", QT_TRANSLATE_NOOP("text", "Latency")},
    {"ladder.nccl-small", QT_TRANSLATE_NOOP("text", "NCCL, 32 MiB")},
    {"ladder.nccl-large", QT_TRANSLATE_NOOP("text", "NCCL, 1 GiB")},
    {"ladder.tcp", QT_TRANSLATE_NOOP("text", "TCP")},
    {"ladder.soak", QT_TRANSLATE_NOOP("text", "Load for a long time")},
    {"ladder.half-dark", QT_TRANSLATE_NOOP("text", "Half {half} of {spark} ({interface}) has no link.")},
    {"ladder.half-dark-remedy",
        QT_TRANSLATE_NOOP("text", "Push the plugs of this cable in at both ends until they click.")},
    {"ladder.slow-link",
        QT_TRANSLATE_NOOP("text", "Half {half} of {spark} ({interface}) has a link of {gbps} Gb/s instead of 200.")},
    {"ladder.slow-link-remedy",
        QT_TRANSLATE_NOOP("text",
            "The cable or the port of the switch allows no more. Try another cable; on a switch check speed, lanes and "
            "FEC of the port.")},
    {"ladder.pcie-not-known", QT_TRANSLATE_NOOP("text", "The PCIe link of half {half} of {spark} is not known.")},
    {"ladder.narrow-pcie",
        QT_TRANSLATE_NOOP("text",
            "Half {half} of {spark} has a PCIe link with {width} lanes at {speed} GT/s instead of 4 at 32: it can move "
            "about {gbps} Gb/s at most.")},
    {"ladder.narrow-pcie-remedy",
        QT_TRANSLATE_NOOP("text",
            "Update the BIOS of this Spark; then shut it down, pull its power plug for a minute and start it again.")},
    {"ladder.half-without-address",
        QT_TRANSLATE_NOOP("text",
            "Half {half} of {spark} ({interface}) has a link but no address, so it carries nothing: the cable works at "
            "half of its speed.")},
    {"ladder.one-subnet",
        QT_TRANSLATE_NOOP("text",
            "Half {half} of {spark} ({interface}) is in one subnet with its half {other}: everything leaves through "
            "one "
            "of them.")},
    {"ladder.half-without-address-remedy",
        QT_TRANSLATE_NOOP("text", "Run: sparkloomctl setup. It gives every half an address of its own.")},
    {"ladder.no-lanes", QT_TRANSLATE_NOOP("text", "No half of these Sparks leads to another one.")},
    {"ladder.one-lane-only", QT_TRANSLATE_NOOP("text", "Not tested: only one half of the cable is in use.")},
    {"ladder.stopped", QT_TRANSLATE_NOOP("text", "Not tested, because a rung below it failed.")},
    {"ladder.by-tcp", QT_TRANSLATE_NOOP("text", "Measured with TCP: these Sparks offer no RDMA to be measured with.")},
    {"ladder.latency-needs-rdma",
        QT_TRANSLATE_NOOP("text", "Not tested: latency is measured with RDMA, which these Sparks do not offer.")},
    {"ladder.tcp-measured-below", QT_TRANSLATE_NOOP("text", "The rungs below were measured with TCP already.")},
    {"ladder.nccl-missing-remedy",
        QT_TRANSLATE_NOOP("text",
            "The cables are proven without it. To test NCCL: sparkloomctl nccl copies the library of a Spark that has "
            "it, or fetches the package libnccl2, and takes it back again. Then: sparkloomctl test nccl")},
    {"ladder.nccl-blamed", QT_TRANSLATE_NOOP("text", "It is due to {spark}.")},
    {"ladder.soaked", QT_TRANSLATE_NOOP("text", "{rounds} rounds in {time:seconds} s.")},
    {"ladder.soak-errors",
        QT_TRANSLATE_NOOP(
            "text", "Half {half} of {spark}: {counter} grew by {number} under load; it should stand still.")},
    {"bench.nic-said", QT_TRANSLATE_NOOP("text", "{spark}: {device} said during the test: {text}.")},
    {"ladder.soak-errors-remedy",
        QT_TRANSLATE_NOOP("text",
            "Push the plugs in until they click, swap the ends of the cable, test again: errors that move with the "
            "cable come from it.")},
    {"bench.errors-not-known", QT_TRANSLATE_NOOP("text", "A Spark does not tell its error counters."),
        QT_TRANSLATE_NOOP("text", "So nothing is said about errors under load."),
        QT_TRANSLATE_NOOP("text", "Test again.")},
    {"bench.nccl-beside-cable-remedy",
        QT_TRANSLATE_NOOP("text",
            "Take NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME out of /etc/nccl.conf on each Spark; in a container give it "
            "/dev/infiniband. Settings for jobs: sparkloomctl env")},
    {"bench.nccl-wrong-build",
        QT_TRANSLATE_NOOP("text",
            "NCCL moves {busbw} GB/s over RDMA although the cables carry more: this library is no release, or not made "
            "for this GPU.")},
    {"bench.nccl-wrong-build-remedy",
        QT_TRANSLATE_NOOP("text", "Install a release of libnccl2 for CUDA 13 on every Spark, the same on all.")},
    {"bench.nccl-one-half",
        QT_TRANSLATE_NOOP("text", "NCCL moves {busbw} GB/s, what one half carries: it uses one half of two.")},

    {"bench.below-baseline",
        QT_TRANSLATE_NOOP(
            "text", "{what}: {gbps} Gb/s, {percent} % less than this cluster reached before ({before}).")},

    // --- all together
    {"bench.verdict-good", QT_TRANSLATE_NOOP("text", "Everything that was tested runs at full speed.")},
    {"bench.verdict-ok", QT_TRANSLATE_NOOP("text", "Everything that was tested runs well; a little more can be had.")},
    {"bench.verdict-not-tested",
        QT_TRANSLATE_NOOP("text", "Not everything could be tested, so nothing is said about the whole.")},
    {"bench.verdict-suspect",
        QT_TRANSLATE_NOOP("text", "Something is slower than it should be, but it was measured too seldom to be sure.")},
    {"bench.verdict-degraded", QT_TRANSLATE_NOOP("text", "Something is slower than it should be.")},
    {"bench.verdict-broken", QT_TRANSLATE_NOOP("text", "Something is broken.")},
    {"bench.verdict-invalid",
        QT_TRANSLATE_NOOP("text", "The measurement proves nothing: bytes and wire do not agree.")},
    {"bench.proven-halves",
        QT_TRANSLATE_NOOP(
            "text", "Proven: each half that was tested carries TCP at its full speed, in each direction.")},
    {"bench.proven-cables",
        QT_TRANSLATE_NOOP("text",
            "Proven: the halves of each cable carry TCP together, in each direction, as fast as the CPU of a Spark "
            "allows.")},
    {"bench.proven-both-ways", QT_TRANSLATE_NOOP("text", "Proven: both directions at once.")},
    {"bench.proven-halves-rdma",
        QT_TRANSLATE_NOOP(
            "text", "Proven: each half that was tested carries RDMA at its full speed, in each direction.")},
    {"bench.proven-cables-rdma",
        QT_TRANSLATE_NOOP(
            "text", "Proven: the halves of each cable carry RDMA together, in each direction, at the cable's speed.")},
    {"bench.proven-both-ways-rdma", QT_TRANSLATE_NOOP("text", "Proven: RDMA in both directions at once.")},
    {"bench.proven-latency", QT_TRANSLATE_NOOP("text", "Proven: the latency is that of a healthy fabric.")},
    {"bench.proven-nccl",
        QT_TRANSLATE_NOOP("text", "Proven: NCCL reaches its full speed over these Sparks, and its results are right.")},
    {"bench.proven-wire",
        QT_TRANSLATE_NOOP("text",
            "Each figure is what the receiver got, and the counters of the receiving half saw as many bytes arrive.")},

    // --- iperf3 as a second opinion
    {"bench.iperf-missing",
        QT_TRANSLATE_NOOP("text",
            "iperf3 is not installed on {sparks}, so there is no second opinion. Nothing is needed: Sparkloom measures "
            "TCP by itself.")},
    {"bench.iperf-agrees",
        QT_TRANSLATE_NOOP("text", "iperf3 agrees: our figures are {least} to {most} times as large as its own.")},
    {"bench.iperf-apart",
        QT_TRANSLATE_NOOP("text",
            "iperf3 comes to other figures: ours are {least} to {most} times as large as its own. What is the same in "
            "both is the cable; look at the cores that each program used, and measure again.")},
    {"bench.iperf-one-thread",
        QT_TRANSLATE_NOOP("text",
            "iperf3 {version} on {spark} drives all its streams from one thread, which fills one core (from 3.16 on "
            "each "
            "stream has its own); Sparkloom has a thread for each stream.")},
    {"bench.iperf-differs",
        QT_TRANSLATE_NOOP("text",
            "What differs: iperf3 is bound to the address of the half and not to its interface, warms up for a whole "
            "second, and does not look at the counters of the wire.")},
    {"iperf.failed", QT_TRANSLATE_NOOP("text", "iperf3 could not measure."),
        QT_TRANSLATE_NOOP("text", "Its own words stand below. Sparkloom's own figures do not hang on it."),
        QT_TRANSLATE_NOOP(
            "text", "Look whether the Sparks reach each other over this half. If they do, measure without it.")},
    {"iperf.no-result", QT_TRANSLATE_NOOP("text", "iperf3 ended without a figure that can be read."),
        QT_TRANSLATE_NOOP("text", "It may be a version that writes another document."),
        QT_TRANSLATE_NOOP("text", "Measure without it: Sparkloom does not need it.")},
    {"iperf.late", QT_TRANSLATE_NOOP("text", "iperf3 did not end in time and was ended."),
        QT_TRANSLATE_NOOP("text", "It waits for something that does not come."),
        QT_TRANSLATE_NOOP(
            "text", "Look whether the Sparks reach each other over this half. If they do, measure without it.")},
    {"iperf.not-here", QT_TRANSLATE_NOOP("text", "Nobody can run iperf3 here."),
        QT_TRANSLATE_NOOP("text", "This machine has no way to start it."),
        QT_TRANSLATE_NOOP("text", "Measure without it: Sparkloom does not need it.")},

    // --- what is not proven
    {"bench.rdma-not-proven",
        QT_TRANSLATE_NOOP("text", "Not proven: RDMA, which AI jobs use and which is faster than TCP.")},
    {"bench.nccl-not-proven", QT_TRANSLATE_NOOP("text", "Not proven: NCCL, which most jobs of several Sparks use.")},
};

std::span<const Entry> benchEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
