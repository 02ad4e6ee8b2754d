#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# image.sh FOLDER - what an emulated arm64 machine boots from: FOLDER/vmlinuz and FOLDER/initrd, the kernel of the lab's
# distribution with what leads to the disk, and FOLDER/disk, the lab's root tree (../mkroot.sh) with every program replaced by
# its arm64 build, so that nothing of arm64 runs here. FOLDER/hostkey-N.pub is the SSH host key of machine N.
# Needs root. Exit 77: something is missing here.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
missing() { echo "image.sh: $*"; exit 77; }
[ "$(id -u)" = 0 ] || missing "the disk's image needs root"
for program in cpio gzip xz depmod modprobe apt-get apt-cache dpkg-deb dpkg-query mke2fs unshare ssh-keygen perl; do
    command -v "$program" > /dev/null || missing "no $program here"
done
# The tree is put together over an overlay, which nobody else is to see.
[ -n "${SPARKLOOM_OWN_MOUNTS:-}" ] || SPARKLOOM_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"
# shellcheck source=../lib/common.sh
. "$here/../lib/common.sh"
# shellcheck source=../lib/rootfs.sh
. "$here/../lib/rootfs.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"
# shellcheck disable=SC2034  # rootfs.sh reads them
LAB_RENDERER=networkd LAB_LECTURE=0 LAB_SUDO=
lower=${LAB_ROOT:-$lab_default_root}
[ -x "$lower/lib/systemd/systemd" ] || missing "no root tree for the machines (tests/lab/mkroot.sh makes it)"

mkdir -p "$1"
folder=$(readlink -f "$1")
hoststate=$here/../../support/hoststate
stamp="$(cat "$lower/.mkroot-ok") $({ cat "$0" "$here/init" "$here"/../lib/{packages,rootfs}.sh "$hoststate" &&
    find "$here/guest" -type f -exec cat {} +; } | sha256sum | cut -c1-16)"
[ "$(cat "$folder/stamp" 2> /dev/null)" != "$stamp" ] || exit 0
rm -f "$folder/stamp"
scratch=$(mktemp -d "$folder/scratch.XXXX")
trap 'rm -rf "$scratch"' EXIT

# Every program of the tree for arm64, kernel and busybox, and what RDMA needs.
fetch() {
    local beside=(apt_beside "$folder/apt" arm64 -o "Dir::Etc::SourceList=$lower/etc/apt/sources.list"
        -o "Dir::Etc::SourceParts=$lower/etc/apt/sources.list.d" -o "Dir::Etc::TrustedParts=$lower/etc/apt/trusted.gpg.d")
    local native kernel
    "${beside[@]}" apt-get update || return 1
    kernel=$("${beside[@]}" apt-cache depends linux-image-arm64 | sed -n 's/.*Depends: \(linux-image-[^ ]*\).*/\1/p' | head -1)
    [ -n "$kernel" ] || { echo "there is no kernel for arm64"; return 1; }
    native=$(dpkg-query --admindir="$lower/var/lib/dpkg" -W -f '${Architecture}' dpkg)
    mkdir -p "$folder/packages"
    cd "$folder/packages"
    # shellcheck disable=SC2046  # names of packages
    "${beside[@]}" apt-get download "$kernel" busybox-static libibverbs1 ibverbs-providers libnl-3-200 libnl-route-3-200 \
        $(dpkg-query --admindir="$lower/var/lib/dpkg" -W -f '${Architecture} ${Package}\n' |
            awk -v native="$native" 'native != "arm64" && $1 == native { print $2 }') || return 1
    rm -rf "$folder/apt"
}
if [ ! -e "$folder/packages.ok" ] || [ "$(cat "$folder/packages.ok")" != "$(cat "$lower/.mkroot-ok")" ]; then
    rm -rf "$folder/packages" "$folder/packages.ok"
    (fetch) > "$folder/fetch.log" 2>&1 || missing "programs for arm64 cannot be fetched: $(tail -1 "$folder/fetch.log")"
    cp "$lower/.mkroot-ok" "$folder/packages.ok"
fi

# Kernel and initrd.
mkdir -p "$scratch/kernel" "$scratch/initrd"/{bin,dev,proc,sys,root}
for package in "$folder"/packages/{linux-image-,busybox-static_}*.deb; do dpkg-deb -x "$package" "$scratch/kernel"; done
modules=$scratch/kernel
[ -d "$modules/lib/modules" ] || modules=$scratch/kernel/usr
take_modules "$modules" "$scratch/initrd/modules" virtio_pci virtio_blk virtio_net virtio_console virtio_rng crc32c_generic ext4 \
    crc32_generic af_packet ib_uverbs rdma_rxe
