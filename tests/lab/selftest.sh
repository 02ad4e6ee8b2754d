#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# selftest.sh [ROUND...] - is the lab itself sound? Prints 'ok' and 'not ok' lines and ends with 'N passed, N failed'.
# Rounds: networkd, networkd-hotplug, NetworkManager, NetworkManager-hotplug (default: all four).
# Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
keep_lab "$@"
echo seen > "$work/seen"

sees_all() {
    local seen
    seen=$("$lab" exec laptop avahi-browse -ptr _ssh._tcp | awk -F';' '$1 == "=" && $3 == "IPv4" && $2 == "enP7s7" { print $4 }')
    [ "$(sort -u <<<"$seen" | tr '\n' ' ')" = "spark-a spark-b spark-c " ]
}
macs() { # host -> the last octets of its halves, in the order of the table
    local n
    for n in enp1s0f0np0 enp1s0f1np1 enP2p1s0f0np0 enP2p1s0f1np1; do
        "$lab" exec "$1" cat "/sys/class/net/$n/address" || return 1
    done | sed 's/.*://' | tr '\n' ' '
}
has_macs() { [ "$(macs "$1" 2>/dev/null)" = "10 11 14 15 " ]; }
has_card() { "$lab" exec "$1" test -e /sys/class/net/enp1s0f0np0 && "$lab" exec "$1" test -e /sys/class/infiniband/rocep1s0f0; }
card_gone() { not "$lab" exec "$1" test -e /sys/class/net/enp1s0f0np0 && not "$lab" exec "$1" test -e /sys/class/infiniband/rocep1s0f0; }
# Both halves of a cage hear the one wire. Without arp_ignore the half that NetworkManager raised by itself, with its MTU
# of 1500, answers for the other one.
configure() { # host netdev address
    "$lab" exec "$1" sh -c 'echo net.ipv4.conf.all.arp_ignore=1 > /etc/sysctl.d/40-cx7.conf; sysctl -qp /etc/sysctl.d/40-cx7.conf
        umask 077; cat > /etc/netplan/40-cx7.yaml; netplan apply' \
        <<<"network: {version: 2, ethernets: {$2: {mtu: 9000, addresses: [$3], dhcp4: no}}}"
}
ping_from() { "$lab" exec "$1" ping -q -c 1 -W 1 -M 'do' -s "$3" "$2"; }
state_of() { "$lab" exec "$1" cat "/sys/class/infiniband/$2/ports/1/state"; }
boot_id() { "$lab" exec "$1" cat /proc/sys/kernel/random/boot_id; }

check_people() {
    check "ssh with a password" says '^spark-b$' as nvidia spark-b hostname
    password=wrong check "a wrong password is refused" not as nvidia spark-b true
    check "sudo with the password" says '^0$' as nvidia spark-b 'echo spark | sudo -S -p "" id -u'
    check "sudo without one is refused" not as nvidia spark-b sudo -n true
    check "sudo lectures" says 'usual lecture' as nvidia spark-b 'echo spark | sudo -k -S -p "" true'
    check "nopw needs no password for sudo" says '^0$' as nopw spark-b sudo -n id -u
    check "nosudo may not" says 'not in the sudoers' as nosudo spark-b 'echo spark | sudo -S -p "" id -u'
    check "it looks like a Spark" says '^DGX_OTA_VERSION="7.3.1"' as nosudo spark-b cat /etc/dgx-release
    check "ufw is on" says 'Status: active' as nopw spark-b sudo ufw status
}

