#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# arm64-machines.sh BIN_DIR - the very agent that a Spark gets, in two emulated arm64 machines with a kernel, systemd, OpenSSH and
# RDMA devices (soft RoCE) of their own: sparkloomctl signs in, takes the inventory, finds the cable, sets up, proves and undoes;
# the power of one machine is cut in the middle of a set-up. Nothing of them is on any network of this computer but a free port of
# the loopback interface. Takes minutes and both cores. Ends with 'N passed, N failed'. Exit 77: something is missing here.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$1")
image=${SPARKLOOM_ARM64:-/var/tmp/sparkloom-lab/arm64}
for program in qemu-system-aarch64 setpriv python3; do
    command -v "$program" > /dev/null || { echo "arm64-machines.sh: no $program here"; exit 77; }
done
"$here/arm64/image.sh" "$image"
exec python3 "$here/arm64/arm64_machines.py" "$image" "$bin"
