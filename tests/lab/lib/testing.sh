# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that test in the lab: source it, call keep_lab "$@", then 'check' what must be true, and at last 'finish'.
# Gives: lab (path of the program), work (a folder that goes away at the end), round (a word that each line shows).

lab=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")/lab
round=${round:-lab}
passed=0 failed=0

skip() { echo "SKIP: $*"; exit 77; }

# Skips where there can be no lab; else runs this script again as the one that keeps the lab.
keep_lab() {
    [ "$(id -u)" = 0 ] || skip "the lab needs root"
    [ "${LAB_ROOT:-}" = / ] || [ -e "${LAB_ROOT:-/var/tmp/sparkloom-lab/trixie}/.mkroot-ok" ] ||
        skip "no root tree for the hosts of the lab (tests/lab/mkroot.sh makes it)"
    unshare --net --mount --pid --fork true 2>/dev/null || skip "there are no namespaces here"
    if [ -z "${LAB_SESSION:-}" ]; then exec "$lab" with --wait "${LAB_PATIENCE:-200}" "$(readlink -f "$0")" "$@"; fi
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
}

check() { # name command...: one line of the result; what the command printed is shown when it fails
    local name=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1)); echo "ok $round: $name"
    else
        failed=$((failed + 1)); echo "not ok $round: $name"; tail -"${LAB_LINES:-5}" "$work/out" | sed 's/^/   | /'
    fi
}
finish() { # ends the script's run with the counts
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
not() { ! "$@"; }
eventually() { # tries command...: looks five times a second
    local tries=$1 i
    shift
    for ((i = 0; i < tries; i++)); do "$@" && return; sleep 0.2; done
    return 1
}
says() { local want=$1; shift; "$@" 2>&1 | grep -q -- "$want"; } # pattern command...
as() { # user host command...: over ssh with the lab's password, or the one in $password
    local user=$1 host=$2
    shift 2
    "$lab" exec laptop sshpass -p "${password:-spark}" ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o LogLevel=ERROR -o ConnectTimeout=5 "$user@$("$lab" ip "$host")" "$@"
}
host_state() { # host: prints its listing (tests/support/hoststate)
    "$lab" exec "$1" python3 - < "$(dirname "$(dirname "$lab")")/support/hoststate"
}
