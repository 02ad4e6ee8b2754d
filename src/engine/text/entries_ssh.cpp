// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Reaching a machine, its host key, signing in, and programs run over the connection.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- reaching it
    {"ssh.name-unknown", QT_TRANSLATE_NOOP("text", "No machine called {host} was found on this network."),
        QT_TRANSLATE_NOOP("text",
            "The name could not be turned into an address: the Spark is off, on another network, or the name is "
            "misspelt."),
        QT_TRANSLATE_NOOP("text",
            "Check that the Spark is on and on the same network as this computer. Try the name with .local at the end, "
            "or the address that its own screen shows.")},
    {"ssh.name-timeout", QT_TRANSLATE_NOOP("text", "Looking up the name {host} took too long."),
        QT_TRANSLATE_NOOP("text", "The name service of this network does not answer."),
        QT_TRANSLATE_NOOP("text", "Type the Spark's address instead of its name, or try again.")},
    {"ssh.refused", QT_TRANSLATE_NOOP("text", "{host} is there, but nothing answers at port {port}."),
        QT_TRANSLATE_NOOP("text", "Its SSH service is off, still starting, or listens at another port."),
        QT_TRANSLATE_NOOP("text",
            "Wait a minute after switching the Spark on. If it stays so, run at the Spark: sudo systemctl enable --now "
            "ssh")},
    {"ssh.no-route", QT_TRANSLATE_NOOP("text", "This computer has no way to {host}."),
        QT_TRANSLATE_NOOP(
            "text", "The address belongs to a network that this computer is not on, or the Spark is switched off."),
        QT_TRANSLATE_NOOP("text",
            "Put this computer on the same network as the Spark's network plug or Wi-Fi, and look whether the Spark is "
            "on.")},
    {"ssh.timeout", QT_TRANSLATE_NOOP("text", "{host} did not answer at port {port} in time."),
        QT_TRANSLATE_NOOP("text",
            "The Spark is off or asleep, its address has changed, or a firewall in between drops the connection."),
        QT_TRANSLATE_NOOP(
            "text", "Check that the Spark is on and that its address is still the same, then try again.")},
    {"ssh.closed-without-banner",
        QT_TRANSLATE_NOOP("text", "{host} took the connection at port {port} and closed it at once."),
        QT_TRANSLATE_NOOP("text",
            "The machine is alive, but its SSH service cannot answer now. Mostly its memory is used up, by a large "
            "model for example; sometimes it blocks this computer for a while after too many tries."),
        QT_TRANSLATE_NOOP("text", "Wait a minute and try again. If it stays so, switch the Spark off and on.")},
    {"ssh.no-banner", QT_TRANSLATE_NOOP("text", "{host} took the connection at port {port} and then said nothing."),
        QT_TRANSLATE_NOOP("text",
            "The machine is alive, but its SSH service is stuck. Mostly its memory is used up, by a large model for "
            "example."),
        QT_TRANSLATE_NOOP("text", "Wait a minute and try again. If it stays so, switch the Spark off and on.")},
    {"ssh.not-ssh", QT_TRANSLATE_NOOP("text", "What answers at {host}, port {port}, does not speak SSH."),
        QT_TRANSLATE_NOOP("text", "The port is wrong, or the address belongs to another device."),
        QT_TRANSLATE_NOOP("text", "Check address and port. SSH is at port 22 unless somebody changed that.")},
    {"ssh.no-common-algorithm",
        QT_TRANSLATE_NOOP("text", "{host} offers no encryption that Sparkloom accepts ({banner})."),
        QT_TRANSLATE_NOOP(
            "text", "Its SSH software is very old or was narrowed down by hand. Sparkloom refuses weak methods."),
        QT_TRANSLATE_NOOP("text",
            "Update the software of that machine, or allow ed25519 keys and curve25519 key exchange in its "
            "sshd_config.")},
    {"ssh.key-exchange-failed", QT_TRANSLATE_NOOP("text", "Agreeing on encryption with {host} failed ({banner})."),
        QT_TRANSLATE_NOOP("text", "The connection broke while keys were exchanged. Nothing secret was sent."),
        QT_TRANSLATE_NOOP(
            "text", "Try again. If it fails every time, look at the Spark's own log: sudo journalctl -u ssh")},
    {"ssh.key-exchange-timeout",
        QT_TRANSLATE_NOOP("text", "{host} answered, but agreeing on encryption took too long."),
        QT_TRANSLATE_NOOP("text", "The machine is very busy or the network loses packets. Nothing secret was sent."),
        QT_TRANSLATE_NOOP("text", "Wait until the Spark is less busy and try again.")},
    {"ssh.no-host-key", QT_TRANSLATE_NOOP("text", "{host} showed no host key that could be read."),
        QT_TRANSLATE_NOOP(
            "text", "Without it nobody can tell whether it is the right machine. Nothing secret was sent."),
        QT_TRANSLATE_NOOP(
            "text", "Make new host keys at the Spark (sudo ssh-keygen -A), restart its SSH service and try again.")},
    {"ssh.host-key-swapped",
        QT_TRANSLATE_NOOP(
            "text", "{host} showed another key when it was connected to again: {shown} instead of {known}."),
        QT_TRANSLATE_NOOP("text", "Another machine answers at its address now. Nothing secret was sent to it."),
        QT_TRANSLATE_NOOP("text", "Find out which machine answers at this address, then try again.")},
    {"ssh.library-failed", QT_TRANSLATE_NOOP("text", "The SSH library of this computer could not be set up."),
        QT_TRANSLATE_NOOP("text", "This is a fault on this computer, not on the Spark."),
        QT_TRANSLATE_NOOP("text", "Update the package libssh of this computer and start Sparkloom again.")},
    {"ssh.cancelled", QT_TRANSLATE_NOOP("text", "Cancelled.")},

    // --- signing in
    {"ssh.auth-denied", QT_TRANSLATE_NOOP("text", "The sign-in as {user} was not accepted (tried: {tried})."),
        QT_TRANSLATE_NOOP(
            "text", "The user name or the password is wrong, or the Spark allows other ways only: {offered}."),
        QT_TRANSLATE_NOOP("text",
            "Use the account that was made when the Spark was first switched on, and type its password again.")},
    {"ssh.auth-nothing-to-try", QT_TRANSLATE_NOOP("text", "There was nothing to sign in with as {user}."),
        QT_TRANSLATE_NOOP("text",
            "This computer's key is not known there yet, and no password or key was given. The Spark accepts: "
            "{offered}."),
        QT_TRANSLATE_NOOP("text", "Give the password of the account once; from then on the key is enough.")},
    {"ssh.auth-partial",
        QT_TRANSLATE_NOOP(
            "text", "The first proof as {user} was accepted, but the Spark wants a second one ({offered})."),
        QT_TRANSLATE_NOOP("text", "Two-step sign-in is switched on there, and Sparkloom can give one step only."),
        QT_TRANSLATE_NOOP("text",
            "Allow a key alone for this account: AuthenticationMethods publickey in sshd_config, then add this "
            "computer's key by hand.")},
    {"ssh.auth-too-many", QT_TRANSLATE_NOOP("text", "Signing in as {user} was stopped after too many tries."),
        QT_TRANSLATE_NOOP("text", "More tries could lock the account."),
        QT_TRANSLATE_NOOP("text", "Check the password at the Spark itself, wait a few minutes, then try again.")},
    {"ssh.auth-timeout", QT_TRANSLATE_NOOP("text", "Signing in as {user} took too long."),
        QT_TRANSLATE_NOOP(
            "text", "The Spark is busy, or it waits for something that nobody sees, such as a name server."),
        QT_TRANSLATE_NOOP("text", "Try again. If it is always slow, add UseDNS no to the Spark's sshd_config.")},
    {"ssh.auth-failed", QT_TRANSLATE_NOOP("text", "Signing in as {user} failed for a technical reason."),
        QT_TRANSLATE_NOOP("text", "The SSH library could not finish this step; the password may still be right."),
        QT_TRANSLATE_NOOP("text", "Try again.")},
    {"ssh.auth-closed",
        QT_TRANSLATE_NOOP("text", "The Spark closed the connection while signing in as {user}, after {tries} tries."),
        QT_TRANSLATE_NOOP("text",
            "It allows fewer tries, or does not let this user in at all (AllowUsers, a locked account, an expired "
            "password)."),
        QT_TRANSLATE_NOOP("text",
            "Sign in once at the Spark itself with this account; a password that must be changed is changed there.")},
    {"ssh.auth-lost", QT_TRANSLATE_NOOP("text", "The connection ended in the middle of signing in as {user}."),
        QT_TRANSLATE_NOOP("text",
            "Something between here and the Spark was cut, or the Spark hangs up instead of answering: an expired "
            "account does that."),
        QT_TRANSLATE_NOOP(
            "text", "Try again. If it happens every time, sign in once at the Spark itself with this account.")},
    {"ssh.auth-interactive",
        QT_TRANSLATE_NOOP("text", "The Spark asks {user} for something other than the password: \"{prompt}\""),
        QT_TRANSLATE_NOOP("text",
            "Sparkloom answers one hidden question, the password, and no other. Nothing was sent for this one."),
        QT_TRANSLATE_NOOP(
            "text", "Sign in with a key instead: copy this computer's key there by hand, then try again.")},
    {"ssh.auth-open", QT_TRANSLATE_NOOP("text", "The machine lets anybody in as {user}, without any password."),
        QT_TRANSLATE_NOOP(
            "text", "That is not how a Spark is set up; it may be another device that pretends to be one."),
        QT_TRANSLATE_NOOP("text", "Do not use this machine. If it is yours, give the account a password first.")},
    {"ssh.key-file-unreadable", QT_TRANSLATE_NOOP("text", "The key file {path} could not be read."),
        QT_TRANSLATE_NOOP("text", "It is missing, not yours to read, or far too large for a key."),
        QT_TRANSLATE_NOOP("text", "Check the path, or sign in with the password.")},
    {"ssh.key-file-locked", QT_TRANSLATE_NOOP("text", "The key file {path} needs its passphrase."),
        QT_TRANSLATE_NOOP("text", "The key is encrypted, or it is no OpenSSH private key."),
        QT_TRANSLATE_NOOP("text", "Give the passphrase, or sign in with the password.")},
    {"ssh.key-file-passphrase",
        QT_TRANSLATE_NOOP("text", "The key file {path} could not be opened with this passphrase."),
        QT_TRANSLATE_NOOP("text", "The passphrase is wrong, or the file is no OpenSSH private key."),
        QT_TRANSLATE_NOOP("text", "Type the passphrase again, or sign in with the password.")},

    // --- programs over the connection
    {"ssh.not-connected", QT_TRANSLATE_NOOP("text", "There is no connection to this Spark any more."),
        QT_TRANSLATE_NOOP("text", "It was closed or lost before this step."),
        QT_TRANSLATE_NOOP("text", "Sign in again.")},
    {"ssh.connection-lost", QT_TRANSLATE_NOOP("text", "The connection to the Spark was lost."),
        QT_TRANSLATE_NOOP("text", "The Spark was restarted or switched off, or the management network dropped out."),
        QT_TRANSLATE_NOOP("text", "Check the Spark's network plug or Wi-Fi, then sign in again.")},
    {"ssh.connection-silent", QT_TRANSLATE_NOOP("text", "The Spark said nothing for {seconds} seconds."),
        QT_TRANSLATE_NOOP("text", "It hangs, was cut off, or its address has changed."),
        QT_TRANSLATE_NOOP("text", "Check the Spark and its network plug, then sign in again.")},
    {"ssh.channel-refused", QT_TRANSLATE_NOOP("text", "The Spark allowed no further program over this connection."),
        QT_TRANSLATE_NOOP("text", "Its SSH service limits how many run side by side (MaxSessions)."),
        QT_TRANSLATE_NOOP("text", "Set MaxSessions to 10 in the Spark's sshd_config, which is the usual value.")},
    {"ssh.channel-timeout", QT_TRANSLATE_NOOP("text", "The Spark did not start a program in time."),
        QT_TRANSLATE_NOOP("text", "It is very busy or short of memory."),
        QT_TRANSLATE_NOOP("text", "Stop what keeps the Spark busy, then try again.")},
    {"ssh.command-refused", QT_TRANSLATE_NOOP("text", "The Spark refused to run a program for this account."),
        QT_TRANSLATE_NOOP("text", "The account is limited to a fixed command or has no login shell."),
        QT_TRANSLATE_NOOP("text", "Use an ordinary account of that Spark.")},
    {"ssh.killed-by-signal", QT_TRANSLATE_NOOP("text", "A program on the Spark was ended by the signal {signal}."),
        QT_TRANSLATE_NOOP("text", "Somebody or something stopped it; signal KILL often means that memory ran out."),
        QT_TRANSLATE_NOOP("text", "Try again. If it repeats, look at the Spark's log: sudo journalctl -b")},
    {"ssh.closed-without-status", QT_TRANSLATE_NOOP("text", "A program on the Spark ended without saying how."),
        QT_TRANSLATE_NOOP("text", "The connection broke while it ran."),
        QT_TRANSLATE_NOOP("text", "Sign in again; Sparkloom looks afresh at how things stand.")},
    {"ssh.output-limit",
        QT_TRANSLATE_NOOP("text", "A program on the Spark wrote more than {bytes} bytes and was stopped."),
        QT_TRANSLATE_NOOP("text", "No program of Sparkloom does that; something else answers in its place."),
        QT_TRANSLATE_NOOP("text", "Look at the login scripts of this account (.bashrc, .profile) for endless output.")},
    {"ssh.flooded",
        QT_TRANSLATE_NOOP("text", "The Spark sent far more than it was allowed to; the connection was ended."),
        QT_TRANSLATE_NOOP(
            "text", "No SSH server in order does that: something else answers in its place, or it was tampered with."),
        QT_TRANSLATE_NOOP("text", "Check at the Spark itself what answers there before you sign in again.")},
    {"ssh.input-limit",
        QT_TRANSLATE_NOOP("text", "The Spark did not take what was sent to it; {bytes} bytes were waiting."),
        QT_TRANSLATE_NOOP("text", "The program there hangs or the network has stopped."),
        QT_TRANSLATE_NOOP("text", "Sign in again.")},
};

std::span<const Entry> sshEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
