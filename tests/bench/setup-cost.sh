#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup-cost.sh BIN_DIR lab|virtual COUNT... - what a set-up costs: wall time for so many hosts, and the share of each phase.
# lab: on real Linux hosts in namespaces, and beside it a plain script with the OpenSSH client that does the same steps one
# after the other without the safety: it is told how the cables run, keeps no backup, arms no timer and asks nothing twice.
# virtual: on virtual Sparks, at the speed of real ones. Figures and ratios only: nothing here passes or fails by time.
# Exit 77: this machine cannot run the lab. Exit 1: something did not work.
# shellcheck disable=SC2154  # what lib/testing.sh and lib/ctl.sh set
set -u
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=../lab/lib/testing.sh
. "$here/../lab/lib/testing.sh"
# shellcheck source=../lab/lib/ctl.sh
. "$here/../lab/lib/ctl.sh"
bin=$(readlink -f "$1") where=$2
counts=("${@:3}")
bind_folders "$bin"
export LAB_RENDERER=networkd LC_ALL=C.UTF-8

stamped() { local line; while IFS= read -r line; do printf '%s %s\n' "$EPOCHREALTIME" "$line"; done; }
calc() { awk "BEGIN { printf \"%.1f\", $1 }"; }

# The moments in what sparkloomctl said, as phases: a name, seconds and percent of the whole for each.
phases() { # log start end
    awk -v start="$2" -v end="$3" '
        BEGIN {
            mark["ready ("] = "sign in"
            mark["Start the root helper"] = "cables, plan, root"
            mark["Lock, compare"] = "lock, backup, timer"
            mark["Try the new settings"] = "try"
            mark["Prove them"] = "prove on fresh connections"
            mark["Make them permanent"] = "make permanent"
            mark["Let the Sparks reach each other"] = "SSH between the Sparks"
            mark["Stop the safety timer"] = "commit"
        }
        {
            text = substr($0, index($0, " ") + 1)
            # Of a step on all hosts only the line that ends it counts; of the sign-in the last host.
            if (text ~ /^done +spark-/) next
            for (m in mark)
                if (index(text, m)) { at[mark[m]] = $1 }
        }
        END {
            count = split("sign in|cables, plan, root|lock, backup, timer|try|prove on fresh connections|make permanent|SSH between the Sparks|commit", order, "|")
            before = start
            for (i = 1; i <= count; i++) {
                if (!(order[i] in at)) continue
                printf "    %-28s %5.1f s  %3.0f %%\n", order[i], at[order[i]] - before, 100 * (at[order[i]] - before) / (end - start)
                before = at[order[i]]
            }
            printf "    %-28s %5.1f s  %3.0f %%\n", "prove all and show", end - before, 100 * (end - before) / (end - start)
        }' "$1"
}

# ------------------------------------------------------------------ virtual Sparks
scenario_of() { case $1 in 2) echo pair ;; 3) echo ring ;; 4) echo ring4 ;; 8) echo star-8 ;; 64) echo class-64 ;; *) return 1 ;; esac; }
virtual() { # count
    local scenario start end log
    log=$(mktemp)
    scenario=$(scenario_of "$1") || { echo "setup-cost.sh: no scenario with $1 virtual Sparks" >&2; return 2; }
    start=$EPOCHREALTIME
    "$bin/sparkloomctl" --virtual "$scenario" --yes setup 2>&1 < /dev/null | stamped > "$log"
    local rc=${PIPESTATUS[0]}
    end=$EPOCHREALTIME
    [ "$rc" = 0 ] || { cut -d ' ' -f 2- "$log" | tail -20; rm -f "$log"; return 1; }
    printf 'setup, %2d virtual Sparks (%s): %s s\n' "$1" "$scenario" "$(calc "$end - $start")"
    phases "$log" "$start" "$end"
    rm -f "$log"
}
if [ "$where" = virtual ]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state XDG_CACHE_HOME=$home/cache
    for count in "${counts[@]}"; do virtual "$count" || exit; done
    exit
