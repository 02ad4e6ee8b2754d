// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Virtual Sparks: the simulator as a child of this program.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"virtual.no-temporary-folder",
        QT_TRANSLATE_NOOP("text", "No temporary folder could be made on this computer: {reason}."),
        QT_TRANSLATE_NOOP("text", "What virtual Sparks need is kept there while they run."),
        QT_TRANSLATE_NOOP("text", "Free some space, or set TMPDIR to a folder that can be written to.")},
    {"virtual.program-missing",
        QT_TRANSLATE_NOOP("text", "The simulator (sparkloom-sim) was not found beside this program."),
        QT_TRANSLATE_NOOP("text", "Without it there are no virtual Sparks."),
        QT_TRANSLATE_NOOP(
            "text", "Install the complete Sparkloom package, or set SPARKLOOM_BIN_DIR to the folder that holds it.")},
    {"virtual.not-started", QT_TRANSLATE_NOOP("text", "The virtual Sparks could not be started."),
        QT_TRANSLATE_NOOP("text", "The scenario is not known, or this computer is short of memory."),
        QT_TRANSLATE_NOOP(
            "text", "The program sparkloom-sim names the scenarios with --list. Try again, or choose another one.")},
    {"virtual.ended", QT_TRANSLATE_NOOP("text", "The virtual Sparks have ended."),
        QT_TRANSLATE_NOOP("text", "The simulator stopped by itself. Nothing of it is left on this computer."),
        QT_TRANSLATE_NOOP("text", "Start them again.")},
    {"virtual.refused", QT_TRANSLATE_NOOP("text", "The virtual Sparks refused that: {reason}."),
        QT_TRANSLATE_NOOP("text", "As with real ones, a cable fits only into a socket that is there and free."),
        QT_TRANSLATE_NOOP("text", "Pull the other plug out first, or use another socket.")},
    {"virtual.fault-refused", QT_TRANSLATE_NOOP("text", "The virtual Sparks refused that: {reason}."),
        QT_TRANSLATE_NOOP(
            "text", "A fault sits at a Spark, a cage, a half, a cable or a switch port that is there, and only once."),
        QT_TRANSLATE_NOOP("text",
            "The program sparkloom-sim names the faults with --faults. Example: fault on F-08 cable:spark-a:0")},
    {"virtual.traffic-refused", QT_TRANSLATE_NOOP("text", "The virtual Sparks cannot send: {reason}."),
        QT_TRANSLATE_NOOP("text",
            "As with real ones, data needs a way: a cable, and for TCP and NCCL addresses of one subnet at both ends."),
        QT_TRANSLATE_NOOP(
            "text", "Set the cluster up first, or start a scenario that is: pair-ready, ring-ready or star-ready.")},
    {"virtual.already-running", QT_TRANSLATE_NOOP("text", "Virtual Sparks are running already."),
        QT_TRANSLATE_NOOP("text", "One scenario runs at a time."),
        QT_TRANSLATE_NOOP("text", "End them before you start others.")},
};

std::span<const Entry> virtualEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
