// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Members of a cluster: naming them, their host keys, sign-in, the helper program, sudo.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- naming them
    {"hosts.bad-address", QT_TRANSLATE_NOOP("text", "\"{text}\" is no name or address of a machine."),
        QT_TRANSLATE_NOOP(
            "text", "Names have letters, digits, hyphens and dots; addresses are like 192.168.1.20 or fe80::1%eth0."),
        QT_TRANSLATE_NOOP("text", "Type it as the Spark shows it, for example spark-1a2b.local")},
    {"hosts.bad-port", QT_TRANSLATE_NOOP("text", "\"{text}\" has no usable port."),
        QT_TRANSLATE_NOOP("text", "A port is a number from 1 to 65535 after a colon."),
        QT_TRANSLATE_NOOP("text", "Leave it out; SSH is at port 22 unless somebody changed that.")},
    {"hosts.bad-user", QT_TRANSLATE_NOOP("text", "\"{text}\" is no user name."),
        QT_TRANSLATE_NOOP("text",
            "User names on a Spark begin with a small letter and have small letters, digits, dots, hyphens and "
            "underscores."),
        QT_TRANSLATE_NOOP("text", "Type the name of the account that was made when the Spark was first switched on.")},
    {"hosts.same-machine", QT_TRANSLATE_NOOP("text", "{name} is the same machine as {other}."),
        QT_TRANSLATE_NOOP("text", "It was added under two names."),
        QT_TRANSLATE_NOOP("text", "Remove one of the two.")},
    {"hosts.cloned-machine-id", QT_TRANSLATE_NOOP("text", "{name} and {other} are two machines with one machine id."),
        QT_TRANSLATE_NOOP("text",
            "One was copied from the other, or they came like that. On a network they are taken for one machine."),
        QT_TRANSLATE_NOOP("text",
            "Type this on one of them, then restart it and sign in again:\n  sudo rm /etc/machine-id\n  sudo "
            "systemd-machine-id-setup")},
    {"flow.no-members", QT_TRANSLATE_NOOP("text", "No Spark was chosen."),
        QT_TRANSLATE_NOOP("text", "Sparkloom connects only to machines that you named."),
        QT_TRANSLATE_NOOP("text", "Choose your Sparks first.")},
    {"flow.no-such-member", QT_TRANSLATE_NOOP("text", "{name} is no Spark of this cluster."),
        QT_TRANSLATE_NOOP("text", "Nothing was done."), QT_TRANSLATE_NOOP("text", "Check the name.")},
    {"flow.not-found-any-more", QT_TRANSLATE_NOOP("text", "This machine is not seen any more."),
        QT_TRANSLATE_NOOP("text", "It stopped announcing itself a moment ago."),
        QT_TRANSLATE_NOOP("text", "Check that it is on, or add it by its address.")},
    {"flow.too-many-members", QT_TRANSLATE_NOOP("text", "A cluster holds at most {most} Sparks."),
        QT_TRANSLATE_NOOP("text", "Nothing was added."),
        QT_TRANSLATE_NOOP("text", "Make a second cluster with --cluster NAME")},
    {"flow.nobody-ready", QT_TRANSLATE_NOOP("text", "Sparkloom is not signed in to any Spark."),
        QT_TRANSLATE_NOOP("text", "This step works over the connections to them."),
        QT_TRANSLATE_NOOP("text", "Sign in first.")},
    {"flow.not-all-ready", QT_TRANSLATE_N_NOOP("text", "%n Sparks are not signed in to."),
        QT_TRANSLATE_NOOP("text", "A change is made on all Sparks or on none."),
        QT_TRANSLATE_NOOP("text", "Sign in to them, or remove them from the cluster."),
        "One Spark is not signed in to."},
    {"flow.not-all-settled", QT_TRANSLATE_N_NOOP("text", "%n Sparks are not signed in to."),
        QT_TRANSLATE_NOOP("text",
            "How the interrupted change ended has to be looked at on every Spark. Nothing was changed just now."),
        QT_TRANSLATE_NOOP("text",
            "Switch them on and try again. The others are settled without one that is gone for good by: sparkloomctl "
            "finish --without NAME, or sparkloomctl revert --without NAME"),
        "One Spark is not signed in to."},
    {"flow.nothing-to-settle", QT_TRANSLATE_NOOP("text", "There is no interrupted set-up to settle without {name}."),
        QT_TRANSLATE_NOOP("text", "Nothing was done."),
        QT_TRANSLATE_NOOP(
            "text", "If {name} is gone for good, take it out of the cluster with: sparkloomctl leave {name} --gone")},
    {"flow.too-few-ready", QT_TRANSLATE_N_NOOP("text", "%n Sparks are signed in to; a cluster needs two or more."),
        QT_TRANSLATE_NOOP("text", "There is nothing to join."),
        QT_TRANSLATE_NOOP("text", "Sign in to at least two Sparks."),
        "One Spark is signed in to; a cluster needs two or more."},

    // --- host keys
    {"hosts.key-changed",
        QT_TRANSLATE_NOOP("text", "{name} shows another key than before: {shown} instead of {known}."),
        QT_TRANSLATE_NOOP(
            "text", "Either this is not the same machine, or it was reinstalled. Nothing secret was sent."),
        QT_TRANSLATE_NOOP("text",
            "If you reinstalled it: read its fingerprint at the Spark itself, then use \"this Spark was reinstalled\" "
            "(sparkloomctl replace {name}). If not, find out what answers at its address.")},
    {"hosts.key-type-changed",
        QT_TRANSLATE_NOOP("text", "{name} shows a key of another type than before: {shown} instead of {known}."),
        QT_TRANSLATE_NOOP("text", "A machine that pretends to be this Spark would do that. Nothing secret was sent."),
        QT_TRANSLATE_NOOP("text",
            "If you reinstalled it: read its fingerprint at the Spark itself, then use \"this Spark was reinstalled\" "
            "(sparkloomctl replace {name}).")},
    {"hosts.key-refused", QT_TRANSLATE_NOOP("text", "The fingerprint of {name} was not accepted."),
        QT_TRANSLATE_NOOP("text", "Nothing secret was sent to it."),
        QT_TRANSLATE_NOOP("text", "Compare it with what the Spark itself shows, then try again.")},
    {"hosts.key-not-accepted", QT_TRANSLATE_NOOP("text", "The key of this machine was not accepted yet."),
        QT_TRANSLATE_NOOP("text", "Before that nothing secret is sent."),
        QT_TRANSLATE_NOOP("text", "Compare its fingerprint with what the Spark itself shows, then accept it.")},
    {"hosts.no-key-shown", QT_TRANSLATE_NOOP("text", "This machine has not shown a key yet."),
        QT_TRANSLATE_NOOP("text", "There is nothing to replace the old one with."),
        QT_TRANSLATE_NOOP("text", "Connect to it first.")},
    {"hosts.name-not-confirmed",
        QT_TRANSLATE_NOOP("text", "The name that was typed is not {name}, so its key was not replaced."),
        QT_TRANSLATE_NOOP("text", "Typing the name makes sure that the right Spark is meant."),
        QT_TRANSLATE_NOOP("text", "Type the name exactly: {name}")},
    {"hosts.cloned-key",
        QT_TRANSLATE_NOOP("text",
            "This Spark has the same host key as {other}: one was copied from the other. Make new host keys on one of "
            "them, then sign in again:\n  sudo rm /etc/ssh/ssh_host_* && sudo ssh-keygen -A\n  sudo systemctl restart "
            "ssh")},
    {"hosts.other-machine",
        QT_TRANSLATE_NOOP("text", "Another machine answers at the address of {name}, with the same host key."),
        QT_TRANSLATE_NOOP(
            "text", "One of the two was copied from the other, or the system was installed anew. Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Remove {name} from the cluster and add it again.")},
    {"hosts.virtual-key-differs",
        QT_TRANSLATE_NOOP("text", "A virtual Spark shows another key than the simulator gave it: {shown}."),
        QT_TRANSLATE_NOOP("text", "Something else answers at its address. Nothing secret was sent."),
        QT_TRANSLATE_NOOP("text", "Start the scenario again.")},
    {"hosts.virtual-mismatch",
        QT_TRANSLATE_NOOP("text", "{name} is a virtual Spark where a real one was expected, or the other way round."),
        QT_TRANSLATE_NOOP("text", "The two are never mixed in one cluster."),
        QT_TRANSLATE_NOOP("text", "Remove it from the cluster.")},
    {"hosts.not-a-spark",
        QT_TRANSLATE_NOOP("text",
            "{name} was not recognised as a DGX Spark. Sparkloom goes on with the interfaces that are named like those "
            "of one.")},

    // --- signing in
    {"hosts.no-credentials", QT_TRANSLATE_NOOP("text", "Nothing was given to sign in with."),
        QT_TRANSLATE_NOOP("text", "This computer's key is not known there yet."),
        QT_TRANSLATE_NOOP(
            "text", "Give the user name and password of the Spark once; from then on the key is enough.")},
    {"hosts.sign-in-failed", QT_TRANSLATE_NOOP("text", "Signing in failed three times."),
        QT_TRANSLATE_NOOP("text", "More tries could lock the account."),
        QT_TRANSLATE_NOOP("text", "Check user name and password at the Spark itself, then try again.")},
    {"hosts.key-login-failed",
        QT_TRANSLATE_NOOP("text", "This computer's key was installed, but the Spark does not let it in."),
        QT_TRANSLATE_NOOP("text",
            "Its SSH server reads keys from another place, ignores them because others may write to the home folder, "
            "or forbids keys. The key was taken away again."),
        QT_TRANSLATE_NOOP("text",
            "At the Spark: chmod go-w ~ ~/.ssh. Check AuthorizedKeysFile and PubkeyAuthentication in sshd_config, then "
            "try again.")},

    // --- the helper program
    {"hosts.agent-missing", QT_TRANSLATE_NOOP("text", "The helper program is not on the Spark any more."),
        QT_TRANSLATE_NOOP("text", "Somebody removed or changed it; it is checked before every start."),
        QT_TRANSLATE_NOOP("text", "Sign in again; it is copied anew.")},
    {"hosts.agent-not-removed", QT_TRANSLATE_NOOP("text", "The helper program could not be removed from {name}."),
        QT_TRANSLATE_NOOP("text", "The folder ~/.cache/sparkloom stays there; it does no harm."),
        QT_TRANSLATE_NOOP("text", "Remove it by hand: rm -r ~/.cache/sparkloom")},
    {"hosts.no-agent-for-machine",
        QT_TRANSLATE_NOOP("text", "This is a {machine} machine, and no helper program for it is at hand."),
        QT_TRANSLATE_NOOP("text",
            "A Spark is aarch64. Either this is another machine, or this Sparkloom was built without that helper."),
        QT_TRANSLATE_NOOP("text", "Check that it is a Spark. If it is, install the complete Sparkloom package.")},
    {"hosts.home-not-writable",
        QT_TRANSLATE_NOOP("text", "The home folder on the Spark is full or cannot be written to."),
        QT_TRANSLATE_NOOP("text", "The helper program needs some megabytes in ~/.cache/sparkloom."),
        QT_TRANSLATE_NOOP("text", "Free some space in the home folder, then try again.")},
    {"hosts.home-no-programs", QT_TRANSLATE_NOOP("text", "The home folder on the Spark does not let programs run."),
        QT_TRANSLATE_NOOP("text", "It is mounted with noexec."),
        QT_TRANSLATE_NOOP("text", "Mount it without noexec, or use an account whose home folder allows programs.")},
    {"hosts.upload-differs",
        QT_TRANSLATE_NOOP("text", "The helper program arrived damaged on the Spark and was not used."),
        QT_TRANSLATE_NOOP(
            "text", "What was written is not what was sent: a bad disk, or something that changes files."),
        QT_TRANSLATE_NOOP("text", "Try again. If it repeats, check the Spark's disk.")},
    {"hosts.upload-failed",
        QT_TRANSLATE_NOOP("text", "The helper program could not be copied to the Spark (code {code})."),
        QT_TRANSLATE_NOOP("text", "The Spark's shell did not carry the step out."),
        QT_TRANSLATE_NOOP("text", "Check that this account can write to its home folder, then try again.")},
    {"hosts.probe-failed", QT_TRANSLATE_NOOP("text", "The first command on the Spark did not work (code {code})."),
        QT_TRANSLATE_NOOP("text", "The account has no ordinary shell, or its login scripts end the connection."),
        QT_TRANSLATE_NOOP(
            "text", "Sign in by hand with ssh and see what happens; use an account with an ordinary shell.")},
    {"hosts.command-timeout", QT_TRANSLATE_NOOP("text", "A command on the Spark took too long and was stopped."),
        QT_TRANSLATE_NOOP("text", "The Spark is very busy, or its disk or home folder hangs."),
        QT_TRANSLATE_NOOP("text", "Try again when the Spark is less busy.")},

    // --- sudo
    {"sudo.not-given", QT_TRANSLATE_NOOP("text", "No sudo password was given for {name}."),
        QT_TRANSLATE_NOOP("text", "This step needs root on the Spark, so it was not done."),
        QT_TRANSLATE_NOOP("text", "Try again and give the password, or ask somebody who may use sudo there.")},
    {"sudo.wrong-password", QT_TRANSLATE_NOOP("text", "The sudo password was not accepted."),
        QT_TRANSLATE_NOOP("text", "It is not tried again by itself, because wrong passwords lock accounts."),
        QT_TRANSLATE_NOOP("text", "Try again with the right password.")},
    {"sudo.not-allowed", QT_TRANSLATE_NOOP("text", "This account may not use sudo on the Spark."),
        QT_TRANSLATE_NOOP("text", "Network settings can be changed by root only."),
        QT_TRANSLATE_NOOP("text",
            "Use the account that was made when the Spark was first switched on, or add this one there: sudo usermod "
            "-aG sudo NAME")},
    {"sudo.missing", QT_TRANSLATE_NOOP("text", "There is no sudo on this machine."),
        QT_TRANSLATE_NOOP("text", "Sparkloom becomes root through sudo only."),
        QT_TRANSLATE_NOOP("text", "Install the package sudo there.")},
    {"sudo.no-answer", QT_TRANSLATE_NOOP("text", "sudo on the Spark did not answer in time."),
        QT_TRANSLATE_NOOP("text", "It waits for something else, such as a fingerprint reader or a directory server."),
        QT_TRANSLATE_NOOP("text", "Try sudo true at the Spark itself and see what it asks for.")},
    {"sudo.failed", QT_TRANSLATE_NOOP("text", "The root helper could not be started through sudo (code {code})."),
        QT_TRANSLATE_NOOP("text", "The Spark's sudo rules or its security software stopped it."),
        QT_TRANSLATE_NOOP("text", "Look at the Spark's log: sudo journalctl -t sudo")},
    {"sudo.helper-differs",
        QT_TRANSLATE_NOOP("text", "The root helper on the Spark is not the one that was sent, so it was not started."),
        QT_TRANSLATE_NOOP("text", "Somebody changed it while it was being installed. Nothing was run as root."),
        QT_TRANSLATE_NOOP("text", "Find out who can change files of this account, then sign in again.")},
    {"sudo.helper-not-installed",
        QT_TRANSLATE_NOOP("text", "The root helper could not be installed below /usr/local/libexec/sparkloom."),
        QT_TRANSLATE_NOOP("text", "That file system is full or cannot be written to."),
        QT_TRANSLATE_NOOP("text", "Free some space there, then try again.")},
};

std::span<const Entry> hostEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
