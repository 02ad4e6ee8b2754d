#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# drift.sh BIN_DIR RENDERER - a colleague changes real Linux hosts by hand: status says what and repairs nothing, keep accepts
# what can be kept, apply puts back what was set up, a route that somebody typed comes back with undo, forget leaves nothing.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1")
export LAB_RENDERER=$2
bind_folders "$bin"
round="drift $2"
LAB_LINES=40
keep_lab "$@"
"$lab" up pair
hosts=(spark-a spark-b)
grant_all
half_a=enp1s0f0np0 half_b=enP2p1s0f0np0
on() { local host=$1; shift; "$lab" exec "$host" "$@"; }
same_now() { states now && same "$1" now; }

states before
check "setup ends with 0" ends_with 0 ctl setup
check "status ends with 0" ends_with 0 ctl status
check "it says nothing but the states" not says "Nothing was repaired" cat "$work/said"

on spark-a ip link set dev $half_a mtu 1500
on spark-a ip address add 172.30.0.9/24 dev $half_b
on spark-a rm /etc/sysctl.d/90-sparkloom.conf
on spark-b sysctl -qw "net.ipv4.conf.$half_a.arp_ignore=0"
on spark-b sed -i '/ sparkloom:/d' /home/nvidia/.ssh/authorized_keys
on spark-b sh -c 'echo "# mine" >> /etc/netplan/60-sparkloom.yaml'
states drifted
check "status ends with 1" ends_with 1 ctl status
check "it says all of it" said "has MTU 1500 instead of 9000" "172.30.0.9/24" "90-sparkloom.conf is gone" \
    "arp_ignore is 0 instead of 1" "spark-a may not log in here" "60-sparkloom.yaml was changed. Last changed"
check "nothing was repaired" same_now drifted
check "keep accepts the address only" ends_with 1 ctl keep
check "it says what cannot be kept" said "Kept as it is." "the other end of the lane" "this file is Sparkloom's"
check "nothing was repaired by keep" same_now drifted
check "apply ends with 0" ends_with 0 ctl apply
check "status ends with 0 again" ends_with 0 ctl status
check "the address is gone" not says 172.30.0.9 on spark-a ip address show dev $half_b
check "verify ends with 0" ends_with 0 ctl verify
check "apply has nothing left to do" ends_with 0 ctl apply

on spark-b ip link set dev $half_b down
check "a half that was switched off is told" ends_with 1 ctl status
check "with its name" said "($half_b) is switched off"
check "apply raises it" ends_with 0 ctl apply
check "status ends with 0 after it" eventually 50 ends_with 0 ctl status

# A route that somebody typed before a change is part of the state that undo gives back.
on spark-a ip route add 172.31.0.0/16 dev $half_a
check "the route is told" ends_with 1 ctl status
check "with the way to remove it" said "sudo ip route del 172.31.0.0/16 dev $half_a"
states routed
check "apply with another MTU ends with 0" ends_with 0 ctl apply --mtu 4000
check "undo ends with 0" ends_with 0 ctl undo
check "the route is back" eventually 25 says 172.31.0.0/16 on spark-a ip route show dev $half_a
check "forget ends with 0" ends_with 0 ctl forget
check "the state is that before first contact" eventually 50 same_now before
finish
