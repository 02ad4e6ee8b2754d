#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dependencies.sh [--list] GROUP... - the packages of Debian 12 / Ubuntu 24.04 that Sparkloom needs; installs what is missing.
# Groups: build, run, test, lab, full. --list only prints the names. As an ordinary user it asks before it calls sudo.
#
# 'a|b' means the first of them that this machine's package source knows; '?' at the end means: go on without it.
set -euo pipefail

case $(dpkg --print-architecture 2>/dev/null || true) in
    arm64) other=amd64 ;;
    *) other=arm64 ;;
esac

build=(build-essential g++ cmake ninja-build pkgconf python3
    qt6-base-dev "qt6-svg-dev|libqt6svg6-dev" libqt6svg6 qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
    qt6-charts-dev libqt6opengl6-dev qcoro-qt6-dev libssh-dev nlohmann-json3-dev "mold?"
    "crossbuild-essential-$other?") # the agent for the other kind of machine
run=(libqt6svg6 libqt6charts6 "qt6-qpa-plugins?" fonts-dejavu-core dbus)
test=(python3 python3-jsonschema openssh-client openssh-server fish tcsh netplan.io dbus xvfb xauth openbox at-spi2-core
    fonts-dejavu-core "qemu-user-static?")
lab=(debootstrap iproute2 nftables dbus avahi-daemon avahi-utils libnss-mdns openssh-client sshpass perl python3 util-linux
    procps)
full=("iperf3?" "qemu-system-x86?" "qemu-system-arm?" cpio kmod e2fsprogs xz-utils clang-16 clang-tidy-16 libclang-rt-16-dev clang-format)

say() { echo "dependencies: $*" >&2; }
usage() { sed -n '4,5p' "$0" | sed 's/^# //' >&2; exit 2; }

list_only=
if [ "${1:-}" = --list ]; then list_only=1; shift; fi
[ $# -gt 0 ] || usage
wanted=()
for group; do
    case $group in
        build) wanted+=("${build[@]}") ;;
        run) wanted+=("${run[@]}") ;;
        test) wanted+=("${test[@]}") ;;
        lab) wanted+=("${lab[@]}") ;;
        full) wanted+=("${full[@]}") ;;
        *) usage ;;
    esac
done
if [ "$list_only" ]; then printf '%s\n' "${wanted[@]}" | sort -u; exit; fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is neither Debian nor Ubuntu; what is needed goes by these names there: ${wanted[*]}"
    exit 0
fi

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
# A name that apt can install, be it real or provided by another package.
is_known() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ] || apt-cache showpkg "$1" 2>/dev/null | grep -A 1 '^Reverse Provides:' | grep -q '^[a-z0-9]'; }

missing=()
find_missing() {
    local entry names name optional
    missing=()
    for entry in "${wanted[@]}"; do
        optional=${entry##*[!?]}
        IFS='|' read -r -a names <<<"${entry%\?}"
        for name in "${names[@]}"; do if is_installed "$name"; then continue 2; fi; done
        for name in "${names[@]}"; do if is_known "$name"; then missing+=("$name"); continue 2; fi; done
        if [ "$optional" ]; then unknown_optional+=("${names[0]}"); else unknown+=("${names[0]}"); fi
    done
}
unknown=() unknown_optional=()
find_missing
[ ${#missing[@]} -gt 0 ] || [ ${#unknown[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
    say "missing here: ${missing[*]} ${unknown[*]}"
    if ! command -v sudo >/dev/null || ! [ -t 0 ]; then
        say "install them as root: apt-get install --no-install-recommends ${missing[*]} ${unknown[*]}"
        exit 1
    fi
    read -r -p "Install them with sudo? [Y/n] " answer
    case $answer in '' | [yYjJ]*) ;; *) exit 1 ;; esac
    as_root=(sudo)
fi
# Another package tool may be at work: wait for it rather than fail.
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=900)
"${apt[@]}" update || say "the list of packages could not be brought up to date; going on with what is known"
unknown=() unknown_optional=()
find_missing
[ ${#unknown[@]} = 0 ] || { say "no package source of this machine has: ${unknown[*]}"; exit 1; }
[ ${#unknown_optional[@]} = 0 ] || say "not to be had here, going on without: ${unknown_optional[*]}"
[ ${#missing[@]} -gt 0 ] || exit 0
say "installing ${missing[*]}"
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2