fi

# ------------------------------------------------------------------ the lab
keep_lab "$@"
letters=(a b c d e f g h i j k l m n o p)
lab_for() { # count: as many hosts, cabled: a pair, a ring, or all on a switch
    local i
    "$lab" down || true
    case $1 in 2) "$lab" up pair ;; 3) "$lab" up ring ;; *) "$lab" up switch "$1" ;; esac || return
    hosts=()
    for ((i = 0; i < $1; i++)); do hosts+=("spark-${letters[i]}"); done
}
form_of() { case $1 in 2) echo pair ;; 3) echo ring ;; *) echo star ;; esac; }

# Lanes as somebody would write them down who knows the cables: HOST INTERFACE ADDRESS/24, and who answers at the other end.
lanes_of() { # count
    local i n=$1
    case $n in
        2) for i in 0 1; do
               echo "spark-${letters[i]} enp1s0f0np0 10.100.0.$((i + 1))/24"; echo "spark-${letters[i]} enP2p1s0f0np0 10.100.1.$((i + 1))/24"
           done ;;
        3) for i in 0 1 2; do # each host's cage 1 leads to the next one's cage 0
               local next=$(((i + 1) % 3))
               echo "spark-${letters[i]} enp1s0f1np1 10.100.$((2 * i)).1/24"; echo "spark-${letters[i]} enP2p1s0f1np1 10.100.$((2 * i + 1)).1/24"
               echo "spark-${letters[next]} enp1s0f0np0 10.100.$((2 * i)).2/24"; echo "spark-${letters[next]} enP2p1s0f0np0 10.100.$((2 * i + 1)).2/24"
           done ;;
        *) for ((i = 0; i < n; i++)); do
               echo "spark-${letters[i]} enp1s0f0np0 10.100.0.$((i + 1))/24"; echo "spark-${letters[i]} enP2p1s0f0np0 10.100.1.$((i + 1))/24"
           done ;;
    esac
}

