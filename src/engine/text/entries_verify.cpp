// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// What was proven, and what was not.
namespace sparkloom::engine::text {

// Where one of these ends a set-up.
static constexpr char kKept[] =
    QT_TRANSLATE_NOOP("text", "Settings are kept only where every half passes every check.");

static constexpr Entry kEntries[] = {
    // --- each half by itself
    {"verify.address-right", QT_TRANSLATE_NOOP("text", "{interface} has {address} and MTU {mtu}.")},
    {"verify.address-missing",
        QT_TRANSLATE_NOOP("text", "{interface} of {spark} (half {half}) does not have the address {address}."), kKept},
    {"verify.mtu-not-set",
        QT_TRANSLATE_NOOP("text", "{interface} of {spark} (half {half}) has MTU {seen} instead of {mtu}."), kKept},
    {"verify.address-remedy",
        QT_TRANSLATE_NOOP("text",
            "Somebody changed it since the set-up, or the network manager has not taken it up yet. Wait ten seconds; "
            "if it stays, run the set-up again.")},
    {"verify.half-absent", QT_TRANSLATE_NOOP("text", "Half {half} of {spark} ({interface}) is not there."), kKept},
    {"verify.half-absent-remedy",
        QT_TRANSLATE_NOOP("text",
            "A Spark without a cable hides its fast network card. Push the plugs of {spark} in until they click.")},
    {"verify.half-dark", QT_TRANSLATE_NOOP("text", "{interface} of {spark} (half {half}) has no link."), kKept},
    {"verify.no-link",
        QT_TRANSLATE_NOOP(
            "text", "From {from} to {to} (half {half}) nothing can pass: {interface} of {spark} has no link."),
        kKept},
    {"verify.no-link-remedy",
        QT_TRANSLATE_NOOP("text",
            "The cable at {interface} of {spark} is out, loose or broken. Push its plugs in until they click at both "
            "ends, then verify again.")},
    {"verify.ipv6-off", QT_TRANSLATE_NOOP("text", "IPv6 is off on {interface} (half {half} of {spark}).")},
    {"verify.ipv6-on", QT_TRANSLATE_NOOP("text", "IPv6 is on on {interface} (half {half} of {spark})."), kKept},
    {"verify.ipv6-on-remedy",
        QT_TRANSLATE_NOOP("text",
            "It does no harm to the speed, but NCCL may pick such an address. Another sysctl file switches it on again "
            "for {interface}; run the set-up again or remove that file.")},

    // --- from half to half
    {"verify.route-right",
        QT_TRANSLATE_NOOP("text", "From {from} to {to} (half {half}) the way is {interface}, as it should be.")},
    {"verify.route-wrong",
        QT_TRANSLATE_NOOP(
            "text", "From {from} to {to} (half {half}) the kernel sends over {interface} instead of {wanted}."),
        kKept},
    {"verify.route-wrong-remedy",
        QT_TRANSLATE_NOOP("text",
            "Another route or rule takes this traffic away from {wanted}. Look at: ip route, ip rule. A VPN often does "
            "that.")},
    {"verify.lane-right", QT_TRANSLATE_NOOP("text", "From half {half} of {from} the right half of {to} answers.")},
    {"verify.lane-wrong",
        QT_TRANSLATE_NOOP(
            "text", "From half {half} of {from} the wrong half of {to} answers ({seen} instead of {wanted})."),
        kKept},
    {"verify.lane-wrong-remedy",
        QT_TRANSLATE_NOOP("text",
            "One half answers for the other, so half of the speed is lost. Run the set-up again; it sets arp_ignore "
            "and arp_announce on {to}.")},
    {"verify.lane-not-known",
        QT_TRANSLATE_NOOP("text", "Which half of {to} answers half {half} of {from} is not known."), kKept},
    {"verify.mtu-proven",
        QT_TRANSLATE_NOOP("text", "Packets of {mtu} bytes pass undivided from half {half} of {from} to {to}.")},
    {"verify.mtu-proven-with-loss",
        QT_TRANSLATE_NOOP(
            "text", "Packets of {mtu} bytes pass undivided from half {half} of {from} to {to}, but some were lost.")},
    {"verify.mtu-too-small",
        QT_TRANSLATE_NOOP(
            "text", "From half {half} of {from} to {to} only packets up to {largest} bytes pass undivided, not {mtu}."),
        kKept},
    {"verify.mtu-remedy",
        QT_TRANSLATE_NOOP("text", "The MTU differs between the two ends. Run the set-up again, or use --mtu {mtu}")},
    {"verify.mtu-switch-remedy",
        QT_TRANSLATE_NOOP("text",
            "The switch lets only smaller packets through. Raise MTU and L2MTU on its ports, or use --mtu {mtu}")},
    {"verify.no-answer", QT_TRANSLATE_NOOP("text", "{to} does not answer half {half} of {from} at {address}."), kKept},
    {"verify.no-answer-remedy",
        QT_TRANSLATE_NOOP("text",
            "Push the plugs of this cable in until they click at both ends, and check that no firewall on {to} blocks "
            "the fabric.")},
    {"verify.ping-not-tested", QT_TRANSLATE_NOOP("text", "From half {half} of {from} to {to} nothing could be tested."),
        kKept},

    // --- SSH between the Sparks
    {"verify.ssh-works", QT_TRANSLATE_NOOP("text", "{from} reaches {to} by SSH at {name} without a question.")},
    {"verify.ssh-failed", QT_TRANSLATE_NOOP("text", "{from} does not reach {to} by SSH at {name}: {problem}")},
    {"verify.ssh-failed-remedy",
        QT_TRANSLATE_NOOP(
            "text", "Run the set-up again; it installs the keys anew. If it stays, try by hand on {from}: ssh {name}")},
    {"verify.ssh-no-way-remedy",
        QT_TRANSLATE_NOOP("text",
            "Nothing answers there; the keys are not the cause. Look at the cables: one that was moved leads to "
            "another Spark now. If they are where they were, run the set-up again.")},
    {"verify.ssh-no-link",
        QT_TRANSLATE_NOOP(
            "text", "{from} does not reach {to} by SSH at {name}: {interface} of {spark} (half {half}) has no link.")},
    {"verify.ssh-no-link-remedy",
        QT_TRANSLATE_NOOP("text",
            "The cable at {interface} of {spark} is out, loose or broken; the keys are not the cause. Push its plugs "
            "in until they click at both ends, then verify again.")},
    {"verify.ssh-other-machine",
        QT_TRANSLATE_NOOP("text", "At {name}, {from} reaches a machine that calls itself {hostname} instead of {to}.")},
    {"verify.ssh-other-machine-remedy",
        QT_TRANSLATE_NOOP(
            "text", "Two machines share this name or address. Rename one of them, or look at /etc/hosts on {from}.")},
    {"verify.ssh-not-tested", QT_TRANSLATE_NOOP("text", "SSH from {from} to {to} at {name} could not be tested.")},

    // --- the management network
    {"verify.management-same", QT_TRANSLATE_NOOP("text", "{spark} is still managed over {interface}.")},
    {"verify.management-differs",
        QT_TRANSLATE_NOOP("text", "{spark} is now managed over another interface: {interface}."), kKept},
    {"verify.management-not-known", QT_TRANSLATE_NOOP("text", "Over which interface {spark} is managed is not known."),
        kKept},
    {"verify.management-remedy",
        QT_TRANSLATE_NOOP(
            "text", "The set-up must not touch the management network of {spark}. Check its network plug and Wi-Fi.")},
    {"verify.spark-not-reached", QT_TRANSLATE_NOOP("text", "{spark} was not reached, so nothing about it was tested.")},
    {"verify.spark-not-reached-remedy",
        QT_TRANSLATE_NOOP("text", "Check that {spark} is on, sign in to it and verify again.")},

    // --- all together
    {"verify.proven-addresses", QT_TRANSLATE_N_NOOP("text", "Proven: all %n halves have their address and MTU."),
        nullptr, nullptr, "Proven: the half has its address and MTU."},
    {"verify.proven-lanes",
        QT_TRANSLATE_N_NOOP(
            "text", "Proven: each half is answered by the right half, over its own wire (%n ways, both directions)."),
        nullptr, nullptr, "Proven: the half is answered by the right half, over its own wire."},
    {"verify.proven-mtu",
        QT_TRANSLATE_NOOP("text", "Proven: packets of {mtu} bytes pass undivided on every half, in both directions.")},
    {"verify.proven-ssh",
        QT_TRANSLATE_N_NOOP("text", "Proven: the Sparks reach each other by SSH without a question (%n ways)."),
        nullptr, nullptr, "Proven: the Sparks reach each other by SSH without a question."},
    {"verify.proven-ipv6-off", QT_TRANSLATE_NOOP("text", "Proven: IPv6 is off on every half.")},
    {"verify.some-not-tested", QT_TRANSLATE_N_NOOP("text", "Not proven: %n checks could not be made."), nullptr,
        nullptr, "Not proven: one check could not be made."},
    {"verify.speed-not-proven",
        QT_TRANSLATE_NOOP(
            "text", "Not proven: the speed. That is measured, not set up; nothing is claimed about it here.")},
    {"verify.nothing-applied", QT_TRANSLATE_NOOP("text", "This cluster is not set up, so there is nothing to prove."),
        QT_TRANSLATE_NOOP("text", "What is proven is what a set-up promised."),
        QT_TRANSLATE_NOOP("text", "Set it up first.")},
};

std::span<const Entry> verifyEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
