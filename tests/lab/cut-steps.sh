#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cut-steps.sh BIN_DIR RENDERER [COUNT | WHAT@STEP] - a set-up on real Linux hosts is cut at each of its steps: the application, the agent
# or the privileged process of spark-b is killed, spark-b is switched off and on, its disk is full or turns read-only. Then
# every host must be exactly old or exactly new, reachable, with no lock, timer, process or temporary file left, and the
# next set-up must succeed. COUNT: only that many of the points, of each kind in turn, by a seed that is printed (SPARKLOOM_SEED
# sets it). WHAT@STEP: only that one.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154,SC2034,SC2016  # what lib/testing.sh sets and reads; scripts for the host in single quotes
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
LAB_LINES=60
export SPARKLOOM_SEED=${SPARKLOOM_SEED:-$RANDOM}
begin_pair cut "$@"
readonly timer=10 grace=25
victim=spark-b
declare -A was_there=()
tried=0 old=0 new=0 late=0

# ------------------------------------------------------------------ the moment
rank() { case $1 in begun) echo 1 ;; trial) echo 2 ;; persisted) echo 3 ;; committed) echo 4 ;; *) echo 0 ;; esac; }
remember() { local folder; was_there=(); for folder in "$files"/var/lib/sparkloom/txn-*; do was_there[${folder##*/}]=1; done; }
reached() { # rank: whether a new transaction of the victim stands there or further on
    local journal name key value
    for journal in "$files"/var/lib/sparkloom/txn-*/journal; do
        name=${journal%/journal}
        [ -z "${was_there[${name##*/}]:-}" ] || continue
        while IFS=$'\t' read -r key value; do
            if [ "$key" = phase ]; then
                case $value in begun) value=1 ;; trial) value=2 ;; persisted) value=3 ;; committed) value=4 ;; *) value=9 ;; esac
                [ "$value" -lt "$1" ] || return 0
            fi
        done < "$journal" 2>/dev/null
    done
    return 1
}

# ------------------------------------------------------------------ what is done at that moment
process_of() { "$lab" exec "$victim" pgrep -f "sparkloom-agent[^ ]* $1\$" | tail -1; } # serve | privileged; sudo comes first
kill_inside() {
    local pid
    pid=$(process_of "$1") && [ -n "$pid" ] && "$lab" exec "$victim" kill -KILL "$pid" && return
    echo "   # ($1: process '$pid')"
    return 1
}
do_app() { kill -KILL "$program"; }
do_agent() { kill_inside serve; }
do_root() { kill_inside privileged; }
do_power() { "$lab" reboot "$victim"; }
do_full() { "$lab" exec "$victim" sh -c 'for at in /etc/netplan /var/lib/sparkloom; do dd if=/dev/zero of=$at/ballast bs=4k; done' 2>/dev/null; true; }
do_readonly() { "$lab" exec "$victim" mount -o remount,ro /etc/netplan; }
# A disk of its own for the folders that are to be full or read-only.
prepare() {
    case $1 in full | readonly) "$lab" exec "$victim" sh -c 'for at in /etc/netplan /var/lib/sparkloom; do
        mkdir -p $at && cp -a $at /tmp/kept && mount -t tmpfs -o size=2m,mode=755 tmpfs $at && cp -a /tmp/kept/. $at/ && rm -r /tmp/kept; done' ;; esac
}
mend() { # the fault is over, the contents stay
    case $1 in full | readonly) "$lab" exec "$victim" sh -c 'mount -o remount,rw /etc/netplan; rm -f /etc/netplan/ballast /var/lib/sparkloom/ballast' ;; esac
}
dismantle() {
    case $1 in full | readonly) "$lab" exec "$victim" sh -c 'for at in /etc/netplan /var/lib/sparkloom; do
        cp -a $at /tmp/kept && umount $at && find $at -mindepth 1 -delete && cp -a /tmp/kept/. $at/ && rm -r /tmp/kept; done' ;; esac
}

