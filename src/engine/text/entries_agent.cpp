// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// What the helper program on a Spark says, and what goes wrong with it. Its changes of the network: entries_change.cpp.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- talking with it
    {"agent.closed", QT_TRANSLATE_NOOP("text", "The helper program on the Spark is not running any more."),
        QT_TRANSLATE_NOOP(
            "text", "The connection was closed or lost. What was open on the Spark is taken back by the Spark itself."),
        QT_TRANSLATE_NOOP("text", "Sign in again.")},
    {"agent.ended", QT_TRANSLATE_NOOP("text", "The helper program on the Spark ended by itself (code {code})."),
        QT_TRANSLATE_NOOP(
            "text", "It was stopped, or the Spark ran out of memory. What was open is taken back by the Spark itself."),
        QT_TRANSLATE_NOOP("text", "Sign in again. If it repeats, look at the Spark's log: sudo journalctl -b")},
    {"agent.error-without-reason",
        QT_TRANSLATE_NOOP("text", "The helper program on the Spark reported a failure without saying which."),
        QT_TRANSLATE_NOOP("text", "It is not the program that this version of Sparkloom brings along."),
        QT_TRANSLATE_NOOP("text", "Sign in again; the right one is copied then.")},
    {"agent.line-too-long",
        QT_TRANSLATE_NOOP("text", "The Spark sent a line that is far too long, and the connection was closed."),
        QT_TRANSLATE_NOOP("text", "The helper program never does that; something else writes into its output."),
        QT_TRANSLATE_NOOP(
            "text", "Look at the login scripts of this account (.bashrc, .profile), then sign in again.")},
    {"agent.too-many-lines",
        QT_TRANSLATE_NOOP("text", "The Spark sent far too many lines in a second, and the connection was closed."),
        QT_TRANSLATE_NOOP("text", "The helper program never does that; something else writes into its output."),
        QT_TRANSLATE_NOOP(
            "text", "Look at the login scripts of this account (.bashrc, .profile), then sign in again.")},
    {"agent.too-much-noise",
        QT_TRANSLATE_NOOP("text", "The Spark printed a great deal of text before the helper program started."),
        QT_TRANSLATE_NOOP("text", "The login scripts of this account write to every connection, also to programs."),
        QT_TRANSLATE_NOOP(
            "text", "Make .bashrc and .profile silent for connections without a terminal, then sign in again.")},
    {"agent.no-answer", QT_TRANSLATE_NOOP("text", "The helper program on the Spark did not answer in time ({verb})."),
        QT_TRANSLATE_NOOP("text", "The Spark is very busy, or its management network lost the answer."),
        QT_TRANSLATE_NOOP("text", "Try again when the Spark is less busy.")},
    {"agent.no-hello", QT_TRANSLATE_NOOP("text", "The helper program on the Spark did not start in time."),
        QT_TRANSLATE_NOOP("text", "The Spark is very busy, or it does not let programs run from the home folder."),
        QT_TRANSLATE_NOOP("text", "Try again. If it repeats, check that the home folder is not mounted with noexec.")},
    {"agent.wrong-mode", QT_TRANSLATE_NOOP("text", "The helper program on the Spark started in the wrong way."),
        QT_TRANSLATE_NOOP("text", "It is not the program that this version of Sparkloom brings along."),
        QT_TRANSLATE_NOOP("text", "Sign in again; the right one is copied then.")},
    {"remote.line-too-long",
        QT_TRANSLATE_NOOP("text", "The Spark refused a message of this program because it was too long."),
        QT_TRANSLATE_NOOP("text", "This is a mistake of Sparkloom. Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Try again, and report it if it repeats.")},
    {"remote.unknown-verb",
        QT_TRANSLATE_NOOP("text", "The helper program on the Spark does not know the request \"{verb}\"."),
        QT_TRANSLATE_NOOP("text", "It is of another version than this program."),
        QT_TRANSLATE_NOOP("text", "Sign in again; the right one is copied then.")},
    {"remote.value-out-of-range", QT_TRANSLATE_NOOP("text", "The Spark refused a value that is not allowed ({field})."),
        QT_TRANSLATE_NOOP("text", "Every value is checked again on the Spark before it is used. Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Make the plan again.")},
    {"remote.too-many-streams", QT_TRANSLATE_NOOP("text", "The Spark is already doing that for this connection."),
        QT_TRANSLATE_NOOP("text", "The earlier request has not ended yet."),
        QT_TRANSLATE_NOOP("text", "Wait until it ends, then try again.")},

    {"remote.blink-no-card",
        QT_TRANSLATE_NOOP("text", "The fast network card of this Spark cannot be seen, so its light cannot blink."),
        QT_TRANSLATE_NOOP("text", "A Spark without any cable in its sockets hides the card."),
        QT_TRANSLATE_NOOP("text", "Plug a cable into one of its sockets, then try again.")},
    {"remote.blink-not-supported", QT_TRANSLATE_NOOP("text", "The driver of {interface} cannot let its light blink."),
        QT_TRANSLATE_NOOP("text", "This is no card of a Spark, or its driver is older than this function."),
        QT_TRANSLATE_NOOP(
            "text", "Pull and plug the cable instead: sparkloomctl cables --watch shows which socket it was.")},

    // --- the Spark's system
    {"system.call-failed", QT_TRANSLATE_NOOP("text", "{operation} {object} failed on the Spark: {reason}."),
        QT_TRANSLATE_NOOP("text", "The Spark's system refused this step."),
        QT_TRANSLATE_NOOP(
            "text", "Mend what the reason names (often a full disk or a missing right), then try again.")},
    {"system.locked", QT_TRANSLATE_NOOP("text", "Another Sparkloom is changing this Spark: {owner}."),
        QT_TRANSLATE_NOOP("text", "Two changes at once would spoil each other, so only one is let in."),
        QT_TRANSLATE_NOOP("text", "Wait until the other one is done, then try again.")},
    {"system.program-failed", QT_TRANSLATE_NOOP("text", "{program} ended with {code} on the Spark: {reason}"),
        QT_TRANSLATE_NOOP("text", "A program of the Spark's own system did not do its part."),
        QT_TRANSLATE_NOOP("text", "Mend what it says, then try again.")},
    {"system.no-renderer",
        QT_TRANSLATE_NOOP("text", "Neither systemd-networkd nor NetworkManager is running on this Spark."),
        QT_TRANSLATE_NOOP("text", "So nothing there would take a network configuration up."),
        QT_TRANSLATE_NOOP("text", "Start the one that the system came with: sudo systemctl start NetworkManager")},
    {"ping.no-answer", QT_TRANSLATE_NOOP("text", "{target} did not answer."),
        QT_TRANSLATE_NOOP("text", "No packet came back over this half."),
        QT_TRANSLATE_NOOP("text", "Check the cable at both ends.")},
    {"remote.network-unreadable",
        QT_TRANSLATE_NOOP("text", "The Spark's kernel did not tell its interfaces, addresses or routes."),
        QT_TRANSLATE_NOOP("text", "Nothing can be said about its network, so nothing is changed."),
        QT_TRANSLATE_NOOP("text", "Try again. If it stays so, restart this Spark.")},
    {"remote.half-missing", QT_TRANSLATE_NOOP("text", "Half {half} of this Spark is not there."),
        QT_TRANSLATE_NOOP("text", "A Spark without a cable hides its fast network card."),
        QT_TRANSLATE_NOOP("text", "Plug the cable in and try again after ten seconds.")},

    // --- keys
    {"remote.cluster-key-failed", QT_TRANSLATE_NOOP("text", "This Spark could not make its own SSH key."),
        QT_TRANSLATE_NOOP("text", "ssh-keygen failed there."),
        QT_TRANSLATE_NOOP("text", "Check that the home folder is writable and not full, then try again.")},
    {"remote.key-invalid",
        QT_TRANSLATE_NOOP("text", "The public key that was to be installed is not a valid one of Sparkloom."),
        QT_TRANSLATE_NOOP("text", "Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Try again, and report it if it repeats.")},
    {"remote.ssh-folder-unsafe", QT_TRANSLATE_NOOP("text", "{path} on the Spark is not safe: {problem:unsafe}."),
        QT_TRANSLATE_NOOP("text", "Its SSH server ignores keys in such a place, so nothing was written there."),
        QT_TRANSLATE_NOOP("text", "Correct it at the Spark, for example with chmod go-w, then try again.")},
    {"remote.file-keeps-changing",
        QT_TRANSLATE_NOOP("text", "Something else changed {path} while it was being edited, three times in a row."),
        QT_TRANSLATE_NOOP("text", "Nothing was changed, so that no edit is lost."),
        QT_TRANSLATE_NOOP("text", "Try again when nothing else writes to it.")},
    {"remote.file-too-large", QT_TRANSLATE_NOOP("text", "{path} on the Spark is larger than 1 MiB and is not touched."),
        QT_TRANSLATE_NOOP("text", "Such a file is usually much smaller; something is wrong with it."),
        QT_TRANSLATE_NOOP("text", "Look at it and make it smaller, then try again.")},
};

std::span<const Entry> agentEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
