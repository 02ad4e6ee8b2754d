// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Watching: what the counters show, and which part of the picture is missing.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"live.stream-broken", QT_TRANSLATE_NOOP("text", "The stream of counters contradicts itself."),
        QT_TRANSLATE_NOOP("text", "The program on that Spark and this one do not understand each other."),
        QT_TRANSLATE_NOOP("text", "Sign in again: that copies the right program to the Spark.")},
    {"live.stream-lost", QT_TRANSLATE_NOOP("text", "The connection to this Spark was lost."),
        QT_TRANSLATE_NOOP(
            "text", "What its cables carry is not known until it comes back; that is never shown as zero."),
        QT_TRANSLATE_NOOP(
            "text", "Sparkloom connects again by itself. See whether the Spark is on and in the network.")},
    {"live.no-halves", QT_TRANSLATE_NOOP("text", "{spark}: no cable is seen, so there is nothing to count.")},
    {"live.no-port-counters",
        QT_TRANSLATE_NOOP("text",
            "{spark}: the driver does not count what crosses the wire. The cable's figure is the sum of what its "
            "halves count, without preamble and gap.")},
    {"live.no-rdma-counters",
        QT_TRANSLATE_NOOP(
            "text", "{spark}: a half has no RDMA counters. RDMA on it is not seen, only TCP and the like.")},
    {"live.slow-net",
        QT_TRANSLATE_NOOP("text",
            "{spark}: the driver brings its TCP counters up to date every {milliseconds} ms only, so TCP shows "
            "that much later than RDMA.")},
    {"live.silent-half",
        QT_TRANSLATE_NOOP(
            "text", "{spark}: half {half} has carried nothing so far, while the other half of the cable did.")},
    {"live.above-wire",
        QT_TRANSLATE_NOOP("text", "{spark}: cage {cage} counts more than its link can carry. This figure is wrong.")},
};

std::span<const Entry> liveEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
