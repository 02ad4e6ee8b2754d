#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# safety-kill.sh BIN_DIR RENDERER - cut, on real Linux hosts, between trial and persist: sparkloomctl is killed, the laptop
# falls off the network, one host loses its management cable, one host is switched off and on. Within the timer plus 10 s
# every host must be exactly as before, reachable, and sparkloomctl must say so and be able to go on.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
LAB_LINES=30
begin_pair kill "$@"
ended=0 tries=0
readonly timer=10 grace=10 most_tries=5

# The moment: the new settings are live on both hosts (a file in /run) and permanent on none.
ours=60-sparkloom.yaml
on_trial() { local h; for h in "${hosts[@]}"; do [ -e "$(root_of "$h")/run/netplan/$ours" ] || return 1; done; }
persisted_somewhere() { local h; for h in "${hosts[@]}"; do [ ! -e "$(root_of "$h")/etc/netplan/$ours" ] || return 0; done; return 1; }

# Starts a set-up and does something to it at that moment. Sets $ended, the exit status of sparkloomctl.
cut() { # command...
    local shell got=0 program=
    ctl setup --timer "$timer" > "$work/said" 2>&1 &
    shell=$!
    until on_trial; do
        [ -n "$program" ] || program=$(descendant "$shell" sparkloomctl)
        [ -d "/proc/$shell" ] || { wait "$shell"; echo "it ended with $? before the trial"; cat "$work/said"; return 1; }
    done
    if persisted_somewhere || ! "$@" "$program" || persisted_somewhere; then got=2; fi
    ended=0
    wait "$shell" || ended=$?
    return $got
}
# The same, again where the moment was missed; each try begins with the old state.
cut_in_the_window() { # command...
    local try got
    for ((try = 1; try <= most_tries; try++)); do
        got=0
        cut "$@" || got=$?
        [ $got != 1 ] || return 1
        [ $got != 0 ] || { tries=$try; return 0; }
        afterwards && old_again $((timer + grace)) before && ctl revert && ctl undo && old_again 1 before || return 1
    done
    echo "the window was missed $most_tries times"
    return 1
}
afterwards() { reachable; }

kill_it() { kill -KILL "$1"; }
vanish() { local h; for h in "${hosts[@]}"; do "$lab" mgmt "$h" off; done; kill -KILL "$1"; }
unplug_b() { "$lab" mgmt spark-b off; }
power_cycle_b() { "$lab" reboot spark-b; }

reachable() { local h; for h in "${hosts[@]}"; do eventually 50 says nvidia as nvidia "$h" id -un || return 1; done; }
# Whatever happened: nothing was final anywhere, so the next set-up settles what is left by itself and succeeds.
goes_on() { # what
    ctl status > "$work/said" 2>&1
    check "$1: status does not speak of a half applied set-up" not grep -q interrupted "$work/said"
    [ "$1" != vanished ] || check "$1: revert ends with 0" ends_with 0 ctl revert
    check "$1: the next setup ends with 0" ends_with 0 ctl setup --timer "$timer"
    check "$1: undo ends with 0" ends_with 0 ctl undo
    check "$1: the old state again" old_again 1 before
}

check "the state before first contact" states before

check "SIGKILL to sparkloomctl between trial and persist" cut_in_the_window kill_it
echo "   # in the window at try $tries"
check "killed: it did not end by itself" test "$ended" = 137
check "killed: both hosts exactly old within $timer + $grace s" old_again $((timer + grace)) before
check "killed: both can be reached" reachable
goes_on killed

afterwards() { local h; for h in "${hosts[@]}"; do "$lab" mgmt "$h" on; done; reachable; }
check "the laptop vanishes from the network between trial and persist" cut_in_the_window vanish
echo "   # in the window at try $tries"
check "vanished: both hosts exactly old within $timer + $grace s" old_again $((timer + grace)) before
check "vanished: both can be reached once the cables are back" afterwards
check "vanished: still the old state" old_again 2 before
goes_on vanished

check "spark-b loses its management cable between trial and persist" cut_in_the_window unplug_b
echo "   # in the window at try $tries"
check "cut off: sparkloomctl says that it failed" test "$ended" != 0
check "cut off: both hosts exactly old within $timer + $grace s" old_again $((timer + grace)) before
check "cut off: both can be reached once the cable is back" afterwards
goes_on "cut off"

check "spark-b is switched off and on between trial and persist" cut_in_the_window power_cycle_b
echo "   # in the window at try $tries"
check "power: sparkloomctl says that it failed" test "$ended" != 0
check "power: both hosts exactly old within $timer + $grace s" old_again $((timer + grace)) before
check "power: both can be reached" reachable
goes_on power

check "setup ends with 0" ends_with 0 ctl setup
check "forget ends with 0" ends_with 0 ctl forget
check "the state after forget" states forgotten
check "it is the state before first contact" same before forgotten
finish
