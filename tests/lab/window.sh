#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# window.sh BUILD_DIR RENDERER[-hotplug] SHAPE PLUGS [stories] - the real window (tst_window_lab) goes through real hosts of the
# lab and back; SHAPE: pair or ring. One cable is pulled and plugged PLUGS times, and the time from the kernel's event to the
# painted frame is printed. stories: what goes wrong on the way, too. Pictures of every page go to BUILD_DIR/pictures.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
build=$(readlink -f "$1") renderer=$2 shape=$3 plugs=$4
export LAB_RENDERER=${renderer%-hotplug}
case $renderer in *-hotplug) export LAB_HOTPLUG=1 ;; *) export LAB_HOTPLUG=0 ;; esac
checkout=$(readlink -f "$here/../..")
export LAB_BIND=$checkout
case $build in "$checkout"/*) ;; *) export LAB_BIND=$checkout:$build ;; esac
round="window $renderer $shape"
LAB_LINES=30
keep_lab "$@"
"$lab" up "$shape"
case $shape in pair) hosts=(spark-a spark-b) ;; ring) hosts=(spark-a spark-b spark-c) ;; *) echo "no shape $shape" >&2; exit 2 ;; esac
stories=()
[ "${5:-}" != stories ] || stories=(SPARKLOOM_LAB_STORIES=1)

# What a person's hands do beside the window: each line from its test is a command of the lab, each carrier event of a host
# is written down with its time.
hands=$(mktemp -d "$build/lab-hands.XXXXXX")
helpers=()
end_helpers() { kill "${helpers[@]}" 2>/dev/null; wait "${helpers[@]}" 2>/dev/null; rm -rf "$hands" "$work"; }
trap end_helpers EXIT
mkfifo "$hands/do"
touch "$hands/done" "$hands/links"
exec 7<>"$hands/do"
obey() {
    local command status
    while read -r -u 7 -a command; do
        status=0
        "$lab" "${command[@]}" 7<&- || status=$?
        echo $status >> "$hands/done"
    done
}
obey > "$hands/said" 2>&1 &
helpers+=($!)
for host in "${hosts[@]}"; do
    # Ahead of everybody else: it stamps an event when it gets to read it.
    nice -n -20 nsenter -n -t "$(< "/run/sparkloom-lab/hosts/$host/pid")" "$checkout/tests/support/linkclock" "$host" >> "$hands/links" 7<&- &
    helpers+=($!)
done
listening() { [ "$(grep -c ready "$hands/links")" = ${#hosts[@]} ]; }

cards_awake() { local h; for h in "${hosts[@]}"; do "$lab" exec "$h" test -e /sys/class/net/enP2p1s0f1np1 || return 1; done; }
halves_addressed() { [ "$("$lab" exec "$1" ip -4 -o addr show | grep -cE ' en[pP](2p)?1s0f')" = "$2" ]; }
keys() { local h; for h in "${hosts[@]}"; do printf '%s=%s ' "$h" "$("$lab" hostkey "$h")"; done; }
window() {
    "$lab" exec laptop env HOME=/root QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.debug=false' SPARKLOOM_BIN_DIR="$build/bin" \
        SPARKLOOM_LAB_USER=nvidia SPARKLOOM_LAB_PASSWORD=spark SPARKLOOM_LAB_HANDS="$hands" SPARKLOOM_LAB_PLUGS="$plugs" \
        "${stories[@]}" SPARKLOOM_LAB_HOSTS="$(keys)" "$build/tests/tst_window_lab" "$build/pictures" 7<&-
}
check "the cards are awake" eventually 100 cards_awake
check "the clocks of the kernels' events run" eventually 50 listening
check "the window goes through a real $shape and back" window
grep '^plug to green' "$work/out" || true
for host in "${hosts[@]}"; do check "undo took the addresses of $host away" halves_addressed "$host" 0; done
finish
