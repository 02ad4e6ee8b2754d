#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# foreign.sh BIN_DIR RENDERER - real Linux hosts that others have configured before, and a firewall on one of them: what is
# right is adopted and stays, what is not is taken over after asking, byte for byte back with undo, and nothing about
# anything but the halves is touched.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
LAB_LINES=40
export LAB_UFW=spark-b
begin_pair foreign "$@"
half_a=enp1s0f0np0 half_b=enP2p1s0f0np0
management=/etc/netplan/01-lab-mgmt.yaml
on() { local host=$1; shift; "$lab" exec "$host" "$@"; }
same_now() { states now && same "$1" now; }
settled() { eventually 50 same_now "$1"; }
write() { # host path: the text on stdin becomes that file, which only root may read
    # shellcheck disable=SC2016  # expanded on the host
    on "$1" sh -c 'umask 077; cat > "$1"' sh "$2"
}
definition() { # netdev address [more lines]: one of a netplan file
    printf '    %s:\n      dhcp4: no\n      addresses: [%s]\n' "$1" "$2"
    [ -z "${3:-}" ] || printf '      %s\n' "${@:3}"
}
netplan_apply() { on "$1" netplan apply; }
management_is_there() { local host; for host in "${hosts[@]}"; do as nopw "$host" true || return 1; done; }
firewall() { on spark-b sh -c 'ufw status; cat /etc/ufw/user.rules'; }
lets_in() { firewall | grep -q "$half_a" && firewall | grep -q "$half_b"; }

firewall > "$work/firewall"

# The file of the community's script, with everything that a fabric needs: it stays, and what it gives is used.
right=/etc/netplan/98-spark-vllm-docker.yaml
own=11
for host in "${hosts[@]}"; do
    { printf 'network:\n  version: 2\n  ethernets:\n'
        definition $half_a 192.168.177.$own/24 'dhcp6: no' 'link-local: []' 'mtu: 9000'
        definition $half_b 192.168.178.$own/24 'dhcp6: no' 'link-local: []' 'mtu: 9000'; } | write "$host" $right
    netplan_apply "$host"
    own=$((own + 1))
done
check "the cables carry what others set up" eventually 50 on spark-a ping -c 1 -W 1 -M "do" -s 8972 192.168.178.12
states right
sum=$(on spark-a sha256sum $right)
check "setup takes it as it is" ends_with 0 ctl setup
check "it says so" said "$right"
check "the file is the same" says "$sum" on spark-a sha256sum $right
check "its addresses stay" says 192.168.177.11/24 on spark-a ip -4 -o address show dev $half_a
check "the firewall lets the halves in" lets_in
check "verify ends with 0" ends_with 0 ctl verify
check "undo ends with 0" ends_with 0 ctl undo
check "everything is as the others had it" eventually 50 old_again 1 right
check "forget ends with 0" ends_with 0 ctl forget
check "nothing of ours is left" settled right
for host in "${hosts[@]}"; do on "$host" rm $right; netplan_apply "$host"; done
# What netplan does not take away from a running half.
for host in "${hosts[@]}"; do on "$host" ip address flush dev $half_a; on "$host" ip address flush dev $half_b; done

# Both halves in one subnet (the maker's old helper), in the very file that gives management its address; and on the other
# Spark a file that nobody can read.
on spark-a cat $management > "$work/management"
{ cat "$work/management"; definition $half_a 192.168.100.10/24; definition $half_b 192.168.100.11/24; } | write spark-a $management
netplan_apply spark-a
printf 'network:\n  version: 2\n  ethernets:\n    %s:\n\t\tdhcp4: true\n' $half_a | write spark-b /etc/netplan/40-cx7.yaml
check "management is reachable" eventually 50 management_is_there
states mixed
check "setup asks before it takes anything" ends_with 5 ctl setup
check "it names both files" said $management /etc/netplan/40-cx7.yaml
check "nothing was changed" eventually 25 old_again 1 mixed
check "setup takes over when it may" ends_with 0 ctl setup --insist take-over
check "the lines about management are as before" diff <(on spark-a cat $management) "$work/management"
check "what cannot be read is out of the way" on spark-b test ! -e /etc/netplan/40-cx7.yaml
check "management is reachable after it" management_is_there
check "netplan reads what is left" on spark-b netplan get
check "verify ends with 0 again" ends_with 0 ctl verify
check "a Spark restarts into it" "$lab" reboot spark-a
check "management is there after it" eventually 100 management_is_there
check "status ends with 0 after it" eventually 50 ends_with 0 ctl status
check "undo ends with 0 again" ends_with 0 ctl undo
check "both files are back, byte for byte" eventually 50 old_again 1 mixed
check "forget ends with 0 again" ends_with 0 ctl forget
check "the state is that of the others" settled mixed
check "the firewall's rules are those of before" diff <(firewall) "$work/firewall"
finish
