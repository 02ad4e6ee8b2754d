#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mkroot.sh [DIR] - make the root tree that the hosts of the lab boot from (as root, about a minute, about 400 MB).
#
# Default DIR: $LAB_ROOT or /var/tmp/sparkloom-lab/trixie. LAB_PACKAGES="A B..." makes a tree of those packages instead of
# the hosts' (tests/debian13 builds in one). Nothing is done when DIR is already what this script would make.
# The packages come from where this machine's own apt takes them: on Debian the suite trixie (netplan 1.1, systemd 257:
# close to the Ubuntu 24.04 of a Spark), on Ubuntu the machine's own suite.
set -euo pipefail

dir=${1:-${LAB_ROOT:-/var/tmp/sparkloom-lab/trixie}}
packages=(
    systemd systemd-sysv dbus udev libpam-systemd polkitd kmod
    openssh-server openssh-client sudo passwd login
    avahi-daemon libnss-mdns
    netplan.io network-manager iproute2 iputils-ping ufw
    procps hostname python3)
wished=(sudo-rs) # installed where the package source has it: LAB_SUDO=rs
[ -z "${LAB_PACKAGES:-}" ] || { read -ra packages <<<"$LAB_PACKAGES"; wished=(); }

say() { echo "mkroot: $*" >&2; }
die() { say "$*"; exit 1; }

[ "$(id -u)" = 0 ] || die "needs root"
. /etc/os-release
case ${ID:-} in
    ubuntu) suite=${LAB_SUITE:-$VERSION_CODENAME} components=main,universe ;;
    *) suite=${LAB_SUITE:-trixie} components=main ;;
esac
stamp="$suite ${packages[*]} ${wished[*]} 1"
[ "$(cat "$dir/.mkroot-ok" 2>/dev/null)" = "$stamp" ] && exit 0
command -v debootstrap >/dev/null || die "debootstrap is not installed (packaging/dependencies.sh names what the lab needs)"

# The distribution's archive as apt knows it: one source of this machine that carries main and is no security archive.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(CODENAME)' "Created-By: Packages" 2>/dev/null |
    awk -v own="${VERSION_CODENAME:-}" '$2 == "main" && $3 == own { print $1; exit }')
[ -n "$mirror" ] || mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/{debian,ubuntu}.sources 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '/^deb / { for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) { print $i; exit } }' \
    /etc/apt/sources.list 2>/dev/null || true)
[ -n "$mirror" ] || die "this machine's apt names no package source"
proxy=; eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "$proxy" ] || [ "$proxy" = DIRECT ] || export http_proxy=${http_proxy:-$proxy}

new=$dir.new
rm -rf "$dir" "$new"
mkdir -p "$(dirname "$dir")"
trap 'rm -rf "$new"' EXIT
say "making $dir ($suite)"
debootstrap --variant=minbase --components="$components" "$suite" "$new" "$mirror" >"$dir.log" 2>&1 ||
    die "debootstrap failed: $(tail -3 "$dir.log")"

# This machine's proxy and certificate settings, so that apt inside works as it does outside.
cp -a /etc/apt/apt.conf.d/. "$new/etc/apt/apt.conf.d/" 2>/dev/null || true
mkdir -p "$new/etc/ssl/certs"
cp -L /etc/ssl/certs/ca-certificates.crt "$new/etc/ssl/certs/" 2>/dev/null || true
cp -L /etc/resolv.conf /etc/hosts "$new/etc/" 2>/dev/null || true
printf '#!/bin/sh\nexit 101\n' > "$new/usr/sbin/policy-rc.d"
chmod 755 "$new/usr/sbin/policy-rc.d"
printf 'path-exclude /usr/share/%s/*\n' doc man locale info > "$new/etc/dpkg/dpkg.cfg.d/lab"

unshare --mount --pid --fork --propagation private bash -euc '
    root=$1 wished=$2; shift 2
    mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"
    export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
    install=(chroot "$root" apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-unsafe-io)
    chroot "$root" apt-get update -qq
    "${install[@]}" "$@"
    for p in $wished; do "${install[@]}" "$p" || echo "mkroot: $p is not to be had here"; done
    chroot "$root" apt-get clean' bash "$new" "${wished[*]}" "${packages[@]}" >>"$dir.log" 2>&1 ||
    die "installing the packages failed: $(tail -3 "$dir.log")"

rm -rf "$new"/usr/sbin/policy-rc.d "$new"/etc/ssh/ssh_host_* "$new"/etc/apt/apt.conf.d "$new"/var/lib/apt/lists/*
: > "$new/etc/machine-id"
: > "$new/etc/resolv.conf"
echo "$stamp" > "$new/.mkroot-ok"
mv "$new" "$dir"
rm -f "$dir.log"
trap - EXIT
say "made $dir: $(du -sh "$dir" | cut -f1)"