cp "$scratch"/kernel/boot/vmlinuz-* "$folder/vmlinuz"
cp "$(find "$scratch/kernel" -name busybox -type f -perm -100 | head -1)" "$scratch/initrd/bin/busybox"
cp "$here/init" "$scratch/initrd/init"
(cd "$scratch/initrd" && find . | cpio -o -H newc 2> /dev/null | gzip -1) > "$folder/initrd"

# Units that no test needs: emulated, each costs a good part of a second at every boot.
trim() {
    local root=$1 unit
    for unit in avahi-daemon.{service,socket} polkit.service systemd-logind.service ufw.service systemd-{random-seed,sysusers,update-done}.service systemd-{pstore,udev-load-credentials}.service modprobe@.service \
        systemd-{hwdb-update,journal-catalog-update,journal-flush,remount-fs,binfmt,rfkill,timesyncd,firstboot,machine-id-commit}.service \
        systemd-{pcrmachine,pcrphase,pcrphase-sysinit,tpm2-setup,tpm2-setup-early,boot-random-seed,networkd-persistent-storage}.service \
        ldconfig.service e2scrub_reap.service wpa_supplicant.service {tmp,run-lock,dev-hugepages,dev-mqueue,sys-kernel-debug,sys-kernel-tracing}.mount \
        sys-{kernel-config,fs-fuse-connections}.mount proc-sys-fs-binfmt_misc.{automount,mount} remote-fs.target \
        systemd-ask-password-{console,wall}.path systemd-tmpfiles-clean.timer logrotate.timer man-db.timer; do
        ln -sfn /dev/null "$root/etc/systemd/system/$unit"
    done
    # Without it no user manager is started at each sign-in.
    sed -i '/pam_systemd/d' "$root"/etc/pam.d/common-*
    mkdir -p "$root/etc/systemd/journald.conf.d"
    printf '[Journal]\nStorage=volatile\n' > "$root/etc/systemd/journald.conf.d/lab.conf"
}
furnish() { # root: all that is the same on both machines
    local root=$1 number package
    furnish_spark "$root"
    set_up_systemd "$root"
    rm -f "$root/etc/systemd/system/multi-user.target.wants/lab-roce.service" # these machines have RDMA devices
    trim "$root"
    for number in 1 2; do
        mkdir -p "$root/etc/lab/$number"
        ssh-keygen -q -t ed25519 -N '' -C "root@spark" -f "$root/etc/lab/$number/ssh_host_ed25519_key"
        cp "$root/etc/lab/$number/ssh_host_ed25519_key.pub" "$folder/hostkey-$number.pub"
    done
    dgx_release 1 > "$root/etc/dgx-release"
    echo 'NAME="DGX SPARK FASTOS"' > "$root/etc/fastos-release"
    cp -a "$here/guest/." "$root/"
    cp "$hoststate" "$root/opt/hoststate"
    ln -sfn /etc/systemd/system/lab-shell.service "$root/etc/systemd/system/multi-user.target.wants/"
    rm -rf "$root"/usr/lib/*-linux-gnu "$root"/usr/lib64/ld-linux-* "$root"/usr/lib/ld-linux-* "$root/etc/ld.so.cache"
    for package in "$folder"/packages/*.deb; do
        case ${package##*/} in linux-image-* | busybox-static_*) continue ;; esac
        dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$root" --exclude=./etc \
            --exclude=./usr/share/{doc,man,locale,info}
    done
    dpkg-deb --fsys-tarfile "$folder"/packages/ibverbs-providers_*.deb | tar -x -C "$root" ./etc/libibverbs.d
    rm -rf "$root"/var/cache/apt/* "$root"/usr/share/{doc,man,locale,info}
}
mkdir -p "$scratch"/{up,root}
mount -t tmpfs tmpfs "$scratch/up"
mkdir "$scratch/up"/{files,work}
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$scratch/up/files,workdir=$scratch/up/work" "$scratch/root"
furnish "$scratch/root"
rm -f "$folder/disk"
mke2fs -q -t ext4 -d "$scratch/root" "$folder/disk" 1200M
umount "$scratch/root" "$scratch/up"
echo "$stamp" > "$folder/stamp"
