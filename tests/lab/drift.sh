#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# drift.sh BIN_DIR RENDERER - a colleague changes real Linux hosts by hand: status says what and repairs nothing, keep accepts
# what can be kept, apply puts back what was set up, what somebody typed or made in
# NetworkManager comes back with undo, forget leaves nothing.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
LAB_LINES=40
begin_pair drift "$@"
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
# IPv6 over a half and rules of policy routing are, too; a rule about something else is left alone all the while.
on spark-a sysctl -qw "net.ipv6.conf.$half_a.disable_ipv6=0"
on spark-a ip -6 address add fd00:7::1/64 dev $half_a nodad
on spark-a ip -6 route add fd00:8::/64 via fd00:7::2 dev $half_a metric 77
on spark-a ip rule add iif $half_a lookup 100 priority 500
on spark-a ip rule add not from 192.0.2.0/24 fwmark 16 lookup 200 priority 501
typed() {
    on spark-a sh -c "ip -6 -o address show dev $half_a scope global; ip -6 route show dev $half_a proto boot; ip rule" |
        grep -c -e fd00:7::1/64 -e 'fd00:8::/64 via fd00:7::2' -e "500:.*iif $half_a lookup 100" \
            -e '501:.*not from 192.0.2.0/24 fwmark 0x10 lookup 200'
}
check "all of it is there" [ "$(typed)" = 4 ]
check "apply with another MTU ends with 0" ends_with 0 ctl apply --mtu 4000
check "the rules stand, IPv6 is off" [ "$(typed)" = 2 ]
check "undo ends with 0" ends_with 0 ctl undo
check "the route is back" eventually 25 says 172.31.0.0/16 on spark-a ip route show dev $half_a
check "IPv6 and rules are, too" eventually 25 says 4 typed
on spark-a ip -6 address del fd00:7::1/64 dev $half_a
on spark-a ip rule del priority 500
on spark-a ip rule del priority 501
check "forget ends with 0" ends_with 0 ctl forget
check "the state is that before first contact" eventually 50 same_now before

# A profile that somebody made is in the plan, goes only when that is wanted, and comes back.
profile=/etc/NetworkManager/system-connections/typed.nmconnection
if [ "$LAB_RENDERER" = NetworkManager ]; then
    on spark-a nmcli connection add type ethernet con-name typed ifname $half_a mtu 4000 \
        ipv4.method manual ipv4.addresses 10.9.9.1/24 ipv6.method disabled
    on spark-a nmcli --wait 15 connection up typed
    on spark-a nmcli connection add type ethernet con-name desk ifname enP7s7 autoconnect no
    states profiled
    check "setup asks before it takes a profile" ends_with 5 ctl setup
    check "it names the file" said "$profile"
    check "setup takes it over when it may" ends_with 0 ctl setup --insist take-over
    check "the profile is out of the way" not on spark-a test -e $profile
    check "NetworkManager does not know it any more" not says '^typed' on spark-a nmcli -t -f NAME connection show
    check "the one of the desk stays" says '^desk' on spark-a nmcli -t -f NAME connection show
    check "nothing is left to do" ends_with 0 ctl apply
    check "forget ends with 0 again" ends_with 0 ctl forget
    check "the profile is back, byte for byte" eventually 50 same_now profiled
fi
finish
