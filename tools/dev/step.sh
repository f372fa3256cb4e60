# SPDX-License-Identifier: Apache-2.0
# Sourced by ./dev. How a step is shown, logged, timed, and cleaned up after.
# On a terminal a running step keeps one line up to date; elsewhere each step is one plain line.

# A step's watcher runs in this shell, so that it may count.
shopt -s lastpipe

logs=$root/build/logs
live=0
[[ -t 1 && ${TERM:-dumb} != dumb ]] && live=1
width=$(stty size 2>/dev/null </dev/tty | cut -d " " -f 2 || true)
[[ ${width:-0} -gt 20 ]] || width=80
red='' green='' dim='' bold='' plain=''
if [[ $live == 1 && -z ${NO_COLOR:-} ]]; then
    red=$'\e[31m' green=$'\e[32m' dim=$'\e[2m' bold=$'\e[1m' plain=$'\e[0m'
fi

say() { printf '%s\n' "$*"; }

# give_up SENTENCE [WHAT_TO_DO]: ends the command.
give_up() {
    printf '%s%s%s\n' "$red" "$1" "$plain" >&2
    [[ -n ${2:-} ]] && printf '%s\n' "$2" >&2
    exit 1
}

# Commands that run when ./dev ends, however it ends, newest first.
exit_tasks=()
at_exit() { exit_tasks=("$1" "${exit_tasks[@]+"${exit_tasks[@]}"}"); }
run_exit_tasks() {
    local task
    for task in "${exit_tasks[@]+"${exit_tasks[@]}"}"; do eval "$task" || true; done
}
trap run_exit_tasks EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# show_now TEXT: replaces the running line of a live step. Elsewhere a slow step says how far it is every 20 seconds.
shown_at=0 shown_any=0
show_now() {
    if [[ $live == 1 ]]; then
        printf '\r\e[K  %s%s%s' "$dim" "${1:0:width - 4}" "$plain"
    elif [[ $((SECONDS - shown_at)) -ge 20 ]]; then
        [[ $shown_any == 1 ]] || printf '\n'
        printf '  %s\n' "${1:0:100}"
        shown_at=$SECONDS shown_any=1
    fi
}

# step NAME SENTENCE COMMAND...: runs it, output to build/logs/NAME.log. On failure shows the end of the log.
# `progress` may name a function that reads the output and calls show_now; `advice` may say what to do when the step
# fails. Both hold for one step.
step() {
    local name=$1 sentence=$2 begin=$SECONDS status=0 watch=${progress:-forget} hint=${advice:-}
    shift 2
    progress='' advice=''
    mkdir -p "$logs"
    shown_at=$SECONDS shown_any=0
    if [[ $live == 1 ]]; then show_now "$sentence"; else printf '%s ... ' "$sentence"; fi
    "$@" </dev/null 2>&1 | tee "$logs/$name.log" | "$watch" || status=$?
    if [[ $live == 1 ]]; then
        printf '\r\e[K'
    elif [[ $shown_any == 1 ]]; then
        printf '%s ... ' "$sentence"
    fi
    if [[ $status == 0 ]]; then
        [[ $live == 1 ]] && printf '%sok%s  %s ' "$green" "$plain" "$sentence" || printf 'ok '
        printf '(%d s)\n' $((SECONDS - begin))
        return 0
    fi
    [[ $live == 1 ]] && printf '%sfailed%s  %s ' "$red" "$plain" "$sentence" || printf 'FAILED '
    printf '(%d s)\n' $((SECONDS - begin))
    show_failure "$name" "$hint"
    return "$status"
}

forget() { cat >/dev/null; }

show_failure() {
    local log=$logs/$1.log
    if grep -m 5 -E '(^|[: ])(error|fatal error): ' "$log" >"$log.errors" 2>/dev/null; then
        say "  The first errors:"
        sed 's/^/  | /' "$log.errors"
    fi
    rm -f "$log.errors"
    say "  The last lines of build/logs/$1.log:"
    tail -n 40 "$log" | cut -c 1-300 | sed 's/^/  | /'
    [[ -n $2 ]] && say "  What to do: $2"
    return 0
}
