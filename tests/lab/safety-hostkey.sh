#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# safety-hostkey.sh BIN_DIR IMPOSTOR - host keys, on real Linux hosts: a machine that nobody vouched for, or that shows another
# key than before, gets nothing: no password, no key, no name of a user. IMPOSTOR is the program of tests/support/impostor.cpp;
# it stands at the address of spark-b in place of its sshd and writes down what reaches it.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1") impostor=$(readlink -f "$2")
bind_folders "$bin"
round=hostkey
LAB_LINES=30
keep_lab "$@"
"$lab" up pair
hosts=(spark-a spark-b)

# Nobody but the Spark may learn this; it is not spark-b's real password either, so that it lets nobody in.
password_of[spark-b]="canary-$(od -An -N8 -tx8 /dev/urandom | tr -d ' ')"
# shellcheck disable=SC2034  # used by secrets()
sudo_of[spark-b]=${password_of[spark-b]}
key_a=$("$lab" hostkey spark-a) key_b=$("$lab" hostkey spark-b)

sshd() { "$lab" exec spark-b systemctl "$1" ssh; } # start or stop
impostor_pid=
impostor_starts() {
    sshd stop
    rm -f "$work/orders" "$work/impostor" # the key of the one before is not read for this one's
    mkfifo "$work/orders"
    nsenter --net=/run/netns/spark-b "$impostor" "$("$lab" ip spark-b)" 22 < "$work/orders" > "$work/impostor" 2>&1 &
    impostor_pid=$!
    exec 7> "$work/orders"
    eventually 25 grep -q '^key' "$work/impostor" || { cat "$work/impostor"; return 1; }
    key_impostor=$(awk '/^key/ { print $2 }' "$work/impostor")
}
impostor_ends() { # from here on $work/impostor has the record
    exec 7>&-
    wait "$impostor_pid"
    sshd start
}
record() { awk -v name="$1" '$1 == name { print $2 }' "$work/impostor"; }
was_reached() { [ "$(record connections)" -ge 1 ] || { cat "$work/impostor"; return 1; }; }
got_nothing() {
    cat "$work/impostor"
    [ "$(record list-requests)$(record auth-requests)$(record commands)$(record input-bytes)" = 0000 ] &&
        not grep -q '^secret' "$work/impostor" && not grep -qF "${password_of[spark-b]}" "$work/impostor"
}

# --- a machine that nobody vouched for
home=/root/first
check "an impostor takes the place of spark-b" impostor_starts
grants=(--hostkey "spark-a=$key_a")
check "a new key without --hostkey under --yes ends with 2" ends_with 2 ctl setup spark-a spark-b
check "it names the machine and the key that it showed" said spark-b "$key_impostor"
grants=(--hostkey "spark-a=$key_a" --hostkey "spark-b=$key_b")
check "another key than --hostkey says ends with 5" ends_with 5 ctl setup spark-a spark-b
check "it shows both fingerprints" said "$key_impostor" "$key_b"
check "--json says it was refused" ends_with 5 ctl setup --json spark-a spark-b
check "the document's kind is refused" said '"refused"'
impostor_ends
check "the impostor was there, and sparkloomctl at it" was_reached
check "the impostor got nothing" got_nothing
check "the real spark-b was not touched" not "$lab" exec spark-b test -e /home/nvidia/.ssh/authorized_keys

# --- so that the above can fail: whoever vouches for the impostor gives it the password
home=/root/fooled
check "an impostor takes the place of spark-b again" impostor_starts
grants=(--hostkey "spark-a=$key_a" --hostkey "spark-b=$key_impostor")
check "its own key in --hostkey: no sign-in, ends with 4" ends_with 4 ctl setup spark-a spark-b
impostor_ends
check "this impostor did get the password" grep -qxF "secret ${password_of[spark-b]}" "$work/impostor"
check "but not that of spark-a" not grep -qxF 'secret spark' "$work/impostor"

# --- a key that is known and changes
home=/root/second
right=${password_of[spark-b]}
unset 'password_of[spark-b]' 'sudo_of[spark-b]'
grants=(--hostkey "spark-a=$key_a" --hostkey "spark-b=$key_b")
check "both real Sparks are added" ends_with 0 ctl add spark-a spark-b
check "and signed in to" ends_with 0 ctl trust
password_of[spark-b]=$right
# shellcheck disable=SC2034
sudo_of[spark-b]=$right
check "an impostor takes the place of the known spark-b" impostor_starts
grants=()
for command in status setup apply undo forget; do
    check "$command: a changed key ends with 5" ends_with 5 ctl $command
done
check "the last one showed the old and the new fingerprint" said "$key_impostor" "$key_b"
grants=(--hostkey "spark-b=$key_impostor")
check "--hostkey does not help: a changed key is no new key" ends_with 5 ctl setup
impostor_ends
check "the impostor was reached" was_reached
check "the impostor got nothing, not even a user name" got_nothing

# --- reinstalled in truth
unset 'password_of[spark-b]' 'sudo_of[spark-b]'
grants=()
old_line=$("$lab" exec spark-b cut -d' ' -f2 /etc/ssh/ssh_host_ed25519_key.pub)
check "spark-b gets a new host key" "$lab" exec spark-b sh -ec \
    'rm -f /etc/ssh/ssh_host_*; ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key; systemctl restart ssh'
key_new=$("$lab" hostkey spark-b)
check "the old and the new key differ" test "$key_new" != "$key_b"
tries() { "$lab" exec spark-b journalctl -q --no-pager -u ssh -u 'ssh@*' | grep -cE 'Accepted|Failed|Invalid user|[Aa]uthentica' || true; }
before=$(tries)
check "a reinstalled Spark ends with 5" ends_with 5 ctl status
check "it shows the old and the new fingerprint" said "$key_new" "$key_b"
check "and says what to do" said 'sparkloomctl replace spark-b'
check "nobody tried to sign in there" test "$(tries)" = "$before"
check "replacing needs the new key under --yes" ends_with 5 ctl trust --replace spark-b
grants=(--hostkey "spark-b=$key_a")
check "another key than the one it shows is not put on record" ends_with 5 ctl trust --replace spark-b
check "nobody tried to sign in there" test "$(tries)" = "$before"
typed() { # name: as a person at a terminal, who types this name
    printf '%s\n' "$1" | timeout 60 "$lab" exec laptop env HOME="$home" TERM=dumb script -qec "$bin/sparkloomctl trust --replace spark-b" /dev/null
}
check "a wrong name at the question ends with 5" ends_with 5 typed spark-a
check "the question shows the new fingerprint" said "$key_new"
grants=()
check "the key is still not on record" ends_with 5 ctl status
check "the right name puts it on record" ends_with 0 typed spark-b
check "from now on it is the known one" ends_with 3 ctl status
check "the old key is kept in an archive" "$lab" exec laptop grep -qF "$old_line" "$home/.local/share/sparkloom/known_hosts.replaced"
finish
