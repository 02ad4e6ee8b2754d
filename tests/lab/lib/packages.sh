# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that take a distribution's packages apart without installing them, of whatever architecture: source it.

# apt_beside FOLDER ARCHITECTURE [-o OPTION]... PROGRAM ARGUMENT...: apt with a state of its own in FOLDER.
apt_beside() {
    local state=$1 architecture=$2 options=()
    shift 2
    while [ "$1" = -o ]; do
        options+=("$1" "$2")
        shift 2
    done
    local program=$1
    shift
    mkdir -p "$state/lists/partial" "$state/archives/partial"
    [ -e "$state/status" ] || : > "$state/status"
    "$program" -q -o APT::Architecture="$architecture" -o APT::Architectures::="$architecture" -o Dir::State::status="$state/status" \
        -o Dir::State::lists="$state/lists" -o Dir::Cache::archives="$state/archives" -o Dir::Cache::pkgcache= \
        -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root -o Acquire::Languages=none "${options[@]}" "$@"
}

# take_modules TREE FOLDER MODULE...: modules of the only kernel in TREE and what they need, unpacked into FOLDER; 'order' there names
# them as they are to be loaded. What is built into the kernel is left out.
take_modules() {
    local tree=$1 folder=$2 version module file name
    shift 2
    version=$(ls "$tree/lib/modules")
    depmod -b "$tree" "$version"
    mkdir -p "$folder"
    for module; do
        modprobe -d "$tree" -S "$version" --show-depends "$module" 2> /dev/null | awk '$1 == "insmod" {print $2}'
    done | awk '!seen[$0]++' | while read -r file; do
        name=$(basename "${file%.xz}")
        case $file in *.xz) xz -dc "$file" > "$folder/$name" ;; *) cp "$file" "$folder/$name" ;; esac
        echo "$name" >> "$folder/order"
    done
}
