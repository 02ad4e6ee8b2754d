// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Text between application and agent, and JSON documents in general.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"protocol.not-json", QT_TRANSLATE_NOOP("text", "A message could not be read: it is no valid JSON."),
        QT_TRANSLATE_NOOP("text", "Something else wrote into it, or it was cut off."),
        QT_TRANSLATE_NOOP("text", "Try again. If a file was read, check it with a JSON checker.")},
    {"protocol.bad-field",
        QT_TRANSLATE_NOOP("text", "A message could not be read: {field} is missing or has no allowed value."),
        QT_TRANSLATE_NOOP("text", "It was written by another version or was damaged; it was not used."),
        QT_TRANSLATE_NOOP("text", "Use the same version of Sparkloom everywhere, then try again.")},
    {"protocol.repeated-key", QT_TRANSLATE_NOOP("text", "A message could not be read: {key} stands in it twice."),
        QT_TRANSLATE_NOOP("text", "Two readers could understand it in two ways, so it was not used."),
        QT_TRANSLATE_NOOP("text", "If it is a file of yours, keep one of the two.")},
    {"protocol.too-large", QT_TRANSLATE_NOOP("text", "A message was larger than {limit} bytes and was not read."),
        QT_TRANSLATE_NOOP("text", "No message of Sparkloom is that large."),
        QT_TRANSLATE_NOOP("text", "Check that the right program or file was used.")},
    {"protocol.too-deep",
        QT_TRANSLATE_NOOP("text", "A message was nested more than {limit} levels deep and was not read."),
        QT_TRANSLATE_NOOP("text", "No message of Sparkloom is like that."),
        QT_TRANSLATE_NOOP("text", "Check that the right program or file was used.")},
    {"protocol.too-many-elements",
        QT_TRANSLATE_NOOP("text", "A message had more than {limit} elements in one list and was not read."),
        QT_TRANSLATE_NOOP("text", "No message of Sparkloom is like that."),
        QT_TRANSLATE_NOOP("text", "Check that the right program or file was used.")},
    {"protocol.version",
        QT_TRANSLATE_NOOP("text", "The other side speaks version {theirs}, this program version {ours}."),
        QT_TRANSLATE_NOOP("text", "Two versions of Sparkloom meet that do not understand each other."),
        QT_TRANSLATE_NOOP("text", "Start it again; the fitting helper program is copied to the Spark then.")},
};

std::span<const Entry> protocolEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