# The same steps by hand: key, facts, file, sysctls, netplan apply, keys between the hosts, proof. One after the other.
plain() { # runs on the laptop: reads "HOST IP" lines, a blank line, and lanes
    cat <<'SCRIPT'
set -eu
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
options="-o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=$work/known -o LogLevel=ERROR -o ConnectTimeout=8"
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
run() { ssh $options -i "$work/key" -o BatchMode=yes "nvidia@$1" "$2"; }
as_root() { { echo spark; cat; } | ssh $options -i "$work/key" -o BatchMode=yes "nvidia@$1" "sudo -S -p '' $2"; }
while read -r host ip && [ -n "$host" ]; do echo "$host $ip" >> "$work/hosts"; done
cat > "$work/lanes"
while read -r host ip; do
    sshpass -p spark ssh $options "nvidia@$ip" 'umask 077; mkdir -p ~/.ssh; cat >> ~/.ssh/authorized_keys' < "$work/key.pub"
    run "$ip" 'uname -a; cat /etc/os-release; ip -j addr; ip -j route; ls /etc/netplan' > "$work/facts.$host" < /dev/null
done < "$work/hosts"
while read -r host ip; do
    { echo 'network:'; echo '  version: 2'; echo '  ethernets:'
      awk -v h="$host" '$1 == h { printf "    %s:\n      addresses: [%s]\n      dhcp4: false\n      dhcp6: false\n      link-local: []\n      mtu: 9000\n      optional: true\n", $2, $3 }' "$work/lanes"
    } | as_root "$ip" "sh -c 'umask 077; cat > /etc/netplan/60-plain.yaml'"
    awk -v h="$host" '$1 == h { p = "net/ipv4/conf/" $2; print p "/arp_announce = 2"; print p "/arp_ignore = 1"; print p "/rp_filter = 2"; print "net/ipv6/conf/" $2 "/disable_ipv6 = 1" }' "$work/lanes" |
        as_root "$ip" "sh -c 'cat > /etc/sysctl.d/90-plain.conf; sysctl -q -p /etc/sysctl.d/90-plain.conf; netplan apply'" > /dev/null
done < "$work/hosts"
while read -r host ip; do
    run "$ip" '[ -e ~/.ssh/plain ] || ssh-keygen -q -t ed25519 -N "" -f ~/.ssh/plain; cat ~/.ssh/plain.pub' >> "$work/keys" < /dev/null
    run "$ip" "sed 's/^/$host /' /etc/ssh/ssh_host_ed25519_key.pub" < /dev/null | cut -d ' ' -f 1-3 >> "$work/hostkeys"
done < "$work/hosts"
while read -r host ip; do # known under its name and every address
    names=$host,$ip$(awk -v h="$host" '$1 == h { sub("/.*", "", $3); printf ",%s", $3 }' "$work/lanes")
    sed -n "s/^$host /$names /p" "$work/hostkeys" >> "$work/knownall"
done < "$work/hosts"
while read -r host ip; do
    run "$ip" 'cat >> ~/.ssh/authorized_keys' < "$work/keys"
    run "$ip" 'cat >> ~/.ssh/known_hosts' < "$work/knownall"
done < "$work/hosts"
while read -r host ip; do # every half to every address in its subnet, large frames undivided; the links need some seconds
    awk -v h="$host" '$1 == h { split($3, a, "."); net[a[1] "." a[2] "." a[3]] = $2 } { all[NR] = $1 " " $3 }
        END { for (i in all) { split(all[i], f, " "); split(f[2], a, "/"); split(a[1], b, "."); k = b[1] "." b[2] "." b[3]; if (f[1] != h && k in net) print net[k], a[1] } }' "$work/lanes" > "$work/ways"
    while read -r netdev to; do
        run "$ip" "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do ping -q -c 1 -W 1 -M do -s 8972 -I $netdev $to > /dev/null && break; [ \$i -lt 20 ]; done" < /dev/null
        run "$ip" "ssh -i ~/.ssh/plain -o BatchMode=yes -o ConnectTimeout=8 nvidia@$to true" < /dev/null
    done < "$work/ways"
    while read -r other to; do
        [ "$other" = "$host" ] || run "$ip" "ssh -i ~/.ssh/plain -o BatchMode=yes -o ConnectTimeout=8 nvidia@$to true" < /dev/null
    done < "$work/hosts"
done < "$work/hosts"
SCRIPT
}
by_hand() { # count
    { for host in "${hosts[@]}"; do echo "$host $("$lab" ip "$host")"; done; echo; lanes_of "$1"; } |
        "$lab" exec laptop env HOME=/root bash -c "$(plain)"
}

failed_any=0
echo "# set-up in the lab: sparkloomctl beside a plain script with the OpenSSH client, which has none of its safety"
for count in "${counts[@]}"; do
    lab_for "$count" || exit 1
    start=$EPOCHREALTIME
    by_hand "$count" > "$work/said" 2>&1 || { echo "the plain script failed for $count hosts:"; tail -20 "$work/said"; failed_any=1; continue; }
    plain_time=$(calc "$EPOCHREALTIME - $start")
    lab_for "$count" || exit 1
    grant_all
    start=$EPOCHREALTIME
    ctl setup --topology "$(form_of "$count")" 2>&1 | stamped > "$work/log"
    rc=${PIPESTATUS[0]}
    end=$EPOCHREALTIME
    [ "$rc" = 0 ] || { echo "sparkloomctl setup ended with $rc for $count hosts:"; tail -20 "$work/log"; failed_any=1; continue; }
    whole=$(calc "$end - $start")
    printf 'setup, %2d hosts (%s): %s s; plain script %s s; ratio %s\n' "$count" "$(form_of "$count")" "$whole" "$plain_time" "$(calc "$whole / $plain_time")"
    phases "$work/log" "$start" "$end"
done
exit $failed_any
