#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every agent image whose machine is not this one under user-mode emulation: version, hello, inventory, end of input.
# Arguments: machine=path ... Exit 77 where there is no image for another machine, or no emulator for it.
set -eu
tried=0
for image in "$@"; do
    machine=${image%%=*}
    path=${image#*=}
    [ "$machine" != "$(uname -m)" ] || continue
    emulator=$(command -v "qemu-$machine-static" || command -v "qemu-$machine" || true)
    if [ -z "$emulator" ] || [ ! -x "$path" ]; then
        echo "skipped: no qemu-$machine or no $path"
        continue
    fi
    # The cross compiler's own C library is what the program finds there.
    QEMU_LD_PREFIX=/usr/$machine-linux-gnu
    export QEMU_LD_PREFIX
    "$emulator" "$path" --version | grep -q '^sparkloom-agent [0-9]'
    answer=$(printf '%s\n%s\n' '{"v":1,"id":1,"t":"inventory","body":{"clientAddress":"","serverAddress":""}}' \
        '{"v":1,"id":2,"t":"counters","body":{}}' | "$emulator" "$path" serve)
    echo "$answer" | cut -c1-300
    echo "$answer" | head -n 1 | grep -q '"id":0,"t":"hello"'
    echo "$answer" | grep -q '"id":1,"t":"done","body":{"facts":'
    echo "$answer" | grep -q '"id":2,"t":"done"'
    if echo nonsense | "$emulator" "$path" privileged extra >/dev/null 2>&1; then
        echo "wrong use was not refused"
        exit 1
    fi
    size=$(wc -c < "$path")
    echo "$machine: $size bytes"
    [ "$size" -lt 4000000 ]
    tried=1
done
[ $tried = 1 ] || exit 77
