#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# image.sh FOLDER AGENT - what a virtual machine with soft RoCE boots from: FOLDER/vmlinuz, unpacked from the distribution's
# generic kernel (its cloud kernel has no rdma_rxe), and FOLDER/initrd with busybox, the modules, libibverbs, perftest and the
# agent. The kernel is fetched once, by apt; the rest is this machine's own. Exit 77: something is missing here.
set -euo pipefail
folder=$1 agent=$2
here=$(dirname "$(readlink -f "$0")")
[ "$(uname -m)" = x86_64 ] || { echo "image.sh: made for x86-64"; exit 77; }
for program in qemu-system-x86_64 busybox cpio modprobe ib_write_bw ib_write_lat rdma setpriv apt-get dpkg-deb; do
    command -v "$program" > /dev/null || { echo "image.sh: no $program here"; exit 77; }
done
provider=$(find /usr/lib -name 'librxe-rdmav*.so' | head -1)
[ -n "$provider" ] || { echo "image.sh: no part of libibverbs for soft RoCE here (package ibverbs-providers)"; exit 77; }
mkdir -p "$folder"

if [ ! -e "$folder/vmlinuz" ]; then
    work=$(mktemp -d "$folder/kernel.XXXX")
    trap 'rm -rf "$work"' EXIT
    package=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-[^ :]*\).*/\1/p' | head -1)
    (cd "$work" && apt-get download -q "$package" > /dev/null 2>&1) || { echo "image.sh: the kernel cannot be fetched"; exit 77; }
    dpkg-deb -x "$work"/linux-image-*.deb "$work/root"
    version=$(ls "$work/root/lib/modules")
    depmod -b "$work/root" "$version"
    mkdir -p "$folder/modules"
    : > "$folder/modules/order"
    for module in virtio_pci virtio_net virtio_console virtio_rng crc32_generic af_packet ib_uverbs rdma_rxe; do
        modprobe -d "$work/root" -S "$version" --show-depends "$module" 2> /dev/null | awk '$1 == "insmod" {print $2}' |
            while read -r file; do
                name=$(basename "$file")
                grep -qx "$name" "$folder/modules/order" && continue
                cp "$file" "$folder/modules/"
                echo "$name" >> "$folder/modules/order"
            done
    done
    cp "$work"/root/boot/vmlinuz-* "$folder/vmlinuz"
fi

root=$(mktemp -d "$folder/root.XXXX")
trap 'rm -rf "$root" "${work:-$root}"' EXIT
chmod 755 "$root" # not only root walks through it
mkdir -p "$root"/{bin,dev,etc,proc,run,sys,tmp,root,modules,usr/bin}
cp "$(command -v busybox)" "$root/bin/busybox"
cp "$folder"/modules/* "$root/modules/"
cp "$here/guest-init" "$root/init"
printf 'root:x:0:0::/root:/bin/sh\nspark:x:1000:1000::/tmp:/bin/sh\n' > "$root/etc/passwd"
printf 'root:x:0:\nspark:x:1000:\n' > "$root/etc/group"
programs=("$(command -v ib_write_bw)" "$(command -v ib_write_lat)" "$(command -v rdma)" "$(command -v ip)" "$(command -v setpriv)" "$provider")
for program in "${programs[@]}"; do
    cp -L --parents "$program" "$root"
    # Each library where the loader looks for it.
    ldd "$program" | grep -o '/[^ ]*' | while read -r library; do cp -L --parents "$library" "$root"; done
done
cp -r --parents /etc/libibverbs.d "$root"
cp -L "$(find /usr/lib /lib -name libibverbs.so.1 | head -1)" "$root/usr/lib/"
[ -e "$root/lib" ] || ln -s usr/lib "$root/lib"
[ -e "$root/lib64" ] || ln -s usr/lib64 "$root/lib64"
cp "$agent" "$root/usr/bin/sparkloom-agent"
strip "$root/usr/bin/sparkloom-agent" 2> /dev/null || true
(cd "$root" && find . | cpio -o -H newc 2> /dev/null | gzip -1) > "$folder/initrd.new"
mv "$folder/initrd.new" "$folder/initrd"
