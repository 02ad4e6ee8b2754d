# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Names, addresses and options that every part of the lab shares.

readonly lab_state=/run/sparkloom-lab          # one tmpfs while the lab is up
readonly lab_lock=/run/sparkloom-lab.lock      # held by whoever changes the lab
readonly lab_network=192.168.77                # the management LAN; it exists only inside the namespaces
readonly lab_default_root=/var/tmp/sparkloom-lab/trixie
readonly lab_letters=(a b c d e f g h i j k l m n o p)

# The halves of a Spark, and what each adds to the base MAC address (knowledge of real ones: +0, +1, +4, +5).
# Index: half * 2 + cage.
readonly lab_netdevs=(enp1s0f0np0 enp1s0f1np1 enP2p1s0f0np0 enP2p1s0f1np1)
readonly lab_mac_offsets=(0 1 4 5)
readonly lab_user=nvidia lab_password=spark

lab_cgroups=/sys/fs/cgroup
[ ! -d $lab_cgroups/unified ] || lab_cgroups=$lab_cgroups/unified
lab_cgroups=$lab_cgroups/sparkloom-lab

die() { echo "lab: $*" >&2; exit 1; }
need_root() { [ "$(id -u)" = 0 ] || die "needs root"; }
is_up() { mountpoint -q "$lab_state"; }
need_up() { need_root; is_up || die "not up"; load_options; }
need_host() { [ -d "$lab_state/hosts/$1" ] || die "no host $1"; }

# Runs a command in the network namespace of a host; wires: in the one that holds all the cables.
in_net() { local name=$1; shift; nsenter --net=/run/netns/"$name" "$@"; }
wires() { in_net lab-wires "$@"; }

sparks() { local d; for d in "$lab_state"/hosts/spark-*; do [ ! -d "$d" ] || basename "$d"; done; }
host_index() { # spark-a -> 1, spark-b -> 2 ...
    local i
    for i in "${!lab_letters[@]}"; do
        if [ "${lab_letters[i]}" = "${1#spark-}" ]; then echo $((i + 1)); return; fi
    done
    die "no host $1"
}
management_address() {
    if [ "$1" = laptop ]; then echo "$lab_network.1"; else echo "$lab_network.$((10 + $(host_index "$1")))"; fi
}
host_key() {
    need_host "$1"
    ssh-keygen -l -E sha256 -f "$lab_state/hosts/$1/upper/etc/ssh/ssh_host_ed25519_key.pub" | awk '{ print $2 }'
}

# The options of 'up', kept beside the lab so that later calls act on the lab as it is.
set_options() {
    LAB_RENDERER=${LAB_RENDERER:-networkd}
    LAB_HOTPLUG=${LAB_HOTPLUG:-0}
    LAB_HOTPLUG_DELAY=${LAB_HOTPLUG_DELAY:-2}
    LAB_UFW=${LAB_UFW:-}
    LAB_LECTURE=${LAB_LECTURE:-0}
    LAB_SUDO=${LAB_SUDO:-}
    LAB_BIND=${LAB_BIND:-$(dirname "$(dirname "$lab_folder")")}
    LAB_ROOT=${LAB_ROOT:-$lab_default_root}
    LAB_LAPTOP_ROOT=${LAB_LAPTOP_ROOT:-/}
    if [ -z "${LAB_INIT:-}" ]; then
        LAB_INIT=plain
        if [ "$LAB_ROOT" != / ] && [ -x "$LAB_ROOT/lib/systemd/systemd" ]; then LAB_INIT=systemd; fi
    fi
    case $LAB_RENDERER in networkd | NetworkManager) ;; *) die "LAB_RENDERER is networkd or NetworkManager" ;; esac
    case $LAB_HOTPLUG in 0 | 1) ;; *) die "LAB_HOTPLUG is 0 or 1" ;; esac
    case $LAB_SUDO in '' | rs) ;; *) die "LAB_SUDO is rs or empty" ;; esac
    case $LAB_INIT in systemd | plain) ;; *) die "LAB_INIT is systemd or plain" ;; esac
}
readonly lab_option_names=(LAB_RENDERER LAB_HOTPLUG LAB_HOTPLUG_DELAY LAB_UFW LAB_LECTURE LAB_SUDO LAB_BIND LAB_ROOT
    LAB_LAPTOP_ROOT LAB_INIT)
print_options() { local o; for o in "${lab_option_names[@]}"; do printf '%s=%q\n' "$o" "${!o}"; done; }
load_options() {
    # shellcheck source=/dev/null
    . "$lab_state/options"
}
