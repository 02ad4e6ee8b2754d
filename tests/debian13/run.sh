#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh - builds the KDNSSD backend in a tree of Debian 13 and runs the discovery contract there (as root; the first time
# it makes the tree, 870 MB). Exits with 77 where that cannot be done here.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(readlink -f "$here/../..")
tree=${SPARKLOOM_DEBIAN13:-/var/tmp/sparkloom-lab/trixie-dnssd}

skip() { echo "skipped: $*"; exit 77; }
[ "$(id -u)" = 0 ] || skip "needs root"
unshare --mount --pid --fork true 2>/dev/null || skip "there are no namespaces here"
LAB_SUITE=trixie LAB_PACKAGES="cmake g++ ninja-build pkgconf extra-cmake-modules qt6-base-dev libkf6dnssd-dev dbus dbus-daemon" \
    "$here/../lab/mkroot.sh" "$tree" || skip "the tree of Debian 13 could not be made"

# The tree sees the sources and its own /tmp only, and what it starts ends with it.
unshare --mount --pid --net --fork --kill-child --propagation private bash -euc '
    tree=$1 root=$2
    mount -t tmpfs tmpfs "$tree/tmp"
    mkdir -p "$tree/tmp/source" "$tree/tmp/build"
    mount --bind -o ro "$root" "$tree/tmp/source"
    mount -t proc proc "$tree/proc" # what it starts sees only itself
    mount --rbind /dev "$tree/dev"
    chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8 QT_LOGGING_RULES="kf.*=false" bash -euc "
        cmake -S /tmp/source/tests/debian13 -B /tmp/build -G Ninja -DCMAKE_BUILD_TYPE=Debug > /tmp/cmake.log 2>&1 || { cat /tmp/cmake.log; exit 1; }
        cmake --build /tmp/build
        sed -n s/^PRETTY_NAME=//p /etc/os-release
        dpkg-query -W -f \"\\\${Package} \\\${Version}\\n\" libkf6dnssd6 libqt6core6t64
        /tmp/build/tst_discovery_kdnssd -nocrashhandler"' bash "$tree" "$root"
