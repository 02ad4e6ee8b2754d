#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup.sh BIN_DIR RENDERER[-hotplug] SHAPE - the main job, on real Linux hosts: sparkloomctl on the laptop finds the hosts,
# signs in with passwords, maps cables that carry no address, sets everything up, proves it, does it again without changing
# anything, takes it back, and forgets. Shapes: pair, pair2, ring, ring-permuted, star (4 hosts), ring-missing.
# Ends with 'N passed, N failed'. Exit 77: this machine cannot run the lab.
# shellcheck disable=SC2154  # what lib/testing.sh sets
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=lib/testing.sh
. "$here/lib/testing.sh"
bin=$(readlink -f "$1") renderer=$2 shape=$3
export LAB_RENDERER=${renderer%-hotplug}
case $renderer in *-hotplug) export LAB_HOTPLUG=1 ;; *) export LAB_HOTPLUG=0 ;; esac
checkout=$(readlink -f "$here/../..")
export LAB_BIND=$checkout
case $bin in "$checkout"/*) ;; *) export LAB_BIND=$checkout:$(dirname "$bin") ;; esac
round="$renderer $shape"
LAB_LINES=40
keep_lab "$@"

canary=spark # the password of everybody in the lab; the secret test uses another one
hosts_of() { local n=$1 i; for ((i = 0; i < n; i++)); do printf 'spark-%s ' "$(printf "\\x$(printf %x $((97 + i)))")"; done; }

case $shape in
    pair) "$lab" up pair; count=2 cables=1 wanted=pair ;;
    pair2) "$lab" up pair2; count=2 cables=2 wanted=pair2 ;;
    ring) "$lab" up none 3; count=3 cables=3 wanted=ring # facts 2.3: each node's p0 to the next one's p1
        "$lab" plug spark-a:0 spark-b:1; "$lab" plug spark-b:0 spark-c:1; "$lab" plug spark-c:0 spark-a:1 ;;
    ring-permuted) "$lab" up none 3; count=3 cables=3 wanted=ring # the ports as they come
        pick() { [ $((RANDOM % 2)) = 0 ] && echo "0 1" || echo "1 0"; }
        read -r a1 a2 <<<"$(pick)"; read -r b1 b2 <<<"$(pick)"; read -r c1 c2 <<<"$(pick)"
        echo "# a:$a1-b:$b1 b:$b2-c:$c1 c:$c2-a:$a2"
        "$lab" plug "spark-a:$a1" "spark-b:$b1"; "$lab" plug "spark-b:$b2" "spark-c:$c1"; "$lab" plug "spark-c:$c2" "spark-a:$a2" ;;
    star) "$lab" up switch 4; count=4 cables=1 wanted=star ;;
    ring-missing) "$lab" up none 3; count=3 cables=2 wanted=ring
        "$lab" plug spark-a:0 spark-b:1; "$lab" plug spark-b:0 spark-c:1 ;;
    *) echo "setup.sh: no shape $shape" >&2; exit 2 ;;
esac
read -r -a hosts <<<"$(hosts_of $count)"

secrets() { # the document for --secrets-fd
    local host sep='' out='{"schema":"sparkloom-secrets","version":1,"hosts":{'
    for host in "${hosts[@]}"; do
        out+="$sep\"$host\":{\"user\":\"nvidia\",\"password\":\"$canary\",\"sudoPassword\":\"$canary\"}"; sep=,
    done
    printf '%s}}' "$out"
}
grants=()
for host in "${hosts[@]}"; do grants+=(--hostkey "$host=$("$lab" hostkey "$host")"); done
ctl() { # command...: sparkloomctl on the laptop, unattended
    local command=$1
    shift
    "$lab" exec laptop env HOME=/root QT_LOGGING_RULES='*.debug=false' "$bin/sparkloomctl" "$command" --yes "${grants[@]}" \
        --secrets-fd 3 "$@" 3< <(secrets)
}
states() { local host; for host in "${hosts[@]}"; do host_state "$host" > "$work/$1.$host" || return 1; done; }
# What a completed undo leaves: helper, recovery unit, receipt and backups (design decision 11), the agent, and our key.
left_by_undo=(--without 'file /var/lib/sparkloom' --without 'file /usr/local/libexec' --without 'file /etc/systemd/system/sparkloom'
    --without 'file /etc/systemd/system/multi-user.target.wants' --without 'unit sparkloom' --without 'unit file sparkloom' --without 'file /home/nvidia/.ssh'
    --without 'file /home/nvidia/.cache' --without 'file /run/sparkloom')
same() { # name name [options]
    local a=$1 b=$2 host status=0
    shift 2
    for host in "${hosts[@]}"; do
        "$checkout/tests/support/hoststate" diff "$@" "$work/$a.$host" "$work/$b.$host" || status=1
    done
    return $status
}
sudo_uses() {
    local host
    for host in "${hosts[@]}"; do "$lab" exec "$host" journalctl -q --no-pager _COMM=sudo; done | awk '/COMMAND=/ { n++ } END { print n + 0 }'
}
halves() { "$lab" exec "$1" ip -4 -o addr show | awk '$2 ~ /^en[pP]2?p?1s0f/ { print $2, $4 }'; }
addressed() { # every cabled half has one address, all in different subnets
    local host n
    for host in "${hosts[@]}"; do
        n=$(halves "$host" | awk '{ split($2, a, "."); print a[1] "." a[2] "." a[3] }' | sort -u | wc -l)
        case $shape in ring*) want=4 ;; *) want=$((2 * cables)) ;; esac
        echo "$host: $(halves "$host" | tr '\n' ' ')"
        [ "$n" = "$want" ] || return 1
        [ "$(halves "$host" | wc -l)" = "$want" ] || return 1
    done
}
one_file() { local host; for host in "${hosts[@]}"; do says '^600 root:root$' "$lab" exec "$host" stat -c '%a %U:%G' /etc/netplan/60-sparkloom.yaml || return 1; done; }
peers_of() { # host: every name and address that the others are to be reached by
    local other
    for other in "${hosts[@]}"; do
        [ "$other" != "$1" ] || continue
        echo "$other" "$("$lab" ip "$other")"
        # only lanes that join these two
        while read -r _ address; do
            [ -z "$(halves "$1" | awk -v p="${address%.*}." 'index($2, p) == 1')" ] || echo "$other ${address%/*}"
        done < <(halves "$other")
    done
}
trusts() { # node to node, without a prompt, over management and over each lane
    local host other address
    for host in "${hosts[@]}"; do
        while read -r other address; do
            [ "$("$lab" exec "$host" runuser -u nvidia -- ssh -o BatchMode=yes -o ConnectTimeout=5 "$address" hostname 2>&1)" = "$other" ] ||
                { echo "$host to $other ($address) failed"; return 1; }
        done < <(peers_of "$host")
    done
}
fabric_names() { # each host reaches each neighbour by its name, without a prompt, and over a lane
    local host other
    for host in "${hosts[@]}"; do
        for other in "${hosts[@]}"; do
            [ "$other" != "$host" ] || continue
            [ "$("$lab" exec "$host" runuser -u nvidia -- ssh -o BatchMode=yes -o ConnectTimeout=5 "$other-fabric" hostname 2>&1)" = "$other" ] ||
                { echo "$host to $other-fabric failed"; "$lab" exec "$host" cat /etc/hosts; return 1; }
            "$lab" exec "$host" getent hosts "$other-fabric" | grep -q '^10\.' || { echo "$other-fabric is no lane of $host"; return 1; }
        done
    done
}
aliases() {
    local host
    for host in "${hosts[@]}"; do
        [ "$("$lab" exec laptop ssh -F /root/.ssh/config -o BatchMode=yes -o ConnectTimeout=5 "$host" hostname 2>&1)" = "$host" ] ||
            { echo "ssh $host failed"; "$lab" exec laptop cat /root/.ssh/config /root/.ssh/sparkloom_aliases; return 1; }
    done
}
laptop_root() { echo "/proc/$(< /run/sparkloom-lab/hosts/laptop/pid)/root"; }
key_login() { "$lab" exec laptop env HOME=/root "$bin/sparkloomctl" status --yes; }

if [ "$shape" = ring-missing ]; then
    ctl setup --topology ring --timeout 20 > "$work/missing" 2>&1
    status=$?
    check "a ring with a cable missing ends with 1" test $status = 1
    cat "$work/missing" > "$work/shown"
    check "it names both Sparks of the missing cable" eval 'says "spark-a" cat "$work/shown" && says "spark-c" cat "$work/shown"'
    [ $status = 1 ] || sed 's/^/   | /' "$work/missing"
    finish
    exit
fi

cards_awake() { local host; for host in "${hosts[@]}"; do "$lab" exec "$host" test -e /sys/class/net/enP2p1s0f1np1 || return 1; done; }
check "the cards are awake" eventually 100 cards_awake # with hot-plug they come some seconds after the plug
check "the state before first contact" states before
check "setup --yes ends with 0" ctl setup --topology "$wanted" --hosts-names yes --ssh-aliases yes
sed 's/^/   # /' "$work/out"
check "every half has an address in a subnet of its own" addressed
check "one netplan file each, 0600 root" one_file
check "ssh between all, over management and each lane" trusts
check "the key lets this computer in" key_login
check "the other Sparks have names on the fast network" fabric_names
check "ssh NAME works on this computer" aliases
check "the state after the set-up" states after
uses=$(sudo_uses)
check "a second setup ends with 0" ctl setup --topology "$wanted"
check "the state after the second one" states again
check "it changed and wrote nothing" same after again
check "it used no sudo" test "$(sudo_uses)" = "$uses"
check "undo ends with 0" ctl undo
check "the state after undo" states undone
check "undo gave every byte and the live state back" same before undone "${left_by_undo[@]}"
check "this computer has no names any more" not grep -qs sparkloom "$(laptop_root)/root/.ssh/config"
check "setup after undo ends with 0" ctl setup --topology "$wanted"
check "forget ends with 0" ctl forget
check "the state after forget" states forgotten
check "it is the state before first contact" same before forgotten
finish
