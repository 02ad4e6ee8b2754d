#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# canary.sh BIN_DIR PROCSEARCH [RENDERER] - a password is in no file, log, command line or environment, on either side: each
# host gets a random password of its own, sparkloomctl goes through failed sign-ins, a wrong sudo password, a set-up, a kill,
# undo and forget; meanwhile PROCSEARCH (tests/support/procsearch.cpp) looks at every process of this machine and so of the
# laptop and the hosts, and afterwards every file that any of them wrote, their journals, and what sparkloomctl said are searched.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154,SC2034  # what lib/testing.sh sets and what lib/ctl.sh reads
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
# shellcheck source=lib/ctl.sh
. "$here/lib/ctl.sh"
bin=$(readlink -f "$1") procsearch=$(readlink -f "$2")
export LAB_RENDERER=${3:-networkd}
bind_folders "$bin"
round="canary $LAB_RENDERER"
LAB_LINES=30
keep_lab "$@"
"$lab" up pair
hosts=(spark-a spark-b)
grant_all

# Words that occur nowhere else. They are never an argument of a program here: printf is the shell's own.
new_word() { printf 'CANARY%s' "$(od -An -N12 -tx4 /dev/urandom | tr -d ' ')"; }
right_a=$(new_word) right_b=$(new_word) wrong=$(new_word) planted=$(new_word)
words() { printf '%s\n' "$right_a" "$right_b" "$wrong" "$planted"; }
# Passwords as people have them: with what shells, JSON and printf treat specially.
around() { printf '%s' "p'\"\\\$x %s;&\`$1"; }
set_password() { # host password
    printf '%s:%s\n' nvidia "$2" | "$lab" exec "$1" chpasswd
}
check "spark-a has a password of its own" set_password spark-a "$(around "$right_a")"
check "spark-b has a password of its own" set_password spark-b "$(around "$right_b")"

words | "$procsearch" > "$work/processes" 2>&1 &
searcher=$!
check "the search of processes is under way" eventually 25 grep -q ready "$work/processes"

# --- what a person and the world do to it; everything that it says is kept
talk() { local got=0; echo "--- $*" >> "$work/talk"; ends_with "$@" || got=1; cat "$work/said" >> "$work/talk"; return $got; }
give() { # password-of-a sudo-of-a password-of-b sudo-of-b
    password_of=([spark-a]=$(around "$1") [spark-b]=$(around "$3")) sudo_of=([spark-a]=$(around "$2") [spark-b]=$(around "$4"))
}
loud() { # command...: with every message that Qt would log
    local command=$1
    shift
    "$lab" exec laptop env HOME="$home" QT_LOGGING_RULES='*=true' QT_LOGGING_TO_CONSOLE=1 "$bin/sparkloomctl" "$command" --yes \
        "${grants[@]}" --secrets-fd 3 "$@" 3< <(secrets)
}
give "$wrong" "$wrong" "$wrong" "$wrong"
check "a wrong password ends with 4" talk 4 loud setup
give "$right_a" "$wrong" "$right_b" "$wrong"
check "a wrong password for sudo ends with 5" talk 5 loud setup
misspelt() {
    "$lab" exec laptop "$bin/sparkloomctl" setup --yes --secrets-fd 3 3< <(
        printf '{"schema":"sparkloom-secrets","version":1,"hosts":{"spark-a":{"user":"nvidia","pasword":"%s"}}}' "$wrong")
}
check "a mistake in the document of secrets ends with 2" talk 2 misspelt
give "$right_a" "$right_a" "$right_b" "$right_b"
check "setup ends with 0" talk 0 loud setup --diff
check "again ends with 0" talk 0 ctl setup --json
check "undo ends with 0" talk 0 loud undo
killed_at_sudo() { # killed while sudo and the root helper are at work
    local shell got=0
    ctl setup >> "$work/talk" 2>&1 &
    shell=$!
    until [ -e "$(root_of spark-a)/run/netplan/60-sparkloom.yaml" ]; do [ -d "/proc/$shell" ] || return 1; done
    kill -KILL "$(descendant "$shell" sparkloomctl)"
    wait "$shell" || got=$?
    [ $got = 137 ]
}
check "killed in the middle of a set-up" killed_at_sudo
# At first the agents may still be taking it back themselves: then they say so and refuse.
check "revert ends with 0 once they have taken it back" eventually 50 talk 0 ctl revert
check "setup ends with 0 after that" talk 0 ctl setup
for command in inspect verify status env; do
    check "$command --json ends with 0" talk 0 loud $command --json
done

# --- so that the search can fail: a word that was put into an environment, a file, a log, on purpose
"$lab" exec spark-b env "PLANTED=$planted" sleep 0.5
check "a planted word is seen in a process" grep -qE '^found 4 in (cmdline|environ) of' "$work/processes"
kill -TERM "$searcher"
wait "$searcher"
sed -n 's/^rounds/   # rounds/p' "$work/processes"
check "the password of spark-a is in no command line and no environment" not grep '^found 1 ' "$work/processes"
check "the password of spark-b is in no command line and no environment" not grep '^found 2 ' "$work/processes"
check "the wrong password is in no command line and no environment" not grep '^found 3 ' "$work/processes"
check "sparkloomctl said none of them" not grep -qF -f <(words) "$work/talk"

# Every file that a host or the laptop wrote: the layer above the common root, and its folders in memory. Prints the findings.
search_files() { # command that prints the words
    local host root place
    for host in "${hosts[@]}" laptop; do
        root=$(root_of "$host")
        for place in "$lab_state/hosts/$host/upper" "$root/run" "$root/tmp" "$root/dev/shm" "$root/root" "$root/home" "$root/var/tmp"; do
            [ ! -d "$place" ] || grep -rlaF --devices=skip -f <("$@") "$place" 2>/dev/null
        done
    done
}
search_journals() { local host; for host in "${hosts[@]}"; do "$lab" exec "$host" journalctl -q --no-pager --all -o export | grep -aF -f <("$@"); done; }
secrets_only() { printf '%s\n' "$right_a" "$right_b" "$wrong"; }
planted_only() { printf '%s\n' "$planted"; }
none_found() { "$@" > "$work/found"; [ ! -s "$work/found" ] || { cut -c1-300 "$work/found"; return 1; }; }

printf '%s\n' "$planted" > "$(root_of spark-a)/home/nvidia/.planted"
printf '%s\n' "$planted" > "$(root_of laptop)/root/.planted"
"$lab" exec spark-a logger "planted: $planted"
found_planted() { search_files planted_only > "$work/found"; [ "$(grep -cE '(home/nvidia|root/root)/.planted' "$work/found")" -ge 2 ] || { cat "$work/found"; return 1; }; }
check "a planted word is found in the files of both sides" found_planted
check "a planted word is found in a journal" says planted: search_journals planted_only
check "no password in any file of the hosts and the laptop" none_found search_files secrets_only
check "no password in a journal of the hosts" none_found search_journals secrets_only

check "forget ends with 0" talk 0 loud forget
check "nothing was left by that either" none_found search_files secrets_only
check "and nothing was said" not grep -qF -f <(words) "$work/talk"
finish
