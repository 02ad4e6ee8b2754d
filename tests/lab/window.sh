#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# window.sh BUILD_DIR RENDERER[-hotplug] - the real window (tst_window_lab) goes through a real pair of the lab and back.
# Pictures of every page go to BUILD_DIR/pictures. Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
build=$(readlink -f "$1") renderer=$2
export LAB_RENDERER=${renderer%-hotplug}
case $renderer in *-hotplug) export LAB_HOTPLUG=1 ;; *) export LAB_HOTPLUG=0 ;; esac
checkout=$(readlink -f "$here/../..")
export LAB_BIND=$checkout
case $build in "$checkout"/*) ;; *) export LAB_BIND=$checkout:$build ;; esac
round="window $renderer"
LAB_LINES=30
keep_lab "$@"
"$lab" up pair

cards_awake() { "$lab" exec spark-a test -e /sys/class/net/enP2p1s0f1np1 && "$lab" exec spark-b test -e /sys/class/net/enP2p1s0f1np1; }
halves_addressed() { [ "$("$lab" exec "$1" ip -4 -o addr show | grep -cE ' en[pP](2p)?1s0f')" = "$2" ]; }
window() {
    "$lab" exec laptop env HOME=/root QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.debug=false' SPARKLOOM_BIN_DIR="$build/bin" \
        SPARKLOOM_LAB_USER=nvidia SPARKLOOM_LAB_PASSWORD=spark \
        SPARKLOOM_LAB_HOSTS="spark-a=$("$lab" hostkey spark-a) spark-b=$("$lab" hostkey spark-b)" \
        "$build/tests/tst_window_lab" "$build/pictures"
}
check "the cards are awake" eventually 100 cards_awake
check "the window goes through a real pair and back" window
check "undo took the addresses of spark-a away" halves_addressed spark-a 0
check "undo took the addresses of spark-b away" halves_addressed spark-b 0
finish
