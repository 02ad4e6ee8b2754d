#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# atspi.sh TST_ATSPI - runs it with a session bus, an accessibility bus and a display of its own; all of them end with it.
# Exit 77: this machine lacks what a screen reader's bus needs (packages at-spi2-core, dbus, xvfb, openbox).
set -u
for need in dbus-run-session xvfb-run openbox; do
    command -v "$need" >/dev/null || { echo "atspi: no $need here"; exit 77; }
done
[ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || { echo "atspi: no at-spi2-core here"; exit 77; }
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR=$runtime GTK_USE_PORTAL=0 NO_AT_BRIDGE=0
# shellcheck disable=SC2016  # $1 is of the inner shell
timeout 300 dbus-run-session -- xvfb-run -a -s '-screen 0 1600x900x24' sh -c '
    openbox & manager=$!
    "$1"; status=$?
    kill "$manager"; wait "$manager" 2>/dev/null
    exit $status' sh "$1"
