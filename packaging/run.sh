#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [arguments of sparkloom] - installs what is missing, builds Sparkloom, and opens it.
# Without a display it sets up a virtual sealed pair in the terminal instead, and says how to open the window.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

packaging/dependencies.sh build run
cmake --preset release
cmake --build --preset release --parallel "${SPARKLOOM_JOBS:-$(nproc)}"

bin=$PWD/build/release/bin
if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then exec "$bin/sparkloom" "$@"; fi

cat <<X

There is no display here, so this is Sparkloom in the terminal, on two virtual Sparks as they come out of the box:

  sparkloomctl --virtual sealed-pair setup --yes

X
status=0
"$bin/sparkloomctl" --virtual sealed-pair setup --yes || status=$?
cat <<X

The window is opened by
  $bin/sparkloom
on a desktop (with 'ssh -X' also from another computer). It offers the same two virtual Sparks on its first page.
X
exit $status
