# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Who may use the lab, and its beginning and end. Names of network namespaces are global, so there is one lab per
# machine: a lock says who changes it now, a file inside says whose checkout started it.

# Takes the lab for the rest of this process, unless this process runs under the 'with' that has it.
session_claim() {
    if [ -n "${LAB_SESSION:-}" ] && [ "$LAB_SESSION" = "$(head -n 1 "$lab_lock" 2>/dev/null)" ]; then return; fi
    exec 9<>"$lab_lock"
    flock --nonblock 9 || die "in use: $(session_holder)"
}
session_holder() { sed -n 2p "$lab_lock" 2>/dev/null | grep . || echo "another command of the lab is running"; }

session_with() {
    local wait=0 rc=0
    if [ "${1:-}" = --wait ]; then wait=${2:?seconds}; shift 2; fi
    [ $# -gt 0 ] || die "with: which command?"
    [ -z "${LAB_SESSION:-}" ] || die "with: the lab is already kept for ${LAB_SESSION}"
    exec 9<>"$lab_lock"
    flock --wait "$wait" 9 || die "in use: $(session_holder)"
    # Whoever was killed while keeping the lab left it up; a command that keeps it starts from nothing.
    if is_up; then check_owner; lab_down; fi
    export LAB_SESSION="$$-$RANDOM$RANDOM"
    printf '%s\nprocess %s: %s (in %s)\n' "$LAB_SESSION" $$ "$*" "$lab_folder" > "$lab_lock"
    # A signal ends the command; the lab is taken down whatever happened.
    trap 'rc=130; [ -z "${child:-}" ] || kill "$child" 2>/dev/null || true' INT TERM HUP
    "$@" 9>&- <&0 &
    local child=$!
    wait "$child" || rc=$?
    while kill -0 "$child" 2>/dev/null; do wait "$child" || true; done
    trap '' INT TERM HUP
    lab_down
    : > "$lab_lock"
    return "$rc"
}

check_owner() {
    local owner; owner=$(cat "$lab_state/owner" 2>/dev/null || echo "$lab_folder")
    [ "$owner" = "$lab_folder" ] || die "the lab of $owner is up; 'lab down' stops it (from any checkout)"
}

lab_up() {
    local topology=${1:?topology} count=${2:-} h
    if [ -z "$count" ]; then case $topology in pair | pair2) count=2 ;; *) count=3 ;; esac; fi
    case $topology in none | pair | pair2 | ring | switch | switch2) ;; *) die "no topology $topology" ;; esac
    [ "$count" -ge 1 ] && [ "$count" -le ${#lab_letters[@]} ] || die "1 to ${#lab_letters[@]} hosts"
    [ "$topology" != ring ] || [ "$count" -ge 3 ] || die "a ring has 3 or more hosts"
    set_options
    check_machine
    local shape; shape="$topology $count $(print_options | tr '\n' ' ')"
    if is_up; then
        check_owner
        if [ "$(cat "$lab_state/shape" 2>/dev/null)" = "$shape" ]; then
            for h in $(sparks) laptop; do power_on "$h"; done
            # shellcheck disable=SC2046  # one word per host
            wait_ready $(sparks)
            return
        fi
        lab_down
    fi
    mkdir -p "$lab_state" /run/netns
    mount -t tmpfs -o "mode=755,size=${LAB_TMPFS:-4g}" sparkloom-lab "$lab_state"
    trap 'rc=$?; [ $rc = 0 ] || { echo "lab: up failed, cleaning" >&2; lab_down; }' EXIT
    echo "$lab_folder" > "$lab_state/owner"
    print_options > "$lab_state/options"
    mkdir -p "$lab_state/hosts" "$lab_state/cables"
    make_base
    make_wires
    local i
    for ((i = 0; i < count; i++)); do make_spark "spark-${lab_letters[i]}" $((i + 1)); done
    make_laptop
    lay_cables "$topology" "$count"
    for h in $(sparks) laptop; do power_on "$h"; done
    # shellcheck disable=SC2046
    wait_ready $(sparks)
    for h in ${LAB_UFW//,/ }; do ufw_on "$h"; done
    echo "$shape" > "$lab_state/shape"
    trap - EXIT
}

check_machine() {
    local c
    for c in ip tc bridge nsenter unshare ssh-keygen perl flock dbus-daemon avahi-daemon sshpass; do
        command -v $c >/dev/null || die "$c is not installed (packaging/dependencies.sh names what the lab needs)"
    done
    [ "$LAB_ROOT" = / ] || [ -e "$LAB_ROOT/.mkroot-ok" ] || die "no root tree at $LAB_ROOT: run $lab_folder/mkroot.sh once"
}

# Stops everything that this lab started: by its control groups and namespaces, never by a process name.
lab_down() {
    local h n g
    if is_up; then
        for h in "$lab_state"/hosts/*; do [ ! -d "$h" ] || power_off "$(basename "$h")"; done
        umount "$lab_state/base.mnt" 2>/dev/null || true
    fi
    for n in $(ip netns list 2>/dev/null | awk '{ print $1 }' | grep -E '^(spark-[a-p]|laptop|lab-wires)$' || true); do
        ip netns del "$n" || true
    done
    for g in "$lab_cgroups"/*/; do remove_group "$(basename "$g")"; done
    rmdir "$lab_cgroups" 2>/dev/null || true
    if is_up; then umount "$lab_state" 2>/dev/null || { sleep 0.3; umount -l "$lab_state"; }; fi
    rmdir "$lab_state" 2>/dev/null || true
}

# After a start that went well: the firewall of a careful owner. SSH is let in on the management port, nothing else
# that ufw does not let in by itself (answers, ping, mDNS).
ufw_on() {
    need_host "$1"
    ( in_host "$1" sh -ec 'ufw allow in on enP7s7 to any app OpenSSH; ufw --force enable; systemctl start ufw' ) \
        >"$lab_state/hosts/$1/ufw.log" 2>&1 || die "ufw on $1: $(tail -3 "$lab_state/hosts/$1/ufw.log")"
}

lab_status() {
    local h cage far
    for h in $(sparks) laptop; do
        printf '%-9s %-14s %s\n' "$h" "$(management_address "$h")" "$(is_running "$h" && echo on || echo off)"
        [ "$h" != laptop ] || continue
        for cage in 0 1; do
            far=$(far_end "$h:$cage")
            printf '    cage %s  %-12s %s\n' "$cage" "${far:-no cable}" "$(nic_is_there "$h" && cage_carrier "$h" "$cage" || echo 'no CX-7')"
        done
    done
}
