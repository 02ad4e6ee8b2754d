// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Cables: what to plug where, and what is not known yet.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- the one instruction
    {"cabling.plug-cable",
        QT_TRANSLATE_NOOP(
            "text", "Plug cable {number} into {spark}, {cage:socket}, and into {other-spark}, {other-cage:socket}.")},
    {"cabling.plug-switch",
        QT_TRANSLATE_NOOP("text", "Plug cable {number} into {spark}, {cage:socket}, and into the switch.")},
    {"cabling.ring-missing",
        QT_TRANSLATE_NOOP("text",
            "One cable of the ring is missing: plug cable {number} into {spark}, {cage:socket}, and into "
            "{other-spark}, {other-cage:socket}.")},
    {"cabling.move-plug",
        QT_TRANSLATE_NOOP(
            "text", "Move a plug: out of {spark}, {cage:socket}, and into {other-spark}, {other-cage:socket}.")},
    {"cabling.take-plug",
        QT_TRANSLATE_NOOP("text",
            "Take the plug out of {spark}, {cage:socket}, and keep it in your hand. It belongs in {other-spark}, "
            "{other-cage:socket}, which becomes free next.")},
    {"cabling.move-plug-to-switch",
        QT_TRANSLATE_NOOP("text", "Move a plug: out of {spark}, {cage:socket}, and into the switch.")},
    {"cabling.move-far-plug",
        QT_TRANSLATE_NOOP("text",
            "The cable in {spark}, {cage:socket}, leads to a switch. Move its other plug into {other-spark}, "
            "{other-cage:socket}.")},
    {"cabling.move-plug-to-storage",
        QT_TRANSLATE_NOOP("text", "Move a plug: out of {spark}, {cage:socket}, and into the storage.")},
    {"cabling.pull-cable",
        QT_TRANSLATE_NOOP(
            "text", "Pull out the cable between {spark}, {cage:socket}, and {other-spark}, {other-cage:socket}.")},
    {"cabling.pull-cable-of", QT_TRANSLATE_NOOP("text", "Pull the cable out of {spark}, {cage:socket}.")},
    {"cabling.plug-storage",
        QT_TRANSLATE_NOOP(
            "text", "Plug cable {number} into {spark}, {cage:socket}, and into the storage or its switch.")},
    {"cabling.remaining-steps",
        QT_TRANSLATE_NOOP("text", "The shortest way there takes {steps} steps; this is the first.")},
    {"cabling.unseen-end",
        QT_TRANSLATE_NOOP("text",
            "The cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see. Cable {number} needs "
            "its other end in {other-spark}, {other-cage:socket}.")},
    {"cabling.unseen-end-detail",
        QT_TRANSLATE_NOOP(
            "text", "If that cable goes to storage or to another machine, use the other socket of this Spark for it.")},
    {"cabling.finding-out",
        QT_TRANSLATE_NOOP("text",
            "Cable {number}: both sockets are lit. Finding out whether it joins {spark}, {cage:socket}, and "
            "{other-spark}, {other-cage:socket}.")},
    {"cabling.finding-out-detail",
        QT_TRANSLATE_NOOP("text",
            "This takes a second or two. If it stays, the two ends belong to two different cables, or something blocks "
            "the probe.")},
    {"cabling.finding-out-switch",
        QT_TRANSLATE_NOOP(
            "text", "Cable {number}: {spark} is lit in {cage:socket}. Finding out whether it is on the switch.")},
    {"cabling.finding-out-switch-detail",
        QT_TRANSLATE_NOOP(
            "text", "If it stays, check on the switch that this port is in the same bridge or VLAN as the others.")},
    {"cabling.wait-second-half",
        QT_TRANSLATE_NOOP(
            "text", "Cable {number}: one half is up in {spark}, {cage:socket}; the other is still dark.")},
    {"cabling.wait-second-half-detail",
        QT_TRANSLATE_NOOP(
            "text", "This takes up to ten seconds after plugging. If it stays, push the plug in until it clicks.")},
    {"cabling.switch-not-seen", QT_TRANSLATE_NOOP("text", "Every Spark is lit, but no switch was seen between them.")},
    {"cabling.progress", QT_TRANSLATE_NOOP("text", "Cables that are right: {done} of {total}.")},
    {"cabling.wrong-number-of-sparks", QT_TRANSLATE_NOOP("text", "{count} Sparks do not make {topology:topology}."),
        QT_TRANSLATE_NOOP("text",
            "A pair needs two Sparks; a ring, a line or a star needs three or more; a split role needs an even "
            "number."),
        QT_TRANSLATE_NOOP("text", "Add or remove a Spark, or choose another form.")},

    // --- cables that form nothing that can be planned by itself
    {"topology.cable-to-itself",
        QT_TRANSLATE_NOOP("text", "No known form: a cable joins the two sockets of {spark} to each other."),
        QT_TRANSLATE_NOOP("text", "It cannot carry a cluster."),
        QT_TRANSLATE_NOOP("text", "Choose the form that you want; Sparkloom then says which plug to move.")},
    {"topology.not-cabled", QT_TRANSLATE_NOOP("text", "No known form: {spark} has no cable to any of the others."),
        QT_TRANSLATE_NOOP("text", "It would be left out of the cluster."),
        QT_TRANSLATE_NOOP(
            "text", "Choose the form that you want; Sparkloom then says what to plug where. Or remove this Spark.")},
    {"topology.not-on-switch",
        QT_TRANSLATE_NOOP("text", "No known form: {spark} is not on every switch that the others are on."),
        QT_TRANSLATE_NOOP("text", "A star needs every Spark on the same switch, all ports in one bridge."),
        QT_TRANSLATE_NOOP(
            "text", "Plug it into the switch, or put its port into the same bridge or VLAN as the others.")},
    {"topology.cables-and-switch",
        QT_TRANSLATE_NOOP("text", "No known form: some Sparks are joined by a cable and others by a switch."),
        QT_TRANSLATE_NOOP("text", "Jobs would find two kinds of ways between the Sparks, and use one of them only."),
        QT_TRANSLATE_NOOP("text", "Choose the form that you want; Sparkloom then says which plugs to move.")},
    {"topology.several-pieces",
        QT_TRANSLATE_NOOP("text", "No known form: the cables make several groups that are not joined to each other."),
        QT_TRANSLATE_NOOP("text", "No job could reach all of these Sparks over the cables."),
        QT_TRANSLATE_NOOP("text",
            "Choose the form that you want; Sparkloom then says which plugs to move. Or make a cluster of each "
            "group.")},
    {"topology.unseen-end",
        QT_TRANSLATE_NOOP(
            "text", "Not known: the cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see."),
        QT_TRANSLATE_NOOP("text", "That may be storage, or a machine that is not signed in."),
        QT_TRANSLATE_NOOP("text",
            "If it is storage, choose the split role. If it is another Spark, sign in to it. Else pull that cable "
            "out.")},

    // --- what is not known
    {"cabling.contradiction",
        QT_TRANSLATE_NOOP("text", "Two observations about {spark}, {cage:socket}, contradict each other."),
        QT_TRANSLATE_NOOP("text", "So Sparkloom does not say where this cable goes."),
        QT_TRANSLATE_NOOP("text", "Pull that plug out and put it back in; the observations then start anew.")},
    {"cabling.contradiction-detail",
        QT_TRANSLATE_NOOP("text", "Pull that plug out and put it back in; the observations then start anew.")},
    {"cabling.halves-asleep",
        QT_TRANSLATE_NOOP("text",
            "{spark}: some halves are asleep, so plugs in them cannot be seen. Sparkloom can wake them with sudo.")},
    {"cabling.half-cannot-probe",
        QT_TRANSLATE_NOOP("text", "{spark}: half {half} is lit but cannot look for its neighbour ({problem}).")},
    {"cabling.probed-in-vain",
        QT_TRANSLATE_NOOP("text",
            "{spark}, {cage:socket}: neither its plug nor frames told where this cable leads. If its other end is in "
            "a machine that is not signed in, sign in to that one; if not, try another cable.")},
    {"cabling.probed-in-vain-many",
        QT_TRANSLATE_NOOP("text",
            "{count} sockets: neither their plugs nor frames told where the cables lead. Where the other end is in a "
            "machine that is not signed in, sign in to that one; if not, try another cable.")},
    {"cabling.switch-between",
        QT_TRANSLATE_NOOP("text",
            "A switch seems to be between {spark}, {cage:socket}, and {other-spark}, {other-cage:socket}: frames that "
            "no switch passes on did not arrive. It serves as a cable does, where both of its ports are in one bridge "
            "and pass large frames.")},
    {"cabling.odd-sockets",
        QT_TRANSLATE_NOOP("text",
            "An odd number of sockets is lit ({count}), but a cable lights two: one end is missing. A plug may be "
            "loose at its other end, or a cable leads to a Spark that is not signed in, to a switch or to storage. "
            "Push the plugs in until they click, or sign in to that Spark, or choose the form that you want.")},
    {"cabling.device-says",
        QT_TRANSLATE_NOOP("text",
            "{spark}, {cage:socket}: the device \"{device}\" says that this cable is in its socket "
            "\"{port}\" (LLDP).")},
    {"cabling.not-running", QT_TRANSLATE_NOOP("text", "The cables are not being watched."),
        QT_TRANSLATE_NOOP("text", "Watching ended before the map was complete."),
        QT_TRANSLATE_NOOP("text", "Start this step again.")},
    {"flow.cage-leads-nowhere",
        QT_TRANSLATE_NOOP("text", "The cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see."),
        QT_TRANSLATE_NOOP("text", "Addresses are given only to cables of which both ends are known."),
        QT_TRANSLATE_NOOP("text",
            "Sign in to the machine at its other end, or pull this cable out if it does not belong to the cluster.")},
};

std::span<const Entry> fabricEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
