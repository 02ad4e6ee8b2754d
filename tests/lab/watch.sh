#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# watch.sh BIN_DIR - `sparkloomctl watch` on real Linux hosts: TCP over one half of one of two cables shows on that cable, on
# that lane and in that direction, byte for byte, and nowhere else; and what the lab's netdevs cannot count is named.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh and lib/ctl.sh set
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1")
bind_folders "$bin"
export LAB_RENDERER=networkd LAB_HOTPLUG=0
round=watch
LAB_LINES=30
keep_lab "$@"
hosts=(spark-a spark-b)
"$lab" up pair2
grant_all

# Half A of cage 1, at both ends: an address for the transfer and nothing else. Half B of the cage is raised and idle.
half=enp1s0f1np1
raise() { # host number
    local netdev
    for netdev in enp1s0f0np0 enP2p1s0f0np0 enp1s0f1np1 enP2p1s0f1np1; do "$lab" exec "$1" ip link set "$netdev" up || return 1; done
    "$lab" exec "$1" ip addr add "10.99.0.$2/24" dev $half
}
carriers() { local host; for host in "${hosts[@]}"; do [ "$("$lab" exec "$host" cat /sys/class/net/$half/carrier 2>/dev/null)" = 1 ] || return 1; done; }

megabytes=300
receive() { # in spark-b: takes all, and is done
    "$lab" exec spark-b python3 -c '
import socket
server = socket.create_server(("10.99.0.2", 47900)); print("ready", flush=True)
connection = server.accept()[0]
while connection.recv(1 << 20): pass'
}
transmit() { # in spark-a
    "$lab" exec spark-a python3 -c '
import socket
connection = socket.create_connection(("10.99.0.2", 47900), 20)
block = bytes(1 << 20)
for _ in range('$megabytes'): connection.sendall(block)
connection.close()'
}
has_line() { grep -q "$1" "$2" 2>/dev/null; }
shown() { # the last document: what each lane carried; exits 1 where it is not what was sent
    python3 - "$work/watch.json" $((megabytes << 20)) <<'X'
import json, sys
document = json.loads(open(sys.argv[1], encoding="utf-8").read().splitlines()[-1])
sent, wrong, found = int(sys.argv[2]), [], 0
for cable in document["cables"]:
    for way in cable["directions"]:
        for lane in way["lanes"]:
            amount = int(lane["tcp"]["bytes"])
            where = f'cable {cable["number"]} {way["from"]} -> {way["to"]} lane {lane["lane"]}: {amount}'
            print(where, "peak", lane["tcp"]["peak"])
            if sent <= amount <= sent * 1.1:  # headers: 0.5 to 5 %
                found += 1
                if (way["from"], way["to"], lane["lane"]) != ("spark-a", "spark-b", "A"):
                    wrong.append("not there: " + where)
            elif amount > sent * 0.05:  # acknowledgements, probes
                wrong.append("too much: " + where)
            if int(lane["rdma"]["bytes"]) or lane["rdma"]["now"] is not None:
                wrong.append("RDMA in the lab: " + where)
ids = {each["id"] for each in document["missing"]}
for wanted in ("live.no-port-counters", "live.no-rdma-counters"):
    if wanted not in ids:
        wrong.append(f"does not say {wanted}")
if found != 1:
    wrong.append(f"seen {found} times")
if len(document["cables"]) != 2:
    wrong.append(f'{len(document["cables"])} cables')
if "live.silent-half" not in {each["id"] for each in document["notes"]}:
    wrong.append("the idle half is not named")
print(*wrong, sep="\n")
sys.exit(1 if wrong else 0)
X
}

check "spark-a's halves are up" raise spark-a 1
check "spark-b's halves are up" raise spark-b 2
check "the cables have a carrier" eventually 50 carriers
check "the hosts are added" ctl add spark-a spark-b
ctl watch --seconds 15 --json > "$work/watch.json" 2> "$work/watch.said" &
watching=$!
receive > "$work/receiver" &
check "watching has begun" eventually 200 has_line sparkloom-watch "$work/watch.json"
check "somebody receives" eventually 50 has_line ready "$work/receiver"
check "spark-a sends $megabytes MiB" transmit
ended() { ! kill -0 $watching 2> /dev/null; }
check "watching ends by itself" eventually 250 ended
ended_well() { wait $watching || { echo "exit status $?"; cat "$work/watch.said"; return 1; }; }
check "with exit code 0" ended_well
check "$megabytes MiB on one cable, lane and direction" shown
finish
