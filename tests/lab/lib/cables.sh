# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cables. What is plugged where is written down in cables/<host>:<cage>; 'settle' makes lab-wires agree with it. A cable
# is a bridge with the four legs of its two cages in it, because both halves of a cage are on the one wire. An end without
# a live card at the other end has no carrier.

check_end() { # host:cage
    need_host "${1%%:*}"
    case $1 in spark-?:0 | spark-?:1) ;; *) die "an end is <host>:0 or <host>:1, not $1" ;; esac
}
far_end() { cat "$lab_state/cables/$1" 2>/dev/null || true; }
bridge_name() { # the same from both ends
    local a=${1#spark-} b=${2#spark-}
    if [[ $a > $b ]]; then local c=$a; a=$b b=$c; fi
    echo "c-${a/:/}-${b/:/}"
}
legs() { leg "${1%%:*}" "${1##*:}" 0; leg "${1%%:*}" "${1##*:}" 1; }
make_bridge() { # name group_fwd_mask: 0x4000 passes on what is sent to the nearest bridge, as a cable does
    wires ip link show "$1" >/dev/null 2>&1 && return
    wires ip link add "$1" mtu 9000 type bridge stp_state 0 forward_delay 0 mcast_snooping 0 group_fwd_mask "$2"
    wires ip link set "$1" up
}

settle() { # host:cage
    local end=$1 far l bridge
    far=$(far_end "$end")
    if [ "$far" = switch ] && nic_is_there "${end%%:*}"; then
        make_bridge switch 0
        for l in $(legs "$end"); do wires ip link set "$l" master switch up; done
    elif [ -n "$far" ] && [ "$far" != switch ]; then
        bridge=$(bridge_name "$end" "$far")
        if nic_is_there "${end%%:*}" && nic_is_there "${far%%:*}"; then
            make_bridge "$bridge" 0x4000
            for l in $(legs "$end") $(legs "$far"); do wires ip link set "$l" master "$bridge" up; done
        else
            wires ip link del "$bridge" 2>/dev/null || true
            leave_alone "$end"
            leave_alone "$far"
        fi
    else
        leave_alone "$end"
    fi
}
leave_alone() { # host:cage: no carrier
    local l
    nic_is_there "${1%%:*}" || return 0
    for l in $(legs "$1"); do wires ip link set "$l" nomaster down; done
}

unplug() { # host:cage
    local end=$1 far
    check_end "$end"
    far=$(far_end "$end")
    [ -n "$far" ] || return 0
    rm -f "$lab_state/cables/$end"
    if [ "$far" != switch ]; then
        rm -f "$lab_state/cables/$far"
        wires ip link del "$(bridge_name "$end" "$far")" 2>/dev/null || true
        settle "$far"
    fi
    settle "$end"
    nic_follow "${end%%:*}"
    if [ "$far" != switch ]; then nic_follow "${far%%:*}"; fi
}

plug() { # host:cage (host:cage | switch)
    local end=$1 far=$2
    check_end "$end"
    [ "$far" = switch ] || check_end "$far"
    [ "$end" != "$far" ] || die "a cable has two ends"
    [ "$(far_end "$end")" != "$far" ] || return 0
    unplug "$end"
    [ "$far" = switch ] || unplug "$far"
    echo "$far" > "$lab_state/cables/$end"
    [ "$far" = switch ] || echo "$end" > "$lab_state/cables/$far"
    settle "$end"
    nic_follow "${end%%:*}"
    if [ "$far" != switch ]; then nic_follow "${far%%:*}"; fi
}

# Before the hosts run this only writes down what is plugged; each power-on then finds its cables.
lay_cables() { # topology count
    local count=$2 i s=()
    for ((i = 0; i < count; i++)); do s+=("spark-${lab_letters[i]}"); done
    case $1 in
        none) ;;
        pair | pair2)
            for ((i = 0; i + 1 < count; i += 2)); do
                plug "${s[i]}:0" "${s[i + 1]}:0"
                [ "$1" = pair ] || plug "${s[i]}:1" "${s[i + 1]}:1"
            done ;;
        ring) for ((i = 0; i < count; i++)); do plug "${s[i]}:1" "${s[(i + 1) % count]}:0"; done ;;
        switch | switch2)
            for ((i = 0; i < count; i++)); do
                plug "${s[i]}:0" switch
                [ "$1" = switch ] || plug "${s[i]}:1" switch
            done ;;
        *) die "no topology $1" ;;
    esac
}
replug() { # topology
    local end count
    for end in "$lab_state"/cables/*; do [ ! -e "$end" ] || unplug "$(basename "$end")"; done
    count=$(sparks | wc -l)
    [ "$1" != ring ] || [ "$count" -ge 3 ] || die "a ring has 3 or more hosts"
    lay_cables "$1" "$count"
}

cage_carrier() { # host cage -> words for 'status'
    if wires ip -o link show "$(leg "$1" "$2" 0)" | grep -q 'master .*state UP'; then echo "carrier"; else echo "no carrier"; fi
}

# ------------------------------------------------------------------ poor cables; undone by the end of the card
both_ends() {
    local far
    check_end "$1"
    far=$(far_end "$1")
    legs "$1"
    case $far in '' | switch) ;; *) legs "$far" ;; esac
}
slow() { # host:cage rate|off
    local l
    for l in $(both_ends "$1"); do
        if [ "$2" = off ]; then wires tc qdisc del dev "$l" root 2>/dev/null || true
        else wires tc qdisc replace dev "$l" root tbf rate "$2" burst 256kb latency 20ms; fi
    done
}
lossy() { # host:cage percent|off; the kernel may lack netem, so nft draws the lots
    local l table
    check_end "$1"
    [ "$2" = off ] || [[ $2 =~ ^[0-9]{1,3}$ ]] || die "percent or off"
    for l in $(legs "$1"); do
        table="loss_${l//-/_}"
        wires nft delete table netdev "$table" 2>/dev/null || true
        [ "$2" = off ] || wires nft -f - <<X
table netdev $table {
    chain in { type filter hook ingress device "$l" priority 0; policy accept; numgen random mod 100 < $2 counter drop; }
}
X
    done
}
wire_mtu() { # host:cage bytes: larger frames are lost without a word, as in a switch that is set lower
    local l
    check_end "$1"
    for l in $(legs "$1"); do wires ip link set "$l" mtu "$2"; done
}
