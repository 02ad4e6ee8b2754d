# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for sparkloomctl

_sparkloomctl()
{
    local current previous word command='' index
    local commands='setup discover add trust inspect cables blink plan apply verify test nccl watch status keep env leave replace adopt undo forget finish revert shell'
    local common='--virtual --speed --no-plug --cluster --user --identity --ssh-agent --json --yes --hostkey --secrets-fd --help --version'
    local valued=' --virtual --speed --cluster --user --identity --hostkey --secrets-fd --topology --pool --mtu --timer --hosts-names --ssh-aliases --timeout --seconds --cable --host --streams --hz --replace --format --without --from '
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD - 1]}

    case $previous in
        --virtual)
            mapfile -t COMPREPLY < <(compgen -W "$(sparkloom-sim --list 2>/dev/null | cut -d ' ' -f 1)" -- "$current")
            return
            ;;
        --topology) mapfile -t COMPREPLY < <(compgen -W 'pair pair2 ring star star2 line split' -- "$current"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'shell json docker hostfile' -- "$current"); return ;;
        --hosts-names | --ssh-aliases) mapfile -t COMPREPLY < <(compgen -W 'yes no' -- "$current"); return ;;
        --mtu) mapfile -t COMPREPLY < <(compgen -W '1500 9000' -- "$current"); return ;;
        --identity) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --cluster)
            local folder=${XDG_CONFIG_HOME:-$HOME/.config}/sparkloom/clusters file names=''
            for file in "$folder"/*.json; do
                [ -e "$file" ] || continue
                file=${file##*/}
                names+=" ${file%.json}"
            done
            mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
            return
            ;;
    esac
    [[ $valued != *" $previous "* ]] || return

    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $valued == *" $word "* ]]; then
            ((index++))
        elif [[ $word != -* ]]; then
            command=$word
            break
        fi
    done

    local own=''
    case $command in
        setup) own='--topology --pool --mtu --timer --hosts-names --ssh-aliases --diff --insist --timeout' ;;
        apply) own='--topology --pool --mtu --timer --hosts-names --ssh-aliases --diff --insist' ;;
        plan) own='--topology --pool --mtu --timer --hosts-names --ssh-aliases --diff' ;;
        cables) own='--topology --watch --probe --which --timeout' ;;
        discover | blink) own='--seconds' ;;
        replace) own='--topology --pool --mtu --timer --hosts-names --ssh-aliases --diff --insist --timeout' ;;
        leave) own='--gone --timer --diff --insist' ;;
        adopt) own='--without' ;;
        finish | revert) own='--without --insist' ;;
        undo) own='--insist' ;;
        test) own='--cable --host --streams --seconds --both --cross-check --quick --full --soak
            --read --send --qps --size --latency --collective --sizes --iterations --in-place --library --even-if-busy' ;;
        nccl) own='--from --undo' ;;
        watch) own='--seconds --hz' ;;
        forget) own='--here-only --insist' ;;
        trust) own='--replace' ;;
        env) own='--format' ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$common $own" -- "$current")
    elif [[ $command == test && $previous == test ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'tcp rdma nccl ladder' -- "$current")
    elif [ -z "$command" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
    fi
}
complete -F _sparkloomctl sparkloomctl
