// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Ways to join the Sparks: why one is recommended, what speaks against the others.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"option.cabled",
        QT_TRANSLATE_NOOP("text", "You have cabled it already: there is nothing to buy and nothing to plug.")},
    {"option.pair",
        QT_TRANSLATE_NOOP("text", "One cable is all that two Sparks need: its two lanes carry the full speed.")},
    {"option.pair-two-cables",
        QT_TRANSLATE_NOOP("text",
            "The second cable takes over when the first one fails. It adds no speed: both sockets of a Spark share the "
            "same two PCIe links.")},
    {"option.split-role",
        QT_TRANSLATE_NOOP(
            "text", "One socket to the other Spark, one to storage. For storage that has a fast socket of its own.")},
    {"option.ring-of-three",
        QT_TRANSLATE_NOOP("text", "Every Spark is next to every other, and no switch has to be bought.")},
    {"option.ring-nearly",
        QT_TRANSLATE_NOOP(
            "text", "You have cabled it but for one cable. One more, between the two ends, and it is a ring.")},
    {"option.ring-of-more",
        QT_TRANSLATE_NOOP("text",
            "No switch to buy. But Sparks that are no neighbours do not reach each other at full speed, and NVIDIA "
            "does not support it.")},
    {"option.star", QT_TRANSLATE_NOOP("text", "Every Spark reaches every other at full speed, through the switch.")},
    {"option.star-of-more",
        QT_TRANSLATE_NOOP("text",
            "Every Spark reaches every other at full speed. NVIDIA supports up to four like this; eight have been seen "
            "at work.")},
    {"option.star-two-cables",
        QT_TRANSLATE_NOOP("text",
            "The second cable takes over when the first one fails. It adds no speed, and takes twice the sockets of "
            "the switch.")},
    {"option.line",
        QT_TRANSLATE_NOOP(
            "text", "A ring with a cable missing: only neighbours work together, NCCL cannot run over all.")},
};

std::span<const Entry> optionEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
