# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that test sparkloomctl in the lab: source it after lib/testing.sh and set 'bin' (the folder of the programs)
# and 'hosts'. Gives: bind_folders, begin_pair, ctl and what it is told by (user, password_of, sudo_of, grants, home), ends_with,
# said, states, same, old_again, descendant.
# shellcheck disable=SC2154  # lab, work, bin, hosts: of the script and of lib/testing.sh

checkout=$(readlink -f "$(dirname "$lab")/../..")
lab_state=/run/sparkloom-lab
user=nvidia         # who signs in
declare -A password_of=() sudo_of=() # by host; without an entry: the lab's password, and the same for sudo
grants=()           # --hostkey HOST=SHA256:...
home=/root          # of the person at the laptop: what sparkloomctl remembers lies below it

bind_folders() { # folders of programs that the laptop is to see
    local folder
    LAB_BIND=$checkout
    for folder; do case $folder in "$checkout"/*) ;; *) LAB_BIND+=:$(dirname "$folder") ;; esac; done
    export LAB_BIND
}

# Name of the round, then the arguments of the script, BIN_DIR RENDERER ...: a pair of its own, whose host keys may be taken.
begin_pair() {
    local name=$1
    shift
    bin=$(readlink -f "$1")
    export LAB_RENDERER=$2
    bind_folders "$bin"
    # shellcheck disable=SC2034  # lib/testing.sh prints it
    round="$name $2"
    keep_lab "$@"
    "$lab" up pair
    hosts=(spark-a spark-b)
    grant_all
}

grant_all() { local host; grants=(); for host in "${hosts[@]}"; do grants+=(--hostkey "$host=$("$lab" hostkey "$host")"); done; }

json_string() { local text=${1//\\/\\\\}; printf '"%s"' "${text//\"/\\\"}"; }
secrets() { # the document for --secrets-fd; printf is the shell's own, so that no password stands in a command line
    local host sep=''
    printf '{"schema":"sparkloom-secrets","version":1,"hosts":{'
    for host in "${hosts[@]}"; do
        printf '%s"%s":{"user":"%s","password":%s' "$sep" "$host" "$user" "$(json_string "${password_of[$host]:-spark}")"
        [ -z "${sudo_of[$host]:-}" ] || printf ',"sudoPassword":%s' "$(json_string "${sudo_of[$host]}")"
        printf '}'
        sep=,
    done
    printf '}}'
}
ctl() { # command...: sparkloomctl on the laptop, unattended
    local command=$1
    shift
    "$lab" exec laptop env HOME="$home" "$bin/sparkloomctl" "$command" --yes "${grants[@]}" --secrets-fd 3 "$@" 3< <(secrets)
}
ends_with() { # status command...: keeps what it said in $work/said
    local want=$1 got=0
    shift
    "$@" > "$work/said" 2>&1 || got=$?
    cat "$work/said"
    [ "$got" = "$want" ] || { echo "(exit status $got, not $want)"; return 1; }
}
said() { # texts: whether all of them were
    local text
    for text; do grep -qF -- "$text" "$work/said" || { echo "not said: $text"; cat "$work/said"; return 1; }; done
}

states() { local host; for host in "${hosts[@]}"; do host_state "$host" > "$work/$1.$host" || return 1; done; }
same() { # name name [options of hoststate diff]
    local a=$1 b=$2 host status=0
    shift 2
    for host in "${hosts[@]}"; do
        "$checkout/tests/support/hoststate" diff "$@" "$work/$a.$host" "$work/$b.$host" || { echo "($host)"; status=1; }
    done
    return $status
}
may_stay=(--after-undo) # what a roll-back and an undo leave
old_again() { # seconds before: whether all hosts are as then, within that time
    local end=$((SECONDS + $1))
    while :; do
        states now && same "$2" now "${may_stay[@]}" > "$work/differences" && return
        [ $SECONDS -lt $end ] || break
        sleep 0.3
    done
    cat "$work/differences"
    return 1
}
root_of() { echo "/proc/$(< "$lab_state/hosts/$1/pid")/root"; } # a host's files, seen from outside
descendant() { # pid name: the process of that name below this one
    local child children=() name
    read -r -a children < "/proc/$1/task/$1/children" || [ ${#children[@]} -gt 0 ] || return 1
    for child in "${children[@]}"; do
        read -r name < "/proc/$child/comm" || continue
        if [ "$name" = "$2" ]; then echo "$child"; return; fi
        descendant "$child" "$2" && return
    done 2>/dev/null
    return 1
}
