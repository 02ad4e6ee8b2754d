#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rdma-softroce.sh AGENT ARCHITECTURE [ROUNDS] - the RDMA engine on two virtual machines with soft RoCE (rdma_rxe), beside
# perftest: data verified, figures, and the cause of each failure. ARCHITECTURE is amd64 or arm64, AGENT the program for it.
# Machines are emulated (no KVM), which keeps two cores busy for minutes. Ends with 'N passed, N failed'. Exit 77: this machine
# has no qemu, or cannot fetch kernel and perftest.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
agent=$(readlink -f "$1") architecture=$2
image=${SPARKLOOM_RXE:-/var/tmp/sparkloom-lab/rxe}/$architecture
case $architecture in
    amd64) emulator=qemu-system-x86_64 ;;
    arm64) emulator=qemu-system-aarch64 ;;
    *) echo "rdma-softroce.sh: amd64 or arm64?" >&2; exit 2 ;;
esac
for program in "$emulator" setpriv python3; do
    command -v "$program" > /dev/null || { echo "rdma-softroce.sh: no $program here"; exit 77; }
done
"$here/softroce/image.sh" "$image" "$agent" "$architecture"
exec python3 "$here/softroce/rdma_softroce.py" "$image" "$architecture" "${3:-5}"
