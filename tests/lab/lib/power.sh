# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Power: how a host boots, runs commands and ends. A host is a process tree in namespaces of its own (net, mount, UTS,
# IPC, PID, cgroup, time) under a supervisor, which boots it again when it reboots itself.

host_pid() { cat "$lab_state/hosts/$1/pid" 2>/dev/null; }
is_running() { local p; p=$(host_pid "$1") && [ -n "$p" ] && [ -d "/proc/$p" ]; }

power_on() {
    local name=$1 dir=$lab_state/hosts/$1 i
    if is_running "$name"; then return; fi
    rm -f "$dir/pid" "$dir/stay-off"
    setsid --fork "$lab_self" __supervise "$name" </dev/null >"$dir/console.log" 2>&1 9>&-
    for ((i = 0; i < 500; i++)); do
        if [ -s "$dir/pid" ]; then return; fi
        sleep 0.02
    done
    die "$name did not start: $(tail -3 "$dir/console.log")"
}

power_off() { # hard: everything in the host's control group
    local name=$1 dir=$lab_state/hosts/$1 pid i
    touch "$dir/stay-off" # the supervisor reaps the host and ends, rather than boot it again
    pid=$(host_pid "$name") && [ -n "$pid" ] && kill -KILL "$pid" 2>/dev/null || true
    [ ! -e "$lab_cgroups/$name/cgroup.kill" ] || echo 1 > "$lab_cgroups/$name/cgroup.kill" 2>/dev/null || true
    for ((i = 0; i < 250; i++)); do
        [ -e "$dir/supervisor" ] || grep -qs 'populated 1' "$lab_cgroups/$name/cgroup.events" || break
        sleep 0.02
    done
    rm -f "$dir/pid" "$dir/supervisor" "$dir/appearing"
    # A group that was killed once keeps that in mind: Linux 6.18 kills what systemd then starts from it.
    remove_group "$name"
    with_wires host_net_remove "$name"
}

remove_group() {
    [ ! -d "$lab_cgroups/$1" ] || find "$lab_cgroups/$1" -depth -type d -exec rmdir {} \; 2>/dev/null || true
}

# Runs detached: boots the host again when it reboots itself, ends when it is switched off.
supervise() {
    local name=$1 dir=$lab_state/hosts/$1 child pid c rc
    load_options
    echo $$ > "$dir/supervisor"
    while [ ! -e "$dir/stay-off" ]; do
        mkdir -p "$lab_cgroups/$name"
        with_wires host_net_make "$name"
        # In a subshell: the host's processes are in the host's control group, this supervisor is not.
        ( echo $BASHPID > "$lab_cgroups/$name/cgroup.procs"
          exec nsenter --net="/run/netns/$name" unshare --mount --propagation private --uts --ipc --pid --cgroup \
              --time --boottime "-$(cut -d. -f1 /proc/uptime)" --fork --kill-child "$lab_self" __boot "$name" ) &
        child=$!
        # The host's PID 1 is that child of unshare that is number 1 in its own PID namespace (--time forks a helper).
        pid=
        while [ -z "$pid" ] && [ -d /proc/$child ]; do
            for c in $(cat /proc/$child/task/$child/children 2>/dev/null); do
                if grep -qsE '^NSpid:.*[[:space:]]1$' "/proc/$c/status"; then pid=$c; break; fi
            done
            [ -n "$pid" ] || sleep 0.01
        done
        [ -z "$pid" ] || { echo "$pid" > "$dir/pid.tmp"; mv "$dir/pid.tmp" "$dir/pid"; }
        rc=0; wait $child || rc=$?
        rm -f "$dir/pid"
        echo "lab: $name ended with $rc"
        [ $rc = 129 ] || break # SIGHUP = reboot(2) from inside the PID namespace
        sleep "${LAB_REBOOT_DELAY:-1}"
    done
    rm -f "$dir/supervisor"
}

boot() { # PID 1 of the host's namespaces
    local name=$1 init
    load_options
    mount_host "$name"
    hostname "$name"
    init=$LAB_INIT
    [ "$name" != laptop ] || init=plain
    cd "$lab_state/hosts/$name/root"
    mkdir -p .old
    pivot_root . .old
    cd /
    umount -l /.old
    rmdir /.old 2>/dev/null || true
    export -n LAB_SESSION
    if [ "$init" = systemd ]; then
        exec env -i container=lab PATH="$host_path" LANG=C.UTF-8 \
            /lib/systemd/systemd --system --log-target=journal --show-status=no </dev/null
    fi
    exec env -i PATH="$host_path" LANG=C.UTF-8 bash -c "$(declare -f plain_init); plain_init $name"
}
readonly host_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# Without systemd: addresses the management port, starts bus, avahi and sshd, reaps children.
plain_init() {
    local name=$1 address
    mkdir -p /run/dbus /run/sshd /run/lock /run/avahi-daemon
    ip link set lo up
    address=$(sed -n 's/.*addresses: \[\(.*\)\].*/\1/p' /etc/netplan/01-lab-mgmt.yaml 2>/dev/null)
    if [ -n "$address" ]; then ip addr replace "$address" dev enP7s7; ip link set enP7s7 up; fi
    dbus-daemon --system --fork --nopidfile
    avahi-daemon --daemonize --no-rlimits --no-drop-root --no-chroot 2>/dev/null
    if [ "$name" != laptop ]; then /usr/sbin/sshd; /usr/local/sbin/lab-roce >/dev/null 2>&1 & fi
    trap "exit 0" TERM
    while :; do sleep 3600 & wait; done
}

wait_ready() { # hosts...: ssh answers, and systemd has done what it starts at boot
    local name address end=$((SECONDS + ${LAB_WAIT:-60}))
    for name; do
        [ "$name" != laptop ] || continue
        address=$(management_address "$name")
        until in_net laptop timeout 1 bash -c "exec 3<>/dev/tcp/$address/22; head -c 4 <&3" 2>/dev/null | grep -q SSH-; do
            [ $SECONDS -lt $end ] || die "$name: no ssh at $address ($(tail -2 "$lab_state/hosts/$name/console.log"))"
            sleep 0.1
        done
        [ "$LAB_INIT" != systemd ] || ( in_host "$name" timeout 30 systemctl is-system-running --wait ) >/dev/null 2>&1 || true
    done
}

in_host() { # name command...; does not return
    local name=$1 pid
    shift
    [ $# -gt 0 ] || set -- bash -l
    if [ "$name" = wires ]; then exec nsenter --net=/run/netns/lab-wires "$@"; fi
    need_host "$name"
    pid=$(host_pid "$name") && [ -n "$pid" ] || die "$name is off"
    cd /
    # Without a fork of its own: nsenter stops itself when its child is stopped, as systemd does with everything at a
    # shutdown, and nobody would wake it again. A plain shell just waits for the end.
    # shellcheck disable=SC2016  # the inner shell's own arguments
    exec nsenter --no-fork -t "$pid" -m -u -i -n -p -C -T --root --wd sh -c '"$@"; exit $?' sh env -i HOME=/root USER=root TERM="${TERM:-xterm}" \
        LANG=C.UTF-8 PATH="$host_path" DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/dbus/system_bus_socket "$@"
}
