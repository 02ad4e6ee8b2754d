// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// What is found when the Sparks are looked at before a plan is applied.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- apply waits for a consent
    {"preflight.rdma-traffic",
        QT_TRANSLATE_NOOP("text", "{spark} moves {gbps} Gb/s of RDMA over {interface} right now."),
        QT_TRANSLATE_NOOP(
            "text", "Somebody works on the fabric. This changes its addresses, and such work breaks off."),
        QT_TRANSLATE_NOOP("text",
            "Wait until it has finished. To go on all the same, tick the box on the Review page, or use --insist busy "
            "on the command line.")},
    {"preflight.job", QT_TRANSLATE_NOOP("text", "{program} (process {pid}) uses the fabric on {spark}."),
        QT_TRANSLATE_NOOP("text", "This changes the addresses of the fabric, and what runs on it breaks off."),
        QT_TRANSLATE_NOOP("text",
            "Let it finish or stop it. To go on all the same, tick the box on the Review page, or use --insist busy on "
            "the command line.")},
    {"preflight.model-server",
        QT_TRANSLATE_NOOP("text", "The model server {program} (process {pid}) uses the fabric on {spark}."),
        QT_TRANSLATE_NOOP("text",
            "This changes the addresses of the fabric: the server loses its other half, and its users get errors."),
        QT_TRANSLATE_NOOP("text",
            "Stop the server first. To go on all the same, tick the box on the Review page, or use --insist busy on "
            "the command line.")},
    {"preflight.take-over",
        QT_TRANSLATE_NOOP("text", "On {spark}, {file} was written by somebody else and is taken over."),
        QT_TRANSLATE_NOOP("text",
            "What it says about an interface of the fabric is not what the plan wants there. Nothing is lost: undo "
            "puts the file back byte for byte."),
        QT_TRANSLATE_NOOP("text",
            "Look at what changes in it. To agree, tick the box on the Review page, or use --insist take-over on the "
            "command line.")},

    // --- worth knowing
    {"preflight.maybe-busy", QT_TRANSLATE_NOOP("text", "{program} (process {pid}) runs on {spark}."),
        QT_TRANSLATE_NOOP("text",
            "Whether it uses the fabric can only be seen with root rights; that is looked at before anything is "
            "changed."),
        QT_TRANSLATE_NOOP("text", "If it serves from several Sparks together, stop it before you apply.")},
    {"preflight.management-on-wifi", QT_TRANSLATE_NOOP("text", "{spark} is reached over Wi-Fi ({interface})."),
        QT_TRANSLATE_NOOP("text",
            "Wi-Fi drops out more easily. If it does in the middle, the Spark goes back to the old state by itself."),
        QT_TRANSLATE_NOOP("text", "A cable in the network plug is safer, and models load faster over it.")},
    {"preflight.management-on-half",
        QT_TRANSLATE_NOOP("text", "{spark} is reached over {interface}, which is an interface of the fabric."),
        QT_TRANSLATE_NOOP("text", "That interface stays as it is, so its lane is missing from the cluster."),
        QT_TRANSLATE_NOOP("text", "Connect over the Spark's network plug or Wi-Fi, then plan again.")},
    {"preflight.docker-forward-drop",
        QT_TRANSLATE_NOOP(
            "text", "Docker on {spark} makes the kernel drop everything that it would pass on (FORWARD policy DROP)."),
        QT_TRANSLATE_NOOP("text",
            "Containers with a network of their own do not reach the fabric. Sparkloom itself passes nothing on."),
        QT_TRANSLATE_NOOP("text", "Start containers for the cluster with --network host.")},
    {"preflight.uid-differs", QT_TRANSLATE_NOOP("text", "The user has another number on each Spark: {list}."),
        QT_TRANSLATE_NOOP("text", "Files on storage that the Sparks share seem to belong to somebody else."),
        QT_TRANSLATE_NOOP("text", "Give the user the same number everywhere if you share files.")},
    {"preflight.ota-differs", QT_TRANSLATE_NOOP("text", "The Sparks run different releases of DGX OS: {list}."),
        QT_TRANSLATE_NOOP(
            "text", "Drivers and firmware come with it; a difference is a common cause of slow or failing jobs."),
        QT_TRANSLATE_NOOP("text", "Update all Sparks to the same release.")},
    {"preflight.kernel-differs", QT_TRANSLATE_NOOP("text", "The Sparks run different kernels: {list}."),
        QT_TRANSLATE_NOOP("text", "Often one of them was updated but not restarted."),
        QT_TRANSLATE_NOOP("text", "Update all Sparks and restart them.")},
    {"preflight.driver-differs", QT_TRANSLATE_NOOP("text", "The Sparks have different NVIDIA drivers: {list}."),
        QT_TRANSLATE_NOOP("text", "Containers that fit one of them may not start on another."),
        QT_TRANSLATE_NOOP("text", "Update all Sparks to the same release.")},
    {"preflight.firmware-differs", QT_TRANSLATE_NOOP("text", "The network adapters have different firmware: {list}."),
        QT_TRANSLATE_NOOP("text", "Links may come up in different ways at their two ends."),
        QT_TRANSLATE_NOOP("text", "Update all Sparks to the same release; it brings the firmware.")},
    {"preflight.clock-skew",
        QT_TRANSLATE_NOOP("text", "The clock of {ahead} is {milliseconds:seconds} seconds ahead of that of {behind}."),
        QT_TRANSLATE_NOOP("text", "Logs of the two do not fit together, and some tools refuse files from the future."),
        QT_TRANSLATE_NOOP("text", "Switch time synchronisation on: sudo timedatectl set-ntp true")},
};

std::span<const Entry> preflightEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
