#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# safety-sudo.sh BIN_DIR [rs] - every way in which sudo may answer, on real Linux hosts: no password wanted, one given a
# minute ago, a wrong one, a lecture, a user who may not. rs: with sudo-rs in place of sudo.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154,SC2034  # what lib/testing.sh sets and what lib/ctl.sh reads
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1") kind=${2:-}
export LAB_SUDO=$kind LAB_LECTURE=1
bind_folders "$bin"
round=sudo${kind:+-$kind}
LAB_LINES=30
keep_lab "$@"
"$lab" up pair
hosts=(spark-a spark-b)
grant_all
may_stay+=(--without 'file /home/' --without 'file /etc/sudoers.d')

# How often PAM refused a password for sudo: what locks accounts.
refusals() { # host
    "$lab" exec "$1" journalctl -q --no-pager | grep -E 'sudo' | grep -c 'authentication failure;' || true
}
# Somebody who begins anew: no session file, no key, no record on the laptop.
newcomer() { user=$1 home=/root/$2 sudo_of=(); }
clean() { ends_with 0 ctl forget && old_again 1 before; }

check "the state before first contact" states before

newcomer nvidia lectured
check "lecture: setup ends with 0" ends_with 0 ctl setup
check "lecture: nothing of it is shown" not grep -qiE 'lecture|great responsibility' "$work/said"
check "lecture: no wrong password was counted" test "$(refusals spark-a)$(refusals spark-b)" = 00
check "lecture: forget gives everything back" clean

newcomer nopw passwordless
sudo_of=([spark-a]=never-sent [spark-b]=never-sent)
check "passwordless: setup ends with 0, whatever was given for sudo" ends_with 0 ctl setup
check "passwordless: no password was tried" test "$(refusals spark-a)$(refusals spark-b)" = 00
check "passwordless: forget gives everything back" clean

newcomer nvidia wrong
sudo_of=([spark-a]=wrong-one [spark-b]=wrong-one)
check "wrong password: refused, ends with 5" ends_with 5 ctl setup
check "wrong password: it says so" said 'password was not accepted'
check "wrong password: each Spark's own was tried once" test "$(refusals spark-a)$(refusals spark-b)" = 11
check "wrong password: nothing was changed" old_again 1 before
sudo_of=()
check "wrong password: the right one helps" ends_with 0 ctl setup
check "wrong password: forget gives everything back" clean

newcomer nosudo nosudo
check "no sudo: refused, ends with 5" ends_with 5 ctl setup
check "no sudo: it says that this user may not" said 'may not use sudo'
check "no sudo: nothing was changed" old_again 1 before

# sudo-rs has no timestamps that count on every terminal.
if [ "$kind" != rs ]; then
    for host in "${hosts[@]}"; do
        check "$host: sudo remembers for all terminals" "$lab" exec "$host" sh -c \
            'umask 227; echo "Defaults:nvidia timestamp_type=global, timestamp_timeout=15" > /etc/sudoers.d/lab-cached'
        check "$host: somebody used sudo a moment ago" as nvidia "$host" 'echo spark | sudo -S -v'
    done
    newcomer nvidia cached
    sudo_of=([spark-a]=never-sent [spark-b]=never-sent)
    check "cached: setup ends with 0 without a password" ends_with 0 ctl setup
    check "cached: none was tried" test "$(refusals spark-a)$(refusals spark-b)" = 11
    check "cached: forget gives everything back" clean
    check "cached: sudo still remembers" as nvidia spark-a 'sudo -n true'
fi
finish