check_cables() {
    check "MAC addresses +0 +1 +4 +5" has_macs spark-a
    check "netplan apply on a" configure spark-a enp1s0f1np1 10.10.1.1/24
    check "netplan apply on b" configure spark-b enp1s0f0np0 10.10.1.2/24
    check "jumbo ping over the cable" eventually 40 ping_from spark-a 10.10.1.2 8972
    check "and back" eventually 40 ping_from spark-b 10.10.1.1 8972
    check "the RoCE port is active" eventually 10 says ACTIVE state_of spark-a rocep1s0f1
    check "ufw keeps ssh off the fabric" not "$lab" exec spark-a timeout 1 bash -c 'exec 3<>/dev/tcp/10.10.1.2/22'
    "$lab" wire-mtu spark-a:1 1500
    check "a wire of 1500 loses jumbo frames" not ping_from spark-a 10.10.1.2 8972
    check "and carries small ones" eventually 5 ping_from spark-a 10.10.1.2 1472
    "$lab" wire-mtu spark-a:1 9000
    "$lab" lossy spark-a:1 20
    check "a lossy cable loses about 20 %" says ' \(1[0-9]\|2[0-9]\|3[0-9]\)\(\.[0-9]*\)\?% packet loss' \
        "$lab" exec spark-b ping -q -c 200 -i 0.005 10.10.1.1
    "$lab" lossy spark-a:1 off
    check "slow" "$lab" slow spark-a:1 1gbit
    check "slow off" "$lab" slow spark-a:1 off
    check "unplug" "$lab" unplug spark-b:0
    check "a lost the carrier" says '^0$' "$lab" exec spark-a cat /sys/class/net/enp1s0f1np1/carrier
    check "b lost the carrier" says '^0$' "$lab" exec spark-b cat /sys/class/net/enp1s0f0np0/carrier
    check "the RoCE port is down" eventually 10 says DOWN state_of spark-a rocep1s0f1
    check "crossed cable a:1 to c:1" "$lab" plug spark-a:1 spark-c:1
    check "b does not answer" not ping_from spark-a 10.10.1.2 56
    check "right again" "$lab" plug spark-b:0 spark-a:1
    check "ping is back" eventually 40 ping_from spark-a 10.10.1.2 8972
    check "c lost its cable" eval '"$lab" status | grep -A 2 ^spark-c | says "cage 1  no cable" cat'
}

check_no_cable() {
    check "every cable out" "$lab" topology none
    if [ "$hotplug" = 1 ]; then
        check "the card is gone" eventually 10 card_gone spark-a
        check "plug" "$lab" plug spark-a:1 spark-b:0
        check "it does not come at once" not has_card spark-a
        check "it comes some seconds later" eventually 40 has_card spark-a
        check "with the same MAC addresses" has_macs spark-a
        check "c still has none" card_gone spark-c
    else
        check "the card stays" has_card spark-a
        check "plug" "$lab" plug spark-a:1 spark-b:0
    fi
    check "the renderer configures it by itself" eventually 60 ping_from spark-a 10.10.1.2 8972
}

check_power() {
    local before
    "$lab" exec spark-a sysctl -qw net.ipv4.conf.enP7s7.arp_ignore=1
    before=$(boot_id spark-a)
    as nopw spark-a sudo systemctl reboot >/dev/null 2>&1
    booted() { local now; now=$(boot_id spark-a 2>/dev/null) && [ "$now" != "$before" ] && as nopw spark-a true; }
    check "comes back from a reboot with a new boot id" eventually 100 booted
    check "nothing of the kernel's state is left over" says '^0$' "$lab" exec spark-a sysctl -n net.ipv4.conf.enP7s7.arp_ignore
    check "netplan's settings survive" eventually 60 ping_from spark-a 10.10.1.2 8972
    "$lab" kill spark-c
    check "power off: c is gone" not as nopw spark-c true
    check "power on" "$lab" start spark-c
    check "c is back" as nopw spark-c true
    "$lab" mgmt spark-c off
    check "management cable out" not as nopw spark-c true
    "$lab" mgmt spark-c on
    check "management cable in" eventually 20 as nopw spark-c true
}

run_round() { # renderer hotplug
    local started=$SECONDS
    hotplug=$2
    export LAB_RENDERER=$1 LAB_HOTPLUG=$2 LAB_UFW=spark-b LAB_LECTURE=1 LAB_BIND="$(dirname "$(dirname "$here")"):$work"
    check "up ring 3" "$lab" up ring 3
    check "up again changes nothing" "$lab" up ring 3
    check "nobody else may change it meanwhile" says "in use: process" env -u LAB_SESSION "$lab" up pair
    check "the laptop sees the checkout" "$lab" exec laptop test -x "$lab"
    check "and another folder" says seen "$lab" exec laptop cat "$work/seen"
    check "nothing has failed in a" says '^running$' "$lab" exec spark-a systemctl is-system-running
    check "the laptop finds all three by mDNS" eventually 20 sees_all
    check_people
    check_cables
    check_no_cable
    check_power
    check "down" "$lab" down
    check "nothing is left" eval '! ip netns list | grep -qE "spark-|laptop|lab-wires" && ! mount | grep -q sparkloom-lab && ! [ -e /run/sparkloom-lab ]'
    echo "# $round: $((SECONDS - started)) s"
}

[ $# -gt 0 ] || set -- networkd networkd-hotplug NetworkManager NetworkManager-hotplug
for round; do
    case $round in *-hotplug) run_round "${round%-hotplug}" 1 ;; *) run_round "$round" 0 ;; esac
done
finish
