#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Does 'hoststate diff' see what it must see? (What 'hoststate list' finds on a host is seen in the lab.)
set -u
tool=$(dirname "$(readlink -f "$0")")/hoststate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() { # name exit-code expected-output command...
    local name=$1 code=$2 text=$3 got rc=0
    shift 3
    got=$("$@" 2>/dev/null) || rc=$?
    if [ "$rc" = "$code" ] && [ "$got" = "$text" ]; then echo "ok $name"; return; fi
    failed=1
    printf 'not ok %s: exit %s, printed:\n%s\n' "$name" "$rc" "$got"
}
printf '%s\n' '# hoststate 1.' 'file /etc/a 0600 root:root 1 sha256:1' 'half x up mtu 1500' 'unit u' 'unit u' > "$work/a"
printf '%s\n' '# hoststate 1.' 'file /etc/a 0644 root:root 1 sha256:1' 'half x up mtu 9000' 'unit u' > "$work/b"
printf '%s\n' '# hoststate 1. in other words' 'unit u' 'half x up mtu 1500' 'file /etc/a 0600 root:root 1 sha256:1' 'unit u' \
    > "$work/c"
echo 'something else' > "$work/d"
expect "the same in another order" 0 '' "$tool" diff "$work/a" "$work/c"
expect "modes, MTU and a unit that is there once more" 1 "$(printf '%s\n' \
    '- file /etc/a 0600 root:root 1 sha256:1' '+ file /etc/a 0644 root:root 1 sha256:1' \
    '- half x up mtu 1500' '+ half x up mtu 9000' '- unit u')" \
    "$tool" diff "$work/a" "$work/b"
expect "what may stay is left out" 1 '- unit u' \
    "$tool" diff --without 'file /etc/a' --without 'half x' "$work/a" "$work/b"
expect "nothing is left" 0 '' \
    "$tool" diff --without 'file /etc/a' --without 'half x' --without unit "$work/a" "$work/b"
printf '%s\n' '# hoststate 1.' 'file /var/lib/sparkloom folder 0755 root:root' 'unit file sparkloom-recover.service enabled' \
    'unit file sparkloom-other.service enabled' > "$work/e"
printf '%s\n' '# hoststate 1.' > "$work/f"
expect "what an undo leaves, and nothing more" 1 '+ unit file sparkloom-other.service enabled' \
    "$tool" diff --after-undo "$work/f" "$work/e"
expect "no listing" 2 '' "$tool" diff "$work/a" "$work/d"
expect "one listing only" 2 '' "$tool" diff "$work/a"
expect "an empty --without would leave out everything" 2 '' "$tool" diff --without '' "$work/a" "$work/b"
expect "no such verb" 2 '' "$tool" compare
exit $failed
