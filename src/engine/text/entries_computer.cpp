// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// This computer: discovery, what is remembered in files, the SSH library, cancelling.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    {"engine.cancelled", QT_TRANSLATE_NOOP("text", "Cancelled.")},

    // --- discovery
    {"discovery.no-backend", QT_TRANSLATE_NOOP("text", "Sparks cannot be found by themselves on this computer."),
        QT_TRANSLATE_NOOP("text", "No service that listens for announcements is available."),
        QT_TRANSLATE_NOOP("text", "Adding a Spark by name or address works all the same.")},

    {"discovery.no-dbus",
        QT_TRANSLATE_NOOP(
            "text", "Sparks cannot be found by themselves: this computer's system bus cannot be reached."),
        QT_TRANSLATE_NOOP("text", "In a container or over a remote shell that is usual."),
        QT_TRANSLATE_NOOP("text", "Adding a Spark by name or address works all the same.")},
    {"discovery.avahi-not-running",
        QT_TRANSLATE_NOOP(
            "text", "Sparks cannot be found by themselves: the service Avahi does not run on this computer."),
        QT_TRANSLATE_NOOP("text", "Avahi listens for the announcements of machines on the network."),
        QT_TRANSLATE_NOOP("text",
            "Start it with sudo systemctl start avahi-daemon (package avahi-daemon), or add a Spark by name or "
            "address.")},
    {"discovery.avahi-denied",
        QT_TRANSLATE_NOOP(
            "text", "Sparks cannot be found by themselves: this account may not talk to the service Avahi."),
        QT_TRANSLATE_NOOP("text", "A rule of this computer's system bus forbids it."),
        QT_TRANSLATE_NOOP("text", "Add a Spark by name or address, or ask who looks after this computer.")},
    {"discovery.avahi-failed",
        QT_TRANSLATE_NOOP("text", "Sparks cannot be found by themselves: the service Avahi reported a failure."),
        QT_TRANSLATE_NOOP("text", "It listens for the announcements of machines on the network."),
        QT_TRANSLATE_NOOP(
            "text", "Restart it with sudo systemctl restart avahi-daemon, or add a Spark by name or address.")},

    // --- files
    {"store.folder-not-made",
        QT_TRANSLATE_NOOP("text", "The folder {path} on this computer could not be made: {reason}."),
        QT_TRANSLATE_NOOP("text", "Without it nothing can be remembered."),
        QT_TRANSLATE_NOOP("text", "Check the rights of the folder above it and the space on the disk.")},
    {"store.file-unreadable", QT_TRANSLATE_NOOP("text", "{path} on this computer could not be read: {reason}."),
        QT_TRANSLATE_NOOP("text", "It is not replaced, so that nothing is lost."),
        QT_TRANSLATE_NOOP("text", "Check its rights, or move it away to start afresh.")},
    {"store.file-not-written", QT_TRANSLATE_NOOP("text", "{path} on this computer could not be written: {reason}."),
        QT_TRANSLATE_NOOP("text", "A step starts only after it was written down, so nothing was changed on any Spark."),
        QT_TRANSLATE_NOOP("text", "Check the rights of the folder and the space on the disk.")},
    {"store.result-not-kept", QT_TRANSLATE_NOOP("text", "A result of a test was not kept on this computer."),
        QT_TRANSLATE_NOOP("text", "It is too large, or belongs to no cluster that has a name."),
        QT_TRANSLATE_NOOP("text", "Save it from the page Tests.")},
    {"aliases.config-not-plain", QT_TRANSLATE_NOOP("text", "{path} is no plain file of yours, so it is not changed."),
        QT_TRANSLATE_NOOP("text", "It belongs to somebody else, is a folder, or a link that leads nowhere."),
        QT_TRANSLATE_NOOP("text", "Mend it, or go on without names: --ssh-aliases no")},
    {"aliases.config-open", QT_TRANSLATE_NOOP("text", "Others may write to {path}, so it is not changed."),
        QT_TRANSLATE_NOOP("text", "ssh itself refuses such a file: \"Bad owner or permissions\"."),
        QT_TRANSLATE_NOOP("text", "Take that right away: chmod go-w {path}")},
    {"aliases.file-not-written", QT_TRANSLATE_NOOP("text", "{path} on this computer could not be written: {reason}."),
        QT_TRANSLATE_NOOP("text", "It holds the names of the Sparks for ssh; nothing on the Sparks depends on it."),
        QT_TRANSLATE_NOOP("text", "Check the rights of the folder and the space on the disk.")},
    {"store.file-too-large",
        QT_TRANSLATE_NOOP("text", "{path} on this computer is larger than {bytes} bytes and was not read."),
        QT_TRANSLATE_NOOP("text", "Sparkloom writes no such file."),
        QT_TRANSLATE_NOOP("text", "Move it away to start afresh.")},
    {"store.version-unknown",
        QT_TRANSLATE_NOOP("text", "{path} has version {version}; this program knows version {known}."),
        QT_TRANSLATE_NOOP("text", "A newer Sparkloom wrote it. It is left as it is."),
        QT_TRANSLATE_NOOP("text", "Update this program.")},
    {"store.cluster-invalid", QT_TRANSLATE_NOOP("text", "The cluster file {path} cannot be understood: {field}."),
        QT_TRANSLATE_NOOP("text", "It was edited or damaged. It is left as it is."),
        QT_TRANSLATE_NOOP("text", "Correct it, or move it away to start afresh.")},
    {"store.cluster-name", QT_TRANSLATE_NOOP("text", "\"{name}\" is no name for a cluster."),
        QT_TRANSLATE_NOOP(
            "text", "A name has small letters, digits and hyphens, at most 32, and begins with a letter or digit."),
        QT_TRANSLATE_NOOP("text", "Choose such a name.")},
    {"store.cluster-locked", QT_TRANSLATE_NOOP("text", "The cluster {name} is in use by {owner} since {since}."),
        QT_TRANSLATE_NOOP("text", "Two programs that change one cluster would spoil each other's work."),
        QT_TRANSLATE_NOOP("text", "Close the other window or wait for the other command to end.")},
    {"store.journal-entry", QT_TRANSLATE_NOOP("text", "A step could not be written down."),
        QT_TRANSLATE_NOOP("text", "This is a mistake of Sparkloom. The step was not begun."),
        QT_TRANSLATE_NOOP("text", "Report it, please.")},
    {"store.key-exposed", QT_TRANSLATE_NOOP("text", "Others can read this computer's private key: {path}."),
        QT_TRANSLATE_NOOP("text", "A key that others can read proves nothing, so it is not used."),
        QT_TRANSLATE_NOOP(
            "text", "If nobody else uses this computer: chmod 600 {path}. Otherwise remove it; a new one is made.")},
    {"store.key-broken", QT_TRANSLATE_NOOP("text", "This computer's own key in {path} cannot be used."),
        QT_TRANSLATE_NOOP("text", "The file is damaged or only half there."),
        QT_TRANSLATE_NOOP(
            "text", "Move the folder away; a new key is made and installed with the password once more.")},
    {"store.host-key-conflict", QT_TRANSLATE_NOOP("text", "Another key is on record for {name}."),
        QT_TRANSLATE_NOOP("text", "It is not replaced without a person saying so. Nothing secret was sent."),
        QT_TRANSLATE_NOOP("text", "If the Spark was reinstalled: sparkloomctl trust --replace {name}")},
    {"store.host-key-refused",
        QT_TRANSLATE_NOOP("text", "The key of {name} was revoked on this computer and is never accepted."),
        QT_TRANSLATE_NOOP("text", "Somebody marked it as stolen or out of use in a known_hosts file."),
        QT_TRANSLATE_NOOP("text", "Make new host keys at the Spark: sudo rm /etc/ssh/ssh_host_*; sudo ssh-keygen -A")},

    // --- the SSH library
    {"ssh.library-old",
        QT_TRANSLATE_NOOP("text", "The SSH library of this computer is too old: libssh {version}, needed is {needed}."),
        QT_TRANSLATE_NOOP("text", "Known faults in it could let another machine interfere."),
        QT_TRANSLATE_NOOP("text", "Update the package libssh of this computer.")},
    {"ssh.library-unpatched",
        QT_TRANSLATE_NOOP(
            "text", "The SSH library of this computer lacks fixes: {package} {packageVersion}, needed is {needed}."),
        QT_TRANSLATE_NOOP("text", "Known faults in it could let another machine interfere."),
        QT_TRANSLATE_NOOP("text", "Install the updates of this computer: sudo apt update; sudo apt upgrade")},
    {"ssh.library-unknown",
        QT_TRANSLATE_NOOP("text",
            "Whether the SSH library of this computer has all fixes is not known: libssh {version} on {distribution}."),
        QT_TRANSLATE_NOOP("text",
            "libssh 0.11.5 or 0.12.1 and later have them, and the patched packages of some distributions. Unattended "
            "Sparkloom goes no further."),
        QT_TRANSLATE_NOOP("text",
            "Install the updates of this computer. On a terminal, without --yes, you can go on at your own risk.")},
    {"ssh.key-not-made", QT_TRANSLATE_NOOP("text", "This computer's own key could not be made."),
        QT_TRANSLATE_NOOP("text", "The SSH library failed to make an ed25519 key."),
        QT_TRANSLATE_NOOP("text", "Update the package libssh of this computer and try again.")},
    {"ssh.bad-address", QT_TRANSLATE_NOOP("text", "\"{host}\" is no name or address of a machine."),
        QT_TRANSLATE_NOOP("text", "Nothing was connected to."),
        QT_TRANSLATE_NOOP("text", "Check how the Spark was added.")},
    {"ssh.bad-user", QT_TRANSLATE_NOOP("text", "\"{user}\" is no user name."),
        QT_TRANSLATE_NOOP("text", "Nothing was sent."),
        QT_TRANSLATE_NOOP("text",
            "User names begin with a small letter and have small letters, digits, dots, hyphens and underscores.")},
};

std::span<const Entry> computerEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