# ------------------------------------------------------------------ what must be true afterwards
reachable() { local h; for h in "${hosts[@]}"; do eventually 100 says nvidia as nvidia "$h" id -un || return 1; done; }
tidy() { # host
    local root
    root=$(root_of "$1")
    [ ! -e "$root/run/sparkloom/lock" ] || { echo "$1: the lock's file is left"; return 1; }
    ! "$lab" exec "$1" systemctl list-units --all --no-legend 'sparkloom-rollback-*' | grep . || { echo "$1: a timer is left"; return 1; }
    ! find "$root/etc" "$root/run/netplan" "$root/var/lib/sparkloom" \( -name '*.sparkloom-[0-9]*' -o -name '*.kept-by-sparkloom' \) 2>/dev/null |
        grep . || { echo "$1: files are left"; return 1; }
    ! "$lab" exec "$1" pgrep -af '[s]parkloom-agent' || { echo "$1: a process is left"; return 1; }
    ! grep -lE $'^phase\t(begun|trial|persisted)' "$root"/var/lib/sparkloom/txn-*/journal 2>/dev/null || { echo "$1: a transaction is open"; return 1; }
}
# Profiles that NetworkManager made for halves without one, and keeps until it starts anew: a host that was switched off in
# the new state starts without them.
own_profiles=()
is_as() { # host name: exactly as in that state
    local without=("${may_stay[@]}")
    [ "$2" != configured ] || without+=("${own_profiles[@]}")
    "$checkout/tests/support/hoststate" diff "${without[@]}" "$work/$2.$1" "$work/now.$1"
}
settled() { # whether each host is exactly old or exactly new, and tidy; says which in $outcome
    local h
    outcome=
    states now || return 1
    for h in "${hosts[@]}"; do
        if is_as "$h" before > "$work/not-old"; then outcome+=o; elif is_as "$h" configured > "$work/not-new"; then outcome+=n
        else outcome+='?'; echo "$h is not old:"; cat "$work/not-old"; echo "$h is not new:"; cat "$work/not-new"; fi
        tidy "$h" || outcome+=' untidy '
    done
    case $outcome in *[!on]*) return 1 ;; esac
}
settles() {
    local end=$((SECONDS + timer + grace))
    until settled > "$work/unsettled" 2>&1; do
        [ $SECONDS -lt $end ] || { cat "$work/unsettled"; return 1; }
        sleep 0.3
    done
}
sets_up_again() {
    local got=0
    ctl setup --timer 90 > "$work/said" 2>&1 || got=$?
    if [ $got = 5 ] && grep -q interrupted "$work/said"; then got=0; ctl finish > "$work/said" 2>&1 || got=$?; fi
    [ $got = 0 ] || { cat "$work/said"; echo "(ended with $got)"; return 1; }
    settled && [ "$outcome" = nn ]
}

cut_at() { # what step
    local what=$1 want shell program='' files status=0
    want=$(rank "$2")
    own_profiles=()
    [ "$what" != power ] || own_profiles=(--without 'profile /run/NetworkManager/system-connections/Wired connection')
    prepare "$what"
    files=$(root_of "$victim")
    remember
    ctl setup --timer "$timer" > "$work/said" 2>&1 &
    shell=$!
    until reached "$want"; do
        [ -n "$program" ] || program=$(descendant "$shell" sparkloomctl)
        [ -d "/proc/$shell" ] || break
    done
    "do_$what" || { late=$((late + 1)); echo "   # $what came too late at $2"; }
    wait "$shell" || status=$?
    [ "$what" != app ] || reachable || return 1
    mend "$what"
    if ! reachable || ! settles; then tail -5 "$work/said"; return 1; fi
    tried=$((tried + 1))
    case $outcome in *o*) old=$((old + 1)) ;; *) new=$((new + 1)) ;; esac
    echo "   # $what at $2: ended with $status, hosts $outcome"
}

points=()
for what in app agent root power; do for step in begun trial persisted committed; do points+=("$what $step"); done; done
for what in full readonly; do for step in begun trial persisted; do points+=("$what $step"); done; done
if [[ ${3:-} = *@* ]]; then
    points=("${3/@/ }")
elif [ -n "${3:-}" ]; then
    RANDOM=$SPARKLOOM_SEED
    # Each kind once before any of them twice.
    mapfile -t points < <(for point in "${points[@]}"; do echo "$RANDOM $point"; done | sort -n | awk '{ print seen[$2]++, $2, $3 }' |
        sort -s -n -k1,1 | head -"$3" | cut -d' ' -f2-)
fi
echo "# seed $SPARKLOOM_SEED: ${#points[@]} points"

check "the state before first contact" states before
check "an uncut setup ends with 0" ends_with 0 ctl setup
check "the state that is new" states configured
check "undo ends with 0" ends_with 0 ctl undo
for point in "${points[@]}"; do
    read -r what step <<< "$point"
    check "$what at $step: exactly old or exactly new, nothing left" cut_at "$what" "$step"
    grep '^   # ' "$work/out" || true
    check "$what at $step: the next setup succeeds" sets_up_again
    check "$what at $step: undo ends with 0" ends_with 0 ctl undo
    dismantle "$what"
    check "$what at $step: the old state again" old_again 5 before
done
echo "cuts in the lab ($2): seed $SPARKLOOM_SEED, $tried points tried ($late of them after the end), $old old, $new new, $((${#points[@]} - tried)) in between"
finish
