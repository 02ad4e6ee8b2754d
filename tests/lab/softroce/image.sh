#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# image.sh FOLDER AGENT ARCHITECTURE - what a virtual machine with soft RoCE boots from: FOLDER/vmlinuz, the distribution's
# generic kernel (its cloud kernel has no rdma_rxe), and FOLDER/initrd with busybox, the modules, libibverbs, perftest and the
# agent. ARCHITECTURE is amd64 or arm64, whatever this machine is: apt fetches the packages once into FOLDER, with a state of its
# own, and nothing of them is installed or run here. Exit 77: something is missing here.
set -euo pipefail
folder=$1 agent=$2 architecture=$3
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"
for program in cpio gzip depmod modprobe apt-get apt-cache dpkg-deb readelf; do
    command -v "$program" > /dev/null || { echo "image.sh: no $program here"; exit 77; }
done
[ -e "$agent" ] || { echo "image.sh: no agent for $architecture was built"; exit 77; }
case $(readelf -h "$agent" | sed -n 's/.*Machine: *//p'):$architecture in
    *X86-64:amd64 | AArch64:arm64) ;;
    *) echo "image.sh: $agent is not for $architecture"; exit 1 ;;
esac
mkdir -p "$folder"
folder=$(readlink -f "$folder")
scratch=$(mktemp -d "$folder/scratch.XXXX")
trap 'rm -rf "$scratch"' EXIT

# Packages with all that they need, unpacked; the modules wanted, with what they need, in order.
fetch() {
    mkdir -p "$scratch/tree"
    apt_beside "$folder/apt" "$architecture" apt-get update &&
        apt_beside "$folder/apt" "$architecture" apt-get -y --download-only --no-install-recommends install busybox-static perftest \
            iproute2 util-linux libibverbs1 ibverbs-providers "linux-image-$architecture" || return 1
    local package
    for package in "$folder"/apt/archives/*.deb; do
        dpkg-deb -x "$package" "$scratch/tree" || return 1
    done
    rm -rf "$folder/apt"
    take_modules "$scratch/tree" "$scratch/tree/modules" virtio_pci virtio_net virtio_console virtio_rng crc32_generic af_packet \
        ib_uverbs rdma_rxe
    cp "$scratch"/tree/boot/vmlinuz-* "$folder/vmlinuz.new"
    rm -rf "$scratch/tree"/{boot,lib/modules,usr/share,var} "$folder/tree"
    mv "$scratch/tree" "$folder/tree"
    mv "$folder/vmlinuz.new" "$folder/vmlinuz"
}
if [ ! -e "$folder/vmlinuz" ]; then
    fetch > "$folder/fetch.log" 2>&1 || { echo "image.sh: kernel and programs cannot be fetched: $(tail -1 "$folder/fetch.log")"; exit 77; }
fi

tree=$folder/tree root=$scratch/root
# A program or library, and the libraries that it names: this machine's loader may be of another architecture.
bring() {
    local file=$1 library found
    [ ! -e "$root/$file" ] || return 0
    mkdir -p "$root/$(dirname "$file")"
    cp -L "$tree/$file" "$root/$file"
    readelf -d "$tree/$file" 2> /dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | while read -r library; do
        found=$(cd "$tree" && find lib usr/lib -name "$library" -not -path '*/klibc*' | head -1)
        [ -z "$found" ] || bring "$found"
    done
}
mkdir -p "$root"/{bin,dev,etc,proc,run,sys,tmp,root,usr/bin}
chmod 755 "$root" # not only root walks through it
cp "$tree/bin/busybox" "$root/bin/busybox"
cp -r "$tree/modules" "$root/modules"
cp "$here/guest-init" "$root/init"
printf 'root:x:0:0::/root:/bin/sh\nspark:x:1000:1000::/tmp:/bin/sh\n' > "$root/etc/passwd"
printf 'root:x:0:\nspark:x:1000:\n' > "$root/etc/group"
for program in usr/bin/ib_write_bw usr/bin/ib_write_lat usr/bin/setpriv bin/ip sbin/ip usr/bin/rdma usr/sbin/rdma sbin/rdma; do
    [ ! -e "$tree/$program" ] || [ -L "$tree/$program" ] || bring "$program"
done
for library in $(cd "$tree" && find usr/lib -name 'libibverbs.so.1' -o -name 'librxe-rdmav*.so' | grep -v klibc) \
    $(cd "$tree" && find lib usr/lib -name 'libgcc_s.so.1' -o -name 'ld-linux*.so*'); do
    bring "$library"
done
[ -e "$root/lib64" ] || [ ! -e "$tree/lib64" ] || cp -a "$tree/lib64" "$root/lib64"
cp -r "$tree/etc/libibverbs.d" "$root/etc/"
cp "$agent" "$root/usr/bin/sparkloom-agent"
(cd "$root" && find . | cpio -o -H newc 2> /dev/null | gzip -1) > "$folder/initrd.new"
mv "$folder/initrd.new" "$folder/initrd"
