// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// What somebody changed since the set-up, since when, and what can be done about it.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- what
    {"drift.record-gone",
        QT_TRANSLATE_NOOP("text", "Sparkloom's record of the set-up is gone. Was this Spark reinstalled?")},
    {"drift.taken-back", QT_TRANSLATE_NOOP("text", "The set-up was taken back, by {seen}.")},
    {"drift.set-up-anew",
        QT_TRANSLATE_NOOP("text", "It was set up with another plan than the one remembered here, by {seen}.")},
    {"drift.file-changed", QT_TRANSLATE_NOOP("text", "{subject} was changed.")},
    {"drift.file-gone", QT_TRANSLATE_NOOP("text", "{subject} is gone.")},
    {"drift.file-added", QT_TRANSLATE_NOOP("text", "{subject} was added.")},
    {"drift.half-absent", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) is not there: no cable is plugged.")},
    {"drift.half-dark", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) has no link.")},
    {"drift.half-down", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) is switched off.")},
    {"drift.address-gone", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) does not have its address {wanted}.")},
    {"drift.address-added", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) has one more address: {seen}.")},
    {"drift.mtu-changed", QT_TRANSLATE_NOOP("text", "Half {half} ({interface}) has MTU {seen} instead of {wanted}.")},
    {"drift.setting-changed", QT_TRANSLATE_NOOP("text", "The setting {subject} is {seen} instead of {wanted}.")},
    {"drift.route-added",
        QT_TRANSLATE_NOOP("text",
            "Half {half} ({interface}) has one more route: {seen}. Sparkloom leaves routes of others alone; to remove "
            "it: sudo ip route del {seen} dev {interface}")},
    {"drift.key-gone",
        QT_TRANSLATE_NOOP(
            "text", "The Spark's own key {subject} is gone or damaged, so it cannot log in to the others.")},
    {"drift.login-gone",
        QT_TRANSLATE_NOOP(
            "text", "{subject} may not log in here any more: its line in ~/.ssh/authorized_keys is gone.")},
    {"drift.login-changed",
        QT_TRANSLATE_NOOP(
            "text", "The line that lets {subject} log in is not as it was set up in ~/.ssh/authorized_keys.")},
    {"drift.login-added",
        QT_TRANSLATE_NOOP("text",
            "A key that is of no Spark of this cluster carries Sparkloom's mark in ~/.ssh/authorized_keys: {subject}")},
    {"drift.ssh-file-changed",
        QT_TRANSLATE_NOOP(
            "text", "{subject} does not fit any more: it was changed, or a Spark has another address or key.")},
    {"drift.include-gone",
        QT_TRANSLATE_NOOP(
            "text", "{subject} does not include Sparkloom's file any more, so ssh does not know the other Sparks.")},
    {"drift.hosts-changed",
        QT_TRANSLATE_NOOP("text", "The names of the other Sparks are not as they were set up in {subject}.")},

    // --- since when
    {"drift.since-change", QT_TRANSLATE_NOOP("text", "Last changed {when:moment}, by this Spark's clock.")},
    {"drift.since-look", QT_TRANSLATE_NOOP("text", "Since a time between {before:moment} and {when:moment}.")},
    {"drift.since-minute", QT_TRANSLATE_NOOP("text", "Since {when:moment}.")},
    {"drift.since-first-look",
        QT_TRANSLATE_NOOP("text", "Since when is not known; Sparkloom first saw it {when:moment}.")},

    // --- why keep does not take it
    {"drift.keep-ours",
        QT_TRANSLATE_NOOP("text",
            "It cannot be kept: this file is Sparkloom's and written as a whole. Put settings of your own into another "
            "file.")},
    {"drift.keep-adopted",
        QT_TRANSLATE_NOOP("text", "It cannot be kept: halves of this Spark have their addresses from this file.")},
    {"drift.keep-record",
        QT_TRANSLATE_NOOP(
            "text", "It cannot be kept: this is another set-up. Put back the one remembered here, or forget it.")},
    {"drift.keep-anew",
        QT_TRANSLATE_NOOP("text",
            "It cannot be kept: this is another set-up. Take it over as it stands, put back the one remembered "
            "here, or forget it.")},
    {"drift.keep-cable", QT_TRANSLATE_NOOP("text", "No setting was changed: push the plugs in until they click.")},
    {"drift.keep-lane", QT_TRANSLATE_NOOP("text", "It cannot be kept: a lane of the cluster is missing.")},
    {"drift.keep-overlap",
        QT_TRANSLATE_NOOP("text",
            "It cannot be kept: another interface of this Spark is in the same network, so answers take the wrong "
            "way.")},
    {"drift.keep-one-end",
        QT_TRANSLATE_NOOP("text",
            "It cannot be kept: the other end of the lane has another MTU, or is not known. To change it everywhere, "
            "apply with another MTU.")},
    {"drift.keep-setting",
        QT_TRANSLATE_NOOP("text", "It cannot be kept: without this setting one half answers for the other.")},
};

std::span<const Entry> driftEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
