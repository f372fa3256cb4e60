# SPDX-License-Identifier: Apache-2.0
# Sourced. Runs the libFuzzer programs of tests/fuzz on their committed corpus.

fuzz_targets() {
    local source
    for source in tests/fuzz/*_fuzz.cpp; do
        if [[ -f $source ]]; then basename "$source" .cpp; fi
    done
}

# fuzz TARGET SECONDS: new inputs that reach new code go to build/fuzz/TARGET, an input that crashes to
# build/fuzz/TARGET.crash-<hash>.
fuzz() {
    local target=$1 seconds=$2 found=build/fuzz/$1 committed=tests/fuzz/corpus/${1%_fuzz} arguments=()
    mkdir -p "$found"
    [[ -d $committed ]] && arguments+=("$committed")
    [[ -f tests/fuzz/dictionaries/${1%_fuzz}.dict ]] && arguments+=("-dict=tests/fuzz/dictionaries/${1%_fuzz}.dict")
    "build/ci/tests/$target" "$found" "${arguments[@]}" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/$target."
}

# fuzz_side_by_side SECONDS TARGET...: one on each core; says "ok TARGET" or "not ok TARGET: why".
fuzz_side_by_side() {
    local seconds=$1 target running=0 bad=0
    shift
    for target in "$@"; do
        if [[ $running -ge $(nproc) ]]; then
            wait -n || bad=1
            running=$((running - 1))
        fi
        fuzz_quietly "$target" "$seconds" &
        running=$((running + 1))
    done
    while [[ $running -gt 0 ]]; do
        wait -n || bad=1
        running=$((running - 1))
    done
    return "$bad"
}

fuzz_quietly() {
    local log=$logs/fuzz-$1.log
    if fuzz "$@" >"$log" 2>&1; then
        echo "ok $1"
    else
        echo "not ok $1: $(grep -m 1 -E 'ERROR|SUMMARY' "$log" || tail -n 1 "$log")"
        return 1
    fi
}

show_fuzzing() {
    local line
    while IFS= read -r line; do
        if [[ $line == \#* ]]; then show_now "$line"; fi
    done
    return 0
}
