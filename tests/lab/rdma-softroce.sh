#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rdma-softroce.sh BIN_DIR [ROUNDS] - the RDMA engine on two virtual machines with soft RoCE (rdma_rxe), beside perftest: data
# verified, figures, and the cause of each failure. Machines are emulated (no KVM), which keeps two cores busy for minutes.
# Ends with 'N passed, N failed'. Exit 77: this machine has no qemu, no perftest or no kernel to fetch.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$1")
image=${SPARKLOOM_RXE:-/var/tmp/sparkloom-lab/rxe}
"$here/softroce/image.sh" "$image" "$bin/sparkloom-agent"
exec python3 "$here/softroce/rdma_softroce.py" "$image" "${2:-3}"
