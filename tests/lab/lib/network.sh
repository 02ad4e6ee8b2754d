# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Network namespaces and the network cards in them. Every netdev of a host is one end of a veth pair; the other end, the
# leg, lies in the namespace lab-wires, where cables join legs.

# Runs a function while nobody else touches lab-wires. Not for calls that start hosts: they come here themselves.
with_wires() {
    local rc=0
    exec 8>"$lab_state/wires.lock"
    flock 8
    "$@" || rc=$?
    exec 8>&-
    return $rc
}

leg() { # host cage(0|1) half(0|1) -> name of the leg, say a-p0x
    local half=x
    [ "$3" = 0 ] || half=y
    echo "${1#spark-}-p$2$half"
}

make_wires() {
    ip netns add lab-wires
    wires ip link set lo up
    wires sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    wires sysctl -qw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0 \
        net.bridge.bridge-nf-call-arptables=0 2>/dev/null || true
    wires ip link add mgmt type bridge stp_state 0 forward_delay 0 mcast_snooping 0
    wires ip link set mgmt up
}

# A power-on starts with a fresh namespace, as a booting kernel does: no address, route, rule or sysctl is left over.
host_net_make() { # name
    local name=$1 mac=()
    host_net_remove "$name"
    ip netns add "$name"
    in_net "$name" ip link set lo up
    [ "$name" = laptop ] || mac=(address "$(printf '4c:bb:47:01:%02x:00' $((0xa0 + $(host_index "$name"))))")
    wires ip link add "$name-m" type veth peer name enP7s7 netns "$name" "${mac[@]}"
    wires ip link set "$name-m" master mgmt
    [ -e "$lab_state/hosts/$name/mgmt-off" ] || wires ip link set "$name-m" up
    if [ "$name" != laptop ] && nic_is_wanted "$name"; then nic_make "$name"; fi
}
host_net_remove() { # name
    nic_remove "$1"
    wires ip link del "$1-m" 2>/dev/null || true
    ! [ -e "/run/netns/$1" ] || ip netns del "$1"
}

management_cable() { # name on|off
    need_host "$1"
    case $2 in
        on) rm -f "$lab_state/hosts/$1/mgmt-off"; wires ip link set "$1-m" up ;;
        off) touch "$lab_state/hosts/$1/mgmt-off"; wires ip link set "$1-m" down ;;
        *) die "on or off" ;;
    esac
}

# ------------------------------------------------------------------ the CX-7 of a host: four netdevs, there or not
nic_is_there() { [ -e "/run/netns/$1" ] && wires ip link show "$(leg "$1" 0 0)" >/dev/null 2>&1; }
nic_is_wanted() { [ "$LAB_HOTPLUG" = 0 ] || [ -e "$lab_state/cables/$1:0" ] || [ -e "$lab_state/cables/$1:1" ]; }

nic_make() { # name; base MAC 4c:bb:47:00:<index>:10
    local name=$1 cage half slot index
    nic_is_there "$name" && return
    index=$(host_index "$name")
    for half in 0 1; do
        for cage in 0 1; do
            slot=$((half * 2 + cage))
            wires ip link add "$(leg "$name" $cage $half)" mtu 9000 type veth peer name "${lab_netdevs[slot]}" netns "$name" \
                address "$(printf '4c:bb:47:00:%02x:%02x' $((0xa0 + index)) $((0x10 + lab_mac_offsets[slot])))"
        done
    done
    settle "$name:0"
    settle "$name:1"
}

nic_remove() { # name
    local name=$1 cage half
    nic_is_there "$name" || return 0
    for cage in 0 1; do
        for half in 0 1; do wires ip link del "$(leg "$name" $cage $half)"; done
        settle "$name:$cage"
    done
}

# Follows the cables of a host: the card comes some seconds after the first plug, and goes with the last one.
nic_follow() { # name
    local name=$1 dir=$lab_state/hosts/$1 ticket
    is_running "$name" || return 0
    if nic_is_wanted "$name"; then
        if nic_is_there "$name" || [ -e "$dir/appearing" ]; then return; fi
        ticket=$RANDOM$RANDOM
        echo "$ticket" > "$dir/appearing"
        setsid --fork "$lab_self" __appear "$name" "$ticket" </dev/null >>"$dir/console.log" 2>&1 8>&- 9>&-
    else
        rm -f "$dir/appearing"
        nic_remove "$name"
    fi
}

# The detached half of nic_follow. A ticket that is no longer the host's means: unplugged or switched off meanwhile.
nic_appear() { # name ticket
    local name=$1 ticket=$2 dir=$lab_state/hosts/$1
    load_options
    sleep "$LAB_HOTPLUG_DELAY"
    [ -d "$dir" ] || return 0
    with_wires nic_appear_now "$name" "$ticket"
}
nic_appear_now() {
    local name=$1 dir=$lab_state/hosts/$1
    [ "$(cat "$dir/appearing" 2>/dev/null)" = "$2" ] || return 0
    rm -f "$dir/appearing"
    if is_running "$name"; then nic_make "$name"; fi
}
