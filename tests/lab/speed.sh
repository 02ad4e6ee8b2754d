#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# speed.sh BIN_DIR RENDERER - TCP tests of a real pair: figures of each half and both, seen by the counters of the right
# half; a firewall is named; nothing listens afterwards; an interrupt and a lost computer end everything within seconds.
# A veth has no PCIe link, so figures have no band here and the verdict is "not tested" (exit 3).
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
bin=$(readlink -f "$1")
export LAB_RENDERER=$2 LAB_HOTPLUG=0
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bind_folders "$bin"
# shellcheck disable=SC2034  # what lib/testing.sh prints
round="speed $2"
export LAB_LINES=400
keep_lab "$@"
hosts=(spark-a spark-b)
half_a=enp1s0f0np0 half_b=enP2p1s0f0np0

"$lab" up pair
grant_all

value() { # EXPRESSION: of the document in $work/document
    python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$work/document" "$1"
}
holds() { [ "$(value "$1")" = True ] || { cat "$work/document"; echo "not so: $1"; return 1; }; }
test_as_json() { # STATUS words...: the document in $work/document
    local want=$1 got=0
    shift
    ctl test --json "$@" > "$work/document" 2> "$work/said" || got=$?
    [ "$got" = "$want" ] || { cat "$work/said" "$work/document"; echo "exit status $got, not $want"; return 1; }
}
received() { "$lab" exec "$1" cat "/sys/class/net/$2/statistics/rx_bytes"; } # host netdev
grew() { # before after GB: by at least so many
    [ $(($2 - $1)) -gt $(($3 * 1000000000)) ] || { echo "only $(($2 - $1)) bytes"; return 1; }
}
stood_still() { [ $(($2 - $1)) -lt 10000000 ] || { echo "$(($2 - $1)) bytes"; return 1; }; } # before after: but for small talk
# Who still listens on the fabric, or is connected over it.
nothing_open() {
    local host open
    for host in "${hosts[@]}"; do
        open=$("$lab" exec "$host" ss -Htan "( src 10.100.0.0/16 )" | grep -v TIME-WAIT)
        [ -z "$open" ] || { echo "$host: $open"; return 1; }
    done
}
no_agent() { local host; for host in "${hosts[@]}"; do ! "$lab" exec "$host" pgrep -f 'sparkloom-agent serve' || return 1; done; }

one_half() {
    local a0 b0 a1 b1
    a0=$(received spark-b $half_a) b0=$(received spark-b $half_b)
    test_as_json 3 tcp --seconds 1 || return 1
    a1=$(received spark-b $half_a) b1=$(received spark-b $half_b)
    grew "$a0" "$a1" 1 && grew "$b0" "$b1" 1 || return 1
    holds 'len(d["report"]["shots"]) == 6' || return 1
    holds 'all(f["value"] > 1 for s in d["report"]["shots"] for f in s["figures"])' || return 1
    holds 'all(r["wire"] == "agrees" and r["wireSource"] == "netdev" for s in d["report"]["shots"] for f in s["figures"] for r in f["runs"])' || return 1
    holds 'all(len(f["runs"]) == 3 for s in d["report"]["shots"] for f in s["figures"])'
}
only_that_half() { # the first shot of a test is half A: when it runs, half B is quiet
    local b0 b1 pid
    b0=$(received spark-b $half_b)
    ctl test tcp --seconds 600 > "$work/said" 2>&1 &
    pid=$!
    local a0 a1
    a0=$(received spark-b $half_a)
    for _ in $(seq 100); do
        a1=$(received spark-b $half_a)
        [ $((a1 - a0)) -lt 1000000000 ] || break
        sleep 0.1
    done
    b1=$(received spark-b $half_b)
    kill -INT "$(descendant "$pid" sparkloomctl)"
    wait "$pid"
    grew "$a0" "$a1" 1 && stood_still "$b0" "$b1"
}
lost_computer() { # the laptop's program is killed: no word reaches the Sparks
    local pid a0 a1
    a0=$(received spark-b $half_a)
    ctl test tcp --seconds 600 > "$work/said" 2>&1 &
    pid=$!
    for _ in $(seq 100); do
        a1=$(received spark-b $half_a)
        [ $((a1 - a0)) -lt 1000000000 ] || break
        sleep 0.1
    done
    kill -KILL "$(descendant "$pid" sparkloomctl)"
    wait "$pid"
    grew "$a0" "$a1" 1
}
firewall_is_named() {
    nsenter -n -t "$(< "$lab_state/hosts/spark-b/pid")" nft -f - <<NFT || return 1
table inet speedtest {
    chain input { type filter hook input priority 0; iifname { "$half_a", "$half_b" } meta l4proto tcp drop; }
}
NFT
    test_as_json 3 tcp --quick --seconds 1 --host spark-a --host spark-b || return 1
    nsenter -n -t "$(< "$lab_state/hosts/spark-b/pid")" nft delete table inet speedtest
    holds 'd["report"]["shots"][0]["error"]["id"] == "bench.firewall"'
}

check "set up" ctl setup
check "each half and both, three times, by the counters of the receiver" one_half
check "nothing is open afterwards" eventually 10 nothing_open
check "only the half that is tested carries bytes; an interrupt ends it" only_that_half
check "nothing is open after the interrupt" eventually 10 nothing_open
check "no agent is left after the interrupt" eventually 25 no_agent
check "a computer that is gone" lost_computer
check "nothing is open after it" eventually 100 nothing_open
check "no agent is left after it" eventually 100 no_agent
# A machine that is busier now than before is no news of the fabric: the alarms of a baseline would be.
"$lab" exec laptop find "$home" -path '*/sparkloom/*' -name baseline -delete
check "the ladder goes as far as there is something to look at" test_as_json 3 ladder --quick --seconds 1
check "and measures all of it" holds \
    '[s["rung"] for s in d["report"]["steps"] if s["shots"]] == ["each-half", "both-halves", "both-ways", "nccl-small", "nccl-large"]'
check "the rungs that can be judged are good" holds \
    'all(s["verdict"] == "good" for s in d["report"]["steps"] if s["rung"] in ("link", "address", "jumbo-and-lane"))'
check "a firewall is said to be one" firewall_is_named
check "undo" ctl undo
finish
