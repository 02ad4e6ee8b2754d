// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Sparks that join, leave, are replaced, and clusters that another computer set up.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"plan.other-cluster",
        QT_TRANSLATE_NOOP("text",
            "{spark} was set up as part of another cluster ({cluster}, by {owner}); it leaves that one and gets the "
            "addresses shown here.")},

    // --- leave
    {"leave.nothing-applied", QT_TRANSLATE_NOOP("text", "This computer knows of no set-up that {name} could leave."),
        QT_TRANSLATE_NOOP("text", "The cluster was not set up yet, or another computer did it."),
        QT_TRANSLATE_NOOP("text",
            "If another computer set it up: sparkloomctl adopt first. A Spark that was only added goes with: "
            "sparkloomctl forget {name}")},
    {"cli.leave-alone", QT_TRANSLATE_NOOP("text", "Nobody else is in this cluster."),
        QT_TRANSLATE_NOOP("text", "Nothing was done."),
        QT_TRANSLATE_NOOP("text", "Forget a Spark that is gone for good with: sparkloomctl forget --here-only NAME")},
    {"cli.leave-nobody-left",
        QT_TRANSLATE_NOOP("text",
            "The others have no cable to each other: their network goes back to what it was before the set-up.")},
    {"cli.leave-clean",
        QT_TRANSLATE_NOOP(
            "text", "{name} goes back to what it was before the set-up; nothing of Sparkloom stays on it.")},
    {"cli.leave-gone",
        QT_TRANSLATE_NOOP("text",
            "Nothing is done on {name}. Should it come back, it still has its old addresses: let it join only after "
            "sparkloomctl forget or a new installation.")},
    {"cli.left", QT_TRANSLATE_NOOP("text", "It is no part of the cluster any more.")},
    {"prompt.leave", QT_TRANSLATE_NOOP("text", "Take {name} out of the cluster?")},
    {"cli.settled-without", QT_TRANSLATE_NOOP("text", "The other Sparks are settled.")},
    {"prompt.settle-without",
        QT_TRANSLATE_NOOP("text", "Is {names} gone for good, and the others shall be settled without it?")},
    {"prompt.leave-gone", QT_TRANSLATE_NOOP("text", "Is {name} gone for good, and the others shall go on without it?")},

    // --- replace
    {"cli.replace-same-key", QT_TRANSLATE_NOOP("text", "{name} shows the same host key as before."),
        QT_TRANSLATE_NOOP("text", "It is the same installation, so nothing is to be replaced."),
        QT_TRANSLATE_NOOP("text",
            "If an earlier replace was interrupted, go on with: sparkloomctl setup. What differs on it, if anything, "
            "is said by: sparkloomctl status")},
    {"cli.key-replaced",
        QT_TRANSLATE_NOOP(
            "text", "The new host key of {name} is on record here. The other Sparks get it with what follows.")},

    // --- adopt
    {"adopt.found",
        QT_TRANSLATE_NOOP("text", "{sparks}: set up as {cluster} by {owner}, the last time on {when:moment}.")},
    {"adopt.no-record", QT_TRANSLATE_NOOP("text", "{spark} has no set-up of Sparkloom on record."),
        QT_TRANSLATE_NOOP(
            "text", "There is nothing to take over from it: it was never set up, or the set-up was undone."),
        QT_TRANSLATE_NOOP("text",
            "If it is to join the others, take them over without it (sparkloomctl forget --here-only {spark}), then: "
            "sparkloomctl setup {spark}")},
    {"adopt.two-clusters",
        QT_TRANSLATE_NOOP("text", "{spark} and {other} are in two clusters ({cluster} and {othercluster})."),
        QT_TRANSLATE_NOOP("text", "Each of them has a set-up of its own on record. Nothing was changed."),
        QT_TRANSLATE_NOOP("text",
            "Take each over under its own name: sparkloomctl --cluster NAME adopt HOST. Whom not to name is forgotten "
            "here with: sparkloomctl forget --here-only NAME")},
    {"adopt.older-record",
        QT_TRANSLATE_NOOP(
            "text", "The record on {spark} is older than the cluster: the others do not count it in any more."),
        QT_TRANSLATE_NOOP("text",
            "It was taken out while it could not be reached. Its old addresses may be those of another Spark now."),
        QT_TRANSLATE_NOOP("text",
            "Leave it out (sparkloomctl forget --here-only {spark}) and take over the others. To let it join again, "
            "afterwards: sparkloomctl setup {spark}")},
    {"adopt.reinstalled",
        QT_TRANSLATE_NOOP("text", "The others name {name} as a member, but know it by another host key."),
        QT_TRANSLATE_NOOP("text", "It was reinstalled since the cluster was set up, or another machine has its name."),
        QT_TRANSLATE_NOOP("text",
            "Take over the others without it (sparkloomctl forget --here-only {name}, then adopt --without {name}). To "
            "let it join again, afterwards: sparkloomctl setup {name}")},
    {"adopt.no-whole", QT_TRANSLATE_NOOP("text", "The records on these Sparks do not fit together."),
        QT_TRANSLATE_NOOP(
            "text", "A member may be missing, or one of them was changed without the others. Nothing was changed."),
        QT_TRANSLATE_NOOP("text",
            "Name every Spark of the cluster; one that is gone for good with --without NAME. What would have to be "
            "changed on these is shown by: sparkloomctl plan")},
    {"cli.adopt-adds", QT_TRANSLATE_NOOP("text", "{name} is a member, too: the others name it.")},
    {"cli.adopted",
        QT_TRANSLATE_NOOP("text",
            "Taken over: the cluster that {owner} set up as {cluster}, the last time on {when:moment}. Nothing was "
            "changed on its Sparks.")},
};

std::span<const Entry> membershipEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
