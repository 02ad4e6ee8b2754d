// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/catalogue.h"

#include <QtGlobal>

// Addresses, and what a plan changes and why.
namespace sparkloom::engine::text {

static constexpr Entry kEntries[] = {
    // --- addresses
    {"addresses.nothing-cabled",
        QT_TRANSLATE_NOOP("text", "No cable is known yet, so there is nothing to give addresses to."),
        QT_TRANSLATE_NOOP("text", "Either nothing is plugged, or the halves are still asleep or dark."),
        QT_TRANSLATE_NOOP("text", "Plug the cables first. Setting up goes on by itself once they are seen.")},
    {"addresses.cable-to-itself", QT_TRANSLATE_NOOP("text", "A cable joins the two sockets of {spark} to each other."),
        QT_TRANSLATE_NOOP("text", "It cannot carry a cluster."),
        QT_TRANSLATE_NOOP("text", "Move one of its plugs to another Spark.")},
    {"addresses.dark-half", QT_TRANSLATE_NOOP("text", "Half {half} of {spark} has no link."),
        QT_TRANSLATE_NOOP("text",
            "Both halves of a cage must be up before they get addresses; with one of them only half the speed would be "
            "left."),
        QT_TRANSLATE_NOOP("text", "Push the plug in until it clicks. If it stays dark, try another cable.")},
    {"addresses.unknown-spark", QT_TRANSLATE_NOOP("text", "A cable leads to a Spark that was not inspected ({spark})."),
        QT_TRANSLATE_NOOP("text", "It gets no address before Sparkloom is signed in to it."),
        QT_TRANSLATE_NOOP("text", "Sign in to that Spark too, or pull the cable out.")},
    {"addresses.mtu-out-of-range",
        QT_TRANSLATE_NOOP("text", "An MTU of {mtu} is not possible; it must be between 1500 and 9000."),
        QT_TRANSLATE_NOOP("text", "Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Leave it at 9000 for direct cables.")},
    {"addresses.mtu-not-supported",
        QT_TRANSLATE_NOOP("text", "{interface} of {spark} supports an MTU of at most {max}, not {mtu}."),
        QT_TRANSLATE_NOOP("text", "Nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Choose a smaller MTU: --mtu {max}")},
    {"addresses.pool-collides",
        QT_TRANSLATE_NOOP("text", "The network {pool} overlaps {route}, which a Spark or this computer already uses."),
        QT_TRANSLATE_NOOP("text", "The same addresses in two places would make one of them unreachable."),
        QT_TRANSLATE_NOOP("text", "Choose another network, or leave the choice to Sparkloom.")},
    {"addresses.pool-length", QT_TRANSLATE_NOOP("text", "The network {pool} has the wrong size."),
        QT_TRANSLATE_NOOP(
            "text", "Its prefix length must be between 8 and 24, because every lane gets a /24 of its own."),
        QT_TRANSLATE_NOOP("text", "Example: --pool 10.100.0.0/16")},
    {"addresses.pool-too-small",
        QT_TRANSLATE_NOOP("text", "The network {pool} has not enough room: {needed} free /24 networks are needed."),
        QT_TRANSLATE_NOOP("text", "Every lane gets a /24 of its own."),
        QT_TRANSLATE_NOOP("text", "Choose a larger network, for example --pool 10.100.0.0/16")},
    {"addresses.no-free-pool",
        QT_TRANSLATE_NOOP(
            "text", "Every network that Sparkloom would choose (10.100 to 10.254, 172.16 to 172.31) is in use here."),
        QT_TRANSLATE_NOOP("text", "A VPN on this computer or a Spark routes very large networks."),
        QT_TRANSLATE_NOOP("text", "Switch the VPN off, or name a free network with --pool")},
    {"addresses.too-many-in-lane", QT_TRANSLATE_NOOP("text", "More than 254 Sparks share one switch lane."),
        QT_TRANSLATE_NOOP("text", "A lane is a /24 network and has room for 254."),
        QT_TRANSLATE_NOOP("text", "Make two clusters of them.")},

    // --- why no plan could be made
    {"plan.duplicate-spark", QT_TRANSLATE_NOOP("text", "{spark} is in the list twice."),
        QT_TRANSLATE_NOOP("text", "The same machine was added under two names."),
        QT_TRANSLATE_NOOP("text", "Remove one of the two.")},
    {"plan.unknown-spark",
        QT_TRANSLATE_NOOP("text", "The addresses name a Spark ({spark}) that is not part of this plan."),
        QT_TRANSLATE_NOOP("text", "The cluster changed while the plan was made."),
        QT_TRANSLATE_NOOP("text", "Make the plan again.")},
    {"plan.management-on-half",
        QT_TRANSLATE_NOOP("text", "{spark} is reached over {interface}, which this plan would change."),
        QT_TRANSLATE_NOOP("text", "Changing it would cut the connection that makes the change."),
        QT_TRANSLATE_NOOP("text", "Connect over the Spark's network plug or Wi-Fi instead of the fast cable.")},
    {"plan.timer-out-of-range", QT_TRANSLATE_NOOP("text", "A safety timer of {seconds} seconds is not possible."),
        QT_TRANSLATE_NOOP("text", "It must be between 5 and 300 seconds."),
        QT_TRANSLATE_NOOP("text", "Leave it at 90 seconds.")},
    {"plan.netplan-not-read", QT_TRANSLATE_NOOP("text", "The network files of {spark} were not read yet."),
        QT_TRANSLATE_NOOP("text", "Only root may read them, and no plan is made without knowing them."),
        QT_TRANSLATE_NOOP("text", "Give the sudo password when it is asked for.")},
    {"plan.foreign-uses-half",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} line {line} uses an interface of the fabric in \"{definition}\" (a bond, bridge, VLAN "
            "or renamed interface)."),
        QT_TRANSLATE_NOOP("text", "Sparkloom does not take such a set-up apart by itself."),
        QT_TRANSLATE_NOOP("text", "Remove that definition from the file, then plan again.")},
    {"plan.foreign-pattern",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, the pattern in \"{definition}\" ({file} line {line}) also matches interfaces of the fabric."),
        QT_TRANSLATE_NOOP("text", "Both files would configure them at once."),
        QT_TRANSLATE_NOOP("text", "Narrow the pattern so that it leaves the fabric out, then plan again.")},
    {"plan.foreign-other-half",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} line {line} configures \"{definition}\", which is plugged but not part of this plan."),
        QT_TRANSLATE_NOOP("text", "Taking the file over would cut it off."),
        QT_TRANSLATE_NOOP(
            "text", "Move those settings into a file of their own, or pull that cable out, then plan again.")},
    {"plan.foreign-outside-etc",
        QT_TRANSLATE_NOOP(
            "text", "On {spark}, {file} line {line} configures the fabric but does not lie in /etc/netplan."),
        QT_TRANSLATE_NOOP("text", "Another program made it and would make it again, so it cannot be replaced safely."),
        QT_TRANSLATE_NOOP("text", "Take the fabric out of the program that makes this file, then plan again.")},
    {"plan.foreign-not-understood",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} names an interface of the fabric, and Sparkloom does not understand its line {line}."),
        QT_TRANSLATE_NOOP("text", "What is not understood is not replaced."),
        QT_TRANSLATE_NOOP("text", "Write that line more simply or remove the fabric from the file, then plan again.")},

    // --- warnings
    {"plan.alias-taken",
        QT_TRANSLATE_NOOP(
            "text", "Your SSH configuration has an entry for {name} already, so Sparkloom gives this name to nobody.")},
    {"plan.alias-none", QT_TRANSLATE_NOOP("text", "{name} has no name that SSH could use, so it gets no alias.")},
    {"plan.hosts-name-taken",
        QT_TRANSLATE_NOOP("text",
            "/etc/hosts of {spark} already gives {name} to another address, in a line that is not ours: that one "
            "counts.")},
    {"plan.no-host-keys",
        QT_TRANSLATE_NOOP(
            "text", "The host keys of {spark} could not be read: other Sparks will ask before they connect to it.")},
    {"plan.management-not-known",
        QT_TRANSLATE_NOOP("text", "Sparkloom could not tell which interface of {spark} carries this connection.")},
    {"plan.spark-not-cabled",
        QT_TRANSLATE_NOOP("text", "{spark} has no known cable: it gets no address on the fabric.")},
    {"plan.users-differ",
        QT_TRANSLATE_NOOP(
            "text", "The Sparks are used under different user names; many tools expect the same one everywhere.")},
    {"plan.not-all-neighbours",
        QT_TRANSLATE_NOOP("text",
            "Not every Spark is a direct neighbour of every other: RDMA works between neighbours only, and NCCL must "
            "use rings.")},
    {"plan.storage-mtu",
        QT_TRANSLATE_NOOP("text",
            "The halves that lead to storage keep frames of 1500 bytes: what the storage passes cannot be proven from "
            "here.")},
    {"plan.switch-mtu",
        QT_TRANSLATE_NOOP("text",
            "An MTU of {mtu} must be allowed by the switch too; it is proven end to end before the change is kept.")},
    {"plan.our-file-edited",
        QT_TRANSLATE_NOOP(
            "text", "Somebody edited {file} on {spark} since Sparkloom wrote it; that edit will be replaced.")},
    {"plan.foreign-maybe",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, Sparkloom does not understand {file} (line {line}). It does not name the fabric, but it has a "
            "match rule.")},
    {"plan.foreign-generic",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} line {line} is a profile for any interface; it stays, and the fabric gets profiles of "
            "its own.")},
    {"plan.foreign-drops-half",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} line {line} also gave addresses to {interface}, which is not plugged now; it loses "
            "them.")},

    {"plan.foreign-sync",
        QT_TRANSLATE_NOOP("text",
            "On {spark}, {file} belongs to NVIDIA Sync, which writes it again when its cluster page is opened. Set the "
            "cluster up with one of the two.")},

    // --- changes: what, why, how it is taken back
    {"plan.foreign-title", QT_TRANSLATE_NOOP("text", "Replace {file}")},
    {"plan.foreign-part-title", QT_TRANSLATE_NOOP("text", "Take the fabric out of {file}")},
    {"plan.foreign-address-reason",
        QT_TRANSLATE_NOOP("text", "It gives {interface} the address {address}; this plan needs {wanted}.")},
    {"plan.foreign-mtu-reason",
        QT_TRANSLATE_NOOP(
            "text", "It gives {interface} an MTU of {mtu}; this plan needs {wanted}. Its addresses are kept.")},
    {"plan.foreign-dhcp-reason",
        QT_TRANSLATE_NOOP(
            "text", "It asks for an automatic address on {interface}; the fabric has nobody who gives one.")},
    {"plan.foreign-ipv6-reason",
        QT_TRANSLATE_NOOP("text",
            "It leaves IPv6 on for {interface}, which moves the RoCE addresses that NCCL counts on. Its addresses are "
            "kept.")},
    {"plan.foreign-more-reason",
        QT_TRANSLATE_NOOP("text", "It sets \"{setting}\" for {interface}, which the fabric does not need.")},
    {"plan.foreign-twice-reason",
        QT_TRANSLATE_NOOP(
            "text", "{other} configures {interface} too. Two files are joined, and nobody can tell which one counts.")},
    {"plan.foreign-subnet-reason",
        QT_TRANSLATE_NOOP("text",
            "It puts {interface} and {other} into one subnet: all traffic would leave through one of them, and half "
            "the speed is lost.")},
    {"plan.foreign-broken-reason",
        QT_TRANSLATE_NOOP("text",
            "It cannot be read beyond line {line}, and it names nothing but the fabric. While it is there, netplan may "
            "refuse every other file too.")},
    {"plan.firewall-title", QT_TRANSLATE_NOOP("text", "Let ufw allow everything in on {halves}")},
    {"plan.firewall-remove-title", QT_TRANSLATE_NOOP("text", "Take the rules for {halves} out of ufw")},
    {"plan.firewall-reason",
        QT_TRANSLATE_NOOP("text",
            "ufw is on here. NCCL and model servers choose their ports as they go; on the cables between the Sparks "
            "there is nobody else.")},
    {"plan.firewall-undo", QT_TRANSLATE_NOOP("text", "Undo takes exactly these rules away again.")},
    {"plan.hosts-title",
        QT_TRANSLATE_NOOP("text", "Give the other Sparks names on the fast network, in a block of {file}")},
    {"plan.hosts-remove-title", QT_TRANSLATE_NOOP("text", "Take our block of names out of {file}")},
    {"plan.hosts-reason",
        QT_TRANSLATE_NOOP("text",
            "You asked for it. Host files of MPI and torchrun can then say spark-b-fabric instead of an address. Every "
            "other line of the file stays.")},
    {"plan.hosts-undo", QT_TRANSLATE_NOOP("text", "Undo takes exactly this block out again.")},
    {"plan.alias-title", QT_TRANSLATE_NOOP("text", "Name the Sparks in your SSH configuration: {file}")},
    {"plan.alias-remove-title",
        QT_TRANSLATE_NOOP("text", "Take the names of the Sparks out of your SSH configuration: {file}")},
    {"plan.alias-file-reason",
        QT_TRANSLATE_NOOP("text",
            "You asked for it. Each Spark gets a name with user, key and known host key, so that ssh NAME simply "
            "works.")},
    {"plan.alias-config-reason",
        QT_TRANSLATE_NOOP("text",
            "One line at its top reads the file of names. No entry of yours is changed, and none is overruled.")},
    {"plan.alias-undo",
        QT_TRANSLATE_NOOP("text", "Undo takes it out again; {file} is then byte for byte what it was.")},
    {"plan.adopted-title", QT_TRANSLATE_NOOP("text", "Keep {file} as it is")},
    {"plan.adopted-reason",
        QT_TRANSLATE_NOOP("text",
            "It already does what this plan wants. Sparkloom records it in its receipt and does not touch its bytes.")},
    {"plan.adopted-undo", QT_TRANSLATE_NOOP("text", "Undo leaves {file} where it is.")},
    {"plan.foreign-reason",
        QT_TRANSLATE_NOOP("text",
            "It configures the same interfaces. Two files would be joined, and each half would have both addresses.")},
    {"plan.foreign-undo", QT_TRANSLATE_NOOP("text", "Undo puts {file} back byte for byte.")},
    {"plan.netplan-title", QT_TRANSLATE_NOOP("text", "Write {file}")},
    {"plan.netplan-change-title", QT_TRANSLATE_NOOP("text", "Change {file}")},
    {"plan.netplan-remove-title", QT_TRANSLATE_NOOP("text", "Remove {file}")},
    {"plan.netplan-reason",
        QT_TRANSLATE_NOOP("text",
            "Gives every half its own subnet, its MTU, and no automatic addresses. Jobs that run on the fabric are "
            "interrupted.")},
    {"plan.netplan-undo", QT_TRANSLATE_NOOP("text", "Undo restores what was there before.")},
    {"plan.sysctl-title", QT_TRANSLATE_NOOP("text", "Write {file}")},
    {"plan.sysctl-again-title", QT_TRANSLATE_NOOP("text", "Write {file} anew")},
    {"plan.sysctl-remove-title", QT_TRANSLATE_NOOP("text", "Remove {file}")},
    {"plan.sysctl-reason",
        QT_TRANSLATE_NOOP("text",
            "Both halves of a cage hear the same wire: without these settings one answers for the other and half the "
            "speed is lost.")},
    {"plan.sysctl-undo", QT_TRANSLATE_NOOP("text", "Undo removes the file and restores the earlier values.")},
    {"plan.live-title", QT_TRANSLATE_NOOP("text", "Set up {halves} again")},
    {"plan.live-reason",
        QT_TRANSLATE_NOOP("text", "The files are right, but the interfaces are not as the files say.")},
    {"plan.live-undo", QT_TRANSLATE_NOOP("text", "Undo restores the addresses and settings that are live now.")},
    {"plan.receipt-title", QT_TRANSLATE_NOOP("text", "Write {file}")},
    {"plan.receipt-reason",
        QT_TRANSLATE_NOOP("text",
            "A record that everybody may read: with it Sparkloom sees later, without root, whether anything changed.")},
    {"plan.receipt-undo", QT_TRANSLATE_NOOP("text", "Forget removes it.")},
    {"plan.helper-title", QT_TRANSLATE_NOOP("text", "Install Sparkloom's root helper and its recovery at boot")},
    {"plan.helper-reason",
        QT_TRANSLATE_NOOP("text",
            "If this computer or the connection is lost half-way, the Spark itself goes back to the old state.")},
    {"plan.helper-undo", QT_TRANSLATE_NOOP("text", "Forget removes both.")},
    {"plan.key-title", QT_TRANSLATE_NOOP("text", "Make the key {file}")},
    {"plan.key-reason",
        QT_TRANSLATE_NOOP(
            "text", "Each Spark has its own key for reaching the others. The private half never leaves it.")},
    {"plan.key-undo", QT_TRANSLATE_NOOP("text", "Forget removes it.")},
    {"plan.authorized-title", QT_TRANSLATE_N_NOOP("text", "Let %n other Sparks log in ({file})"), nullptr, nullptr,
        "Let one other Spark log in ({file})"},
    {"plan.authorized-reason",
        QT_TRANSLATE_NOOP("text", "Only from the fabric and the management network, without forwarding.")},
    {"plan.authorized-later-reason",
        QT_TRANSLATE_NOOP("text",
            "The keys are made during the set-up. Only from the fabric and the management network, without "
            "forwarding.")},
    {"plan.authorized-undo", QT_TRANSLATE_NOOP("text", "Undo removes these lines from {file} and nothing else.")},
    {"plan.ssh-file-title", QT_TRANSLATE_NOOP("text", "Write {file}")},
    {"plan.ssh-file-undo", QT_TRANSLATE_NOOP("text", "Undo removes {file}.")},
    {"plan.known-hosts-reason",
        QT_TRANSLATE_NOOP("text",
            "The other Sparks' host keys, read over connections that are already trusted: nothing asks later.")},
    {"plan.ssh-config-reason",
        QT_TRANSLATE_NOOP("text",
            "Tells ssh which key and which host keys belong to the other Sparks, and changes nothing for other "
            "hosts.")},
    {"plan.include-title", QT_TRANSLATE_NOOP("text", "Add one line at the top of {file}")},
    {"plan.include-reason", QT_TRANSLATE_NOOP("text", "Makes ssh read Sparkloom's own file.")},
    {"plan.include-undo", QT_TRANSLATE_NOOP("text", "Undo removes that line from {file}.")},
};

std::span<const Entry> planEntries()
{
    return kEntries;
}

} // namespace sparkloom::engine::text
