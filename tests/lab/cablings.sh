#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cablings.sh BIN_DIR RENDERER[-hotplug] COUNT [SEED] - the cable map on real Linux hosts: COUNT random cablings of three
# hosts, with direct cables, loops and a switch; IPv6 on or off, no address, half of the hosts configured, and under
# NetworkManager DHCP retried on every unconfigured half. What sparkloomctl says must be right; what it cannot say must be
# "not known". The counts are printed. Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154,SC2034  # what lib/testing.sh sets and what lib/ctl.sh reads
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1") renderer=$2 wanted=$3 RANDOM=${4:-1}
export LAB_RENDERER=${renderer%-hotplug}
case $renderer in *-hotplug) export LAB_HOTPLUG=1 ;; *) export LAB_HOTPLUG=0 ;; esac
bind_folders "$bin"
round="cablings $renderer"
LAB_LINES=40
keep_lab "$@"
"$lab" up none 3
hosts=(spark-a spark-b spark-c)
grant_all
halves_of() { case $1 in 0) echo enp1s0f0np0 enP2p1s0f0np0 ;; 1) echo enp1s0f1np1 enP2p1s0f1np1 ;; esac; }

# A deck of all sockets, shuffled; then a switch or not, then cables until the deck or the luck is out.
choose_cabling() {
    local sockets=() i j swap host
    for host in "${hosts[@]}"; do sockets+=("$host:0" "$host:1"); done
    for ((i = ${#sockets[@]} - 1; i > 0; i--)); do
        j=$((RANDOM % (i + 1))) swap=${sockets[i]}
        sockets[i]=${sockets[j]} sockets[j]=$swap
    done
    truth=()
    if [ $((RANDOM % 3)) = 0 ]; then
        for ((i = 2 + RANDOM % 3; i > 0; i--)); do truth+=("${sockets[0]} switch"); sockets=("${sockets[@]:1}"); done
    fi
    while [ ${#sockets[@]} -ge 2 ] && [ $((RANDOM % 5)) != 0 ]; do
        truth+=("${sockets[0]} ${sockets[1]}")
        sockets=("${sockets[@]:2}")
    done
    [ ${#truth[@]} -gt 0 ] || truth=("${sockets[0]} ${sockets[1]}")
}

plug_truth() {
    local end cable
    for end in spark-a:0 spark-a:1 spark-b:0 spark-b:1 spark-c:0 spark-c:1; do "$lab" unplug "$end"; done
    for cable in "${truth[@]}"; do
        # shellcheck disable=SC2086  # two words
        "$lab" plug $cable
    done
}
# Every plugged half is a netdev of its host (with hot-plug a card comes some seconds after its plug).
awake() {
    local cable end netdev
    for cable in "${truth[@]}"; do
        for end in $cable; do
            [ "$end" != switch ] || continue
            for netdev in $(halves_of "${end##*:}"); do
                "$lab" exec "${end%%:*}" test -e "/sys/class/net/$netdev" || return 1
            done
        done
    done
}
# The same on all halves of a host: IPv6 off or on, an address of some earlier set-up or none.
conditions() {
    local host off lane netdev
    off=$((RANDOM % 2))
    said_conditions="IPv6 $([ $off = 1 ] && echo off || echo on), configured:"
    for host in "${hosts[@]}"; do
        local configured=$((RANDOM % 2)) number lane=0
        number=$("$lab" ip "$host") number=${number##*.}
        [ $configured = 0 ] || said_conditions+=" $host"
        for netdev in $(halves_of 0) $(halves_of 1); do
            lane=$((lane + 1))
            "$lab" exec "$host" sh -c "[ -e /sys/class/net/$netdev ] || exit 0
                sysctl -qw net.ipv6.conf.$netdev.disable_ipv6=$off
                ip -4 addr flush dev $netdev
                [ $configured = 0 ] || { ip link set $netdev up; ip addr add 10.77.$lane.$number/24 dev $netdev; }" || true
        done
    done
}

# cables.json truth... -> "known certain unknown counters", or what is wrong
judge() {
    python3 - "$@" <<'X'
import json
import sys

said = json.load(open(sys.argv[1]))
truth, on_switch = {}, set()
for cable in sys.argv[2:]:
    a, b = cable.split()
    if b == 'switch':
        on_switch.add(a)
    else:
        truth[a], truth[b] = b, a
wrong, seen = [], set()
for cable in said['cables']:
    a, b = cable['a'], cable['b']
    for end in (a, b):
        if end != 'switch' and end in seen:
            wrong.append(f'{end} has two cables')
        seen.add(end)
    if b == 'switch':
        if a not in on_switch:
            wrong.append(f'{a} is on no switch')
    elif truth.get(a) != b:
        # Two cages alone on a switch cannot be told from a cable; two of more may look like one, but not for certain.
        if not (a in on_switch and b in on_switch and (len(on_switch) == 2 or not cable['certain'])):
            wrong.append(f'{a} does not lead to {b}')
for end in seen & set(said['notKnown']):
    wrong.append(f'{end} is known and not known')
if wrong:
    sys.exit('; '.join(wrong) + '\n' + json.dumps(said, indent=1))
print(len(said['cables']), sum(c['certain'] for c in said['cables']), len(said['notKnown']),
      sum(c['evidence'] == ['counter-signature'] for c in said['cables']), len(truth) // 2 + len(on_switch))
X
}
known=0 certain=0 unknown=0 counters=0 there=0
map_is_right() {
    local counts
    ctl cables --json > "$work/cables.json" 2> "$work/errors"
    case $? in 0 | 1 | 3) ;; *) cat "$work/errors" "$work/cables.json"; return 1 ;; esac
    counts=$(judge "$work/cables.json" "${truth[@]}" 2>&1) || { echo "$counts"; return 1; }
    read -r -a counts <<<"$counts"
    known=$((known + counts[0])) certain=$((certain + counts[1])) unknown=$((unknown + counts[2]))
    counters=$((counters + counts[3])) there=$((there + counts[4]))
}

check "the hosts are added" ctl add "${hosts[@]}"
for ((n = 1; n <= wanted; n++)); do
    choose_cabling
    plug_truth
    eventually 100 awake
    conditions
    check "cabling $n (${truth[*]}; $said_conditions)" map_is_right
done
echo "# $wanted cablings: $there cables were plugged; $known said ($certain for certain," \
    "$counters by counters alone), $unknown sockets not known"
# So that "not known" is no way out. Three cablings may all be hard ones: no IPv6, and an address at one end only.
if [ "$wanted" -gt 3 ]; then least=$((there / 2 + 1)); else least=$(((there + 2) / 3)); fi
check "$least cables or more were found" test "$known" -ge "$least"
finish
